"""Any file or layer of sites → the plugin's table.

The format is recognised, the sources are merged, placed, checked and logged.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..files import existing
from ..network.osm import is_osm
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import read_table_file
from ..table_rows import SPREADSHEET_SUFFIXES, TEXT_SUFFIXES, first_cells
from ..territory.communes import Communes
from ..text import numeral, tr
from .authorisations import is_authorisations, read_authorisations
from .commune_names import FIELDS as COMMUNE_FIELDS
from .commune_names import with_codes
from .finess import is_stock, is_t_finess, read_stock, read_t_finess, stock_sites
from .hospitals import read_osm_sites
from .merge import merge
from .positions import located, place, read_positions, tell, within_belt
from .raw import FIELDS, LEFT_OUT, SiteLog
from .sae import is_sae, read_sae
from .table import ALIASES, by_commune, closed_on, meanings, rows_of_roles

FORMATS = ("auto", "table", "finess", "authorisations", "t_finess", "sae", "osm")


@dataclass(frozen=True)
class Source:
    """One source of sites: its format, its rows (as :func:`raw.site_rows`), and its reference system."""

    format: str
    rows: pd.DataFrame
    crs: object = 4326


@dataclass(frozen=True)
class Around:
    """What sites are placed and checked against.

    Attributes
    ----------
    positions
        As :func:`positions.read_positions`, or None.
    communes
        As :func:`territory.communes.read_communes`, or None.
    area, belt_km
        Polygons outside which sites are left out, but for a belt around them; None keeps all.
    """

    positions: pd.DataFrame | None = None
    communes: Communes | None = None
    area: gpd.GeoSeries | None = None
    belt_km: float = 60.0


def format_of(path: str | os.PathLike[str]) -> str:
    """Return the format of a file by what it holds, a word of :data:`FORMATS`.

    Raises
    ------
    InputError
        The file is missing or empty.
    """
    path = existing(path)
    if is_osm(path):
        return "osm"
    if path.suffix.lower() == ".xml":
        return "authorisations"
    if path.suffix.lower() not in (*TEXT_SUFFIXES, *SPREADSHEET_SUFFIXES):
        return "table"
    cells = first_cells(path, 5)
    words = [plain(cell) for cell in cells[0]] if cells else []
    tests = (
        ("finess", is_stock(cells)),
        ("authorisations", is_authorisations(cells)),
        ("t_finess", is_t_finess(words)),
        ("sae", is_sae(words)),
    )
    return next((name for name, found in tests if found), "table")


def read_source(
    path: str | os.PathLike[str],
    log: SiteLog,
    *,
    format: str = "auto",
    role: str = "",
    on: datetime.date | None = None,
    progress: Progress = SILENT,
) -> Source:
    """Read one file of sites; positions may be missing."""
    format = format_of(path) if format == "auto" else format
    if format in ("finess", "t_finess", "sae") and Path(path).suffix.lower() not in (
        *TEXT_SUFFIXES,
        *SPREADSHEET_SUFFIXES,
    ):
        raise InputError(
            tr("{path}: the format {format} is a table (CSV or spreadsheet). Choose another format or file.").format(
                path=path, format=format
            )
        )
    if format == "finess":
        return Source(format, stock_sites(*read_stock(path, progress=progress), progress=progress))
    if format == "authorisations":
        return Source(format, read_authorisations(path, log, on=on, progress=progress))
    if format == "t_finess":
        return Source(format, read_t_finess(path, log, progress=progress))
    if format == "sae":
        return Source(format, read_sae(path, log, progress=progress))
    if format == "osm":
        return Source(format, read_osm_sites(path, progress=progress))
    return table_source(*read_table_file(path, is_header=_list_header(path)), log, role=role, on=on, progress=progress)


def _list_header(path: str | os.PathLike[str]) -> Callable[[list[str]], bool] | None:
    """Return what tells the header of a list, below whatever titles: it names the type, or else two known fields.

    None where there is no such row.
    """
    path = existing(path)
    if path.suffix.lower() not in (*TEXT_SUFFIXES, *SPREADSHEET_SUFFIXES):
        return None

    def names_role(words: list[str]) -> bool:
        return "role" in meanings(words)

    def names_fields(words: list[str]) -> bool:
        return len(meanings(words) & set(ALIASES.values())) > 1

    rows = [[plain(cell) for cell in cells] for cells in first_cells(path)]
    return next((is_header for is_header in (names_role, names_fields) if any(map(is_header, rows))), None)


def table_source(
    table: pd.DataFrame,
    name: str,
    log: SiteLog,
    *,
    role: str = "",
    on: datetime.date | None = None,
    progress: Progress = SILENT,
) -> Source:
    """Read the “ARS list”, or any table or layer of sites, whose rows may lack a position.

    Sites closed before a day are logged and left out.
    """
    sites = rows_of_roles(table, name, role=role, placed=False, progress=progress)
    closed = sites.index.isin(table.index[closed_on(table, on or datetime.date.today(), name)])
    for _, row in sites[closed].iterrows():
        log.add(row, LEFT_OUT, tr("the list says that it closed, or is not open yet"))
    sites = sites[~closed].reset_index(drop=True)  # a feature that names two roles stood under one number
    return Source("table", rows_of(sites), sites.crs)


def read_positions_file(path: str | os.PathLike[str], *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read positions by FINESS number from a FINESS stock, or from any table or point file."""
    if format_of(path) == "finess":
        return read_stock(path, progress=progress)[0][["lon", "lat", "insee"]]
    return read_positions(*read_table_file(path), progress=progress)


def rows_of(sites: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return a table of sites with columns ``lon`` and ``lat`` (degrees) in the place of its geometry."""
    points = sites.geometry.to_crs(4326)
    drawn = ~(points.isna() | points.is_empty)
    lon = np.where(drawn, points.x, np.nan) if drawn.any() else np.full(len(sites), np.nan)
    lat = np.where(drawn, points.y, np.nan) if drawn.any() else np.full(len(sites), np.nan)
    return pd.DataFrame(sites[[*FIELDS, *(field for field in COMMUNE_FIELDS if field in sites)]]).assign(
        lon=lon, lat=lat
    )


def import_sites(
    sources: list[Source], around: Around, log: SiteLog, *, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Merge, place and check the rows of one or several sources.

    Parameters
    ----------
    sources
        As :func:`read_source` gives them.
    around
        What they are placed and checked against.
    log
        Filled with every decision.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`raw.FIELDS` and points, in the reference system of the first source.

    Raises
    ------
    InputError
        No site is left with a position.
    """
    crs = sources[0].crs
    tables = [(source.format, with_codes(source.rows, around.communes, log)) for source in sources]
    tables = [
        (format, rows if around.positions is None else located(rows, around.positions)) for format, rows in tables
    ]
    sites = place(merge(tables, log), log, communes=around.communes)
    if around.area is not None and len(sites):
        sites = within_belt(sites, around.area, around.belt_km, log, progress=progress)
    tell(log, progress)
    if len(sites) == 0:
        text = tr("No site has a position. Give a file of positions by FINESS number (POSITIONS), or coordinates.")
        raise InputError(f"{text} {by_commune()}")
    points = gpd.GeoSeries(
        gpd.points_from_xy(sites["lon"].astype(float), sites["lat"].astype(float)), index=sites.index, crs=4326
    ).to_crs(crs)
    counts = ", ".join(f"{role} {numeral(count)}" for role, count in sites["role"].value_counts().items())
    progress.say(
        tr("{count} {count:site and role|sites and roles} imported ({roles}).").format(count=len(sites), roles=counts)
    )
    return gpd.GeoDataFrame(sites[list(FIELDS)], geometry=points, crs=crs).reset_index(drop=True)

"""Any file or layer with people → the plugin's points with people: the format is recognised by what the file holds."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..defaults import SECRECY_PEOPLE
from ..degrees import in_degrees
from ..errors import InputError
from ..network.graph import Network
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import read_table_file
from ..table_rows import SPREADSHEET_SUFFIXES, TEXT_SUFFIXES, first_cells
from ..tables import numbers, renamed, texts, without_decimals
from ..territory.codes import each_departement
from ..territory.communes import Communes, header_of, is_communes, read_communes
from ..text import listed, tr
from .grid import about, is_grid, is_insee_grid, read_grid
from .grid import wanted as wanted_of_grid
from .places import people_points, read_population
from .raster import SUFFIXES as RASTER_SUFFIXES
from .raster import read_raster

#: Share of the codes of a table of communes that are such: the others are slips, which are told.
_MOST_ARE = 0.5
FORMATS = ("auto", "points", "polygons", "insee_grid", "eurostat_grid", "raster")

#: Headers of a table of people at points (as :func:`reading.plain` writes them) → field.
_POINT_ALIASES = {
    "longitude": "lon",
    "latitude": "lat",
    "pop": "population",
    "habitants": "population",
    "nom": "name",
    "lieu": "name",
}


def import_population(
    source: str | Path | tuple[gpd.GeoDataFrame, str],
    *,
    format: str = "auto",
    network: Network | None = None,
    communes: Communes | None = None,
    area: gpd.GeoSeries | None = None,
    few_people: float = SECRECY_PEOPLE,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Read people from a file, or from a layer already read.

    Parameters
    ----------
    source
        A path, or a pair of a table and its name.
    format
        A word of :data:`FORMATS`; ``auto`` recognises the file: a raster by its suffix, a grid by its columns, else by
        its geometry, and a table with codes of communes as points at the chefs-lieux.
    network
        Where to spread the people of polygons.
    communes
        Where communes stand, for a table of populations without coordinates.
    area
        Polygons outside which cells and points are left out and counted.
    few_people
        Where a grid counts no households, cells of fewer people are secret.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`places.FIELDS` and points.

    Raises
    ------
    InputError
        See :func:`grid.read_grid`, :func:`raster.read_raster`, :func:`places.read_population`.
    """
    if isinstance(source, (str, Path)):
        if format == "raster" or (format == "auto" and Path(source).suffix.lower() in RASTER_SUFFIXES):
            return read_raster(source, area=area, few_people=few_people, progress=progress)
        table, name = read_people(Path(source))
    else:
        table, name = source
    words = [plain(column) for column in table.columns if column != getattr(table, "_geometry_column_name", None)]
    if format == "auto":
        format = "insee_grid" if is_insee_grid(words) else "eurostat_grid" if is_grid(words) else "auto"
    if format in ("insee_grid", "eurostat_grid"):
        places = read_grid(table, name, few_people=few_people, progress=progress)
    elif isinstance(table, gpd.GeoDataFrame) and (table.geometry.notna().any() or not is_communes(words)):
        places = read_population(table, name, format=format, network=network, progress=progress)
    elif is_point_table(words) and not (is_communes(words) and _of_communes(table)):
        places = read_population(_with_points(table, name), name, format="points", network=network, progress=progress)
    else:
        places = _at_chefs_lieux(table, name, communes, progress)
    return places if area is None else _within(places, area, progress)


def read_people(path: Path, extent: gpd.GeoSeries | None = None) -> tuple[pd.DataFrame, str]:
    """Read a table as :func:`import_population` takes it.

    Of a grid, which is long and wide, only the columns that are needed, and of a text table only the cells about an
    extent.
    """
    if path.suffix.lower() not in (*TEXT_SUFFIXES, *SPREADSHEET_SUFFIXES):
        return read_table_file(path)

    def known(words: list[str]) -> bool:
        return is_grid(words) or is_communes(words) or is_point_table(words)

    grid = any(is_grid([plain(cell) for cell in cells]) for cells in first_cells(path))
    rows = about(extent) if grid and extent is not None else None
    return read_table_file(path, is_header=known, wanted=wanted_of_grid if grid else lambda word: True, rows=rows)


def is_point_table(words: list[str]) -> bool:
    """Tell by its header whether a table gives people at points: ``lon``, ``lat`` and ``population``, or like words."""
    fields = {_POINT_ALIASES.get(word, word) for word in words}
    return {"lon", "lat", "population"} <= fields


def _of_communes(table: pd.DataFrame) -> bool:
    """Tell whether most codes of a table are communes'; else they are its owner's (addresses, buildings)."""
    headers = {plain(column): column for column in table.columns}
    codes = texts(table[headers[header_of("code", list(headers)) or ""]])
    codes = codes.str.upper().str.replace(r"\s", "", regex=True).map(without_decimals)
    known = each_departement(codes.where(~codes.str.fullmatch(r"[1-9]\d{3}"), "0" + codes)) != ""
    return bool(known[codes != ""].mean() > _MOST_ARE)


def _with_points(table: pd.DataFrame, name: str) -> gpd.GeoDataFrame:
    table = in_degrees(renamed(table, _POINT_ALIASES, name))
    lon, lat = (numbers(table, column, name, missing=np.nan).to_numpy() for column in ("lon", "lat"))
    nowhere = np.isnan(lon) | np.isnan(lat) | ((lon == 0) & (lat == 0))  # what an empty cell becomes
    if nowhere.any():
        text = tr(
            "{name}: {ids:feature|features} {ids} {ids:has|have} no position: lon or lat is empty, or both are 0. Fill "
            "them in, or delete the {ids:row|rows} (of a total, perhaps)."
        )
        raise InputError(text.format(name=name, ids=listed(table.index[nowhere])))
    return gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(lon, lat), crs=4326)


def population_of_communes(
    read: Communes, *, places: Communes | None = None, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Return one point a commune, at its chef-lieu, with its legal population.

    `places` says where those without coordinates stand.

    Raises
    ------
    InputError
        A commune has no population or no place.
    """
    rows, name = read.table.copy(), read.name
    empty = rows.index[rows["population"].isna()]
    if len(empty):
        raise InputError(
            tr(
                "{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, with 0 where there is "
                "nothing."
            ).format(name=name, field="population", ids=listed(empty))
        )
    for code in rows.index[~np.isfinite(rows["lon"])]:
        place = places.place(code) if places is not None else None
        if place is not None:
            rows.loc[code, ["lon", "lat"]] = place
    nowhere = rows[~np.isfinite(rows["lon"])]
    if len(nowhere):
        text = tr(
            "{name}: {count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:has|have} no "
            "coordinates: {codes}. Add lon and lat, or give a layer of communes (COMMUNES)."
        )
        raise InputError(
            text.format(name=name, count=len(nowhere), people=nowhere["population"].sum(), codes=listed(nowhere.index))
        )
    centre = int((rows["precision"] == "centre").sum())
    text = tr("{name}: {people:.0f} {people:person|people} at {count} {count:commune|communes}.")
    if centre:
        text = tr(
            "{name}: {people:.0f} {people:person|people} at {count} {count:commune|communes}; {centre} without a "
            "chef-lieu {centre:stands at its|stand at their} middle."
        )
    progress.say(text.format(name=name, people=rows["population"].sum(), count=len(rows), centre=centre))
    points = gpd.points_from_xy(rows["lon"], rows["lat"])
    return people_points(
        points,
        4326,
        code=rows.index,
        name=rows["name"].to_numpy(),
        territory=rows.index,
        population=rows["population"].to_numpy(float),
        source=name,
    )


def _at_chefs_lieux(table: pd.DataFrame, name: str, communes: Communes | None, progress: Progress) -> gpd.GeoDataFrame:
    read = read_communes(table, name, progress=progress)
    if read.table["population"].isna().all():
        text = tr(
            "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
        )
        raise InputError(text.format(name=name, field="population", fields=listed(table.columns)))
    return population_of_communes(read, places=communes, progress=progress)


def _within(places: gpd.GeoDataFrame, area: gpd.GeoSeries, progress: Progress) -> gpd.GeoDataFrame:
    whole = area.to_crs(places.crs).union_all()
    shapely.prepare(whole)
    inside = shapely.intersects_xy(whole, places.geometry.x.to_numpy(), places.geometry.y.to_numpy())
    text = tr(
        "{kept:.0f} {kept:person|people} in {places} {places:place|places} {kept:lies|lie} in the area; "
        "{lost:.0f} {lost:person outside was|people outside were} left out."
    )
    progress.say(
        text.format(
            kept=places.loc[inside, "population"].sum(),
            places=int(inside.sum()),
            lost=places.loc[~inside, "population"].sum(),
        )
    )
    if not inside.any():
        raise InputError(tr("No place lies in the area. Check the reference systems."))
    return places[inside].reset_index(drop=True)

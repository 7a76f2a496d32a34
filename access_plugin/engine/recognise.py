"""What a file is, by what it holds: the files of a folder sorted into roads, sites, people, territories and official times."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyogrio

from .access.official import is_times
from .errors import InputError
from .files import existing
from .network.bdtopo import is_bdtopo
from .network.lines import SUFFIXES as VECTOR_SUFFIXES
from .network.osm import is_osm
from .population.grid import is_grid
from .population.raster import SUFFIXES as RASTER_SUFFIXES
from .population.seasonal import is_capacity
from .reading import SPREADSHEET_SUFFIXES, TEXT_SUFFIXES, first_cells, plain, read_vector_file
from .sites.formats import format_of
from .sites.positions import is_positions
from .tables import texts
from .territory.codes import COMMUNE
from .territory.communes import header_of, is_communes
from .territory.indicators import is_indicator
from .territory.levels import CODE_HEADERS
from .territory.passage import is_passage

KINDS = (
    "roads", "sites", "positions", "areas", "communes", "levels", "passage", "population", "raster", "capacity", "times", "indicator", "unknown",
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A file, its kind (a word of :data:`KINDS`), and a detail: the format of sites, or why it is not used."""

    path: Path
    kind: str
    detail: str = ""


def recognise(path) -> Found:
    """Return what a file is.

    Raises
    ------
    InputError
        The file is missing, empty or broken.
    """
    path = existing(path)
    suffix = path.suffix.lower()
    if is_osm(path):
        return Found(path, "roads", "osm")
    if suffix in RASTER_SUFFIXES:
        return Found(path, "raster")
    if suffix in (*TEXT_SUFFIXES, *SPREADSHEET_SUFFIXES, ".xml"):
        return _table(path)
    if suffix in VECTOR_SUFFIXES:
        return _vector(path)
    return Found(path, "unknown", "suffix")


def _table(path: Path) -> Found:
    format = format_of(path)
    if format != "table":
        return Found(path, "sites", format)
    for cells in first_cells(path):
        words = [plain(cell) for cell in cells]
        kind = _of_header(words)
        if kind != "unknown":
            return Found(path, kind, "table" if kind == "sites" else "")
    return Found(path, "unknown", "header")


def _of_header(words: list[str]) -> str:
    """Return the kind of a table by its header, the most telling columns first."""
    if {"role", "type"} & set(words) and {"insee", "code_insee", "code_commune", "lon", "x_l93", "longitude"} & set(words):
        return "sites"
    levels = any(header in words for key in ("epci", "tvs", "pdsa") for header in CODE_HEADERS[key])
    tests = (
        ("population", is_grid(words)), ("passage", is_passage(words)), ("capacity", is_capacity(words)), ("times", is_times(words)),
        ("communes", is_communes(words) and header_of("population", words) is not None), ("levels", levels and header_of("code", words) is not None),
        ("indicator", is_indicator(words)), ("positions", is_positions(words)),
    )  # fmt: skip
    return next((kind for kind, found in tests if found), "unknown")


def _vector(path: Path) -> Found:
    try:
        layers = pyogrio.list_layers(path)
        roads = [name for name, kind in layers if "LineString" in str(kind)]
        info = pyogrio.read_info(path, layer=roads[0] if roads else None)
    except Exception as error:  # pyogrio raises several unrelated kinds for a bad file
        raise InputError(str(error)) from None
    words = [plain(field) for field in info["fields"]]
    if roads:
        return Found(path, "roads", "bdtopo") if is_bdtopo(set(words)) else Found(path, "unknown", "lines")
    if is_grid(words):
        return Found(path, "population")
    if header_of("code", words) is None:
        return Found(path, "positions") if is_positions([*words, "lon", "lat"]) else Found(path, "unknown", "header")
    return _of_shapes(path, words)


def _of_shapes(path: Path, words: list[str]) -> Found:
    """Tell communes from départements and régions by their codes, and areas from points."""
    table, _ = read_vector_file(path)
    header = header_of("code", words)
    column = next(name for name in table.columns if plain(name) == header)
    codes = texts(table[column])
    if not isinstance(table, gpd.GeoDataFrame) or codes.str.fullmatch(COMMUNE).mean() < 0.9:
        return Found(path, "unknown", "codes")
    polygons = table.geom_type.isin(["Polygon", "MultiPolygon"]).all()
    return Found(path, "areas" if polygons else "communes")

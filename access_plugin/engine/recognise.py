"""What a file is, by what it holds: the files of a folder sorted into roads, sites, people, territories and official times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

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
    "roads", "sites", "positions", "areas", "communes", "levels", "passage", "population", "raster", "heights", "capacity", "times", "indicator", "unknown",
)  # fmt: skip
#: Words in the name of a raster of heights; any other raster is one of people.
_HEIGHTS = re.compile(r"alti|(?:^|_)(?:dem|dtm|mnt|glo_?30|relief)(?:_|$)|srtm|elevation|copernicus")


@dataclass(frozen=True)
class Found:
    """A file, its kind (a word of :data:`KINDS`), a detail (the format of sites, or why it is not used), and the layer of a vector file."""

    path: Path
    kind: str
    detail: str = ""
    layer: str | None = None


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
    if path.name.lower().endswith((".hgt", ".hgt.zip")) or (suffix in RASTER_SUFFIXES and _HEIGHTS.search(plain(path.stem))):
        return Found(path, "heights")
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
    """Return the kind of the most telling layer of a file: roads before sites, cells, areas and points."""
    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        infos = {name: pyogrio.read_info(path, layer=name) for name in layers}
    except Exception as error:  # pyogrio raises several unrelated kinds for a bad file
        raise InputError(str(error)) from None
    found = [_layer(path, name, info) for name, info in infos.items()]
    return min(found, key=lambda file: KINDS.index(file.kind), default=Found(path, "unknown", "header"))


def _layer(path: Path, layer: str, info: dict) -> Found:
    words = [plain(field) for field in info["fields"]]
    shape = str(info["geometry_type"])
    if "LineString" in shape:
        return Found(path, "roads", "bdtopo", layer) if is_bdtopo(set(words)) else Found(path, "unknown", "lines", layer)
    if info["geometry_type"] is None:
        return Found(path, _of_header(words), "", layer)
    if "Point" in shape and {"role", "type"} & set(words) and {"id", "name", "nom", "insee"} & set(words):
        return Found(path, "sites", "table", layer)
    if is_grid(words) or ("Point" in shape and "population" in words and {"households", "secret", "imputed"} & set(words)):
        return Found(path, "population", "", layer)
    if header_of("code", words) is None:
        positions = "Point" in shape and is_positions([*words, "lon", "lat"])
        return Found(path, "positions", "", layer) if positions else Found(path, "unknown", "header", layer)
    return _of_shapes(path, layer, words)


def _of_shapes(path: Path, layer: str, words: list[str]) -> Found:
    """Tell communes from départements and régions by their codes, areas from points, and today's communes from delegated ones by the layer's name."""
    table, _ = read_vector_file(path, layer=layer)
    column = next(name for name in table.columns if plain(name) == header_of("code", words))
    codes = texts(table[column])
    if not codes.str.fullmatch(rf"{COMMUNE}|[1-9]\d{{3}}").mean() > 0.9 or any(word in plain(layer) for word in ("associee", "deleguee", "arrondissement", "canton")):
        return Found(path, "unknown", "codes", layer)
    polygons = table.geom_type.isin(["Polygon", "MultiPolygon"]).all()
    return Found(path, "areas" if polygons else "communes", "", layer)

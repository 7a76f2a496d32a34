"""What a file is, by what it holds.

The files of a folder sorted into roads, sites, people, territories and official times.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyogrio

from ..access.official_table import is_times
from ..errors import InputError
from ..files import existing
from ..network.attributes import CLASS_CODE
from ..network.bdtopo import is_bdtopo
from ..network.graphml import is_graphml, is_of_roads
from ..network.lines import SUFFIXES as VECTOR_SUFFIXES
from ..network.osm import is_osm
from ..plain_words import plain
from ..population.grid import is_grid
from ..population.raster import SUFFIXES as RASTER_SUFFIXES
from ..population.seasonal import is_capacity
from ..reading import read_vector_file
from ..sites.formats import format_of
from ..sites.positions import is_positions
from ..sites.sae import says_who
from ..sites.table import meanings
from ..table_rows import SPREADSHEET_SUFFIXES, TEXT_SUFFIXES, first_cells, first_cells_of_sheets
from ..tables import texts
from ..territory.codes import COMMUNE
from ..territory.communes import header_of, is_communes
from ..territory.indicators import is_indicator
from ..territory.passage import is_passage
from ..vocabulary import LEVEL_ROWS

#: By so many features a layer of lines is judged.
_SAMPLE = 1000
KINDS = (
    "roads",
    "sites",
    "positions",
    "areas",
    "communes",
    "levels",
    "passage",
    "population",
    "raster",
    "heights",
    "capacity",
    "times",
    "indicator",
    "unknown",
)
#: Words in the name of a raster of heights; any other raster is one of people.
_HEIGHTS = re.compile(r"alti|(?:^|_)(?:dem|dtm|mnt|glo_?30|relief)(?:_|$)|srtm|elevation|copernicus")


#: What stands beside a layer or a raster and belongs to it, by the suffix of the file that it belongs to.
_BESIDE = {
    ".shp": (
        ".dbf",
        ".shx",
        ".prj",
        ".cpg",
        ".qpj",
        ".sbn",
        ".sbx",
        ".qix",
        ".fix",
        ".shp.xml",
        ".idm",
        ".ind",
        ".atx",
        ".fbn",
        ".fbx",
        ".ain",
        ".aih",
        ".ixs",
        ".mxs",
        ".lyr",
        ".avl",
    ),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".gml": (".gfs", ".xsd"),
    ".gpkg": (".gpkg-wal", ".gpkg-shm"),
}
_BESIDE_ANY = (".qml", ".qmd", ".sld", ".aux.xml", ".ovr", ".tfw", ".tifw", ".wld", ".jgw", ".prj", ".lyr", ".qlr")


def belongs_to_another(path: Path) -> bool:
    """Tell whether a file is but a part of a layer or raster that stands beside it (``.dbf``, ``.prj``, a style)."""
    name = path.name.lower()
    beside = {file.lower() for file in os.listdir(path.parent)}
    parts = [(suffix, main) for main, suffixes in _BESIDE.items() for suffix in suffixes]
    if any(name.endswith(suffix) and name.removesuffix(suffix) + main in beside for suffix, main in parts):
        return True
    stem = next((name.removesuffix(suffix) for suffix in _BESIDE_ANY if name.endswith(suffix)), None)
    return stem is not None and any(stem + suffix in beside for suffix in ("", *VECTOR_SUFFIXES, *RASTER_SUFFIXES))


@dataclass(frozen=True)
class Found:
    """A file, its kind, a detail, and the layer of a vector file.

    The kind is a word of :data:`KINDS`; the detail is the format of sites, or why the file is not used.
    """

    path: Path
    kind: str
    detail: str = ""
    layer: str | None = None


def recognise(path: str | os.PathLike[str]) -> Found:
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
    if is_graphml(path):
        return Found(path, "roads", "osmnx") if is_of_roads(path) else Found(path, "unknown", "lines")
    if path.name.lower().endswith((".hgt", ".hgt.zip")) or (
        suffix in RASTER_SUFFIXES and _HEIGHTS.search(plain(path.stem))
    ):
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
    if format == "sae" and not says_who([plain(cell) for cell in first_cells(path, 1)[0]]):
        return Found(path, "unknown", "sae")
    if format != "table":
        return Found(path, "sites", format)
    for cells in first_cells_of_sheets(path):
        words = [plain(cell) for cell in cells]
        kind = _of_header(words)
        if kind != "unknown":
            return Found(path, kind, "table" if kind == "sites" else "")
    return Found(path, "unknown", "header")


def _of_header(words: list[str]) -> str:
    """Return the kind of a table by its header, the most telling columns first."""
    if "role" in meanings(words) and {"insee", "lon", "x_l93"} & meanings(words):
        return "sites"
    levels = any(header in words for level in LEVEL_ROWS if level.is_telling for header in level.code_headers)
    tests = (
        ("population", is_grid(words)),
        ("passage", is_passage(words)),
        ("capacity", is_capacity(words)),
        ("times", is_times(words)),
        ("communes", is_communes(words) and header_of("population", words) is not None),
        ("levels", levels and header_of("code", words) is not None),
        ("indicator", is_indicator(words)),
        ("positions", is_positions(words)),
    )
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


def _layer(path: Path, layer: str, info: dict[str, Any]) -> Found:
    words = [plain(field) for field in info["fields"]]
    shape = str(info["geometry_type"])
    if "LineString" in shape:
        format = "bdtopo" if is_bdtopo(words) else "osm" if _are_roads_of_osm(path, layer, list(info["fields"])) else ""
        return Found(path, "roads", format, layer) if format else Found(path, "unknown", "lines", layer)
    if info["geometry_type"] is None:
        return Found(path, _of_header(words), "", layer)
    if "Point" in shape and {"role", "type"} & set(words) and {"id", "name", "nom", "insee"} & set(words):
        return Found(path, "sites", "table", layer)
    if is_grid(words) or (
        "Point" in shape and "population" in words and {"households", "secret", "imputed"} & set(words)
    ):
        return Found(path, "population", "", layer)
    if header_of("code", words) is None:
        positions = "Point" in shape and is_positions([*words, "lon", "lat"])
        return Found(path, "positions", "", layer) if positions else Found(path, "unknown", "header", layer)
    return _of_shapes(path, layer, words)


def _are_roads_of_osm(path: Path, layer: str, fields: list[str]) -> bool:
    """Tell by their classes whether lines are roads that were made from OpenStreetMap.

    Rivers and railways of Geofabrik have the same fields.
    """
    column = next((field for field in fields if plain(field) in ("highway", "fclass")), None)
    if column is None:
        return False
    try:
        rows = pyogrio.read_dataframe(path, layer=layer, columns=[column], read_geometry=False, max_features=_SAMPLE)
    except Exception as error:  # pyogrio raises several unrelated kinds for a bad file
        raise InputError(str(error)) from None
    return bool(texts(rows[column]).map(plain).isin(set(CLASS_CODE) - {"ferry", "barrier"}).any())


def _of_shapes(path: Path, layer: str, words: list[str]) -> Found:
    """Tell communes from départements and régions, areas from points, and today's communes from delegated ones.

    The first are told by their codes, the last by the layer's name.
    """
    table, _ = read_vector_file(path, layer=layer)
    column = next(name for name in table.columns if plain(name) == header_of("code", words))
    codes = texts(table[column])
    if not codes.str.fullmatch(rf"{COMMUNE}|[1-9]\d{{3}}").mean() > 0.9 or any(
        word in plain(layer) for word in ("associee", "deleguee", "arrondissement", "canton")
    ):
        return Found(path, "unknown", "codes", layer)
    polygons = table.geom_type.isin(["Polygon", "MultiPolygon"]).all()
    return Found(path, "areas" if polygons else "communes", "", layer)

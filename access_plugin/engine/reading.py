"""Files as people have them → tables.

CSV of any dialect, spreadsheets with title rows, GeoPackages, Shapefiles, GeoJSON.
"""

from __future__ import annotations

import csv
import itertools
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from .errors import InputError
from .files import existing
from .json_text import parsed
from .plain_words import plain
from .table_rows import (
    MOST_TITLE_ROWS,
    SPREADSHEET_SUFFIXES,
    TEXT_SUFFIXES,
    decoded,
    header_place,
    rows_as_they_are,
    spreadsheet_rows,
    stripped,
    text_of,
)
from .text import listed, tr

csv.field_size_limit(10**7)


#: What begins a row below a table that is none of its own.
_NOTE = re.compile(
    r"\s*(?:sources?|champ|notes?|nota|lecture|avertissement|pr[ée]cisions?|l[ée]gende)\s*(?:[:–]|$)", re.IGNORECASE
)
_AGE = re.compile(r"(?<!\d)\d\d_ans")
#: Tables that QGIS adds to a file.
_OF_QGIS = ("layer_styles", "qgis_projects")
#: Given the names of all columns, tells which rows are kept, by their cells, which may have blanks around them.
RowFilter = Callable[[list[str]], Callable[[list[str]], bool]]


def read_table_file(
    path: str | os.PathLike[str],
    *,
    is_header: Callable[[list[str]], bool] | None = None,
    wanted: Callable[[str], bool] = lambda word: True,
    rows: RowFilter | None = None,
) -> tuple[pd.DataFrame, str]:
    """Read a table, with or without geometry.

    Parameters
    ----------
    path
        ``.csv``, ``.txt`` or ``.tsv`` (``;``, ``,``, tab or ``|``; UTF-8 with or without its mark, or Windows-1252),
        ``.xlsx`` or ``.ods``, or any vector file that GDAL reads.
    is_header
        Tells whether a row, its cells as :func:`plain` gives them, is the header; without it, the first row with two
        cells or more is. Rows above it are titles and are left out.
    wanted
        Tells whether a column, named as :func:`plain` gives it, is kept; large files need only a few.
    rows
        Tells which rows of a text table are kept, of all others nothing is looked at; all are without it.

    Returns
    -------
    table, name
        Text columns (without the blanks around cells, empty text where a cell is empty), and an index that holds the
        row numbers as a spreadsheet shows them; for a vector file, its own types and feature ids. `name` is what
        messages call the file.

    Raises
    ------
    InputError
        The file is missing, empty, unreadable, has no such header, or a row has more cells than the header.
    """
    path = existing(path)
    if path.suffix.lower() in SPREADSHEET_SUFFIXES:
        return _headed(spreadsheet_rows(path, is_header), path, is_header, wanted), path.name
    if path.suffix.lower() not in TEXT_SUFFIXES:
        return _vector_table(path)
    return _headed(rows_as_they_are(path), path, is_header, wanted, rows), path.name


def _vector_table(path: Path) -> tuple[pd.DataFrame, str]:
    """Read a vector file, or a table without geometry in one (``.dbf``, ``.gpkg``)."""
    layers = _layers_in(path)
    if not layers or any(layers.values()):
        return read_vector_file(path)
    if len(layers) > 1:
        raise InputError(_several(path, list(layers)))
    return pyogrio.read_dataframe(path, layer=next(iter(layers))), path.name


def _layers_in(path: Path) -> dict[str, str | None]:
    """Return the layers of a vector file and what they draw, None for a table; nothing where it cannot be read.

    Nor of GeoJSON, which has one, and where to ask takes as long as to read.
    """
    if path.suffix.lower() in (".geojson", ".json"):
        return {}
    try:
        return {str(name): kind for name, kind in pyogrio.list_layers(path) if name not in _OF_QGIS}
    except Exception:  # whoever reads it says what is wrong
        return {}


def _only_layer(path: Path) -> str | None:
    """Return the layer of a file that holds features with a geometry; None where that is not known.

    Raises
    ------
    InputError
        There are several.
    """
    drawn = [name for name, kind in _layers_in(path).items() if kind is not None]
    if len(drawn) > 1:  # those of a GPX are always there, most of them empty
        drawn = [name for name in drawn if pyogrio.read_info(path, layer=name, force_feature_count=True)["features"]]
    if len(drawn) > 1:
        raise InputError(_several(path, drawn))
    return drawn[0] if drawn else None


def _several(path: Path, layers: list[str]) -> str:
    text = tr(
        "{path} holds several layers ({layers}). Load the one that is meant into QGIS and export it into a file "
        "of its own."
    )
    return text.format(path=path, layers=listed(layers))


def best_header(pattern: str, words: Iterable[str]) -> str | None:
    """Return the header that means a field.

    Parameters
    ----------
    pattern
        Alternatives separated by ``|``, the surest first, each a regular expression for a whole header as :func:`plain`
        writes it.
    words
        The headers. Of several that match the same alternative, the latest year that one bears wins (``pmun2021``
        before ``pmun2015``), and what is of all ages goes before that of some (``…_65_ans_et_moins``).
    """
    for alternative in pattern.split("|"):
        found = [word for word in words if re.fullmatch(alternative, word)]
        if found:
            return max(found, key=lambda word: (_AGE.search(word) is None, _year(word)))
    return None


def _year(word: str) -> int:
    years = [int(digits) for digits in re.findall(r"(?:19|20)\d\d", word)]
    short = [int(digits) for digits in re.findall(r"(?<!\d)\d\d(?!\d|_ans)", word)]
    return max([*years, *(2000 + number if number < 60 else 1900 + number for number in short)], default=0)


def read_vector_file(
    path: str | os.PathLike[str],
    *,
    layer: str | None = None,
    wanted: Callable[[str], bool] | None = None,
    extent: gpd.GeoSeries | None = None,
) -> tuple[gpd.GeoDataFrame, str]:
    """Read a file of points, lines or polygons; return it with the name that messages give it.

    `wanted` tells whether a column, named as :func:`plain` gives it, is kept; all are without it. Of a GeoPackage's
    layer with a reference system only what lies about an `extent` is read, where something does.

    Raises
    ------
    InputError
        The file is missing, empty, has no geometry, or is no vector file that GDAL reads whole.
    """
    path = existing(path)
    if path.suffix.lower() == ".shp" and not any(path.with_suffix(suffix).exists() for suffix in (".dbf", ".DBF")):
        text = tr(
            "{path}: the file {fields}, which holds its fields, does not lie beside it. Copy all files of the "
            "layer (.shp, .shx, .dbf, .prj) into one folder."
        )
        raise InputError(text.format(path=path, fields=path.with_suffix(".dbf").name))
    layer = layer or _only_layer(path)
    try:
        info = pyogrio.read_info(path, layer=layer, force_feature_count=True)
        expected = info["features"]
        choice: dict[str, Any] = {"layer": layer} if layer else {}
        choice |= {"columns": [field for field in info["fields"] if wanted(plain(field))]} if wanted else {}
        if extent is not None and info["crs"] and path.suffix.lower() == ".gpkg":  # others tell only whole if they are
            box = tuple(extent.to_crs(info["crs"]).total_bounds)
            here = gpd.read_file(path, engine="pyogrio", bbox=box, **choice)
            if len(here):
                return without_collections(here), path.name
        table = _geojson(path, list(info["fields"]), wanted)
        table = gpd.read_file(path, engine="pyogrio", **choice) if table is None else table
    except Exception as error:  # pyogrio raises several unrelated kinds for a bad file
        raise InputError(
            tr("{path} cannot be read as a vector file ({reason}). Export it again.").format(path=path, reason=error)
        ) from None
    if not isinstance(table, gpd.GeoDataFrame):
        raise InputError(tr("{name} has no geometry. Choose a layer of points or polygons.").format(name=path.name))
    if path.suffix.lower() in (".shp", ".dbf") and not path.with_suffix(".cpg").exists():
        table = _in_true_letters(table)
    if len(table) < expected:
        text = tr(
            "{path} is cut short: {found} of {expected} {expected:feature|features} could be read. Download or "
            "export it again."
        )
        raise InputError(text.format(path=path, found=len(table), expected=expected))
    return without_collections(table), path.name


def without_collections(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a table in which each geometry collection is what it holds of its highest dimension.

    The areas of a commune that somebody drew a point into.
    """
    mixed = (table.geom_type == "GeometryCollection").to_numpy()
    if not mixed.any():
        return table
    shapes = table.geometry.to_numpy().copy()
    for row in np.flatnonzero(mixed):
        parts = shapely.get_parts(shapes[row])
        while (shapely.get_type_id(parts) == shapely.GeometryType.GEOMETRYCOLLECTION).any():
            parts = shapely.get_parts(parts)
        parts = parts[shapely.get_dimensions(parts) == shapely.get_dimensions(parts).max()] if len(parts) else parts
        shapes[row] = (
            {0: shapely.multipoints, 1: shapely.multilinestrings, 2: shapely.multipolygons}[
                shapely.get_dimensions(parts).max()
            ](shapely.get_parts(parts))
            if len(parts)
            else None
        )
    return table.set_geometry(gpd.GeoSeries(shapes, index=table.index, crs=table.crs))


def _geojson(path: Path, known: list[str], wanted: Callable[[str], bool] | None) -> gpd.GeoDataFrame | None:
    """Read a GeoJSON file that GDAL does not read whole.

    Fields that hold lists, as osmnx writes them, or letters that are not UTF-8; None for every other file.
    """
    if path.suffix.lower() not in (".geojson", ".json"):
        return None
    with path.open("rb") as file:
        head = file.read(1_000_000)
    try:
        rows = re.findall(r'"properties"\s*:\s*(\{[^{}]*\})', text_of(head).partition('"features"')[2])
        lists = "[" in "".join(rows) and not set().union(*map(parsed, rows)) <= set(known)
        if not lists and head.removeprefix(b"\xef\xbb\xbf").startswith(text_of(head).encode("utf-8")):
            return None
        content = parsed(decoded(path))
        features = content["features"]
    except (ValueError, KeyError, TypeError):
        return None
    crs = ((content.get("crs") or {}).get("properties") or {}).get("name", "")
    table = gpd.GeoDataFrame.from_features(features, crs=4326 if not crs or "CRS84" in crs else crs)
    return table[
        [column for column in table.columns if column == "geometry" or wanted is None or wanted(plain(column))]
    ]


def _in_true_letters(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts GDAL took for Latin-1, since no ``.cpg`` file says otherwise.

    UTF-8 where all of them are, else Windows-1252.
    """
    columns = [
        column
        for column in table.columns
        if table[column].map(lambda value: isinstance(value, str) and not value.isascii()).any()
    ]
    try:
        raw = {
            column: table[column].map(lambda value: value.encode("latin-1") if isinstance(value, str) else value)
            for column in columns
        }
    except UnicodeEncodeError:  # GDAL knew better
        return table
    for encoding in ("utf-8", "cp1252"):
        try:
            return table.assign(
                **{
                    column: values.map(lambda value: value.decode(encoding) if isinstance(value, bytes) else value)
                    for column, values in raw.items()
                }
            )
        except UnicodeDecodeError:
            continue
    return table


def _headed(
    rows: Iterable[tuple[int, list[str]]],
    path: Path,
    is_header: Callable[[list[str]], bool] | None,
    wanted: Callable[[str], bool],
    filtered: RowFilter | None = None,
) -> pd.DataFrame:
    """Return the wanted columns, of the rows that are kept, below the header as a table of text."""
    rows = iter(rows)
    top = [(line, stripped(cells)) for line, cells in itertools.islice(rows, MOST_TITLE_ROWS)]
    place = header_place(top, is_header)
    if place is None:
        first = next((cells for _, cells in top if any(cells)), [])
        text = tr(
            "{name}: no row of the first {count} looks like the header of such a table (its first row is: "
            "{cells}). Check the file, or rename its columns."
        )
        raise InputError(text.format(name=path.name, count=MOST_TITLE_ROWS, cells=listed(first)))
    header = top[place][1]
    width = max(number for number, cell in enumerate(header, start=1) if cell)
    names = [name or f"column_{number}" for number, name in enumerate(header[:width], start=1)]
    kept = [number for number, name in enumerate(names) if wanted(plain(name))]
    double = [name for name, count in Counter(names[number] for number in kept).items() if count > 1]
    if double:
        raise InputError(
            tr("{name} has several columns called {fields}. Keep one of each, or rename them.").format(
                name=path.name, fields=listed(double)
            )
        )
    lines, values, long = [], [], []
    is_kept = filtered(names) if filtered else any
    for line, raw in itertools.chain(top[place + 1 :], rows):
        if not is_kept(raw) or not any(cells := stripped(raw)):
            continue
        if any(cells[width:]):
            long.append(line)
        lines.append(line)
        values.append([cells[number] if number < len(cells) else "" for number in kept])
    if long:
        text = tr(
            "{path}: {rows:row|rows} {rows} {rows:has|have} more cells than the header. Check "
            "{rows:its|their} separators and quotes; decimal commas need “;” between columns."
        )
        raise InputError(text.format(path=path, rows=listed(long)))
    notes = _notes_below(values) if width > 1 else 0
    values, lines = values[: len(values) - notes], lines[: len(lines) - notes]
    if not lines:
        raise InputError(tr("{name} has no feature. Check its filter or choose another layer.").format(name=path.name))
    return pd.DataFrame(values, columns=[names[number] for number in kept], index=lines, dtype=object)


def _notes_below(rows: list[list[str]]) -> int:
    """Return how many rows at the end of a table are notes: of one cell, the first of them “Source :” or the like."""
    alone = list(itertools.takewhile(lambda cells: sum(map(bool, cells)) == 1, reversed(rows)))
    first = [number for number, cells in enumerate(alone, 1) if _NOTE.match(next(filter(None, cells)))]
    return max(first, default=0)

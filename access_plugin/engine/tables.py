"""Checks that every table with geometry goes through, and their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS, Transformer

from .arrays import Bools, Floats
from .errors import InputError
from .plain_words import plain, says_nothing
from .text import listed, tr

#: Degrees and metres that no place of Europe or its seas exceeds, to find swapped or foreign coordinates.
_LON, _LAT = (-180.0, 180.0), (-90.0, 90.0)
#: Written so, a number may have thousands or decimals.
_THOUSANDS = r"\d{1,3}(?:[.,]\d{3})+"
_FRENCH_LON, _FRENCH_LAT = (-5.5, 10.0), (41.0, 51.5)


def check_points(table: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Return a table of points, one a row, or say which features are not.

    Parameters
    ----------
    table
        Its index holds the feature ids that messages name.
    name
        What messages call the table: a layer or a file.

    Raises
    ------
    InputError
        There is no feature, no reference system, a geometry is empty or no point, or a coordinate is out of its range.
    """
    check_geometry(table, name)
    wrong = table.index[~table.geom_type.isin(["Point", "MultiPoint"])]
    if len(wrong):
        raise InputError(
            tr(
                "{name}: {ids:feature|features} {ids} {ids:is not a point. Use its centroid|are not points. Use their "
                "centroids} or another layer."
            ).format(name=name, ids=listed(wrong))
        )
    several = table.index[shapely.get_num_geometries(table.geometry.to_numpy()) > 1]
    if len(several):
        text = tr(
            "{name}: {ids:feature|features} {ids} {ids:holds several points|hold several points each}, and between "
            "them nothing stands. Split them (“Multipart to singleparts”), or keep one point of each."
        )
        raise InputError(text.format(name=name, ids=listed(several)))
    table = table.copy()
    table.geometry = (
        shapely.get_geometry(table.geometry.to_numpy(), 0)
        if (table.geom_type == "MultiPoint").any()
        else table.geometry
    )
    check_coordinates(table, name)
    return table


def check_polygons(table: gpd.GeoDataFrame, name: str) -> None:
    """Raise :class:`InputError` unless every feature is a polygon with a place on Earth."""
    check_geometry(table, name)
    wrong = table.index[~table.geom_type.isin(["Polygon", "MultiPolygon"])]
    if len(wrong):
        raise InputError(
            tr(
                "{name}: {ids:feature|features} {ids} {ids:is not a polygon|are not polygons}. Choose a layer of areas."
            ).format(name=name, ids=listed(wrong))
        )
    check_coordinates(table, name)


def check_geometry(table: gpd.GeoDataFrame, name: str) -> None:
    """Raise :class:`InputError` when there is no feature, no reference system, or a geometry is missing."""
    if not isinstance(table, gpd.GeoDataFrame) or table.active_geometry_name is None:
        raise InputError(tr("{name} has no geometry. Choose a layer of points or polygons.").format(name=name))
    if len(table) == 0:
        raise InputError(tr("{name} has no feature. Check its filter or choose another layer.").format(name=name))
    if table.crs is None or table.crs.name.lower().startswith(("undefined", "unknown")):  # GeoPackage's words for none
        text = tr("{name} has no coordinate reference system. Set it (layer properties, “Source”), then start again.")
        raise InputError(text.format(name=name))
    empty = table.index[table.geometry.isna() | table.geometry.is_empty]
    if len(empty):
        raise InputError(
            tr(
                "{name}: {ids:feature|features} {ids} {ids:has no geometry. Draw it or delete it|have no geometry. "
                "Draw it or delete them}."
            ).format(name=name, ids=listed(empty))
        )


def check_coordinates(table: gpd.GeoDataFrame, name: str) -> None:
    """Raise :class:`InputError` when coordinates cannot be those of the table's reference system, or look swapped."""
    bounds = table.bounds.to_numpy()
    degrees = bounds if table.crs.is_geographic else _to_degrees(bounds, table.crs)
    low, high = degrees[:, [0, 2]], degrees[:, [1, 3]]
    good = (
        np.isfinite(degrees).all(axis=1)
        & _between(low, _LON)
        & _between(high, _LAT)
        & _in_area_of_use(degrees, table.crs)
    )
    good &= ~(_between(low, _FRENCH_LAT) & _between(high, _FRENCH_LON))  # France turned round: the sea off Somalia
    if good.all():
        return
    text = tr(
        "{name}: {ids:feature|features} {ids} {ids:lies|lie} outside the area of {crs}: {ids:its|their} coordinates "
        "are swapped, or belong to another reference system. Set the right one."
    )
    raise InputError(text.format(name=name, ids=listed(table.index[~good]), crs=table.crs.name))


def _between(values: Floats, limits: tuple[float, float]) -> Bools:
    return cast("Bools", ((values >= limits[0]) & (values <= limits[1])).all(axis=1))


def _to_degrees(bounds: Floats, crs: CRS) -> Floats:
    project = Transformer.from_crs(crs, 4326, always_xy=True).transform
    return np.column_stack([*project(bounds[:, 0], bounds[:, 1]), *project(bounds[:, 2], bounds[:, 3])])


def _in_area_of_use(degrees: Floats, crs: CRS) -> Bools:
    area = crs.area_of_use
    if crs.is_geographic or area is None or area.west > area.east:
        return np.ones(len(degrees), bool)
    margin = 3.0  # degrees; a study near the edge of a zone is no mistake
    return _between(degrees[:, [0, 2]], (area.west - margin, area.east + margin)) & _between(
        degrees[:, [1, 3]], (area.south - margin, area.north + margin)
    )


def check_unique(table: pd.DataFrame, column: str, name: str, *, within: str | None = None) -> None:
    """Raise :class:`InputError` when a value, or a pair of values, of a column stands twice."""
    columns = [column] if within is None else [column, within]
    double = table.index[table.duplicated(columns, keep=False)]
    if len(double):
        text = tr("{name}: the field {field} has the same value in several features: {ids}. Make each value unique.")
        raise InputError(text.format(name=name, field=column, ids=listed(double)))


def require_column(table: pd.DataFrame, column: str, name: str) -> None:
    """Raise :class:`InputError` when a column is missing."""
    if column not in table.columns:
        text = tr(
            "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
        )
        fields = listed(c for c in table.columns if c != getattr(table, "_geometry_column_name", None))
        raise InputError(text.format(name=name, field=column, fields=fields))


def numbers(
    table: pd.DataFrame,
    column: str,
    name: str,
    *,
    at_least: float | None = None,
    at_most: float = np.inf,
    missing: float | None = None,
    field: str = "",
) -> pd.Series:
    """Return a column as float64, or say which features hold text, nothing, or too little.

    Parameters
    ----------
    at_least, at_most
        The smallest and the largest value allowed.
    missing
        What an empty value stands for, NaN included; without it, an empty value is an error.
    field
        What messages call the column; its own name otherwise.
    """
    require_column(table, column, name)
    field = field or column
    raw = table[column]
    text, found = raw, pd.to_numeric(raw, errors="coerce").astype(float)
    if not np.isfinite(found).all():
        # 1 204,5 and 1'204,5 → 1204.5
        text = raw.map(
            lambda value: (
                re.sub(r"\s|(?<=\d)['’](?=\d{3}(?!\d))", "", value).replace(",", ".")
                if isinstance(value, str)
                else value
            )
        )
        text = text.where(text.map(lambda value: value != ""), None)
        found = pd.to_numeric(text, errors="coerce").astype(float)
    wrong = table.index[(found.isna() & ~pd.isna(text)) | np.isinf(found)]
    if len(wrong):
        sentence = tr(
            "{name}: the field {field} holds text where a number is needed ({values}), {ids:feature|features} {ids}. "
            "Correct {ids:it|them}."
        )
        values = listed(dict.fromkeys(texts(raw[wrong])), 3)
        raise InputError(sentence.format(name=name, field=field, values=values, ids=listed(wrong)))
    empty = table.index[found.isna()]
    if missing is not None:
        found = found.fillna(missing)
    elif len(empty):
        sentence = tr(
            "{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, with 0 where there is "
            "nothing."
        )
        raise InputError(sentence.format(name=name, field=field, ids=listed(empty)))
    low = table.index[found < at_least] if at_least is not None else []
    if len(low):
        sentence = tr(
            "{name}: the field {field} is below {least:g} in {ids:feature|features} {ids}. Correct {ids:it|them}."
        )
        raise InputError(sentence.format(name=name, field=field, least=at_least, ids=listed(low)))
    high = table.index[found > at_most]
    if len(high):
        sentence = tr(
            "{name}: the field {field} is above {most:g} in {ids:feature|features} {ids}. Correct {ids:it|them}."
        )
        raise InputError(sentence.format(name=name, field=field, most=at_most, ids=listed(high)))
    return found


def with_columns(table: pd.DataFrame, added: pd.DataFrame) -> pd.DataFrame:
    """Return a table with further columns.

    Its own that bear one of their names, in whatever letter case, give way to them.

    Files such as GeoPackage do not tell ``POPULATION`` from ``population``.
    """
    names = {str(column).lower() for column in added.columns}
    return table.drop(columns=[column for column in table.columns if str(column).lower() in names]).join(added)


def renamed(
    table: pd.DataFrame, aliases: dict[str, str], name: str, further: dict[str, str] | None = None
) -> pd.DataFrame:
    """Return a table whose headers bear the names that `aliases` gives them.

    Letter case, accents and spaces do not count.

    Those of `further` are taken, the first that is there, for a field that no other header means. Other headers are
    kept as :func:`reading.plain` writes them.

    Raises
    ------
    InputError
        Two headers mean the same.
    """
    names = _meanings(table, aliases, further or {})
    table = table.rename(columns=names)
    double = table.columns[table.columns.duplicated()]
    if len(double):
        text = tr("{name} has several columns for {fields}. Keep one of each.")
        raise InputError(text.format(name=name, fields=listed(sorted(set(double)))))
    return table


def headers_of(table: pd.DataFrame, aliases: dict[str, str], further: dict[str, str]) -> dict[str, str]:
    """Return, by the names that :func:`renamed` gives, the headers as somebody wrote them, for messages."""
    return {field: str(column) for column, field in _meanings(table, aliases, further).items()}


def _meanings(table: pd.DataFrame, aliases: dict[str, str], further: dict[str, str]) -> dict[Any, str]:
    geometry = getattr(table, "_geometry_column_name", None)
    keys = {column: plain(column) or str(column) for column in table.columns if column != geometry}
    names = {column: aliases.get(key, key) for column, key in keys.items()}
    for column, key in keys.items():
        meant = further.get(key)
        if meant and meant not in names.values():
            names[column] = meant
    return names


def counts_of_people(table: pd.DataFrame, column: str, name: str, **limits: Any) -> pd.Series:
    """Return a column of people as :func:`numbers` does, and ask what it means where that is in doubt.

    It is where all its commas or points could part thousands: “18,995” is 18995 people, or 18.995.

    Raises
    ------
    InputError
        As :func:`numbers`; or every value that is no plain number has three digits after each comma or point.
    """
    require_column(table, column, name)
    written = texts(table[column].where(table[column].map(lambda value: isinstance(value, str)), ""))
    parted = written[written.str.contains(r"[.,]\d", regex=True)]
    doubtful = parted.str.fullmatch(_THOUSANDS) & ~parted.str.match(r"0[.,]")
    if len(parted) and doubtful.all():
        text = tr(
            "{name}: the field {field} holds {values}: are these thousands or decimals? Write 18995 for the first, "
            "18.9950 for the second, in {ids:feature|features} {ids}."
        )
        raise InputError(
            text.format(name=name, field=column, values=listed(dict.fromkeys(parted), 3), ids=listed(parted.index))
        )
    return numbers(table, column, name, **limits)


def known_cells(column: pd.Series) -> pd.Series:
    """Return a column whose cells are empty where they say that nothing is known (``NC``, ``?``)."""
    return column.map(lambda cell: "" if isinstance(cell, str) and says_nothing(cell) else cell)


def in_minutes(column: pd.Series) -> pd.Series:
    """Return a column of durations in minutes, of which people have written the unit, or which a spreadsheet shows.

    ``5 min``, ``5 mn`` and ``5'`` are ``5``; ``0:05:00`` is 5.0.
    """

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        clock = re.fullmatch(r"(\d{1,2}):(\d\d):(\d\d)", value.strip())
        if clock:
            return int(clock[1]) * 60 + int(clock[2]) + int(clock[3]) / 60
        return re.sub(r"(?<=\d)\s*(?:min(?:utes?)?|mn|['’′])\.?\s*$", "", value, flags=re.IGNORECASE)

    return column.map(read)


def without_decimals(code: str) -> str:
    """Return a code without the ``.0`` that a program adds which took it for a number and wrote it as text."""
    return re.sub(r"(?<=\d)[.,]0{1,2}$", "", code)


def texts(column: pd.Series) -> pd.Series:
    """Return a column as text, codes without the ``.0`` that a spreadsheet adds; empty where there is nothing."""
    return column.map(_as_text)


def each_once(column: pd.Series, function: Callable[[str], object]) -> pd.Series:
    """Return what a function gives for each text of a column; it is called once for each different text."""
    return column.map({value: function(value) for value in column.unique()}).astype(object)


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list | tuple | np.ndarray):  # what some formats keep of several values
        return ";".join(map(_as_text, value))
    return (
        ""
        if pd.isna(value)
        else str(int(value))
        if isinstance(value, float) and value.is_integer()
        else str(value).strip()
    )

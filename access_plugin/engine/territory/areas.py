"""Areas of territories of one's own: checked, named, and communes given to those in which they lie."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..tables import check_polygons, check_unique, require_column, texts
from ..text import listed, tr
from .codes import codes_of
from .levels import CODE_HEADERS, NAME_HEADERS, Level

#: Headers that name territories of any kind, as :func:`plain_words.plain` writes them.
_NAMES = ("name", "nom", "nom_officiel", "libelle")

#: What is so much smaller than what it lies in is a crumb of a border, in which nobody lives.
_SLIVER = 1e-4
#: Share of the smaller of two areas that both may hold: contours that were simplified each by itself overlap a little.
_MOST_COMMON = 0.5


def read_territories(table: gpd.GeoDataFrame, name: str, level: str = "") -> gpd.GeoDataFrame:
    """Check a layer of territories: polygons with a ``code``, each once, as text.

    Parameters
    ----------
    table, name
        The layer, and what messages call it.
    level
        Of :data:`vocabulary.LEVEL`: where there is no ``code``, a header of its codes (``code_cpts``) counts.

    Raises
    ------
    InputError
        A geometry is missing or no polygon, the codes are missing or not unique, or an area lies inside another.
    """
    check_polygons(table, name)
    column = _column(table, ("code", *CODE_HEADERS.get(level, ())))
    if column is not None and "code" not in table:
        table = table.assign(code=table[column])
    require_column(table, "code", name)
    table = table.assign(code=codes_of(table, "code", name))
    empty = table.index[table["code"] == ""]
    if len(empty):
        text = tr(
            "{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, or delete {ids:it|them}."
        )
        raise InputError(text.format(name=name, field="code", ids=listed(empty)))
    check_unique(table, "code", name)
    check_apart(table, name)
    return table


def check_apart(table: gpd.GeoDataFrame, name: str) -> None:
    """Raise :class:`InputError` where the middle of an area lies inside another: people would count in one alone."""
    shapes = shapely.make_valid(table.geometry.to_numpy())
    inner, outer = shapely.STRtree(shapes).query(shapely.point_on_surface(shapes), predicate="within")
    inner, outer = inner[inner != outer], outer[inner != outer]
    area = shapely.area(shapes)
    common = shapely.area(shapely.intersection(shapes[inner], shapes[outer]))
    apart = (area[inner] < _SLIVER * area[outer]) | (common < _MOST_COMMON * np.minimum(area[inner], area[outer]))
    if apart.all():
        return
    pairs = dict.fromkeys(tuple(sorted(pair)) for pair in zip(inner[~apart].tolist(), outer[~apart].tolist()))
    text = tr(
        "{name}: areas lie upon each other, features {pairs}: the people there would count in one of them alone. Keep "
        "areas that do not overlap: one level at a time, and each area once."
    )
    known = [f"{table.index[first]} – {table.index[second]}" for first, second in pairs]
    raise InputError(text.format(name=name, pairs=listed(known)))


def name_column(territories: gpd.GeoDataFrame, level: str = "") -> str | None:
    """Return the column that names territories, of any kind or of a level; None where there is none."""
    return _column(territories, (*_NAMES, *NAME_HEADERS.get(level, ())))


def names_of(territories: gpd.GeoDataFrame, level: str = "") -> dict[str, str]:
    """Return the name of each territory by its code; empty where the layer has none."""
    column = name_column(territories, level)
    return dict(zip(territories["code"], texts(territories[column]) if column else [""] * len(territories)))


def _column(table: gpd.GeoDataFrame, headers: tuple[str, ...]) -> str | None:
    words = {plain(column): column for column in reversed(table.columns) if column != table.geometry.name}
    return next((words[header] for header in headers if header in words), None)


def level_of_areas(key: str, areas: gpd.GeoDataFrame, units: gpd.GeoDataFrame, *, progress: Progress = SILENT) -> Level:
    """Return the level that a layer of territories draws: each unit belongs to the one that its inner point lies in.

    Parameters
    ----------
    key
        Of :data:`vocabulary.LEVEL`.
    areas
        As :func:`read_territories`; names as :func:`names_of` finds them.
    units
        As :attr:`passage.Reconciled.units`: polygons, ``code``, and ``communes``, the codes of each.
    progress
        Told of the units that lie in several areas; the first of these counts.

    Raises
    ------
    InputError
        No unit lies in any area.
    """
    points = gpd.GeoDataFrame(geometry=units.representative_point().to_crs(areas.crs))
    inside = points.sjoin(areas[["code", "geometry"]], predicate="intersects")["code"]
    if inside.empty:
        raise InputError(
            tr(
                "No commune lies in an area of the level {level}. Check the coordinates of the areas, which may be "
                "swapped, and their reference system."
            ).format(level=key)
        )
    double = inside.index.duplicated()
    if double.any():
        several = sorted(units.loc[inside.index[double].unique(), "code"])
        text = tr(
            "{count} {count:commune lies|communes lie} in several areas of the level {level}, which overlap there, and "
            "went to the first: {codes}."
        )
        progress.warn(text.format(count=len(several), level=key, codes=listed(several)))
    inside = inside[~double]
    members = units.loc[inside.index, "communes"].str.split(",")
    of_commune = {commune: code for communes, code in zip(members, inside) for commune in communes}
    return Level(key, of_commune, names_of(areas, key))

"""Areas of territories of one's own: checked, and communes given to those in which they lie."""

from __future__ import annotations

import geopandas as gpd

from ..tables import check_polygons, check_unique, require_column, texts
from .codes import codes_of
from .levels import Level


def read_territories(table: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Check a layer of territories: polygons with a ``code``, each once, as text.

    Raises
    ------
    InputError
        A geometry is missing or no polygon, or the codes are missing or not unique.
    """
    check_polygons(table, name)
    require_column(table, "code", name)
    table = table.assign(code=codes_of(table, "code", name))
    check_unique(table, "code", name)
    return table


def level_of_areas(key: str, areas: gpd.GeoDataFrame, units: gpd.GeoDataFrame, *, name_field: str = "name") -> Level:
    """Return the level that a layer of territories draws: each unit belongs to the one that its inner point lies in.

    Parameters
    ----------
    key
        Of :data:`vocabulary.LEVEL`.
    areas
        As :func:`read_territories`; names are taken from `name_field` where it is there.
    units
        As :attr:`passage.Reconciled.units`: polygons, and ``communes``, the codes of each.
    """
    points = gpd.GeoDataFrame(geometry=units.representative_point().to_crs(areas.crs))
    inside = points.sjoin(areas[["code", "geometry"]], predicate="intersects")["code"]
    inside = inside[~inside.index.duplicated()]
    members = units.loc[inside.index, "communes"].str.split(",")
    of_commune = {commune: code for communes, code in zip(members, inside) for commune in communes}
    names = dict(zip(areas["code"], texts(areas[name_field]))) if name_field in areas else {}
    return Level(key, of_commune, names)

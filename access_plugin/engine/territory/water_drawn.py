"""Lakes and rivers as the map of an area bears them: the large ones, cut around it, no finer than paper shows."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS

from ..arrays import Objects
from ..errors import InputError
from ..text import tr

LAKES, RIVERS = "lakes", "rivers"
#: Of the longer side of an area: what is drawn around it, the side of the smallest lake that is drawn, the length of
#: the shortest river, and the finest corner.
_AROUND, _LAKE, _RIVER, _CORNER = 0.15, 1 / 250, 1 / 6, 1 / 2400
#: Fields in which layers of water bear names: OpenStreetMap, BD TOPO, BD CARTHAGE.
_NAMES = ("name", "nom", "toponyme", "nom_c_eau", "cpx_toponyme_de_cours_d_eau", "nom_entite")


def water_of_layer(table: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Return the water of somebody's layer as :func:`network.water.water_of` gives that of roads.

    `name` is what messages call the layer.

    Raises
    ------
    InputError
        It holds no lines or areas, or does not say where it lies.
    """
    table = table[~(table.geometry.isna() | table.geometry.is_empty)]
    shapes = table.geometry.to_numpy()
    dimension = shapely.get_dimensions(shapes) if len(table) else np.empty(0, int)
    if table.crs is None or not (dimension > 0).any():
        raise InputError(
            tr("{name} holds no lakes (areas) or rivers (lines) with a reference system: choose another layer.").format(
                name=name
            )
        )
    field = next((column for column in table.columns if str(column).lower() in _NAMES), None)
    names = pd.Series("", table.index) if field is None else table[field].fillna("").astype(str).str.strip()
    number = pd.Series(pd.factorize(names)[0], table.index).where(names != "", -1)
    kind = np.where(dimension == 2, "lake", "river")
    found = gpd.GeoDataFrame({"kind": kind, "name": number.to_numpy()}, geometry=list(shapes), crs=table.crs)
    found.loc[found["kind"] == "lake", "name"] = -1
    return found[dimension > 0]


def drawn_water(water: gpd.GeoDataFrame, area: shapely.Geometry, crs: CRS) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the lakes and the rivers of a map.

    Parameters
    ----------
    water
        With ``kind`` (``lake``, ``river``) and ``name`` (a number; -1 for none).
    area
        What the study covers, in `crs`.
    crs
        A projected system, metres.

    Returns
    -------
    lakes, rivers
        Areas and lines without fields. Rivers of a name count by all their length in the map; where none bears a name,
        all are drawn, else those without one are not.
    """
    west, south, east, north = shapely.bounds(area)
    side = max(east - west, north - south)
    margin = _AROUND * side
    frame = (west - margin, south - margin, east + margin, north + margin)
    water = water.to_crs(crs)
    is_lake = (water["kind"] == "lake").to_numpy(bool)
    shapes = shapely.force_2d(water.geometry.to_numpy())
    with np.errstate(invalid="ignore"):  # what lies at a pole has no place in a projection of France
        finite = np.isfinite(shapely.bounds(shapes)).all(axis=1)
    shapes, is_lake, names = shapes[finite], is_lake[finite], water["name"].to_numpy()[finite]
    lakes = shapely.get_parts(shapely.make_valid(shapes[is_lake]))
    lakes = shapely.clip_by_rect(lakes[shapely.area(lakes) >= (_LAKE * side) ** 2], *frame)
    lines, names = shapely.clip_by_rect(shapes[~is_lake], *frame), names[~is_lake]
    if len(names) and (names >= 0).any():
        length = pd.Series(shapely.length(lines)).groupby(names).transform("sum").to_numpy()
        lines = lines[(names >= 0) & (length >= _RIVER * side)]
    return _table(lakes, side, crs), _table(lines, side, crs)


def _table(shapes: Objects, side: float, crs: CRS) -> gpd.GeoDataFrame:
    plain = shapely.simplify(shapes, _CORNER * side)
    return gpd.GeoDataFrame(geometry=list(plain[~shapely.is_empty(plain)]), crs=crs)

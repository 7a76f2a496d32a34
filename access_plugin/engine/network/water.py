"""Lakes and rivers as a network file keeps them, beside the roads: for maps alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from ..arrays import Arrays, Floats

if TYPE_CHECKING:
    from .graph import Network

#: Kinds of lines: the outer ring of a lake, a hole of the lake before it, a river.
LAKE, ISLAND, RIVER = 0, 1, 2


def water_arrays(lakes: list[shapely.Geometry], rivers: list[tuple[str, Floats]], project: Any) -> Arrays:
    """Return the arrays of a network file for lakes (polygons) and rivers (name, points), both in degrees.

    `project` turns lon and lat into the metres of the network. Rivers of one name bear one number, those without none
    (-1).
    """
    rings = [(LAKE if place == 0 else ISLAND, ring) for lake in lakes for place, ring in enumerate(_rings(lake))]
    names = {name: number for number, name in enumerate(dict.fromkeys(name for name, _ in rivers if name))}
    lines = [(kind, -1, points) for kind, points in rings]
    lines += [(RIVER, names.get(name, -1), points) for name, points in rivers]
    points = np.vstack([np.empty((0, 2)), *(points for *_, points in lines)])
    return {
        "water_kind": np.array([kind for kind, *_ in lines], np.uint8),
        "water_name": np.array([name for _, name, _ in lines], np.int32),
        "water_start": np.concatenate([[0], np.cumsum([len(points) for *_, points in lines])]).astype(np.int64),
        "water_xy": np.rint(np.column_stack(project(*points.T))).astype(np.int32).reshape(-1, 2),
    }


def _rings(lake: shapely.Geometry) -> list[Floats]:
    return [shapely.get_coordinates(ring) for ring in (lake.exterior, *lake.interiors)]


def water_of(network: Network) -> gpd.GeoDataFrame | None:
    """Return the lakes and rivers of a network, metres; None where it was built without any.

    ``kind`` is ``lake`` or ``river``, ``name`` a number, -1 for none.
    """
    arrays = network.arrays
    if "water_kind" not in arrays or not len(arrays["water_kind"]):
        return None
    start, kinds = arrays["water_start"], arrays["water_kind"]
    shapes: list[tuple[str, int, shapely.Geometry]] = []
    for place, kind in enumerate(kinds):
        points = np.asarray(arrays["water_xy"][start[place] : start[place + 1]], float)
        if kind == RIVER:
            shapes.append(("river", int(arrays["water_name"][place]), shapely.LineString(points)))
        else:
            area = shapely.make_valid(shapely.Polygon(points))
            shapes.append(("lake", -1, area if kind == LAKE else shapely.difference(shapes.pop()[2], area)))
    columns = {"kind": [kind for kind, *_ in shapes], "name": [name for _, name, _ in shapes]}
    return gpd.GeoDataFrame(columns, geometry=[shape for *_, shape in shapes], crs=network.crs)

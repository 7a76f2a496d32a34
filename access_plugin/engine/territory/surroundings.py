"""What lies around the area of a study: the départements of France and the countries next to it, and their borders.

They come from the map of the world that QGIS brings along (Natural Earth 1:10,000,000, public domain), whose borders
are up to 3 km off: land is cut at the study's own borders, and lines are led to them.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from pyproj import CRS

from ..arrays import Bools, Objects
from ..file_names import SURROUNDINGS

#: Layer of the world's map: provinces, in France départements, with ``name``, ``admin`` and ``adm0_a3``.
PROVINCES = "states_provinces"
_FRANCE = "FRA"
#: Départements that the world's map spells otherwise.
_SPELT = {"Guyane française": "Guyane", "Haute-Rhin": "Haut-Rhin", "Seien-et-Marne": "Seine-et-Marne"}
#: How far the world's map may be off; how far around the middle of the area it is taken, by the area's longer side.
_OFF_M, _REACH = 3000.0, 1.5


@np.errstate(invalid="ignore")  # GEOS leaves the processor's flag behind where a side is level, and no wrong shape
def surroundings(
    world: Path, area: shapely.Geometry, crs: CRS, *, bounded: bool = True
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the land around an area and the borders on it.

    Parameters
    ----------
    world
        A GeoPackage with the layer :data:`PROVINCES`.
    area
        What the study covers, in `crs`.
    crs
        A projected system, metres.
    bounded
        Whether the area has borders of its own; else it only says where, and all land and borders are those of the
        world's map.

    Returns
    -------
    land, borders
        Polygons with ``name`` (empty for what is left of a province that the study covers for the most part) and
        ``kind`` (``departement``, ``country``), without the area itself; lines with ``kind`` (``departement``,
        ``country``, ``coast``, and ``area`` for that of the area itself). Both in `crs`.
    """
    frame = _frame(area)
    units = _units(world, gpd.GeoSeries([shapely.segmentize(frame, frame.length / 40)], crs=crs)).to_crs(crs)
    # a province that is larger than the projection bears is cut before anything is asked of it
    near = shapely.intersection(shapely.make_valid(units.geometry.to_numpy()), shapely.buffer(frame, 10_000.0))
    units, near = units[~shapely.is_empty(near)], near[~shapely.is_empty(near)]
    own = area if bounded else shapely.Polygon()
    covered = shapely.area(shapely.intersection(near, own)) > 0.5 * shapely.area(near)
    land = gpd.GeoDataFrame(
        {"name": np.where(covered, "", units["name"]), "kind": units["kind"].to_numpy(object)},
        geometry=[_polygons(shape) for shape in shapely.intersection(shapely.difference(near, own), frame)],
        crs=crs,
    )
    lines = {
        kind: shapely.intersection(line, frame)
        for kind, line in _borders(near, units["country"].to_numpy(object), covered, own, frame).items()
    }
    lines |= {"area": shapely.boundary(area)} if bounded else {}
    borders = gpd.GeoDataFrame({"kind": list(lines)}, geometry=list(lines.values()), crs=crs)
    return land[~land.is_empty].reset_index(drop=True), borders[~borders.is_empty].reset_index(drop=True)


def layers_around(folder: Path) -> frozenset[str]:
    """Return the names of the layers that lie around the area of a study, in its folder."""
    path = folder / SURROUNDINGS
    return frozenset(pyogrio.list_layers(path)[:, 0]) if path.is_file() else frozenset()


def _frame(area: shapely.Geometry) -> shapely.Polygon:
    west, south, east, north = shapely.bounds(area)
    half, x, y = _REACH * max(east - west, north - south), (west + east) / 2, (south + north) / 2
    return shapely.box(x - half, y - half, x + half, y + half)


def _units(world: Path, frame: gpd.GeoSeries) -> gpd.GeoDataFrame:
    """Return the départements of France, and the other countries as a whole, that a frame may hold."""
    west, south, east, north = (float(end) for end in frame.to_crs(4326).total_bounds)
    table = pyogrio.read_dataframe(
        world, layer=PROVINCES, columns=["name", "admin", "adm0_a3"], bbox=(west, south, east, north)
    )
    french = (table["adm0_a3"] == _FRANCE).to_numpy(bool)
    key = np.where(french, table["name"], table["adm0_a3"])
    whole = table.assign(
        name=np.where(french, table["name"].replace(_SPELT), table["admin"]),
        kind=np.where(french, "departement", "country"),
        country=table["adm0_a3"],
        key=key,
    )
    return whole[["name", "kind", "country", "key", "geometry"]].dissolve("key").reset_index(drop=True)


def _polygons(shape: shapely.Geometry) -> shapely.Geometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts)


def _borders(
    shapes: Objects, countries: Objects, covered: Bools, area: shapely.Geometry, frame: shapely.Polygon
) -> dict[str, shapely.Geometry]:
    """Return the borders by kind.

    Those of two units that both lie outside are led to the area where they end near it. Those of a unit that the area
    covers are the area's own, and are left out as far as the world's map may be off.
    """
    rings, around = shapely.boundary(shapes), shapely.buffer(area, _OFF_M)
    kinds: dict[str, list[shapely.Geometry]] = {"departement": [], "country": [], "coast": []}
    shared: list[list[shapely.Geometry]] = [[] for _ in shapes]
    for one, other in itertools.combinations(range(len(shapes)), 2):
        line = _lines(shapely.intersection(rings[one], rings[other]))
        if line.is_empty:
            continue
        for end in (one, other):
            shared[end].append(line)
        kind = "departement" if countries[one] == countries[other] else "country"
        own = covered[one] or covered[other]
        kinds[kind].append(shapely.difference(line, around) if own else _led(shapely.difference(line, area), area))
    for ring, lines, own in zip(rings, shared, covered):
        coast = shapely.difference(ring, shapely.union_all(lines)) if lines else ring
        coast = shapely.difference(coast, shapely.boundary(shapely.buffer(frame, 10_000.0)).buffer(1.0))
        kinds["coast"].append(shapely.difference(coast, around if own else area))
    return {kind: _lines(shapely.union_all(lines)) for kind, lines in kinds.items() if lines}


def _lines(shape: shapely.Geometry) -> shapely.Geometry:
    parts = [part for part in shapely.get_parts(shape) if part.length > 0.0]  # a point where more than two meet is none
    return shapely.MultiLineString(list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(parts)))))


def _led(line: shapely.Geometry, area: shapely.Geometry) -> shapely.Geometry:
    """Lead the ends of lines that lie near an area to its border."""
    parts = list(shapely.get_parts(_lines(line)))
    ends = [shapely.get_point(part, place) for part in parts for place in (0, -1) if not shapely.is_closed(part)]
    near = [end for end in ends if 0.0 < shapely.distance(end, area) <= _OFF_M]
    return shapely.union_all([*parts, *(shapely.shortest_line(end, area) for end in near)])

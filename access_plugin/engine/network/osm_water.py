"""Lakes and rivers of an OpenStreetMap extract, thinned: enough for a map, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import osmium
import shapely

from ..arrays import Arrays, Floats, Ints
from ..progress import Progress
from .osm_file import OsmFile

#: Ways of lakes with fewer corners are ponds; of longer ones every so many corners are kept, of rivers and of lakes.
_LEAST_CORNERS, _RIVER_STEP, _LAKE_STEP = 16, 4, 3
#: Lakes smaller than this are left out, m²; of a degree, metres.
_LEAST_M2, _DEGREE_M = 50_000.0, 111_320.0


@dataclass
class WaterWays:
    """Ways of water before their nodes are known.

    Numbers of nodes; of lakes, those that make one together (a way alone, or outer and inner ones of a relation); of
    rivers, their names.
    """

    lakes: list[tuple[list[Ints], list[Ints]]] = field(default_factory=list)
    rivers: list[tuple[str, Ints]] = field(default_factory=list)

    @property
    def refs(self) -> Ints:
        """All nodes that are wanted."""
        rings = [ring for outer, inner in self.lakes for ring in (*outer, *inner)]
        lines = [line for _, line in self.rivers]
        return np.unique(np.concatenate([np.empty(0, np.int64), *rings, *lines]))


def read_water_ways(file: OsmFile, progress: Progress) -> WaterWays:
    """Read the ways of lakes (``natural=water``, also of relations) and of rivers (``waterway=river``)."""
    found, members = WaterWays(), {}
    relations = list(_relations(file, progress))
    wanted = {way for outer, inner in relations for way in (*outer, *inner)}
    for way in file.objects("way", osmium.filter.TagFilter(("natural", "water"), ("waterway", "river"))):
        progress.check()
        refs = _refs(way)
        if way.tags.get("waterway") == "river":
            found.rivers.append((way.tags.get("name", ""), _thinned(refs, _RIVER_STEP)))
        elif len(refs) >= _LEAST_CORNERS and refs[0] == refs[-1]:
            found.lakes.append(([_thinned(refs, _LAKE_STEP)], []))
    known = sorted(way for way in wanted if way > 0)  # what JOSM has just drawn has no number that the filter takes
    if known:
        for way in file.objects("way", osmium.filter.IdFilter(known)):
            progress.check()
            members[way.id] = _thinned(_refs(way), _LAKE_STEP)
    for outer, inner in relations:
        rings = [[members[way] for way in ways if way in members] for ways in (outer, inner)]
        found.lakes.append((rings[0], rings[1]))
    return found


def _relations(file: OsmFile, progress: Progress) -> Iterator[tuple[list[int], list[int]]]:
    """Give the numbers of the outer and of the inner ways of each lake that is a relation."""
    for relation in file.objects("relation", osmium.filter.TagFilter(("natural", "water"))):
        progress.check()
        ways = [member for member in relation.members if member.type == "w"]
        inner = [member.ref for member in ways if member.role == "inner"]
        yield [member.ref for member in ways if member.role != "inner"], inner


def _refs(way: Any) -> Ints:
    return np.array([node.ref for node in way.nodes], np.int64)


def _thinned(refs: Ints, step: int) -> Ints:
    """Return every so many of the nodes, the last one too."""
    if len(refs) < 2 * _LEAST_CORNERS:
        return refs
    kept = refs[::step]
    return kept if kept[-1] == refs[-1] else np.append(kept, refs[-1])


def water_of(ways: WaterWays, nodes: Arrays) -> tuple[list[shapely.Geometry], list[tuple[str, Floats]]]:
    """Return lakes as polygons and rivers as lines with their names, in degrees.

    What the extract cuts, so that it no longer closes, is left out.
    """
    order = nodes["id"]

    def line(refs: Ints) -> Floats:
        index = np.minimum(np.searchsorted(order, refs), max(len(order) - 1, 0))
        index = index[order[index] == refs] if len(order) else index[:0]
        return np.column_stack((nodes["lon"][index], nodes["lat"][index]))

    def polygons(rings: list[Ints]) -> shapely.Geometry:
        lines = [shapely.LineString(points) for ring in rings if len(points := line(ring)) > 1]
        return shapely.make_valid(shapely.union_all(shapely.get_parts(shapely.polygonize(lines))))

    lakes = [shapely.difference(polygons(outer), polygons(inner)) for outer, inner in ways.lakes]
    parts = shapely.get_parts(np.array(lakes, object)) if lakes else np.empty(0, object)
    parts = [part for part in parts if part.geom_type == "Polygon"]
    metres = [_DEGREE_M**2 * part.area * np.cos(np.radians(part.centroid.y)) for part in parts]
    rivers = [(name, points) for name, refs in ways.rivers if len(points := line(refs)) > 1]
    return [part for part, area in zip(parts, metres) if area >= _LEAST_M2], rivers

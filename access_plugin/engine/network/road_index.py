"""Where the roads of a network lie: one spatial index for all profiles and seasons."""

from __future__ import annotations

import hashlib

import numpy as np
import shapely

from ..arrays import Bools, Floats, Ints, Objects
from ..progress import side_by_side

#: Sets of points whose nearest roads are remembered: the places, the sites and the candidates of a study.
_REMEMBERED = 8
_RADII_M = (50.0, 200.0, 600.0)
#: Points whose nearest roads one thread looks for before it takes the next ones.
_PART = 5_000


class RoadIndex:
    """Some roads and a tree of their shapes (GEOS).

    Attributes
    ----------
    edges, lines
        Their numbers in the network, increasing, and their shapes in its reference system.
    tree
        Over `lines`.
    """

    def __init__(self, edges: Ints, lines: Objects) -> None:
        self.edges, self.lines, self.tree = edges, lines, shapely.STRtree(lines)
        self._found: dict[tuple[bytes, float], tuple[Ints, Ints, Floats]] = {}

    def nearest(self, points: Objects, most_m: float, allowed: Bools) -> tuple[Ints, Ints, Floats]:
        """Return the nearest allowed road of each point that has one.

        Parameters
        ----------
        points
            (n,) shapely points.
        most_m
            How far at most, metres.
        allowed
            (k,) bool, for each road of the index.

        Returns
        -------
        row, road, metres
            Increasing rows of `points`; the place in :attr:`edges`, of several at the very same distance the first; the
            distance.
        """
        row, road, metres = self._nearest_of_all(points, most_m)
        usable = allowed[road]
        row, road, metres, left = row[usable], road[usable], metres[usable], np.setdiff1d(row, row[usable])
        found = [_first(row, road, metres)]
        # around those whose nearest road is not allowed
        for radius in (*(radius for radius in _RADII_M if radius < most_m), most_m):
            if len(left) == 0:
                break
            near, road = self.tree.query(points[left], predicate="dwithin", distance=radius)
            near, road = left[near[allowed[road]]], road[allowed[road]]
            found.append(_first(near, road, shapely.distance(points[near], self.lines[road])))
            left = np.setdiff1d(left, near)
        row, road, metres = (np.concatenate(column) for column in zip(*found))
        order = np.argsort(row, kind="stable")
        return row[order], road[order], metres[order]

    def _nearest_of_all(self, points: Objects, most_m: float) -> tuple[Ints, Ints, Floats]:
        key = hashlib.sha256(shapely.get_coordinates(points).tobytes()).digest(), most_m
        known = self._found.get(key)  # another thread may forget it meanwhile
        if known is None:
            while len(self._found) >= _REMEMBERED:
                self._found.pop(next(iter(self._found), key), None)
            starts = range(0, max(len(points), 1), _PART)
            found = side_by_side(lambda start: self._nearest_of(points[start : start + _PART], most_m, start), starts)
            row, road, metres = (np.concatenate(column) for column in zip(*found))
            known = self._found[key] = row, road, metres
        return known

    def _nearest_of(self, points: Objects, most_m: float, first: int) -> tuple[Ints, Ints, Floats]:
        (row, road), metres = self.tree.query_nearest(points, max_distance=most_m, return_distance=True)
        return row + first, road, metres


def _first(row: Ints, road: Ints, metres: Floats) -> tuple[Ints, Ints, Floats]:
    """Keep of each row the nearest road, the first of several at the same distance."""
    order = np.lexsort((road, metres, row))
    row, road, metres = row[order], road[order], metres[order]
    first = np.ones(len(row), bool)
    first[1:] = row[1:] != row[:-1]
    return row[first], road[first], metres[first]

"""The roads of a network file: its arrays, where they lie, and which of them the user closes. Nothing changes them."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import CRS

from ..arrays import Arrays, Bools, Floats, Ints, Objects
from .attributes import CLASS_CODE
from .closed_roads import NONE, Closures
from .road_index import RoadIndex


@dataclass(frozen=True, eq=False)
class Roads:
    """A network file, opened, with the roads that the user closes.

    Attributes
    ----------
    arrays, meta, path
        What the file holds (:data:`schema.ARRAYS`, memory-mapped), and where it is.
    closures
        The roads that the user closes, and when.
    """

    arrays: Arrays = field(repr=False)
    meta: dict[str, Any] = field(repr=False)
    path: Path | None = None
    closures: Closures = NONE

    @functools.cached_property
    def crs(self) -> CRS:
        """The metric reference system of all coordinates."""
        return CRS.from_wkt(self.meta["crs"])

    @property
    def edge_count(self) -> int:
        """How many edges there are."""
        return len(self.arrays["edge_kind"])

    @property
    def node_count(self) -> int:
        """How many nodes there are."""
        return len(self.arrays["node_xy"])

    @functools.cached_property
    def bounds(self) -> tuple[Floats, Floats]:
        """The least and the greatest coordinates (2,) of all roads, metres."""
        xy, origin = self.arrays["shape_xy"], np.array(self.meta["origin_xy"])
        return xy.min(axis=0) / 100.0 + origin, xy.max(axis=0) / 100.0 + origin

    @property
    def is_barrier(self) -> Bools:
        """(e,) bool: the edges without length that stand for a barrier."""
        is_barrier: Bools = self.arrays["kinds"]["road_class"][self.arrays["edge_kind"]] == CLASS_CODE["barrier"]
        return is_barrier

    @functools.cached_property
    def road_index(self) -> RoadIndex:
        """A spatial index of all roads, open or not."""
        edges = np.flatnonzero(~self.is_barrier)
        return RoadIndex(edges, self.lines(edges))

    def lines(self, edges: Ints | None = None) -> Objects:
        """Return the shapes of some edges, or of all, as LineStrings in the network's reference system."""
        edges = np.arange(self.edge_count) if edges is None else np.asarray(edges)
        xy, size = self.shapes(edges)
        lines: Objects = shapely.linestrings(xy, indices=np.repeat(np.arange(len(edges)), size))
        return lines

    def shapes(self, edges: Ints) -> tuple[Floats, Ints]:
        """Return the points (n, 2) of some edges one after another, metres, and how many each edge has."""
        start = self.arrays["shape_start"]
        size = start[edges + 1] - start[edges]
        first = np.cumsum(size) - size
        take = np.arange(size.sum()) + np.repeat(start[edges] - first, size)
        return self.arrays["shape_xy"][take] / 100.0 + np.array(self.meta["origin_xy"]), size

"""The map in cells: each one knows the nearest point on a road, as (edge, fraction)."""

from __future__ import annotations

import functools
import weakref
from dataclasses import dataclass

import numpy as np
import shapely

from ..arrays import Bools, Floats, Ints
from ..compiled import COMPILED, compiled
from ..errors import InputError
from ..network.open_roads import OpenRoads
from ..network.snap import Attachment
from ..network.timed import TimedNetwork
from ..progress import side_by_side
from ..text import tr
from .contours import Outline

#: Areas are drawn up to this distance from a road.
CAP_M = 200.0
#: More cells than this would not fit a desktop's memory: some 25 bytes for each.
MOST_CELLS = 100_000_000
#: Open roads → their maps by the size of cells and how far areas reach.
_MAPS: weakref.WeakKeyDictionary[OpenRoads, dict[tuple[float, float], CellMap]] = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class CellMap:
    """Cells in rows from south to north.

    Attributes
    ----------
    x, y
        Centres of the columns and of the rows, metres.
    edge, fraction
        (rows, columns) int32 and float32: where each cell attaches, -1 and 0 for those whose centre lies farther from
        every road than the cap.
    """

    x: Floats
    y: Floats
    edge: Ints
    fraction: Floats

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.edge.shape

    @property
    def near(self) -> Bools:
        """(rows, columns) bool: the cells near a road."""
        return self.edge >= 0

    @functools.cached_property
    def outline(self) -> Outline:
        """The cells to draw on."""
        return Outline(self.near)

    def places(self, cells: Ints) -> Attachment:
        """Return where some cells attach, given by their numbers in row-major order."""
        return Attachment(self.edge.ravel()[cells], self.fraction.ravel()[cells], np.zeros(len(cells), np.float32))


def cell_map(timed: TimedNetwork, cell_m: float, *, cap_m: float = CAP_M) -> CellMap:
    """Find the nearest road of each cell among those that points attach to.

    Found once for all that drive on the same roads, and kept as long as these are.

    Of roads within the cap, one that can be left there comes first; points look for such a road up to 2 km away.

    Parameters
    ----------
    timed
        The network with its profile and season.
    cell_m
        Side of a cell, metres.
    cap_m
        How far from a road areas reach. A cell counts when its centre is at most half a cell farther, so that areas,
        whose border runs through centres, end there on average.

    Raises
    ------
    InputError
        The cells are too small for the extent, or have no size.
    """
    if not 1 <= cell_m <= 5000:
        raise InputError(tr("The size of a cell must be from 1 to 5,000 metres, not {value}.").format(value=cell_m))
    known = _MAPS.setdefault(timed.roads, {})
    if (cell_m, cap_m) not in known:
        known[cell_m, cap_m] = _painted(timed, cell_m, cap_m + cell_m / 2)
    return known[cell_m, cap_m]


def _painted(timed: TimedNetwork, cell_m: float, cap_m: float) -> CellMap:
    first, last = timed.network.bounds  # the same grid for every profile
    low = np.floor((first - cap_m) / cell_m - 1) * cell_m
    columns, rows = (np.ceil((last + cap_m - low) / cell_m) + 1).astype(int)
    if columns * rows > MOST_CELLS:
        text = tr("Cells of {cell:g} m would make {count} {count:cell|cells} of this network: choose larger cells.")
        raise InputError(text.format(cell=cell_m, count=columns * rows))
    edge, fraction, squared = (
        np.full((rows, columns), -1, np.int32),
        np.zeros((rows, columns), np.float32),
        np.full((rows, columns), np.inf, np.float32),
    )
    paint = _paint if COMPILED else _paint_slowly
    for roads in (timed.attachable & timed.leavable, timed.attachable & ~timed.leavable):
        edges = np.flatnonzero(roads)
        xy, size = timed.network.shapes(edges)
        given = xy - low, np.concatenate([[0], np.cumsum(size)]), edges.astype(np.int32), cell_m, columns
        found = edge.ravel(), fraction.ravel(), squared.ravel()
        halves = np.array_split(np.arange(rows), 2)
        side_by_side(lambda half: paint(*given, half[0], half[-1], cap_m, *found), halves)
        squared[edge >= 0] = -1.0  # a road that cannot be left there gives a cell its time only where there is no other
    return CellMap(
        low[0] + (np.arange(columns) + 0.5) * cell_m, low[1] + (np.arange(rows) + 0.5) * cell_m, edge, fraction
    )


def _paint_slowly(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    xy: Floats,
    start: Ints,
    edges: Ints,
    cell: float,
    columns: int,
    bottom: int,
    top: int,
    cap: float,
    edge: Ints,
    fraction: Floats,
    squared: Floats,
) -> None:
    """Do what :func:`_paint` does, by a spatial index (GEOS): without numba the loop would take hours."""
    lines = shapely.linestrings(xy, indices=np.repeat(np.arange(len(edges)), np.diff(start)))
    tree = shapely.STRtree(lines)
    for row in range(bottom, top + 1):
        points = shapely.points((np.arange(columns) + 0.5) * cell, np.full(columns, (row + 0.5) * cell))
        (column, line), metres = tree.query_nearest(points, max_distance=cap, return_distance=True)
        order = np.lexsort((-line, column))  # of several the first is written last
        column, line, metres = column[order], line[order], metres[order]
        cells = row * columns + column
        free = squared[cells] > metres**2
        cells, line, column = cells[free], line[free], column[free]
        edge[cells], squared[cells] = edges[line], metres[free] ** 2
        fraction[cells] = shapely.line_locate_point(lines[line], points[column], normalized=True)


@compiled
def _paint(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    xy: Floats,
    start: Ints,
    edges: Ints,
    cell: float,
    columns: int,
    bottom: int,
    top: int,
    cap: float,
    edge: Ints,
    fraction: Floats,
    squared: Floats,
) -> None:
    """For each piece of each road, offer its nearest point to the cells around it, in the rows from bottom to top.

    The nearest offer, then the first, wins.
    """
    for e in range(len(edges)):
        total = 0.0
        for i in range(start[e], start[e + 1] - 1):
            total += np.hypot(xy[i + 1, 0] - xy[i, 0], xy[i + 1, 1] - xy[i, 1])
        if total == 0.0:
            continue
        before = 0.0
        for i in range(start[e], start[e + 1] - 1):
            ax, ay = xy[i, 0], xy[i, 1]
            dx, dy = xy[i + 1, 0] - ax, xy[i + 1, 1] - ay
            length = np.hypot(dx, dy)
            first_column = max(0, int((min(ax, ax + dx) - cap) / cell))
            last_column = min(columns - 1, int((max(ax, ax + dx) + cap) / cell))
            first_row = max(bottom, int((min(ay, ay + dy) - cap) / cell))
            last_row = min(top, int((max(ay, ay + dy) + cap) / cell))
            for row in range(first_row, last_row + 1):
                py = (row + 0.5) * cell - ay
                for column in range(first_column, last_column + 1):
                    px = (column + 0.5) * cell - ax
                    share = 0.0
                    if length > 0.0:
                        share = min(max((px * dx + py * dy) / (length * length), 0.0), 1.0)
                    gap = (px - share * dx) ** 2 + (py - share * dy) ** 2
                    k = row * columns + column
                    if gap < squared[k] and gap <= cap * cap:
                        squared[k] = gap
                        edge[k] = edges[e]
                        fraction[k] = (before + share * length) / total
            before += length

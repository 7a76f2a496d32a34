"""From a map of times to the shapes of areas: contours (marching squares) with their holes."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from ..arrays import Bools, Floats, Ints, Objects, Pair
from ..compiled import COMPILED
from ..progress import side_by_side
from .tracing import MOST_LIMITS, classes_of, rings_of, squares_with_rings

#: Bands end just after their last millisecond, so that no corner of a cell lies on a border and borders touch nowhere.
_AFTER_MIN = 0.5 / 60_000
#: What is later than the last border by more than this counts as so much later: where times jump, between roads that
#: run side by side, how late exactly moves no border.
LATER_MIN = 2.0


class Contours:
    """Contours of the times on a map.

    Parameters
    ----------
    x, y
        Centres of columns and rows, increasing by the side of a cell.
    minutes
        (rows, columns); infinite where it is later than any time that is known.
    drawn
        (rows, columns) bool: the cells that areas are drawn on; the others have no road. An area reaches to their
        centres. Those of an :class:`Outline` give valid shapes.
    most
        Minutes of the last band that will be asked for, infinite for all that is reached.
    """

    def __init__(self, x: Floats, y: Floats, minutes: Floats, drawn: Bools, most: float = np.inf) -> None:
        rows = np.flatnonzero((minutes <= most).any(axis=1))
        self._some = len(rows) > 0 and min(minutes.shape) > 1
        if not self._some:
            return
        window = slice(max(int(rows[0]) - 1, 0), int(rows[-1]) + 2)
        self._x, self._y = x, y[window]
        self._minutes = np.ascontiguousarray(minutes[window], np.float32)
        self._drawn = drawn[window] & ~np.isnan(self._minutes)
        self._highest = most
        if most == np.inf:
            known = self._drawn & (self._minutes < np.inf)
            self._highest = float(np.max(self._minutes, where=known, initial=0.0))
        self._cap = self._highest + LATER_MIN

    def bands(self, limits: list[float]) -> list[shapely.MultiPolygon]:
        """Return the areas between each of some limits and the next: later than the one, no later than the other.

        Two bands that share a limit share a border. A first limit of 0 takes in the time 0, an infinite last one all
        that is reached.
        """
        if not self._some:
            return [shapely.MultiPolygon()] * (len(limits) - 1)
        ends = [limit + _AFTER_MIN if limit > 0 else -1.0 for limit in limits]
        if limits[-1] == np.inf:
            ends[-1] = max(self._highest, *limits[:-1]) + 0.5
        if not COMPILED:
            return self._filled(ends)
        areas = []
        for first in range(0, len(ends) - 1, MOST_LIMITS - 1):
            areas += self._traced(np.array(ends[first : first + MOST_LIMITS]))
        return areas

    def band(self, low: float, high: float) -> shapely.MultiPolygon:
        """Return the area between two limits, see :meth:`bands`."""
        return self.bands([low, high])[0]

    def line(self, threshold: float) -> shapely.MultiLineString:
        """Return the lines between what is within a threshold and what is beyond."""
        if not self._some:
            return shapely.MultiLineString()
        end = threshold + _AFTER_MIN
        if COMPILED:
            return self._traced_line(np.array([-np.inf, end]))
        return shapely.MultiLineString([line for line in self._generator().lines(end) if len(line) > 1])

    def _traced(self, limits: Floats) -> list[shapely.MultiPolygon]:
        classes = classes_of(self._minutes, self._drawn, limits, self._cap)
        squares = squares_with_rings(classes)

        def area(own: int) -> shapely.MultiPolygon:
            corners, _, start, outline = rings_of(self._minutes, classes, squares, own, limits, self._cap)
            return _polygons(self._placed(corners), start, outline)

        return side_by_side(area, range(1, len(limits)))

    def _traced_line(self, limits: Floats) -> shapely.MultiLineString:
        """Return the lines around what is between two limits, but for what runs along the rim."""
        classes = classes_of(self._minutes, self._drawn, limits, self._cap)
        corners, rim, start, _ = rings_of(self._minutes, classes, squares_with_rings(classes), 1, limits, self._cap)
        # back to where each ring began; one that meets the rim begins where it leaves it, see tracing._begins
        corners = self._placed(corners)[np.insert(np.arange(len(corners)), start[1:], start[:-1])]
        ends = np.insert(rim, start[1:], True)
        number: Ints = np.cumsum(ends) - ends
        drawn = np.bincount(number)[number] > 1 if len(number) else ends
        lines = shapely.linestrings(corners[drawn], indices=np.unique(number[drawn], return_inverse=True)[1])
        return shapely.multilinestrings(lines)

    def _placed(self, corners: Floats) -> Floats:
        """Return columns and rows as metres, in place."""
        corners *= self._x[1] - self._x[0]
        corners += (self._x[0], self._y[0])
        return corners

    def _filled(self, limits: list[float]) -> list[shapely.MultiPolygon]:
        """Do what :meth:`_traced` does, by contourpy: without numba the loops would take hours."""
        generator, areas = self._generator(), []
        for low, high in zip(limits, limits[1:]):
            (points,), (rings,), (polygons,) = generator.filled(low, high)
            if points is None:
                areas.append(shapely.MultiPolygon())
                continue
            outline = np.repeat(polygons[:-1], np.diff(polygons.astype(np.int64)))
            areas.append(_polygons(points, rings.astype(np.int64), outline))
        return areas

    def _generator(self) -> Any:
        import contourpy

        values = np.minimum(self._minutes, self._cap, dtype=float)
        return contourpy.contour_generator(
            self._x,
            self._y,
            np.ma.MaskedArray(values, ~self._drawn, shrink=False),
            corner_mask=False,
            fill_type=contourpy.FillType.ChunkCombinedOffsetOffset,
            line_type=contourpy.LineType.Separate,
        )


def _polygons(corners: Floats, start: Ints, outline: Ints) -> shapely.MultiPolygon:
    """Return polygons with their holes.

    ``corners[start[r] : start[r + 1]]`` are those of ring r, ``outline[r]`` is the ring around it, itself for an
    outline, -1 for none.
    """
    order = np.lexsort((outline != np.arange(len(outline)), outline))
    order = order[outline[order] >= 0]
    if len(order) == 0:
        return shapely.MultiPolygon()
    size = np.diff(start)[order]
    number = np.repeat(np.arange(len(order)), size)
    before = np.cumsum(size) - size
    corners = corners[np.arange(len(number)) + (start[:-1][order] - before)[number]]
    # ring by ring, each outline before its holes: shapely 2.1.0 (Debian 13) corrupts memory in from_ragged_array
    rings: Objects = shapely.linearrings(corners, indices=number)
    polygon = np.unique(outline[order], return_inverse=True)[1]
    return shapely.multipolygons(shapely.polygons(rings, indices=polygon))


def polygons_of(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """Return the polygons of what an overlay gives, without its points and lines."""
    parts = shapely.get_parts(shapely.get_parts(np.array([shape])))
    return shapely.multipolygons(
        parts[(shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & (shapely.area(parts) > 0)]
    )


class Outline:
    """The cells to draw areas on: all that are near a road, and the few more without which a border would touch itself.

    Areas are made of the squares between the centres of four cells that are drawn. Where two such squares would meet in
    one centre only, a third one is added, whose cells take the values of the nearest ones that have some.

    Attributes
    ----------
    drawn
        (rows, columns) bool.
    added, source
        (k,) the numbers, in row-major order, of the cells that are added, and of those whose values they take.
    """

    def __init__(self, near: Bools) -> None:
        self.drawn = near.copy()
        row, column = _touching(near)
        while len(row):
            for down, along in ((-1, 0), (0, 1), (-1, 1)):
                self.drawn[row[:, 0] + down, column + along * row[:, 1]] = True
            row, column = _touching(self.drawn)
        added = np.argwhere(self.drawn & ~near)
        source = np.full(len(added), -1)
        around = sorted(
            ((down, along) for down in range(-3, 4) for along in range(-3, 4)),
            key=lambda step: (step[0] ** 2 + step[1] ** 2, step),
        )
        for step in around:
            there = np.clip(added + step, 0, np.array(near.shape) - 1)
            found = (source < 0) & near[tuple(there.T)]
            source[found] = np.ravel_multi_index(there[found].T, near.shape)
        row, column = added.T
        place = np.ravel_multi_index((row, column), near.shape)
        self.added, self.source = place[source >= 0], source[source >= 0]

    def lend(self, values: Floats | Ints) -> None:
        """Give the cells that are added their values, in place; `values` (rows, columns)."""
        values.ravel()[self.added] = values.ravel()[self.source]


def _touching(drawn: Bools) -> Pair:
    """Return the cells in whose centre two squares touch.

    (k, 2) the row and on which side, 1 or -1, the lower one of the other two is; (k,) the column.
    """
    square = np.zeros((drawn.shape[0] + 1, drawn.shape[1] + 1), bool)
    square[1:-1, 1:-1] = drawn[:-1, :-1] & drawn[1:, :-1] & drawn[:-1, 1:] & drawn[1:, 1:]
    left, right, upper_left, upper_right = square[:-1, :-1], square[:-1, 1:], square[1:, :-1], square[1:, 1:]
    rising = np.argwhere(left & upper_right & ~right & ~upper_left)
    falling = np.argwhere(right & upper_left & ~left & ~upper_right)
    cells, side = np.vstack([rising, falling]), np.repeat([1, -1], [len(rising), len(falling)])
    return np.column_stack([cells[:, 0], side]), cells[:, 1]

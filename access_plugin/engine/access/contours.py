"""From a map of times to the shapes of areas: contours (marching squares, contourpy) with their holes."""

from __future__ import annotations

import contourpy
import numpy as np
import shapely

from ..arrays import Bools, Floats, Ints, Pair

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
        Centres of columns and rows, increasing.
    minutes
        (rows, columns); infinite where it is later than any time that is known.
    drawn
        (rows, columns) bool: the cells that areas are drawn on; the others have no road. An area reaches to their
        centres. Those of an :class:`Outline` give valid shapes.
    most
        Minutes of the last band that will be asked for, infinite for all that is reached.
    """

    def __init__(self, x: Floats, y: Floats, minutes: Floats, drawn: Bools, most: float = np.inf) -> None:
        self._generator, window = None, _extent(minutes <= most)
        if window is None:
            return
        values = minutes[window].astype(float)
        self._highest = (
            float(np.max(values, where=drawn[window] & (values < np.inf), initial=0.0)) if most == np.inf else most
        )
        np.minimum(values, self._highest + LATER_MIN, out=values)
        masked = np.ma.MaskedArray(values, ~drawn[window], shrink=False)
        self._generator = contourpy.contour_generator(
            x[window[1]],
            y[window[0]],
            masked,
            corner_mask=False,
            fill_type=contourpy.FillType.ChunkCombinedOffsetOffset,
            line_type=contourpy.LineType.Separate,
        )

    def band(self, low: float, high: float) -> shapely.MultiPolygon:
        """Return the area where ``low < minutes <= high``, with its holes.

        Two bands that share a limit share a border. A `low` of 0 takes in the time 0, an infinite `high` all that is
        reached.
        """
        if self._generator is None:
            return shapely.MultiPolygon()
        upper = high + _AFTER_MIN if high < np.inf else max(self._highest, low) + 0.5
        (points,), (rings,), (polygons,) = self._generator.filled(low + _AFTER_MIN if low > 0 else -1.0, upper)
        if points is None:
            return shapely.MultiPolygon()
        # ring by ring, each polygon's outline before its holes: shapely 2.1.0 (Debian 13) corrupts memory in
        # from_ragged_array
        of_ring, of_polygon = (
            np.repeat(np.arange(len(ends) - 1), np.diff(ends.astype(np.int64))) for ends in (rings, polygons)
        )
        return shapely.multipolygons(shapely.polygons(shapely.linearrings(points, indices=of_ring), indices=of_polygon))

    def line(self, threshold: float) -> shapely.MultiLineString:
        """Return the lines between what is within a threshold and what is beyond."""
        lines = self._generator.lines(threshold + _AFTER_MIN) if self._generator is not None else []
        return shapely.MultiLineString([line for line in lines if len(line) > 1])


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


def _extent(chosen: Bools) -> tuple[slice, slice] | None:
    """Return the rows and columns around some cells, with one more on each side, or None when there are none."""
    found = []
    for axis in (1, 0):
        at = np.flatnonzero(chosen.any(axis=axis))
        if len(at) == 0:
            return None
        found.append(slice(max(int(at[0]) - 1, 0), int(at[-1]) + 2))
    return found[0], found[1]

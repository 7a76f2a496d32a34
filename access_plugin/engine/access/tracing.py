"""The rings around the cells between two times, followed from square to square: marching squares, compiled.

A square lies between the centres of four cells that are drawn. Its corners and sides are counted from its south-west
one, anticlockwise; side k leads from corner k to the next. Walking around a square that way, the area is left through
an *exit* and come into again through an *entry*; an exit and an entry are joined across the square. A ring follows such
joints, and the outer sides of squares, with the area to its left: outlines run anticlockwise, holes clockwise.
"""

from __future__ import annotations

import numpy as np

from ..arrays import Bools, Floats, Int32s, Ints
from ..compiled import compiled
from ..progress import halves, side_by_side

#: The class of cells that are not drawn; so many limits at most tell classes apart.
NONE = 255
MOST_LIMITS = NONE - 1
_SOUTH, _NORTH, _WEST = 0, 2, 3
#: In the marks of a square: its exits that were followed, by side, and its outer sides, by side times this.
_OUTER = 16


def classes_of(minutes: Floats, drawn: Bools, limits: Floats, cap: float) -> Ints:
    """Return for each cell how many limits it is later than, :data:`NONE` for those that are not drawn.

    What is later than `cap` counts as this.

    Returns
    -------
    numpy.ndarray
        (rows + 2, columns + 2) uint8, with cells that are not drawn all around.
    """
    rows, columns = minutes.shape
    found = np.full((rows + 2, columns + 2), NONE, np.uint8)
    side_by_side(lambda part: _classify(minutes, drawn, limits, cap, found, *part), halves(rows))
    return found


@compiled
def _classify(minutes: Floats, drawn: Bools, limits: Floats, cap: float, found: Ints, first: int, end: int) -> None:
    """Do the work of :func:`classes_of` for some rows."""
    later = 0  # mostly that of the cell before
    for i in range(first, end):
        for j in range(minutes.shape[1]):
            if drawn[i, j]:
                value = min(float(minutes[i, j]), cap)
                while later < len(limits) and value > limits[later]:
                    later += 1
                while later > 0 and not value > limits[later - 1]:
                    later -= 1
                found[i + 1, j + 1] = later


def squares_with_rings(classes: Ints) -> Int32s:
    """Return the squares that some ring may cross: those of several classes, or at the rim.

    Returns
    -------
    numpy.ndarray
        (k, 5) int32: row and column, the outer sides (bit by side), the least and the largest class of the corners.
    """
    parts = side_by_side(lambda part: _squares(classes, *part), halves(len(classes) - 1))
    return np.concatenate(parts)


@compiled
def _squares(classes: Ints, first: int, end: int) -> Int32s:
    """Do the work of :func:`squares_with_rings` for some rows of squares."""
    rows, columns = classes.shape
    found, count = np.empty((1024, 5), np.int32), 0
    there = np.zeros((3, columns + 1), np.uint8)  # whether the squares of three rows are there, one more at each end
    least, most = np.empty(columns - 1, np.uint8), np.empty(columns - 1, np.uint8)
    for i in range(max(first - 2, 0), end):
        below, here, above = there[i % 3], there[(i + 1) % 3], there[(i + 2) % 3]
        above[:] = 0
        if i + 2 < rows:
            _extremes(classes[i + 1], classes[i + 2], least, most)
            above[1:-1] = most != NONE
        if i < first:
            continue
        _extremes(classes[i], classes[min(i + 1, rows - 1)], least, most)
        for j in range(columns - 1):
            inner = below[j + 1] & above[j + 1] & here[j] & here[j + 2]
            if not here[j + 1] or (inner and least[j] == most[j]):
                continue
            if count == len(found):
                larger = np.empty((2 * count, 5), np.int32)
                larger[:count] = found
                found = larger
            found[count, 0], found[count, 1], found[count, 3], found[count, 4] = i, j, least[j], most[j]
            found[count, 2] = 15 - (below[j + 1] | here[j + 2] << 1 | above[j + 1] << 2 | here[j] << 3)
            count += 1
    return found[:count]


@compiled
def _extremes(lower: Ints, upper: Ints, least: Ints, most: Ints) -> None:
    """Set the least and the largest class of the corners of each square between two rows of cells."""
    for j in range(len(least)):
        least[j] = min(lower[j], lower[j + 1], upper[j], upper[j + 1])
        most[j] = max(lower[j], lower[j + 1], upper[j], upper[j + 1])


# Row and column of corner k of a square (also of corner k + 4), and of the square beyond its side k, from those of the
# square: in bits, since numba looks numbers up in a tuple by one branch after another.


@compiled
def _up(corner: int) -> int:
    """Return 0, 0, 1, 1."""
    return corner >> 1 & 1


@compiled
def _along(corner: int) -> int:
    """Return 0, 1, 1, 0."""
    return (corner ^ corner >> 1) & 1


@compiled
def _up_beyond(side: int) -> int:
    """Return -1, 0, 1, 0."""
    return (side - 1) * (~side & 1)


@compiled
def _along_beyond(side: int) -> int:
    """Return 0, 1, 0, -1."""
    return (2 - side) * (side & 1)


@compiled
def _is_square(classes: Ints, i: int, j: int) -> bool:
    return bool(max(classes[i, j], classes[i, j + 1], classes[i + 1, j], classes[i + 1, j + 1]) != NONE)


@compiled
def _class(classes: Ints, i: int, j: int, corner: int) -> int:
    return int(classes[i + _up(corner), j + _along(corner)])


@compiled
def _has_exit(classes: Ints, i: int, j: int, side: int, own: int) -> bool:
    first, last = _class(classes, i, j, side), _class(classes, i, j, side + 1)
    return last != own and (first == own or (first < own) == (own < last))


@compiled
def _has_entry(classes: Ints, i: int, j: int, side: int, own: int) -> bool:
    first, last = _class(classes, i, j, side), _class(classes, i, j, side + 1)
    return first != own and (last == own or (first < own) == (own < last))


@compiled
def _is_outer(classes: Ints, i: int, j: int, side: int) -> bool:
    return not _is_square(classes, i + _up_beyond(side), j + _along_beyond(side))


@compiled
def _value(minutes: Floats, i: int, j: int, corner: int, cap: float) -> float:
    return min(float(minutes[i - 1 + _up(corner), j - 1 + _along(corner)]), cap)


@compiled
def _crossing(minutes: Floats, i: int, j: int, side: int, limit: float, cap: float) -> tuple[float, float]:
    """Return the column and the row where a side is just at a limit: the same for the squares on both its sides."""
    first, last = (side, side + 1) if side < _NORTH else (side + 1, side)
    low, high = _value(minutes, i, j, first, cap), _value(minutes, i, j, last, cap)
    part = (limit - low) / (high - low)
    row, column = i - 1 + _up(first), j - 1 + _along(first)
    return (column + part, float(row)) if side & 1 == 0 else (float(column), row + part)


@compiled
def _joined_to(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    minutes: Floats, classes: Ints, i: int, j: int, side: int, own: int, limits: Floats, cap: float
) -> int:
    """Return the side of the entry that an exit is joined to across the square.

    It is the next one, unless what lies beyond the limit hangs together through the middle of the square: then it is
    the other one.
    """
    later, step = _class(classes, i, j, side + 1) > own, 1
    while _is_beyond(classes, i, j, side + step + 1, own, later):
        step += 1
    if step > 1 or not _is_beyond(classes, i, j, side + 3, own, later):
        return (side + step) & 3
    middle = 0.0
    for corner in range(4):
        middle += 0.25 * _value(minutes, i, j, corner, cap)
    through = middle > limits[own] if later else middle <= limits[own - 1]
    return (side + 3 if through else side + 1) & 3


@compiled
def _is_beyond(classes: Ints, i: int, j: int, corner: int, own: int, later: bool) -> bool:
    """Tell whether a corner of a square is later than a class, or earlier."""
    other = _class(classes, i, j, corner)
    return other > own if later else other < own


@compiled
def _next_outer(classes: Ints, i: int, j: int, side: int) -> tuple[int, int, int]:
    """Return the outer side, of this square or another, that begins where an outer side ends."""
    side = (side + 1) & 3
    while not _is_outer(classes, i, j, side):
        i, j, side = i + _up_beyond(side), j + _along_beyond(side), (side + 3) & 3
    return i, j, side


@compiled
def _of_class(classes: Ints, squares: Int32s, own: int) -> tuple[Int32s, int]:
    """Return what the rings of a class cross, and how many corners these rings have.

    (k, 4) int32: row and column of a square, its exits and its outer sides (bit by side).
    """
    found, count, corners = np.empty((len(squares), 4), np.int32), 0, 0
    for s in range(len(squares)):
        i, j, outer, least, most = squares[s, 0], squares[s, 1], squares[s, 2], squares[s, 3], squares[s, 4]
        if least > own or most < own or (least == most and outer == 0):
            continue
        exits = 0
        for side in range(4):
            exits |= _has_exit(classes, i, j, side, own) << side
            corners += exits >> side
            if outer >> side & 1:
                corners += _has_entry(classes, i, j, side, own) + (_class(classes, i, j, side + 1) == own)
        found[count, 0], found[count, 1], found[count, 2], found[count, 3] = i, j, exits, outer
        count += 1
    return found[:count], corners


@compiled
def _begins(classes: Ints, chosen: Ints, mark: int, side: int, own: int, kind: int) -> bool:
    """Tell whether a ring that was not followed begins with a side of a square.

    Those that meet the rim come first, at an exit on it; then those that never meet it, then those that never leave it.
    """
    i, j, exits, outer = chosen[0], chosen[1], chosen[2], chosen[3]
    if kind < 2:
        return bool((exits if kind == 1 else exits & outer) >> side & 1) and not mark >> side & 1
    return bool(outer >> side & 1) and _class(classes, i, j, side) == own and not mark & _OUTER << side


@compiled
def _follow(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    minutes: Floats,
    classes: Ints,
    own: int,
    limits: Floats,
    cap: float,
    begin: tuple[int, int, int, bool],
    count: int,
    corners: Floats,
    rim: Bools,
    marks: Ints,
    hits: Ints,
) -> tuple[int, int, int]:
    """Follow one ring from where it begins: row, column and side of a square, and whether with an outer side.

    ``corners[count:]`` and ``rim[count:]`` take what is found, ``hits[0, 0]`` counts, and the rows after it hold, the
    ring's southern sides (see :func:`_outline_of`).

    Returns
    -------
    tuple of int
        How many corners there are now; row and column of the southernmost square whose western side leads down into
        the area.
    """
    i, j, side, outer = begin
    columns, low_row, low_column = classes.shape[1], classes.shape[0], -1
    while True:
        if outer:  # along an outer side that begins in the area, or (after a joint) with an entry on it
            if _class(classes, i, j, side) == own:
                marks[i, j] |= _OUTER << side
                if side == _SOUTH:
                    hits[0, 0] += 1
                    hits[hits[0, 0], 0] = (i * columns + j) * 2 + 1
            outer = not _has_exit(classes, i, j, side, own)
            if outer:
                corners[count, 0] = j - 1 + _along(side + 1)
                corners[count, 1] = i - 1 + _up(side + 1)
                rim[count] = True
                count += 1
                if side == _NORTH and i < low_row:
                    low_row, low_column = i, j
                i, j, side = _next_outer(classes, i, j, side)
        else:  # at an exit
            marks[i, j] |= 1 << side
            if side == _WEST:
                hits[0, 0] += 1
                hits[hits[0, 0], 0] = (i * columns + j) * 2
            later = _class(classes, i, j, side + 1) > own
            limit = limits[own] if later else limits[own - 1]
            corners[count, 0], corners[count, 1] = _crossing(minutes, i, j, side, limit, cap)
            count += 1
            side = _joined_to(minutes, classes, i, j, side, own, limits, cap)
            if side == _WEST and i < low_row:
                low_row, low_column = i, j
            outer = _is_outer(classes, i, j, side)
            if outer:
                corners[count, 0], corners[count, 1] = _crossing(minutes, i, j, side, limit, cap)
                rim[count] = True
                count += 1
            else:
                i, j, side = i + _up_beyond(side), j + _along_beyond(side), (side + 2) & 3
        if (i, j, side, outer) == begin:
            return count, low_row, low_column


@compiled
def _area(corners: Floats) -> float:
    """Return twice the area inside a ring, negative for one that runs clockwise."""
    x, y, total = corners[0, 0], corners[0, 1], 0.0
    for k in range(1, len(corners) - 1):
        total += (corners[k, 0] - x) * (corners[k + 1, 1] - y) - (corners[k + 1, 0] - x) * (corners[k, 1] - y)
    return total


@compiled
def _outline_of(classes: Ints, own: int, i: int, j: int, hits: Ints) -> int:
    """Return the ring that ends the area to the south of a point, just beside the western side of a square.

    `hits`: (h, 2) numbers of the sides at which the area may end there, in order, and their rings.
    """
    columns = classes.shape[1]
    while True:
        side = -1
        if _has_exit(classes, i, j, _WEST, own):
            side = (i * columns + j) * 2
        elif _is_outer(classes, i, j, _SOUTH):
            side = (i * columns + j) * 2 + 1
        if side >= 0:
            return int(hits[np.searchsorted(hits[:, 0], side), 1])
        i -= 1


@compiled
def rings_of(
    minutes: Floats, classes: Ints, squares: Int32s, own: int, limits: Floats, cap: float
) -> tuple[Floats, Bools, Ints, Ints]:
    """Return the rings around the cells of a class.

    Parameters
    ----------
    minutes, classes, squares
        (rows, columns) the times; what :func:`classes_of` and :func:`squares_with_rings` gave for them.
    own
        The class, from 1: later than ``limits[own - 1]`` and no later than ``limits[own]``.
    limits
        (l,) minutes, increasing.
    cap
        Later times count as this one.

    Returns
    -------
    tuple of numpy.ndarray
        (n, 2) column and row of each corner, ring by ring; (n,) whether the way on from there is along the rim of the
        squares; (r + 1,) where the rings begin and end; (r,) the number of each ring's outline: its own for an outline,
        -1 for a ring without an area.
    """
    chosen, size = _of_class(classes, squares, own)
    corners, rim = np.empty((size, 2)), np.zeros(size, np.bool_)
    marks, hits = np.zeros(classes.shape, np.uint8), np.zeros((2 * len(chosen) + 1, 2), np.int64)
    start, low = np.zeros(size + 1, np.int64), np.zeros((size, 2), np.int64)
    count = rings = 0
    for kind in range(3):
        for s in range(len(chosen)):
            i, j = chosen[s, 0], chosen[s, 1]
            for side in range(4 if kind == 1 or chosen[s, 3] else 0):
                if not _begins(classes, chosen[s], marks[i, j], side, own, kind):
                    continue
                begin, first = (int(i), int(j), side, kind == 2), hits[0, 0]
                count, low[rings, 0], low[rings, 1] = _follow(
                    minutes, classes, own, limits, cap, begin, count, corners, rim, marks, hits
                )
                hits[first + 1 : hits[0, 0] + 1, 1] = rings
                rings += 1
                start[rings] = count
    hits = hits[1 : hits[0, 0] + 1]
    hits = hits[np.argsort(hits[:, 0])]
    outline = np.full(rings, -1, np.int64)
    for ring in range(rings):
        area = _area(corners[start[ring] : start[ring + 1]])
        if area > 0:
            outline[ring] = ring
        elif area < 0:
            outline[ring] = -2 - _outline_of(classes, own, low[ring, 0], low[ring, 1], hits)
    for ring in range(rings):
        while outline[ring] < -1:  # a hole above another one has the outline of that
            outline[ring] = outline[-2 - outline[ring]]
    return corners, rim, start[: rings + 1], outline

"""Where names stand beside circles: close by, or further off at the end of a line; on no circle, on no other name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

#: Gaps between a circle and its name that are tried in turn, and steps between the points of a line, millimetres.
_GAPS_MM, _STEP_MM = (0.6, 2.5, 5.0, 8.0, 11.0, 15.0, 20.0, 26.0), 0.5
#: Directions that are tried: right first, then to both sides of it.
_ANGLES = np.array(sorted(np.linspace(-np.pi, np.pi, 32, endpoint=False), key=abs))


def places_beside(
    circles: np.ndarray,
    sizes: Sequence[tuple[float, float]],
    frame: tuple[float, float],
    taken: Sequence[tuple[float, float, float, float]] = (),
    *,
    margin: float = 0.0,
) -> np.ndarray:
    """Return the lower left corner of each name, millimetres; y grows upwards.

    Parameters
    ----------
    circles
        Centre and radius, (n, 3); names belong to the first ones, and those stand best whose circle comes first.
    sizes
        Width and height of each name.
    frame
        Width and height of the map, from (0, 0), which no name leaves.
    taken
        What else no name lies on: left, bottom, right, top.
    margin
        How far names keep off the edge of the map.
    """
    corners, rects, lines = [], [tuple(one) for one in taken], np.empty((0, 2))
    for (x, y, radius), (width, height) in zip(circles, sizes):
        half = np.array((width, height)) / 2
        towards = np.column_stack((np.cos(_ANGLES), np.sin(_ANGLES)))
        apart = radius + np.array(_GAPS_MM)[:, None] + np.abs(towards) @ half
        centres = ((x, y) + apart[..., None] * towards).reshape(-1, 2)
        cost = _cost(centres, half, circles, (margin, frame[0] - margin, frame[1] - margin), rects, lines)
        for option in np.argsort(cost, kind="stable"):  # of equal ones the closest, and the most to the right
            line = _line((x, y), centres[option], radius, half)
            if cost[option] > 0 or not _crosses(line, rects):
                break
        corners.append(centres[option] - half)
        rects.append((*(centres[option] - half), *(centres[option] + half)))
        lines = np.vstack((lines, line))
    return np.array(corners).reshape(-1, 2)


def _cost(centres, half, circles, inside, rects, lines) -> np.ndarray:
    """Return how much lies under a name at each of some places.

    Nothing is worse than to lie beyond what is `inside`: the least, the most to the right and the most to the top.
    """
    low, high = centres - half, centres + half
    outside = ((low < inside[0]) | (high > inside[1:])).any(axis=1)
    nearest = np.clip(circles[None, :, :2], low[:, None], high[:, None])
    depth = circles[:, 2] - np.linalg.norm(nearest - circles[:, :2], axis=2)
    under = np.maximum(depth, 0.0).sum(axis=1)
    for left, bottom, right, top in rects:
        wide = np.minimum(high[:, 0], right) - np.maximum(low[:, 0], left)
        tall = np.minimum(high[:, 1], top) - np.maximum(low[:, 1], bottom)
        under += 10 * np.sqrt(np.maximum(wide, 0.0) * np.maximum(tall, 0.0))
    on_lines = ((lines[None] >= low[:, None]) & (lines[None] <= high[:, None])).all(axis=2).sum(axis=1)
    return under + _STEP_MM * on_lines + 1e6 * outside


def _line(start, centre, radius: float, half) -> np.ndarray:
    """Return points of the line from the edge of a circle to its name."""
    way = np.asarray(centre) - start
    length = float(np.linalg.norm(way))
    along = np.arange(radius, length, _STEP_MM)[:, None] * way / length + start
    return along[(np.abs(along - centre) > half).any(axis=1)]


def _crosses(line: np.ndarray, rects) -> bool:
    return any(
        bool(((line >= (left, bottom)) & (line <= (right, top))).all(axis=1).any())
        for left, bottom, right, top in rects
    )

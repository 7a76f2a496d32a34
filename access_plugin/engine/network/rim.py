"""Where a network ends although the roads go on.

The ways out of it, beyond which there may be other roads and other sites.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from ..arrays import Arrays, Bools, Floats, Ints
from .attributes import CLASS_CODE
from .terrain import points_between_pieces

#: The map in squares of this side: those that hold roads, and the gaps between them that are closed, are the network's
#: land.
_CELL_M = 2000.0
_CLOSED_CELLS = 2
#: Small roads that end for good wherever they are.
_ENDING = ("service", "track", "barrier")


def ways_out(arrays: Arrays) -> Ints:
    """Return the nodes at which roads may go on beyond the network.

    These are the ends of ways whose further points the source names but does not hold, and the dead ends that lie
    within 2 km or so of the outline of all roads (squares of 2 km, gaps of up to 8 km closed, holes filled). A true
    dead end near the outline is taken for a way out too. What is not seen: a junction at the outline of which the
    source holds two roads and lacks the third.

    Parameters
    ----------
    arrays
        Those of :func:`build.build_network`, ``shape_xy`` in metres; ``ways_out`` holds the nodes at which the source
        itself says that a way goes on.

    Returns
    -------
    numpy.ndarray
        (k,) int32, increasing.
    """
    (tail, head), node_xy = arrays["stand_from"], arrays["node_xy"]
    road_class = arrays["kinds"]["road_class"][arrays["edge_kind"]]
    arms = np.bincount(np.concatenate([tail, head]), minlength=len(node_xy))
    small = np.isin(road_class, [CLASS_CODE[name] for name in _ENDING])
    large_arms = np.bincount(np.concatenate([tail[~small], head[~small]]), minlength=len(node_xy))
    dead_end = (arms == 1) & (large_arms == 1)
    near = _near_outline(
        node_xy, points_between_pieces(arrays["shape_start"], arrays["shape_xy"], arrays["piece_start"])
    )
    return np.union1d(arrays["ways_out"], np.flatnonzero(dead_end & near)).astype(np.int32)


def land_of(roads: Floats) -> tuple[Bools, Floats, float]:
    """Return the land that some roads lie on: squares that hold roads, gaps of up to 8 km closed, holes filled.

    Parameters
    ----------
    roads
        (n, 2) points along them, metres.

    Returns
    -------
    land, low, side
        (columns, rows) bool; the lower left corner (2,) and the side of the squares, metres.
    """
    low = roads.min(axis=0) - (_CLOSED_CELLS + 2) * _CELL_M
    shape = ((roads.max(axis=0) - low) / _CELL_M).astype(int) + _CLOSED_CELLS + 3
    land = np.zeros(shape, bool)
    land[tuple(((roads - low) / _CELL_M).astype(int).T)] = True
    return (
        ndimage.binary_fill_holes(ndimage.binary_closing(land, np.ones((3, 3)), iterations=_CLOSED_CELLS)),
        low,
        _CELL_M,
    )


def _near_outline(points: Floats, roads: Floats) -> Bools:
    land, low, side = land_of(roads)
    near = ndimage.binary_dilation(~land, np.ones((3, 3)))
    at: Bools = near[tuple(((points - low) / side).astype(int).T)]
    return at

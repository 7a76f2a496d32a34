"""The length of the quickest ways from one place: of several that are as quick, of the shortest."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, Ints
from ..compiled import compiled
from .attributes import CLOSED
from .timed import Side


def metres_at(side: Side, ms: Ints, seed_node: Ints, seed_ms: Ints, seed_m: Floats) -> Floats:
    """Return the metres (n,) of the quickest way to each node, inf where none was reached.

    Parameters
    ----------
    side
        The arcs that were followed.
    ms
        (n,) milliseconds of the nodes, as :func:`search.each` gives them.
    seed_node, seed_ms, seed_m
        Where the search began, -1 for none; milliseconds and metres until then.
    """
    reached = np.flatnonzero(ms < CLOSED)
    order = reached[np.argsort(ms[reached], kind="stable")].astype(np.int64)
    return _metres(side.start, side.arcs, side.arc_m, ms, order, seed_node, seed_ms, seed_m)


@compiled
def _metres(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    start: Ints,
    arcs: Ints,
    arc_m: Floats,
    ms: Ints,
    order: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    seed_m: Floats,
) -> Floats:
    """Follow the arcs that are on a quickest way, in the order of time; one that takes no time may lead back."""
    metres = np.full(len(ms), np.inf)
    for i in range(len(seed_node)):
        if seed_node[i] >= 0 and seed_ms[i] == ms[seed_node[i]]:
            metres[seed_node[i]] = min(metres[seed_node[i]], seed_m[i])
    waiting = np.empty(len(ms) + 1, np.int64)
    for i in range(len(order)):
        waiting[0] = order[i]
        count = 1
        while count > 0:
            count -= 1
            node = waiting[count]
            for k in range(start[node], start[node + 1]):
                head, cost = arcs[2 * k], arcs[2 * k + 1]
                if cost >= CLOSED or ms[node] + cost != ms[head]:
                    continue
                length = metres[node] + arc_m[k]
                if length < metres[head]:
                    metres[head] = length
                    if cost == 0 and count < len(waiting):
                        waiting[count] = head
                        count += 1
    return metres

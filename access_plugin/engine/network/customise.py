"""Times for the shortcuts of a hierarchy, from those of the arcs.

What is done again whenever speeds, seasons or closures change.
"""

from __future__ import annotations

import numpy as np

from ..arrays import Bools, Ints, Pair
from ..compiled import compiled
from .attributes import CLOSED


def customise(up_start: Ints, up_head: Ints, tail: Ints, head: Ints, ms: Ints) -> tuple[Pair, Pair]:
    """Return the timed shortcuts that some quickest way needs, upward and downward.

    Every shortcut gets the time of the quickest way through nodes that are contracted before it; those that are slower
    than the quickest way of all are left out (“perfect” customisation of Dibbelt, Strasser & Wagner 2016, § 7).

    Parameters
    ----------
    up_start, up_head
        The hierarchy, see :func:`hierarchy.shortcuts`.
    tail, head, ms
        (a,) the arcs; those of :data:`attributes.CLOSED` milliseconds are closed.

    Returns
    -------
    forward, backward
        Pairs ``start`` (n + 1,), ``arcs``: of node ``v``, ``arcs[2k]`` is a later node and ``arcs[2k + 1]`` the
        milliseconds to it (forward) or from it (backward), ``start[v] <= k < start[v + 1]``.
    """
    forward, backward = np.full(len(up_head), CLOSED), np.full(len(up_head), CLOSED)
    _take_arcs(up_start, up_head, tail, head, ms, forward, backward)
    _join_below(up_start, up_head, forward, backward)
    needed = forward < CLOSED, backward < CLOSED
    _compare_above(up_start, up_head, forward, backward, *needed)
    return _kept(up_start, up_head, forward, needed[0]), _kept(up_start, up_head, backward, needed[1])


def _kept(up_start: Ints, up_head: Ints, ms: Ints, needed: Bools) -> Pair:
    before = np.concatenate([[0], np.cumsum(needed)])
    arcs = np.empty(2 * before[-1], np.int32)
    arcs[0::2], arcs[1::2] = up_head[needed], ms[needed]
    return before[up_start].astype(np.int32), arcs


@compiled
def _take_arcs(up_start: Ints, up_head: Ints, tail: Ints, head: Ints, ms: Ints, forward: Ints, backward: Ints) -> None:
    """Give each shortcut the time of the quickest arc between its ends, if there is one."""
    for arc in range(len(tail)):
        if tail[arc] == head[arc] or ms[arc] >= CLOSED:
            continue
        low, high = min(tail[arc], head[arc]), max(tail[arc], head[arc])
        first, last = up_start[low], up_start[low + 1]
        while first < last:
            middle = (first + last) >> 1
            if up_head[middle] < high:
                first = middle + 1
            else:
                last = middle
        of_direction = forward if tail[arc] < head[arc] else backward
        of_direction[first] = min(of_direction[first], ms[arc])


@compiled
def _join_below(up_start: Ints, up_head: Ints, forward: Ints, backward: Ints) -> None:
    """For every two later neighbours of a node, lowest nodes first, try the way through it."""
    for node in range(len(up_start) - 1):
        for i in range(up_start[node], up_start[node + 1]):
            there, back = forward[i], backward[i]
            k = up_start[up_head[i]]
            for j in range(i + 1, up_start[node + 1]):
                while up_head[k] < up_head[j]:
                    k += 1
                forward[k] = min(forward[k], back + forward[j])
                backward[k] = min(backward[k], backward[j] + there)


@compiled
def _compare_above(
    up_start: Ints, up_head: Ints, forward: Ints, backward: Ints, forward_needed: Bools, backward_needed: Bools
) -> None:
    """See whether the way over one later neighbour of a node is quicker than the shortcut to another one.

    This is done for every two later neighbours of a node, highest nodes first.
    """
    for node in range(len(up_start) - 2, -1, -1):
        for i in range(up_start[node], up_start[node + 1]):
            k = up_start[up_head[i]]
            for j in range(i + 1, up_start[node + 1]):
                while up_head[k] < up_head[j]:
                    k += 1
                if forward[j] + backward[k] < forward[i]:
                    forward[i], forward_needed[i] = forward[j] + backward[k], False
                if forward[i] + forward[k] < forward[j]:
                    forward[j], forward_needed[j] = forward[i] + forward[k], False
                if forward[k] + backward[j] < backward[i]:
                    backward[i], backward_needed[i] = forward[k] + backward[j], False
                if backward[k] + backward[i] < backward[j]:
                    backward[j], backward_needed[j] = backward[k] + backward[i], False

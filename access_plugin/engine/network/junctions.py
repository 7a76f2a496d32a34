"""Who goes straight on at a junction and who gives way: what a turn costs, on a graph whose searches know only nodes.

At each place where three roads or more meet, the two that continue each other (the greatest class first, then the
straightest line) are the through road; every other one is a side road. Whoever drives on along the through road loses
nothing. Who comes in from a side road gives way, and who turns off into one slows down: two costs that belong to one
road each, so that they can be charged on the arc that arrives and on the arc that leaves. Each is kept as a share from
0 to 1 by the angle of the turn: a slip road that merges costs nothing, a turn of a right angle or more costs all of
what the profile says.
"""

from __future__ import annotations

import numpy as np

from ..arrays import Bools, Floats, Ints, Pair
from ..compiled import compiled
from .attributes import CLASS_CODE

#: A bend of at most so many degrees is no turn; from a right angle on, a turn costs all that the profile says. Between
#: them it grows evenly.
STRAIGHT_DEG, TURN_DEG = 30.0, 90.0
#: The direction of a road at a junction is that of its first so many metres.
HEADING_M = 20.0
#: From the road that has priority downwards; ramps give way to any road that they end at but the smallest.
_BY_PRIORITY = (
    "motorway",
    "trunk",
    "primary",
    "secondary",
    "tertiary",
    "motorway_link",
    "trunk_link",
    "primary_link",
    "secondary_link",
    "tertiary_link",
    "unclassified",
    "residential",
    "living_street",
    "service",
    "track",
    "ferry",
    "barrier",
)
PRIORITY = np.zeros(len(CLASS_CODE), np.int64)
PRIORITY[[CLASS_CODE[name] for name in _BY_PRIORITY]] = np.arange(len(_BY_PRIORITY))[::-1]


def turn_shares(
    tail: Ints,
    head: Ints,
    drives: Bools,
    priority: Ints,
    shape_start: Ints,
    shape_xy: Floats,
    lights: Bools,
) -> Pair:
    """Return how much of a give-way and of a turn each drive along each edge pays.

    Parameters
    ----------
    tail, head
        (e,) nodes at the ends of each edge.
    drives
        (2, e) bool: whether one may drive from tail to head, and from head to tail.
    priority
        (e,) a larger number goes before a smaller one (:data:`PRIORITY` of the class).
    shape_start, shape_xy
        Points of each edge from tail to head, metres.
    lights
        (n,) bool: nodes with traffic lights, where nobody gives way: the light is charged instead.

    Returns
    -------
    gives_way, turns_off
        (2, e) uint8 each, 255 for the whole: at the end of the forward and of the backward drive, and at their
        beginning.
    """
    count = len(tail)
    node = np.column_stack([tail, head]).ravel()  # end 2e is the tail of edge e, 2e + 1 its head
    out = np.column_stack([drives[0], drives[1]]).ravel()
    into = np.column_stack([drives[1], drives[0]]).ravel()
    order = np.argsort(node, kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(node, minlength=len(lights)))])
    bearing = _bearings(shape_start, shape_xy)
    arriving, leaving = np.zeros(2 * count), np.zeros(2 * count)
    _shares(start, order, bearing, np.repeat(priority, 2), out, into, lights, arriving, leaving)

    def whole(ends: Floats) -> Ints:
        return np.rint(255 * ends).astype(np.uint8)

    return whole(np.vstack([arriving[1::2], arriving[0::2]])), whole(np.vstack([leaving[0::2], leaving[1::2]]))


@compiled
def _bearings(start: Ints, xy: Floats) -> Floats:
    """Return the direction in which each end of each edge leaves its node, radians."""
    bearing = np.zeros(2 * (len(start) - 1))
    for edge in range(len(start) - 1):
        first, last = start[edge], start[edge + 1] - 1
        for end in range(2):
            here, step = (first, 1) if end == 0 else (last, -1)
            i = here
            while i != (last if end == 0 else first):
                i += step
                dx, dy = xy[i, 0] - xy[here, 0], xy[i, 1] - xy[here, 1]
                if dx * dx + dy * dy >= HEADING_M * HEADING_M:
                    break
            bearing[2 * edge + end] = np.arctan2(xy[i, 1] - xy[here, 1], xy[i, 0] - xy[here, 0])
    return bearing


@compiled
def _bend(one: float, other: float) -> float:
    """Return by how many degrees one bends who comes in by one road and goes out by the other.

    The roads are given by the directions in which they leave the junction.
    """
    apart = abs(one - other) % (2 * np.pi)
    bend: float = abs(180.0 - np.degrees(apart))
    return bend


@compiled
def _shares(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    start: Ints,
    ends: Ints,
    bearing: Floats,
    priority: Ints,
    out: Bools,
    into: Bools,
    lights: Bools,
    arriving: Floats,
    leaving: Floats,
) -> None:
    for node in range(len(start) - 1):
        first, last = start[node], start[node + 1]
        if last - first < 3:
            continue
        one, other = _through_road(ends[first:last], bearing, priority, out, into)
        for k in range(first, last):
            end = ends[k]
            if end in (one, other):
                continue
            shares_in, count_in, shares_out, count_out = 0.0, 0, 0.0, 0
            for main in (one, other):
                share = min(
                    max((_bend(bearing[end], bearing[main]) - STRAIGHT_DEG) / (TURN_DEG - STRAIGHT_DEG), 0.0), 1.0
                )
                if out[main]:
                    shares_in += share
                    count_in += 1
                if into[main]:
                    shares_out += share
                    count_out += 1
            if into[end] and not lights[node]:
                arriving[end] = shares_in / count_in if count_in else 1.0
            if out[end]:
                leaving[end] = shares_out / count_out if count_out else 1.0


@compiled
def _through_road(ends: Ints, bearing: Floats, priority: Ints, out: Bools, into: Bools) -> tuple[int, int]:
    """Return the two ends that continue each other.

    Of the pairs that can be driven, the greatest lesser priority, then the straightest.
    """
    one, other, best_priority, best_bend = ends[0], ends[1], -1, 360.0
    for i in range(len(ends)):
        for j in range(i + 1, len(ends)):
            a, b = ends[i], ends[j]
            if a // 2 == b // 2 or not ((into[a] and out[b]) or (into[b] and out[a])):
                continue
            rank, bend = min(priority[a], priority[b]), _bend(bearing[a], bearing[b])
            if rank > best_priority or (rank == best_priority and bend < best_bend):
                one, other, best_priority, best_bend = a, b, rank, bend
    return one, other

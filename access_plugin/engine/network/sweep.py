"""Searches that sweep once over a hierarchy, highest nodes first (PHAST; Delling, Goldberg, Nowatzyk & Werneck 2011).

A drive climbs from where it begins to ever later nodes, then descends; so all that is above a node is settled before
the node's turn comes, and no queue is needed. Several sources are swept side by side, and only over what lies above the
targets (RPHAST; Delling, Goldberg & Werneck 2011). What is below a node whose surroundings are all out of reach is
passed over. All results are exact, and those of :mod:`search`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Bools, Ints, Pair, Triple, Whole
from ..compiled import compiled, doubled
from .attributes import CLOSED

#: Sources that are swept side by side.
LANES = 16
_NOWHERE = np.int64(CLOSED) << 32


@dataclass(frozen=True)
class Sweep:
    """A timed hierarchy, seen from one end of the trip.

    Attributes
    ----------
    parent, subtree
        (n,) the elimination tree, see :func:`hierarchy.parents` and :func:`hierarchy.shortcuts`.
    around
        ``start``, ``node``: the later nodes that each one is joined to; who comes from elsewhere into the subtree of a
        node comes through it or through these.
    climb, descend
        ``start``, ``arcs``: of node ``v``, the later node and the milliseconds from ``v`` to it (climb) or from it to
        ``v`` (descend).
    """

    parent: Ints
    subtree: Ints
    around: Pair
    climb: Pair
    descend: Pair


@dataclass(frozen=True)
class Selection:
    """The part of a sweep that lies above some nodes, numbered anew in the same order.

    ``place`` (n,) gives the new number of a node, -1 for those left out; ``subtree``, ``around`` and ``descend`` are as
    in :class:`Sweep`.
    """

    place: Ints
    subtree: Ints
    around: Pair
    descend: Pair


def nearest_by_sweep(sweep: Sweep, seed_node: Ints, seed_ms: Ints, seed_label: Ints, limit: Whole) -> Pair:
    """Search from all seeds at once; parameters and results are those of :func:`search.nearest`."""
    return _nearest(sweep.parent, *sweep.climb, *sweep.descend, seed_node, seed_ms, seed_label, np.int32(limit))


@compiled
def _nearest(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    parent: Ints,
    climb_start: Ints,
    climb: Ints,
    descend_start: Ints,
    descend: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    seed_label: Ints,
    limit: Whole,
) -> Pair:
    """Pack times and labels into one number, so that the lowest label wins among equal times."""
    nodes = len(parent)
    packed = np.full(nodes, _NOWHERE, np.int64)
    above, count, marked = np.empty(nodes, np.int32), 0, np.zeros(nodes, np.bool_)
    for i in range(len(seed_node)):
        node = seed_node[i]
        packed[node] = min(packed[node], (np.int64(seed_ms[i]) << 32) + seed_label[i])
        while node >= 0 and not marked[node]:
            marked[node] = True
            above[count] = node
            count += 1
            node = parent[node]
    above = np.sort(above[:count])
    for i in range(count):
        here = packed[above[i]]
        for k in range(climb_start[above[i]], climb_start[above[i] + 1]):
            there = climb[2 * k]
            packed[there] = min(packed[there], here + (np.int64(climb[2 * k + 1]) << 32))
    ms, label = np.empty(nodes, np.int32), np.empty(nodes, np.int32)
    for node in range(nodes - 1, -1, -1):
        best = packed[node]
        for k in range(descend_start[node], descend_start[node + 1]):
            best = min(best, packed[descend[2 * k]] + (np.int64(descend[2 * k + 1]) << 32))
        packed[node] = best
        reached = (best >> 32) <= limit
        ms[node] = np.int32(best >> 32) if reached else CLOSED
        label[node] = np.int32(best & 0xFFFFFFFF) if reached else -1
    return ms, label


def select(sweep: Sweep, nodes: Ints) -> Selection:
    """Return the part of a sweep that settles some nodes."""
    wanted = np.flatnonzero(_above(sweep.parent, np.unique(nodes[nodes >= 0]).astype(np.int32)))
    place = np.full(len(sweep.parent), -1, np.int32)
    place[wanted] = np.arange(len(wanted), dtype=np.int32)
    around, taken = _rows(sweep.around[0], wanted)
    down, arcs = _rows(sweep.descend[0], wanted)
    descend = np.empty(2 * len(arcs), np.int32)
    descend[0::2], descend[1::2] = place[sweep.descend[1][0::2][arcs]], sweep.descend[1][1::2][arcs]
    # of a subtree, those that are wanted stand right before its root
    earlier = np.concatenate([[0], np.cumsum(place >= 0)])
    subtree = (earlier[wanted + 1] - earlier[wanted + 1 - sweep.subtree[wanted]]).astype(np.int32)
    return Selection(place, subtree, (around, place[sweep.around[1][taken]]), (down, descend))


def _rows(start: Ints, wanted: Ints) -> Pair:
    """Return the starts of some rows put one after another, and where their entries stand."""
    size = np.diff(start)[wanted]
    begin = np.concatenate([[0], np.cumsum(size)])
    return begin.astype(np.int32), np.arange(begin[-1]) + np.repeat(start[wanted] - begin[:-1], size)


@compiled
def _above(parent: Ints, nodes: Ints) -> Bools:
    marked = np.zeros(len(parent), np.bool_)
    for node in nodes:
        while node >= 0 and not marked[node]:
            marked[node] = True
            node = parent[node]
    return marked


def rows_by_sweep(
    sweep: Sweep,
    chosen: Selection,
    seeds: Pair,
    targets: Pair,
    limit: Whole,
) -> Triple:
    """Find which targets each source reaches.

    Parameters
    ----------
    sweep, chosen
        The hierarchy and its part that settles all nodes of the targets. Sources are quickest when neighbours follow
        each other.
    seeds, targets, limit
        As for :func:`search.within`.

    Returns
    -------
    size, target, ms
        How many targets each source reaches; these one source after another, in increasing order, and the milliseconds.
    """
    node, extra = targets
    here = np.where(node >= 0, chosen.place[node], -1)
    order = np.argsort(here.ravel(), kind="stable")
    order = order[np.searchsorted(here.ravel()[order], 0) :]
    at = np.concatenate([[0], np.cumsum(np.bincount(here.ravel()[order], minlength=len(chosen.subtree)))]).astype(
        np.int32
    )
    of_node = (order % max(node.shape[1], 1)).astype(np.int32)
    arrival = np.ascontiguousarray(here.T, np.int32), np.ascontiguousarray(extra.T, np.int32)
    return _rows_reached(
        sweep.parent,
        *sweep.climb,
        chosen.place,
        chosen.subtree,
        *chosen.around,
        *chosen.descend,
        *seeds,
        at,
        of_node,
        *arrival,
        np.int32(limit),
    )


@compiled
def _rows_reached(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    parent: Ints,
    climb_start: Ints,
    climb: Ints,
    place: Ints,
    subtree: Ints,
    around_start: Ints,
    around: Ints,
    descend_start: Ints,
    descend: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    at: Ints,
    of_node: Ints,
    arrival: Ints,
    extra: Ints,
    limit: Whole,
) -> Triple:
    times, least = np.full((len(subtree), LANES), CLOSED), np.full(len(subtree), CLOSED)
    climbed, above = np.full(len(parent), CLOSED), np.zeros(len(subtree), np.bool_)
    touched, is_hit, hits = (
        np.empty(len(subtree), np.int32),
        np.zeros(len(arrival), np.bool_),
        np.empty(len(arrival), np.int32),
    )
    size = np.zeros(len(seed_node), np.int32)
    found, found_ms, filled = np.empty(4096, np.int32), np.empty(4096, np.int32), 0
    for first in range(0, len(seed_node), LANES):
        lanes = min(LANES, len(seed_node) - first)
        for lane in range(lanes):
            _climb(
                parent,
                climb_start,
                climb,
                seed_node[first + lane],
                seed_ms[first + lane],
                limit,
                climbed,
                place,
                above,
                times,
                least,
                lane,
            )
        count = _descend(subtree, around_start, around, descend_start, descend, above, limit, times, least, touched)
        hit_count = 0
        for i in range(count):
            if least[touched[i]] <= limit:
                for k in range(at[touched[i]], at[touched[i] + 1]):
                    if not is_hit[of_node[k]]:
                        is_hit[of_node[k]] = True
                        hits[hit_count] = of_node[k]
                        hit_count += 1
        while filled + lanes * hit_count > len(found):
            found, found_ms = doubled(found), doubled(found_ms)
        ordered = np.sort(hits[:hit_count])
        for lane in range(lanes):
            before = filled
            for target in ordered:
                best = CLOSED
                for way in range(2):
                    if arrival[target, way] >= 0:
                        best = min(best, times[arrival[target, way], lane] + extra[target, way])
                if best <= limit:
                    found[filled], found_ms[filled] = target, best
                    filled += 1
            size[first + lane] = filled - before
        for i in range(hit_count):
            is_hit[hits[i]] = False
        for i in range(count):
            times[touched[i]] = CLOSED
            least[touched[i]], above[touched[i]] = CLOSED, False
    return size, found[:filled].copy(), found_ms[:filled].copy()


def whole(sweep: Sweep) -> Selection:
    """Return all of a sweep."""
    return Selection(np.arange(len(sweep.parent), dtype=np.int32), sweep.subtree, sweep.around, sweep.descend)


def all_times_by_sweep(sweep: Sweep, chosen: Selection, seeds: Pair, limit: Whole) -> Ints:
    """Return the milliseconds of every node from up to :data:`LANES` sources, (n, LANES).

    What lies beyond the limit is above it, or CLOSED.
    """
    return _all_times(
        sweep.parent,
        *sweep.climb,
        chosen.place,
        chosen.subtree,
        *chosen.around,
        *chosen.descend,
        *seeds,
        np.int32(limit),
    )


@compiled
def _all_times(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    parent: Ints,
    climb_start: Ints,
    climb: Ints,
    place: Ints,
    subtree: Ints,
    around_start: Ints,
    around: Ints,
    descend_start: Ints,
    descend: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    limit: Whole,
) -> Ints:
    times, least = np.full((len(subtree), LANES), CLOSED), np.full(len(subtree), CLOSED)
    climbed, above, touched = (
        np.full(len(parent), CLOSED),
        np.zeros(len(subtree), np.bool_),
        np.empty(len(subtree), np.int32),
    )
    for lane in range(len(seed_node)):
        _climb(
            parent, climb_start, climb, seed_node[lane], seed_ms[lane], limit, climbed, place, above, times, least, lane
        )
    _descend(subtree, around_start, around, descend_start, descend, above, limit, times, least, touched)
    return times


@compiled
def _climb(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    parent: Ints,
    climb_start: Ints,
    climb: Ints,
    seeds: Ints,
    seed_ms: Ints,
    limit: Whole,
    climbed: Ints,
    place: Ints,
    above: Bools,
    times: Ints,
    least: Ints,
    lane: int,
) -> None:
    """Settle the nodes above up to two seeds, lowest first, and write those that are swept into a lane."""
    for i in range(2):
        if seeds[i] >= 0:
            climbed[seeds[i]] = min(climbed[seeds[i]], seed_ms[i])
    one, other = seeds[0], seeds[1]
    while one >= 0 or other >= 0:
        node = one if other < 0 or 0 <= one < other else other
        if one == node:
            one = parent[node]
        if other == node:
            other = parent[node]
        ms = climbed[node]
        climbed[node] = CLOSED
        if ms <= limit:
            for k in range(climb_start[node], climb_start[node + 1]):
                climbed[climb[2 * k]] = min(climbed[climb[2 * k]], ms + climb[2 * k + 1])
        here = place[node]
        if here >= 0:
            above[here] = True
            times[here, lane] = ms
            least[here] = min(least[here], ms)


@compiled
def _descend(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    subtree: Ints,
    around_start: Ints,
    around: Ints,
    descend_start: Ints,
    descend: Ints,
    above: Bools,
    limit: Whole,
    times: Ints,
    least: Ints,
    touched: Ints,
) -> int:
    """Settle the lanes of all nodes that some source may reach, highest first.

    Their number is returned and they are listed in `touched`.
    """
    count, node = 0, np.int64(len(subtree) - 1)
    while node >= 0:
        here = times[node]
        for k in range(descend_start[node], descend_start[node + 1]):
            if least[descend[2 * k]] <= limit:
                there, ms = times[descend[2 * k]], descend[2 * k + 1]
                for lane in range(LANES):
                    here[lane] = min(here[lane], there[lane] + ms)
        best = CLOSED
        for lane in range(LANES):
            best = min(best, here[lane])
        least[node], touched[count] = best, node
        count += 1
        if best > limit and not above[node]:
            out_of_reach = True
            for k in range(around_start[node], around_start[node + 1]):
                if least[around[k]] <= limit:
                    out_of_reach = False
                    break
            if out_of_reach:
                node -= subtree[node]
                continue
        node -= 1
    return count

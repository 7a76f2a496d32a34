"""Shortest-path searches: the nearest of many sites for every node, and who lies within a limit of each site.

Two ways lead to the same times. The plain search (:mod:`dial`) is the right one for few sites, since it touches only
what they reach. When many are asked for, the hierarchy of the network is customised once (:mod:`hierarchy`,
:mod:`customise`) and swept (:mod:`sweep`). Times are int32 milliseconds. The kernels release the interpreter's lock:
the desktop stays alive, and groups of sources run side by side. Without numba, scipy searches (:mod:`uncompiled`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from ..arrays import Floats, Int32s, Ints, Pair, Triple, Whole
from ..compiled import COMPILED, compiled, doubled
from ..progress import SILENT, Progress
from . import uncompiled
from .attributes import CLOSED
from .dial import U, bucket_count, search, search_within
from .sweep import LANES, all_times_by_sweep, nearest_by_sweep, rows_by_sweep, select, whole
from .timed import Side

UNREACHED = CLOSED
_SOURCES_AT_ONCE = 512 if COMPILED else 16
_TRIED = 8
#: Customising costs about as much as settling each node so many times in plain searches (measured,
#: docs/performance.md).
_CUSTOMISING = 30


def nearest(side: Side, seed_node: Ints, seed_ms: Ints, seed_label: Ints, limit: Whole = CLOSED) -> Pair:
    """Search from all seeds at once.

    Parameters
    ----------
    side
        The arcs to follow.
    seed_node, seed_ms, seed_label
        (s,) where the search begins, with what start (int32 ms), and the number that what it reaches shall bear.
    limit
        Milliseconds beyond which nothing is reached; at most, and by default, ``CLOSED - 1`` (twelve days).

    Returns
    -------
    ms, label
        (n,) int32 each: the time of the nearest seed, UNREACHED where there is none, and its label, -1 there; the
        lowest label among equal times.
    """
    nodes = len(side.start) - 1
    limit = np.int32(min(int(limit), int(CLOSED) - 1))
    seed_node, seed_ms, seed_label = (
        np.ascontiguousarray(values, np.int32) for values in (seed_node, seed_ms, seed_label)
    )
    if not COMPILED:
        return uncompiled.nearest(side, seed_node, seed_ms, seed_label, limit)
    if side.is_customised:
        return nearest_by_sweep(side.sweep, seed_node, seed_ms, seed_label, limit)
    ms, label = np.full(nodes, UNREACHED, np.int32), np.full(nodes, -1, np.int32)
    first, pool = np.full(bucket_count(side, seed_ms), -1, np.int32), np.empty(3 * 4096, np.int32)
    touched = np.empty(nodes, np.int32)
    search(side.start, side.arcs, seed_node, seed_ms, seed_label, limit, first, pool, ms, label, touched)
    return ms, label


def improved(side: Side, seed_node: Ints, seed_ms: Ints, known: Ints) -> Ints:
    """Search from the seeds of one more site, only as far as it comes sooner than what is known.

    Parameters
    ----------
    side, seed_node, seed_ms
        As for :func:`nearest`; a node of -1 is none.
    known
        (n,) int32 ms of each node so far, UNREACHED for none. It must hold along arcs: no node may be later than
        another one and the arc between them (times of other sites are so, and so is what is left until some others).

    Returns
    -------
    numpy.ndarray
        (n,) int32: the time where it is sooner than `known`, elsewhere `known`.
    """
    node, ms = np.ascontiguousarray(seed_node, np.int32), np.ascontiguousarray(seed_ms, np.int32)
    there = node >= 0
    node, ms = node[there], ms[there]
    if not COMPILED:
        found = uncompiled.nearest(side, node, ms, np.zeros(len(node), np.int32), np.int32(int(CLOSED) - 1))[0]
        return np.minimum(known, found)
    touched, entries = np.empty(len(known), np.int32), 4096
    first = np.full(bucket_count(side, ms), -1, np.int32)
    while True:
        best, pool = np.array(known, np.int32), np.empty(3 * entries, np.int32)
        limit = np.int32(int(CLOSED) - 1)
        reached = search_within(side.start, side.arcs, node, ms, node, limit, first, pool, best, best[:0], touched)
        if reached >= 0:
            return best
        first[:], entries = -1, 4 * entries


def within(
    side: Side, seeds: Pair, targets: tuple[Ints, Ints | Floats], limit: Whole, *, progress: Progress = SILENT
) -> Triple:
    """Find which targets each source reaches within a limit.

    Parameters
    ----------
    side
        The arcs to follow.
    seeds
        Nodes (s, 2) where the search of each source begins, -1 for none, and the milliseconds (s, 2) that this takes.
    targets
        Nodes (2, t) that stand just before each target, -1 for none, and the milliseconds (2, t) from there.
    limit
        Milliseconds, inclusive.
    progress
        Asked to stop between groups of sources.

    Returns
    -------
    start, target, ms
        Row ``i`` lists what source ``i`` reaches, ``start[i]:start[i + 1]``, in increasing order of targets, each once.
    """
    seeds, into = _in_int32(seeds), _in_int32(targets)
    # neighbours follow each other
    limit, order = np.int32(min(int(limit), int(CLOSED) - 1)), np.argsort(seeds[0][:, 0], kind="stable")
    if not COMPILED:

        def rows_of(rows: Ints) -> Triple:
            return uncompiled.rows(side, seeds[0][rows], seeds[1][rows], into, limit)
    elif _customising_pays(side, seeds, limit):
        chosen = select(side.sweep, into[0])

        def rows_of(rows: Ints) -> Triple:
            return rows_by_sweep(side.sweep, chosen, (seeds[0][rows], seeds[1][rows]), into, limit)
    else:
        after, buckets = _after_nodes(*into, len(side.start) - 1), bucket_count(side, seeds[1])

        def rows_of(rows: Ints) -> Triple:
            count = into[0].shape[1]
            return _rows(side.start, side.arcs, seeds[0][rows], seeds[1][rows], *after, limit, buckets, count)[:3]

    groups = [order[first : first + _SOURCES_AT_ONCE] for first in range(0, len(order), _SOURCES_AT_ONCE)]
    empty = (np.zeros(0, np.int32),) * 3
    size, found, ms = (np.concatenate(column) for column in zip(empty, *_side_by_side(rows_of, groups, progress)))
    return _in_order(order, size, found, ms)


def _in_int32(pair: tuple[Ints, Ints | Floats]) -> Pair:
    return np.ascontiguousarray(pair[0], np.int32), np.ascontiguousarray(pair[1], np.int32)


def each(side: Side, seeds: Pair, limit: Whole = CLOSED) -> Iterator[Ints]:
    """Yield, for each source, the milliseconds of every node (n,) int32, UNREACHED where they are more than a limit.

    Valid until the next one is asked for.

    Parameters are those of :func:`within`. Few arrays are in memory at a time, however many sources there are.
    """
    node, start_ms = _in_int32(seeds)
    limit, nodes = np.int32(min(int(limit), int(CLOSED) - 1)), len(side.start) - 1
    if not COMPILED:
        for row in range(len(node)):
            yield uncompiled.nearest(side, *_used(node[row], start_ms[row]), limit)[0]
    elif _customising_pays(side, (node, start_ms), limit):
        chosen = whole(side.sweep)
        for first in range(0, len(node), LANES):
            times = all_times_by_sweep(
                side.sweep, chosen, (node[first : first + LANES], start_ms[first : first + LANES]), limit
            )
            times[times > limit] = UNREACHED
            yield from times.T[: len(node) - first]
    else:
        ms, touched = np.full(nodes, UNREACHED, np.int32), np.empty(nodes, np.int32)
        buckets, pool = np.full(bucket_count(side, start_ms), -1, np.int32), np.empty(3 * 4096, np.int32)
        for row in range(len(node)):
            pool, reached = search(
                side.start, side.arcs, node[row], start_ms[row], node[row], limit, buckets, pool, ms, ms[:0], touched
            )
            yield ms
            ms[touched[:reached]] = UNREACHED


def _used(node: Ints, ms: Ints) -> Triple:
    """Return the seeds of one source that are there, and labels for them."""
    return node[node >= 0], ms[node >= 0], np.zeros(int((node >= 0).sum()), np.int32)


def _customising_pays(side: Side, seeds: Pair, limit: Whole) -> bool:
    """Tell whether sweeps are quicker than so many plain searches, the customising included.

    Some of these are made, to see how far they go.
    """
    if side.hierarchy is None or side.is_customised:
        return side.hierarchy is not None
    sources = len(seeds[0])
    if sources < _CUSTOMISING:
        return False  # even if each went everywhere
    nodes, tried = len(side.start) - 1, np.linspace(0, sources - 1, _TRIED).astype(int)
    none = np.zeros(nodes + 1, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int32)
    settled = _rows(
        side.start, side.arcs, seeds[0][tried], seeds[1][tried], *none, limit, bucket_count(side, seeds[1]), 0
    )[3]
    return bool(settled / _TRIED * sources > _CUSTOMISING * nodes)


def _side_by_side(work: Callable[[Ints], Triple], groups: Sequence[Ints], progress: Progress) -> Iterator[Triple]:
    """Yield the work on each group, in order; groups are worked on at the same time, and left when the user cancels."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = [pool.submit(work, group) for group in groups]
        try:
            for number, result in enumerate(waiting):
                progress.at(number / len(groups))
                yield result.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(order: Ints, size: Ints, found: Ints, ms: Ints) -> Triple:
    """Return rows that stand in some order as ``start``, ``found`` and ``ms`` in the order 0, 1, 2… of sources."""
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    first = (np.cumsum(size) - size)[place]
    start = np.concatenate([[0], np.cumsum(size[place])]).astype(np.int64)
    take = np.arange(start[-1]) + np.repeat(first - start[:-1], size[place])
    return start, found[take], ms[take]


def _after_nodes(node: Ints, extra: Ints, nodes: int) -> Triple:
    """Return the targets that stand just after each node, as ``start``, ``target`` and the milliseconds to them."""
    target = np.broadcast_to(np.arange(node.shape[1], dtype=np.int32), node.shape)
    there = node >= 0
    order = np.argsort(node[there], kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(node[there], minlength=nodes))]).astype(np.int32)
    return start, target[there][order], extra[there][order]


@compiled
def _rows(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    start: Ints,
    arcs: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    target_start: Ints,
    target: Ints,
    extra: Ints,
    limit: Whole,
    bucket_count: int,
    target_count: int,
) -> tuple[Int32s, Int32s, Int32s, int]:
    """Search from one source after another.

    How many targets each reaches, these, the milliseconds, and how many nodes were settled in all.
    """
    nodes = len(start) - 1
    ms = np.full(nodes, UNREACHED, np.int32)
    best = np.full(target_count, UNREACHED, np.int32)
    touched, no_label = np.empty(nodes, np.int32), np.empty(0, np.int32)
    hits = np.empty(target_count, np.int32)
    sizes, settled = np.zeros(len(seed_node), np.int32), 0
    found, found_ms, filled = np.empty(4096, np.int32), np.empty(4096, np.int32), 0
    first, pool = np.full(bucket_count, -1, np.int32), np.empty(3 * 4096, np.int32)
    for source in range(len(seed_node)):
        pool, reached = search(
            start,
            arcs,
            seed_node[source],
            seed_ms[source],
            seed_node[source],
            limit,
            first,
            pool,
            ms,
            no_label,
            touched,
        )
        settled += reached
        hit_count = 0
        for i in range(reached):
            node = U(touched[i])
            for k in range(target_start[node], target_start[node + U(1)]):
                arrival = ms[node] + extra[k]
                if arrival <= limit and arrival < best[target[k]]:
                    if best[target[k]] == UNREACHED:
                        hits[hit_count] = target[k]
                        hit_count += 1
                    best[target[k]] = arrival
            ms[node] = UNREACHED
        while filled + hit_count > len(found):
            found, found_ms = doubled(found), doubled(found_ms)
        ordered = np.sort(hits[:hit_count])
        for i in range(hit_count):
            found[filled + i], found_ms[filled + i] = ordered[i], best[ordered[i]]
            best[ordered[i]] = UNREACHED
        filled += hit_count
        sizes[source] = hit_count
    return sizes, found[:filled].copy(), found_ms[:filled].copy(), settled

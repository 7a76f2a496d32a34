"""Compiled shortest-path searches: the nearest of many sites for every node, and who lies within a limit of each site.

Both are Dijkstra's algorithm (1959) on a circular queue of buckets (Dial 1969), each `1 << SHIFT` ms wide; inside a bucket labels
may still be corrected, so the result is exact whatever the width. Times are int32 milliseconds. The kernels release the interpreter's
lock, so that the desktop stays alive.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ..progress import SILENT, Progress
from .timed import CLOSED, Side

UNREACHED = np.int32(2**31 - 1)
SHIFT = 12
U = np.uint64
_SOURCES_BETWEEN_CHECKS = 256


def nearest(side: Side, seed_node: np.ndarray, seed_ms: np.ndarray, seed_label: np.ndarray, limit: int = CLOSED) -> tuple[np.ndarray, np.ndarray]:
    """Search from all seeds at once.

    Parameters
    ----------
    side
        The arcs to follow.
    seed_node, seed_ms, seed_label
        (s,) where the search begins, with what start (int32 ms), and the number that what it reaches shall bear.
    limit
        Milliseconds beyond which nothing is reached; at most, and by default, CLOSED - 1.

    Returns
    -------
    ms, label
        (n,) int32 each: the time of the nearest seed, UNREACHED where there is none, and its label, -1 there.
    """
    nodes = len(side.start) - 1
    ms, label = np.full(nodes, UNREACHED, np.int32), np.full(nodes, -1, np.int32)
    limit = np.int32(min(int(limit), int(CLOSED) - 1))
    order = np.lexsort((seed_label, seed_ms))
    seeds = [np.ascontiguousarray(np.asarray(values)[order], np.int32) for values in (seed_node, seed_ms, seed_label)]
    first, pool = np.full(_bucket_count(side, seeds[1]), -1, np.int32), np.empty(3 * 4096, np.int32)
    _search(side.start, side.arcs, *seeds, limit, first, pool, ms, label, np.empty(nodes, np.int32))
    return ms, label


def within(side: Side, seeds: tuple, targets: tuple, limit: int, *, progress: Progress = SILENT) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find which targets each source reaches within a limit.

    Parameters
    ----------
    side
        The arcs to follow.
    seeds
        Nodes (s, 2) where the search of each source begins, -1 for none, and the milliseconds (s, 2) that this takes.
    targets
        ``start`` (n + 1,), ``target`` and ``extra_ms``: what stands just after each node, and how far.
    limit
        Milliseconds, inclusive.
    progress
        Asked to stop between groups of sources.

    Returns
    -------
    start, target, ms
        Row ``i`` lists what source ``i`` reaches, ``start[i]:start[i + 1]``, in increasing order of targets, each once.
    """
    seed_node, seed_ms = (np.ascontiguousarray(values, np.int32) for values in seeds)
    start, target, extra = targets
    count = int(target.max(initial=-1)) + 1
    buckets = _bucket_count(side, seed_ms)
    parts = []
    for first in range(0, len(seed_node), _SOURCES_BETWEEN_CHECKS):
        progress.at(first / len(seed_node))
        rows = slice(first, first + _SOURCES_BETWEEN_CHECKS)
        parts.append(_within(side.start, side.arcs, seed_node[rows], seed_ms[rows], start, target, extra, np.int32(limit), buckets, count))
    empty = (np.zeros(0, np.int32),) * 3
    sizes, found, ms = (np.concatenate(column) for column in zip(empty, *parts))
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64), found, ms


def _bucket_count(side: Side, seed_ms: np.ndarray) -> int:
    """Return a power of two of buckets that spans the longest open arc and the latest start."""
    ms = side.arcs[1::2]
    longest = max(int(np.max(ms, where=ms < CLOSED, initial=0)), int(seed_ms.max(initial=0)))
    return 1 << int((longest >> SHIFT) + 2).bit_length()


@njit(cache=True, nogil=True)
def _grown(pool):
    larger = np.empty(2 * len(pool), pool.dtype)
    larger[: len(pool)] = pool
    return larger


@njit(cache=True, nogil=True)
def _within(start, arcs, seed_node, seed_ms, target_start, target, extra, limit, bucket_count, target_count):
    nodes = len(start) - 1
    ms = np.full(nodes, UNREACHED, np.int32)
    best = np.full(target_count, UNREACHED, np.int32)
    touched, no_label = np.empty(nodes, np.int32), np.empty(0, np.int32)
    hits = np.empty(target_count, np.int32)
    sizes = np.zeros(len(seed_node), np.int32)
    found, found_ms = np.empty(4096, np.int32), np.empty(4096, np.int32)
    filled = 0
    first = np.full(bucket_count, -1, np.int32)
    pool = np.empty(3 * 4096, np.int32)
    for source in range(len(seed_node)):
        pool, reached = _search(
            start, arcs, seed_node[source], seed_ms[source], seed_node[source], limit, first, pool, ms, no_label, touched
        )
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
            found, found_ms = _grown(found), _grown(found_ms)
        ordered = np.sort(hits[:hit_count])
        for i in range(hit_count):
            found[filled + i], found_ms[filled + i] = ordered[i], best[ordered[i]]
            best[ordered[i]] = UNREACHED
        filled += hit_count
        sizes[source] = hit_count
    return sizes, found[:filled].copy(), found_ms[:filled].copy()


@njit(cache=True, nogil=True)
def _search(start, arcs, seed_node, seed_ms, seed_label, limit, first, pool, ms, label, touched):
    """Search from some seeds; `ms` comes in unreached and goes out with times at the `touched` nodes, whose number is returned.

    `first` holds the first entry of each bucket, empty before and after; `pool` the entries: node, its time when queued, next entry.
    Labels are carried along unless `label` has no length. A pool that is too small is replaced, and returned for the next search.
    """
    while True:
        reached = _search_within(start, arcs, seed_node, seed_ms, seed_label, limit, first, pool, ms, label, touched)
        if reached >= 0:
            return pool, reached
        pool = np.empty(4 * len(pool), np.int32)
        first[:], ms[:] = -1, UNREACHED


@njit(cache=True, nogil=True)
def _search_within(start, arcs, seed_node, seed_ms, seed_label, limit, first, pool, ms, label, touched):
    """Do the work of :func:`_search`, or return -1 when the pool is full.

    Indices are unsigned in the loop, which spares numba's test for negative ones, and the pool is never replaced in it, which spares
    the counting of references: together half the time.
    """
    labelled = len(label) > 0
    mask, capacity, one, two, three = U(len(first) - 1), U(len(pool) // 3), U(1), U(2), U(3)
    used, free, waiting, reached = U(0), np.int32(-1), 0, U(0)
    if U(len(seed_node)) >= capacity:
        return -1
    for i in range(len(seed_node)):
        node, time = seed_node[i], seed_ms[i]
        if node >= 0 and time <= limit and time < ms[node]:
            if ms[node] == UNREACHED:
                touched[reached] = node
                reached += one
            ms[node] = time
            if labelled:
                label[node] = seed_label[i]
            slot = U(time >> SHIFT) & mask
            pool[three * used], pool[three * used + one], pool[three * used + two] = node, time, first[slot]
            first[slot] = np.int32(used)
            used += one
            waiting += 1
    bucket = U(0)
    while waiting > 0:
        entry = first[bucket & mask]
        if entry < 0:
            bucket += one
            continue
        place = three * U(entry)
        node, time = U(pool[place]), pool[place + one]
        first[bucket & mask] = pool[place + two]
        pool[place + two] = free
        free = entry
        waiting -= 1
        if time != ms[node]:
            continue
        arc, last = two * U(start[node]), two * U(start[node + one])
        while arc < last:
            head, arrival = U(arcs[arc]), np.int32(time + arcs[arc + one])
            arc += two
            if arrival > limit:
                continue  # before the memory of `head` is asked for
            before = ms[head]
            if arrival < before:
                if before == UNREACHED:
                    touched[reached] = np.int32(head)
                    reached += one
                ms[head] = arrival
                if labelled:
                    label[head] = label[node]
                if free >= 0:
                    entry = free
                    free = pool[three * U(entry) + two]
                elif used == capacity:
                    return -1
                else:
                    entry = np.int32(used)
                    used += one
                slot, place = U(arrival >> SHIFT) & mask, three * U(entry)
                pool[place], pool[place + one], pool[place + two] = np.int32(head), arrival, first[slot]
                first[slot] = entry
                waiting += 1
    return np.int64(reached)

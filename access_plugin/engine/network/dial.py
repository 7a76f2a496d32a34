"""The plain search: Dijkstra's algorithm (1959) on a circular queue of buckets (Dial 1969).

Each bucket is `1 << SHIFT` ms wide; inside one labels may still be corrected, so the result is exact whatever the
width.
"""

from __future__ import annotations

import numpy as np

from ..arrays import Int32s, Ints, Whole
from ..compiled import compiled
from .attributes import CLOSED
from .timed import Side

SHIFT = 12
U = np.uint64


def bucket_count(side: Side, seed_ms: Ints) -> int:
    """Return a power of two of buckets that spans the longest open arc and the latest start."""
    longest = max(side.longest_ms, int(seed_ms.max(initial=0)))
    return 1 << int((longest >> SHIFT) + 2).bit_length()


@compiled
def search(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    start: Ints,
    arcs: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    seed_label: Ints,
    limit: Whole,
    first: Ints,
    pool: Int32s,
    ms: Ints,
    label: Ints,
    touched: Ints,
) -> tuple[Int32s, Whole]:
    """Search from some seeds; return how many nodes were touched.

    `ms` comes in unreached and goes out with times at the `touched` nodes. `first` holds the first entry of each
    bucket, empty before and after; `pool` the entries: node, its time when queued, next entry. Labels are carried along
    unless `label` has no length, the lowest among equal times. A pool that is too small is replaced, and returned for
    the next search.
    """
    while True:
        reached = search_within(start, arcs, seed_node, seed_ms, seed_label, limit, first, pool, ms, label, touched)
        if reached >= 0:
            return pool, reached
        pool = np.empty(4 * len(pool), np.int32)
        first[:], ms[:] = -1, CLOSED


@compiled
def search_within(  # noqa: PLR0913 a compiled loop takes its arrays one by one
    start: Ints,
    arcs: Ints,
    seed_node: Ints,
    seed_ms: Ints,
    seed_label: Ints,
    limit: Whole,
    first: Ints,
    pool: Int32s,
    ms: Ints,
    label: Ints,
    touched: Ints,
) -> Whole:
    """Do the work of :func:`search`, or return -1 when the pool is full.

    Indices are unsigned in the loop, which spares numba's test for negative ones, and the pool is never replaced in it,
    which spares the counting of references: together half the time.
    """
    labelled = len(label) > 0
    mask, capacity, one, two, three = U(len(first) - 1), U(len(pool) // 3), U(1), U(2), U(3)
    used, free, waiting, reached = U(0), np.int32(-1), 0, U(0)
    if U(len(seed_node)) >= capacity:
        return -1
    for i in range(len(seed_node)):
        node, time = seed_node[i], seed_ms[i]
        if (
            node >= 0
            and time <= limit
            and (time < ms[node] or (labelled and time == ms[node] and seed_label[i] < label[node]))
        ):
            if ms[node] == CLOSED:
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
            if arrival < before or (labelled and arrival == before and label[node] < label[head]):
                if before == CLOSED:
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

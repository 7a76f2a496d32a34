"""The searches of :mod:`search` by scipy, for a machine without numba: the same results, several times as slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..arrays import Ints, Pair, Triple, Whole
from .attributes import CLOSED

if TYPE_CHECKING:
    from .timed import Side

_MATRIX_BYTES = 200_000_000


def quickest_arcs(start: Ints, arcs: Ints) -> Triple:
    """Return tail, head and milliseconds of the open arcs, of parallel ones the quickest.

    Scipy would add these up, or go round them for ever.
    """
    tail, head, ms = np.repeat(np.arange(len(start) - 1), np.diff(start)), arcs[0::2], arcs[1::2]
    open_arc = (ms < CLOSED) & (tail != head)
    tail, head, ms = tail[open_arc], head[open_arc], ms[open_arc]
    order = np.lexsort((ms, head, tail))
    tail, head, ms = tail[order], head[order], ms[order]
    first = np.ones(len(tail), bool)
    first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    return tail[first], head[first], ms[first]


def nearest(side: Side, seed_node: Ints, seed_ms: Ints, seed_label: Ints, limit: Whole) -> Pair:
    """Search from all seeds at once, by one more node that leads to them; the last digits of times are the label."""
    nodes = len(side.start) - 1
    tail, head, ms = quickest_arcs(side.start, side.arcs)
    unit = int(seed_label.max(initial=0)) + 1
    order = np.lexsort((seed_label, seed_ms, seed_node))
    first = order[np.unique(seed_node[order], return_index=True)[1]]
    times = np.concatenate([ms.astype(float) * unit, seed_ms[first].astype(float) * unit + seed_label[first]])
    ends = np.concatenate([tail, np.full(len(first), nodes)]), np.concatenate([head, seed_node[first]])
    found = dijkstra(csr_matrix((times, ends), shape=(nodes + 1, nodes + 1)), indices=nodes)[:nodes]
    reached = found < (float(limit) + 1) * unit
    whole = np.where(reached, found, 0).astype(np.int64)
    return np.where(reached, whole // unit, CLOSED).astype(np.int32), np.where(reached, whole % unit, -1).astype(
        np.int32
    )


def rows(side: Side, seed_node: Ints, seed_ms: Ints, targets: Pair, limit: Whole) -> Triple:
    """Find which targets each source reaches, as :func:`sweep.rows_by_sweep` does."""
    nodes, (node, extra) = len(side.start) - 1, targets
    tail, head, ms = quickest_arcs(side.start, side.arcs)
    graph = csr_matrix((ms.astype(float), (tail, head)), shape=(nodes, nodes))
    size, found, found_ms, together = [], [], [], max(1, _MATRIX_BYTES // (16 * nodes))
    for first in range(0, len(seed_node), together):
        part = slice(first, first + together)
        from_seeds = [
            dijkstra(graph, indices=np.maximum(ends, 0), limit=limit) + np.where(ends >= 0, start, np.inf)[:, None]
            for ends, start in zip(seed_node[part].T, seed_ms[part].T)
        ]
        times = np.minimum(*from_seeds)
        arrival = np.minimum(*(np.where(ends >= 0, times[:, ends] + more, np.inf) for ends, more in zip(node, extra)))
        source, target = np.nonzero(arrival <= limit)
        size.append(np.bincount(source, minlength=len(times)))
        found.append(target)
        found_ms.append(arrival[source, target])
    size_of, target_of, ms_of = (
        np.concatenate([np.zeros(0), *parts]).astype(np.int32) for parts in (size, found, found_ms)
    )
    return size_of, target_of, ms_of

"""The order in which junctions are contracted, and the shortcuts that follow from it.

What a sweep over the whole network needs, whatever the speeds.

Customizable contraction hierarchies (Dibbelt, Strasser & Wagner 2016): nodes are left out one after the other, each
time joining all neighbours that remain; a node that many ways run through goes last. The order is a minimum-degree
order (George & Liu 1989), which keeps the shortcuts few, taken from the symbolic work of SuperLU in scipy; nodes are
then numbered in postorder of the elimination tree, so that whatever hangs below a node stands just before it.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import splu

from ..arrays import Arrays, Ints, Pair
from ..compiled import compiled


def contraction_order(tail: Ints, head: Ints, nodes: int) -> Ints:
    """Return the place of each node in the order, (n,) int32.

    Parameters
    ----------
    tail, head
        (a,) the ends of the arcs, in whatever direction; parallel arcs and loops do no harm.
    nodes
        How many nodes there are.
    """
    by_degree = _minimum_degree(tail, head, nodes)
    start, upper = _upward(by_degree[tail], by_degree[head], nodes)
    parent = parents(*_contract(start, upper))
    place: Ints = _postorder(parent)[by_degree]
    return place


def shortcuts(tail: Ints, head: Ints, nodes: int) -> Arrays:
    """Return the hierarchy over arcs whose nodes are numbered in contraction order.

    Parameters are those of :func:`contraction_order`.

    Returns
    -------
    dict
        ``up_start`` (n + 1,) and ``up_head``: the later nodes that each one is joined to when its turn comes,
        increasing; the first is its parent in the elimination tree. ``subtree`` (n,): how many nodes hang below each,
        itself included; they are numbered right before it. All int32.
    """
    up_start, up_head = _contract(*_upward(tail, head, nodes))
    return {
        "up_start": up_start.astype(np.int32),
        "up_head": up_head,
        "subtree": _subtree_sizes(parents(up_start, up_head)),
    }


def parents(up_start: Ints, up_head: Ints) -> Ints:
    """Return the parent of each node in the elimination tree, (n,) int32, -1 for the roots."""
    first = up_start[:-1]
    has = first < up_start[1:]
    parent = np.full(len(first), -1, np.int32)
    parent[has] = up_head[first[has]]
    return parent


def _minimum_degree(tail: Ints, head: Ints, nodes: int) -> Ints:
    apart = tail != head
    ends = np.concatenate([tail[apart], head[apart]]), np.concatenate([head[apart], tail[apart]])
    joined = csr_matrix((np.ones(len(ends[0]), np.float32), ends), shape=(nodes, nodes))
    joined.sum_duplicates()
    joined.data[:] = 1.0
    dominant = diags(np.asarray(joined.sum(axis=0)).ravel() + 1.0) - joined  # so that no pivot is moved
    found = splu(
        dominant.astype(np.float32).tocsc(),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )
    order: Ints = found.perm_c.astype(np.int32)
    return order


def _upward(tail: Ints, head: Ints, nodes: int) -> Pair:
    """Return for each node its later neighbours, each once, increasing."""
    low, high = np.minimum(tail, head).astype(np.int64), np.maximum(tail, head)
    pairs = np.unique(low[low < high] * nodes + high[low < high])
    return np.concatenate([[0], np.cumsum(np.bincount(pairs // nodes, minlength=nodes))]), (pairs % nodes).astype(
        np.int32
    )


@compiled
def _contract(start: Ints, upper: Ints) -> Pair:
    """Join the later neighbours of each node in turn.

    The first of them inherits the joints (symbolic Cholesky factorisation).
    """
    nodes = len(start) - 1
    first_child, sibling = np.full(nodes, -1, np.int32), np.full(nodes, -1, np.int32)
    seen = np.full(nodes, -1, np.int32)
    up_start, up_head, filled = np.zeros(nodes + 1, np.int64), np.empty(3 * len(upper) + 16, np.int32), 0
    for node in range(nodes):
        most, child = start[node + 1] - start[node], first_child[node]
        while child >= 0:
            most += up_start[child + 1] - up_start[child]
            child = sibling[child]
        if filled + most > len(up_head):
            larger = np.empty(2 * len(up_head) + most, np.int32)
            larger[:filled] = up_head[:filled]
            up_head = larger
        first, seen[node] = filled, node
        for k in range(start[node], start[node + 1]):
            seen[upper[k]] = node
            up_head[filled] = upper[k]
            filled += 1
        child = first_child[node]
        while child >= 0:
            for k in range(up_start[child], up_start[child + 1]):
                other = up_head[k]
                if seen[other] != node:
                    seen[other] = node
                    up_head[filled] = other
                    filled += 1
            child = sibling[child]
        up_head[first:filled] = np.sort(up_head[first:filled])
        up_start[node + 1] = filled
        if filled > first:
            parent = up_head[first]
            sibling[node], first_child[parent] = first_child[parent], node
    return up_start, up_head[:filled].copy()


@compiled
def _postorder(parent: Ints) -> Ints:
    """Return the place of each node when every tree is walked children first."""
    nodes = len(parent)
    first_child, sibling = np.full(nodes, -1, np.int32), np.full(nodes, -1, np.int32)
    for node in range(nodes - 1, -1, -1):
        if parent[node] >= 0:
            sibling[node], first_child[parent[node]] = first_child[parent[node]], node
    place, stack, placed = np.empty(nodes, np.int32), np.empty(nodes, np.int32), 0
    for root in range(nodes):
        if parent[root] >= 0:
            continue
        stack[0], depth = root, 1
        while depth > 0:
            node = stack[depth - 1]
            child = first_child[node]
            if child >= 0:
                first_child[node], stack[depth] = sibling[child], child
                depth += 1
            else:
                place[node] = placed
                placed += 1
                depth -= 1
    return place


@compiled
def _subtree_sizes(parent: Ints) -> Ints:
    size = np.ones(len(parent), np.int32)
    for node in range(len(parent)):
        if parent[node] >= 0:
            size[parent[node]] += size[node]
    return size

"""The compiled searches against scipy and networkx."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from access_plugin.engine.network.search import UNREACHED, nearest, within
from access_plugin.engine.network.timed import CLOSED, Side


def side_of(nodes, arcs):
    """Return the arcs (from, to, ms) as a side; parallel arcs stay in."""
    arcs = sorted(arcs)
    start = np.searchsorted([a for a, _, _ in arcs], np.arange(nodes + 1)).astype(np.int32)
    flat = np.array([(head, ms) for _, head, ms in arcs], np.int32).reshape(-1)
    none = np.zeros((2, 0), np.int32)
    return Side(start, flat, *[none] * 7)


def scipy_times(nodes, arcs, sources, limit=np.inf):
    shortest = {}
    for a, b, ms in arcs:
        if ms < CLOSED and a != b:
            shortest[a, b] = min(shortest.get((a, b), CLOSED), ms)
    keys = list(shortest)
    # scipy takes an explicit zero for a free arc only when it is stored: keep it so
    graph = csr_matrix((np.array([float(shortest[k]) for k in keys]), ([a for a, _ in keys], [b for _, b in keys])), shape=(nodes, nodes))
    return dijkstra(graph, indices=sources, limit=limit)


def random_arcs(rng, nodes, count, longest):
    ms = rng.integers(0, longest, count)
    ms[rng.random(count) < 0.1] = CLOSED
    return [(int(a), int(b), int(c)) for a, b, c in zip(rng.integers(0, nodes, count), rng.integers(0, nodes, count), ms)]


@pytest.mark.parametrize("longest", [3, 5_000, 3_000_000])
def test_nearest_equals_scipy_on_random_graphs(longest):
    rng = np.random.default_rng(longest)
    for _ in range(40):
        nodes = int(rng.integers(2, 80))
        arcs = random_arcs(rng, nodes, int(rng.integers(1, 5 * nodes)), longest)
        sources = rng.choice(nodes, int(rng.integers(1, min(6, nodes) + 1)), replace=False)
        start_ms = rng.integers(0, 4 * longest, len(sources))
        ms, label = nearest(side_of(nodes, arcs), sources, start_ms, np.arange(len(sources)))
        each = scipy_times(nodes, arcs, sources) + start_ms[:, None]
        expected = each.min(axis=0)
        np.testing.assert_array_equal(np.where(ms == UNREACHED, np.inf, ms), expected)
        reached = np.isfinite(expected)
        assert (label[~reached] == -1).all()
        np.testing.assert_array_equal(each[label[reached], np.flatnonzero(reached)], expected[reached])


def test_nearest_equals_networkx_with_parallel_and_free_arcs():
    arcs = [(0, 1, 9), (0, 1, 4), (1, 2, 0), (2, 3, 7), (3, 0, 1), (4, 0, 1)]
    ms, _ = nearest(side_of(5, arcs), [0], [0], [0])
    graph = nx.MultiDiGraph([(a, b, {"ms": c}) for a, b, c in arcs])
    lengths = nx.single_source_dijkstra_path_length(graph, 0, weight="ms")
    assert ms.tolist() == [lengths.get(node, UNREACHED) for node in range(5)]
    assert ms.tolist() == [0, 4, 4, 11, UNREACHED]


def targets_of(nodes, rows):
    """Return targets as `within` wants them from (node, target, extra)."""
    rows = sorted(rows)
    start = np.searchsorted([n for n, _, _ in rows], np.arange(nodes + 1)).astype(np.int64)
    return start, np.array([t for _, t, _ in rows], np.int32), np.array([e for _, _, e in rows], np.int32)


def test_within_equals_scipy_on_random_graphs():
    rng = np.random.default_rng(3)
    for _ in range(60):
        nodes = int(rng.integers(2, 60))
        arcs = random_arcs(rng, nodes, int(rng.integers(1, 5 * nodes)), 5_000)
        sources = rng.integers(0, nodes, 5)
        limit = int(rng.integers(0, 20_000))
        rows = [(int(rng.integers(0, nodes)), target, int(rng.integers(0, 3_000))) for target in range(int(rng.integers(1, 30))) for _ in range(2)]
        seeds = np.column_stack([sources, np.full(5, -1)]), np.zeros((5, 2))
        start, target, ms = within(side_of(nodes, arcs), seeds, targets_of(nodes, rows), limit)
        times = scipy_times(nodes, arcs, sources)
        for source in range(5):
            expected = {}
            for node, t, extra in rows:
                arrival = times[source, node] + extra
                if times[source, node] <= limit and arrival <= limit:
                    expected[t] = min(expected.get(t, np.inf), arrival)
            found = slice(start[source], start[source + 1])
            assert dict(zip(target[found].tolist(), ms[found].tolist())) == expected
            assert (np.diff(target[found]) > 0).all()


def test_the_limit_is_inclusive():
    arcs = [(0, 1, 100), (1, 2, 1)]
    start, target, _ = within(side_of(3, arcs), (np.array([[0, -1]]), np.zeros((1, 2))), targets_of(3, [(1, 0, 0), (2, 1, 0)]), 100)
    assert target.tolist() == [0]


def test_no_source_and_no_target():
    side = side_of(2, [(0, 1, 5)])
    start, target, ms = within(side, (np.zeros((0, 2)), np.zeros((0, 2))), targets_of(2, [(1, 0, 0)]), 10)
    assert (start.tolist(), target.tolist(), ms.tolist()) == ([0], [], [])
    start, target, ms = within(side, (np.array([[0, -1]]), np.zeros((1, 2))), targets_of(2, []), 10)
    assert (start.tolist(), target.tolist()) == ([0, 0], [])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 50_000)), min_size=1, max_size=40), st.integers(1, 20_000))
def test_slower_roads_never_shorten_a_time(arcs, more):
    before, _ = nearest(side_of(10, arcs), [0], [0], [0])
    after, _ = nearest(side_of(10, [(a, b, ms + more) for a, b, ms in arcs]), [0], [0], [0])
    assert (after >= before).all()


def test_the_sample_equals_scipy_and_networkx(sample_network):
    side = sample_network.timed().outbound
    nodes = sample_network.node_count
    tail = np.repeat(np.arange(nodes), np.diff(side.start))
    arcs = [(int(a), int(b), int(ms)) for a, b, ms in zip(tail, side.arcs[0::2], side.arcs[1::2])]
    sources = np.array([5, 700, 2500])
    ms, _ = nearest(side, sources, np.zeros(3), np.arange(3))
    np.testing.assert_array_equal(np.where(ms == UNREACHED, np.inf, ms), scipy_times(nodes, arcs, sources).min(axis=0))
    graph = nx.MultiDiGraph([(a, b, {"ms": c}) for a, b, c in arcs if c < CLOSED])
    graph.add_nodes_from(range(nodes))
    lengths = nx.multi_source_dijkstra_path_length(graph, set(sources.tolist()), weight="ms")
    assert ms.tolist() == [lengths.get(node, UNREACHED) for node in range(nodes)]


def test_a_pool_that_is_too_small_grows():
    """A star of more arms than the first pool holds entries."""
    arms = 20_000
    arcs = [(0, head, 1000 + head) for head in range(1, arms + 1)] + [(head, arms + 1, 5) for head in range(1, arms + 1)]
    ms, _ = nearest(side_of(arms + 2, arcs), [0], [0], [0])
    assert ms.tolist() == [0, *range(1001, 1001 + arms), 1006]
    start, target, times = within(side_of(arms + 2, arcs), (np.array([[0, -1], [5, -1]]), np.zeros((2, 2))), targets_of(arms + 2, [(arms, 0, 0), (arms + 1, 1, 7)]), 30_000)
    assert (start.tolist(), target.tolist(), times.tolist()) == ([0, 2, 3], [0, 1, 1], [21_000, 1013, 12])

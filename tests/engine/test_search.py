"""The searches, plain, swept and without numba, against scipy and networkx."""

import dataclasses

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from access_plugin.engine.network import search
from access_plugin.engine.network.attributes import CLOSED
from access_plugin.engine.network.closed_roads import Closures
from access_plugin.engine.network.hierarchy import contraction_order, shortcuts
from access_plugin.engine.network.search import UNREACHED, each, improved, nearest, within
from access_plugin.engine.network.timed import Hierarchy, Side

WAYS = ("plain", "swept", "uncompiled")


def side_of(nodes, arcs, way="plain", *, inbound=False):
    """Return the arcs (from, to, ms) as a side that is searched in one of WAYS; parallel arcs stay in.

    To be swept, arcs must be :func:`ordered`.
    """
    start, flat = listed(nodes, arcs)
    none = np.zeros((2, 0), np.int32)
    hierarchy = None
    if way == "swept":
        tail, head = (np.array([arc[end] for arc in arcs], np.int32) for end in (0, 1))
        hierarchy = Hierarchy(shortcuts(tail, head, nodes), start, flat)
        hierarchy.sweep(inbound=False)
    if inbound:
        start, flat = listed(nodes, [(b, a, ms) for a, b, ms in arcs])
    return Side(start, flat, *[none] * 7, hierarchy, inbound)


def listed(nodes, arcs):
    arcs = sorted(arcs)
    return np.searchsorted([a for a, _, _ in arcs], np.arange(nodes + 1)).astype(np.int32), np.array(
        [(head, ms) for _, head, ms in arcs], np.int32
    ).reshape(-1)


def ordered(nodes, arcs):
    """Return the arcs with the nodes numbered in contraction order."""
    ends = [np.array([arc[end] for arc in arcs], np.int32) for end in (0, 1)]
    place = contraction_order(*ends, nodes)
    assert sorted(place) == list(range(nodes))
    return [(int(place[a]), int(place[b]), ms) for a, b, ms in arcs]


@pytest.fixture(params=WAYS)
def way(request, monkeypatch):
    """One way to search after the other; each must give the same."""
    monkeypatch.setattr(search, "COMPILED", request.param != "uncompiled")
    return request.param


def scipy_times(nodes, arcs, sources, limit=np.inf):
    shortest = {}
    for a, b, ms in arcs:
        if ms < CLOSED and a != b:
            shortest[a, b] = min(shortest.get((a, b), CLOSED), ms)
    keys = list(shortest)
    # scipy takes an explicit zero for a free arc only when it is stored: keep it so
    graph = csr_matrix(
        (np.array([float(shortest[k]) for k in keys]), ([a for a, _ in keys], [b for _, b in keys])),
        shape=(nodes, nodes),
    )
    return dijkstra(graph, indices=sources, limit=limit)


def random_arcs(rng, nodes, count, longest):
    ms = rng.integers(0, longest, count)
    ms[rng.random(count) < 0.1] = CLOSED
    return [
        (int(a), int(b), int(c)) for a, b, c in zip(rng.integers(0, nodes, count), rng.integers(0, nodes, count), ms)
    ]


@pytest.mark.parametrize("longest", [3, 5_000, 3_000_000])
@pytest.mark.parametrize("inbound", [False, True])
def test_nearest_equals_scipy_on_random_graphs(longest, inbound, way):
    """Parts that are not reached, one-way roads, parallel and free arcs and loops included.

    The lowest label wins among equal times.
    """
    rng = np.random.default_rng(longest)
    for _ in range(40):
        nodes = int(rng.integers(2, 80))
        arcs = ordered(nodes, random_arcs(rng, nodes, int(rng.integers(1, 5 * nodes)), longest))
        sources = rng.choice(nodes, int(rng.integers(1, min(6, nodes) + 1)), replace=False)
        start_ms = rng.integers(0, 4 * longest, len(sources))
        ms, label = nearest(side_of(nodes, arcs, way, inbound=inbound), sources, start_ms, np.arange(len(sources)))
        driven = [(b, a, ms) for a, b, ms in arcs] if inbound else arcs
        times = scipy_times(nodes, driven, sources) + start_ms[:, None]
        expected = times.min(axis=0)
        np.testing.assert_array_equal(np.where(ms == UNREACHED, np.inf, ms), expected)
        np.testing.assert_array_equal(label, np.where(np.isfinite(expected), times.argmin(axis=0), -1))


def test_nearest_equals_networkx_with_parallel_and_free_arcs(way):
    arcs = [(0, 1, 9), (0, 1, 4), (1, 2, 0), (2, 3, 7), (3, 0, 1), (4, 0, 1)]
    ms, _ = nearest(side_of(5, arcs, way), [0], [0], [0])
    graph = nx.MultiDiGraph([(a, b, {"ms": c}) for a, b, c in arcs])
    lengths = nx.single_source_dijkstra_path_length(graph, 0, weight="ms")
    assert ms.tolist() == [lengths.get(node, UNREACHED) for node in range(5)]
    assert ms.tolist() == [0, 4, 4, 11, UNREACHED]


@pytest.mark.parametrize("sources", [1, 5, 40])
def test_within_equals_scipy_on_random_graphs(way, sources):
    """Two places to begin with for each source, two nodes before each target, of which one or both may be absent.

    More sources than are swept side by side.
    """
    rng = np.random.default_rng(sources)
    for _ in range(30):
        nodes = int(rng.integers(2, 60))
        arcs = ordered(nodes, random_arcs(rng, nodes, int(rng.integers(1, 5 * nodes)), 5_000))
        limit, count = int(rng.integers(0, 20_000)), int(rng.integers(1, 30))
        seeds = rng.integers(-1, nodes, (sources, 2)), rng.integers(0, 4_000, (sources, 2))
        targets = rng.integers(-1, nodes, (2, count)), rng.integers(0, 3_000, (2, count))
        start, target, ms = within(side_of(nodes, arcs, way), seeds, targets, limit)
        times = scipy_times(nodes, arcs, np.arange(nodes))
        for source in range(sources):
            begin = [times[node] + ms for node, ms in zip(seeds[0][source], seeds[1][source]) if node >= 0] or [
                np.full(nodes, np.inf)
            ]
            at_node = np.min(begin, axis=0)
            arrival = np.min(np.where(targets[0] >= 0, at_node[targets[0]] + targets[1], np.inf), axis=0)
            expected = {t: ms for t, ms in enumerate(arrival.tolist()) if ms <= limit}
            found = slice(start[source], start[source + 1])
            assert dict(zip(target[found].tolist(), ms[found].tolist())) == expected
            assert (np.diff(target[found]) > 0).all()


@pytest.mark.parametrize("limit", [6_000, CLOSED])
def test_the_times_of_each_site_equal_scipy(way, limit):
    rng = np.random.default_rng(8)
    for _ in range(15):
        nodes = int(rng.integers(2, 60))
        arcs = ordered(nodes, random_arcs(rng, nodes, int(rng.integers(1, 5 * nodes)), 5_000))
        seeds = rng.integers(-1, nodes, (20, 2)), rng.integers(0, 4_000, (20, 2))
        seeds[0][:, 0] = rng.integers(0, nodes, 20)
        times = scipy_times(nodes, arcs, np.arange(nodes))
        count = 0
        for source, ms in enumerate(each(side_of(nodes, arcs, way), seeds, limit)):
            begin = [times[node] + start for node, start in zip(seeds[0][source], seeds[1][source]) if node >= 0]
            expected = np.min(begin, axis=0)
            np.testing.assert_array_equal(
                np.where(ms == UNREACHED, np.inf, ms), np.where(expected <= limit, expected, np.inf)
            )
            count += 1
        assert count == 20


def test_the_limit_is_inclusive(way):
    arcs = [(0, 1, 100), (1, 2, 1)]
    start, target, _ = within(
        side_of(3, arcs, way),
        (np.array([[0, -1]]), np.zeros((1, 2))),
        (np.array([[1, 2], [-1, -1]]), np.zeros((2, 2))),
        100,
    )
    assert target.tolist() == [0]


def test_no_source_and_no_target(way):
    side = side_of(2, [(0, 1, 5)], way)
    start, target, ms = within(
        side, (np.zeros((0, 2)), np.zeros((0, 2))), (np.array([[1], [-1]]), np.zeros((2, 1))), 10
    )
    assert (start.tolist(), target.tolist(), ms.tolist()) == ([0], [], [])
    start, target, ms = within(side, (np.array([[0, -1]]), np.zeros((1, 2))), (np.zeros((2, 0)), np.zeros((2, 0))), 10)
    assert (start.tolist(), target.tolist()) == ([0, 0], [])


def test_one_more_site_is_searched_as_far_as_it_comes_sooner(way):
    """As if all had been searched at once: with other sites known, and with what is left until some of them."""
    rng = np.random.default_rng(8)
    for _ in range(30):
        nodes = int(rng.integers(2, 30))
        arcs = [(int(a), int(b), int(ms)) for a, b, ms in rng.integers(0, [nodes, nodes, 90_000], (3 * nodes, 3))]
        side = side_of(nodes, ordered(nodes, arcs), way)
        others, one = rng.integers(0, nodes, 3), rng.integers(0, nodes, 1)
        late = rng.integers(0, 60_000, 3)
        known, _ = nearest(side, others, late, np.zeros(3))
        both, _ = nearest(side, np.append(others, one), np.append(late, 500), np.zeros(4))
        seeds = np.append(one, -1), np.array([500, 0])
        np.testing.assert_array_equal(improved(side, *seeds, known), both)
        alone, _ = nearest(side, one, np.array([500]), np.zeros(1))
        np.testing.assert_array_equal(improved(side, *seeds, np.full(nodes, UNREACHED, np.int32)), alone)


def test_many_sources_are_swept_and_few_are_not(sample_network):
    """The choice is made by how far some of the searches go; the results do not show it."""
    side = dataclasses.replace(sample_network.timed("mcs", "winter").outbound)
    nodes = sample_network.node_count
    rng = np.random.default_rng(4)
    targets = rng.integers(0, nodes, (2, 200)), np.zeros((2, 200))

    def of(count):
        return (np.column_stack([rng.integers(0, nodes, count), np.full(count, -1)]), np.zeros((count, 2)))

    few, many = of(20), of(600)
    assert not side.is_customised
    within(side, few, targets, 300_000)
    assert not side.is_customised
    by_plain = within(dataclasses.replace(side, hierarchy=None), many, targets, 1_800_000)
    by_sweep = within(side, many, targets, 1_800_000)
    assert side.is_customised
    for one, other in zip(by_plain, by_sweep):
        np.testing.assert_array_equal(one, other)
    assert len(by_sweep[1]) > 10_000


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 50_000)), min_size=1, max_size=40),
    st.integers(1, 20_000),
)
def test_slower_roads_never_shorten_a_time(arcs, more):
    before, _ = nearest(side_of(10, arcs), [0], [0], [0])
    after, _ = nearest(side_of(10, [(a, b, ms + more) for a, b, ms in arcs]), [0], [0], [0])
    assert (after >= before).all()


def arcs_of(side):
    tail = np.repeat(np.arange(len(side.start) - 1), np.diff(side.start))
    return [(int(a), int(b), int(ms)) for a, b, ms in zip(tail, side.arcs[0::2], side.arcs[1::2])]


def test_the_sample_equals_scipy_and_networkx(sample_network):
    side = sample_network.timed().outbound
    nodes, arcs = sample_network.node_count, arcs_of(side)
    sources = np.array([5, 700, 2500])
    ms, _ = nearest(side, sources, np.zeros(3), np.arange(3))
    np.testing.assert_array_equal(np.where(ms == UNREACHED, np.inf, ms), scipy_times(nodes, arcs, sources).min(axis=0))
    graph = nx.MultiDiGraph([(a, b, {"ms": c}) for a, b, c in arcs if c < CLOSED])
    graph.add_nodes_from(range(nodes))
    lengths = nx.multi_source_dijkstra_path_length(graph, set(sources.tolist()), weight="ms")
    assert ms.tolist() == [lengths.get(node, UNREACHED) for node in range(nodes)]


@pytest.mark.parametrize(
    "roads",
    [
        "roads/andorra_2020/andorra.osm.pbf",
        "roads/liechtenstein_2015/liechtenstein-latest.osm.pbf",
        "scale/synth100k.osm.pbf",
    ],
)
def test_sweeps_equal_scipy_on_real_roads(shared, network_of, roads):
    """Both directions, banned turns, one-way roads and barriers as they come.

    Again after a change of season and with roads closed.
    """
    network = network_of(shared(roads))
    assert network.meta["counts"]["bans_applied"] > 0 or "synth" in roads
    rng = np.random.default_rng(1)
    sources = rng.choice(network.node_count, 12, replace=False)
    network = network.with_closures(
        Closures.always(rng.choice(network.edge_count, network.edge_count // 50, replace=False), "some")
    )
    for timed in (network.timed(), network.timed("emergency", "winter")):
        for side in (timed.outbound, timed.inbound):
            side.sweep
            seeds = np.column_stack([sources, np.full(12, -1)]), np.zeros((12, 2))
            swept = np.array([ms.copy() for ms in each(side, seeds)])
            expected = scipy_times(network.node_count, arcs_of(side), sources)
            np.testing.assert_array_equal(np.where(swept == UNREACHED, np.inf, swept), expected)
            ms, label = nearest(side, sources, np.zeros(12), np.arange(12))
            np.testing.assert_array_equal(np.where(ms == UNREACHED, np.inf, ms), expected.min(axis=0))
            np.testing.assert_array_equal(label[ms < UNREACHED], expected.argmin(axis=0)[ms < UNREACHED])


def test_the_hierarchy_of_a_grid_is_small(sample_network):
    """An elimination order that is taken the wrong way round gives thousands of times as many shortcuts."""
    side = 60

    def cell(row, column):
        return row * side + column

    arcs = [
        (cell(r, c), cell(r + dr, c + dc), 1)
        for r in range(side)
        for c in range(side)
        for dr, dc in ((0, 1), (1, 0))
        if r + dr < side and c + dc < side
    ]
    arcs = ordered(side * side, arcs)
    found = shortcuts(np.array([a for a, _, _ in arcs]), np.array([b for _, b, _ in arcs]), side * side)
    assert len(arcs) < len(found["up_head"]) < 12 * len(arcs)
    assert found["subtree"][-1] == side * side
    of_sample = sample_network.arrays
    assert len(of_sample["up_head"]) < 3 * sample_network.edge_count


def test_a_pool_that_is_too_small_grows():
    """A star of more arms than the first pool holds entries."""
    arms = 20_000
    arcs = [(0, head, 1000 + head) for head in range(1, arms + 1)] + [
        (head, arms + 1, 5) for head in range(1, arms + 1)
    ]
    ms, _ = nearest(side_of(arms + 2, arcs), [0], [0], [0])
    assert ms.tolist() == [0, *range(1001, 1001 + arms), 1006]
    start, target, times = within(
        side_of(arms + 2, arcs),
        (np.array([[0, -1], [5, -1]]), np.zeros((2, 2))),
        (np.array([[arms, arms + 1], [-1, -1]]), np.array([[0, 7], [0, 0]])),
        30_000,
    )
    assert (start.tolist(), target.tolist(), times.tolist()) == ([0, 2, 3], [0, 1, 1], [21_000, 1013, 12])

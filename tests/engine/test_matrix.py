"""Matrices of times and metres: against searches of one place alone, drives that are explained, and brute force."""

import heapq

import numpy as np
import pytest
import small
from test_search import listed, ordered, random_arcs

from access_plugin.engine.access.matrix import pairs_between
from access_plugin.engine.access.reach import nearest_minutes
from access_plugin.engine.access.route import explain_route
from access_plugin.engine.network import metres as metres_module
from access_plugin.engine.network import search
from access_plugin.engine.network.attributes import CLOSED
from access_plugin.engine.network.snap import attach

PLACES = {"a": (0, 0), "b": (4, 0), "c": (4, 3), "d": (0, 3), "e": (9, 9)}
ROADS = [(["a", "b"], {}), (["b", "c"], {}), (["c", "d"], {"oneway": "yes"}), (["d", "a"], {})]


def whole(*args, **named):
    """Return all pairs as one table (origin, destination) → (minutes, metres)."""
    table = {}
    for pairs in pairs_between(*args, **named):
        for row in range(len(pairs)):
            key = int(pairs.origin[row]), int(pairs.destination[row])
            assert key not in table
            table[key] = pairs.minutes[row], pairs.metres[row] if len(pairs.metres) else np.nan
    return table


@pytest.fixture(scope="module")
def square():
    """A square of roads at a kilometre a minute, one of which is driven one way, and places on and off its corners."""
    timed = small.network(PLACES | {"f": (9, 8)}, [*ROADS, (["e", "f"], {})]).timed(small.SIXTY)
    spots = {"a": (0, 0), "half": (2, 0), "c": (4, 3), "alone": (9, 8.5), "far": (50, 50)}
    return timed, attach(timed, np.array([small.km(*place) for place in spots.values()]))


def test_a_matrix_by_hand(square):
    timed, places = square
    found = whole(timed, places, places, metres=True)
    minutes = {key: round(time, 2) for key, (time, _) in found.items()}
    a, half, c = range(3)  # “alone” stands on a road that leads nowhere, “far” on none
    assert minutes == {
        (a, a): 0, (half, half): 0, (c, c): 0,
        (a, half): 2, (half, a): 2, (a, c): 7, (half, c): 5, (c, half): 5, (c, a): 7,
    }  # fmt: skip
    assert found[c, a][1] == pytest.approx(7000, rel=1e-3) and found[a, a][1] == 0


@pytest.mark.parametrize("nearest", [0, 2])
def test_a_limit_of_each_origin(square, nearest):
    timed, places = square
    every, limits = whole(timed, places, places), np.array([2.0, np.inf, 5.1, 1.0, 1.0])
    within = {key: time for key, (time, _) in every.items() if time <= limits[key[0]]}
    if nearest:
        rows = {origin: sorted((time, to) for (at, to), time in within.items() if at == origin) for origin, _ in within}
        within = {(origin, to): time for origin, row in rows.items() for time, to in row[:nearest]}
    assert 0 < len(within) < len(every)
    for count in (5, 3):  # of fewer destinations the searches begin at these
        found = whole(timed, places, places.take(np.arange(count)), most_min=limits, nearest=nearest)
        assert {key: time for key, (time, _) in found.items()} == within  # none ends at the others


def test_of_two_ways_that_are_as_quick_the_shorter_counts():
    roads = [(["a", "b", "c"], {"maxspeed": "120"}), (["a", "c"], {"maxspeed": "60"})]
    timed = small.network({"a": (0, 0), "b": (0, 5), "c": (6, 0)}, [(["a", "c"], {}), *roads[1:]]).timed(small.SIXTY)
    ends = attach(timed, np.array([small.km(0, 0), small.km(6, 0)]))
    assert whole(timed, ends, ends, metres=True)[0, 1][1] == pytest.approx(6000, rel=1e-3)


@pytest.fixture(scope="module")
def village(sample_network):
    timed, random = sample_network.timed(), np.random.default_rng(5)
    nodes = sample_network.arrays["node_xy"]
    spots = nodes[random.integers(0, len(nodes), 45)] + random.uniform(-80, 80, (45, 2))
    return timed, attach(timed, spots)


def test_times_are_those_of_each_place_alone_whichever_side_is_longer(village):
    timed, places = village
    origins, destinations = places.take(np.arange(30)), places.take(np.arange(30, 45))
    found = whole(timed, origins, destinations)
    for place in range(15):
        alone, _ = nearest_minutes(timed, "inbound", destinations.take([place]), np.zeros(1), origins)
        assert [found.get((row, place), (np.nan,))[0] for row in range(30)] == pytest.approx(list(alone), nan_ok=True)
    turned = whole(timed, destinations, origins)
    for place in range(15):
        alone, _ = nearest_minutes(timed, "outbound", destinations.take([place]), np.zeros(1), origins)
        assert [turned.get((place, row), (np.nan,))[0] for row in range(30)] == pytest.approx(list(alone), nan_ok=True)


def test_metres_are_those_of_the_drives_that_are_explained(village, sample_network):
    timed, places = village
    origins, destinations = places.take(np.arange(8)), places.take(np.arange(8, 20))
    found = whole(timed, origins, destinations, metres=True)
    assert {key: time for key, (time, _) in found.items()} == pytest.approx(
        {key: time for key, (time, _) in whole(timed, origins, destinations).items()}
    )
    xy = np.array([_on_road(sample_network, places, row) for row in range(20)])
    for (row, column), (time, metres) in found.items():
        roads, _ = explain_route(timed, xy[row], xy[8 + column])
        assert roads["seconds"].sum() / 60 == pytest.approx(time, abs=0.01)
        assert metres <= roads["length_m"].sum() + 2.0
        assert metres == pytest.approx(roads["length_m"].sum(), rel=0.01, abs=3.0)


def _on_road(network, places, row):
    (line,) = network.lines(places.edge[[row]])
    point = line.interpolate(places.fraction[row], normalized=True)
    return point.x, point.y


@pytest.mark.parametrize("swap", [False, True])
def test_the_nearest_are_the_first_of_all(village, swap):
    timed, places = village
    origins, destinations = places.take(np.arange(30)), places.take(np.arange(30, 45))
    origins, destinations = (destinations, origins) if swap else (origins, destinations)
    everything = whole(timed, origins, destinations)
    expected = {}
    for row in range(len(origins)):
        mine = sorted((time, column) for (one, column), (time, _) in everything.items() if one == row)
        expected |= {(row, column): time for time, column in mine[:3]}
    for metres in (False, True):
        found = whole(timed, origins, destinations, nearest=3, metres=metres)
        assert {key: time for key, (time, _) in found.items()} == pytest.approx(expected)


def test_a_limit_is_inclusive_and_parts_are_those_of_the_whole(village, monkeypatch):
    timed, places = village
    everything = whole(timed, places, places, metres=True)
    limit = sorted(time for time, _ in everything.values())[500]
    for metres in (False, True):
        assert set(whole(timed, places, places, most_min=limit, metres=metres)) == {
            key for key, (time, _) in everything.items() if time <= limit
        }
    monkeypatch.setattr("access_plugin.engine.access.matrix._PAIRS_AT_ONCE", 100)
    assert whole(timed, places, places, metres=True) == everything
    few = whole(timed, places, places.take(np.arange(20)), nearest=2)
    monkeypatch.undo()
    assert few == whole(timed, places, places.take(np.arange(20)), nearest=2)


def lexicographic(nodes, arcs, metres, seeds):
    """Return the least (ms, metres) of each node, by a plain search over pairs."""
    best, queue = {}, [(ms, m, node) for node, ms, m in seeds]
    heapq.heapify(queue)
    while queue:
        ms, m, node = heapq.heappop(queue)
        if node in best:
            continue
        best[node] = ms, m
        for (a, b, cost), length in zip(arcs, metres):
            if a == node and cost < CLOSED:
                heapq.heappush(queue, (ms + cost, m + length, b))
    return [best.get(node, (search.UNREACHED, np.inf)) for node in range(nodes)]


@pytest.mark.parametrize("seed", range(12))
def test_metres_against_a_search_over_pairs(seed):
    rng = np.random.default_rng(seed)
    arcs = sorted(ordered(30, random_arcs(rng, 30, 90, 4)))  # many take no time, many are as quick as others
    metres = rng.integers(0, 5, len(arcs)).astype(float)
    start, flat = listed(30, arcs)
    seeds = [(0, 0, 1.0), (7, 2, 0.5)]
    expected = lexicographic(30, arcs, metres, seeds)
    ms = np.array([time for time, _ in expected], np.int32)
    reached = np.flatnonzero(ms < CLOSED)
    order = reached[np.argsort(ms[reached], kind="stable")].astype(np.int64)
    node, seed_ms, seed_m = (np.array(column) for column in zip(*seeds))
    found = metres_module._metres(start, flat, metres, ms, order, node, seed_ms, seed_m)
    assert list(found) == pytest.approx([length for _, length in expected])

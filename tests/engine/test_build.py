"""From ways to a network."""

import networkx as nx
import numpy as np
import pytest
from heard import Heard
from paths import SIXTY
from small import TO_DEGREES, km, network, points, road_source

from access_plugin.engine.access.reach import nearest_minutes
from access_plugin.engine.access.times import points_xy
from access_plugin.engine.network.build import build_network
from access_plugin.engine.network.numbering import hilbert_index
from access_plugin.engine.network.snap import attach
from access_plugin.engine.network.timed import CLOSED


def minutes_between(net, start, end, season="all_year"):
    """Return the minutes of the drive from one place to another, NaN where there is no way."""
    timed = net.timed(SIXTY, season)
    return float(
        nearest_minutes(
            timed,
            "outbound",
            attach(timed, points_xy(points({"s": start}).geometry)),
            np.zeros(1),
            attach(timed, points_xy(points({"e": end}).geometry)),
        )[0][0]
    )


LINE = {"a": (0, 0), "b": (1, 0), "c": (2, 0), "d": (3, 0)}


def test_nodes_that_are_no_junction_are_joined_and_shapes_kept():
    net = network(LINE | {"e": (2, 1)}, [(("a", "b", "c"), {}), (("c", "d"), {}), (("c", "e"), {})])
    assert net.edge_count == 3
    assert net.node_count == 4
    assert sorted(np.round(net.arrays["edge_length_m"] / 1000, 2)) == [1, 1, 2]
    assert sorted(line.coords.__len__() for line in net.lines()) == [2, 2, 3]


def test_ways_of_one_kind_are_joined_across_their_ends_and_others_are_not():
    assert network(LINE, [(("a", "b"), {}), (("b", "c"), {}), (("c", "d"), {})]).edge_count == 1
    assert network(LINE, [(("a", "b"), {}), (("b", "c"), {"maxspeed": "30"}), (("c", "d"), {})]).edge_count == 3
    # drawn against each other, one-way the same way: still one road
    assert (
        network(
            LINE, [(("a", "b"), {"oneway": "yes"}), (("c", "b"), {"oneway": "-1"}), (("c", "d"), {"oneway": "yes"})]
        ).edge_count
        == 1
    )
    # drawn against each other, one-way against each other: two roads that meet head on
    assert (
        network(LINE, [(("a", "b"), {"oneway": "yes"}), (("c", "b"), {"oneway": "yes"}), (("c", "d"), {})]).edge_count
        == 3
    )


def test_a_ring_without_junction_and_parallel_roads_are_kept():
    square = {"a": (0, 0), "b": (1, 0), "c": (1, 1), "d": (0, 1)}
    assert network(square, [(("a", "b", "c", "d", "a"), {})]).edge_count == 1
    two = network({"a": (0, 0), "b": (2, 0), "m": (1, 1)}, [(("a", "b"), {}), (("a", "m", "b"), {"maxspeed": "90"})])
    assert two.edge_count == 2


def test_lengths_are_geodesic():
    net = network({"a": (0, 0), "b": (10, 0)}, [(("a", "b"), {})])
    degrees = np.diff(TO_DEGREES.transform(*np.transpose([km(0, 0), km(10, 0)]))[0])[0]
    # along a parallel: GRS 80's radius of curvature in the prime vertical at 45° is 6 388 838.3 m (a / sqrt(1 - e²
    # sin²))
    assert net.arrays["edge_length_m"][0] == pytest.approx(
        np.radians(degrees) * 6_388_838.3 * np.cos(np.radians(45)), abs=0.1
    )


def test_direction_of_one_way_roads():
    net = network(
        {"a": (0, 0), "b": (5, 0), "c": (2, 4)}, [(("a", "b"), {"oneway": "yes"}), (("b", "c"), {}), (("c", "a"), {})]
    )
    assert minutes_between(net, (0, 0), (5, 0)) == pytest.approx(5.0, abs=0.02)
    assert minutes_between(net, (5, 0), (0, 0)) == pytest.approx(5.0 + 20**0.5, abs=0.02)


CROSS = {"w": (-2, 0), "x": (0, 0), "e": (2, 0), "n": (0, 2), "s": (0, -2), "se": (2, -2)}
ARMS = [(("w", "x"), {}), (("x", "e"), {}), (("x", "n"), {}), (("x", "s"), {}), (("s", "se", "e"), {"maxspeed": "30"})]


@pytest.mark.parametrize(
    ("ban", "way", "minutes"),
    [
        ((), ("w", "n"), 4.0),
        ((("x", 1, 3, False),), ("w", "e"), 4.0),
        ((("x", 1, 2, True),), ("w", "e"), 4.0),
        ((("x", 1, 3, False),), ("e", "n"), 4.0),
        ((("x", 1, 3, False),), ("n", "w"), 4.0),
    ],
)
def test_a_banned_turn_bans_nothing_else(ban, way, minutes):
    net = network(CROSS, ARMS, bans=ban)
    assert minutes_between(net, CROSS[way[0]], CROSS[way[1]]) == pytest.approx(minutes, abs=0.02)


def test_a_banned_turn_costs_the_way_round():
    # from the west, south is banned: straight on to e, round by se to s (4 km at 30), instead of 4 minutes
    net = network(CROSS, ARMS, bans=[("x", 1, 4, False)])
    assert net.meta["counts"]["bans_applied"] == 1
    u_turn = 2 + 2 + 2 + 2  # to e or n and back: a drive may turn round at a junction or dead end
    assert minutes_between(net, CROSS["w"], CROSS["s"]) == pytest.approx(min(2 + 2 + 8, u_turn), abs=0.02)


GRID = 3


def _random_grid(rng):
    """Return a grid of roads, their minutes by (way, from, to), and the ways at each place."""
    places = {f"{i}{j}": (i, j) for i in range(GRID) for j in range(GRID)}
    paths = [(f"{i}{j}", f"{i + 1}{j}") for i in range(GRID - 1) for j in range(GRID)] + [
        (f"{i}{j}", f"{i}{j + 1}") for i in range(GRID) for j in range(GRID - 1)
    ]
    # rows and columns differ in speed, so that the corners stay nodes: a drive turns round at nodes only
    speeds = [rng.choice([30, 90] if path[0][1] == path[1][1] else [45, 60]) for path in paths]
    roads = [
        (path, {"maxspeed": str(kph)} | ({"oneway": "yes"} if rng.random() < 0.2 else {}))
        for path, kph in zip(paths, speeds)
    ]
    arcs = {}
    for n, (path, tags) in enumerate(roads, 1):
        arcs[n, path[0], path[1]] = 60 / float(tags["maxspeed"])
        if "oneway" not in tags:
            arcs[n, path[1], path[0]] = 60 / float(tags["maxspeed"])
    return places, roads, arcs, {name: [n for n, path in enumerate(paths, 1) if name in path] for name in places}


def _patterns(arcs, bans, way_bans):
    """Return the sequences of drives that are banned, written out one by one."""
    for via, f, t, only in bans:
        came, go = [a for a in arcs if a[0] == f and a[2] == via], [a for a in arcs if a[1] == via]
        onto = [a for a in go if a[0] == t]
        if came and onto:
            yield from (
                (a, b)
                for a in came
                for b in go
                if ((b not in onto) if only else (b == (t, a[2], a[1]) if f == t else b in onto))
            )
    for f, vias, t, only in way_bans:
        came = [[a] for a in arcs if a[0] == f]
        for _ in vias:
            came = [
                [*path, b]
                for path in came
                for b in arcs
                if b[0] in vias and b[1] == path[-1][2] and b[0] not in [a[0] for a in path]
            ]
        for path in came:
            go = [b for b in arcs if b[1] == path[-1][2]]
            onto = [b for b in go if b[0] == t]
            banned = [b for b in go if (b in onto) != only]
            if onto and banned != go:
                yield from ((*path, b) for b in banned)


def _random_way_bans(rng, roads, at):
    for _ in range(rng.integers(0, 8)):
        via = [int(rng.integers(1, len(roads) + 1))]
        ends = list(roads[via[0] - 1][0])
        if rng.random() < 0.4:  # over two ways
            via.append(int(rng.choice([n for n in at[ends[1]] if n != via[0]])))
            ends[1] = next(name for name in roads[via[1] - 1][0] if name != ends[1])
        if rng.random() < 0.5:
            ends.reverse()
        choices = [[n for n in at[end] if n not in via] for end in ends]
        if all(choices):
            yield int(rng.choice(choices[0])), tuple(via), int(rng.choice(choices[1])), bool(rng.random() < 0.3)


def _minutes_by_history(arcs, patterns, n):
    """Return the minutes from the middle of a road to the middle of each other one, by Dijkstra on the last four drives
    made.
    """
    banned, size = set(patterns), max((len(pattern) for pattern in patterns), default=2)

    def may_follow(history, arc):
        return arc[1] == history[-1][2] and not any((*history[-k:], arc) in banned for k in range(1, size))

    drives, open_states = nx.DiGraph(), [(arc,) for arc in arcs if arc[0] == n]
    starts = list(open_states)
    drives.add_nodes_from(starts)
    while open_states:
        history = open_states.pop()
        for arc in (arc for arc in arcs if may_follow(history, arc)):
            further = (*history, arc)[-size:]
            if further not in drives:
                open_states.append(further)
            drives.add_edge(history, further, minutes=arcs[arc])
    best = {}
    for start in starts:
        for state, cost in nx.single_source_dijkstra_path_length(drives, start, weight="minutes").items():
            minutes = arcs[start[0]] / 2 + cost - arcs[state[-1]] / 2
            best[state[-1][0]] = min(best.get(state[-1][0], np.inf), minutes)
    return best | {n: 0.0}


@pytest.mark.parametrize("seed", range(14))
def test_banned_turns_agree_with_drives_that_remember_how_they_came(seed):
    """On random grids with random bans, over nodes and over ways, every time equals Dijkstra's on the graph whose
    states are the last drives made.
    """
    rng = np.random.default_rng(seed)
    places, roads, arcs, at = _random_grid(rng)
    bans = [
        (name, *rng.choice(at[name], 2, replace=False).tolist(), bool(rng.random() < 0.3))
        for name in places
        if len(at[name]) > 2 and rng.random() < 0.6
    ]
    # to turn round is banned
    bans += [(name, *[int(rng.choice(at[name]))] * 2, False) for name in places if rng.random() < 0.2]
    way_bans = list(_random_way_bans(rng, roads, at))
    net = network(places, roads, bans=bans, way_bans=way_bans)
    timed = net.timed(SIXTY)
    patterns = list(_patterns(arcs, bans, way_bans))

    def middle(path):
        return tuple((p + q) / 2 for p, q in zip(places[path[0]], places[path[1]]))

    sources = attach(timed, points_xy(points({str(n): middle(path) for n, (path, _) in enumerate(roads, 1)}).geometry))
    own = sources.attached & (net.arrays["edge_way"][0][sources.edge] == np.arange(1, len(roads) + 1))
    assert own.sum() >= (sources.attached.sum() + 1) // 2
    for n in np.flatnonzero(own) + 1:
        best = _minutes_by_history(arcs, patterns, n)
        for direction, of in (("outbound", best), ("inbound", None)):
            found, _ = nearest_minutes(timed, direction, sources.take(np.array([n - 1])), np.zeros(1), sources)
            if of is None:
                of = {m: _minutes_by_history(arcs, patterns, m).get(n, np.inf) for m in range(1, len(roads) + 1)}
            expected = np.array([of.get(m, np.inf) for m in range(1, len(roads) + 1)])
            np.testing.assert_allclose(np.nan_to_num(found, nan=np.inf)[own], expected[own], rtol=2e-3, atol=1e-3)


def test_a_barrier_stops_cars_and_is_no_place_to_attach():
    places = {"a": (0, 0), "b": (2, 0), "c": (4, 0), "d": (2, 3)}
    roads = [(("a", "b", "c"), {}), (("a", "d", "c"), {})]
    straight, round_about = 4.0, 2 * 13**0.5
    assert minutes_between(network(places, roads), (0, 0), (4, 0)) == pytest.approx(straight, abs=0.02)
    assert minutes_between(network(places, roads, barriers=[("b", "no")]), (0, 0), (4, 0)) == pytest.approx(
        round_about, abs=0.02
    )
    assert minutes_between(network(places, roads, barriers=[("b", "private")]), (0, 0), (4, 0)) == pytest.approx(
        round_about, abs=0.02
    )
    assert minutes_between(network(places, roads, barriers=[("b", "destination")]), (0, 0), (4, 0)) == pytest.approx(
        straight, abs=0.02
    )


def test_a_pass_closed_in_winter():
    places = {"a": (0, 0), "b": (4, 0), "c": (2, 6)}
    net = network(places, [(("a", "b"), {"motor_vehicle:conditional": "no @ (Nov-May)"}), (("a", "c", "b"), {})])
    over, round_about = 4.0, 2 * 40**0.5
    assert [minutes_between(net, (0, 0.001), (4, 0.001), season) for season in ("all_year", "summer")] == pytest.approx(
        [over, over], abs=0.02
    )
    assert minutes_between(net, (0, 0.001), (4, 0.001), "winter") == pytest.approx(round_about, abs=0.02)


def test_signals_are_counted_on_the_way_in():
    places = {"a": (0, 0), "b": (1, 0), "c": (2, 0), "d": (1, 1)}
    net = network(places, [(("a", "b", "c"), {}), (("b", "d"), {})], signals=["b"])
    assert net.arrays["edge_signals"].sum(axis=1).tolist() != [0, 0]
    head_at_b = [int(net.arrays["edge_signals"][:, e].sum()) for e in range(net.edge_count)]
    assert head_at_b == [1, 1, 1]  # each arm meets the light once: on its drive towards b


def test_islands_take_no_points():
    places = {"a": (0, 0), "b": (3, 0), "c": (3, 3), "i": (0, 0.5), "j": (0.4, 0.5)}
    net = network(places, [(("a", "b"), {}), (("b", "c"), {}), (("c", "a"), {}), (("i", "j"), {})])
    timed = net.timed(SIXTY)
    assert timed.roads.island_count == 1
    found = attach(timed, points_xy(points({"p": (0.2, 0.5)}).geometry))
    assert found.distance_m[0] == pytest.approx(212, abs=2)  # to the diagonal, not to the road under its feet


def test_closed_arcs_are_absent_not_free():
    net = network(
        {"a": (0, 0), "b": (1, 0), "c": (0, 1)},
        [(("a", "b"), {"access": "private"}), (("b", "c"), {}), (("c", "a"), {})],
    )
    assert (net.timed(SIXTY).edge_ms == CLOSED).sum() == 2


def test_the_hilbert_curve_visits_neighbours_in_turn():
    grid = np.array([(i, j) for i in range(8) for j in range(8)], float)
    along = grid[np.argsort(hilbert_index(grid), kind="stable")]
    assert (np.abs(np.diff(along, axis=0)).sum(axis=1) == 1).all()


def _town(size=12):
    places = {f"{x}-{y}": (x / 2, y / 2) for x in range(size) for y in range(size)}
    roads = [((f"{x}-{y}", f"{x + 1}-{y}"), {}) for x in range(size - 1) for y in range(size)] + [
        ((f"{x}-{y}", f"{x}-{y + 1}"), {}) for x in range(size) for y in range(size - 1)
    ]
    return places, roads


@pytest.mark.parametrize(("lon", "lat"), [(0.0, 0.0), (2.37, 48.87), (55.5, -21.1), (-180.0, 89.0)])
def test_a_stray_road_is_left_out_and_told_and_takes_no_memory(lon, lat):
    """At (0, 0), near Paris, in Réunion, near the pole: what is left is the network without it."""
    import tracemalloc

    places, roads = _town()
    plain = network(places, roads)
    source = road_source(places | {"far": (100, 100), "farther": (101, 100)}, [*roads, (("far", "farther"), {})])
    source.lon[-2:], source.lat[-2:] = (lon, min(lon + 0.01, 180.0)), lat
    heard = Heard()
    tracemalloc.start()
    arrays, meta = build_network(source, progress=heard.progress)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(arrays["edge_kind"]) == plain.edge_count and meta["counts"]["strays"] == 1 and peak < 100e6
    assert any(
        f"1 road lies far from all others (near {lat:.1f}, " in text and f"was left out: {len(roads) + 1}" in text
        for text in heard.warned
    )


def test_an_island_with_its_share_of_the_roads_is_no_stray():
    places, roads = _town()
    island = {f"i{name}": (x + 300, y - 400) for name, (x, y) in places.items()}
    net = network(places | island, roads + [(tuple(f"i{name}" for name in path), tags) for path, tags in roads])
    assert net.edge_count == 2 * network(places, roads).edge_count and "strays" not in net.meta["counts"]

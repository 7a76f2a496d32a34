"""An exported network gives networkx and osmnx the times that it gives itself."""

import geopandas as gpd
import networkx as nx
import numpy as np
import osmnx
import pytest
import small

from access_plugin.engine.access.matrix import pairs_between
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.exchange import export_network, graph_tables, to_networkx
from access_plugin.engine.network.snap import Attachment

PLACES = {"a": (0, 0), "b": (1, 0), "c": (2, 0), "d": (1, 1)}
ROADS = [(["a", "b"], {}), (["b", "c"], {}), (["b", "d"], {"oneway": "yes", "highway": "residential"})]


@pytest.fixture(scope="module")
def tables(sample_network):
    return graph_tables(sample_network, ("car", "emergency"))


def at_nodes(network, nodes):
    """Return places that stand right at some nodes: at the ends of roads that begin or end there."""
    arrays = network.arrays
    ends = {}
    for end, fraction in ((0, 0.0), (1, 1.0)):
        for edge, node in enumerate(arrays["stand_from"][end]):
            if arrays["stand_to"][end][edge] == node:
                ends.setdefault(int(node), (edge, fraction))
    rows = [ends[node] for node in nodes]
    return Attachment(
        np.array([edge for edge, _ in rows]), np.array([part for _, part in rows]), np.zeros(len(rows), "f4")
    )


def test_networkx_finds_the_times_of_the_matrix_for_hundreds_of_pairs(sample_network, tables):
    graph, random = to_networkx(*tables), np.random.default_rng(3)
    arrays = sample_network.arrays
    same = {
        int(node)
        for end in (0, 1)
        for node in arrays["stand_from"][end][arrays["stand_from"][end] == arrays["stand_to"][end]]
    }
    nodes = random.choice(sorted(same), 30, replace=False)
    places = at_nodes(sample_network, nodes)
    for profile in ("car", "emergency"):
        compared = 0
        expected = {}
        for pairs in pairs_between(sample_network.timed(profile), places, places):
            expected |= {(o, d): m * 60 for o, d, m in zip(pairs.origin, pairs.destination, pairs.minutes)}
        for row, node in enumerate(nodes):
            found = nx.single_source_dijkstra_path_length(graph, int(node), weight=f"seconds_{profile}")
            for column, other in enumerate(nodes):
                assert found.get(int(other), np.nan) == pytest.approx(
                    expected.get((row, column), np.nan), abs=1e-6, nan_ok=True
                )
                compared += (row, column) in expected
        assert compared > 400


def test_a_banned_turn_holds_and_a_oneway_street_is_one():
    network = small.network(PLACES, ROADS, bans=[("b", 1, 3, 0)])
    nodes, edges = graph_tables(network, (small.SIXTY,))
    graph = to_networkx(nodes, edges)
    by_place = {}
    for node, at in graph.nodes(data=True):
        by_place.setdefault((round(at["x"], 4), round(at["y"], 4)), []).append(node)
    assert max(map(len, by_place.values())) > 1  # the junction with the ban is several nodes
    spot = {
        name: by_place[tuple(np.round(small.TO_DEGREES.transform(*small.km(*at)), 4))] for name, at in PLACES.items()
    }

    def reaches(start, end):
        return any(nx.has_path(graph, one, other) for one in spot[start] for other in spot[end])

    assert reaches("a", "c") and reaches("c", "d")
    assert not reaches("d", "b")
    lengths = (
        nx.dijkstra_path_length(graph, one, other, weight="travel_time") for one in spot["a"] for other in spot["d"]
    )
    minutes = min(lengths) / 60
    assert minutes == pytest.approx(4.0, rel=1e-3)  # on to c, back, and then into the street
    residential = edges[edges["highway"] == "residential"]
    assert residential["oneway"].all() and not edges[edges["highway"] == "primary"]["oneway"].any()
    assert (edges[edges["highway"] == "passage"][["length", "travel_time"]] == 0).all().all()


def test_edges_run_the_way_of_their_drive(tables):
    nodes, edges = tables
    roads = edges[edges["highway"] != "passage"].reset_index()
    first, last = (np.array([shape.coords[end] for shape in roads.geometry]) for end in (0, -1))
    for ends, column in ((first, "u"), (last, "v")):
        at = nodes.loc[roads[column], ["x", "y"]].to_numpy()
        assert np.abs(ends - at).max() < 1e-6
    assert roads["travel_time"].equals(roads["seconds_car"])


def test_osmnx_reads_what_is_written(tables, tmp_path):
    nodes, edges = tables
    some = edges.iloc[:400]
    kept = nodes.loc[np.unique(np.concatenate([some.index.get_level_values("u"), some.index.get_level_values("v")]))]
    export_network(tmp_path / "g.graphml", kept, some)
    graph = osmnx.load_graphml(tmp_path / "g.graphml")
    assert isinstance(graph, nx.MultiDiGraph) and graph.number_of_edges() == 400
    (u, v, data) = next(iter(graph.edges(data=True)))
    assert (
        isinstance(data["length"], float)
        and isinstance(data["oneway"], bool)
        and data["geometry"].geom_type == "LineString"
    )
    assert float(data["travel_time"]) == pytest.approx(some.loc[(u, v, 0), "travel_time"])
    export_network(tmp_path / "g.gpkg", kept, some)
    again = osmnx.graph_from_gdfs(
        gpd.read_file(tmp_path / "g.gpkg", layer="nodes").set_index("osmid"),
        gpd.read_file(tmp_path / "g.gpkg", layer="edges").set_index(["u", "v", "key"]),
    )
    assert again.number_of_edges() == 400 and again.number_of_nodes() == len(kept)
    with pytest.raises(InputError, match=r"\.gpkg, \.graphml"):
        export_network(tmp_path / "g.shp", kept, some)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g.gpkg", "g.graphml"]


def test_a_road_that_one_profile_may_not_drive_costs_it_no_second_but_the_way_round():
    places = {"a": (0, 0), "b": (10, 0), "c": (5, 10)}
    shut = {"access": "no", "emergency": "yes"}
    network = small.network(places, [(["a", "c", "b"], {}), (["a", "b"], shut)])
    nodes, edges = graph_tables(network, ("car", "emergency"))
    graph = to_networkx(nodes, edges)
    ends = [
        [node for node, at in graph.nodes(data=True) if abs(at["x"] - x) < 1e-5 and abs(at["y"] - y) < 1e-5]
        for x, y in (small.TO_DEGREES.transform(*small.km(*places[name])) for name in "ab")
    ]
    (alone_nodes, alone) = graph_tables(network, ("car",))
    only_cars = to_networkx(alone_nodes, alone)

    def seconds(of, weight):
        return min(nx.dijkstra_path_length(of, one, other, weight=weight) for one in ends[0] for other in ends[1])

    assert seconds(graph, "seconds_car") == pytest.approx(seconds(only_cars, "travel_time"))
    assert seconds(graph, "seconds_car") > 900
    assert seconds(graph, "travel_time") == seconds(graph, "seconds_car")
    assert seconds(graph, "seconds_emergency") < seconds(graph, "seconds_car") / 1.5

"""Graphs of osmnx as roads: the times of the extract that they were made of, as far as they hold what it holds."""

import geopandas as gpd
import networkx as nx
import numpy as np
import osmium
import osmnx
import pytest
import shapely
from paths import ROADS

from access_plugin.engine.access.matrix import pairs_between
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.graphml import read_graphml
from access_plugin.engine.network.osm import LICENCE
from access_plugin.engine.network.snap import attach
from access_plugin.engine.progress import Progress

GRID = {1: (5.0, 45.0), 2: (5.01, 45.0), 3: (5.02, 45.0), 4: (5.02, 45.02)}


def graph(edges, crs="epsg:4326", nodes=GRID):
    made = nx.MultiDiGraph(crs=crs, created_with="osmnx", simplified=True)
    for node, (x, y) in nodes.items():
        made.add_node(node, x=x, y=y)
    for u, v, values in edges:
        made.add_edge(u, v, osmid=7, **{"highway": "secondary", "oneway": False, "length": 1.0} | values)
    return made


def both(u, v, **values):
    return [(u, v, values), (v, u, values)]


def saved(path, made):
    osmnx.save_graphml(made, path)
    return path


def test_a_graph_by_hand(tmp_path):
    """Four roads round a field; the last one is driven one way, from the third corner to the fourth."""
    edges = [*both(1, 2), *both(2, 3), *both(4, 1), (3, 4, {"oneway": True})]
    path, heard = saved(tmp_path / "g.graphml", graph(edges)), []
    table = read_graphml(path)
    assert len(table) == 7 and table.crs.to_epsg() == 4326
    assert table["highway"].tolist() == ["secondary"] * 7 and sorted(table["oneway"])[-2:] == ["False", "True"]
    network = build_network_file(path, tmp_path / "n.accessnet", progress=Progress(on_warning=heard.append))
    assert network.edge_count == 2 and network.meta["source"]["licence"] == LICENCE
    assert any("is a graph of osmnx: it holds no banned turn" in text for text in heard)
    minutes = times(network, [GRID[3], GRID[4]])
    assert 0 < 1.5 * minutes[0, 1] < minutes[1, 0]  # the way back leads round the field


def test_a_graph_that_says_nothing_of_one_way_streets(tmp_path):
    edges = [(u, v, {"oneway": None}) for u, v in ((1, 2), (2, 3), (3, 2), (4, 1), (3, 4))]
    made = graph(edges)
    for _, _, values in made.edges(data=True):
        values.pop("oneway")
    minutes = times(network_of(tmp_path, made), [GRID[1], GRID[2], GRID[3]])
    assert minutes[1, 2] == pytest.approx(minutes[2, 1], rel=0.3)  # both ways
    assert 0 < 3 * minutes[0, 1] < minutes[1, 0]  # one way: back round the field


def test_a_street_both_ways_beside_a_one_way_drive_of_the_same_line(tmp_path):
    """The edge back is no twin of an edge that may be driven both ways: nothing of it is lost."""
    edges = [(2, 1, {}), (1, 2, {"oneway": True})]
    minutes = times(network_of(tmp_path, graph([*edges, *both(2, 3)])), [GRID[1], GRID[2]])
    # as long there as back but for the turns: with one direction lost the other would be NaN
    assert minutes[0, 1] == pytest.approx(minutes[1, 0], rel=0.1) and minutes[0, 1] > 0


def test_parallel_streets_stay_two(tmp_path):
    """Straight lines between the same junctions: the quicker one is there whatever comes first."""
    for first, second in (("residential", "primary"), ("primary", "residential")):
        edges = [*both(1, 2, highway=first), *both(1, 2, highway=second)]
        seconds = times(network_of(tmp_path, graph(edges)), [GRID[1], GRID[2]])[0, 1]
        assert seconds == times(network_of(tmp_path, graph(both(1, 2, highway="primary"))), [GRID[1], GRID[2]])[0, 1]


def test_shapes_lists_and_projected_graphs(tmp_path):
    bend = shapely.LineString([(5.0, 45.0), (5.005, 45.004), (5.01, 45.0)])
    edges = [(1, 2, {"geometry": bend, "highway": ["primary", "secondary"], "maxspeed": ["50", "70"]}), *both(2, 3)]
    made = graph([*edges, *both(3, 4), (2, 1, {})])
    table = read_graphml(saved(tmp_path / "g.graphml", made))
    assert table.geometry.iloc[0].equals_exact(bend, 1e-9)
    assert network_of(tmp_path, made).edge_count == 3  # the bend, the straight way back, and the road beyond
    assert network_of(tmp_path, made).edge_count == network_of(tmp_path, osmnx.project_graph(made)).edge_count


def standing(network, spots):
    points = gpd.GeoSeries(gpd.points_from_xy(*np.transpose(spots)), crs=4326).to_crs(network.crs)
    return np.column_stack([points.x, points.y])


@pytest.mark.parametrize("said", [["residential", "primary"], ["primary", "residential"]])
def test_the_greatest_of_several_classes_counts_in_whatever_order(tmp_path, said):
    """osmnx merges pieces of several classes, and lists them as its sets happen to."""
    one, other = (network_of(tmp_path, graph(both(1, 2, highway=word))) for word in (said, "primary"))
    seconds = [times(network, [GRID[1], GRID[2]])[0, 1] for network in (one, other)]
    assert seconds[0] == seconds[1] > 0


def network_of(folder, made):
    return build_network_file(saved(folder / "p.graphml", made), folder / "p.accessnet")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("<graphml><graph><node id='1'/>", "is no whole GraphML file"),
        ("<!DOCTYPE g [<!ENTITY a 'b'>]><graphml>&a;</graphml>", "is no whole GraphML file"),
        ("<graphml><graph><node id='1'/></graph></graphml>", "holds no edge"),
        ("<graphml><graph><edge source='1' target='2'/></graph></graphml>", "nodes 1, 2 have no place"),
        (
            "<graphml><key id='g' attr.name='geometry'/><graph><edge source='1' target='2'>"
            "<data key='g'>LINE(0)</data></edge></graph></graphml>",
            "holds a place, a shape or a reference system that is none",
        ),
        (
            "<graphml><key id='c' attr.name='crs'/><key id='x' attr.name='x'/><key id='y' attr.name='y'/><graph>"
            "<data key='c'>epsg:no</data><node id='1'><data key='x'>5</data><data key='y'>45</data></node>"
            "<edge source='1' target='1'/></graph></graphml>",
            "holds a place, a shape or a reference system that is none",
        ),
    ],
)
def test_what_is_no_graph_is_told(tmp_path, text, said):
    (tmp_path / "g.graphml").write_text(text)
    with pytest.raises(InputError, match=said):
        build_network_file(tmp_path / "g.graphml", tmp_path / "n.accessnet")
    assert not (tmp_path / "n.accessnet").exists()


def test_times_are_those_of_the_extract(tmp_path, sample_network):
    """All ways of the sample that osmnx takes for roads: what it leaves out makes times shorter or longer, a little."""
    xml = tmp_path / "roads.osm"
    with osmium.SimpleWriter(str(xml)) as writer:
        for item in osmium.FileProcessor(str(ROADS)):
            writer.add(item)
    made = osmnx.graph_from_xml(xml, retain_all=False)
    path = saved(tmp_path / "g.graphml", made)
    network = build_network_file(path, tmp_path / "n.accessnet", allow_pieces=True)
    random = np.random.default_rng(1)
    nodes = random.choice(sorted(made.nodes), 40, replace=False)
    spots = np.array([(made.nodes[node]["x"], made.nodes[node]["y"]) for node in nodes])
    minutes = [times(one, spots) for one in (sample_network, network)]
    known = np.isfinite(minutes[0]) & np.isfinite(minutes[1]) & (minutes[0] > 3)
    assert known.sum() > 500
    ratio = minutes[1][known] / minutes[0][known]
    low, middle, high = np.quantile(ratio, [0.05, 0.5, 0.95])
    assert low > 0.95 and 0.98 < middle < 1.03 and high < 1.1


def times(network, spots):
    timed = network.timed()
    places = attach(timed, standing(network, spots))
    found = np.full((len(spots), len(spots)), np.nan)
    for pairs in pairs_between(timed, places, places):
        found[pairs.origin, pairs.destination] = pairs.minutes
    return found

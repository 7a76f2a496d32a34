"""The edges of the map: what is called certain stays the same when the roads and sites beyond are added."""

import dataclasses

import geopandas as gpd
import numpy as np
import osmium
import pytest
from heard import Heard
from paths import ROADS, SHARED, TEST_DATA
from small import HERE, network, points, sites

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.graph import Network
from access_plugin.engine.sites.table import read_sites


def ends_of(net: Network) -> set[tuple[int, int]]:
    """Return the ways out in whole kilometres from the centre of the small networks."""
    from small import X0, Y0

    return {
        tuple(np.rint((net.arrays["node_xy"][node] - [X0, Y0]) / 1000).astype(int).tolist())
        for node in net.arrays["ways_out"]
    }


def test_dead_ends_at_the_outline_are_ways_out_and_those_within_are_not():
    streets = {f"{x},{y}": (x, y) for x in range(0, 21, 2) for y in range(0, 21, 2)}
    rows = [(tuple(f"{x},{y}" for x in range(0, 21, 2)), {}) for y in range(0, 21, 2)]
    columns = [(tuple(f"{x},{y}" for y in range(0, 21, 2)), {}) for x in range(0, 21, 2)]
    more = {"inner": (11, 11), "out": (24, 10), "drive": (23, 14), "bay": (9.4, 9)}
    net = network(
        streets | more,
        [
            *rows,
            *columns,
            (("10,10", "inner"), {}),
            (("20,10", "out"), {}),
            (("20,14", "drive"), {"highway": "service"}),
            (("8,8", "bay"), {}),
        ],
    )
    assert ends_of(net) == {(24, 10)}


def test_a_valley_open_to_nowhere_is_a_way_out_and_a_hole_is_none():
    """A ring of roads around a lake: the dead end inside is no way out; without the lake's far shore it is."""
    around = {"a": (0, 0), "b": (20, 0), "c": (20, 20), "d": (0, 20), "lake": (6, 0)}
    roads = [(("a", "lake"), {}), (("lake", "b"), {}), (("b", "c"), {}), (("c", "d"), {}), (("d", "a"), {})]
    ring = network(around | {"inside": (6, 8)}, [*roads, (("lake", "inside"), {})])
    assert ends_of(ring) == set()
    open_end = network(around | {"inside": (6, 8)}, [*roads[:3], (("lake", "inside"), {})])
    assert {(20, 20), (6, 8)} <= ends_of(open_end)


def test_a_way_that_the_extract_cuts_is_a_way_out(tmp_path):
    inside = [(9.5, 47.1), (9.51, 47.1), (9.52, 47.1)]
    path = tmp_path / "cut.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in enumerate(inside, start=1):
            writer.add_node(osmium.osm.mutable.Node(id=number, location=place, version=1))
        writer.add_way(osmium.osm.mutable.Way(id=1, nodes=[1, 2, 3, 99], tags={"highway": "primary"}, version=1))
    net = build_network_file(path, tmp_path / "n.accessnet")
    lon = (
        gpd.GeoSeries(gpd.points_from_xy(*net.arrays["node_xy"][net.arrays["ways_out"]].T), crs=net.crs).to_crs(4326).x
    )
    assert lon.max() == pytest.approx(9.52, abs=1e-5)


ROAD = {"w": (0, 0), "m": (20, 0), "e": (40, 0)}


def test_nearer_to_the_edge_than_to_care_is_uncertain():
    """The site at kilometre 10 of 40: up to 5 and from 25 on the end of the road is nearer."""
    net = network(ROAD, [(("w", "m", "e"), {})])
    people = points({f"p{x}": (x, 0) for x in (1, 4.5, 5.5, 12, 24, 26, 39)}, population=[1.0] * 7)
    heard = Heard()
    found = find_gaps(
        in_force(net, sites([("h", "SU", 10, 0)]), HERE, progress=heard.progress),
        People(people),
        progress=heard.progress,
    )
    assert found.places["uncertain"].tolist() == [True, True, False, False, False, True, True]
    assert found.summary.iloc[0]["uncertain"] == 4
    assert any(text.startswith("4 places (4 people) are nearer to the end of the roads") for text in heard.warned)


def test_directions_count_at_the_edge_too():
    """A SMUR drives towards people.

    A one-way road that only leads out brings no team in, but takes patients to a SU beyond.
    """
    net = network(
        {"w": (0, 0), "m": (20, 0), "e": (25, 0), "n": (20, 20)},
        [(("w", "m"), {}), (("m", "e"), {"oneway": "yes"}), (("m", "n"), {}), (("n", "w"), {})],
    )
    people = points({"p": (19, 0)}, population=[1.0])
    care = sites([("h", "SU", 5, 0), ("t", "SMUR", 5, 0)])
    settings = {name: dataclasses.replace(HERE, definition=name) for name in ("su", "smur", "emergency")}
    uncertain = {
        name: travel_times(in_force(net, care, setting), people)[0]["uncertain"].iloc[0]
        for name, setting in settings.items()
    }
    assert uncertain == {"su": True, "smur": False, "emergency": True}


def test_a_wide_belt_is_told():
    net = network({"w": (-70, 0), "m": (0, 0), "e": (70, 0)}, [(("w", "m", "e"), {})])
    heard = Heard()
    times, _ = travel_times(
        in_force(net, sites([("h", "SU", 0, 0)]), HERE, progress=heard.progress),
        points({"p": (5, 0)}, population=[1.0]),
        progress=heard.progress,
    )
    assert times["uncertain"].tolist() == [False]
    assert any("at least 65 minutes beyond every place" in text for text in heard.said)


def cropped(path, target, box, *, whole_ways: bool):
    """Write the part of an extract within a box: with the ways that reach out of it cut, or whole as far as they go."""
    west, south, east, north = box
    inside, kept = set(), set()
    for node in osmium.FileProcessor(str(path), osmium.osm.NODE):
        if west <= node.location.lon <= east and south <= node.location.lat <= north:
            inside.add(node.id)
    for way in osmium.FileProcessor(str(path), osmium.osm.WAY):
        if any(node.ref in inside for node in way.nodes):
            kept.update(node.ref for node in way.nodes if whole_ways or node.ref in inside)
    with osmium.SimpleWriter(str(target)) as writer:
        for thing in osmium.FileProcessor(str(path)):
            if thing.is_node() and thing.id in kept:
                writer.add_node(thing)
            elif thing.is_way() and any(node.ref in inside for node in thing.nodes):
                writer.add_way(thing)
    return target


@pytest.fixture(scope="module")
def plain_profile(tmp_path_factory):
    """A profile for which neither towns nor junctions count.

    Their neighbours across the edge are not known to a cropped network.
    """
    path = tmp_path_factory.mktemp("profile") / "plain.toml"
    base = (TEST_DATA / "like_osrm.toml").as_posix()
    path.write_text(
        f'[profile]\nid = "plain"\nname = "plain"\nsource = "tests"\nbase = "{base}"\n[delays]\nsignal_s = 0.0\n'
        "give_way_s = 0.0\nturn_s = 0.0\n",
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize("whole_ways", [False, True], ids=["cut ways", "whole ways"])
@pytest.mark.parametrize("place", ["sample", "roads/andorra_2020/andorra.osm.pbf"])
def test_what_is_certain_stays_so_with_the_roads_and_sites_beyond(
    network_of, tmp_path, plain_profile, place, whole_ways
):
    """The claim itself: crop real roads, then put the rest of the roads, with sites on it, back."""
    path = ROADS if place == "sample" else SHARED / place
    if not path.exists():
        pytest.skip(f"the data beside the project is absent: {place}")
    full = network_of(path)
    degrees = gpd.GeoSeries(gpd.points_from_xy(*full.arrays["node_xy"].T), crs=full.crs).to_crs(4326)
    low, middle, high = (
        np.quantile(np.column_stack([degrees.x, degrees.y]), share, axis=0) for share in (0.0, 0.6, 1.0)
    )
    box = (low[0] - 0.01, low[1] - 0.01, high[0] + 0.01, middle[1])  # the southern part
    crop = build_network_file(
        cropped(path, tmp_path / "crop.osm.pbf", box, whole_ways=whole_ways), tmp_path / "crop.accessnet"
    )
    rng = np.random.default_rng(6)
    nodes = gpd.GeoSeries(
        gpd.points_from_xy(*full.arrays["node_xy"][np.flatnonzero(full.timed(plain_profile).roads.in_main_part)].T),
        crs=full.crs,
    )
    nodes = nodes.iloc[np.lexsort((nodes.y, nodes.x))].reset_index(drop=True)  # whatever their numbers
    inside = nodes.to_crs(4326).y < box[3]

    def chosen(table, count):
        return table.iloc[rng.choice(len(table), count, replace=False)].reset_index(drop=True)

    places = gpd.GeoDataFrame(geometry=chosen(nodes[inside], 500), crs=full.crs)
    north = nodes.to_crs(4326).y  # sites in the far south of the crop, and just beyond its edge
    near, far = (
        chosen(nodes[inside & (north < np.quantile(north, 0.2))], 2),
        chosen(nodes[~inside & (north < box[3] + 0.02)], 3),
    )

    def table(where):
        return read_sites(
            gpd.GeoDataFrame(
                {"id": [f"s{i}" for i in range(len(where))], "role": ["SU", "SMUR", "SU", "SMUR", "SU"][: len(where)]},
                geometry=where,
                crs=full.crs,
            ),
            "sites",
        )

    setting = Setting(profile=plain_profile, profile_smur=plain_profile, profile_mcs=plain_profile)
    small, _ = travel_times(in_force(crop, table(near), setting), places)
    large, _ = travel_times(in_force(full, table(gpd.GeoSeries([*near, *far], crs=full.crs)), setting), places)
    before, after = small["t_emergency_min"], large["t_emergency_min"]
    certain = ~small["uncertain"] & before.notna()
    assert 50 < certain.sum() < 480  # both kinds are there
    assert ((before - after)[certain] < 0.02).all()
    assert ((before - after) > 0.1).sum() > 10  # and the rest of the roads does change something

"""Where lines meet: layers without nodes, in pieces, repaired; turns that BD TOPO bans."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from bdtopo import BD, layer, minutes_between
from paths import SHARED
from shapely import LineString
from small import points

from access_plugin.engine.errors import InputError
from access_plugin.engine.network.account import account, main_part_share
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.noding import Meeting, node_lines


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda table: table.set_crs(None, allow_override=True), "no coordinate reference system"),
        (
            lambda table: table.assign(sens_de_circulation=["Double sens", "à l'envers"]),
            "unknown directions in feature 1",
        ),
        (
            lambda table: table.assign(vitesse_moyenne_vl=["60", "vite"]),
            r"holds text where a number is needed \(vite\), feature 1",
        ),
        (lambda table: table.assign(vitesse_moyenne_vl=[60, 900]), "above 200 in feature 1"),
        (lambda table: table.assign(vitesse_moyenne_vl=0), "no road that a car can drive on"),
        (lambda table: table[["geometry"]].assign(name="x"), "no column of average speeds"),
        (lambda table: table[["geometry"]], "has no fields: of a Shapefile, the .dbf file is missing"),
        (lambda table: table.set_geometry(table.centroid), "are not lines"),
        (
            lambda table: table.set_geometry(
                shapely.transform(table.geometry.to_numpy(), lambda xy: xy[:, ::-1])
            ).set_crs(2154),
            "swapped",
        ),
    ],
)
def test_layers_that_are_no_roads(tmp_path, change, words):
    table = layer([([(0, 0), (1000, 0)], BD), ([(1000, 0), (2000, 0)], BD)])
    with pytest.raises(InputError, match=words):
        build_network_file((change(table), "roads"), tmp_path / "n.accessnet")
    assert not (tmp_path / "n.accessnet").exists()


def test_a_layer_without_nodes_is_refused_or_repaired(tmp_path):
    speed = {"speed": 60}
    rows = [
        ([(0, 0), (1000, 0)], speed),
        ([(400, 0), (400, 700)], speed),
        ([(700.3, 0.4), (700, -700)], speed),
        ([(1000.5, 0), (1000.5, 500)], speed),
    ]
    with pytest.raises(InputError, match="1 line end touches another line without a common point"):
        build_network_file((layer(rows), "RD"), tmp_path / "n.accessnet")
    network = build_network_file((layer(rows), "RD"), tmp_path / "n.accessnet", repair=True)
    assert network.meta["counts"]["lines_cut"] == 1
    assert main_part_share(network) == 1.0
    assert minutes_between(network, (400, 700), (700, -700)) == pytest.approx(1.7, rel=0.01)
    assert minutes_between(network, (0, 0), (1000, 500)) == pytest.approx(1.5, rel=0.01)


def test_pieces_are_refused_unless_they_are_wanted(tmp_path):
    rows = [([(5000 * k, 0), (5000 * k + 1000, 0)], {"speed": 60}) for k in range(4)]
    with pytest.raises(InputError, match="in pieces: only 25% of its 4 km"):
        build_network_file((layer(rows), "RD"), tmp_path / "n.accessnet")
    network = build_network_file((layer(rows), "RD"), tmp_path / "n.accessnet", allow_pieces=True)
    assert main_part_share(network) == pytest.approx(0.25, abs=0.01)


@pytest.mark.skipif(not (SHARED / "roads" / "alpe_dhuez_ign").exists(), reason="the shared data are not at hand")
@pytest.mark.parametrize("name", ["MAJOR_ROAD", "MINOR_ROAD", "SECONDARY_ROAD", "STREET"])
def test_the_roads_of_alpe_d_huez_are_refused(tmp_path, name):
    path = SHARED / "roads" / "alpe_dhuez_ign" / f"IGN_{name}.shp"
    with pytest.raises(InputError, match="no coordinate reference system"):
        build_network_file(path, tmp_path / "n.accessnet")
    table = gpd.read_file(path, engine="pyogrio").set_crs(27572)
    with pytest.raises(InputError, match="no column of average speeds"):
        build_network_file((table, name), tmp_path / "n.accessnet")


@pytest.mark.skipif(not (SHARED / "roads" / "alpe_dhuez_ign").exists(), reason="the shared data are not at hand")
def test_the_roads_of_alpe_d_huez_together_are_in_pieces_and_say_so(tmp_path):
    folder = SHARED / "roads" / "alpe_dhuez_ign"
    parts = [
        gpd.read_file(folder / f"IGN_{name}.shp", engine="pyogrio").assign(speed=30)
        for name in ("MAJOR_ROAD", "MINOR_ROAD", "SECONDARY_ROAD", "STREET")
    ]
    table = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True)).set_crs(27572, allow_override=True)
    with pytest.raises(InputError, match="in pieces: only .*% of its"):
        build_network_file((table, "IGN"), tmp_path / "n.accessnet", repair=True)
    network = build_network_file((table, "IGN"), tmp_path / "n.accessnet", repair=True, allow_pieces=True)
    assert 0.3 < main_part_share(network) < 0.8
    assert network.timed().roads.island_count > 20


def test_noding_against_brute_force():
    """Random short lines on a grid of points: ends meet exactly when they are the same point."""
    chance = np.random.default_rng(3)
    ends = chance.integers(0, 12, (60, 4)) * 10.0
    ends = ends[(ends[:, :2] != ends[:, 2:]).any(axis=1)]
    lines = shapely.linestrings(ends.reshape(-1, 2, 2))
    noded = node_lines(
        lines, "grid", np.arange(len(lines)), metric=points({"a": (0, 0)}).crs, rules=Meeting(check=False)
    )
    nodes = noded.way_nodes.reshape(-1, 2)
    flat, corner = nodes.ravel(), ends.reshape(-1, 2)
    same_node, same_point = flat[:, None] == flat[None, :], (corner[:, None] == corner[None, :]).all(axis=2)
    np.testing.assert_array_equal(same_node, same_point)
    np.testing.assert_array_equal(noded.xy[flat], corner)


def test_a_repair_keeps_the_length_of_a_road_that_passes_a_point_twice():
    """A ring with a tail, as dead ends in the shape of a P are drawn, and a road that ends on the tail."""
    ring = LineString([(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0), (-1000, 0)])
    noded = node_lines(
        np.array([ring, LineString([(-500, 0), (-500, 700)])]),
        "P",
        np.arange(2),
        metric=points({"a": (0, 0)}).crs,
        rules=Meeting(split=True),
    )
    lengths = [
        LineString(noded.xy[noded.way_nodes[first:last]]).length
        for first, last in zip(noded.way_start[:-1], noded.way_start[1:])
    ]
    assert sorted(lengths) == [500, 700, 4500]


def junction_with_a_ban(to):
    """Roads west, north and east of a junction, a way round from the west to the north, and a ban from the west into
    others.
    """
    rows = [
        ([(0, 0), (1000, 0)], "w"),
        ([(1000, 0), (1000, 1000)], "n"),
        ([(1000, 0), (9000, 0)], "e"),
        ([(0, 0), (0, 3000), (1000, 1000)], "round"),
    ]
    table = layer([(line, BD | {"cleabs": f"TRONROUT_{name}"}) for line, name in rows])
    turns = pd.DataFrame(
        {"cleabs": ["NON_COMM_1"], "lien_vers_troncon_entree": ["TRONROUT_w"], "liens_vers_troncon_sortie": [to]}
    )
    return table, turns


@pytest.mark.parametrize("beside", [False, True], ids=["same GeoPackage", "file beside"])
@pytest.mark.parametrize(
    ("to", "banned"),
    [("TRONROUT_n", True), ("TRONROUT_n/TRONROUT_e", True), ("TRONROUT_e", False), ("TRONROUT_elsewhere", False)],
)
def test_banned_turns_of_bd_topo(tmp_path, to, banned, beside):
    table, turns = junction_with_a_ban(to)
    table.to_file(tmp_path / "troncon_de_route.gpkg", layer="troncon_de_route", engine="pyogrio")
    place = tmp_path / "non_communication.gpkg" if beside else tmp_path / "troncon_de_route.gpkg"
    pyogrio.write_dataframe(turns, place, layer="non_communication", append=not beside, driver="GPKG")
    network = build_network_file(tmp_path / "troncon_de_route.gpkg", tmp_path / "n.accessnet")
    round_and_back = 0.5 + 3 + 5**0.5 + 0.5  # from 500 m before the junction back, round, and down from the north
    assert minutes_between(network, (500, 0), (1000, 500)) == pytest.approx(round_and_back if banned else 1.0, abs=0.05)
    # the other way round nothing is banned
    assert minutes_between(network, (1000, 500), (500, 0)) == pytest.approx(1.0, abs=0.02)
    applied = network.meta["counts"]["bans_applied"]
    assert applied == (0 if "elsewhere" in to else to.count("TRONROUT"))
    told = (
        "0 banned turns applied; 1 other could",
        "1 banned turn applied; 0 others could",
        "2 banned turns applied; 0 others could",
    )[applied]
    assert any(told in line for line in account(network))


def test_a_table_of_turns_that_is_another_one_is_refused(tmp_path):
    table, turns = junction_with_a_ban("TRONROUT_n")
    table.to_file(tmp_path / "t.gpkg", layer="troncon_de_route", engine="pyogrio")
    pyogrio.write_dataframe(
        turns.rename(columns={"lien_vers_troncon_entree": "from"}),
        tmp_path / "t.gpkg",
        layer="non_communication",
        append=True,
        driver="GPKG",
    )
    with pytest.raises(InputError, match="non_communication has no fields lien_vers_troncon_entree"):
        build_network_file(tmp_path / "t.gpkg", tmp_path / "n.accessnet")

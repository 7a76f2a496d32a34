"""Line layers as people have them: made from OpenStreetMap, with words for speeds, with rows that are no roads.

By hand.
"""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from heard import Heard
from paths import SHARED
from shapely import LineString
from small import km

from access_plugin.engine.errors import InputError
from access_plugin.engine.network.account import main_part_share
from access_plugin.engine.network.attributes import ACCESS_CODE, BACKWARD, BRIDGE, CLASS_CODE, FORWARD, NO_LIMIT, TUNNEL
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.lines import Columns, roads_of_table
from access_plugin.engine.network.osm import LICENCE


def layer(*rows):
    """Return lines from (points in kilometres, columns)."""
    return gpd.GeoDataFrame(
        [columns for _, columns in rows],
        geometry=[LineString([km(*point) for point in path]) for path, _ in rows],
        crs=2154,
    )


def built(tmp_path, table, **options):
    heard = Heard()
    return build_network_file((table, "roads"), tmp_path / "n.accessnet", progress=heard.progress, **options), heard


GRID = [[(x, row) for x in (0, 0.5, 1, 1.5, 2)] for row in (0, 1, 2)] + [
    [(column, y) for y in (0, 0.5, 1, 1.5, 2)] for column in (0, 1, 2)
]


@pytest.mark.parametrize("column", ["fclass", "highway"])
def test_points_that_two_lines_share_are_junctions_in_what_comes_from_openstreetmap(tmp_path, column):
    network, _ = built(tmp_path, layer(*((path, {column: "secondary"}) for path in GRID)))
    # the corners are no junctions: the sides through them are one road each
    assert network.node_count == 5 and network.edge_count == 8
    assert network.meta["counts"]["lines_cut"] == 6 and network.meta["source"]["licence"] == LICENCE


def test_a_street_that_is_drawn_once_for_each_direction_is_one(tmp_path):
    """osmnx does so: its inner points are no junctions."""
    path = [(x / 10, (x % 2) / 50) for x in range(101)]
    rows = [
        (way[::step], {"highway": "tertiary", "osmid": 1})
        for way in (path, [(10, 0), (12, 0)], [(0, 0), (-2, 0)])
        for step in (1, -1)
    ]
    network, _ = built(tmp_path, layer(*rows))
    assert network.edge_count == 4 and network.meta["counts"]["lines_cut"] == 0  # the ends out of town are loops


@pytest.mark.parametrize("place", [0, 1])
def test_a_part_without_a_point_is_no_road(tmp_path, place):
    """A damaged Shapefile has such; beside parts that are whole nothing is lost."""
    table = layer(*((path, {"fclass": "secondary"}) for path in GRID))
    lines = [shapely.LineString(), *table.geometry] if place == 0 else [*table.geometry, shapely.LineString()]
    columns = {"fclass": ["secondary"]}
    table = gpd.GeoDataFrame(columns, geometry=[shapely.multilinestrings(lines)], crs=table.crs)
    network, _ = built(tmp_path, table)
    assert network.node_count == 5 and network.edge_count == 8


def test_lines_without_any_length_are_told(tmp_path):
    with pytest.raises(InputError, match=r"roads: none of its lines has a length \(0, 1\)"):
        built(tmp_path, layer(*(([(x, 0), (x, 0)], {"fclass": "secondary"}) for x in (1, 2))))


def test_a_bridge_has_no_point_in_common_with_what_passes_beneath(tmp_path):
    rows = [
        ([(0, 0), (2, 0)], {"fclass": "secondary"}),
        ([(1, -1), (1, 1)], {"fclass": "secondary"}),
        ([(0, 0), (0, 3), (1, 3), (1, 1)], {"fclass": "secondary"}),
    ]
    network, _ = built(tmp_path, layer(*rows))
    assert network.meta["counts"]["lines_cut"] == 0 and network.edge_count == 1  # one long road


def test_other_layers_keep_their_own_rule(tmp_path):
    """A département's own roads may pass over each other at a common point.

    Only their ends meet, unless a repair is asked for.
    """
    table = layer(*((path, {"speed": 60}) for path in GRID))
    with pytest.raises(InputError, match="has no nodes"):
        built(tmp_path, table)
    assert built(tmp_path, table, repair=True)[0].node_count == 5


def kinds_of(*rows, column="highway", **options):
    heard = Heard()
    source = roads_of_table(layer(*rows), "roads", progress=heard.progress, **options)
    return source.kinds[source.way_kind], heard


def row(number, **columns):
    return [(0, number), (1, number)], {"highway": "secondary"} | columns


def test_speeds_in_words():
    said = ["50", "FR:urban", "50;30", "none", "", "30 mph", "['70', '50']", "80.0", "fast"]
    kinds, heard = kinds_of(*(row(number, maxspeed=word) for number, word in enumerate(said)))
    assert kinds["kph_forward"].tolist() == kinds["kph_backward"].tolist() == [50, 50, 30, NO_LIMIT, 0, 48, 50, 80, 0]
    assert any("limits that are not understood (fast) in 1 feature" in text for text in heard.warned)


def test_lists_bridges_and_track_types():
    table = layer(
        row(0, highway=np.array(["residential", "tertiary"]), bridge="T"),
        row(1, highway="track_grade2", tunnel="yes"),
        row(2, highway="track_grade4"),
        row(3, highway="service", bridge="F", junction="roundabout"),
    )
    source = roads_of_table(table, "roads")
    kinds = source.kinds[source.way_kind]
    assert (
        kinds["structure"].tolist() == [BRIDGE, TUNNEL, 0]
        and kinds["tracktype"].tolist() == [0, 2, 0]
        and kinds["roundabout"].tolist() == [0, 0, 1]
    )


def test_rows_that_are_no_roads_leave_before_they_are_looked_at():
    kinds, _ = kinds_of(row(0), row(1, highway="steps", oneway="NC", maxspeed="?"), row(2, oneway="yes"))
    assert len(kinds) == 2
    with pytest.raises(InputError, match="unknown directions in feature 1"):
        kinds_of(row(0), row(1, oneway="perhaps"))


def test_a_direction_that_the_layer_does_not_know_is_both_and_told():
    kinds, heard = kinds_of(row(0), row(1, oneway="NC"))
    assert (kinds["direction"] == FORWARD | BACKWARD).all() and any(
        "does not know the direction of 1 road" in text for text in heard.warned
    )


def test_states_and_access_words_that_are_unknown_close_nothing_and_are_told():
    kinds, heard = kinds_of(
        row(0, etat="NR", access="quelquefois"),
        row(1, etat="En construction", access=""),
        row(2, etat="En service", access="no"),
    )
    assert len(kinds) == 1
    assert any("the field etat holds words that are not known (NR) in 1 feature" in text for text in heard.warned)
    assert any("the field access holds words that are not known (quelquefois)" in text for text in heard.warned)


def test_several_words_of_access_are_open_where_one_is():
    kinds, heard = kinds_of(
        row(0, access=["yes", "permissive"]),
        row(1, access="no;private"),
        row(2, access=["no"]),
        row(3, access=["perhaps"]),
        row(4, maxspeed=["signals", "variable"]),
    )
    assert (
        len(kinds) == 4
        and any("(perhaps)" in text for text in heard.warned)
        and any("(signals;variable)" in text for text in heard.warned)
    )


def test_a_layer_whose_roads_hang_together_only_without_directions_is_told_not_refused(tmp_path):
    rows = [([(0, 0), (1, 0)], {"speed": 50, "oneway": "no"}), ([(1, 0), (9, 0)], {"speed": 50, "oneway": "yes"})]
    network, heard = built(tmp_path, layer(*rows))
    assert main_part_share(network) < 0.2 and any(
        "one can drive to and from only 11% of its roads" in text for text in heard.warned
    )


@pytest.mark.skipif(
    not (SHARED / "roads" / "bourbonnaise_geofabrik").exists(), reason="the shared data are not at hand"
)
def test_a_shapefile_of_geofabrik_is_taken_as_it_is(tmp_path):
    network = build_network_file(SHARED / "roads" / "bourbonnaise_geofabrik" / "roads.shp", tmp_path / "n.accessnet")
    assert (
        main_part_share(network) > 0.95
        and network.meta["source"]["licence"] == LICENCE
        and network.meta["counts"]["lines_cut"] > 1000
    )


#: A section of BD TOPO 2: no speed, no access; IGN writes NC and NR where nothing is known.
SECTION = {
    "nature": "Route à 1 chaussée",
    "importance": "3",
    "sens": "Double",
    "etat": "NR",
    "pos_sol": 0,
    "fictif": "Non",
}


def section(number, **columns):
    return [(0, number), (1, number)], SECTION | columns


def test_sections_of_bd_topo_2_have_the_speed_of_their_class_and_what_is_no_road_leaves_first():
    rows = [
        section(0),
        section(1, nature="Escalier", sens="NC", importance="NC"),
        section(2, nature="Bretelle", sens="Inverse"),
        section(3, etat="En construction"),
        section(4, nature="Route empierrée", importance="5"),
        section(5, importance="NC"),
        section(6, pos_sol=1),
    ]
    kinds, heard = kinds_of(*rows)
    assert kinds["road_class"].tolist() == [
        CLASS_CODE[name] for name in ("secondary", "motorway_link", "track", "unclassified", "secondary")
    ]
    assert (
        kinds["direction"].tolist() == [3, BACKWARD, 3, 3, 3]
        and not kinds["average_forward"].any()
        and not kinds["setting"].any()
    )
    assert kinds["structure"].tolist() == [0, 0, 0, 0, BRIDGE]
    assert any("the field etat holds words that are not known (NR) in 5 features" in text for text in heard.warned)


def test_a_layer_made_from_bd_topo_keeps_what_its_author_added_and_cut():
    """A shapefile cuts names to ten letters; a speed of one's own is taken as named, and by its usual names."""
    cut = {
        "nature": "Route à 1 chaussée",
        "importance": "3",
        "sens_de_ci": "Sens inverse",
        "vitesse_mo": 55,
        "acces_vehi": "Restreint aux ayants droit",
        "urbain": "1",
        "etat_de_l_": "En service",
    }
    kinds, _ = kinds_of(([(0, 0), (1, 0)], cut), ([(0, 1), (1, 1)], cut | {"acces_vehi": "Libre", "vitesse_mo": 0}))
    assert len(kinds) == 1
    assert (kinds["average_forward"][0], kinds["direction"][0], kinds["access"][0]) == (
        55,
        BACKWARD,
        ACCESS_CODE["private"],
    )
    assert kinds_of(section(0, vitesse=42))[0]["average_forward"].tolist() == [42]
    assert kinds_of(section(0, my_kph=42), columns=Columns(speed="MY_KPH"))[0]["average_forward"].tolist() == [42]
    with pytest.raises(InputError, match="has no field other"):
        kinds_of(section(0), columns=Columns(speed="other"))


def test_importance_of_its_own_is_read_as_ign_ranks_roads():
    kinds, heard = kinds_of(
        *(([(0, n), (1, n)], {"importance": str(n)}) for n in (1, 2, 5)), columns=Columns(road_class="importance")
    )
    assert kinds["road_class"].tolist() == [CLASS_CODE[name] for name in ("trunk", "primary", "unclassified")]
    assert any("IGN's importance, 1 for the greatest roads" in text for text in heard.said)


@pytest.mark.skipif(not (SHARED / "roads" / "bdtopo_v2_rodez").exists(), reason="the shared data are not at hand")
@pytest.mark.parametrize(
    "columns", [Columns(), Columns(road_class="importance"), Columns(road_class="IMPORTANCE", direction="SENS")]
)
def test_a_layer_of_bd_topo_2_is_taken_as_it_is(tmp_path, columns):
    network = build_network_file(
        SHARED / "roads" / "bdtopo_v2_rodez" / "ROUTE.shp", tmp_path / "n.accessnet", columns=columns
    )
    assert main_part_share(network) > 0.9 and network.meta["source"]["licence"].startswith("© IGN")
    assert network.meta["counts"]["not_in_service"] == 1 and network.meta["counts"]["ways"] == 4981


@pytest.mark.skipif(not (SHARED / "roads" / "osmnx_grenoble").exists(), reason="the shared data are not at hand")
def test_lists_of_osmnx_are_read(tmp_path):
    network = build_network_file(
        SHARED / "roads" / "osmnx_grenoble" / "grenoble_streets_500_edges.geojson",
        tmp_path / "n.accessnet",
        allow_pieces=True,
    )
    assert network.edge_count > 100 and network.meta["source"]["licence"] == LICENCE

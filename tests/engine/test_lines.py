"""BD TOPO and other line layers.

The same times as the same roads from OpenStreetMap, bridges apart, and dirty layers refused or repaired.
"""

import dataclasses

import geopandas as gpd
import numpy as np
import pytest
from bdtopo import BD, layer, minutes_between, plain_osm_network, sections
from paths import ROADS, SHARED

from access_plugin.engine.access.care import points_xy
from access_plugin.engine.access.reach import nearest_minutes
from access_plugin.engine.network.account import account
from access_plugin.engine.network.attributes import CLOSED_IN_SUMMER, CLOSED_IN_WINTER, ROAD_CLASSES
from access_plugin.engine.network.bdtopo import closed_months
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.lines import Columns
from access_plugin.engine.network.profiles import read_profile
from access_plugin.engine.network.snap import attach
from access_plugin.engine.network.tags import bits_of_months
from access_plugin.engine.progress import Progress

KPH = {
    name: 40 - number
    for number, name in enumerate(name for name in ROAD_CLASSES if name not in ("track", "ferry", "barrier"))
}


def flat_profile():
    """Return a profile that drives each class at a whole speed of its own, in town and out of it, whatever lights,
    limits of 20 and more, and surfaces say.
    """
    car = read_profile("car")
    classes = {name: {"rural": kph, "urban": kph, "most": kph} for name, kph in KPH.items()}
    return dataclasses.replace(
        car,
        classes=classes,
        limits={"rural": 2.0, "urban": 2.0},
        signal_s=0.0,
        give_way_s=0.0,
        turn_s=0.0,
        surfaces={},
        tracktypes={},
        urban_section_s=0.0,
    )


@pytest.fixture(scope="module", params=["sample", "andorra_2020", "liechtenstein_2015"])
def twins(request, tmp_path_factory):
    """Give the same roads out of OpenStreetMap and out of a BD TOPO file written from them."""
    path = (
        ROADS
        if request.param == "sample"
        else next((SHARED / "roads" / request.param).glob("*.pbf"), None)
        if SHARED.exists()
        else None
    )
    if path is None:
        pytest.skip("the shared data are not at hand")
    osm = plain_osm_network(path)
    file = tmp_path_factory.mktemp("bdtopo") / "BDT.gpkg"
    sections(osm, KPH).to_file(file, layer="troncon_de_route", engine="pyogrio")
    return osm, build_network_file(file, file.with_suffix(".accessnet"), allow_pieces=True)


@pytest.mark.parametrize("season", ["all_year", "winter"])
@pytest.mark.parametrize("direction", ["inbound", "outbound"])
def test_bd_topo_gives_the_times_of_the_same_roads(twins, direction, season):
    osm, ign = (network.timed(flat_profile(), season) for network in twins)
    xy = twins[0].arrays["node_xy"][np.random.default_rng(1).integers(0, twins[0].node_count, 400)]
    minutes = []
    for timed in (osm, ign):
        places = gpd.GeoSeries(gpd.points_from_xy(*xy.T), crs=twins[0].crs).to_crs(timed.network.crs)
        attachment = attach(timed, points_xy(places))
        site = attach(timed, points_xy(places)[[7]])
        minutes.append(nearest_minutes(timed, direction, site, np.zeros(1), attachment)[0])
    known = np.isfinite(minutes[0]) & np.isfinite(minutes[1])
    assert known.mean() > 0.97
    np.testing.assert_allclose(minutes[1][known], minutes[0][known], atol=0.01, rtol=2e-4)


def test_bd_topo_keeps_lengths_and_closures(twins):
    osm, ign = twins
    driven = np.isin(
        osm.arrays["kinds"]["road_class"][osm.arrays["edge_kind"]], [ROAD_CLASSES.index(name) for name in KPH]
    )
    driven &= osm.arrays["kinds"]["direction"][osm.arrays["edge_kind"]] > 0
    assert ign.arrays["edge_length_m"].sum() == pytest.approx(osm.arrays["edge_length_m"][driven].sum(), rel=1e-4)
    assert "BD TOPO" in ign.meta["source"]["licence"]
    if osm.timed("car", "winter").roads.closed_by_season:
        assert ign.timed("car", "winter").roads.closed_by_season


@pytest.mark.parametrize(
    ("metres", "kph", "urban", "seconds"),
    [(1000, 45, True, 85.0), (1000, 45, False, 80.0), (5000, 95, False, 189.474), (250, 30, True, 35.0)],
)
def test_the_cost_of_a_section_is_ign_s(tmp_path, metres, kph, urban, seconds):
    """DOMAIN § 10.3.

    Lambert-93 stretches: the ground length of 1 000 m on the map is not 1 000 m, so the length is set on the ground.
    """
    network = build_network_file(
        (layer([([(0, 0), (metres, 0)], BD | {"vitesse_moyenne_vl": kph, "urbain": urban})]), "t"),
        tmp_path / "n.accessnet",
    )
    length = float(network.arrays["edge_length_m"][0])
    expected = length / kph * 3.6 + (5 if urban else 0)
    assert network.timed().edge_ms[0, 0] == pytest.approx(expected * 1000, abs=1)
    assert expected == pytest.approx(seconds, rel=2e-3)


def test_each_section_in_town_costs_its_five_seconds_however_they_are_joined(tmp_path):
    town = BD | {"urbain": True}
    table = layer([([(0, 0), (500, 0)], town), ([(500, 0), (1000, 0)], town), ([(1500, 0), (1000, 0)], town)])
    network = build_network_file((table, "t"), tmp_path / "n.accessnet")
    assert network.edge_count == 1  # no junction between them
    assert network.arrays["edge_sections"].tolist() == [3]
    length = float(network.arrays["edge_length_m"][0])
    assert network.timed().edge_ms[0, 0] == pytest.approx((length / 60 * 3.6 + 15) * 1000, abs=1)


def test_one_way_sections_drawn_either_way(tmp_path):
    table = layer(
        [
            ([(0, 0), (1000, 0)], BD | {"sens_de_circulation": "Sens direct"}),
            ([(0, 500), (1000, 500)], BD | {"sens_de_circulation": "Sens inverse"}),
            ([(0, 0), (0, 500)], BD),
            ([(1000, 0), (1000, 500)], BD),
        ]
    )
    network = build_network_file((table, "t"), tmp_path / "n.accessnet")
    assert minutes_between(network, (250, 0), (750, 0)) == pytest.approx(0.5, rel=0.01)
    # round the block
    assert minutes_between(network, (750, 0), (250, 0)) == pytest.approx(0.25 + 0.5 + 1 + 0.5 + 0.25, rel=0.01)
    assert minutes_between(network, (750, 500), (250, 500)) == pytest.approx(0.5, rel=0.01)


def test_a_bridge_does_not_meet_what_passes_beneath(tmp_path):
    """Two roads cross without a node, and two others end at the same place at different heights."""
    rows = [
        ([(0, 0, 100), (1000, 0, 100)], BD),
        ([(500, -500, 90), (500, 500, 90)], BD),
        ([(0, 0, 100), (0, -500, 95), (500, -500, 90)], BD),
        ([(1000, 0, 100), (1500, 0, 100)], BD),
        ([(1000, 0, 80), (1000, 900, 80)], BD),
        ([(500, 500, 90), (1000, 900, 80)], BD),
    ]
    network = build_network_file((layer(rows), "t"), tmp_path / "n.accessnet")
    assert minutes_between(network, (490, 0), (500, 20)) == pytest.approx((490 + 500 + 500 + 520) / 1000, rel=0.01)
    assert minutes_between(network, (1000, 30), (990, 0)) > 2  # not at once: the heights differ by 20 m


def test_ends_a_few_centimetres_apart_meet_and_heights_that_are_not_known_do_not_part(tmp_path):
    rows = [([(0, 0, 100), (500, 0, 100)], BD), ([(500.04, 0.03, -1000), (1000, 0, -1000)], BD)]
    network = build_network_file((layer(rows), "t"), tmp_path / "n.accessnet")
    assert minutes_between(network, (0, 0), (1000, 0)) == pytest.approx(1.0, rel=0.01)


def test_what_cars_may_not_drive_on(tmp_path):
    rows = [
        ([(0, 0), (1000, 0)], BD),
        ([(1000, 0), (2000, 0)], BD | {"acces_vehicule_leger": "Restreint aux ayants droit"}),
        ([(0, 0), (0, 800)], BD | {"nature": "Sentier"}),
        ([(0, 0), (0, -800)], BD | {"vitesse_moyenne_vl": 1}),
        ([(0, 0), (-800, 0)], BD | {"etat_de_l_objet": "En construction"}),
        ([(0, 0), (600, 600)], BD | {"nature": "Route empierrée", "vitesse_moyenne_vl": 15}),
        ([(0, 0), (-600, 600)], BD | {"acces_vehicule_leger": "A péage", "fictif": True}),
        ([(1000, 0), (1600, 600)], BD | {"reserve_aux_bus": "Sens direct"}),
    ]
    network = build_network_file((layer(rows), "t"), tmp_path / "n.accessnet")
    timed = network.timed()
    assert network.meta["counts"]["not_drivable"] == 3
    assert network.meta["counts"]["fictitious"] == 1
    assert timed.attachable.sum() == 2  # the free road and the toll one, which is fictitious too
    assert account(network)[0] == "8 lines read from t; 3 are not for cars, 0 have no geometry and 0 no length."


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("", 0),
        ("01/11 au 31/05", CLOSED_IN_WINTER),
        ("du 1er novembre au 31 mai", CLOSED_IN_WINTER),
        ("Fermeture hivernale", CLOSED_IN_WINTER),
        ("[(M11){M6}]", CLOSED_IN_WINTER),
        ("[(M11d15){M5}]", CLOSED_IN_WINTER),
        ("Nov-May", CLOSED_IN_WINTER),
        ("15/06-15/09", CLOSED_IN_SUMMER),
        ("jours de marché", 0),
        ("01/12 au 15/12", 0),
        ("[(h20){h10}]", 0),
        ("du 01/12 au 15/12 et du 10/01 au 31/03", CLOSED_IN_WINTER),
        ("novembre, décembre, janvier, février, mars", CLOSED_IN_WINTER),
        ("ouvert du 01/06 au 31/10", 0),
        ("juillet et août", CLOSED_IN_SUMMER),
        ("du 01/12 au", 0),
        ("de novembre à mai", CLOSED_IN_WINTER),
        ("Fermeture hivernale, réouverture selon enneigement", CLOSED_IN_WINTER),
        ("Fermé du 01/11 au 31/05, réouverture selon enneigement", CLOSED_IN_WINTER),
        ("Fermé de novembre à mai, ouvert le reste de l'année", CLOSED_IN_WINTER),
        ("Route non couverte par le déneigement du 01/11 au 31/05", CLOSED_IN_WINTER),
        ("1er novembre - 31 mai", CLOSED_IN_WINTER),
        ("novembre-mai", CLOSED_IN_WINTER),
        ("entre novembre et mai", CLOSED_IN_WINTER),
        ("du 1er novembre 2023 au 31 mai 2024", CLOSED_IN_WINTER),
        ("décembre à mars et juillet, août", CLOSED_IN_WINTER | CLOSED_IN_SUMMER),
        ("du 15 nov. au 15 avril", CLOSED_IN_WINTER),
        ("1 nov au 31 mars", CLOSED_IN_WINTER),
    ],
)
def test_closures(text, bits):
    assert bits_of_months(closed_months(text)) == bits


def test_closures_are_those_of_the_season_asked_for(tmp_path):
    rows = [
        ([(0, 0), (1000, 0)], BD | {"periode_de_fermeture": "01/11 au 31/05"}),
        ([(0, 0), (0, 3000), (1000, 3000), (1000, 0)], BD | {"periode_de_fermeture": None}),
        ([(1000, 0), (1100, 0)], BD | {"periode_de_fermeture": "le mardi"}),
    ]
    network = build_network_file((layer(rows), "t"), tmp_path / "n.accessnet")
    assert minutes_between(network, (0, 0), (1050, 0)) == pytest.approx(1.05, rel=0.01)
    assert minutes_between(network, (0, 0), (1050, 0), season="winter") == pytest.approx(7.05, rel=0.01)
    assert network.meta["counts"]["closures_not_understood"] == 1


def test_the_short_names_of_the_shapefile(tmp_path):
    short = {
        "nature": "NATURE",
        "importance": "IMPORTANCE",
        "sens_de_circulation": "SENS",
        "vitesse_moyenne_vl": "VIT_MOY_VL",
        "urbain": "URBAIN",
        "acces_vehicule_leger": "ACCES_VL",
    }
    table = layer(
        [([(0, 0), (1000, 0)], BD | {"urbain": "Oui"}), ([(1000, 0), (2000, 0)], BD | {"urbain": "Non"})]
    ).rename(columns=short)
    table.to_file(tmp_path / "TRONCON_DE_ROUTE.shp", engine="pyogrio")
    network = build_network_file(tmp_path / "TRONCON_DE_ROUTE.shp", tmp_path / "n.accessnet")
    assert minutes_between(network, (0, 0), (2000, 0)) == pytest.approx(2.0 + 5 / 60, rel=0.01)


def test_any_line_layer_with_named_columns(tmp_path):
    table = layer(
        [
            ([(0, 0), (1000, 0)], {"vit": 30, "sens": "Sens direct"}),
            ([(1000, 0), (1000, 500), (0, 500), (0, 0)], {"vit": 60, "sens": "Double"}),
        ]
    )
    network = build_network_file((table, "RD"), tmp_path / "n.accessnet", columns=Columns(speed="VIT"))
    assert minutes_between(network, (0, 0), (1000, 0)) == pytest.approx(2.0, rel=0.01)
    assert minutes_between(network, (900, 0), (100, 0)) == pytest.approx(0.2 + 2.0 + 0.2, rel=0.01)


def test_route_500_has_classes_and_no_speeds(tmp_path):
    table = layer(
        [
            ([(0, 0), (1000, 0)], {"VOCATION": "Liaison principale", "SENS": "Double"}),
            ([(1000, 0), (2000, 0)], {"VOCATION": "Liaison locale", "SENS": "Double"}),
            ([(1000, 0), (2000, 900)], {"VOCATION": "Bac", "SENS": "Double"}),
        ]
    )
    network = build_network_file((table, "ROUTE500"), tmp_path / "n.accessnet")
    assert sorted(
        ROAD_CLASSES[kind["road_class"]] for kind in network.arrays["kinds"][network.arrays["edge_kind"]]
    ) == ["primary", "tertiary"]
    assert network.meta["counts"]["not_drivable"] == 1


def test_classes_as_osmnx_writes_them_and_others_told(tmp_path):
    warned = []
    rows = [
        ([(0, 0), (1000, 0)], {"highway": "['residential', 'unclassified']"}),
        ([(1000, 0), (2000, 0)], {"highway": "primary"}),
        ([(1000, 0), (1000, 900)], {"highway": "Départementale"}),
        ([(1000, 0), (1900, 900)], {"highway": "footway"}),
    ]
    network = build_network_file(
        (layer(rows), "roads"), tmp_path / "n.accessnet", progress=Progress(on_warning=warned.append)
    )
    assert network.edge_count == 2
    assert "classes that are not known (Départementale) in 1 feature; this line is left out" in warned[0]

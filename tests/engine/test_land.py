"""Land without a time: neither reached nor beyond, and told apart by why it has none."""

import numpy as np
import pytest
import shapely
from paths import ROADS, SIXTY
from small import network, points, sites
from test_modes import care

from access_plugin.engine.access.beyond import Land, areas_beyond, land_without_time
from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.fields import field_of
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sites.roles import LEG
from access_plugin.engine.territory.areas import read_territories


def test_land_without_a_time_is_a_class_of_its_own(sample_network):
    """It overlaps neither what is reached nor what is beyond; together they are the land."""
    field = field_of(
        in_force(sample_network, care(), Setting(), legs=(LEG["su"], LEG["smur"])), (LEG["su"], LEG["smur"])
    )
    communes = read_territories(*read_vector_file(ROADS.parent / "communes.geojson"))
    found = land_without_time(sample_network, field, land=Land.of(communes, sample_network.crs))
    assert found["reason"].tolist() == ["no_road"]
    assert found.is_valid.all()
    assert found["area_km2"].sum() == pytest.approx(found.area.sum() / 1e6)
    all_reached, beyond = (
        field.contours().band(0, np.inf),
        areas_beyond(field, 8.0, sample_network.crs).geometry.iloc[0],
    )
    country = shapely.union_all(communes.to_crs(sample_network.crs).geometry.to_numpy())
    nowhere = shapely.union_all(found.geometry.to_numpy())
    assert shapely.intersection(nowhere, all_reached).area < 1.0
    assert shapely.intersection(nowhere, beyond).area < 1.0
    assert nowhere.area + shapely.intersection(all_reached, country).area == pytest.approx(country.area, rel=1e-6)
    assert 0.5 < nowhere.area / country.area < 0.75  # the mountains
    assert land_without_time(sample_network, field)["area_km2"].sum() > found["area_km2"].sum()


def test_a_valley_that_is_cut_off_has_no_way():
    places = {"a": (0, 0), "b": (5, 0), "c": (12, 0), "d": (12, 3), "e": (0, 3)}
    net = network(
        places,
        [(("a", "b"), {}), (("b", "c"), {"access:conditional": "no @ winter"}), (("c", "d"), {}), (("a", "e"), {})],
    )
    winter = Setting(profile=SIXTY, profile_smur=SIXTY, season="winter")
    field = field_of(in_force(net, sites([("t", "SMUR", 0, 0)]), winter, legs=(LEG["smur"],)), (LEG["smur"],))
    found = land_without_time(net, field).set_index("reason")
    valley = points({"v": (12, 1.5)}).geometry.iloc[0]
    assert found.geometry["no_way"].contains(valley)
    assert not found.geometry["no_road"].contains(valley)
    assert not field.contours().band(0, np.inf).contains(valley)
    assert found.geometry["no_road"].contains(points({"v": (8, 0.5)}).geometry.iloc[0])  # nobody may drive there now
    assert (
        "no_way"
        not in land_without_time(
            net,
            field_of(
                in_force(
                    net, sites([("t", "SMUR", 0, 0)]), Setting(profile=SIXTY, profile_smur=SIXTY), legs=(LEG["smur"],)
                ),
                (LEG["smur"],),
            ),
        )["reason"].tolist()
    )


def test_land_without_a_way_is_neither_reached_nor_beyond():
    """Two roads side by side, of which a closed link cuts one off.

    Its land fits the other's, and nothing is beyond the longest time.
    """
    places = {"a": (0, 0), "b": (4, 0), "c": (4, 0.25), "d": (0, 0.25), "e": (0, 4), "f": (8, 0.25)}
    net = network(
        places,
        [
            (("a", "b"), {}),
            (("b", "c"), {"access:conditional": "no @ winter"}),
            (("d", "c", "f"), {}),
            (("a", "e"), {}),
        ],
    )
    winter = Setting(profile=SIXTY, profile_smur=SIXTY, season="winter")
    field = field_of(in_force(net, sites([("t", "SMUR", 0, 0)]), winter, legs=(LEG["smur"],)), (LEG["smur"],))
    longest = float(np.nanmax(field.minutes))
    cut_off = land_without_time(net, field).set_index("reason").geometry["no_way"]
    reached = field.contours().band(0, np.inf)
    assert shapely.intersection(cut_off, reached).area < 1e-3
    assert cut_off.area > 1e6
    for threshold in (longest + 0.001, longest + 1, longest + 5):
        assert field.contours().band(threshold, np.inf).area == 0
        assert field.contours().line(threshold).length == 0
    assert shapely.intersection(cut_off, field.contours().band(2.0, np.inf)).area < 1e-3
    alone = isochrones(
        in_force_of_roles(net, sites([("t", "SMUR", 0, 0)]), ["SMUR"], winter), [longest + 1], mode="per_site"
    ).geometry.iloc[0]
    assert shapely.intersection(cut_off, alone).area < 1e-3
    assert shapely.symmetric_difference(alone, reached).area < 1e-3

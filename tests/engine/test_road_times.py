"""Minutes on the roads: by hand, and those of places that stand on them."""

import dataclasses

import numpy as np
import pytest
import small
from test_areas import VADUZ, at

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.road_times import ROAD_TIME_FIELDS, road_times
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import InputError


def test_minutes_by_hand():
    places = {"a": (0, 0), "b": (10, 0), "c": (10, 40), "d": (20, 0)}
    roads = [(["a", "b"], {}), (["b", "c"], {}), (["b", "d"], {"oneway": "yes"})]
    network = small.network(places, roads)
    found = road_times(in_force(network, small.sites([("su", "SU", 0, 0)]), small.HERE))
    assert list(found.columns) == [*ROAD_TIME_FIELDS, "geometry"]
    by_length = {round(row.length_m / 1000): row for row in found.itertuples() if row.length_m > 1}
    ends = sorted((by_length[40].t_begin_min, by_length[40].t_finish_min))
    assert ends == pytest.approx([10.0, 50.0], rel=1e-3) and by_length[40].t_middle_min == pytest.approx(30.0, rel=1e-3)
    ten = [row for row in found.itertuples() if 9 < row.length_m / 1000 < 11]
    middles = sorted((row.t_middle_min for row in ten), key=lambda time: (np.isnan(time), time))
    assert middles[0] == pytest.approx(5.0, rel=1e-3)
    # patients do not come back against the one-way street
    assert np.isnan(middles[1]) and [row.beyond for row in ten if np.isnan(row.t_middle_min)] == [None]
    assert [row.beyond for row in ten if not np.isnan(row.t_middle_min)] == [False]


def test_they_are_those_of_places_in_the_middle(sample_network):
    sample_care = in_force(sample_network, at(*VADUZ), Setting(threshold=15))
    found = road_times(sample_care)
    classes = found[(found["road_class"] == "residential") & (found["length_m"] > 60)].head(150)
    spots = classes.set_geometry(classes.geometry.interpolate(0.5, normalized=True))
    times, _ = travel_times(sample_care, spots)
    column = sample_care.setting.column
    same = np.isclose(times[column].to_numpy(float), classes["t_middle_min"], atol=0.02, equal_nan=True)
    assert same.mean() > 0.95  # a place in the middle of a road may lie on another one


def test_roads_are_no_chefs_lieux():
    """Under the convention of DREES sites stand where they are too, and one that is far from roads is told."""
    network = small.network({"a": (0, 0), "b": (10, 0)}, [(["a", "b"], {})])
    setting = dataclasses.replace(small.HERE, convention="drees")
    found = road_times(in_force(network, small.sites([("su", "SU", 0, 0)]), setting))
    assert found["t_middle_min"].dropna().tolist() == pytest.approx([5.0], rel=1e-3)
    with pytest.raises(InputError, match="2 km"):
        road_times(in_force(network, small.sites([("su", "SU", 0, 9)]), setting))

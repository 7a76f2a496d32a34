"""Shortest distances against an independent engine: Valhalla's matrix of 60 × 60 places (costing "auto, shortest")."""

import dataclasses

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from access_plugin.engine.access.care import points_xy
from access_plugin.engine.access.reach import coverage
from access_plugin.engine.network.profiles import read_profile
from access_plugin.engine.network.snap import attach
from access_plugin.engine.network.timed import CLOSED, TimedNetwork


class DistanceNetwork(TimedNetwork):
    """A network whose milliseconds are millimetres."""

    def _edge_ms(self):
        ms, begin, end = super()._edge_ms()
        return (
            np.where(ms < CLOSED, np.rint(self.network.arrays["edge_length_m"] * 1000), CLOSED).astype(np.int32),
            0 * begin,
            0 * end,
        )


@pytest.fixture(scope="module")
def ratios(shared, network_of):
    """Return a function that gives, for a profile, our distance by theirs for every pair that is not one place."""
    reference = pd.read_csv(shared("reference/liechtenstein_matrix60_auto_shortest_valhalla.csv"))
    places = (
        pd.read_csv(shared("reference/liechtenstein_nearest_emergency_valhalla.csv"))
        .set_index("osm_node_id")
        .loc[reference["from_node"].unique()]
    )
    layer = gpd.GeoSeries(gpd.points_from_xy(places["lon"], places["lat"]), crs=4326)
    net = network_of(shared("roads/liechtenstein_2015/liechtenstein-latest.osm.pbf"))
    theirs = (
        reference.pivot(index="from_node", columns="to_node", values="dist_km")
        .loc[places.index, places.index]
        .to_numpy()
    )

    def ratio(profile):
        timed = DistanceNetwork(net, profile, net.timed(profile).roads)
        at = attach(timed, points_xy(layer.to_crs(net.crs)))
        start, place, minutes = coverage(timed, "outbound", at, np.zeros(len(at)), at, 60_000.0 / 60)
        ours = np.full(theirs.shape, np.nan)
        ours[np.repeat(np.arange(len(at)), np.diff(start)), place] = minutes * 60 / 1000
        different = theirs > 0
        return ours[different] / theirs[different]

    return ratio


def with_tracks(profile):
    return dataclasses.replace(profile, classes=profile.classes | {"track": {"rural": 10, "urban": 10, "most": 10}})


def test_distances_agree_with_valhalla(ratios):
    """Valhalla drives on tracks; with them open, nine pairs of ten agree within 2 % and none is longer."""
    ratio = ratios(with_tracks(read_profile("car")))
    assert len(ratio) == 60 * 59
    assert np.isfinite(ratio).all()
    assert np.median(ratio) == pytest.approx(1.0, abs=0.002)
    assert (np.abs(ratio - 1) <= 0.02).mean() >= 0.90
    assert (ratio > 1.02).mean() < 0.005


def test_the_rest_has_a_cause(ratios):
    """Ways that only we drive on (motor_vehicle=destination, which Valhalla avoids in passing) explain the shorter
    ones.
    """
    without = dataclasses.replace(with_tracks(read_profile("car")), access=("open",))

    def shorter(ratio):
        return (ratio < 0.98).mean()

    assert shorter(ratios(without)) < shorter(ratios(with_tracks(read_profile("car"))))

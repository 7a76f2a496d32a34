"""Times, statuses and conventions on networks computed by hand (DOMAIN § 10.5 and 10.6)."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from paths import SIXTY
from small import network, points, sites

from access_plugin.engine.access.care import in_force, points_xy
from access_plugin.engine.access.reach import coverage, nearest_minutes
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.territories import assign, summarise, weighted_percentile
from access_plugin.engine.access.times import statuses, strictly_beyond, travel_times, with_quickest
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.snap import attach

HERE = {"profile": SIXTY, "profile_smur": SIXTY, "profile_mcs": SIXTY}
TRIANGLE = {"A": (0, 0), "B": (10, 0), "C": (5, 10.91)}  # sides of 10, 12 and 12 km
ONE_WAY = [(("A", "B"), {"oneway": "yes"}), (("B", "C"), {}), (("C", "A"), {})]


def test_direction_by_role():
    """DOMAIN § 10.5: A to B in 10 minutes one way, B to A by C in 24."""
    net = network(TRIANGLE, ONE_WAY)
    care = sites([("hospital", "SU", 0, 0), ("team", "SMUR", 0, 0)])
    times, unsnapped = travel_times(in_force(net, care, Setting(**HERE)), points({"B": (10, 0)}))
    assert times.loc[0, "t_smur_min"] == pytest.approx(10, abs=0.02)
    assert times.loc[0, "t_su_min"] == pytest.approx(24, abs=0.03)
    assert times.loc[0, "t_emergency_min"] == times.loc[0, "t_smur_min"]
    assert (times.loc[0, "nearest_su"], times.loc[0, "nearest_smur"], times.loc[0, "nearest_mcs"]) == (
        "hospital",
        "team",
        None,
    )
    assert np.isnan(times.loc[0, "t_mcs_min"])
    assert len(unsnapped) == 0


def frame_of(su, smur, mcs=np.nan):
    times = with_quickest(
        {name: np.array([value], float) for name, value in (("su", su), ("smur", smur), ("mcs", mcs))}
    )
    table = pd.DataFrame({f"t_{name}_min": minutes for name, minutes in times.items()})
    return table.assign(
        status=statuses(table, 30.0), beyond=strictly_beyond(times["emergency"], 30.0, table.index)
    ).iloc[0]


@pytest.mark.parametrize(
    ("su", "smur", "mcs", "status", "beyond"),
    [
        (30.0, 40, np.nan, "su_only", False),
        (30.0001, 40, np.nan, "beyond", True),
        (29.99, 29.99, np.nan, "su_and_smur", False),
        (31, 30, 5, "smur_only", False),
        (31, 31, 30, "mcs_only", True),
        (31, 31, 30.0001, "beyond", True),
        (np.nan, 12, np.nan, "smur_only", False),
        (np.nan, np.nan, 5, "not_computed", None),
    ],
)
def test_status_and_threshold_are_strict_and_before_rounding(su, smur, mcs, status, beyond):
    """DOMAIN § 10.6."""
    row = frame_of(su, smur, mcs)
    assert row["status"] == status
    assert row["beyond"] is beyond


def test_first_care_is_the_smaller_of_emergency_and_mcs():
    assert frame_of(35, 40, 12)["t_first_care_min"] == 12
    assert frame_of(35, 40)["t_first_care_min"] == 35
    assert np.isnan(frame_of(np.nan, np.nan, 12)["t_first_care_min"])


LINE = {"a": (0, 0), "b": (40, 0)}


def test_points_attach_along_the_edge_not_at_its_ends():
    net = network(LINE, [(("a", "b"), {})])
    care = sites([("h", "SU", 10, 0.2)])
    times, _ = travel_times(in_force(net, care, Setting(**HERE)), points({"p": (12, 0), "q": (39, -0.4), "r": (10, 0)}))
    assert times["t_su_min"].to_numpy() == pytest.approx([2, 29, 0], abs=0.03)
    assert times["beyond"].tolist() == [False, False, False]


def test_a_one_way_edge_that_both_stand_on():
    places = {"a": (0, 0), "b": (10, 0), "c": (5, 5)}
    net = network(places, [(("a", "b"), {"oneway": "yes"}), (("b", "c"), {}), (("c", "a"), {})])
    care = sites([("h", "SU", 5, 0), ("t", "SMUR", 5, 0)])
    times, _ = travel_times(in_force(net, care, Setting(**HERE)), points({"before": (2, 0), "behind": (8, 0)}))
    circle = 10 + 2 * 50**0.5
    assert times["t_su_min"].to_numpy() == pytest.approx([3, circle - 3], abs=0.04)
    assert times["t_smur_min"].to_numpy() == pytest.approx([circle - 3, 3], abs=0.04)


def test_a_start_delay_shifts_every_time_by_itself():
    net = network(TRIANGLE, ONE_WAY)
    where = points({"p": (3, 0), "q": (7.5, 5.455), "r": (0.2, 0)})
    plain, _ = travel_times(in_force(net, sites([("t", "SMUR", 0, 0)]), Setting(**HERE)), where)
    late, _ = travel_times(in_force(net, sites([("t", "SMUR", 0, 0)], delay_min=[4.5]), Setting(**HERE)), where)
    np.testing.assert_allclose(late["t_smur_min"] - plain["t_smur_min"], 4.5, atol=1e-9)


def test_a_far_quick_site_may_be_nearer_than_a_late_one():
    net = network(LINE, [(("a", "b"), {})])
    times, _ = travel_times(
        in_force(net, sites([("late", "SMUR", 20, 0), ("far", "SMUR", 0, 0)], delay_min=[15, 0]), Setting(**HERE)),
        points({"p": (12, 0), "q": (19, 0)}),
    )
    assert times["nearest_smur"].tolist() == ["far", "late"]
    assert times["t_smur_min"].to_numpy() == pytest.approx([12, 16], abs=0.03)


def test_antennas_and_amu_count_and_helicopters_do_not():
    net = network(LINE, [(("a", "b"), {})])
    care = sites([("u", "AMU", 0, 0), ("n", "SMUR_ANTENNE", 30, 0), ("k", "HELISMUR", 20, 0), ("c", "SU_PED", 20, 0)])
    times, _ = travel_times(in_force(net, care, Setting(**HERE)), points({"p": (20, 0)}))
    assert times.loc[0, "t_su_min"] == pytest.approx(20, abs=0.03)
    assert (times.loc[0, "nearest_smur"], times.loc[0, "nearest_su"]) == ("n", "u")


def test_what_is_far_from_a_road_is_not_computed_and_comes_back():
    net = network(LINE, [(("a", "b"), {})])
    times, unsnapped = travel_times(
        in_force(net, sites([("h", "SU", 0, 0)]), Setting(**HERE)), points({"p": (1, 1.9), "q": (1, 2.1)})
    )
    assert times["status"].tolist() == ["su_only", "not_computed"]
    assert times["beyond"].tolist() == [False, None]
    assert unsnapped.index.tolist() == [1]


def test_a_site_far_from_any_road_is_named():
    net = network(LINE, [(("a", "b"), {})])
    with pytest.raises(InputError, match="lost-1: farther than 2 km"):
        travel_times(in_force(net, sites([("lost-1", "SU", 0, 30)]), Setting(**HERE)), points({"p": (1, 0)}))


def test_no_emergency_role_is_said():
    net = network(LINE, [(("a", "b"), {})])
    with pytest.raises(InputError, match="emergency role"):
        travel_times(in_force(net, sites([("m", "MCS", 0, 0)]), Setting(**HERE)), points({"p": (1, 0)}))


@pytest.mark.parametrize("threshold", [0, -5, float("nan"), float("inf")])
def test_a_threshold_that_is_none(threshold):
    with pytest.raises(InputError, match="threshold"):
        Setting(threshold=threshold)


def test_convention_drees_beside_fine():
    net = network(LINE, [(("a", "b"), {})])
    care = sites([("h", "SU", 3, 0), ("foreign", "SU", 38, 0)], insee=["01001", "99999"])
    chefs_lieux = points({"01001": (0, 0), "01002": (10, 0), "01003": (35, 0)})
    fine, _ = travel_times(in_force(net, care, Setting(**HERE)), chefs_lieux)
    drees, _ = travel_times(in_force(net, care, Setting(**HERE, convention="drees")), chefs_lieux)
    assert fine["t_su_min"].to_numpy() == pytest.approx([3, 7, 3], abs=0.03)
    assert drees["t_su_min"].to_numpy() == pytest.approx([0, 10, 3], abs=0.03)
    assert drees.loc[0, "t_su_min"] == 0
    assert drees["nearest_su"].tolist() == ["h", "h", "foreign"]
    with pytest.raises(InputError, match="code"):
        travel_times(in_force(net, care, Setting(**HERE, convention="drees")), chefs_lieux.drop(columns="code"))


def test_seasonal_sites():
    net = network(LINE, [(("a", "b"), {})])
    care = sites([("all", "SU", 30, 0), ("w", "SU", 0, 0)], season=["annee", "hiver"])
    nearest = {
        season: travel_times(in_force(net, care, Setting(**HERE, season=season)), points({"p": (1, 0)}))[0].loc[
            0, "nearest_su"
        ]
        for season in ("all_year", "winter", "summer")
    }
    assert nearest == {"all_year": "w", "winter": "w", "summer": "all"}


def test_coverage_agrees_with_nearest_site_by_site(sample_network):
    """Every time within the limit is the same by the bounded search of one site and by the search of that site alone,
    in both directions.
    """
    timed = sample_network.timed()
    rng = np.random.default_rng(8)
    low, high = sample_network.arrays["node_xy"].min(axis=0), sample_network.arrays["node_xy"].max(axis=0)
    places = attach(timed, rng.uniform(low, high, (300, 2)))
    centres = attach(timed, rng.uniform(low, high, (12, 2)))
    delay = rng.uniform(0, 3, 12)
    for direction in ("outbound", "inbound"):
        start, place, minutes = coverage(timed, direction, centres, delay, places, 12.0)
        for site in range(12):
            expected, _ = nearest_minutes(timed, direction, centres.take(np.array([site])), delay[[site]], places)
            within = np.flatnonzero(expected <= 12.0)
            rows = slice(start[site], start[site + 1])
            assert place[rows].tolist() == within.tolist()
            np.testing.assert_allclose(minutes[rows], expected[within], atol=2e-5)


def test_times_both_ways_agree_with_the_reversed_network():
    """Driving to a site on a network is driving from it on the network whose roads are all turned round."""
    turned = [(tuple(reversed(path)), tags) for path, tags in ONE_WAY]
    where = points({"p": (3, 0), "q": (7.5, 5.455), "r": (9, 0)})
    site = sites([("h", "SU", 0, 0)])
    for net, direction in ((network(TRIANGLE, ONE_WAY), "inbound"), (network(TRIANGLE, turned), "outbound")):
        timed = net.timed(SIXTY)
        minutes, _ = nearest_minutes(
            timed,
            direction,
            attach(timed, points_xy(site.geometry)),
            np.zeros(1),
            attach(timed, points_xy(where.geometry)),
        )
        assert minutes == pytest.approx([31, 18, 25], abs=0.05)


def test_summary_of_a_table_by_hand():
    places = pd.DataFrame({"population": [100.0, 50, 30, 20]})
    minutes = pd.Series([10.0, 30.0, 30.5, np.nan])
    total, a, b = summarise(
        places, minutes, 30.0, levels=[("territory", pd.Series(["A", "A", "B", "B"]), {"A": "Aa", "B": "Bb"})]
    ).itertuples(index=False)
    assert (total.population, total.beyond, total.not_computed, total.places_beyond) == (200, 30, 20, 1)
    assert total.beyond_share == pytest.approx(30 / 180)
    assert total.mean_min == pytest.approx((1000 + 1500 + 915) / 180)
    assert (total.p90_min, total.max_min) == (30.5, 30.5)
    assert (a.beyond, b.beyond, a.name, b.not_computed) == (0, 30, "Aa", 20)


def test_levels_sum_to_the_total():
    rng = np.random.default_rng(2)
    places = pd.DataFrame({"population": rng.integers(0, 900, 400).astype(float)})
    minutes = pd.Series(np.where(rng.random(400) < 0.1, np.nan, rng.uniform(0, 60, 400)))
    codes = pd.Series(rng.choice(["a", "b", "c", ""], 400))
    table = summarise(places, minutes, 30.0, levels=[("territory", codes, {})])
    for column in ("population", "beyond", "places_beyond", "not_computed"):
        assert table[column].iloc[0] == table[column].iloc[1:].sum()


def test_a_territory_without_people_has_no_share():
    table = summarise(
        pd.DataFrame({"population": [0.0]}),
        pd.Series([40.0]),
        30.0,
        levels=[("territory", pd.Series(["a"]), {"a": "", "b": ""})],
    )
    assert table["beyond"].tolist() == [0, 0, 0]
    assert table["beyond_share"].isna().all()
    assert np.isnan(table["mean_min"].iloc[2])


def test_weighted_percentile():
    assert weighted_percentile(np.array([1.0, 2, 3]), np.array([1.0, 8, 1]), 0.9) == 2
    assert weighted_percentile(np.array([1.0, 2, 3]), np.array([1.0, 7, 2]), 0.9) == 3
    assert np.isnan(weighted_percentile(np.zeros(0), np.zeros(0), 0.9))


def test_places_go_to_their_own_territory_or_to_the_one_they_lie_in():
    squares = gpd.GeoDataFrame(
        {"code": ["L", "R"]},
        geometry=gpd.GeoSeries.from_wkt(["POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((1 0,2 0,2 1,1 1,1 0))"]),
        crs=2154,
    )
    spots = gpd.GeoDataFrame(
        {"territory": ["R", "", "", "X"]}, geometry=gpd.points_from_xy([0.5, 1.5, 5, 1], [0.5, 0.5, 5, 0.5]), crs=2154
    )
    assert assign(spots, squares).tolist() == ["R", "R", "", "L"]
    coded = spots.drop(columns="territory").assign(code=["R", "none", "L", "L"])
    assert assign(coded, squares).tolist() == ["R", "R", "L", "L"]


def test_whoever_stands_at_a_junction_may_take_any_of_its_roads():
    """A one-way road that begins or ends where a site and a place stand binds neither, whichever of the roads they
    attach to.
    """
    for first in ("m", "x"):  # the name decides the order of roads, and so which of two equal ones is taken
        places = {"a": (0, 0), "b": (10, 0), first: (10, 5), "c": (5, 6)}
        roads = [(("b", first), {"oneway": "yes"}), (("a", "b"), {}), ((first, "c"), {}), (("c", "a"), {})]
        net = network(places, roads)
        care = sites([("h", "SU", 0, 0), ("t", "SMUR", 10, 0)])
        times, _ = travel_times(in_force(net, care, Setting(**HERE)), points({"p": (10, 0), "q": (0, 0)}))
        assert times["t_su_min"].to_numpy() == pytest.approx([10, 0], abs=0.02)
        assert times["t_smur_min"].to_numpy() == pytest.approx([0, 10], abs=0.02)


def test_a_ban_binds_nobody_who_starts_or_stands_at_the_junction():
    """A site and a place at a junction with a banned turn, whichever of its roads they attach to."""
    for first in ("j", "z"):
        places = {"w": (-5, 0), first: (0, 0), "n": (0, 5), "e": (6, 0), "q": (6, 8)}
        roads = [
            (("w", first), {}),
            ((first, "n"), {}),
            ((first, "e"), {}),
            (("n", "q"), {"maxspeed": "90"}),
            (("q", "e"), {}),
            (("w", "n"), {"maxspeed": "10"}),
        ]
        net = network(places, roads, bans=[(first, 1, 2, False), (first, 2, 3, False)])
        assert net.meta["counts"]["bans_applied"] == 2
        care = sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)])
        times, _ = travel_times(
            in_force(net, care, Setting(**HERE)), points({"n": (0, 5), "e": (6, 0), "w": (-5, 0), "here": (0, 0)})
        )
        for leg in ("t_su_min", "t_smur_min"):
            assert times[leg].to_numpy() == pytest.approx([5, 6, 5, 0], abs=0.03)


def test_places_that_are_all_elsewhere_are_no_result():
    net = network(LINE, [(("a", "b"), {})])
    with pytest.raises(InputError, match="Of 2 places, none"):
        travel_times(in_force(net, sites([("h", "SU", 0, 0)]), Setting(**HERE)), points({"p": (0, 90), "q": (9, 80)}))


def test_convention_drees_without_a_chef_lieu_is_refused():
    net = network(LINE, [(("a", "b"), {})])
    care = sites([("h", "SU", 3, 0), ("none", "SU", 38, 0)], insee=["01001", ""])
    with pytest.raises(InputError, match="one point a commune"):
        travel_times(
            in_force(net, care, Setting(**HERE, convention="drees")), points({"01001-1": (0, 0), "01001-2": (1, 0)})
        )
    times, _ = travel_times(
        in_force(net, care, Setting(**HERE, convention="drees")), points({"01001": (0, 0), "": (20, 0)})
    )
    assert times["t_su_min"].to_numpy() == pytest.approx([0, 18], abs=0.03)


def test_a_site_that_is_far_from_a_road_is_told():
    from access_plugin.engine.progress import Progress

    said = []
    net = network(LINE, [(("a", "b"), {})])
    travel_times(
        in_force(
            net,
            sites([("h", "SU", 10, 0.6), ("t", "SMUR", 10, 0.4)]),
            Setting(**HERE),
            progress=Progress(on_warning=said.append),
        ),
        points({"p": (12, 0)}),
        progress=Progress(on_warning=said.append),
    )
    assert [text for text in said if "Site h is" in text]

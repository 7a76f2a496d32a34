"""Seasons, closures, definitions and the range: what changes with when and with what counts."""

import dataclasses
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from heard import Heard
from one_road import LINE, ROAD, times_at
from paths import SIXTY
from small import HERE, km, network, points, sites

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.closed_roads import NONE
from access_plugin.engine.network.closures import close_roads

# Seasons and closures

PASS = {"s": (0, 0), "m": (5, 0), "t": (10, 0), "u": (5, 20)}
CLOSED = {"motor_vehicle:conditional": "no @ (Nov-May)"}
PASS_ROADS = [(("s", "m"), {}), (("m", "t"), CLOSED), (("s", "u"), {}), (("u", "t"), {})]
AROUND = 2 * (25 + 400) ** 0.5


@pytest.mark.parametrize(
    "tags",
    [
        CLOSED,
        {"seasonal": "summer"},
        {"access": "no", "motor_vehicle:conditional": "yes @ (Jun-Oct)"},
        {"motor_vehicle:conditional": "no @ (winter)"},
        {"vehicle:conditional": "no @ (Dec 15-Apr 15)"},
    ],
    ids=str,
)
def test_the_same_point_in_summer_and_in_winter_across_a_pass(tags):
    net = network(PASS, [(path, tags if path == ("m", "t") else {}) for path, _ in PASS_ROADS])
    care = sites([("h", "SU", 0, 0)])
    minutes = {
        season: times_at(care, {"t": (10, 0)}, net, season=season)["t_su_min"].iloc[0]
        for season in ("all_year", "summer", "winter")
    }
    assert minutes == pytest.approx({"all_year": 10, "summer": 10, "winter": AROUND}, abs=0.1)


def test_a_season_in_which_every_site_is_closed():
    with pytest.raises(InputError, match="open in the season summer"):
        times_at(sites([("h", "SU", 0, 0)], season=["hiver"]), season="summer")


def test_by_commune_the_quicker_of_the_own_site_and_the_next_counts():
    care = sites([("own", "SMUR", 10, 0), ("next", "SMUR", 12, 0)], insee=["01001", "01002"], delay_min=[10, 0])
    found = times_at(care, {"01001": (10, 0), "01002": (12, 0)}, convention="drees")
    assert found["t_smur_min"].to_numpy() == pytest.approx([2, 0], abs=0.03)
    assert found["nearest_smur"].tolist() == ["next", "next"]


def test_what_a_season_closes_is_counted_for_the_vehicle():
    """A track that is closed in winter is no road that winter closes for a car."""
    net = network(
        {"a": (0, 0), "b": (10, 0), "c": (12, 0)},
        [(("a", "b"), {}), (("b", "c"), {"highway": "living_street", "seasonal": "summer"})],
    )
    assert net.timed(SIXTY, "winter").roads.closed_by_season == 0
    assert net.timed("car", "winter").roads.closed_by_season == 1


def test_words_that_are_none_are_refused():
    for changes in (
        {"season": "autumn"},
        {"slot": "noon"},
        {"traffic": "jam"},
        {"definition": "all"},
        {"convention": "mine"},
    ):
        with pytest.raises(InputError, match="is none of the words of"):
            dataclasses.replace(HERE, **changes)


def test_a_winter_road_is_closed_in_summer():
    net = network(PASS, [(path, {"winter_road": "yes"} if path == ("m", "t") else {}) for path, _ in PASS_ROADS])
    minutes = [
        times_at(sites([("h", "SU", 0, 0)]), {"t": (10, 0)}, net, season=season)["t_su_min"].iloc[0]
        for season in ("winter", "summer")
    ]
    assert minutes == pytest.approx([10, AROUND], abs=0.1)


def test_a_valley_that_winter_cuts_off_is_not_computed_and_serves_itself():
    """Beyond the closed road people have roads and no way; a SU there still serves them."""
    places = {"s": (0, 0), "m": (5, 0), "t": (10, 0), "v": (12, 0), "w": (-30, 0)}
    net = network(places, [(("w", "s"), {}), (("s", "m"), {}), (("m", "t"), CLOSED), (("t", "v"), {})])
    care, inside = sites([("h", "SU", 0, 0)]), sites([("h", "SU", 0, 0), ("v", "SU", 12, 0)])
    found = times_at(care, {"near": (4, 0), "cut": (11, 0)}, net, season="winter")
    assert found["status"].tolist() == ["su_only", "not_computed"]
    assert found["beyond"].tolist() == [False, None]
    assert times_at(inside, {"near": (4, 0), "cut": (11, 0)}, net, season="winter")[
        "t_su_min"
    ].to_numpy() == pytest.approx([4, 1], abs=0.05)


def test_a_season_that_no_road_knows_is_told():
    heard = Heard()
    times_at(sites([("h", "SU", 0, 0)]), season="winter", progress=heard.progress)
    assert any("mark none as closed in the season winter: it closes none" in text for text in heard.warned)


def open_pass():
    """The same roads, all open; the pass is of another class, so that it is a road of its own."""
    return network(PASS, [(path, {"highway": "secondary"} if path == ("m", "t") else {}) for path, _ in PASS_ROADS])


def closures(shapes, **columns):
    return gpd.GeoDataFrame(
        columns,
        geometry=[shape if not isinstance(shape, tuple) else shapely.Point(km(*shape)) for shape in shapes],
        crs=2154,
    )


def line(*places):
    return shapely.LineString([km(*place) for place in places])


@pytest.mark.parametrize(
    "mark",
    [(7, 0.05), line((5.1, 0), (9.9, 0)), line((6, 0.01), (7, -0.01)), line((7, -0.3), (7, 0.3))],
    ids=["point", "line", "short line", "corridor across"],
)
def test_a_layer_closes_the_pass(mark):
    net = open_pass()
    heard = Heard()
    net = close_roads(net, closures([mark]), "passes", "all_year", progress=heard.progress)
    assert len(net.closures.edges("all_year")) >= 1
    assert times_at(sites([("h", "SU", 0, 0)]), {"t": (10, 0)}, net)["t_su_min"].iloc[0] == pytest.approx(
        AROUND, abs=0.1
    )
    assert any(
        text.startswith(
            "passes: closures that hold in the season whole year (no seasonal closure): 1; roads closed by them: 1 ("
        )
        for text in heard.said
    )


@pytest.mark.parametrize(
    ("said", "season", "closed"),
    [
        ("hiver", "winter", True),
        ("hiver", "summer", False),
        ("hiver", "all_year", False),
        ("", "all_year", True),
        ("annee", "summer", True),
        ("11-01/05-31", "winter", True),
        ("11-01/05-31", "summer", False),
    ],
)
def test_a_closure_holds_in_its_season(said, season, closed):
    net = open_pass()
    heard = Heard()
    net = close_roads(net, closures([(7, 0)], saison=[said]), "passes", season, progress=heard.progress)
    minutes = times_at(sites([("h", "SU", 0, 0)]), {"t": (10, 0)}, net, season=season)["t_su_min"].iloc[0]
    assert minutes == pytest.approx(AROUND if closed else 10, abs=0.1)
    assert (len(net.closures.edges(season)) > 0) == closed
    assert any("it closes nothing" in text for text in heard.warned) != closed


def test_a_line_along_a_street_spares_its_side_streets():
    """A street of 1.9 km with side streets of 55 m, which a line along it crosses or passes closely."""
    places = (
        {f"m{i}": (0.1 * i, 0) for i in range(20)}
        | {f"s{i}": (0.1 * i, 0.055) for i in range(1, 19)}
        | {"far": (1.9, 5)}
    )
    roads = [
        (tuple(f"m{i}" for i in range(20)), {}),
        *(((f"m{i}", f"s{i}"), {"highway": "residential"}) for i in range(1, 19)),
        (("m19", "far"), {"highway": "secondary"}),
    ]
    net = network(places, roads)
    net = close_roads(net, closures([line((0.0, 0.002), (1.0, -0.003), (1.9, 0.004))]), "works", "all_year")
    ways = net.arrays["edge_way"][0]
    assert set(ways[net.closures.edges("all_year")]) == {1} and len(net.closures.edges("all_year")) == (ways == 1).sum()


@pytest.mark.parametrize("length", [0.047, 0.06, 0.4])
def test_a_short_line_on_one_arm_of_a_crossroads_spares_the_others(length):
    arms = {"j": (0, 0), "n": (0, 1), "e": (1, 0), "s": (0, -1), "w": (-1, 0)}
    net = network(arms, [(("j", arm), {"highway": "secondary" if arm in "ns" else "primary"}) for arm in "nesw"])
    net = close_roads(net, closures([line((0.03, 0.003), (0.03 + length, 0.002))]), "works", "all_year")
    assert net.arrays["edge_way"][0][net.closures.edges("all_year")].tolist() == [2]


def test_closures_replace_those_before_and_may_meet_private_roads():
    net = network(
        PASS | {"p": (5, -3)},
        [
            *((path, {"highway": "secondary"} if path == ("m", "t") else {}) for path, _ in PASS_ROADS),
            (("m", "p"), {"access": "private"}),
        ],
    )
    for mark in ((7, 0), (7, 0), (5, -1)):
        net = close_roads(net, closures([mark]), "passes", "all_year")
        assert len(net.closures.edges("all_year")) == 1
    assert net.arrays["edge_way"][0][net.closures.edges("all_year")].tolist() == [5]


def test_who_lives_on_a_closed_road_does_not_live_at_the_next_one():
    """A village at the end of a closed road is not computed, however near as the crow flies.

    One at its beginning takes the open junction.
    """
    net = network(
        {"a": (0, 0), "b": (5, 0), "c": (5, 1.8), "d": (12, 0)},
        [(("a", "b"), {}), (("b", "c"), {"highway": "secondary"}), (("b", "d"), {})],
    )
    heard = Heard()
    net = close_roads(net, closures([(5, 1)]), "avalanche", "all_year")
    found, lost = travel_times(
        in_force(net, sites([("h", "SU", 0, 0)]), HERE, progress=heard.progress),
        points({"foot": (5, 0.2), "village": (5, 1.8)}, population=[1.0, 50.0]),
        progress=heard.progress,
    )
    assert found["status"].tolist() == ["su_only", "not_computed"]
    assert found["beyond"].tolist() == [False, None] and found["cut_off"].tolist() == [False, True]
    assert lost["reason"].tolist() == ["its road is closed"]
    assert any(text.startswith("1 place (50 people) has roads but no way") for text in heard.warned)
    with pytest.raises(InputError, match="Sites h stand on roads that are closed"):
        travel_times(in_force(net, sites([("h", "SU", 5, 1.8)]), HERE), points({"p": (1, 0)}))


def test_a_closure_that_closes_nothing_is_refused():
    net = open_pass()
    with pytest.raises(InputError, match="passes: the features 1, 2 lie on no road"):
        close_roads(net, closures([(7, 0), (7, 0.2), line((2, 3), (2.2, 3))]), "passes", "winter")
    with pytest.raises(InputError, match="has no feature"):
        close_roads(net, closures([]), "passes", "winter")
    with pytest.raises(InputError, match="unknown season in feature 0"):
        close_roads(net, closures([(7, 0)], season=["printemps"]), "passes", "winter")
    with pytest.raises(InputError, match="feature 0 is neither a point nor a line"):
        close_roads(net, closures([shapely.Point(km(7, 0)).buffer(10)]), "passes", "winter")
    assert net.closures is NONE


# Definitions and the range


def four():
    """SU in the west, SMUR in the east, MCS between them; people in between."""
    care = sites([("h", "SU", 0, 0), ("t", "SMUR", 40, 0), ("m", "MCS", 20, 0)])
    return care, points({"w": (2, 0), "c": (18, 0), "e": (39, 0)}, population=[100.0, 10, 1])


@pytest.mark.parametrize(
    ("definition", "minutes", "beyond"),
    [("emergency", [2, 18, 1], 10), ("su", [2, 18, 39], 11), ("smur", [38, 22, 1], 110), ("first_care", [2, 2, 1], 0)],
)
def test_each_definition_has_its_own_figure_and_all_are_told(definition, minutes, beyond):
    care, people = four()
    setting = dataclasses.replace(HERE, definition=definition, threshold=15.0)
    found = find_gaps(in_force(network(LINE, ROAD), care, setting), People(people))
    total = found.summary.iloc[0]
    assert found.places[setting.column].to_numpy() == pytest.approx(minutes, abs=0.05)
    assert total["beyond"] == beyond == found.areas["population"].sum()
    assert found.places["beyond"].tolist() == [value > 15 for value in minutes]
    assert (total["beyond_su"], total["beyond_smur"], total["beyond_first_care"]) == (11, 110, 0)
    assert found.places["t_smur_min"].to_numpy() == pytest.approx([38, 22, 1], abs=0.05)  # never replaced by the MCS's


def test_a_definition_without_its_sites_is_refused():
    with pytest.raises(InputError, match="definition “SMUR alone” counts"):
        times_at(sites([("h", "SU", 0, 0)]), definition="smur")
    summary = find_gaps(
        in_force(network(LINE, ROAD), sites([("h", "SU", 0, 0)]), HERE), People(points({"p": (1, 0)}, population=[5.0]))
    ).summary
    assert summary["beyond_smur"].isna().all() and summary["beyond_first_care"].isna().all()


def test_the_range_by_hand(tmp_path):
    """A range of 0.8 and 1.5: 20 minutes are 16 or 30, and start delays are nobody's speed."""
    text = (
        Path(SIXTY)
        .read_text(encoding="utf-8")
        .replace("low = 1.0\nhigh = 1.0", "low = 0.8\nhigh = 1.5")
        .replace('"sixty"', '"wide"')
    )
    profile = tmp_path / "wide.toml"
    profile.write_text(text, encoding="utf-8")
    care = sites([("h", "SMUR", 0, 0)], delay_min=[4])
    setting = dataclasses.replace(HERE, profile=str(profile), profile_smur=str(profile), threshold=25.0)
    found = find_gaps(
        in_force(network(LINE, ROAD), care, setting),
        People(points({"p": (20, 0), "q": (24, 0)}, population=[10.0, 1.0])),
    )
    assert found.places["t_emergency_min"].to_numpy() == pytest.approx([24, 28], abs=0.05)
    assert found.places["t_low_min"].to_numpy() == pytest.approx([20, 23.2], abs=0.05)
    assert found.places["t_high_min"].to_numpy() == pytest.approx([34, 40], abs=0.05)
    assert found.summary.iloc[0][["beyond_low", "beyond", "beyond_high"]].tolist() == [0, 1, 11]


def test_the_range_holds_the_central_figure_on_real_roads(sample_network):
    from test_areas import VADUZ, at

    rng = np.random.default_rng(5)
    where = gpd.GeoDataFrame(
        {"population": 1.0},
        index=range(300),
        geometry=gpd.points_from_xy(
            *sample_network.arrays["node_xy"][rng.integers(0, sample_network.node_count, 300)].T
        ),
        crs=sample_network.crs,
    )
    found, _ = travel_times(in_force(sample_network, at(*VADUZ), Setting(threshold=10)), where)
    known = found["t_emergency_min"].notna()
    assert known.sum() > 250
    ratio = (
        found.loc[known & (found["t_emergency_min"] > 1), ["t_low_min", "t_high_min"]]
        .div(found["t_emergency_min"], axis=0)
        .dropna()
    )
    assert ratio["t_low_min"].between(0.9, 0.91).all() and ratio["t_high_min"].between(1.1, 1.11).all()


def test_conventions_side_by_side_keep_the_range_and_the_definition():
    care = sites([("h", "SU", 3, 0), ("t", "SMUR", 38, 0)], insee=["01001", "01003"])
    people = points({"01001": (0, 0), "01002": (10, 0), "01003": (35, 0)}, population=[1.0, 10, 100])
    found = {
        convention: find_gaps(
            in_force(network(LINE, ROAD), care, dataclasses.replace(HERE, convention=convention, threshold=9.0)),
            People(people),
        )
        for convention in ("fine", "drees")
    }
    assert found["fine"].places["t_emergency_min"].to_numpy() == pytest.approx([3, 7, 3], abs=0.05)
    assert found["drees"].places["t_emergency_min"].to_numpy() == pytest.approx([0, 10, 0], abs=0.05)
    assert [found[name].summary.iloc[0]["beyond"] for name in ("fine", "drees")] == [0, 10]
    levels = found["drees"].summary.set_index("level")
    assert levels.loc["departement", "beyond"] == levels.loc["region", "beyond"] == 10
    assert levels.loc["total", ["communes", "communes_beyond"]].tolist() == [3, 1]


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.001, 0.001), (-0.002, 0.002), (0.003, -0.003)], ids=str)
def test_a_line_along_a_dual_carriageway_closes_both(shift):
    """Two one-way roads 14 m apart, the line in their median or tilting in it."""
    places = {"a": (0, 0.007), "b": (5, 0.007), "c": (5, -0.007), "d": (0, -0.007), "w": (-3, 0), "e": (8, 0)}
    roads = [
        (("b", "a"), {"oneway": "yes", "highway": "trunk"}),
        (("d", "c"), {"oneway": "yes", "highway": "trunk"}),
        (("w", "a"), {}),
        (("w", "d"), {}),
        (("b", "e"), {}),
        (("c", "e"), {}),
    ]
    net = network(places, roads)
    net = close_roads(net, closures([line((0.05, shift[0]), (4.95, shift[1]))]), "works", "all_year")
    assert sorted(net.arrays["edge_way"][0][net.closures.edges("all_year")].tolist()) == [1, 2]

"""Slots, seasons, closures, definitions and the range: what changes with when and with what counts."""

import dataclasses
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from heard import Heard
from paths import SIXTY
from small import km, network, points, sites

from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.defaults import SLOTS
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.closed_roads import NONE
from access_plugin.engine.network.closures import close_roads
from access_plugin.engine.sites.slots import moments_of

HERE = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)
LINE = {"a": (0, 0), "b": (40, 0)}
ROAD = [(("a", "b"), {})]
PLACES = {"p": (1, 0), "q": (19, 0), "r": (39, 0)}


def times_at(care, places=PLACES, net=None, progress=None, **changes):
    setting = dataclasses.replace(HERE, **changes)
    heard = {"progress": progress} if progress else {}
    return travel_times(in_force(net or network(LINE, ROAD), care, setting, **heard), points(places), **heard)[0]


# Slots


def by_day(hours):
    """A SU always open far in the west, another one in the east with hours of its own."""
    return sites([("west", "SU", 0, 0), ("east", "SU", 40, 0)], hours=["24/7", hours])


@pytest.mark.parametrize(
    ("hours", "slot", "minutes", "share"),
    [
        ("24/7", "night", [1, 19, 1], 1.0),
        ("Mo-Fr 08:00-20:00; Sa 08:00-12:00", "day", [1, 19, 1], 1.0),
        ("Mo-Fr 08:00-20:00; Sa 08:00-12:00", "night", [1, 19, 39], 0.0),
        ("08:00-20:00", "weekend", [1, 19, 1], 1.0),
        ("08:00-20:00", "evening", [1, 19, 39], 0.0),
        ("20:00-08:00", "evening", [1, 19, 1], 1.0),
        ("08:00-20:00", "worst", [1, 19, 39], 0.5),  # half of the week
        ("Mo-Fr 09:00-20:00; Sa 08:00-12:00", "day", [1, 19, 39], 59 / 64),  # an hour of five mornings of 64 hours
        ("08:00-20:00", "all_open", [1, 19, 1], 1.0),
    ],
)
def test_the_time_of_a_slot_holds_at_each_of_its_moments(hours, slot, minutes, share):
    found = times_at(by_day(hours), slot=slot)
    assert found["t_su_min"].to_numpy() == pytest.approx(minutes, abs=0.05)
    assert found["covered_share"].iloc[2] == pytest.approx(share)
    assert found["beyond"].tolist() == [False, False, minutes[2] > 30]
    assert found["covered_share"].iloc[:2].tolist() == [1, 1]


def test_the_worst_slot_is_the_worst_of_the_slots():
    rng = np.random.default_rng(3)
    texts = [
        "Mo-Fr 08:00-18:30",
        "24/7",
        "18:00-02:00",
        "Sa-Su 10:00-16:00",
        "Mo,We 09:00-12:00,14:00-18:00",
        "Tu 00:00-24:00",
    ]
    care = sites(
        [
            (f"s{i}", role, float(x), 0)
            for i, (role, x) in enumerate(zip(rng.choice(["SU", "SMUR"], 12), rng.uniform(0, 40, 12)))
        ],
        hours=[texts[i % 6] for i in range(12)],
    )
    found = {slot: times_at(care, {f"p{i}": (i, 0) for i in range(41)}, slot=slot) for slot in SLOTS}
    for column in ("t_su_min", "t_smur_min", "t_emergency_min"):
        parts = np.column_stack([found[slot][column] for slot in ("day", "evening", "night", "weekend")])
        # the hours of Saturday noon and Sunday belong to no other slot
        assert (found["worst"][column] >= np.nanmax(parts, axis=1) - 1e-9).all()
        assert (found["all_open"][column] <= np.nanmin(parts, axis=1) + 1e-9).all()
    assert (
        found["worst"]["t_emergency_min"] <= np.fmin(found["worst"]["t_su_min"], found["worst"]["t_smur_min"]) + 1e-9
    ).all()


def test_emergency_is_the_worst_moment_of_the_better_leg():
    """A SU by day and a SMUR by night at one place: care at every moment, though neither leg has one."""
    care = sites([("su", "SU", 0, 0), ("smur", "SMUR", 0, 0)], hours=["08:00-20:00", "20:00-08:00"])
    found = times_at(care, {"p": (10, 0)}, slot="worst").iloc[0]
    assert np.isnan(found["t_su_min"]) and np.isnan(found["t_smur_min"])
    assert found["t_emergency_min"] == pytest.approx(10, abs=0.05)
    # they take turns: the one at the first of the worst moments
    assert (found["status"], found["beyond"]) == ("smur_only", False)


@pytest.mark.parametrize(
    ("hours", "status"), [("08:00-20:00", "su_only"), ("20:00-08:00", "su_only"), ("24/7", "su_and_smur")]
)
def test_the_status_of_a_slot_claims_nothing_that_is_not_there_throughout(hours, status):
    """A SU that is nearest and always open, a SMUR with hours: whichever comes first in the week."""
    care = sites([("su", "SU", 0, 0), ("smur", "SMUR", 1, 0)], hours=["24/7", hours])
    assert times_at(care, {"p": (0.2, 0)}, slot="worst")["status"].tolist() == [status]


def test_statuses_agree_with_the_times_of_their_row():
    rng = np.random.default_rng(8)
    texts = ["Mo-Fr 08:00-18:30", "24/7", "18:00-02:00", "Sa-Su 10:00-16:00", ""]
    for _ in range(12):
        roles, x = rng.choice(["SU", "SMUR", "MCS"], 8), rng.uniform(0, 40, 8)
        care = sites(
            [("always", "SU", 0, 0), *((f"s{i}", role, float(at), 0) for i, (role, at) in enumerate(zip(roles, x)))],
            hours=["24/7", *rng.choice(texts, 8)],
        )
        found = times_at(care, {f"p{i}": (2 * i, 0) for i in range(21)}, slot="worst", threshold=12.0)
        within = {leg: found[f"t_{leg}_min"] <= 12 for leg in ("su", "smur", "mcs")}
        claims = {"su_and_smur": ("su", "smur"), "su_only": ("su",), "smur_only": ("smur",), "mcs_only": ("mcs",)}
        for status, legs in claims.items():
            rows = (found["status"] == status) & ~((found["t_emergency_min"] <= 12) & ~within["su"] & ~within["smur"])
            assert all(within[leg][rows].all() for leg in legs)
        assert ((found["status"].isin(["beyond", "mcs_only"])) == (found["t_emergency_min"] > 12)).all()


def test_areas_and_places_take_each_leg_by_its_own_profile(tmp_path):
    """A private road that only the team may take: the people at its end are reached, and the area is drawn there."""
    base = Path(SIXTY).as_posix()
    (tmp_path / "team.toml").write_text(
        f'[profile]\nid = "team"\nname = "team"\nsource = "tests"\nbase = "{base}"\n[access]\nopen = ["open", '
        '"private"]\n',
        encoding="utf-8",
    )
    net = network(
        {"a": (0, 0), "b": (10, 0), "c": (10, 5), "d": (14, 0)},
        [(("a", "b"), {}), (("b", "c"), {"access": "private", "highway": "secondary"}), (("b", "d"), {})],
    )
    people = points({"end": (10, 4.9), "public": (9, 0)}, population=[100.0, 10.0])
    team = str(tmp_path / "team.toml")
    care = sites([("t", "SMUR", 0, 0)])
    for smur, minutes, counted in ((team, 14.9, 110), (SIXTY, np.nan, 10)):
        setting = dataclasses.replace(HERE, profile_smur=smur, threshold=20.0)
        found, lost = travel_times(in_force(net, care, dataclasses.replace(setting, definition="smur")), people)
        assert found["t_smur_min"].to_numpy() == pytest.approx([minutes, 9], abs=0.05, nan_ok=True)
        assert len(lost) == (0 if smur == team else 1)
        areas = isochrones(in_force_of_roles(net, care, ["SMUR"], setting), [20.0], population=people)
        assert areas["population"].sum() == counted
        assert areas.geometry.iloc[0].contains(shapely.Point(km(10, 4.5))) == (smur == team)


def test_moments_against_every_minute_of_the_week():
    """The moments that are searched are those that looking at each minute would find."""
    from access_plugin.engine.sites.hours import open_minutes

    hours = ["Mo-Fr 08:00-18:30", "24/7", "18:00-02:00", "Sa-Su 10:00-16:00", "Mo,We 09:00-12:00,14:00-18:00"]
    care = sites([(f"s{i}", "SU", i, 0) for i in range(5)], hours=hours)
    week = np.array([open_minutes(text) for text in hours])
    moments = moments_of(care, "worst")
    assert sum(moment.minutes for moment in moments) == 10080
    for moment in moments:
        assert (week == moment.open[:, None]).all(axis=0).sum() == moment.minutes


def test_roles_that_are_not_open_day_and_night_need_hours():
    heard = Heard()
    care = sites([("su", "SU", 0, 0), ("amu", "AMU", 40, 0)])
    assert times_at(care, slot="night", progress=heard.progress)["t_su_min"].iloc[2] == pytest.approx(39, abs=0.05)
    assert any("Sites amu have no hours" in text for text in heard.warned)
    heard = Heard()
    assert times_at(care, progress=heard.progress)["t_su_min"].iloc[2] == pytest.approx(1, abs=0.05)
    assert any("Opening hours are not applied: 1 site that is" in text for text in heard.warned)


def test_a_slot_in_which_nobody_is_open():
    with pytest.raises(InputError, match="No site is open during the slot night"):
        times_at(sites([("su", "SU", 0, 0)], hours=["08:00-20:00"]), slot="night")
    with pytest.raises(InputError, match="impossible opening hours"):
        sites([("su", "SU", 0, 0)], hours=["Mo off"])


def test_what_nobody_reaches_at_one_moment_is_not_computed():
    care = sites([("su", "SU", 0, 0)], hours=["08:00-20:00"])
    found = times_at(care, {"p": (10, 0)}, slot="worst").iloc[0]
    assert (found["status"], found["beyond"]) == ("not_computed", None)
    assert found["covered_share"] == pytest.approx(0.5)


def test_areas_and_places_agree_in_a_slot():
    net, care = network(LINE, ROAD), by_day("08:00-20:00")
    areas = {
        slot: isochrones(
            in_force_of_roles(net, care, ["SU"], dataclasses.replace(HERE, slot=slot)), [10.0]
        ).geometry.iloc[0]
        for slot in ("day", "night")
    }
    east = shapely.Point(km(38, 0))
    assert areas["day"].contains(east) and not areas["night"].contains(east)
    assert areas["night"].contains(shapely.Point(km(2, 0)))


def test_start_delays_and_seasons_of_sites_go_on_in_slots():
    care = sites(
        [("w", "SMUR", 0, 0), ("e", "SMUR", 40, 0)], hours=["", "08:00-20:00"], delay_min=[3, 0], season=["", "hiver"]
    )
    assert times_at(care, slot="day", season="winter")["t_smur_min"].to_numpy() == pytest.approx([4, 21, 1], abs=0.05)
    assert times_at(care, slot="day", season="summer")["t_smur_min"].to_numpy() == pytest.approx([4, 22, 42], abs=0.05)
    assert times_at(care, slot="night", season="winter")["t_smur_min"].to_numpy() == pytest.approx(
        [4, 22, 42], abs=0.05
    )


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
    with pytest.raises(InputError, match="unknown season in features 0"):
        close_roads(net, closures([(7, 0)], season=["printemps"]), "passes", "winter")
    with pytest.raises(InputError, match="features 0 are neither points nor lines"):
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


def test_places_areas_and_figures_agree_where_the_definition_has_nothing_open():
    """A SU by day alone beside a SMUR.

    At night nobody has an emergency department, and that is an answer, not an error.
    """
    care = sites([("su", "SU", 0, 0), ("smur", "SMUR", 0, 0)], hours=["08:00-20:00", "24/7"])
    heard = Heard()
    found = find_gaps(
        in_force(
            network(LINE, ROAD), care, dataclasses.replace(HERE, definition="su", slot="night"), progress=heard.progress
        ),
        People(points({"p": (10, 0)}, population=[7.0])),
        progress=heard.progress,
    )
    assert found.summary.iloc[0][["beyond", "not_computed"]].tolist() == [0, 7]
    assert len(found.areas) == 0
    assert any("no site that counts (SU) is open" in text for text in heard.warned)

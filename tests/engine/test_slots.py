"""Parts of the week: what holds at every moment of a slot, by the hours of sites."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import shapely
from heard import Heard
from one_road import LINE, ROAD, times_at
from paths import SIXTY
from small import HERE, km, network, points, sites

from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.people import People
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.defaults import SLOTS
from access_plugin.engine.errors import InputError
from access_plugin.engine.sites.slots import moments_of


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
    assert any("Site amu has no hours" in text for text in heard.warned)
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

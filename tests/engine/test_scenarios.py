"""Scenarios before and after, mountain practices, and how robust an answer is: small roads by hand."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
from paths import SIXTY
from small import HERE, network, points, sites

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.placement.mountain import MountainRules, place_mountain, with_emergencies
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.placement.robustness import Variant, _marks, robustness
from access_plugin.engine.placement.scenario import changes, compare_scenarios, scenario
from access_plugin.engine.placement.suggest import suggest_sites
from access_plugin.engine.progress import SILENT, Progress

LINE = {"a": (0, 0), "b": (90, 0)}
WITH_MCS = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY, definition="first_care")


def line():
    return network(LINE, [(("a", "b"), {})])


def people():
    return points(
        {"near": (10, 0), "far": (45, 0), "end": (80, 0), "lost": (50, 9)},
        population=[500.0, 70, 40, 9],
        name=["Near", "Far", "End", "Lost"],
    )


def test_changes_word_by_word():
    nan = np.nan
    before, after = (
        np.array([40, 20, 25, 20, 25, 45, nan, nan, nan, 20, 45, 30.0]),
        np.array([30, 31, 20, 25, 25, 40, nan, 20, 50, nan, nan, 30.0000001]),
    )
    assert changes(before, after, 30.0).tolist() == [
        "gained",
        "lost",
        "sooner",
        "later",
        "same",
        "sooner",
        "not_computed",
        "gained",
        "sooner",
        "lost",
        "later",
        "lost",
    ]


def test_before_and_after_by_hand():
    heard = []
    before, after = sites([("h", "SU", 0, 0)]), sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)])
    places, summary = compare_scenarios(
        scenario("before", line(), before, WITH_MCS, Progress(on_message=heard.append)),
        scenario("after", line(), after, WITH_MCS, Progress(on_message=heard.append)),
        People(people()),
        progress=Progress(on_message=heard.append),
    )
    assert places["change"].tolist() == ["same", "gained", "gained", "not_computed"]
    assert places["t_before_min"].to_numpy()[:3] == pytest.approx([10, 45, 80], abs=0.1)
    assert places["t_after_min"].to_numpy()[:3] == pytest.approx([10, 15, 20], abs=0.1)
    assert places["difference_min"].to_numpy()[:3] == pytest.approx([0, -30, -60], abs=0.1)
    assert summary[["scenario", "level", "beyond"]].head(2).to_numpy().tolist() == [
        ["before", "total", 110.0],
        ["after", "total", 0.0],
    ]
    assert summary["beyond_change"].tolist()[1] == -110
    assert "110 people come within 30 minutes, 0 fall out" in heard[-1]


def test_care_that_stops_at_night_is_not_taken_for_an_improvement():
    """Nobody has a time at every moment after: not computed, and that is said and counted."""
    heard = []
    week = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY, slot="worst")
    before, after = sites([("h", "SU", 0, 0)]), sites([("h", "SU", 0, 0)], hours=["Mo-Su 08:00-20:00"])
    places, summary = compare_scenarios(
        scenario("before", line(), before, week, Progress(on_warning=heard.append)),
        scenario("after", line(), after, week, Progress(on_warning=heard.append)),
        People(people()),
        progress=Progress(on_warning=heard.append),
    )
    total = summary[summary["level"] == "total"].set_index("scenario")
    assert (total.loc["after", "beyond_change"], total.loc["after", "not_computed_change"]) == (-110, 610)
    assert any("610 people have a time before and none after" in text for text in heard)
    assert places["change"].tolist()[0] == "lost"


def test_the_only_team_closes():
    """Then nobody has one: that is the answer, and no mistake of the list.

    Where neither scenario has one, it is a mistake.
    """
    heard = []
    of_teams = dataclasses.replace(HERE, definition="smur")
    before, after = sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)]), sites([("h", "SU", 0, 0)])
    places, summary = compare_scenarios(
        scenario("before", line(), before, of_teams, Progress(on_warning=heard.append)),
        scenario("after", line(), after, of_teams, Progress(on_warning=heard.append)),
        People(people()),
        progress=Progress(on_warning=heard.append),
    )
    assert (
        places["change"].tolist() == ["lost", "later", "later", "not_computed"] and places["t_after_min"].isna().all()
    )
    total = summary[summary["level"] == "total"].set_index("scenario")
    assert total.loc["after", ["beyond", "not_computed", "beyond_change", "not_computed_change"]].tolist() == [
        0,
        619,
        -110,
        610,
    ]
    assert any(
        text.startswith("AFTER: no site has a role that the definition “SMUR alone” counts") for text in heard
    ), heard
    assert not any("no way to any site" in text and "610" in text for text in heard)
    back, _ = compare_scenarios(
        scenario("before", line(), after, of_teams, SILENT),
        scenario("after", line(), before, of_teams, SILENT),
        People(people()),
    )
    assert back["change"].tolist() == ["gained", "sooner", "sooner", "not_computed"]
    with pytest.raises(InputError, match="BEFORE: No site has a role that the definition"):
        compare_scenarios(
            scenario("before", line(), after, of_teams, SILENT),
            scenario("after", line(), after, of_teams, SILENT),
            People(people()),
        )


def test_a_team_of_the_winter_alone_is_none_in_summer():
    summer = dataclasses.replace(HERE, definition="smur", season="summer")
    before, after = (sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)], season=["", season]) for season in ("", "winter"))
    places, _ = compare_scenarios(
        scenario("before", line(), before, summer, SILENT),
        scenario("after", line(), after, summer, SILENT),
        People(people()),
    )
    assert places["change"].tolist()[0] == "lost"


def test_a_site_that_closes_and_territories():
    import geopandas as gpd
    import shapely
    from small import km

    before, after = sites([("h", "SU", 0, 0), ("g", "SU", 60, 0)]), sites([("h", "SU", 0, 0)])
    areas = gpd.GeoDataFrame(
        {"code": ["W", "E"], "name": ["West", "East"]},
        geometry=[shapely.box(*km(-5, -9), *km(30, 9.5)), shapely.box(*km(30, -9), *km(95, 9.5))],
        crs=2154,
    )
    places, summary = compare_scenarios(
        scenario("before", line(), before, HERE, SILENT),
        scenario("after", line(), after, HERE, SILENT),
        People(people(), areas),
    )
    assert places["change"].tolist() == ["same", "lost", "lost", "not_computed"]
    rows = summary[summary["level"] == "territory"]
    assert rows[["code", "scenario", "beyond"]].to_numpy().tolist() == [
        ["E", "before", 0],
        ["E", "after", 110],
        ["W", "before", 0],
        ["W", "after", 0],
    ]


def test_scenarios_that_differ_by_what_does_not_count():
    heard = []
    compare_scenarios(
        scenario("before", line(), sites([("h", "SU", 0, 0)]), HERE, Progress(on_warning=heard.append)),
        scenario(
            "after", line(), sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)]), HERE, Progress(on_warning=heard.append)
        ),
        People(people()),
        progress=Progress(on_warning=heard.append),
    )
    assert any("MCS alone" in text and "first_care" not in text and "does not count" in text for text in heard)
    with pytest.raises(InputError, match="BEFORE: No site has an emergency role"):
        compare_scenarios(
            scenario("before", line(), sites([("m", "MCS", 60, 0)]), HERE, SILENT),
            scenario("after", line(), sites([("m", "MCS", 60, 0)]), HERE, SILENT),
            People(people()),
        )


# the mountain: a valley road with an SU at 0, resorts at 35, 45, 70, 16 and 60
RESORTS = {"r1": (35, 0), "r2": (45, 0), "r3": (70, 0), "r4": (16, 0), "r5": (60, 0)}


def mountain(
    number=1, care=None, rules=MountainRules(least_su_min=20, least_people=100), progress=Progress(), **request
):
    places = points(
        RESORTS,
        seasonal_population=[3000.0, 4000, 2000, 9000, 50],
        population=[30.0, 40, 20, 90, 5],
        name=["Un", "Deux", "Trois", "Quatre", "Cinq"],
    )
    candidates = read_candidates(
        points(
            RESORTS,
            level=["1", "2", "2", "2", "2"],
            doctors=[1, 1, 0, 1, 1],
            name=["Un", "Deux", "Trois", "Quatre", "Cinq"],
        ),
        "resorts",
    )
    care = sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)]) if care is None else care
    return place_mountain(
        in_force(line(), care, HERE, progress=progress),
        People(places),
        Question(candidates, Request(number=number, model="pmedian", weight="seasonal_population", **request)),
        rules=rules,
        progress=progress,
    )


def test_mountain_practices_by_hand():
    """Minutes × people spared by r2 at 45.

    3000 × (35 − 10) + 4000 × 45 + 2000 × (70 − 25) + 50 × (60 − 15) = 347 250; r1 spares 3000 × 35 + 4000 × 35 + 2000 ×
    35 + 50 × 35 = 316 750.
    """
    found, account = mountain()
    assert found.chosen["id"].tolist() == ["r2"]
    assert found.chosen["gain"].iloc[0] == pytest.approx(347_250, rel=0.003)
    by_id = account.set_index("id")
    assert by_id["gain_alone"].to_dict() == pytest.approx(
        {"r2": 347_250, "r1": 316_750, "r3": 222_500, "r4": 288_800, "r5": 273_000}, rel=0.003
    )
    assert account["id"].tolist()[:3] == ["r2", "r1", "r3"]
    assert by_id["why_not"].to_dict() == {"r1": "", "r2": "", "r3": "", "r4": "su_near", "r5": "few_people"}
    assert by_id["rank"].astype(object).where(by_id["rank"].notna(), None).to_dict() == {
        "r1": 2,
        "r2": 1,
        "r3": 3,
        "r4": None,
        "r5": None,
    }
    assert by_id.loc["r2", "chosen"] == 1
    assert by_id.loc["r2", "reason"].startswith(
        "1. Deux: people of the season 4,000, 45.0 minutes from a technical platform; by itself a practice would "
        "gain 347,"
    )
    assert (
        by_id.loc["r4", "reason"]
        == "Quatre: no candidate, an emergency department is 16.0 minutes away (more than 20 are asked for)."
    )
    assert "50 people of the season (at least 100" in by_id.loc["r5", "reason"]
    assert "not chosen: beside the one that is, it would gain" in by_id.loc["r1", "reason"]


def test_the_people_of_a_resort_are_its_own_those_of_its_commune_or_unknown():
    """By its field; by its code; by the territory that it lies in; else unknown, which leaves it in and is said."""
    import geopandas as gpd
    import shapely
    from small import km

    places = points({"38001": (45, 0)}, seasonal_population=[400.0], population=[4.0])
    area = gpd.GeoDataFrame(
        {"code": ["38001"], "name": ["Un"]}, geometry=[shapely.box(*km(40, -5), *km(50, 5))], crs=2154
    )

    def ask(candidates, heard=None, territories=None):
        request = Request(model="pmedian", weight="seasonal_population")
        return place_mountain(
            in_force(line(), sites([("h", "SU", 0, 0)]), HERE),
            People(places, territories),
            Question(read_candidates(candidates, "resorts"), request),
            rules=MountainRules(20, 300),
            progress=Progress(on_warning=(heard if heard is not None else []).append),
        )[1]

    assert ask(points({"x": (44, 0)}, seasonal_population=[7.0]))["people"].tolist() == [7]
    assert ask(points({"38001": (44, 0)}))["people"].tolist() == [400]
    assert ask(points({"x": (44, 0)}), territories=area)["people"].tolist() == [400]
    heard = []
    account = ask(points({"x": (44, 0)}), heard)
    assert np.isnan(account["people"].iloc[0]) and account["why_not"].tolist() == [""]
    assert "people of the season unknown" in account["reason"].iloc[0]
    assert any("people of the resorts x are not known" in text for text in heard)


def test_only_level_two_with_an_mcs_counts_for_emergencies():
    """r2 (level 2, one MCS) brings r1, itself, r5 and r3 within 30 minutes; r1 is of level 1, r3 has no MCS."""
    found, account = mountain()
    assert found.chosen["emergency_people"].tolist() == [3000 + 4000 + 2000 + 50]
    assert "With its MCS, 9,050 people more would have first care within 30 minutes." in found.chosen["reason"].iloc[0]
    by_id = account.set_index("id")
    assert by_id["emergency_level"].to_dict() == {"r1": False, "r2": True, "r3": False, "r4": True, "r5": True}
    assert by_id["emergency_people"].to_dict() == {"r1": 0, "r2": 9050, "r3": 0, "r4": 3000 + 4000, "r5": 9050}
    alone, _ = mountain(forbidden=("r2", "r3"))
    assert alone.chosen["id"].tolist() == ["r1"]
    assert alone.chosen["emergency_people"].tolist() == [0]
    assert alone.chosen["reason"].iloc[0].endswith("It would not count for emergencies (level 1, or no MCS).")


def test_practices_that_exist_are_platforms_and_those_of_level_two_with_an_mcs_give_first_care():
    care = sites(
        [("h", "SU", 0, 0), ("t", "SMUR", 0, 0), ("k", "CABINET_MONTAGNE", 45, 0)],
        level=["", "", "2"],
        doctors=[0, 0, 1],
    )
    found, account = mountain(care=care)
    assert account.set_index("id").loc["r2", "t_platform_min"] == pytest.approx(0, abs=0.01)
    assert found.chosen["id"].tolist() == ["r3"]  # 2000 × 25; r1 spares 3000 × 10
    assert account["emergency_people"].max() == 0  # all of them have first care already


def test_resorts_are_driven_down_to_not_from():
    """The way down is short, the way up long: the time of a patient counts."""
    net = network(LINE, [(("a", "b"), {"oneway": "-1"}), (("a", "b"), {"maxspeed": "30", "oneway": "yes"})])
    places = points({"p": (40, 0)}, seasonal_population=[100.0], population=[1.0])
    candidates = read_candidates(points({"r": (30, 0)}), "resorts")
    found, account = place_mountain(
        in_force(net, sites([("h", "SU", 0, 0)]), HERE),
        People(places),
        Question(candidates, Request(model="pmedian", weight="seasonal_population")),
        rules=MountainRules(20, 0),
    )
    assert found.demand["t_before_min"].iloc[0] == pytest.approx(40, abs=0.1)
    assert found.demand["t_after_min"].iloc[0] == pytest.approx(10, abs=0.1)


def asked(care, **request):
    candidates = read_candidates(
        points({"c1": (40, 0), "c3": (74.9, 0), "c5": (76, 0)}, name=["one", "three", "five"]), "candidates"
    )
    request = Request(**{"number": 1} | request)
    times, _ = travel_times(in_force(line(), care, HERE), people())
    return suggest_sites(
        in_force(line(), care, HERE), People(people()), Question(candidates, request), times=times
    ), times


def test_places_that_most_variants_choose_again_are_robust():
    """c3 serves “far” in 29.9 minutes.

    10 % slower it does not, and “far” counts more than “end”, so that c1 is chosen; quicker, c3 and c5 do as well.
    """
    care, heard = sites([("h", "SU", 0, 0)]), []
    found, times = asked(care)
    assert found.chosen["id"].tolist() == ["c3"]
    chosen, table = robustness(
        in_force(line(), care, HERE, progress=Progress(on_message=heard.append)),
        People(people()),
        found,
        times=times,
        progress=Progress(on_message=heard.append),
    )
    assert table["variant"].tolist() == [
        "the answer itself",
        "speeds 10% lower",
        "speeds 10% higher",
        "winter",
        "without the place three",
    ]
    assert table["places"].tolist() == ["three", "one", "three", "three", "one"]
    assert table["new_places"].tolist() == ["", "one", "", "", "one"]
    assert table["kept"].tolist() == [1, 0, 1, 1, 0]
    assert chosen[["kept_in", "variants", "robust"]].to_numpy().tolist() == [[2, 3, True]]
    assert table["kind"].tolist() == ["", "slower", "quicker", "season", "absent"]
    assert heard[-1] == "Places chosen again under most kinds of change (4 variants): three."


def test_a_variant_that_cannot_be_answered_does_not_lose_the_answer():
    """The MCS stands on a road that winter closes: the season's row says so, the others are there."""
    net = network(LINE | {"c": (60, 10)}, [(("a", "b"), {}), (("b", "c"), {"access:conditional": "no @ (Nov-May)"})])
    care = sites([("h", "SU", 0, 0), ("m", "MCS", 60, 10)])
    candidates = read_candidates(points({"c1": (40, 0), "c3": (74.9, 0)}, name=["one", "three"]), "candidates")
    times, _ = travel_times(in_force(net, care, HERE), people())
    found = suggest_sites(in_force(net, care, HERE), People(people()), Question(candidates, Request()), times=times)
    heard = []
    chosen, table = robustness(
        in_force(net, care, HERE, progress=Progress(on_warning=heard.append)),
        People(people()),
        found,
        times=times,
        progress=Progress(on_warning=heard.append),
    )
    row = table[table["kind"] == "season"].iloc[0]
    assert "m stand on roads that are closed" in row["places"]
    assert np.isnan(row["gained"])
    assert len(table) == 5
    assert chosen["variants"].tolist() == [2]  # slower and quicker; that it is refused itself says nothing of it


@pytest.mark.parametrize(
    ("level", "counts"),
    [
        ("2", True),
        (2.0, True),
        ("niveau 2", True),
        ("N2", True),
        ("2,0", True),
        ("1", False),
        ("", False),
        ("deux", False),
        ("12", False),
    ],
)
def test_levels_as_lists_write_them(level, counts):
    heard = []
    assert with_emergencies(
        pd.DataFrame({"niveau": [level], "nb_mcs": [1]}), Progress(on_warning=heard.append)
    ).tolist() == [counts]
    assert bool(heard) == (level in ("deux", "12"))


def test_each_kind_of_change_counts_once():
    """However many doctors are absent one after the other, that is one kind.

    A place must stand more than half of the kinds, not of the variants.
    """
    ids = np.array(["a", "b", "c"], object)
    variants = [
        Variant("slower", "", HERE),
        Variant("quicker", "", HERE),
        Variant("season", "", HERE),
        *(Variant("absent", "", HERE, refused=row) for row in (0, 1)),
        Variant("absent", "", HERE, absent="m"),
    ]
    found = [["b"], ["b"], ["a", "b"], ["b"], ["a"], ["a", "b"]]
    marks = _marks(["a", "b", "c"], ids, list(zip(variants, found)))
    assert marks.to_numpy().tolist() == [[2, 4, False], [4, 4, True], [0, 4, False]]
    assert _marks(["a"], ids, []).isna().to_numpy().tolist() == [[False, False, True]]


def test_an_mcs_on_whom_people_depend_is_one_of_the_variants():
    care = sites([("h", "SU", 0, 0), ("m", "MCS", 20, 0)])
    found, times = asked(care)
    assert found.to_gain == 40  # the MCS has “far”
    _, table = robustness(in_force(line(), care, HERE), People(people()), found, times=times)
    assert table["variant"].tolist()[-1] == "without the MCS m"
    assert table.iloc[-1]["gained"] == 110


def test_a_cancel_keeps_the_variants_that_were_tried():
    care = sites([("h", "SU", 0, 0)])
    found, times = asked(care)
    asked_so_far = []
    progress = Progress(is_cancelled=lambda: len(asked_so_far) > 12, on_fraction=asked_so_far.append)
    chosen, table = robustness(
        in_force(line(), care, HERE, progress=progress), People(people()), found, times=times, progress=progress
    )
    assert 1 <= len(table) < 5
    assert "robust" in chosen
    assert pd.Series(chosen["variants"]).max() == min(len(table) - 1, 4)
    with pytest.raises(Cancelled):
        progress.check()


@pytest.mark.parametrize("slot", ["all_open", "night"])
def test_a_scenario_in_which_nothing_counts_is_an_answer(slot):
    """Only a health house is left: nobody has a time, whatever the part of the week."""
    setting = dataclasses.replace(HERE, slot=slot)
    before, after = (
        scenario(name, line(), sites([site]), setting, SILENT)
        for name, site in (("before", ("h", "SU", 0, 0)), ("after", ("m", "MSP", 0, 0)))
    )
    places, _ = compare_scenarios(before, after, People(people()))
    assert places["t_before_min"].notna().any() and places["t_after_min"].isna().all()


def test_an_su_on_an_island_of_roads_is_left_out_of_a_mountain_too():
    places = {"a": (0, 0), "b": (60, 0), "c": (0, 60), "d": (5, 60)}
    net = network(places, [(("a", "b"), {}), (("c", "d"), {})])
    care = in_force(net, sites([("h", "SU", 2, 60), ("t", "SMUR", 0, 0), ("p", "CABINET_MONTAGNE", 1, 0)]), HERE)
    resorts = read_candidates(
        points({"r": (50, 0)}, level=["2"], doctors=[1.0], seasonal_population=[5000.0]), "resorts"
    )
    request = Request(model="pmedian", weight="seasonal_population")
    residents = points({"v": (55, 0)}, population=[10.0], seasonal_population=[10.0])
    found, _ = place_mountain(care, People(residents), Question(resorts, request), rules=MountainRules(0, 0))
    assert found.chosen["id"].tolist() == ["r"]

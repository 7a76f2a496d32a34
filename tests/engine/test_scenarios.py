"""Scenarios before and after, and how robust an answer is: small roads by hand."""

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

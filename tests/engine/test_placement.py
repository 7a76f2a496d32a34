"""Suggestions of places on small roads by hand: what counts, what comes out, and what is refused."""

import dataclasses

import numpy as np
import pytest
from paths import SIXTY
from small import HERE, network, points, sites
from suggesting import LINE, suggest

from access_plugin.engine.access.care import in_force
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.placement.request import Question, Request, read_candidates
from access_plugin.engine.placement.suggest import suggest_sites
from access_plugin.engine.progress import Progress


def test_suggestion_by_hand():
    found = suggest(sites([("h", "SU", 0, 0)]), number=2)
    # “lost” is not computed and no demand; “far” and “end” lie beyond 30; c1 at 40 reaches “far”, c3 at 74.9 both
    assert found.to_gain == 110
    assert found.chosen["id"].tolist() == ["c3"]  # a second place would bring nobody more
    assert found.chosen[["rank", "gain", "cumulative_gain", "share"]].to_numpy().tolist() == [[1, 110, 110, 1]]
    assert found.demand["code"].tolist() == ["far", "end"]
    assert found.demand["t_before_min"].to_numpy() == pytest.approx([45, 80], abs=0.1)
    assert found.demand["t_after_min"].to_numpy() == pytest.approx([29.9, 5.1], abs=0.03)
    assert found.demand["site_id"].tolist() == ["c3", "c3"]
    assert found.curve["gained"].tolist() == [110, 110]
    assert found.curve["gap"].tolist() == [0, 0]


def test_ties_go_to_the_lowest_code_and_a_least_gain_is_respected():
    assert suggest(
        sites([("h", "SU", 0, 0)]), setting=Setting(threshold=20, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)
    ).chosen["id"].tolist() == ["c1"]
    found = suggest(sites([("h", "SU", 0, 0)]), min_gain=41.0)
    assert found.gained == 40  # “far” would be reached only 15 minutes sooner


def test_existing_responders_count_as_given():
    found = suggest(sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)]))
    assert found.to_gain == 0
    assert len(found.chosen) == len(found.demand) == 0
    assert "nothing to gain" in found.sentence(30.0)


def test_the_baseline_says_who_is_not_covered_yet():
    care = sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)])
    assert suggest(care).to_gain == 40
    assert suggest(care, baseline="smur").to_gain == 110


def test_which_fields_say_what_a_place_brings():
    found = suggest(sites([("h", "SU", 0, 0)]), number=2)
    row = found.chosen.iloc[0]
    assert (row["people"], row["communes"], row["week_share"]) == (110, 2, 1)
    assert row["covers"] == "far, end"
    assert row["reason"] == (
        "1. three: 110 inhabitants of 2 communes (far, end), today more than 30 minutes from an SU, SMUR or MCS, "
        "would be within 30 minutes, 100.0% of those to be gained; "
        "their mean time would fall from 58 to 21 minutes."
    )
    assert found.demand["candidates"].tolist() == [3, 1]
    assert found.demand["places_within"].tolist() == [1, 1]
    assert found.demand["t_baseline_min"].to_numpy() == pytest.approx([45, 80], abs=0.1)
    assert found.demand["covered_share"].tolist() == [1, 1]
    assert found.curve[["marginal", "people", "flattens"]].to_numpy().tolist() == [[110, 110, False], [0, 110, False]]
    assert found.curve["max_min"].to_numpy() == pytest.approx([29.9, 29.9], abs=0.03)


def test_whoever_no_candidate_reaches_is_told_apart():
    heard = []
    found = suggest(sites([("h", "SU", 0, 0)]), progress=Progress(on_warning=heard.append), forbidden=("c3",))
    assert found.out_of_reach == 40
    assert found.demand["candidates"].tolist() == [2, 0]
    assert found.chosen["id"].tolist() == ["c1"]
    assert any(
        "No candidate serves 40 people in 1 place: none that may be chosen is near enough: end" in text
        for text in heard
    )


def test_required_and_forbidden_candidates():
    found = suggest(sites([("h", "SU", 0, 0)]), number=2, required=("useless",))
    assert sorted(found.chosen["id"]) == ["c3", "useless"]
    assert (
        found.chosen.set_index("id")
        .loc["useless", "reason"]
        .endswith("adds nobody to those gained before; it was required.")
    )
    assert len(found.curve) == 2
    for options, message in (
        ({"required": ("x",)}, "has no x"),
        ({"required": ("c1",), "forbidden": ("c1",)}, "both required and forbidden"),
        ({"required": ("c1", "c2"), "number": 1}, "2 candidates are required"),
    ):
        with pytest.raises(InputError, match=message):
            suggest(sites([("h", "SU", 0, 0)]), **{"number": 2} | options)


def test_a_share_of_the_people_instead_of_a_number():
    care = sites([("h", "SU", 0, 0)])
    found = suggest(care, reach=60.0, forbidden=("c3",))
    assert (found.chosen["id"].tolist(), found.gained, found.curve["least"].tolist()) == (["c1"], 70, [1])
    assert "fewer are not enough" in found.sentence(30.0)
    assert suggest(care, reach=100.0).chosen["id"].tolist() == ["c3"]
    assert suggest(care, model="lscp", number=99).chosen["id"].tolist() == ["c3"]


def test_the_models_of_time_work_on_everybody():
    """“near” at 10 minutes has a candidate at 5.

    The p-median counts what it gains, the p-centre the longest time, that of “end”.
    """
    care = sites([("h", "SU", 0, 0)])
    median = suggest(care, model="pmedian", number=1)
    assert median.demand["code"].tolist() == ["near", "far", "end"]
    # people × minutes: 500 × (10 − 5) = 2500 from “useless”; 70 × (45 − 29.9) + 40 × (80 − 5.1) = 4053 from c3; 70 × 40
    # + 40 × 40 = 4400 from c1
    assert median.chosen["id"].tolist() == ["c1"]
    assert median.gained == pytest.approx(4400, rel=0.002)
    assert (
        median.chosen["reason"].iloc[0]
        == "1. one: 110 inhabitants would be served sooner; their mean time would fall from 58 to 18 minutes."
    )
    worst = suggest(care, model="pcenter", number=1)
    assert worst.chosen["id"].tolist() == ["c3"]
    assert worst.gained == worst.bound == pytest.approx(80 - 29.9, abs=0.05)
    assert worst.chosen["id"].tolist() == ["c3"]


def test_gradual_cover_prefers_who_is_nearer():
    """Full up to 20 minutes, nothing from 40 on: c1 serves “far” fully (5 minutes) and “end” not at all (40).

    C3 “far” for half (29.9), “end” fully.
    """
    found = suggest(sites([("h", "SU", 0, 0)]), model="gradual")
    assert found.chosen["id"].tolist() == ["c3"]
    assert found.gained == pytest.approx(70 * (40 - 29.9) / 20 + 40, rel=0.01)
    assert suggest(sites([("h", "SU", 0, 0)]), model="gradual", forbidden=("c3",)).gained == pytest.approx(70, rel=0.01)


def test_backup_counts_a_second_doctor_and_those_that_exist():
    """Half for the first doctor within 30 minutes, half for a second; an MCS at 60 serves “far” and “end” already."""
    alone = suggest(sites([("h", "SU", 0, 0)]), model="backup", number=2)
    assert sorted(alone.chosen["id"]) == ["c1", "c3"]
    assert alone.gained == 0.5 * (110 + 70)
    assert alone.demand["places_within"].tolist() == [2, 1]
    found = suggest(sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)]), model="backup")
    assert found.chosen["id"].tolist() == ["c3"]
    assert (found.to_gain, found.gained) == (55, 55)
    assert found.demand["places_within"].tolist() == [2, 2]
    assert found.demand["t_before_min"].to_numpy() == pytest.approx([15, 20], abs=0.1)


def test_required_candidates_are_chosen_whatever_the_model():
    care = sites([("h", "SU", 0, 0)])
    for model in ("mclp", "lscp", "pmedian", "pcenter", "backup", "gradual"):
        found = suggest(care, model=model, number=3, required=("c1", "useless"))
        assert {"c1", "useless"} <= set(found.chosen["id"]), model
        assert found.chosen.set_index("id").loc["c1", "reason"]
    assert set(suggest(care, reach=10.0, required=("c1", "useless")).chosen["id"]) == {"c1", "useless"}
    assert suggest(care, model="pcenter", required=("c1",), min_gain=90).chosen["id"].tolist() == ["c1"]
    with pytest.raises(InputError, match=r"c3 is required, but left out by the rules \(no_gp\)"):
        suggest(
            sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)]),
            rules="mcs",
            required=("c3",),
            columns={"gps": [1, 1, 0, 1]},
        )


def test_more_places_than_are_useful_name_no_forbidden_one():
    found = suggest(sites([("h", "SU", 0, 0)]), number=2, forbidden=("c1", "c2"))
    assert found.chosen["id"].tolist() == ["c3"]


def test_backup_tells_who_is_out_of_reach_of_the_candidates():
    """The MCS that exists reaches “end”; of the candidates none does."""
    found = suggest(sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)]), model="backup", forbidden=("c3",))
    assert found.out_of_reach == 40
    assert found.demand["candidates"].tolist() == [2, 0]
    assert found.demand["covered"].tolist() == [True, False]
    assert (
        found.chosen["reason"].iloc[0]
        == "1. one: 70 inhabitants who have a doctor within 30 minutes would have a second one."
    )


@pytest.mark.parametrize("model", ["mclp", "pmedian", "pcenter", "gradual"])
def test_the_curve_ends_where_the_demand_does(model):
    setting = Setting(threshold=15, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)
    found = suggest(sites([("h", "SU", 0, 0)]), model=model, setting=setting, number=2, min_gain=5)
    assert found.curve["max_min"].iloc[-1] == pytest.approx(found.demand["t_after_min"].max())
    assert found.curve["mean_min"].iloc[-1] == pytest.approx(
        np.average(found.demand["t_after_min"], weights=found.demand["population"])
    )


def test_what_another_choice_could_bring_is_a_share_of_what_this_one_does():
    found = suggest(sites([("h", "SU", 0, 0)]))
    assert "another choice could bring at most 100.00% more" in dataclasses.replace(found, gained=55.0).sentence(30.0)


def test_a_cancelled_p_centre_has_as_many_places_as_were_asked_for():
    asked = []
    care = sites([("h", "SU", 0, 0)])
    net, people = (
        network(LINE, [(("a", "b"), {})]),
        points({"near": (10, 0), "far": (45, 0), "end": (80, 0)}, population=[500.0, 70, 40]),
    )
    times, _ = travel_times(in_force(net, care, HERE), people)
    candidates = read_candidates(points({"c1": (40, 0), "c3": (74.9, 0), "c4": (8, 0)}), "candidates")
    whole = suggest_sites(
        in_force(net, care, HERE), People(people), Question(candidates, Request(model="pcenter", number=3)), times=times
    )
    for after in range(4, 40, 3):
        asked.clear()
        progress = Progress(is_cancelled=lambda: asked.append(1) or len(asked) > after)
        try:
            found = suggest_sites(
                in_force(net, care, HERE, progress=progress),
                People(people),
                Question(candidates, Request(model="pcenter", number=3)),
                times=times,
                progress=progress,
            )
        except Cancelled:
            continue  # before the search began
        assert len(found.chosen) == len(whole.chosen)
        assert found.gained <= whole.gained + 1e-9 <= found.bound + 2e-9


def test_a_candidate_far_from_every_road_is_left_out_and_said():
    heard = []
    net = network(LINE, [(("a", "b"), {})])
    people = points({"far": (45, 0)}, population=[70.0])
    candidates = read_candidates(points({"lost": (40, 9), "c": (40, 0)}), "candidates")
    found = suggest_sites(
        in_force(net, sites([("h", "SU", 0, 0)]), HERE, progress=Progress(on_warning=heard.append)),
        People(people),
        Question(candidates, Request()),
        progress=Progress(on_warning=heard.append),
    )
    assert found.chosen["id"].tolist() == ["c"]
    assert any("Candidate lost is farther than 2 km" in text for text in heard)
    with pytest.raises(InputError, match="lost"):
        suggest_sites(
            in_force(net, sites([("h", "SU", 0, 0)]), HERE),
            People(people),
            Question(read_candidates(points({"lost": (40, 9)}), "candidates"), Request()),
        )


def test_the_least_gain_is_said_and_who_is_near_without_it_is_counted_as_near():
    """c1 is 5 minutes from “far” and saves 40.

    With 41 asked for it serves nobody, and stands within 30 minutes all the same.
    """
    heard = []
    found = suggest(
        sites([("h", "SU", 0, 0)]), number=1, min_gain=10, forbidden=("c3",), progress=Progress(on_warning=heard.append)
    )
    assert (
        "would be within 30 minutes, at least 10 minutes sooner than the care that counts today, 63.6% of those "
        "to be gained" in found.chosen["reason"].iloc[0]
    )
    assert any("within 30 minutes and at least 10 minutes sooner: end" in text for text in heard)
    near = suggest(sites([("h", "SU", 0, 0)]), number=1, min_gain=41, required=("c1",))
    assert near.demand["places_within"].tolist() == [1, 0]
    assert near.demand["covered"].tolist() == [False, False]
    assert near.demand["covered_share"].tolist() == [1, 0]


def test_gradual_cover_does_not_look_for_who_is_near_already():
    found = suggest(
        sites([("h", "SU", 0, 0)]),
        model="gradual",
        setting=Setting(threshold=15, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY),
        forbidden=("useless", "c1", "c2"),
    )
    assert found.demand["code"].tolist() == ["near", "far", "end"]  # 10 minutes is not yet full cover
    assert found.out_of_reach == 70  # “far”; not “near”


def test_nothing_to_gain_and_nobody_to_choose():
    """Every model answers empty questions with empty tables and a sentence."""
    care = sites([("h", "SU", 45, 0)])
    for model in ("mclp", "lscp", "pmedian", "pcenter", "backup", "gradual"):
        setting = Setting(threshold=500, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)
        found = suggest(care, model=model, setting=setting)
        assert found.sentence(500.0)
        assert len(found.chosen) <= 1
        nobody = suggest(care, model=model, forbidden=("c1", "c2", "c3", "useless"))
        assert len(nobody.chosen) == 0
        assert nobody.gained == 0
        assert not nobody.demand["covered"].any()


def test_the_same_question_has_the_same_answer():
    first, second = (suggest(sites([("h", "SU", 0, 0)]), number=2, model="gradual") for _ in range(2))
    assert first.chosen.drop(columns="geometry").equals(second.chosen.drop(columns="geometry"))
    assert first.curve.equals(second.curve)


@pytest.mark.parametrize("number", [0, -1, 5])
def test_more_places_than_candidates(number):
    with pytest.raises(InputError, match="4 candidates"):
        suggest(sites([("h", "SU", 0, 0)]), number=number)


def test_candidates_that_share_an_id():
    with pytest.raises(InputError, match="same value"):
        read_candidates(points({"a": (0, 0), "b": (1, 0)}, id=["x", "x"]), "candidates")


def test_a_baseline_that_no_site_serves_is_refused():
    with pytest.raises(InputError, match="by the baseline “the nearest SMUR alone"):
        suggest(sites([("h", "SU", 0, 0)]), baseline="smur")


def test_a_candidate_layer_with_capital_headers_keeps_its_other_fields():
    found = read_candidates(points({"a": (0, 0)}, ID=["x"], Commune=["Y"]), "candidates")
    assert found["id"].tolist() == ["x"]
    assert "Commune" in found.columns
    assert "ID" not in found.columns

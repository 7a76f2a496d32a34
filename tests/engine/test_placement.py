"""Suggestions of places: DOMAIN § 10.2, brute force on minutes, and small roads by hand."""

import dataclasses
import itertools

import geopandas as gpd
import numpy as np
import pytest
import shapely
from paths import SIXTY, TEST_DATA
from small import km, network, points, sites

from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.times import travel_times
from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.placement.models import Reach, centre, choose, closeness, cover, problem_of
from access_plugin.engine.placement.request import Request, read_candidates
from access_plugin.engine.placement.suggest import suggest_sites
from access_plugin.engine.placement.tables import knee
from access_plugin.engine.progress import SILENT, Progress
from access_plugin.engine.territory.levels import Level

T = np.array([[10, 35, 40, 50], [20, 25, 45, 55], [32, 28, 12, 40], [45, 33, 20, 26], [60, 50, 34, 15], [28, 31, 29, 44]], float)
W = np.array([400, 150, 300, 250, 120, 80], float)
BEFORE = np.array([45, 20, 41, 38, 62, 31], float)


def reach_of(minutes: np.ndarray, before: np.ndarray | None = None) -> Reach:
    """Return all pairs of a table of minutes (demand × candidates), or those that are sooner than before."""
    demand, candidate = np.nonzero(minutes < (np.inf if before is None else before[:, None]))
    order = np.lexsort((demand, candidate))
    start = np.concatenate([[0], np.cumsum(np.bincount(candidate, minlength=minutes.shape[1]))])
    return Reach(start, demand[order], minutes[demand[order], candidate[order]], len(minutes))


REACH = reach_of(T, BEFORE)


@pytest.mark.parametrize(("number", "gained", "chosen"), [(1, 630, [2]), (2, 1030, [0, 2]), (3, 1150, [0, 1, 3]), (4, 1150, [0, 1, 3])])
def test_domain_vector_mclp(number, gained, chosen):
    """Of the two best choices of three, the one with the lower candidate is taken."""
    choice = choose(problem_of("mclp", REACH, BEFORE, W, 30.0), number).final
    assert (choice.gained, choice.bound, choice.gap) == (gained, gained, 0)
    assert sorted(choice.candidates.tolist()) == chosen


@pytest.mark.parametrize(("number", "chosen", "total", "mean"), [(1, [2], 34_000, 26.15), (2, [0, 2], 21_920, 16.86)])
def test_domain_vector_p_median(number, chosen, total, mean):
    choice = choose(problem_of("pmedian", REACH, BEFORE, W, 30.0), number).final
    assert sorted(choice.candidates.tolist()) == chosen
    assert W @ BEFORE - choice.gained == pytest.approx(total)
    assert total / W.sum() == pytest.approx(mean, abs=0.005)
    assert choice.gap == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("number", "chosen", "longest"), [(1, [2], 40), (2, [0, 3], 32)])
def test_domain_vector_p_centre(number, chosen, longest):
    found, bound, _ = centre(REACH, BEFORE, W, number, required=np.zeros(4, bool))
    assert found.tolist() == chosen
    assert np.fmin(BEFORE, REACH.nearest(found)[0]).max() == longest == bound


def test_domain_vector_lscp():
    """All five places to be gained need three candidates."""
    answer = cover(problem_of("lscp", REACH, BEFORE, W, 30.0), 1.0)
    assert (len(answer.final.candidates), answer.least, answer.final.gained) == (3, 3, 1150)


def a_table(rng):
    candidates, demand = int(rng.integers(2, 8)), int(rng.integers(2, 12))
    minutes = rng.integers(1, 60, (demand, candidates)).astype(float)
    return minutes, rng.integers(5, 80, demand).astype(float), rng.integers(0, 9, demand).astype(float)


def subsets(count, size):
    return [list(rows) for rows in itertools.combinations(range(count), size)]


def after_of(minutes, before, rows):
    return np.minimum(before, minutes[:, rows].min(axis=1))


@pytest.mark.parametrize("model", ["mclp", "pmedian", "backup", "gradual"])
def test_models_equal_brute_force(model):
    """The definitions, written out on tables of minutes."""
    rng = np.random.default_rng(3)
    for _ in range(200):
        minutes, before, weight = a_table(rng)
        number = int(rng.integers(1, minutes.shape[1] + 1))
        reach = reach_of(minutes, before)

        def worth(rows):
            after = after_of(minutes, before, rows)
            if model == "mclp":
                return weight[(before > 30) & (after <= 30)].sum()
            if model == "pmedian":
                return weight @ (before - after)
            if model == "gradual":
                share = lambda times: np.clip((40 - times) / 20, 0, 1)  # noqa: E731
                return weight @ (share(after) - share(before))
            near = ((minutes[:, rows] <= 30) & (before > 30)[:, None]).sum(axis=1)
            return weight @ (0.5 * (near >= 1) + 0.5 * (near >= 2))

        best = max(worth(rows) for rows in subsets(minutes.shape[1], number))
        choice = choose(problem_of(model, reach, before, weight, 30.0), number).final
        assert choice.gained == pytest.approx(best)
        assert worth(choice.candidates.tolist()) == pytest.approx(best) if len(choice.candidates) else best == 0
        assert choice.gap == pytest.approx(0, abs=1e-9)


def test_the_fewest_equal_brute_force():
    rng = np.random.default_rng(4)
    for _ in range(200):
        minutes, before, weight = a_table(rng)
        gains = (minutes <= 30) & (before > 30)[:, None] & (weight > 0)[:, None] & (minutes < before[:, None])
        coverable = gains.any(axis=1)
        fewest = next(size for size in range(minutes.shape[1] + 1) if any(gains[:, rows].any(axis=1)[coverable].all() for rows in subsets(minutes.shape[1], size)))
        answer = cover(problem_of("lscp", reach_of(minutes, before), before, weight, 30.0), 1.0)
        assert (len(answer.final.candidates), answer.least) == (fewest, fewest)


def test_the_p_centre_equals_brute_force():
    rng = np.random.default_rng(5)
    for _ in range(200):
        minutes, before, weight = a_table(rng)
        number = int(rng.integers(1, minutes.shape[1] + 1))
        helped = (minutes < before[:, None]).any(axis=1) & (weight > 0)
        chosen, bound, _ = centre(reach_of(minutes, before), before, weight, number, required=np.zeros(minutes.shape[1], bool))
        if not helped.any():
            assert len(chosen) == 0
            continue
        longest = lambda rows: (after_of(minutes, before, rows) if len(rows) else before)[helped].max()  # noqa: E731
        best = min(longest(rows) for rows in subsets(minutes.shape[1], number))
        assert longest(chosen.tolist()) == best == bound
        assert len(chosen) <= number


def test_gain_grows_with_the_threshold_and_what_exists_never_lowers_coverage():
    rng = np.random.default_rng(6)
    for _ in range(50):
        minutes, before, weight = a_table(rng)
        gain = lambda start, threshold: choose(problem_of("mclp", reach_of(minutes, start), start, weight, threshold), 2).final.gained + weight[start <= threshold].sum()  # noqa: E731
        covered = [gain(before, threshold) for threshold in (10.0, 20, 30, 45)]
        assert all(low <= high for low, high in zip(covered, covered[1:]))
        with_one_more = np.minimum(before, minutes[:, 0])
        assert gain(with_one_more, 30.0) >= gain(before, 30.0)


def test_closeness_falls_from_one_to_none():
    assert closeness(np.array([0, 20, 25, 30, 40, 50, np.nan]), 20.0, 40.0).tolist() == [1, 1, 0.75, 0.5, 0, 0, 0]


def orlib(path):
    """Return the matrix of shortest distances of an instance of the OR-Library, by Floyd's algorithm."""
    words = [int(word) for line in path.read_text().splitlines() if not line.startswith("#") for word in line.split()]
    (count, _, number), edges = words[:3], np.array(words[3:]).reshape(-1, 3)
    distance = np.full((count, count), np.inf)
    np.fill_diagonal(distance, 0)
    for a, b, cost in edges:
        distance[a - 1, b - 1] = distance[b - 1, a - 1] = cost
    for via in range(count):
        distance = np.minimum(distance, distance[:, via, None] + distance[via])
    return distance, number


def test_the_published_optimum_of_pmed1():
    """p-median, 100 places that are candidates too, p = 5: 5819. Nothing exists before: so far away that any choice serves all."""
    distance, number = orlib(TEST_DATA / "pmed1.txt")
    before = np.full(100, 1000.0)
    choice = choose(problem_of("pmedian", reach_of(distance, before), before, np.ones(100), 30.0), number).final
    assert 1000 * 100 - choice.gained == 5819
    assert choice.gap == 0
    assert distance[:, choice.candidates].min(axis=1).sum() == 5819


def test_the_published_p_centre_of_pmed1():
    """p = 5: 127 (Elloumi, Labbé & Pochet 2004)."""
    distance, number = orlib(TEST_DATA / "pmed1.txt")
    before = np.full(100, 1000.0)
    chosen, bound, _ = centre(reach_of(distance, before), before, np.ones(100), number, required=np.zeros(100, bool))
    assert distance[:, chosen].min(axis=1).max() == bound == 127


@pytest.mark.parametrize(("gained", "row"), [([10, 20, 30, 40], -1), ([60, 90, 95, 97, 98], 1), ([5, 5, 5], 0), ([1, 2], -1), ([0, 0, 0], -1)])
def test_where_the_curve_flattens(gained, row):
    assert knee(np.array(gained, float)) == row


LINE = {"a": (0, 0), "b": (90, 0)}
HERE = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)


def suggest(care, number=1, setting=HERE, columns=None, sectors=None, progress=SILENT, **request):
    net = network(LINE, [(("a", "b"), {})])
    people = points({"near": (10, 0), "far": (45, 0), "end": (80, 0), "lost": (50, 9)}, population=[500.0, 70, 40, 9])
    candidates = points({"c2": (40, 0), "c1": (40, 0), "c3": (74.9, 0), "useless": (5, 0)}, name=["two", "one", "three", "near"], **columns or {})
    return suggest_sites(net, care, people, read_candidates(candidates, "candidates"), Request(number=number, **request), setting, sectors=sectors, progress=progress)


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
    assert suggest(sites([("h", "SU", 0, 0)]), setting=Setting(threshold=20, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)).chosen["id"].tolist() == ["c1"]
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
        "1. three: 110 inhabitants of 2 communes (far, end), today more than 30 minutes from an SU, SMUR or MCS, would be within 30 minutes, 100.0% of those to be gained; "
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
    assert any("No candidate serves 40 people in 1 places: none that may be chosen is near enough: end" in text for text in heard)


def test_required_and_forbidden_candidates():
    found = suggest(sites([("h", "SU", 0, 0)]), number=2, required=("useless",))
    assert sorted(found.chosen["id"]) == ["c3", "useless"]
    assert found.chosen.set_index("id").loc["useless", "reason"].endswith("adds nobody to those gained before; it was required.")
    assert len(found.curve) == 2
    for options, message in (({"required": ("x",)}, "has no x"), ({"required": ("c1",), "forbidden": ("c1",)}, "both required and forbidden"), ({"required": ("c1", "c2"), "number": 1}, "2 candidates are required")):
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
    """“near” at 10 minutes has a candidate at 5: the p-median counts what it gains, the p-centre the longest time, that of “end”."""
    care = sites([("h", "SU", 0, 0)])
    median = suggest(care, model="pmedian", number=1)
    assert median.demand["code"].tolist() == ["near", "far", "end"]
    # people × minutes: 500 × (10 − 5) = 2500 from “useless”; 70 × (45 − 29.9) + 40 × (80 − 5.1) = 4053 from c3; 70 × 40 + 40 × 40 = 4400 from c1
    assert median.chosen["id"].tolist() == ["c1"]
    assert median.gained == pytest.approx(4400, rel=0.002)
    assert "1. one: 110 inhabitants would be served sooner; their mean time would fall from 58 to 18 minutes." == median.chosen["reason"].iloc[0]
    worst = suggest(care, model="pcenter", number=1)
    assert worst.chosen["id"].tolist() == ["c3"]
    assert worst.gained == worst.bound == pytest.approx(80 - 29.9, abs=0.05)
    assert worst.chosen["id"].tolist() == ["c3"]


def test_gradual_cover_prefers_who_is_nearer():
    """Full up to 20 minutes, nothing from 40 on: c1 serves “far” fully (5 minutes) and “end” not at all (40); c3 “far” for half (29.9), “end” fully."""
    found = suggest(sites([("h", "SU", 0, 0)]), model="gradual")
    assert found.chosen["id"].tolist() == ["c3"]
    assert found.gained == pytest.approx(70 * (40 - 29.9) / 20 + 40, rel=0.01)
    assert suggest(sites([("h", "SU", 0, 0)]), model="gradual", forbidden=("c3",)).gained == pytest.approx(70, rel=0.01)


def test_backup_counts_a_second_doctor_and_those_that_exist():
    """Half for the first doctor within 30 minutes, half for a second one; an MCS at 60 serves “far” and “end” already."""
    alone = suggest(sites([("h", "SU", 0, 0)]), model="backup", number=2)
    assert sorted(alone.chosen["id"]) == ["c1", "c3"]
    assert alone.gained == 0.5 * (110 + 70)
    assert alone.demand["places_within"].tolist() == [2, 1]
    found = suggest(sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)]), model="backup")
    assert found.chosen["id"].tolist() == ["c3"]
    assert (found.to_gain, found.gained) == (55, 55)
    assert found.demand["places_within"].tolist() == [2, 2]
    assert found.demand["t_before_min"].to_numpy() == pytest.approx([15, 20], abs=0.1)


def test_doctors_who_are_there_for_part_of_the_week():
    """Hours that complete each other add up; of two places of unknown hours the better one counts; several doctors follow one another."""
    care = sites([("h", "SU", 0, 0)])
    columns = {"hours": ["", "Mo-Su 00:00-12:00", "Mo-Su 12:00-24:00", ""], "doctors": [2, 1, 1, 1]}
    found = suggest(care, number=3, presence="part_time", columns=columns)
    week = dict(zip(found.chosen["id"], found.chosen["week_share"]))
    assert week == {"c1": 0.5, "c3": 0.5}  # c2 would add nothing to these two
    # “far”: c1 in the morning, c3 in the afternoon: all the time; “end”: c3 in the afternoon alone
    assert found.gained == pytest.approx(70 + 20)
    assert found.demand["covered_share"].tolist() == pytest.approx([1, 0.5])
    assert "Partial cover: its doctors are there for 50% of the week." in found.chosen["reason"].iloc[0]
    pair = suggest(care, number=3, presence="part_time", columns={"doctors": [2, 1, 1, 1]}, forbidden=("c3",))
    assert pair.gained == pytest.approx(70 * 0.66)  # the two doctors of c2; the one of c1 may be there at the same hours
    assert pair.chosen["id"].tolist() == ["c2"]


def test_an_existing_doctor_counts_for_the_part_of_the_week_that_he_is_there():
    care = sites([("h", "SU", 0, 0), ("m", "MCS", 45, 0)], hours=["", "Mo-Su 00:00-12:00"])
    found = suggest(care, number=1, presence="part_time", columns={"hours": ["Mo-Su 00:00-12:00", "Mo-Su 12:00-24:00", "", ""]}, forbidden=("c3",))
    assert "70 inhabitants of 1 commune (far) would have a first responder within 30 minutes for more of the week." in found.chosen["reason"].iloc[0]
    assert (found.chosen["people"].tolist(), found.demand["covered"].tolist(), found.demand["candidates"].tolist()) == ([70], [True, False], [2, 0])
    assert found.to_gain == pytest.approx(110 - 35)  # he has “far” in the morning; “end” is 35 minutes from him
    assert found.chosen["id"].tolist() == ["c1"]
    assert found.gained == 35
    with pytest.raises(InputError, match="knows neither"):
        Request(model="pmedian", presence="part_time")


def test_candidates_whose_hours_cannot_be_read():
    with pytest.raises(InputError, match="c1.*cannot be read"):
        suggest(sites([("h", "SU", 0, 0)]), presence="part_time", columns={"hours": ["", "sometimes", "", ""]})


def test_the_rules_for_mcs():
    """SMUR alone counts, ten minutes must be gained, a GP must be there, and the sector must have a commune over 30 minutes from a SMUR."""
    care = sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)])
    heard = []
    found = suggest(care, number=2, rules="mcs", columns={"gps": [1, 1, 0, 2]}, progress=Progress(on_warning=heard.append))
    assert (found.case.request.baseline, found.case.request.min_gain) == ("smur", 10)
    assert found.chosen["id"].tolist() == ["c1"]  # c3 has no GP, c2 is the same place as c1
    assert found.gained == 70
    assert dict(zip(found.case.candidates["id"], found.case.why_not)) == {"c1": "", "c2": "", "c3": "no_gp", "useless": ""}
    assert any("No sectors of PDSA" in text for text in heard)
    box = lambda west, east: shapely.box(*km(west, -5), *km(east, 5))  # noqa: E731
    sectors = gpd.GeoDataFrame({"code": ["west", "middle", "east"]}, geometry=[box(-5, 42), box(42, 60), box(60, 95)], crs=2154)
    found = suggest(care, number=2, rules="mcs", sectors=sectors)
    assert dict(zip(found.case.candidates["id"], found.case.why_not)) == {"c1": "sector", "c2": "sector", "c3": "", "useless": "sector"}


def test_required_candidates_are_chosen_whatever_the_model():
    care = sites([("h", "SU", 0, 0)])
    for model in ("mclp", "lscp", "pmedian", "pcenter", "backup", "gradual"):
        found = suggest(care, model=model, number=3, required=("c1", "useless"))
        assert {"c1", "useless"} <= set(found.chosen["id"]), model
        assert found.chosen.set_index("id").loc["c1", "reason"]
    assert set(suggest(care, reach=10.0, required=("c1", "useless")).chosen["id"]) == {"c1", "useless"}
    assert suggest(care, model="pcenter", required=("c1",), min_gain=90).chosen["id"].tolist() == ["c1"]
    with pytest.raises(InputError, match=r"c3 are required, but left out by the rules \(no_gp\)"):
        suggest(sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)]), rules="mcs", required=("c3",), columns={"gps": [1, 1, 0, 1]})


def test_more_places_than_are_useful_name_no_forbidden_one():
    found = suggest(sites([("h", "SU", 0, 0)]), number=2, forbidden=("c1", "c2"))
    assert found.chosen["id"].tolist() == ["c3"]


def test_the_rules_for_mcs_hold_for_every_model():
    """“near” is 10 minutes from the SMUR: no MCS is useful there, whatever the model; who is reached in over 30 minutes is not served."""
    care = sites([("h", "SU", 45, 0), ("t", "SMUR", 0, 0)])
    for model in ("pmedian", "pcenter", "gradual", "backup"):
        found = suggest(care, model=model, rules="mcs", columns={"gps": [1, 1, 1, 1]})
        assert set(found.demand["code"]) <= {"far", "end"}, model
        assert found.chosen["id"].isin(["c1", "c3"]).all(), model


def test_an_mcs_who_is_not_there_throughout_the_night_is_no_first_doctor_then():
    care = sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)], hours=["", "Mo-Su 08:00-18:00"])
    night = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY, slot="night")
    found = suggest(care, model="backup", number=2, setting=night)
    assert found.to_gain == 110
    assert found.demand["places_within"].tolist() == [2, 1]


def test_backup_tells_who_is_out_of_reach_of_the_candidates():
    """The MCS that exists reaches “end”; of the candidates none does."""
    found = suggest(sites([("h", "SU", 0, 0), ("m", "MCS", 60, 0)]), model="backup", forbidden=("c3",))
    assert found.out_of_reach == 40
    assert found.demand["candidates"].tolist() == [2, 0]
    assert found.demand["covered"].tolist() == [True, False]
    assert "a second doctor within 30 minutes" in found.chosen["reason"].iloc[0]


@pytest.mark.parametrize("model", ["mclp", "pmedian", "pcenter", "gradual"])
def test_the_curve_ends_where_the_demand_does(model):
    setting = Setting(threshold=15, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)
    found = suggest(sites([("h", "SU", 0, 0)]), model=model, setting=setting, number=2, min_gain=5)
    assert found.curve["max_min"].iloc[-1] == pytest.approx(found.demand["t_after_min"].max())
    assert found.curve["mean_min"].iloc[-1] == pytest.approx(np.average(found.demand["t_after_min"], weights=found.demand["population"]))


def test_what_another_choice_could_bring_is_a_share_of_what_this_one_does():
    found = suggest(sites([("h", "SU", 0, 0)]))
    assert "another choice could bring at most 100.00% more" in dataclasses.replace(found, gained=55.0).sentence(30.0)


def test_a_cancelled_p_centre_has_as_many_places_as_were_asked_for():
    asked = []
    care = sites([("h", "SU", 0, 0)])
    net, people = network(LINE, [(("a", "b"), {})]), points({"near": (10, 0), "far": (45, 0), "end": (80, 0)}, population=[500.0, 70, 40])
    times, _ = travel_times(net, care, people, HERE)
    candidates = read_candidates(points({"c1": (40, 0), "c3": (74.9, 0), "c4": (8, 0)}), "candidates")
    whole = suggest_sites(net, care, people, candidates, Request(model="pcenter", number=3), HERE, times=times)
    for after in range(4, 40, 3):
        asked.clear()
        progress = Progress(is_cancelled=lambda: asked.append(1) or len(asked) > after)  # noqa: B023
        try:
            found = suggest_sites(net, care, people, candidates, Request(model="pcenter", number=3), HERE, times=times, progress=progress)
        except Cancelled:
            continue  # before the search began
        assert len(found.chosen) == len(whole.chosen)
        assert found.gained <= whole.gained + 1e-9 <= found.bound + 2e-9


def test_a_candidate_far_from_every_road_is_left_out_and_said():
    heard = []
    net = network(LINE, [(("a", "b"), {})])
    people = points({"far": (45, 0)}, population=[70.0])
    candidates = read_candidates(points({"lost": (40, 9), "c": (40, 0)}), "candidates")
    found = suggest_sites(net, sites([("h", "SU", 0, 0)]), people, candidates, Request(), HERE, progress=Progress(on_warning=heard.append))
    assert found.chosen["id"].tolist() == ["c"]
    assert any("Candidates lost are farther than 2 km" in text for text in heard)
    with pytest.raises(InputError, match="lost"):
        suggest_sites(net, sites([("h", "SU", 0, 0)]), people, read_candidates(points({"lost": (40, 9)}), "candidates"), Request(), HERE)


def test_the_least_gain_is_said_and_who_is_near_without_it_is_counted_as_near():
    """c1 is 5 minutes from “far” and saves 40; with 41 asked for it serves nobody, and stands within 30 minutes all the same."""
    heard = []
    found = suggest(sites([("h", "SU", 0, 0)]), number=1, min_gain=10, forbidden=("c3",), progress=Progress(on_warning=heard.append))
    assert "would be within 30 minutes, at least 10 minutes sooner than the care that counts today, 63.6% of those to be gained" in found.chosen["reason"].iloc[0]
    assert any("within 30 minutes and at least 10 minutes sooner: end" in text for text in heard)
    near = suggest(sites([("h", "SU", 0, 0)]), number=1, min_gain=41, required=("c1",))
    assert near.demand["places_within"].tolist() == [1, 0]
    assert near.demand["covered"].tolist() == [False, False]
    assert near.demand["covered_share"].tolist() == [1, 0]


def test_gradual_cover_does_not_look_for_who_is_near_already():
    found = suggest(sites([("h", "SU", 0, 0)]), model="gradual", setting=Setting(threshold=15, profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY), forbidden=("useless", "c1", "c2"))
    assert found.demand["code"].tolist() == ["near", "far", "end"]  # 10 minutes is not yet full cover
    assert found.out_of_reach == 70  # “far”; not “near”


def test_sectors_by_a_table_of_communes():
    """The mean of a commune's people decides: 43100 has most of its people near the SMUR."""
    places = points({"p1": (10, 0), "p2": (45, 0), "p3": (80, 0)}, population=[500.0, 70, 40], territory=["43100", "43100", "43200"])
    candidates = read_candidates(points({"43100": (40, 0), "43200": (74.9, 0), "43300": (60, 0)}, gps=[1, 1, 1]), "candidates")
    level = Level("pdsa", {"43100": "A", "43200": "B"}, {})
    found = suggest_sites(network(LINE, [(("a", "b"), {})]), sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)]), places, candidates, Request(rules="mcs"), HERE, sectors=level)
    assert dict(zip(found.case.candidates["id"], found.case.why_not)) == {"43100": "sector", "43200": "", "43300": "sector"}
    assert found.chosen["id"].tolist() == ["43200"]


def test_the_gain_of_an_mcs_is_on_the_smur_not_on_another_mcs():
    """“far” is 45 minutes from the SMUR and 33 from an MCS; a candidate at 25 minutes gains 20 on the SMUR, 8 on the MCS: enough."""
    care = sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0), ("m", "MCS", 12, 0)])
    net = network(LINE, [(("a", "b"), {})])
    places = points({"far": (45, 0)}, population=[70.0])
    found = suggest_sites(net, care, places, read_candidates(points({"c": (20, 0)}, gps=[1]), "candidates"), Request(rules="mcs"), HERE)
    assert found.demand["t_before_min"].iloc[0] == pytest.approx(33, abs=0.1)
    assert found.gained == 70


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


def test_care_without_appointment_to_which_patients_drive():
    """From the places to the candidate, on a road of one way: b → a takes long."""
    net = network({"a": (0, 0), "b": (50, 0)}, [(("a", "b"), {"oneway": "yes"}), (("a", "b"), {"maxspeed": "30", "oneway": "-1"})])
    care = sites([("s", "SU", 0, 0), ("c", "CSNP", 0, 0)])
    people = points({"p": (45, 0)}, population=[10.0])
    candidates = read_candidates(points({"east": (49.9, 0), "west": (20, 0)}), "candidates")
    found = suggest_sites(net, care, people, candidates, Request(model="pmedian", baseline="csnp"), HERE)
    assert found.chosen["id"].tolist() == ["east"]
    assert found.demand["t_after_min"].iloc[0] == pytest.approx(4.9, abs=0.05)


@pytest.mark.parametrize("model", ["mclp", "backup", "gradual"])
@pytest.mark.parametrize("presence", ["always", "part_time"])
def test_care_without_appointment_may_be_open_for_part_of_the_week(model, presence):
    care = sites([("s", "SU", 0, 0), ("c", "CSNP", 0, 0)])
    found = suggest(care, model=model, presence=presence, baseline="csnp", columns={"hours": ["Mo-Su 00:00-12:00"] * 4}, forbidden=("c3",))
    assert found.chosen["id"].tolist() == ["c1"]
    assert found.demand.set_index("code").loc["far", "covered_share"] == (0.5 if presence == "part_time" else 1)


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
    with pytest.raises(InputError, match="smur"):
        suggest(sites([("h", "SU", 0, 0)]), baseline="smur")


def test_a_candidate_layer_with_capital_headers_keeps_its_other_fields():
    found = read_candidates(points({"a": (0, 0)}, ID=["x"], Commune=["Y"]), "candidates")
    assert found["id"].tolist() == ["x"]
    assert "Commune" in found.columns
    assert "ID" not in found.columns

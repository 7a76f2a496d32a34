"""Location models: DOMAIN § 10.2, brute force, and properties."""

import numpy as np
import pytest
from paths import SIXTY
from scipy.sparse import csr_matrix
from small import best_subset, network, points, sites

from access_plugin.engine.access.setting import Setting
from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.placement.bounds import lagrangian_bound
from access_plugin.engine.placement.coverage import Coverage, drop_dominated, merge_equal
from access_plugin.engine.placement.models import covered, greedy, improve_by_swaps, maximal_covering
from access_plugin.engine.placement.suggest import Request, read_candidates, suggest_sites
from access_plugin.engine.progress import Progress

T = np.array([[10, 35, 40, 50], [20, 25, 45, 55], [32, 28, 12, 40], [45, 33, 20, 26], [60, 50, 34, 15], [28, 31, 29, 44]], float)
W = np.array([400, 150, 300, 250, 120, 80], float)
BEFORE = np.array([45, 20, 41, 38, 62, 31], float)
DOMAIN = Coverage(csr_matrix(((T <= 30) & (BEFORE > 30)[:, None]).T.astype(np.int8)), W)


@pytest.mark.parametrize(("number", "gained", "chosen"), [(1, 630, [2]), (2, 1030, [0, 2]), (3, 1150, [0, 1, 3]), (4, 1150, [0, 1, 3])])
def test_domain_vector(number, gained, chosen):
    """Of the two best choices of three, the one with the lower candidate is taken."""
    choice = maximal_covering(DOMAIN, number)
    assert (choice.gained, choice.bound, choice.gap) == (gained, gained, 0)
    assert sorted(choice.candidates.tolist()) == chosen


def test_the_instance_on_which_greedy_fails():
    matrix = np.zeros((3, 6), np.int8)
    for row, members in enumerate([(0, 1, 2, 3), (0, 1, 4), (2, 3, 5)]):
        matrix[row, list(members)] = 1
    problem = Coverage(csr_matrix(matrix), np.array([10, 10, 10, 10, 9, 9.0]))
    assert covered(problem, greedy(problem, 2)) == 49
    choice = maximal_covering(problem, 2)
    assert (choice.gained, choice.candidates.tolist()) == (58, [1, 2])


def random_problem(rng, most_candidates=9, most_demand=16):
    candidates, demand = rng.integers(1, most_candidates), rng.integers(1, most_demand)
    matrix = (rng.random((candidates, demand)) < rng.uniform(0.05, 0.7)).astype(np.int8)
    weight = rng.integers(0, 40, demand).astype(float) if rng.random() < 0.8 else rng.random(demand)
    return matrix, Coverage(csr_matrix(matrix), weight)


def test_every_small_case_equals_brute_force():
    rng = np.random.default_rng(11)
    for _ in range(300):
        matrix, problem = random_problem(rng)
        number = int(rng.integers(1, len(matrix) + 1))
        best = best_subset(matrix, problem.weight, number)
        choice = maximal_covering(problem, number)
        assert len(choice.candidates) <= number
        assert len(set(choice.candidates.tolist())) == len(choice.candidates)
        assert choice.gained == pytest.approx(best)
        assert covered(problem, choice.candidates) == pytest.approx(best)
        assert choice.gap == pytest.approx(0, abs=1e-9)


def test_merging_and_dropping_change_no_optimum():
    rng = np.random.default_rng(12)
    for _ in range(100):
        matrix, problem = random_problem(rng, 7, 12)
        number = int(rng.integers(1, len(matrix) + 1))
        best = best_subset(matrix, problem.weight, number)
        merged = merge_equal(problem)
        kept = drop_dominated(merged)
        small = merged.matrix[kept].toarray() > 0
        assert len({column.tobytes() for column in merged.matrix.toarray().T}) == merged.matrix.shape[1]
        if len(kept):
            assert best_subset(small, merged.weight, min(number, len(kept))) == pytest.approx(best)
        else:
            assert best == 0


def test_the_lagrangian_bound_holds_and_closes_nothing_that_is_needed():
    rng = np.random.default_rng(13)
    for _ in range(100):
        matrix, problem = random_problem(rng)
        number = int(rng.integers(1, len(matrix) + 1))
        best = best_subset(matrix, problem.weight, number)
        bound, possible = lagrangian_bound(problem, number, covered(problem, greedy(problem, number)))
        assert bound >= best - 1e-6
        rows = matrix[possible]
        assert best_subset(rows, problem.weight, min(number, len(rows))) >= best - 1e-6


def test_gain_grows_with_the_number_and_swaps_never_lose():
    rng = np.random.default_rng(14)
    for _ in range(30):
        _, problem = random_problem(rng, 12, 30)
        gains = [maximal_covering(problem, number).gained for number in range(1, problem.matrix.shape[0] + 1)]
        assert all(low <= high + 1e-9 for low, high in zip(gains, gains[1:]))
        start = greedy(problem, 3)
        assert covered(problem, improve_by_swaps(problem, start)) >= covered(problem, start)


def test_the_same_input_gives_the_same_answer():
    rng = np.random.default_rng(15)
    matrix = csr_matrix((rng.random((60, 300)) < 0.06).astype(np.int8))
    problem = Coverage(matrix, rng.integers(1, 99, 300).astype(float))
    first, second = (maximal_covering(problem, 8) for _ in range(2))
    assert first.candidates.tolist() == second.candidates.tolist()
    assert first.gap == 0


def test_when_the_time_runs_out_the_bound_and_the_gap_are_said():
    rng = np.random.default_rng(16)
    problem = Coverage(csr_matrix((rng.random((150, 900)) < 0.05).astype(np.int8)), rng.integers(1, 99, 900).astype(float))
    choice = maximal_covering(problem, 20, time_limit=0.2)
    assert choice.gap > 0
    assert choice.bound >= choice.gained >= covered(problem, greedy(problem, 20))
    assert choice.gap == pytest.approx((choice.bound - choice.gained) / choice.bound)


def test_a_cancel_stops_the_search():
    rng = np.random.default_rng(17)
    problem = Coverage(csr_matrix((rng.random((80, 400)) < 0.05).astype(np.int8)), rng.integers(1, 99, 400).astype(float))
    with pytest.raises(Cancelled):
        maximal_covering(problem, 10, progress=Progress(is_cancelled=lambda: True))


LINE = {"a": (0, 0), "b": (90, 0)}
HERE = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)


def suggest(care, number=1, setting=HERE, **request):
    net = network(LINE, [(("a", "b"), {})])
    people = points({"near": (10, 0), "far": (45, 0), "end": (80, 0), "lost": (50, 9)}, population=[500.0, 70, 40, 9])
    candidates = points({"c2": (40, 0), "c1": (40, 0), "c3": (74.9, 0), "useless": (5, 0)}, name=["two", "one", "three", "near"])
    return suggest_sites(net, care, people, read_candidates(candidates, "candidates"), Request(number=number, **request), setting)


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

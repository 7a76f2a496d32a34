"""Location models on tables of minutes: DOMAIN § 10.2, brute force, published optima, properties."""

import itertools

import numpy as np
import pytest
from paths import TEST_DATA

from access_plugin.engine.placement.location_models import closeness
from access_plugin.engine.placement.models import Reach, centre, choose, cover, problem_of
from access_plugin.engine.placement.outcome import knee

T = np.array(
    [[10, 35, 40, 50], [20, 25, 45, 55], [32, 28, 12, 40], [45, 33, 20, 26], [60, 50, 34, 15], [28, 31, 29, 44]], float
)
W = np.array([400, 150, 300, 250, 120, 80], float)
BEFORE = np.array([45, 20, 41, 38, 62, 31], float)


def reach_of(minutes: np.ndarray, before: np.ndarray | None = None) -> Reach:
    """Return all pairs of a table of minutes (demand × candidates), or those that are sooner than before."""
    demand, candidate = np.nonzero(minutes < (np.inf if before is None else before[:, None]))
    order = np.lexsort((demand, candidate))
    start = np.concatenate([[0], np.cumsum(np.bincount(candidate, minlength=minutes.shape[1]))])
    return Reach(start, demand[order], minutes[demand[order], candidate[order]], len(minutes))


REACH = reach_of(T, BEFORE)


@pytest.mark.parametrize(
    ("number", "gained", "chosen"), [(1, 630, [2]), (2, 1030, [0, 2]), (3, 1150, [0, 1, 3]), (4, 1150, [0, 1, 3])]
)
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


def test_a_share_of_the_people_has_the_bound_of_its_own_number():
    """Half of 1 150 needs one place, and no single place gains more than the 630 of site 2."""
    answer = cover(problem_of("mclp", REACH, BEFORE, W, 30.0), 0.5, W[BEFORE > 30].sum())
    assert (answer.final.candidates.tolist(), answer.least, answer.final.gained) == ([2], 1, 630)
    assert 630 <= answer.final.bound < 1150


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

                def share(times):
                    return np.clip((40 - times) / 20, 0, 1)

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
        fewest = next(
            size
            for size in range(minutes.shape[1] + 1)
            if any(gains[:, rows].any(axis=1)[coverable].all() for rows in subsets(minutes.shape[1], size))
        )
        answer = cover(problem_of("lscp", reach_of(minutes, before), before, weight, 30.0), 1.0)
        assert (len(answer.final.candidates), answer.least) == (fewest, fewest)


def test_the_p_centre_equals_brute_force():
    rng = np.random.default_rng(5)
    for _ in range(200):
        minutes, before, weight = a_table(rng)
        number = int(rng.integers(1, minutes.shape[1] + 1))
        helped = (minutes < before[:, None]).any(axis=1) & (weight > 0)
        chosen, bound, _ = centre(
            reach_of(minutes, before), before, weight, number, required=np.zeros(minutes.shape[1], bool)
        )
        if not helped.any():
            assert len(chosen) == 0
            continue

        def longest(rows):
            return (after_of(minutes, before, rows) if len(rows) else before)[helped].max()

        best = min(longest(rows) for rows in subsets(minutes.shape[1], number))
        assert longest(chosen.tolist()) == best == bound
        assert len(chosen) <= number


def test_gain_grows_with_the_threshold_and_what_exists_never_lowers_coverage():
    rng = np.random.default_rng(6)
    for _ in range(50):
        minutes, before, weight = a_table(rng)

        def gain(start, threshold):
            return (
                choose(problem_of("mclp", reach_of(minutes, start), start, weight, threshold), 2).final.gained
                + weight[start <= threshold].sum()
            )

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
    """p-median, 100 places that are candidates too, p = 5: 5819.

    Nothing exists before: so far away that any choice serves all.
    """
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


@pytest.mark.parametrize(
    ("gained", "row"),
    [([10, 20, 30, 40], -1), ([60, 90, 95, 97, 98], 1), ([5, 5, 5], 0), ([1, 2], -1), ([0, 0, 0], -1)],
)
def test_where_the_curve_flattens(gained, row):
    assert knee(np.array(gained, float)) == row

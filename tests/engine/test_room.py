"""Places that take only so many people: brute force on small cases, an independent formulation, and properties."""

import itertools
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

from access_plugin.engine.placement.allotment import allotted
from access_plugin.engine.placement.models import Reach
from access_plugin.engine.placement.solving.choosing import Search
from access_plugin.engine.placement.solving.limited_search import LimitedSearch
from access_plugin.engine.placement.solving.problem import Problem
from access_plugin.engine.placement.solving.room import LimitedProblem, filled
from access_plugin.engine.progress import Progress


def served(problem: LimitedProblem, chosen) -> float:
    """How many find room, by a linear programme of who goes where."""
    pairs = [(j, i) for j in chosen for i in np.flatnonzero(problem.scores[j].toarray()[0])]
    if not pairs:
        return 0.0
    rows = [[float(i == other) for _, i in pairs] for other in range(problem.demand)]
    rows += [[float(j == other) for j, _ in pairs] for other in range(problem.candidates)]
    limits = np.concatenate([problem.weight, problem.room])
    return -linprog(-np.ones(len(pairs)), A_ub=np.array(rows), b_ub=limits, method="highs").fun


def by_brute_force(problem: LimitedProblem, number: int) -> float:
    must = np.flatnonzero(problem.required).tolist()
    free = [row for row in range(problem.candidates) if row not in must]
    count = min(number - len(must), len(free))
    return max(served(problem, [*must, *choice]) for choice in itertools.combinations(free, count))


def by_one_programme(problem: LimitedProblem, number: int) -> float:
    """The whole formulation at once: who goes where, and which candidates are there."""
    candidate, demand = problem.scores.nonzero()
    count, pairs = problem.candidates, len(candidate)
    whose = csr_matrix((np.ones(pairs), (demand, np.arange(pairs))), shape=(problem.demand, pairs)).toarray()
    where = csr_matrix((np.ones(pairs), (candidate, np.arange(pairs))), shape=(count, pairs)).toarray()
    matrix = np.block(
        [
            [np.zeros((problem.demand, count)), whose],
            [-np.diag(problem.room), where],
            [np.ones((1, count)), np.zeros((1, pairs))],
        ]
    )
    above = np.concatenate([problem.weight, np.zeros(count), [number]])
    low = np.concatenate([problem.required.astype(float), np.zeros(pairs)])
    high = np.concatenate([np.ones(count), np.full(pairs, np.inf)])
    found = milp(
        np.concatenate([np.zeros(count), -np.ones(pairs)]),
        constraints=LinearConstraint(matrix, ub=above),
        integrality=np.concatenate([np.ones(count), np.zeros(pairs)]),
        bounds=Bounds(low, high),
    )
    return -found.fun


def a_problem(rng, candidates: int, demand: int, *, whole: bool = True, required: bool = True) -> LimitedProblem:
    present = rng.random((candidates, demand)) < rng.uniform(0.1, 0.7)
    weight = rng.integers(0, 40, demand).astype(float) if whole else rng.random(demand)
    room = rng.uniform(0.0, 1.0, candidates) * weight.sum()
    must = np.zeros(candidates, bool)
    must[rng.integers(candidates)] = required and rng.random() < 0.3
    plain = Problem(csr_matrix(present.astype(float)), weight, required=must)
    return LimitedProblem.of(plain, np.rint(room) if whole else room)


def test_every_small_case_equals_brute_force():
    rng = np.random.default_rng(1)
    for _ in range(120):
        problem = a_problem(rng, int(rng.integers(2, 8)), int(rng.integers(1, 12)), whole=rng.random() < 0.7)
        number = int(rng.integers(1, problem.candidates + 1))
        with LimitedSearch(problem) as search:
            choice = search.best(number)
        most = by_brute_force(problem, number)
        assert choice.gained == pytest.approx(most, rel=1e-7, abs=1e-7)
        assert served(problem, choice.candidates) == pytest.approx(most, rel=1e-7, abs=1e-7)
        assert choice.gap == pytest.approx(0, abs=1e-6) and len(choice.candidates) <= number
        assert set(np.flatnonzero(problem.required)) <= set(choice.candidates)


def test_larger_cases_are_as_good_as_the_whole_programme():
    """HiGHS itself may miss the best (of scipy 1.10, with large numbers beside small ones), and then says nothing."""
    rng = np.random.default_rng(2)
    for number in (2, 3, 4, 6):
        problem = a_problem(rng, 24, 80, required=False)
        problem = LimitedProblem.of(problem, problem.room / 4)
        with LimitedSearch(problem) as search:
            choice = search.best(number)
        assert choice.gained >= by_one_programme(problem, number) * (1 - 1e-6) and choice.gap < 1e-6
        assert choice.gained == pytest.approx(served(problem, choice.candidates), rel=1e-7)


def test_who_finds_room_where():
    rng = np.random.default_rng(3)
    for _ in range(40):
        problem = a_problem(rng, 6, 15, whole=rng.random() < 0.5)
        chosen = np.sort(rng.permutation(6)[: rng.integers(1, 6)])
        there = filled(problem, chosen)
        assert there.gained == pytest.approx(served(problem, chosen), rel=1e-7, abs=1e-7)
        people = there.people.toarray()
        assert people.sum() == pytest.approx(there.gained, rel=1e-6, abs=1e-6) and (people >= 0).all()
        assert (people.sum(axis=0) <= problem.weight + 1e-6).all()
        assert (people.sum(axis=1) <= problem.room[chosen] + 1e-6).all()
        assert not people[problem.scores[chosen].toarray() == 0].any()
        for other in itertools.combinations(range(6), 3):  # its cut bounds whatever is chosen
            assert there.cut.of(np.array(other)) >= served(problem, other) - 1e-6


def test_with_room_for_all_it_is_the_plain_problem():
    rng = np.random.default_rng(4)
    for _ in range(30):
        plain = a_problem(rng, 8, 20)
        number = int(rng.integers(1, 6))
        unlimited = Problem(plain.scores, plain.weight, required=plain.required)
        with LimitedSearch(LimitedProblem.of(plain, np.full(8, 1e9))) as limited, Search(unlimited) as search:
            assert limited.best(number).candidates.tolist() == search.best(number).candidates.tolist()


def test_the_fewest_that_are_enough_and_the_curve():
    # three places of 10 people each, candidate 0 reaches all, 1 and 2 the first two, 3 the last; each takes 15
    scores = np.array([[1, 1, 1], [1, 1, 0], [1, 1, 0], [0, 0, 1.0]])
    problem = LimitedProblem.of(Problem(csr_matrix(scores), np.full(3, 10.0)), np.full(4, 15.0))
    with LimitedSearch(problem) as search:
        curve = search.curve(4)
        assert [choice.gained for choice in curve] == [15, 30, 30, 30]
        assert curve[1].candidates.tolist() == [0, 1] and all(choice.gap == 0 for choice in curve)
        choice, least = search.smallest(30.0)
        assert (len(choice.candidates), least) == (2, 2)
    # without limits one is enough
    with LimitedSearch(LimitedProblem.of(problem, np.full(4, 30.0))) as search:
        assert search.smallest(30.0)[1] == 1 and search.best(1).candidates.tolist() == [0]


def test_a_cancel_keeps_the_best_so_far():
    rng = np.random.default_rng(5)
    problem = a_problem(rng, 60, 400, required=False)
    problem = LimitedProblem.of(problem, problem.room / 20)
    with LimitedSearch(problem) as search:
        choice = search.best(8, progress=Progress(is_cancelled=lambda: True))
        assert search.cancelled and 0 < choice.gained <= choice.bound
        assert choice.gained == pytest.approx(filled(problem, choice.candidates).gained)
        assert len(search.curve(8)) == 8


def test_who_goes_where_is_the_most_people_and_then_about_the_least_minutes():
    rng = np.random.default_rng(6)
    for _ in range(40):
        candidates, demand = 5, 30
        present = rng.random((candidates, demand)) < 0.6
        minutes = np.where(present, rng.uniform(1, 30, present.shape), 0.0)
        pairs = csr_matrix(minutes)
        weight = rng.integers(0, 40, demand).astype(float)
        room = np.rint(rng.uniform(0.05, 0.5, candidates) * weight.sum())
        whole = Problem(csr_matrix(present.astype(float)), weight)
        case = SimpleNamespace(whole=whole, room=room, reach=Reach(pairs.indptr, pairs.indices, pairs.data, demand))
        rows = np.array([0, 2, 3, 4])
        people = allotted(case, rows).toarray()
        problem = LimitedProblem(whole.scores, weight, room=room)
        assert people.sum() == pytest.approx(served(problem, rows), abs=0.1)
        assert (people.sum(axis=0) <= weight + 0.01).all() and (people.sum(axis=1) <= room[rows] + 0.01).all()
        assert not people[~present[rows]].any()
        # of all ways to serve as many, the one with the least minutes, by one programme of every pair
        where = np.argwhere(present[rows])
        limits = [(where[:, 1] == other).astype(float) for other in range(demand)]
        limits += [(where[:, 0] == row).astype(float) for row in range(len(rows))]
        limits.append(-np.ones(len(where)))
        above = np.concatenate([weight, room[rows], [-people.sum() + 0.1]])
        times = minutes[rows][where[:, 0], where[:, 1]]
        least = linprog(times, A_ub=np.array(limits), b_ub=above, method="highs").fun
        assert least - 3.1 <= (people * minutes[rows]).sum() <= 1.15 * least + 3.1

"""Choosing: brute force on small cases, an independent formulation, published instances, and properties."""

import dataclasses
import itertools
import time

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from access_plugin.engine import python_program
from access_plugin.engine.errors import Cancelled
from access_plugin.engine.placement.solving import bounds, choosing, linear
from access_plugin.engine.placement.solving import solver as solver_module
from access_plugin.engine.placement.solving.bounds import Relaxation
from access_plugin.engine.placement.solving.choosing import Search
from access_plugin.engine.placement.solving.exact import Levels
from access_plugin.engine.placement.solving.heuristics import exchanges, greedy, improve_by_swaps, prefer_lowest
from access_plugin.engine.placement.solving.linear import LinearBound
from access_plugin.engine.placement.solving.problem import Problem, drop_dominated, merge_equal, without_existing
from access_plugin.engine.placement.solving.solver import Solver
from access_plugin.engine.progress import Progress

KINDS = ("covering", "graded", "backup", "graded_backup")


def worth(problem: Problem, chosen) -> float:
    """The definition, word by word: the k-th largest score of each demand among those chosen and those that exist."""
    rows = sorted({*chosen, *np.flatnonzero(problem.existing)})
    scores = problem.scores.toarray()[rows]
    scores = -np.sort(-np.vstack([scores, np.zeros((len(problem.steps), scores.shape[1]))]), axis=0)
    return float(sum(step * (problem.weight * scores[rank]).sum() for rank, step in enumerate(problem.steps)))


def gained(problem: Problem, chosen) -> float:
    return worth(problem, chosen) - worth(problem, [])


def by_brute_force(problem: Problem, number: int) -> float:
    free = np.flatnonzero(~problem.existing & ~problem.required)
    must = np.flatnonzero(problem.required)
    count = min(number - len(must), len(free))
    return max(gained(problem, [*must, *choice]) for choice in itertools.combinations(free, count))


def a_problem(rng, kind: str, *, candidates=None, demand=None, whole=True) -> Problem:
    candidates, demand = candidates or int(rng.integers(2, 9)), demand or int(rng.integers(1, 14))
    present = rng.random((candidates, demand)) < rng.uniform(0.1, 0.7)
    scores = present * (rng.integers(1, 6, present.shape) if kind.startswith("graded") else 1)
    weight = rng.integers(0, 40, demand).astype(float) if whole else rng.random(demand)
    steps = (0.6, 0.4) if kind.endswith("backup") else (1.0,)
    existing, required = np.zeros(candidates, bool), np.zeros(candidates, bool)
    if candidates > 3 and rng.random() < 0.5:
        existing[rng.integers(candidates)] = True
        required[rng.integers(candidates)] = True
        required &= ~existing
    return Problem(csr_matrix(scores.astype(float)), weight, steps, existing, required)


@pytest.mark.parametrize("kind", KINDS)
def test_every_small_case_equals_brute_force(kind):
    rng = np.random.default_rng(KINDS.index(kind))
    for _ in range(150):
        problem = a_problem(rng, kind, whole=rng.random() < 0.7)
        number = int(rng.integers(max(1, problem.required.sum()), problem.candidates + 1))
        with Search(problem) as search:
            choice = search.best(number)
        best = by_brute_force(problem, number)
        assert choice.gained == pytest.approx(best)
        assert gained(problem, choice.candidates) == pytest.approx(best)
        assert choice.gap == pytest.approx(0, abs=1e-9)
        assert len(set(choice.candidates.tolist())) == len(choice.candidates) <= number
        assert set(np.flatnonzero(problem.required)) <= set(choice.candidates)
        assert not problem.existing[choice.candidates].any()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_worth_what_by_definition(kind):
    rng = np.random.default_rng(20)
    for _ in range(60):
        problem = a_problem(rng, kind)
        chosen = rng.permutation(np.flatnonzero(~problem.existing))[: rng.integers(1, 5)]
        assert problem.gained(chosen) == pytest.approx(gained(problem, chosen))


@pytest.mark.parametrize("kind", KINDS)
def test_every_exchange_is_worth_what_it_says(kind):
    """The whole neighbourhood, computed at once, against the definition, one exchange after the other."""
    rng = np.random.default_rng(21)
    for _ in range(40):
        problem = dataclasses.replace(a_problem(rng, kind), required=None)
        chosen = rng.permutation(np.flatnonzero(~problem.existing))[: rng.integers(1, 4)]
        change, gain = exchanges(problem, chosen)
        for place, candidate in itertools.product(range(len(chosen)), range(problem.candidates)):
            # whoever reaches nobody is no exchange
            if candidate in chosen or problem.existing[candidate] or problem.scores[candidate].nnz == 0:
                assert change[place, candidate] == -np.inf
                continue
            swapped = [*np.delete(chosen, place), candidate]
            assert change[place, candidate] == pytest.approx(worth(problem, swapped) - worth(problem, chosen))
            assert gain[candidate] == pytest.approx(worth(problem, [*chosen, candidate]) - worth(problem, chosen))


@pytest.mark.parametrize("kind", KINDS)
def test_a_growing_kernel_proves_what_it_says(kind, monkeypatch):
    """With kernels of two and a bound that closes little, so that HiGHS is asked several times."""
    for module, names in (
        (choosing, {"_KERNEL": 1, "_LEAST_KERNEL": 2, "_NEARLY_ALL": 1.0}),
        (bounds, {"_ITERATIONS": 3}),
    ):
        for name, value in names.items():
            monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(LinearBound, "suits", lambda self, kernel: False)
    rng = np.random.default_rng(29)
    for _ in range(8):
        problem = a_problem(rng, kind, candidates=9, demand=20)
        number = int(rng.integers(max(1, problem.required.sum()), (~problem.existing).sum()))
        with Search(problem) as search:
            choice = search.best(number, time_limit=20.0)
        assert choice.gained == pytest.approx(by_brute_force(problem, number))
        assert choice.gap == pytest.approx(0, abs=1e-9)


def test_a_choice_outside_of_what_is_left_is_proven_by_what_is_left(monkeypatch):
    """Nothing better can hold the candidates chosen so far: the last kernel holds them, and all that is left, once."""
    problem, asked = hard(seed=3, candidates=30, demand=120, share=0.2), []
    whole, exact = Relaxation.fixed, choosing.best_exactly

    def without_the_known(self, number, gained, bound):
        possible, sure = whole(self, number, gained, bound)
        possible[self.best_choice] = False
        return possible, np.zeros_like(sure)

    def improved(self, number, chosen, **options):
        self.best_choice = chosen
        self.best_rho = self.rho(self.multiplier)
        return float(self.bounds(number)[number]), chosen

    def counted(problem, *others):
        asked.append(problem.candidates)
        return exact(problem, *others)

    monkeypatch.setattr(Relaxation, "fixed", without_the_known)
    monkeypatch.setattr(Relaxation, "improve", improved)
    monkeypatch.setattr(choosing, "best_exactly", counted)
    monkeypatch.setattr(LinearBound, "suits", lambda self, kernel: False)
    with Search(problem) as search:
        choice = search.best(5, time_limit=20.0)
    assert choice.gap == 0 and len(asked) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_reductions_change_no_optimum(kind):
    rng = np.random.default_rng(22)
    for _ in range(80):
        problem = dataclasses.replace(a_problem(rng, kind), required=None)
        number = int(rng.integers(1, problem.candidates + 1))
        best = by_brute_force(problem, number)
        merged = merge_equal(without_existing(problem))
        kept = merged.rows(drop_dominated(merged))
        assert by_brute_force(merged, number) == pytest.approx(best)
        assert (by_brute_force(kept, number) if kept.candidates else 0.0) == pytest.approx(best)
        columns = [column.tobytes() for column in merged.scores.toarray().T]
        assert len(set(columns)) == len(columns)


def by_linear_programme(problem: Problem, number: int) -> float:
    """The relaxation of the textbook: who serves whom, in parts (Balinski 1965)."""
    scores, steps = problem.scores.toarray(), np.array(problem.steps)
    (count, demand), ranks = scores.shape, len(problem.steps)
    parts = [(row, place, rank) for row in range(count) for place in range(demand) for rank in range(ranks)]
    cost = np.concatenate([np.zeros(count), [-steps[k] * problem.weight[i] * scores[j, i] for j, i, k in parts]])
    numbers = np.arange(count, count + len(parts))
    row, place, rank = np.array(parts).T
    size = count + len(parts)

    def sums(key, extra=0):
        total = csr_matrix((np.ones(len(parts)), (key, numbers)), shape=(key.max() + 1, size)).toarray()
        total[:, :count] += extra
        return total

    pairs = sums(row * demand + place)
    pairs[np.arange(count * demand), np.repeat(np.arange(count), demand)] = -1.0
    budget = np.concatenate([(~problem.existing).astype(float), np.zeros(len(parts))])
    found = linprog(
        cost,
        A_ub=np.vstack([sums(place * ranks + rank), pairs, budget]),
        b_ub=np.concatenate([np.ones(demand * ranks), np.zeros(count * demand), [number]]),
        bounds=[(float(held), 1) for held in problem.existing | problem.required] + [(0, 1)] * len(parts),
    )
    return -found.fun - problem.before


@pytest.mark.parametrize("kind", KINDS)
def test_linear_programmes_over_a_growing_kernel_reach_the_relaxation_of_all(kind, monkeypatch):
    monkeypatch.setattr(linear, "_LEAST_KERNEL", 2)
    monkeypatch.setattr(linear, "_KERNEL", 1)
    rng, met = np.random.default_rng(28), 0
    with Solver() as solver:
        for _ in range(12):
            problem = dataclasses.replace(a_problem(rng, kind, candidates=12, demand=25), weight=rng.uniform(1, 9, 25))
            number = int(rng.integers(max(1, problem.required.sum()), 1 + (~problem.existing).sum() // 2))
            relaxation, start = Relaxation.of(problem), greedy(problem, number)
            first, _ = relaxation.improve(number, start, briefly=True)
            bound, chosen = LinearBound(relaxation, solver).improve(
                number, start, first, enough=np.inf, progress=Progress()
            )
            value = by_linear_programme(problem, number)
            assert bound >= value - 1e-6
            assert bound == pytest.approx(relaxation.bounds(number)[number])
            assert gained(problem, chosen) >= gained(problem, start) - 1e-9
            met += bound <= value * 1.002 or bound - gained(problem, chosen) < 1e-6
    assert met == 12


@pytest.mark.parametrize("kind", KINDS)
def test_the_bound_holds_for_every_number_and_closes_nothing_that_a_better_choice_needs(kind):
    rng = np.random.default_rng(23)
    for _ in range(60):
        problem = a_problem(rng, kind)
        number = int(rng.integers(max(1, problem.required.sum()), (~problem.existing).sum() + 1))
        best, start = by_brute_force(problem, number), greedy(problem, number)
        relaxation = Relaxation.of(problem)
        bound, chosen = relaxation.improve(number, start)
        possible, sure = relaxation.fixed(number, problem.gained(chosen), bound)
        assert bound >= best - 1e-6
        assert gained(problem, chosen) >= gained(problem, start) - 1e-9
        bounds = relaxation.bounds((~problem.existing).sum())
        for count in range(max(1, int(problem.required.sum())), len(bounds)):
            assert bounds[count] >= by_brute_force(problem, count) - 1e-6
        if best > gained(problem, chosen) + 1e-9:  # whatever is better lies within what was left open
            free = np.flatnonzero(~problem.existing)
            for choice in itertools.combinations(free, number):
                if gained(problem, choice) >= best - 1e-9 and set(np.flatnonzero(problem.required)) <= set(choice):
                    assert possible[list(choice)].all()
                    assert set(np.flatnonzero(sure & ~problem.existing)) <= set(choice)


def test_levels_rebuild_the_scores():
    rng = np.random.default_rng(24)
    for _ in range(50):
        problem = a_problem(rng, "graded")
        levels = Levels.of(problem)
        covers, value = levels.covers, levels.worth
        assert np.bincount(levels.merged, weights=levels.own) == pytest.approx(value)
        for size in (1, 2, 3):
            chosen = rng.permutation(problem.candidates)[:size]
            reached = np.asarray(covers[:, chosen].sum(axis=1)).ravel() > 0
            alone = dataclasses.replace(problem, existing=None, required=None)
            assert value[reached].sum() == pytest.approx(gained(alone, chosen))


def test_gain_grows_with_the_number_and_greedy_is_at_least_its_guarantee():
    rng = np.random.default_rng(25)
    for kind in KINDS:
        problem = dataclasses.replace(a_problem(rng, kind, candidates=14, demand=60), required=None)
        with Search(problem) as search:
            curve = search.curve(10)
        gains = [choice.gained for choice in curve]
        assert all(low <= high + 1e-9 for low, high in zip(gains, gains[1:]))
        for number, choice in enumerate(curve, start=1):
            assert choice.gap == pytest.approx(0, abs=1e-9)
            assert problem.gained(greedy(problem, number)) >= (1 - 1 / np.e) * choice.gained - 1e-9
            assert choice.gained >= problem.gained(improve_by_swaps(problem, greedy(problem, number))) - 1e-9


def test_ties_go_to_the_lowest_candidate():
    matrix = csr_matrix(np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1.0], [0, 0, 1, 1]]))
    problem = Problem(matrix, np.ones(4))
    assert prefer_lowest(problem, np.array([1, 3])).tolist() == [0, 2]
    with Search(problem) as search:
        assert search.best(2).candidates.tolist() == [0, 2]


def test_the_fewest_that_gain_a_target_equal_brute_force():
    rng = np.random.default_rng(26)
    for _ in range(120):
        problem = dataclasses.replace(a_problem(rng, "covering"), required=None)
        free = int((~problem.existing).sum())
        target = rng.uniform(0.1, 1.0) * by_brute_force(problem, free)
        fewest = next(
            count for count in range(free + 1) if (by_brute_force(problem, count) if count else 0.0) >= target - 1e-9
        )
        with Search(problem) as search:
            choice, least = search.smallest(target)
        assert (len(choice.candidates), least) == (fewest, fewest)
        assert gained(problem, choice.candidates) >= target - 1e-9


def test_nobody_is_chosen_who_adds_nothing():
    """Greedy takes A first, which B and C make useless.

    Row 0 reaches nobody (it may be a forbidden candidate) and must not slip into its place.
    """
    matrix = np.zeros((4, 6))
    for row, members in ((1, (0, 1, 2, 3)), (2, (0, 1, 4)), (3, (2, 3, 5))):
        matrix[row, list(members)] = 1
    with Search(Problem(csr_matrix(matrix), np.array([10, 10, 10, 10, 9, 9.0]))) as search:
        choice = search.best(3)
    assert sorted(choice.candidates.tolist()) == [2, 3]
    assert choice.gained == 58


def test_the_fewest_hold_all_that_are_required():
    rng = np.random.default_rng(27)
    for _ in range(80):
        problem = a_problem(rng, "covering")
        target = rng.uniform(0.1, 1.0) * gained(problem, np.flatnonzero(~problem.existing))
        must = np.flatnonzero(problem.required)
        with Search(problem) as search:
            choice, least = search.smallest(target)
        assert set(must) <= set(choice.candidates)
        sizes = [
            count
            for count in range(len(must), problem.candidates + 1)
            if count <= (~problem.existing).sum() and by_brute_force(problem, count) >= target - 1e-9
        ]
        assert len(choice.candidates) == least == (sizes[0] if sizes else len(must))


def hard(seed=30, candidates=150, demand=900, share=0.05) -> Problem:
    rng = np.random.default_rng(seed)
    return Problem(
        csr_matrix((rng.random((candidates, demand)) < share).astype(float)), rng.integers(1, 99, demand).astype(float)
    )


def test_when_the_time_runs_out_the_choice_is_still_the_same_and_the_gap_is_said():
    """What HiGHS has not finished does not count, so that the answer does not depend on how far it came."""
    answers = []
    for seconds in (0.0, 0.05, 0.4):
        with Search(hard()) as search:
            answers.append(search.best(20, time_limit=seconds))
    assert len({tuple(answer.candidates) for answer in answers}) == 1
    assert all(
        answer.bound > answer.gained and answer.gap == pytest.approx((answer.bound - answer.gained) / answer.bound)
        for answer in answers
    )
    assert answers[0].gained >= hard().gained(greedy(hard(), 20))


class CancelAtWork(Progress):
    """Is cancelled while HiGHS is at work, that long after it began, and knows when."""

    def __init__(self, seconds: float, monkeypatch) -> None:
        self.begun, self.at_second, solve = np.inf, np.inf, Solver.solve

        def watched(solver, *asked):
            self.begun = time.monotonic()
            try:
                return solve(solver, *asked)
            finally:
                self.begun = np.inf

        monkeypatch.setattr(Solver, "solve", watched)
        self.seconds = seconds
        super().__init__(is_cancelled=self._asked)

    def _asked(self) -> bool:
        if self.at_second == np.inf and time.monotonic() > self.begun + self.seconds:
            self.at_second = time.monotonic()
        return self.at_second < np.inf


def test_a_cancel_keeps_the_best_so_far_and_ends_the_solver(monkeypatch):
    """HiGHS would work on this for a minute; it is ended, and the curve below is filled with what is at hand."""
    progress = CancelAtWork(0.5, monkeypatch)
    with Search(hard(31, 220, 1500)) as search:
        curve = search.curve(20, time_limit=120, progress=progress)
        process = search.solver._process
    assert search.cancelled
    assert process is None
    assert time.monotonic() - progress.at_second < 5  # a second in the field; this machine may be busy with other tests
    assert len(curve) == 20
    assert curve[-1].gained >= hard(31, 220, 1500).gained(greedy(hard(31, 220, 1500), 20))
    assert all(choice.bound >= choice.gained for choice in curve)


def test_the_solver_s_process_is_gone_after_the_block_and_a_cancel_ends_it():
    programme = (
        np.ones(2),
        (np.ones(2), np.array([0, 0]), np.array([0, 1, 2]), (1, 2)),
        np.ones(1),
        np.zeros(2),
        np.ones(2),
        np.ones(2),
    )
    with Solver() as solver:
        finished, solution, _ = solver.solve(programme, 10.0, Progress())
        assert finished and solution.sum() == 1
        process = solver._process
        with pytest.raises(Cancelled):
            solver.solve(programme, 10.0, Progress(is_cancelled=lambda: True))
        assert process.poll() is not None
        assert solver.solve(programme, 10.0, Progress())[0]  # a new one starts
        process = solver._process
    assert process.poll() is not None


def test_a_solver_that_dies_between_two_problems_is_told_once_and_starts_anew():
    programme = (
        np.ones(2),
        (np.ones(2), np.array([0, 0]), np.array([0, 1, 2]), (1, 2)),
        np.ones(1),
        np.zeros(2),
        np.ones(2),
        np.ones(2),
    )
    heard = []
    with Solver() as solver:
        assert solver.solve(programme, 10.0, Progress())[0]
        solver._process.kill()
        solver._process.wait()
        assert not solver.solve(programme, 10.0, Progress(on_warning=heard.append))[0]
        assert solver.solve(programme, 10.0, Progress(on_warning=heard.append))[0]
    assert len(heard) == 1 and "without a proof" in heard[0]


def test_without_a_python_beside_it_the_solver_runs_here_and_says_so(monkeypatch):
    monkeypatch.setattr(python_program, "python_program", lambda: "")
    heard = []
    with Search(hard(32, 40, 200, 0.1)) as search:
        choice = search.best(6, progress=Progress(on_warning=heard.append))
    assert choice.gap == 0
    assert heard and "No Python program" in heard[0]


def test_a_solver_that_dies_leaves_the_best_so_far(monkeypatch):
    monkeypatch.setattr(solver_module.solver_process, "__file__", "/nowhere.py")
    with Search(hard(32, 40, 200, 0.1)) as search:
        choice = search.best(6)
    assert choice.gap > 0
    assert choice.gained > 0

"""Location models. So far the maximal covering location problem."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack, identity, vstack

from ..progress import SILENT, Progress
from .bounds import lagrangian_bound
from .coverage import Coverage, drop_dominated, merge_equal

#: scipy offers no way to interrupt HiGHS: a cancel is answered between two runs, the first one this long.
_FIRST_SECONDS = 1.0


@dataclass(frozen=True)
class Choice:
    """What a model chose: candidates in the order of their gain, what they gain, and what no choice can exceed."""

    candidates: np.ndarray
    gained: float
    bound: float

    @property
    def gap(self) -> float:
        """The share of the bound that is not proven to be out of reach; 0 when the choice is proven best."""
        return max(self.bound - self.gained, 0.0) / self.bound if self.bound > 0 else 0.0


def maximal_covering(coverage: Coverage, number: int, *, time_limit: float = 60.0, progress: Progress = SILENT) -> Choice:
    r"""Choose at most `number` candidates that cover the most (MCLP; Church & ReVelle 1974).

    .. math:: \max \sum_i w_i z_i,\quad z_i \le \sum_j a_{ij} y_j,\quad \sum_j y_j \le p,\quad y_j \in \{0, 1\},\ 0 \le z_i \le 1

    Demand that the same candidates cover is merged and dominated candidates are dropped; greedy choice improved by swaps gives a first
    answer, a Lagrangian bound leaves out candidates that no better choice can hold, and HiGHS solves the rest with a gap of 0. When
    the time runs out the best answer so far is returned with its bound.

    Parameters
    ----------
    coverage
        Candidates × demand.
    number
        How many candidates to choose; fewer are returned when fewer are useful.
    time_limit
        Seconds for HiGHS.
    progress
        Who may cancel.

    Returns
    -------
    Choice
        Candidates ordered by marginal gain. Where another candidate of a lower number would do as well in the place of a chosen one,
        it is taken instead.
    """
    return best_of(reduced(coverage), number, time_limit=time_limit, progress=progress)


@dataclass(frozen=True)
class Reduced:
    """A covering problem without what no best choice needs.

    ``merged`` has the demand that the same candidates cover merged, ``useful`` are the candidates that no other one dominates, ``small`` is the problem of these alone.
    """

    merged: Coverage
    useful: np.ndarray
    small: Coverage


def reduced(coverage: Coverage) -> Reduced:
    """Reduce a covering problem, whatever the number of candidates to choose."""
    merged = merge_equal(coverage)
    useful = drop_dominated(merged)
    return Reduced(merged, useful, merge_equal(Coverage(merged.matrix[useful], merged.weight)))


def best_of(problem: Reduced, number: int, *, time_limit: float = 60.0, progress: Progress = SILENT) -> Choice:
    """Solve what :func:`maximal_covering` does for a problem that is reduced already."""
    merged, useful, small = problem.merged, problem.useful, problem.small
    number = min(number, len(useful))
    if number == 0:
        return Choice(np.zeros(0, np.int64), 0.0, 0.0)
    chosen = improve_by_swaps(small, greedy(small, number))
    gained, bound = covered(small, chosen), float(small.weight.sum())
    if gained < bound:
        bound, candidates = lagrangian_bound(small, number, gained, progress=progress)
        rest = np.flatnonzero(candidates)
        found, rest_bound = _solve(merge_equal(Coverage(small.matrix[rest], small.weight)), number, time_limit, progress)
        if covered(small, rest[found]) > gained:
            chosen, gained = rest[found], covered(small, rest[found])
        bound = max(min(bound, rest_bound), gained)
    chosen = prefer_lowest(merged, useful[chosen])
    return Choice(order_by_gain(merged, chosen), gained, bound)


def _solve(coverage: Coverage, number: int, time_limit: float, progress: Progress) -> tuple[np.ndarray, float]:
    """Return the best choice that HiGHS finds, and its bound. Runs get longer, so that a cancel waits no longer than was spent before."""
    candidates, demand = coverage.matrix.shape
    link = hstack([-coverage.matrix.T.astype(float), identity(demand)])
    budget = csr_matrix(np.concatenate([np.ones(candidates), np.zeros(demand)]))
    constraint = LinearConstraint(vstack([link, budget]).tocsc(), ub=np.concatenate([np.zeros(demand), [number]]))
    cost = -np.concatenate([np.zeros(candidates), coverage.weight])
    whole = np.concatenate([np.ones(candidates), np.zeros(demand)])
    chosen, bound = np.zeros(0, np.int64), float(coverage.weight.sum())
    deadline, seconds = time.monotonic() + time_limit, _FIRST_SECONDS
    while True:
        progress.check()
        seconds = min(seconds, max(deadline - time.monotonic(), 0.1))
        result = milp(cost, constraints=constraint, integrality=whole, bounds=Bounds(0, 1), options={"mip_rel_gap": 0.0, "time_limit": seconds})
        if result.x is not None:
            found = np.flatnonzero(result.x[:candidates] > 0.5)
            chosen = max(chosen, found, key=lambda choice: covered(coverage, choice))
        if result.status == 0:
            return chosen, covered(coverage, chosen)
        if result.mip_dual_bound is not None:
            bound = min(bound, -float(result.mip_dual_bound))
        if time.monotonic() >= deadline:
            return chosen, bound
        seconds *= 3


def prefer_lowest(coverage: Coverage, chosen: np.ndarray) -> np.ndarray:
    """Put a lower candidate in the place of a chosen one wherever the choice then covers as much."""
    chosen = np.sort(chosen)
    changed = True
    while changed:
        changed = False
        for place in range(len(chosen) - 1, -1, -1):
            gain = _gain_without(coverage, np.delete(chosen, place))
            as_good = np.flatnonzero(gain >= gain[chosen[place]] - 1e-9)
            lower = as_good[(as_good < chosen[place]) & ~np.isin(as_good, chosen)]
            if len(lower):
                chosen[place] = lower[0]
                chosen.sort()
                changed = True
                break
    return chosen


def _gain_without(coverage: Coverage, others: np.ndarray) -> np.ndarray:
    """Return what each candidate would add to some others."""
    left = coverage.weight.astype(float).copy()
    left[np.unique(coverage.matrix[others].indices)] = 0.0
    return coverage.matrix @ left


def covered(coverage: Coverage, chosen: np.ndarray) -> float:
    """Return the weight that a choice covers."""
    rows = coverage.matrix[chosen]
    return float(coverage.weight[np.unique(rows.indices)].sum())


def greedy(coverage: Coverage, number: int) -> np.ndarray:
    """Choose one candidate after the other, each time the one that adds most, the lowest among equals."""
    left, chosen = coverage.weight.astype(float).copy(), []
    for _ in range(number):
        gain = coverage.matrix @ left
        best = int(np.argmax(gain))
        if gain[best] <= 0:
            break
        chosen.append(best)
        left[coverage.matrix.indices[coverage.matrix.indptr[best] : coverage.matrix.indptr[best + 1]]] = 0.0
    return np.array(chosen, np.int64)


def improve_by_swaps(coverage: Coverage, chosen: np.ndarray) -> np.ndarray:
    """Exchange one chosen candidate for another as long as that covers more (Teitz & Bart 1968)."""
    chosen = chosen.copy()
    improved = True
    while improved:
        improved = False
        for place in range(len(chosen)):
            gain = _gain_without(coverage, np.delete(chosen, place))
            best = int(np.argmax(gain))
            if gain[best] > gain[chosen[place]] + 1e-9:
                chosen[place] = best
                improved = True
    return chosen


def order_by_gain(coverage: Coverage, chosen: np.ndarray) -> np.ndarray:
    """Put chosen candidates into the order in which each adds most to those before it, the lowest first among equals."""
    chosen = np.sort(chosen)
    return chosen[greedy(Coverage(coverage.matrix[chosen], coverage.weight), len(chosen))]

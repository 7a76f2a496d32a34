"""A choosing problem as a mixed-integer programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix, hstack, identity, vstack

from ...arrays import Bools, Ints
from ...progress import Progress
from .problem import Problem, equal_columns, merge_equal
from .solver import Solver

if TYPE_CHECKING:
    from .solver_process import Programme

#: More entries than this are too many for the solver to begin with.
MOST_ENTRIES = 4_000_000


def entries_of_levels(problem: Problem) -> int:
    """Return how many entries the :class:`Levels` of a problem would have at most."""
    size = np.diff(problem.scores.tocsc().indptr).astype(np.int64)
    return int(size.sum()) if _one_score(problem) else int((size * (size + 1) // 2).sum())


def _one_score(problem: Problem) -> bool:
    return problem.scores.nnz == 0 or bool((problem.scores.data == problem.scores.data[0]).all())


@dataclass(frozen=True)
class Levels:
    """The scores of each demand cut into levels, each covered by the candidates that score at least as much.

    This is the radius formulation of García, Labbé & Marín 2011.

    Attributes
    ----------
    covers, worth
        (m, c) 1 where a candidate reaches a level, (m,) what that is worth; levels that the same candidates reach are
        one.
    demand, own, merged
        (l,) of each level by itself: whose it is, what it is worth, and which row it is part of.
    """

    covers: csr_matrix
    worth: np.ndarray
    demand: np.ndarray
    own: np.ndarray
    merged: np.ndarray

    @classmethod
    def of(cls, problem: Problem) -> "Levels":
        """Cut the scores of a problem into levels."""
        columns = problem.scores.tocsc()
        order = np.lexsort((-columns.data, np.repeat(np.arange(problem.demand), np.diff(columns.indptr))))
        score, rows = np.asarray(columns.data, float)[order], columns.indices[order]
        demand = np.repeat(np.arange(problem.demand), np.diff(columns.indptr))
        last = np.ones(len(score), bool)  # the last candidate of each level
        last[:-1] = (score[1:] != score[:-1]) | (demand[1:] != demand[:-1])
        end = np.flatnonzero(last)
        below = np.where(np.append(demand[end[1:]], -1) == demand[end], np.append(score[end[1:]], 0.0), 0.0)
        size = end + 1 - columns.indptr[demand[end]]
        first = np.cumsum(size) - size
        within = np.arange(size.sum()) - np.repeat(first, size) + np.repeat(columns.indptr[demand[end]], size)
        covers = csr_matrix(
            (np.ones(len(within)), rows[within], np.append(first, size.sum())), shape=(len(end), problem.candidates)
        )
        own = problem.weight[demand[end]] * (score[end] - below)
        apart = Problem(covers.T.tocsr(), own)
        merged = equal_columns(apart)
        whole = merge_equal(apart, merged)
        some = merged >= 0
        return cls(whole.scores.T.tocsr(), whole.weight, demand[end][some], own[some], merged[some])

    def programme(self, problem: Problem, number: int, sure: np.ndarray, *, whole: bool) -> Programme:
        """Return what :meth:`solver.Solver.solve` takes.

        Parameters as :func:`best_exactly`, and whether candidates are taken as a whole.
        """
        count, ranks = self.covers.shape[0], len(problem.steps)
        link = hstack([self.covers, *[identity(count)] * ranks])
        budget = csr_matrix(np.concatenate([-(~problem.existing).astype(float), np.zeros(ranks * count)]))
        matrix = vstack([link, budget]).tocsc()
        cost = np.concatenate([np.zeros(problem.candidates), *(step * self.worth for step in problem.steps)])
        low = np.concatenate([np.full(count, float(ranks)), [-float(number)]])
        integral = np.concatenate([np.full(problem.candidates, float(whole)), np.zeros(ranks * count)])
        at_least = np.concatenate([sure.astype(float), np.zeros(ranks * count)])
        parts = (matrix.data, matrix.indices, matrix.indptr, matrix.shape)
        return cost, parts, low, at_least, np.ones(len(cost)), integral


def best_exactly(
    problem: Problem, number: int, sure: Bools, solver: Solver, seconds: float, progress: Progress
) -> tuple[bool, Ints]:
    """Solve a small problem by HiGHS.

    .. math:: \\min \\sum_{l,k} s_k w_l u_{lk},\\quad \\sum_k u_{lk} + \\sum_j a_{lj} y_j \\ge K,\\quad \\sum_j y_j \\le
    p,\\quad y_j \\in \\{0, 1\\},\\ 0 \\le u_{lk} \\le 1

    Parameters
    ----------
    number
        How many candidates are chosen.
    sure
        (c,) bool: those that must be in, what exists among them.

    Returns
    -------
    finished, chosen
        Whether the best choice was found and proven; its rows, without what exists.
    """
    programme = Levels.of(problem).programme(problem, number, sure, whole=True)
    finished, solution, _ = solver.solve(programme, seconds, progress)
    if not finished or solution is None:
        return False, np.zeros(0, np.int64)
    return True, np.flatnonzero((solution[: problem.candidates] > 0.5) & ~problem.existing)

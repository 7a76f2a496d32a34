"""A choosing problem as a mixed-integer programme."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix, hstack, identity, vstack

from ...arrays import Bools, Floats, Ints
from ...progress import Progress
from .problem import Problem, merge_equal
from .solver import Solver

#: More entries than this are too many for the solver to begin with.
MOST_ENTRIES = 4_000_000


def entries_of_levels(problem: Problem) -> int:
    """Return how many entries :func:`levels` would have at most."""
    size = np.diff(problem.scores.tocsc().indptr).astype(np.int64)
    return int(size.sum()) if _one_score(problem) else int((size * (size + 1) // 2).sum())


def _one_score(problem: Problem) -> bool:
    return problem.scores.nnz == 0 or bool((problem.scores.data == problem.scores.data[0]).all())


def levels(problem: Problem) -> tuple[csr_matrix, Floats]:
    """Cut the scores of each demand into levels, each covered by the candidates that score at least as much (García,
    Labbé & Marín 2011, radius formulation).

    Returns
    -------
    covers, worth
        (levels, c) 1 where a candidate reaches a level; (levels,) what the level is worth. Levels that the same
        candidates reach are one.
    """
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
    merged = merge_equal(Problem(covers.T.tocsr(), problem.weight[demand[end]] * (score[end] - below)))
    return merged.scores.T.tocsr(), merged.weight


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
    covers, worth = levels(problem)
    count, ranks = covers.shape[0], len(problem.steps)
    candidates = problem.candidates
    link = hstack([covers, *[identity(count)] * ranks])
    budget = csr_matrix(np.concatenate([-(~problem.existing).astype(float), np.zeros(ranks * count)]))
    matrix = vstack([link, budget]).tocsc()
    cost = np.concatenate([np.zeros(candidates), *(step * worth for step in problem.steps)])
    low = np.concatenate([np.full(count, float(ranks)), [-float(number)]])
    whole = np.concatenate([np.ones(candidates), np.zeros(ranks * count)])
    at_least = np.concatenate([sure.astype(float), np.zeros(ranks * count)])
    programme = (
        cost,
        (matrix.data, matrix.indices, matrix.indptr, matrix.shape),
        low,
        np.full(len(low), np.inf),
        at_least,
        np.ones(len(cost)),
        whole,
    )
    finished, solution = solver.solve(programme, seconds, progress)
    if not finished or solution is None:
        return False, np.zeros(0, np.int64)
    return True, np.flatnonzero((solution[:candidates] > 0.5) & ~problem.existing)

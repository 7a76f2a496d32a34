"""What a choice of candidates is worth: the problem that all models of coverage and of mean time are cases of."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import cast

import numpy as np
from scipy.sparse import csr_matrix

from ...arrays import LATER, Bools, Floats, Ints


@dataclass(frozen=True)
class Problem:
    r"""Choose candidates :math:`S` so that :math:`\sum_i w_i \sum_k s_k \, v_i^{(k)}(S)` is largest.

    :math:`v_i^{(k)}(S)` is the k-th largest score that a chosen candidate has for the demand *i*. With scores of 0 and
    1 and one step this is the maximal covering problem; with the minutes saved as scores, the p-median problem; with
    two steps, covering with backup.

    Attributes
    ----------
    scores
        (c, d) CSR of non-negative numbers.
    weight
        (d,) people, or whatever is to be gained.
    steps
        What the best, and the second best, score of a demand counts for; falling.
    existing
        (c,) bool: what is there already: always in, never counted as chosen.
    required
        (c,) bool: what must be among those chosen.
    """

    scores: csr_matrix
    weight: Floats
    steps: tuple[float, ...] = (1.0,)
    existing: Bools = LATER
    required: Bools = LATER

    def __post_init__(self) -> None:
        for name in ("existing", "required"):
            if getattr(self, name) is None:
                object.__setattr__(self, name, np.zeros(self.scores.shape[0], bool))

    @property
    def candidates(self) -> int:
        """How many candidates there are."""
        return int(self.scores.shape[0])

    @property
    def demand(self) -> int:
        """How many pieces of demand there are."""
        return int(self.scores.shape[1])

    @property
    def always(self) -> Ints:
        """The rows that every choice holds."""
        return np.flatnonzero(self.existing | self.required)

    @functools.cached_property
    def value(self) -> Floats:
        """(nnz,) the score times the weight of each entry."""
        value: Floats = np.asarray(self.scores.data, float) * self.weight[self.scores.indices]
        return value

    @functools.cached_property
    def row(self) -> Ints:
        """(nnz,) the candidate of each entry."""
        return np.repeat(np.arange(self.candidates), np.diff(self.scores.indptr))

    @functools.cached_property
    def before(self) -> float:
        """What those that exist are worth by themselves."""
        return self._worth(np.flatnonzero(self.existing))

    def by_candidate(self, entries: Floats) -> Floats:
        """Return (c,) the sums of some numbers of the entries."""
        start, total = self.scores.indptr[:-1], np.zeros(self.candidates)
        filled = np.flatnonzero(np.diff(self.scores.indptr))
        if len(filled):
            total[filled] = np.add.reduceat(entries, start[filled])
        return total

    def rows(self, chosen: Ints) -> "Problem":
        """Return the problem of some candidates alone."""
        return Problem(self.scores[chosen], self.weight, self.steps, self.existing[chosen], self.required[chosen])

    def gained(self, chosen: Ints) -> float:
        """Return what a choice is worth on top of what exists."""
        return self._worth(np.union1d(chosen, np.flatnonzero(self.existing))) - self.before

    def _worth(self, chosen: Ints) -> float:
        best, _ = tops(self, chosen)
        return float(sum(step * best[rank].sum() for rank, step in enumerate(self.steps)))


def tops(problem: Problem, chosen: Ints) -> tuple[Floats, Ints]:
    """Return the largest values that chosen candidates have for each demand, and whose they are.

    Returns
    -------
    best, owner
        (k + 1, d) for k steps: falling values, 0 where there is none; positions in `chosen`, -1 for none.
    """
    ranks = len(problem.steps) + 1
    best, owner = np.zeros((ranks, problem.demand)), np.full((ranks, problem.demand), -1)
    start = problem.scores.indptr
    for place, candidate in enumerate(chosen):
        here = slice(start[candidate], start[candidate + 1])
        demand, value = problem.scores.indices[here], problem.value[here].copy()
        mine = np.full(len(demand), place)
        for rank in range(ranks):
            there, whose = best[rank, demand], owner[rank, demand]
            larger = value > there
            best[rank, demand], owner[rank, demand] = np.where(larger, value, there), np.where(larger, mine, whose)
            value, mine = np.where(larger, there, value), np.where(larger, whose, mine)
    return best, owner


def added(problem: Problem, best: Floats) -> Floats:
    """Return (nnz,) what each entry would add for its demand to the best values so far.

    Of these values, one more than there are steps is known.
    """
    demand, ceiling, total = problem.scores.indices, problem.value, cast("Floats", 0.0)
    for rank, step in enumerate(problem.steps):
        there = best[rank][demand]
        total = total + step * np.maximum(ceiling - there, 0.0)
        ceiling = np.minimum(ceiling, there)
    return total


def equal_columns(problem: Problem) -> np.ndarray:
    """Return (d,) the number of the group of demand that the same candidates have the same scores for.

    Groups are numbered by their first members; -1 is for what none reaches or that weighs nothing.
    """
    columns = problem.scores.tocsc()
    columns.sort_indices()
    start, rows, scores = columns.indptr, columns.indices, np.asarray(columns.data, float)
    groups: dict[bytes, int] = {}
    group, plain = np.full(problem.demand, -1), bool((scores == scores[:1]).all())
    for column in np.flatnonzero((np.diff(start) > 0) & (problem.weight > 0)).tolist():
        here = slice(start[column], start[column + 1])
        key = rows[here].tobytes() if plain else rows[here].tobytes() + scores[here].tobytes()
        group[column] = groups.setdefault(key, len(groups))
    return group


def merge_equal(problem: Problem, group: np.ndarray | None = None) -> Problem:
    """Merge demand that the same candidates have the same scores for, and drop what changes nothing.

    What none reaches or that weighs nothing is dropped; `group` is as :func:`equal_columns` gives it. Any choice of
    candidates gains as much before as after.
    """
    group = equal_columns(problem) if group is None else group
    kept = np.flatnonzero(group >= 0)
    weight = np.bincount(group[kept], weights=problem.weight[kept]).astype(float)
    first = np.unique(group[kept], return_index=True)[1]
    scores = problem.scores.tocsc()[:, kept[first]].tocsr() if len(kept) else csr_matrix((problem.candidates, 0))
    return Problem(scores, weight, problem.steps, problem.existing, problem.required)


def without_existing(problem: Problem) -> Problem:
    """Return the problem of the same candidates in which what exists is counted already.

    Only where the best score alone counts.

    Scores are what each adds to the best of those that exist, and these have none any more.
    """
    if len(problem.steps) > 1 or not problem.existing.any():
        return problem
    there = problem.scores[problem.existing].max(axis=0).toarray().ravel()
    scores = problem.scores.astype(float).copy()
    scores.data = np.maximum(scores.data - there[scores.indices], 0.0)
    scores.data[np.repeat(problem.existing, np.diff(scores.indptr))] = 0.0
    scores.eliminate_zeros()
    return Problem(scores, problem.weight, problem.steps, required=problem.required)


def drop_dominated(problem: Problem) -> Ints:
    """Return the candidates that no other one does as well as for all of their demand.

    Among equals it is one of a lower number that does as well. Those that are always in stay. Some best choice consists
    of these alone, unless it must take more candidates than are useful. Where a second best score counts too, none is
    dropped but those that reach nothing.
    """
    scores = problem.scores.sorted_indices()
    start, demand, value = scores.indptr, scores.indices, np.asarray(scores.data, float)
    size, columns = np.diff(start), scores.tocsc()
    seldom, total = np.diff(columns.indptr), np.asarray(scores.sum(axis=1)).ravel()
    held = problem.existing | problem.required
    if len(problem.steps) > 1:
        return np.flatnonzero((size > 0) | held)
    keep, mine = [], np.zeros(problem.demand)
    for candidate in range(problem.candidates):
        here = slice(start[candidate], start[candidate + 1])
        if held[candidate] or size[candidate] == 0:
            keep += [candidate] if held[candidate] else []
            continue
        # whoever does as well everywhere does so for the rarest piece
        rarest = demand[here][np.argmin(seldom[demand[here]])]
        rivals = columns.indices[columns.indptr[rarest] : columns.indptr[rarest + 1]]
        rivals = rivals[
            (size[rivals] >= size[candidate])
            & (rivals != candidate)
            & (total[rivals] >= total[candidate] * (1 - 1e-12))
        ]
        mine[demand[here]] = value[here]
        for rival in rivals:
            there = slice(start[rival], start[rival + 1])
            least = mine[demand[there]]
            if np.count_nonzero((least > 0) & (value[there] >= least)) == size[candidate]:
                alike = size[rival] == size[candidate] and np.array_equal(value[there], least)
                if not alike or rival < candidate:
                    break
        else:
            keep.append(candidate)
        mine[demand[here]] = 0.0
    return np.array(keep, np.int64)

"""Places that take only so many people: who finds room where (capacitated covering: Current & Storbeck 1988)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from ...arrays import LATER, Bools, Floats, Ints
from .problem import Problem, merge_equal

#: Flows are counted in whole numbers of 32 bits: all people together are so many at most.
_MOST = 2**30


@dataclass(frozen=True)
class LimitedProblem(Problem):
    r"""Choose candidates of which each takes so many people at most, :math:`C_j`.

    :math:`\max \sum_{ij} x_{ij}` with :math:`\sum_j x_{ij} \le w_i`, :math:`\sum_i x_{ij} \le C_j y_j`, :math:`\sum_j
    y_j \le p`: who lives at one place may go to several. Nothing exists yet, scores are 1.

    Attributes
    ----------
    room
        (c,) people that each candidate takes at most.
    """

    room: Floats = LATER

    @classmethod
    def of(cls, problem: Problem, room: Floats) -> LimitedProblem:
        """Return a problem with room; its equal demand is merged."""
        merged = merge_equal(problem)
        return cls(merged.scores, merged.weight, required=merged.required, room=np.asarray(room, float))

    def rows(self, chosen: Ints) -> LimitedProblem:
        """Return the problem of some candidates alone."""
        return LimitedProblem(self.scores[chosen], self.weight, required=self.required[chosen], room=self.room[chosen])

    def gained(self, chosen: Ints) -> float:
        """Return how many people a choice serves."""
        return filled(self, np.asarray(chosen, np.int64)).gained


@dataclass(frozen=True)
class Cut:
    """A bound of what any choice serves (max-flow min-cut: Ford & Fulkerson 1956).

    It serves no more than ``base`` and the ``worth`` of those chosen. For a choice that it was made of, it is what that
    serves.
    """

    base: float
    worth: Floats

    def of(self, chosen: Ints) -> float:
        """Return what a choice serves at most."""
        return self.base + float(self.worth[chosen].sum())


def cut_at(problem: LimitedProblem, full: Bools) -> Cut:
    """Return the cut that counts some demand, (d,) bool, as a whole, and of the others what finds room."""
    reached = problem.scores @ np.where(full, 0.0, problem.weight)
    return Cut(float(problem.weight[full].sum()), np.minimum(problem.room, reached))


@dataclass(frozen=True)
class Filled:
    """Who finds room in some candidates.

    Attributes
    ----------
    gained
        People served.
    people
        (k, d) of each demand in each of those chosen.
    cut
        The cut that proves it.
    """

    gained: float
    people: csr_matrix
    cut: Cut


def filled(problem: LimitedProblem, chosen: Ints, shares: Floats | None = None) -> Filled:
    """Fill some candidates with as many people as find room.

    Parameters
    ----------
    chosen
        (k,) rows.
    shares
        (k,) which part of each is there, as in a linear programme; all by default.
    """
    shares = np.ones(len(chosen)) if shares is None else shares
    rows = problem.scores[chosen]
    rows.sort_indices()
    there = np.unique(rows.indices)
    weight, count = problem.weight[there], len(chosen)
    everyone = float(weight.sum())
    scale = _MOST / everyone if everyone > 0 else 1.0
    scale = np.floor(scale) if scale >= 1 else scale  # whole people are counted as such
    demand = np.searchsorted(there, rows.indices)
    room = np.minimum(problem.room[chosen], rows @ problem.weight) * shares
    along = weight[demand] * np.repeat(shares, np.diff(rows.indptr))
    # source, candidates, demand, sink
    sink = 1 + count + len(there)
    graph = csr_matrix(
        (
            np.rint(np.concatenate([room, along, weight]) * scale).astype(np.int32),
            np.concatenate([1 + np.arange(count), 1 + count + demand, np.full(len(there), sink)]),
            np.concatenate(
                [
                    [0],
                    count + rows.indptr,
                    count + rows.nnz + 1 + np.arange(len(there)),
                    [count + rows.nnz + len(there)],
                ]
            ),
        ),
        shape=(sink + 1, sink + 1),
    )
    flow = maximum_flow(graph, 0, sink).flow
    left = graph - flow
    left.data[left.data < 0] = 0
    left.eliminate_zeros()
    reached = breadth_first_order(left, 0, return_predecessors=False)
    full = np.zeros(problem.demand, bool)
    full[there[reached[(reached > count) & (reached < sink)] - 1 - count]] = True
    cut = cut_at(problem, full)
    people = flow[1 : 1 + count, 1 + count : sink].tocoo()
    served = csr_matrix((people.data / scale, (people.row, there[people.col])), shape=(count, problem.demand))
    return Filled(cut.base + float(cut.worth[chosen] @ shares), served, cut)

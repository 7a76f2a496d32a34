"""Who finds room in which of the chosen places, where each takes only so many people."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

from ..arrays import Floats, Ints
from .solving.room import LimitedProblem, filled

if TYPE_CHECKING:
    from .case import Case

#: So small a part of all people is nobody: what the solver's tolerances leave.
_NOBODY = 1e-10


def allotted(case: Case, rows: Ints) -> csr_matrix:
    """Return (k, d) how many people of each place go to each of some candidates: as many as can, and then the nearest.

    It is a transport problem (Hitchcock 1941): of all ways to serve the most people, one with the least minutes.
    """
    whole, room = case.whole, cast("Floats", case.room)
    problem = LimitedProblem(whole.scores, whole.weight, room=room)
    most = filled(problem, rows).gained
    pairs = whole.scores[rows].tocoo()
    if not len(pairs.row):
        return csr_matrix((len(rows), problem.demand))
    minutes = case.reach.scored(case.reach.minutes + 1.0)[rows][pairs.row, pairs.col]
    count, everyone = len(pairs.row), max(float(whole.weight.sum()), 1e-300)
    each = np.arange(count)
    limits = vstack(
        [
            csr_matrix((np.ones(count), (pairs.col, each)), shape=(problem.demand, count)),
            csr_matrix((np.ones(count), (pairs.row, each)), shape=(len(rows), count)),
            csr_matrix(-np.ones((1, count))),
        ]
    )
    above = np.concatenate([whole.weight, room[rows], [-most * (1 - 1e-9)]]) / everyone
    found = linprog(np.asarray(minutes).ravel(), A_ub=limits, b_ub=np.minimum(above, 1.0), method="highs")
    if found.status != 0:  # another way to serve as many
        return filled(problem, rows).people
    people = np.where(found.x > _NOBODY, found.x, 0.0)
    people = np.round(people * most / max(people.sum(), 1e-300), 3)  # the solver may be a hair off
    served = csr_matrix((people, (pairs.row, pairs.col)), shape=(len(rows), problem.demand))
    served.eliminate_zeros()
    return served

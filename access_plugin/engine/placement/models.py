"""From who reaches whom in how many minutes to the best choice, by a location model (:mod:`location_models`)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from ..arrays import Bools, Floats, Ints
from ..progress import SILENT, Progress
from .location_models import MODEL
from .solving.choosing import Search
from .solving.heuristics import order_by_gain
from .solving.limited_search import LimitedSearch
from .solving.problem import Problem
from .solving.room import LimitedProblem
from .solving.searching import Choice, Searching


@dataclass(frozen=True)
class Reach:
    """Who is reached in how many minutes.

    Candidate *j* has the entries ``start[j]`` to ``start[j + 1]`` of ``place`` and ``minutes``.
    """

    start: Ints
    place: Ints
    minutes: Floats
    places: int

    @property
    def candidates(self) -> int:
        """How many candidates there are."""
        return len(self.start) - 1

    @property
    def candidate(self) -> Ints:
        """(n,) the candidate of each entry."""
        return np.repeat(np.arange(self.candidates), np.diff(self.start))

    def where(self, kept: Bools) -> "Reach":
        """Return some of the entries."""
        start = np.concatenate([[0], np.cumsum(np.bincount(self.candidate[kept], minlength=self.candidates))])
        return Reach(start, self.place[kept], self.minutes[kept], self.places)

    def joined(self, other: "Reach") -> "Reach":
        """Return the entries of both, the candidates of the other one after those of this one."""
        start = np.concatenate([self.start, self.start[-1] + other.start[1:]])
        return Reach(
            start, np.concatenate([self.place, other.place]), np.concatenate([self.minutes, other.minutes]), self.places
        )

    def nearest(self, chosen: Ints) -> tuple[Floats, Ints]:
        """Return the minutes of each place from the nearest of some candidates, and which one that is.

        Minutes are NaN where none reaches it; which one is the first among equals, -1 for none.
        """
        minutes, whose = np.full(self.places, np.inf), np.full(self.places, -1)
        for candidate in chosen:
            here = slice(self.start[candidate], self.start[candidate + 1])
            place, sooner = self.place[here], self.minutes[here] < minutes[self.place[here]]
            minutes[place[sooner]], whose[place[sooner]] = self.minutes[here][sooner], candidate
        return np.where(np.isinf(minutes), np.nan, minutes), whose

    def scored(self, score: Bools | Floats) -> csr_matrix:
        """Return the matrix of some scores of the entries, without those that are 0."""
        matrix = csr_matrix((np.asarray(score, float), self.place, self.start), shape=(self.candidates, self.places))
        matrix.eliminate_zeros()
        return matrix


def problem_of(
    model: str, reach: Reach, before: Floats, weight: Floats, threshold: float, spread: float = 10.0
) -> Problem:
    """Return the problem that a model is.

    Parameters
    ----------
    model
        Of ``defaults.MODELS``; for the p-centre, the p-median problem.
    reach
        Of the candidates, and of what exists where that is to be counted with them.
    before
        (d,) minutes without any candidate.
    weight
        (d,) people.
    threshold
        Minutes.
    spread
        Minutes before and after the threshold between which gradual coverage falls from 1 to 0.
    """
    return MODEL[model].problem(reach, before, weight, threshold, spread)


@dataclass(frozen=True)
class Answer:
    """What a model answers: choices for a growing number of candidates, the last of which is the answer.

    The number that is proven to be needed at least, where the fewest were asked for; and whether a cancel cut the work.
    """

    choices: list[Choice]
    least: int | None = None
    cancelled: bool = False

    @property
    def final(self) -> Choice:
        """The choice of the number that was asked for."""
        return self.choices[-1]


def searching(problem: Problem) -> Searching:
    """Return what searches for the best choices of a problem; to be used in a ``with`` block."""
    return LimitedSearch(problem) if isinstance(problem, LimitedProblem) else Search(problem)


def choose(problem: Problem, number: int, *, time_limit: float = 60.0, progress: Progress = SILENT) -> Answer:
    """Choose 1 to `number` candidates that gain the most (MCLP: Church & ReVelle 1974; p-median: Hakimi 1964)."""
    with searching(problem) as search:
        return Answer(search.curve(number, time_limit=time_limit, progress=progress), None, search.cancelled)


def best(problem: Problem, number: int, *, time_limit: float = 60.0, progress: Progress = SILENT) -> Answer:
    """Choose as :func:`choose` does, for the number itself alone."""
    with searching(problem) as search:
        return Answer([search.best(number, time_limit=time_limit, progress=progress)], None, search.cancelled)


def cover(
    problem: Problem, share: float, of: float | None = None, *, time_limit: float = 60.0, progress: Progress = SILENT
) -> Answer:
    """Choose the fewest candidates that gain a share (LSCP: Toregas et al. 1971, where it is all that can be gained).

    Parameters
    ----------
    share
        From 0 to 1.
    of
        What it is a share of; what all candidates together gain by default. What cannot be reached is not asked for.
    """
    # where all are to be reached, each counts the same, but where there is room for so many alone
    alike = of is None and not isinstance(problem, LimitedProblem)
    asked = replace(problem, weight=(problem.weight > 0).astype(float)) if alike else problem
    with searching(asked) as search:
        target = search.most if of is None else min(share * of, search.most)
        choice, least = search.smallest(target * (1 - 1e-12), time_limit=time_limit, progress=progress)
        choices, cancelled = (
            [search.at_hand(count) for count in range(1, len(choice.candidates))] + [choice],
            search.cancelled,
        )
    if alike:  # in what the places weigh
        most = problem.gained(np.arange(problem.candidates))
        choices = [
            Choice(order_by_gain(problem, one.candidates), problem.gained(one.candidates), most) for one in choices
        ]
    return Answer(choices, least, cancelled)


def centre(
    reach: Reach,
    before: Floats,
    weight: Floats,
    number: int,
    *,
    required: Bools,
    time_limit: float = 60.0,
    progress: Progress = SILENT,
) -> tuple[Ints, float, bool]:
    """Choose the candidates with which the longest time is shortest (p-centre: Hakimi 1964).

    They are found by bisection over the times that occur (Minieka 1970). Places that no candidate is nearer to than
    what exists are left out: no choice changes them. Those without people too.

    Returns
    -------
    chosen, bound, cancelled
        The candidates; minutes that no choice is proven to go below, the longest time itself when it is proven; whether
        a cancel cut the work.
    """
    useful = reach.where((reach.minutes < before[reach.place]) & (weight[reach.place] > 0))
    helped = np.unique(useful.place)
    if len(helped) == 0:
        return np.flatnonzero(required), 0.0, False
    best = useful.nearest(np.arange(useful.candidates))[0]
    radii = np.unique(np.concatenate([useful.minutes, before[helped]]))
    radii = radii[radii >= best[helped].max()]
    low, high, proven = 0, len(radii) - 1, 0
    chosen, share, cancelled = np.flatnonzero(required), time_limit / max(np.log2(len(radii)), 1.0), False
    while low < high and not cancelled:
        middle = (low + high) // 2
        far = np.zeros(useful.places)
        far[helped] = before[helped] > radii[middle]
        problem = replace(Problem(useful.scored(useful.minutes <= radii[middle]), far), required=required)
        with Search(problem) as search:
            choice = search.best(number, time_limit=share, enough=far.sum(), progress=progress)
            cancelled = search.cancelled
        if choice.gained >= far.sum() - 1e-9:
            chosen = np.union1d(choice.candidates, np.flatnonzero(required))
            after = np.fmin(before, useful.nearest(chosen)[0])[helped].max()
            high = min(middle, int(np.searchsorted(radii, after)))
        else:
            low = middle + 1
            proven = max(proven, middle + 1) if choice.bound < far.sum() - 1e-9 else proven
    return chosen, float(radii[min(proven, high)]), cancelled

"""The best choice of a number of candidates, proven where the time allows it."""

from __future__ import annotations

import time

import numpy as np

from ...arrays import Floats, Ints
from ...errors import Cancelled
from ...progress import SILENT, Progress
from .bounds import Relaxation
from .exact import MOST_ENTRIES, best_exactly, entries_of_levels
from .heuristics import drop_useless, greedy, improve_by_swaps, order_by_gain, prefer_lowest
from .linear import LinearBound
from .problem import Problem, drop_dominated, merge_equal, without_existing
from .searching import Choice, Searching
from .solver import Solver

#: HiGHS first takes the candidates that the relaxation finds best, this many for each one to choose and at least so
#: many, then four times as many, and so on: a smaller step seldom finds a better choice, and costs a proof of its own.
_KERNEL, _LEAST_KERNEL = 2, 80
#: Up to so many entries all steps of the subgradient take less time than the start of HiGHS's process.
_QUICK_ENTRIES = 50_000
#: When so much of what is left would be taken, all of it is.
_NEARLY_ALL = 0.6


class Search(Searching):
    """Finds best choices of one problem, for any number of candidates.

    Demand that the same candidates serve alike is merged, what exists is counted in advance and dominated candidates
    are dropped. A greedy choice is improved by exchanges; a Lagrangian relaxation bounds it, suggests better ones, and
    leaves out the candidates that no better choice can hold; HiGHS solves the rest with a gap of 0, on a growing kernel
    of candidates first (kernel search: Angelelli, Mansini & Speranza 2010).

    The choice does not depend on the speed of the machine but for whether HiGHS finishes in time: what it has not
    finished does not count.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.merged = merge_equal(without_existing(problem))
        self.rows = drop_dominated(self.merged)
        self.small = merge_equal(self.merged.rows(self.rows))
        self.relaxation = Relaxation.of(self.small)
        self.solver = Solver()
        self.linear = LinearBound(self.relaxation, self.solver)
        self._known: dict[int, np.ndarray] = {}  # number → rows of the small problem
        self._bounds: dict[int, float] = {}
        # the greedy choice of the most that was asked for
        self._order: Ints = np.zeros(0, np.int64)
        self._order_ends = False

    def best(
        self, number: int, *, time_limit: float = 60.0, enough: float = np.inf, progress: Progress = SILENT
    ) -> Choice:
        """Choose at most `number` candidates that gain the most: see :meth:`Searching.best`."""
        number = self.limited(number)
        chosen, bound = self.greedy(number), float("inf")
        try:
            if not self.cancelled:
                chosen = self._known[number] = self._first(number, chosen, progress)
                chosen, bound = self._search(number, chosen, time_limit, enough, progress)
        except Cancelled:
            self.cancelled = True
        self._known[number] = max((chosen, self._known.get(number, chosen)), key=self.small.gained)
        chosen = self._known[number]
        gained = self.small.gained(chosen)
        bound = max(min(bound, self._bounds.get(number, np.inf), self.bounds(number)[number], self.most), gained)
        self._bounds[number] = bound
        named = self.rows[drop_useless(self.small, chosen)]
        if not self.cancelled:
            named = prefer_lowest(self.merged, named)
        return Choice(order_by_gain(self.merged, named), gained, bound)

    def greedy(self, number: int, *, enough: float = np.inf, progress: Progress = SILENT) -> Ints:
        """Return the greedy choice: see :meth:`Searching.greedy`."""
        if len(self._order) < number and not self._order_ends:
            self._order = greedy(self.small, number)
            self._order_ends = len(self._order) < number
        return self._order[:number]

    def _first(self, number: int, chosen: Ints, progress: Progress) -> Ints:
        """Return a good choice, improved by exchanges.

        It is the greedy one, the one that is known, or that of one more without the least of its candidates.
        """
        start = [chosen] + ([self._known[number]] if number in self._known else [])
        if number + 1 in self._known:
            start.append(_without_the_least(self.small, self._known[number + 1], number))
        return max((improve_by_swaps(self.small, choice, progress=progress) for choice in start), key=self.small.gained)

    def _search(
        self, number: int, chosen: Ints, time_limit: float, enough: float, progress: Progress
    ) -> tuple[Ints, float]:
        small, gained = self.small, self.small.gained(chosen)
        if gained >= min(enough, self.most) - 1e-9:
            return chosen, self.most
        bound, chosen = self._bounded(number, chosen, enough, progress)
        self._known[number] = chosen
        possible, sure = self.relaxation.fixed(number, small.gained(chosen), bound)
        deadline, size, proven = time.monotonic() + time_limit, max(_KERNEL * number, _LEAST_KERNEL), 0
        while True:
            gained = small.gained(chosen)
            if bound - gained < self.relaxation.least(gained):
                return chosen, gained
            if gained >= enough - 1e-9 or (bound < enough - 1e-9 and np.isfinite(enough)):
                return chosen, bound
            rest = np.flatnonzero(possible)
            size = len(rest) if size > _NEARLY_ALL * len(rest) else size
            likely = rest[np.argsort(-self.relaxation.best_rho[rest], kind="stable")[:size]]
            kernel = np.unique(np.concatenate([likely, chosen, np.flatnonzero(sure)]))
            seconds = deadline - time.monotonic()
            problem = merge_equal(small.rows(kernel))
            if seconds > 0 and entries_of_levels(problem) > MOST_ENTRIES and size // 2 > proven > 0:
                size //= 2
                continue
            if seconds <= 0 or entries_of_levels(problem) > MOST_ENTRIES:
                return chosen, bound
            finished, found = best_exactly(problem, number, sure[kernel], self.solver, seconds, progress)
            if not finished:
                return chosen, bound
            if small.gained(kernel[found]) > gained:
                chosen = self._known[number] = kernel[found]
            if len(likely) == len(rest):
                return chosen, small.gained(chosen)
            possible, sure = self.relaxation.fixed(number, small.gained(chosen), bound)
            proven, size = size, 4 * size

    def _bounded(self, number: int, chosen: np.ndarray, enough: float, progress: Progress) -> tuple[float, np.ndarray]:
        """Return a bound, and the choice, which may have become better on the way.

        By linear programmes; where these are too large, by the subgradient alone.
        """
        relaxation, linear = self.relaxation, self.linear
        if len(linear.kernel):  # of another number, whose multipliers will do to begin with
            relaxation.best_rho = relaxation.rho(relaxation.multiplier)
            bound = float(relaxation.bounds(number)[number])
        else:
            small = linear.suits(linear.first(number, chosen, relaxation.rho(relaxation.multiplier)))
            briefly = small and self.small.scores.nnz > _QUICK_ENTRIES
            bound, chosen = relaxation.improve(number, chosen, enough=enough, briefly=briefly, progress=progress)
            if not small:
                return bound, chosen
        self._known[number] = chosen
        if relaxation.decided(self.small.gained(chosen), bound, enough):
            return bound, chosen
        return linear.improve(number, chosen, bound, enough=enough, progress=progress)

    def bounds(self, most: int) -> Floats:
        """Return what no choice exceeds: see :meth:`Searching.bounds`."""
        return self.relaxation.bounds(most)

    def at_hand(self, number: int) -> Choice:
        """Return the greedy choice with what it gains: see :meth:`Searching.at_hand`."""
        chosen = self.greedy(self.limited(number))
        gained = self.small.gained(chosen)
        return Choice(self.rows[chosen], gained, max(min(self.bounds(number)[number], self.most), gained))


def _without_the_least(problem: Problem, chosen: Ints, number: int) -> Ints:
    """Return a choice without those whose loss costs least, until a number is left."""
    while len(chosen) > number:
        spare = [place for place in range(len(chosen)) if not problem.required[chosen[place]]]
        worth = [problem.gained(np.delete(chosen, place)) for place in spare]
        chosen = np.delete(chosen, spare[int(np.argmax(worth))])
    return chosen

"""The best choice of places that take only so many people, proven by cuts where the time allows it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import numpy as np
from scipy.sparse import csc_matrix

from ...arrays import Floats, Ints
from ...errors import Cancelled
from ...progress import SILENT, Progress
from .room import Cut, Filled, LimitedProblem, cut_at, filled
from .searching import Choice, Searching
from .solver import Solver

#: So much of all people is nobody; so much lies within the solver's own tolerances.
_EVEN, _NEAR = 1e-9, 1e-6
#: Linear programmes at most, and how many of them that better nothing end them.
_LINEAR, _STALLED = 80, 8
#: So many exchanges of one place are tried, the most promising first: each is a flow.
_TRIES = 150
#: So many cuts are kept at most, beside the first two: the last ones.
_MOST_CUTS = 500
#: What serves so much of the best choice that is known is improved by exchanges.
_PROMISING = 0.99


class LimitedSearch(Searching):
    """Finds best choices of candidates of which each takes only so many people.

    A greedy choice is improved by exchanges; what a choice serves is a flow, whose smallest cut bounds all choices
    (Benders 1962). A programme of the candidates alone, by HiGHS, chooses by the cuts that are known, first in parts
    and then whole, and each of its answers brings the next cut, until it promises no more than is served.
    """

    def __init__(self, problem: LimitedProblem) -> None:
        self.problem = problem
        useful = np.flatnonzero((np.minimum(problem.room, problem.scores @ problem.weight) > 0) | problem.required)
        self._named: Ints = useful
        self.small: LimitedProblem = problem.rows(useful)
        self.solver = Solver()
        everyone = max(float(self.small.weight.sum()), 1e-300)
        self._even, self._near, self._scale = _EVEN * everyone, _NEAR * everyone, 1.0 / everyone
        nobody = np.zeros(self.small.demand, bool)
        self._cuts: list[Cut] = [cut_at(self.small, nobody), cut_at(self.small, ~nobody)]
        self._order: Ints = np.zeros(0, np.int64)
        self._order_worth, self._order_ends = [0.0], False  # of its beginnings
        self._most_each = np.full(self.small.candidates, np.inf)
        self._progress, self._deadline = SILENT, np.inf
        self._bounds: Floats | None = None
        self._kept: set[bytes] = set()
        self._known: dict[int, Ints] = {}
        self._worth: dict[bytes, float] = {}
        self._tried: set[bytes] = set()

    def greedy(self, number: int, *, enough: float = np.inf, progress: Progress = SILENT) -> Ints:
        """Return the greedy choice: see :meth:`Searching.greedy`."""
        self._progress = progress
        try:
            while len(self._order) < number and not self._order_ends and not self.cancelled:
                if self._order_worth[-1] >= enough:
                    break
                left = np.setdiff1d(np.flatnonzero(self.small.required), self._order)
                others = np.setdiff1d(np.arange(self.small.candidates), self._order)
                best, gain = self._most_added(self._order, left if len(left) else others, self._most_each)
                self._order_ends = best < 0 or (gain <= 0 and not len(left))
                if not self._order_ends:
                    self._order = np.append(self._order, best)
                    self._order_worth.append(self._order_worth[-1] + gain)
        except Cancelled:  # the rest by what each takes alone, in a moment
            self.cancelled = True
            alone, required = self._cuts[0].worth, self.small.required
            rest = np.setdiff1d(np.flatnonzero((alone > 0) | required), self._order)
            self._order = np.append(self._order, rest[np.lexsort((-alone[rest], ~required[rest]))])
        self._progress = SILENT
        return self._order[:number]

    def bounds(self, most: int) -> Floats:
        """Return what no choice exceeds, by the cuts that are known: see :meth:`Searching.bounds`."""
        required, count = self.small.required, self.small.candidates
        if self._bounds is None:  # of every number at once
            must, found = np.flatnonzero(required), np.full(count + 1, self.most)
            for cut in self._cuts:
                steps = np.zeros(count)
                steps[len(must) :] = np.sort(cut.worth[~required])[::-1]
                found = np.minimum(found, cut.of(must) + np.concatenate([[0.0], np.cumsum(steps)]))
            self._bounds = found
        return self._bounds[: most + 1]

    def at_hand(self, number: int) -> Choice:
        """Return the greedy choice with what it gains: see :meth:`Searching.at_hand`."""
        number = self.limited(number)
        chosen = self.greedy(number)
        gained = self._order_worth[number] if number < len(self._order_worth) else self._gained(chosen)
        return Choice(self._named[chosen], gained, max(self.bounds(number)[number], gained))

    def best(
        self, number: int, *, time_limit: float = 60.0, enough: float = np.inf, progress: Progress = SILENT
    ) -> Choice:
        """Choose at most `number` candidates that serve the most: see :meth:`Searching.best`."""
        number = self.limited(number)
        self._known[number] = chosen = self.greedy(number, progress=progress)
        bound, self._progress, self._deadline = self.most, progress, time.monotonic() + time_limit
        try:
            if not self.cancelled:
                more = self._known.get(number + 1, chosen)
                starts = [chosen, self._by_gain(more, number, np.flatnonzero(self.small.required))]
                self._known[number] = max((self._exchanged(start) for start in starts), key=self._gained)
                bound = self._proven(number, enough)
                self._known[number] = self._lowest(self._needed(self._known[number]))
        except Cancelled:
            self.cancelled = True
        self._progress, self._deadline = SILENT, np.inf
        chosen = self._known[number]
        gained = self._gained(chosen)
        bound = min(bound, float(self.bounds(number)[number]))
        order = chosen if self.cancelled else self._by_gain(chosen, len(chosen))
        named = self._named[np.append(order, np.setdiff1d(chosen, order))]
        return Choice(named, gained, gained if bound <= gained + self._near else bound)

    def _filled(self, chosen: Ints, shares: Floats | None = None) -> Filled:
        self._progress.check()
        return filled(self.small, chosen, shares)

    @property
    def _is_late(self) -> bool:
        return time.monotonic() > self._deadline

    def _gained(self, chosen: Ints) -> float:
        key = np.sort(chosen).tobytes()
        if key not in self._worth:
            self._worth[key] = self._filled(chosen).gained
        return self._worth[key]

    def _by_gain(self, among: Iterable[int] | Ints, number: int, first: Ints = np.zeros(0, np.int64)) -> Ints:
        """Choose one candidate after the other, each time the one that adds most, the lowest among equals.

        `first` come first, whatever they add; others only while they add somebody.
        """
        pool, chosen = np.array(sorted(among), np.int64), np.zeros(0, np.int64)
        left, most_each = np.array(sorted(first), np.int64), np.full(self.small.candidates, np.inf)
        while len(chosen) < min(number, len(pool)):
            here = left if len(left) else np.setdiff1d(pool, chosen)
            best, gain = self._most_added(chosen, here, most_each)
            if gain <= 0 and not len(left):
                break
            chosen, left = np.append(chosen, best), left[left != best]
        return chosen

    def _most_added(self, chosen: Ints, among: Ints, most_each: Floats) -> tuple[int, float]:
        """Return which of some candidates adds most to a choice, the lowest among equals, and how much.

        `most_each`: (c,) what each adds at most to a growing choice, which is learnt on the way: it adds no more later
        than it did before (Minoux 1978).
        """
        now = self._filled(chosen)
        self._keep(now.cut)
        np.minimum(most_each, now.cut.worth, out=most_each)
        best, gain = -1, -1.0
        for candidate in among[np.argsort(-most_each[among], kind="stable")].tolist():
            if most_each[candidate] < gain - self._even:
                break
            if most_each[candidate] <= gain + self._even and candidate > best:
                continue
            here = self._filled(np.append(chosen, candidate)).gained - now.gained
            most_each[candidate] = here
            if here > gain + self._even or (here > gain - self._even and candidate < best):
                best, gain = int(candidate), here
        return best, gain if gain > self._even else 0.0

    def _keep(self, cut: Cut) -> None:
        name = np.append(cut.worth, cut.base).tobytes()
        if name not in self._kept:
            self._kept.add(name)
            self._bounds = None
            self._cuts.append(cut)
            del self._cuts[2:-_MOST_CUTS]

    def _exchanges(self, chosen: Ints, place: int, least: float) -> Iterator[tuple[int, float]]:
        """Give candidates in the place of a chosen one with which so many may be served, and how many each serves.

        The most promising come first.
        """
        others = np.delete(chosen, place)
        there = self._filled(others)
        promise = there.gained + there.cut.worth
        promise[chosen] = -np.inf
        for candidate in np.argsort(-promise, kind="stable")[:_TRIES].tolist():
            if promise[candidate] < least or self._is_late:
                break
            yield candidate, self._gained(np.append(others, candidate))

    def _exchanged(self, chosen: Ints) -> Ints:
        """Exchange one chosen candidate for another as long as that serves more."""
        chosen, now = chosen.copy(), self._gained(chosen)
        free = np.flatnonzero(~self.small.required[chosen]).tolist()
        place, unchanged = 0, 0
        while unchanged < len(free) and not self._is_late:
            better = max(self._exchanges(chosen, free[place], now + self._even), key=lambda pair: pair[1], default=None)
            if better is not None and better[1] > now + self._even:
                (chosen[free[place]], now), unchanged = better, 0
            else:
                unchanged += 1
            place = (place + 1) % len(free)
        return chosen

    def _needed(self, chosen: Ints) -> Ints:
        """Return a choice without those that add nobody to the others, the highest first; those required stay."""
        worth = self._gained(chosen)
        for candidate in np.sort(chosen)[::-1]:
            others = chosen[chosen != candidate]
            if not self.small.required[candidate] and self._gained(others) >= worth - self._even:
                chosen = others
        return chosen

    def _lowest(self, chosen: Ints) -> Ints:
        """Put a lower candidate in the place of a chosen one wherever as many are then served."""
        chosen, worth = np.sort(chosen), self._gained(chosen)
        for place in range(len(chosen) - 1, -1, -1):
            if not self.small.required[chosen[place]]:
                there = self._exchanges(chosen, place, worth - self._even)
                as_good = [candidate for candidate, here in there if here >= worth - self._even]
                chosen[place] = min([*as_good, chosen[place]])
        return chosen

    def _proven(self, number: int, enough: float) -> float:
        """Return what no choice of a number exceeds; a better choice that is found on the way is known then."""
        bound, stalled = float(self.bounds(number)[number]), 0
        for _ in range(_LINEAR):
            if self._decided(number, bound, enough) or stalled == _STALLED:
                break
            taken = self._programme(number, whole=False)
            if taken is None:
                break
            stalled = stalled + 1 if taken[1] > bound - self._near else 0
            bound = min(bound, taken[1])
            known = np.zeros(len(taken[0]))
            known[self._known[number]] = 1.0
            for shares in (taken[0], (taken[0] + known) / 2):  # cuts between the two bind sooner
                some = np.flatnonzero(shares > 1e-9)
                self._keep(self._filled(some, shares[some]).cut)
            self._try(number, np.argsort(-taken[0], kind="stable")[:number])
        while not self._decided(number, bound, enough):
            taken = self._programme(number, whole=True)
            if taken is None:
                break
            cuts = len(self._kept)
            bound = min(bound, taken[1])
            self._try(number, np.flatnonzero(taken[0] > 0.5))
            if len(self._kept) == cuts:  # its own cut is known: it serves what was promised, but for tolerances
                break
        return bound

    def _decided(self, number: int, bound: float, enough: float) -> bool:
        gained = self._gained(self._known[number])
        return bound <= gained + self._near or gained >= enough - 1e-9 or bound < enough - 1e-9 < np.inf

    def _try(self, number: int, chosen: Ints) -> None:
        """Make the cut of a choice, which is known from now on, improved by exchanges, if it is the best."""
        there, best = self._filled(chosen), self._gained(self._known[number])
        self._keep(there.cut)
        if there.gained >= _PROMISING * best and np.sort(chosen).tobytes() not in self._tried:
            self._tried.add(np.sort(chosen).tobytes())
            chosen = self._exchanged(chosen)
        if self._gained(chosen) > best:
            self._known[number] = chosen

    def _programme(self, number: int, *, whole: bool) -> tuple[Floats, float] | None:
        """Choose by the cuts that are known: which part of each candidate, and what that promises; None for no answer.

        ``max z`` with ``z ≤ base + Σ_j worth_j y_j`` for each cut, ``Σ_j y_j ≤ p``.
        """
        seconds, count = self._deadline - time.monotonic(), self.small.candidates
        if seconds <= 0:
            return None
        worth = np.array([cut.worth for cut in self._cuts]) * self._scale
        rows = np.zeros((len(self._cuts) + 1, count + 1))
        rows[:-1, :-1], rows[:-1, -1], rows[-1, :-1] = worth, -1.0, -1.0
        low = np.array([*(-cut.base * self._scale for cut in self._cuts), -float(number)])
        matrix = csc_matrix(rows)
        cost = np.append(np.zeros(count), -1.0)
        at_least = np.append(self.small.required.astype(float), 0.0)
        integral = np.append(np.full(count, float(whole)), 0.0)
        parts = (matrix.data, matrix.indices, matrix.indptr, matrix.shape)
        programme = (cost, parts, low, at_least, np.ones(count + 1), integral)
        finished, solution, _ = self.solver.solve(programme, seconds, self._progress)
        if not finished or solution is None:
            return None
        return solution[:count], float(solution[-1]) / self._scale

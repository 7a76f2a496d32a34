"""How much a choice of candidates can be worth at most, and which candidates cannot be part of a best choice."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...arrays import LATER, Bools, Floats, Ints
from ...progress import SILENT, Progress
from .heuristics import improve_by_swaps
from .problem import Problem

#: Steps at most; fewer where a step is long, by the entries that it looks at: so the work ends in time, and at the same
#: step on every machine.
_ITERATIONS, _MOST_LOOKS = 900, 2_000_000_000
#: Where linear programmes follow, so many steps are enough before them.
_BEFORE = 150
#: A bound so near to the value of a linear programme is near enough.
NEAR = 1e-4
_STALLED = 12
#: The subgradient is smoothed: so much of it is new.
_FRESH = 0.7
#: A choice that the relaxation suggests is improved by exchanges when it is worth at least so much of the best one
#: known, every so many steps.
_PROMISING, _EVERY = 0.9, 10


def _first_multiplier(problem: Problem) -> Floats:
    best = problem.scores.multiply(problem.weight).max(axis=0).toarray()[0] if problem.demand else np.zeros(0)
    return np.array([step * best / 2 for step in problem.steps])


@dataclass
class Relaxation:
    r"""The Lagrangian relaxation of who serves whom.

    Cornuéjols, Fisher & Nemhauser 1977; for covering, Galvão & ReVelle 1996.

    With multipliers :math:`\lambda \ge 0` no choice is worth more than :math:`\sum \lambda` plus the largest
    :math:`\rho_j = \sum_i \max(0, \max_k(s_k v_{ij} - \lambda_{ik}))`, as many as are to be chosen. The same
    multipliers bound the choice of any number.

    Attributes
    ----------
    problem
        Without candidates that reach nothing.
    multiplier
        (k, d) the best ones so far.
    best_rho
        (c,) what the best multipliers of the last number that was bounded find each candidate worth.
    """

    problem: Problem
    multiplier: Floats
    best_rho: Floats = LATER

    @classmethod
    def of(cls, problem: Problem) -> "Relaxation":
        """Return the relaxation of a problem, with multipliers to begin with."""
        return cls(problem, _first_multiplier(problem))

    def rho(self, multiplier: Floats) -> Floats:
        """Return (c,) what some multipliers find each candidate worth."""
        return self.problem.by_candidate(np.maximum(self._profit(multiplier, slice(None)).max(axis=0), 0.0))

    def _profit(self, multiplier: Floats, entries: slice | Ints) -> Floats:
        demand, value = self.problem.scores.indices[entries], self.problem.value[entries]
        return np.array(
            [
                (value if step == 1.0 else step * value) - multiplier[rank].take(demand)
                for rank, step in enumerate(self.problem.steps)
            ]
        )

    def bounds(self, most: int) -> Floats:
        """Return what the choices of 0, 1, …, `most` candidates cannot exceed."""
        always, free = self.problem.always, ~(self.problem.existing | self.problem.required)
        rho = self.rho(self.multiplier)
        sure = self.multiplier.sum() + rho[always].sum() - self.problem.before
        steps = np.zeros(most)
        largest = np.sort(rho[free])[::-1][: max(most - int(self.problem.required.sum()), 0)]
        steps[int(self.problem.required.sum()) :][: len(largest)] = largest
        bounds: Floats = sure + np.concatenate([[0.0], np.cumsum(steps)])
        return bounds

    def improve(
        self,
        number: int,
        chosen: np.ndarray,
        *,
        enough: float = np.inf,
        briefly: bool = False,
        progress: Progress = SILENT,
    ) -> tuple[float, np.ndarray]:
        """Improve the multipliers for a number of candidates by subgradient steps, and a choice on the way.

        The choice is improved by what the multipliers suggest.

        Parameters
        ----------
        number
            How many candidates are chosen.
        chosen
            A good choice.
        enough
            Stop as soon as this much is gained, or proven not to be gained.
        briefly
            Whether linear programmes follow.

        Returns
        -------
        bound, chosen
            The bound, and the best choice known.
        """
        gained = self.problem.gained(chosen)
        tried: set[bytes] = set()

        def towards(step: int, best: float, top: np.ndarray) -> float | None:
            nonlocal chosen, gained
            if step % _EVERY == _EVERY - 1:
                suggested = np.concatenate([top, np.flatnonzero(self.problem.required)])
                chosen, gained = self._follow(suggested, chosen, gained, tried, progress)
            return None if self.decided(gained, best, enough) else gained

        most = int(np.clip(_MOST_LOOKS / max(len(self.problem.row), 1), 100, _BEFORE if briefly else _ITERATIONS))
        # the multipliers of another number lead into a corner
        bound = self._descend(number, _first_multiplier(self.problem), most, towards, progress)
        return bound, chosen

    def polish(
        self, number: int, multiplier: np.ndarray, value: float, most: int, progress: Progress = SILENT
    ) -> float:
        """Improve the multipliers that a linear programme over some candidates found; return the bound.

        Some subgradient steps go towards the programme's value, which no multipliers can go below.
        """

        def towards(_step: int, best: float, _top: np.ndarray) -> float | None:
            return None if best - value <= NEAR * abs(value) else value

        return self._descend(number, multiplier, most, towards, progress)

    def _descend(
        self,
        number: int,
        multiplier: np.ndarray,
        most: int,
        towards: Callable[[int, float, np.ndarray], float | None],
        progress: Progress,
    ) -> float:
        """Take subgradient steps from some multipliers, and return the bound of the best ones, which are kept.

        `towards` gets the number of the step, the best bound, and the candidates that are worth most; it returns the
        value to step towards, or None to stop.
        """
        problem = self.problem
        always, fixed = problem.existing | problem.required, problem.always
        free = number - int(problem.required.sum())
        best, scale, stalled, smooth = np.inf, 1.0, 0, np.zeros_like(multiplier)
        for step in range(most):
            progress.check()
            rho = self.rho(multiplier)
            open_rho = np.where(always, -np.inf, rho)
            top = np.argpartition(-open_rho, free - 1)[:free] if free else np.zeros(0, np.int64)
            taken = np.concatenate([fixed, top]).astype(np.int64)
            bound = float(multiplier.sum() + rho[taken].sum() - problem.before)
            if bound < best * (1 - 1e-7):
                best, self.best_rho, self.multiplier, stalled = bound, rho, multiplier, 0
            else:
                stalled += 1
                if stalled == _STALLED:
                    scale, stalled, multiplier = scale * 0.7, 0, self.multiplier
                    smooth[:] = 0.0
            aim = towards(step, best, top)
            slope = self._slope(multiplier, taken)
            slope[(multiplier <= 0) & (slope > 0)] = 0.0
            smooth = _FRESH * slope + (1 - _FRESH) * smooth
            length = float((smooth * smooth).sum())
            if aim is None or length == 0 or scale < 1e-4:
                break
            multiplier = np.maximum(multiplier - scale * (bound - aim) / length * smooth, 0.0)
        return best

    def _follow(
        self, suggested: Ints, chosen: Ints, gained: float, tried: set[bytes], progress: Progress
    ) -> tuple[Ints, float]:
        """Return the better of a choice and of what exchanges make of a suggested one, which is looked at once."""
        key = np.sort(suggested).tobytes()
        if key not in tried and self.problem.gained(suggested) >= _PROMISING * gained:
            found = improve_by_swaps(self.problem, suggested, progress=progress)
            if self.problem.gained(found) > gained:
                chosen, gained = found, self.problem.gained(found)
        tried.add(key)
        return chosen, gained

    def _slope(self, multiplier: Floats, taken: Ints) -> Floats:
        start = self.problem.scores.indptr
        entries = (
            np.concatenate([np.arange(start[row], start[row + 1]) for row in taken])
            if len(taken)
            else np.zeros(0, np.int64)
        )
        profit = self._profit(multiplier, entries)
        rank, demand = profit.argmax(axis=0), self.problem.scores.indices[entries]
        slope = np.ones_like(multiplier)
        for number in range(len(multiplier)):
            used = demand[(rank == number) & (profit[number] > 0)]
            slope[number] -= np.bincount(used, minlength=self.problem.demand)
        return slope

    def decided(self, gained: float, bound: float, enough: float) -> bool:
        """Tell whether a choice is proven best, gains enough, or no choice can gain enough."""
        short = np.isfinite(enough) and bound < enough - 1e-9
        return bool(short or gained >= enough - 1e-9 or bound - gained < self.least(gained))

    def least(self, gained: float) -> float:
        """Return by how much a better choice is better at least: by one where only whole numbers can be gained."""
        return 1.0 - 1e-4 if self._whole else 1e-9 * max(1.0, abs(gained))

    @functools.cached_property
    def _whole(self) -> bool:
        problem = self.problem
        return problem.steps == (1.0,) and bool((problem.value % 1 == 0).all()) and float(problem.value.sum()) < 2**50

    def fixed(self, number: int, gained: float, bound: float) -> tuple[Bools, Bools]:
        """Return which candidates may be in a choice that is worth more than `gained`, and which must be.

        The choice is one of a number of candidates; what is told is by the last bound for that number.
        """
        always, rho = self.problem.existing | self.problem.required, self.best_rho
        free = number - int(self.problem.required.sum())
        order = np.argsort(-np.where(always, -np.inf, rho), kind="stable")
        last_in = rho[order[free - 1]] if free else np.inf
        first_out = rho[order[free]] if free < (~always).sum() else -np.inf
        needed = gained + self.least(gained)
        inside = np.zeros(len(rho), bool)
        inside[order[:free]] = True
        possible = always | inside | (bound - last_in + rho >= needed)
        return possible, always | (inside & (bound - rho + first_out < needed))

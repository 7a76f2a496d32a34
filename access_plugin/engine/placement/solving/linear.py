"""The linear relaxation, solved over a growing kernel of candidates (column generation; Dantzig & Wolfe 1960)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ...arrays import Floats, Ints
from ...progress import Progress
from .bounds import NEAR, Relaxation
from .exact import Levels, entries_of_levels
from .heuristics import improve_by_swaps
from .problem import Problem
from .solver import Solver

#: The kernel begins with so many candidates for each one to choose, and at least so many; as many join it at a time.
_KERNEL, _LEAST_KERNEL = 4, 40
#: Who is worth so much of the last one taken joins the kernel.
_NEARLY_TAKEN = 0.97
_ROUNDS = 8
#: Steps of the subgradient after each programme.
_AFTER = 100
#: A linear programme of so many rows and entries takes a second or two; larger ones are not begun.
_MOST_ROWS, _MOST_ENTRIES = 7_000, 1_000_000
#: Where they are too large, so many steps of the subgradient more.
_INSTEAD = 400
_SECONDS = 60.0


@dataclass
class LinearBound:
    """Multipliers of the Lagrangian relaxation out of linear programmes, each polished by subgradient steps.

    A programme knows the kernel alone; its prices, taken as multipliers, bound the choice among all candidates, and
    tell who outside the kernel is worth taking in. What it does depends on the problem, not on the machine's speed.

    Attributes
    ----------
    relaxation
        Its multipliers become better.
    kernel
        Candidates that the programmes of other numbers found worth taking.
    """

    relaxation: Relaxation
    solver: Solver
    kernel: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def problem(self) -> Problem:
        """The problem that is bounded."""
        return self.relaxation.problem

    def first(self, number: int, chosen: np.ndarray, rho: np.ndarray) -> np.ndarray:
        """Return the candidates to begin with: by what the relaxation finds each one worth."""
        most_valued = np.argsort(-rho, kind="stable")[: self._size(number)]
        return np.unique(np.concatenate([self.kernel, most_valued, chosen, self.problem.always]).astype(np.int64))

    def suits(self, kernel: np.ndarray) -> bool:
        """Tell whether the programme of a kernel is small enough."""
        return entries_of_levels(self.problem.rows(kernel)) <= _MOST_ENTRIES

    def improve(
        self, number: int, chosen: np.ndarray, bound: float, *, enough: float, progress: Progress
    ) -> tuple[float, np.ndarray]:
        """Return a better bound for a number of candidates, and the best choice that is known.

        Parameters and errors as :meth:`bounds.Relaxation.improve`; `bound` is that of the relaxation's multipliers.
        """
        relaxation, problem = self.relaxation, self.problem
        gained, kernel = problem.gained(chosen), self.first(number, chosen, relaxation.best_rho)
        for _ in range(_ROUNDS):
            solved = self._solved(kernel, number, progress)
            if solved is None:
                return self._polished(number, bound, relaxation.multiplier, gained, _INSTEAD, progress)[0], chosen
            taken, multiplier, value = solved
            bound, here, rho = self._polished(number, bound, multiplier, value, _AFTER, progress)
            suggested = improve_by_swaps(problem, self._rounded(kernel, taken, number), progress=progress)
            if problem.gained(suggested) > gained:
                chosen, gained = suggested, problem.gained(suggested)
            cut = np.sort(np.where(problem.existing, -np.inf, rho))[::-1][number - 1]
            wanted = rho >= _NEARLY_TAKEN * cut
            self.kernel = np.union1d(kernel[(taken > 0) | wanted[kernel]], np.flatnonzero(wanted))
            outside = np.setdiff1d(np.flatnonzero(wanted), kernel)
            near = here - value <= 2 * NEAR * abs(value)
            if near or not len(outside) or relaxation.decided(gained, bound, enough):
                break
            joining = outside[np.argsort(-rho[outside], kind="stable")[: self._size(number)]]
            kernel = np.union1d(kernel, joining)
        return bound, chosen

    def _polished(
        self, number: int, bound: float, multiplier: np.ndarray, aim: float, steps: int, progress: Progress
    ) -> tuple[float, float, np.ndarray]:
        """Return the better of a bound and that of some multipliers, the latter by itself, and candidates' worth.

        The multipliers, which are polished first, find what each candidate is worth; the relaxation keeps the better
        ones.
        """
        relaxation = self.relaxation
        kept = relaxation.multiplier, relaxation.best_rho
        here = relaxation.polish(number, multiplier, aim, steps, progress)
        rho = relaxation.best_rho
        if here >= bound:
            relaxation.multiplier, relaxation.best_rho = kept
        return min(bound, here), here, rho

    def _size(self, number: int) -> int:
        return max(_KERNEL * number, _LEAST_KERNEL)

    def _solved(
        self, kernel: np.ndarray, number: int, progress: Progress
    ) -> tuple[np.ndarray, np.ndarray, float] | None:
        """Solve the programme of a kernel.

        Returns
        -------
        taken, multiplier, value
            (k,) which part of each candidate is taken; (steps, d) the multipliers; what is gained. None where the
            programme is too large, or is not solved.
        """
        problem = self.problem.rows(kernel)
        if not self.suits(kernel):
            return None
        levels, steps = Levels.of(problem), np.array(problem.steps)
        if levels.covers.shape[0] > _MOST_ROWS:
            return None
        sure = problem.existing | problem.required
        programme = levels.programme(problem, number, sure, whole=False)
        finished, solution, prices = self.solver.solve(programme, _SECONDS, progress)
        if not finished or solution is None or prices is None:
            return None
        price = prices[: len(levels.worth)] / levels.worth  # of a person
        over = np.maximum(steps[:, None] - price[levels.merged], 0.0) * levels.own
        multiplier = np.array([np.bincount(levels.demand, part, minlength=problem.demand) for part in over])
        value = steps.sum() * levels.worth.sum() - programme[0] @ solution - self.problem.before
        return solution[: len(kernel)], multiplier, float(value)

    def _rounded(self, kernel: np.ndarray, taken: Floats, number: int) -> Ints:
        """Return the candidates that are taken for the most part."""
        free = ~self.problem.existing[kernel]
        order = np.argsort(-(taken + self.problem.required[kernel])[free], kind="stable")
        likely: Ints = kernel[free][order[:number]]
        return likely

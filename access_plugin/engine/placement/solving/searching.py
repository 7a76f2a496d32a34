"""What every search for a best choice of candidates has of each other: the curve, and the fewest that are enough."""

from __future__ import annotations

import functools
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ...arrays import Floats, Ints
from ...errors import Cancelled
from ...progress import SILENT, Progress
from .problem import Problem
from .solver import Solver

if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True)
class Choice:
    """What was chosen, what it gains, and what no choice of as many can exceed.

    The candidates are in the order of their gain; what is gained is what they gain together.
    """

    candidates: Ints
    gained: float
    bound: float

    @property
    def gap(self) -> float:
        """The share of the bound that is not proven to be out of reach; 0 when the choice is proven best."""
        return max(self.bound - self.gained, 0.0) / self.bound if self.bound > 0 else 0.0


class Searching(ABC):
    """Finds best choices of one problem, for any number of candidates; to be used in a ``with`` block.

    Attributes
    ----------
    problem, small
        What was asked, and what is left of it to be solved.
    cancelled
        Whether the user asked to stop: from then on each answer is the best at hand.
    """

    problem: Problem
    small: Problem
    solver: Solver
    cancelled = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.solver.stop()

    @functools.cached_property
    def most(self) -> float:
        """What all candidates together gain."""
        return self.small.gained(np.flatnonzero(~self.small.existing))

    def limited(self, number: int) -> int:
        """Return how many of a number of candidates can be of use."""
        return min(number, int((~self.small.existing).sum()))

    @abstractmethod
    def best(
        self, number: int, *, time_limit: float = 60.0, enough: float = np.inf, progress: Progress = SILENT
    ) -> Choice:
        """Choose at most `number` candidates that gain the most.

        Parameters
        ----------
        number
            How many candidates to choose, at least as many as are required; fewer are returned when fewer are useful.
        time_limit
            Seconds for HiGHS.
        enough
            Stop as soon as this much is gained, or proven not to be gained by so many.
        progress
            Who may cancel: the best choice so far is returned then.
        """

    @abstractmethod
    def at_hand(self, number: int) -> Choice:
        """Return the greedy choice, in a moment."""

    @abstractmethod
    def greedy(self, number: int, *, enough: float = np.inf, progress: Progress = SILENT) -> Ints:
        """Return the greedy choice among what is left; that of fewer candidates is the beginning of that of more.

        It may end when `enough` is gained; a cancel leaves what is chosen by then.
        """

    @abstractmethod
    def bounds(self, most: int) -> Floats:
        """Return what the choices of 0, 1, …, `most` candidates cannot exceed."""

    def curve(self, number: int, *, time_limit: float = 60.0, progress: Progress = SILENT) -> list[Choice]:
        """Choose for 1 to `number` candidates, the last of these first, with half of the time.

        What fewer gain, more gain at least.
        """
        choices: dict[int, Choice] = {}
        start = max(1, int(self.problem.required.sum()))
        for place, count in enumerate(range(number, start - 1, -1)):
            if not self.cancelled:
                try:
                    progress.at(place / number)
                except Cancelled:
                    self.cancelled = True
            share = 1.0 if number == start else 0.5 if count == number else 0.5 / (number - start)
            choices[count] = (
                self.at_hand(count)
                if self.cancelled and choices
                else self.best(count, time_limit=time_limit * share, progress=progress)
            )
        for count in range(number - 1, start - 1, -1):  # more can gain what fewer can
            choices[count] = replace(
                choices[count], bound=max(min(choices[count].bound, choices[count + 1].bound), choices[count].gained)
            )
        for count in range(start + 1, number + 1):
            if choices[count].gained < choices[count - 1].gained:
                choices[count] = replace(choices[count - 1], bound=max(choices[count].bound, choices[count - 1].gained))
        return [choices[count] for count in range(start, number + 1)]

    def smallest(self, target: float, *, time_limit: float = 60.0, progress: Progress = SILENT) -> tuple[Choice, int]:
        """Find the fewest candidates that gain a target, by bisection.

        Returns
        -------
        choice, least
            The choice; the number that is proven to be needed at least: as many as were chosen when the answer is
            proven.
        """
        chosen = self.greedy(self.small.candidates, enough=target, progress=progress)
        few, most = 0, len(chosen)
        while few < most:  # more gain no less
            middle = (few + most) // 2
            few, most = (middle + 1, most) if self.small.gained(chosen[:middle]) < target - 1e-9 else (few, middle)
        must = int(self.problem.required.sum())
        most = max(most, must)
        answer = self.best(most, time_limit=0.0, enough=target, progress=progress)
        least, low, high = must, must, most
        deadline = time.monotonic() + time_limit
        while low < high and not self.cancelled:
            least = max(least, int(np.argmax(self.bounds(high) >= target - 1e-6)))
            low = max(low, least)
            if low >= high:
                break
            middle = (low + high) // 2
            choice = self.best(
                middle, time_limit=max(deadline - time.monotonic(), 0.0) / 2, enough=target, progress=progress
            )
            if choice.gained >= target - 1e-9:
                answer, high = choice, middle
            else:
                least = max(least, middle + 1) if choice.bound < target - 1e-9 else least
                low = middle + 1
        return answer, min(max(least, must), len(answer.candidates))

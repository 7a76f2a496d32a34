"""What another list of sites changes: people, communes and times, in all and in a département."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..access.territories import percentile_of_sorted
from ..arrays import Bools, Floats, Ints
from ..placement.scenario import crossings


@dataclass(frozen=True)
class Figures:
    """The people of an area under one list of sites, as :func:`access.territories.summarise` counts them.

    ``communes_beyond`` is None where no communes are known.
    """

    population: float
    beyond: float
    not_computed: float
    communes_beyond: int | None
    mean_min: float
    p90_min: float
    max_min: float


@dataclass(frozen=True)
class Change:
    """An area before and after.

    Attributes
    ----------
    before, after
        Its figures.
    gained, lost
        People who come within the threshold, or fall out of it.
    communes_gained, communes_lost
        Communes in which nobody is beyond any more, or somebody is now; who has lost all care counts as beyond. None
        where no communes are known.
    """

    before: Figures
    after: Figures
    gained: float
    lost: float
    communes_gained: int | None
    communes_lost: int | None


class Area:
    """The people of an area, counted again and again.

    Parameters
    ----------
    people
        (n,) people at places.
    communes
        (n,) the commune of each place, empty for none.
    was
        (n,) minutes before, NaN for none.
    threshold
        Minutes; beyond is strictly more.
    """

    def __init__(self, people: Floats, communes: pd.Series, was: Floats, threshold: float) -> None:
        self._people, self._was, self._threshold = people, was, threshold
        self._commune, names = pd.factorize(communes.to_numpy(object))
        self._is_commune = np.asarray(names != "", bool)
        self._order = np.argsort(was, kind="stable")  # without a time last
        self._before, self._communes_before = self._figures(was, self._order)

    def change(self, now: Floats) -> Change:
        """Return what changes with other minutes (n,)."""
        after, communes = self._figures(now, self._sorted(now))
        gone = self._communes_of(np.isnan(now) & ~np.isnan(self._was))
        uncovered = communes | gone
        gained, lost = crossings(self._was, now, self._threshold)
        return Change(
            self._before,
            after,
            float(self._people[gained].sum()),
            float(self._people[lost].sum()),
            self._counted(self._communes_before & ~uncovered),
            self._counted(uncovered & ~self._communes_before),
        )

    def _figures(self, minutes: Floats, order: Ints) -> tuple[Figures, Bools]:
        """Return the figures, and the communes in which somebody lives beyond."""
        beyond = minutes > self._threshold
        unknown = np.isnan(minutes)
        computed = len(order) - int(unknown.sum())
        first = order[:computed]
        weight = self._people[first]
        if weight.sum() <= 0:
            weight = np.ones(computed)
        in_order = minutes[first]
        communes = self._communes_of(beyond)
        some = computed > 0
        figures = Figures(
            float(self._people.sum()),
            float(self._people[beyond].sum()),
            float(self._people[unknown].sum()),
            self._counted(communes),
            float(np.average(in_order, weights=weight)) if some else np.nan,
            percentile_of_sorted(in_order, weight, 0.9),
            float(in_order[-1]) if some else np.nan,
        )
        return figures, communes

    def _communes_of(self, places: Bools) -> Bools:
        """Tell in which communes somebody lives at some places."""
        communes = np.zeros(len(self._is_commune), bool)
        communes[self._commune[places & (self._people > 0)]] = True
        found: Bools = communes & self._is_commune
        return found

    def _counted(self, communes: Bools) -> int | None:
        return int(communes.sum()) if self._is_commune.any() else None

    def _sorted(self, now: Floats) -> Ints:
        """Return the places in the order of their minutes: those that change are put in their place anew."""
        changed = ~((now == self._was) | (np.isnan(now) & np.isnan(self._was)))
        rows = np.flatnonzero(changed)
        if len(rows) > len(now) // 4:
            return np.argsort(now, kind="stable")
        stay = self._order[~changed[self._order]]
        rows = rows[np.argsort(now[rows], kind="stable")]
        return np.insert(stay, np.searchsorted(now[stay], now[rows]), rows)

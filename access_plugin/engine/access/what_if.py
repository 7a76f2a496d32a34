"""What if this site were there, or not: answered from the times of each site by itself, without a study run again."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import geopandas as gpd
import numpy as np

from ..arrays import Arrays, Bools, Floats, Ints
from ..network.attributes import CLOSED
from ..network.snap import Attachment, attach
from ..progress import SILENT, Progress
from ..sites.roles import Leg
from .care import Care, points_xy
from .reach import MS_PER_MINUTE, coverage
from .times import at_chefs_lieux, with_quickest

_LONGEST_MIN = (int(CLOSED) - 1) / MS_PER_MINUTE


@dataclass(frozen=True, eq=False)
class WhatIf:
    """The minutes of places under a care, and under any other that differs from it by some sites.

    Attributes
    ----------
    care
        The sites that count here.
    ms
        Leg of the definition → (s, n) int32: milliseconds between each site of ``care`` and each place, ``CLOSED``
        where there is no way, and for sites of other legs. A hundred sites and 300,000 places take 120 MB a leg.
    """

    care: Care
    ms: Arrays
    _at: Callable[[str], Attachment]

    @classmethod
    def of(cls, care: Care, places: gpd.GeoDataFrame, *, progress: Progress = SILENT) -> WhatIf:
        """Time each site to each place once; parameters as for :func:`times.travel_times`."""
        places = places.to_crs(care.network.crs)
        care, home = at_chefs_lieux(care, places)
        points, setting = points_xy(places.geometry), care.setting
        at = functools.cache(lambda profile: attach(setting.timed(care.network, profile), points))
        legs = setting.legs
        ms = {}
        for number, leg in enumerate(legs):
            ms[leg.name] = _each(care, leg, at, progress.part(number / len(legs), (number + 1) / len(legs)))
            if home is not None:  # in its own commune a site is as far as its delay
                for row, insee in enumerate(care.sites["insee"]):
                    if insee and care.has(leg)[row]:
                        here = (home == insee).to_numpy()
                        ms[leg.name][row, here] = np.minimum(ms[leg.name][row, here], _delay_ms(care, row))
        return cls(care, ms, at)

    def without(self, gone: Bools) -> WhatIf:
        """Return the answer without some of the sites, (s,) bool."""
        return replace(self, care=self.care.without(gone), ms={name: ms[~gone] for name, ms in self.ms.items()})

    def with_sites(self, added: gpd.GeoDataFrame, progress: Progress = SILENT) -> WhatIf:
        """Return the answer with further sites (:meth:`care.Care.with_sites`): they alone are timed.

        They stand where they are put, whatever the convention.
        """
        care, here = self.care.with_sites(added, progress), len(self.care.sites)
        new = care.without(np.arange(len(care.sites)) < here)
        legs = self.care.setting.legs
        return replace(
            self,
            care=care,
            ms={leg.name: np.concatenate([self.ms[leg.name], _each(new, leg, self._at, progress)]) for leg in legs},
        )

    @functools.cached_property
    def minutes(self) -> Floats:
        """(n,) the minutes that the definition counts, the longest over the moments of the slot; NaN for none.

        The same as :func:`times.travel_times` gives for the same sites.
        """
        setting, longest = self.care.setting, None
        for moment in self.care.moments_for(setting.legs):
            legs = {leg.name: self._nearest(leg, moment.open) for leg in setting.legs}
            none = np.full(len(next(iter(legs.values()))), np.nan)
            now = with_quickest({"su": none, "smur": none, "mcs": none} | legs)[setting.definition]
            longest = (
                now if longest is None else np.where(np.isnan(longest) | np.isnan(now), np.nan, np.fmax(longest, now))
            )
        return cast("Floats", longest)

    def _nearest(self, leg: Leg, opened: Bools) -> Floats:
        rows = np.flatnonzero(opened & self.care.has(leg))
        ms = self.ms[leg.name]
        least = ms[rows].min(axis=0) if len(rows) else np.full(ms.shape[1], CLOSED)
        return np.where(least < CLOSED, least / MS_PER_MINUTE, np.nan)


def _delay_ms(care: Care, row: int) -> int:
    return int(np.rint(care.delay[row] * MS_PER_MINUTE))


def _each(care: Care, leg: Leg, at: Callable[[str], Attachment], progress: Progress) -> Ints:
    """Return (s, n) int32: the milliseconds between each site of a leg and each place, ``CLOSED`` for none."""
    rows, places = np.flatnonzero(care.has(leg)), at(care.setting.profile_of(leg))
    ms = np.full((len(care.sites), len(places)), CLOSED, np.int32)
    if len(rows):
        start, place, minutes = coverage(
            care.timed(leg),
            leg.direction,
            care.at(leg).take(rows),
            care.delay[rows],
            places,
            _LONGEST_MIN,
            progress=progress,
        )
        ms[np.repeat(rows, np.diff(start)), place] = np.rint(minutes * MS_PER_MINUTE)
    return ms

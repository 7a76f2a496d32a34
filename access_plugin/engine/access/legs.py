"""The times of the legs at the same places: searched once for each set of sites that are open together."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import cast

import numpy as np

from ..arrays import Bools, Floats, Ints, Pair
from ..network.snap import Attachment
from ..network.timed import TimedNetwork
from ..progress import SILENT, Progress
from ..sites.roles import Leg
from ..sites.slots import Moment
from .care import Care
from .reach import minutes_at, reached_nodes

#: So many places are timed at once; the times of more would fill the memory.
MANY_PLACES = 1_000_000
#: Minutes, and the row of the site that they lead to or from.
Nearest = tuple[Floats, Ints]


class LegTimes:
    """Minutes of legs at places.

    Parameters
    ----------
    care
        The sites that count.
    attachment_of
        Gives the places as they attach for a profile.
    """

    def __init__(self, care: Care, attachment_of: Callable[[str], Attachment]) -> None:
        self.care, self.attachment_of = care, attachment_of
        # held, as are those of other estimates, until the last leg is timed
        self._timed: dict[tuple[str, str], TimedNetwork] = {}
        self._reached: dict[tuple[str, str, bytes], Pair] = {}
        self._found: dict[tuple[str, str, bytes], Nearest] = {}

    def moved_to(self, attachment_of: Callable[[str], Attachment]) -> LegTimes:
        """Return the times of the same legs at other places, by the same searches."""
        other = copy.copy(self)
        other.attachment_of, other._found = attachment_of, {}  # noqa: SLF001 its own copy
        return other

    def minutes(self, leg: Leg, open_sites: Bools, estimate: str = "central") -> Nearest:
        """Return the minutes of a leg from the nearest of its open sites, and the row of that site.

        Where there is none, the minutes are NaN, and the row is -1.
        """
        rows = np.flatnonzero(open_sites & self.care.has(leg))
        key = (leg.name, estimate, rows.tobytes())
        if key not in self._found:
            self._found[key] = self._search(leg, rows, estimate)
        return self._found[key]

    def _search(self, leg: Leg, rows: Ints, estimate: str) -> Nearest:
        profile = self.care.setting.profile_of(leg)
        places = self.attachment_of(profile)
        if len(rows) == 0:
            return np.full(len(places), np.nan), np.full(len(places), -1)
        timed = self._timed.setdefault((profile, estimate), self.care.timed(leg, estimate))
        sites, delay, key = self.care.at(leg).take(rows), self.care.delay[rows], (leg.name, estimate, rows.tobytes())
        if key not in self._reached:
            self._reached[key] = reached_nodes(timed, leg.direction, sites, delay)
        minutes, site = minutes_at(timed, leg.direction, sites, delay, places, self._reached[key])
        return minutes, np.where(site >= 0, rows[site], -1)

    def nearest(self, legs: tuple[Leg, ...], open_sites: Bools, estimate: str = "central") -> Nearest:
        """Return the minutes of the quickest of some legs, and the row of its site.

        An MCS comes before an SU or a SMUR, and counts only where one of these is reached.
        """
        found = {leg.name: self.minutes(leg, open_sites, estimate) for leg in legs}
        first = found.pop("mcs", None) if len(found) > 1 else None
        minutes, site = functools.reduce(_quicker, found.values())
        if first is None:
            return minutes, site
        return _quicker(
            (minutes, site),
            (np.where(np.isnan(minutes), np.nan, first[0]), np.where(np.isnan(minutes), -1, first[1])),
        )

    def worst(self, legs: tuple[Leg, ...], *, estimate: str = "central", progress: Progress = SILENT) -> Nearest:
        """Return the longest minutes of the quickest leg over the moments of the slot, and the row of its site then.

        NaN and -1 where at one of them there is no way to an open site.
        """
        longest: Nearest | None = None
        moments = self.care.moments_for(legs)
        for number, moment in enumerate(moments):
            progress.at(number / len(moments))
            now = self.nearest(legs, moment.open, estimate)
            if longest is None:
                longest = now
            else:
                later = ~(now[0] <= longest[0]) & ~np.isnan(longest[0])
                longest = np.where(later, now[0], longest[0]), np.where(later, now[1], longest[1])
            self._forget_all_but_steady(legs, moments)
        return cast("Nearest", longest)

    def _forget_all_but_steady(self, legs: tuple[Leg, ...], moments: list[Moment]) -> None:
        """Keep only what further moments ask for again: at many places the others would fill the memory."""
        if len(moments) < 2 or len(self.attachment_of(self.care.setting.profile_of(legs[0]))) < MANY_PLACES:
            return
        for leg in legs:
            sets = {(moment.open & self.care.has(leg)).tobytes() for moment in moments}
            if len(sets) > 1:
                self._found = {key: found for key, found in self._found.items() if key[0] != leg.name}


def _quicker(one: Nearest, other: Nearest) -> Nearest:
    """Return the shorter of two times and its site, the first among equal ones."""
    better = (other[0] < one[0]) | (np.isnan(one[0]) & ~np.isnan(other[0]))
    return np.where(better, other[0], one[0]), np.where(better, other[1], one[1])

"""Which figures by territory must not be published.

Those of too few households, and as many more as keep these from being worked out (DOMAIN § 7.4).
"""

from __future__ import annotations

import itertools
from typing import cast

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from ..arrays import Bools, Floats, Ints, Whole
from ..defaults import SECRECY_PEOPLE
from ..population.secrecy import SECRECY_HOUSEHOLDS

TOTAL = ("total", "")
Key = tuple[str, str]
#: Rounds of passing bounds on; few are ever needed.
_ROUNDS = 20
#: Up to so many hidden parts, linear programming has the last word (10 ms each).
_EXACT = 200


def secret_rows(places: pd.DataFrame, beyond: Bools, computed: Bools, levels: list[tuple[str, pd.Series]]) -> set[Key]:
    """Tell which rows of a summary are secret, (level, code) each.

    Parameters
    ----------
    places
        With ``population``; ``households`` and ``secret`` where they come from a grid. Legal populations of communes
        have neither, and are public.
    beyond, computed
        Which places lie beyond the threshold, and which have a time.
    levels
        The finest first: its name, and the code of each place. Territories of the finest level lie whole in one
        territory of each other one.

    Returns
    -------
    set
        Rows whose people beyond, within, or without a time live in 1 to 10 households, and rows that would tell one of
        these by a sum (complementary suppression), where the populations of all rows are known to everybody. A count of
        nobody is no secret. The whole is not kept secret for the people without a time alone: whoever publishes leaves
        their number out.
    """
    if not has_cells(places):
        return set()
    lived = places["population"].to_numpy(float) > 0
    sides = [_Counts.of(places, lived & side) for side in (beyond & computed, ~beyond & computed, ~computed)]
    one = np.zeros(len(places), int)
    secret = {TOTAL} if any(side.by(one, 1).few()[0] for side in sides[:2]) else set()
    for level, codes in levels:
        number, names = pd.factorize(codes.to_numpy(object))
        few = np.logical_or.reduce([side.by(number, len(names)).few() for side in sides])
        secret |= {(level, name) for name in names[few]}
    if levels:
        _Completion(levels, sides, secret).run()
    return secret


def secret_differences(places: pd.DataFrame, counts: list[Bools], territory: pd.Series) -> set[str]:
    """Return the codes of the territories of which differences of published counts would tell of too few.

    A difference is one of several counts taken from the other (linked tables, differencing).

    Parameters
    ----------
    places
        As for :func:`secret_rows`.
    counts
        (n,) bool each: whom a published number counts, in each territory and in all.
    territory
        The code of each place.
    """
    found: set[str] = set()
    for one, other in itertools.combinations(counts, 2):
        asked = one | other
        levels = [("territory", territory[asked])]
        found |= {code for _, code in secret_rows(places[asked], (one & ~other)[asked], one[asked], levels) - {TOTAL}}
    return found


def has_cells(places: pd.DataFrame) -> bool:
    """Tell whether people come from cells that secrecy protects, and not from legal populations."""
    known = "households" in places and places["households"].notna().any()
    return bool(known or ("secret" in places and places["secret"].fillna(False).astype(bool).any()))


class _Counts:
    """People, households, and whether a cell is marked or of unknown households, of some places or groups; all (n,)."""

    def __init__(self, people: Floats, households: Floats, marked: Floats, unknown: Floats) -> None:
        self.people, self.households, self.marked, self.unknown = people, households, marked, unknown

    @classmethod
    def of(cls, places: pd.DataFrame, mask: Bools) -> "_Counts":
        households = (
            places["households"].astype(float).to_numpy() if "households" in places else np.full(len(places), np.nan)
        )
        marked = places["secret"].fillna(False).to_numpy(bool) if "secret" in places else np.zeros(len(places), bool)
        return cls(
            places["population"].to_numpy(float) * mask,
            np.nan_to_num(households) * mask,
            (marked & mask).astype(float),
            (np.isnan(households) & mask).astype(float),
        )

    def by(self, number: Ints, size: int) -> "_Counts":
        """Return the sums by group."""
        return _Counts(*(cast("Floats", np.bincount(number, weights=values, minlength=size)) for values in self.values))

    def only(self, mask: Bools) -> "_Counts":
        return _Counts(*(values * mask for values in self.values))

    @property
    def values(self) -> tuple[Floats, ...]:
        return self.people, self.households, self.marked, self.unknown

    def less(self, parts: "_Counts", of: Ints) -> "_Counts":
        """Return, for each part, its sum without itself."""
        return _Counts(*(mine[of] - other for mine, other in zip(self.values, parts.values)))

    def few(self) -> Bools:
        """Tell where somebody, but too few, live.

        By households, or where these are not all known, by people of marked cells.
        """
        by_households, by_people = (
            self.households < SECRECY_HOUSEHOLDS,
            (self.marked > 0) & (self.people < SECRECY_PEOPLE),
        )
        return (self.people > 0) & np.where(self.unknown > 0, by_people, by_households)


class _Completion:
    """Adds rows to the secret ones until no published sum gives one of them away."""

    def __init__(self, levels: list[tuple[str, pd.Series]], sides: list[_Counts], secret: set[Key]) -> None:
        self.secret = secret
        number, names = pd.factorize(levels[0][1].to_numpy(object))
        self.base: list[Key] = [(levels[0][0], name) for name in names]
        self.sides = [side.by(number, len(names)) for side in sides]
        self.all = _Counts(*(sum(values[1:], values[0]) for values in zip(*(side.values for side in self.sides))))
        self.hidden = np.array([key in secret for key in self.base], bool)
        self.first = self.hidden.copy()  # secret for their own sake
        first = np.unique(number, return_index=True)[1]
        #: By level, coarser ones and the whole: the unit of each base territory, and the keys of the units.
        self.sums = [(np.zeros(len(names), int), [TOTAL])]
        for level, codes in levels[1:]:
            unit, units = pd.factorize(codes.to_numpy(object)[first])
            self.sums.append((unit, [(level, name) for name in units]))

    def run(self) -> None:
        self._hide_parts_of_secret_sums()
        while True:
            hidden, added, touched = self.hidden.copy(), False, np.zeros(len(self.base), bool)
            weak = [
                (hidden & (of == unit), side)
                for of, keys in self.sums
                for unit, side in self._weak_sums(of, keys, hidden)
            ]
            narrow = np.union1d(self._determined(hidden), self._narrowed(hidden)).astype(int)
            weak += [(np.arange(len(self.base)) == part, None) for part in narrow]
            if not weak and hidden.sum() <= _EXACT:
                weak = [(np.arange(len(self.base)) == part, None) for part in self._narrowed_exactly(hidden)]
            for parts, side in weak:
                added |= self._hide_beside(parts, side, touched)
            if self._hide_siblings():
                self._hide_parts_of_secret_sums()
                added = True
            if not added:
                return

    def _hide_siblings(self) -> bool:
        """Hide more units of a level where a published sum, less its published units, tells of too few.

        Those few are in the secret units, as with two départements, of which one is secret, and their sum.
        """
        added = False
        for (coarse, wholes), (fine, units) in itertools.permutations(self.sums, 2):
            whole_of = np.full(len(units), -1)
            for unit in range(len(units)):
                around = np.unique(coarse[fine == unit])
                whole_of[unit] = around[0] if len(around) == 1 else -1
            for whole in np.flatnonzero(self._published(wholes)):
                inside = np.flatnonzero(whole_of == whole)
                if len(units) == 1 or not np.isin(fine[coarse == whole], inside).all():
                    continue  # the same sum again, or units that reach beyond it
                added |= self._hide_until_enough(fine, units, inside, wholes[whole])
        return added

    def _hide_until_enough(self, fine: Ints, units: list[Key], inside: Ints, whole: Key) -> bool:
        people, added = np.bincount(fine, weights=self.all.people, minlength=len(units)), False
        while True:
            secret = [unit for unit in inside if units[unit] in self.secret]
            rest = np.isin(fine, secret).astype(int)
            if not secret or not any(side.by(rest, 2).few()[1] for side in self.sides):
                return added
            free = sorted(
                (unit for unit in inside if unit not in secret and people[unit] > 0),
                key=lambda unit: (people[unit], units[unit]),
            )
            self.secret.add(units[free[0]] if free else whole)
            added = True
            if not free:
                return added

    def _published(self, keys: list[Key]) -> Bools:
        return np.array([key not in self.secret for key in keys], bool)

    def _weak_sums(self, of: Ints, keys: list[Key], hidden: Bools) -> list[tuple[Whole, int | None]]:
        """Return the published sums in which the hidden parts together give something away, and on which side.

        The side (beyond, within) is the one that needs more of them. Too few on a side are told by the sum; nobody on a
        side tells that all hidden parts are on the other; a part beside too few others is told by the populations,
        which everybody knows.
        """
        size, published = len(keys), self._published(keys)
        parts = np.bincount(of, weights=hidden, minlength=size)
        found: list[tuple[Whole, int | None]] = []
        for number, side in enumerate(self.sides):
            here = side.only(hidden).by(of, size)
            weak = here.few() | ((here.people == 0) & (parts > 0) if number < 2 else np.zeros(size, bool))
            found += [(unit, number) for unit in np.flatnonzero(weak & published)]
        rest = self.all.only(hidden).by(of, size).less(self.all.only(hidden), of)
        beside_few = hidden & (rest.few() | (rest.people <= 0))
        lonely = np.bincount(of, weights=beside_few, minlength=size) > 0
        return found + [(unit, None) for unit in np.flatnonzero(lonely & published)]

    def _hide_parts_of_secret_sums(self) -> None:
        """Hide a part of each sum that is secret, which all its parts together would tell."""
        for of, keys in self.sums:
            for unit in np.flatnonzero(~self._published(keys)):
                members = of == unit
                if not (members & self.hidden).any():
                    self._hide_smallest(members, None)

    def _hide_beside(self, parts: Bools, side: int | None, touched: Bools) -> bool:
        """Hide one more part in the smallest published sum around some parts, or else these sums themselves."""
        around = []
        for of, keys in self.sums:
            units = np.unique(of[parts])
            if len(units) == 1 and keys[units[0]] not in self.secret:
                around.append((of == units[0], keys[units[0]]))
        around.sort(key=lambda found: found[0].sum())
        if around and (around[0][0] & touched).any():
            return True  # what was added beside it in this round may be enough
        for members, _ in around:
            place = self._hide_smallest(members, side)
            if place is not None:
                touched[place] = True
                return True
        # nobody else is there to hide behind: the sums themselves are secret
        self.secret.update(key for _, key in around)
        return bool(around)

    def _hide_smallest(self, members: Bools, side: int | None) -> Whole | None:
        """Hide the member with the fewest people on a side, at least one of them, that is not secret yet.

        Without a side it is the smallest of those with somebody beyond.
        """
        people = self.sides[0 if side is None else side].people
        free = np.flatnonzero(members & ~self.hidden & (people > 0))
        if not len(free) and side is None:
            people = self.all.people
            free = np.flatnonzero(members & ~self.hidden & (people > 0))
        if not len(free):
            return None
        place = min(free, key=lambda part: (people[part], self.base[part]))
        self.secret.add(self.base[place])
        self.hidden[place] = True
        return place

    def _determined(self, hidden: Bools) -> Ints:
        """Return the hidden parts that the published sums determine.

        Those whose unit vector lies in the space that the sums span.
        """
        parts = np.flatnonzero(hidden)
        rows = [(of[parts] == unit) for of, keys in self.sums for unit in np.flatnonzero(self._published(keys))]
        rows = [row for row in rows if row.any()]
        if not rows or not len(parts):
            return np.array([], int)
        _, singular, directions = np.linalg.svd(np.array(rows, float), full_matrices=False)
        span = directions[singular > 1e-9]
        determined: Ints = parts[(span**2).sum(axis=0) > 1 - 1e-9]
        return determined

    def _narrowed(self, hidden: Bools) -> Ints:
        """Return the parts, secret for their own sake, that sums and populations leave too little room.

        Bounds are passed on from sum to sum until they stay.
        """
        most, need, beyond = self._measure(hidden)
        low, high = np.zeros(len(self.base)), most * hidden
        for _ in range(_ROUNDS):
            before = high - low
            for of, keys in self.sums:
                told = self._published(keys)[of] & hidden
                total, highs, lows = (
                    np.bincount(of, weights=values, minlength=len(keys))[of] for values in (beyond, high, low)
                )
                low, high = (
                    np.where(told, np.maximum(low, total - (highs - high)), low),
                    np.where(told, np.minimum(high, total - (lows - low)), high),
                )
            if np.allclose(before, high - low):
                break
        return np.flatnonzero(self.first & hidden & (most >= need) & (high - low < need))

    def _narrowed_exactly(self, hidden: Bools) -> list[Whole]:
        """Return the same by linear programming, where several sums together may tell more than one after the other."""
        most, need, beyond = self._measure(hidden)
        parts = np.flatnonzero(hidden)
        rows = [
            (of == unit)[parts].astype(float)
            for of, keys in self.sums
            for unit in np.flatnonzero(self._published(keys))
        ]
        rows = [row for row in rows if row.any()]
        totals = [row @ beyond[parts] for row in rows]
        found: list[Whole] = []
        for place, part in enumerate(parts):
            if not self.first[part] or most[part] < need or not rows:
                continue
            aim = np.eye(len(parts))[place]
            ends = [
                linprog(
                    sign * aim,
                    A_eq=np.array(rows),
                    b_eq=totals,
                    bounds=np.column_stack([np.zeros(len(parts)), most[parts]]),
                ).fun
                for sign in (1, -1)
            ]
            found += [part] if ends[0] is not None and -ends[1] - ends[0] < need - 1e-6 else []
        return found

    def _measure(self, hidden: Bools) -> tuple[Floats, int, Floats]:
        """Return how many live in each part, how many are enough, and how many of the hidden ones are beyond.

        Households, or people where these are not all known.
        """
        if (self.all.unknown > 0).any():
            return self.all.people, SECRECY_PEOPLE, self.sides[0].people * hidden
        return self.all.households, SECRECY_HOUSEHOLDS, self.sides[0].households * hidden

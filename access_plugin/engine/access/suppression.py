"""Which figures by territory must not be published: those of too few households, and as many more as keep these from being worked out (DOMAIN § 7.4)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..defaults import SECRECY_PEOPLE
from ..population.secrecy import SECRECY_HOUSEHOLDS

TOTAL = ("total", "")
Key = tuple[str, str]


def secret_rows(places: pd.DataFrame, beyond: np.ndarray, computed: np.ndarray, levels: list[tuple[str, pd.Series]]) -> set[Key]:
    """Tell which rows of a summary are secret, (level, code) each.

    Parameters
    ----------
    places
        With ``population``; ``households`` and ``secret`` where they come from a grid. Legal populations of communes have neither, and are public.
    beyond, computed
        Which places lie beyond the threshold, and which have a time.
    levels
        The finest first: its name, and the code of each place. Territories of the finest level lie whole in one territory of each other one.

    Returns
    -------
    set
        Rows whose people beyond, or whose people within, live in 1 to 10 households, and rows that would tell one of these by a sum (complementary
        suppression). A count of nobody is no secret.
    """
    if not has_cells(places):
        return set()
    lived = places["population"].to_numpy(float) > 0
    sides = [_Counts.of(places, lived & computed & side) for side in (beyond, ~beyond)]
    one = np.zeros(len(places), int)
    secret = {TOTAL} if any(side.by(one, 1).few()[0] for side in sides) else set()
    for level, codes in levels:
        number, names = pd.factorize(codes.to_numpy(object))
        few = np.logical_or(*(side.by(number, len(names)).few() for side in sides))
        secret |= {(level, name) for name in names[few]}
    if levels:
        _Completion(levels, sides[0], secret).run()
    return secret


def has_cells(places: pd.DataFrame) -> bool:
    """Tell whether people come from cells that secrecy protects, and not from legal populations."""
    known = "households" in places and places["households"].notna().any()
    return bool(known or ("secret" in places and places["secret"].fillna(False).astype(bool).any()))


class _Counts:
    """People, households, and whether a cell is marked or of unknown households, of some places or groups; all (n,)."""

    def __init__(self, people: np.ndarray, households: np.ndarray, marked: np.ndarray, unknown: np.ndarray) -> None:
        self.people, self.households, self.marked, self.unknown = people, households, marked, unknown

    @classmethod
    def of(cls, places: pd.DataFrame, mask: np.ndarray) -> "_Counts":
        households = places["households"].astype(float).to_numpy() if "households" in places else np.full(len(places), np.nan)
        marked = places["secret"].fillna(False).to_numpy(bool) if "secret" in places else np.zeros(len(places), bool)
        return cls(places["population"].to_numpy(float) * mask, np.nan_to_num(households) * mask, (marked & mask).astype(float), (np.isnan(households) & mask).astype(float))

    def by(self, number: np.ndarray, size: int) -> "_Counts":
        """Return the sums by group."""
        return _Counts(*(np.bincount(number, weights=values, minlength=size) for values in (self.people, self.households, self.marked, self.unknown)))

    def only(self, mask: np.ndarray) -> "_Counts":
        return _Counts(self.people * mask, self.households * mask, self.marked * mask, self.unknown * mask)

    def few(self) -> np.ndarray:
        """Tell where somebody, but too few, live: by households, or where these are not all known, by people of marked cells."""
        by_households, by_people = self.households < SECRECY_HOUSEHOLDS, (self.marked > 0) & (self.people < SECRECY_PEOPLE)
        return (self.people > 0) & np.where(self.unknown > 0, by_people, by_households)


class _Completion:
    """Adds rows to the secret ones until no published sum gives one of them away."""

    def __init__(self, levels: list[tuple[str, pd.Series]], beyond: _Counts, secret: set[Key]) -> None:
        self.secret = secret
        number, names = pd.factorize(levels[0][1].to_numpy(object))
        self.base: list[Key] = [(levels[0][0], name) for name in names]
        self.counts = beyond.by(number, len(names))
        self.hidden = np.array([key in secret for key in self.base], bool)
        first = np.unique(number, return_index=True)[1]
        #: By level, coarser ones and the whole: the unit of each base territory, and the keys of the units.
        self.sums = [(np.zeros(len(names), int), [TOTAL])]
        for level, codes in levels[1:]:
            unit, units = pd.factorize(codes.to_numpy(object)[first])
            self.sums.append((unit, [(level, name) for name in units]))

    def run(self) -> None:
        self._hide_parts_of_secret_sums()
        while True:
            hidden = self.hidden.copy()
            weak = [hidden & (of == unit) for of, keys in self.sums for unit in np.flatnonzero(self._few_in_sums(of, keys, hidden))]
            weak += [np.arange(len(self.base)) == part for part in self._determined(hidden)]
            touched, added = np.zeros(len(self.base), bool), False
            for parts in weak:
                added |= self._hide_beside(parts, touched)
            if not added:
                return

    def _published(self, keys: list[Key]) -> np.ndarray:
        return np.array([key not in self.secret for key in keys], bool)

    def _few_in_sums(self, of: np.ndarray, keys: list[Key], hidden: np.ndarray) -> np.ndarray:
        """Tell in which published sums the hidden parts together are too few."""
        return self.counts.only(hidden).by(of, len(keys)).few() & self._published(keys)

    def _hide_parts_of_secret_sums(self) -> None:
        """A sum that is secret must not be told by its parts."""
        for of, keys in self.sums:
            for unit in np.flatnonzero(~self._published(keys)):
                members = of == unit
                if not (members & self.hidden).any():
                    self._hide_smallest(members)

    def _hide_beside(self, parts: np.ndarray, touched: np.ndarray) -> bool:
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
            place = self._hide_smallest(members)
            if place is not None:
                touched[place] = True
                return True
        self.secret.update(key for _, key in around)  # nobody else is there to hide behind: the sums themselves are secret
        return bool(around)

    def _hide_smallest(self, members: np.ndarray) -> int | None:
        """Hide the member with the fewest people beyond, at least one of them, that is not secret yet."""
        free = np.flatnonzero(members & ~self.hidden & (self.counts.people > 0))
        if not len(free):
            return None
        place = min(free, key=lambda part: (self.counts.people[part], self.base[part]))
        self.secret.add(self.base[place])
        self.hidden[place] = True
        return place

    def _determined(self, hidden: np.ndarray) -> np.ndarray:
        """Return the hidden parts that the published sums determine: those whose unit vector lies in the space that the sums span."""
        parts = np.flatnonzero(hidden)
        rows = [(of[parts] == unit) for of, keys in self.sums for unit in np.flatnonzero(self._published(keys))]
        rows = [row for row in rows if row.any()]
        if not rows or not len(parts):
            return np.array([], int)
        _, singular, directions = np.linalg.svd(np.array(rows, float), full_matrices=False)
        span = directions[singular > 1e-9]
        return parts[(span**2).sum(axis=0) > 1 - 1e-9]

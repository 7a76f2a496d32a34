"""Which figures by territory must not be published: those of too few households, and as many more as keep these from being worked out (DOMAIN § 7.4)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..defaults import SECRECY_PEOPLE
from ..population.secrecy import SECRECY_HOUSEHOLDS

TOTAL = ("total", "")


def secret_rows(places: pd.DataFrame, beyond: np.ndarray, computed: np.ndarray, levels: list[tuple[str, pd.Series]]) -> set[tuple[str, str]]:
    """Tell which rows of a summary are secret, (level, code) each.

    Parameters
    ----------
    places
        With ``population``; ``households`` and ``secret`` where they come from a grid. Legal populations of communes have neither, and are public.
    beyond, computed
        Which places lie beyond the threshold, and which have a time.
    levels
        The finest first: its name, and the code of each place.

    Returns
    -------
    set
        Rows whose people beyond, or whose people within, live in 1 to 10 households, and rows that would tell one of these by a sum (complementary
        suppression). A count of nobody is no secret.
    """
    cells = _Cells(places)
    if not cells.any:
        return set()
    lived = places["population"].to_numpy(float) > 0
    outside, inside = lived & beyond & computed, lived & ~beyond & computed
    secret = {TOTAL} if cells.few(outside) or cells.few(inside) else set()
    groups = {(level, code): rows for level, codes in levels for code, rows in pd.Series(codes.to_numpy(object)).groupby(codes.to_numpy(object)).indices.items()}
    for key, rows in groups.items():
        if cells.few(_only(outside, rows)) or cells.few(_only(inside, rows)):
            secret.add(key)
    if levels:
        _complete(secret, groups, levels[0], outside, places["population"].to_numpy(float), cells)
    return secret


def has_cells(places: pd.DataFrame) -> bool:
    """Tell whether people come from cells that secrecy protects, and not from legal populations."""
    return _Cells(places).any


class _Cells:
    """Households of the places, and where these are not known, whether a cell is marked secret."""

    def __init__(self, places: pd.DataFrame) -> None:
        self.people = places["population"].to_numpy(float)
        nothing = np.full(len(places), np.nan)
        self.households = places["households"].astype(float).to_numpy() if "households" in places else nothing
        self.marked = places["secret"].fillna(False).to_numpy(bool) if "secret" in places else np.zeros(len(places), bool)
        self.any = bool(np.isfinite(self.households).any() or self.marked.any())

    def few(self, mask: np.ndarray) -> bool:
        """Whether somebody, but too few, live in these places."""
        if not mask.any():
            return False
        households = self.households[mask]
        if np.isfinite(households).all():
            return bool(households.sum() < SECRECY_HOUSEHOLDS)
        return bool(self.marked[mask].any() and self.people[mask].sum() < SECRECY_PEOPLE)


def _only(mask: np.ndarray, rows: np.ndarray) -> np.ndarray:
    kept = np.zeros(len(mask), bool)
    kept[rows] = mask[rows]
    return kept


def _complete(secret: set, groups: dict, finest: tuple[str, pd.Series], outside: np.ndarray, people: np.ndarray, cells: _Cells) -> None:
    """Add rows to the secret ones until no published sum gives one of them away."""
    name, codes = finest
    base = [key for key in groups if key[0] == name]
    number = {key[1]: place for place, key in enumerate(base)}
    counts = np.array([people[groups[key]][outside[groups[key]]].sum() for key in base])
    member = codes.map(number).to_numpy()
    sums = {key: np.unique(member[rows]) for key, rows in groups.items() if key[0] != name} | {TOTAL: np.arange(len(base))}
    for key in [key for key in sums if key in secret]:  # a sum that is secret must not be told by its parts
        if not any(base[part] in secret for part in sums[key]):
            secret.update(_smallest(base, counts, sums[key], secret))
    while True:
        hidden = np.array([key in secret for key in base])
        told = [parts[hidden[parts]] for key, parts in sums.items() if key not in secret]
        weak = [parts for parts in told if len(parts) and cells.few(np.isin(member, parts) & outside)]
        weak += [np.array([part]) for part in _determined(told, np.flatnonzero(hidden))]
        if not weak:
            return
        added, touched = False, np.zeros(len(base), bool)
        for parts in weak:
            if any(touched[members].any() for key, members in sums.items() if np.isin(parts, members).all()):
                continue  # what was added beside it in this round may be enough
            around = [key for key, members in sums.items() if key not in secret and np.isin(parts, members).all()]
            for key in sorted(around, key=lambda key: len(sums[key])):
                more = _smallest(base, counts, sums[key], secret)
                if more:
                    secret.update(more)
                    added = touched[[number[code] for _, code in more]] = True
                    break
            else:
                secret.update(around)  # nobody else is there to hide behind: the sums themselves are secret
                added = added or bool(around)
        if not added:
            return


def _smallest(base: list, counts: np.ndarray, members: np.ndarray, secret: set) -> list:
    """Return the member with the fewest people beyond, at least one of them, that is not secret yet; an empty list for none."""
    free = [part for part in members if base[part] not in secret and counts[part] > 0]
    return [base[min(free, key=lambda part: (counts[part], base[part]))]] if free else []


def _determined(told: list[np.ndarray], hidden: np.ndarray) -> np.ndarray:
    """Return the hidden parts that the published sums determine: those without a way to vary while all sums stay."""
    told = [parts for parts in told if len(parts)]
    if not told or not len(hidden):
        return np.array([], int)
    place = {part: column for column, part in enumerate(hidden)}
    system = np.zeros((len(told), len(hidden)))
    for row, parts in enumerate(told):
        system[row, [place[part] for part in parts]] = 1.0
    _, singular, directions = np.linalg.svd(system)
    free = directions[int((singular > 1e-9).sum()) :]
    return hidden[np.abs(free).max(axis=0, initial=0.0) < 1e-9]

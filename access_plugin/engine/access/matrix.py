"""Times from many places to many others: all pairs, those within a limit, or the nearest of each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..arrays import Floats, Ints, Objects
from ..network.attributes import CLOSED
from ..network.metres import metres_at
from ..network.search import each
from ..network.snap import Attachment
from ..network.timed import Side, TimedNetwork
from ..progress import SILENT, Progress
from .reach import MS_PER_MINUTE, along_shared_edges, arrivals, coverage, departures, seeds_of

#: Pairs that are in memory at a time.
_PAIRS_AT_ONCE = 4_000_000


@dataclass(frozen=True)
class Pairs:
    """Some pairs of places.

    Attributes
    ----------
    origin, destination
        (k,) their places in the lists.
    minutes, metres
        (k,) of the quickest way; of several, metres are those of the shortest. Metres are empty where they were not
        asked for.
    """

    origin: Ints
    destination: Ints
    minutes: Floats
    metres: Floats

    def __len__(self) -> int:
        return len(self.minutes)

    def take(self, rows: Ints) -> Pairs:
        """Return some of the pairs."""
        metres = self.metres[rows] if len(self.metres) else self.metres
        return Pairs(self.origin[rows], self.destination[rows], self.minutes[rows], metres)


def pairs_between(
    timed: TimedNetwork,
    origins: Attachment,
    destinations: Attachment,
    *,
    most_min: float | Floats = np.inf,
    nearest: int = 0,
    metres: bool = False,
    progress: Progress = SILENT,
) -> Iterator[Pairs]:
    """Give the pairs between which there is a way, some at a time, in the order of the origins and of the minutes.

    Memory stays flat, however many there are, but for metres from more places than to.

    Parameters
    ----------
    timed
        The network with its profile, season and traffic.
    origins, destinations
        Who drives, and where to; what is not attached takes no part.
    most_min
        Longer times are left out: one number, or (n,) that of each origin.
    nearest
        How many destinations of each origin are given, the nearest first (of equal ones those that come first in the
        list); 0 for all.
    metres
        Whether the length of the quickest way is wanted too, which takes some tenths of a second for each place on the
        shorter side of the matrix, on the roads of a région.
    progress
        Where to report, and who may cancel.
    """
    # searches start where there are fewer, but that all pairs need not be kept until their ranks are known
    turned = len(destinations) < len(origins) and (nearest > 0 or metres)
    count = nearest or len(destinations)
    sources, targets = (destinations, origins) if turned else (origins, destinations)
    limits = np.broadcast_to(np.asarray(most_min, float), len(origins))
    longest = float(limits.max(initial=0.0))
    at_once = max(1, _PAIRS_AT_ONCE // max(len(targets), 1))
    kept: Pairs | None = None
    if not len(sources):
        yield Pairs(*(np.zeros(0, kind) for kind in (int, int, float, float)))
    for first in range(0, len(sources), at_once):
        rows = np.arange(first, min(first + at_once, len(sources)))
        part = progress.part(first / len(sources), (rows[-1] + 1) / len(sources))
        side = timed.side("inbound" if turned else "outbound")
        row, target, minutes, length = (
            _with_metres(side, sources.take(rows), targets, longest, part)
            if metres
            else _times(timed, turned, sources.take(rows), targets, longest, part)
        )
        source = row + first
        found = Pairs(*((target, source) if turned else (source, target)), minutes, length)
        found = found.take(np.flatnonzero(minutes <= limits[found.origin])) if np.ndim(most_min) else found
        if turned:  # the nearest of an origin may be in any part
            kept = _nearest(found if kept is None else _joined(kept, found), count)
        else:
            yield _nearest(found, count)
    if kept is not None:
        yield kept


def rows_of(parts: Iterator[Pairs], origins: Objects, destinations: Objects) -> Iterator[pd.DataFrame]:
    """Turn pairs into rows.

    They have ``from_id`` and ``to_id`` (what the places are called; texts as categories, since each stands in many
    rows), ``minutes``, ``metres`` (NaN where they were not asked for) and ``rank`` (1 for the nearest of an origin).
    """
    names, other_names = (pd.Series(named).infer_objects() for named in (origins, destinations))
    names, other_names = (
        named if pd.api.types.is_numeric_dtype(named) else named.astype("category") for named in (names, other_names)
    )
    for pairs in parts:
        metres = pairs.metres if len(pairs.metres) == len(pairs) else np.full(len(pairs), np.nan)
        yield pd.DataFrame(
            {
                "from_id": names.array[pairs.origin],
                "to_id": other_names.array[pairs.destination],
                "minutes": pairs.minutes,
                "metres": metres,
                "rank": np.arange(len(pairs)) - np.searchsorted(pairs.origin, pairs.origin) + 1,
            }
        )


def _times(
    timed: TimedNetwork, turned: bool, sources: Attachment, targets: Attachment, most_min: float, progress: Progress
) -> tuple[Ints, Ints, Floats, Floats]:
    limit = min(most_min, (int(CLOSED) - 1) / MS_PER_MINUTE)
    direction = "inbound" if turned else "outbound"
    start, target, minutes = coverage(
        timed, direction, sources, np.zeros(len(sources)), targets, limit, progress=progress
    )
    return np.repeat(np.arange(len(sources)), np.diff(start)), target, minutes, np.zeros(0)


def _with_metres(
    side: Side, sources: Attachment, targets: Attachment, most_min: float, progress: Progress
) -> tuple[Ints, Ints, Floats, Floats]:
    """Return source, target, minutes and metres of each pair, source by source."""
    limit = int(min(np.floor(most_min * MS_PER_MINUTE + 1e-6), int(CLOSED) - 1))
    seeds, (last, after_ms) = seeds_of(side, sources, np.zeros(len(sources))), arrivals(side, targets)
    seed_m = _part_metres(side, sources, departures(side, sources)[0], leaving=True)
    after_m = _part_metres(side, targets, last, leaving=False)
    near_source, near_target, near_ms = along_shared_edges(side, sources, np.zeros(len(sources)), targets)
    shared = np.argsort(near_source, kind="stable")
    rows: list[Ints] = []
    found: list[tuple[Ints, Floats, Floats]] = []
    for row, ms in enumerate(each(side, seeds, limit)):
        progress.at(row / len(sources))
        length = metres_at(side, ms, seeds[0][row], seeds[1][row], seed_m[row])
        node = np.maximum(last, 0)
        reach = np.where((last >= 0) & (ms[node] < CLOSED), ms[node] + after_ms, np.inf)
        way = np.lexsort((length[node] + after_m, reach), axis=0)[0]
        best = np.take_along_axis(reach, way[None], 0)[0]
        far = np.take_along_axis(length[node] + after_m, way[None], 0)[0]
        own = shared[np.searchsorted(near_source[shared], row) : np.searchsorted(near_source[shared], row, "right")]
        edge = targets.edge[near_target[own]]
        near_m = np.abs(targets.fraction[near_target[own]] - sources.fraction[row]) * side.length_m[edge]
        sooner = (near_ms[own] < best[near_target[own]]) | (
            (near_ms[own] == best[near_target[own]]) & (near_m < far[near_target[own]])
        )
        best[near_target[own][sooner]], far[near_target[own][sooner]] = near_ms[own][sooner], near_m[sooner]
        target = np.flatnonzero(best <= limit)
        rows.append(np.full(len(target), row))
        found.append((target, best[target] / MS_PER_MINUTE, far[target]))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0)
    target, minutes, metres = (np.concatenate(column) for column in zip(*found))
    return np.concatenate(rows), target, minutes, metres


def _part_metres(side: Side, places: Attachment, node: Ints, *, leaving: bool) -> Floats:
    """Return the metres between places on roads and the nodes of their departures or arrivals.

    The nodes are those that :func:`reach.departures` (k, 2) or :func:`reach.arrivals` (2, k) give.
    """
    edge = np.maximum(places.edge, 0)
    ahead, behind = 1 - places.fraction, places.fraction
    share = np.vstack([ahead, behind] if leaving else [behind, ahead])
    metres: Floats = np.where(node >= 0, share * side.length_m[edge], 0.0)
    return metres.T if leaving else metres


def _joined(one: Pairs, other: Pairs) -> Pairs:
    columns = ("origin", "destination", "minutes", "metres")
    return Pairs(*(np.concatenate([getattr(one, name), getattr(other, name)]) for name in columns))


def _nearest(pairs: Pairs, count: int) -> Pairs:
    """Return the nearest destinations of each origin, in the order of the origins."""
    pairs = pairs.take(np.lexsort((pairs.destination, pairs.minutes, pairs.origin)))
    first = np.searchsorted(pairs.origin, pairs.origin)
    return pairs.take(np.flatnonzero(np.arange(len(pairs)) - first < count))

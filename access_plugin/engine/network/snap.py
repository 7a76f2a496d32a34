"""Points on the map → places on a road: (edge, fraction of its length)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..arrays import LATER, Bools, Floats, Ints, Objects
from .timed import TimedNetwork

#: Farther than this from any road a point is not attached; farther than DOUBTFUL_M it is, and counted as doubtful.
MOST_M = 2000.0
DOUBTFUL_M = 500.0
#: Within this of the end of a road a point stands at the junction itself.
JUNCTION_M = 0.5


@dataclass(frozen=True)
class Attachment:
    """Where points attach.

    Attributes
    ----------
    edge, fraction, distance_m
        (n,) int64, -1 for none; the share of its length from its tail; metres, NaN for none.
    on_closed
        (n,) bool: points that do not attach because the nearest road is closed now (for a season, or by the user); none
        unless said.
    no_stopping
        (n,) bool: points that attach to a road that one cannot leave there (a motorway, a tunnel, a ferry), because
        there is no other; none unless said.
    """

    edge: Ints
    fraction: Floats
    distance_m: Floats
    on_closed: Bools = LATER
    no_stopping: Bools = LATER

    def __post_init__(self) -> None:
        for name in ("on_closed", "no_stopping"):
            if getattr(self, name) is None:
                object.__setattr__(self, name, np.zeros(len(self.edge), bool))

    @property
    def attached(self) -> Bools:
        """(n,) whether each stands on a road."""
        return self.edge >= 0

    @property
    def doubtful(self) -> Bools:
        """(n,) whether each is so far from its road that its time is doubtful."""
        return self.distance_m > DOUBTFUL_M

    def __len__(self) -> int:
        return len(self.edge)

    def take(self, rows: Ints | list[int]) -> "Attachment":
        """Return the attachments of some of the points."""
        return Attachment(
            self.edge[rows], self.fraction[rows], self.distance_m[rows], self.on_closed[rows], self.no_stopping[rows]
        )

    def joined(self, other: "Attachment") -> "Attachment":
        """Return these points followed by others."""
        columns = ("edge", "fraction", "distance_m", "on_closed", "no_stopping")
        return Attachment(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in columns))


def attach(timed: TimedNetwork, xy: Floats, *, most_m: float = MOST_M) -> Attachment:
    """Attach points to the nearest road that the profile may drive on now and that one can leave there.

    It is one of the main part of the network. Who lives above a tunnel or beside a motorway drives off on another road,
    however near that one is: such a road is taken only where there is no other within reach
    (:attr:`TimedNetwork.leavable`). A point whose nearest road is closed for the season or by the user attaches to an
    open one only within :data:`DOUBTFUL_M`: who lives at the end of a closed road does not live at the next one.

    Parameters
    ----------
    timed
        The network with its profile and season.
    xy
        (n, 2) in the network's reference system; rows that are not finite do not attach.
    most_m
        Distance beyond which a point does not attach.

    Returns
    -------
    Attachment
        Of roads at the very same distance, the one with the lowest number is taken.
    """
    xy = np.asarray(xy, float).reshape(-1, 2)
    edge, fraction, distance = np.full(len(xy), -1), np.zeros(len(xy)), np.full(len(xy), np.nan)
    closed, kept = np.zeros(len(xy), bool), np.zeros(len(xy), bool)
    index = timed.network.road_index
    finite = np.flatnonzero(np.isfinite(xy).all(axis=1))
    points = shapely.points(xy[finite])
    row, road, metres = _nearest(timed, points, most_m, timed.attachable)
    into, lines = finite[row], index.lines[road]
    edge[into], distance[into] = index.edges[road], metres
    kept[into] = ~timed.leavable[edge[into]]
    length = shapely.length(lines)
    along = shapely.line_locate_point(lines, points[row])
    along = np.where(along <= JUNCTION_M, 0.0, np.where(along >= length - JUNCTION_M, length, along))
    fraction[into] = along / np.maximum(length, 1e-9)
    shut = finite[_on_closed(timed, points, distance[finite], kept[finite], most_m)]
    edge[shut], fraction[shut], distance[shut] = -1, 0.0, np.nan
    closed[shut], kept[shut] = True, False
    return Attachment(edge, fraction, distance, closed, kept)


def _nearest(timed: TimedNetwork, points: Objects, most_m: float, allowed: Bools) -> tuple[Ints, Ints, Floats]:
    """Return the nearest allowed road of each point, of those that can be left where there is one.

    See :meth:`RoadIndex.nearest`.
    """
    index = timed.network.road_index
    row, road, metres = index.nearest(points, most_m, (allowed & timed.leavable)[index.edges])
    left = np.setdiff1d(np.arange(len(points)), row)
    if len(left) == 0:
        return row, road, metres
    again, other, further = index.nearest(points[left], most_m, allowed[index.edges])
    return np.append(row, left[again]), np.append(road, other), np.append(metres, further)


def _on_closed(timed: TimedNetwork, points: Objects, metres: Floats, kept: Bools, most_m: float) -> Bools:
    """Tell which points have a closed road as their nearest one, and no open one near that they can leave."""
    found = np.zeros(len(points), bool)
    if timed.roads.closes_none:
        return found
    rows, index = np.flatnonzero(~(metres <= DOUBTFUL_M) | kept), timed.network.road_index
    row, road, nearest = _nearest(timed, points[rows], most_m, timed.roads.always_attachable)
    there = rows[row]
    found[there] = ~(metres[there] <= nearest + JUNCTION_M) | (kept[there] & timed.leavable[index.edges[road]])
    return found

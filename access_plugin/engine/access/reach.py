"""From places on roads to times between them: the joints between points and the node-to-node searches."""

from __future__ import annotations

import numpy as np

from ..network.attributes import CLOSED
from ..network.search import UNREACHED, nearest, within
from ..network.snap import Attachment
from ..network.timed import Side, TimedNetwork
from ..progress import SILENT, Progress

MS_PER_MINUTE = 60_000


def nearest_minutes(
    timed: TimedNetwork, direction: str, sites: Attachment, delay_min: np.ndarray, points: Attachment
) -> tuple[np.ndarray, np.ndarray]:
    """Return the minutes between each point and its nearest site, and which site that is.

    Parameters
    ----------
    timed
        The network with its profile and season.
    direction
        ``outbound``: sites drive to points; ``inbound``: points drive to sites.
    sites, points
        Where they attach; what is not attached takes no part.
    delay_min
        (s,) minutes added to all that a site reaches.

    Returns
    -------
    minutes, site
        (n,) float64, NaN where no site is reached; (n,) index of the site, -1 there.
    """
    return minutes_at(timed, direction, sites, delay_min, points, reached_nodes(timed, direction, sites, delay_min))


def reached_nodes(timed: TimedNetwork, direction: str, sites: Attachment, delay_min: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (nodes,) the milliseconds of every node from its nearest site, and which site that is; parameters as for :func:`nearest_minutes`."""
    return _search_from(timed.side(direction), sites, delay_min)


def minutes_at(
    timed: TimedNetwork, direction: str, sites: Attachment, delay_min: np.ndarray, points: Attachment, reached: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Return what :func:`nearest_minutes` does, from a search of the same sites that was made before (:func:`reached_nodes`)."""
    side = timed.side(direction)
    best, site = _at_points(side, *reached, points)
    _improve_on_shared_edges(side, sites, delay_min, points, best, site)
    known = best < CLOSED
    return np.where(known, best / MS_PER_MINUTE, np.nan), np.where(known, site, -1)


def minutes_from_nodes(timed: TimedNetwork, direction: str, nodes: np.ndarray, points: Attachment) -> np.ndarray:
    """Return the minutes between each point and the nearest of some nodes, NaN where there is no way; directions as for :func:`nearest_minutes`."""
    side = timed.side(direction)
    ms, label = nearest(side, nodes, np.zeros(len(nodes), np.int32), np.zeros(len(nodes), np.int32))
    best, _ = _at_points(side, ms, label, points)
    return np.where(best < CLOSED, best / MS_PER_MINUTE, np.nan)


def coverage(
    timed: TimedNetwork, direction: str, sites: Attachment, delay_min: np.ndarray, points: Attachment, limit_min: float,
    *, progress: Progress = SILENT,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """Return which points each site reaches within a limit, as rows: ``start`` (s + 1,), ``point`` and ``minutes``.

    Parameters are those of :func:`nearest_minutes`; the limit is inclusive.
    """
    side = timed.side(direction)
    limit = int(np.floor(limit_min * MS_PER_MINUTE + 1e-6))
    start, point, ms = within(side, _seeds(side, sites, delay_min), arrivals(side, points), limit, progress=progress)
    row = np.repeat(np.arange(len(sites)), np.diff(start))
    near_row, near_point, near_ms = _along_shared_edges(side, sites, delay_min, points)
    near = near_ms <= limit
    row, point, ms = (np.concatenate(pair) for pair in ((row, near_row[near]), (point, near_point[near]), (ms, near_ms[near])))
    order = np.lexsort((ms, point, row))
    row, point, ms = row[order], point[order], ms[order]
    first = np.ones(len(row), bool)
    first[1:] = (row[1:] != row[:-1]) | (point[1:] != point[:-1])
    sizes = np.bincount(row[first], minlength=len(sites))
    return np.concatenate([[0], np.cumsum(sizes)]), point[first], ms[first] / MS_PER_MINUTE


def _joints(towards: np.ndarray, here: np.ndarray, there_ms: np.ndarray, side: Side, places: Attachment, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (2, n) the nodes at which places on edges meet the network, -1 where they do not, and the milliseconds in between.

    Whoever stands right at the end of an edge stands at the junction: neither the direction of the edge nor a turn that is banned
    from it or into it binds them, and nothing is spent there. `here` (2, e) is the junction's node at the end that each row of `share` is the distance
    from, `there_ms` (2, e) what is spent right at that end by whoever drives up to it or comes from it.
    """
    edge = np.where(places.attached, places.edge, 0)
    ms = side.ms[:, edge]
    open_drive, at_end = ms < CLOSED, share == 0
    node = np.where(at_end, here[:, edge], np.where(open_drive, towards[:, edge], -1))
    node = np.where(share == 1, -1, node)  # at the other end they stand at that junction
    partly = np.rint(share * _along_ms(side, slice(None), edge)) + there_ms[:, edge]
    return np.where(places.attached, node, -1), np.where(open_drive & ~at_end, partly, 0.0)


def _along_ms(side: Side, drive, edge) -> np.ndarray:
    """Return the milliseconds of drives that are spent along the way, neither at its beginning nor at its end; 0 where it is closed."""
    ms = side.ms[drive, edge]
    return np.where(ms < CLOSED, ms - side.begin_ms[drive, edge] - side.end_ms[drive, edge], 0)


def departures(side: Side, sites: Attachment) -> tuple[np.ndarray, np.ndarray]:
    """Return (2, s) the nodes at which the two drives along each site's edge arrive first, and the milliseconds until then; see :func:`_joints`."""
    return _joints(side.end, side.stand_from[::-1], side.end_ms, side, sites, np.vstack([1 - sites.fraction, sites.fraction]))


def arrivals(side: Side, points: Attachment) -> tuple[np.ndarray, np.ndarray]:
    """Return (2, n) the last nodes before each point, coming along its edge one way and the other, and the milliseconds from there."""
    return _joints(side.begin, side.stand_to, side.begin_ms, side, points, np.vstack([points.fraction, 1 - points.fraction]))


def _seeds(side: Side, sites: Attachment, delay_min: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (s, 2) the nodes at which a drive from each site arrives first, -1 for none, and the milliseconds until then."""
    node, ms = departures(side, sites)
    return node.T, (ms + np.rint(np.asarray(delay_min, float) * MS_PER_MINUTE)).astype(np.int32).T


def _search_from(side: Side, sites: Attachment, delay_min: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    node, ms = _seeds(side, sites, delay_min)
    label = np.repeat(np.arange(len(sites)), 2)
    used = node.ravel() >= 0
    return nearest(side, node.ravel()[used], ms.ravel()[used], label[used])


def _at_points(side: Side, ms: np.ndarray, label: np.ndarray, points: Attachment) -> tuple[np.ndarray, np.ndarray]:
    """Return the milliseconds (float64) and the label at points, coming from either end of their edge."""
    best, site = np.full(len(points), float(UNREACHED)), np.full(len(points), -1)
    for node, extra in zip(*arrivals(side, points)):
        usable = node >= 0
        usable[usable] = ms[node[usable]] < CLOSED
        arrival = np.where(usable, ms[node] + extra, float(UNREACHED))
        better = arrival < best
        best[better], site[better] = arrival[better], label[node[better]]
    return best, site


def _along_shared_edges(side: Side, sites: Attachment, delay_min, points: Attachment) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return site, point and milliseconds of the drives that never leave the edge that both stand on."""
    order = np.argsort(points.edge, kind="stable")
    ordered = points.edge[order]
    first = np.searchsorted(ordered, sites.edge, "left")
    size = np.where(sites.attached, np.searchsorted(ordered, sites.edge, "right") - first, 0)
    site = np.repeat(np.arange(len(sites)), size)
    point = order[np.arange(size.sum()) + np.repeat(first - (np.cumsum(size) - size), size)]
    edge = sites.edge[site]
    ahead = points.fraction[point] - sites.fraction[site]
    best = np.full(len(site), float(UNREACHED))
    for drive, share, first, last in ((0, ahead, 0.0, 1.0), (1, -ahead, 1.0, 0.0)):
        usable = (share >= 0) & (side.ms[drive, edge] < CLOSED)
        at_ends = side.begin_ms[drive, edge] * (sites.fraction[site] == first) + side.end_ms[drive, edge] * (points.fraction[point] == last)  # as from node to node
        best = np.where(usable, np.minimum(best, np.rint(share * _along_ms(side, drive, edge)) + np.where(share > 0, at_ends, 0)), best)
    return site, point, best + np.rint(np.asarray(delay_min, float)[site] * MS_PER_MINUTE)


def _improve_on_shared_edges(side: Side, sites: Attachment, delay_min, points: Attachment, best: np.ndarray, site: np.ndarray) -> None:
    near_site, near_point, near_ms = _along_shared_edges(side, sites, delay_min, points)
    order = np.lexsort((-near_site, -near_ms))  # the quickest is written last
    near_site, near_point, near_ms = near_site[order], near_point[order], near_ms[order]
    better = near_ms < best[near_point]
    best[near_point[better]], site[near_point[better]] = near_ms[better], near_site[better]

"""From places on roads to times between them: the joints between points and the node-to-node searches."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats, Ints, Pair, Triple
from ..compiled import compiled
from ..network.attributes import CLOSED
from ..network.search import UNREACHED, nearest, within
from ..network.snap import Attachment
from ..network.timed import Side, TimedNetwork
from ..progress import SILENT, Progress

MS_PER_MINUTE = 60_000


def nearest_minutes(
    timed: TimedNetwork, direction: str, sites: Attachment, delay_min: Floats, points: Attachment
) -> tuple[Floats, Ints]:
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


def reached_nodes(timed: TimedNetwork, direction: str, sites: Attachment, delay_min: Floats) -> Pair:
    """Return (nodes,) the milliseconds of every node from its nearest site, and which site that is.

    Parameters as for :func:`nearest_minutes`.
    """
    return _search_from(timed.side(direction), sites, delay_min)


def minutes_at(
    timed: TimedNetwork,
    direction: str,
    sites: Attachment,
    delay_min: Floats,
    points: Attachment,
    reached: Pair,
) -> tuple[Floats, Ints]:
    """Return what :func:`nearest_minutes` does, from a search that was made before (:func:`reached_nodes`).

    The search is one of the same sites.
    """
    best, site = ms_at(timed.side(direction), sites, delay_min, points, reached)
    known = best < CLOSED
    return np.where(known, best / MS_PER_MINUTE, np.nan), np.where(known, site, -1)


def ms_at(side: Side, sites: Attachment, delay_min: Floats, points: Attachment, reached: Pair) -> Pair:
    """Return the milliseconds (int32) between each point and its nearest site, and which site that is.

    They come from a search that was made before, and are CLOSED for none; parameters as for :func:`minutes_at`.
    """
    best, site = _at_points(side, *reached, points)
    _improve_on_shared_edges(side, sites, delay_min, points, best, site)
    return best, site


def minutes_from_nodes(timed: TimedNetwork, direction: str, nodes: Ints, points: Attachment) -> Floats:
    """Return the minutes between each point and the nearest of some nodes, NaN where there is no way.

    Directions as for :func:`nearest_minutes`.
    """
    side = timed.side(direction)
    ms, label = nearest(side, nodes, np.zeros(len(nodes), np.int32), np.zeros(len(nodes), np.int32))
    best, _ = _at_points(side, ms, label, points)
    return np.where(best < CLOSED, best / MS_PER_MINUTE, np.nan)


def coverage(
    timed: TimedNetwork,
    direction: str,
    sites: Attachment,
    delay_min: Floats,
    points: Attachment,
    limit_min: float,
    *,
    progress: Progress = SILENT,
) -> tuple[Ints, Ints, Floats]:
    """Return which points each site reaches within a limit, as rows: ``start`` (s + 1,), ``point`` and ``minutes``.

    Parameters are those of :func:`nearest_minutes`; the limit is inclusive.
    """
    side = timed.side(direction)
    limit = int(np.floor(limit_min * MS_PER_MINUTE + 1e-6))
    start, point, ms = within(side, seeds_of(side, sites, delay_min), arrivals(side, points), limit, progress=progress)
    row, place, near_ms = along_shared_edges(side, sites, delay_min, points)
    near = near_ms <= limit
    start, point, ms = _merged(start, point, ms, row[near], place[near], near_ms[near], len(points))
    return start, point, ms / MS_PER_MINUTE


def _merged(
    start: Ints, point: Ints, ms: Ints, near_row: Ints, near_point: Ints, near_ms: Floats, points: int
) -> Triple:
    """Put a few more times into rows that are in order; of two for the same point the shorter one stays."""
    order = np.lexsort((near_ms, near_point, near_row))
    key = near_row[order] * points + near_point[order]
    first = np.ones(len(key), bool)
    first[1:] = key[1:] != key[:-1]
    key, near_ms = key[first], near_ms[order][first]
    known = np.repeat(np.arange(len(start) - 1), np.diff(start)) * points + point
    place = np.searchsorted(known, key)
    there = place < len(known)
    there[there] = known[place[there]] == key[there]
    ms[place[there]] = np.minimum(ms[place[there]], near_ms[there])
    new = key[~there]
    start = start + np.concatenate([[0], np.cumsum(np.bincount(new // points, minlength=len(start) - 1))]).astype(
        np.int64
    )
    return start, np.insert(point, place[~there], new % points), np.insert(ms, place[~there], near_ms[~there])


def _joints(
    towards: Ints, here: Ints, there_ms: Ints, side: Side, places: Attachment, share: Floats
) -> tuple[Ints, Floats]:
    """Return (2, n) the nodes at which places on edges meet the network, and the milliseconds in between.

    Nodes are -1 where they do not meet it. Whoever stands right at the end of an edge stands at the junction: neither
    the direction of the edge nor a turn that is banned from it or into it binds them, and nothing is spent there.
    `here` (2, e) is the junction's node at the end that each row of `share` is the distance from, `there_ms` (2, e)
    what is spent right at that end by whoever drives up to it or comes from it.
    """
    edge = np.where(places.attached, places.edge, 0)
    ms = side.ms[:, edge]
    open_drive, at_end = ms < CLOSED, share == 0
    node = np.where(at_end, here[:, edge], np.where(open_drive, towards[:, edge], -1))
    node = np.where(share == 1, -1, node)  # at the other end they stand at that junction
    partly = np.rint(share * _along_ms(side, slice(None), edge)) + there_ms[:, edge]
    return np.where(places.attached, node, -1), np.where(open_drive & ~at_end, partly, 0.0)


def _along_ms(side: Side, drive: int | slice, edge: Ints) -> Ints:
    """Return the milliseconds of drives that are spent along the way, neither at its beginning nor at its end.

    0 where it is closed.
    """
    ms = side.ms[drive, edge]
    return np.where(ms < CLOSED, ms - side.begin_ms[drive, edge] - side.end_ms[drive, edge], 0)


def departures(side: Side, sites: Attachment) -> tuple[Ints, Floats]:
    """Return (2, s) the nodes at which drives from each site arrive first, and the milliseconds until then.

    The drives are the two along the site's edge; see :func:`_joints`.
    """
    return _joints(
        side.end, side.stand_from[::-1], side.end_ms, side, sites, np.vstack([1 - sites.fraction, sites.fraction])
    )


def arrivals(side: Side, points: Attachment) -> tuple[Ints, Floats]:
    """Return (2, n) the last nodes before each point, and the milliseconds from there.

    Drives come along the point's edge one way and the other.
    """
    return _joints(
        side.begin, side.stand_to, side.begin_ms, side, points, np.vstack([points.fraction, 1 - points.fraction])
    )


def seeds_of(side: Side, sites: Attachment, delay_min: Floats) -> Pair:
    """Return (s, 2) the nodes at which a drive from each site arrives first, and the milliseconds until then.

    The node is -1 for none.
    """
    node, ms = departures(side, sites)
    return node.T, (ms + np.rint(np.asarray(delay_min, float) * MS_PER_MINUTE)).astype(np.int32).T


def _search_from(side: Side, sites: Attachment, delay_min: Floats) -> Pair:
    node, ms = seeds_of(side, sites, delay_min)
    label = np.repeat(np.arange(len(sites)), 2)
    used = node.ravel() >= 0
    return nearest(side, node.ravel()[used], ms.ravel()[used], label[used])


def _at_points(side: Side, ms: Ints, label: Ints, points: Attachment) -> Pair:
    """Return the milliseconds (int32) and the label at points."""
    found = arrive(
        np.asarray(points.edge).astype(np.int32, copy=False).reshape(1, -1),
        np.asarray(points.fraction).reshape(1, -1),
        *edge_times(side, ms, label),
    )
    return found[0][0], found[1][0]


def edge_times(side: Side, ms: Ints, label: Ints | None = None) -> Pair:
    """Return what :func:`arrive` needs to know of each edge, by the milliseconds (and labels) of the nodes."""
    label = np.zeros(0, np.int32) if label is None else label
    return _edge_times(ms, label, side.begin, side.stand_to, side.ms, side.begin_ms, side.end_ms)


@compiled
def _edge_times(
    ms: Ints, label: Ints, begin: Ints, stand_to: Ints, drive_ms: Ints, begin_ms: Ints, end_ms: Ints
) -> Pair:
    """For either way along each edge.

    The time once one has entered it, what it takes to drive along it, and the time right at the junction before it.
    """
    count = drive_ms.shape[1]
    times, labels = np.full((count, 6), CLOSED), np.full((count if len(label) else 0, 4), -1, np.int32)
    for edge in range(count):
        for way in range(2):
            junction, node = stand_to[way, edge], begin[way, edge]
            times[edge, 3 * way + 2] = ms[junction]
            if drive_ms[way, edge] < CLOSED and ms[node] < CLOSED:
                times[edge, 3 * way] = ms[node] + begin_ms[way, edge]
                times[edge, 3 * way + 1] = drive_ms[way, edge] - begin_ms[way, edge] - end_ms[way, edge]
            if len(label):
                labels[edge, 2 * way + 1] = label[junction]
                if times[edge, 3 * way] < CLOSED:
                    labels[edge, 2 * way] = label[node]
    return times, labels


@compiled
def arrive(edge: Ints, fraction: Floats, times: Ints, labels: Ints) -> Pair:
    """Return the milliseconds (int32) at places on edges, coming from either end, and the labels.

    Milliseconds are CLOSED where there is no way; labels are the lowest among equal times, -1 for none. All places are
    (rows, columns), as on a map; the edge of those without a road is -1. Who stands right at the end of an edge stands
    at the junction, see :func:`_joints`.
    """
    best, site = np.full(edge.shape, CLOSED), np.full(edge.shape if len(labels) else (0, 0), -1, np.int32)
    for row in range(edge.shape[0]):
        for column in range(edge.shape[1]):
            on = edge[row, column]
            if on < 0:
                continue
            share = fraction[row, column]
            for way in range(2):
                if share == 0:
                    arrival = times[on, 3 * way + 2]
                elif share == 1 or times[on, 3 * way] >= CLOSED:
                    arrival = CLOSED
                else:
                    arrival = times[on, 3 * way] + np.int32(np.rint(share * times[on, 3 * way + 1]))
                if arrival < CLOSED:
                    if len(labels):
                        name = labels[on, 2 * way + (1 if share == 0 else 0)]
                        if arrival < best[row, column] or (arrival == best[row, column] and name < site[row, column]):
                            site[row, column] = name
                    best[row, column] = min(best[row, column], arrival)
                share = 1 - share
    return best, site


def along_shared_edges(
    side: Side, sites: Attachment, delay_min: Floats, points: Attachment
) -> tuple[Ints, Ints, Floats]:
    """Return site, point and milliseconds of the drives that never leave the edge that both stand on."""
    has_site = np.zeros(side.ms.shape[1] + 1, bool)  # the last one is for points without a road
    has_site[sites.edge[sites.attached]] = True
    order = np.flatnonzero(has_site[points.edge])
    order = order[np.argsort(points.edge[order], kind="stable")]
    ordered = points.edge[order]
    first = np.searchsorted(ordered, sites.edge, "left")
    size = np.where(sites.attached, np.searchsorted(ordered, sites.edge, "right") - first, 0)
    site = np.repeat(np.arange(len(sites)), size)
    point = order[np.arange(size.sum()) + np.repeat(first - (np.cumsum(size) - size), size)]
    edge = sites.edge[site]
    ahead = points.fraction[point] - sites.fraction[site]
    best = np.full(len(site), float(UNREACHED))
    for drive, share, begin, end in ((0, ahead, 0.0, 1.0), (1, -ahead, 1.0, 0.0)):
        usable = (share >= 0) & (side.ms[drive, edge] < CLOSED)
        # as from node to node
        at_ends = side.begin_ms[drive, edge] * (sites.fraction[site] == begin) + side.end_ms[drive, edge] * (
            points.fraction[point] == end
        )
        best = np.where(
            usable,
            np.minimum(best, np.rint(share * _along_ms(side, drive, edge)) + np.where(share > 0, at_ends, 0)),
            best,
        )
    return site, point, best + np.rint(np.asarray(delay_min, float)[site] * MS_PER_MINUTE)


def improve_cells_on_shared_edges(
    side: Side, sites: Attachment, delay_min: Floats, cells: tuple[Ints, Floats], ms: Ints
) -> None:
    """Give the cells of a map the drives that never leave a site's own road, where these are sooner.

    The cells are (rows, columns) edge and fraction; `ms` is changed in place.
    """
    edge, fraction = cells
    here = np.nonzero(np.isin(edge, sites.edge[sites.attached]))
    own = Attachment(edge[here], fraction[here], np.zeros(len(here[0]), np.float32))
    _, point, near_ms = along_shared_edges(side, sites, delay_min, own)
    np.minimum.at(ms, (here[0][point], here[1][point]), near_ms.astype(ms.dtype))


def _improve_on_shared_edges(
    side: Side, sites: Attachment, delay_min: Floats, points: Attachment, best: Ints, site: Ints
) -> None:
    near_site, near_point, near_ms = along_shared_edges(side, sites, delay_min, points)
    order = np.lexsort((-near_site, -near_ms))  # the quickest is written last
    near_site, near_point, near_ms = near_site[order], near_point[order], near_ms[order]
    better = near_ms < best[near_point]
    best[near_point[better]], site[near_point[better]] = near_ms[better], near_site[better]

"""One drive, road by road, and what its time is made of."""

from __future__ import annotations

import heapq

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.ops import substring

from ..arrays import Floats, Ints
from ..errors import InputError
from ..network.attributes import CLOSED, NO_LIMIT, ROAD_CLASSES, UNTAGGED
from ..network.search import UNREACHED, nearest
from ..network.snap import MOST_M, Attachment, attach
from ..network.speeds import AT_BEGIN, AT_END, TERMS
from ..network.timed import TimedNetwork
from ..text import numeral, tr
from ..words import word
from .reach import arrivals, departures

#: A drive, the node where it meets a point's edge, the milliseconds between them and the share of the edge.
Joint = tuple[int, int, float, float]
#: The milliseconds from a node to the end, the drive and the share of the edge.
Goal = tuple[float, int, float]
#: As :func:`_drive` gives them.
Piece = tuple[int, int, float, float, bool, bool]

ROUTE_FIELDS = (
    "number",
    "road_class",
    "way",
    "length_m",
    "limit_kph",
    "kph",
    "seconds",
    "at_min",
    *(f"{term}_s" for term in TERMS),
)
TERM_FIELDS = ("term", "seconds", "share")


def explain_route(timed: TimedNetwork, start: Floats, end: Floats) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Find the quickest way from one point to another, and say what each term costs on it.

    Parameters
    ----------
    timed
        The network with its profile, season and traffic.
    start, end
        (2,) in the network's reference system; they attach as places do.

    Returns
    -------
    roads
        Columns :data:`ROUTE_FIELDS` in the order of the drive, one row an edge, cut where the drive begins and ends;
        ``at_min`` is the time at its end. Their seconds sum to the time of the drive.
    terms
        Columns :data:`TERM_FIELDS`, one row for each term that is not nothing, and ``total``.

    Raises
    ------
    InputError
        A point is far from every road, or there is no way.
    """
    ends = attach(timed, np.vstack([start, end]))
    for place, shut in zip((tr("The start"), tr("The end")), ends.on_closed):
        if shut:
            raise InputError(
                tr(
                    "{place} stands on a road that is closed in the season {season} or by the layer of closed "
                    "roads. Choose another point or season."
                ).format(place=place, season=word("SEASON", timed.season))
            )
    for place, attached in zip((tr("The start"), tr("The end")), ends.attached):
        if not attached:
            raise InputError(
                tr("{place} is farther than {km:g} km from any road of the network. Choose another point.").format(
                    place=place, km=MOST_M / 1000
                )
            )
    pieces = _shared_edge(timed, ends) or _drive(timed, ends.take(np.array([0])), ends.take(np.array([1])))
    roads = _roads(timed, pieces)
    seconds = roads[[f"{term}_s" for term in TERMS]].sum()
    total = float(roads["seconds"].sum())
    terms = [
        (term, seconds[f"{term}_s"], seconds[f"{term}_s"] / total if total else np.nan)
        for term in TERMS
        if abs(seconds[f"{term}_s"]) > 1e-9
    ]
    return roads, pd.DataFrame([*terms, ("total", total, 1.0)], columns=list(TERM_FIELDS))


def _shared_edge(timed: TimedNetwork, ends: Attachment) -> list[Piece] | None:
    """Return the drive that never leaves the edge that both points stand on, where it is the quickest one."""
    if ends.edge[0] != ends.edge[1]:
        return None
    edge, (here, there) = int(ends.edge[0]), ends.fraction
    allowed = [
        drive for drive in (0, 1) if timed.edge_ms[drive, edge] < CLOSED and (there - here) * (1, -1)[drive] >= 0
    ]
    if not allowed:
        return None
    drive = allowed[0]
    # right at the junctions, as from node to node
    begin, end = here == drive and here != there, there == 1 - drive and here != there
    side = timed.outbound
    direct = (
        abs(there - here) * (side.ms - side.begin_ms - side.end_ms)[drive, edge]
        + begin * side.begin_ms[drive, edge]
        + end * side.end_ms[drive, edge]
    )
    around = _least(timed, ends.take(np.array([0])), ends.take(np.array([1])))[0]
    return (
        [(edge, drive, *((here, there) if drive == 0 else (1 - here, 1 - there)), begin, end)]
        if direct <= around
        else None
    )


def _least(timed: TimedNetwork, start: Attachment, end: Attachment) -> tuple[float, Ints, list[Joint], list[Joint]]:
    """Return the least milliseconds, those from every node to the end, and the joints of both points.

    (drive, node, milliseconds, share of the edge).
    """
    leave, arrive = departures(timed.outbound, start), arrivals(timed.outbound, end)

    def joints(found: tuple[Ints, Floats], share: tuple[float, float]) -> list[Joint]:
        return [
            (drive, int(node[0]), float(ms[0]), share[drive])
            for drive, (node, ms) in enumerate(zip(*found))
            if node[0] >= 0
        ]

    first = joints(leave, (1 - start.fraction[0], start.fraction[0]))
    last = joints(arrive, (end.fraction[0], 1 - end.fraction[0]))
    seeds = np.array([(node, ms, number) for number, (_, node, ms, _) in enumerate(last)]).reshape(-1, 3)
    to_end, _ = nearest(timed.inbound, *seeds.T)
    return (
        min((to_end[node] + ms for _, node, ms, _ in first if to_end[node] != UNREACHED), default=np.inf),
        to_end,
        first,
        last,
    )


def _drive(timed: TimedNetwork, start: Attachment, end: Attachment) -> list[Piece]:
    """Return the pieces of the quickest drive.

    Edge, drive, the shares of the drive along it at which it begins and ends, and whether what is spent at its
    beginning, and at its end, is.
    """
    total, to_end, first, last = _least(timed, start, end)
    if not np.isfinite(total):
        raise InputError(
            tr(
                "There is no way between the two points in this season. Choose other points, another season, or "
                "a profile that may pass."
            )
        )
    before: dict[int, tuple[int, int]] = {}
    queue = [(ms, node, -1, -1) for _, node, ms, _ in first]
    heapq.heapify(queue)
    side, ref = timed.outbound, timed.network.arrays["out_ref"]
    goals: dict[int, Goal] = {}  # a road that comes back to its own junction meets it twice: the nearer end counts
    for drive, node, ms, share in last:
        goals[node] = min(goals.get(node, (np.inf, 0, 0.0)), (ms, drive, share))
    while queue:
        ms, node, came_from, by = heapq.heappop(queue)
        if node in before or ms + to_end[node] != total:
            continue
        before[node] = (came_from, by)
        if node in goals and ms + goals[node][0] == total:
            return _pieces(node, before, first, goals[node], start, end)
        for arc in range(side.start[node], side.start[node + 1]):
            head, cost = int(side.arcs[2 * arc]), int(side.arcs[2 * arc + 1])
            if cost < CLOSED and to_end[head] != UNREACHED:
                heapq.heappush(queue, (ms + cost, head, node, int(ref[arc])))
    raise AssertionError("the search found a time and no way")


def _pieces(
    node: int,
    before: dict[int, tuple[int, int]],
    first: list[Joint],
    goal: Goal,
    start: Attachment,
    end: Attachment,
) -> list[Piece]:
    whole = []
    while before[node][0] >= 0:
        previous, ref = before[node]
        if ref >= 0:  # not a passage inside a junction
            whole.append((ref >> 1, ref & 1, 0.0, 1.0, True, True))
        node = previous
    left_by = min((joint for joint in first if joint[1] == node), key=lambda joint: joint[2])
    head = [(int(start.edge[0]), left_by[0], 1 - left_by[3], 1.0, False, True)] if left_by[2] > 0 else []
    tail = [(int(end.edge[0]), goal[1], 0.0, goal[2], True, False)] if goal[0] > 0 else []
    return [*head, *whole[::-1], *tail]


def _roads(timed: TimedNetwork, pieces: list[Piece]) -> gpd.GeoDataFrame:
    network = timed.network
    edge, drive = (np.array([piece[column] for piece in pieces], np.int64) for column in (0, 1))
    begin, stop = (np.array([piece[column] for piece in pieces], float) for column in (2, 3))
    share, kind = stop - begin, network.arrays["kinds"][network.arrays["edge_kind"][edge]]
    rows = np.arange(len(pieces))
    spent = (
        dict.fromkeys(TERMS, share)
        | {term: np.array([piece[4] for piece in pieces], float) for term in AT_BEGIN}
        | {term: np.array([piece[5] for piece in pieces], float) for term in AT_END}
    )
    terms = timed.terms(edge)
    table = {
        f"{term}_s": terms[term][drive, rows] * spent[term] if term in terms else np.zeros(len(pieces))
        for term in TERMS
    }
    table["range_s"] = (timed.pace - 1) * sum(seconds for name, seconds in table.items() if name != "range_s")
    seconds = sum(table.values())
    limit = np.where(drive == 0, kind["kph_forward"], kind["kph_backward"]).astype(float)
    length = network.arrays["edge_length_m"][edge] * share
    lines = [
        substring(line if way == 0 else line.reverse(), low, high, normalized=True)
        for line, way, low, high in zip(network.lines(edge), drive, begin, stop)
    ]
    with np.errstate(divide="ignore", invalid="ignore"):
        kph = np.where(seconds > 0, length / seconds * 3.6, np.nan)
    table |= {
        "number": rows + 1,
        "road_class": np.array(ROAD_CLASSES)[kind["road_class"]],
        "way": network.arrays["edge_way"][0][edge],
        "length_m": length,
        "limit_kph": np.where((limit == UNTAGGED) | (limit == NO_LIMIT), np.nan, limit),
        "kph": kph,
        "seconds": seconds,
        "at_min": np.cumsum(seconds) / 60,
    }
    return gpd.GeoDataFrame(table, geometry=lines, crs=network.crs)[[*ROUTE_FIELDS, "geometry"]]


def sentence(roads: gpd.GeoDataFrame, terms: pd.DataFrame) -> str:
    """Return the drive in one sentence: length, time, and the seconds of each term."""
    words = {
        "road": tr("driving"),
        "slope": tr("slopes"),
        "bends": tr("bends"),
        "snow": tr("snow"),
        "traffic": tr("traffic"),
        "siren": tr("lights and siren"),
        "signals": tr("traffic lights"),
        "give_way": tr("giving way"),
        "turns": tr("turning off"),
        "sections": tr("sections in town"),
        "range": tr("range of speeds"),
    }
    parts = ", ".join(
        f"{words[row.term]} {numeral(row.seconds, '+.0f')} s" for row in terms.itertuples() if row.term != "total"
    )
    if terms["seconds"].iloc[-1] == 0:
        return tr("Both points stand at the same place on the roads: there is nothing to drive.")
    return tr("{km:.1f} km in {minutes:.1f} {minutes:minute|minutes}: {parts}.").format(
        km=roads["length_m"].sum() / 1000, minutes=terms["seconds"].iloc[-1] / 60, parts=parts
    )

"""From ways to a network.

Ways are cut at junctions, joined through nodes that are no junction, and numbered along a curve; turns are banned.
"""

from __future__ import annotations

import os
from typing import Any

import numpy as np
from pyproj import Geod, Transformer

from ..arrays import Arrays, Bools, Floats, Ints, Pair, Records
from ..compiled import compiled
from ..errors import InputError
from ..progress import SILENT, Progress
from ..text import tr
from .attributes import ACCESS_CODE, BACKWARD, CLASS_CODE, FORWARD, KIND, KIND_NAMES, reversed_kind
from .crs import metric_crs
from .numbering import number_network
from .rim import ways_out
from .settlement import in_settlement
from .source import SIGNAL_BACKWARD, SIGNAL_FORWARD, RoadSource
from .strays import without_strays
from .terrain import bends, heights
from .water import water_arrays

GEOD = Geod(ellps="WGS84")


def build_network(
    source: RoadSource, *, dem: str | os.PathLike[str] | None = None, progress: Progress = SILENT
) -> tuple[Arrays, dict[str, Any]]:
    """Turn ways into the arrays of a network file.

    Parameters
    ----------
    source
        Roads as a reader gives them.
    dem
        A raster of heights, see :func:`terrain.heights`.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    arrays, meta
        What :func:`store.write` takes. Edges: ``edge_kind``, ``edge_length_m`` (geodesic), ``edge_urban`` (share of the
        length in settlements, 0–255), ``edge_signals`` (2, e), ``edge_gives_way`` and ``edge_turns_off`` (2, e, see
        :mod:`junctions`), ``edge_sections`` (ways of the source in it), ``edge_way`` (2, e: the source's way at each
        end), ``piece_start``, ``piece_bend``, ``piece_slope`` and ``piece_altitude`` (see :mod:`terrain`; the last two
        are empty without a raster), ``shape_start`` and ``shape_xy`` (cm from ``meta["origin_xy"]``), ``arc_from`` and
        ``arc_to`` (2, e: node where the forward and the backward drive along the edge begins and ends, -1 where it is
        not allowed), ``stand_from`` and ``stand_to`` (2, e: for whoever stands right at the tail and at the head, the
        node to depart from and the node to arrive at). Arcs, sorted by node: ``out_start``, ``out_head``, ``out_ref``
        and ``in_start``, ``in_tail``, ``in_ref``; ``ref`` is twice the edge plus one for backward, or -1 for a free
        passage inside a junction with banned turns, which may draw a road once more (see :mod:`turns`). Nodes:
        ``node_xy`` (n, 2), metres; ``ways_out`` (k,), see :mod:`rim`; ``up_start``, ``up_head`` and ``subtree``, see
        :mod:`hierarchy`.

    Raises
    ------
    InputError
        The ways hold no piece of road with a length, or the raster does not cover them.
    """
    source = without_strays(source, progress)
    progress.check()
    crs = metric_crs(float(np.median(source.lon)), float(np.median(source.lat)))
    project = Transformer.from_crs(4326, crs, always_xy=True).transform
    xy = np.column_stack(project(source.lon, source.lat))
    rings = [np.column_stack(project(*ring.T)) for ring in source.settlements]
    kinds, kind, mirror, barrier_kind = _kinds(source)
    progress.check()
    edges = _cut_at_junctions(source, kind)
    progress.at(0.2)
    progress.aside(lambda progress: _measure(edges, source, xy, rings))
    progress.at(0.5)
    _set_barriers(edges, source, barrier_kind)
    edges = progress.aside(lambda progress: _join_chains(edges, mirror, source.ban_nodes))
    progress.at(0.7)
    arrays = progress.aside(lambda progress: number_network(edges, kinds, source, xy))
    arrays["kinds"] = kinds
    arrays |= bends(arrays["shape_start"], arrays["shape_xy"])
    arrays["ways_out"] = ways_out(arrays)
    terrain: dict[str, Any] = {}
    if dem is not None:
        found, terrain = heights(arrays, crs, dem, progress=progress.part(0.8, 1.0))
        arrays |= found
    if source.lakes or source.rivers:
        arrays |= water_arrays(source.lakes, source.rivers, project)
    origin = np.floor(arrays["node_xy"].mean(axis=0))
    arrays["shape_xy"] = np.rint((arrays["shape_xy"] - origin) * 100).astype(np.int32)
    meta = {
        "crs": crs.to_wkt(),
        "crs_name": crs.to_string(),
        "origin_xy": origin.tolist(),
        "source": source.origin,
        "terrain": terrain,
        "counts": source.counts,
    }
    meta["counts"] |= {"edges": len(arrays["edge_kind"]), "settlements": len(source.settlements)}
    progress.at(1.0)
    return arrays, meta


def _kinds(source: RoadSource) -> tuple[Records, Ints, Ints, Ints]:
    """Return the kinds closed under reversal, the kind of each way, the reverse of each kind, and that of a barrier.

    The kind of a barrier is by what :class:`RoadSource` says of it.
    """
    rows = dict.fromkeys(tuple(row) for row in source.kinds.tolist())
    blank = dict.fromkeys(KIND_NAMES, 0) | {"road_class": CLASS_CODE["barrier"], "direction": FORWARD | BACKWARD}
    barriers = [
        tuple((blank | {"access": code, "closed": closed})[name] for name in KIND_NAMES)
        for closed in range(4)
        for code in ACCESS_CODE.values()
    ]
    rows |= dict.fromkeys(barriers)
    rows |= dict.fromkeys(reversed_kind(row) for row in list(rows))
    index = {row: number for number, row in enumerate(rows)}
    mirror = np.array([index[reversed_kind(row)] for row in rows], np.int32)
    of_row = np.array([index[tuple(row)] for row in source.kinds.tolist()], np.int32)
    return (
        np.array(list(rows), KIND),
        of_row[source.way_kind],
        mirror,
        np.array([index[row] for row in barriers], np.int32),
    )


def _cut_at_junctions(source: RoadSource, kind: Ints) -> Arrays:
    """Cut each way at the nodes that others share, that a barrier closes or where a turn is banned."""
    nodes, start = source.way_nodes, source.way_start
    first, last = start[:-1], start[1:] - 1
    use = np.bincount(nodes, minlength=len(source.lon))
    use += np.bincount(nodes[first], minlength=len(use)) + np.bincount(nodes[last], minlength=len(use))
    cut_node = (use > 1) | (source.barrier > 0)
    cut_node[source.ban_nodes] = True
    is_cut, is_last = cut_node[nodes], np.zeros(len(nodes), bool)
    is_cut[first] = is_cut[last] = is_last[last] = True
    cuts = np.flatnonzero(is_cut)
    begin, end = cuts[:-1], cuts[1:]
    keep = ~is_last[begin] & ~((end - begin == 1) & (nodes[begin] == nodes[end]))
    begin, end = begin[keep], end[keep]
    if len(begin) == 0:
        raise InputError(
            tr("The roads of {name} have no length. Check the file.").format(name=source.origin.get("name", ""))
        )
    way = np.searchsorted(start, begin, side="right") - 1
    size = end - begin + 1
    shape_start = np.concatenate([[0], np.cumsum(size)])
    position = np.arange(shape_start[-1]) - np.repeat(shape_start[:-1] - begin, size)
    edges = {
        "tail": nodes[begin].astype(np.int32),
        "head": nodes[end].astype(np.int32),
        "kind": kind[way],
        "way": np.vstack([source.way_id[way]] * 2),
        "shape_start": shape_start,
        "shape_node": nodes[position],
    }
    edges["signals"] = _signals(source, begin, end)
    edges["sections"] = _is_first_piece(begin, start)
    return edges


def _is_first_piece(begin: Ints, start: Ints) -> Ints:
    """Return 1 for the first piece of each way, else 0: a way that is cut stays one section of its source."""
    return np.isin(begin, start[:-1]).astype(np.int64)


def _signals(source: RoadSource, begin: Ints, end: Ints) -> Ints:
    """Count the lights that a drive meets, the one at its end included, forward and backward."""
    bits = source.signal[source.way_nodes]
    ahead = np.concatenate([[0], np.cumsum((bits & SIGNAL_FORWARD) > 0)])
    back = np.concatenate([[0], np.cumsum((bits & SIGNAL_BACKWARD) > 0)])
    return np.vstack([ahead[end + 1] - ahead[begin + 1], back[end] - back[begin]])


def _measure(edges: Arrays, source: RoadSource, xy: Floats, rings: list[Floats]) -> None:
    """Add the geodesic length of each edge and the metres of it that lie in a settlement."""
    start, node = edges["shape_start"], edges["shape_node"]
    inner = np.ones(len(node), bool)
    inner[start[1:] - 1] = False
    a, b = node[:-1][inner[:-1]], node[1:][inner[:-1]]
    metres = GEOD.inv(source.lon[a], source.lat[a], source.lon[b], source.lat[b])[2]
    ends = np.concatenate([edges["tail"], edges["head"]])
    junctions = np.flatnonzero(np.bincount(ends, minlength=len(xy)) > 2)
    urban = in_settlement((xy[a] + xy[b]) / 2, rings, xy[junctions])
    first = start[:-1] - np.arange(len(start) - 1)
    edges["length"] = np.add.reduceat(metres, first)
    edges["urban"] = np.add.reduceat(metres * urban, first)


def _set_barriers(edges: Arrays, source: RoadSource, barrier_kind: Ints) -> None:
    """Put an edge without length, whose access is the barrier's, between a barrier and each road that ends at it."""
    count = len(source.lon)
    tail, head = edges["tail"], edges["head"]
    at_tail, at_head = np.flatnonzero(source.barrier[tail] > 0), np.flatnonzero(source.barrier[head] > 0)
    centre = np.concatenate([tail[at_tail], head[at_head]])
    copy = np.arange(count, count + len(centre), dtype=np.int32)
    tail[at_tail], head[at_head] = copy[: len(at_tail)], copy[len(at_tail) :]
    n = len(centre)
    edges["origin_node"] = np.concatenate([np.arange(count), centre])
    edges["tail"], edges["head"] = np.append(tail, centre), np.append(head, copy)
    edges["kind"] = np.append(edges["kind"], barrier_kind[source.barrier[centre]])
    edges["way"] = np.hstack([edges["way"], np.full((2, n), -1)])
    edges["signals"] = np.hstack([edges["signals"], np.zeros((2, n), np.int64)])
    edges["length"], edges["urban"] = (np.append(edges[name], np.zeros(n)) for name in ("length", "urban"))
    edges["sections"] = np.append(edges["sections"], np.zeros(n, np.int64))
    edges["shape_start"] = np.append(edges["shape_start"], edges["shape_start"][-1] + 2 * np.arange(1, n + 1))
    edges["shape_node"] = np.append(edges["shape_node"], np.repeat(centre, 2))


def _join_chains(edges: Arrays, mirror: Ints, kept_nodes: Ints) -> Arrays:
    """Join two edges of one kind that meet at a node where nothing else does; shapes and sums are kept."""
    ends = np.column_stack([edges["tail"], edges["head"]]).ravel()  # end 2e is the tail of edge e, 2e + 1 its head
    degree = np.bincount(ends, minlength=len(edges["origin_node"]))
    free = degree == 2
    free[kept_nodes] = False
    order = np.argsort(ends, kind="stable")
    order = order[free[ends[order]]]
    one, two = order[0::2], order[1::2]

    def inward(end: Ints) -> Ints:
        return np.where(end % 2 == 1, edges["kind"][end // 2], mirror[edges["kind"][end // 2]])

    same = (inward(one) == mirror[inward(two)]) & (one // 2 != two // 2)
    mate = np.full(len(ends), -1, np.int64)
    mate[one[same]], mate[two[same]] = two[same], one[same]
    chain_start, member = _walk_chains(mate)
    return _merge(edges, mirror, chain_start, member // 2, member % 2)


@compiled
def _walk_chains(mate: Ints) -> Pair:
    """Return the chains of edges as entered ends: 2e is edge e driven from tail to head, 2e + 1 the other way."""
    edge_count = len(mate) // 2
    seen = np.zeros(edge_count, np.bool_)
    member = np.empty(edge_count, np.int64)
    start = np.empty(edge_count + 1, np.int64)
    chains, filled = 0, 0
    for whole_cycles in (False, True):
        for end in range(2 * edge_count):
            if seen[end // 2] or (mate[end] >= 0 and not whole_cycles):
                continue
            start[chains] = filled
            chains += 1
            entered = end
            while entered >= 0 and not seen[entered // 2]:
                seen[entered // 2] = True
                member[filled] = entered
                filled += 1
                entered = mate[entered ^ 1]
    start[chains] = filled
    return start[: chains + 1], member


def _merge(edges: Arrays, mirror: Ints, chain_start: Ints, edge: Ints, flipped: Ints) -> Arrays:
    first, last = chain_start[:-1], chain_start[1:] - 1
    flip = flipped.astype(bool)
    start = edges["shape_start"]
    nodes, shape_start = _join_shapes(start, edges["shape_node"], chain_start, edge, flip)
    kind = edges["kind"][edge[first]]
    signals = np.where(flip, edges["signals"][::-1, edge], edges["signals"][:, edge])
    return {
        "tail": np.where(flip[first], edges["head"][edge[first]], edges["tail"][edge[first]]),
        "head": np.where(flip[last], edges["tail"][edge[last]], edges["head"][edge[last]]),
        "kind": np.where(flip[first], mirror[kind], kind),
        "way": np.vstack([edges["way"][0, edge[first]], edges["way"][0, edge[last]]]),
        "signals": np.add.reduceat(signals, first, axis=1),
        "sections": np.add.reduceat(edges["sections"][edge], first),
        "length": np.add.reduceat(edges["length"][edge], first),
        "urban": np.add.reduceat(edges["urban"][edge], first),
        "shape_start": shape_start,
        "shape_node": nodes,
        "origin_node": edges["origin_node"],
    }


@compiled
def _join_shapes(start: Ints, nodes: Ints, chain_start: Ints, edge: Ints, flip: Bools) -> Pair:
    joined = np.empty(len(nodes), nodes.dtype)
    joined_start = np.zeros(len(chain_start), np.int64)
    filled = 0
    for chain in range(len(chain_start) - 1):
        for k in range(chain_start[chain], chain_start[chain + 1]):
            low, high = start[edge[k]], start[edge[k] + 1]
            for i in range(high - low):
                if i == 0 and k > chain_start[chain]:
                    continue  # the node where two pieces meet stands once
                joined[filled] = nodes[high - 1 - i] if flip[k] else nodes[low + i]
                filled += 1
        joined_start[chain + 1] = filled
    return joined[:filled].copy(), joined_start

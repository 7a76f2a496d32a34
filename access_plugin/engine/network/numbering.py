"""The order of nodes, edges and arcs in a network file.

Neighbours stand close in memory, edges on the ground, nodes in the hierarchy.
"""

from __future__ import annotations

import numpy as np

from ..arrays import Arrays, Floats, Ints, Pair, Records, Triple
from .attributes import BACKWARD, FORWARD
from .hierarchy import contraction_order, shortcuts
from .junctions import PRIORITY, turn_shares
from .source import RoadSource
from .turns import Split, split_for_bans

HILBERT_BITS = 16


def number_network(edges: Arrays, kinds: Records, source: RoadSource, xy: Floats) -> Arrays:
    """Number edges, split junctions for banned turns, number nodes, and list the arcs both ways.

    Edges are numbered along a Hilbert curve, nodes as :mod:`hierarchy` contracts them. `edges` are those of
    :mod:`build`, after joining; `xy` the metric coordinates of the source's nodes. See :func:`build.build_network` for
    the arrays that come back (``shape_xy`` still in metres). The bans that were applied, and those whose roads do not
    meet at their node, are added to ``source.counts``.
    """
    used, ends = np.unique(np.concatenate([edges["tail"], edges["head"]]), return_inverse=True)
    place = edges["origin_node"][used]
    order = np.argsort(hilbert_index(xy[place]), kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    count = len(edges["tail"])
    tail, head = rank[ends[:count]], rank[ends[count:]]
    edge_order = np.lexsort((head, tail))
    tail, head, kind, way = tail[edge_order], head[edge_order], edges["kind"][edge_order], edges["way"][:, edge_order]
    forward, backward = ((kinds["direction"][kind] & bit) > 0 for bit in (FORWARD, BACKWARD))
    arc_from = np.vstack([np.where(forward, tail, -1), np.where(backward, head, -1)]).astype(np.int32)
    arc_to = np.vstack([np.where(forward, head, -1), np.where(backward, tail, -1)]).astype(np.int32)
    rank_of_source = dict(zip(place[order].tolist(), range(len(order)))) if len(source.bans) else {}
    bans = np.array(
        [(rank_of_source[ban[0]], *ban[1:]) for ban in source.bans.tolist() if ban[0] in rank_of_source], np.int64
    ).reshape(-1, 4)
    stand = np.vstack([tail, head])
    split = split_for_bans(tail, head, way, arc_from, arc_to, bans, source.way_bans)
    source.counts |= {
        "junctions": len(order),
        "bans_applied": split.applied,
        "bans_not_found": len(source.bans) + len(source.way_bans) - split.applied,
    }
    node_xy = xy[place[order]]
    shape_start, shape_node = _reorder(edges["shape_start"], edges["shape_node"], edge_order)
    length = edges["length"][edge_order]
    # who drives round goes first
    ranks = PRIORITY[kinds["road_class"][kind]] + len(PRIORITY) * kinds["roundabout"][kind].astype(np.int64)
    gives_way, turns_off = turn_shares(
        tail, head, np.vstack([forward, backward]), ranks, shape_start, xy[shape_node], source.signal[place[order]] > 0
    )
    stand_to = (
        np.vectorize(lambda node: split.arrival.get(node, node), otypes=[np.int32])(stand) if split.arrival else stand
    )
    nodes = len(node_xy) + len(split.copied)
    begin, end, ref = _all_arcs(arc_to, split)
    later = contraction_order(begin, end, nodes)
    begin, end = later[begin], later[end]

    def anew(numbers: Ints) -> Ints:
        return np.where(numbers >= 0, later[numbers], -1)

    node_place = np.argsort(later)
    return {
        "edge_kind": kind.astype(np.uint16),
        "edge_length_m": length.astype(np.float32),
        "edge_urban": np.rint(255 * edges["urban"][edge_order] / np.maximum(length, 1e-9)).astype(np.uint8),
        "edge_signals": np.minimum(edges["signals"][:, edge_order], 255).astype(np.uint8),
        "edge_sections": np.minimum(edges["sections"][edge_order], 65535).astype(np.uint16),
        "edge_gives_way": gives_way,
        "edge_turns_off": turns_off,
        "edge_way": way,
        "shape_start": shape_start,
        "shape_xy": xy[shape_node],
        "node_xy": node_xy[np.append(np.arange(len(node_xy)), np.array(split.copied, np.int64))][node_place],
        "ways_out": np.sort(later[np.flatnonzero(source.cut[place[order]])]),
        "arc_from": anew(arc_from),
        "arc_to": anew(arc_to),
        "stand_from": anew(stand),
        "stand_to": anew(stand_to),
        **_arcs(begin, end, ref, nodes),
        **shortcuts(begin, end, nodes),
    }


def hilbert_index(xy: Floats) -> Ints:
    """Return the place of each point (n, 2) on a Hilbert curve through their extent (Hilbert 1891; 2 × 16 bits)."""
    low = xy.min(axis=0)
    scale = (2**HILBERT_BITS - 1) / max((xy.max(axis=0) - low).max(), 1e-9)
    x, y = ((xy - low) * scale).astype(np.int64).T
    index = np.zeros(len(xy), np.int64)
    side = 1 << (HILBERT_BITS - 1)
    while side:
        right, upper = (x & side) > 0, (y & side) > 0
        index += side * side * ((3 * right) ^ upper)
        turned = ~upper & right
        x, y = np.where(turned, ~x, x) & (2 * side - 1), np.where(turned, ~y, y) & (2 * side - 1)
        x, y = np.where(upper, x, y), np.where(upper, y, x)
        side >>= 1
    return index


def _reorder(start: Ints, values: Ints, order: Ints) -> Pair:
    size = np.diff(start)[order]
    new_start = np.concatenate([[0], np.cumsum(size)])
    return new_start, values[np.arange(new_start[-1]) + np.repeat(start[:-1][order] - new_start[:-1], size)]


def _all_arcs(arc_to: Ints, split: Split) -> Triple:
    """Return where each drive along an edge, and each arc that banned turns add, begins and ends, and its ``ref``."""
    drive, edge = np.nonzero(split.drive_begin >= 0)
    begin = np.concatenate([split.drive_begin[drive, edge], split.begin]).astype(np.int32)
    end = np.concatenate([arc_to[drive, edge], split.end]).astype(np.int32)
    return begin, end, np.concatenate([2 * edge + drive, split.ref]).astype(np.int32)


def _arcs(begin: Ints, end: Ints, ref: Ints, nodes: int) -> Arrays:
    """List the arcs by the node that they leave (``out_*``) and by the node that they enter (``in_*``)."""
    out, into = np.lexsort((end, begin)), np.lexsort((begin, end))

    def starts(keys: Ints) -> Ints:
        return np.concatenate([[0], np.cumsum(np.bincount(keys, minlength=nodes))]).astype(np.int32)

    return {
        "out_start": starts(begin),
        "out_head": end[out].astype(np.int32),
        "out_ref": ref[out],
        "in_start": starts(end),
        "in_tail": begin[into].astype(np.int32),
        "in_ref": ref[into],
    }

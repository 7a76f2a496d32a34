"""Banned turns, on a graph whose searches know only nodes: the junction's node is split, and only there."""

from __future__ import annotations

from collections import defaultdict

import numpy as np


def split_for_bans(
    tail: np.ndarray, head: np.ndarray, way: np.ndarray, arc_from: np.ndarray, arc_to: np.ndarray, bans: np.ndarray
) -> tuple[np.ndarray, dict[int, int], np.ndarray, int]:
    """Split the nodes of banned turns.

    At such a junction each way out gets a door of its own, each way in that a ban concerns a landing of its own, and free passages
    lead from the node to all doors and from a landing to the doors that remain allowed. The node itself is where one departs who stands at the junction; one who drives there
    arrives at a further node, which the node and all landings lead to.

    Parameters
    ----------
    tail, head
        (e,) nodes at the ends of each edge.
    way
        (2, e) the source's way at the tail and at the head of each edge.
    arc_from, arc_to
        (2, e) nodes where the forward and the backward drive begin and end; changed in place.
    bans
        (k, 4) node, from-way, to-way, 1 for "only".

    Returns
    -------
    passages
        (m, 2) free passages, node to node.
    arrival
        The node at which one arrives, by the node that was split.
    copied
        (c,) the node that each new node stands at; new nodes are numbered after the existing ones.
    applied
        How many of the bans name roads that do meet at their node.
    """
    by_node = defaultdict(list)
    for node, from_way, to_way, only in bans.tolist():
        by_node[node].append((from_way, to_way, only))
    incident = _incident_edges(tail, head, by_node)
    next_node = int(max(tail.max(initial=-1), head.max(initial=-1))) + 1
    passages: list[tuple[int, int]] = []
    copied: list[int] = []
    arrival: dict[int, int] = {}

    def new_node(node: int) -> int:
        copied.append(node)
        return next_node + len(copied) - 1

    applied = 0
    for node, rules in by_node.items():
        ways_in, ways_out = _drives(node, incident[node], tail, head, way, arc_from, arc_to)
        banned = defaultdict(set)
        for from_way, to_way, only in rules:
            into = [drive for drive, name in ways_in.items() if name == from_way]
            onto = {drive for drive, name in ways_out.items() if name == to_way}
            if len(into) == 0 or len(onto) == 0:
                continue
            applied += 1
            for drive in into:
                banned[drive] |= (set(ways_out) - onto) if only else onto
        if not banned:
            continue
        doors = {drive: new_node(node) for drive in ways_out}
        arrival[node] = new_node(node)
        passages += [(node, arrival[node]), *((node, door) for door in doors.values())]
        for drive, door in doors.items():
            arc_from[drive] = door
        for drive, forbidden in banned.items():
            arc_to[drive] = landing = new_node(node)
            passages += [(landing, arrival[node]), *((landing, door) for out, door in doors.items() if out not in forbidden)]
    return np.array(passages, np.int32).reshape(-1, 2), arrival, np.array(copied, np.int64), applied


def _incident_edges(tail: np.ndarray, head: np.ndarray, nodes) -> dict[int, list[int]]:
    wanted = np.array(sorted(nodes), np.int64)
    found = defaultdict(list)
    for end in (tail, head):
        for edge in np.flatnonzero(np.isin(end, wanted)).tolist():
            if edge not in found[int(end[edge])]:
                found[int(end[edge])].append(edge)
    return found


def _drives(node, edges, tail, head, way, arc_from, arc_to) -> tuple[dict, dict]:
    """Return the drives (direction, edge) that arrive at and leave a node, each with the name of its way there."""
    ways_in, ways_out = {}, {}
    for edge in edges:
        at_tail, at_head = tail[edge] == node, head[edge] == node
        if at_head and arc_to[0, edge] >= 0:
            ways_in[0, edge] = way[1, edge]
        if at_tail and arc_to[1, edge] >= 0:
            ways_in[1, edge] = way[0, edge]
        if at_tail and arc_from[0, edge] >= 0:
            ways_out[0, edge] = way[0, edge]
        if at_head and arc_from[1, edge] >= 0:
            ways_out[1, edge] = way[1, edge]
    return ways_in, ways_out

"""Banned turns, on a graph whose searches know only nodes.

The junction's node is split, and a road is drawn again for who must remember how they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from ..arrays import Bools, Ints
from .source import WayBan

#: A drive along an edge: 0 from tail to head and 1 from head to tail, and the edge.
Drive = tuple[int, int]

#: Drives one after another; which drives may not follow some.
Course = tuple[Drive, ...]
Rules = dict[Course, set[Drive]]


@dataclass
class Split:
    """What banned turns add to a network.

    Attributes
    ----------
    drive_begin
        (2, e) where the arc of each drive begins.
    begin, end, ref
        Further arcs: free passages (``ref`` -1), and drives along roads that are there once more (twice the edge, plus
        one for backward).
    copied
        The node that each new node stands at; new nodes are numbered after the existing ones.
    arrival
        The node at which one arrives, by the node that was split.
    applied
        How many of the bans name roads that do meet.
    """

    drive_begin: Ints
    begin: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    ref: list[int] = field(default_factory=list)
    copied: list[int] = field(default_factory=list)
    arrival: dict[int, int] = field(default_factory=dict)
    applied: int = 0

    def arc(self, begin: int, end: int, drive: Drive | None = None) -> None:
        """Add an arc from one node to another.

        `drive`: the edge and the direction in which it is driven, None for a turn.
        """
        self.begin.append(begin)
        self.end.append(end)
        self.ref.append(-1 if drive is None else 2 * drive[1] + drive[0])


def split_for_bans(
    tail: Ints,
    head: Ints,
    way: Ints,
    arc_from: Ints,
    arc_to: Ints,
    bans: Ints,
    way_bans: list[WayBan],
) -> Split:
    """Split the nodes of banned turns, and draw the ways of those that lead over a way once more.

    At such a junction each way out gets a door of its own, each way in that a ban concerns a landing of its own, and
    free passages lead from the node to all doors and from a landing to the doors that remain allowed. The node itself
    is where one departs who stands at the junction; one who drives there arrives at a further node, which the node and
    all landings lead to.

    A ban over a way concerns who came by one road and drove along that way: they drive along a copy of it, which ends
    at a landing of its own. Sequences of drives that matter are the states of an automaton of Aho and Corasick (1975),
    so that bans which overlap all hold. Who looks for a place *on* the way gets there whatever they remember: for them
    the drive begins at a node that all its copies lead to, and whose own onward drive obeys every ban.

    Parameters
    ----------
    tail, head
        (e,) nodes at the ends of each edge.
    way
        (2, e) the source's way at the tail and at the head of each edge.
    arc_from, arc_to
        (2, e) nodes where who looks for a place on an edge enters the forward and the backward drive, and where these
        end; changed in place.
    bans
        (k, 4) node, from-way, to-way, 1 for "only".
    way_bans
        (from-way, the ways between, to-way, 1 for "only") each.
    """
    roads = _Roads(tail, head, way, arc_to >= 0, {*bans[:, 0].tolist()}, {via for ban in way_bans for via in ban[1]})
    rules, applied = _rules(roads, bans, way_bans)
    split = Split(arc_from.copy(), applied=applied)
    first = int(max(tail.max(initial=-1), head.max(initial=-1))) + 1
    states = {path[:size] for path in rules for size in range(2, len(path) + 1)}

    def new_node(node: int) -> int:
        split.copied.append(node)
        return first + len(split.copied) - 1

    doors: dict[Drive, int] = {}
    met = sorted({roads.end_of(drive) for path in rules for drive in path})
    for node in met:
        doors |= {drive: new_node(node) for drive in roads.out_of(node)}
        split.arrival[node] = new_node(node)
        for further in (split.arrival[node], *(doors[drive] for drive in roads.out_of(node))):
            split.arc(node, further)
    entries = {path: new_node(roads.end_of(path[-2])) for path in sorted(states)}
    strict = {path[-1]: new_node(roads.end_of(path[-2])) for path in entries}
    for drive, door in doors.items():
        split.drive_begin[drive] = door
        arc_from[drive] = strict.get(drive, door)

    def land(paths: list[Course], onward: Callable[[Drive], int]) -> int:
        node = roads.end_of(paths[0][-1])
        landing, forbidden = new_node(node), set[Drive]().union(*(_forbidden(rules, path) for path in paths))
        split.arc(landing, split.arrival[node])
        for drive in roads.out_of(node):
            if drive not in forbidden:
                split.arc(landing, onward(drive))
        return landing

    def entry(path: Course) -> int:
        return next((entries[path[at:]] for at in range(len(path) - 1) if path[at:] in entries), doors[path[-1]])

    for (drive,) in sorted({path[:1] for path in rules}):
        arc_to[drive] = land([(drive,)], lambda out: entry((drive, out)))
    for path, begin in entries.items():
        split.arc(begin, land([path], lambda out: entry((*path, out))), path[-1])
        split.arc(begin, strict[path[-1]])
    for drive, begin in strict.items():
        histories = [(drive,), *(path for path in entries if path[-1] == drive)]
        split.arc(begin, land(histories, lambda out: strict.get(out, doors[out])), drive)
        split.arc(doors[drive], begin)
    return split


def _forbidden(rules: Rules, path: Course) -> set[Drive]:
    return set[Drive]().union(*(rules.get(path[at:], ()) for at in range(len(path))))


def _rules(roads: "_Roads", bans: Ints, way_bans: list[WayBan]) -> tuple[Rules, int]:
    """Return the drives that may not follow the last ones that one has made, and how many bans are among them."""
    rules: Rules = defaultdict(set)
    applied = 0

    def forbid(path: Course, to_way: int, only: int) -> bool:
        out = roads.out_of(roads.end_of(path[-1]))
        onto = {drive for drive, name in out.items() if name == to_way}
        # a way that goes on beyond the junction: only to turn round is banned
        if len(path) == 1 and roads.name_at_end(path[0]) == to_way:
            onto &= {(1 - path[0][0], path[0][1])}
        forbidden = out.keys() - onto if only else onto
        if not onto or (len(path) > 1 and forbidden == out.keys()):
            return False
        rules[path] |= forbidden
        return True

    for node, from_way, to_way, only in bans.tolist():
        paths = [(drive,) for drive, name in roads.into(node).items() if name == from_way]
        applied += any([forbid(path, to_way, only) for path in paths])
    for from_way, vias, to_way, only in way_bans:
        applied += any([forbid(path, to_way, only) for path in roads.paths(from_way, set(vias), to_way)])
    return {path: forbidden for path, forbidden in rules.items() if forbidden}, applied


class _Roads:
    """The drives into and out of the nodes that bans concern, with the names of their ways there."""

    def __init__(self, tail: Ints, head: Ints, way: Ints, allowed: Bools, nodes: set[int], vias: set[int]) -> None:
        self._tail, self._head, self._way = tail, head, way
        between = np.flatnonzero(np.isin(way, list(vias)).all(axis=0)) if vias else np.zeros(0, np.int64)
        self._of_way: dict[int, set[int]] = defaultdict(set)
        for edge in between.tolist():
            self._of_way[int(way[0, edge])] |= {int(tail[edge]), int(head[edge])}
        wanted = np.array(sorted(nodes.union(*self._of_way.values())), np.int64)
        self._into: dict[int, dict[Drive, int]] = defaultdict(dict)
        self._out: dict[int, dict[Drive, int]] = defaultdict(dict)
        for edge in np.flatnonzero(np.isin(tail, wanted) | np.isin(head, wanted)).tolist():
            ends = (int(tail[edge]), int(way[0, edge])), (int(head[edge]), int(way[1, edge]))
            for direction in (0, 1):
                if allowed[direction, edge]:
                    (leaves, name), (enters, other) = ends[direction], ends[1 - direction]
                    self._out[leaves][direction, edge], self._into[enters][direction, edge] = name, other

    def into(self, node: int) -> dict[Drive, int]:
        return self._into[node]

    def out_of(self, node: int) -> dict[Drive, int]:
        return self._out[node]

    def end_of(self, drive: Drive) -> int:
        return int((self._tail if drive[0] else self._head)[drive[1]])

    def name_at_end(self, drive: Drive) -> int:
        return int(self._way[1 - drive[0], drive[1]])

    def paths(self, from_way: int, vias: set[int], to_way: int) -> Iterator[Course]:
        """Yield the drives from one way to another, over all ways between.

        They go from the one that arrives by the first way to the last one before the other way.
        """
        starts = sorted(set[int]().union(*(self._of_way[via] for via in vias)))
        open_paths: list[Course] = [
            (drive,)
            for node in starts
            for drive, name in self._into[node].items()
            if name == from_way and name not in vias
        ]
        while open_paths:
            path = open_paths.pop()
            out, edges = self._out[self.end_of(path[-1])], {edge for _, edge in path}
            if vias == {int(self._way[0, edge]) for _, edge in path[1:]} and to_way in out.values():
                yield path
                continue
            along = [
                drive
                for drive, name in out.items()
                if name in vias and name == self.name_at_end(drive) and drive[1] not in edges
            ]
            open_paths += [(*path, drive) for drive in along]

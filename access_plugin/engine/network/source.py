"""What every reader of roads hands over: ways drawn through shared nodes, with their kinds, in arrays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np

from ..arrays import LATER, Bools, Floats, Ints, Records

SIGNAL_FORWARD, SIGNAL_BACKWARD = 1, 2


#: From-way, the ways between, to-way, 1 for "only".
WayBan: TypeAlias = tuple[int, tuple[int, ...], int, int]


@dataclass
class RoadSource:
    """Ways as they were drawn, before they are cut at junctions.

    Attributes
    ----------
    lon, lat
        (n,) degrees, WGS 84, of the nodes that ways use.
    way_start, way_nodes
        Way ``i`` runs through ``way_nodes[way_start[i]:way_start[i + 1]]``, indices of nodes.
    way_kind, kinds
        Index of each way's row in `kinds`, an array of ``attributes.KIND``.
    way_id
        The source's own number of each way, for messages.
    signal
        (n,) bits SIGNAL_*: a traffic light met when driving along, or against, the way.
    barrier
        (n,) code of ``attributes.ACCESS`` for whoever drives through the node, and ``len(ACCESS)`` times the seasons
        (``CLOSED_IN_*``) in which nobody does; 0 where nothing stands in the way.
    bans
        (k, 4) node, from-way id, to-way id, 1 when every other turn is banned instead ("only").
    way_bans
        The same with ways in place of the node: from-way id, ids of the ways between (tuple), to-way id, 1 for "only".
    settlements
        Closed rings (m, 2) of lon, lat of built-up land.
    origin
        ``name``, ``sha256``, ``date``, ``licence`` of the source; no licence where the user gave a layer that does not
        say whose it is.
    counts
        What was read, kept and dropped, by a word of its own.
    cut
        (n,) bool: nodes where the source says that a way goes on beyond what it holds; none unless said.
    lakes, rivers
        Polygons, and names with points, in degrees, for maps alone.
    """

    lon: Floats
    lat: Floats
    way_start: Ints
    way_nodes: Ints
    way_kind: Ints
    kinds: Records
    way_id: Ints
    signal: Ints
    barrier: Ints
    bans: Ints
    settlements: list[Floats] = field(default_factory=list)
    origin: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    cut: Bools = LATER
    way_bans: list[WayBan] = field(default_factory=list)
    lakes: list[Any] = field(default_factory=list)
    rivers: list[tuple[str, Floats]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.cut is None:
            self.cut = np.zeros(len(self.lon), bool)

    @property
    def ban_nodes(self) -> Ints:
        """The nodes at which a banned turn begins or ends: those of `bans`, and the ends of the ways of `way_bans`."""
        over = np.flatnonzero(np.isin(self.way_id, [via for ban in self.way_bans for via in ban[1]]))
        return np.unique(
            np.concatenate(
                [self.bans[:, 0], self.way_nodes[self.way_start[over]], self.way_nodes[self.way_start[over + 1] - 1]]
            )
        )

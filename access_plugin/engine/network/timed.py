"""A network on which a profile drives, in a season and in some traffic."""

from __future__ import annotations

import dataclasses
import functools
import threading
from dataclasses import dataclass
from typing import cast

import geopandas as gpd
import numpy as np

from ..arrays import LATER, Arrays, Bools, Floats, Ints, Triple
from .attributes import ACCESS, CLOSED, NO_LIMIT, ROAD_CLASSES, SURFACES, UNTAGGED
from .customise import customise
from .hierarchy import parents
from .open_roads import OpenRoads
from .profiles import Profile
from .roads import Roads
from .speeds import AT_BEGIN, AT_END, edge_terms
from .sweep import Sweep


class Hierarchy:
    """The hierarchy of a network under some times; its shortcuts are timed when they are first asked for."""

    def __init__(self, arrays: Arrays, start: Ints, arcs: Ints) -> None:
        self._arrays, self._start, self._arcs = arrays, start, arcs
        self._sweeps: tuple[Sweep, Sweep] | None = None
        self._lock = threading.Lock()

    @property
    def is_customised(self) -> bool:
        """Whether the hierarchy knows the times of its roads yet."""
        return self._sweeps is not None

    def sweep(self, inbound: bool) -> Sweep:
        """Return what is swept from a site outwards, or against the traffic."""
        with self._lock:
            if self._sweeps is None:
                self._sweeps = self._customise()
        return self._sweeps[inbound]

    def _customise(self) -> tuple[Sweep, Sweep]:
        up_start, up_head, subtree = (np.asarray(self._arrays[name]) for name in ("up_start", "up_head", "subtree"))
        tail = np.repeat(np.arange(len(self._start) - 1, dtype=np.int32), np.diff(self._start))
        forward, backward = customise(
            up_start, up_head, tail, np.ascontiguousarray(self._arcs[0::2]), np.ascontiguousarray(self._arcs[1::2])
        )
        tree = parents(up_start, up_head), subtree, (up_start, up_head)
        return Sweep(*tree, climb=forward, descend=backward), Sweep(*tree, climb=backward, descend=forward)


@dataclass(frozen=True)
class Side:
    """The timed arcs seen from one end of the trip.

    From sites to people, or (every arc turned round) from people to sites.

    Attributes
    ----------
    start, arcs
        Arcs that leave node ``u``: ``arcs[2k]`` is the next node, ``arcs[2k + 1]`` the milliseconds, ``start[u] <= k <
        start[u + 1]``.
    begin, end, ms
        (2, e) for the drive along each edge from tail to head, and from head to tail: the node where it begins, the
        node where it ends, and the milliseconds that it takes; -1, -1 and CLOSED where it is not allowed.
    begin_ms, end_ms
        (2, e) how many of these milliseconds are spent right where it begins, and where it ends (turning, giving way,
        lights).
    stand_from, stand_to
        (2, e) for whoever stands right at the tail, or the head, of each edge: the node to depart from and the one to
        arrive at.
    hierarchy, inbound
        What is swept when many times are asked for, and whether against the traffic.
    ref, length_m
        (a,) the drive of each arc, twice its edge plus one for backward, -1 for a passage inside a junction; (e,)
        metres.
    """

    start: Ints
    arcs: Ints
    begin: Ints
    end: Ints
    ms: Ints
    begin_ms: Ints
    end_ms: Ints
    stand_from: Ints
    stand_to: Ints
    hierarchy: Hierarchy | None = None
    inbound: bool = False
    ref: Ints = LATER
    length_m: Floats = LATER

    @functools.cached_property
    def arc_m(self) -> Floats:
        """(a,) the metres of each arc."""
        return np.where(self.ref < 0, 0.0, self.length_m[self.ref >> 1])

    @functools.cached_property
    def longest_ms(self) -> int:
        """The milliseconds of the longest arc that is open."""
        ms = self.arcs[1::2]
        return int(np.max(ms, where=ms < CLOSED, initial=0))

    @property
    def is_customised(self) -> bool:
        """Whether the hierarchy is timed already."""
        return self.hierarchy is not None and self.hierarchy.is_customised

    @property
    def sweep(self) -> Sweep:
        """The timed hierarchy, seen from this side."""
        return cast("Hierarchy", self.hierarchy).sweep(self.inbound)


class TimedNetwork:
    """A network on which a profile, in a season, drives. Times are whole milliseconds."""

    def __init__(
        self, network: Roads, profile: Profile, roads: OpenRoads, *, traffic: str = "off_peak", pace: float = 1.0
    ) -> None:
        self.network, self.profile, self.roads = network, profile, roads
        self.season, self.traffic, self.pace = roads.season, traffic, pace
        arrays = network.arrays
        self.edge_ms, begin_ms, end_ms = self._edge_ms()
        self.outbound = Side(
            arrays["out_start"],
            self._arcs(arrays["out_head"], arrays["out_ref"]),
            arrays["arc_from"],
            arrays["arc_to"],
            self.edge_ms,
            begin_ms,
            end_ms,
            arrays["stand_from"],
            arrays["stand_to"],
            ref=arrays["out_ref"],
            length_m=arrays["edge_length_m"],
        )
        hierarchy = Hierarchy(arrays, self.outbound.start, self.outbound.arcs)
        self.outbound = dataclasses.replace(self.outbound, hierarchy=hierarchy)
        turned = slice(None, None, -1)
        self.inbound = Side(
            arrays["in_start"],
            self._arcs(arrays["in_tail"], arrays["in_ref"]),
            arrays["arc_to"][turned],
            arrays["arc_from"][turned],
            self.edge_ms[turned],
            end_ms[turned],
            begin_ms[turned],
            arrays["stand_to"],
            arrays["stand_from"],
            hierarchy,
            inbound=True,
            ref=arrays["in_ref"],
            length_m=arrays["edge_length_m"],
        )

    def side(self, direction: str) -> Side:
        """Return the arcs to follow from a site.

        ``outbound`` when the site drives to people, ``inbound`` when they drive to it.
        """
        return {"outbound": self.outbound, "inbound": self.inbound}[direction]

    def terms(self, edges: Ints | slice = slice(None)) -> Arrays:
        """Return the seconds of some edges by what they are spent on (:data:`speeds.TERMS`), (2 directions, k) each."""
        return dict(
            edge_terms(self.network.arrays, self.profile, self.season, self.traffic, pace=self.pace, edges=edges)
        )

    def _edge_ms(self) -> Triple:
        """Return the milliseconds of each drive, and how many of them are spent at its beginning and at its end."""
        whole, begin, end = (np.zeros((2, self.network.edge_count)) for _ in range(3))
        for term, part in edge_terms(self.network.arrays, self.profile, self.season, self.traffic):
            whole += part
            if term in AT_BEGIN + AT_END:
                (begin if term in AT_BEGIN else end)[:] += part

        def in_ms(seconds: Floats) -> Ints:
            return np.where(self.open, np.minimum(np.rint(seconds * (1000 * self.pace)), CLOSED - 1), 0).astype(
                np.int32
            )

        return np.where(self.open, in_ms(whole), CLOSED).astype(np.int32), in_ms(begin), in_ms(end)

    @property
    def open(self) -> Bools:
        """(2, e) bool: which drives are allowed now."""
        return self.roads.open

    @property
    def attachable(self) -> Bools:
        """(e,) bool: the edges that a point may attach to."""
        return self.roads.attachable

    @property
    def leavable(self) -> Bools:
        """(e,) bool: the edges that one can leave where one likes."""
        return self.roads.leavable

    def _arcs(self, head: Ints, ref: Ints) -> Ints:
        arcs = np.empty(2 * len(head), np.int32)
        arcs[0::2] = head
        arcs[1::2] = np.where(ref < 0, 0, self.edge_ms[ref & 1, ref >> 1])
        return arcs

    def table(self) -> gpd.GeoDataFrame:
        """Return the edges with their attributes and the average speeds of the profile, for a look at them on a map."""
        arrays = self.network.arrays
        kind = arrays["kinds"][arrays["edge_kind"]]
        with np.errstate(divide="ignore"):
            kph = np.where(
                (self.edge_ms < CLOSED) & (self.edge_ms > 0), arrays["edge_length_m"] * 3600 / self.edge_ms, np.nan
            )

        def limit(column: str) -> Floats:
            return np.where((kind[column] == UNTAGGED) | (kind[column] == NO_LIMIT), np.nan, kind[column])

        columns = {
            "road_class": np.array(ROAD_CLASSES)[kind["road_class"]],
            "access": np.array(ACCESS)[kind["access"]],
            "surface": np.array(SURFACES)[kind["surface"]],
            "limit_forward_kph": limit("kph_forward"),
            "limit_backward_kph": limit("kph_backward"),
            "speed_forward_kph": kph[0],
            "speed_backward_kph": kph[1],
            "urban_share": arrays["edge_urban"] / 255,
            "length_m": arrays["edge_length_m"].astype(float),
            "attachable": self.attachable,
            "way": arrays["edge_way"][0],
        }
        roads = gpd.GeoDataFrame(columns, geometry=self.network.lines(), crs=self.network.crs)
        return roads[~self.network.is_barrier]

"""The roads that a kind of vehicle may drive on in a season: what only that decides, whatever the times."""

from __future__ import annotations

import functools
from typing import NamedTuple, cast

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ..arrays import Bools, Floats, Ints
from .attributes import CLASS_CODE, NO_STOPPING, ON_GROUND
from .roads import Roads
from .speeds import is_open


class Vehicle(NamedTuple):
    """What a profile may drive on: the words of access that let it in, whether it is an emergency vehicle, classes."""

    access: tuple[str, ...]
    emergency: bool
    classes: frozenset[str]


class OpenRoads:
    """The roads of a network that are open to a vehicle in a season, without those that the user closes.

    Shared by all profiles, traffics and paces that may drive on the same ones; `whole` are those of all the year.
    """

    def __init__(self, network: Roads, vehicle: Vehicle, season: str, whole: OpenRoads | None = None) -> None:
        self.network, self.vehicle, self.season = network, vehicle, season
        self._whole = self if whole is None else whole

    @functools.cached_property
    def by_their_data(self) -> Bools:
        """(2, e) bool: which drives the roads' own data allow in the season."""
        arrays = self.network.arrays
        return is_open(self.vehicle, arrays["kinds"], self.season)[:, arrays["edge_kind"]] & (arrays["arc_from"] >= 0)

    @functools.cached_property
    def open(self) -> Bools:
        """(2, e) bool: which drives are allowed now."""
        allowed = self.by_their_data.copy()
        allowed[:, self.network.closures.edges(self.season)] = False
        return allowed

    @property
    def in_main_part(self) -> Bools:
        """(n,) bool: the nodes of the part with most road in which one can drive from anywhere to anywhere.

        That is when no road is closed for a season or by the user. A valley that winter cuts off stays in it: who lives
        there has roads, but maybe no way.
        """
        return self._whole._main_part  # noqa: SLF001 its own kind

    @functools.cached_property
    def _main_part(self) -> Bools:
        part, metres = self._parts("strong")
        main, arrays = part == metres.argmax(), self.network.arrays
        free = np.flatnonzero(np.asarray(arrays["out_ref"]) < 0)
        tail = np.searchsorted(arrays["out_start"], free, "right") - 1
        # where one only looks for a place on a road, see :mod:`turns`
        main[arrays["out_head"][free[main[tail]]]] = True
        in_main: Bools = main
        return in_main

    @property
    def joined_share(self) -> float:
        """The share of the length of open roads in the largest part that hangs together when no road is one-way."""
        _, metres = self._whole._parts("weak")  # noqa: SLF001 its own kind
        return float(metres.max() / max(metres.sum(), 1e-9))

    def _parts(self, connection: str) -> tuple[Ints, Floats]:
        """Return the part of each node, and the metres of road within each part, both ways."""
        arrays, allowed = self.network.arrays, self.by_their_data
        ref = arrays["out_ref"]
        open_arc = (ref < 0) | allowed[ref & 1, ref >> 1]
        start = np.concatenate([[0], np.cumsum(open_arc)])[arrays["out_start"]]
        heads = np.array(arrays["out_head"][open_arc])
        graph = csr_matrix((np.ones(len(heads), np.float32), heads, start), shape=(len(start) - 1,) * 2)
        graph.sum_duplicates()  # scipy's search for strong parts never ends on parallel arcs
        _, part = connected_components(graph, directed=True, connection=connection)
        drive, edge = np.nonzero(allowed)
        begin, end = part[arrays["arc_from"][drive, edge]], part[arrays["arc_to"][drive, edge]]
        metres = np.where(begin == end, arrays["edge_length_m"][edge], 0.0)
        return part, cast("Floats", np.bincount(begin, weights=metres, minlength=1))

    @functools.cached_property
    def attachable(self) -> Bools:
        """(e,) bool: the edges that a point may attach to, open and in the main part."""
        return self._in_main_part(self.open)

    @property
    def always_attachable(self) -> Bools:
        """(e,) bool: the edges that a point could attach to without season and closures."""
        return self._in_main_part(self._whole.by_their_data)

    def _in_main_part(self, allowed: Bools) -> Bools:
        main, arrays = self.in_main_part, self.network.arrays
        within = allowed & main[arrays["arc_from"]] & main[arrays["arc_to"]]
        attachable: Bools = within.any(axis=0) & ~self.network.is_barrier
        return attachable

    @functools.cached_property
    def leavable(self) -> Bools:
        """(e,) bool: the edges that one can leave where one likes.

        No motorway nor its ramps, no bridge, tunnel or covered way, no ferry.
        """
        kinds = self.network.arrays["kinds"]
        anywhere = ~np.isin(kinds["road_class"], [CLASS_CODE[name] for name in NO_STOPPING]) & (
            kinds["structure"] == ON_GROUND
        )
        leavable: Bools = anywhere[self.network.arrays["edge_kind"]]
        return leavable

    @functools.cached_property
    def closes_none(self) -> bool:
        """Whether no road that could be driven is closed now, for the season or by the user."""
        return bool((self._whole.by_their_data == self.open).all())

    @property
    def closed_by_season(self) -> int:
        """How many roads that this vehicle could drive on are closed for the season by their own data."""
        return int((self._whole.by_their_data & ~self.by_their_data).any(axis=0).sum())

    @functools.cached_property
    def island_count(self) -> int:
        """How many open edges lie outside the main part; nothing attaches to them."""
        return int((self.open.any(axis=0) & ~self.network.is_barrier & ~self.attachable).sum())

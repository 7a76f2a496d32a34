"""The places of a question, and their times under any sites: what is held of one answer serves the next.

A site that is dragged is searched only as far as it comes sooner than all others, which stay; so a move takes
milliseconds on the roads of a whole région.
"""

from __future__ import annotations

import functools
import threading
from collections import OrderedDict
from dataclasses import dataclass

import geopandas as gpd
import numpy as np

from ..access.care import Care, at_chefs_lieux, points_xy
from ..access.reach import (
    MS_PER_MINUTE,
    along_shared_edges,
    arrivals,
    ms_at,
    reached_nodes,
    seeds_of,
)
from ..arrays import Floats, Ints, Pair
from ..compiled import compiled
from ..network.attributes import CLOSED
from ..network.search import UNREACHED, improved, nearest
from ..network.snap import Attachment, attach
from ..network.timed import TimedNetwork
from ..sites.roles import Leg

#: Bytes of the answers of the nearest of some sites that are held (4 MB each for a million junctions); some always.
_HELD_BYTES, _LEAST_HELD = 600_000_000, 32
_LAST_MS = int(CLOSED) - 1


@dataclass(frozen=True, eq=False)
class Nearest:
    """Milliseconds from the nearest of some sites: of each node of the roads, and of each place.

    They are int32, ``CLOSED`` where there is no way.
    """

    nodes: Ints
    places: Ints


#: By leg, the times at one moment of a slot.
Now = dict[str, Nearest]


class Grounds:
    """Places on roads, under one setting.

    Parameters
    ----------
    care
        The sites that count to begin with (:func:`access.care.in_force`).
    places
        Points in any reference system; by the convention ``drees`` with the ``code`` of their commune.

    Attributes
    ----------
    care
        These sites as they stand: by the convention ``drees`` at chefs-lieux. Others are made of it, by
        :meth:`Care.without` and :meth:`Care.with_sites`; a site that is added stands where it is put.
    """

    def __init__(self, care: Care, places: gpd.GeoDataFrame) -> None:
        self.setting, self.network = care.setting, care.network
        places = places.to_crs(care.network.crs)
        self.xy = points_xy(places.geometry)
        self.care, home = at_chefs_lieux(care, places)
        self._home = None if home is None else home.to_numpy(object)
        self._timed: dict[str, TimedNetwork] = {}
        self._at: dict[str, Attachment] = {}
        self._before: dict[str, Pair] = {}
        self._held: OrderedDict[tuple[str, frozenset[tuple[object, ...]]], Nearest] = OrderedDict()
        self._most_held = max(_LEAST_HELD, _HELD_BYTES // (4 * (self.network.node_count + len(self.xy)) + 1))
        self._alone = threading.RLock()  # the land is timed behind the scenes

    def timed(self, leg: Leg) -> TimedNetwork:
        """Return the roads as a leg is driven, made ready for many searches."""
        profile = self.setting.profile_of(leg)
        if profile not in self._timed:
            self._timed[profile] = self.care.timed(leg)
        return self._timed[profile]

    def at(self, leg: Leg) -> Attachment:
        """Return where the places attach for the profile of a leg."""
        profile = self.setting.profile_of(leg)
        if profile not in self._at:
            self._at[profile] = attach(self.timed(leg), self.xy)
        return self._at[profile]

    def before(self, leg: Leg) -> Pair:
        """Return (2, n) the nodes that stand just before each place, and the milliseconds from there, int32."""
        if leg.name not in self._before:
            node, ms = arrivals(self.timed(leg).side(leg.direction), self.at(leg))
            self._before[leg.name] = np.ascontiguousarray(node, np.int32), np.ascontiguousarray(ms, np.int32)
        return self._before[leg.name]

    def nearest(self, care: Care, leg: Leg, rows: Ints) -> Nearest:
        """Return the times from the nearest of some sites of a leg, which are rows of a care."""
        with self._alone:
            return self._nearest(care, leg, rows)

    def _nearest(self, care: Care, leg: Leg, rows: Ints) -> Nearest:
        signs = dict(zip(_signs(care, leg, rows), rows.tolist()))
        key = leg.name, frozenset(signs)
        if key not in self._held:
            fewer = [
                (known, set(signs) - known)
                for name, known in self._held
                if name == leg.name and len(known) == len(signs) - 1 and known < key[1]
            ]
            if fewer and signs:
                known, (sign,) = fewer[-1]
                self._held[key] = self._with_one(self._held[leg.name, known], care, leg, signs[sign])
            else:
                self._held[key] = self._of_all(care, leg, np.array(sorted(signs.values()), np.int64))
            while len(self._held) > self._most_held:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        return self._held[key]

    def _of_all(self, care: Care, leg: Leg, rows: Ints) -> Nearest:
        if len(rows) == 0:
            return Nearest(np.full(self.network.node_count, CLOSED, np.int32), np.full(len(self.xy), CLOSED, np.int32))
        sites, delay, timed = care.at(leg).take(rows), care.delay[rows], self.timed(leg)
        reached = reached_nodes(timed, leg.direction, sites, delay)
        places, _ = ms_at(timed.side(leg.direction), sites, delay, self.at(leg), reached)
        for row in rows:
            self._at_home(places, care, row)
        return Nearest(reached[0], places.astype(np.int32))

    def _with_one(self, base: Nearest, care: Care, leg: Leg, row: int) -> Nearest:
        one = np.array([row])
        site, delay = care.at(leg).take(one), care.delay[one]
        nodes = self.sooner_nodes(leg, site, delay, base.nodes)
        places = self.sooner_places(leg, site, delay, (base.nodes, nodes), base.places)
        self._at_home(places, care, row)
        return Nearest(nodes, places)

    def _at_home(self, places: Ints, care: Care, row: int) -> None:
        """By the convention ``drees`` a site is, in its own commune, as far as its delay."""
        insee = care.sites["insee"].iloc[row] if self._home is not None else ""
        if insee:
            here = self._home == insee
            places[here] = np.minimum(places[here], int(np.rint(care.delay[row] * MS_PER_MINUTE)))

    def forget(self) -> None:
        """Let go of all that was timed, so that the file of the roads can be closed; nothing works afterwards."""
        for held in (self._timed, self._at, self._before, self._held):
            held.clear()

    def sooner_nodes(self, leg: Leg, site: Attachment, delay: Floats, known: Ints) -> Ints:
        """Return the times of nodes with one site more, searched as far as it comes sooner than what is known."""
        side = self.timed(leg).side(leg.direction)
        node, ms = seeds_of(side, site, delay)
        return improved(side, node.ravel(), ms.ravel(), known)

    def sooner_places(self, leg: Leg, site: Attachment, delay: Floats, nodes: Pair, held: Ints) -> Ints:
        """Return the times of places with one site more, from those of nodes before and after, and their own before."""
        before, ms = self.before(leg)
        places = _sooner(before, ms, *nodes, held)
        _, place, near_ms = along_shared_edges(self.timed(leg).side(leg.direction), site, delay, self.at(leg))
        np.minimum.at(places, place, near_ms.astype(np.int32))
        return places

    def needed(self, leg: Leg, need: Ints) -> Ints:
        """Return until when one must have come by each node (n,), int32 ms, for any place to be sooner than it needs.

        The search of one more site stops where it is later than that; it loses nothing.
        """
        timed, (before, ms) = self.timed(leg), self.before(leg)
        most = int(need.max(initial=0))
        there = (before >= 0) & (need > 0)
        if not there.any():
            return np.zeros(self.network.node_count, np.int32)
        start = np.minimum(most - need.astype(np.int64) + ms, _LAST_MS).astype(np.int32)
        back = timed.side({"outbound": "inbound", "inbound": "outbound"}[leg.direction])
        slack, _ = nearest(back, before[there], start[there], np.zeros(int(there.sum()), np.int32), most)
        return np.where(slack < UNREACHED, most - slack, 0).astype(np.int32)

    def minutes(self, care: Care) -> Floats:
        """Return (n,) the minutes that the definition counts under some sites; NaN for none.

        They are the longest over the moments of the slot, the same as :func:`access.times.travel_times` gives.
        """
        legs, longest = self.setting.legs, np.zeros(len(self.xy), np.int32)
        for moment in care.moments_for(legs):
            now = {leg.name: self.nearest(care, leg, np.flatnonzero(moment.open & care.has(leg))) for leg in legs}
            longest = np.maximum(longest, self.counted({name: found.places for name, found in now.items()}))
        return in_minutes(longest)

    def counted(self, ms: dict[str, Ints]) -> Ints:
        """Return what the definition counts of the times of its legs.

        The quickest; an MCS only where there is other care at all.
        """
        quickest: Ints = functools.reduce(np.minimum, [ms[leg.name] for leg in self.setting.legs if leg.name != "mcs"])
        return np.where(quickest < CLOSED, np.minimum(quickest, ms.get("mcs", quickest)), quickest)


def in_minutes(ms: Ints) -> Floats:
    """Return milliseconds as minutes, NaN where there is no way."""
    return np.where(ms < CLOSED, ms / MS_PER_MINUTE, np.nan)


def _signs(care: Care, leg: Leg, rows: Ints) -> list[tuple[object, ...]]:
    """Return what tells some sites of a leg apart, as far as times go."""
    at = care.at(leg).take(rows)
    columns = (at.edge.tolist(), at.fraction.tolist(), care.delay[rows].tolist(), care.sites["insee"].iloc[rows])
    return list(zip(*columns))


@compiled
def _sooner(before: Ints, ms: Ints, known: Ints, nodes: Ints, held: Ints) -> Ints:
    """Return the times of places by the nodes that have become sooner than what was known of them."""
    places = held.copy()
    for place in range(len(held)):
        for way in range(2):
            node = before[way, place]
            if node >= 0 and nodes[node] < known[node]:
                places[place] = min(places[place], np.int32(nodes[node] + ms[way, place]))
    return places

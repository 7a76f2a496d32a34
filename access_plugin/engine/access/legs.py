"""The times of the legs at the same places: searched once for each set of sites that are open together."""

from __future__ import annotations

import copy
import dataclasses
import functools
from collections.abc import Callable

import geopandas as gpd
import numpy as np
import shapely

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import DOUBTFUL_M, MOST_M, Attachment, attach
from ..network.timed import TimedNetwork
from ..progress import SILENT, Progress
from ..seasons import holds_in
from ..sites.roles import LEGS, Leg
from ..sites.slots import Moment
from ..text import listed, tr
from ..words import word
from .reach import minutes_at, reached_nodes
from .setting import Setting

#: So many places are timed at once; the times of more would fill the memory.
MANY_PLACES = 1_000_000


class LegTimes:
    """Minutes of legs at places.

    Parameters
    ----------
    network, sites, setting
        As for :func:`times.travel_times`; sites in the network's reference system.
    attachment_of
        Gives the places as they attach for a profile.
    """

    def __init__(
        self, network: Network, sites: gpd.GeoDataFrame, setting: Setting, attachment_of: Callable[[str], Attachment]
    ) -> None:
        self.network, self.sites, self.setting, self.attachment_of = network, sites, setting, attachment_of
        self.delay = sites["delay_min"].to_numpy(float)
        self._sites_at: dict[str, Attachment] = {}
        # held, as are those of other estimates, until the last leg is timed
        self._timed: dict[tuple[str, str], TimedNetwork] = {}
        self._reached: dict[tuple, tuple[np.ndarray, np.ndarray]] = {}
        self._found: dict[tuple, tuple[np.ndarray, np.ndarray]] = {}

    def moved_to(self, attachment_of: Callable[[str], Attachment]) -> LegTimes:
        """Return the times of the same legs at other places, by the same searches."""
        other = copy.copy(self)
        other.attachment_of, other._found = attachment_of, {}  # noqa: SLF001 its own copy
        return other

    def has(self, leg: Leg) -> np.ndarray:
        """Return (s,) bool: the sites of a leg."""
        return self.sites["role"].isin(leg.roles).to_numpy()

    def minutes(self, leg: Leg, open_sites: np.ndarray, estimate: str = "central") -> tuple[np.ndarray, np.ndarray]:
        """Return the minutes of a leg from the nearest of its open sites, NaN where there is none, and the row of that
        site, -1 there.
        """
        rows = np.flatnonzero(open_sites & self.has(leg))
        key = (leg.name, estimate, rows.tobytes())
        if key not in self._found:
            self._found[key] = self._search(leg, rows, estimate)
        return self._found[key]

    def _search(self, leg: Leg, rows: np.ndarray, estimate: str) -> tuple[np.ndarray, np.ndarray]:
        setting = dataclasses.replace(self.setting, estimate=estimate)
        profile = setting.profile_of(leg)
        places = self.attachment_of(profile)
        if len(rows) == 0:
            return np.full(len(places), np.nan), np.full(len(places), -1)
        timed = self._timed.setdefault((profile, estimate), setting.timed(self.network, profile))
        if profile not in self._sites_at:
            of_profile = np.logical_or.reduce(
                [self.has(other) for other in (leg, *LEGS) if setting.profile_of(other) == profile]
            )
            self._sites_at[profile] = attach_sites(timed, self.sites, needed=of_profile)
        sites, key = self._sites_at[profile].take(rows), (leg.name, estimate, rows.tobytes())
        if key not in self._reached:
            self._reached[key] = reached_nodes(timed, leg.direction, sites, self.delay[rows])
        minutes, site = minutes_at(timed, leg.direction, sites, self.delay[rows], places, self._reached[key])
        return minutes, np.where(site >= 0, rows[site], -1)

    def nearest(
        self, legs: tuple[Leg, ...], open_sites: np.ndarray, estimate: str = "central"
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the minutes of the quickest of some legs, and the row of its site.

        An MCS comes before an SU or a SMUR, and counts only where one of these is reached.
        """
        found = {leg.name: self.minutes(leg, open_sites, estimate) for leg in legs}
        first = found.pop("mcs", None) if len(found) > 1 else None
        minutes, site = functools.reduce(_quicker, found.values())
        if first is None:
            return minutes, site
        return _quicker(
            (minutes, site),
            tuple(np.where(np.isnan(minutes), none, values) for values, none in zip(first, (np.nan, -1))),
        )

    def worst(
        self, legs: tuple[Leg, ...], moments: list[Moment], *, estimate: str = "central", progress: Progress = SILENT
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the longest, over some moments, of the minutes of the quickest leg, and the row of its site then.

        NaN and -1 where at one of them there is no way to an open site.
        """
        longest = None
        for number, moment in enumerate(moments):
            progress.at(number / len(moments))
            now = self.nearest(legs, moment.open, estimate)
            if longest is None:
                longest = now
            else:
                later = ~(now[0] <= longest[0]) & ~np.isnan(longest[0])
                longest = tuple(np.where(later, new, old) for new, old in zip(now, longest))
            self._forget_all_but_steady(legs, moments)
        return longest

    def _forget_all_but_steady(self, legs: tuple[Leg, ...], moments: list[Moment]) -> None:
        """Keep only what further moments ask for again: at many places the others would fill the memory."""
        if len(moments) < 2 or len(self.attachment_of(self.setting.profile_of(legs[0]))) < MANY_PLACES:
            return
        for leg in legs:
            sets = {(moment.open & self.has(leg)).tobytes() for moment in moments}
            if len(sets) > 1:
                self._found = {key: found for key, found in self._found.items() if key[0] != leg.name}


def _quicker(one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return the shorter of two times and its site, the first among equal ones."""
    better = (other[0] < one[0]) | (np.isnan(one[0]) & ~np.isnan(other[0]))
    return np.where(better, other[0], one[0]), np.where(better, other[1], one[1])


def attach_sites(
    timed, sites: gpd.GeoDataFrame, progress: Progress = SILENT, *, name: str = "", needed: np.ndarray | None = None
) -> Attachment:
    """Attach sites, in the network's reference system, or say which ones lie too far from any road.

    Parameters
    ----------
    timed, sites
        The network as it is driven, and the sites.
    name
        What messages call them.
    needed
        (s,) bool: those that must attach; all by default.

    Raises
    ------
    InputError
        A site is farther than 2 km from every road, or stands on one that is closed: the network does not reach it, or
        its position is wrong.
    """
    attachment = attach(timed, points_xy(sites.geometry))
    needed = np.ones(len(sites), bool) if needed is None else needed
    shut, lost = sites[needed & attachment.on_closed], sites[needed & ~attachment.attached & ~attachment.on_closed]
    if len(lost):
        text = tr(
            "{name} {ids}: farther than {km:g} km from any road of the network. Correct their positions (are lon "
            "and lat swapped?), or build a network that reaches them."
        )
        raise InputError(text.format(name=name or tr("Sites"), ids=listed(dict.fromkeys(lost["id"])), km=MOST_M / 1000))
    if len(shut):
        text = tr(
            "{name} {ids} stand on roads that are closed in the season {season} or by the layer of closed roads. "
            "Correct the closures, or leave these sites out."
        )
        raise InputError(
            text.format(
                name=name or tr("Sites"), ids=listed(dict.fromkeys(shut["id"])), season=word("SEASON", timed.season)
            )
        )
    held = sites[attachment.no_stopping]
    if len(held):
        text = tr(
            "Sites {ids} have no road within {km:g} km but a motorway, a ramp, a bridge, a tunnel or a ferry, "
            "and stand on it."
        )
        progress.warn(text.format(ids=listed(dict.fromkeys(held["id"])), km=MOST_M / 1000))
    doubtful = sites[attachment.doubtful]
    if len(doubtful):
        text = tr("Sites {ids} are farther than {metres:g} m from any road; their times are doubtful.")
        progress.warn(text.format(ids=listed(dict.fromkeys(doubtful["id"])), metres=DOUBTFUL_M))
    return attachment


def in_season(sites: gpd.GeoDataFrame, season: str, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Return the sites that are open in a season; ``all_year`` keeps the seasonal ones and says which they are."""
    seasonal = ~sites["season"].isin(["", "all_year"])
    if season == "all_year":
        if seasonal.any():
            text = tr(
                "{count} {count:site is|sites are} open for a season only and {count:counts|count} all the year: {ids}."
            )
            progress.warn(text.format(count=int(seasonal.sum()), ids=listed(dict.fromkeys(sites.loc[seasonal, "id"]))))
        return sites
    return sites[holds_in(sites["season"], season)]


def in_force(
    network: Network, sites: gpd.GeoDataFrame, setting: Setting, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Return the sites that count.

    Open in the season (:func:`in_season`), and not on roads from which one drives nowhere else; which ones these are is
    said.

    Raises
    ------
    InputError
        Every site stands on such an island of roads.
    """
    sites = in_season(sites, setting.season, progress)
    there = sites.to_crs(network.crs)
    cut_off = np.zeros(len(sites), bool)
    for leg in LEGS:
        rows = np.flatnonzero(sites["role"].isin(leg.roles).to_numpy() & ~cut_off)
        cut_off[rows] = _on_islands(
            setting.timed(network, setting.profile_of(leg)), points_xy(there.geometry.iloc[rows])
        )
    if not cut_off.any():
        return sites
    ids = listed(dict.fromkeys(sites.loc[cut_off, "id"]))
    if cut_off.all():
        raise InputError(
            tr(
                "Sites {ids} stand on roads that nothing joins to the rest of the network: no place has a way to "
                "them. Check their positions, or build "
                "a network with the roads between."
            ).format(ids=ids)
        )
    text = tr(
        "Sites {ids} stand on roads that nothing joins to the rest of the network: nobody else has a way to "
        "them, and they are left out. Check "
        "their positions, or build a network with the roads between."
    )
    progress.warn(text.format(ids=ids))
    return sites[~cut_off]


def _on_islands(timed, xy: np.ndarray) -> np.ndarray:
    """Tell which points attach to no road, though an open one is within reach.

    It is no part of the network that hangs together.
    """
    found = np.zeros(len(xy), bool)
    if len(xy) == 0:
        return found
    at = attach(timed, xy)
    lost = np.flatnonzero(~at.attached & ~at.on_closed & np.isfinite(xy).all(axis=1))
    index = timed.network.road_index
    row, _, _ = index.nearest(shapely.points(xy[lost]), MOST_M, timed.open.any(axis=0)[index.edges])
    found[lost[row]] = True
    return found


def tell_closed(
    moments: list[Moment], sites: gpd.GeoDataFrame, legs: tuple[Leg, ...], slot: str, progress: Progress
) -> None:
    """Say that at some moments of a slot no site of some legs is open, so that nowhere has a time that holds
    throughout.
    """
    roles = [role for leg in legs for role in leg.roles]
    counted = sites["role"].isin(roles).to_numpy()
    hours = sum(moment.minutes for moment in moments if not (moment.open & counted).any()) / 60
    if hours:
        text = tr(
            "During {hours:g} {hours:hour|hours} a week of the part {slot} no site that counts ({roles}) is "
            "open: no place has a time that holds "
            "at every moment, and all are “not computed”. covered_share says for how much of it they are covered."
        )
        progress.warn(
            text.format(
                hours=hours, slot=word("SLOT", slot), roles=", ".join(dict.fromkeys(sites.loc[counted, "role"]))
            )
        )


def points_xy(points: gpd.GeoSeries) -> np.ndarray:
    """Return the coordinates (n, 2) of points."""
    return np.column_stack([points.x, points.y])

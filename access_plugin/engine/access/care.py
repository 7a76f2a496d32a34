"""The care in force: which sites count now, in which role and direction, when, and where they attach to the roads.

Settled once for a question; times, areas, coverage, placement, scenarios and results ask it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import Point

from ..arrays import Bools, Floats
from ..errors import InputError
from ..network.graph import Network
from ..network.snap import MOST_M, Attachment, attach
from ..network.timed import TimedNetwork
from ..progress import SILENT, Progress
from ..seasons import holds_in
from ..sites.own_roles import is_own
from ..sites.roles import LEGS, NOT_DRIVEN, ROLES, Leg, legs_of_roles
from ..sites.slots import Moment, hours_in, moments_of
from ..tables import require_column, texts
from ..territory.codes import as_known
from ..text import listed, tr
from ..words import word
from .findings import Finding, found, tell
from .setting import Setting


@dataclass(frozen=True, eq=False)
class Care:
    """The sites that count.

    Attributes
    ----------
    network, setting
        The roads, and how, when and by which definition one asks.
    given
        All sites as they were given.
    legs
        The ways in which they may count: those of :data:`roles.LEGS`, or those of some roles.
    sites
        Those of the legs that are open in the season and on no island of roads, in the network's reference system.
    findings
        What settling this found.
    """

    network: Network
    setting: Setting
    given: gpd.GeoDataFrame
    legs: tuple[Leg, ...]
    sites: gpd.GeoDataFrame
    findings: tuple[Finding, ...] = ()
    _at: dict[str, Attachment] = field(default_factory=dict, repr=False)

    @functools.cached_property
    def moments(self) -> list[Moment]:
        """The moments of the slot at which the same sites are open, as rows of ``sites``."""
        return moments_of(self.sites, self.setting.slot)

    @functools.cached_property
    def delay(self) -> Floats:
        """(s,) minutes until a site has set out, or has received."""
        delay: Floats = self.sites["delay_min"].to_numpy(float)
        return delay

    @property
    def roles(self) -> list[str]:
        """The roles of the sites, in the order in which the legs name them."""
        present = set(self.sites["role"])
        return [role for role in dict.fromkeys(role for leg in self.legs for role in leg.roles) if role in present]

    def has(self, *legs: Leg) -> Bools:
        """Return (s,) bool: the sites of some legs."""
        has: Bools = self.sites["role"].isin([role for leg in legs for role in leg.roles]).to_numpy()
        return has

    def moments_for(self, legs: tuple[Leg, ...]) -> list[Moment]:
        """Return the moments at which the same sites of some legs are open."""
        counted = self.has(*legs)
        merged: dict[bytes, Moment] = {}
        for moment in self.moments:
            opened = moment.open & counted
            minutes = merged[opened.tobytes()].minutes if opened.tobytes() in merged else 0
            merged[opened.tobytes()] = Moment(minutes + moment.minutes, opened)
        return list(merged.values())

    @functools.cached_property
    def throughout(self) -> Bools:
        """(s,) bool: the sites that are open at every moment of the slot."""
        opened: Bools = np.logical_and.reduce([moment.open for moment in self.moments])
        return opened

    def timed(self, leg: Leg, estimate: str = "") -> TimedNetwork:
        """Return the roads as a leg is driven, by the setting's estimate of the speeds unless another one is named."""
        return replace(self.setting, estimate=estimate or self.setting.estimate).timed(
            self.network, self.setting.profile_of(leg)
        )

    def at(self, leg: Leg) -> Attachment:
        """Return where all sites attach for the profile of a leg; those of other profiles may attach nowhere."""
        profile = self.setting.profile_of(leg)
        if profile not in self._at:
            self._at[profile] = attach(self.timed(leg), points_xy(self.sites.geometry))
        return self._at[profile]

    def without(self, gone: Bools) -> Care:
        """Return the care without some sites, (s,) bool."""
        rows = np.flatnonzero(~gone)
        return replace(
            self,
            sites=self.sites.iloc[rows],
            findings=(),
            _at={profile: at.take(rows) for profile, at in self._at.items()},
        )

    def with_sites(self, added: gpd.GeoDataFrame, progress: Progress = SILENT) -> Care:
        """Return the care with further sites, as :func:`sites.table.read_sites` gives them: they alone are settled."""
        new = _settled(self.network, added, self.setting, self.legs)
        if self.setting.convention == "drees":  # of these nobody else looks where they stand
            new = replace(new, findings=(*new.findings, *_standing(new)))
        tell(new.findings, progress)
        both = pd.concat([self.sites, new.sites], ignore_index=True)
        profiles = {leg: self.setting.profile_of(leg) for leg in self.legs}
        joined = {profile: self.at(leg).joined(new.at(leg)) for leg, profile in profiles.items()}
        return replace(self, sites=gpd.GeoDataFrame(both, crs=self.sites.crs), findings=new.findings, _at=joined)

    def moved(self, points: list[Point], why: Finding) -> Care:
        """Return the care whose sites stand elsewhere, at points in the network's reference system."""
        there = replace(self, sites=self.sites.set_geometry(points, crs=self.sites.crs), _at={})
        return replace(there, findings=(why, *_standing(there)))

    def on_the_ground(self) -> Care:
        """Return the care of areas: its sites stand where they are, whatever the convention."""
        if self.setting.convention == "fine":
            return self
        return _settled(self.network, self.given, replace(self.setting, convention="fine"), self.legs)


def in_force(
    network: Network,
    sites: gpd.GeoDataFrame,
    setting: Setting,
    *,
    legs: tuple[Leg, ...] = (),
    progress: Progress = SILENT,
) -> Care:
    """Settle which sites count, and say what was found on the way.

    Parameters
    ----------
    network
        An open network.
    sites
        As :func:`sites.table.read_sites` gives them, in any reference system.
    setting
        Profiles, season, slot, definition and convention. By the convention ``drees`` sites stand at the chef-lieu of
        their commune, which :func:`times.travel_times` knows: where they attach is settled there.
    legs
        The ways in which sites may count; by default those of :data:`roles.LEGS` and of the definition.

    Raises
    ------
    InputError
        A site lies farther than 2 km from every road or on a closed one, or all stand on islands of roads.
    """
    care = _settled(network, sites, setting, legs or tuple(dict.fromkeys((*LEGS, *setting.legs))))
    tell(care.findings, progress)
    return care


def in_force_of_roles(
    network: Network, sites: gpd.GeoDataFrame, roles: list[str], setting: Setting, *, progress: Progress = SILENT
) -> Care:
    """Settle which sites of some roles count for areas, each driven in its own direction, as :func:`in_force` does.

    Areas are drawn from the sites' own positions, whatever the convention.

    Raises
    ------
    InputError
        A role is unknown, is driven neither to nor from, or has no site; or as :func:`in_force`.
    """
    unknown = [role for role in roles if role not in ROLES and not is_own(role)]
    apart = [role for role in roles if role in NOT_DRIVEN]
    if unknown or not roles:
        text = tr("Unknown roles: {values}. The roles are: {roles}.")
        raise InputError(text.format(values=listed(unknown), roles=", ".join(ROLES)))
    if apart:
        text = tr(
            "Nobody drives to sites of the roles {roles}, nor do these drive: helicopters fly, and a medical "
            "dispatch centre receives no patient. Leave these roles out."
        )
        raise InputError(text.format(roles=listed(apart)))
    findings = [] if setting.convention == "fine" else [found("convention_of_places")]
    care = _settled(network, sites, replace(setting, convention="fine"), tuple(legs_of_roles(roles)))
    in_season, _ = _in_season(sites, setting.season)
    flying, present = int(in_season["role"].isin(NOT_DRIVEN).sum()), set(care.sites["role"])
    findings += [*care.findings, *([found("sites_not_driven", count=flying)] if flying else [])]
    missing = [role for role in roles if role not in present]
    if len(missing) == len(roles):
        text = tr("No site has one of the roles {roles}. Choose other roles or add sites.")
        raise InputError(text.format(roles=listed(missing)))
    findings += [found("roles_missing", roles=missing)] if missing else []
    tell(findings, progress)
    legs = tuple(legs_of_roles([role for role in roles if role in present]))
    return replace(care, legs=legs, findings=tuple(findings))


def _settled(network: Network, given: gpd.GeoDataFrame, setting: Setting, legs: tuple[Leg, ...]) -> Care:
    in_season, findings = _in_season(given, setting.season)
    there = in_season[in_season["role"].isin([role for leg in legs for role in leg.roles])].to_crs(network.crs)
    care = Care(network, setting, given, legs, there)
    if setting.convention != "drees":
        islands = _on_islands(care)
        if islands.any():
            ids = there.loc[islands, "id"]
            if islands.sum() == len(in_season):
                raise InputError(
                    tr(
                        "{ids:Site|Sites} {ids} {ids:stands|stand} on roads that nothing joins to the rest of the "
                        "network: no place has a way to {ids:it. Check its position|them. Check their positions}, or "
                        "build a network with the roads between."
                    ).format(ids=listed(dict.fromkeys(ids)))
                )
            findings.append(found("sites_on_islands", ids=list(ids)))
            care = care.without(islands)
        findings += _standing(care)
    return replace(care, findings=(*findings, *_opening(care)))


def _in_season(sites: gpd.GeoDataFrame, season: str) -> tuple[gpd.GeoDataFrame, list[Finding]]:
    """Return the sites that are open in a season; ``all_year`` keeps the seasonal ones, which are named."""
    seasonal = ~sites["season"].isin(["", "all_year"])
    if season != "all_year":
        return sites[holds_in(sites["season"], season)], []
    if not seasonal.any():
        return sites, []
    return sites, [found("seasonal_sites", count=int(seasonal.sum()), ids=list(sites.loc[seasonal, "id"]))]


def _opening(care: Care) -> list[Finding]:
    """Return what the opening hours in a slot mean for its sites."""
    setting, findings = care.setting, []
    for what, ids in hours_in(care.sites, setting.slot).items():
        if len(ids):
            facts = {"slot": setting.slot} if what == "sites_shut" else {}
            findings.append(found(what, count=len(ids), ids=list(ids), **facts))
    return findings


def hours_without_care(care: Care, legs: tuple[Leg, ...]) -> list[Finding]:
    """Return the hours of the slot at which no site of some legs is open: nowhere has a time that holds throughout."""
    counted = care.has(*legs)
    hours = sum(moment.minutes for moment in care.moments if not (moment.open & counted).any()) / 60
    if not hours:
        return []
    roles = list(care.sites.loc[counted, "role"])
    return [found("hours_without_care", hours=hours, slot=care.setting.slot, roles=roles)]


def _on_islands(care: Care) -> Bools:
    """Tell which sites attach to no road for a leg of theirs, though an open one is within reach.

    It is no part of the network that hangs together.
    """
    islands = np.zeros(len(care.sites), bool)
    xy = points_xy(care.sites.geometry)
    for leg in (leg for leg in care.legs if care.has(leg).any()):
        at, index = care.at(leg), care.network.road_index
        lost = np.flatnonzero(care.has(leg) & ~islands & ~at.attached & ~at.on_closed & np.isfinite(xy).all(axis=1))
        is_open = np.logical_or(*care.timed(leg).open)
        row, _, _ = index.nearest(shapely.points(xy[lost]), MOST_M, is_open[index.edges])
        islands[lost[row]] = True
    return islands


def _standing(care: Care) -> list[Finding]:
    """Check that the sites of each leg attach for its profile; return what is doubtful about the others' stand."""
    findings: list[Finding] = []
    profiles: dict[str, list[Leg]] = {}
    for leg in care.legs:
        if care.has(leg).any():
            profiles.setdefault(care.setting.profile_of(leg), []).append(leg)
    for number, legs in enumerate(profiles.values()):
        seen = check_standing(care.sites, care.at(legs[0]), care.has(*legs), season=care.setting.season)
        findings += seen if number == 0 else []
    return findings


def check_standing(
    sites: gpd.GeoDataFrame, at: Attachment, needed: Bools, *, season: str, name: str = ""
) -> list[Finding]:
    """Return what is doubtful about where points stand on the roads.

    Parameters
    ----------
    sites, at
        Points with ``id``, and where they attach.
    needed
        (s,) bool: those that must attach.
    name
        What messages call them.

    Raises
    ------
    InputError
        One that is needed is farther than 2 km from every road, or stands on one that is closed: the network does not
        reach it, or its position is wrong.
    """
    lost, shut = sites[needed & ~at.attached & ~at.on_closed], sites[needed & at.on_closed]
    name = name or tr("Sites")
    if len(lost):
        text = tr(
            "{name} {ids}: farther than {km:g} km from any road of the network. Correct their positions (are lon "
            "and lat swapped?), or build a network that reaches them."
        )
        raise InputError(text.format(name=name, ids=listed(dict.fromkeys(lost["id"])), km=MOST_M / 1000))
    if len(shut):
        text = tr(
            "{name} {ids} stand on roads that are closed in the season {season} or by the layer of closed roads. "
            "Correct the closures, or leave these sites out."
        )
        raise InputError(text.format(name=name, ids=listed(dict.fromkeys(shut["id"])), season=word("SEASON", season)))
    doubts = {"sites_no_stopping": at.no_stopping, "sites_doubtful": at.doubtful}
    return [found(what, ids=list(sites.loc[mask, "id"])) for what, mask in doubts.items() if mask.any()]


def points_xy(points: gpd.GeoSeries) -> Floats:
    """Return the coordinates (n, 2) of points."""
    return np.column_stack([points.x, points.y])


def at_chefs_lieux(care: Care, places: gpd.GeoDataFrame, progress: Progress = SILENT) -> tuple[Care, pd.Series | None]:
    """Return the care whose sites stand at the chef-lieu of their commune, and the commune of each place.

    By the convention ``drees``, where that chef-lieu is known; by any other the care itself, and None. Places are in
    the network's reference system.
    """
    if care.setting.convention != "drees":
        return care, None
    name = tr("The layer of places (convention DREES)")
    require_column(places, "code", name)
    home = texts(places["code"])
    chef_lieu = {key: point for key, point in zip(home, places.geometry) if key}
    insee = as_known(care.sites["insee"], chef_lieu)
    known = insee.isin(chef_lieu)
    if not known.any():
        text = tr(
            "{name}: no site's “insee” is the “code” of one of them. The convention DREES takes one point a "
            "commune, its chef-lieu, and no people spread over streets."
        )
        raise InputError(text.format(name=name))
    points = [chef_lieu.get(insee, point) for insee, point in zip(insee, care.sites.geometry)]
    care = care.moved(points, found("sites_at_chef_lieu", known=int(known.sum()), unknown=int((~known).sum())))
    tell(care.findings, progress)
    return care, home

"""The times of each place to each kind of care, and what follows from them."""

from __future__ import annotations

import dataclasses

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import DOUBTFUL_M, MOST_M, Attachment, attach
from ..progress import SILENT, Progress
from ..seasons import holds_in
from ..sites.roles import EMERGENCY_LEGS, LEGS, Leg
from ..sites.slots import Moment, moments_of
from ..tables import require_column, texts
from ..text import listed, tr
from .edges import edge_minutes, tell_edges
from .reach import nearest_minutes
from .setting import Setting

STATUSES = ("su_and_smur", "smur_only", "su_only", "mcs_only", "beyond", "not_computed")
TIME_FIELDS = (
    "t_su_min", "t_smur_min", "t_mcs_min", "t_csnp_min", "t_emergency_min", "t_first_care_min",
    "nearest_su", "nearest_smur", "nearest_mcs", "nearest_csnp", "status", "beyond", "covered_share", "t_low_min", "t_high_min", "uncertain",
)  # fmt: skip

#: A time, and what is told of the moment at which it is longest.
_TOGETHER = (*((f"t_{leg.name}_min", f"nearest_{leg.name}") for leg in LEGS), ("t_emergency_min", "status"), ("t_first_care_min",))


def travel_times(
    network: Network, sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, setting: Setting, *, progress: Progress = SILENT
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the drive times between places and the nearest site of each kind.

    During a slot each time is the longest that any moment of it gives, with the sites that are open then: the time that a place is sure of. The
    status is that of the moment at which emergency care is farthest.

    Parameters
    ----------
    network
        An open network.
    sites
        As :func:`sites.table.read_sites` gives them, in any reference system.
    places
        Points in any reference system. Under the convention ``drees``: chefs-lieux, with the commune's ``code``.
    setting
        Threshold, profiles, season, slot, definition and convention.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    times
        One row a place, same index, columns :data:`TIME_FIELDS`; minutes are float64, NaN where no site is reached. By the time that the
        definition counts: ``beyond`` (an object column of True, False and None), ``covered_share`` (of the minutes of the slot, those within the
        threshold), ``t_low_min`` and ``t_high_min`` (at the ends of the profiles' range), ``uncertain`` (a way out of the network is nearer).
    unsnapped
        The index of the places that do not attach to any road, and the ``reason``.

    Raises
    ------
    InputError
        No site has an emergency role or one of the definition's, a site lies far from every road, or the convention lacks its codes.
    """
    sites = in_season(sites, setting.season, progress)
    _check_roles(sites, setting)
    sites, places = sites.to_crs(network.crs), places.to_crs(network.crs)
    sites = sites[sites["role"].isin([role for leg in LEGS for role in leg.roles])]
    attach_sites(setting.timed(network), sites, progress)  # all that is wrong is said at once, before the work
    legs = _Legs(network, sites, places, setting, _commune_homes(sites, places, setting, progress))
    moments = moments_of(sites, setting.slot, progress)
    times = _worst(moments, legs, setting, progress.part(0.0, 0.6))
    for number, end in enumerate(("low", "high")):
        progress.at(0.6 + 0.15 * number)
        times[f"t_{end}_min"] = np.maximum.reduce([legs.defined(moment, end) for moment in moments])
    attachment = legs.attachment(setting.profile)
    if not attachment.attached.any():
        text = tr("None of the {count} places is within {km:g} km of a road of the network. Check their reference system and coordinates, or the network.")
        raise InputError(text.format(count=len(places), km=MOST_M / 1000))
    to_edge = edge_minutes(network, setting, legs.attachment)
    minutes = times[setting.column].to_numpy(float)
    times["uncertain"] = attachment.attached & np.isfinite(to_edge) & ~(to_edge >= minutes)
    _tell_attachment(attachment, places, progress)
    _tell_season(network, setting, progress)
    tell_edges(to_edge, times["uncertain"].to_numpy(), places, progress)
    progress.at(1.0)
    return times[list(TIME_FIELDS)], pd.DataFrame({"reason": tr("farther than 2 km from any road")}, index=places.index[~attachment.attached])


def _check_roles(sites: gpd.GeoDataFrame, setting: Setting) -> None:
    has = lambda legs: sites["role"].isin([role for leg in legs for role in leg.roles]).any()  # noqa: E731
    if not has(EMERGENCY_LEGS):
        raise InputError(tr("No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Add such sites, or check the field “role”."))
    if not has(setting.legs):
        text = tr("No site has a role that the definition “{definition}” counts ({roles}). Choose another definition, or add such sites.")
        raise InputError(text.format(definition=setting.definition, roles=", ".join(role for leg in setting.legs for role in leg.roles)))


class _Legs:
    """The times of the legs at the same places, searched once for each set of open sites."""

    def __init__(self, network: Network, sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, setting: Setting, home: pd.Series | None) -> None:
        self.network, self.sites, self.places, self.setting, self.home = network, sites, places, setting, home
        self._attachments: dict[str, Attachment] = {}
        self._found: dict[tuple, tuple[np.ndarray, np.ndarray]] = {}

    def attachment(self, profile: str) -> Attachment:
        if profile not in self._attachments:
            self._attachments[profile] = attach(self.setting.timed(self.network, profile), points_xy(self.places.geometry))
        return self._attachments[profile]

    def minutes(self, leg: Leg, moment: Moment, estimate: str = "central") -> tuple[np.ndarray, np.ndarray]:
        """Return the minutes of a leg at the places and the ids of the nearest sites, of those open at a moment."""
        chosen = self.sites[moment.open & self.sites["role"].isin(leg.roles).to_numpy()]
        key = (leg.name, estimate, tuple(chosen.index))
        if key not in self._found:
            setting = dataclasses.replace(self.setting, estimate=estimate)
            minutes, nearest = leg_minutes(self.network, leg, chosen, self.attachment(setting.profile_of(leg)), setting)
            self._found[key] = (minutes, nearest) if self.home is None else _zero_at_home(minutes, nearest, chosen, self.home)
        return self._found[key]

    def defined(self, moment: Moment, estimate: str) -> np.ndarray:
        """Return the minutes that the definition counts."""
        found = {leg.name: self.minutes(leg, moment, estimate)[0] for leg in self.setting.legs}
        emergency = np.fmin.reduce([found[name] for name in ("su", "smur") if name in found])
        return np.where(np.isnan(emergency), np.nan, np.fmin(emergency, found["mcs"])) if "mcs" in found else emergency

    def at(self, moment: Moment) -> pd.DataFrame:
        """Return the fields of time of a moment."""
        times = pd.DataFrame(index=self.places.index)
        for leg in LEGS:
            times[f"t_{leg.name}_min"], times[f"nearest_{leg.name}"] = self.minutes(leg, moment)
        derive(times, self.setting.threshold, self.setting.column)
        return times


def _worst(moments: list[Moment], legs: _Legs, setting: Setting, progress: Progress) -> pd.DataFrame:
    """Return the fields of the worst moment, each time by itself; what is not reached at one moment is not computed."""
    worst, covered = None, np.zeros(len(legs.places))
    for number, moment in enumerate(moments):
        progress.at(number / len(moments))
        times = legs.at(moment)
        covered += moment.minutes * (times[setting.column].to_numpy(float) <= setting.threshold)
        if worst is None:
            worst = times
            continue
        for column, *along in _TOGETHER:
            now, before = times[column].to_numpy(float), worst[column].to_numpy(float)
            later = (now > before) | (np.isnan(now) & ~np.isnan(before))
            worst.loc[later, [column, *along]] = times.loc[later, [column, *along]]
    minutes = worst[setting.column].to_numpy(float)
    worst["beyond"] = _strictly_beyond(minutes, setting.threshold, worst.index)
    worst["covered_share"] = np.where(np.isnan(minutes) & (covered == 0), np.nan, covered / sum(moment.minutes for moment in moments))
    return worst


def derive(times: pd.DataFrame, threshold: float, column: str = "t_emergency_min") -> None:
    """Add ``t_emergency_min``, ``t_first_care_min``, ``status`` and, by the time in a column, ``beyond`` to the times of the legs (strictly more than the threshold)."""
    legs = [times[f"t_{leg.name}_min"].to_numpy(float) for leg in EMERGENCY_LEGS]
    emergency = np.fmin(*legs)
    mcs = times["t_mcs_min"].to_numpy(float)
    times["t_emergency_min"] = emergency
    times["t_first_care_min"] = np.where(np.isnan(emergency), np.nan, np.fmin(emergency, mcs))
    su, smur = (minutes <= threshold for minutes in legs)
    conditions = [np.isnan(emergency), su & smur, smur, su, mcs <= threshold]
    times["status"] = np.select(conditions, ["not_computed", "su_and_smur", "smur_only", "su_only", "mcs_only"], "beyond")
    times["beyond"] = _strictly_beyond(times[column].to_numpy(float), threshold, times.index)


def _strictly_beyond(minutes: np.ndarray, threshold: float, index: pd.Index) -> pd.Series:
    return pd.Series(minutes > threshold, index=index, dtype=object).where(~np.isnan(minutes), None)


def leg_minutes(network: Network, leg: Leg, sites: gpd.GeoDataFrame, places: Attachment, setting: Setting) -> tuple[np.ndarray, np.ndarray]:
    """Return the minutes of one leg at attached places, and the id of the nearest site (None where there is none)."""
    chosen = sites[sites["role"].isin(leg.roles)]
    if len(chosen) == 0:
        return np.full(len(places), np.nan), np.full(len(places), None, object)
    timed = setting.timed(network, setting.profile_of(leg))
    minutes, site = nearest_minutes(timed, leg.direction, attach_sites(timed, chosen), chosen["delay_min"].to_numpy(), places)
    ids = chosen["id"].to_numpy(object)
    return minutes, np.where(site >= 0, ids[site], None)


def attach_sites(timed, sites: gpd.GeoDataFrame, progress: Progress = SILENT, *, name: str = "") -> Attachment:
    """Attach sites, in the network's reference system, or say which ones lie too far from any road.

    Raises
    ------
    InputError
        A site is farther than 2 km from every road: the network does not reach it, or its position is wrong.
    """
    attachment = attach(timed, points_xy(sites.geometry))
    lost = sites[~attachment.attached]
    if len(lost):
        text = tr("{name} {ids}: farther than {km:g} km from any road of the network. Correct their positions (are lon and lat swapped?), or build a network that reaches them.")
        raise InputError(text.format(name=name or tr("Sites"), ids=listed(dict.fromkeys(lost["id"])), km=MOST_M / 1000))
    doubtful = sites[attachment.doubtful]
    if len(doubtful):
        text = tr("Sites {ids} are farther than {metres:g} m from any road; their times are doubtful.")
        progress.warn(text.format(ids=listed(dict.fromkeys(doubtful["id"])), metres=DOUBTFUL_M))
    return attachment


def in_season(sites: gpd.GeoDataFrame, season: str, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Return the sites that are open in a season; ``all_year`` keeps the seasonal ones and says how many they are."""
    seasonal = ~sites["season"].isin(["", "all_year"])
    if season == "all_year":
        if seasonal.any():
            progress.warn(tr("{count} sites are open for a season only and count all the year.").format(count=int(seasonal.sum())))
        return sites
    return sites[holds_in(sites["season"], season)]


def points_xy(points: gpd.GeoSeries) -> np.ndarray:
    """Return the coordinates (n, 2) of points."""
    return np.column_stack([points.x, points.y])


def _commune_homes(sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, setting: Setting, progress: Progress) -> pd.Series | None:
    """Under the convention ``drees``, move sites to the chef-lieu of their commune, in place, and return the code of each place."""
    if setting.convention != "drees":
        return None
    name = tr("The layer of places (convention DREES)")
    require_column(places, "code", name)
    code = texts(places["code"])
    chef_lieu = {key: point for key, point in zip(code, places.geometry) if key}
    known = sites["insee"].isin(chef_lieu)
    if not known.any():
        text = tr("{name}: no site's “insee” is the “code” of one of them. The convention DREES takes one point a commune, its chef-lieu, and no people spread over streets.")
        raise InputError(text.format(name=name))
    sites["geometry"] = [chef_lieu.get(insee, point) for insee, point in zip(sites["insee"], sites.geometry)]
    text = tr("Convention DREES: {known} sites stand at the chef-lieu of their commune, {unknown} keep their own position.")
    progress.say(text.format(known=int(known.sum()), unknown=int((~known).sum())))
    return code


def _zero_at_home(minutes, nearest, sites: gpd.GeoDataFrame, home: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Set the time to the site's own delay where the commune has one of the sites (same commune: 0 minutes by convention)."""
    chosen = sites[sites["insee"] != ""].sort_values(["delay_min", "id"]).drop_duplicates("insee").set_index("insee")
    own = home[home.isin(chosen.index)]
    rows = home.index.get_indexer(own.index)
    minutes, nearest = minutes.copy(), nearest.copy()
    minutes[rows], nearest[rows] = chosen.loc[own, "delay_min"], chosen.loc[own, "id"]
    return minutes, nearest


def _tell_season(network: Network, setting: Setting, progress: Progress) -> None:
    timed = setting.timed(network)
    if setting.season != "all_year" and timed.closed_by_season == 0:
        progress.warn(tr("No road of the network is marked as closed in the season {season}: it closes none.").format(season=setting.season))
    if setting.season == "winter" and timed.profile.terrain.snow and len(network.arrays["piece_altitude"]) == 0:
        progress.warn(tr("The network was built without an elevation model: snow slows no road, and slopes do not count."))


def _tell_attachment(attachment: Attachment, places: gpd.GeoDataFrame, progress: Progress) -> None:
    lost, doubtful = int((~attachment.attached).sum()), int(attachment.doubtful.sum())
    if lost:
        text = tr("{count} places are farther than {km:g} km from any road and are not computed: {ids}.")
        progress.warn(text.format(count=lost, km=MOST_M / 1000, ids=listed(places.index[~attachment.attached])))
    if doubtful:
        text = tr("{count} places are farther than {metres:g} m from any road; their times are doubtful.")
        progress.warn(text.format(count=doubtful, metres=DOUBTFUL_M))


"""The times of each place to each kind of care, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import DOUBTFUL_M, MOST_M, Attachment, attach
from ..progress import SILENT, Progress
from ..sites.roles import EMERGENCY_LEGS, LEGS, Leg
from ..sites.table import open_in_season
from ..tables import require_column, texts
from ..text import listed, tr
from .reach import nearest_minutes

STATUSES = ("su_and_smur", "smur_only", "su_only", "mcs_only", "beyond", "not_computed")
TIME_FIELDS = (
    "t_su_min", "t_smur_min", "t_mcs_min", "t_csnp_min", "t_emergency_min", "t_first_care_min",
    "nearest_su", "nearest_smur", "nearest_mcs", "nearest_csnp", "status", "beyond",
)  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """What a figure depends on: how one drives, when, and by which convention. Said in every output."""

    threshold: float = 30.0
    profile: str = "car"
    profile_smur: str = "car"
    profile_mcs: str = "car"
    season: str = "all_year"
    convention: str = "fine"

    def __post_init__(self) -> None:
        if not (np.isfinite(self.threshold) and self.threshold > 0):
            raise InputError(tr("The threshold must be a positive number of minutes, not {value}.").format(value=self.threshold))

    def profile_of(self, leg: Leg) -> str:
        return getattr(self, leg.profile)


def travel_times(
    network: Network, sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, setting: Setting, *, progress: Progress = SILENT
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the drive times between places and the nearest site of each kind.

    Parameters
    ----------
    network
        An open network.
    sites
        As :func:`sites.table.read_sites` gives them, in any reference system.
    places
        Points in any reference system. Under the convention ``drees``: chefs-lieux, with the commune's ``code``.
    setting
        Threshold, profiles, season and convention.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    times
        One row a place, same index, columns :data:`TIME_FIELDS`; minutes are float64, NaN where no site is reached; ``beyond`` is
        an object column of True, False and None.
    unsnapped
        The index of the places that do not attach to any road, and the ``reason``.

    Raises
    ------
    InputError
        No site has an emergency role, a site lies far from every road, or the convention lacks its codes.
    """
    sites = in_season(sites, setting.season, progress)
    if not sites["role"].isin([role for leg in EMERGENCY_LEGS for role in leg.roles]).any():
        raise InputError(tr("No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Add such sites, or check the field “role”."))
    sites, places = sites.to_crs(network.crs), places.to_crs(network.crs)
    counted = sites[sites["role"].isin([role for leg in LEGS for role in leg.roles])]
    attach_sites(network.timed(setting.profile, setting.season), counted, progress)  # all that is wrong is said at once, before the work
    home = _commune_homes(sites, places, setting, progress)
    times = pd.DataFrame(index=places.index)
    attachments: dict[str, Attachment] = {}
    for number, leg in enumerate(LEGS):
        progress.at(number / len(LEGS))
        profile = setting.profile_of(leg)
        if profile not in attachments:
            attachments[profile] = attach(network.timed(profile, setting.season), points_xy(places.geometry))
        minutes, nearest = leg_minutes(network, leg, sites, attachments[profile], setting)
        if setting.convention == "drees":
            minutes, nearest = _zero_at_home(minutes, nearest, leg, sites, home)
        times[f"t_{leg.name}_min"], times[f"nearest_{leg.name}"] = minutes, nearest
    derive(times, setting.threshold)
    attachment = attachments[setting.profile]
    if not attachment.attached.any():
        text = tr("None of the {count} places is within {km:g} km of a road of the network. Check their reference system and coordinates, or the network.")
        raise InputError(text.format(count=len(places), km=MOST_M / 1000))
    _tell_attachment(attachment, places, progress)
    if setting.season != "all_year" and network.timed(setting.profile, setting.season).closed_by_season == 0:
        progress.warn(tr("No road of the network is marked as closed in the season {season}: it changes no road.").format(season=setting.season))
    progress.at(1.0)
    return times[list(TIME_FIELDS)], pd.DataFrame({"reason": tr("farther than 2 km from any road")}, index=places.index[~attachment.attached])


def derive(times: pd.DataFrame, threshold: float) -> None:
    """Add ``t_emergency_min``, ``t_first_care_min``, ``status`` and ``beyond`` to the times of the legs (strictly more than the threshold)."""
    legs = [times[f"t_{leg.name}_min"].to_numpy(float) for leg in EMERGENCY_LEGS]
    emergency = np.fmin(*legs)
    mcs = times["t_mcs_min"].to_numpy(float)
    times["t_emergency_min"] = emergency
    times["t_first_care_min"] = np.where(np.isnan(emergency), np.nan, np.fmin(emergency, mcs))
    su, smur = (minutes <= threshold for minutes in legs)
    conditions = [np.isnan(emergency), su & smur, smur, su, mcs <= threshold]
    times["status"] = np.select(conditions, ["not_computed", "su_and_smur", "smur_only", "su_only", "mcs_only"], "beyond")
    beyond = pd.Series(emergency > threshold, index=times.index, dtype=object)
    times["beyond"] = beyond.where(~np.isnan(emergency), None)


def leg_minutes(network: Network, leg: Leg, sites: gpd.GeoDataFrame, places: Attachment, setting: Setting) -> tuple[np.ndarray, np.ndarray]:
    """Return the minutes of one leg at attached places, and the id of the nearest site (None where there is none)."""
    chosen = sites[sites["role"].isin(leg.roles)]
    if len(chosen) == 0:
        return np.full(len(places), np.nan), np.full(len(places), None, object)
    timed = network.timed(setting.profile_of(leg), setting.season)
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
    return sites[open_in_season(sites["season"], season)]


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


def _zero_at_home(minutes, nearest, leg: Leg, sites: gpd.GeoDataFrame, home: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Set the time to the site's own delay where the commune has a site (same commune: 0 minutes by convention)."""
    chosen = sites[sites["role"].isin(leg.roles) & (sites["insee"] != "")].sort_values(["delay_min", "id"]).drop_duplicates("insee").set_index("insee")
    own = home[home.isin(chosen.index)]
    rows = home.index.get_indexer(own.index)
    minutes, nearest = minutes.copy(), nearest.copy()
    minutes[rows], nearest[rows] = chosen.loc[own, "delay_min"], chosen.loc[own, "id"]
    return minutes, nearest


def _tell_attachment(attachment: Attachment, places: gpd.GeoDataFrame, progress: Progress) -> None:
    lost, doubtful = int((~attachment.attached).sum()), int(attachment.doubtful.sum())
    if lost:
        text = tr("{count} places are farther than {km:g} km from any road and are not computed: {ids}.")
        progress.warn(text.format(count=lost, km=MOST_M / 1000, ids=listed(places.index[~attachment.attached])))
    if doubtful:
        text = tr("{count} places are farther than {metres:g} m from any road; their times are doubtful.")
        progress.warn(text.format(count=doubtful, metres=DOUBTFUL_M))


"""The times of each place to each kind of care, and what follows from them."""

from __future__ import annotations

import functools

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import DOUBTFUL_M, MOST_M, attach
from ..progress import SILENT, Progress
from ..sites.roles import EMERGENCY_LEGS, LEGS, Leg
from ..sites.slots import Moment, moments_of
from ..tables import require_column, texts
from ..text import listed, tr
from ..words import word
from .edges import edge_minutes, tell_edges
from .legs import LegTimes, attach_sites, in_force, in_season, points_xy, tell_closed
from .setting import Setting

STATUSES = ("su_and_smur", "smur_only", "su_only", "mcs_only", "beyond", "not_computed")
TIME_FIELDS = (
    "t_su_min",
    "t_smur_min",
    "t_mcs_min",
    "t_csnp_min",
    "t_emergency_min",
    "t_first_care_min",
    "nearest_su",
    "nearest_smur",
    "nearest_mcs",
    "nearest_csnp",
    "status",
    "beyond",
    "covered_share",
    "t_low_min",
    "t_high_min",
    "uncertain",
    "cut_off",
)


def travel_times(
    network: Network,
    sites: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    setting: Setting,
    *,
    none_counts: bool = False,
    progress: Progress = SILENT,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the drive times between places and the nearest site of each kind.

    During a slot each time is the longest that any moment of it gives, with the sites that are open then: the time that
    a place is sure of.

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
    none_counts
        Whether sites of which none counts are an answer, nobody has a time, and no mistake.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    times
        One row a place, same index, columns :data:`TIME_FIELDS`; minutes are float64, NaN where no site is reached. By
        the time that the definition counts: ``beyond`` (an object column of True, False and None), ``covered_share``
        (of the minutes of the slot, those within the threshold), ``t_low_min`` and ``t_high_min`` (at the ends of the
        profiles' range), ``uncertain`` (a way out of the network is nearer), ``cut_off`` (there are roads, but no way
        to any site even if all were open).
    unsnapped
        The index of the places that do not attach to any road, and the ``reason``.

    Raises
    ------
    InputError
        No site has an emergency role or one of the definition's (but with `none_counts`), a site lies far from every
        road, or the convention lacks its codes.
    """
    if not none_counts:
        _check_roles(
            sites,
            setting,
            tr(
                "No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Add such sites, or check the "
                "field “role”."
            ),
        )
    # the convention moves them to the chef-lieu
    sites = (
        in_season(sites, setting.season, progress)
        if setting.convention == "drees"
        else in_force(network, sites, setting, progress)
    )
    if not none_counts:
        _check_roles(
            sites,
            setting,
            tr(
                "No site with an emergency role is open in the season {season}. Choose another season, or "
                "correct the field “season”."
            ).format(season=word("SEASON", setting.season)),
        )
    sites, places = sites.to_crs(network.crs), places.to_crs(network.crs)
    sites = sites[sites["role"].isin([role for leg in LEGS for role in leg.roles])]
    home = _commune_homes(sites, places, setting, progress)
    # all that is wrong is said at once, before the work
    for profile in dict.fromkeys(setting.profile_of(leg) for leg in LEGS if sites["role"].isin(leg.roles).any()):
        attach_sites(
            setting.timed(network, profile),
            sites,
            progress if profile == setting.profile else SILENT,
            needed=_driven_by(sites, setting, profile),
        )
    at = functools.cache(lambda profile: attach(setting.timed(network, profile), points_xy(places.geometry)))
    legs = LegTimes(network, sites, setting, at) if home is None else _ByCommune(network, sites, setting, at, home)
    moments = moments_of(sites, setting.slot, progress)
    tell_closed(moments, sites, setting.legs, setting.slot, progress)
    times = _worst(moments, legs, places.index, setting, progress.part(0.0, 0.6))
    for number, end in enumerate(("low", "high")):
        times[f"t_{end}_min"] = legs.worst(
            setting.legs, moments, estimate=end, progress=progress.part(0.6 + 0.15 * number, 0.75 + 0.15 * number)
        )[0]
    lost = _lost(network, setting, at, places, times, legs, progress)
    progress.at(1.0)
    return times[list(TIME_FIELDS)], lost


def _driven_by(sites: gpd.GeoDataFrame, setting: Setting, profile: str) -> np.ndarray:
    return (
        sites["role"]
        .isin([role for leg in LEGS if setting.profile_of(leg) == profile for role in leg.roles])
        .to_numpy()
    )


def _check_roles(sites: gpd.GeoDataFrame, setting: Setting, none: str) -> None:
    def has(legs):
        return sites["role"].isin([role for leg in legs for role in leg.roles]).any()

    if not has(EMERGENCY_LEGS):
        raise InputError(none)
    if not has(setting.legs):
        text = tr(
            "No site has a role that the definition “{definition}” counts ({roles}). Choose another definition, "
            "or add such sites."
        )
        raise InputError(
            text.format(
                definition=word("DEFINITION", setting.definition),
                roles=", ".join(role for leg in setting.legs for role in leg.roles),
            )
        )


class _ByCommune(LegTimes):
    """The times by the convention of DREES.

    In a commune that has a site, that site's own delay, unless another one is quicker still.
    """

    def __init__(
        self, network: Network, sites: gpd.GeoDataFrame, setting: Setting, attachment_of, home: pd.Series
    ) -> None:
        super().__init__(network, sites, setting, attachment_of)
        self.home = home

    def _search(self, leg: Leg, rows: np.ndarray, estimate: str) -> tuple[np.ndarray, np.ndarray]:
        minutes, nearest = super()._search(leg, rows, estimate)
        table = self.sites.iloc[rows].assign(row=rows)
        own = table[table["insee"] != ""].sort_values(["delay_min", "id"]).drop_duplicates("insee").set_index("insee")
        here = np.flatnonzero(self.home.isin(own.index).to_numpy())
        at_home = own.loc[self.home.iloc[here]]
        quicker = ~(minutes[here] < at_home["delay_min"].to_numpy())
        minutes[here[quicker]], nearest[here[quicker]] = (
            at_home["delay_min"].to_numpy()[quicker],
            at_home["row"].to_numpy()[quicker],
        )
        return minutes, nearest


def _lost(
    network: Network,
    setting: Setting,
    attachment_of,
    places: gpd.GeoDataFrame,
    times: pd.DataFrame,
    legs: LegTimes,
    progress: Progress,
) -> pd.DataFrame:
    """Add ``uncertain`` and ``cut_off``, say what does not attach or is not reached, and return the places that attach
    for no leg of the definition.
    """
    attachments = [attachment_of(setting.profile_of(leg)) for leg in setting.legs]
    attached, on_closed = (
        np.logical_or.reduce([getattr(one, name) for one in attachments]) for name in ("attached", "on_closed")
    )
    if not (attached | on_closed).any():
        text = tr(
            "Of {count} {count:place|places}, none is within {km:g} km of a road of the network. Check their "
            "reference system and coordinates, or the network."
        )
        raise InputError(text.format(count=len(places), km=MOST_M / 1000))
    to_edge = edge_minutes(network, setting, attachment_of)
    minutes = times[setting.column].to_numpy(float)
    times["uncertain"] = attached & np.isfinite(to_edge) & ~(to_edge >= minutes)
    reached = ~np.isnan(legs.nearest(setting.legs, np.ones(len(legs.sites), bool))[0])
    times["cut_off"] = (
        (attached | on_closed) & ~reached & np.logical_or.reduce([legs.has(leg) for leg in setting.legs]).any()
    )
    far = ~attached & ~on_closed
    doubtful = np.logical_and.reduce([one.doubtful | ~one.attached for one in attachments]) & attached
    held = np.logical_and.reduce([one.no_stopping | ~one.attached for one in attachments]) & attached
    _tell_attachment(far, doubtful, held, places, progress)
    _tell_season(network, setting, progress)
    _tell_cut_off(places[times["cut_off"].to_numpy()], progress)
    tell_edges(to_edge, times["uncertain"].to_numpy(), places, progress)
    reason = np.where(far, tr("farther than 2 km from any road"), tr("its road is closed"))
    return pd.DataFrame({"reason": reason[~attached]}, index=places.index[~attached])


def _worst(
    moments: list[Moment], legs: LegTimes, index: pd.Index, setting: Setting, progress: Progress
) -> pd.DataFrame:
    """Return the fields of a slot: each time is its longest, and the status follows from these.

    What is not reached at one moment is not computed.
    """
    count = len(index)
    worst = {name: np.full(count, -np.inf) for name in (*(leg.name for leg in LEGS), "emergency", "first_care")}
    nearest = {leg.name: np.full(count, -1) for leg in LEGS}
    covered, reached, turns = np.zeros(count), np.zeros(count, bool), np.full(count, "", object)
    for number, moment in enumerate(moments):
        progress.at(number / len(moments))
        now = {leg.name: legs.minutes(leg, moment.open) for leg in LEGS}
        times = with_quickest({name: found[0] for name, found in now.items()})
        turns = np.where(
            _later(times["emergency"], worst["emergency"]),
            np.where(times["su"] <= times["smur"], "su_only", "smur_only"),
            turns,
        )
        for name, minutes in times.items():
            later = _later(minutes, worst[name])
            worst[name] = np.where(later, minutes, worst[name])
            if name in nearest:
                nearest[name] = np.where(later, now[name][1], nearest[name])
        counted = times[setting.definition]
        covered, reached = covered + moment.minutes * (counted <= setting.threshold), reached | ~np.isnan(counted)
    ids = legs.sites["id"].to_numpy(object)
    found = pd.DataFrame({f"t_{name}_min": minutes for name, minutes in worst.items()}, index=index)
    for name, rows in nearest.items():
        found[f"nearest_{name}"] = pd.Series(np.where(rows >= 0, ids[rows], None), index=index, dtype=object)
    found["status"] = statuses(found, setting.threshold, turns)
    found["beyond"] = strictly_beyond(found[setting.column].to_numpy(float), setting.threshold, index)
    found["covered_share"] = np.where(reached, covered / sum(moment.minutes for moment in moments), np.nan)
    return found


def with_quickest(legs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Add ``emergency``, the quicker of SU and SMUR, and ``first_care``, an MCS included where there is emergency care
    at all.
    """
    emergency = np.fmin(legs["su"], legs["smur"])
    return legs | {
        "emergency": emergency,
        "first_care": np.where(np.isnan(emergency), np.nan, np.fmin(emergency, legs["mcs"])),
    }


def _later(now: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Tell where a time is longer than another one: none at all (NaN) is longer than any."""
    return (now > before) | (np.isnan(now) & ~np.isnan(before))


def statuses(times: pd.DataFrame, threshold: float, turns: np.ndarray | str = "") -> np.ndarray:
    """Return the five classes and ``not_computed`` of times (at most the threshold is within).

    Parameters
    ----------
    times
        With ``t_su_min``, ``t_smur_min``, ``t_mcs_min`` and ``t_emergency_min``.
    threshold
        Minutes.
    turns
        Which of SU and SMUR is there at the worst moment, for places that are within at every moment only because they
        take turns.
    """
    su, smur, mcs, emergency = (times[f"t_{name}_min"].to_numpy(float) for name in ("su", "smur", "mcs", "emergency"))
    conditions = [
        np.isnan(emergency),
        (su <= threshold) & (smur <= threshold),
        smur <= threshold,
        su <= threshold,
        emergency <= threshold,
        mcs <= threshold,
    ]
    return np.select(conditions, ["not_computed", "su_and_smur", "smur_only", "su_only", turns, "mcs_only"], "beyond")


def strictly_beyond(minutes: np.ndarray, threshold: float, index: pd.Index) -> pd.Series:
    """Return True where minutes are strictly more than the threshold, None where there are none."""
    return pd.Series(minutes > threshold, index=index, dtype=object).where(~np.isnan(minutes), None)


def _commune_homes(
    sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, setting: Setting, progress: Progress
) -> pd.Series | None:
    """Under the convention ``drees``, move sites to the chef-lieu of their commune, in place, and return the code of
    each place.
    """
    if setting.convention != "drees":
        return None
    name = tr("The layer of places (convention DREES)")
    require_column(places, "code", name)
    code = texts(places["code"])
    chef_lieu = {key: point for key, point in zip(code, places.geometry) if key}
    known = sites["insee"].isin(chef_lieu)
    if not known.any():
        text = tr(
            "{name}: no site's “insee” is the “code” of one of them. The convention DREES takes one point a "
            "commune, its chef-lieu, and no people spread over streets."
        )
        raise InputError(text.format(name=name))
    sites["geometry"] = [chef_lieu.get(insee, point) for insee, point in zip(sites["insee"], sites.geometry)]
    text = tr(
        "Convention DREES: {known} {known:site stands|sites stand} at the chef-lieu of {known:its|their} "
        "commune, {unknown} {unknown:keeps its|keep their} own position."
    )
    progress.say(text.format(known=int(known.sum()), unknown=int((~known).sum())))
    return code


def _tell_cut_off(places: gpd.GeoDataFrame, progress: Progress) -> None:
    if len(places):
        people = (
            places["population"].sum() if "population" in places and places["population"].dtype.kind in "fi" else np.nan
        )
        text = tr(
            "{count} {count:place|places} ({people:.0f} {people:person|people}) {count:has|have} roads but no "
            "way to any site: closed roads cut {count:it|them} off, or one-way roads. {count:It is|They are} not "
            "computed, and not counted as beyond: {ids}."
        )
        progress.warn(text.format(count=len(places), people=people, ids=listed(places.index)))


def _tell_season(network: Network, setting: Setting, progress: Progress) -> None:
    timed = setting.timed(network)
    if setting.season != "all_year" and timed.closed_by_season == 0:
        text = tr("The roads' own data mark none as closed in the season {season}: it closes none.")
        own = tr("The roads' own data mark none as closed in the season {season}: only those of {name} are closed.")
        closed = len(network.closures.edges(setting.season)) > 0
        (progress.say if closed else progress.warn)(
            (own if closed else text).format(season=word("SEASON", setting.season), name=network.closures.name)
        )
    if setting.season == "winter" and timed.profile.terrain.snow and len(network.arrays["piece_altitude"]) == 0:
        progress.warn(
            tr("The network was built without an elevation model: snow slows no road, and slopes do not count.")
        )


def _tell_attachment(
    far: np.ndarray, doubtful: np.ndarray, held: np.ndarray, places: gpd.GeoDataFrame, progress: Progress
) -> None:
    if far.any():
        text = tr(
            "{count} {count:place is|places are} farther than {km:g} km from any road and {count:is|are} not "
            "computed: {ids}."
        )
        progress.warn(text.format(count=int(far.sum()), km=MOST_M / 1000, ids=listed(places.index[far])))
    if doubtful.any():
        text = tr(
            "{count} {count:place is|places are} farther than {metres:g} m from any road; {count:its time "
            "is|their times are} doubtful."
        )
        progress.warn(text.format(count=int(doubtful.sum()), metres=DOUBTFUL_M))
    if held.any():
        text = tr(
            "{count} {count:place has|places have} no road within {km:g} km but a motorway, a ramp, a bridge, a "
            "tunnel or a ferry, and {count:stands|stand} on it: {ids}."
        )
        progress.warn(text.format(count=int(held.sum()), km=MOST_M / 1000, ids=listed(places.index[held])))

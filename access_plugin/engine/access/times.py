"""The times of each place to each kind of care, and what follows from them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..arrays import Arrays, Bools, Floats, Ints, Objects
from ..defaults import DEFINITIONS
from ..errors import InputError
from ..network.snap import MOST_M, Attachment, attach
from ..progress import SILENT, Progress
from ..sites.own_roles import is_own, key_of, own_roles_in
from ..sites.roles import EMERGENCY_LEGS, LEGS, Leg, role_of
from ..text import listed, tr
from ..words import word
from .care import Care, at_chefs_lieux, hours_without_care, points_xy
from .edges import belt, edge_minutes
from .findings import Finding, found, tell
from .legs import LegTimes

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


def attachments(care: Care, places: gpd.GeoDataFrame) -> Callable[[str], Attachment]:
    """Return what gives, for each profile, where places attach: to be kept for other sites under the same setting."""
    points = points_xy(places.to_crs(care.network.crs).geometry)
    return functools.cache(lambda profile: attach(care.setting.timed(care.network, profile), points))


def travel_times(
    care: Care,
    places: gpd.GeoDataFrame,
    *,
    at: Callable[[str], Attachment] | None = None,
    none_counts: bool = False,
    progress: Progress = SILENT,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the drive times between places and the nearest site of each kind.

    During a slot each time is the longest that any moment of it gives, with the sites that are open then: the time that
    a place is sure of.

    Parameters
    ----------
    care
        The sites that count, see :func:`care.in_force`.
    places, at
        Points in any reference system, and their :func:`attachments` where these are known. Under the convention
        ``drees``: chefs-lieux, with the commune's ``code``.
    none_counts
        Whether sites of which none counts are an answer, nobody has a time, and no mistake.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    times
        One row a place, same index, columns :data:`TIME_FIELDS`, ``t_<key>_min`` and ``nearest_<key>`` of each leg of
        one's own, and that of the definition where it is none of them;
        minutes are float64, NaN where no site is reached. By
        the time that the definition counts: ``beyond`` (an object column of True, False and None), ``covered_share``
        (of the minutes of the slot, those within the threshold), ``t_low_min`` and ``t_high_min`` (at the ends of the
        profiles' range), ``uncertain`` (a way out of the network is nearer), ``cut_off`` (there are roads, but no way
        to any site even if all were open).
    unsnapped
        The index of the places that do not attach to any road, and the ``reason``.

    Raises
    ------
    InputError
        No site has an emergency role or one of the definition's, or none is open (but with `none_counts`), no place
        lies near a road, or the convention lacks its codes.
    """
    if not none_counts:
        _check_counted(care)
    places = places.to_crs(care.network.crs)
    care, home = at_chefs_lieux(care, places, progress)
    setting = care.setting
    tell(hours_without_care(care, setting.legs), progress)
    at = at or attachments(care, places)
    legs = LegTimes(care, at) if home is None else _ByCommune(care, at, home)
    times = _worst(legs, places.index, progress.part(0.0, 0.6))
    for number, end in enumerate(("low", "high")):
        part = progress.part(0.6 + 0.15 * number, 0.75 + 0.15 * number)
        times[f"t_{end}_min"] = legs.worst(setting.legs, estimate=end, progress=part)[0]
    stand = _Stand.of(care, at)
    if not (stand.attached | stand.on_closed).any():
        text = tr(
            "Of {count} {count:place|places}, none is within {km:g} km of a road of the network. Check their "
            "reference system and coordinates, or the network."
        )
        raise InputError(text.format(count=len(places), km=MOST_M / 1000))
    to_edge = edge_minutes(care.network, setting, at)
    times["uncertain"] = stand.attached & np.isfinite(to_edge) & ~(to_edge >= times[setting.column].to_numpy(float))
    times["cut_off"] = _cut_off(legs, stand)
    tell(stand.findings(places), progress)
    tell(_of_season(care), progress)
    tell(_cut_off_findings(places[times["cut_off"].to_numpy()]), progress)
    tell(belt(to_edge, times["uncertain"].to_numpy(), places), progress)
    progress.at(1.0)
    own = [leg.name for leg in care.legs if is_own(leg.roles[0])]
    fields = [field for name in own for field in (f"t_{name}_min", f"nearest_{name}")]
    return times[list(dict.fromkeys((*TIME_FIELDS, *fields, setting.column)))], stand.unsnapped(places.index)


def _check_counted(care: Care) -> None:
    """Raise :class:`InputError` unless some site counts, in the season and during the slot."""
    setting = care.setting
    given = set(care.given["role"])
    of_study = setting.definition in DEFINITIONS  # other care needs no emergency sites
    own = own_roles_in(care.given["role"])
    if of_study and own and given.isdisjoint(role for leg in EMERGENCY_LEGS for role in leg.roles):
        text = tr(
            "No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Say which kind of your own counts, "
            "where that can be asked (OTHER_CARE: {roles}), or add such sites."
        )
        raise InputError(text.format(roles=listed(role_of(role).one for role in own)))
    for roles, none in (
        (
            given,
            tr(
                "No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Add such sites, or check the "
                "field “role”."
            ),
        ),
        (
            set(care.roles),
            tr(
                "No site with an emergency role is open in the season {season}. Choose another season, or "
                "correct the field “season”."
            ).format(season=word("SEASON", setting.season)),
        ),
    ):
        if of_study and roles.isdisjoint(role for leg in EMERGENCY_LEGS for role in leg.roles):
            raise InputError(none)
        if roles.isdisjoint(role for leg in setting.legs for role in leg.roles):
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
    if not any(moment.open.any() for moment in care.moments):
        raise InputError(
            tr("No site is open during the slot {slot}. Choose another one, or write the hours of the sites.").format(
                slot=word("SLOT", setting.slot)
            )
        )


@dataclass(frozen=True)
class _Stand:
    """How places stand on the roads, as the legs of the definition are driven: (n,) bool each.

    Those who attach for one leg attach; who is doubtful, or stands where one cannot stop, is so for all.
    """

    attached: Bools
    on_closed: Bools
    doubtful: Bools
    no_stopping: Bools

    @classmethod
    def of(cls, care: Care, attachment_of: Callable[[str], Attachment]) -> "_Stand":
        ones = [attachment_of(care.setting.profile_of(leg)) for leg in care.setting.legs]
        some = {name: np.logical_or.reduce([getattr(one, name) for one in ones]) for name in ("attached", "on_closed")}
        every = {
            name: np.logical_and.reduce([getattr(one, name) | ~one.attached for one in ones]) & some["attached"]
            for name in ("doubtful", "no_stopping")
        }
        return cls(**some, **every)

    @property
    def far(self) -> Bools:
        return ~self.attached & ~self.on_closed

    def findings(self, places: gpd.GeoDataFrame) -> list[Finding]:
        """Return what attaches to no road, or to a doubtful one."""
        masks = {"places_far": self.far, "places_doubtful": self.doubtful, "places_no_stopping": self.no_stopping}
        return [
            found(what, count=int(mask.sum()), ids=list(places.index[mask]))
            for what, mask in masks.items()
            if mask.any()
        ]

    def unsnapped(self, index: pd.Index) -> pd.DataFrame:
        """Return the places that attach to no road, and why."""
        reason = np.where(self.far, tr("farther than 2 km from any road"), tr("its road is closed"))
        return pd.DataFrame({"reason": reason[~self.attached]}, index=index[~self.attached])


def _cut_off(legs: LegTimes, stand: _Stand) -> Bools:
    """Tell which places have roads, but no way to any site even if all were open."""
    care, counted = legs.care, legs.care.setting.legs
    if not care.has(*counted).any():
        return np.zeros(len(stand.attached), bool)
    reached = ~np.isnan(legs.nearest(counted, np.ones(len(care.sites), bool))[0])
    return (stand.attached | stand.on_closed) & ~reached


def _cut_off_findings(places: gpd.GeoDataFrame) -> list[Finding]:
    if len(places) == 0:
        return []
    people = (
        places["population"].sum() if "population" in places and places["population"].dtype.kind in "fi" else np.nan
    )
    return [found("places_cut_off", count=len(places), people=people, ids=list(places.index))]


def _of_season(care: Care) -> list[Finding]:
    """Return what the season changes less than one would think: no road is closed, no height is known."""
    network, setting = care.network, care.setting
    timed, findings = setting.timed(network), []
    if setting.season != "all_year" and timed.roads.closed_by_season == 0:
        own = len(network.closures.edges(setting.season)) > 0
        facts = {"season": setting.season} | ({"name": network.closures.name} if own else {})
        findings.append(found("season_closes_own" if own else "season_closes_none", **facts))
    if setting.season == "winter" and timed.profile.terrain.snow and len(network.arrays["piece_altitude"]) == 0:
        findings.append(found("no_elevation"))
    return findings


class _ByCommune(LegTimes):
    """The times by the convention of DREES.

    In a commune that has a site, that site's own delay, unless another one is quicker still.
    """

    def __init__(self, care: Care, attachment_of: Callable[[str], Attachment], home: pd.Series) -> None:
        super().__init__(care, attachment_of)
        self.home = home

    def _search(self, leg: Leg, rows: Ints, estimate: str) -> tuple[Floats, Ints]:
        minutes, nearest = super()._search(leg, rows, estimate)
        table = self.care.sites.iloc[rows].assign(row=rows)
        own = table[table["insee"] != ""].sort_values(["delay_min", "id"]).drop_duplicates("insee").set_index("insee")
        here = np.flatnonzero(self.home.isin(own.index).to_numpy())
        at_home = own.loc[self.home.iloc[here]]
        quicker = ~(minutes[here] < at_home["delay_min"].to_numpy())
        minutes[here[quicker]], nearest[here[quicker]] = (
            at_home["delay_min"].to_numpy()[quicker],
            at_home["row"].to_numpy()[quicker],
        )
        return minutes, nearest


def _worst(legs: LegTimes, index: pd.Index, progress: Progress) -> pd.DataFrame:
    """Return the fields of a slot: each time is its longest, and the status follows from these.

    What is not reached at one moment is not computed.
    """
    count, setting, moments = len(index), legs.care.setting, legs.care.moments
    own = [leg for leg in legs.care.legs if is_own(leg.roles[0])]
    ways, asked = tuple(dict.fromkeys((*LEGS, *setting.legs, *own))), key_of(setting.definition)
    names = dict.fromkeys((*(leg.name for leg in ways), "emergency", "first_care", asked))
    worst = {name: np.full(count, -np.inf) for name in names}
    nearest = {leg.name: np.full(count, -1) for leg in (*LEGS, *own)}
    covered, reached, turns = np.zeros(count), np.zeros(count, bool), np.full(count, "", object)
    for number, moment in enumerate(moments):
        progress.at(number / len(moments))
        now = {leg.name: legs.minutes(leg, moment.open) for leg in ways}
        times = with_quickest({name: found[0] for name, found in now.items()})
        if asked not in times:  # care that no study counts
            times[asked] = legs.nearest(setting.legs, moment.open)[0]
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
        counted = times[asked]
        covered, reached = covered + moment.minutes * (counted <= setting.threshold), reached | ~np.isnan(counted)
    ids = legs.care.sites["id"].to_numpy(object)
    found = pd.DataFrame({f"t_{name}_min": minutes for name, minutes in worst.items()}, index=index)
    for name, rows in nearest.items():
        found[f"nearest_{name}"] = pd.Series(_named(ids, rows), index=index, dtype=object)
    found["beyond"] = strictly_beyond(found[setting.column].to_numpy(float), setting.threshold, index)
    found["status"] = (
        _plain_statuses(found["beyond"]) if is_own(setting.definition) else statuses(found, setting.threshold, turns)
    )
    found["covered_share"] = np.where(reached, covered / sum(moment.minutes for moment in moments), np.nan)
    return found


def _named(ids: Objects, rows: Ints) -> Objects:
    """Return the ids of some rows, None for -1."""
    named: Objects = np.append(ids, np.array([None], object))[rows]
    return named


def with_quickest(legs: Arrays) -> Arrays:
    """Add ``emergency``, the quicker of SU and SMUR, and ``first_care``.

    The latter includes an MCS where there is emergency care at all.
    """
    emergency = np.fmin(legs["su"], legs["smur"])
    return legs | {
        "emergency": emergency,
        "first_care": np.where(np.isnan(emergency), np.nan, np.fmin(emergency, legs["mcs"])),
    }


def _later(now: Floats, before: Floats) -> Bools:
    """Tell where a time is longer than another one: none at all (NaN) is longer than any."""
    return (now > before) | (np.isnan(now) & ~np.isnan(before))


def statuses(times: pd.DataFrame, threshold: float, turns: Objects | str = "") -> Objects:
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


def _plain_statuses(beyond: pd.Series) -> pd.Series:
    """Return ``beyond`` and ``not_computed``, and None within, where no emergency care is asked for."""
    status = np.select([beyond.isna(), beyond.eq(True)], ["not_computed", "beyond"], "")
    return pd.Series(status, index=beyond.index, dtype=object).where(status != "", None)


def strictly_beyond(minutes: Floats, threshold: float, index: pd.Index) -> pd.Series:
    """Return True where minutes are strictly more than the threshold, None where there are none."""
    return pd.Series(minutes > threshold, index=index, dtype=object).where(~np.isnan(minutes), None)

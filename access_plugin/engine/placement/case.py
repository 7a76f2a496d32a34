"""A question of where to place care, with all that it needs.

Who is to be gained, and who reaches them in how many minutes.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from ..access.care import Care, check_standing, points_xy
from ..access.findings import tell
from ..access.people import own_codes
from ..access.reach import coverage, nearest_minutes
from ..access.setting import Setting
from ..arrays import Floats, Ints, Objects
from ..errors import InputError
from ..network.snap import Attachment, attach
from ..network.timed import TimedNetwork
from ..progress import SILENT, Progress
from ..sites.own_roles import is_own, key_of, own_leg
from ..sites.roles import LEG, Leg, role_of
from ..tables import numbers
from ..text import listed, tr
from ..words import word
from .models import Reach, problem_of
from .presence import Presence, by_moments, presence_of
from .request import Question, Request, known, known_number
from .solving.problem import Problem, merge_equal
from .solving.room import LimitedProblem

#: Candidates that are timed at once where every one may reach everybody: so the pairs that help nobody need not all be
#: kept.
_AT_ONCE = 256


@dataclass(frozen=True)
class Roads:
    """How one drives between candidates and places, and where they stand on the roads."""

    timed: TimedNetwork
    direction: str
    candidates: Attachment
    places: Attachment
    delay: Floats

    def after(self, chosen: Ints) -> tuple[Floats, Ints]:
        """Return the minutes of each place from the nearest of some candidates, and which of these that is.

        NaN and -1 where none reaches it.
        """
        if len(chosen) == 0:
            return np.full(len(self.places), np.nan), np.full(len(self.places), -1)
        return nearest_minutes(
            self.timed, self.direction, self.candidates.take(chosen), self.delay[chosen], self.places
        )

    def within(self, chosen: Ints, limit: float) -> csr_matrix:
        """Return (chosen, d) 1 where a chosen candidate is there within a limit, whatever it gains."""
        if len(chosen) == 0:
            return csr_matrix((0, len(self.places)))
        start, place, _ = coverage(
            self.timed, self.direction, self.candidates.take(chosen), self.delay[chosen], self.places, limit
        )
        return csr_matrix((np.ones(len(place)), place, start), shape=(len(chosen), len(self.places)))


@dataclass(frozen=True)
class Case:
    """What a model is asked about.

    Attributes
    ----------
    candidates
        All candidates, and in ``why_not`` (c,) why one may not be chosen, empty for those that may.
    places
        The demand: places to be gained, with (d,) ``communes``, ``weight``, minutes by the ``reference`` (the baseline)
        and ``before`` (with what first responders exist).
    reach
        Of the candidates: the pairs with a gain. ``existing``: of the MCS that are there, where these are counted with
        the candidates.
    presence
        Of candidates and those existing, in this order; None where all are there always.
    room
        (c,) how many people each candidate takes at most; None where each takes all.
    """

    request: Request
    threshold: float
    candidates: gpd.GeoDataFrame
    why_not: Objects
    places: gpd.GeoDataFrame
    communes: Objects
    weight: Floats
    reference: Floats
    before: Floats
    reach: Reach
    existing: Reach | None
    presence: Presence | None
    roads: Roads | None = None
    room: Floats | None = None

    @functools.cached_property
    def problem(self) -> Problem:
        """What the model has to solve: rows are the candidates, then what exists.

        Columns are the demand, or what is merged of it, moment by moment.
        """
        if self.room is not None:
            return LimitedProblem.of(self.whole, self.room)
        return self.whole if self.presence is None else by_moments(merge_equal(self.whole), self.presence)

    @functools.cached_property
    def whole(self) -> Problem:
        """The problem if all were there always; its columns are the demand."""
        allowed = self.reach.where((self.why_not == "")[self.reach.candidate])
        count, reach = len(self.candidates), allowed if self.existing is None else allowed.joined(self.existing)
        without = self.before if self.existing is None else self.reference
        problem = problem_of(self.request.model, reach, without, self.weight, self.threshold, self.request.spread)
        existing = np.arange(reach.candidates) >= count
        return replace(
            problem, existing=existing, required=~existing & np.isin(np.arange(reach.candidates), self.required)
        )

    @functools.cached_property
    def useful(self) -> csr_matrix:
        """(c, d) 1 where a candidate serves a place as the model wants."""
        scores = self.whole.scores[: len(self.candidates)]
        return csr_matrix((np.ones(scores.nnz), scores.indices, scores.indptr), shape=scores.shape)

    @property
    def today(self) -> Floats:
        """(d,) the minutes that candidates are measured by.

        Without the MCS that exist where these count for their part of the week.
        """
        return self.before if self.presence is None else self.reference

    @property
    def required(self) -> Ints:
        """(r,) the rows of the candidates that must be chosen, and may be."""
        return np.flatnonzero(self.candidates["id"].isin(self.request.required) & (self.why_not == ""))

    @functools.cached_property
    def gains(self) -> Reach:
        """The pairs in which a candidate brings a place within the threshold that is beyond it."""
        return self.reach.where(
            (self.reach.minutes <= self.threshold) & (self.today[self.reach.place] > self.threshold)
        )

    def longest(self, chosen: Ints) -> float:
        """Return the longest time of the places with people that some candidate can help, once some are chosen."""
        helped = np.intersect1d(np.unique(self.useful.indices), np.flatnonzero(self.weight > 0))
        return float(np.fmin(self.before, self.reach.nearest(chosen)[0])[helped].max(initial=0.0))

    @property
    def to_gain(self) -> float:
        """What there is to gain.

        It is the worth of serving everybody at once, the people × minutes of today (p-median), or the longest time of
        today (p-centre).
        """
        return self.longest(np.zeros(0, np.int64)) if self.request.kind.by_longest else self.worth_of_all

    @property
    def worth_of_all(self) -> float:
        """What the gains of places are shares of.

        People × minutes of today for the models of time, else what there is to gain.
        """
        without = self.before if self.existing is None else self.reference
        worth = float(self.weight @ self.request.kind.worth(without, self.threshold, self.request.spread))
        return worth if self.request.kind.in_minutes else worth * sum(self.problem.steps) - self.problem.before

    def without(self, rows: Ints) -> "Case":
        """Return the case in which some candidates may not be chosen."""
        why = self.why_not.copy()
        why[rows] = "forbidden"
        return replace(self, why_not=why)


def times_today(times: pd.DataFrame, request: Request) -> tuple[Floats, Floats]:
    """Return (n,) the minutes of the baseline, and those with the MCS that exist where it is emergencies that count.

    Times are as :func:`access.times.travel_times` gives them.

    Raises
    ------
    InputError
        They lead to no site of the role of one's own that is the baseline.
    """

    def of(name: str) -> Floats:
        minutes: Floats = times[f"t_{name}_min"].to_numpy(float)
        return minutes

    if is_own(request.baseline):
        if f"t_{key_of(request.baseline)}_min" not in times:
            care, text = (
                role_of(request.baseline).one,
                tr("The times lead to no site of {care}, so that another one cannot be placed: let these sites count."),
            )
            raise InputError(text.format(care=care))
        reference = of(key_of(request.baseline))
        return reference, reference
    if request.baseline == "csnp":
        reference = np.fmin(of("csnp"), of("su"))
        return reference, reference
    reference = of(request.baseline)
    return reference, np.fmin(reference, np.where(np.isnan(reference), np.nan, of("mcs")))


def case_of(
    care: Care,
    population: gpd.GeoDataFrame,
    question: Question,
    today: tuple[Floats, Floats],
    why_not: Objects,
    *,
    progress: Progress = SILENT,
) -> Case:
    """Gather what a model is asked about; other parameters and errors are those of :func:`suggest.suggest_sites`.

    Parameters
    ----------
    population
        Points with the field that the request weighs by.
    today
        As :func:`times_today` gives them.
    why_not
        As :func:`rules.not_allowed` gives it.
    """
    candidates, request, setting = question.candidates, question.request, care.setting
    weight = numbers(population, request.weight, tr("The population layer"), at_least=0, missing=0.0).to_numpy()
    reference, before = today
    if np.isnan(reference).all():
        raise InputError(
            tr(
                "No place has a time by the baseline “{baseline}”: no such site is loaded, or none reaches them."
            ).format(baseline=word("BASELINE", request.baseline))
        )
    _check_required(candidates, request, why_not)
    with_existing = request.places_doctors and (request.kind.counts_existing or request.presence == "part_time")
    rows = _to_gain(request, setting.threshold, reference if with_existing else before)
    if len(rows) == 0:
        progress.warn(
            tr(
                "Every place is within {threshold:g} {threshold:minute|minutes} of the care that counts today: "
                "there is nothing to gain."
            ).format(threshold=setting.threshold)
        )
    places = population.iloc[rows]
    roads = _roads(care, candidates, places, request, progress)
    reach = _useful(
        roads, request, setting.threshold, reference[rows], reference[rows] if with_existing else before[rows], progress
    )
    existing, mcs = _existing(care, roads, request, reference[rows]) if with_existing else (None, None)
    presence = _presence(candidates, mcs, request, setting) if request.presence == "part_time" else None
    communes = own_codes(places).to_numpy(object)
    return Case(
        request,
        setting.threshold,
        candidates,
        why_not,
        places,
        communes,
        weight[rows],
        reference[rows],
        before[rows],
        reach,
        existing,
        presence,
        roads,
        question.room,
    )


def _check_required(candidates: gpd.GeoDataFrame, request: Request, why_not: Objects) -> None:
    out = candidates["id"].isin(request.required).to_numpy() & (why_not != "")
    if out.any():
        text = tr(
            "{ids:Candidate|Candidates} {ids} {ids:is|are} required, but left out by the rules ({why}). Take "
            "{ids:it|them} out of REQUIRED, or change the rules."
        )
        raise InputError(text.format(ids=listed(candidates.loc[out, "id"]), why=", ".join(sorted(set(why_not[out])))))


def _to_gain(request: Request, threshold: float, minutes: Floats) -> Ints:
    """Return the rows of the places that a model works on: those that gain something by being served sooner."""
    if request.rules == "mcs":
        return np.flatnonzero(minutes > threshold)
    return np.flatnonzero(
        minutes > threshold - request.kind.margin(request.spread) if request.kind.covers else ~np.isnan(minutes)
    )


def leg_of(request: Request) -> Leg:
    """Return how one drives between what is placed and people."""
    if is_own(request.baseline):
        return own_leg(request.baseline)
    return LEG["mcs" if request.places_doctors else "csnp"]


def _roads(
    care: Care, candidates: gpd.GeoDataFrame, places: gpd.GeoDataFrame, request: Request, progress: Progress
) -> Roads:
    leg = leg_of(request)
    timed, season = care.timed(leg), care.setting.season
    here = candidates.to_crs(care.network.crs)
    at_candidates = attach(timed, points_xy(here.geometry))
    lost = ~at_candidates.attached
    if lost.any() and not lost.all():
        text = tr(
            "{ids:Candidate|Candidates} {ids} {ids:is|are} farther than 2 km from any road, or {ids:stands|stand} on "
            "roads that are closed in the season {season} or by the layer of closed roads: {ids:it reaches|they reach} "
            "nobody."
        )
        progress.warn(text.format(ids=listed(candidates.loc[lost, "id"]), season=word("SEASON", season)))
    needed = ~lost | lost.all()
    tell(check_standing(here, at_candidates, needed, season=season, name=tr("Candidates")), progress)
    at_places = attach(timed, points_xy(places.to_crs(care.network.crs).geometry))
    return Roads(timed, leg.direction, at_candidates, at_places, candidates["delay_min"].to_numpy(float))


def _useful(
    roads: Roads, request: Request, threshold: float, reference: Floats, before: Floats, progress: Progress
) -> Reach:
    """Return the pairs in which a candidate is soon enough.

    Within the model's limit, sooner than today, and by the least gain; an MCS is useful only from beyond the threshold
    of a SMUR to within it.
    """
    covering = request.kind.covers
    limit = threshold + request.kind.margin(request.spread) if covering else float(np.nanmax(before, initial=0.0))
    count = len(roads.candidates)
    step, parts, sizes = (max(count, 1) if covering else _AT_ONCE), [], [0]
    for first in range(0, count, step):
        rows = np.arange(first, min(first + step, count))
        part = progress.part(first / count, (first + len(rows)) / count)
        start, place, minutes = coverage(
            roads.timed,
            roads.direction,
            roads.candidates.take(rows),
            roads.delay[rows],
            roads.places,
            limit,
            progress=part,
        )
        sooner = (reference[place] - minutes >= request.min_gain) & (minutes < before[place])
        if request.rules == "mcs":
            sooner &= (reference[place] > threshold) & (minutes <= threshold)
        kept = Reach(start, place, minutes, len(before)).where(sooner)
        parts.append((kept.place, kept.minutes))
        sizes += (kept.start[1:] + sizes[-1]).tolist()
    to, times = (np.concatenate([part[column] for part in parts]) if parts else np.zeros(0) for column in (0, 1))
    return Reach(np.array(sizes), to.astype(np.int64), times, len(before))


def _existing(care: Care, roads: Roads, request: Request, reference: Floats) -> tuple[Reach, gpd.GeoDataFrame]:
    """Return whom the MCS that are there reach within the threshold, and these sites.

    As everywhere, who is not there throughout the part of the week does not count, unless each counts for the part of
    it that its doctors are there.
    """
    leg, setting = LEG["mcs"], care.setting
    rows = np.flatnonzero(care.has(leg) & (care.throughout if request.presence == "always" else True))
    mcs = care.sites.iloc[rows]
    if len(rows) == 0:
        return Reach(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), len(reference)), mcs
    start, place, minutes = coverage(
        roads.timed,
        roads.direction,
        care.at(leg).take(rows),
        care.delay[rows],
        roads.places,
        setting.threshold + request.kind.margin(request.spread),
    )
    return Reach(start, place, minutes, len(reference)).where(minutes < reference[place]), mcs


def _presence(
    candidates: gpd.GeoDataFrame, mcs: gpd.GeoDataFrame | None, request: Request, setting: Setting
) -> Presence:
    said = ("doctors", "hours", "weekly_hours")
    for field in ("doctors", "weekly_hours"):
        known_number(candidates, field, 1.0)  # what is wrong is said of the layer's own field
    tables = [
        pd.DataFrame(
            {"id": table["id"]} | {column: known(table, column) for column in said if known(table, column) is not None}
        )
        for table in (candidates, mcs)
        if table is not None
    ]
    return presence_of(pd.concat(tables, ignore_index=True), setting.slot, request.doctor_share)

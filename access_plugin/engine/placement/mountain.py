"""Mountain practices (cabinets de montagne).

Where a technical platform near the slopes would spare most people the way down (DOMAIN § 2.6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.care import Care, in_force, points_xy
from ..access.legs import LegTimes
from ..access.people import People, own_codes
from ..access.reach import coverage
from ..access.territories import assign
from ..access.times import travel_times
from ..arrays import Bools, Floats
from ..network.snap import attach
from ..numbers import minutes as minutes_text
from ..numbers import number
from ..progress import SILENT, Progress
from ..sites.roles import LEG, PRACTICE, Leg
from ..tables import numbers, texts, with_columns
from ..text import listed, printed, tr
from .case import case_of
from .explain import counted
from .models import Reach
from .request import MOUNTAIN_BASELINE, Question, Request, known, known_number, names_of_candidates
from .suggest import KEPT_S, Suggestion, solved

#: Its doctors who are MCS drive to people.
_DOCTORS = Leg("practice", "outbound", ("CABINET_MONTAGNE",), "profile_mcs")
EMERGENCY_LEVEL = 2
#: Levels as lists write them: 2, niveau 2, N2, 2,0.
_LEVEL = r"(?i)^(?:niveau|niv|level|n)?\s*([12])(?:[.,]0)?$"
ACCOUNT_FIELDS = (
    "rank",
    "gain_alone",
    "people",
    "t_su_min",
    "t_platform_min",
    "emergency_level",
    "emergency_people",
    "chosen",
    "why_not",
    "reason",
)
#: Minutes from an SU in winter, and seasonal people, below which a resort is no candidate (DOMAIN § 2.6: « t_su > 20–30
#: », a threshold of people: choices of design).
LEAST_SU_MIN, LEAST_PEOPLE = 20.0, 1000.0


@dataclass(frozen=True)
class MountainRules:
    """Which resorts are candidates: over so many minutes from an SU, with at least so many people of the season."""

    least_su_min: float = LEAST_SU_MIN
    least_people: float = LEAST_PEOPLE


def place_mountain(
    care: Care,
    people: People,
    question: Question,
    *,
    rules: MountainRules = MountainRules(),
    progress: Progress = SILENT,
) -> tuple[Suggestion, gpd.GeoDataFrame]:
    """Choose resorts for mountain practices, so that people reach a technical platform soonest.

    Such a platform is an SU, or a practice of any level.

    Parameters
    ----------
    care, people
        As for :func:`suggest.suggest_sites`. Sites of the role CABINET_MONTAGNE that are open in the season are
        platforms that exist.
    question
        Its candidates are resorts, with ``level`` (1 or 2) and ``doctors`` (GPs who are MCS): a practice of level 2
        with an MCS counts for emergencies, level 1 does not. People of the season are those of the field that the
        request weighs by, of the resort's own layer, or else of the places of its commune. The baseline is the
        technical platform, whatever the request says.

    Returns
    -------
    suggestion
        As for :func:`suggest.suggest_sites`.
    account
        Every resort with :data:`ACCOUNT_FIELDS`, in the order of what each gains by itself: why it ranks where it does,
        or is no candidate.

    Raises
    ------
    InputError
        As for :func:`suggest.suggest_sites`.
    """
    question.check()
    candidates, request, population, setting = question.candidates, question.request, people.points, care.setting
    times, _ = progress.part(0.0, 0.3).aside(travel_times, care, population)
    legs = ((population, PRACTICE), (candidates, LEG["su"]), (candidates, PRACTICE))
    at_people, su, practice = (
        progress.aside(lambda progress, places=places, leg=leg: times_of_leg(care, care.given, places, leg))
        for places, leg in legs
    )
    platform = np.fmin(times["t_su_min"].to_numpy(float), at_people)
    here = {"t_su_min": su, "t_platform_min": np.fmin(su, practice)}
    seasonal = _people_of(candidates, people, request.weight, progress)
    why = np.where(candidates["id"].isin(request.forbidden), "forbidden", "").astype(object)
    why[(why == "") & (here["t_su_min"] <= rules.least_su_min)] = "su_near"
    why[(why == "") & (seasonal < rules.least_people)] = "few_people"
    with_emergencies(candidates, progress)
    request = replace(request, rules="none", baseline=MOUNTAIN_BASELINE)
    case = progress.part(0.3, 0.5).aside(
        case_of, care, population, replace(question, request=request), (platform, platform), why
    )
    first_care = progress.aside(lambda progress: _first_care(care, population, times))
    reached = progress.aside(lambda progress: _reached_by_doctors(care, candidates, population, first_care))
    found = progress.part(0.5, 0.9).aside(solved, case, people.names_of_communes(), grace=KEPT_S)
    weight = numbers(population, request.weight, tr("The population layer"), at_least=0, missing=0.0).to_numpy()
    account = progress.aside(
        lambda progress: _account(found, here, seasonal, rules, reached, weight, request), grace=KEPT_S
    )
    chosen = _with_emergencies(found, reached, weight, request, setting.threshold)
    progress.say(
        tr(
            "Resorts left out: {near} within {minutes:g} {minutes:minute|minutes} of an SU, {few} with fewer "
            "than {people:g} {people:person|people} of the season."
        ).format(
            near=int((why == "su_near").sum()),
            minutes=rules.least_su_min,
            few=int((why == "few_people").sum()),
            people=rules.least_people,
        )
    )
    return replace(found, chosen=chosen), account


def times_of_leg(care: Care, sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, leg: Leg) -> Floats:
    """Return (n,) the minutes of places by a leg from some sites, NaN where there is no way.

    Of the sites that are open in the season, at the worst moment of the part of the week.
    """
    own = in_force(care.network, sites, care.setting, legs=(leg,))
    if len(own.sites) == 0:
        return np.full(len(places), np.nan)
    xy = points_xy(places.to_crs(care.network.crs).geometry)
    return LegTimes(own, lambda profile: attach(care.setting.timed(care.network, profile), xy)).worst((leg,))[0]


def _people_of(candidates: gpd.GeoDataFrame, people: People, weight: str, progress: Progress) -> Floats:
    """Return (c,) the people of each resort.

    Its own field of that name, or those of the places of its commune, known by its code or by the territory that it
    lies in; NaN where neither is.
    """
    own = (
        numbers(candidates, weight, tr("The layer of candidates"), at_least=0, missing=np.nan)
        if weight in candidates
        else pd.Series(np.nan, index=candidates.index)
    )
    counts = numbers(people.points, weight, tr("The population layer"), at_least=0, missing=0.0)
    of_commune = counts.groupby(own_codes(people.points).to_numpy(object)).sum()
    communes = known(candidates, "commune")
    codes = texts(communes) if communes is not None else texts(candidates["id"])
    if people.territories is not None:
        codes = codes.where(codes.isin(of_commune.index), assign(candidates[["geometry"]], people.territories))
    found = own.fillna(codes.map(of_commune))
    if found.isna().any():
        text = tr(
            "The people of {ids:the resort|the resorts} {ids} are not known: {ids:it has|they have} no field {field}, "
            "and no code of a commune of the population. The least number is not asked of {ids:it|them}; give "
            "territories with codes, or the field."
        )
        progress.warn(text.format(ids=listed(candidates.loc[found.isna(), "id"]), field=weight))
    values: Floats = found.to_numpy(float)
    return values


def with_emergencies(candidates: pd.DataFrame, progress: Progress = SILENT) -> Bools:
    """Tell which practices count for emergencies: level 2, with a GP who is an MCS."""
    level = known(candidates, "level")
    levels = texts(level) if level is not None else pd.Series("", index=candidates.index)
    found = levels.str.extract(_LEVEL, expand=False)
    unread = levels[(levels != "") & found.isna()]
    if len(unread):
        progress.warn(
            tr("The levels {levels} of practices are neither 1 nor 2: these do not count for emergencies.").format(
                levels=listed(sorted(set(unread)))
            )
        )
    count: Bools = (found == str(EMERGENCY_LEVEL)).to_numpy() & (
        known_number(candidates, "doctors", 0.0).to_numpy() > 0
    )
    return count


def _first_care(care: Care, population: gpd.GeoDataFrame, times: pd.DataFrame) -> Floats:
    """Return (n,) the minutes of first care today, with the practices of level 2 that have an MCS."""
    practices = care.given[(care.given["role"] == "CABINET_MONTAGNE").to_numpy()]
    doctors = practices[with_emergencies(practices)]
    today: Floats = times["t_first_care_min"].to_numpy(float)
    if len(doctors) == 0:
        return today
    by_practice = times_of_leg(care, doctors, population, _DOCTORS)
    return np.where(np.isnan(today), np.nan, np.fmin(today, by_practice))


def _reached_by_doctors(
    care: Care, candidates: gpd.GeoDataFrame, population: gpd.GeoDataFrame, first_care: Floats
) -> Reach:
    """Return whom the MCS of each candidate that counts for emergencies would newly bring within the threshold."""
    timed, threshold = care.timed(_DOCTORS), care.setting.threshold
    at, places = (
        attach(timed, points_xy(table.to_crs(care.network.crs).geometry)) for table in (candidates, population)
    )
    delay = candidates["delay_min"].to_numpy(float)
    start, place, minutes = coverage(timed, _DOCTORS.direction, at, delay, places, threshold)
    reach = Reach(start, place, minutes, len(population))
    return reach.where((first_care[place] > threshold) & with_emergencies(candidates)[reach.candidate])


def _with_emergencies(
    found: Suggestion, reached: Reach, weight: Floats, request: Request, threshold: float
) -> gpd.GeoDataFrame:
    """Add to the chosen places the people whom their MCS newly bring within the threshold, and say so in the reason."""
    taken, gains, reasons = np.zeros(reached.places, bool), [], []
    counts = with_emergencies(found.chosen)
    for place, row in enumerate(found.answer.final.candidates):
        new = np.setdiff1d(reached.place[reached.start[row] : reached.start[row + 1]], np.flatnonzero(taken))
        taken[new] = True
        gains.append(float(weight[new].sum()))
        reasons.append(
            f"{found.chosen['reason'].iloc[place]} "
            f"{_emergency_sentence(bool(counts[place]), gains[-1], request, threshold)}"
        )
    added = pd.DataFrame(
        {"emergency_level": counts, "emergency_people": np.array(gains, float), "reason": reasons},
        index=found.chosen.index,
    )
    return with_columns(found.chosen, added)


def _emergency_sentence(counts: bool, people: float, request: Request, threshold: float) -> str:
    def say(source: str, **facts: Any) -> str:
        return printed(source, request.language).format(**facts)

    if not counts:
        return say("It would not count for emergencies (level 1, or no MCS).")
    who = counted(
        people,
        printed("{count} person", request.language),
        printed("{count} people", request.language),
        request.language,
    )
    return say(
        "With its MCS, {who} more would have first care within {threshold} minutes.",
        who=who,
        threshold=minutes_text(threshold, language=request.language),
    )


def _account(
    found: Suggestion,
    here: dict[str, Any],
    people: Floats,
    rules: MountainRules,
    reached: Reach,
    weight: Floats,
    request: Request,
) -> gpd.GeoDataFrame:
    case, chosen = found.case, found.answer.final.candidates
    every = replace(case, why_not=np.full(len(case.candidates), "", object)).problem
    alone = np.array([every.gained(np.array([row])) for row in range(len(case.candidates))])
    order = np.lexsort((np.arange(len(alone)), -alone, case.why_not != ""))
    rank = np.full(len(alone), np.nan)
    eligible = order[case.why_not[order] == ""]
    rank[eligible] = np.arange(1, len(eligible) + 1)
    counts = with_emergencies(case.candidates)
    emergency = np.bincount(reached.candidate, weights=weight[reached.place], minlength=len(alone))
    place_of = {int(row): place for place, row in enumerate(chosen, start=1)}
    facts = {
        "rank": pd.array(rank, "Int64"),
        "gain_alone": alone,
        "people": people,
        **here,
        "emergency_level": counts,
        "emergency_people": emergency,
        "chosen": pd.array([place_of.get(row) for row in range(len(alone))], "Int64"),
        "why_not": case.why_not,
    }
    account = with_columns(case.candidates, pd.DataFrame(facts, index=case.candidates.index))
    today = every.gained(chosen)
    left = [every.gained(np.append(chosen, row)) - today if row not in place_of else 0.0 for row in range(len(alone))]
    names = names_of_candidates(case.candidates)
    account["reason"] = [
        _why(names[row], resort, left[row], len(chosen), rules, request)
        for row, resort in enumerate(account.drop(columns=account.geometry.name).to_dict("records"))
    ]
    return account.iloc[order]


def _why(name: str, resort: dict[str, Any], left: float, chosen: int, rules: MountainRules, request: Request) -> str:
    """Return in one sentence why a resort ranks where it does."""

    def say(source: str, **facts: Any) -> str:
        return printed(source, request.language).format(**facts)

    def figure(value: float, decimals: int = 0) -> str:
        return number(value, decimals, language=request.language)

    if resort["why_not"] == "forbidden":
        return say("{name}: left out, as was asked.", name=name)
    if resort["why_not"] == "su_near":
        return say(
            "{name}: no candidate, an emergency department is {time:.1f} {time:minute|minutes} away (more than "
            "{least:.0f} {least:is|are} asked for).",
            name=name,
            time=resort["t_su_min"],
            least=rules.least_su_min,
        )
    if resort["why_not"] == "few_people":
        return say(
            "{name}: no candidate, {people:.0f} {people:person|people} of the season (at least {least:.0f} "
            "{least:is|are} asked for).",
            name=name,
            people=resort["people"],
            least=rules.least_people,
        )
    time = request.kind.in_minutes
    facts = {
        "name": name,
        "rank": resort["rank"],
        "people": say("unknown") if pd.isna(resort["people"]) else figure(resort["people"]),
        "time": resort["t_platform_min"],
        "alone": resort["gain_alone"],
        "unit": say("minutes × people") if time else say("{count:person|people}", count=round(resort["gain_alone"])),
    }
    text = say(
        "{rank}. {name}: people of the season {people}, {time:.1f} {time:minute|minutes} from a technical "
        "platform; by itself a practice would gain {alone:.0f} {unit}",
        **facts,
    )
    if not pd.isna(resort["chosen"]):
        return text + say("; chosen, number {place}.", place=resort["chosen"])
    return text + say(
        "; not chosen: beside {count:the one that is|those that are}, it would gain {left}.",
        count=chosen,
        left=figure(left),
    )

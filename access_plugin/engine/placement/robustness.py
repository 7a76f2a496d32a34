"""How an answer changes when what it rests on changes: speeds, the season, one doctor less."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.care import Care, in_force
from ..access.people import People
from ..access.setting import Setting
from ..access.times import travel_times
from ..arrays import Bools, Floats, Objects
from ..errors import Cancelled, InputError
from ..progress import SILENT, Progress
from ..sites.own_roles import is_own, key_of
from ..tables import numbers, with_columns
from ..territory.levels import Level
from ..text import listed, printed, tr
from ..vocabulary import SEASON
from .case import case_of, leg_of, times_today
from .request import Question, names_of_candidates
from .rules import not_allowed
from .suggest import Suggestion, answer_of

VARIANT_FIELDS = ("kind", "variant", "number", "gained", "share", "kept", "places", "new_places")
ROBUST_FIELDS = ("kept_in", "variants", "robust")
#: Kinds of change; each counts once, however many variants it has: one doctor is absent in several ways.
KINDS = ("slower", "quicker", "season", "absent")
#: How much quicker and slower one drives in two of the variants.
SPEED = 0.1
#: Of the MCS, or other sites, that exist, so many are left out, one at a time: those whose absence most people would
#: feel.
MOST_ABSENT = 5


@dataclass(frozen=True)
class Variant:
    """One change: its kind, what it is called, and what it changes.

    That is the setting, the MCS left out (an id), and the candidate (a row) that may not be chosen.
    """

    kind: str
    name: str
    setting: Setting
    absent: str | None = None
    refused: int | None = None


def variants_of(suggestion: Suggestion, setting: Setting, times: pd.DataFrame, weight: Floats) -> list[Variant]:
    """Return the variants of a question: speeds 10% lower and higher; winter, or all the year where it was winter.

    Each chosen place refused; each of the MCS on whom most people depend absent.
    """

    def say(source: str, **facts: Any) -> str:
        return printed(source, suggestion.case.request.language).format(**facts)

    other = "winter" if setting.season != "winter" else "all_year"
    found = [
        Variant("slower", say("speeds 10% lower"), dataclasses.replace(setting, pace=1 / (1 - SPEED))),
        Variant("quicker", say("speeds 10% higher"), dataclasses.replace(setting, pace=1 / (1 + SPEED))),
        Variant(
            "season",
            say(SEASON[other].word) if SEASON[other].phrase else say("all the year"),
            dataclasses.replace(setting, season=other),
        ),
    ]
    names = names_of_candidates(suggestion.case.candidates)
    for row in suggestion.answer.final.candidates:
        if row not in suggestion.case.required:
            found.append(Variant("absent", say("without the place {name}", name=names[row]), setting, refused=int(row)))
    request = suggestion.case.request
    if request.places_doctors:
        reference = times_today(times, request)[0]
        needed = _needed(reference > setting.threshold, "mcs", times, setting.threshold, weight)
        found += [Variant("absent", say("without the MCS {id}", id=site), setting, absent=site) for site in needed]
    elif is_own(request.baseline) and len(times[f"nearest_{key_of(request.baseline)}"].dropna().unique()) > 1:
        everyone = np.ones(len(times), bool)
        needed = _needed(everyone, key_of(request.baseline), times, setting.threshold, weight)
        found += [Variant("absent", say("without the site {id}", id=site), setting, absent=site) for site in needed]
    return found


def _needed(lacking: Bools, leg: str, times: pd.DataFrame, threshold: float, weight: Floats) -> list[str]:
    """Return the sites that bring those who have no other care within the threshold, those for most people first.

    `lacking`: who has none; `leg`: by which the sites are reached, ``mcs`` or that of a role of one's own.
    """
    alone = lacking & (times[f"t_{leg}_min"].to_numpy(float) <= threshold)
    people = pd.Series(weight[alone]).groupby(times[f"nearest_{leg}"].to_numpy(object)[alone]).sum()
    most: list[str] = people[people > 0].sort_values(ascending=False, kind="stable").index[:MOST_ABSENT].tolist()
    return most


def robustness(
    care: Care,
    people: People,
    suggestion: Suggestion,
    *,
    times: pd.DataFrame,
    sectors: gpd.GeoDataFrame | Level | None = None,
    progress: Progress = SILENT,
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Ask the same question under each of its variants.

    Parameters
    ----------
    care, people, times
        As for :func:`suggest.suggest_sites`.
    sectors
        Of PDSA, as they were asked about.
    suggestion
        Its answer.

    Returns
    -------
    chosen
        With :data:`ROBUST_FIELDS` too: in how many of the kinds of change (:data:`KINDS`) a place is chosen again, how
        many these are, and whether it is in most (more than half), unknown where none was tried and for places that
        were required. Where a kind has several variants, most of those in which the place could be chosen decide.
    table
        :data:`VARIANT_FIELDS`, the answer itself first: how many of its places a variant keeps, all that it chooses,
        and those that are new. Rows that a cancel left out are missing.
    """
    case = suggestion.case
    ids = case.candidates["id"].to_numpy(object)
    base, names = (
        [ids[row] for row in suggestion.answer.final.candidates],
        dict(zip(ids, names_of_candidates(case.candidates))),
    )

    def said(some: Iterable[str]) -> str:
        return listed([str(names[one]) for one in some])

    def share(part: float, whole: float) -> float:
        return part / whole if whole > 0 else np.nan

    rows: list[tuple[Any, ...]] = [
        (
            "",
            printed("the answer itself", case.request.language),
            len(base),
            suggestion.gained,
            share(suggestion.gained, suggestion.to_gain),
            len(base),
            said(base),
            "",
        )
    ]
    tried: list[tuple[Variant, list[str]]] = []
    weight = numbers(people.points, case.request.weight, tr("The population layer"), missing=0.0).to_numpy()
    variants = variants_of(suggestion, care.setting, times, weight) if base else []
    try:
        for number, variant in enumerate(variants):
            progress.at(number / len(variants))
            part = progress.part(number / len(variants), (number + 1) / len(variants)).quiet()
            try:
                found, gained, to_gain = part.aside(_ask, care, people.points, suggestion, variant, sectors)
            except InputError as error:  # what a variant cannot answer is no reason to lose the answer itself
                rows.append((variant.kind, variant.name, 0, np.nan, np.nan, 0, str(error), ""))
                progress.warn(f"{variant.name}: {error}")
                continue
            tried.append((variant, found))
            kept = [one for one in base if one in found]
            rows.append(
                (
                    variant.kind,
                    variant.name,
                    len(found),
                    gained,
                    share(gained, to_gain),
                    len(kept),
                    said(found),
                    said([one for one in found if one not in base]),
                )
            )
    except Cancelled:
        progress.warn(
            tr("Cancelled: {done} of {all} {all:variant|variants} {done:was|were} tried.").format(
                done=len(tried), all=len(variants)
            )
        )
    chosen = with_columns(
        suggestion.chosen, _marks(base, ids, tried, case.request.required).set_index(suggestion.chosen.index)
    )
    robust = chosen.loc[chosen["robust"].fillna(False).astype(bool), "id"]
    progress.say(
        tr("Places chosen again under most kinds of change ({count} {count:variant|variants}): {places}.").format(
            count=len(tried), places=said(robust) or "–"
        )
    )
    return chosen, pd.DataFrame(rows, columns=list(VARIANT_FIELDS)).astype({"gained": float, "share": float})


def _marks(
    base: list[str], ids: Objects, tried: list[tuple[Variant, list[str]]], required: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Return :data:`ROBUST_FIELDS` of some places."""
    marks = []
    for one in base:
        again: dict[str, list[bool]] = {}
        for variant, found in tried if one not in required else []:  # what must be chosen always is
            if variant.refused is None or ids[variant.refused] != one:
                again.setdefault(variant.kind, []).append(one in found)
        kept = sum(2 * sum(times) > len(times) for times in again.values())
        marks.append((kept, len(again), 2 * kept > len(again) if again else None))
    return pd.DataFrame(marks, columns=list(ROBUST_FIELDS)).astype({"robust": "boolean"})


def _ask(
    care: Care,
    population: gpd.GeoDataFrame,
    suggestion: Suggestion,
    variant: Variant,
    sectors: gpd.GeoDataFrame | Level | None,
    progress: Progress,
) -> tuple[list[str], float, float]:
    """Return the ids chosen under a variant, what they gain, and what there is to gain."""
    case = suggestion.case
    if variant.refused is not None:
        case = case.without(np.array([variant.refused]))
    else:
        if variant.absent is not None:
            there = care.without((care.sites["id"] == variant.absent).to_numpy() & care.has(leg_of(case.request)))
        else:
            there = in_force(care.network, care.given, variant.setting)
        question = Question(case.candidates, case.request, sectors, case.room)
        now, _ = travel_times(there, population, progress=progress.part(0.0, 0.5))
        smur, threshold = now["t_smur_min"].to_numpy(float), variant.setting.threshold
        why = not_allowed(question.candidates, population, smur, question.request, threshold, sectors=sectors)
        today = times_today(now, question.request)
        case = case_of(there, population, question, today, why, progress=progress.part(0.5, 0.8))
    answer = answer_of(case, curve=False, progress=progress)
    if answer.cancelled:
        progress.check()
    return case.candidates["id"].to_numpy(object)[answer.final.candidates].tolist(), answer.final.gained, case.to_gain

"""How an answer changes when what it rests on changes: speeds, the season, one doctor less."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.setting import Setting
from ..access.times import travel_times
from ..errors import Cancelled
from ..network.graph import Network
from ..progress import SILENT, Progress
from ..sites.roles import LEG
from ..tables import numbers, with_columns
from ..territory.levels import Level
from ..text import listed, printed, tr
from .case import case_of, times_today
from .request import names_of_candidates
from .rules import not_allowed
from .suggest import Suggestion, answer_of, to_gain_of

VARIANT_FIELDS = ("variant", "number", "gained", "share", "kept", "places", "new_places")
ROBUST_FIELDS = ("kept_in", "variants", "robust")
#: How much quicker and slower one drives in two of the variants.
SPEED = 0.1
#: Of the MCS that exist, so many are left out, one at a time: those whose absence most people would feel.
MOST_ABSENT = 5


@dataclass(frozen=True)
class Variant:
    """One change: what it is called, the setting, the MCS left out (an id), and the candidate (a row) that may not be chosen."""

    name: str
    setting: Setting
    absent: str | None = None
    refused: int | None = None


def variants_of(suggestion: Suggestion, sites: gpd.GeoDataFrame, setting: Setting, times: pd.DataFrame, weight: np.ndarray) -> list[Variant]:
    """Return the variants of a question: speeds 10% lower and higher; winter, or all the year where it was winter; each chosen place refused; each of the MCS on whom most people depend absent."""
    say = lambda source, **facts: printed(source, suggestion.case.request.language).format(**facts)  # noqa: E731
    other = "winter" if setting.season != "winter" else "all_year"
    found = [
        Variant(say("speeds 10% lower"), dataclasses.replace(setting, pace=1 / (1 - SPEED))),
        Variant(say("speeds 10% higher"), dataclasses.replace(setting, pace=1 / (1 + SPEED))),
        Variant(say("winter") if other == "winter" else say("all the year"), dataclasses.replace(setting, season=other)),
    ]
    names = names_of_candidates(suggestion.case.candidates)
    for row in suggestion.answer.final.candidates:
        if row not in suggestion.case.required:
            found.append(Variant(say("no place at {name}", name=names[row]), setting, refused=int(row)))
    for site in _needed(sites, times, setting.threshold, weight):
        found.append(Variant(say("without the MCS {id}", id=site), setting, absent=site))
    return found


def _needed(sites: gpd.GeoDataFrame, times: pd.DataFrame, threshold: float, weight: np.ndarray) -> list[str]:
    """Return the MCS that alone bring people within the threshold, those on whom most depend first."""
    alone = (times["t_emergency_min"].to_numpy(float) > threshold) & (times["t_mcs_min"].to_numpy(float) <= threshold)
    people = pd.Series(weight[alone]).groupby(times["nearest_mcs"].to_numpy(object)[alone]).sum()
    return people[people > 0].sort_values(ascending=False, kind="stable").index[:MOST_ABSENT].tolist()


def robustness(
    network: Network, sites: gpd.GeoDataFrame, population: gpd.GeoDataFrame, suggestion: Suggestion, setting: Setting,
    *, times: pd.DataFrame, sectors: gpd.GeoDataFrame | Level | None = None, progress: Progress = SILENT,
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:  # fmt: skip
    """Ask the same question under each of its variants.

    Parameters
    ----------
    network, sites, population, setting, times, sectors
        As for :func:`suggest.suggest_sites`.
    suggestion
        Its answer.

    Returns
    -------
    chosen
        With :data:`ROBUST_FIELDS` too: in how many of the variants in which it could be chosen a place was chosen again, how many these are, and whether it was in most (more than half), unknown where none was tried.
    table
        :data:`VARIANT_FIELDS`, the answer itself first: how many of its places a variant keeps, all that it chooses, and those that are new. Rows that a cancel left out are missing.
    """
    ids = suggestion.case.candidates["id"].to_numpy(object)
    base = [ids[row] for row in suggestion.answer.final.candidates]
    names = dict(zip(ids, names_of_candidates(suggestion.case.candidates)))
    said = lambda some: listed([str(names[one]) for one in some])  # noqa: E731
    share = suggestion.gained / suggestion.to_gain if suggestion.to_gain > 0 else np.nan
    first = printed("the answer itself", suggestion.case.request.language)
    rows, chosen_in = [(first, len(base), suggestion.gained, share, len(base), said(base), "")], {one: [0, 0] for one in base}
    weight = numbers(population, suggestion.case.request.weight, tr("The population layer"), missing=0.0).to_numpy()
    variants = variants_of(suggestion, sites, setting, times, weight) if base else []
    try:
        for number, variant in enumerate(variants):
            progress.at(number / len(variants))
            part = progress.part(number / len(variants), (number + 1) / len(variants)).quiet()
            found, gained, to_gain = _ask(network, sites, population, suggestion, variant, sectors, part)
            for one in base:
                if variant.refused is None or ids[variant.refused] != one:
                    chosen_in[one][0] += one in found
                    chosen_in[one][1] += 1
            kept = [one for one in base if one in found]
            rows.append((variant.name, len(found), gained, gained / to_gain if to_gain > 0 else np.nan, len(kept), said(found), said([one for one in found if one not in base])))
    except Cancelled:
        progress.warn(tr("Cancelled: {done} of {all} variants were tried.").format(done=len(rows) - 1, all=len(variants)))
    counts = np.array([chosen_in[one] for one in base]).reshape(-1, 2)
    marks = {"kept_in": counts[:, 0], "variants": counts[:, 1], "robust": pd.array(np.where(counts[:, 1] > 0, 2 * counts[:, 0] > counts[:, 1], None), "boolean")}
    chosen = with_columns(suggestion.chosen, pd.DataFrame(marks, index=suggestion.chosen.index))
    progress.say(tr("Places chosen again in most of the {count} variants: {places}.").format(count=len(rows) - 1, places=said(chosen.loc[chosen["robust"].fillna(False).astype(bool), "id"]) or "–"))
    return chosen, pd.DataFrame(rows, columns=list(VARIANT_FIELDS)).astype({"gained": float, "share": float})


def _ask(network, sites, population, suggestion: Suggestion, variant: Variant, sectors, progress: Progress) -> tuple[list[str], float, float]:
    """Return the ids chosen under a variant, what they gain, and what there is to gain."""
    case = suggestion.case
    if variant.refused is not None:
        case = case.without(np.array([variant.refused]))
    else:
        there = sites if variant.absent is None else sites[~((sites["id"] == variant.absent) & sites["role"].isin(LEG["mcs"].roles))]
        now, _ = travel_times(network, there, population, variant.setting, progress=progress.part(0.0, 0.5))
        why = not_allowed(case.candidates, population, now["t_smur_min"].to_numpy(float), case.request, variant.setting.threshold, sectors=sectors)
        case = case_of(network, there, population, case.candidates, case.request, variant.setting, times_today(now, case.request), why, progress=progress.part(0.5, 0.8))
    answer = answer_of(case, curve=False, progress=progress)
    if answer.cancelled:
        progress.check()
    return case.candidates["id"].to_numpy(object)[answer.final.candidates].tolist(), answer.final.gained, to_gain_of(case)

"""The tables that answer a question of placement: chosen places, demand, curve."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, vstack

from ..arrays import Bools, Floats, Ints, Objects
from ..tables import with_columns
from ..text import listed
from .case import Case, Roads
from .explain import Gained, reason
from .models import Answer
from .request import names_of_candidates

#: A place whose people find room for so great a part is covered.
_MOST = 0.5

CHOSEN_FIELDS = ("rank", "gain", "cumulative_gain", "share", "people", "communes", "covers", "week_share", "reason")
DEMAND_FIELDS = (
    "t_baseline_min",
    "t_before_min",
    "t_after_min",
    "covered",
    "site_id",
    "candidates",
    "places_within",
    "covered_share",
)
CURVE_FIELDS = (
    "number",
    "gained",
    "share",
    "bound",
    "gap",
    "marginal",
    "people",
    "mean_min",
    "max_min",
    "flattens",
    "least",
)


def chosen_table(
    case: Case, answer: Answer, names: dict[str, str], people: csr_matrix | None = None
) -> gpd.GeoDataFrame:
    """Return the chosen candidates in the order in which each gains most.

    `names`: of communes by their codes; `people`: who goes where (:func:`allotment.allotted`), where room is limited.
    """
    to_gain = case.worth_of_all
    rows, named = answer.final.candidates, names_of_candidates(case.candidates)
    if people is None:
        worth = np.array([case.problem.gained(rows[:count]) for count in range(len(rows) + 1)])
    else:  # the one that takes the most first
        taken = np.asarray(people.sum(axis=1)).ravel()
        order = np.argsort(-taken, kind="stable")
        rows, people = rows[order], people[order]
        worth = np.concatenate([[0.0], np.cumsum(taken[order])])
    found = []
    found_by = _gained_by(case, rows) if people is None else _taken_by(case, rows, people)
    for rank, gained in enumerate(found_by, start=1):
        communes = [names.get(code) or code for code in gained.communes]
        sentence = reason(
            gained,
            f"{rank}. {named[rows[rank - 1]]}",
            communes,
            to_gain,
            case,
            required=rows[rank - 1] in case.required,
        )
        share = worth[rank] / to_gain if to_gain > 0 else np.nan
        found.append(
            (
                rank,
                worth[rank] - worth[rank - 1],
                worth[rank],
                share,
                gained.people,
                len(communes),
                listed(communes),
                gained.part,
                sentence,
            )
        )
    chosen = case.candidates.iloc[rows]
    results = pd.DataFrame(found, columns=list(CHOSEN_FIELDS), index=chosen.index)
    if case.room is not None:
        results["capacity"] = case.room[rows]
    return with_columns(chosen, results.astype({"gain": float, "share": float}))


def _gained_by(case: Case, rows: Ints) -> Iterator[Gained]:
    """Yield what each chosen candidate adds to those before it."""
    reach, taken, minutes = case.reach, np.zeros(case.reach.places, bool), case.today.copy()
    for row in rows:
        here = slice(reach.start[row], reach.start[row + 1])
        place, after = reach.place[here], reach.minutes[here]
        within = (after <= case.threshold) & (case.today[place] > case.threshold)
        # part of the week adds to part of the week
        new, sooner = within & (~taken[place] | (case.presence is not None)), after < minutes[place]
        people = pd.Series(case.weight[place[new]]).groupby(case.communes[place[new]]).sum()
        part = 1.0 if case.presence is None else float(case.presence.of_week[row])
        served = new if new.any() and case.request.kind.covers else sooner
        yield Gained(
            float(people.sum()),
            people[people > 0].sort_values(ascending=False, kind="stable").index.tolist(),
            case.weight[place[served]],
            (case.today if served is new else minutes)[place[served]],
            after[served],
            float(case.weight[place[(after <= case.threshold) & ~new]].sum()),
            part,
            case.candidates.iloc[[row]],
        )
        taken[place[within]] = True
        minutes[place[sooner]] = after[sooner]


def _taken_by(case: Case, rows: Ints, people: csr_matrix) -> Iterator[Gained]:
    """Yield whom each chosen candidate takes, where each takes only so many."""
    room = cast("Floats", case.room)
    for place, row in enumerate(rows):
        taken = people[place].toarray().ravel()
        after = case.reach.nearest(np.array([row]))[0]
        here = np.flatnonzero(taken > 0)
        communes = pd.Series(taken[here]).groupby(case.communes[here]).sum()
        yield Gained(
            float(taken.sum()),
            communes.sort_values(ascending=False, kind="stable").index.tolist(),
            taken[here],
            case.today[here],
            after[here],
            0.0,
            1.0,
            case.candidates.iloc[[row]],
            left=max(float(room[row] - taken.sum()), 0.0),
        )


def _demand_of_room(case: Case, rows: Ints, people: csr_matrix) -> dict[str, Floats | Objects | Bools]:
    """Return what the demand's table says otherwise where candidates take only so many.

    A place goes to the candidate that takes the most of its people; who finds no room keeps the time of today.
    """
    count = len(case.weight)
    most, site, after = np.zeros(count), np.full(count, None, object), case.before.copy()
    for place, row in enumerate(rows):
        taken = people[place].toarray().ravel()
        here = np.flatnonzero(taken > most)
        minutes = case.reach.nearest(np.array([row]))[0][here]
        most[here], site[here] = taken[here], case.candidates["id"].iloc[row]
        after[here] = np.fmin(minutes, case.before[here])
    served = np.asarray(people.sum(axis=0)).ravel()
    share = np.divide(served, case.weight, out=np.zeros(count), where=case.weight > 0)
    covered = share >= _MOST
    return {
        "t_after_min": np.where(covered, after, case.before),
        "covered": covered,
        "site_id": site,
        "served_share": share,
    }


def demand_table(case: Case, answer: Answer, people: csr_matrix | None = None) -> gpd.GeoDataFrame:
    """Return the demand with its time before and after.

    Whom no candidate serves as the model wants has 0 ``candidates``. `people` as for :func:`chosen_table`.
    """
    rows = answer.final.candidates
    roads = cast("Roads", case.roads)
    minutes, site = roads.after(rows)
    after = np.fmin(case.before, minutes)
    allowed = np.flatnonzero(case.why_not == "")
    served = np.asarray(case.useful[rows].sum(axis=0)).ravel() > 0
    covered = served if case.request.kind.covers_wholly else served & (after <= case.threshold)
    ids = case.candidates["id"].to_numpy(object)[rows]
    within = roads.within(rows, case.threshold)
    there = np.asarray(within.sum(axis=0)).ravel()
    if case.existing is not None:
        there = there + np.bincount(case.existing.place[case.existing.minutes <= case.threshold], minlength=len(there))
    results = {
        "t_baseline_min": case.reference,
        "t_before_min": case.before,
        "t_after_min": after,
        "covered": covered,
        "site_id": np.where(served & (site >= 0), ids[site] if len(ids) else None, None),
        "candidates": np.asarray(case.useful[allowed].sum(axis=0)).ravel().astype(int),
        "places_within": there.astype(int),
        "covered_share": _covered_share(case, rows, within),
    }
    if people is not None:
        results |= _demand_of_room(case, rows, people)
    return with_columns(case.places, pd.DataFrame(results, index=case.places.index))


def _covered_share(case: Case, rows: Ints, within: csr_matrix) -> Floats:
    """Return the part of the week that each demand has a first responder within the threshold.

    `within` are the chosen ones who are.
    """
    if case.presence is None:
        return ((np.asarray(within.sum(axis=0)).ravel() > 0) | (case.before <= case.threshold)).astype(float)
    if case.existing is None:
        return case.presence.of_choice(rows, within)
    existing = case.existing.where(case.existing.minutes <= case.threshold)
    everyone = np.concatenate([rows, len(case.candidates) + np.arange(existing.candidates)]).astype(np.int64)
    return case.presence.of_choice(everyone, vstack([within, existing.scored(np.ones(len(existing.place)))]).tocsr())


def curve_table(case: Case, answer: Answer, to_gain: float) -> pd.DataFrame:
    """Return what 1, 2, 3… places gain, each best by itself, and after how many the curve flattens."""
    rows, gains, roads = [], case.gains, cast("Roads", case.roads)
    for choice in answer.choices:
        after = np.fmin(case.before, roads.after(choice.candidates)[0])
        people = case.weight[
            np.unique(
                np.concatenate(
                    [gains.place[gains.start[row] : gains.start[row + 1]] for row in choice.candidates]
                    or [np.zeros(0, np.int64)]
                )
            )
        ].sum()
        if case.room is not None:  # who finds no room has the time of today
            people, after = choice.gained, np.full(len(after), np.nan)
        mean = np.average(after, weights=case.weight) if case.weight.sum() > 0 else np.nan
        longest = after[case.weight > 0].max(initial=0.0) if len(after) else np.nan
        rows.append(
            (
                len(choice.candidates),
                choice.gained,
                choice.gained / to_gain if to_gain > 0 else np.nan,
                choice.bound,
                choice.gap,
                people,
                mean,
                longest,
            )
        )
    table = pd.DataFrame(
        rows, columns=["number", "gained", "share", "bound", "gap", "people", "mean_min", "max_min"]
    ).astype({"gained": float})
    first = max(1, len(case.required)) if not case.request.fewest else 1
    table["number"] = np.arange(first, first + len(table))
    table["marginal"] = np.diff(table["gained"], prepend=0.0)
    table["flattens"] = np.arange(len(table)) == knee(table["gained"].to_numpy())
    table["least"] = (
        pd.Series([None] * (len(table) - 1) + [answer.least], dtype="Int64") if len(table) else pd.Series(dtype="Int64")
    )
    return table[list(CURVE_FIELDS)]


def knee(gained: Floats) -> int:
    """Return the row of a rising curve after which each further place adds little.

    Where it lies farthest above the straight line from nothing to its end (Satopää et al. 2011).

    -1 for a curve of fewer than three places, and for one that never bends.
    """
    count = len(gained)
    if count < 3 or gained[-1] <= 0:
        return -1
    above = gained / gained[-1] - np.arange(1, count + 1) / count
    return int(np.argmax(above)) if above.max() > 0.02 else -1

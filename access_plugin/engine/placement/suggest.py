"""Suggests where care would help most: candidates, a model, and what its answer brings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.care import Care
from ..access.people import People
from ..access.times import travel_times
from ..arrays import Floats, Ints
from ..progress import SILENT, Progress
from ..text import listed, tr
from .allotment import allotted
from .case import Case, case_of, times_today
from .models import Answer, best, centre, choose, cover
from .outcome import chosen_table, curve_table, demand_table
from .request import Question
from .rules import not_allowed
from .solving.heuristics import greedy, order_by_gain
from .solving.problem import Problem
from .solving.searching import Choice

#: Seconds that a cancelled search has to give what it has found.
KEPT_S = 1.5


@dataclass(frozen=True)
class Suggestion:
    """The three tables of a suggestion, and its totals.

    ``to_gain``, ``gained`` and what no choice can exceed (``bound``) are people for the models of coverage, people ×
    minutes for the p-median, minutes of the longest time of those that can be helped for the p-centre.
    ``out_of_reach``: people to be gained whom no candidate can. ``case`` and ``answer`` allow the question to be
    varied.
    """

    chosen: gpd.GeoDataFrame
    demand: gpd.GeoDataFrame
    curve: pd.DataFrame
    to_gain: float
    gained: float
    bound: float
    out_of_reach: float
    case: Case
    answer: Answer

    def sentence(self, threshold: float) -> str:
        """Return the result in one sentence."""
        if self.to_gain == 0:
            return tr(
                "There is nothing to gain: by what counts today nobody is beyond {threshold:g} "
                "{threshold:minute|minutes}, or nobody lives there."
            ).format(threshold=threshold)
        if len(self.chosen) == 0:
            return tr("No place can be suggested: no candidate that may be chosen gains anybody.")
        facts = {
            "count": len(self.chosen),
            "gained": self.gained,
            "all": self.to_gain,
            "threshold": threshold,
            "share": self.gained / self.to_gain,
            "proof": self._proof(),
        }
        kind = self.case.request.kind
        in_parts = self.case.presence is not None and kind.covers_wholly
        facts |= {"mean": self.curve["mean_min"].iloc[-1]} if kind.in_minutes else {}
        if self.case.room is not None:
            source = kind.sentence_of_room
        else:
            source = kind.sentence_of_parts if in_parts else kind.sentence
        text = tr(source).format(**facts)
        if self.answer.cancelled:
            text += " " + tr("The search was cancelled: this is the best answer so far.")
        return text

    def _proof(self) -> str:
        if self.answer.least is not None:
            proven = self.answer.least >= len(self.chosen)
            return (
                tr("fewer are not enough")
                if proven
                else tr("at least {least} {least:is|are} needed").format(least=self.answer.least)
            )
        more = self.bound - self.gained
        if more <= 1e-9 * max(self.bound, 0.0):
            return tr("no other choice brings more")
        return (
            tr("another choice could bring at most {more:.2%} more").format(more=more / self.gained)
            if self.gained > 0
            else tr("another choice could bring something")
        )


def suggest_sites(
    care: Care,
    people: People,
    question: Question,
    *,
    times: pd.DataFrame | None = None,
    progress: Progress = SILENT,
) -> Suggestion:
    """Choose the candidates that help most, by a location model (DOMAIN § 6).

    For the models of coverage a place is to be gained when its time by the baseline (nearest SU or SMUR, or SMUR alone)
    and its time from an existing MCS are both over the threshold; with backup, or doctors who are there for part of the
    week, when the baseline alone is. A candidate gains it when it drives there within the threshold and at least the
    least gain sooner than the baseline. The p-median and the p-centre work on all places with a time. The time of the
    SMUR itself is never replaced by that of an MCS.

    Parameters
    ----------
    care, people
        The sites that count, and who lives where; territories of communes name what is gained.
    question
        The candidates, how many, by which model, from which baseline, by which weight.
    times
        The times of the people, where they were computed before.
    progress
        Where to report, and who may cancel: from the moment that all is gathered, a cancel keeps the best answer so
        far.

    Returns
    -------
    Suggestion
        ``chosen``: the candidates' columns and :data:`outcome.CHOSEN_FIELDS`, in order of rank. ``demand``: the places
        that the model works on, with :data:`outcome.DEMAND_FIELDS`. ``curve``: :data:`outcome.CURVE_FIELDS` for 1, 2,
        3… places, each solved by itself; where the fewest places are asked for, the rows before the last are the greedy
        choice.

    Raises
    ------
    InputError
        The number is below 1 or above the number of candidates, a required candidate is unknown, or the weight is no
        number.
    """
    question.check()
    request = question.request
    if times is None:
        times, _ = progress.part(0.0, 0.3).aside(travel_times, care, people.points)
    why_not = not_allowed(
        question.candidates,
        people.points,
        times["t_smur_min"].to_numpy(float),
        request,
        care.setting.threshold,
        sectors=question.sectors,
        progress=progress,
    )
    case = progress.part(0.3, 0.6).aside(case_of, care, people.points, question, times_today(times, request), why_not)
    return progress.part(0.6, 1.0).aside(solved, case, people.names_of_communes(), grace=KEPT_S)


def solved(case: Case, names: dict[str, str] | None = None, *, progress: Progress = SILENT) -> Suggestion:
    """Answer a question of placement; `names` are those of communes by their codes."""
    to_gain, answer = case.to_gain, answer_of(case, progress=progress)
    curve = curve_table(case, answer, to_gain)
    needy = case.weight > 0
    if case.request.kind.margin(case.request.spread) > 0:
        needy = needy & (case.today > case.threshold)  # who is near already needs nobody
    lost = np.setdiff1d(np.flatnonzero(needy), np.unique(case.useful.indices))
    people = None if case.room is None else allotted(case, answer.final.candidates, progress=progress)
    chosen, demand = chosen_table(case, answer, names or {}, people), demand_table(case, answer, people)
    _tell(case, lost, progress)
    if people is not None:
        _tell_of_room(case, answer, float(case.weight[needy].sum() - case.weight[lost].sum()), progress)
    return Suggestion(
        chosen,
        demand,
        curve,
        to_gain,
        answer.final.gained,
        answer.final.bound,
        float(case.weight[lost].sum()),
        case,
        answer,
    )


def _tell(case: Case, lost: Ints, progress: Progress) -> None:
    """Say that no candidate may be chosen, or who is out of reach of them all."""
    if not (case.why_not == "").any():
        progress.warn(tr("Every candidate is left out, by the rules or as was asked: no place can be suggested."))
    elif len(lost):
        codes = case.places["code"].iloc[lost] if "code" in case.places else case.places.index[lost]
        facts = {
            "people": case.weight[lost].sum(),
            "count": len(lost),
            "ids": listed(codes),
            "gain": case.request.min_gain,
            "threshold": case.threshold,
        }
        if not case.request.kind.covers:
            progress.say(
                tr(
                    "For {people:.0f} {people:person|people} no candidate is nearer than the care that counts "
                    "today, by the least gain ({gain:g} {gain:minute|minutes})."
                ).format(**facts)
            )
        elif case.request.min_gain > 0:
            progress.warn(
                tr(
                    "No candidate serves {people:.0f} {people:person|people} in {count} {count:place|places}: "
                    "none that may be chosen is within {threshold:g} {threshold:minute|minutes} and at least "
                    "{gain:g} {gain:minute|minutes} sooner: {ids}."
                ).format(**facts)
            )
        else:
            progress.warn(
                tr(
                    "No candidate serves {people:.0f} {people:person|people} in {count} {count:place|places}: "
                    "none that may be chosen is near enough: {ids}."
                ).format(**facts)
            )


def _tell_of_room(case: Case, answer: Answer, within_reach: float, progress: Progress) -> None:
    """Say how many people each candidate takes at most, and who of those within reach finds no room in any."""
    room = cast("Floats", case.room)
    facts = {"low": room.min(initial=np.inf), "high": room.max(initial=0.0)}
    text = (
        tr("Each candidate takes {high:.0f} {high:person|people} at most.")
        if facts["low"] == facts["high"]
        else tr("Candidates take from {low:.0f} to {high:.0f} {high:person|people} at most.")
    )
    progress.say(text.format(**facts))
    left = within_reach - answer.final.gained
    if case.request.kind.finds_fewest and round(left) > 0:
        text = tr(
            "{people:.0f} {people:person|people} near enough to some candidate {people:finds|find} no room in any."
        )
        progress.warn(text.format(people=left))


def answer_of(case: Case, *, curve: bool = True, progress: Progress = SILENT) -> Answer:
    """Solve a case: for 1, 2, 3… places, or, without its curve, for the number asked for alone."""
    request, problem = case.request, case.problem
    if request.fewest:
        share, of = (1.0, None) if request.reach is None else (request.reach / 100, case.to_gain)
        return cover(problem, share, of, time_limit=request.time_limit, progress=progress)
    number = min(request.number, int((case.why_not == "").sum()))
    if number == 0:
        return Answer([Choice(np.zeros(0, np.int64), 0.0, 0.0)])
    if request.kind.by_longest:
        return _centres(case, problem, range(max(1, len(case.required)) if curve else number, number + 1), progress)
    return (choose if curve else best)(problem, number, time_limit=request.time_limit, progress=progress)


def _centres(case: Case, problem: Problem, numbers: range, progress: Progress) -> Answer:
    """Return the p-centres of some numbers of places, the last of these first.

    Those that the longest time does not need save people × minutes.
    """
    allowed, today = case.reach.where((case.why_not == "")[case.reach.candidate]), case.longest(np.zeros(0, np.int64))
    choices: dict[int, Choice] = {}
    cancelled = False
    for count in reversed(numbers):
        chosen, bound = case.required, 0.0
        if not cancelled:
            chosen, bound, cancelled = centre(
                allowed,
                case.before,
                case.weight,
                count,
                required=problem.required,
                time_limit=case.request.time_limit / len(numbers),
                progress=progress,
            )
        chosen = order_by_gain(
            problem,
            greedy(replace(problem, required=problem.required | np.isin(np.arange(problem.candidates), chosen)), count),
        )
        gained, above = today - case.longest(chosen), choices[count + 1].bound if count + 1 in choices else np.inf
        choices[count] = Choice(chosen, gained, max(min(today - bound if today else 0.0, above), gained))
    return Answer([choices[count] for count in numbers], None, cancelled)

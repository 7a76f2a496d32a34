"""Why a place was chosen, in one sentence that can be quoted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np

from ..arrays import Floats
from ..numbers import is_plural, minutes, number, percent
from ..sites.own_roles import is_own
from ..sites.roles import role_of
from ..text import printed
from .case import Case
from .request import MOUNTAIN_BASELINE, Request
from .rules import without_gp

_NAMED = 3


@dataclass(frozen=True)
class Gained:
    """What one place adds to those chosen before it.

    ``people`` newly within the threshold, in ``communes`` (codes, the most people first); ``weight``, ``before`` and
    ``after`` of these, or, where there are none or the model counts time, of all whom it serves sooner; ``second``:
    people within the threshold of it who have another doctor there; ``part`` of the week that its doctors are there;
    ``left``: for how many more people it has room, None where it takes all.
    """

    people: float
    communes: list[str]
    weight: Floats
    before: Floats
    after: Floats
    second: float
    part: float
    candidate: gpd.GeoDataFrame
    left: float | None = None


def reason(gained: Gained, title: str, communes: list[str], to_gain: float, case: Case, *, required: bool) -> str:
    """Return the sentence, in the language of the request.

    `title` is the rank and name of the place, `communes` are names, `required` whether it had to be chosen.
    """
    request = case.request

    def text(source: str) -> str:
        return printed(source, request.language)

    def say(source: str, **facts: Any) -> str:
        return text(source).format(**facts)

    nouns = (
        ("{count} inhabitant", "{count} inhabitants")
        if request.weight == "population"
        else ("{count} person", "{count} people")
    )

    def people(count: float) -> str:
        return counted(count, text(nouns[0]), text(nouns[1]), request.language)

    facts = {"title": title, "threshold": minutes(case.threshold, language=request.language)}
    mean = _mean_times(gained, say)
    of = counted(len(communes), text("{count} commune"), text("{count} communes"), request.language)
    facts |= {"communes": of, "names": _named(communes, say), "care": care_today(request), "sooner": sooner(request)}
    if case.presence is not None and gained.people > 0:
        found = say(
            "{title}: {people} of {communes} ({names}) would have {one} within {threshold} minutes{sooner} for more of "
            "the week.",
            one=say("a first responder") if request.places_doctors else say("a place"),
            people=people(gained.people),
            **facts,
        )
    elif gained.left is not None and gained.people >= 0.5:
        found = say(
            "{title}: {people} of {communes} ({names}), today more than {threshold} minutes from {care}, would find a "
            "place there within {threshold} minutes{sooner}; {mean}. {left}",
            people=people(gained.people),
            mean=mean,
            left=say("It is full then.")
            if gained.left < 0.5
            else say("It has room for {people} more.", people=people(gained.left)),
            **facts,
        )
    elif request.kind.covers and gained.people > 0:
        share = _share(gained, to_gain, request, say)
        found = say(
            "{title}: {people} of {communes} ({names}), today more than {threshold} minutes from {care}, would "
            "be within {threshold} minutes{sooner}{share}; {mean}.",
            people=people(gained.people),
            share=share,
            mean=mean,
            **facts,
        )
    elif request.kind.counts_existing and gained.second > 0:
        found = say(
            "{title}: {people} who have {one} within {threshold} minutes would have a second one.",
            one=say("a doctor") if request.places_doctors else say("a place"),
            people=people(gained.second),
            **facts,
        )
    elif mean:
        found = say(
            "{title}: {people} would be served sooner; {mean}.", people=people(gained.weight.sum()), mean=mean, **facts
        )
    else:
        found = (
            say("{title}: adds nobody to those gained before; it was required.", **facts)
            if required
            else say("{title}: adds to what those before it give.", **facts)
        )
    notes = []
    if gained.part < 1:
        notes.append(
            say(
                "Partial cover: its doctors are there for {share} of the week.",
                share=percent(gained.part, 0, language=request.language),
            )
        )
    bare = None if is_own(request.baseline) else without_gp(gained.candidate)
    if bare is not None and bare[0]:
        notes.append(say("No GP is recorded there."))
    return " ".join([found, *notes])


def care_today(request: Request) -> str:
    """Return what counts as care today, in the language of the request."""
    if is_own(request.baseline):
        return printed("a site ({care})", request.language).format(care=role_of(request.baseline).one)
    return {
        "emergency": printed("an SU, SMUR or MCS", request.language),
        "smur": printed("a SMUR or MCS", request.language),
        "csnp": printed("an SU or CSNP", request.language),
        MOUNTAIN_BASELINE: printed("a technical platform", request.language),
    }[request.baseline]


def sooner(request: Request) -> str:
    """Return the least gain as a part of a sentence; empty where none is asked for."""
    if request.min_gain <= 0:
        return ""
    text = printed(", at least {gain} {gain:minute|minutes} sooner than the care that counts today", request.language)
    return text.format(gain=request.min_gain)


def counted(count: float, one: str, many: str, language: str) -> str:
    """Return a number with its noun, in the singular or the plural of a language; both as they are printed."""
    return (many if is_plural(round(count), language=language) else one).format(count=number(count, language=language))


def _mean_times(gained: Gained, say: Callable[..., str]) -> str:
    """Say how the mean time of those served sooner falls; nothing where nobody is."""
    if gained.weight.sum() <= 0:
        return ""
    before, after = (float(np.average(times, weights=gained.weight)) for times in (gained.before, gained.after))
    return say(
        "their mean time would fall from {before:.0f} to {after:.0f} {after:minute|minutes}", before=before, after=after
    )


def _share(gained: Gained, to_gain: float, request: Request, say: Callable[..., str]) -> str:
    if not request.kind.tells_shares or request.presence != "always" or to_gain <= 0:
        return ""
    return say(", {share} of those to be gained", share=percent(gained.people / to_gain, language=request.language))


def _named(names: list[str], say: Callable[..., str]) -> str:
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    return say("{names} and {count} {count:other|others}", names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)

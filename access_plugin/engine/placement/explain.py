"""Why a place was chosen, in one sentence that can be quoted."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np

from ..numbers import is_plural, minutes, number, percent
from ..text import printed
from .models import COVERING
from .request import Request
from .rules import without_gp

_NAMED = 3


@dataclass(frozen=True)
class Gained:
    """What one place adds to those chosen before it.

    ``people`` newly within the threshold, in ``communes`` (names, the most people first); ``weight``, ``before`` and ``after`` of all whom it serves sooner;
    ``within``: how many places of the demand it reaches within the threshold; ``part`` of the week that its doctors are there.
    """

    rank: int
    name: str
    people: float
    to_gain: float
    communes: list[str]
    weight: np.ndarray
    before: np.ndarray
    after: np.ndarray
    within: int
    part: float
    candidate: gpd.GeoDataFrame


def reason(gained: Gained, request: Request, threshold: float) -> str:
    """Return the sentence, in the language of the request."""
    say = lambda source, **facts: printed(source, request.language).format(**facts)  # noqa: E731
    people = lambda count: counted(count, printed("{count} inhabitant", request.language), printed("{count} inhabitants", request.language), request.language)  # noqa: E731
    facts = {"name": gained.name, "rank": gained.rank, "threshold": minutes(threshold, language=request.language)}
    mean = _mean_times(gained, say, request.language)
    if request.model in COVERING and gained.people > 0:
        communes = counted(len(gained.communes), printed("{count} commune", request.language), printed("{count} communes", request.language), request.language)
        text = say("{rank}. {name}: {people} of {communes} ({names}), beyond {threshold} minutes today, would be within {threshold} minutes{share}; {mean}.", people=people(gained.people), communes=communes,
                   names=_named(gained.communes, say), share=_share(gained, request, say), mean=mean, **facts)  # fmt: skip
    elif mean:
        text = say("{rank}. {name}: {people} would be served sooner; {mean}.", people=people(gained.weight.sum()), mean=mean, **facts)
    elif request.model == "backup" and gained.within:
        text = say("{rank}. {name}: a second doctor within {threshold} minutes for places that have one.", **facts)
    else:
        text = say("{rank}. {name}: adds nobody to those gained before; it was required.", **facts)
    notes = []
    if gained.part < 1:
        notes.append(say("Partial cover: its doctors are there for {share} of the week.", share=percent(gained.part, 0, language=request.language)))
    bare = without_gp(gained.candidate)
    if bare is not None and bare[0]:
        notes.append(say("No GP is recorded there."))
    return " ".join([text, *notes])


def counted(count: float, one: str, many: str, language: str) -> str:
    """Return a number with its noun, in the singular or the plural of a language; both as they are printed."""
    return (many if is_plural(round(count), language=language) else one).format(count=number(count, language=language))


def _mean_times(gained: Gained, say, language: str) -> str:
    """Say how the mean time of those served sooner falls; nothing where nobody is."""
    if gained.weight.sum() <= 0:
        return ""
    before, after = (float(np.average(times, weights=gained.weight)) for times in (gained.before, gained.after))
    return say("their mean time would fall from {before} to {after} minutes", before=number(before, language=language), after=number(after, language=language))


def _share(gained: Gained, request: Request, say) -> str:
    if request.model != "mclp" or request.presence != "always" or gained.to_gain <= 0:
        return ""
    return say(", {share} of those to be gained", share=percent(gained.people / gained.to_gain, language=request.language))


def _named(names: list[str], say) -> str:
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    return say("{names} and {count} others", names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)

"""What is said of the suggested places: doctors (MCS), or more sites of a kind of one's own. No QGIS here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.numbers import is_plural
from ..engine.placement.explain import sooner
from ..engine.sites.own_roles import definition_of, is_own

if TYPE_CHECKING:
    from .wording import Wording


def kind_of_places(wording: Wording) -> str:
    """Return what is placed, where it is a kind of site of one's own; an empty text for doctors."""
    baseline = wording.record.request.baseline
    return definition_of(baseline).word if is_own(baseline) else ""


def what_places_bring(wording: Wording) -> str:
    """Return what the suggested places would bring, or an empty text."""
    found, count = wording.record.found, len(wording.chosen())
    if found is None or count == 0 or not found["to_gain"] > 0:  # or not told
        return ""
    facts = {
        "count": count,
        "people": wording.people(found["gained"]),
        "share": wording.percent(found["gained"] / found["to_gain"]),
        "threshold": wording.threshold,
        "sooner": sooner(wording.record.request),
    }
    if kind := kind_of_places(wording):
        return wording.say(
            "With {count} more {count:site|sites} ({care}), {people} more would have one within {threshold} "
            "minutes{sooner}: {share} of those who today have none within that time.",
            care=kind,
            **facts,
        )
    many, one = (
        wording.translate(
            "With {count} more correspondent doctors (MCS), {people} more would have one within {threshold} "
            "minutes{sooner}: {share} of those who today have {none} within that time."
        ),
        wording.translate(
            "With {count} more correspondent doctor (MCS), {people} more would have one within {threshold} "
            "minutes{sooner}: {share} of those who today have {none} within that time."
        ),
    )
    none = {"emergency": wording.say("no SU, SMUR or MCS"), "smur": wording.say("no SMUR or MCS")}[
        wording.record.request.baseline
    ]
    text = many if is_plural(count, language=wording.language) else one
    return text.format(none=none, **facts)


def care_with_places(wording: Wording) -> str:
    """Return the care that the suggested places add to: ``first care (SU, SMUR or MCS)``."""
    if kind := kind_of_places(wording):
        return wording.say("any site ({care})", care=kind)
    return {"emergency": wording.say("first care (SU, SMUR or MCS)"), "smur": wording.say("any SMUR or MCS")}[
        wording.record.request.baseline
    ]


def who_is_counted(wording: Wording) -> str:
    """Return who counts as without care where places are suggested, which may not be the study's definition."""
    if kind := kind_of_places(wording):
        return wording.say(
            "Counted here: residents more than {threshold} minutes from every site ({care}); the suggested places "
            "count as such sites.",
            threshold=wording.threshold,
            care=kind,
        )
    return {
        "emergency": wording.say(
            "Counted here: residents more than {threshold} minutes from every SU, SMUR and MCS; the "
            "suggested places count as MCS.",
            threshold=wording.threshold,
        ),
        "smur": wording.say(
            "Counted here: residents more than {threshold} minutes from every SMUR and MCS, wherever the SU "
            "are; the suggested places count as MCS.",
            threshold=wording.threshold,
        ),
    }[wording.record.request.baseline]


def nearest_today(wording: Wording) -> str:
    """Return by what a place counts as not covered yet: ``the nearest SU or SMUR``."""
    if kind := kind_of_places(wording):
        return wording.say("the nearest site ({care})", care=kind)
    return {"emergency": wording.say("the nearest SU or SMUR"), "smur": wording.say("the nearest SMUR")}[
        wording.record.request.baseline
    ]

"""What settling a question found, as values, and the sentences that say it: all words of times and areas stand here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..network.snap import DOUBTFUL_M, MOST_M
from ..progress import Progress
from ..text import listed, tr, translate
from ..words import word

#: What was found → whether it is a warning, and its sentence.
SENTENCES = {
    "seasonal_sites": (
        True,
        translate(
            "{count} {count:site is|sites are} open for a season only and {count:counts|count} all the year: {ids}."
        ),
    ),
    "sites_on_islands": (
        True,
        translate(
            "{ids:Site|Sites} {ids} {ids:stands|stand} on roads that nothing joins to the rest of the network: nobody "
            "else has a way to {ids:it, and it is left out. Check its position|them, and they are left out. Check "
            "their positions}, or build a network with the roads between."
        ),
    ),
    "sites_no_stopping": (
        True,
        translate(
            "{ids:Site|Sites} {ids} {ids:has|have} no road within {km:g} km but a motorway, a ramp, a bridge, a tunnel "
            "or a ferry, and {ids:stands|stand} on it."
        ),
    ),
    "sites_doubtful": (
        True,
        translate(
            "{ids:Site|Sites} {ids} {ids:is|are} farther than {metres:g} m from any road; {ids:its|their} times are "
            "doubtful."
        ),
    ),
    "hours_not_applied": (
        True,
        translate(
            "Opening hours are not applied: {count} {count:site that is|sites that are} not open day and "
            "night, or {count:does|do} not say so, {count:counts|count} as open. Choose a slot to apply them."
        ),
    ),
    "sites_without_hours": (
        True,
        translate(
            "{ids:Site|Sites} {ids} {ids:has no hours and is counted in no slot: its role is not open day and night by "
            "law. Write its hours, 24/7 where it is|have no hours and are counted in no slot: their roles are not open "
            "day and night by law. Write their hours, 24/7 where they are}."
        ),
    ),
    "sites_shut": (False, translate("{ids:Site|Sites} {ids} {ids:is|are} closed throughout the slot {slot}.")),
    "hours_without_care": (
        True,
        translate(
            "During {hours:g} {hours:hour|hours} a week of the part {slot} no site that counts ({roles}) is "
            "open: no place has a time that holds at every moment, and all are “not computed”. covered_share says "
            "for how much of it they are covered."
        ),
    ),
    "sites_not_throughout": (
        True,
        translate(
            "{count} {count:site is|sites are} not open throughout the part of the week {slot} and {count:has no "
            "area of its|have no areas of their} own: {ids}."
        ),
    ),
    "directions_apart": (
        False,
        translate(
            "Sites that people drive to and teams that drive to them are shared out apart: two sets of "
            "areas, which overlap; the field “direction” tells them apart."
        ),
    ),
    "sites_at_chef_lieu": (
        False,
        translate(
            "Convention DREES: {known} {known:site stands|sites stand} at the chef-lieu of {known:its|their} "
            "commune, {unknown} {unknown:keeps its|keep their} own position."
        ),
    ),
    "sites_not_driven": (
        False,
        translate(
            "{count} {count:site is|sites are} a helicopter or a medical dispatch centre, and {count:has no "
            "area|have no areas} by road."
        ),
    ),
    "roles_missing": (True, translate("No site has the role {roles}: the areas are those of the others.")),
    "convention_of_places": (
        True,
        translate("The convention concerns places only: areas are always drawn from the sites' own positions."),
    ),
    "places_far": (
        True,
        translate(
            "{count} {count:place is|places are} farther than {km:g} km from any road and {count:is|are} not "
            "computed: {ids}."
        ),
    ),
    "places_doubtful": (
        True,
        translate(
            "{count} {count:place is|places are} farther than {metres:g} m from any road; {count:its time "
            "is|their times are} doubtful."
        ),
    ),
    "places_no_stopping": (
        True,
        translate(
            "{count} {count:place has|places have} no road within {km:g} km but a motorway, a ramp, a bridge, a "
            "tunnel or a ferry, and {count:stands|stand} on it: {ids}."
        ),
    ),
    "places_cut_off": (
        True,
        translate(
            "{count} {count:place|places} ({people:.0f} {people:person|people}) {count:has|have} roads but no "
            "way to any site: closed roads cut {count:it|them} off, or one-way roads. {count:It is|They are} not "
            "computed, and not counted as beyond: {ids}."
        ),
    ),
    "season_closes_none": (
        True,
        translate("The roads' own data mark none as closed in the season {season}: it closes none."),
    ),
    "season_closes_own": (
        False,
        translate("The roads' own data mark none as closed in the season {season}: only those of {name} are closed."),
    ),
    "no_elevation": (
        True,
        translate("The network was built without an elevation model: snow slows no road, and slopes do not count."),
    ),
    "edges_unknown": (
        False,
        translate(
            "No end of the roads was found near their outline: whether roads beyond could change a time cannot be told."
        ),
    ),
    "edges_far": (
        False,
        translate("The roads reach at least {minutes:.0f} {minutes:minute|minutes} beyond every place."),
    ),
    "edges_harmless": (
        False,
        translate(
            "The roads end {minutes:.0f} {minutes:minute|minutes} from some places, less than the {belt:g} that "
            "are wanted, but nearer sites are known for all of them."
        ),
    ),
    "edges_near": (
        True,
        translate(
            "{count} {count:place|places} {count:is|are} nearer to the end of the roads than to care: roads and "
            "sites beyond could change {count:its time, and it is|their times, and they are} marked as "
            "uncertain. Take in the roads and sites of {belt:g} {belt:minute|minutes} of driving around."
        ),
    ),
    "edges_near_people": (
        True,
        translate(
            "{count} {count:place|places} ({people:.0f} {people:person|people}) {count:is|are} nearer to the end "
            "of the roads than to care: roads and sites beyond could change {count:its time, and it is|their "
            "times, and they are} marked as uncertain. Take in the roads and sites of {belt:g} "
            "{belt:minute|minutes} of driving around."
        ),
    ),
}
_LISTS = ("ids", "roles")


@dataclass(frozen=True)
class Finding:
    """One thing that was found: a key of :data:`SENTENCES`, and the facts that its sentence names.

    ``ids`` and ``roles`` are lists, ``slot`` and ``season`` words of :mod:`defaults`.
    """

    what: str
    facts: dict[str, Any]

    @property
    def is_warning(self) -> bool:
        """Whether it is told as a warning."""
        return SENTENCES[self.what][0]

    def sentence(self) -> str:
        """Return it in the language of the interface."""
        facts = {"km": MOST_M / 1000, "metres": DOUBTFUL_M} | self.facts
        facts |= {name: listed(dict.fromkeys(facts[name])) for name in _LISTS if name in facts}
        facts |= {name: word(name.upper(), facts[name]) for name in ("slot", "season") if name in facts}
        return tr(SENTENCES[self.what][1]).format(**facts)


def found(what: str, **facts: Any) -> Finding:
    """Return a finding with its facts by name."""
    return Finding(what, facts)


def tell(findings: Iterable[Finding], progress: Progress) -> None:
    """Say what was found, in its order."""
    for finding in findings:
        (progress.warn if finding.is_warning else progress.say)(finding.sentence())

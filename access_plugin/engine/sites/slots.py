"""Parts of the week, and which sites are open when: the moments at which a time must hold."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np

from ..errors import InputError
from ..progress import SILENT, Progress
from ..text import listed, tr
from ..words import word
from .hours import ALWAYS, MINUTES_A_DAY, open_minutes

#: Parts of the week (``defaults.SLOTS``): hours are not applied in ``all_open``; ``worst`` is the whole week. The
#: others are those of the permanence des soins ambulatoires (code de la santé publique R6315-1: from 20:00 to 8:00,
#: Saturdays from noon, Sundays), the night parted at midnight as the sectors of PDSA do.
HOURS_OF_SLOT = {
    "day": "Mo-Fr 08:00-20:00; Sa 08:00-12:00",
    "evening": "20:00-24:00",
    "night": "00:00-08:00",
    "weekend": "Sa 12:00-20:00; Su 08:00-20:00",
    "worst": ALWAYS,
}
#: Roles that are not open day and night unless their list says so (DOMAIN § 2.2): without hours they are counted in no
#: slot.
NEEDING_HOURS = ("AMU", "SMUR_ANTENNE", "MCS", "CSNP")


@dataclass(frozen=True)
class Moment:
    """A part of a slot during which the same sites are open: how many minutes a week, and (s,) bool which sites."""

    minutes: int
    open: np.ndarray


def moments_of(sites: gpd.GeoDataFrame, slot: str, progress: Progress = SILENT, *, needed: bool = True) -> list[Moment]:
    """Cut a slot into the moments at which the same sites are open.

    What holds at each of them holds throughout the slot: the worst of them is the time that a place is sure of.

    Parameters
    ----------
    sites
        As :func:`table.read_sites` gives them.
    slot
        Of ``defaults.SLOTS``.
    needed
        Whether some site must be open; else there is one moment without any.

    Raises
    ------
    InputError
        No site is open at all during the slot.
    """
    always = sites["hours"].isin(["", ALWAYS]).to_numpy()
    unknown = ((sites["hours"] == "") & sites["role"].isin(NEEDING_HOURS)).to_numpy()
    if slot == "all_open":
        if not always.all() or unknown.any():
            text = tr(
                "Opening hours are not applied: {count} {count:site that is|sites that are} not open day and "
                "night, or {count:does|do} not say so, {count:counts|count} as open. Choose a slot to apply them."
            )
            progress.warn(text.format(count=int((~always | unknown).sum())))
        return [Moment(7 * MINUTES_A_DAY, np.ones(len(sites), bool))]
    within = open_minutes(HOURS_OF_SLOT[slot])
    week = np.zeros((len(sites), 7 * MINUTES_A_DAY), bool)
    for hours in sites["hours"].unique():
        week[(sites["hours"] == hours).to_numpy()] = open_minutes(hours)
    week[unknown] = False
    if unknown.any():
        text = tr(
            "Sites {ids} have no hours and are counted in no slot: their roles are not open day and night by "
            "law. Write their hours, 24/7 where they are."
        )
        progress.warn(text.format(ids=listed(dict.fromkeys(sites.loc[unknown, "id"]))))
    week = week[:, within]
    shut = ~week.any(axis=1) & ~unknown
    if shut.any():
        progress.say(
            tr("Sites {ids} are closed throughout the slot {slot}.").format(
                ids=listed(dict.fromkeys(sites.loc[shut, "id"])), slot=word("SLOT", slot)
            )
        )
    if needed and not week.any():
        raise InputError(
            tr("No site is open during the slot {slot}. Choose another one, or write the hours of the sites.").format(
                slot=word("SLOT", slot)
            )
        )
    _, first, minutes = np.unique(np.packbits(week, axis=0), axis=1, return_index=True, return_counts=True)
    order = np.argsort(first)
    return [Moment(int(minutes[number]), week[:, first[number]]) for number in order]

"""Parts of the week, and which sites are open when: the moments at which a time must hold."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..arrays import Bools
from ..vocabulary import SLOT
from .french_hours import MINUTES_A_DAY
from .hours import ALWAYS, open_minutes
from .roles import roles_with

NEEDING_HOURS = roles_with("needs_hours")


@dataclass(frozen=True)
class Moment:
    """A part of a slot during which the same sites are open: how many minutes a week, and (s,) bool which sites."""

    minutes: int
    open: Bools


def moments_of(sites: gpd.GeoDataFrame, slot: str) -> list[Moment]:
    """Cut a slot into the moments at which the same sites are open.

    What holds at each of them holds throughout the slot: the worst of them is the time that a place is sure of.

    Parameters
    ----------
    sites
        As :func:`table.read_sites` gives them.
    slot
        Of ``defaults.SLOTS``; hours are not applied in ``all_open``.
    """
    if slot == "all_open":
        return [Moment(7 * MINUTES_A_DAY, np.ones(len(sites), bool))]
    if len(sites) == 0:
        return [Moment(int(open_minutes(SLOT[slot].hours).sum()), np.zeros(0, bool))]
    week = _open_in(sites, slot)
    _, first, minutes = np.unique(np.packbits(week, axis=0), axis=1, return_index=True, return_counts=True)
    order = np.argsort(first)
    return [Moment(int(minutes[number]), week[:, first[number]]) for number in order]


def hours_in(sites: gpd.GeoDataFrame, slot: str) -> dict[str, pd.Series]:
    """Return the ids of the sites whose hours say little in a slot, by what is found of them.

    ``hours_not_applied``: not open day and night, or not known to be, in a slot that applies no hours.
    ``sites_without_hours``: not counted for want of hours. ``sites_shut``: closed throughout.
    """
    always, unknown = sites["hours"].isin(["", ALWAYS]), _without_hours(sites)
    if slot == "all_open":
        return {"hours_not_applied": sites.loc[~always | unknown, "id"]}
    shut = ~_open_in(sites, slot).any(axis=1) & ~unknown.to_numpy()
    return {"sites_without_hours": sites.loc[unknown, "id"], "sites_shut": sites.loc[shut, "id"]}


def _without_hours(sites: gpd.GeoDataFrame) -> pd.Series:
    return (sites["hours"] == "") & sites["role"].isin(NEEDING_HOURS)


def _open_in(sites: gpd.GeoDataFrame, slot: str) -> Bools:
    """Return (s, minutes of the slot) bool: which sites are open when."""
    week = np.zeros((len(sites), 7 * MINUTES_A_DAY), bool)
    for hours in sites["hours"].unique():
        week[(sites["hours"] == hours).to_numpy()] = open_minutes(hours)
    week[_without_hours(sites).to_numpy()] = False
    return week[:, open_minutes(SLOT[slot].hours)]

"""The way onward: to an emergency department, and from there to a centre of another kind, such as a stroke unit."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..arrays import Bools, Floats, Ints
from ..errors import InputError
from ..network.snap import Attachment, attach
from ..network.timed import TimedNetwork
from ..progress import SILENT, Progress
from ..sites.own_roles import key_of, own_leg
from ..sites.roles import LEG
from ..text import tr
from .care import Care, points_xy
from .reach import nearest_minutes


def onward_times(care: Care, places: gpd.GeoDataFrame, role: str, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Compute how long people take to a centre by way of an emergency department (SU).

    The SU is the one by which the whole way is shortest, which need not be the nearest; both delays count. During a
    slot the time is the longest that any moment of it gives, with the sites that are open then.

    Parameters
    ----------
    care
        The sites that count, those of the role among them (:func:`care.in_force` with :func:`own_roles.own_leg`).
    places
        Points in any reference system.
    role
        A role of one's own to which people drive (“vers UNV”).

    Returns
    -------
    pandas.DataFrame
        One row a place, same index: ``t_su_<key>_min`` (minutes, NaN where there is no such way), ``via_<key>`` (the
        id of the SU) and ``onward_<key>`` (the id of the centre), None there.

    Raises
    ------
    InputError
        Its team drives to people, or the convention is that of DREES.
    """
    leg, key = own_leg(role), key_of(role)
    if leg.direction != "inbound":
        raise InputError(tr("“{role}”: its team drives to people, so that nobody is taken there.").format(role=role))
    if care.setting.convention == "drees":
        raise InputError(tr("The way onward is computed from place to place only (CONVENTION=fine)."))
    timed = care.timed(LEG["su"])
    at = attach(timed, points_xy(places.to_crs(care.network.crs).geometry))
    count, moments = len(places), care.moments_for((LEG["su"], leg))
    worst, via, centre = np.full(count, -np.inf), np.full(count, -1), np.full(count, -1)
    for number, moment in enumerate(moments):
        progress.at(number / len(moments))
        minutes, through, there = _at_moment(care, timed, at, moment.open, role)
        later = (minutes > worst) | (np.isnan(minutes) & ~np.isnan(worst))
        worst = np.where(later, minutes, worst)
        via, centre = np.where(later, through, via), np.where(later, there, centre)
    ids = np.append(care.sites["id"].to_numpy(object), np.array([None], object))
    columns = {f"t_su_{key}_min": pd.Series(worst, index=places.index)}
    for name, rows in (("via", via), ("onward", centre)):
        columns[f"{name}_{key}"] = pd.Series(ids[rows], index=places.index, dtype=object)
    return pd.DataFrame(columns, index=places.index)


def _at_moment(care: Care, timed: TimedNetwork, at: Attachment, opened: Bools, role: str) -> tuple[Floats, Ints, Ints]:
    """Return the minutes of each place, and the rows of the SU and of the centre; NaN and -1 where there is no way."""
    su, leg = LEG["su"], own_leg(role)
    departments, centres = (np.flatnonzero(opened & care.has(one)) for one in (su, leg))
    nowhere = np.full(len(at), np.nan), np.full(len(at), -1), np.full(len(at), -1)
    if not len(departments) or not len(centres):
        return nowhere
    onward, nearest = _search(timed, care, centres, np.zeros(len(centres)), care.at(su).take(departments))
    reached = np.flatnonzero(~np.isnan(onward))
    if not len(reached):
        return nowhere
    minutes, row = _search(timed, care, departments[reached], onward[reached], at)
    known = row >= 0
    through, there = nowhere[1].copy(), nowhere[2].copy()
    through[known] = departments[reached][row[known]]
    there[known] = centres[nearest[reached][row[known]]]
    return minutes, through, there


def _search(timed: TimedNetwork, care: Care, rows: Ints, later: Floats, places: Attachment) -> tuple[Floats, Ints]:
    """Return the minutes of places to the quickest of some sites, each so much later, and which of them it is."""
    sites, delay = care.at(LEG["su"]).take(rows), care.delay[rows] + later
    return nearest_minutes(timed, "inbound", sites, delay, places)

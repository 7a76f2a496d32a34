"""When doctors are there: the part of the week that a place of MCS covers (DOMAIN § 2.5, rule 5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, hstack

from ..arrays import Floats, Ints
from ..errors import InputError
from ..sites.hours import ALWAYS, open_minutes
from ..tables import texts
from ..text import listed, tr
from ..vocabulary import SLOT
from .request import known, known_number
from .solving.problem import Problem

_HOURS_A_WEEK = 7 * 24


@dataclass(frozen=True)
class Presence:
    """Who is there when.

    Attributes
    ----------
    share
        (c, m) the part of each moment of the week that a doctor of each place is there: 1 and 0 where the hours are
        known, in between where only their number is.
    length
        (m,) the part of the week that each moment is; they sum to 1.
    """

    share: Floats
    length: Floats

    @property
    def of_week(self) -> Floats:
        """(c,) the part of the week that a doctor of each place is there."""
        of_week: Floats = self.share @ self.length
        return of_week

    def of_choice(self, rows: Ints, reached: csr_matrix) -> Floats:
        """Return (d,) the part of the week that the best of some places within reach covers each demand.

        `reached` has a row for each of `rows`.
        """
        covered = np.zeros(reached.shape[1])
        for moment, length in enumerate(self.length):
            here = reached.multiply(self.share[rows, moment][:, None]).tocsr()
            covered += length * (here.max(axis=0).toarray().ravel() if len(rows) else 0.0)
        return covered


def presence_of(places: pd.DataFrame, slot: str, doctor_share: float) -> Presence:
    """Read when the doctors of places are there.

    Parameters
    ----------
    places
        Candidates or sites: with ``hours`` (opening hours) the time is known; else ``doctors`` times ``weekly_hours``,
        or times `doctor_share` of the week, is spread evenly, and several doctors are taken to be there one after the
        other. No doctor counts as one: the one to come.
    slot
        The part of the week that counts, of ``defaults.SLOTS``.

    Raises
    ------
    InputError
        The hours of a candidate cannot be read.
    """
    hours = known(places, "hours")
    hours = texts(hours) if hours is not None else pd.Series("", index=places.index)
    doctors, weekly = (
        known_number(places, "doctors", 1.0),
        known_number(places, "weekly_hours", doctor_share * _HOURS_A_WEEK),
    )
    spread = np.minimum(doctors.where(doctors > 0, 1.0) * weekly / _HOURS_A_WEEK, 1.0).to_numpy()
    patterns, wrong = {"": np.ones(7 * 24 * 60, bool)}, []
    for text in hours.unique():
        try:
            patterns[text] = open_minutes(text)
        except ValueError:
            wrong.append(text)
    if wrong:
        text = tr(
            "The hours of {ids:candidate|candidates} {ids} cannot be read. Write them as Mo-Fr 08:00-20:00; Sa "
            "08:00-13:00."
        )
        raise InputError(text.format(ids=listed(places.loc[hours.isin(wrong), "id"])))
    counted = open_minutes(SLOT[slot].hours or ALWAYS)
    names = list(patterns)
    week = np.array([patterns[name][counted] for name in names])
    _, first, minutes = np.unique(np.packbits(week, axis=0), axis=1, return_index=True, return_counts=True)
    of_pattern = week[:, first].astype(float)  # (patterns, moments)
    share = of_pattern[[names.index(text) for text in hours]] * np.where(hours == "", spread, 1.0)[:, None]
    return Presence(share, minutes / minutes.sum())


def by_moments(problem: Problem, presence: Presence) -> Problem:
    """Return the problem in which each demand is cut into the moments of the week.

    A candidate serves each for the part that its doctors are there.
    """
    parts = []
    for moment in range(len(presence.length)):
        part = problem.scores.multiply(presence.share[:, moment][:, None]).tocsr()
        part.eliminate_zeros()
        parts.append(part)
    weight = np.concatenate([problem.weight * length for length in presence.length])
    return Problem(hstack(parts, format="csr"), weight, problem.steps, problem.existing, problem.required)

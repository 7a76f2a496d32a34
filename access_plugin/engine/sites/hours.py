"""Opening hours: the part of OpenStreetMap's ``opening_hours`` that a list of sites needs.

Rules are separated by ``;``, the later ones replacing the earlier ones on their days: ``Mo-Fr 08:00-20:00; Sa
08:00-13:00``; or by commas, the later ones being added: ``Mo-Fr 08:00-20:00, Sa 08:00-13:00`` (which needs no quotes in
a table of ``;``), but for days that are ``off``, which are closed either way. Further: ``24/7``, ``Mo,We
09:00-12:00,14:00-18:00``, ``Su off``, ``20:00-08:00`` (every day, past midnight), ``PH off`` (public holidays: read,
not counted in a week). Grammar: OpenStreetMap wiki, Key:opening_hours/specification. What is not of this form is read
as :mod:`french_hours` does.
"""

from __future__ import annotations

import re

import numpy as np

from ..arrays import Bools
from .french_hours import MINUTES_A_DAY, Span, french_week

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_RULE = re.compile(
    r"(?:(?P<days>[a-z]{2}(?:\s*[-,]\s*[a-z]{2})*)\s*)?"
    r"(?P<times>off|closed|24/7|(?:\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d)(?:\s*,\s*\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d)*)?"
)
_FURTHER_RULE = re.compile(r"(?<=\d)\s*,\s*(?=[a-z])")  # a comma between a time and the day of another rule
ALWAYS, _CLOSED = "24/7", ("off", "closed")


def open_minutes(hours: str) -> Bools:
    """Return the minutes of a week, from Monday 00:00, at which a site is open.

    Parameters
    ----------
    hours
        The text; empty means always.

    Returns
    -------
    numpy.ndarray
        (10080,) bool.

    Raises
    ------
    ValueError
        The text is not of this form, a time is none, or the site would never open.
    """
    english = re.search(r"\b(?:mo|tu|th|fr|su)\b", hours, re.IGNORECASE)  # whose Wednesday is We
    text = (hours.strip() if english else re.sub(r"\bWE\b", "week-end", hours.strip())).lower()
    if text in ("", ALWAYS):
        return np.ones(7 * MINUTES_A_DAY, bool)
    try:
        spans = _osm_week(text.replace("–", "-"))
    except ValueError:
        spans = french_week(text)
    week = np.zeros((7, MINUTES_A_DAY), bool)
    for day, start, end in ((day, *span) for day, of_day in enumerate(spans) for span in of_day):
        week[day, start : min(end, MINUTES_A_DAY)] = True
        week[(day + 1) % 7, : max(end - MINUTES_A_DAY, 0)] = True  # past midnight
    if not week.any():
        raise ValueError(hours)
    return week.ravel()


def _osm_week(text: str) -> list[list[Span]]:
    spans: list[list[Span]] = [[] for _ in DAYS]
    for part in text.rstrip("; ").split(";"):
        for number, piece in enumerate(_FURTHER_RULE.split(part)):
            rule = _RULE.fullmatch(piece.strip())
            if rule is None or not piece.strip():
                raise ValueError(piece.strip() or text)
            days = _days(rule["days"]) if rule["days"] else range(7)
            for day in days:  # none for a rule of public holidays
                closed = rule["times"] in _CLOSED  # also after a comma, which adds nothing then
                spans[day] = (spans[day] if number and not closed else []) + _spans(rule["times"])
    return spans


def _days(text: str) -> list[int]:
    """Return the numbers of the days; none for public and school holidays (``ph``, ``sh``), which no week has."""
    found: list[int] = []
    for part in re.split(r"\s*,\s*", text):
        ends = re.split(r"\s*-\s*", part)
        if part in ("ph", "sh"):
            continue
        if len(ends) > 2 or any(word not in DAYS for word in ends):
            raise ValueError(part)
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        found += [day % 7 for day in range(first, last + 1 + (7 if last < first else 0))]
    return sorted(set(found))


def _spans(times: str | None) -> list[Span]:
    if times in _CLOSED:
        return []
    if times in (None, ALWAYS):
        return [(0, MINUTES_A_DAY)]
    spans = []
    for part in times.split(","):
        start, end = (_minute(clock) for clock in part.split("-"))
        if start == end or start >= MINUTES_A_DAY:
            raise ValueError(part.strip())
        spans.append((start, end if end > start else end + MINUTES_A_DAY))
    return spans


def _minute(clock: str) -> int:
    hour, minute = (int(part) for part in clock.strip().split(":"))
    if minute > 59 or hour * 60 + minute > MINUTES_A_DAY:
        raise ValueError(clock.strip())
    return hour * 60 + minute

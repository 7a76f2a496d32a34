"""Opening hours: the part of OpenStreetMap's ``opening_hours`` that a list of sites needs.

Rules are separated by ``;``, the later ones replacing the earlier ones on their days: ``Mo-Fr 08:00-20:00; Sa 08:00-13:00``, ``24/7``,
``Mo,We 09:00-12:00,14:00-18:00``, ``Su off``, ``20:00-08:00`` (every day, past midnight), ``PH off`` (public holidays: read, not counted
in a week). Grammar: OpenStreetMap wiki, Key:opening_hours/specification.
"""

from __future__ import annotations

import re

import numpy as np

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
#: French abbreviations that people write in the same form.
_FRENCH = {"lu": "mo", "ma": "tu", "me": "we", "je": "th", "ve": "fr", "di": "su"}
MINUTES_A_DAY = 24 * 60
_RULE = re.compile(r"(?:(?P<days>[a-z]{2}(?:\s*[-,]\s*[a-z]{2})*)\s*)?(?P<times>off|closed|24/7|(?:\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d)(?:\s*,\s*\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d)*)?")
ALWAYS = "24/7"


def open_minutes(hours: str) -> np.ndarray:
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
    text = hours.strip().lower()
    if text in ("", ALWAYS):
        return np.ones(7 * MINUTES_A_DAY, bool)
    spans: list[list[tuple[int, int]]] = [[] for _ in DAYS]
    for part in text.rstrip("; ").split(";"):
        rule = _RULE.fullmatch(part.strip())
        if rule is None or not part.strip():
            raise ValueError(part.strip() or hours)
        days = _days(rule["days"]) if rule["days"] else range(7)
        for day in days:  # none for a rule of public holidays
            spans[day] = _spans(rule["times"])
    week = np.zeros((7, MINUTES_A_DAY), bool)
    for day, start, end in ((day, *span) for day, of_day in enumerate(spans) for span in of_day):
        week[day, start : min(end, MINUTES_A_DAY)] = True
        week[(day + 1) % 7, : max(end - MINUTES_A_DAY, 0)] = True  # past midnight
    if not week.any():
        raise ValueError(hours)
    return week.ravel()


def _days(text: str) -> list[int]:
    """Return the numbers of the days; none for public and school holidays (``ph``, ``sh``), which no week has."""
    found: list[int] = []
    for part in re.split(r"\s*,\s*", text):
        ends = [_FRENCH.get(word, word) for word in re.split(r"\s*-\s*", part)]
        if part in ("ph", "sh"):
            continue
        if len(ends) > 2 or any(word not in DAYS for word in ends):
            raise ValueError(part)
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        found += [day % 7 for day in range(first, last + 1 + (7 if last < first else 0))]
    return sorted(set(found))


def _spans(times: str | None) -> list[tuple[int, int]]:
    if times in ("off", "closed"):
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


def share_of_week(hours: str) -> float:
    """Return the share of the week during which a site is open, from 0 to 1."""
    return float(open_minutes(hours).mean())

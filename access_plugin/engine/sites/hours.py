"""Opening hours: the part of OpenStreetMap's ``opening_hours`` that a list of sites needs.

Rules are separated by ``;``, the later ones replacing the earlier ones on their days: ``Mo-Fr 08:00-20:00; Sa
08:00-13:00``; or by commas, the later ones being added: ``Mo-Fr 08:00-20:00, Sa 08:00-13:00`` (which needs no quotes in
a table of ``;``), but for days that are ``off``, which are closed either way. Further: ``24/7``, ``Mo,We
09:00-12:00,14:00-18:00``, ``Su off``, ``20:00-08:00`` (every day, past midnight), ``PH off`` (public holidays: read,
not counted in a week). Grammar: OpenStreetMap wiki,
Key:opening_hours/specification.
"""

from __future__ import annotations

import re

import numpy as np

from ..arrays import Bools

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
#: French days as people write them, short or long; the letters of the week follow.
_FRENCH = {"lu": "mo", "ma": "tu", "me": "we", "je": "th", "ve": "fr", "di": "su"}
_FRENCH_DAYS = re.compile(r"\b(lu|ma|me|je|ve|sa|di)(?:n|r|u|m|ndi|rdi|rcredi|udi|ndredi|medi|manche)?\b\.?")
_FRENCH_CLOCK = re.compile(r"(\d{1,2})\s*h(?:eures?)?(?:\s*(\d\d)(?!\d))?")
#: Day and night, and every day.
_ALL_DAY = r"(?:h\s*24|24\s*h?(?:eures)?\s*(?:/|sur)\s*24\s*h?(?:eures)?)"
_EVERY_DAY = r"(?:7\s*j?(?:ours)?\s*(?:/|sur)\s*7\s*j?(?:ours)?|tous les jours)"
_FRENCH_ALWAYS = re.compile(rf"(?:{_EVERY_DAY}(?:[\s,;]|et|-)*)?{_ALL_DAY}(?:(?:[\s,;]|et|-)*{_EVERY_DAY})?")
#: One letter for a day, where it can be only one; hours without minutes; and words that say nothing.
_LETTERS, _BY_LETTER = (
    re.compile(r"(?<![a-zé])([ljvsd])(?![a-zé.])"),
    {"l": "mo", "j": "th", "v": "fr", "s": "sa", "d": "su"},
)
_BARE_HOURS = re.compile(r"(?:(?<=[a-z] )|(?<=\d,)|(?<=\d, ))(\d{1,2})\s*-\s*(\d{1,2})(?![\d:])")
_LITTLE = re.compile(r"\b(?:du|de|des|les?|la)\b\s*")
MINUTES_A_DAY = 24 * 60
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
    text = _in_osm_s_form(re.sub(r"\bWE\b", "week-end", hours.strip()).lower())  # OpenStreetMap's Wednesday is We
    if text in ("", ALWAYS):
        return np.ones(7 * MINUTES_A_DAY, bool)
    spans: list[list[tuple[int, int]]] = [[] for _ in DAYS]
    for part in text.rstrip("; ").split(";"):
        for number, piece in enumerate(_FURTHER_RULE.split(part)):
            rule = _RULE.fullmatch(piece.strip())
            if rule is None or not piece.strip():
                raise ValueError(piece.strip() or hours)
            days = _days(rule["days"]) if rule["days"] else range(7)
            for day in days:  # none for a rule of public holidays
                closed = rule["times"] in _CLOSED  # also after a comma, which adds nothing then
                spans[day] = (spans[day] if number and not closed else []) + _spans(rule["times"])
    week = np.zeros((7, MINUTES_A_DAY), bool)
    for day, start, end in ((day, *span) for day, of_day in enumerate(spans) for span in of_day):
        week[day, start : min(end, MINUTES_A_DAY)] = True
        week[(day + 1) % 7, : max(end - MINUTES_A_DAY, 0)] = True  # past midnight
    if not week.any():
        raise ValueError(hours)
    return week.ravel()


def _in_osm_s_form(text: str) -> str:
    """Return French forms as OpenStreetMap writes them.

    ``lundi au vendredi 8h-20h30``, ``L-V 8-20``, ``24h/24 et 7j/7``.
    """
    if _FRENCH_ALWAYS.fullmatch(text) and text != ALWAYS:
        return ALWAYS
    text = re.sub(_EVERY_DAY, "mo-su", text) if text != ALWAYS else text
    text = re.sub(r"\bweek-?end\b", "sa,su", text.replace("–", "-").replace("fermé", "off"))
    text = re.sub(r"\s+(?:à|au|a)\s+", "-", _LITTLE.sub("", text))
    text = _FRENCH_CLOCK.sub(lambda clock: f"{clock[1]}:{clock[2] or '00'}", text)
    text = _FRENCH_DAYS.sub(lambda day: _FRENCH.get(day[1], day[1]), text)
    text = _LETTERS.sub(lambda day: _BY_LETTER[day[1]], text)
    text = re.sub(r"\b([a-z]{2})\s+et\s+([a-z]{2})\b", r"\1,\2", text)
    text = re.sub(r"(?<=\d)\s+et\s+(?=\d)", ",", text)  # 8h-12h et 14h-18h
    text = re.sub(r"(?<=[a-z])\s*:\s+(?=\d|off)", " ", text)  # lundi : 8h-12h
    return _BARE_HOURS.sub(r"\1:00-\2:00", text)


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

"""Coordinates as people write them: degrees, minutes and seconds, a letter for the side of the world."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

_SIDES = {
    "lat": {"n": 1, "nord": 1, "north": 1, "s": -1, "sud": -1, "south": -1},
    "lon": {"e": 1, "est": 1, "east": 1, "w": -1, "west": -1, "o": -1, "ouest": -1},
}
_SIDE = "(nord|north|sud|south|est|east|ouest|west|[nsewo])?"
_NUMBER = r"(\d+(?:[.,]\d+)?)"
#: A side before or after; degrees with their sign, then minutes with theirs, then seconds. Without any sign, blanks or
#: colons part them.
_SIGNED = re.compile(
    rf"{_SIDE}\s*([+-]?){_NUMBER}\s*(?:°|º|deg|d)\s*"
    rf"(?:{_NUMBER}\s*['′’´m]\s*(?:{_NUMBER}\s*(?:\"|″|”|''|′′|’’|s(?!\w))?)?)?\s*{_SIDE}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_SIDE}\s*([+-]?)(\d+)[\s:]+(\d+)[\s:]+{_NUMBER}\s*{_SIDE}", re.IGNORECASE)
_LETTERED = re.compile(rf"{_SIDE}\s*([+-]?){_NUMBER}\s*{_SIDE}", re.IGNORECASE)


def as_degrees(text: str, axis: str) -> float | None:
    """Return decimal degrees of a text, or None where it is no angle of that axis (``lon`` or ``lat``).

    None for a plain number too.

    >>> as_degrees("45°46'30\\"N", "lat"), as_degrees("3 4 12 O", "lon")
    (45.775, -3.07)
    >>> as_degrees("N 45.5", "lat"), as_degrees("45°46'30\\"N", "lon")
    (45.5, None)
    """
    text = text.strip()
    found = next((match for pattern in (_SIGNED, _BARE, _LETTERED) if (match := pattern.fullmatch(text))), None)
    if found is None:
        return None
    groups = found.groups()
    before, sign, parts, after = groups[0], groups[1], groups[2:-1], groups[-1]
    sides = [_SIDES[axis].get(side.lower(), 0) for side in (before, after) if side]
    if len(sides) > 1 or 0 in sides or (sides and sign) or (found.re is _LETTERED and not sides):
        return None
    degrees, minutes, seconds = (*(float(part.replace(",", ".")) if part else 0.0 for part in parts), 0.0, 0.0)[:3]
    if minutes >= 60 or seconds >= 60:
        return None
    return round((-1 if sign == "-" else 1) * (sides[0] if sides else 1) * (degrees + minutes / 60 + seconds / 3600), 9)


def in_degrees(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts of angles in ``lon`` and ``lat`` are decimal degrees.

    All other cells are as they were.
    """
    found = {axis: table[axis].map(lambda value, axis=axis: _cell(value, axis)) for axis in _SIDES if axis in table}
    return table.assign(**found)


def _cell(value: Any, axis: str) -> Any:
    degrees = as_degrees(value, axis) if isinstance(value, str) else None
    return value if degrees is None else str(degrees)

"""Seasons as lists and layers write them: words, or days of the year."""

from __future__ import annotations

import datetime
import re

import pandas as pd

from .errors import InputError
from .plain_words import plain
from .tables import texts
from .text import listed, tr
from .vocabulary import SEASON, SEASON_ROWS

_WORDS = {spelling: season.code for season in SEASON_ROWS for spelling in season.spellings}
_DAYS = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def read_seasons(column: pd.Series, name: str) -> pd.Series:
    """Return ``all_year``, ``winter``, ``summer`` or days, ``MM-DD/MM-DD``, for each text.

    An empty one is ``all_year``.

    Raises
    ------
    InputError
        A text is none of these.
    """
    words = texts(column).map(lambda text: text if "/" in text else plain(text))
    days = words.map(lambda text: bool(_DAYS.fullmatch(text)) and all(_is_day(end) for end in text.split("/"))).astype(
        bool
    )
    wrong = column.index[~words.isin(_WORDS) & ~days]
    if len(wrong):
        text = tr(
            "{name}: unknown season in {ids:feature|features} {ids}. Use annee, hiver, ete, or days such as "
            "12-15/04-15 (month-day)."
        )
        raise InputError(text.format(name=name, ids=listed(wrong)))
    return words.where(days, words.map(_WORDS))


def _is_day(text: str) -> bool:
    """Tell whether MM-DD is a day of a leap year."""
    try:
        datetime.date(2024, *(int(part) for part in text.split("-")))
    except ValueError:
        return False
    return True


def holds_in(seasons: pd.Series, season: str) -> pd.Series:
    """Tell which seasons, as :func:`read_seasons` gives them, hold in one.

    That of all the year, itself, and days that hold 1 February or 1 August.
    """
    day = SEASON[season].day

    def holds(text: str) -> bool:
        start, _, end = text.partition("/")
        return bool(end and day) and (start <= day <= end if start <= end else day >= start or day <= end)

    return seasons.isin(["", "all_year", season]) | seasons.map(holds).astype(bool)

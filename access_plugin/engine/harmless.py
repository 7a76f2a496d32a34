"""Texts from data, dialogs and files of others, before they reach a program that would take them for instructions.

Pages of QGIS, spreadsheets, browsers.
"""

from __future__ import annotations

import re
from html import escape

#: With one of these a spreadsheet begins a formula; the last ones are their full-width forms, which some take too.
_FORMULA = "=+-@|\t\r\n＝＋－＠"
_NUMBER = re.compile(r"[+-]?[\d\s.,\u00a0\u202f]*\d\s*%?")


def for_layout(text: str) -> str:
    """Return a text that QGIS writes on a page as it is.

    What stands between ``[%`` and ``%]`` it would evaluate, and could print the name of a folder.

    >>> for_layout("[% env('HOME') %] – 12 %")
    "[ % env('HOME') % ] – 12 %"
    """
    return text.replace("[%", "[ %").replace("%]", "% ]")


def for_cell(text: str) -> str:
    """Return a text that a spreadsheet shows as it is: one that would begin a formula gets an apostrophe before it.

    A number stays a number.

    >>> for_cell("=1+1"), for_cell("-12,5"), for_cell("- rien"), for_cell("Ambert")
    ("'=1+1", '-12,5', "'- rien", 'Ambert')
    """
    begins = text.lstrip(" \u00a0\u200b\ufeff")[:1]
    return (
        f"'{text}"
        if begins and begins in _FORMULA and not _NUMBER.fullmatch(text.strip()) and text.strip() not in ("-", "+")
        else text
    )


def for_html(text: str) -> str:
    """Return a text that a browser shows as it is, between tags and in the quotes of an attribute."""
    return escape(text)

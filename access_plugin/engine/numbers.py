"""Numbers as they are printed (DOMAIN § 7.1): no QGIS here."""

from __future__ import annotations

import math

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
MISSING = "–"


def number(value: float | None, decimals: int = 0, *, language: str = "fr") -> str:
    """Return ``12 345,6`` (French, narrow no-break space) or ``12,345.6`` (English); a dash where there is no value."""
    if value is None or math.isnan(value):
        return MISSING
    text = f"{abs(value):,.{decimals}f}"
    if language == "fr":
        text = text.replace(",", NARROW_SPACE).replace(".", ",")
    negative = value < 0 and any(digit in text for digit in "123456789")
    return (MINUS if negative else "") + text


def parts_of(text: str) -> list[str]:
    """Split a list that a person typed.

    Where a semicolon stands it separates, and the comma is the decimal sign, given back as a point; else commas
    separate.

    >>> parts_of("2,5;10"), parts_of("10,20")
    (['2.5', '10'], ['10', '20'])
    """
    parts = text.replace(",", ".").split(";") if ";" in text else text.split(",")
    return [part.strip() for part in parts if part.strip()]


def localised(value: float, form: str = "", *, language: str = "fr") -> str:
    """Return a number in a format of Python's, grouped and with the signs of a language.

    Such formats are ``.1f``, ``g``, ``.0%``; without one, whole numbers are as they are, others without needless zeros.
    """
    if math.isnan(value):
        return MISSING
    if not form:
        form = "" if float(value).is_integer() else ".10g"
        value = int(value) if not form else value
    if form.endswith("%"):
        return percent(value, int(form[1:-1] or 0), language=language)
    text = format(value, form)
    whole, point, decimals = text.lstrip("-+").partition(".")
    if not whole.isdigit():  # 1e+20, inf
        return text
    grouped = number(float(whole), language=language) if len(whole) < 16 else whole
    comma = "," if language == "fr" else "."
    return (
        (MINUS if text.startswith("-") else "+" if text.startswith("+") else "")
        + grouped
        + (comma + decimals if point else "")
    )


def percent(share: float | None, decimals: int = 1, *, language: str = "fr") -> str:
    """Return ``4,8 %`` (no-break space before the sign) or ``4.8%``."""
    if share is None or math.isnan(share):
        return MISSING
    return number(100 * share, decimals, language=language) + (NO_BREAK_SPACE + "%" if language == "fr" else "%")


def is_plural(value: float, *, language: str = "fr") -> bool:
    """Tell whether a noun after a number is in the plural.

    From 2 on in French (« 1,9 habitant »), for all but 1 in English.
    """
    return abs(value) >= 2 if language == "fr" else value != 1


def minutes(value: float, *, language: str = "fr") -> str:
    """Return a number of minutes without needless decimals: ``30``, ``22,5``."""
    return number(value, 0 if float(value).is_integer() else 1, language=language)


def rounded(value: float) -> float:
    """Return a number of people as a call-out gives it.

    Three significant digits above 10 000 (DOMAIN § 7.1), whole below.
    """
    if abs(value) <= 10_000:
        return float(round(value))
    step = 10.0 ** (math.floor(math.log10(abs(value))) - 2)
    return round(value / step) * step


def callout(value: float | None, *, language: str = "fr") -> str:
    """Return a rounded number: ``86 400``, ``8,21 M``; a dash where there is none."""
    if value is None or math.isnan(value):
        return MISSING
    short = rounded(value)
    if abs(short) < 1_000_000:
        return number(short, language=language)
    return trimmed(short / 1_000_000, language=language) + (NO_BREAK_SPACE if language == "fr" else "") + "M"


def trimmed(value: float, decimals: int = 2, *, language: str = "fr") -> str:
    """Return a number without zeros at its end: ``8,21``, ``1,5``, ``2``."""
    text = number(value, decimals, language=language)
    return text.rstrip("0").rstrip(",.") if "," in text or "." in text else text


def ordinal(value: int, *, language: str = "fr") -> str:
    """Return ``1er``, ``2e`` or ``1st``, ``2nd``."""
    if language == "fr":
        return f"{value}er" if value == 1 else f"{value}e"
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"

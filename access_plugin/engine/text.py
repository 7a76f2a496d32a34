"""Texts for people: the English source strings and their translations, read from Qt Linguist ``.ts`` files.

The ``.ts`` file itself is the catalogue, so that there is no compiled copy to forget, and the engine can speak French
without Qt. Two languages are kept apart: the one of the interface (:func:`tr`, set once by the plugin from QGIS) and
the one of what goes on paper (:func:`printed`, French unless asked otherwise, whatever the interface speaks).

Both give a :class:`Phrase`: what is filled into it is written as its language writes numbers, and words follow them:
``tr("{count} {count:place|places} kept")`` says “1 place kept” and “1,234 places kept”.
"""

from __future__ import annotations

import functools
import math
import numbers as kinds
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .numbers import is_plural, localised
from .xml_records import pieces_of, xml_records

CATALOGUES = Path(__file__).resolve().parent.parent / "i18n"
PRINT_LANGUAGE = "fr"
_interface_language = "en"


class Phrase(str):
    """A text of one language whose places are filled as that language wants it.

    Numbers are grouped and get the decimal sign of the language, whatever their format (``{x}``, ``{x:.1f}``,
    ``{x:g}``, ``{x:.0%}``); ``{year:d}`` leaves a number as it is. ``{count:one|many}`` gives the first word for a
    singular number and the second for a plural one (in French below 2, in English for 1 alone); where the same text
    prints the number with so many decimals (``{count:.0f}``), the word follows the number as it is printed. What
    :func:`listed` gives counts as many as it lists.
    """

    language: str

    def __new__(cls, text: str, language: str) -> "Phrase":
        """Make a text that knows its language."""
        phrase = super().__new__(cls, text)
        phrase.language = language
        return phrase

    def format(self, *values: object, **named: object) -> str:
        """Fill in values, as :meth:`str.format` does."""
        return _Filler(self.language).vformat(self, values, named)


class _Filler(string.Formatter):
    def __init__(self, language: str) -> None:
        self.language = language
        self.decimals: dict[str, int] = {}
        self.name = ""

    def vformat(self, text: str, values: Sequence[Any], named: Mapping[str, Any]) -> str:
        self.decimals = {
            name: int(spec[1:-1])
            for _, name, spec, _ in self.parse(text)
            if name and spec and re.fullmatch(r"\.\df", spec)
        }
        return super().vformat(text, values, named)

    def get_field(self, name: str, values: Sequence[Any], named: Mapping[str, Any]) -> Any:
        self.name = name
        return super().get_field(name, values, named)

    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, Listed) and "|" in spec:
            return spec.split("|")[value.number > 1]
        is_number = isinstance(value, kinds.Real) and not isinstance(value, bool)
        if not is_number or spec == "d":
            return str(super().format_field(value, spec))
        if "|" in spec:
            one, many = spec.split("|")
            value = round(value, self.decimals.get(self.name, 9)) if math.isfinite(value) else value
            return many if is_plural(value, language=self.language) else one
        return localised(value, spec, language=self.language)


@functools.cache
def catalogue(language: str) -> dict[str, str]:
    """Return ``{source: translation}`` of a language; empty for English and for languages without a ``.ts`` file."""
    path = CATALOGUES / f"access30_{language}.ts"
    if language == "en" or not path.exists():
        return {}
    pairs = (
        (message.get("source"), message.get("translation")) for _, message in xml_records(pieces_of(path), ("message",))
    )
    return {source: translation for source, translation in pairs if source and translation}


def set_language(locale: str) -> None:
    """Set the language of the interface from a locale such as ``fr_FR``."""
    global _interface_language
    _interface_language = locale[:2].lower()


def language() -> str:
    """Return the language of the interface, two letters."""
    return _interface_language


def tr(source: str) -> Phrase:
    """Translate a text of the interface."""
    return printed(source, _interface_language)


def printed(source: str, language: str = PRINT_LANGUAGE) -> Phrase:
    """Translate a text that goes into a map, a table or a note."""
    translation = catalogue(language).get(source)
    return Phrase(source, "en") if translation is None else Phrase(translation, language)


def translate(source: str) -> str:
    """Mark a text that stands in a table: it is translated where it is said."""
    return source


def numeral(value: float, form: str = "") -> str:
    """Return a number for a text of the interface, in a format of Python's."""
    return localised(value, form, language=_interface_language)


def typographic(text: str, language: str = PRINT_LANGUAGE) -> str:
    """Return what a person typed with the signs that French prints.

    They are curved apostrophes, and no-break spaces before ; ? ! % and within « ».
    """
    if language != "fr":
        return text
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"(?<=[\w»)’…])\s*([;?!»%])(?=\s|$|[).,])", "\u00a0\\1", text)
    return re.sub(r"«\s*", "«\u00a0", re.sub(r"(?<=\w)\s*:(?=\s|$)", "\u00a0:", text))


class Listed(str):
    """Some values in a row, which a text may tell as one or as many: ``{ids:feature|features} {ids}``."""

    number: int

    @classmethod
    def of(cls, text: str, count: int) -> "Listed":
        """Return a text that lists so many values."""
        found = cls(text)
        found.number = count
        return found


def listed(values: Iterable[object], most: int = 10) -> Listed:
    """Join at most ten values for a message: ``3, 7, 9 … (40 in all)``."""
    values = list(values)
    text = ", ".join(map(str, values[:most]))
    if len(values) > most:
        text = tr("{list} … ({count} in all)").format(list=text, count=len(values))
    return Listed.of(text, len(values))

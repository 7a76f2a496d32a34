"""Texts for people: the English source strings and their translations, read from Qt Linguist ``.ts`` files.

The ``.ts`` file itself is the catalogue, so that there is no compiled copy to forget, and the engine can speak French without Qt.
Two languages are kept apart: the one of the interface (:func:`tr`, set once by the plugin from QGIS) and the one of what goes on
paper (:func:`printed`, French unless asked otherwise, whatever the interface speaks).
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from xml.etree import ElementTree

CATALOGUES = Path(__file__).resolve().parent.parent / "i18n"
PRINT_LANGUAGE = "fr"
_interface_language = "en"


@functools.cache
def catalogue(language: str) -> dict[str, str]:
    """Return ``{source: translation}`` of a language; empty for English and for languages without a ``.ts`` file."""
    path = CATALOGUES / f"access30_{language}.ts"
    if language == "en" or not path.exists():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    pairs = ((message.findtext("source"), message.findtext("translation")) for message in messages)
    return {source: translation for source, translation in pairs if source and translation}


def set_language(locale: str) -> None:
    """Set the language of the interface from a locale such as ``fr_FR``."""
    global _interface_language
    _interface_language = locale[:2].lower()


def language() -> str:
    """Return the language of the interface, two letters."""
    return _interface_language


def tr(source: str) -> str:
    """Translate a text of the interface."""
    return catalogue(_interface_language).get(source, source)


def printed(source: str, language: str = PRINT_LANGUAGE) -> str:
    """Translate a text that goes into a map, a table or a note."""
    return catalogue(language).get(source, source)


def typographic(text: str, language: str = PRINT_LANGUAGE) -> str:
    """Return what a person typed with the signs that French prints: curved apostrophes, no-break spaces with « » : ; ? ! %."""
    if language != "fr":
        return text
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"(?<=[\w»)’…])\s*([;?!»%])(?=\s|$|[).,])", "\u00a0\\1", text)
    return re.sub(r"«\s*", "«\u00a0", re.sub(r"(?<=\w)\s*:(?=\s|$)", "\u00a0:", text))


def listed(values, most: int = 10) -> str:
    """Join at most ten values for a message: ``3, 7, 9 … (40 in all)``."""
    values = list(values)
    text = ", ".join(str(value) for value in values[:most])
    return text if len(values) <= most else tr("{list} … ({count} in all)").format(list=text, count=len(values))

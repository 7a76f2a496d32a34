"""Where the data of a study comes from, as its pages say it."""

from __future__ import annotations

from collections.abc import Callable

from ..engine.source_words import said
from ..engine.study.record import Record
from ..engine.text import typographic


def licence(record: Record, say: Callable[..., str]) -> str:
    """Return the licence of the roads, with the credit that it asks for."""
    text = record.roads["licence"]
    if "OpenStreetMap" in text:
        return say("© OpenStreetMap contributors, ODbL 1.0")
    return text or say("given by the user")


def in_own_words(record: Record, words: str, say: Callable[..., str], language: str) -> list[str]:
    """Return what a person says of all the data, after OpenStreetMap's credit where a part of that is left out.

    The credit that OpenStreetMap asks for is ©, who, and the licence.
    """
    own = typographic(words.strip().rstrip("."), language)
    osm = record.roads is not None and "OpenStreetMap" in record.roads["licence"]
    credited = "©" in own and "openstreetmap" in own.lower() and "odbl" in own.lower()
    return [licence(record, say), own] if osm and not credited else [own]


def as_known(record: Record, say: Callable[..., str], date: Callable[[str], str]) -> list[str]:
    """Return each source with its vintage: roads or official times, sites, people."""
    people, sites = (", ".join(dict.fromkeys(map(said, names))) for names in (record.people, record.sites))
    if record.times is not None:
        first = say("times: {name}", name=said(record.times["name"]))
    else:
        day = date(record.roads["date"][:10]) or say("date unknown")
        name = said(record.roads["name"])
        first = say("roads {licence} ({name}, {date})", licence=licence(record, say), name=name, date=day)
    return [
        first,
        *([say("sites: {sites}", sites=sites)] if sites else []),
        say("people: {people}", people=people or say("population layer given by the user")),
    ]

"""A place of its own: the box on one territory, and the page of a study that holds its map, its numbers and a zoom."""

from __future__ import annotations

import pandas as pd

from ...engine.numbers import number
from ...engine.plain_words import plain
from ...engine.territory.codes import departement_of
from ...engine.text import tr
from .facts import Facts, NotDrawn
from .maps import TIMES, TIMES_LEGEND
from .rows import by_territory, reading_of, rows_of
from .sheet import AROUND, Bar, Bars, MapView, Numbers, Sheet

#: Corners of all areas up to which a zoom shows them as they were computed.
_FINE = 500_000
#: Territories that the page of a study ranks.
_RANKED = 3


def zoom(facts: Facts) -> list[Sheet]:
    """Return the box on one territory: the one asked for, or the one with the most people beyond that may be told."""
    place, say = place_of(facts), facts.say
    numbers = numbers_of(facts, place)
    texts = {
        "surtitre": say("ZOOM ON"),
        "titre": facts.title(facts.wording.dated(str(place["name"]))),
        "sous_titre": facts.wording.definition() + ".",
        "alerte": facts.alert(),
        "notes": facts.notes(reading_of(facts, place), of=place),
    }
    maps = {"carte": view_of(facts, place), "encart": MapView((*AROUND, "outside", "outline"))}
    alt = facts.alt(say("Map of drive times, {name}", name=place["name"]), facts.beyond_sentence(place), where=False)
    rows = rows_of(facts, pd.DataFrame([place]))
    return [Sheet("", "zoom_sur", texts, alt, rows, maps, Numbers(numbers, len(numbers)))]


def one_page(facts: Facts) -> list[Sheet]:
    """Return a study on one page.

    It shows the map, the share of residents beyond, the territories where most of them live, and a zoom on the first
    one.
    """
    facts.check_total()
    place, say, total, told = place_of(facts), facts.say, facts.total, facts.told.iloc[:_RANKED]
    if not len(told):
        raise NotDrawn(tr("no territory with people beyond may be told apart"))
    share = (
        say("of residents whose time is known, beyond {threshold} min", threshold=facts.threshold)
        if total["not_computed"] > 0
        else say("of residents beyond {threshold} min", threshold=facts.threshold)
    )
    numbers = [(facts.wording.percent(total["beyond_share"]), share)]
    if pd.notna(total["mean_min"]):
        numbers.append((number(total["mean_min"], 1, language=facts.language) + "\u00a0min", say("mean time")))
    texts = {
        "titre": facts.title(facts.wording.title()),
        "sous_titre": facts.wording.definition() + ".",
        "chiffre": facts.beyond_sentence(total),
        "alerte": facts.alert(),
        "intertitre_1": say("Zoom on {name}", name=place["name"]),
        "intertitre_2": say("Most people beyond"),
        "notes": facts.notes(reading_of(facts, told.iloc[0])),
    }
    bars = tuple(Bar(str(row["name"]), row["beyond"], facts.published(row)) for _, row in told.iterrows())
    maps = {"carte": MapView(TIMES, legend=TIMES_LEGEND), "carte_zoom": view_of(facts, place)}
    alt = facts.alt(say("Map of drive times, ranking and zoom"), facts.beyond_sentence(total))
    drawings = {"classement": Bars(bars, ranked=True), "chiffres": Numbers(tuple(numbers), 2)}
    return [Sheet("", "synthese", texts, alt, by_territory(facts), maps, aside=drawings)]


def numbers_of(facts: Facts, place) -> tuple[tuple[str, str], ...]:
    """Return the big numbers of one territory: residents, those beyond, the mean time."""
    say = facts.say
    residents = say("inhabitants") if facts.many(place["population"]) else say("inhabitant")
    numbers = [
        (facts.residents(place), residents),
        (facts.published(place), say("beyond {threshold} min", threshold=facts.threshold)),
    ]
    if not place["secret"] and place["known"]:
        numbers.append((number(place["mean_min"], 1, language=facts.language) + "\u00a0min", say("mean time")))
    return tuple(numbers)


def place_of(facts: Facts, among: pd.DataFrame | None = None) -> pd.Series:
    """Return the territory that is asked for, or the one with the most people beyond that may be told.

    `among` are those to choose from; else territories, or départements by their name or code.
    """
    table, wanted = facts.territories if among is None else among, plain(facts.options.territory)
    named = (facts.named if among is None else among) if wanted else table
    chosen = (
        named[(named["code"].map(plain) == wanted) | (named["name"].map(plain) == wanted)]
        if wanted
        else table[table["beyond"] > 0].sort_values(["beyond", "code"], ascending=[False, True])
    )
    if not len(chosen):
        raise NotDrawn(
            tr("no territory has the code or name {code}").format(code=facts.options.territory)
            if wanted
            else tr("no territory with people beyond may be told apart")
        )
    if wanted and len(chosen) > 1:
        raise NotDrawn(
            tr("several territories bear the name {name}: give the code of one of them ({codes})").format(
                name=facts.options.territory, codes=", ".join(chosen["code"])
            )
        )
    return chosen.iloc[0]


def view_of(facts: Facts, place: pd.Series) -> MapView:
    """Return the map of a place and what lies next to it, the place outlined."""
    west, south, east, north = place.geometry.bounds
    margin = 0.25 * max(east - west, north - south)
    named = ("public_chosen", "print_threshold", "public_sites", "print_isochrones", "print_not_computed")
    fine = facts.study.corners <= _FINE  # else a drawing of so small a place would hold the whole région
    layers, legend = (
        tuple(name.removeprefix("print_") for name in names) if fine else names for names in (TIMES, named)
    )
    unit = "" if fine else _departement(facts, place)
    bounds = (west - margin, south - margin, east + margin, north + margin)
    return MapView((*layers[:2], f"outline-{place['code']}", *layers[2:]), bounds, legend, unit)


def _departement(facts: Facts, place) -> str:
    """Return the code of the département, one of several, whose areas show a place, a commune or itself.

    Empty where the areas of the whole are all that there is.
    """
    several = facts.departements is not None and len(facts.departements) > 1
    return (departement_of(place["code"]) or place["code"]) if several else ""

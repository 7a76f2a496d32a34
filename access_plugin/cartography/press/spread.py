"""Two facing pages on one département: its map; its numbers, where most people live beyond, and a zoom."""

from __future__ import annotations

import pandas as pd

from ...engine.territory.codes import departement_of
from ...engine.text import tr
from .facts import Facts, NotDrawn
from .maps import TIMES, TIMES_LEGEND
from .rows import reading_of, rows_of
from .sheet import Bar, Bars, MapView, Numbers, Sheet
from .zooms import numbers_of, place_of, view_of

#: Territories that are ranked beside the map.
_RANKED = 8


def _departement(facts: Facts, among: pd.DataFrame) -> pd.Series:
    """Return the département that is asked for, or that with the most people beyond.

    It is asked for by itself or by one of its communes.
    """
    if not facts.options.territory:
        return place_of(facts, among)
    asked = place_of(facts)
    return among[among["code"] == (departement_of(asked["code"]) or asked["code"])].iloc[0]


def spread(facts: Facts) -> list[Sheet]:
    """Return the pages of the département that is asked for, or of the one with the most people beyond."""
    if facts.departements is None:
        raise NotDrawn(tr("the territories are no communes of France, which make up a département"))
    unit = _departement(facts, facts.departements)
    say, inside = facts.say, facts.territories["code"].map(departement_of) == unit["code"]
    told = facts.territories[inside & (facts.territories["beyond"] > 0)]
    told = told.sort_values(["beyond", "code"], ascending=[False, True]).iloc[:_RANKED]
    if not len(told):
        raise NotDrawn(tr("no territory with people beyond may be told apart"))
    first = told.iloc[0]
    texts = {
        "titre": facts.title(facts.wording.dated(f"{unit['name']} ({unit['code']})")),
        "sous_titre": facts.wording.subject() + ". " + facts.wording.definition() + ".",
        "chiffre": facts.beyond_sentence(unit),
        "alerte": facts.alert(),
        "intertitre_1": say("Zoom on {name}", name=first["name"]),
        "intertitre_2": say("Most people beyond"),
        "notes": facts.notes(reading_of(facts, first), of=unit),
    }
    several = unit["code"] if len(facts.departements) > 1 else ""
    maps = {
        "carte": MapView(TIMES, tuple(unit.geometry.bounds), TIMES_LEGEND, several),
        "carte_zoom": view_of(facts, first),
    }
    numbers = numbers_of(facts, unit)
    bars = tuple(Bar(str(row["name"]), row["beyond"], facts.published(row)) for _, row in told.iterrows())
    drawings = {"classement": Bars(bars, ranked=True), "chiffres": Numbers(numbers, len(numbers))}
    alt = facts.alt(say("Map of drive times, {name}", name=unit["name"]), facts.beyond_sentence(unit), where=False)
    table = rows_of(facts, pd.concat([pd.DataFrame([unit]), told], ignore_index=True))
    return [Sheet("", "double_page", texts, alt, table, maps, aside=drawings)]

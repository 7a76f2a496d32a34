"""The blocks of a press kit: the key figure, the panorama, the slide of two columns."""

from __future__ import annotations

import pandas as pd

from ...engine.numbers import callout, is_plural, number, trimmed
from ...engine.sites.own_roles import own_roles_in
from ...engine.sites.roles import roles_with
from ...engine.text import tr
from .charts import series_alt, series_note, with_places
from .facts import WITHHELD, Facts, NotDrawn
from .maps import TIMES
from .rows import by_territory, rows_of
from .sheet import Bar, Bars, MapView, Numbers, Sheet

ARROW = "\u202f→\u202f"


def key_figure(facts: Facts) -> list[Sheet]:
    """Return the call-out of the people beyond, and, with suggested places, a second one of before and after.

    Of the user's own series, its first and last number.
    """
    series = [_of_series(facts)] if facts.options.series is not None else []
    try:
        facts.check_total()
    except NotDrawn:
        if series:
            return series  # which is the user's own
        raise
    total, say = facts.total, facts.say
    noun, share = (
        say("inhabitants") if is_plural(round(total["beyond"]), language=facts.language) else say("inhabitant"),
        facts.wording.percent(total["beyond_share"]),
    )
    texts = {
        "titre": facts.title_of_area(say("Key figure")),
        "nombre": callout(total["beyond"], language=facts.language),
        "legende_nombre": f"{noun} {facts.beyond_care()}".upper(),
        "sous_titre": (
            say("that is {share} of the residents", share=share)
            if pd.isna(total["not_computed"])
            else say("that is {share} of the residents whose time is known", share=share)
        ),
        "alerte": facts.alert(),
        "notes": facts.notes(facts.beyond_sentence(total, exact=True)),
    }
    sheets = [
        Sheet(
            "",
            "chiffre_cle",
            texts,
            facts.alt(say("Key figure"), facts.beyond_sentence(total)),
            rows_of(facts, pd.DataFrame([total])),
        )
    ]
    found = facts.study.record.found
    if found is not None and len(facts.wording.chosen()) and found["to_gain"] > 0 and facts.suggestion():
        sheets.append(_change(facts, found))
    return sheets + series


def _of_series(facts: Facts) -> Sheet:
    say, series = facts.say, facts.options.series
    first, last = series.iloc[0], series.iloc[-1]
    ends = [first, last] if len(series) > 1 else [first]
    numeral, steps = (
        ARROW.join(texts)
        for texts in ([_shown(end["value"], facts.language) for end in ends], [str(end["label"]) for end in ends])
    )
    steps += f" ({say('target')})" if last["target"] else ""
    source = series_note(facts)
    texts = {
        "titre": say("Key figure"),
        "nombre": numeral,
        "legende_nombre": facts.title(say("Evolution")).upper(),
        "sous_titre": steps,
        "notes": source,
    }
    shown = pd.DataFrame(
        {
            say("Step"): series["label"],
            say("Number"): series["value"],
            say("Target"): [say("yes") if value else say("no") for value in series["target"]],
        }
    )
    return Sheet("-3", "chiffre_cle", texts, series_alt(facts, say("Key figure"), f"{numeral}, {steps}."), shown)


def _shown(value: float, language: str) -> str:
    """Return a number of the user's own: a whole one rounded as a call-out, another with its decimals."""
    return callout(value, language=language) if float(value).is_integer() else trimmed(value, language=language)


def _change(facts: Facts, found: dict) -> Sheet:
    say, after = facts.say, found["to_gain"] - found["gained"]
    numeral = callout(found["to_gain"], language=facts.language) + ARROW + callout(after, language=facts.language)
    caption = say("inhabitants without {care} within {threshold} minutes", care=facts.care(), threshold=facts.threshold)
    texts = {
        "titre": facts.title_of_area(say("Key figure")),
        "nombre": numeral,
        "legende_nombre": caption.upper(),
        "sous_titre": f"{say('Today')}{ARROW}{_lower(with_places(facts, len(facts.wording.chosen())))}",
        "alerte": facts.alert(),
        "notes": facts.suggestion_notes(facts.suggestion()),
    }
    shown = pd.DataFrame(
        {
            say("Step"): [say("Today"), with_places(facts, len(facts.wording.chosen()))],
            say("Number"): [found["to_gain"], after],
        }
    )
    return Sheet("-2", "chiffre_cle", texts, facts.alt(say("Key figure"), facts.suggestion(), where=False), shown)


def panorama(facts: Facts) -> list[Sheet]:
    """Return the block of big numbers: people, territories, sites, suggested places."""
    facts.check_total()
    say, total, language = facts.say, facts.total, facts.language

    def noun(value, many, one):
        return many if is_plural(round(value), language=language) else one

    rows = [(total["population"], noun(total["population"], say("inhabitants"), say("inhabitant")))]
    rows.append((total["beyond"], facts.beyond_care()))
    if total["not_computed"] > 0:
        rows.append((total["not_computed"], say("without a time (not computed)")))
    if pd.notna(total["communes"]) and pd.notna(total["communes_beyond"]):
        rows.append(
            (
                total["communes_beyond"],
                noun(total["communes_beyond"], say("communes concerned"), say("commune concerned")),
            )
        )
    elif facts.departements is not None and (told := int((facts.territories["beyond"] > 0).sum())):
        rows.append((told, say("{count:commune|communes} concerned, secret ones not counted", count=told)))
    by_role = facts.sites[facts.sites["counted"].astype(bool)].groupby("role")["number"].sum()
    rows += [
        (by_role[role], facts.role(role, by_role[role]))
        for role in (*roles_with("in_panorama"), *own_roles_in(by_role.index))
        if by_role.get(role, 0) > 0
    ]
    other = facts.wording.other_care
    chosen = len(facts.wording.chosen())
    if chosen:
        rows.append((chosen, noun(chosen, say("suggested places"), say("suggested place"))))
        rows += [(facts.study.record.found["gained"], say("people gained by them"))] if facts.suggestion() else []
    numbers = [(callout(float(value), language=language), name) for value, name in rows]
    if pd.notna(total["mean_min"]):
        numbers.append((number(total["mean_min"], 1, language=language) + "\u00a0min", say("mean time")))
    texts = {
        "titre": facts.title_of_area(
            say("Access in figures: {care}", care=other) if other else say("Access to emergency care in figures")
        ),
        "sous_titre": facts.wording.definition() + ".",
        "alerte": facts.alert(),
        "notes": facts.notes(facts.beyond_sentence(total, exact=True)),
    }
    shown = pd.DataFrame({say("What"): [name for _, name in rows], say("Number"): [float(value) for value, _ in rows]})
    return [
        Sheet(
            "",
            "graphique",
            texts,
            facts.alt(say("Panorama of figures"), facts.beyond_sentence(total)),
            shown,
            drawing=Numbers(tuple(numbers)),
        )
    ]


def columns(facts: Facts) -> list[Sheet]:
    """Return the slide of two columns: where things stand, and what the suggested places would bring."""
    facts.check_total()
    say, words = facts.say, facts.wording
    chosen, places = words.chosen(), facts.where_chosen()
    if not len(chosen):
        raise NotDrawn(tr("no place was suggested, so that the column of prospects would be empty"))
    facts.check_suggestion()
    where = facts.where()
    today = [facts.beyond_sentence(facts.total), *([say("Mostly: {places}.", places=where)] if where else [])]
    texts = {
        "titre": facts.title(words.title()),
        "sous_titre": words.definition() + ".",
        "alerte": facts.alert(),
        "intertitre_1": say("Where things stand"),
        "intertitre_2": say("Prospects"),
        "texte_1": "\n".join(f"• {text}" for text in today),
        "texte_2": f"• {facts.suggestion()}",
        "notes": facts.notes(facts.beyond_sentence(facts.total, exact=True)),
    }
    gains = [WITHHELD if pd.isna(gain) else number(gain, language=facts.language) for gain in chosen["gain"]]
    bars = tuple(
        Bar(f"{row.rank}. {name}", 0.0 if gain == WITHHELD else float(row.gain), gain)
        for name, gain, row in zip(places, gains, chosen.itertuples())
    )
    table = by_territory(facts)
    gains = pd.DataFrame(
        {
            table.columns[1]: places,
            say("People gained"): [
                WITHHELD if gain == WITHHELD else float(value) for gain, value in zip(gains, chosen["gain"])
            ],
        }
    )
    alt = facts.alt(say("Slide of two columns"), " ".join((facts.beyond_sentence(facts.total), facts.suggestion())))
    maps = {
        "carte": MapView(
            TIMES, legend=("public_chosen", "print_threshold", "public_sites", "print_isochrones", "print_not_computed")
        )
    }
    return [
        Sheet(
            "",
            "deux_colonnes",
            texts,
            alt,
            pd.concat([table, gains], ignore_index=True),
            maps,
            Bars(bars[:10], ranked=True),
        )
    ]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

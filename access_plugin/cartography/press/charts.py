"""The charts of a press kit: evolution, cumulative curve, ranked bars, shares."""

from __future__ import annotations

import pandas as pd

from ...engine.numbers import minutes, number, trimmed
from ...engine.text import tr
from .facts import ALT_MOST, MOST_BARS, WITHHELD, Facts, NotDrawn
from .rows import reading_of, rows_of
from .sheet import Bar, Bars, Parts, Sheet, Steps

#: The classes of time, as the areas of the map have them: cool within the threshold, warm beyond.
CLASSES = ("#DEEBF7", "#9ECAE1", "#4292C6", "#FDAE6B", "#E6550D", "#7F2704")
NOT_COMPUTED = "#BDBDBD"
_MOST_EVOLUTION = 4


def evolution(facts: Facts) -> list[Sheet]:
    """Return the bars of an evolution with its hatched target.

    Of the user's own series, else of the people without first care today and with the suggested places.
    """
    say, series = facts.say, facts.options.series
    if series is not None:
        bars = tuple(
            Bar(str(row.label), float(row.value), trimmed(row.value, language=facts.language), target=bool(row.target))
            for row in series.itertuples()
        )
        title, subtitle, reading = say("{first} → {last}", first=bars[0].text, last=bars[-1].text), "", ""
        source = series_note(facts)
    else:
        bars, title, subtitle, reading, source = (*_before_and_after(facts), "")
    texts = {"titre": facts.title(title), "sous_titre": subtitle}
    # a series of one's own is not this study's
    texts |= (
        {"notes": source} if series is not None else {"alerte": facts.alert(), "notes": facts.suggestion_notes(reading)}
    )
    shown = pd.DataFrame(
        {
            say("Step"): [bar.name for bar in bars],
            say("Number"): [bar.value for bar in bars],
            say("Target"): [say("yes") if bar.target else say("no") for bar in bars],
        }
    )
    steps = ", ".join(f"{bar.name} {bar.text}" for bar in bars)
    alt = (
        facts.alt(say("Bars, evolution"), steps + ".", where=False)
        if series is None
        else series_alt(facts, say("Bars, evolution"), steps + ".")
    )
    return [Sheet("", "graphique", texts, alt, shown, drawing=Bars(bars))]


def series_note(facts: Facts) -> str:
    """Return the line below a series of the user's own, which is not this study's."""
    parts = [
        facts.say("series {name}", name=facts.options.series_name),
        *(
            [facts.say("processing: {author}, {date}", author=facts.options.author, date=facts.wording.computed())]
            if facts.options.author
            else []
        ),
    ]
    return facts.say("Source: {text}.", text=", ".join(parts))


def series_alt(facts: Facts, kind: str, result: str) -> str:
    """Return the alternative text of such a figure."""
    text = f"{kind}{':' if facts.language == 'en' else ' :'} {result}"
    return (text if len(text) <= ALT_MOST else text[: ALT_MOST - 1] + "…") + (
        f" {note}" if len(text) + len(note := series_note(facts)) < ALT_MOST else ""
    )


def _before_and_after(facts: Facts) -> tuple:
    """Return today's people without first care and those that each suggested place would leave, four bars at most."""
    found, curve, say = facts.study.record.found, facts.study.curve, facts.say
    if found is None or curve is None or not len(facts.wording.chosen()):
        raise NotDrawn(
            tr(
                "no place was suggested; give a table of your own (SERIES) with the columns label, value and, "
                "for a target, target"
            )
        )
    facts.check_total()
    facts.check_suggestion()
    steps = curve
    if len(steps) > _MOST_EVOLUTION - 1:
        steps = steps.iloc[
            [round(place * (len(steps) - 1) / (_MOST_EVOLUTION - 2)) for place in range(_MOST_EVOLUTION - 1)]
        ]

    def counted(value):
        return number(value, language=facts.language)

    today = Bar(say("Today"), found["to_gain"], counted(found["to_gain"]))
    later = [
        Bar(
            with_places(facts, int(row.number)),
            found["to_gain"] - row.gained,
            counted(found["to_gain"] - row.gained),
            target=True,
        )
        for row in steps.itertuples()
    ]
    title = say(
        "Residents without {care} within {threshold} minutes: {before} → {after}",
        care=facts.care(),
        threshold=facts.threshold,
        before=counted(today.value),
        after=later[-1].text,
    )
    subtitle = say("Today, and with the suggested places (hatched).")
    return (today, *later), title, subtitle, facts.suggestion()


def with_places(facts: Facts, count: int) -> str:
    """Return what a bar or a number with so many suggested places is called."""
    return facts.say("With {count} {count:place|places}", count=count)


def curve(facts: Facts) -> list[Sheet]:
    """Return the cumulative curve: people gained by number of suggested places."""
    table, found, say = facts.study.curve, facts.study.record.found, facts.say
    if table is None or not len(table) or found["to_gain"] == 0:
        raise NotDrawn(tr("no place was suggested, so that there is no curve"))
    facts.check_total()
    facts.check_suggestion()
    if len(table) < 2:
        raise NotDrawn(tr("a single number of places makes no curve"))
    points = ((0.0, 0.0), *((float(row.number), float(row.gained)) for row in table.itertuples()))

    def counted(value):
        return number(value, language=facts.language)

    marked = {len(points) - 1: counted(points[-1][1])}
    bend = [place + 1 for place, flat in enumerate(table["flattens"].astype(bool)) if flat]
    marked |= {place: counted(points[place][1]) for place in bend[:1]}
    bend = [int(points[place][0]) for place in bend]
    last = table.iloc[-1]
    reading = say(
        "{places}: {people} gained.",
        places=with_places(facts, int(last["number"])),
        people=facts.people(last["gained"]),
    )
    subtitle = say("The curve flattens after place no. {count}.", count=bend[0]) if bend else ""
    texts = {
        "titre": facts.title_of_area(say("People gained by number of suggested places")),
        "sous_titre": subtitle,
        "chiffre": facts.suggestion(),
        "alerte": facts.alert(),
        "notes": facts.suggestion_notes(reading),
    }
    gains = table["gained"].diff().fillna(table["gained"])
    shown = pd.DataFrame(
        {
            say("Places"): table["number"],
            say("People gained"): table["gained"],
            say("Share"): table["share"].round(6),
            say("Further gain"): gains,
        }
    )
    drawing = Steps(points, say("Number of places"), say("People gained"), marked, facts.language)
    return [
        Sheet("", "graphique", texts, facts.alt(say("Stepped curve"), reading, where=False), shown, drawing=drawing)
    ]


def ranked(facts: Facts) -> list[Sheet]:
    """Return the bars of the territories with the most people beyond, with their number and share.

    What is secret is left out.
    """
    facts.check_total()
    say, table, told = facts.say, facts.ranked, facts.told
    if not len(told):
        raise NotDrawn(tr("no territory with people beyond may be told apart"))
    shown = told.iloc[:MOST_BARS]
    all_beyond = bool((shown["beyond_share"] > 1 - 1e-9).all())
    said = [facts.published(row) + ("" if all_beyond else f" ({facts.share(row)})") for _, row in shown.iterrows()]
    bars = tuple(Bar(str(name), beyond, text) for name, beyond, text in zip(shown["name"], shown["beyond"], said))
    texts = {
        "titre": facts.title_of_area(say("Where people live {beyond}", beyond=facts.beyond_care())),
        "sous_titre": _left_out(facts, table, told, all_beyond),
        "chiffre": facts.beyond_sentence(facts.total),
        "alerte": facts.alert(),
        "notes": facts.notes(reading_of(facts, shown.iloc[0])),
    }
    alt = facts.alt(say("Ranked bars of people beyond"), facts.beyond_sentence(facts.total))
    return [Sheet("", "graphique", texts, alt, rows_of(facts, shown), drawing=Bars(bars, ranked=True))]


def _left_out(facts: Facts, table: pd.DataFrame, told: pd.DataFrame, all_beyond: bool) -> str:
    say, counted = facts.say, lambda count: number(count, language=facts.language)
    secret = int((table["secret"]).sum())
    texts = [
        say("Residents beyond: here all of those with a time.")
        if all_beyond
        else say("Residents beyond, and their share of those with a time.")
    ]
    if facts.communes_concerned == len(told) > MOST_BARS:  # the number that the panorama says
        texts += [
            say("The first {count} of {all} communes concerned.", count=counted(MOST_BARS), all=counted(len(told)))
        ]
        return " ".join(texts)
    texts += (
        [say("The first {count} of {all} territories concerned.", count=counted(MOST_BARS), all=counted(len(told)))]
        if len(told) > MOST_BARS
        else []
    )
    texts += [say("Not published (statistical secrecy): {count}.", count=counted(secret))] if secret else []
    return " ".join(texts)


def shares(facts: Facts) -> list[Sheet]:
    """Return one bar of the people by class of time, those without a time apart."""
    facts.check_total()
    say, total, bounds = facts.say, facts.total, facts.study.record.bands
    everyone, unknown = float(total["population"]), pd.isna(total["not_computed"])
    if facts.study.shares_tell_too_much:
        raise NotDrawn(tr("too few residents have no time, and the shares of the others would tell how many"))
    rows = []
    for one in facts.study.classes:
        low, high = (minutes(end, language=facts.language) for end in (one.low, one.high))
        open_end = one.high != one.high
        name = f"> {low}\u00a0min" if open_end else f"{low}\u2009–\u2009{high}\u00a0min"
        if one.joined:
            name = f"{'>' if one.beyond else '≤'} {facts.threshold}\u00a0min"
        place = len(CLASSES) - 1 if open_end else bounds.index(one.high)
        rows.append((name, one.people, CLASSES[min(place, len(CLASSES) - 1)], one.beyond))
    if not unknown:
        # shares are of those with a time, as everywhere; of all where these are too few to be told
        everyone -= float(total["not_computed"])
    parts = tuple(
        (
            name,
            people / everyone,
            facts.wording.percent(people / everyone)
            if unknown
            else f"{number(people, language=facts.language)} ({facts.wording.percent(people / everyone)})",
            colour,
            hatched,
        )
        for name, people, colour, hatched in rows
    )
    apart = (say("not computed"), float(total["not_computed"]))
    if apart[1] > 0 and not unknown:
        parts += ((apart[0], 0.0, number(apart[1], language=facts.language), NOT_COMPUTED, False),)
    texts = {
        "titre": facts.title_of_area(
            say("Residents by drive time")
            if unknown
            else say("{people} by drive time", people=facts.wording.people(everyone))
        ),
        "sous_titre": facts.wording.definition() + ".",
        "chiffre": facts.beyond_sentence(total),
        "alerte": facts.alert(),
        "notes": facts.notes(say("{text} have a time of {band}.", text=parts[0][2], band=parts[0][0])),
    }
    rows += [(*apart, NOT_COMPUTED, False)] if apart[1] > 0 and not unknown else []
    shown = pd.DataFrame(
        {
            say("Time"): [row[0] for row in rows],
            say("Inhabitants"): [WITHHELD if unknown else row[1] for row in rows],
            say("Share"): [
                None if row[0] == apart[0] else round(row[1] / everyone, 3 if unknown else 6) for row in rows
            ],
        }
    )
    return [
        Sheet(
            "",
            "graphique",
            texts,
            facts.alt(say("Bar of shares by drive time"), facts.beyond_sentence(total)),
            shown,
            drawing=Parts(parts),
        )
    ]

"""``method.md``: what was computed, from what, how, and what came out. No QGIS here."""

from __future__ import annotations

from ..engine.numbers import minutes, number
from ..engine.vocabulary import LEVEL_ROWS
from .suggestion_words import nearest_today
from .wording import Wording

#: More territories than this stand in summary.csv only.
_MOST_TERRITORIES = 100


def method_note(wording: Wording) -> str:
    """Return the method note of a study, Markdown."""
    say, record = wording.say, wording.record
    parts = [f"# {wording.title()}", wording.definition() + ".", f"**{wording.key_figure()}**"]
    parts += [text for text in (wording.reliability(), wording.beyond_thirty(), wording.suggestion()) if text]
    parts += [f"> **{mark}.**" for mark in (wording.alert(), wording.internal()) if mark]
    parts += [*_definitions(wording), f"## {say('Figures by territory')}", _figures(wording)]
    if record.found is not None:
        parts += [f"## {say('Suggested places')}", _chosen(wording)]
    parts += [
        f"## {say('How it was computed')}",
        _method(wording),
        f"## {say('Sources')}",
        wording.sources_line(),
        *record.account,
    ]
    parts += [
        f"## {say('What these figures are not')}",
        " ".join(
            [
                say("These results help thinking and decide nothing.")
                if wording.other_care
                else say(
                    "These results help thinking and decide nothing: places depend on volunteering doctors, the SAMU "
                    "and the local committee (CODAMUPS-TS)."
                ),
                say("Figures of different definitions must not be compared. In an emergency call 15 or 112."),
            ]
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _figures(wording: Wording) -> str:
    say, language = wording.say, wording.language

    def count(value):
        return "" if value != value else number(value, language=language)

    head = [
        say("Territory"),
        say("Inhabitants"),
        say("Beyond {threshold} min", threshold=wording.threshold),
        say("Share"),
        say("Range"),
        say("Mean (min)"),
        say("P90 (min)"),
        say("Longest (min)"),
        say("Not computed"),
        say("Uncertain"),
    ]
    levels = {level.code: say(level.one) for level in LEVEL_ROWS}
    rows, many = [], (wording.study.summary["level"] == "territory").sum() > _MOST_TERRITORIES
    for row in wording.study.summary.itertuples():
        if row.level == "commune" or (many and row.level == "territory"):
            continue  # summary.csv has them all
        name = {"total": say("Whole area"), "outside": say("Outside the territories")}.get(
            row.level, f"{row.name} ({row.code})" if row.code else say("Outside the territories")
        )
        name += f", {levels[row.level]}" if row.level in levels else ""
        times = [number(value, 1, language=language) for value in (row.mean_min, row.p90_min, row.max_min)]
        people = [number(value, language=language) for value in (row.population, row.beyond)]
        spread = f"{count(row.beyond_low)}–{count(row.beyond_high)}"
        rows.append(
            [
                name,
                *people,
                wording.percent(row.beyond_share),
                spread,
                *times,
                count(row.not_computed),
                count(row.uncertain),
            ]
        )
    return _table(head, rows)


def _definitions(wording: Wording) -> list[str]:
    """Return the people beyond by each definition.

    Figures that must never be compared with each other, nor published without their own title. Official times have one
    only, and so has a role of one's own.
    """
    if wording.record.times is not None or wording.other_care:
        return []
    say, total = wording.say, wording.study.total
    rows = [
        (say("Emergency department (SU)"), total["beyond_su"]),
        (say("Mobile team (SMUR or its antenna)"), total["beyond_smur"]),
        (say("SU or SMUR"), wording.record.beyond_both),
        (say("First care: SU, SMUR or correspondent doctor (MCS)"), total["beyond_first_care"]),
    ]
    known = [
        [name, number(people, language=wording.language)]
        for name, people in rows
        if people is not None and people == people
    ]
    return [
        f"## {say('By definition')}",
        _table([say("Nearest"), say("Beyond {threshold} min", threshold=wording.threshold)], known),
    ]


def _chosen(wording: Wording) -> str:
    say, language, chosen, curve = wording.say, wording.language, wording.chosen(), wording.study.table("curve")
    head = [say("Rank"), say("Place"), say("Gain (inhabitants)"), say("Cumulative gain"), say("Share")]
    names = chosen["name"] if "name" in chosen else chosen["id"]
    rows = [
        [
            str(row.rank),
            str(name),
            number(row.gain, language=language),
            number(row.cumulative_gain, language=language),
            wording.percent(row.share),
        ]
        for name, row in zip(names, chosen.itertuples())
    ]
    if not rows:
        return (
            say("There is nothing to gain.")
            if wording.record.found["to_gain"] == 0
            else say("No place can be suggested: no candidate that may be chosen gains anybody.")
        )
    gap = curve.iloc[-1]["gap"]
    if wording.record.scenario:
        proof = say("These places were put by hand (scenario “{name}”).", name=wording.record.scenario)
    elif gap < 1e-9:
        proof = say("No other choice of as many places gains more (proven).")
    else:
        proof = say("Another choice could gain at most {gap} more.", gap=wording.percent(gap))
    reasons = "\n".join(chosen["reason"])  # they begin with their rank: a numbered list
    return "\n\n".join([_table(head, rows), " ".join(text for text in (proof, *_curve(wording)) if text), reasons])


def _curve(wording: Wording) -> list[str]:
    """Say after how many places each further one adds little, and who is out of reach of every candidate."""
    say, curve, lost = wording.say, wording.study.table("curve"), wording.record.found["out_of_reach"]
    bend = curve.loc[curve["flattens"].astype(bool), "number"]
    texts = [say("The curve flattens after place no. {count}.", count=bend.iloc[0])] if len(bend) else []
    return texts + (
        [
            say(
                "Served by no candidate (none within {threshold} minutes that gains enough): {people}.",
                threshold=wording.threshold,
                people=wording.people(lost),
            )
        ]
        if lost > 0
        else []
    )


def _method(wording: Wording) -> str:
    say, record = wording.say, wording.record
    sentences = [wording.method_line(), *(_official(wording) if record.times is not None else _driving(wording))]
    if record.request is not None:
        sentences.append(
            say(
                "Suggested places: maximal covering (Church & ReVelle 1974), {number} {number:place|places} at "
                "most, not covered yet by {baseline}, least gain {gain} min.",
                number=record.request.number,
                baseline=nearest_today(wording),
                gain=minutes(record.request.min_gain, language=wording.language),
            )
        )
        if record.request.rules == "mcs":
            sentences.append(
                say(
                    "Candidates by the rules for MCS: a GP is recorded there where their layer says so. The time "
                    "of the SMUR itself is never replaced."
                )
            )
            sentences.append(
                say("Their sector of PDSA has a commune over the threshold from a SMUR.")
                if record.by_sector
                else say("Sectors of PDSA were not given, so that the rule of the eligible sector is not applied.")
            )
    return "\n".join(f"- {sentence}" for sentence in sentences)


def _official(wording: Wording) -> list[str]:
    say = wording.say
    return [
        say(
            "The times are the table's own, one for each commune; no road was driven here. A commune counts "
            "whole, as within or beyond."
        ),
        say("People are counted at their points, never by area. Who has no time is “not computed”, never “beyond”."),
        say(
            "Areas: whole territories, each by the longest time of its communes; bands {bands} min.",
            bands=_bands(wording),
        ),
    ]


def _bands(wording: Wording) -> str:
    return ", ".join(minutes(band, language=wording.language) for band in wording.record.bands)


def _driving(wording: Wording) -> list[str]:
    say, record, setting = wording.say, wording.record, wording.setting
    sentences = [
        say("One-way roads and banned turns count.")
        if wording.other_care
        else say(
            "Patients drive to emergency departments; SMUR teams and correspondent doctors drive to patients; "
            "one-way roads and banned turns count."
        ),
        say(
            "Points attach to the nearest road open to cars that one can leave there (no motorway, ramp, bridge, "
            "tunnel or ferry where there is another), up to 2 km away; farther ones are not computed."
        ),
        say("People are counted at their points, never by area. Who has no time is “not computed”, never “beyond”."),
        say("Areas: up to 200 m from a road; bands {bands} min.", bands=_bands(wording)),
    ]
    if setting.slot == "all_open" and record.hours:
        sentences.append(say("Opening hours are not applied: every site counts as open day and night."))
    if setting.slot != "all_open":
        sentences.append(
            say(
                "Each time is the longest that any moment of the part of the week gives, with the sites open "
                "then; a site of a role that is not open day and night by law (AMU, antenna, MCS, CSNP) counts "
                "only in the hours that are written for it."
            )
        )
    sentences.append(_ground(wording))
    sentences.append(
        say(
            "“Uncertain”: the end of the roads is nearer than care, so that roads or sites beyond could shorten "
            "the time. “Range”: with times at the two ends of what the speed profile states."
        )
    )
    if setting.season == "all_year" and record.seasonal:
        sentences.append(say("Sites that are open for a season only count all the year."))
    return sentences


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _ground(wording: Wording) -> str:
    terrain = wording.record.terrain
    if not terrain:
        return wording.say("Heights: none, so that slopes and snow slow no road.")
    share = wording.percent(terrain["voids_filled"] / max(terrain["points"], 1))
    return wording.say(
        "Heights: {name}, every 50 m along the roads ({share} of the points in voids that were filled).",
        name=terrain["name"],
        share=share,
    )

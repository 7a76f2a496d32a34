"""The maps of a press kit.

They are of the whole area, of each département, before and after, of sites, of people, of a zoning, of one place.
"""

from __future__ import annotations

import re

import pandas as pd

from ...engine.numbers import number
from ...engine.sites.own_roles import own_roles_in
from ...engine.sites.roles import ROLE
from ...engine.source_words import said
from ...engine.text import tr
from ..suggestion_words import kind_of_places
from .facts import MOST_UNITS, WITHHELD, Facts, NotDrawn
from .rows import _reading, by_territory, reading_of, rows_of
from .sheet import AROUND, MapView, Sheet

#: What lies under every map of times, top first.
TIMES = (
    "public_chosen",
    "public_sites",
    "lakes",
    *AROUND,
    "outside",
    "print_threshold",
    "departements",
    "territories",
    "print_roads",
    "rivers",
    "relief",
    "print_isochrones",
    "print_not_computed",
)
TIMES_LEGEND = (
    "print_isochrones",
    "print_not_computed",
    "public_sites",
    "public_chosen",
    "print_threshold",
    "departements",
    "territories",
    "lakes",
    "rivers",
    "print_roads",  # with a heading of its own, under which nothing else may stand
)


def area_map(facts: Facts) -> list[Sheet]:
    """Return the map of the whole area by time."""
    facts.check_total()
    words = facts.wording
    key = " ".join(text for text in (facts.beyond_sentence(facts.total), facts.suggestion()) if text)
    texts = {
        "titre": facts.title(words.title()),
        "sous_titre": words.definition() + ".",
        "chiffre": key,
        "alerte": facts.alert(),
        "notes": facts.notes(_reading(facts)),
    }
    alt = facts.alt(facts.say("Map of drive times"), facts.beyond_sentence(facts.total))
    return [Sheet("", "carte", texts, alt, by_territory(facts), {"carte": MapView(TIMES, legend=TIMES_LEGEND)})]


def atlas(facts: Facts) -> list[Sheet]:
    """Return one page for each département, or for each territory where there are no départements."""
    pages = []
    for place, unit in facts.units.sort_values("code").iterrows():
        texts = {
            "titre": facts.title(facts.wording.dated(f"{unit['name']} ({unit['code']})")),
            "sous_titre": facts.wording.subject() + ". " + facts.wording.definition() + ".",
            "chiffre": facts.beyond_sentence(unit),
            "alerte": facts.alert(),
            "notes": facts.notes(reading_of(facts, unit), of=unit),
        }
        alt = facts.alt(
            facts.say("Map of drive times, {name}", name=unit["name"]), facts.beyond_sentence(unit), where=False
        )
        name = "-" + re.sub(r"[^\w-]", "_", str(unit["code"]))
        pages.append(
            Sheet(
                name,
                "carte",
                texts,
                alt,
                rows_of(facts, facts.units.loc[[place]]),
                {"carte": MapView(TIMES, tuple(unit.geometry.bounds), TIMES_LEGEND, unit["code"])},
            )
        )
    return pages


def before_after(facts: Facts) -> list[Sheet]:
    """Return the pair of maps of those without first care, today and with the suggested places."""
    record, table = facts.study.record, facts.territories
    if record.found is None or "lacking" not in table or not len(facts.wording.chosen()):
        raise NotDrawn(tr("no place was suggested, so that nothing changes between before and after"))
    facts.check_total()
    facts.check_suggestion()
    say = facts.say
    gained = record.found["gained"]
    texts = {
        "titre": facts.title_of_area(
            say(
                "Without {care} within {threshold} minutes, before and after",
                care=facts.care(),
                threshold=facts.threshold,
            )
        ),
        "sous_titre": say(
            "Share of the residents of each territory without {care} within {threshold} minutes.",
            care=facts.care(),
            threshold=facts.threshold,
        ),
        "chiffre": facts.wording.suggestion(),
        "alerte": facts.alert(),
        "intertitre_1": say("Today: {people}", people=facts.people(record.found["to_gain"])),
        "intertitre_2": say(
            "With {count} more: {people}", count=_places(facts), people=facts.people(record.found["to_gain"] - gained)
        ),
        "notes": facts.suggestion_notes(_change(facts)),
    }
    shown = pd.DataFrame(
        {
            say("Code"): table["code"],
            say("Territory"): table["name"],
            say("Inhabitants"): table["population"].astype(object).where(table["population"].notna(), WITHHELD),
            say("Without, today"): table["lacking"].where(~table["secret"], WITHHELD),
            say("Without, after"): table["lacking_after"].where(~table["secret"], WITHHELD),
        }
    )
    alt = facts.alt(
        say("Two maps, before and after"),
        say(
            "{before} without {care} today, {after} with the suggested places.",
            care=facts.care(),
            before=facts.people(record.found["to_gain"]),
            after=facts.people(record.found["to_gain"] - gained),
        ),
        where=False,
    )
    maps = {
        "carte": MapView((*AROUND, "departements", "lacking", "outside"), legend=("lacking", "public_chosen")),
        "carte_2": MapView(("public_chosen", *AROUND, "departements", "lacking_after", "outside")),
    }
    return [Sheet("", "avant_apres", texts, alt, shown, maps)]


def dots(facts: Facts) -> list[Sheet]:
    """Return the map of where the sites of care are: MCS and mountain practices at their communes, without a name."""
    say, sites = facts.say, facts.sites[facts.sites["counted"].astype(bool)]
    if not len(sites):
        raise NotDrawn(tr("the study has no sites"))
    by_role = sites.groupby("role")["number"].sum()
    by_role = by_role[[role for role in (*ROLE, *own_roles_in(by_role.index)) if role in by_role]]
    total = int(by_role.sum())
    default = say("Where the sites of care are")
    scope = say(
        "sites of care of the study area that count in this study ({count})",
        count=number(total, language=facts.language),
    )
    listed = ", ".join(dict.fromkeys(map(said, facts.study.record.sites)))
    dated = f" ({listed})" if 0 < len(listed) <= 40 else ""
    counts = ", ".join(
        f"{number(value, language=facts.language)} {facts.role(role, value)}" for role, value in by_role.items()
    )
    texts = {
        "titre": facts.title_of_area(default + dated),
        "sous_titre": counts[:1].upper() + counts[1:] + ".",
        "alerte": facts.alert(),
        "notes": facts.notes(say("{text} in the study area.", text=counts.split(", ")[0]), scope=scope),
    }
    shown = pd.DataFrame(
        {say("Role"): [facts.role(role, 1) for role in by_role.index], say("Number"): by_role.to_numpy()}
    )
    view = MapView(
        ("public_sites", "lakes", *AROUND, "outside", "departements", "territories", "print_roads", "rivers"),
        legend=("public_sites", "departements", "territories", "lakes", "rivers", "print_roads"),
    )
    return [
        Sheet("", "carte", texts, facts.alt(say("Map of sites"), counts + ".", where=False), shown, {"carte": view})
    ]


def circles(facts: Facts) -> list[Sheet]:
    """Return the map of the people beyond, a circle for each unit."""
    facts.check_total()
    say = facts.say
    units = facts.circled
    if not ((units["beyond"] > 0) | units["secret"]).any():
        raise NotDrawn(tr("nobody is known to live beyond the threshold"))
    texts = {
        "titre": facts.title_of_area(say("Inhabitants {beyond}, by territory", beyond=facts.beyond_care())),
        "sous_titre": facts.wording.definition() + ". " + _largest(facts, units),
        "chiffre": facts.beyond_sentence(facts.total),
        "alerte": facts.alert(),
        "notes": facts.notes(_reading(facts)),
    }
    alt = facts.alt(say("Map of people beyond, by proportional circles"), facts.beyond_sentence(facts.total))
    units = units[(units["beyond"] > 0) | units["secret"]] if len(units) > MOST_UNITS else units
    view = MapView(("circles", *AROUND, "outside"), legend=("circles",))
    return [Sheet("", "carte", texts, alt, rows_of(facts, units), {"carte": view})]


def counts(facts: Facts) -> list[Sheet]:
    """Return the small map of how many emergency sites, or of the kind that alone counts, each unit has."""
    say, units, other = facts.say, facts.units, facts.wording.other_care
    if len(units) < 2:
        raise NotDrawn(tr("the study has one département only, and too many communes to count their sites one by one"))
    total = int(units["sites"].sum())
    told = number(total, language=facts.language)
    texts = {
        "titre": facts.title_of_area(
            say("{care} by territory", care=other)
            if other
            else say("Places with emergency care (SU, SMUR, antennas) by territory")
        ),
        "sous_titre": say("{count} in all; a place with several counts once.", count=told),
        "alerte": facts.alert(),
        "notes": facts.notes(
            say(
                "{name}: {count}.",
                name=units.iloc[0]["name"],
                count=number(units.iloc[0]["sites"], language=facts.language),
            ),
            scope=say("{care}, in the study area ({count})", care=other, count=told)
            if other
            else say("places with an SU, a SMUR or one of its antennas ({count})", count=told),
        ),
    }
    shown = pd.DataFrame({say("Code"): units["code"], say("Territory"): units["name"], say("Number"): units["sites"]})
    alt = facts.alt(
        say("Map of the number of sites: {care}", care=other) if other else say("Map of the number of emergency sites"),
        say("{count} in all.", count=told),
        where=False,
    )
    return [Sheet("", "carte", texts, alt, shown, {"carte": MapView(("counts", *AROUND, "outside"))})]


def zoning(facts: Facts) -> list[Sheet]:
    """Return the map of the zoning that the territories bear (ZIP, ZAC, ZV, HC)."""
    table = facts.territories
    if "zone" not in table or table["zone"].isna().all():
        raise NotDrawn(tr("the territories bear no zoning (field “zone”: see “Join an APL or a zoning”)"))
    say = facts.say
    people = facts.study.people_by("zone")
    facts_of = [
        say(
            "{zone}: {people} in {count} {count:territory|territories}",
            zone=zone,
            people=WITHHELD if pd.isna(row["sum"]) else facts.people(row["sum"]),
            count=row["size"],
        )
        for zone, row in people.iterrows()
    ]
    texts = {
        "titre": facts.title_of_area(say("Zoning of general practitioners (ZIP, ZAC, ZV)")),
        "sous_titre": "; ".join(facts_of) + ".",
        "alerte": facts.alert(),
        "notes": facts.notes(facts_of[0] + "."),
    }
    shown = pd.DataFrame(
        {
            say("Zone"): people.index,
            say("Territories"): people["size"].to_numpy(),
            say("Inhabitants"): people["sum"].astype(object).where(people["sum"].notna(), WITHHELD).to_numpy(),
        }
    )
    view = MapView((*AROUND, "outside", "departements", "zoning"), legend=("zoning",))
    return [
        Sheet(
            "",
            "carte",
            texts,
            facts.alt(say("Map of the zoning"), facts_of[0] + ".", where=False),
            shown,
            {"carte": view},
        )
    ]


def _largest(facts: Facts, units) -> str:
    """Return what the largest circle stands for: the scale of all others."""
    told = units[units["beyond"].notna()].sort_values("beyond", ascending=False)
    return (
        facts.say(
            "Largest circle: {name}, {count}.",
            name=told.iloc[0]["name"],
            count=facts.wording.people(told.iloc[0]["beyond"]),
        )
        if len(told)
        else ""
    )


def _places(facts: Facts) -> str:
    count, kind = len(facts.wording.chosen()), kind_of_places(facts.wording) or "MCS"
    return facts.say("{count} {count:place|places} ({kind})", count=count, kind=kind)


def _change(facts: Facts) -> str:
    """Read the territory that changes most and may be told."""
    table = facts.territories
    told = table[table["lacking"] > table["lacking_after"]]
    if not len(told):
        return facts.wording.suggestion()
    row = (
        told.assign(gain=told["lacking"] - told["lacking_after"])
        .sort_values(["gain", "code"], ascending=[False, True])
        .iloc[0]
    )
    return facts.say(
        "{name}: {before} without {care} within {threshold} minutes today, {after} after.",
        care=facts.care(),
        name=row["name"],
        before=facts.people(row["lacking"]),
        after=facts.people(row["lacking_after"]),
        threshold=facts.threshold,
    )

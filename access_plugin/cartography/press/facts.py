"""What every figure asks of a study: its territories with what may be published of them, its words, its notes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from ...engine.errors import InputError
from ...engine.numbers import is_plural, number, rounded, trimmed
from ...engine.sites.doctors import names_a_doctor
from ...engine.sites.roles import role_of
from ...engine.source_words import year_in
from ...engine.study.public import PublicStudy
from ...engine.text import tr, typographic
from ..suggestion_words import care_with_places, who_is_counted
from ..wording import Wording

#: Rows of communes that are joined into départements when figures are told by territory, and the most territories that
#: get a page, a circle or a bar each.
MOST_UNITS, MOST_BARS = 30, 15
ALT_MOST = 300
#: Stands where a number is under statistical secrecy.
WITHHELD = "s"


class NotDrawn(InputError):
    """A figure that a study cannot give, with the reason."""


@dataclass(frozen=True)
class Options:
    """What a person may choose for a figure.

    A title, who made it, the territory of a zoom, a series of their own (``label value target``) with its source, and
    what all the data is called.
    """

    title: str = ""
    author: str = ""
    territory: str = ""
    series: pd.DataFrame | None = None
    series_name: str = ""
    sources: str = ""


class Facts:
    """A study as figures see it.

    Parameters
    ----------
    study
        What may be told of it.
    language
        ``fr`` or ``en``.
    options
        As the person chose.
    """

    def __init__(self, study: PublicStudy, language: str, options: Options = Options()) -> None:
        self.study, self.language, self.options = study, language, options
        self.wording = Wording(study, language, sources=options.sources)
        self.say = self.wording.say
        self.threshold = self.wording.threshold

    @property
    def crs(self):
        """The reference system of the study's layers."""
        return self.study.crs

    @property
    def territories(self) -> gpd.GeoDataFrame:
        """The territories with their figures."""
        if self.study.territories is None:
            raise NotDrawn(tr("this figure tells territories apart, and the study was made without any (TERRITORIES)"))
        return self.study.territories

    @property
    def departements(self) -> gpd.GeoDataFrame | None:
        """The départements with their figures; None where the territories are no communes of France."""
        return self.study.departements

    @functools.cached_property
    def units(self) -> gpd.GeoDataFrame:
        """The territories that a figure can name one by one.

        Départements where there are several, else the territories if they are few.
        """
        larger = self.departements
        if larger is not None and len(larger) > 1:
            return larger
        if len(self.territories) > MOST_UNITS and larger is None:
            raise NotDrawn(
                tr(
                    "the study has {count} {count:territory, which is no commune of France that|territories, "
                    "which are no communes of France that} could be joined into départements"
                ).format(count=len(self.territories))
            )
        return self.territories if len(self.territories) <= MOST_UNITS else larger

    @functools.cached_property
    def named(self) -> gpd.GeoDataFrame:
        """Territories and départements: all that a zoom can be on."""
        return (
            self.territories
            if self.departements is None
            else pd.concat([self.territories, self.departements], ignore_index=True)
        )

    @functools.cached_property
    def circled(self) -> gpd.GeoDataFrame:
        """The units that get a circle: départements where there are several, else the territories, however many."""
        return self.units if len(self.units) > 1 else self.territories

    @functools.cached_property
    def ranked(self) -> gpd.GeoDataFrame:
        """The units where somebody with a known time lives, the most people beyond first.

        Communes where there is but one département.
        """
        units = self.circled
        return units[units["known"]].sort_values(["beyond", "code"], ascending=[False, True])

    @functools.cached_property
    def told(self) -> gpd.GeoDataFrame:
        """Those of the ranked units with people beyond that may be told."""
        return self.ranked[self.ranked["beyond"] > 0]

    @property
    def communes_concerned(self) -> int | None:
        """How many communes somebody beyond lives in, where the ranked units are communes and it may be told."""
        count = self.total["communes_beyond"]
        are_communes = self.departements is not None and self.circled is self.territories
        return int(count) if are_communes and pd.notna(count) else None

    @functools.cached_property
    def sites(self) -> gpd.GeoDataFrame:
        """The sites in the study area, as the public may see them."""
        table = self.study.drawn("public_sites")
        return table[table["inside"].astype(bool)]

    @property
    def total(self) -> pd.Series:
        """The figures of everyone."""
        return self.study.total

    def check_total(self) -> None:
        """Refuse a figure whose number nobody knows, or would tell what is secret."""
        if not self.total["known"]:
            raise NotDrawn(tr("no resident has a time, so that there is nothing to count"))
        if bool(self.total["secret"]):
            raise NotDrawn(
                tr(
                    "the people beyond live in fewer than 11 households, so that their number is under "
                    "statistical secrecy and must not be published"
                )
            )

    def suggestion(self) -> str:
        """Return what the suggested places bring, unless those gained, or those left, are too few to be told."""
        return self.wording.suggestion()

    def role(self, role: str, count: float) -> str:
        """Return what a role is called, in the singular or plural of a count."""
        return self.say(role_of(role).many if is_plural(count, language=self.language) else role_of(role).one)

    def care(self) -> str:
        """Return what the suggested places add to, by the baseline of the question."""
        return care_with_places(self.wording)

    def check_suggestion(self) -> None:
        """Refuse a figure of before and after that would tell of too few."""
        found = self.study.record.found
        if found is not None and pd.isna(found["to_gain"]):
            raise NotDrawn(
                tr(
                    "those gained, those left, or what sets them apart from those beyond, may be fewer than 11 "
                    "households (fewer than {count} people), so that their number is under statistical secrecy"
                ).format(count=self.study.record.few_people)
            )

    def published(self, row) -> str:
        """Return the people beyond of a row, exact, or the mark of secrecy."""
        text = number(row.beyond, language=self.language) if row.beyond == row.beyond else self.say("not computed")
        return WITHHELD if row.secret else text

    def residents(self, row) -> str:
        """Return the people of a row, or the mark of secrecy where so few live there that nothing is told."""
        return WITHHELD if pd.isna(row["population"]) else number(row["population"], language=self.language)

    def many(self, count: float) -> bool:
        """Whether a number of people, or one that is not told, takes the plural."""
        return pd.isna(count) or is_plural(round(count), language=self.language)

    def share(self, row) -> str:
        """Return the share of people beyond of a row, or the mark of secrecy."""
        return WITHHELD if row.secret else self.wording.percent(row.beyond_share)

    def people(self, value: float) -> str:
        """Return a rounded number with its noun: ``86 400 habitants``, ``8,21 millions d’habitants``."""
        short = rounded(value)
        if short >= 1_000_000:
            one = self.language == "fr" and not is_plural(short / 1_000_000)
            text = (
                self.wording.translate("{count} million inhabitant")
                if one
                else self.wording.translate("{count} million inhabitants")
            )
            return text.format(count=trimmed(short / 1_000_000, language=self.language))
        word = (
            self.wording.translate("{count} inhabitants")
            if is_plural(short, language=self.language)
            else self.wording.translate("{count} inhabitant")
        )
        return word.format(count=number(short, language=self.language))

    def beyond_sentence(self, row, *, exact: bool = False) -> str:
        """Return how many live beyond in a territory, rounded or exact, as a sentence.

        With how many have no time, where that is the whole area.
        """
        if bool(row["secret"]):
            return self.say(
                "The number of people beyond {threshold} minutes is not published (statistical secrecy).",
                threshold=self.threshold,
            )
        if not row["known"]:
            return self.say("No time is known here.")
        if row["beyond"] == 0:
            return self.say(
                "No inhabitant whose time is known lives more than {threshold} minutes away.", threshold=self.threshold
            )
        many, one = (
            self.wording.translate("{people} ({share}) live more than {threshold} minutes away."),
            self.wording.translate("{people} ({share}) lives more than {threshold} minutes away."),
        )
        text = many if is_plural(round(row["beyond"]), language=self.language) else one
        share = self.wording.percent(row["beyond_share"])
        share = self.say("{share} of those whose time is known", share=share) if row["not_computed"] > 0 else share
        people = self.wording.people if exact else self.people
        text = text.format(people=people(row["beyond"]), share=share, threshold=self.threshold)
        if row.get("level") == "total" and row["not_computed"] > 0:
            text += " " + self.say("Not computed: {people}.", people=people(row["not_computed"]))
        return text

    def beyond_care(self) -> str:
        """Return what people are beyond: ``more than 30 minutes from emergency care (SU or SMUR)``."""
        care = self.wording.care()
        return self.say(care.beyond, threshold=self.threshold, care=care.word)

    def where(self, most: int = 3) -> str:
        """Return the names of the units with the most people beyond, those that may be told; empty for none."""
        try:
            return ", ".join(self.told["name"].iloc[:most])
        except NotDrawn:
            return ""

    def suggestion_notes(self, reading: str) -> str:
        """Return the notes of a figure of the suggested places, whose count is not that of the study's definition."""
        return self.notes(reading, who_is_counted(self.wording))

    def notes(self, reading: str, counted: str = "", *, of=None, scope: str = "") -> str:
        """Return the four notes that stand under every figure, in their fixed order (DOMAIN § 7.2).

        `counted` says what is counted where that is not the study's definition; `of` is the one territory that the
        figure shows, `scope` another scope than people.
        """
        say, total = self.say, self.total if of is None else of
        count = self.residents(total)
        field = (
            say("residents of the study area ({count})", count=count)
            if of is None
            else say("residents of {name} ({count})", name=of["name"], count=count)
        )
        if scope:
            field = scope
        elif of is not None and of["secret"]:
            pass  # how many of them have no time is secret too
        elif pd.isna(total["not_computed"]):
            field += say(", of whom a few have no time (not computed)")
        elif total["not_computed"] > 0:
            field += say(", of whom {count:.0f} {count:has|have} no time (not computed)", count=total["not_computed"])
        what = (
            (counted,)
            if counted
            else (self.wording.definition() + ".", self.wording.reliability() if of is None and not scope else "")
        )
        note = " ".join(text for text in (*what, self._vintages(), self.wording.method_line()) if text)
        made = say(
            "processing: {author}, {date}",
            author=self.options.author or f"Accès 30 {self.study.record.version}",
            date=self.wording.computed(),
        )
        lines = [
            say("Scope: {text}.", text=field),
            say("Reading: {text}", text=reading),
            say("Note: {text}", text=note),
            say("Source: {text}.", text=", ".join([*self.wording.sources(), made])),
        ]
        return "\n".join(lines)

    def _vintages(self) -> str:
        """Say where the sites that are drawn are of another year than the official times; empty where they are not."""
        record = self.study.record
        times = year_in(record.times["name"]) if record.times is not None else ""
        years = {year for name in record.sites if (year := year_in(name)) and year != times}
        if not times or len(years) != 1:
            return ""
        return self.say(
            "Times of {times}, sites of {sites}: what opened or closed in between is not in the times.",
            times=times,
            sites=years.pop(),
        )

    def alert(self) -> str:
        """Return the marks of a scenario and of demonstration data, else an empty text."""
        return self.wording.alert()

    def alt(self, kind: str, result: str, *, where: bool = True) -> str:
        """Return the alternative text.

        Kind of figure, main result, where most live beyond (if that is what it shows), day, sources; what does not fit
        is left out whole.
        """
        where = self.where() if where else ""
        parts = [f"{kind}{':' if self.language == 'en' else ' :'} {result}"]
        parts += [self.say("Mostly: {places}.", places=where)] if where and not bool(self.total["secret"]) else []
        parts += [
            self.say("Computed on {date}.", date=self.wording.computed()),
            self.say("Source: {text}.", text=self.wording.credit()),
        ]
        text = parts[0] if len(parts[0]) <= ALT_MOST else parts[0][: ALT_MOST - 1].rsplit(" ", 1)[0] + "…"
        for part in parts[1:]:
            if len(text) + 1 + len(part) <= ALT_MOST:
                text += " " + part
        return text

    def title_of_area(self, default: str) -> str:
        """Return the title that was asked for, or the figure's own after the name of the area and the year.

        Errors as :meth:`title`.
        """
        return self.title(self.wording.placed(default))

    def title(self, default: str) -> str:
        """Return the title that was asked for, or the figure's own.

        Raises
        ------
        NotDrawn
            It names a doctor.
        """
        title = typographic(self.options.title, self.language) or default
        if names_a_doctor(title):
            raise NotDrawn(
                tr("the title “{title}” names a doctor, which nothing that is published may do").format(title=title)
            )
        return title

    def where_chosen(self) -> list[str]:
        """Return the name of each suggested place as it is published.

        Its commune or territory, never what the candidate is called, which may be a doctor's name.
        """
        chosen = self.wording.chosen()
        if not len(chosen):
            return []
        names = pd.Series("", index=chosen.index)
        if self.study.territories is not None:
            points = gpd.GeoDataFrame(geometry=chosen.geometry, crs=chosen.crs).to_crs(self.crs)
            found = points.sjoin(self.territories[["name", "geometry"]], how="left", predicate="intersects")["name"]
            names = found[~found.index.duplicated()].reindex(chosen.index).fillna("")
        texts = []
        for place, (rank, name) in enumerate(zip(chosen["rank"], names)):
            name = name or self.say("place no. {rank}", rank=rank)
            again = list(names[:place]).count(name)
            texts.append(f"{name} ({again + 1})" if again else name)
        return texts

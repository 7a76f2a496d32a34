"""The sentences of a study, in the language of its results; every figure comes from the study itself. No QGIS here."""

from __future__ import annotations

import datetime

from ..engine.numbers import is_plural, minutes, number, percent
from ..engine.sites.own_roles import definition_of, is_own
from ..engine.source_words import said, year_in
from ..engine.study.folder import StudyFolder
from ..engine.study.public import PublicStudy
from ..engine.territory.area_name import area_name
from ..engine.text import printed, typographic
from ..engine.vocabulary import DEFINITION, DEFINITION_ROWS, SEASON, SLOT, Definition
from .source_lines import as_known, in_own_words
from .suggestion_words import what_places_bring


class Wording:
    """Says what a study found and how.

    Parameters
    ----------
    study
        What it speaks of.
    language
        ``fr`` or ``en``.
    sources
        What a person calls all the data, in place of what the study says; empty for that.
    """

    def __init__(self, study: StudyFolder | PublicStudy, language: str, *, sources: str = "") -> None:
        self.study, self._own_sources = study, sources or study.record.own_sources
        self.record = study.record
        self.setting = study.record.setting
        self.language = language

    def translate(self, source: str) -> str:
        """Return a sentence in the language of the results, to be filled in."""
        return printed(source, self.language)

    def say(self, source: str, **facts) -> str:
        """Translate a sentence and put the facts into it."""
        text = self.translate(source)
        return text.format(**facts) if facts else text

    @property
    def threshold(self) -> str:
        """The threshold in minutes, as it is printed."""
        return minutes(self.setting.threshold, language=self.language)

    def people(self, count: float) -> str:
        """Return ``1 234 habitants``."""
        word = (
            self.say("{count} inhabitants")
            if is_plural(round(count), language=self.language)
            else self.say("{count} inhabitant")
        )
        return word.format(count=number(count, language=self.language))

    def percent(self, share: float) -> str:
        """Return a share with one decimal; one that is not 0 or 1 does not read as if it were."""
        if 0 < share < 0.0005:
            return self.say("less than {share}", share=percent(0.001, language=self.language))
        if 0.9995 <= share < 1:
            return self.say("more than {share}", share=percent(0.999, language=self.language))
        return percent(share, language=self.language)

    def title(self) -> str:
        """Return the title of the map: where and when, then a sentence with what counts as care and the threshold."""
        return self.placed(self.subject())

    def subject(self) -> str:
        """Return the title without where and when."""
        return self.say(self.care().title, threshold=self.threshold, care=self.care().word)

    def placed(self, title: str) -> str:
        """Put the name of the area, its year, and the scenario before a title, as far as they are known."""
        tried = self.say("scenario “{name}”", name=self.scenario) if self.scenario else ""
        area = area_name(self.study.territory_codes)
        where = ", ".join(part for part in (area, self.year() if area else "", tried) if part)
        if not where:
            return title
        first = title[:1].lower() if title[1:2].islower() or title[1:2] == "’" else title[:1]
        return self.say("{where}: {title}", where=where, title=first + title[1:])

    def year(self) -> str:
        """Return the year of the roads, or the one that the name of official times bears; empty where it is unknown."""
        if self.record.times is not None:
            return year_in(self.record.times["name"])
        year = str(self.record.roads["date"])[:4]
        return year if year.isdigit() else ""

    def dated(self, place: str) -> str:
        """Return the title of a page on one place: its name, and the year where it is known."""
        return ", ".join(part for part in (place, self.year()) if part)

    def time_title(self) -> str:
        """Return what the bands of the map are bands of."""
        return self.say(self.care().bands, care=self.care().word)

    def care(self) -> Definition:
        """Return what counts as care, by the definition and the roles that are there."""
        if self.other_care:
            return definition_of(self.setting.definition)
        present = tuple(self.record.legs)
        exact = next((definition for definition in DEFINITION_ROWS if definition.legs == present), None)
        return exact or DEFINITION["first_care" if "mcs" in present else "emergency"]

    @property
    def other_care(self) -> str:
        """The name of a role of one's own that alone counts; empty for emergency care."""
        return definition_of(self.setting.definition).word if is_own(self.setting.definition) else ""

    def definition(self) -> str:
        """Return what the time is the time of, and when, where that is not always."""
        if self.record.times is not None:
            return self.say(self.care().official, name=said(self.record.times["name"]))
        setting, su, smur = self.setting, "su" in self.record.legs, "smur" in self.record.legs
        asked = definition_of(setting.definition)
        text = self.say(asked.driven, care=asked.word)
        if setting.definition == "emergency" and not smur:
            text = self.say(
                "Drive time to the nearest emergency department (SU) alone: no mobile team (SMUR) was given"
            )
        elif setting.definition == "emergency" and not su:
            text = self.say(
                "Drive time from the nearest mobile team (SMUR or its antenna) alone: no emergency department (SU) "
                "was given"
            )
        when = ", ".join(part for part in (self.season(short=True), self.slot()) if part)
        return f"{text}. {self.say('Holds {when}', when=when)}" if when else text

    def season(self, *, short: bool = False) -> str:
        """Return the season and how many roads it closes; in short only a season that is not all the year."""
        setting = self.setting
        if setting.season == "all_year":
            return "" if short else self.say("all year")
        name = self.say(SEASON[setting.season].phrase)
        return (
            name
            if short
            else name
            + " ("
            + self.say("roads closed then: {count}", count=number(self.record.closed_by_season, language=self.language))
            + ")"
        )

    def slot(self) -> str:
        """Return the part of the week at every moment of which the times hold; empty where hours are not applied."""
        phrase = SLOT[self.setting.slot].phrase
        return self.say(phrase) if phrase else ""

    def reliability(self) -> str:
        """Return the range of the key figure, and the people whose answer could change.

        The range is by the speeds that are assumed; roads beyond the network are what could change an answer.
        """
        total = self.study.total
        if total["population"] == total["not_computed"] or self.record.times is not None:
            return ""
        low, high = (total[f"beyond_{end}"] for end in ("low", "high"))
        if low != low or high != high:  # not told
            return ""
        facts = {
            "low": low,
            "high": high,
            "fast": self.percent(1 - self.record.fast),
            "slow": self.percent(self.record.slow - 1),
        }
        texts, spread = [], self.record.fast < self.record.slow
        if spread and round(low) != round(high):
            texts.append(
                self.say(
                    "From {low:.0f} to {high:.0f} {high:inhabitant|inhabitants} with times {fast} shorter or "
                    "{slow} longer, the range that the speed profile states.",
                    **facts,
                )
            )
        elif spread:
            texts.append(
                self.say(
                    "The same number with times {fast} shorter or {slow} longer, the range that the speed "
                    "profile states.",
                    **facts,
                )
            )
        if total["uncertain"] > 0:
            texts.append(
                self.say(
                    "For {people} roads or sites beyond the edge of the network could shorten the time.",
                    people=self.people(total["uncertain"]),
                )
            )
        return " ".join(texts)

    def key_figure(self) -> str:
        """Return how many live beyond, and for how many no time is known."""
        return " ".join(text for text in (self._beyond(), self._not_computed()) if text)

    def _not_computed(self) -> str:
        total = self.study.total
        if self.setting.slot != "all_open" and total["not_computed"] == total["population"]:
            return self.say(
                "At some moments no site that counts is open, so that nobody has care throughout. Not computed: "
                "{people}.",
                people=self.people(total["not_computed"]),
            )
        if 0 < total["cut_off"] == total["not_computed"]:
            return self.say(
                "Not computed: {people}, who {count:has|have} roads but no way to care.",
                people=self.people(total["not_computed"]),
                count=round(total["not_computed"]),
            )
        if total["cut_off"] > 0:
            return self.say(
                "Not computed: {people}, of whom {cut:.0f} {cut:has|have} roads but no way to care.",
                people=self.people(total["not_computed"]),
                cut=total["cut_off"],
            )
        return (
            self.say("Not computed: {people}.", people=self.people(total["not_computed"]))
            if total["not_computed"] > 0
            else ""
        )

    def _beyond(self) -> str:
        total = self.study.total
        if total["population"] == total["not_computed"]:
            return ""
        if total["beyond"] == 0 and total["not_computed"] == 0:
            return self.say(
                "No inhabitant of the study area lives more than {threshold} minutes away.", threshold=self.threshold
            )
        if total["beyond"] == 0:
            return self.say(
                "No inhabitant whose time is known lives more than {threshold} minutes away.", threshold=self.threshold
            )
        many, one = (
            self.translate("{people} ({share}) live more than {threshold} minutes away."),
            self.translate("{people} ({share}) lives more than {threshold} minutes away."),
        )
        text = many if is_plural(round(total["beyond"]), language=self.language) else one
        return text.format(
            people=self.people(total["beyond"]), share=self.percent(total["beyond_share"]), threshold=self.threshold
        )

    def chosen(self):
        """Return the suggested places; an empty table without any."""
        return self.study.chosen

    def suggestion(self) -> str:
        """Return what the suggested places would bring, or an empty text."""
        return what_places_bring(self)

    def beyond_thirty(self) -> str:
        """Return how many live beyond 30 minutes, where the threshold is another one."""
        if self.setting.threshold == 30.0 or (self.setting.threshold < 30.0 and self.study.total["beyond"] == 0):
            return ""
        return self.say("Beyond 30 minutes: {people}.", people=self.people(self.record.beyond_thirty))

    def method_line(self) -> str:
        """Return the line that stands under every figure."""
        setting = self.setting
        if self.record.times is not None:
            text = self.translate(
                "Method: official times by commune; whole communes, strictly more than {threshold} min; season "
                "and way of driving as in that table. Accès 30 {version}, {date}."
            )
            return text.format(threshold=self.threshold, version=self.record.version, date=self.computed())
        convention = {
            "fine": self.say("place to place"),
            "drees": self.say(
                "chef-lieu to chef-lieu (DREES) for the figures, the areas of the map from the sites' own positions"
            ),
        }[setting.convention]
        delays = self.say("start delays included") if self.record.delays else self.say("without alert and start delays")
        traffic = {
            "off_peak": self.say("off-peak"),
            "peak": self.say("at peak hours"),
            "mean": self.say("mean of off-peak and peak hours"),
        }[setting.traffic]
        text = self.translate(
            "Method: drive times, {delays}; profile {profile}, {traffic}; season: {season}; convention: "
            "{convention}; strictly more than {threshold} min. Accès 30 {version}, {date}."
        )
        season = ", ".join(part for part in (self.season(), self.closures()) if part)
        return text.format(
            delays=delays,
            profile=self.profiles(),
            traffic=traffic,
            season=season,
            convention=convention,
            threshold=self.threshold,
            version=self.record.version,
            date=self.computed(),
        )

    def closures(self) -> str:
        """Return how many roads the user's layer closes besides, and its name; empty without one."""
        if not self.record.closures:
            return ""
        count = number(self.record.closed, language=self.language)
        return self.say("roads closed by {name}: {count}", count=count, name=self.record.closures)

    def profiles(self) -> str:
        """Return the name of the profile, or of each where they differ."""
        names = {who: f"{self.translate(name)} ({profile})" for who, (profile, name) in self.record.profiles.items()}
        if self.other_care:
            return names["patients" if self.setting.legs[0].profile == "profile" else "SMUR"]
        named = {"patients": self.say("patients")}
        return (
            names["SMUR"]
            if len(set(names.values())) == 1
            else ", ".join(f"{named.get(who, who)} {name}" for who, name in names.items())
        )

    def sources_line(self) -> str:
        """Return what is known of each source, for method notes and layers, whatever pages say."""
        known = as_known(self.record, self.say, self.date)
        return self.translate("Sources: {sources}.").format(
            sources=" ; ".join(known) if self.language == "fr" else "; ".join(known)
        )

    def credit(self) -> str:
        """Return the source in short: the first that is known, or all that a person says."""
        return ", ".join(self.sources()) if self._own_sources else self.sources()[0]

    def sources(self) -> list[str]:
        """Return each source with its vintage, or what a person says of all."""
        if self._own_sources:
            return in_own_words(self.record, self._own_sources, self.say, self.language)
        return as_known(self.record, self.say, self.date)

    def internal(self) -> str:
        """Return the mark of results that hold cells under INSEE's secrecy, else an empty text.

        Such cells have fewer than 11 households, or are imputed.
        """
        return (
            self.say(
                "Internal use only: this note, the tables and the project hold figures under statistical secrecy "
                "(fewer than 11 households, or fewer than 25 people where households are not counted), which "
                "must not be published; the figures and the public map leave them out"
            )
            if self.record.internal
            else ""
        )

    def alert(self) -> str:
        """Return the marks of a scenario that is no state of today and of demonstration data, else an empty text."""
        texts = [self.say("Fictitious demonstration data")] if self.record.fictitious else []
        if self.scenario:
            texts.insert(0, self.say("Scenario “{name}”: sites that are tried, not those of today", name=self.scenario))
        return ". ".join(texts)

    @property
    def scenario(self) -> str:
        """The name of the scenario whose sites these are, as it is printed; empty where they are those of today."""
        return typographic(self.record.scenario, self.language) if self.record.found is None else ""

    def computed(self) -> str:
        """Return the day of the run."""
        return self.date(self.record.date)

    def date(self, iso: str) -> str:
        """Return ``20 février 2018`` or ``20 February 2018``; « 1er » for the first in French."""
        try:
            day = datetime.date.fromisoformat(iso)
        except ValueError:
            return iso
        months = self.say(
            "January February March April May June July August September October November December"
        ).split()
        first = "1er" if self.language == "fr" and day.day == 1 else str(day.day)
        return f"{first}\u00a0{months[day.month - 1]} {day.year}"

"""``access:findgaps``: who lives beyond the threshold, where, and how many: by a road network, or by official times."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import care_of, minutes_list, people_of
from ...base import AccessAlgorithm
from ...counted import COUNTED, counted
from ...layers import write
from ...official_times import check_settings_of_times, official_described, threshold_of_times, times, times_of
from ...parameters import (
    cell,
    codes,
    common,
    definition,
    network,
    not_computed,
    optional,
    other_care,
    population,
    sites,
    territories,
    text,
    with_help,
)
from ...styling import style_when_loaded, write_not_computed

#: More thresholds would leave few rows to tell, and take minutes to find out which.
_MOST_OTHERS, _LONGEST_MIN = 5, 1440.0


class FindGaps(AccessAlgorithm):
    """Find the areas and the places beyond the threshold, and count the people by territory."""

    ID = "findgaps"
    GROUP = "study"
    NUMBERS = COUNTED
    TAGS = (
        "plus de 30 minutes",
        "zone blanche",
        "désert médical",
        "communes",
        "METRIC",
        "DREES",
        "distancier",
        "beyond",
        "gap",
    )

    def title(self) -> str:
        return tr("Find areas beyond the threshold")

    def initAlgorithm(self, configuration=None) -> None:
        people = with_help(
            population(polygons=True),
            tr(
                "Points with the field “population”, made by “Import a population”; with official times also "
                "communes: polygons with “code” and “population”."
            ),
        )
        for parameter in (network(optional=True), sites(optional=True), people, territories()):
            self.addParameter(parameter)
        for parameter in times():
            self.addParameter(parameter)
        self.addParameter(codes())
        for parameter in (definition(), cell(), *common(), other_care()):
            self.addParameter(parameter)
        further = tr(
            "Such as 20,45: the figures count the people beyond each of them too (beyond_20_min, beyond_45_min). "
            "A row whose counts, or what lies between two of them, tell of too few households is secret: each "
            "threshold makes more rows so."
        )
        others = text("OTHER_THRESHOLDS", tr("Further thresholds (minutes)"), "", further)
        self.addParameter(optional(others, further, advanced=True))
        kinds = QgsProcessing.SourceType
        gaps = QgsProcessingParameterFeatureSink("GAPS", tr("Areas beyond"), kinds.TypeVectorPolygon)
        self.addParameter(
            with_help(gaps, tr("The areas beyond, by territory, with the people counted at their points and km²."))
        )
        places = QgsProcessingParameterFeatureSink("PLACES", tr("Places with times"), kinds.TypeVectorPoint)
        self.addParameter(with_help(places, tr("The population with its times.")))
        summary = QgsProcessingParameterFeatureSink("SUMMARY", tr("Figures by territory"), kinds.TypeVector)
        self.addParameter(
            with_help(summary, tr("People, people beyond, mean, P90 and longest time, in all and by territory."))
        )
        self.addParameter(not_computed())
        self.add_numbers()

    def check(self, parameters, context) -> None:
        on_roads = bool(parameters.get("NETWORK"))
        if bool(parameters.get("TIMES")) == on_roads or (on_roads and not parameters.get("SITES")):
            raise InputError(
                tr("Give either a network and sites (NETWORK, SITES) or a table of official times (TIMES).")
            )
        if not on_roads:
            check_settings_of_times(self, parameters, context)
        self._others(parameters, context)

    def execute(self, parameters, context, progress) -> dict:
        official = self.parameterAsFile(parameters, "TIMES", context)
        found, setting = (self._by_table if official else self._by_roads)(parameters, context, progress)
        results = {
            "GAPS": write(self, parameters, "GAPS", context, found.areas, Qgis.WkbType.MultiPolygon),
            "PLACES": write(self, parameters, "PLACES", context, found.places, Qgis.WkbType.Point),
            "SUMMARY": write(self, parameters, "SUMMARY", context, found.summary),
        }
        said = official_described(self, parameters, context) if official else ""
        style_when_loaded(
            self, context, results["PLACES"], "places", tr("Places with times"), setting=setting, said=said
        )
        style_when_loaded(self, context, results["GAPS"], "gaps", tr("Areas beyond"), setting=setting, said=said)
        return (
            results
            | counted(found.summary.iloc[0])
            | write_not_computed(self, parameters, context, found.not_computed, setting)
        )

    def _others(self, parameters, context) -> list[float]:
        """Return the further thresholds, or say why they are none."""
        asked = self.parameterAsString(parameters, "OTHER_THRESHOLDS", context).strip()
        minutes = sorted({round(number, 2) for number in minutes_list(asked)}) if asked else []
        if not all(0 < number <= _LONGEST_MIN for number in minutes) or len(minutes) > _MOST_OTHERS:
            sentence = tr(
                "Further thresholds must be positive minutes, {most} at most and none longer than a day, such as "
                "20,45, not {minutes}."
            )
            raise InputError(sentence.format(most=_MOST_OTHERS, minutes=asked))
        return minutes

    def _by_roads(self, parameters, context, progress):
        from ....engine.access.gaps import find_gaps

        care, people = (
            care_of(self, parameters, context, progress),
            people_of(self, parameters, context, progress),
        )
        cell_m, others = self.parameterAsDouble(parameters, "CELL", context), self._others(parameters, context)
        found = progress.aside(find_gaps, care, people, cell_m=cell_m, others=others)
        return found, care.setting

    def _by_table(self, parameters, context, progress):
        from ....engine.access.official import gaps_from_times
        from ....engine.access.setting import Setting

        setting = Setting(threshold=threshold_of_times(self, parameters, context))
        times, people = (
            times_of(self, parameters, context, progress),
            people_of(self, parameters, context, progress),
        )
        others = self._others(parameters, context)
        return progress.aside(gaps_from_times, times, people, setting.threshold, others=others), setting

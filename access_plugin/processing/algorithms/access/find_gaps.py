"""``access:findgaps``: who lives beyond the threshold, where, and how many."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import (
    cell,
    common,
    network,
    network_of,
    population,
    population_of,
    setting_of,
    sites,
    sites_of,
    territories,
    territories_of,
    with_help,
)  # fmt: skip
from ...styling import style_when_loaded


class FindGaps(AccessAlgorithm):
    """Find the areas and the places beyond the threshold, and count the people by territory."""

    ID = "findgaps"
    GROUP = "access"
    TAGS = ("plus de 30 minutes", "zone blanche", "désert médical", "communes", "beyond", "gap")

    def title(self) -> str:
        return tr("Find areas beyond the threshold")

    def initAlgorithm(self, configuration=None) -> None:
        for parameter in (network(), sites(), population(), territories(), cell(), *common()):
            self.addParameter(parameter)
        kinds = QgsProcessing.SourceType
        gaps = QgsProcessingParameterFeatureSink("GAPS", tr("Areas beyond"), kinds.TypeVectorPolygon)
        self.addParameter(with_help(gaps, tr("The areas beyond, by territory, with the people counted at their points and km².")))
        places = QgsProcessingParameterFeatureSink("PLACES", tr("Places with times"), kinds.TypeVectorPoint)
        self.addParameter(with_help(places, tr("The population with its times.")))
        summary = QgsProcessingParameterFeatureSink("SUMMARY", tr("Figures by territory"), kinds.TypeVector)
        self.addParameter(with_help(summary, tr("People, people beyond, mean, P90 and longest time, in all and by territory.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.gaps import find_gaps

        setting = setting_of(self, parameters, context)
        found = find_gaps(
            network_of(self, parameters, context), sites_of(self, parameters, context, progress), population_of(self, parameters, context),
            setting, territories=territories_of(self, parameters, context), cell_m=self.parameterAsDouble(parameters, "CELL", context),
            progress=progress,
        )  # fmt: skip
        results = {
            "GAPS": write(self, parameters, "GAPS", context, found.areas, Qgis.WkbType.MultiPolygon),
            "PLACES": write(self, parameters, "PLACES", context, found.places, Qgis.WkbType.Point),
            "SUMMARY": write(self, parameters, "SUMMARY", context, found.summary),
        }
        style_when_loaded(context, results["PLACES"], "places", tr("Places with times"), setting=setting)
        style_when_loaded(context, results["GAPS"], "gaps", tr("Areas beyond"), setting=setting)
        return results

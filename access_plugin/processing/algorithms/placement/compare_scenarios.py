"""``access:comparescenarios``: what changes for whom between two lists of sites."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import (
    codes,
    common,
    definition,
    layer,
    levels_of,
    network,
    network_of,
    population,
    population_of,
    setting_of,
    sites_of,
    territories,
    territories_of,
    with_help,
)  # fmt: skip
from ...styling import style_when_loaded


class CompareScenarios(AccessAlgorithm):
    """Compare the times of people before and after a change of sites."""

    ID = "comparescenarios"
    GROUP = "placement"
    TAGS = ("avant", "après", "scénario", "ouverture", "fermeture", "before", "after", "scenario", "difference")

    def title(self) -> str:
        return tr("Compare two scenarios")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        point = QgsProcessing.SourceType.TypeVectorPoint
        for name, label, help_text in (
            ("BEFORE", tr("Sites before"), tr("Sites of care as they are, made by “Import sites of care”.")),
            ("AFTER", tr("Sites after"), tr("The same list with what is to change: sites added, moved or left out. The suggested places may be added with the role MCS.")),
        ):
            self.addParameter(layer(name, label, help_text, point, optional=False))
        care = definition()
        care.setDefaultValue("first_care")
        for parameter in (population(), territories(), codes(), care, *common()):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Places before and after"), point)
        self.addParameter(with_help(output, tr("The population with its time before and after, the difference, and what changes: gained, lost, sooner, later, same, not_computed.")))
        summary = QgsProcessingParameterFeatureSink("SUMMARY", tr("Figures before and after"), QgsProcessing.SourceType.TypeVector)
        self.addParameter(with_help(summary, tr("People, people beyond, mean, P90 and longest time, in all and by territory: a row before and a row after.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.placement.scenario import compare_scenarios

        setting = setting_of(self, parameters, context)
        before, after = (sites_of(self, parameters, context, progress, name) for name in ("BEFORE", "AFTER"))
        places, summary = compare_scenarios(
            network_of(self, parameters, context), before, after, population_of(self, parameters, context), setting,
            territories=territories_of(self, parameters, context), levels=levels_of(self, parameters, context, progress), progress=progress,
        )  # fmt: skip
        results = {"OUTPUT": write(self, parameters, "OUTPUT", context, places, Qgis.WkbType.Point), "SUMMARY": write(self, parameters, "SUMMARY", context, summary)}
        style_when_loaded(self, context, results["OUTPUT"], "changes", tr("Places before and after"), setting=setting)
        return results

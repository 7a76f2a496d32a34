"""``access:comparescenarios``: what changes for whom between two lists of sites."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.defaults import OF_SCENARIOS
from ....engine.errors import InputError
from ....engine.sites.roles import ROLES
from ....engine.text import tr
from ...arguments import network_of, people_of, setting_of, sites_of, table_of
from ...base import AccessAlgorithm
from ...counted import CHANGED, changed
from ...layers import write
from ...parameters import (
    choice,
    codes,
    common,
    definition,
    in_words,
    layer,
    network,
    population,
    territories,
    with_help,
)
from ...styling import style_when_loaded


class CompareScenarios(AccessAlgorithm):
    """Compare the times of people before and after a change of sites."""

    ID = "comparescenarios"
    GROUP = "placement"
    NUMBERS = CHANGED
    TAGS = ("avant", "après", "scénario", "ouverture", "fermeture", "before", "after", "scenario", "difference")

    def title(self) -> str:
        return tr("Compare two scenarios")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        point = QgsProcessing.SourceType.TypeVectorPoint
        for name, label, help_text in (
            ("BEFORE", tr("Sites before"), tr("Sites of care as they are, made by “Import sites of care”.")),
            (
                "AFTER",
                tr("Sites after"),
                tr(
                    "The same list with what is to change: sites added, moved or left out. Empty: the list "
                    "before, with the added places."
                ),
            ),
            ("ADDED", tr("Added places"), tr("Points that open after: the suggested places, or some that you draw.")),
        ):
            self.addParameter(layer(name, label, help_text, point, optional=name != "BEFORE"))
        self.addParameter(
            choice("ADDED_ROLE", tr("Role of the added places"), ROLES, "MCS", tr("What care the added places give."))
        )
        for parameter in (population(), territories(), codes(), definition(OF_SCENARIOS, "first_care"), *common()):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Places before and after"), point)
        self.addParameter(
            with_help(
                output,
                tr(
                    "The population with its time before and after, the difference, and what changes: gained, "
                    "lost, sooner, later, same, not_computed."
                ),
            )
        )
        summary = QgsProcessingParameterFeatureSink(
            "SUMMARY", tr("Figures before and after"), QgsProcessing.SourceType.TypeVector
        )
        self.addParameter(
            with_help(
                summary,
                tr(
                    "People, people beyond, mean, P90 and longest time, in all and by territory: a row before "
                    "and a row after."
                ),
            )
        )
        self.add_numbers()

    def check(self, parameters, context) -> None:
        if not parameters.get("ADDED") and not parameters.get("AFTER"):
            raise InputError(tr("Give the sites after (AFTER), the places that are added (ADDED), or both."))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.placement.scenario import compare_scenarios, scenario

        setting = setting_of(self, parameters, context)
        self._check_role(parameters, context, setting, progress)
        network = network_of(self, parameters, context)
        before, after = (
            progress.aside(lambda progress, one=one: scenario(one[0], network, one[1], setting, progress))
            for one in zip(("before", "after"), self._scenarios(parameters, context, progress))
        )
        people = people_of(self, parameters, context, progress)
        places, summary = progress.aside(compare_scenarios, before, after, people)
        results = {
            "OUTPUT": write(self, parameters, "OUTPUT", context, places, Qgis.WkbType.Point),
            "SUMMARY": write(self, parameters, "SUMMARY", context, summary),
        }
        style_when_loaded(self, context, results["OUTPUT"], "changes", tr("Places before and after"), setting=setting)
        return results | changed(places, summary)

    def _check_role(self, parameters, context, setting, progress) -> None:
        """Refuse added places of which nobody would gain, or tell of them where more changes: “0” is no finding."""
        role = self.parameterAsEnumString(parameters, "ADDED_ROLE", context)
        if parameters.get("ADDED") and not any(role in leg.roles for leg in setting.legs):
            text = tr(
                "A site of the role “{role}” (ADDED_ROLE) does not count for “{definition}” (DEFINITION): nobody would "
                "be nearer to care. Choose another role or definition."
            )
            said = in_words(text.format(role=role, definition=setting.definition), self.parameterDefinitions())
            if not parameters.get("AFTER"):
                raise InputError(said)
            progress.warn(said)

    def _scenarios(self, parameters, context, progress):
        """Return the sites before and after."""
        from ....engine.placement.request import read_candidates
        from ....engine.placement.scenario import with_added

        added, name = table_of(self, parameters, "ADDED", context)
        before = sites_of(self, parameters, context, progress, "BEFORE")
        after = (
            before if parameters.get("AFTER") in (None, "") else sites_of(self, parameters, context, progress, "AFTER")
        )
        if added is not None:
            after = with_added(
                after, read_candidates(added, name), self.parameterAsEnumString(parameters, "ADDED_ROLE", context)
            )
        return before, after

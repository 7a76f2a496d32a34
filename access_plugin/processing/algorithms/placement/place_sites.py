"""``access:placesites``: where more first responders would help most."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...arguments import care_of, people_of, table_of
from ...base import AccessAlgorithm
from ...by_feature import by_feature, values_of
from ...counted import SUGGESTED
from ...layers import write
from ...parameters import candidates, common, network, other_care, population, sites, territories, with_help
from ...placement_question import (
    baseline,
    details,
    least_gain,
    model,
    number_of_places,
    outputs,
    request_of,
    room,
    rules,
    sectors,
    sectors_of,
    weight,
    write_suggestion,
)


class PlaceSites(AccessAlgorithm):
    """Suggest the candidates that help most, by a location model."""

    ID = "placesites"
    GROUP = "placement"
    NUMBERS = SUGGESTED
    TAGS = (
        "MCS",
        "médecin correspondant",
        "CSNP",
        "implantation",
        "optimisation",
        "location",
        "coverage",
        "MCLP",
        "LSCP",
        "p-median",
        "p-médiane",
    )

    def title(self) -> str:
        return tr("Suggest places for first responders")

    def initAlgorithm(self, configuration=None) -> None:
        for parameter in (
            network(),
            sites(),
            population(),
            candidates(),
            model(),
            number_of_places(),
            baseline(),
            rules(),
            least_gain(),
            weight("population"),
            by_feature(room(), "CANDIDATES"),
        ):
            self.addParameter(parameter)
        for parameter in (*details(), *sectors(), territories(), *common(), other_care(), *outputs()):
            self.addParameter(parameter)
        variants = QgsProcessingParameterFeatureSink(
            "VARIANTS", tr("Robustness"), QgsProcessing.SourceType.TypeVector, optional=True, createByDefault=False
        )
        self.addParameter(
            with_help(
                variants,
                tr(
                    "The same question with speeds 10% lower and higher, in winter, without each chosen place, "
                    "and without the MCS on whom most people depend; places that most of these choose again are "
                    "marked as robust. Takes several times as long."
                ),
            )
        )
        self.add_numbers()

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.times import travel_times
        from ....engine.placement.request import Question, read_candidates
        from ....engine.placement.robustness import robustness
        from ....engine.placement.suggest import suggest_sites

        care = care_of(self, parameters, context, progress)
        request = request_of(self, parameters, context, care.setting)
        people = people_of(self, parameters, context, progress, by_levels=False)
        places = read_candidates(*table_of(self, parameters, "CANDIDATES", context))
        sectors = sectors_of(self, parameters, context, progress) if request.rules == "mcs" else None
        most = values_of(self, parameters, "CAPACITY", places.index, context)
        question = Question(places, request, sectors, None if most is None else most.to_numpy())
        question.check()
        setting, varied = care.setting, parameters.get("VARIANTS") not in (None, "")
        first, rest = (progress.part(0.0, 0.4), progress.part(0.4, 1.0)) if varied else (progress, progress)
        times, _ = first.part(0.0, 0.3).aside(travel_times, care, people.points)
        found = suggest_sites(care, people, question, times=times, progress=first.part(0.3, 1.0))
        progress.say(found.sentence(setting.threshold))
        table = None
        if varied:
            chosen, table = robustness(care, people, found, times=times, sectors=question.sectors, progress=rest)
            found = replace(found, chosen=chosen)
        results = write_suggestion(self, parameters, context, found, setting)
        return results if table is None else results | {"VARIANTS": write(self, parameters, "VARIANTS", context, table)}

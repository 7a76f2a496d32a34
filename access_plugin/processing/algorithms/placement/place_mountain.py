"""``access:placemountain``: where mountain practices would help most."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...arguments import care_of, people_of, table_of
from ...base import AccessAlgorithm
from ...counted import SUGGESTED
from ...layers import write
from ...parameters import candidates, common, network, number, population, sites, territories, with_help
from ...placement_question import (
    details,
    in_order,
    least_gain,
    model,
    number_of_places,
    outputs,
    request_of,
    weight,
    write_suggestion,
)
from ...styling import style_when_loaded

#: Of the details of a question, those that a mountain practice has.
_DETAILS = ("TIME_LIMIT", "REACH", "SPREAD", "REQUIRED", "FORBIDDEN")


class PlaceMountain(AccessAlgorithm):
    """Suggest resorts for mountain practices, and give an account of every resort."""

    ID = "placemountain"
    GROUP = "placement"
    NUMBERS = SUGGESTED
    TAGS = (
        "cabinet de montagne",
        "station",
        "ski",
        "hiver",
        "saison",
        "plateau technique",
        "mountain practice",
        "resort",
        "winter",
    )

    def title(self) -> str:
        return tr("Suggest places for mountain practices")

    def initAlgorithm(self, configuration=None) -> None:
        resorts = with_help(
            candidates(),
            tr(
                "Resorts in which a practice could work: points with an “id” or a “code”, and if known level, "
                "doctors and people of the season."
            ),
        )
        for parameter in (
            network(),
            sites(),
            population(),
            resorts,
            model("pmedian"),
            number_of_places(),
            weight("seasonal_population"),
        ):
            self.addParameter(parameter)
        near = tr("Resorts within this time of an emergency department, in the season, are no candidates.")
        self.addParameter(number("LEAST_SU", tr("Candidates: minutes from an SU, more than"), 20.0, near, minValue=0.0))
        few = tr(
            "By the field of the weight in the layer of candidates, or else the people of the places of their commune."
        )
        self.addParameter(
            number(
                "LEAST_PEOPLE", tr("Candidates: people of the season, at least"), 1000.0, few, decimals=0, minValue=0.0
            )
        )
        for parameter in (
            least_gain(advanced=True),
            *(one for one in details() if one.name() in _DETAILS),
            territories(),
            *common(),
            *outputs(),
        ):
            if parameter.name() == "SEASON":
                parameter.setDefaultValue("winter")
            self.addParameter(parameter)
        account = QgsProcessingParameterFeatureSink(
            "ACCOUNT", tr("Account of all resorts"), QgsProcessing.SourceType.TypeVectorPoint, optional=True
        )
        self.addParameter(
            with_help(
                account,
                tr(
                    "Every resort with what a practice there would gain by itself, its times, people and level, "
                    "and why it ranks where it does or is no candidate."
                ),
            )
        )
        self.add_numbers()

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.placement.mountain import MountainRules, place_mountain
        from ....engine.placement.request import Question, read_candidates

        rules = MountainRules(
            self.parameterAsDouble(parameters, "LEAST_SU", context),
            self.parameterAsDouble(parameters, "LEAST_PEOPLE", context),
        )
        care = care_of(self, parameters, context, progress)
        request = request_of(self, parameters, context, care.setting)
        people = people_of(self, parameters, context, progress, by_levels=False)
        question = Question(read_candidates(*table_of(self, parameters, "CANDIDATES", context)), request)
        found, account = place_mountain(care, people, question, rules=rules, progress=progress)
        setting = care.setting
        progress.say(found.sentence(setting.threshold))
        results = write_suggestion(self, parameters, context, found, setting)
        results["ACCOUNT"] = write(self, parameters, "ACCOUNT", context, in_order(account), Qgis.WkbType.Point)
        style_when_loaded(self, context, results["ACCOUNT"], "resorts", tr("Account of all resorts"), setting=setting)
        return results

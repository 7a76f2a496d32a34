"""``access:placesites``: where more first responders would help most."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import (
    NUMBER,
    candidates,
    choice,
    common,
    network,
    network_of,
    population,
    population_of,
    setting_of,
    sites,
    sites_of,
    table_of,
    text,
    with_help,
)  # fmt: skip
from ...styling import style_when_loaded

MODELS = ("mclp",)
BASELINES = ("emergency", "smur")


class PlaceSites(AccessAlgorithm):
    """Suggest the candidates that bring most people within the threshold of a first responder."""

    ID = "placesites"
    GROUP = "placement"
    TAGS = ("MCS", "médecin correspondant", "implantation", "optimisation", "location", "coverage", "MCLP")

    def title(self) -> str:
        return tr("Suggest places for first responders")

    def initAlgorithm(self, configuration=None) -> None:
        for parameter in (network(), sites(), population(), candidates()):
            self.addParameter(parameter)
        self.addParameter(choice("MODEL", tr("Model"), MODELS, "mclp", tr("“mclp”: most people within the threshold (maximal covering).")))
        count = NUMBER("NUMBER", tr("Number of places"), NUMBER.Type.Integer, 3, minValue=1)
        self.addParameter(with_help(count, tr("How many places to suggest at most.")))
        self.addParameter(choice("BASELINE", tr("Not covered yet, by"), BASELINES, "emergency",
                                 tr("“emergency”: the nearest SU or SMUR. “smur”: the nearest SMUR alone, the rule for MCS.")))  # fmt: skip
        gain = NUMBER("MINGAIN", tr("Least gain (minutes)"), NUMBER.Type.Double, 0.0, minValue=0.0)
        self.addParameter(with_help(gain, tr("A candidate counts for a place only when it is there at least this much sooner. The MCS rule takes 10.")))
        self.addParameter(text("WEIGHT", tr("Weight"), "population", tr("The field of the population that is to be gained.")))
        limit = NUMBER("TIME_LIMIT", tr("Time limit (seconds)"), NUMBER.Type.Double, 60.0, minValue=0.1)
        self.addParameter(with_help(limit, tr("When it runs out, the best answer so far is given, with what it can be off by."), advanced=True))
        for parameter in common():
            self.addParameter(parameter)
        kinds = QgsProcessing.SourceType
        outputs = (
            ("CHOSEN", tr("Suggested places"), kinds.TypeVectorPoint, tr("The chosen candidates with rank, gain, cumulative gain and share.")),
            ("DEMAND", tr("Places to be gained"), kinds.TypeVectorPoint, tr("The places beyond, with their time before and after, and who covers them.")),
            ("CURVE", tr("People gained by number of places"), kinds.TypeVector, tr("For 1 to the number asked: people gained, share, bound and gap.")),
        )
        for name, label, kind, text_of_help in outputs:
            self.addParameter(with_help(QgsProcessingParameterFeatureSink(name, label, kind), text_of_help))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.placement.suggest import Request, read_candidates, suggest_sites

        setting = setting_of(self, parameters, context)
        request = Request(
            number=self.parameterAsInt(parameters, "NUMBER", context), baseline=self.parameterAsEnumString(parameters, "BASELINE", context),
            min_gain=self.parameterAsDouble(parameters, "MINGAIN", context), weight=self.parameterAsString(parameters, "WEIGHT", context),
            time_limit=self.parameterAsDouble(parameters, "TIME_LIMIT", context),
        )  # fmt: skip
        found = suggest_sites(
            network_of(self, parameters, context), sites_of(self, parameters, context, progress), population_of(self, parameters, context),
            read_candidates(*table_of(self, parameters, "CANDIDATES", context)), request, setting, progress=progress,
        )  # fmt: skip
        progress.say(found.sentence(setting.threshold))
        results = {
            "CHOSEN": write(self, parameters, "CHOSEN", context, found.chosen, Qgis.WkbType.Point),
            "DEMAND": write(self, parameters, "DEMAND", context, found.demand, Qgis.WkbType.Point),
            "CURVE": write(self, parameters, "CURVE", context, found.curve),
        }
        style_when_loaded(self, context, results["DEMAND"], "demand", tr("Places to be gained"), setting=setting)
        style_when_loaded(self, context, results["CHOSEN"], "chosen", tr("Suggested places"), setting=setting)
        return results

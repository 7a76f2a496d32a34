"""``access:roadtimes``: the roads of a network → their minutes to care."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...arguments import care_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import common, definition, network, other_care, sites, with_help
from ...styling import style_when_loaded


class TimeRoads(AccessAlgorithm):
    """Compute the minutes to care at the beginning, in the middle and at the end of each road."""

    ID = "roadtimes"
    GROUP = "study"
    TAGS = ("routes", "tronçons", "temps de trajet", "isochrone", "roads", "segments", "drive time")

    def title(self) -> str:
        return tr("Compute times on the roads")

    def initAlgorithm(self, configuration=None) -> None:
        for parameter in (network(), sites(), definition(), *common(), other_care()):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Roads with times"), QgsProcessing.SourceType.TypeVectorLine
        )
        self.addParameter(
            with_help(
                output,
                tr(
                    "Lines with the minutes of who stands at their beginning, in their middle and at their end; "
                    "“beyond” is that of the middle."
                ),
            )
        )

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.access.road_times import road_times

        care = care_of(self, parameters, context, progress)
        roads = progress.aside(road_times, care)
        identity = write(self, parameters, "OUTPUT", context, roads, Qgis.WkbType.LineString)
        style_when_loaded(self, context, identity, "road_times", tr("Roads with times"), setting=care.setting)
        return {"OUTPUT": identity}

"""``access:shownetwork``: a network file → a layer of its roads."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...arguments import network_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import closures, network, profile, season, traffic, with_help
from ...styling import style_when_loaded


class ShowNetwork(AccessAlgorithm):
    """Show the roads of a network with their attributes and the speeds of a profile."""

    ID = "shownetwork"
    GROUP = "prepare"
    TAGS = ("réseau", "routes", "vitesses", "network", "roads", "speeds")

    def title(self) -> str:
        return tr("Show a road network")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        for parameter in (
            profile("PROFILE", tr("Profile"), tr("Whose speeds are shown.")),
            season(),
            traffic(),
            closures(),
        ):
            self.addParameter(parameter)
        output = QgsProcessingParameterFeatureSink(
            "OUTPUT", tr("Roads of the network"), QgsProcessing.SourceType.TypeVectorLine
        )
        self.addParameter(
            with_help(output, tr("Lines with class, limits, speeds both ways, and whether points may attach."))
        )

    def execute(self, parameters, context, progress) -> dict:
        def word(name):
            return self.parameterAsEnumString(parameters, name, context)

        opened, asked, traffic = (
            network_of(self, parameters, context),
            (word("PROFILE"), word("SEASON")),
            word("TRAFFIC"),
        )
        table = progress.aside(lambda progress: opened.timed(*asked, traffic=traffic).table())
        identity = write(self, parameters, "OUTPUT", context, table, Qgis.WkbType.LineString)
        style_when_loaded(self, context, identity, "network", tr("Roads of the network"))
        return {"OUTPUT": identity}

"""``access:buildnetwork``: roads → a network file."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFileDestination

from ....engine.text import tr
from ...base import AccessAlgorithm
from ...parameters import with_help


class BuildNetwork(AccessAlgorithm):
    """Read roads once, keep what is known of them, and write a file that opens at once."""

    ID = "buildnetwork"
    GROUP = "roads"
    TAGS = ("réseau", "routes", "graphe", "osm", "network", "roads", "graph")

    def title(self) -> str:
        return tr("Build a road network")

    def initAlgorithm(self, configuration=None) -> None:
        filters = tr("OpenStreetMap extracts") + " (*.osm.pbf *.pbf *.osm *.osm.gz *.osm.bz2)"
        roads = QgsProcessingParameterFile("ROADS", tr("Roads"), fileFilter=filters)
        self.addParameter(with_help(roads, tr("An OpenStreetMap extract: .osm.pbf, .osm, .osm.gz or .osm.bz2.")))
        network = QgsProcessingParameterFileDestination("NETWORK", tr("Road network"), tr("Road networks") + " (*.accessnet)")
        self.addParameter(with_help(network, tr("The file to write. It keeps roads, not times: profiles and seasons come later.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.network.graph import build_network_file

        path = self.parameterAsFileOutput(parameters, "NETWORK", context)
        network = build_network_file(self.parameterAsFile(parameters, "ROADS", context), path, progress=progress)
        self.opened.append(network)
        for line in network.account():
            progress.say(line)
        return {"NETWORK": path}

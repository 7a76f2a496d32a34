"""``access:exportnetwork``: a network file → nodes and edges for osmnx, networkx and others."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterFileDestination

from ....engine.errors import InputError
from ....engine.numbers import number
from ....engine.text import language, tr
from ...arguments import network_of
from ...base import AccessAlgorithm
from ...parameters import choice, closures, file_filter, network, profile_ids, season, traffic, with_help


class ExportNetwork(AccessAlgorithm):
    """Write the roads of a network, with the seconds of each drive, as a graph that other programs read."""

    ID = "exportnetwork"
    GROUP = "prepare"
    TAGS = ("réseau", "graphe", "osmnx", "networkx", "GraphML", "network", "graph", "export")

    def title(self) -> str:
        return tr("Export a road network")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(network())
        driven = tr("Whose seconds the edges bear: a field seconds_… for each; travel_time is that of the first.")
        self.addParameter(choice("PROFILES", tr("Profiles"), profile_ids(), ["car"], driven, several=True))
        for parameter in (season(), traffic(), closures()):
            self.addParameter(parameter)
        output = QgsProcessingParameterFileDestination(
            "OUTPUT", tr("Graph"), file_filter(tr("Graphs"), "*.gpkg *.graphml")
        )
        self.addParameter(
            with_help(
                output,
                tr(
                    "A GeoPackage with the layers nodes and edges (.gpkg), or GraphML (.graphml): a directed graph as "
                    "osmnx has it."
                ),
            )
        )

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.network.exchange import check_export, export_network, graph_tables

        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        check_export(path)
        opened = network_of(self, parameters, context)
        profiles = self.parameterAsEnumStrings(parameters, "PROFILES", context)
        if not profiles:
            raise InputError(tr("Choose a profile at least (PROFILES)."))
        when = {name: self.parameterAsEnumString(parameters, name.upper(), context) for name in ("season", "traffic")}
        nodes, edges = progress.aside(lambda progress: graph_tables(opened, profiles, **when))
        progress.at(0.5)
        nodes_count, edges_count = (number(len(table), language=language()) for table in (nodes, edges))
        progress.say(tr("Nodes: {nodes}. Edges: {edges}.").format(nodes=nodes_count, edges=edges_count))
        progress.aside(lambda progress: export_network(path, nodes, edges, progress=progress))
        return {"OUTPUT": str(path)}

"""``access:buildnetwork``: roads → a network file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import table_of, with_ending
from ...base import AccessAlgorithm
from ...parameters import NETWORK_ENDING, layer, roads_file, text, with_help

_FIELDS = (
    (
        "SPEED_FIELD",
        lambda: tr("Field of average speeds"),
        lambda: tr("Kilometres an hour that are really driven. Guessed where empty."),
    ),
    (
        "DIRECTION_FIELD",
        lambda: tr("Field of directions"),
        lambda: tr("Double sens, Sens direct, Sens inverse, or the like. Guessed where empty."),
    ),
    (
        "CLASS_FIELD",
        lambda: tr("Field of classes"),
        lambda: tr("OpenStreetMap's classes or ROUTE 500's VOCATION, where there are no speeds. Guessed where empty."),
    ),
)


class BuildNetwork(AccessAlgorithm):
    """Read roads once, keep what is known of them, and write a file that opens at once."""

    ID = "buildnetwork"
    GROUP = "prepare"
    TAGS = ("réseau", "routes", "graphe", "osm", "BD TOPO", "network", "roads", "graph")

    def title(self) -> str:
        return tr("Build a road network")

    def initAlgorithm(self, configuration=None) -> None:
        self.addParameter(
            roads_file(
                tr(
                    "An OpenStreetMap extract (.osm.pbf, .osm, .osm.gz, .osm.bz2), BD TOPO's troncon_de_route, "
                    "or another file of lines. Or choose a layer."
                )
            )
        )
        self.addParameter(
            layer(
                "ROADS_LAYER",
                tr("Layer of roads"),
                tr("BD TOPO's troncon_de_route, or any layer of lines with speeds or classes."),
                QgsProcessing.SourceType.TypeVectorLine,
            )
        )
        for name, label, help_text in _FIELDS:
            parameter = text(name, label(), "", help_text())
            parameter.setFlags(parameter.flags() | parameter.Flag.FlagOptional | parameter.Flag.FlagAdvanced)
            self.addParameter(parameter)
        repair = QgsProcessingParameterBoolean("REPAIR", tr("Repair"), False)
        self.addParameter(
            with_help(
                repair,
                tr(
                    "Joins line ends up to a metre apart, and cuts lines where another one ends on them. "
                    "Crossings are not joined: they may be bridges."
                ),
                advanced=True,
            )
        )
        pieces = QgsProcessingParameterBoolean("ALLOW_PIECES", tr("Allow roads in pieces"), False)
        self.addParameter(
            with_help(
                pieces,
                tr("Goes on where less than 80 % of the roads hang together; nothing attaches to the rest."),
                advanced=True,
            )
        )
        dem = QgsProcessingParameterRasterLayer("DEM", tr("Elevation model"), optional=True)
        self.addParameter(
            with_help(
                dem,
                tr(
                    "A raster of heights in metres (BD ALTI, RGE ALTI, Copernicus, SRTM) that covers all the "
                    "roads: slopes and, in winter, snow slow them. Voids are filled and counted."
                ),
            )
        )
        network = QgsProcessingParameterFileDestination(
            "NETWORK", tr("Road network"), tr("Road networks") + " (*.accessnet)"
        )
        self.addParameter(
            with_help(network, tr("The file to write. It keeps roads, not times: profiles and seasons come later."))
        )

    def check(self, parameters, context) -> None:
        if bool(parameters.get("ROADS")) == bool(parameters.get("ROADS_LAYER")):
            raise InputError(tr("Give either a file (ROADS) or a layer (ROADS_LAYER) of roads, and not both."))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.network.account import account
        from ....engine.network.build_file import build_network_file
        from ....engine.network.lines import Columns

        path = with_ending(self.parameterAsFileOutput(parameters, "NETWORK", context), NETWORK_ENDING)
        file = self.parameterAsFile(parameters, "ROADS", context)
        columns = Columns(*(self.parameterAsString(parameters, name, context).strip() for name, _, _ in _FIELDS))
        network = build_network_file(
            file or table_of(self, parameters, "ROADS_LAYER", context, heights=True),
            path,
            columns=columns,
            repair=self.parameterAsBoolean(parameters, "REPAIR", context),
            allow_pieces=self.parameterAsBoolean(parameters, "ALLOW_PIECES", context),
            dem=self._elevation_model(parameters, context),
            progress=progress,
        )
        self.opened.append(network)
        for line in account(network):
            progress.say(line)
        return {"NETWORK": path}

    def _elevation_model(self, parameters, context) -> str | None:
        """Return the file of DEM, or the source of its layer.

        QGIS would look for layers inside a .hgt.zip, which GDAL reads as it is.
        """
        value = parameters.get("DEM")
        if value in (None, ""):
            return None
        if isinstance(value, str) and Path(value).is_file():
            return value
        raster = self.parameterAsRasterLayer(parameters, "DEM", context)
        if raster is None or not raster.isValid():
            raise InputError(
                tr("The elevation model {value} cannot be read. Check the file and its path.").format(value=value)
            )
        return raster.source()

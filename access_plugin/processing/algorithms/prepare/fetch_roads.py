"""``access:fetchroads``: OpenStreetMap roads of an extent or a place, from an Overpass server."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterExtent, QgsProcessingParameterFileDestination

from ....engine.defaults import NOMINATIM, OVERPASS
from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import with_ending
from ...base import AccessAlgorithm
from ...fetching import cache_of, fetch_parameters
from ...parameters import text, with_help


class FetchRoads(AccessAlgorithm):
    """Fetch roads tile by tile, keep the tiles, and join them into an extract."""

    ID = "fetchroads"
    GROUP = "prepare"
    TAGS = ("télécharger", "routes", "OpenStreetMap", "Overpass", "download", "fetch", "roads")

    def title(self) -> str:
        return tr("Fetch roads")

    def initAlgorithm(self, configuration=None) -> None:
        extent = QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True)
        self.addParameter(
            with_help(extent, tr("Take in the roads around: sixty minutes of driving beyond the area that you study."))
        )
        place = text(
            "PLACE",
            tr("Or a place"),
            "",
            tr("A name such as “Le Puy-en-Velay, Haute-Loire”, where no extent is given."),
        )
        place.setFlags(place.flags() | place.Flag.FlagOptional)
        self.addParameter(place)
        for parameter in fetch_parameters(OVERPASS):
            self.addParameter(parameter)
        names = text(
            "PLACE_SERVICE",
            tr("Address of the search for places"),
            NOMINATIM,
            tr("Another server of the same kind, such as your agency's own."),
        )
        names.setFlags(names.flags() | names.Flag.FlagAdvanced)
        self.addParameter(names)
        output = QgsProcessingParameterFileDestination(
            "OUTPUT", tr("OpenStreetMap extract"), tr("OpenStreetMap extracts") + " (*.osm.pbf)"
        )
        self.addParameter(
            with_help(output, tr("The file to give to “Build a road network”. © OpenStreetMap contributors, ODbL 1.0."))
        )

    def check(self, parameters, context) -> None:
        if bool(parameters.get("EXTENT")) == bool(self.parameterAsString(parameters, "PLACE", context).strip()):
            raise InputError(tr("Give either an extent (EXTENT) or a place (PLACE)."))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.fetch.overpass import fetch_roads, find_place

        cache = cache_of(self, parameters, context)
        name = self.parameterAsString(parameters, "PLACE", context).strip()
        box = self.parameterAsExtent(parameters, "EXTENT", context, QgsCoordinateReferenceSystem("EPSG:4326"))
        extent = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        if name:
            extent, found = find_place(
                name, cache, service=self.parameterAsString(parameters, "PLACE_SERVICE", context), progress=progress
            )
            progress.say(tr("Place found: {name}.").format(name=found))
        path = with_ending(self.parameterAsFileOutput(parameters, "OUTPUT", context), ".osm.pbf")
        fetch_roads(
            extent, path, cache, service=self.parameterAsString(parameters, "SERVICE", context), progress=progress
        )
        return {"OUTPUT": path}

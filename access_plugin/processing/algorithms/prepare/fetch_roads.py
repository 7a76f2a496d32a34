"""``access:fetchroads``: OpenStreetMap roads of an extent, a place or an area, from an Overpass server."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFileDestination,
)

from ....engine.defaults import NOMINATIM, OVERPASS
from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import area_of, with_ending
from ...base import AccessAlgorithm
from ...fetching import cache_of, fetch_parameters
from ...parameters import layer, number, optional, text, with_help


class FetchRoads(AccessAlgorithm):
    """Fetch roads tile by tile, keep the tiles, and join them into an extract."""

    ID = "fetchroads"
    GROUP = "prepare"
    TAGS = ("télécharger", "routes", "OpenStreetMap", "Overpass", "download", "fetch", "roads")

    def title(self) -> str:
        return tr("Fetch roads")

    def initAlgorithm(self, configuration=None) -> None:
        extent = QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True)
        self.addParameter(with_help(extent, tr("A rectangle: of the map, of a layer, or drawn.")))
        label = tr("Or a place")
        place = text("PLACE", label, "", "")
        self.addParameter(
            optional(
                place,
                tr(
                    "A département, a commune or an address (“Haute-Loire”, “12 rue de la Gare, Brioude”): its "
                    "contour counts."
                ),
            )
        )
        self.addParameter(
            layer(
                "AREA",
                tr("Or an area"),
                tr("Polygons, such as the communes that you study."),
                QgsProcessing.SourceType.TypeVectorPolygon,
            )
        )
        self.addParameter(
            number(
                "DISTANCE",
                tr("Kilometres around"),
                0.0,
                tr(
                    "Who lives at the edge may drive to a hospital beyond it: 50 km take in sixty minutes of driving. "
                    "An address needs some."
                ),
                minValue=0.0,
                maxValue=500.0,
            )
        )
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
        name = self.parameterAsString(parameters, "PLACE", context).strip()
        if sum(map(bool, (parameters.get("EXTENT"), name, parameters.get("AREA")))) != 1:
            raise InputError(tr("Give one of an extent (EXTENT), a place (PLACE) and an area (AREA)."))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.fetch.overpass import fetch_roads
        from ....engine.fetch.places import around

        cache = cache_of(self, parameters, context)
        area = self._area(parameters, context, cache, progress)
        distance = self.parameterAsDouble(parameters, "DISTANCE", context)
        area = progress.aside(lambda progress: around(area, distance))
        if not distance and not parameters.get("EXTENT"):
            progress.warn(
                tr(
                    "Only roads of the place itself are fetched: hospitals beyond its border will not be reached. "
                    "Choose kilometres around (DISTANCE)."
                )
            )
        path = with_ending(self.parameterAsFileOutput(parameters, "OUTPUT", context), ".osm.pbf")
        service = self.parameterAsString(parameters, "SERVICE", context)
        fetch_roads(area, path, cache, service=service, progress=progress)
        return {"OUTPUT": path}

    def _area(self, parameters, context, cache, progress):
        """Return what is asked for as a shape in degrees."""
        import shapely

        from ....engine.fetch.places import find_place

        name = self.parameterAsString(parameters, "PLACE", context).strip()
        if name:
            service = self.parameterAsString(parameters, "PLACE_SERVICE", context)
            area, found = find_place(name, cache, service=service, progress=progress)
            progress.say(tr("Place found: {name}.").format(name=found))
            return area
        if parameters.get("AREA"):
            table = area_of(self, parameters, context)
            return progress.aside(lambda progress: table.to_crs(4326).union_all())
        box = self.parameterAsExtent(parameters, "EXTENT", context, QgsCoordinateReferenceSystem("EPSG:4326"))
        return shapely.box(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())

"""``access:importpopulation``: points or polygons with people → points with people."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink, QgsProcessingParameterFeatureSource, QgsProcessingParameterFile

from ....engine.errors import InputError
from ....engine.text import tr
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import choice, network, network_of, table_of, with_help

FORMATS = ("auto", "points", "polygons")


class ImportPopulation(AccessAlgorithm):
    """Read people at points, or spread the people of polygons over their residential streets."""

    ID = "importpopulation"
    GROUP = "data"
    TAGS = ("population", "habitants", "communes", "people", "inhabitants", "import")

    def title(self) -> str:
        return tr("Import a population")

    def initAlgorithm(self, configuration=None) -> None:
        source = QgsProcessingParameterFile("SOURCE", tr("File"), optional=True)
        self.addParameter(with_help(source, tr("A file of points or polygons (GeoPackage, GeoJSON, Shapefile). Or choose a layer.")))
        layer = QgsProcessingParameterFeatureSource("SOURCE_LAYER", tr("Layer"), [QgsProcessing.SourceType.TypeVectorAnyGeometry], optional=True)
        self.addParameter(with_help(layer, tr("Points or polygons with a field “population”, and a “code” for polygons.")))
        self.addParameter(choice("FORMAT", tr("Format"), FORMATS, "auto", tr("“auto”: what the geometry is."), advanced=True))
        self.addParameter(with_help(network(optional=True), tr("Over its streets the people of polygons are spread. Not needed for points.")))
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Population"), QgsProcessing.SourceType.TypeVectorPoint)
        self.addParameter(with_help(output, tr("Points with code, name, territory, population, households, imputed.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.population.places import read_population
        from ....engine.reading import read_vector_file

        file = self.parameterAsFile(parameters, "SOURCE", context)
        if bool(file) == bool(parameters.get("SOURCE_LAYER")):
            raise InputError(tr("Give either a file (SOURCE) or a layer (SOURCE_LAYER) with people."))
        table, name = read_vector_file(file) if file else table_of(self, parameters, "SOURCE_LAYER", context)
        streets = network_of(self, parameters, context) if parameters.get("NETWORK") else None
        people = read_population(table, name, format=self.parameterAsEnumString(parameters, "FORMAT", context), network=streets, progress=progress)
        return {"OUTPUT": write(self, parameters, "OUTPUT", context, people, Qgis.WkbType.Point)}

"""``access:importpopulation``: grids, rasters, points or polygons with people → points with people."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.defaults import SECRECY_PEOPLE
from ....engine.text import tr
from ...arguments import area_of, check_source, communes_of, network_of, source_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import area, choice, communes, file, layer, network, number, with_help
from ...styling import style_when_loaded

FORMATS = ("auto", "points", "polygons", "insee_grid", "eurostat_grid", "raster")


class ImportPopulation(AccessAlgorithm):
    """Read people from any source, bring them to the legal populations if asked, and keep them at points."""

    ID = "importpopulation"
    GROUP = "prepare"
    TAGS = ("population", "habitants", "communes", "carroyage", "Filosofi", "people", "inhabitants", "grid", "import")

    def title(self) -> str:
        return tr("Import a population")

    def initAlgorithm(self, configuration=None) -> None:
        kinds = QgsProcessing.SourceType
        self.addParameter(
            file(
                "SOURCE",
                tr("File"),
                tr(
                    "INSEE's or Eurostat's grid, a raster of people, legal populations by commune (CSV, "
                    "spreadsheet), or a file of points or polygons. Or choose a layer."
                ),
            )
        )
        self.addParameter(
            layer(
                "SOURCE_LAYER",
                tr("Layer"),
                tr("Points or polygons with a field “population”, and a “code” for polygons."),
            )
        )
        self.addParameter(
            choice(
                "FORMAT",
                tr("Format"),
                FORMATS,
                "auto",
                tr("“auto” recognises the file by what it holds."),
                advanced=True,
            )
        )
        self.addParameter(
            with_help(
                network(optional=True), tr("Over its streets the people of polygons are spread. Not needed for points.")
            )
        )
        self.addParameter(
            layer(
                "RESCALE_TO",
                tr("Rescale to communes"),
                tr(
                    "Communes with their legal population: the people of each are brought to it. Totals before "
                    "and after are said."
                ),
            )
        )
        self.addParameter(
            with_help(
                communes(), tr("Where communes stand, for a table of populations without coordinates."), advanced=True
            )
        )
        self.addParameter(area())
        secret = tr(
            "Where a grid does not count households, cells of fewer people count as those of fewer than 11 households."
        )
        self.addParameter(
            number(
                "SECRECY", tr("Secret below (people)"), SECRECY_PEOPLE, secret, decimals=0, advanced=True, minValue=0.0
            )
        )
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Population"), kinds.TypeVectorPoint)
        self.addParameter(
            with_help(
                output,
                tr(
                    "Points with code, name, territory, population, households, imputed, and secret: what must "
                    "not be published one by one."
                ),
            )
        )

    def check(self, parameters, context) -> None:
        check_source(parameters)

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.population.rescale import rescale
        from ....engine.population.sources import import_population

        streets = network_of(self, parameters, context) if parameters.get("NETWORK") else None
        people = progress.aside(
            import_population,
            source_of(self, parameters, context),
            format=self.parameterAsEnumString(parameters, "FORMAT", context),
            network=streets,
            few_people=self.parameterAsDouble(parameters, "SECRECY", context),
            communes=communes_of(self, parameters, context, progress),
            area=area_of(self, parameters, context),
        )
        legal = communes_of(self, parameters, context, progress, "RESCALE_TO")
        if legal is not None:
            people = progress.aside(rescale, people, legal)
        identity = write(self, parameters, "OUTPUT", context, people, Qgis.WkbType.Point)
        style_when_loaded(self, context, identity, "people", tr("Population"))
        return {"OUTPUT": identity}

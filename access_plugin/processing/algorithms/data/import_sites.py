"""``access:importsites``: a table or layer of sites → the plugin's layer of sites."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
)  # fmt: skip

from ....engine.errors import InputError
from ....engine.sites.roles import ROLES
from ....engine.text import tr
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import choice, table_of, with_help
from ...styling import style_when_loaded

FORMATS = ("auto", "table")


class ImportSites(AccessAlgorithm):
    """Read sites of care with French or English headers, check them, and write them in one schema."""

    ID = "importsites"
    GROUP = "data"
    TAGS = ("sites", "SU", "SMUR", "MCS", "CSNP", "hôpital", "hospital", "import")

    def title(self) -> str:
        return tr("Import sites of care")

    def initAlgorithm(self, configuration=None) -> None:
        source = QgsProcessingParameterFile("SOURCE", tr("File"), optional=True)
        self.addParameter(with_help(source, tr("A CSV table with the columns id;type;nom;code_insee;lon;lat… (the “ARS list”). Or choose a layer.")))
        layer = QgsProcessingParameterFeatureSource("SOURCE_LAYER", tr("Layer"), [QgsProcessing.SourceType.TypeVector], optional=True)
        self.addParameter(with_help(layer, tr("A point layer, or a table with coordinates, instead of a file.")))
        self.addParameter(choice("FORMAT", tr("Format"), FORMATS, "auto", tr("“auto” recognises the file by what it holds."), advanced=True))
        self.addParameter(choice("ROLE", tr("Role of all sites"), ("", *ROLES), "", tr("Where the source has no field “role” or “type”."), advanced=True))
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Sites of care"), QgsProcessing.SourceType.TypeVectorPoint)
        self.addParameter(with_help(output, tr("Points with id, role, name, insee, level, doctors, delay_min, hours, season, capacity, precision, source.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.reading import read_table_file
        from ....engine.sites.table import read_sites

        file = self.parameterAsFile(parameters, "SOURCE", context)
        if bool(file) == bool(parameters.get("SOURCE_LAYER")):
            raise InputError(tr("Give either a file (SOURCE) or a layer (SOURCE_LAYER) of sites."))
        table, name = read_table_file(file) if file else table_of(self, parameters, "SOURCE_LAYER", context)
        sites = read_sites(table, name, role=self.parameterAsEnumString(parameters, "ROLE", context), progress=progress)
        identity = write(self, parameters, "OUTPUT", context, sites, Qgis.WkbType.Point)
        style_when_loaded(context, identity, "sites", tr("Sites of care"))
        return {"OUTPUT": identity}

"""``access:importindicator``: DREES's APL or an ARS's zoning, joined to territories and drawn as they are."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.text import tr
from ...arguments import table_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import file, layer, text, with_help
from ...styling import style_when_loaded


class ImportIndicator(AccessAlgorithm):
    """Join official values by code; nothing is classified here."""

    ID = "importindicator"
    GROUP = "prepare"
    TAGS = ("APL", "zonage", "ZIP", "ZAC", "DREES", "accessibilité potentielle localisée", "zoning", "join")

    def title(self) -> str:
        return tr("Join an APL or a zoning")

    def initAlgorithm(self, configuration=None) -> None:
        kinds = QgsProcessing.SourceType
        self.addParameter(
            layer(
                "TERRITORIES",
                tr("Territories"),
                tr("Polygons with a “code”: communes, or territoires de vie-santé."),
                kinds.TypeVectorPolygon,
                optional=False,
            )
        )
        self.addParameter(
            file(
                "TABLE",
                tr("Table"),
                tr(
                    "DREES's APL file (.xlsx, its title rows are skipped) or an official zoning (ZIP, ZAC, ZV, "
                    "HC), by code."
                ),
                optional=False,
            )
        )
        self.addParameter(
            text(
                "VARIABLE",
                tr("Column of values"),
                "",
                tr("Guessed where empty: the APL of general practitioners, else the zoning."),
            )
        )
        self.parameterDefinition("VARIABLE").setFlags(
            self.parameterDefinition("VARIABLE").flags() | self.parameterDefinition("VARIABLE").Flag.FlagOptional
        )
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("APL or zoning"), kinds.TypeVectorPolygon)
        self.addParameter(
            with_help(
                output,
                tr("The territories with “apl” (consultations a year and inhabitant) or “zone” (ZIP, ZAC, ZV, HC)."),
            )
        )

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.reading import read_table_file
        from ....engine.territory.areas import read_territories
        from ....engine.territory.indicators import is_indicator, joined, read_indicator

        variable = self.parameterAsString(parameters, "VARIABLE", context)
        path = self.parameterAsFile(parameters, "TABLE", context)
        table, name = progress.aside(
            lambda progress: read_table_file(path, is_header=None if variable else is_indicator)
        )
        indicator = progress.aside(read_indicator, table, name, variable=variable)
        territories = read_territories(*table_of(self, parameters, "TERRITORIES", context))
        result = progress.aside(joined, territories, indicator, name)
        identity = write(self, parameters, "OUTPUT", context, result, Qgis.WkbType.MultiPolygon)
        style_when_loaded(
            self,
            context,
            identity,
            {"apl": "apl", "zone": "zoning"}[indicator.kind],
            tr("APL of DREES") if indicator.kind == "apl" else tr("Official zoning"),
        )
        return {"OUTPUT": identity}

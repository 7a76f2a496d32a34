"""``access:importterritories``: contours of one year and communes of another → whole territories of one level."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink, QgsProcessingParameterMultipleLayers

from ....engine.defaults import LEVELS
from ....engine.errors import InputError
from ....engine.text import tr
from ...arguments import communes_of, table_of, tables_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import choice, file, layer, with_help
from ...styling import style_when_loaded


class ImportTerritories(AccessAlgorithm):
    """Match contours and communes, nobody lost or counted twice, and join them by level."""

    ID = "importterritories"
    GROUP = "prepare"
    TAGS = (
        "communes",
        "EPCI",
        "ADMIN EXPRESS",
        "territoire de vie-santé",
        "secteur PDSA",
        "communes nouvelles",
        "territories",
        "import",
    )

    def title(self) -> str:
        return tr("Import territories")

    def initAlgorithm(self, configuration=None) -> None:
        kinds = QgsProcessing.SourceType
        areas = QgsProcessingParameterMultipleLayers("AREAS", tr("Contours of communes"), kinds.TypeVectorPolygon)
        self.addParameter(
            with_help(
                areas,
                tr(
                    "ADMIN EXPRESS (old or new column names) or GeoJSON contours; several layers count as one "
                    "(one a département)."
                ),
            )
        )
        self.addParameter(
            layer(
                "COMMUNES",
                tr("Communes of today"),
                tr(
                    "Codes, names and populations of another year than the contours; without them those of the "
                    "contours count."
                ),
            )
        )
        self.addParameter(
            file(
                "CODES",
                tr("Table of codes"),
                tr(
                    "Communes and the territory that each belongs to: columns epci, tvs (territoire de vie-santé), "
                    "pdsa, cpts, ght, secteur_ambulancier, canton."
                ),
            )
        )
        self.addParameter(
            layer(
                "LEVEL_AREAS",
                tr("Areas of the level"),
                tr(
                    "Your own polygons with code and name (CPTS, ambulance sectors…), instead of a table of codes: "
                    "each commune goes to the one in which its middle lies."
                ),
                kinds.TypeVectorPolygon,
            )
        )
        self.addParameter(
            file(
                "PASSAGE",
                tr("Passage table"),
                tr("Columns old and new: goes before INSEE's table of 2026 that the plugin carries."),
                advanced=True,
            )
        )
        self.addParameter(
            choice(
                "LEVEL",
                tr("Level"),
                LEVELS,
                "commune",
                tr(
                    "The territories to make. All but communes, départements and régions need a table of codes or "
                    "areas; EPCI may stand in the contours."
                ),
            )
        )
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Territories"), kinds.TypeVectorPolygon)
        self.addParameter(with_help(output, tr("Polygons with code, name, level, population and communes: how many.")))
        report = QgsProcessingParameterFeatureSink(
            "REPORT", tr("Report of the match"), kinds.TypeVector, optional=True, createByDefault=False
        )
        self.addParameter(
            with_help(
                report, tr("One row for each area and commune that are not simply the same, and how they were matched.")
            )
        )

    def check(self, parameters, context) -> None:
        if self.parameterAsEnumString(parameters, "LEVEL", context) != "commune":
            return
        for name in ("CODES", "LEVEL_AREAS"):
            if parameters.get(name):
                raise InputError(
                    tr("{label} ({name}) is for another level: choose it (LEVEL), or leave that empty.").format(
                        label=self.parameterDefinition(name).description(), name=name
                    )
                )

    def execute(self, parameters, context, progress) -> dict:
        import pandas as pd

        from ....engine.reading import read_table_file
        from ....engine.territory.areas import level_of_areas, read_territories
        from ....engine.territory.levels import by_level, communes_level, is_levels, level_of_tables, read_levels
        from ....engine.territory.passage import is_passage, read_passage, reconcile

        drawn = self._areas(parameters, context, progress)
        today = communes_of(self, parameters, context, progress) or drawn
        table = self.parameterAsFile(parameters, "PASSAGE", context)
        own = (
            progress.aside(lambda progress: read_passage(*read_table_file(table, is_header=is_passage)))
            if table
            else None
        )
        whole = progress.aside(reconcile, drawn, today, own=own)
        level = self.parameterAsEnumString(parameters, "LEVEL", context)
        codes = self.parameterAsFile(parameters, "CODES", context)
        if level == "commune":
            result = progress.aside(lambda progress: communes_level(whole.units))
        else:
            read = read_levels(*read_table_file(codes, is_header=is_levels), progress=progress) if codes else []
            areas, name = table_of(self, parameters, "LEVEL_AREAS", context)
            if areas is not None:
                areas = read_territories(areas, name, level)
                read = [progress.aside(level_of_areas, level, areas, whole.units), *read]
            members = pd.Series(",".join(whole.units["communes"]).split(","))
            result = progress.aside(by_level, whole.units, level_of_tables(level, read, today.table["epci"], members))
        identity = write(self, parameters, "OUTPUT", context, result, Qgis.WkbType.MultiPolygon)
        style_when_loaded(self, context, identity, "territories", tr("Territories"))
        return {"OUTPUT": identity, "REPORT": write(self, parameters, "REPORT", context, whole.report)}

    def _areas(self, parameters, context, progress):
        from ....engine.tables import check_polygons
        from ....engine.territory.areas import check_apart
        from ....engine.territory.communes import read_communes, stacked

        tables = tables_of(self, parameters, "AREAS", context)
        for table, name in tables:
            check_polygons(table, name)
        drawn = stacked([read_communes(table, name, progress=progress) for table, name in tables])
        check_apart(drawn.areas.to_frame("geometry"), drawn.name)  # without arrondissements, which lie upon their city
        return drawn

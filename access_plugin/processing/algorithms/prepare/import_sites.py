"""``access:importsites``: files and layers of sites, as they come → the plugin's layer of sites, and a log.

The log is of what was decided.
"""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterFeatureSink

from ....engine.sites.roles import ROLES
from ....engine.text import tr
from ...arguments import area_of, check_source, communes_of, paths_of, source_of
from ...base import AccessAlgorithm
from ...layers import write
from ...parameters import area, belt, choice, communes, file, files, layer, with_help
from ...styling import style_when_loaded

FORMATS = ("auto", "table", "finess", "authorisations", "t_finess", "sae", "osm")


class ImportSites(AccessAlgorithm):
    """Recognise sources of sites, merge them, place and check their sites, and log every decision."""

    ID = "importsites"
    GROUP = "prepare"
    NUMBERS = ("SITES_COUNT",)
    TAGS = ("sites", "SU", "SMUR", "MCS", "CSNP", "FINESS", "SAE", "hôpital", "hospital", "import")

    def title(self) -> str:
        return tr("Import sites of care")

    def initAlgorithm(self, configuration=None) -> None:
        kinds = QgsProcessing.SourceType
        self.addParameter(
            file(
                "SOURCE",
                tr("File"),
                tr(
                    "The ARS list (CSV, spreadsheet), a FINESS stock, an extract of the authorisations, "
                    "t_finess, a table of the SAE, an OpenStreetMap extract or a vector file. Or choose a layer."
                ),
            )
        )
        self.addParameter(
            layer("SOURCE_LAYER", tr("Layer"), tr("A point layer, or a table with coordinates, instead of a file."))
        )
        self.addParameter(
            files(
                "MORE",
                tr("Further files"),
                tr(
                    "Other sources of sites, merged with the first: the ARS list wins, then authorisations, SAE, "
                    "t_finess, FINESS, OpenStreetMap."
                ),
            )
        )
        self.addParameter(
            file(
                "POSITIONS",
                tr("Positions by FINESS number"),
                tr(
                    "A FINESS stock or any table or point layer with FINESS numbers, for sources without "
                    "coordinates (SAE, authorisations)."
                ),
            )
        )
        self.addParameter(communes())
        self.addParameter(area())
        self.addParameter(belt())
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
            choice(
                "ROLE",
                tr("Role of all sites"),
                ("", *ROLES),
                "",
                tr("Where the source has no field “role” or “type”."),
                advanced=True,
            )
        )
        output = QgsProcessingParameterFeatureSink("OUTPUT", tr("Sites of care"), kinds.TypeVectorPoint)
        self.addParameter(
            with_help(
                output,
                tr(
                    "Points with id, role, name, insee, level, doctors, delay_min, hours, season, capacity, "
                    "precision, source."
                ),
            )
        )
        log = QgsProcessingParameterFeatureSink(
            "LOG", tr("Log of the sites"), kinds.TypeVector, optional=True, createByDefault=False
        )
        self.addParameter(
            with_help(log, tr("One row for each decision: merged, moved, doubtful, to check, left out, and why."))
        )
        self.add_numbers()

    def check(self, parameters, context) -> None:
        check_source(parameters)

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.sites.formats import Around, import_sites, read_positions_file, read_source, table_source
        from ....engine.sites.raw import SiteLog

        log, role = SiteLog(), self.parameterAsEnumString(parameters, "ROLE", context)
        source, format = source_of(self, parameters, context), self.parameterAsEnumString(parameters, "FORMAT", context)
        if isinstance(source, str):
            sources = [progress.aside(read_source, source, log, format=format, role=role)]
        else:
            sources = [progress.aside(table_source, *source, log, role=role)]
        sources += [
            progress.aside(read_source, path, log, role=role) for path in paths_of(self, parameters, "MORE", context)
        ]
        positions = self.parameterAsFile(parameters, "POSITIONS", context)
        around = Around(
            progress.aside(read_positions_file, positions) if positions else None,
            communes_of(self, parameters, context, progress),
            area_of(self, parameters, context),
            self.parameterAsDouble(parameters, "BELT", context),
        )
        sites = progress.aside(import_sites, sources, around, log)
        identity = write(self, parameters, "OUTPUT", context, sites, Qgis.WkbType.Point)
        style_when_loaded(self, context, identity, "sites", tr("Sites of care"))
        return {
            "SITES_COUNT": len(sites),
            "OUTPUT": identity,
            "LOG": write(self, parameters, "LOG", context, log.table()),
        }

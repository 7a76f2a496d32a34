"""``access:prepareregion``: a folder of files as they come → a study folder that is ready, and an account.

The account is of every file.
"""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
)

from ....engine.file_names import POPULATION, REPORT, REPORT_PAGE, ROADS, SITES, TERRITORIES
from ....engine.text import tr
from ...base import AccessAlgorithm
from ...parameters import belt, text, with_help
from ...prepared import load_on_completion, prepared_layers


class PrepareRegion(AccessAlgorithm):
    """Recognise the files of a folder and make network, sites, people and territories of them."""

    ID = "prepareregion"
    GROUP = "prepare"
    FILES = (ROADS, SITES, POPULATION, TERRITORIES, REPORT_PAGE)
    MARK = REPORT
    TAGS = ("préparer", "région", "département", "données", "FINESS", "INSEE", "BD TOPO", "prepare", "folder")

    def title(self) -> str:
        return tr("Prepare a region")

    def initAlgorithm(self, configuration=None) -> None:
        source = QgsProcessingParameterFile("SOURCE", tr("Folder of files"), QgsProcessingParameterFile.Behavior.Folder)
        self.addParameter(
            with_help(
                source,
                tr(
                    "Roads, an elevation model, sites, populations, contours of communes, tables of codes, as "
                    "you have them; each is recognised by what it holds."
                ),
            )
        )
        self.addParameter(
            text(
                "DEPARTEMENTS",
                tr("Départements"),
                "",
                tr(
                    "Codes or names separated by commas (43, Cantal); a région by its name, or as R and its code (R84)."
                ),
            )
        )
        self.addParameter(belt())
        rescale = QgsProcessingParameterBoolean("RESCALE", tr("Rescale to legal populations"), True)
        self.addParameter(
            with_help(
                rescale,
                tr("Brings the people of cells to the legal population of their commune, where a table says it."),
                advanced=True,
            )
        )
        folder = QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the study"))
        self.addParameter(
            with_help(
                folder,
                tr(
                    "Receives roads.accessnet, sites.gpkg (with its log), population.gpkg, territories.gpkg and "
                    "the report (report.html opens in a browser, report.md is the same text)."
                ),
            )
        )
        loading = QgsProcessingParameterBoolean("LOAD", tr("Load the layers into the project"), True)
        self.addParameter(
            with_help(
                loading,
                tr("Sites, people and communes, named so that the study proposes them; in the window only."),
                advanced=True,
            )
        )
        for name, label in (
            ("SITES", tr("Sites of care")),
            ("POPULATION", tr("Population")),
            ("TERRITORIES", tr("Communes")),
        ):
            self.addOutput(QgsProcessingOutputVectorLayer(name, label))
        self.addOutput(QgsProcessingOutputFile("NETWORK", tr("Road network")))
        self.addOutput(QgsProcessingOutputFile("REPORT", tr("Report")))

    def check(self, parameters, context) -> None:
        from ....engine.territory.codes import departements_of

        departements_of(self.parameterAsString(parameters, "DEPARTEMENTS", context))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.region.prepare import prepare_region
        from ....engine.territory.codes import departements_of

        folder = self.folder(parameters, context)
        prepared = prepare_region(
            self.parameterAsFile(parameters, "SOURCE", context),
            folder,
            departements_of(self.parameterAsString(parameters, "DEPARTEMENTS", context)),
            belt_km=self.parameterAsDouble(parameters, "BELT", context),
            rescaled=self.parameterAsBoolean(parameters, "RESCALE", context),
            progress=progress,
        )
        layers = prepared_layers(folder, prepared.written)
        if self.parameterAsBoolean(parameters, "LOAD", context):
            load_on_completion(context, folder, layers)
        made = {row.output: row.source(folder) for row in layers} | (
            {"NETWORK": str(folder / ROADS)} if ROADS in prepared.written else {}
        )
        return {"FOLDER": str(folder), "REPORT": str(folder / REPORT)} | made

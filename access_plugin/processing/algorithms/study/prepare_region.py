"""``access:prepareregion``: a folder of files as they come → a study folder that is ready, and an account of every file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterFile, QgsProcessingParameterFolderDestination

from ....engine.text import tr
from ...base import AccessAlgorithm
from ...parameters import NUMBER, text, with_help


class PrepareRegion(AccessAlgorithm):
    """Recognise the files of a folder and make network, sites, people and territories of them."""

    ID = "prepareregion"
    GROUP = "study"
    TAGS = ("préparer", "région", "département", "données", "FINESS", "INSEE", "BD TOPO", "prepare", "folder")

    def title(self) -> str:
        return tr("Prepare a region")

    def initAlgorithm(self, configuration=None) -> None:
        source = QgsProcessingParameterFile("SOURCE", tr("Folder of files"), QgsProcessingParameterFile.Behavior.Folder)
        self.addParameter(with_help(source, tr("Roads, an elevation model, sites, populations, contours of communes, tables of codes, as you have them; each is recognised by what it holds.")))
        self.addParameter(text("DEPARTEMENTS", tr("Départements"), "", tr("Codes or names separated by commas (43, Cantal); a région by its name, or as R and its code (R84).")))
        belt = NUMBER("BELT", tr("Belt around the area (km)"), NUMBER.Type.Double, 60.0, minValue=0.0)
        self.addParameter(with_help(belt, tr("Sites so far outside the area are kept too, foreign ones included: neighbours count."), advanced=True))
        rescale = QgsProcessingParameterBoolean("RESCALE", tr("Rescale to legal populations"), True)
        self.addParameter(with_help(rescale, tr("Brings the people of cells to the legal population of their commune, where a table says it."), advanced=True))
        folder = QgsProcessingParameterFolderDestination("FOLDER", tr("Folder of the study"))
        self.addParameter(with_help(folder, tr("Receives roads.accessnet, sites.gpkg (with its log), population.gpkg, territories.gpkg and report.md.")))

    def execute(self, parameters, context, progress) -> dict:
        from ....engine.region import REPORT, prepare_region
        from ....engine.territory.codes import departements_of

        folder = Path(self.parameterAsFile(parameters, "FOLDER", context) or self.parameterAsString(parameters, "FOLDER", context))
        prepare_region(
            self.parameterAsFile(parameters, "SOURCE", context), folder, departements_of(self.parameterAsString(parameters, "DEPARTEMENTS", context)),
            belt_km=self.parameterAsDouble(parameters, "BELT", context), rescaled=self.parameterAsBoolean(parameters, "RESCALE", context), progress=progress,
        )  # fmt: skip
        return {"FOLDER": str(folder), "REPORT": str(folder / REPORT)}

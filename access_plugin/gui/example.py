"""The example that the plugin carries, as a start: its layers in the project, and the dialog of the study filled in."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QFileDialog

from ..engine.file_names import ROADS
from ..engine.progress import Progress
from ..engine.text import tr
from ..processing.prepared import load_now
from .task import EngineTask


class Example:
    """Prepares the example in a folder of the user's choice, loads it and opens the study's dialog."""

    def __init__(self, iface, open_algorithm) -> None:
        self.iface, self._open_algorithm = iface, open_algorithm
        self.task: EngineTask | None = None

    def ask_for_folder(self) -> None:
        """Ask where the example's files are to be, and start."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(
            self.iface.mainWindow(), tr("Start from the example: choose a folder for its files"), documents
        )
        if folder:
            self.start(Path(folder) / tr("Accès 30 example"))

    def start(self, folder: Path) -> None:
        """Prepare the example behind the scenes."""

        def prepare(progress: Progress) -> Path:
            from ..engine.sample import prepare_sample

            prepare_sample(folder, progress=progress)
            return folder

        self.task = EngineTask(tr("Accès 30: preparing the example"), prepare, self._done)
        self.iface.messageBar().pushMessage(
            tr("Accès 30"),
            tr("The example is being prepared in {folder}: some seconds.").format(folder=folder),
            Qgis.MessageLevel.Info,
            10,
        )
        QgsApplication.taskManager().addTask(self.task)

    def _done(self, task: EngineTask) -> None:
        if task.result is None:
            self.iface.messageBar().pushMessage(
                tr("Accès 30"), task.reason or tr("Cancelled: nothing was written."), Qgis.MessageLevel.Warning, 0
            )
            return
        from ..engine.sample import THRESHOLD_MIN

        layers = load_now(QgsProject.instance(), task.result)
        self.iface.mapCanvas().setExtent(
            self.iface.mapCanvas()
            .mapSettings()
            .layerExtentToOutputExtent(layers["TERRITORIES"], layers["TERRITORIES"].extent())
        )
        self.iface.mapCanvas().refresh()
        values = {
            "NETWORK": str(task.result / ROADS),
            "THRESHOLD": THRESHOLD_MIN,
            "FOLDER": str(task.result / tr("study")),
        }
        self._open_algorithm("access:study", values | {name: layer.id() for name, layer in layers.items()})

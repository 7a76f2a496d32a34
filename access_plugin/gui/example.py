"""The example that the plugin carries, as a start: its layers in the project, and the dialog of the study filled in."""

from __future__ import annotations

import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject, QgsTask
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import QFileDialog

from ..engine.errors import AccessError
from ..engine.file_names import ROADS
from ..engine.progress import Progress
from ..engine.proj_threads import hold_proj_context
from ..engine.text import tr
from ..processing.prepared import load_now


class _Preparing(QgsTask):
    def __init__(self, folder: Path, done) -> None:
        super().__init__(tr("Accès 30: preparing the example"), QgsTask.Flag.CanCancel)
        self.folder, self._done, self.reason = folder, done, ""

    def run(self) -> bool:
        from ..engine.sample import prepare_sample

        try:
            prepare_sample(
                self.folder,
                progress=Progress(
                    on_fraction=lambda fraction: self.setProgress(100 * fraction), is_cancelled=self.isCanceled
                ),
            )
        except AccessError as error:
            self.reason = str(error)
            return False
        except Exception:
            QgsMessageLog.logMessage(traceback.format_exc(), "Accès 30", Qgis.MessageLevel.Critical)
            self.reason = tr("The example could not be prepared: the reason stands in the log “Accès 30”.")
            return False
        else:
            return True
        finally:
            hold_proj_context()

    def finished(self, succeeded: bool) -> None:
        self._done(self, succeeded)


class Example:
    """Prepares the example in a folder of the user's choice, loads it and opens the study's dialog."""

    def __init__(self, iface, open_algorithm) -> None:
        self.iface, self._open_algorithm = iface, open_algorithm
        self.task: _Preparing | None = None

    def ask_for_folder(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(
            self.iface.mainWindow(), tr("Start from the example: choose a folder for its files"), documents
        )
        if folder:
            self.start(Path(folder) / tr("Accès 30 example"))

    def start(self, folder: Path) -> None:
        """Prepare the example behind the scenes."""
        self.task = _Preparing(folder, self._done)
        self.iface.messageBar().pushMessage(
            tr("Accès 30"),
            tr("The example is being prepared in {folder}: some seconds.").format(folder=folder),
            Qgis.MessageLevel.Info,
            10,
        )
        QgsApplication.taskManager().addTask(self.task)

    def _done(self, task: _Preparing, succeeded: bool) -> None:
        if not succeeded:
            self.iface.messageBar().pushMessage(
                tr("Accès 30"), task.reason or tr("Cancelled: nothing was written."), Qgis.MessageLevel.Warning, 0
            )
            return
        from ..engine.sample import THRESHOLD_MIN

        layers = load_now(QgsProject.instance(), task.folder)
        self.iface.mapCanvas().setExtent(
            self.iface.mapCanvas()
            .mapSettings()
            .layerExtentToOutputExtent(layers["TERRITORIES"], layers["TERRITORIES"].extent())
        )
        self.iface.mapCanvas().refresh()
        values = {
            "NETWORK": str(task.folder / ROADS),
            "THRESHOLD": THRESHOLD_MIN,
            "FOLDER": str(task.folder / tr("study")),
        }
        self._open_algorithm("access:study", values | {name: layer.id() for name, layer in layers.items()})

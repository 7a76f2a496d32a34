"""The page “Prepare” of the panel: a folder of files, what is in it, what is missing and where that is had."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..engine.harmless import for_html
from ..engine.progress import Progress
from ..engine.region.inventory import Inventory, inventory, told
from ..engine.text import tr
from .task import EngineTask


class PreparePage(QWidget):
    """Looks into a folder behind the scenes; its button opens the dialog that prepares it, filled in.

    Parameters
    ----------
    open_algorithm
        Called with the id of an algorithm and values that are filled in.
    """

    def __init__(self, open_algorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_prepare")
        self._open_algorithm = open_algorithm
        self.task: EngineTask | None = None
        self.folder, self.departement = QgsFileWidget(), QLineEdit()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder of files"))
        self.folder.fileChanged.connect(lambda path: self.look())
        self.departement.setPlaceholderText(tr("43, Haute-Loire or R84"))
        self.found = QTextBrowser()
        self.found.setObjectName("access30_prepare_found")
        self.found.setOpenLinks(False)
        form = QFormLayout()
        form.addRow(tr("Folder of files"), self.folder)
        form.addRow(tr("Département"), self.departement)
        prepare = QPushButton(tr("Prepare…"))
        prepare.setObjectName("access30_prepare_run")
        prepare.clicked.connect(self._prepare)
        hint = QLabel(tr("Put all files into one folder, as they came, and choose it: nothing is changed in it."))
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(self.found, 1)
        column.addWidget(prepare)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def look(self) -> None:
        """Look what the files of the folder are."""
        self.close_all()
        folder = self.folder.filePath().strip()
        if not folder:
            self.found.clear()
            return
        self.found.setPlainText(tr("The files are being looked at…"))

        def work(progress: Progress) -> Inventory:
            return inventory(Path(folder), progress=progress)

        self.task = EngineTask(tr("Accès 30: looking at files"), work, self._looked, silent=True)
        QgsApplication.taskManager().addTask(self.task)

    def _looked(self, task: EngineTask) -> None:
        if task is not self.task:
            return
        self.task = None
        if task.result is None:
            self.found.setPlainText(task.reason)
            return
        files = "".join(f"<li>{for_html(line)}</li>" for line in task.result.found)
        parts = [f"<p><b>{for_html(tr('Found'))}</b></p><ul>{files}</ul>"] if files else []
        if task.result.missing:
            needs = [told(need) for need in task.result.missing]
            items = "".join(f"<li><b>{for_html(name)}</b><br>{for_html(source)}</li>" for name, source in needs)
            parts.append(f"<p><b>{for_html(tr('Missing'))}</b></p><ul>{items}</ul>")
        else:
            parts.append(f"<p>{for_html(tr('All is there that a study needs.'))}</p>")
        self.found.setHtml("".join(parts))

    def _prepare(self, checked: bool = False) -> None:
        values = {"SOURCE": self.folder.filePath().strip(), "DEPARTEMENTS": self.departement.text().strip()}
        self._open_algorithm("access:prepareregion", {name: value for name, value in values.items() if value})

    def close_all(self) -> None:
        """Look no more."""
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()

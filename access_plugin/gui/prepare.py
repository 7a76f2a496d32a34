"""The page “Prepare” of the panel: a folder of files, what is in it, what is missing, and the run that prepares it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..engine.file_names import REPORT_PAGE
from ..engine.harmless import for_html
from ..engine.progress import Progress
from ..engine.region.inventory import Inventory, inventory, told
from ..engine.text import tr
from .folder_box import FolderBox
from .running import StartRow
from .task import EngineTask


class PreparePage(QWidget):
    """Looks into a folder behind the scenes, and prepares it.

    Parameters
    ----------
    open_algorithm
        Called with the id of an algorithm and values that are filled in.

    Signals
    -------
    prepared
        The folder that was prepared, and a table of official times among its files, or an empty text.
    """

    prepared = pyqtSignal(Path, str)

    def __init__(self, open_algorithm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_prepare")
        self.task: EngineTask | None = None
        self._times = self._started_with = ""
        self.folder, self.target = FolderBox(tr("Folder of files")), FolderBox(tr("Prepared folder"))
        self.folder.settled.connect(self.look)
        self.departement = QLineEdit()
        self.departement.setPlaceholderText(tr("43, Haute-Loire or R84"))
        self.found = QTextBrowser()
        self.found.setObjectName("access30_prepare_found")
        self.found.setOpenLinks(False)
        form = QFormLayout()
        form.addRow(tr("Folder of files"), self.folder)
        form.addRow(tr("Département"), self.departement)
        form.addRow(tr("Prepared folder"), self.target)
        self.starting = StartRow(
            "prepare",
            tr("Prepare"),
            self._start,
            lambda: open_algorithm("access:prepareregion", self.values()),
        )
        self.run = self.starting.run
        self.run.ended.connect(self._ended)
        hint = QLabel(tr("Put all files into one folder, as they came, and choose it: nothing is changed in it."))
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(self.found, 1)
        column.addWidget(self.starting)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def look(self) -> None:
        """Look what the files of the folder are."""
        self._look_no_more()
        self._times = ""
        folder = self.folder.path
        if not folder:
            self.found.clear()
            return
        self.target.propose(tr("{folder} - prepared").format(folder=folder.rstrip("/\\")))
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
        self._times = str(task.result.times[0]) if task.result.times else ""
        files = "".join(f"<li>{for_html(line)}</li>" for line in task.result.found)
        parts = [f"<p><b>{for_html(tr('Found'))}</b></p><ul>{files}</ul>"] if files else []
        if task.result.missing:
            needs = [told(need) for need in task.result.missing]
            items = "".join(f"<li><b>{for_html(name)}</b><br>{for_html(source)}</li>" for name, source in needs)
            parts.append(f"<p><b>{for_html(tr('Missing'))}</b></p><ul>{items}</ul>")
        else:
            parts.append(f"<p>{for_html(tr('All is there that a study needs.'))}</p>")
        self.found.setHtml("".join(parts))

    def values(self) -> dict[str, object]:
        """Return what is asked as the parameters of the algorithm."""
        values = {
            "SOURCE": self.folder.path,
            "DEPARTEMENTS": self.departement.text().strip(),
            "FOLDER": self.target.path,
        }
        return {name: value for name, value in values.items() if value}

    def _start(self) -> None:
        self.folder.settle()
        if not self.folder.path:
            self.run.say(tr("Choose the folder of files first."), wrong=True)
        elif self.task is not None:
            self.run.say(tr("The files are being looked at…"), wrong=True)
        else:
            self._started_with = self._times
            self.run.start("access:prepareregion", self.values())

    def _ended(self, succeeded: bool, results: dict) -> None:
        if succeeded:
            folder = Path(results["FOLDER"])
            text = tr("{folder} is ready, with its report. Go on at the page “Study”.")
            self.run.say(text.format(folder=folder), opens=folder / REPORT_PAGE)
            self.prepared.emit(folder, self._started_with)

    def close_all(self) -> None:
        """Look no more, and run nothing more."""
        self._look_no_more()
        self.run.close_all()

    def _look_no_more(self) -> None:
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()

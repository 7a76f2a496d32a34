"""The row in which a study is chosen: those of before, or another folder."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from ..engine.text import tr
from .recent import LAST_FOLDER, is_study, recent_studies
from .task import EngineTask


class StudyRow(QWidget):
    """A list and a button.

    Signals
    -------
    wanted
        The folder of a study.
    """

    wanted = pyqtSignal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gone: set[Path] = set()
        self.task: EngineTask | None = None
        self.studies = QComboBox()
        self.studies.setObjectName("access30_study")
        self.studies.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.studies.setMinimumContentsLength(10)
        other = QPushButton(tr("Folder…"))
        other.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.studies, 1)
        row.addWidget(other)
        self.fill()
        self.studies.activated.connect(self._chosen)

    @property
    def folder(self) -> Path | None:
        """The study that is shown; None before one was chosen."""
        path = self.studies.currentData()
        return Path(path) if path else None

    def fill(self, shown: Path | None = None) -> None:
        """List the studies anew, and show one of them.

        What is no longer in its place says so a little later: a share that does not answer must not hold up the window.
        """
        shown, folders = shown or self.folder, recent_studies()
        with QSignalBlocker(self.studies):
            self.studies.clear()
            self.studies.addItem(tr("– choose –"), "")
            for folder in folders:
                self.studies.addItem(self._called(folder), str(folder))
                self.studies.setItemData(self.studies.count() - 1, str(folder), Qt.ItemDataRole.ToolTipRole)
            self.studies.setCurrentIndex(max(0, self.studies.findData(str(shown or ""))))
        if self.task is None:  # one at a time: each would wait for the same share
            self.task = EngineTask(
                tr("Accès 30: looking at files"),
                lambda progress: {folder for folder in folders if not is_study(folder)},
                self._looked,
                silent=True,
            )
            QgsApplication.taskManager().addTask(self.task)

    def _looked(self, task: EngineTask) -> None:
        if task is not self.task:
            return
        self.task, self._gone = None, task.result or set()
        for place in range(1, self.studies.count()):
            self.studies.setItemText(place, self._called(Path(self.studies.itemData(place))))

    def close_all(self) -> None:
        """Hear no more of what is being looked at."""
        self.task = None

    def _called(self, folder: Path) -> str:
        return tr("{name} (no longer there)").format(name=folder.name) if folder in self._gone else folder.name

    def _chosen(self) -> None:
        if self.folder is not None:
            self.wanted.emit(self.folder)

    def _ask(self) -> None:
        start = str(QgsSettings().value(LAST_FOLDER, "") or "")
        folder = QFileDialog.getExistingDirectory(self, tr("Open a study: choose its folder"), start)
        if folder:
            QgsSettings().setValue(LAST_FOLDER, str(Path(folder).parent))
            self.wanted.emit(Path(folder))

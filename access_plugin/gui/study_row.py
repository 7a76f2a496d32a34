"""The row in which a study is chosen: those of before, or another folder."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from ..engine.text import tr
from .recent import LAST_FOLDER, is_study, recent_studies


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
        """List the studies anew, and show one of them; what is no longer in its place says so."""
        shown = shown or self.folder
        with QSignalBlocker(self.studies):
            self.studies.clear()
            self.studies.addItem(tr("– choose –"), "")
            for folder in recent_studies():
                text = folder.name if is_study(folder) else tr("{name} (no longer there)").format(name=folder.name)
                self.studies.addItem(text, str(folder))
                self.studies.setItemData(self.studies.count() - 1, str(folder), Qt.ItemDataRole.ToolTipRole)
            self.studies.setCurrentIndex(max(0, self.studies.findData(str(shown or ""))))

    def _chosen(self) -> None:
        if self.folder is not None:
            self.wanted.emit(self.folder)

    def _ask(self) -> None:
        start = str(QgsSettings().value(LAST_FOLDER, "") or "")
        folder = QFileDialog.getExistingDirectory(self, tr("Open a study: choose its folder"), start)
        if folder:
            QgsSettings().setValue(LAST_FOLDER, str(Path(folder).parent))
            self.wanted.emit(Path(folder))

"""What draws further figures of a study, and its map for the public, from the panel."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ..engine.defaults import FIGURES, FORMATS
from ..engine.text import tr
from ..engine.words import word
from ..processing.algorithms.publish.press_figure import ALL
from ..processing.signature import AUTHOR
from .figure_export import drawn_folder, language_of
from .running import AlgorithmRun
from .signature_box import SignatureBox, signature_values
from .study_row import StudyRow


class DrawingBox(QgsCollapsibleGroupBox):
    """Which figure, on which page, with which title, by whom.

    Parameters
    ----------
    row
        Knows the study.
    open_algorithm
        Called with the id of an algorithm and values that are filled in.

    Signals
    -------
    drawn
        The folder of the study that has further figures.
    """

    drawn = pyqtSignal(Path)

    def __init__(self, row: StudyRow, open_algorithm, parent: QWidget | None = None) -> None:
        super().__init__(tr("Draw figures, map for the public"), parent)
        self._row, self._open_algorithm = row, open_algorithm
        self._study: Path | None = None
        self.figure, self.form, self.title = QComboBox(), QComboBox(), QLineEdit()
        self.figure.setObjectName("access30_drawing_figure")
        for code in (ALL, *FIGURES):
            self.figure.addItem(word("FIGURE", code), code)
        for code in FORMATS:
            self.form.addItem(word("FORMAT", code), code)
        self.title.setPlaceholderText(tr("Empty: the figure's own."))
        self.signature = SignatureBox()
        self.signature.setCollapsed(True)
        self.setCollapsed(True)
        form = QFormLayout()
        form.addRow(tr("Figure"), self.figure)
        form.addRow(tr("Page"), self.form)
        form.addRow(tr("Title"), self.title)
        buttons = QGridLayout()
        busy = []
        for place, (name, text, called) in enumerate(
            (
                ("draw", tr("Draw"), lambda: self._start("access:pressfigure", self.values())),
                ("map", tr("Map for the public"), lambda: self._start("access:publicmap", self.map_values())),
                ("draw_more", tr("More settings…"), lambda: open_algorithm("access:pressfigure", self.values())),
            )
        ):
            button = QPushButton(text)
            button.setObjectName(f"access30_gallery_{name}")
            button.clicked.connect(lambda checked=False, called=called: called())
            buttons.addWidget(button, 0, place)
            busy.append(button)
        self.run = AlgorithmRun()
        for button in busy[:2]:
            self.run.started.connect(lambda button=button: button.setEnabled(False))
            self.run.ended.connect(lambda succeeded, results, button=button: button.setEnabled(True))
        self.run.ended.connect(self._ended)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.signature)
        column.addLayout(buttons)
        column.addWidget(self.run)

    def values(self) -> dict[str, str]:
        """Return what is asked as the parameters of “Draw figures for the press”."""
        folder = self._row.folder
        asked = {"FIGURE": self.figure.currentData(), "FORMAT": self.form.currentData()} | signature_values()
        if self.title.text().strip():
            asked["TITLE"] = self.title.text().strip()
        if folder is None:
            return asked
        into = drawn_folder(folder) / self.form.currentData()
        return asked | {"STUDY": str(folder), "FOLDER": str(into), "LANGUAGE": language_of(folder)}

    def map_values(self) -> dict[str, str]:
        """Return what is asked as the parameters of “Make a map for the public”."""
        folder, author = self._row.folder, signature_values().get(AUTHOR)
        asked = {AUTHOR: author} if author else {}
        if folder is None:
            return asked
        return asked | {"STUDY": str(folder), "FOLDER": str(folder / tr("public map")), "LANGUAGE": language_of(folder)}

    def _start(self, name: str, values: dict[str, str]) -> None:
        if self._row.folder is None:
            self.run.say(tr("Choose a study first."), wrong=True)
            return
        if self.run.start(name, values):
            self._study = Path(values["STUDY"])

    def _ended(self, succeeded: bool, results: dict) -> None:
        if succeeded:
            folder = Path(results["FOLDER"])
            page = folder / "index.html"
            self.run.say(tr("All is in {folder}.").format(folder=folder), opens=page if page.is_file() else folder)
            if self._study == self._row.folder:  # another one may be shown by now
                self.drawn.emit(self._study)

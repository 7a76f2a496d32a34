"""The rows of the bench: which study, which scenario, which site."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtGui import QAction
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.sites.roles import ROLE
from ...engine.text import tr
from ...engine.words import word
from ..study_row import StudyRow
from .comparison import Comparison
from .scenario_run import ScenarioRun
from .session import BenchSession


class Chooser(QWidget):
    """Which study, and which care counts.

    Signals
    -------
    wanted
        A folder, and the definition of care to begin with.
    """

    wanted = pyqtSignal(Path, str)

    def __init__(self, definitions: tuple[str, ...], definition: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.row, self.definition = StudyRow(), QComboBox()
        self.definition.setObjectName("access30_bench_definition")
        self.definition.setMinimumContentsLength(10)
        self.definition.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for code in definitions:
            self.definition.addItem(word("DEFINITION", code), code)
        self.definition.setCurrentIndex(self.definition.findData(definition))
        form.addRow(tr("Study"), self.row)
        form.addRow(tr("Care that counts"), self.definition)
        self.row.wanted.connect(lambda folder: self.wanted.emit(folder, self.definition.currentData()))
        self.definition.activated.connect(self._definition_chosen)

    def show_study(self, folder: Path, definition: str) -> None:
        """Show which study is on the bench."""
        self.row.fill(folder)
        with QSignalBlocker(self.definition):
            self.definition.setCurrentIndex(self.definition.findData(definition))

    def _definition_chosen(self) -> None:
        if self.row.folder is not None:
            self.wanted.emit(self.row.folder, self.definition.currentData())


class ScenarioRow(QWidget):
    """The name of the scenario, and what is done with it as a whole."""

    def __init__(self, session: BenchSession, run: ScenarioRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._run = session, run
        self.comparison: Comparison | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.names = QComboBox()
        self.names.setObjectName("access30_bench_scenario")
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.names.activated.connect(lambda place: session.choose(self.names.itemText(place)))
        self.names.setMinimumContentsLength(8)
        row.addWidget(QLabel(tr("Scenario")))
        row.addWidget(self.names, 1)
        undo, redo = session.stack.createUndoAction(self, tr("Undo")), session.stack.createRedoAction(self, tr("Redo"))
        for action, sign in ((undo, "↶"), (redo, "↷")):
            action.setIconText(sign)
            button = QToolButton()
            button.setDefaultAction(action)
            row.addWidget(button)
        self.undo, self.redo = undo, redo
        more = QToolButton()
        more.setText("…")
        more.setToolTip(tr("New, copy, compare, rename, delete"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for text, called in (
            (tr("New scenario"), session.begin),
            (tr("Copy of this scenario"), lambda: session.begin(session.scenario)),
            (tr("Places that the study suggests"), lambda: session.begin(session.bench.proposed, tr("Suggested"))),
            (tr("Side by side…"), self._compare),
            (tr("Rename…"), self._rename),
            (tr("Delete this scenario"), session.delete),
        ):
            action = QAction(text, more)
            action.triggered.connect(lambda checked=False, called=called: called())
            action.setEnabled(text != tr("Places that the study suggests") or session.bench.proposed is not None)
            more.addAction(action)
        row.addWidget(more)
        self.more = more

    def show_names(self) -> None:
        """List the scenarios anew, and show which one this is."""
        with QSignalBlocker(self.names):
            self.names.clear()
            self.names.addItems(list(dict.fromkeys([*self._session.store.names, self._session.name])))
            self.names.setCurrentText(self._session.name)

    def _compare(self) -> None:
        self.close_all()
        self.comparison = window = Comparison(self._session, self._run, self)
        window.finished.connect(lambda result: self._closed(window))
        window.show()

    def _closed(self, window: Comparison) -> None:
        if self.comparison is window:
            self.comparison = None

    def close_all(self) -> None:
        """Close the window of all scenarios."""
        if self.comparison is not None:
            self.comparison.close()

    def _rename(self) -> None:
        name, fine = QInputDialog.getText(
            self, tr("Rename a scenario"), tr("Name of the scenario"), text=self._session.name
        )
        if fine:
            self._session.rename(name.strip())


class SiteButtons(QWidget):
    """Which role a click tries, the tool that tries it, and what is done with a site that is selected.

    Signals
    -------
    show_map, removed
        The map of the study is wanted; what is selected shall go.
    """

    show_map = pyqtSignal()
    removed = pyqtSignal()

    def __init__(self, session: BenchSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self.roles = QComboBox()
        self.roles.setObjectName("access30_bench_role")
        self.roles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for role in session.bench.roles:
            self.roles.addItem(tr(ROLE[role].one), role)
        self.roles.setCurrentIndex(max(0, self.roles.findData("MCS")))
        self.place = QPushButton(tr("Try on the map"))
        self.place.setObjectName("access30_bench_place")
        self.place.setCheckable(True)
        remove, show = QPushButton(tr("Take away")), QPushButton(tr("Show the map"))
        remove.setObjectName("access30_bench_remove")
        remove.clicked.connect(self.removed)
        show.clicked.connect(self.show_map)
        self.roles.setMinimumContentsLength(10)
        for widgets in ((self.roles, self.place), (remove, show)):
            row = QHBoxLayout()
            for widget in widgets:
                row.addWidget(widget, 1)
            rows.addLayout(row)

    @property
    def role(self) -> str:
        """The role of a site that is placed next."""
        return self.roles.currentData()

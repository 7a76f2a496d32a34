"""All scenarios of a study side by side, in a window of its own that can be copied into a spreadsheet."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...engine.bench.bench import Effect
from ...engine.bench.scenario import Scenario
from ...engine.bench.speeds import Speeds, by_speeds
from ...engine.errors import AccessError
from ...engine.harmless import for_cell
from ...engine.numbers import MISSING
from ...engine.progress import Progress
from ...engine.text import tr
from ..task import EngineTask
from .figures import one_value_rows, speed_rows
from .scenario_run import ScenarioRun
from .session import BenchSession


class Comparison(QDialog):
    """A column a scenario, today first; the rows are the figures of the whole study."""

    def __init__(self, session: BenchSession, run: ScenarioRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_bench_comparison")
        self.setWindowTitle(tr("Scenarios side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._run = session, run
        self.task: EngineTask | None = None
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.message = QLabel(tr("Working figures, not checked for statistical secrecy: not for publication."))
        self.message.setWordWrap(True)
        self.speeds, copy = QPushButton(tr("Range by speeds")), QPushButton(tr("Copy as a table"))
        self.speeds.setObjectName("access30_bench_speeds")
        self.speeds.setToolTip(tr("The same with the shortest and the longest times that the speed profiles state."))
        self.speeds.clicked.connect(lambda checked=False: self.ask_speeds())
        copy.clicked.connect(self._copy)
        buttons = QHBoxLayout()
        buttons.addWidget(self.speeds)
        buttons.addWidget(copy)
        self._scenarios = self._fill()
        column = QVBoxLayout(self)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.addLayout(self._difference())
        self.finished.connect(lambda result: self.close_all())
        self.resize(900, 520)

    def _fill(self) -> dict[str, Scenario]:
        """Write the table; return the scenarios that fit the study, today first."""
        session, today = self._session, tr("Today")
        while today in session.store.names:
            today += " *"
        scenarios, effects = {today: Scenario()}, {today: session.first}
        for name in session.store.names:
            scenario = session.store.scenario(name)
            effects[name] = self._effect(scenario)
            if effects[name] is not None:
                scenarios[name] = scenario
        rows = one_value_rows()
        self._names = list(effects)
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(effects))
        self.table.setHorizontalHeaderLabels(self._names)
        self.table.setVerticalHeaderLabels([text for text, _ in rows])
        for row, (_, say) in enumerate(rows):
            for column, effect in enumerate(effects.values()):
                self._write(row, column, say(effect.whole) if effect is not None else MISSING)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return scenarios

    def _write(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, column, item)

    def _effect(self, scenario: Scenario) -> Effect | None:
        """Return the effect of a scenario; none where it no longer fits the study, which choosing it explains."""
        try:
            return self._session.bench.effect(scenario)
        except AccessError:
            return None

    # the range by speeds
    def ask_speeds(self) -> None:
        """Count all scenarios with the times at both ends of the range, behind the scenes."""
        bench, scenarios = self._session.bench, dict(self._scenarios)

        def work(progress: Progress) -> dict[str, Speeds]:
            return by_speeds(bench, scenarios, progress=progress)

        self.speeds.setEnabled(False)
        self.message.setText(tr("The range by speeds is being computed…"))
        self.task = EngineTask(tr("Accès 30: range by speeds"), work, self._speeds_found, silent=True)
        QgsApplication.taskManager().addTask(self.task)

    def _speeds_found(self, task: EngineTask) -> None:
        if task is not self.task:  # the window is gone
            return
        self.task = None
        self.speeds.setEnabled(task.result is None)
        if task.result is None:
            self.message.setText(task.reason or tr("Cancelled."))
            return
        self.message.setText(tr("Working figures, not checked for statistical secrecy: not for publication."))
        first = self.table.rowCount()
        for place, (text, say) in enumerate(speed_rows()):
            self.table.insertRow(first + place)
            self.table.setVerticalHeaderItem(first + place, QTableWidgetItem(text))
            for column, name in enumerate(self._names):
                self._write(first + place, column, say(task.result[name]) if name in task.result else MISSING)
        self.table.scrollToBottom()

    # the difference on the map
    def _difference(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.before, self.after = QComboBox(), QComboBox()
        for box in (self.before, self.after):
            box.addItems(list(self._scenarios))
        self.after.setCurrentIndex(self.after.count() - 1)
        show = QPushButton(tr("Difference on the map"))
        show.setObjectName("access30_bench_difference")
        show.setToolTip(tr("Whose time changes, as a layer, and the figures by territory."))
        show.clicked.connect(lambda checked=False: self.show_difference())
        for widget in (QLabel(tr("From")), self.before, QLabel(tr("to")), self.after, show):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def show_difference(self) -> None:
        """Load what changes between the two scenarios that are chosen; the panel shows how far that is."""
        before, after = ((box.currentText(), self._scenarios[box.currentText()]) for box in (self.before, self.after))
        try:
            begun = self._run.difference(self._session, before, after)
        except AccessError as error:
            self.message.setText(str(error))
            return
        self.message.setText(
            tr("The difference is being computed: the panel shows how far it is.")
            if begun
            else tr("Something else is running in the panel: wait for its end.")
        )

    def text(self) -> str:
        """Return the table as a spreadsheet takes it: tabs between cells, a line a row."""
        columns = range(self.table.columnCount())
        lines = [["", *(self.table.horizontalHeaderItem(column).text() for column in columns)]]
        lines += [
            [self.table.verticalHeaderItem(row).text(), *(self.table.item(row, column).text() for column in columns)]
            for row in range(self.table.rowCount())
        ]
        return "\n".join("\t".join(for_cell(cell) for cell in line) for line in lines)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text())

    def close_all(self) -> None:
        """Compute nothing more."""
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()

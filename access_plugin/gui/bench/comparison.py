"""All scenarios of a study side by side, in a window of its own that can be copied into a spreadsheet."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...engine.bench.bench import Effect
from ...engine.errors import AccessError
from ...engine.harmless import for_cell
from ...engine.numbers import MISSING
from ...engine.text import tr
from .figures import one_value_rows
from .session import BenchSession


class Comparison(QDialog):
    """A column a scenario, today first; the rows are the figures of the whole study."""

    def __init__(self, session: BenchSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_bench_comparison")
        self.setWindowTitle(tr("Scenarios side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(tr("Working figures, not checked for statistical secrecy: not for publication.")))
        column.addWidget(self.table)
        copy = QPushButton(tr("Copy as a table"))
        copy.clicked.connect(self._copy)
        column.addWidget(copy)
        self._fill(session)
        self.resize(900, 420)

    def _fill(self, session: BenchSession) -> None:
        names, effects = [tr("Today"), *session.store.names], [session.first]
        for name in session.store.names:
            effects.append(self._effect(session, name))
        rows = one_value_rows()
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(names))
        self.table.setHorizontalHeaderLabels(names)
        self.table.setVerticalHeaderLabels([text for text, _ in rows])
        for row, (_, say) in enumerate(rows):
            for column, effect in enumerate(effects):
                item = QTableWidgetItem(say(effect.whole) if effect is not None else MISSING)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    @staticmethod
    def _effect(session: BenchSession, name: str) -> Effect | None:
        """Return the effect of a scenario; none where it no longer fits the study, which choosing it explains."""
        try:
            return session.bench.effect(session.store.scenario(name))
        except AccessError:
            return None

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

"""The list of what is tried and switched off, in which its values are changed by the keyboard."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...engine.bench.scenario import ALL_YEAR, Key, Scenario
from ...engine.numbers import number
from ...engine.text import language, tr

_NAME, _DELAY, _HOURS, _SEASON, _DOCTORS = range(5)
_FIELDS = {_NAME: "name", _DELAY: "delay_min", _HOURS: "hours", _SEASON: "season", _DOCTORS: "doctors"}
_NUMBER = re.compile(r"-?\d+(?:\.\d*)?")
_ID = Qt.ItemDataRole.UserRole


class SitesTable(QTableWidget):
    """A row a site.

    Signals
    -------
    edited
        The id of a site that is tried, the field, and its new value.
    """

    edited = pyqtSignal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_FIELDS), parent)
        self.setObjectName("access30_bench_sites")
        heads = [tr("Site"), tr("Delay (min)"), tr("Opening hours"), tr("Season"), tr("Doctors")]
        self.setHorizontalHeaderLabels(heads)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(60)
        self.verticalHeader().setVisible(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(110)
        self.itemChanged.connect(self._changed)

    def show_scenario(self, scenario: Scenario, names: dict[Key, str]) -> None:
        """Write the sites of a scenario, those that are switched off with their names last."""
        chosen = self.selected()
        with QSignalBlocker(self):
            self.clearSpans()
            self.setRowCount(len(scenario.tried) + len(scenario.closed))
            for row, site in enumerate(scenario.tried):
                called = site.name or f"{site.role.replace('_', ' ')} {site.id.rpartition('-')[2]}"
                doctors = "" if site.doctors is None else number(site.doctors, language=language())
                delay = number(site.delay_min, 0 if site.delay_min.is_integer() else 1, language=language())
                season = "" if site.season == ALL_YEAR else site.season
                for column, text in enumerate((called, delay, site.hours, season, doctors)):
                    self._item(row, column, text, site.id, editable=True)
            for row, key in enumerate(sorted(scenario.closed), start=len(scenario.tried)):
                self._item(row, 0, tr("Off: {site}").format(site=names.get(key, key[0])), key, editable=False)
                self.setSpan(row, 0, 1, self.columnCount())
            self.select(chosen if isinstance(chosen, str) else "")

    def is_edited(self) -> bool:
        """Tell whether a value is being written."""
        return self.state() == QAbstractItemView.State.EditingState

    def selected(self) -> str | Key:
        """Return the id of the site that is selected, or the key of one that is switched off; empty for none."""
        rows = self.selectionModel().selectedRows()
        return self.item(rows[0].row(), 0).data(_ID) if rows else ""

    def select(self, name: str) -> None:
        """Select a site that is tried, by its id."""
        for row in range(self.rowCount()):
            if self.item(row, 0).data(_ID) == name:
                self.selectRow(row)

    def _item(self, row: int, column: int, text: str, identity: str | Key, *, editable: bool) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setData(_ID, identity)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
        if column in (_DELAY, _DOCTORS):
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setItem(row, column, item)

    def _changed(self, item: QTableWidgetItem) -> None:
        field, text = _FIELDS[item.column()], item.text().strip()
        value: object = text
        if field in ("delay_min", "doctors"):
            plain = text.replace(",", ".").replace("\u202f", "")
            # whatever else is there, the engine says what is wrong with it
            value = float(plain) if _NUMBER.fullmatch(plain) else text or None
            value = 0.0 if value is None and field == "delay_min" else value
        elif field == "season":
            value = text or ALL_YEAR
        self.edited.emit(item.data(_ID), field, value)

"""What leaves the bench: the sites of a scenario as a list, and those that are tried as a layer."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ...engine.bench.export import write_list
from ...engine.errors import AccessError
from ...engine.text import tr
from ...processing.layers import in_memory
from .session import BenchSession


class Exports(QWidget):
    """Two buttons.

    Signals
    -------
    said
        A sentence, and whether it is about something that went wrong.
    """

    said = pyqtSignal(str, bool)

    def __init__(self, session: BenchSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, text, called in (
            ("list", tr("Save as a list…"), self._ask_for_file),
            ("layer", tr("Add as a layer"), self.add_layer),
        ):
            button = QPushButton(text)
            button.setObjectName(f"access30_bench_{name}")
            button.clicked.connect(lambda checked=False, called=called: called())
            row.addWidget(button)

    def _ask_for_file(self) -> None:
        start = str(self._session.folder / f"{self._session.name}.csv")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the sites of the scenario"), start, "CSV (*.csv)")
        if path:
            self.write(Path(path if path.lower().endswith(".csv") else f"{path}.csv"))

    def write(self, path: Path) -> None:
        """Write all sites of the scenario, as “Compare two scenarios” and “Run a whole study” take them."""
        try:
            write_list(self._session.bench.sites_of(self._session.scenario), path)
        except AccessError as error:
            self.said.emit(str(error), True)
        else:
            self.said.emit(tr("The sites of the scenario are in {path}.").format(path=path), False)

    def add_layer(self) -> None:
        """Add the sites that are tried to the project, as a layer in memory: the file in which they are kept is no one
        else's.
        """
        session = self._session
        if not session.scenario.tried:
            self.said.emit(tr("No site is tried in this scenario yet: there is nothing to add."), True)
            return
        layer = in_memory(session.scenario.table(session.bench.care.sites.crs), session.name)
        QgsProject.instance().addMapLayer(layer)

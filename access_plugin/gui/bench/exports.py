"""What leaves the bench: a scenario as a list of sites, as a layer, as a study of its own with all figures."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ...engine.bench.export import write_list
from ...engine.errors import AccessError
from ...engine.text import tr
from ...processing.layers import in_memory
from .publishing import list_file
from .scenario_run import ScenarioRun
from .session import BenchSession


class Exports(QWidget):
    """Three buttons.

    Parameters
    ----------
    session
        Whose scenario goes out.
    run
        Runs the study of it; it belongs to the page, so that it goes on when another study is opened.

    Signals
    -------
    said
        A sentence, and whether it is about something that went wrong.
    """

    said = pyqtSignal(str, bool)

    def __init__(self, session: BenchSession, run: ScenarioRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._run = session, run
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, text, meaning, called in (
            ("list", tr("Save as a list…"), tr("All sites of the scenario, as a table."), self._ask_for_file),
            ("layer", tr("Add as a layer"), tr("The sites that are tried, in the project."), self.add_layer),
            (
                "study",
                tr("Run the study"),
                tr("The study of this scenario: figures to publish."),
                self.run_study,
            ),
        ):
            button = QPushButton(text)
            button.setObjectName(f"access30_bench_{name}")
            button.setToolTip(meaning)
            button.clicked.connect(lambda checked=False, called=called: called())
            row.addWidget(button)
        run.started.connect(self._started)
        run.ended.connect(self._ended)
        self._button().setEnabled(not run.is_busy)

    def _button(self) -> QPushButton:
        return self.findChild(QPushButton, "access30_bench_study")

    def _started(self) -> None:
        self._button().setEnabled(False)

    def _ended(self, succeeded: bool, results: dict) -> None:
        self._button().setEnabled(True)

    def _ask_for_file(self) -> None:
        start = str(list_file(self._session))
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
        """Add the sites that are tried to the project, as a layer in memory.

        The file in which they are kept is no one else's.
        """
        session = self._session
        if not session.scenario.tried:
            self.said.emit(tr("No site is tried in this scenario yet: there is nothing to add."), True)
            return
        layer = in_memory(session.scenario.table(session.bench.care.sites.crs), session.name)
        QgsProject.instance().addMapLayer(layer)

    def run_study(self) -> None:
        """Run the study of this scenario, into a folder beside that of the study."""
        try:
            self._run.study(self._session)
        except AccessError as error:
            self.said.emit(str(error), True)

"""The page “Try a place” of the panel: a study, what is tried on it, and its figures."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...engine.bench.bench import Bench
from ...engine.bench.opening import DEFINITION, open_bench
from ...engine.bench.scenario import Key
from ...engine.defaults import OF_SCENARIOS
from ...engine.errors import AccessError
from ...engine.file_names import RESULTS
from ...engine.progress import Progress
from ...engine.sites.roles import role_of
from ...engine.study.kept import read_run
from ...engine.text import tr
from ...engine.words import word
from ..recent import remember
from ..task import EngineTask
from .areas import AreaWatch
from .controls import Chooser, ScenarioRow, SiteButtons
from .exports import Exports
from .figures import FiguresGrid, best_sentence
from .map_tool import BenchTool
from .marks import Marks
from .scenario_run import ScenarioRun
from .session import BenchSession
from .sites_table import SitesTable


class BenchPage(QWidget):
    """Opens a study behind the scenes, and joins the map, the list and the figures.

    Signals
    -------
    studied
        The folder of a study of a scenario.

    Parameters
    ----------
    iface
        QGIS's window.
    studies
        :class:`studies.Studies`, which shows the map of a study.
    """

    studied = pyqtSignal(Path)

    def __init__(self, iface, studies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("access30_bench")
        self._iface, self._studies, self._canvas = iface, studies, iface.mapCanvas()
        self.session: BenchSession | None = None
        self.marks: Marks | None = None
        self.tool: BenchTool | None = None
        self.task: EngineTask | None = None
        self.figures: FiguresGrid | None = None
        self.areas: AreaWatch | None = None
        self._layout = QVBoxLayout(self)
        self.chooser = Chooser(OF_SCENARIOS, DEFINITION)
        self.chooser.wanted.connect(self.open)
        self._layout.addWidget(self.chooser)
        self._bar, self._cancel = QProgressBar(), QPushButton(tr("Cancel"))
        self._cancel.setObjectName("access30_bench_cancel")
        self._cancel.clicked.connect(lambda: self.task and self.task.cancel())
        self.message = QLabel(tr("Choose a study that was made on a road network; then try places on its map."))
        self.message.setWordWrap(True)
        self.message.setObjectName("access30_bench_message")
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self._bar, self._cancel):
            self._layout.addWidget(widget)
            widget.hide()
        self._layout.addWidget(self.message)
        self._body: QWidget | None = None
        self.run = ScenarioRun()
        self.run.studied.connect(self.studied)
        self._layout.addWidget(self.run)
        self._layout.addStretch(1)
        self._canvas.destinationCrsChanged.connect(self._crs_changed)

    # opening
    def open(self, folder: Path, definition: str = DEFINITION) -> None:
        """Put a study on the bench, behind the scenes."""
        self._stop_task()
        self.close_study()
        self.say(tr("The study is being opened…"))

        def work(progress: Progress) -> Bench:
            return open_bench(folder, definition=definition, progress=progress)

        self.task = EngineTask(
            tr("Accès 30: opening a study"), work, lambda task: self._opened(task, folder, definition)
        )
        self.task.progressChanged.connect(lambda percent: self._bar.setValue(int(percent)))
        self._bar.setValue(0)
        self._bar.show(), self._cancel.show()
        QgsApplication.taskManager().addTask(self.task)

    def _opened(self, task: EngineTask, folder: Path, definition: str) -> None:
        if task is not self.task:  # another study was asked for, or the panel is gone
            if task.result is not None:
                task.result.grounds.network.close()
            return
        self.task = None
        self._bar.hide(), self._cancel.hide()
        if task.result is None:
            self.say(task.reason or tr("Cancelled."), wrong=bool(task.reason))
            return
        bench = task.result
        try:
            self.session = BenchSession(bench, folder, self)
        except AccessError as error:
            bench.grounds.network.close()
            self.say(str(error), wrong=True)
            return
        remember(folder)
        self.chooser.show_study(folder, definition)
        self._build()
        self.say(self.session.trouble or self._hint(), wrong=bool(self.session.trouble))

    def _hint(self) -> str:
        session = self.session
        text = tr(
            "{care}; threshold {threshold:g} min; {season}; {slot}. Click on the map to try a site, drag it, press the "
            "right button on a site to switch it off."
        )
        setting = session.bench.setting
        hint = text.format(
            care=word("DEFINITION", setting.definition),
            threshold=setting.threshold,
            season=word("SEASON", setting.season),
            slot=word("SLOT", setting.slot),
        )
        other = str(read_run(session.folder).get("inputs", {}).get("OTHER_CARE", ""))
        if not other:
            return hint
        return f"{tr('The study itself counts {other}, which is not tried here.').format(other=other)} {hint}"

    def _build(self) -> None:
        session = self.session
        self.marks = Marks(self._canvas, session.bench)
        self.tool = BenchTool(self._canvas, session, self.marks, self)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        self.scenarios = ScenarioRow(session, self.run)
        self.buttons = SiteButtons(session)
        self.table = SitesTable()
        self.figures = FiguresGrid(session.bench.setting.threshold)
        self.exports = Exports(session, self.run)
        self.best = QLabel()
        self.best.setObjectName("access30_bench_best")
        self.best.setWordWrap(True)
        note = QLabel(tr("Working figures, not checked for statistical secrecy: not for publication."))
        note.setWordWrap(True)
        for widget in (self.scenarios, self.buttons, self.figures, self.best, self.table, self.exports, note):
            column.addWidget(widget)
        self._layout.insertWidget(self._layout.count() - 2, self._body)
        self._names = {(row.id, row.role): row.name or row.id for row in session.bench.care.sites.itertuples()}
        self._join(session)
        self._changed()
        if self.areas is not None:
            self.areas.ask()

    def _join(self, session: BenchSession) -> None:
        """Have what is done in one place be seen in the others."""
        self.buttons.place.toggled.connect(self._use_tool)
        self.buttons.show_map.connect(self._show_map)
        self.buttons.removed.connect(self._remove)
        self.tool.deactivated.connect(lambda: self.buttons.place.setChecked(False))
        self.table.edited.connect(lambda name, field, value: session.change(name, **{field: value}))
        session.is_edited = self.table.is_edited
        session.changed.connect(self._changed)
        session.listed.connect(self.scenarios.show_names)
        session.outdated.connect(lambda: self.study_written(str(session.folder.resolve())))
        session.moved.connect(self.figures.show_effect)
        self.areas = None
        if session.bench.setting.convention == "fine":  # by that of DREES only chefs-lieux have a time
            self.areas = AreaWatch(session, self.marks.show_areas)
        session.said.connect(lambda text, wrong: self.say(text or self._hint(), wrong=wrong))
        self.exports.said.connect(lambda text, wrong: self.say(text, wrong=wrong))

    # what others ask
    @property
    def role(self) -> str:
        """The role that a click tries."""
        return self.buttons.role

    @property
    def selected(self) -> str:
        """The id of the site that is selected; empty where none that is tried is."""
        chosen = self.table.selected()
        return chosen if isinstance(chosen, str) else ""

    def select(self, name: str) -> None:
        """Select a site that is tried."""
        self.table.select(name)

    def site_name(self, key: Key) -> str:
        """Return what a site of the study is called, with its role."""
        return f"{self._names.get(key, key[0])} ({tr(role_of(key[1]).one)})"

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Write a sentence; one about something that went wrong in bold."""
        self.message.setText(text)
        self.message.setStyleSheet("font-weight: bold" if wrong else "")

    # what follows
    def _changed(self) -> None:
        session = self.session
        self.marks.show(session.scenario, session.effect)
        self.table.show_scenario(session.scenario, {key: self.site_name(key) for key in session.scenario.closed})
        self.figures.show_effect(session.effect)
        whole = session.effect.whole
        best = best_sentence(session.bench.best_for(session.scenario), whole.gained, whole.communes_gained)
        self.best.setText(best)
        self.best.setVisible(bool(best))
        self.scenarios.show_names()

    def _crs_changed(self) -> None:
        if self.marks is not None:
            self.marks.again()

    def _use_tool(self, on: bool) -> None:
        if on:
            self._canvas.setMapTool(self.tool)
            self._canvas.setFocus()
        elif self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)

    def _remove(self) -> None:
        """Take away what is selected in the list, or switch it on again."""
        chosen = self.table.selected()
        if isinstance(chosen, tuple):
            self.session.switch(chosen)
        elif chosen:
            self.session.remove(chosen)

    def _show_map(self) -> None:
        """Show the map of the study: in its project, or the place on the one that is open."""
        shown = {Path(layer.source().split("|")[0]) for layer in QgsProject.instance().mapLayers().values()}
        if self.session.folder / RESULTS not in shown:
            self._studies.open(self.session.folder)
        else:
            self._canvas.setExtent(self.marks.extent())
            self._canvas.refresh()

    def study_written(self, path: str) -> None:
        """Let go of a study that was run again: its results are others now."""
        if self.session is not None and self.session.folder.resolve() == Path(path):
            self.close_study()
            self.say(tr("This study was run again: open it anew to go on."), wrong=True)

    def hide_marks(self, hidden: bool) -> None:
        """Take all off the map while the panel is closed."""
        if self.session is not None:
            if hidden:
                self._use_tool(False)
            self.marks.hide(hidden)

    def _stop_task(self) -> None:
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()
            self._bar.hide(), self._cancel.hide()

    def close_study(self) -> None:
        """Take the study off the bench: nothing stays on the map, no file open."""
        if self.session is None:
            return
        self._use_tool(False)
        self.scenarios.close_all()
        self.tool.deleteLater()
        self.marks.clear()
        self.session.close()
        grounds = self.session.bench.grounds

        def close_roads() -> None:
            grounds.forget()
            grounds.network.close()

        close_roads() if self.areas is None else self.areas.close(close_roads)
        self.session.deleteLater()
        self._layout.removeWidget(self._body)
        self._body.deleteLater()
        self.session = self.marks = self.tool = self._body = self.figures = self.areas = None
        self.scenarios = self.buttons = self.table = self.exports = self.best = None

    def close_all(self) -> None:
        """Leave nothing behind: the panel goes."""
        self._stop_task()
        self.chooser.row.close_all()
        self.run.close_all()
        self.close_study()
        self._canvas.destinationCrsChanged.disconnect(self._crs_changed)

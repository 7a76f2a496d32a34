"""One study on the bench: its scenario, what can be undone, and what was kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack
except ImportError:  # Qt 5 has them among its widgets
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ...engine.bench.bench import Bench, Drag, Effect
from ...engine.bench.scenario import Key, Scenario, Tried
from ...engine.bench.store import ScenarioStore
from ...engine.errors import AccessError
from ...engine.study.kept import read_run
from ...engine.text import tr

#: Moves by the keyboard of one site after another are undone at once.
_STEP = 1
#: Milliseconds after which the last step by the keyboard is kept, and a folder that has changed is looked at.
_KEEP_MS, _LOOK_MS = 300, 200


class _Change(QUndoCommand):
    def __init__(self, session: "BenchSession", text: str, scenario: Scenario, stepped: str) -> None:
        super().__init__(text)
        self._session, self.before, self.after, self.stepped = session, session.scenario, scenario, stepped

    def redo(self) -> None:
        self._session.show(self.after, later=bool(self.stepped))

    def undo(self) -> None:
        self._session.show(self.before)

    def id(self) -> int:
        return _STEP if self.stepped else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if other.stepped != self.stepped:
            return False
        self.after = other.after
        return True


class BenchSession(QObject):
    """What is tried on one study.

    Signals
    -------
    changed
        The scenario, or the one that is shown, has changed; so has ``effect``. (``first``: that of nothing.)
    listed
        Other scenarios were added, changed or deleted.
    outdated
        The study was run again: its results are others now.
    moved
        A site is in the hand: its :class:`Effect` where it is now.
    said
        A sentence for the person, empty where all is well, and whether it is about something that went wrong.
    """

    changed = pyqtSignal()
    listed = pyqtSignal()
    outdated = pyqtSignal()
    moved = pyqtSignal(object)
    said = pyqtSignal(str, bool)

    def __init__(self, bench: Bench, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench, self.folder = bench, folder
        self.store = ScenarioStore(folder, bench.grounds.network.crs)
        self.stack = QUndoStack(self)
        self.name = self.store.names[0] if self.store.names else tr("Scenario 1")
        self.scenario, self.departement = self.store.scenario(self.name), ""
        self.first = bench.effect(Scenario())
        self.effect = self._first_effect()
        self._drag: Drag | None = None
        self.is_edited: Callable[[], bool] = lambda: False  # set by who has the list of sites
        self._run = read_run(folder).get("run")
        self._later, self._look = QTimer(self), QTimer(self)
        waiting = (self._later, _KEEP_MS, self._keep), (self._look, _LOOK_MS, self._look_again)
        for timer, milliseconds, called in waiting:
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(called)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(lambda path: self._look.start())

    def _first_effect(self) -> Effect:
        """Return the effect of what was kept; of nothing where that no longer fits the study: ``trouble`` says why."""
        self.trouble = ""
        try:
            return self.bench.effect(self.scenario)
        except AccessError as error:
            self.trouble = f"{self.name}: {error}"
            self.name, self.scenario = self.store.free_name(self.name), Scenario()
            return self.bench.effect(self.scenario)

    def close(self) -> None:
        """Keep what was not kept yet, and watch no more; whoever has made the bench closes its roads."""
        self._look.stop()
        self._keep_now()
        self._watcher.removePaths(self._watcher.directories())

    # what is tried
    def add(self, role: str, xy: tuple[float, float]) -> Tried | None:
        """Try a site of a role at a point; return it, or None where it cannot stand there."""
        scenario, site = self.scenario.with_site(role, xy, set(self.bench.care.given["id"]))
        return site if self.do(tr("Try a site"), scenario, xy) else None

    def change(self, site: str, **values) -> bool:
        """Give a site that is tried other values."""
        return self.do(tr("Change a site"), self.scenario.changed(site, **values))

    def remove(self, site: str) -> None:
        """Take a site that is tried away."""
        self.do(tr("Take a site away"), self.scenario.without(site))

    def switch(self, key: Key) -> None:
        """Switch a site of the study off, or on again."""
        self.do(tr("Switch a site off or on"), self.scenario.switched(key))

    def step(self, site: str, xy: tuple[float, float]) -> None:
        """Move a site that is tried a little; several steps are undone at once."""
        self.do(tr("Move a site"), self.scenario.changed(site, x=xy[0], y=xy[1]), xy, stepped=site)

    def do(self, text: str, scenario: Scenario, xy: tuple[float, float] | None = None, *, stepped: str = "") -> bool:
        """Go over to another scenario, by a step that can be undone; or say why that cannot be."""
        try:
            if xy is not None:
                self.departement = self.bench.departement_at(xy)
            self.bench.care_of(scenario)
        except AccessError as error:
            self.said.emit(str(error), True)
            self.changed.emit()  # what was typed goes back to what it was
            return False
        self.stack.push(_Change(self, text, scenario, stepped))
        return True

    def show(self, scenario: Scenario, *, later: bool = False) -> None:
        """Show a scenario and keep it, at once or a moment later; called by what does and undoes."""
        self.scenario = scenario
        self.effect = self.bench.effect(scenario, self.departement)
        if later:
            self._later.start()
        else:
            self._keep()
        self.changed.emit()

    def _keep_now(self) -> None:
        """Keep what waits to be kept."""
        if self._later.isActive():
            self._keep()

    def _keep(self) -> None:
        self._later.stop()
        scenario = self.scenario
        try:
            name = self.store.keep(self.name, scenario)
        except AccessError as error:
            self.said.emit(str(error), True)
        else:
            text = tr("Another QGIS has changed “{old}” meanwhile: yours is kept as “{new}”.")
            other = name != self.name
            self.said.emit(text.format(old=self.name, new=name) if other else "", other)
            self.name = name

    # by the mouse
    @property
    def is_holding(self) -> bool:
        """Whether a site is in the hand."""
        return self._drag is not None

    def take(self, site: str) -> bool:
        """Take a site that is tried into the hand, and tell whether that can be."""
        try:
            self._drag = self.bench.drag(self.scenario, site)
        except AccessError as error:
            self.said.emit(str(error), True)
            return False
        return True

    def carry(self, xy: tuple[float, float]) -> Effect | None:
        """Move the site in the hand to a point, and tell what that changes."""
        if self._drag is None:
            return None
        effect = self._drag.to(xy)
        self.moved.emit(effect)
        return effect

    def drop(self, site: str, xy: tuple[float, float]) -> None:
        """Put the site in the hand down at a point."""
        self._drag = None
        self.do(tr("Move a site"), self.scenario.changed(site, x=xy[0], y=xy[1]), xy)

    def let_go(self) -> None:
        """Leave the site in the hand where it was."""
        self._drag = None
        self.changed.emit()

    # scenarios by name
    def choose(self, name: str) -> None:
        """Show another scenario; what was done to the one before can no longer be undone."""
        self._keep_now()
        self._trying(lambda: self._begin(name, self.store.scenario(name)))

    def begin(self, scenario: Scenario = Scenario(), name: str = "") -> None:
        """Begin a scenario of a new name, like that one or `name`; empty, or like another scenario."""
        self._keep_now()
        self._trying(lambda: self._begin(self.store.keep(self.store.free_name(name or self.name), scenario), scenario))

    def rename(self, name: str) -> None:
        """Give the scenario another name."""

        def renamed() -> None:
            older, self.name = self.name, self.store.keep(name, self.scenario)
            self.store.forget(older)

        self._keep_now()
        if name in self.store.names and name != self.name:
            self.said.emit(tr("There is a scenario “{name}” already: choose another name.").format(name=name), True)
        elif name and name != self.name:
            self._trying(renamed)
        self.listed.emit()

    def delete(self) -> None:
        """Delete the scenario, and show another one."""

        def deleted() -> None:
            self.store.forget(self.name)
            left = [name for name in self.store.names if name != self.name]
            self._begin(left[0] if left else tr("Scenario 1"), self.store.scenario(left[0]) if left else Scenario())

        self._later.stop()
        self._trying(deleted)

    def _trying(self, work: Callable[[], None]) -> None:
        """Do what may fail, and say why it did."""
        try:
            work()
        except AccessError as error:
            self.said.emit(str(error), True)
            self.listed.emit()

    def _begin(self, name: str, scenario: Scenario) -> None:
        """Show a scenario by its name; all stays as it is where it no longer fits the study (:class:`InputError`)."""
        effect = self.bench.effect(scenario, self.departement)
        self.stack.clear()
        self.name, self.scenario, self.effect = name, scenario, effect
        self.said.emit("", False)
        self.changed.emit()

    def _look_again(self) -> None:
        """See what another QGIS has kept in the same folder, or that the study was run again.

        Not while a site is in the hand or a value is being written, and only after what was done here is kept.
        """
        if self.is_holding or self.is_edited() or self._later.isActive():
            self._look.start()
            return
        if read_run(self.folder).get("run") != self._run:
            self.outdated.emit()
            return
        try:
            changed = self.store.changed_elsewhere()
        except AccessError as error:
            self.said.emit(str(error), True)
            return
        theirs = self.store.scenario(self.name)
        if self.name in changed and self.name in self.store.names and theirs != self.scenario:
            self.do(tr("Changed elsewhere"), theirs)
            text = tr("Another QGIS has changed “{name}”: it is shown as it is now.")
            self.said.emit(text.format(name=self.name), True)
        elif changed:
            self.listed.emit()

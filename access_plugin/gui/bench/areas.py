"""The land that changes, drawn anew behind the scenes whenever a site was put down."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication

from ...engine.bench.area import Areas, ChangedArea
from ...engine.bench.scenario import Scenario
from ...engine.progress import Progress
from ...engine.text import tr
from ..task import EngineTask
from .session import BenchSession


class AreaWatch:
    """Asks for the areas of the scenario that is shown; while they are computed, only the last wish is kept.

    Parameters
    ----------
    session
        Whose scenario it is.
    drawn
        Called with the areas that come within the threshold and those that fall out of it.
    """

    def __init__(self, session: BenchSession, drawn: Callable[[Areas], None]) -> None:
        self._session, self._drawn = session, drawn
        self._area: ChangedArea | None = None
        self._task: EngineTask | None = None
        self._after: Callable[[], None] | None = None
        session.changed.connect(self.ask)

    @property
    def is_busy(self) -> bool:
        """Whether areas are being computed."""
        return self._task is not None

    def ask(self) -> None:
        """Draw the scenario that is shown now."""
        if self._task is None and self._after is None:
            self._task = EngineTask(tr("Accès 30: drawing areas"), self._work, self._done, silent=True)
            QgsApplication.taskManager().addTask(self._task)

    def _work(self, progress: Progress) -> tuple[Scenario, Areas]:
        bench, scenario = self._session.bench, self._session.scenario
        if self._area is None:
            self._area = ChangedArea(bench.grounds, bench.care, progress=progress)
        return scenario, self._area.changed(bench.care_of(scenario), progress=progress)

    def _done(self, task: EngineTask) -> None:
        self._task = None
        if self._after is not None:
            self._after()
        elif task.reason:
            self._session.said.emit(task.reason, True)
        elif task.result is not None and task.result[0] is not self._session.scenario:
            self.ask()
        elif task.result is not None and not self._session.is_holding:  # else it is asked for when it is put down
            self._drawn(task.result[1])

    def close(self, after: Callable[[], None]) -> None:
        """Ask for nothing any more, and call a function when nothing is computed either: roads can be closed then."""
        self._after = after
        self._session.changed.disconnect(self.ask)
        if self._task is None:
            after()
        else:
            self._task.cancel()

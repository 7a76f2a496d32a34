"""Long work behind the scenes: a function of the engine as a task of QGIS, with progress and cancel."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import QTimer

from ..engine.errors import AccessError, Cancelled
from ..engine.progress import Progress
from ..engine.proj_threads import hold_proj_context
from ..engine.text import tr


class EngineTask(QgsTask):
    """Calls a function with a ``progress`` in a thread of its own, and another one, on the main thread, when it ends.

    Parameters
    ----------
    title
        What QGIS's list of tasks says.
    work
        Called with the keyword ``progress``.
    done
        Called with the task: ``result`` is what `work` returned, or None, and ``reason`` then says why in a sentence,
        empty where it was cancelled.
    silent
        Whether QGIS says nothing when it ends.
    """

    def __init__(
        self, title: str, work: Callable[..., Any], done: Callable[["EngineTask"], None], *, silent: bool = False
    ) -> None:
        cancels = QgsTask.Flag.CanCancel
        super().__init__(title, cancels | QgsTask.Flag.Silent if silent else cancels)
        self._work: Callable[..., Any] | None = work
        self._done: Callable[[EngineTask], None] | None = done
        self.result: Any = None
        self.reason = ""
        self._is_over = False

    def run(self) -> bool:
        """Do the work, beside the main thread; return whether it ended well."""
        try:
            self.result = self._work(
                progress=Progress(
                    on_fraction=lambda fraction: self.setProgress(100 * fraction), is_cancelled=self.isCanceled
                )
            )
        except Cancelled:
            return False
        except AccessError as error:
            self.reason = str(error)
            return False
        except Exception:
            QgsMessageLog.logMessage(traceback.format_exc(), tr("Accès 30"), Qgis.MessageLevel.Critical)
            self.reason = tr("Something went wrong: the reason stands in the log “Accès 30”.")
            return False
        else:
            return True
        finally:
            hold_proj_context()

    def cancel(self) -> None:
        """Ask the work to stop."""
        if not self._is_over:  # QGIS may have deleted its part by now
            super().cancel()

    def finished(self, succeeded: bool) -> None:
        """Tell what came of it, once QGIS has put the task away."""
        self._is_over = True
        after_cleaning(self._tell)

    def _tell(self) -> None:
        done, self._done, self._work = self._done, None, None  # QGIS may keep the task
        done(self)
        self.result = None


def after_cleaning(tell: Callable[[], None]) -> None:
    """Call a function that may start a task when QGIS has put away the one that has just ended.

    It takes what has ended out of the queue once more, by an address that may be the next one's by now: such a task
    would wait for ever (QgsTaskManager, seen in 3.40 on a busy machine).
    """
    QTimer.singleShot(0, tell)

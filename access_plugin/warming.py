"""Gets the compiled loops ready behind the scenes when QGIS starts, so that the first run does not wait for them."""

from __future__ import annotations

import traceback

from qgis.core import Qgis, QgsMessageLog, QgsTask

from .engine.errors import Cancelled
from .engine.libraries import load
from .engine.progress import Progress
from .engine.proj_threads import hold_proj_context
from .engine.text import tr


class WarmUp(QgsTask):
    """Runs :func:`engine.warm.warm_up` in a thread of its own.

    What goes wrong stands in the log, and changes no result.
    """

    def __init__(self) -> None:
        super().__init__(tr("Accès 30: getting ready"), QgsTask.Flag.CanCancel | QgsTask.Flag.Silent)
        self.succeeded: bool | None = None  # not known yet

    def run(self) -> bool:
        try:
            load()
            from .engine.warm import warm_up

            warm_up(
                progress=Progress(
                    on_fraction=lambda fraction: self.setProgress(100 * fraction), is_cancelled=self.isCanceled
                )
            )
        except Cancelled:
            return False
        except Exception:  # a fault here must not reach the user's work
            QgsMessageLog.logMessage(traceback.format_exc(), "Accès 30", Qgis.MessageLevel.Warning)
            return False
        else:
            return True
        finally:
            hold_proj_context()

    def finished(self, result: bool) -> None:
        """Note on the main thread how it ended."""
        self.succeeded = result

"""Runs on the main thread what belongs there: layouts, and the project that is open."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal


class _Call(QObject):
    asked = pyqtSignal()

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self.work = work
        self.error: BaseException | None = None
        self.moveToThread(QCoreApplication.instance().thread())
        self.asked.connect(self.run, Qt.ConnectionType.BlockingQueuedConnection)

    def run(self) -> None:
        try:
            self.work()
        except BaseException as error:  # goes on in the thread that asked
            self.error = error


def is_main_thread() -> bool:
    """Tell whether this is the thread of the windows."""
    return QThread.currentThread() == QCoreApplication.instance().thread()


def on_main_thread(work: Callable[[], None]) -> None:
    """Run something on the main thread and wait for its end; a step of a model is run, rendering included, in another one."""
    if is_main_thread():
        work()
        return
    call = _Call(work)
    call.asked.emit()
    if call.error is not None:
        raise call.error

"""Runs on the main thread what belongs there: layers and layouts, and the project that is open."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, pyqtSignal

from ..engine.errors import Cancelled
from ..engine.progress import SILENT, Progress

Result = TypeVar("Result")
#: Seconds between two questions whether the work is cancelled; seconds that the main thread then has for what is left
#: to do.
_PAUSE_S, _GRACE_S = 0.05, 5.0


class _Call(QObject):
    asked = pyqtSignal()
    _kept: list["_Call"] = []  # until the main thread has done with them

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self.work, self.value, self.error = work, None, None
        self.ended, self._turn, self._begun = threading.Event(), threading.Lock(), False
        self.moveToThread(QCoreApplication.instance().thread())
        self.asked.connect(self.run, Qt.ConnectionType.QueuedConnection)
        self._kept.append(self)

    def run(self) -> None:
        if self.taken():
            try:
                self.value = self.work()
            except BaseException as error:  # goes on in the thread that asked
                self.error = error
        self.work = None
        QTimer.singleShot(0, lambda: self._kept.remove(self))
        self.ended.set()

    def taken(self) -> bool:
        """Take the work, to do it or to give it up; False for who comes second."""
        with self._turn:
            first, self._begun = not self._begun, True
            return first


def is_main_thread() -> bool:
    """Tell whether this is the thread of the windows."""
    return QThread.currentThread() == QCoreApplication.instance().thread()


def on_main_thread(work: Callable[[], Result], progress: Progress = SILENT) -> Result:
    """Run something on the main thread, wait for its end and return what it returns.

    A step of a model is run in another one.

    Raises
    ------
    Cancelled
        The user asked to stop, and its turn does not come: the main thread may be waiting for this one to end.
    """
    if is_main_thread():
        return work()
    call = _Call(work)
    call.asked.emit()
    until = None
    while not call.ended.wait(_PAUSE_S):
        try:
            progress.check()
        except Cancelled:
            until = until or time.monotonic() + _GRACE_S
            if time.monotonic() > until and call.taken():
                raise
    if call.error is not None:
        raise call.error
    return call.value

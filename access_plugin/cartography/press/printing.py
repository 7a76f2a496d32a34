"""Prints pages in processes of their own.

The window stays free, a cancel ends them at once, and several print side by side.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import QgsApplication, QgsProject

from ...engine.errors import InputError
from ...engine.progress import Progress
from ...engine.python_program import Process, started
from ...engine.text import language, tr
from .export import PageFile, unwritten, write_file

#: Processes at most: each takes the memory of a QGIS of its own. Files that are worth one more.
_MOST, _FILES_EACH = 4, 4
#: Seconds between two questions whether the work is cancelled.
_PAUSE_S = 0.1


def print_files(
    project: QgsProject,
    path: Path,
    files: Sequence[PageFile],
    *,
    on_main: Callable[[Callable], object],
    progress: Progress,
) -> None:
    """Write files of pages from a project that was saved.

    Where no process can be started, which is said, from the one that is open, on the main thread.

    Raises
    ------
    Cancelled
        The user asked to stop; no process is left then.
    InputError
        One of them could not be written, or not to its end.
    """
    waiting = list(files)
    with _Printers(path, min(_MOST, os.cpu_count() or 1, -(-len(files) // _FILES_EACH))) as printers:
        while len(waiting) + printers.busy:
            progress.at(1.0 - (len(waiting) + printers.busy) / len(files))
            printers.hand_out(waiting)
            if not printers.alive:
                break
            printers.wait()
    if waiting:
        progress.warn(
            tr(
                "No process of QGIS could be started for the pages: they are drawn in this one, whose window "
                "does not answer while a page is drawn."
            )
        )
    for place, file in enumerate(waiting):
        progress.at(1.0 - (len(waiting) - place) / len(files))
        on_main(lambda file=file: write_file(project, file))


class _Printers:
    """Processes that print, each one file at a time; to be used in a ``with`` block, at the end of which they end."""

    def __init__(self, path: Path, number: int) -> None:
        self._answers: queue.Queue = queue.Queue()
        self._tasks: dict[Process, PageFile | None] = {}  # of each process that answers; the others are still starting
        self._all = [process for process in (self._start(path) for _ in range(number)) if process is not None]
        self.alive = len(self._all)

    def __enter__(self) -> "_Printers":
        return self

    def __exit__(self, *error) -> None:
        for process in self._all:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError, ValueError):  # what was not written yet is for nobody any more
                    pipe.close()

    @property
    def busy(self) -> int:
        """How many files are being written."""
        return sum(file is not None for file in self._tasks.values())

    def hand_out(self, waiting: list[PageFile]) -> None:
        """Give the next files to the processes that are free."""
        for process, file in list(self._tasks.items()):
            if file is None and waiting:
                self._tasks[process] = waiting.pop(0)
                _tell(process, vars(self._tasks[process]))

    def wait(self) -> None:
        """Take the next answer, if there is one soon.

        The file of a process that has died is an error; one that never began is no loss.
        """
        try:
            process, answer = self._answers.get(timeout=_PAUSE_S)
        except queue.Empty:
            return
        if answer is None:
            self.alive -= 1
            file = self._tasks.pop(process, None)
            if file is not None:
                raise unwritten(Path(file.path), tr("the process that draws it has stopped"))
            return
        if "failed" in answer:
            raise InputError(answer["failed"])
        self._tasks[process] = None

    def _start(self, path: Path) -> Process | None:
        folders = [folder for folder in sys.path if os.path.isabs(folder)]
        process = started(
            f"import sys; sys.path[:0] = {folders!r}; from {__package__}.print_process import main; main()"
        )
        if process is not None:
            application = QgsApplication.instance()
            folders = {
                "prefix": application.prefixPath(),
                "plugins": application.libraryPaths(),
                "profile": application.qgisSettingsDirPath(),
            }
            _tell(
                process,
                {"project": str(path), "language": language(), "platform": application.platformName()} | folders,
            )
            threading.Thread(target=_listen, args=(process, self._answers), daemon=True).start()
        return process


def _tell(process: Process, what: dict) -> None:
    with contextlib.suppress(OSError):  # it has died: whoever listens to it says so
        process.stdin.write(json.dumps(what).encode() + b"\n")
        process.stdin.flush()


def _listen(process: Process, answers: queue.Queue) -> None:
    """Put each answer of a process into the queue, and None when it has ended."""
    with contextlib.suppress(OSError, ValueError):
        for line in process.stdout:
            answers.put((process, json.loads(line)))
    answers.put((process, None))

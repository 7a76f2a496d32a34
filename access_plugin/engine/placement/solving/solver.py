"""The exact solver, HiGHS, in a process of its own that a cancel ends at once."""

from __future__ import annotations

import contextlib
import queue
import threading
import zipfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import numpy
import scipy

from ...progress import Progress
from ...python_program import Process, started
from ...text import tr
from . import solver_process

if TYPE_CHECKING:
    from .solver_process import Programme, Solution

#: Seconds between two questions whether the work is cancelled; seconds that the process may take beyond its time limit.
_PAUSE_S, _GRACE_S = 0.1, 10.0
#: Whether a problem was solved, and the solution; None when the process has ended.
Answers = queue.Queue[tuple[bool, Any, Any] | None]
#: Where no process can be started, HiGHS runs here and answers no cancel: no longer than this.
_HERE_S = 10.0


class Solver:
    """Solves mixed-integer problems; to be used in a ``with`` block, at the end of which its process ends.

    The process starts with the first problem.
    """

    def __init__(self) -> None:
        self._process: Process[bytes] | None = None
        self._answers: Answers = queue.Queue()
        self._told = False

    def __enter__(self) -> "Solver":
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process, self._answers = self._process, None, queue.Queue()
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError, ValueError):  # what was not written yet is for nobody any more
                if pipe is not None:
                    pipe.close()

    def solve(self, problem: Programme, seconds: float, progress: Progress) -> Solution:
        """Solve what :func:`solver_process.solve` takes, and return what it returns.

        Raises
        ------
        Cancelled
            The user asked to stop; the process has ended then.
        """
        if self._process is None and not self._start():
            progress.warn(
                tr(
                    "No Python program was found beside QGIS: the solver runs inside it, for {seconds:g} "
                    "{seconds:second|seconds} at most, and answers no cancel meanwhile."
                ).format(seconds=_HERE_S)
            )
            return solver_process.solve(*problem, min(seconds, _HERE_S))
        waited = 0.0
        try:
            pipe = cast("IO[bytes]", cast("Process[bytes]", self._process).stdin)
            solver_process.send(pipe, *solver_process.flat(problem, seconds))
            while waited < seconds + _GRACE_S:
                progress.check()
                try:
                    answer = self._answers.get(timeout=_PAUSE_S)
                except queue.Empty:
                    waited += _PAUSE_S
                    continue
                if answer is not None:
                    return answer
                break  # the process has died
        except OSError:  # a broken pipe, or an invalid argument on Windows
            pass
        except BaseException:
            self.stop()
            raise
        self.stop()
        if not self._told:
            progress.warn(
                tr(
                    "The solver beside QGIS has stopped or does not answer: the answer is the best that was "
                    "found, without a proof."
                )
            )
            self._told = True
        return False, None, None

    def _start(self) -> bool:
        folders = list(dict.fromkeys(str(Path(str(module.__file__)).parent.parent) for module in (numpy, scipy)))
        code = (
            f"import runpy, sys; sys.path[:0] = {folders!r}; runpy.run_path({solver_process.__file__!r}, "
            "run_name='__main__')"
        )
        self._process = started(code)
        if self._process is None:
            return False
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()
        return True


def _listen(pipe: IO[bytes], answers: Answers) -> None:
    """Put each answer into the queue, and None when the process has ended."""
    try:
        while True:
            finished, *found = solver_process.receive(pipe)
            answers.put((bool(finished), *found, *[None] * (2 - len(found))))
    except (EOFError, OSError, ValueError, zipfile.BadZipFile):
        answers.put(None)

"""The exact solver, HiGHS, in a process of its own that a cancel ends at once."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess  # nosec B404
import sys
import threading
import zipfile
from pathlib import Path

import numpy
import scipy

from ...progress import Progress
from ...text import tr
from . import solver_process

#: Seconds between two questions whether the work is cancelled; seconds that the process may take beyond its time limit.
_PAUSE_S, _GRACE_S = 0.1, 10.0
#: Where no process can be started, HiGHS runs here and answers no cancel: no longer than this.
_HERE_S = 10.0


def python_program() -> str:
    """Return the Python that can run beside this one: QGIS's own program is none; empty when there is none."""
    names = ("python3", "python", "python3.exe", "python.exe")
    beside = [str(Path(sys.executable).parent)] if sys.executable else []
    folders = [Path(folder) for folder in dict.fromkeys((sys.exec_prefix, sys.base_exec_prefix, *beside))]
    known = [Path(sys.executable)] if sys.executable and Path(sys.executable).name.lower().startswith("python") else []
    known += [folder / part / name for folder in folders for part in ("", "bin") for name in names]
    return next((str(path) for path in known if path.is_file()), "")


class Solver:
    """Solves mixed-integer problems; to be used in a ``with`` block, at the end of which its process ends.

    The process starts with the first problem.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen | None = None
        self._answers: queue.Queue = queue.Queue()
        self._told = False

    def __enter__(self) -> "Solver":
        return self

    def __exit__(self, *error) -> None:
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
                pipe.close()

    def solve(self, problem: tuple, seconds: float, progress: Progress) -> tuple[bool, numpy.ndarray | None]:
        """Solve what :func:`solver_process.solve` takes.

        Raises
        ------
        Cancelled
            The user asked to stop; the process has ended then.
        """
        if self._process is None and not self._start():
            progress.warn(tr("No Python program was found beside QGIS: the solver runs inside it, for {seconds:g} {seconds:second|seconds} at most, and answers no cancel meanwhile.").format(seconds=_HERE_S))
            return solver_process.solve(*problem, min(seconds, _HERE_S))
        waited = 0.0
        try:
            solver_process.send(self._process.stdin, *solver_process.flat(problem, seconds))
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
            progress.warn(tr("The solver beside QGIS has stopped or does not answer: the answer is the best that was found, without a proof."))
            self._told = True
        return False, None

    def _start(self) -> bool:
        program = python_program()
        if not program:
            return False
        folders = list(dict.fromkeys(str(Path(module.__file__).parent.parent) for module in (numpy, scipy)))
        code = f"import runpy, sys; sys.path[:0] = {folders!r}; runpy.run_path({solver_process.__file__!r}, run_name='__main__')"
        hidden = {"creationflags": subprocess.CREATE_NO_WINDOW} if os.name == "nt" else {}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        try:
            # no shell, and nothing of the user's in it: the program is this Python's own, the code the line above
            # -P, and no folder that depends on where one stands: a file of the working folder that is named like a module of Python is not run
            self._process = subprocess.Popen([program, "-P", "-c", code], env=_environment(), **pipes, **hidden)  # nosec B603
        except OSError:
            return False
        threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()
        return True


def _environment() -> dict[str, str]:
    """Return this process's environment without the folders of PYTHONPATH that are not whole paths."""
    kept = [folder for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if os.path.isabs(folder)]
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | ({"PYTHONPATH": os.pathsep.join(kept)} if kept else {})


def _listen(pipe, answers: queue.Queue) -> None:
    """Put each answer into the queue, and None when the process has ended."""
    try:
        while True:
            finished, *solution = solver_process.receive(pipe)
            answers.put((bool(finished), solution[0] if solution else None))
    except (EOFError, OSError, ValueError, zipfile.BadZipFile):
        answers.put(None)

"""The Python that can run beside this one, and what a process started with it may see."""

from __future__ import annotations

import os
import subprocess  # nosec B404
import sys
from pathlib import Path
from typing import Any

Process = subprocess.Popen


def python_program() -> str:
    """Return the Python that can run beside this one: QGIS's own program is none; empty when there is none."""
    names = ("python3", "python", "python3.exe", "python.exe")
    beside = [str(Path(sys.executable).parent)] if sys.executable else []
    folders = [Path(folder) for folder in dict.fromkeys((sys.exec_prefix, sys.base_exec_prefix, *beside))]
    known = [Path(sys.executable)] if sys.executable and Path(sys.executable).name.lower().startswith("python") else []
    known += [folder / part / name for folder in folders for part in ("", "bin") for name in names]
    return next((str(path) for path in known if path.is_file()), "")


def started(code: str) -> Process[bytes] | None:
    """Start a process that runs some lines of Python, with pipes to it and from it and no window.

    None where that cannot be done.

    No file of the folder that one stands in is run in place of a module of the same name.
    """
    program = python_program()
    if not program:
        return None
    hidden: dict[str, Any] = {}
    if sys.platform == "win32":
        hidden["creationflags"] = subprocess.CREATE_NO_WINDOW
    try:
        # no shell, and nothing of the user's in it: the program is this Python's own, the code that of the caller
        return Process(
            [program, "-P", "-c", code],
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **hidden,
        )  # nosec B603
    except OSError:
        return None


def _environment() -> dict[str, str]:
    """Return this process's environment without the folders of PYTHONPATH that are not whole paths."""
    kept = [folder for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep) if os.path.isabs(folder)]
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | (
        {"PYTHONPATH": os.pathsep.join(kept)} if kept else {}
    )

"""Nothing lost by a second run: the mark of a run, and the copy of a study whose project a person has changed."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import uuid
import zlib
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..file_names import FIGURES_FOLDER, INPUTS, OWN_NETWORK, PROJECT, RESULTS, RUN, SCENARIOS, STUDY_FILES
from ..files import cause, sha256
from ..json_text import parsed
from ..text import tr

#: What a study makes in its folder.
OWN = (*STUDY_FILES, RUN, FIGURES_FOLDER, INPUTS, OWN_NETWORK, SCENARIOS)
#: Endings of QGIS projects.
_PROJECTS = (".qgz", ".qgs")


def new_run() -> str:
    """Return a mark that no other run bears."""
    return uuid.uuid4().hex


def seal(folder: Path) -> None:
    """Write into ``run.json`` by which the project that was just made is known again."""
    run = json.loads((folder / RUN).read_text(encoding="utf-8"))
    write_run(folder, run | {"project": sha256(folder / PROJECT)})


def write_run(folder: Path, run: dict[str, Any]) -> None:
    """Write ``run.json``, with a check sum of the record."""
    run = run | ({"record_sum": record_sum(run["record"])} if "record" in run else {})
    (folder / RUN).write_text(json.dumps(run, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def record_sum(record: dict[str, Any]) -> str:
    """Return a check sum (CRC-32) of what a record says."""
    return f"{zlib.crc32(json.dumps(record, ensure_ascii=False, sort_keys=True).encode()):08x}"


def read_run(folder: Path) -> dict[str, Any]:
    """Return what ``run.json`` says; nothing where there is none that can be read."""
    try:
        run = parsed((folder / RUN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return run if isinstance(run, dict) else {}


def changed_projects(folder: Path) -> list[Path]:
    """Return the projects in a study's folder that a person has changed or put there."""
    sealed = read_run(folder).get("project")
    found = [path for path in sorted(folder.glob("*")) if path.suffix.lower() in _PROJECTS and path.is_file()]
    return (
        [path for path in found if path.name != PROJECT or sha256(path) != sealed]
        if (folder / RESULTS).is_file()
        else []
    )


def keep_beside(folder: Path, now: datetime.datetime | None = None) -> Path:
    """Copy a study beside itself, under its name and the date, and return the copy.

    Its project goes on showing its own results, and its run replays into it.

    Raises
    ------
    InputError
        The copy cannot be written; nothing of it is left.
    """
    stamp = (now or datetime.datetime.now()).strftime("%Y-%m-%d %Hh%M")
    copy, number = folder.with_name(f"{folder.name} ({stamp})"), 1
    while copy.exists():
        number += 1
        copy = folder.with_name(f"{folder.name} ({stamp}, {number})")
    projects = [path.name for path in folder.iterdir() if path.suffix.lower() in _PROJECTS]
    try:
        copy.mkdir()
        for name in sorted({*OWN, *projects}):
            if (folder / name).is_dir():
                shutil.copytree(folder / name, copy / name)
            elif (folder / name).is_file():
                shutil.copy2(folder / name, copy / name)
        _replays_here(folder, copy)
    except OSError as error:
        shutil.rmtree(copy, ignore_errors=True)
        text = tr(
            "The study in {folder} was to be kept beside it, since its project was changed, and cannot be "
            "({reason}): it stays as it is. Free some space, or choose another folder."
        )
        raise InputError(text.format(folder=folder, reason=cause(error))) from None
    return copy


def _replays_here(folder: Path, copy: Path) -> None:
    """Have the ``run.json`` of a copy name the copy's own files and folder.

    It must not name those of the run that takes the first one's place.
    """
    run, before = read_run(copy), str(folder.resolve())
    if isinstance(run.get("inputs"), dict):
        inputs = {
            name: str(copy.resolve()) + value[len(before) :]
            if isinstance(value, str) and (value == before or value.startswith(before + os.sep))
            else value
            for name, value in run["inputs"].items()
        }
        write_run(copy, run | {"inputs": inputs})

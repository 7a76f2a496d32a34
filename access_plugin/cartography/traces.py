"""What a project file tells of the machine it was made on, taken out of it before it is handed on."""

from __future__ import annotations

import html
import os
import re
import zipfile
from pathlib import Path

#: Who saved it, in the first element of the file; QGIS itself leaves that out where its users ask it to.
_SAVED_BY = re.compile(r'\ssaveUser(?:Full)?="[^"]*"')
#: Of so many characters the first element is one.
_HEAD = 4000


def without_traces(project: Path, study: Path) -> None:
    """Take out of a packed project the login of whoever saved it, and the folders of this machine.

    Layouts name the layers of a map by where they lay when the map was made, whatever the project says of its paths;
    those in the folder of the study get the way from the project to them.
    """
    with zipfile.ZipFile(project) as packed:
        members = {member: packed.read(member) for member in packed.infolist()}
    with zipfile.ZipFile(project, "w", zipfile.ZIP_DEFLATED) as packed:
        for member, content in members.items():
            if member.filename.lower().endswith(".qgs"):
                content = _cleaned(content.decode("utf-8"), project.parent, study).encode("utf-8")
            packed.writestr(member.filename, content)


def _cleaned(text: str, home: Path, study: Path) -> str:
    text = _SAVED_BY.sub("", text[:_HEAD]) + text[_HEAD:]
    for folder in {home, study, home.resolve(), study.resolve()}:
        try:
            way = Path(os.path.relpath(folder, home)).as_posix()
        except ValueError:  # on Windows, on another disk
            continue
        here = "./" if way == "." else f"{way}/"
        text = text.replace(f'source="{_in_xml(folder.as_posix())}/', f'source="{_in_xml(here)}')
    return text


def _in_xml(text: str) -> str:
    return html.escape(text, quote=False)

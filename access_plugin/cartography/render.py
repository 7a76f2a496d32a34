"""From a computed study to the files that a person opens. The only step that must run on the main thread."""

from __future__ import annotations

from pathlib import Path

from ..engine.study import Study
from .map_layout import MapLayout
from .method_note import method_note
from .project import StudyProject
from .wording import Wording

PROJECT = "study.qgz"
FIGURES = "figures"


def render_study(study: Study, folder: Path, *, language: str, version: str) -> None:
    """Write the method note, the project and the map of a study whose results lie in `folder`."""
    wording = Wording(study, language, version)
    (folder / "method.md").write_text(method_note(wording), encoding="utf-8")
    (folder / FIGURES).mkdir(exist_ok=True)
    opened = StudyProject(wording, folder)
    try:
        layout = MapLayout(opened)
        opened.save(folder / PROJECT)
        name = {"fr": "carte", "en": "map"}[language]
        layout.export(folder / FIGURES / f"{name}.png", folder / FIGURES / f"{name}.pdf")
    finally:
        opened.close()

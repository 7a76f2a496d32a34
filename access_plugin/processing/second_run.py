"""A study into a folder that holds one already.

What a person has changed there is kept, and a project that is open goes on showing its own results.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsDataProvider, QgsProject

from ..engine.study.kept import changed_projects, keep_beside
from ..engine.text import listed, tr


def keep_previous(folder: Path, progress) -> Path | None:
    """Copy the study that a folder holds beside it where a person has changed its project; return the copy.

    The project was changed in a file or in the window; None is returned where nothing had to be kept.
    """
    project = QgsProject.instance()
    changed, unsaved = changed_projects(folder), project.isDirty() and shows(project, folder)
    if not changed and not unsaved:
        return None
    copy = keep_beside(folder)
    if changed:
        text = tr(
            "The folder {folder} held a study whose project you have changed ({projects}): it was kept, with its "
            "own results, in {copy}."
        )
        progress.warn(text.format(folder=folder, projects=listed(path.name for path in changed), copy=copy))
    if shows(project, folder):
        _follow(project, folder, copy)
        progress.warn(
            tr("The project that is open shows the study as it was: it now belongs to {copy}.").format(copy=copy)
        )
    return copy


def shows(project: QgsProject, folder: Path) -> bool:
    """Tell whether a project is the one of a folder, or shows its results."""
    return _inside(project.fileName(), folder) or any(
        _inside(layer.source(), folder) for layer in project.mapLayers().values()
    )


def _inside(source: str, folder: Path) -> bool:
    return bool(source) and folder.resolve() in Path(source.split("|", maxsplit=1)[0]).resolve().parents


def _follow(project: QgsProject, folder: Path, copy: Path) -> None:
    """Have the layers of a project, and its file, go on in the copy of their folder."""
    for layer in project.mapLayers().values():
        path, bar, rest = layer.source().partition("|")
        if _inside(path, folder):
            there = copy / Path(path).resolve().relative_to(folder.resolve())
            if there.is_file():
                layer.setDataSource(
                    str(there) + bar + rest, layer.name(), layer.providerType(), QgsDataProvider.ProviderOptions()
                )
    if _inside(project.fileName(), folder):
        project.setFileName(str(copy / Path(project.fileName()).name))
        project.setDirty(True)

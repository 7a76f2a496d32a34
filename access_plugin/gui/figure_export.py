"""A figure of a study as files elsewhere: printed from its layout where the study is open, else as it was drawn."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject

from ..cartography.press.export import PageFile
from ..cartography.press.printing import print_files
from ..engine.drafts import draft_in, publish
from ..engine.errors import InputError
from ..engine.file_names import RUN
from ..engine.files import writable_folder
from ..engine.progress import Progress
from ..engine.study.kept import read_run
from ..engine.text import tr
from ..processing.main_thread import on_main_thread

#: What goes beside a page: its data, and what a screen reader says.
_TEXTS = (".csv", ".txt")


def export_of(figure: Path, target: Path, project: QgsProject | None) -> Callable[..., Path]:
    """Return what writes a figure into a folder, called with ``progress``; it returns the folder.

    To be asked for on the main thread: the layouts are those that the project has now, saved or not.

    Parameters
    ----------
    figure
        The picture that lies in the study's folder.
    project
        The project of the study, where it is open and has a layout of this name.
    """
    copy = None if project is None else _copy_of(project)
    dpi = 0 if project is None else int(project.layoutManager().layoutByName(figure.stem).renderContext().dpi())
    title = "" if project is None else project.title()

    def work(progress: Progress) -> Path:
        try:
            if not target.is_dir():
                raise InputError(
                    tr("The folder {path} does not exist. Create it or choose another one.").format(path=target)
                )
            writable_folder(target)
            with draft_in(target) as draft:
                texts = [figure.with_suffix(suffix) for suffix in _TEXTS]
                drawn = [] if copy else [figure.with_suffix(suffix) for suffix in (".png", ".pdf", ".svg")]
                for path in (path for path in (*texts, *drawn) if path.is_file()):
                    shutil.copyfile(path, draft / path.name)
                if copy is not None:
                    spoken = str(read_run(_study_of(figure)).get("inputs", {}).get("LANGUAGE") or "fr")
                    files = [
                        PageFile(str(draft / f"{figure.stem}{suffix}"), (figure.stem,), dpi, False, title, spoken)
                        for suffix in (".pdf", ".png", ".svg")
                    ]
                    print_files(
                        project,
                        copy,
                        files,
                        on_main=lambda work: on_main_thread(work, progress),
                        progress=progress,
                    )
                progress.check()
                publish(draft)
        finally:
            if copy is not None:
                shutil.rmtree(copy.parent, ignore_errors=True)
        return target

    return work


def _study_of(figure: Path) -> Path:
    return next((folder for folder in figure.parents if (folder / RUN).is_file()), figure.parent)


def _copy_of(project: QgsProject) -> Path:
    """Write the project, with changes that are not saved, beside the temporary files; it stays what it was."""
    name, changed = project.fileName(), project.isDirty()
    path = Path(tempfile.mkdtemp(prefix="access30-export-")) / Path(name).name
    written = project.write(str(path))
    project.setFileName(name)
    project.setDirty(changed)
    if not written:
        shutil.rmtree(path.parent, ignore_errors=True)
        raise InputError(
            tr("The file {path} cannot be written ({reason}). Free some space, or choose another folder.").format(
                path=path, reason=project.error()
            )
        )
    return path

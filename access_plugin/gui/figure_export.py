"""A figure of a study as files elsewhere: printed from its layout where the study is open, else as it was drawn."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ..cartography.press.export import PageFile, write_file
from ..cartography.press.printing import print_files
from ..engine.drafts import draft_in, publish
from ..engine.errors import InputError
from ..engine.file_names import FIGURES_FOLDER, RUN
from ..engine.files import writable_folder
from ..engine.progress import Progress
from ..engine.study.kept import read_run
from ..engine.text import tr
from ..processing.main_thread import on_main_thread

#: What goes beside a page: its data, and what a screen reader says; and the page itself.
#: Seconds between the pictures of a run and its project.
_AT_ONCE_S = 1.0
_TEXTS, _PAGES = (".csv", ".txt"), (".png", ".pdf", ".svg")


def drawn_folder(study: Path) -> Path:
    """Return the folder of the figures that were drawn after the study, which its project has no layouts of."""
    return study / tr("drawn figures")


def project_of(figure: Path) -> Path | None:
    """Return the project with the page of a figure that was drawn after its study; None where it has none."""
    folder = figure.parent.parent if figure.stem.startswith(f"{figure.parent.name}-") else figure.parent  # of an atlas
    names = (figure.stem, figure.stem.partition("-")[0], FIGURES_FOLDER)
    found = [path for name in names if (path := folder / f"{name}.qgz").is_file()]
    # one that is older than the picture is of a run before the one that drew it
    return next((path for path in found if path.stat().st_mtime >= figure.stat().st_mtime - _AT_ONCE_S), None)


def layout_of(figure: Path, study: Path, project: QgsProject):
    """Return the layout of a figure; None where there is none.

    That is where its project, the study's or its own, is not open or has none of that name, or where the figure of a
    study was drawn anew: then it is another page than the layout.
    """
    name = project.fileName()
    if name and drawn_folder(study) in figure.parents:
        own = project_of(figure)
        same = own is not None and own.resolve() == Path(name).resolve()
        return project.layoutManager().layoutByName(figure.stem) if same else None
    if not name or Path(name).parent.resolve() != study.resolve() or study / FIGURES_FOLDER not in figure.parents:
        return None
    try:
        later = figure.stat().st_mtime > (study / RUN).stat().st_mtime + 1.0
    except OSError:  # one of them is gone: whoever copies the figure says so
        later = True
    return None if later else project.layoutManager().layoutByName(figure.stem)


class FigureExport:
    """Writes a figure into a folder.

    To be made on the main thread: the layout is what the project shows now, saved or not.

    Parameters
    ----------
    figure
        The picture that lies in the study's folder.
    layout
        Its layout in the project that is open; None to copy the files.
    """

    def __init__(self, figure: Path, study: Path, target: Path, layout=None) -> None:
        self.figure, self.target = figure, target
        self._project = None if layout is None else QgsProject.instance()
        self._copy = None if layout is None or _has_loose_layers(self._project) else _copy_of(self._project)
        self._pages: list[PageFile] = []
        if layout is not None:
            look = int(layout.renderContext().dpi()), False, self._project.title(), language_of(study)
            self._pages = [PageFile(f"{figure.stem}{suffix}", (figure.stem,), *look) for suffix in _PAGES]

    def work(self, progress: Progress) -> list[str]:
        """Write the files, and return their names.

        Raises
        ------
        InputError
            The folder is missing or closed, or a page cannot be written; nothing is left then.
        """
        if not self.target.is_dir():
            text = tr("The folder {path} does not exist. Create it or choose another one.")
            raise InputError(text.format(path=self.target))
        if not self.figure.is_file():
            raise InputError(tr("The figure {path} is no longer there: draw it anew.").format(path=self.figure))
        writable_folder(self.target)
        with draft_in(self.target) as draft:
            for suffix in _TEXTS if self._pages else (*_TEXTS, *_PAGES):
                if self.figure.with_suffix(suffix).is_file():
                    shutil.copyfile(self.figure.with_suffix(suffix), draft / f"{self.figure.stem}{suffix}")
            self._print(draft, progress)
            progress.check()
            names = sorted(path.name for path in draft.iterdir() if not path.name.startswith("."))
            publish(draft)
        return names

    def _print(self, draft: Path, progress: Progress) -> None:
        pages = [PageFile(**vars(page) | {"path": str(draft / page.path)}) for page in self._pages]
        if self._copy is not None:
            print_files(
                self._project, self._copy, pages, on_main=lambda work: on_main_thread(work, progress), progress=progress
            )
        else:  # another process sees no layer in memory and no edit that is not saved
            for page in pages:
                on_main_thread(lambda page=page: write_file(self._project, page), progress)

    def close(self) -> None:
        """Leave nothing behind."""
        if self._copy is not None:
            shutil.rmtree(self._copy.parent, ignore_errors=True)


def _has_loose_layers(project: QgsProject) -> bool:
    layers = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    return any(layer.providerType() == "memory" or layer.isModified() for layer in layers)


def language_of(study: Path) -> str:
    """Return the language of a study's results."""
    return str(read_run(study).get("inputs", {}).get("LANGUAGE") or "fr")


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

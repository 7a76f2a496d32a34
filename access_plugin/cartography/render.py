"""From the tables of a study to the files that a person opens. The only step that must run on the main thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..engine.defaults import FIGURES
from ..engine.errors import InputError
from ..engine.file_names import FIGURES_FOLDER, NOTE, NOTE_PAGE, PROJECT
from ..engine.markdown import as_page
from ..engine.progress import SILENT, Progress
from ..engine.study.folder import StudyFolder
from .method_note import method_note
from .press.catalogue import file_name, sheets_of
from .press.export import write_pages
from .press.facts import Facts, Options
from .press.page import FONTS, LAYOUTS, Page
from .project import StudyProject
from .wording import Wording


@dataclass(frozen=True)
class Press:
    """How figures are made: pages, folders of templates (the first that has one counts), logos by their slot, fonts, and what the person chose."""

    form: str = "A4"
    folders: Sequence[Path] = (LAYOUTS,)
    logos: dict[str, Path] = field(default_factory=dict)
    fonts: Sequence[str] = FONTS
    options: Options = Options()


def render_study(folder: Path, language: str, figures: Sequence[str] = FIGURES, press: Press = Press(), *, say: Callable[[str], None] = lambda text: None, progress: Progress = SILENT) -> None:
    """Write the method note (Markdown, and HTML for the browser), the project with a layout for every page, and those of the figures that the study gives; what it does not give is said."""
    study = StudyFolder(folder)
    wording = Wording(study, language)
    note = method_note(wording)
    (folder / NOTE).write_text(note, encoding="utf-8")
    (folder / NOTE_PAGE).write_text(as_page(note, wording.title(), language), encoding="utf-8")
    (folder / FIGURES_FOLDER).mkdir(exist_ok=True)
    opened = StudyProject(wording)
    try:
        drawn = draw_figures(study, opened, figures, folder / FIGURES_FOLDER, language, press, refused=say, progress=progress)
        for page in drawn:
            opened.project.layoutManager().addLayout(page.layout)
        opened.save(folder / PROJECT)
    finally:
        opened.close()


def render_figures(folder: Path, figures: Sequence[str], out: Path, language: str, press: Press, *, say: Callable[[str], None] | None = None, progress: Progress = SILENT) -> None:
    """Write some figures of a study into a folder.

    Raises
    ------
    InputError
        One of them cannot, or must not, be drawn, and no `say` takes the reason.
    """
    study = StudyFolder(folder)
    opened = StudyProject(Wording(study, language))
    try:
        draw_figures(study, opened, figures, out, language, press, refused=say, progress=progress)
    finally:
        opened.close()


def draw_figures(
    study: StudyFolder, opened: StudyProject, figures: Sequence[str], out: Path, language: str, press: Press, *, refused: Callable[[str], None] | None = None, progress: Progress = SILENT,
) -> list[Page]:  # fmt: skip
    """Draw and write figures, and return their pages. What cannot be drawn goes to `refused` as a sentence, or is raised."""
    facts, drawn = Facts(study, language, press.options), []
    for number, figure in enumerate(figures):
        part, pages = progress.part(number / len(figures), (number + 1) / len(figures)), []
        part.at(0.0)
        try:
            sheets = sheets_of(figure, facts)
            for place, sheet in enumerate(sheets):
                part.at(0.4 * place / len(sheets))
                pages.append(Page(opened, sheet, press.form, folders=press.folders, logos=press.logos, fonts=press.fonts))
        except InputError as error:
            if refused is None:
                raise
            refused(str(error))
            continue
        into = out / file_name(figure, language) if figure == "atlas" else out
        into.mkdir(parents=True, exist_ok=True)
        write_pages(pages, into, file_name(figure, language), progress=part.part(0.4, 1.0))
        drawn += pages
    return drawn

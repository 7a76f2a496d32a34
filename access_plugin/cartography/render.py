"""From the tables of a study to the files that a person opens.

Layers and layouts are made on the main thread, page by page; all else can run in another.
"""

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
from .press.export import files_of, write_texts
from .press.facts import Facts, Options
from .press.page import FONTS, Page
from .press.printing import print_files
from .press.templates import LAYOUTS
from .project import StudyProject
from .wording import Wording


@dataclass(frozen=True)
class Press:
    """How figures are made: pages, folders of templates (the first that has one counts), logos by their slot, fonts,
    and what the person chose.
    """

    form: str = "A4"
    folders: Sequence[Path] = (LAYOUTS,)
    logos: dict[str, Path] = field(default_factory=dict)
    fonts: Sequence[str] = FONTS
    options: Options = Options()


def _here(work: Callable):
    return work()


def render_study(
    folder: Path,
    language: str,
    figures: Sequence[str] = FIGURES,
    press: Press = Press(),
    *,
    say: Callable[[str], None] = lambda text: None,
    progress: Progress = SILENT,
    on_main: Callable[[Callable], object] = _here,
) -> None:
    """Write the method note (Markdown, and HTML for the browser), the project with a layout for every page, and those
    of the figures that the study gives; what it does not give is said.

    `on_main` runs a function on the main thread, and returns what it returns.
    """
    study = StudyFolder(folder, progress)
    wording = Wording(study, language)
    note = method_note(wording)
    (folder / NOTE).write_text(note, encoding="utf-8")
    (folder / NOTE_PAGE).write_text(as_page(note, wording.title(), language), encoding="utf-8")
    (folder / FIGURES_FOLDER).mkdir(exist_ok=True)
    opened = on_main(lambda: StudyProject(wording))
    try:
        draw_figures(
            study,
            opened,
            figures,
            folder / FIGURES_FOLDER,
            language,
            press,
            folder / PROJECT,
            refused=say,
            progress=progress,
            on_main=on_main,
        )
    finally:
        on_main(opened.close)


def render_figures(
    folder: Path,
    figures: Sequence[str],
    out: Path,
    language: str,
    press: Press,
    *,
    say: Callable[[str], None] | None = None,
    progress: Progress = SILENT,
    on_main: Callable[[Callable], object] = _here,
) -> None:
    """Write some figures of a study into a folder.

    Raises
    ------
    InputError
        One of them cannot, or must not, be drawn, and no `say` takes the reason.
    """
    study = StudyFolder(folder, progress)
    wording = Wording(study, language)
    opened, path = on_main(lambda: StudyProject(wording)), out / f".{PROJECT}"
    try:
        draw_figures(
            study, opened, figures, out, language, press, path, refused=say, progress=progress, on_main=on_main
        )
    finally:
        on_main(opened.close)
        path.unlink(missing_ok=True)


def draw_figures(
    study: StudyFolder,
    opened: StudyProject,
    figures: Sequence[str],
    out: Path,
    language: str,
    press: Press,
    path: Path,
    *,
    refused: Callable[[str], None] | None,
    progress: Progress,
    on_main: Callable[[Callable], object],
) -> None:
    """Make the pages of figures, save the project with their layouts, and write their files.

    What cannot be drawn goes to `refused` as a sentence, or is raised.
    """
    facts, files, composing = Facts(study, language, press.options), [], progress.part(0.0, 0.3)
    for number, figure in enumerate(figures):
        try:
            pages = _pages(
                figure,
                facts,
                opened,
                press,
                composing.part(number / len(figures), (number + 1) / len(figures)),
                on_main,
            )
        except InputError as error:
            if refused is None:
                raise
            refused(str(error))
            continue
        into = out / file_name(figure, language) if figure == "atlas" else out
        into.mkdir(parents=True, exist_ok=True)
        write_texts(pages, into)
        files += files_of(pages, into, file_name(figure, language))
        for page in pages:
            on_main(lambda page=page: opened.project.layoutManager().addLayout(page.layout))
    progress.check()
    on_main(lambda: opened.save(path))
    if files:
        print_files(opened.project, path, files, on_main=on_main, progress=progress.part(0.3, 1.0))


def _pages(
    figure: str,
    facts: Facts,
    opened: StudyProject,
    press: Press,
    progress: Progress,
    on_main: Callable[[Callable], object],
) -> list[Page]:
    """Return the pages of a figure, made one after the other on the main thread."""
    progress.at(0.0)
    sheets, pages = sheets_of(figure, facts), []
    for place, sheet in enumerate(sheets):
        progress.at(place / len(sheets))
        pages.append(
            on_main(
                lambda sheet=sheet: Page(
                    opened, sheet, press.form, folders=press.folders, logos=press.logos, fonts=press.fonts
                )
            )
        )
    return pages

"""From the tables of a study to the files that a person opens.

Layers and layouts are made on the main thread, page by page; all else can run in another.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.defaults import FIGURES
from ..engine.drafts import beside_draft
from ..engine.errors import InputError
from ..engine.file_names import FIGURES_FOLDER, INPUTS, NOTE, NOTE_PAGE, PROJECT
from ..engine.markdown import as_page
from ..engine.progress import SILENT, Progress
from ..engine.study.folder import StudyFolder
from ..engine.study.public import PublicStudy
from ..engine.text import tr
from ..engine.words import word
from .method_note import method_note
from .press.carried import carrying, mark
from .press.catalogue import file_name, sheets_of
from .press.export import files_of, write_texts
from .press.facts import Facts, Options
from .press.page import FONTS, Page
from .press.printing import print_files
from .press.sheet import NoRoom, Sheet
from .press.templates import LARGER, LAYOUTS
from .project import StudyProject
from .surroundings import draw_relief, write_surroundings
from .wording import Wording

if TYPE_CHECKING:
    import geopandas as gpd


def _here(work: Callable):
    return work()


@dataclass(frozen=True)
class Press:
    """How figures are made.

    Pages, folders of templates (the first that has one counts), logos by their slot, fonts, what the person chose, in
    which language.

    ``on_main`` runs a function on the main thread, and returns what it returns.
    """

    form: str = "A4"
    folders: Sequence[Path] = (LAYOUTS,)
    logos: dict[str, Path] = field(default_factory=dict)
    fonts: Sequence[str] = FONTS
    options: Options = Options()
    language: str = "fr"
    on_main: Callable[[Callable], object] = _here


@dataclass(frozen=True)
class Ground:
    """What lies behind the maps of a study: relief, lakes and rivers.

    The relief is that of an elevation model (its path; empty for none); lakes and rivers are as
    :func:`network.water.water_of` gives them.
    """

    dem: str = ""
    water: gpd.GeoDataFrame | None = None


def render_study(
    folder: Path,
    figures: Sequence[str] = FIGURES,
    press: Press = Press(),
    *,
    ground: Ground = Ground(),
    previous: Path | None = None,
    say: Callable[[str], None] = lambda text: None,
    progress: Progress = SILENT,
) -> None:
    """Write the method note, what lies around the area, the project, and those of the figures that the study gives.

    The note is Markdown, and HTML for the browser; the project has a layout for every page. What the study does not
    give is said. `ground` lies behind all maps, `previous` is the project of an earlier run, whose pages a person has
    changed.
    """
    study = StudyFolder(folder, progress)
    wording = Wording(study, press.language)
    note = method_note(wording)
    (folder / NOTE).write_text(note, encoding="utf-8")
    (folder / NOTE_PAGE).write_text(as_page(note, wording.title(), press.language), encoding="utf-8")
    (folder / FIGURES_FOLDER).mkdir(exist_ok=True)
    write_surroundings(study, say, progress, ground.water)
    if ground.dem:
        progress.aside(draw_relief, study, ground.dem)  # a fine model of a région is read for some seconds
    press = dataclasses.replace(press, logos=_kept_inside(folder, press.logos))
    opened = _opened(wording, press)
    try:
        _Kit(study, opened, press, say, progress, previous).draw(figures, folder / FIGURES_FOLDER, folder / PROJECT)
    finally:
        press.on_main(opened.close)


def render_figures(
    folder: Path,
    figures: Sequence[str],
    out: Path,
    press: Press,
    *,
    say: Callable[[str], None] | None = None,
    progress: Progress = SILENT,
) -> None:
    """Write some figures of a study into a draft in a folder, with a project of their pages.

    Raises
    ------
    InputError
        One of them cannot, or must not, be drawn, and no `say` takes the reason.
    """
    study = StudyFolder(folder, progress)
    wording = Wording(study, press.language, sources=press.options.sources)
    opened = _opened(wording, press)
    path = beside_draft(out, ".qgz")  # where its paths are those that hold once it is published
    try:
        older = out.parent / project_name(figures, press.language)
        previous = older if older.is_file() else None
        _Kit(study, opened, press, say, progress, previous).draw(figures, out, path)
        os.utime(path)  # as new as the pictures that were printed from it
        os.replace(path, out / older.name)
    finally:
        press.on_main(opened.close)
        path.unlink(missing_ok=True)


def project_name(figures: Sequence[str], language: str) -> str:
    """Return the name of the project that holds the pages of some figures: that of the figure, where it is one."""
    return f"{file_name(figures[0], language) if len(figures) == 1 else FIGURES_FOLDER}.qgz"


def _page(opened: StudyProject, sheet: Sheet, form: str, look: dict, say: Callable[[str], None]) -> Page:
    """Return a page, or the next larger one, which is said, where what it shows has no room on it.

    Raises
    ------
    InputError
        It has no room on any, or the template is at fault.
    """
    try:
        return Page(opened, sheet, form, **look)
    except NoRoom:
        if form not in LARGER:
            raise
    text = tr("The figure “{figure}” has no room on the page “{small}”: it takes “{large}”.")
    say(text.format(figure=sheet.name, small=word("FORMAT", form), large=word("FORMAT", LARGER[form])))
    return _page(opened, sheet, LARGER[form], look, say)


def _opened(wording: Wording, press: Press) -> StudyProject:
    """Return the project of a study, its layers added a few at a time on the main thread."""
    opened = press.on_main(lambda: StudyProject(wording, whole=False))
    try:
        for step in opened.steps():
            press.on_main(step)
    except BaseException:
        press.on_main(opened.close)
        raise
    return opened


def _kept_inside(folder: Path, logos: dict[str, Path]) -> dict[str, Path]:
    """Copy logos into a study's folder, which moves with its pages, and return where they lie then."""
    kept = {slot: folder / INPUTS / f"{slot}{path.suffix.lower()}" for slot, path in logos.items()}
    for slot, path in kept.items():
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(logos[slot], path)
    return kept


@dataclass(frozen=True)
class _Kit:
    """Figures of a study in the making.

    What cannot be drawn goes to `refused` as a sentence, or is raised.
    """

    study: StudyFolder
    opened: StudyProject
    press: Press
    refused: Callable[[str], None] | None
    progress: Progress
    previous: Path | None = None

    def draw(self, figures: Sequence[str], out: Path, path: Path) -> None:
        """Make the pages of figures, save the project with their layouts, and write their files."""
        facts, files = Facts(PublicStudy(self.study), self.press.language, self.press.options), []
        composing = self.progress.part(0.0, 0.3)
        for number, figure in enumerate(figures):
            part = composing.part(number / len(figures), (number + 1) / len(figures))
            try:
                pages = self._pages(figure, facts, part)
            except InputError as error:
                if self.refused is None:
                    raise
                self.refused(str(error))
                continue
            name = file_name(figure, self.press.language)
            into = out / name if figure == "atlas" else out
            into.mkdir(parents=True, exist_ok=True)
            write_texts(pages, into)
            files += files_of(pages, into, name)
            for page in pages:
                self.press.on_main(lambda page=page: self._add(page))
        self.progress.check()
        for step in carrying(self.previous, self.opened.project, self._said) if self.previous is not None else ():
            self.press.on_main(step)
        self.press.on_main(lambda: self.opened.save(path))
        if files:
            printing = self.progress.part(0.3, 1.0)
            print_files(self.opened.project, path, files, on_main=self.press.on_main, progress=printing)

    def _said(self, text: str) -> None:
        """Say a sentence that is no refusal."""
        (self.refused or self.progress.say)(text)

    def _add(self, page: Page) -> None:
        """Give the project a page, which remembers how it was made."""
        mark(page.layout)
        self.opened.project.layoutManager().addLayout(page.layout)

    def _pages(self, figure: str, facts: Facts, progress: Progress) -> list[Page]:
        """Return the pages of a figure, made one after the other on the main thread."""
        progress.at(0.0)
        press, pages = self.press, []
        look = {"folders": press.folders, "logos": press.logos, "fonts": press.fonts}
        sheets = sheets_of(figure, facts)
        for place, sheet in enumerate(sheets):
            progress.at(place / len(sheets))
            pages.append(
                press.on_main(lambda sheet=sheet: _page(self.opened, sheet, press.form, look, self.progress.say))
            )
        return pages

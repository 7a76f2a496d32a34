"""Writes the pages of figures.

Picture, PDF and SVG with real text, the data beside them, and what a screen reader says.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import Qgis, QgsAbstractLayoutIterator, QgsLayoutExporter, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QImageWriter

from ...engine.errors import InputError
from ...engine.harmless import for_cell
from ...engine.text import tr
from .page import Page
from .pdf import set_language
from .svg import finished, ready_for_svg
from .templates import DPI, PAPER

#: Pixels of the longer side of the picture for the web.
WEB, WEB_PX = "web", 1600
#: Where a file that is whole ends.
_END = {".png": b"IEND", ".svg": b"</svg>", ".pdf": b"%%EOF"}
_PAPER_DPI = 300
#: How a picture is packed, from 0 (as small as can be) to 100 (not at all).
_PACKED = 60


@dataclass(frozen=True)
class PageFile:
    """One file of pages, and how it is written.

    Where it is written, the names of its layouts in the project (several for a PDF), the dots per inch of a picture,
    whether a smaller one goes beside it, title and language of a document.
    """

    path: str
    layouts: tuple[str, ...]
    dpi: int = _PAPER_DPI
    for_web: bool = False
    title: str = ""
    language: str = ""


def files_of(pages: Sequence[Page], folder: Path, name: str) -> list[PageFile]:
    """Return the files of a figure: ``NAME.pdf`` of all pages, and for each page its own ``.png`` and ``.svg``.

    Of a page of paper a smaller picture in ``web/`` too.
    """
    title = pages[0].sheet.texts.get("titre") or pages[0].study.project.title()
    names = tuple(page.sheet.name for page in pages)
    files = [PageFile(str(folder / f"{name}.pdf"), names, title=title, language=pages[0].study.wording.language)]
    for page in pages:
        stem = folder / page.sheet.name
        files += [
            PageFile(f"{stem}.png", (page.sheet.name,), DPI[page.form], page.form in PAPER),
            PageFile(f"{stem}.svg", (page.sheet.name,)),
        ]
    return files


def write_texts(pages: Sequence[Page], folder: Path) -> None:
    """Write the data of each page (``.csv``) and its alternative text (``.txt``)."""
    for page in pages:
        write_table(page.sheet.table, folder / f"{page.sheet.name}.csv")
        (folder / f"{page.sheet.name}.txt").write_text(page.sheet.alt + "\n", encoding="utf-8")


def write_file(project: QgsProject, file: PageFile) -> None:
    """Write one file from the layouts of a project.

    Raises
    ------
    InputError
        It could not be written, or not to its end.
    """
    path, layouts = Path(file.path), [project.layoutManager().layoutByName(name) for name in file.layouts]
    write = {".pdf": _write_document, ".png": _write_picture, ".svg": _write_drawing}[path.suffix]
    told, changed = project.metadata(), project.isDirty()
    of_nobody = project.metadata()
    of_nobody.setAuthor("")  # QGIS takes the name of whoever is logged in, and writes it into what it exports
    project.setMetadata(of_nobody)
    try:
        write(project, layouts, path, file)
    finally:
        project.setMetadata(told)
        project.setDirty(changed)


class _Pages(QgsAbstractLayoutIterator):
    """Lets QGIS print several layouts into one PDF."""

    def __init__(self, layouts: list[QgsPrintLayout]) -> None:
        super().__init__()
        self._layouts, self._place = layouts, -1

    def layout(self) -> QgsPrintLayout:
        return self._layouts[self._place]

    def beginRender(self) -> bool:
        return True

    def endRender(self) -> bool:
        return True

    def count(self) -> int:
        return len(self._layouts)

    def next(self) -> bool:
        self._place += 1
        return self._place < len(self._layouts)

    def filePath(self, base: str, extension: str) -> str:
        return f"{base}.{extension}"


def _write_document(project: QgsProject, layouts: list[QgsPrintLayout], path: Path, file: PageFile) -> None:
    paper = QgsLayoutExporter.PdfExportSettings()
    paper.dpi = file.dpi
    paper.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    paper.forceVectorOutput = True
    title = project.title()
    project.setTitle(file.title)  # that of the document
    code, message = QgsLayoutExporter.exportToPdf(_Pages(layouts), str(path), paper)
    project.setTitle(title)
    _check(code, path, message)
    set_language(path, file.language)


def _write_picture(project: QgsProject, layouts: list[QgsPrintLayout], path: Path, file: PageFile) -> None:
    """Write the pages of a layout as QGIS's exporter would: ``NAME.png``, ``NAME_2.png``.

    The exporter itself takes twice the time: it packs the picture harder, and opens it again to place it on the earth.
    """
    pages = layouts[0].pageCollection()
    shown = [number for number in range(pages.pageCount()) if not pages.page(number).excludeFromExports()]
    for place, number in enumerate(shown or [0]):
        picture = _drawn(layouts[0], number, file.dpi)
        if picture.isNull():
            raise unwritten(path, tr("the picture is too large"))
        picture.setText("Title", file.title or project.title())
        name = path if place == 0 else path.with_name(f"{path.stem}_{place + 1}{path.suffix}")
        _save(picture, name)
        if file.for_web:
            small = path.parent / WEB / name.name
            small.parent.mkdir(exist_ok=True)
            size = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            _save(picture.scaled(WEB_PX, WEB_PX, *size), small)


def _drawn(layout: QgsPrintLayout, number: int, dpi: int) -> QImage:
    """Return a page as a picture, which has no channel for what shines through where nothing does."""
    context = layout.renderContext()
    before = context.dpi()
    context.setDpi(dpi)
    picture = QgsLayoutExporter(layout).renderPageToImage(number, QSize(), dpi)
    context.setDpi(before)
    if picture.isNull() or _shines_through(picture):
        return picture
    return picture.convertToFormat(QImage.Format.Format_RGB888)


def _shines_through(picture: QImage) -> bool:
    seen = picture.convertToFormat(QImage.Format.Format_Alpha8)
    rows = np.frombuffer(seen.constBits().asstring(seen.sizeInBytes()), np.uint8).reshape(seen.height(), -1)
    return bool(rows[:, : seen.width()].min(initial=255) < 255)  # what fills a row up to four bytes is anything


def _save(picture: QImage, path: Path) -> None:
    writer = QImageWriter(str(path))
    writer.setQuality(_PACKED)
    code = QgsLayoutExporter.ExportResult.Success
    if not writer.write(picture):
        code = QgsLayoutExporter.ExportResult.FileError
    del writer  # closes the file: an open one cannot be deleted on Windows
    _check(code, path, "")


def _write_drawing(_project: QgsProject, layouts: list[QgsPrintLayout], path: Path, file: PageFile) -> None:
    exporter, drawing = QgsLayoutExporter(layouts[0]), QgsLayoutExporter.SvgExportSettings()
    drawing.dpi = file.dpi
    drawing.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    drawing.forceVectorOutput = True
    with ready_for_svg(layouts[0]) as hatchings:
        _check(exporter.exportToSvg(str(path), drawing), path, exporter.errorMessage())
    path.write_text(finished(path.read_text(encoding="utf-8"), hatchings, file.dpi), encoding="utf-8")
    _check(QgsLayoutExporter.ExportResult.Success, path, "")


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write the data of a figure as French spreadsheets read it: ``;``, decimal comma, UTF-8 with its mark.

    Whole numbers whole.
    """
    plain = table.copy()
    for column in plain.columns:
        plain[column] = [_plain(value) for value in plain[column]]
    plain.to_csv(path, sep=";", index=False, encoding="utf-8-sig")


def _plain(value) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, str):
        return for_cell(value)
    return str(int(value)) if float(value).is_integer() else repr(round(float(value), 6)).replace(".", ",")


def _check(code, path: Path, message: str) -> None:
    """Raise :class:`InputError` unless QGIS says that it has written a file, and the file has its end.

    Qt does not notice every full disk.
    """
    if code == QgsLayoutExporter.ExportResult.Success and path.is_file() and path.stat().st_size:
        with open(path, "rb") as stream:
            stream.seek(-min(64, path.stat().st_size), os.SEEK_END)
            if _END[path.suffix] in stream.read():
                return
    raise unwritten(path, message or tr("it has no end"))


def unwritten(path: Path, reason: str) -> InputError:
    """Return the sentence for a file of pages that was not written."""
    text = tr(
        "The picture or page {name} could not be written ({reason}). Free some space on the disk, or choose "
        "another folder."
    )
    return InputError(text.format(name=path.name, reason=reason))

"""Writes the pages of a figure: picture, PDF and SVG with real text, the data beside them, and what a screen reader says."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pandas as pd
from qgis.core import Qgis, QgsAbstractLayoutIterator, QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from ...engine.errors import Cancelled, InputError
from ...engine.harmless import for_cell
from ...engine.progress import SILENT, Progress
from ...engine.text import tr
from .page import DPI, Page
from .pdf import set_language

#: Pixels of the longer side of the picture for the web.
WEB, WEB_PX = "web", 1600
#: Where a file that is whole ends.
_END = {".png": b"IEND", ".svg": b"</svg>", ".pdf": b"%%EOF"}


class _Pages(QgsAbstractLayoutIterator):
    """Lets QGIS print several layouts into one PDF."""

    def __init__(self, layouts: list[QgsPrintLayout], progress: Progress) -> None:
        super().__init__()
        self._layouts, self._place, self._progress = layouts, -1, progress

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
        with contextlib.suppress(Cancelled):  # which no exception may carry through QGIS: whoever asked for the pages looks again
            self._progress.at(self._place / len(self._layouts))
            return self._place < len(self._layouts)
        return False

    def filePath(self, base: str, extension: str) -> str:
        return f"{base}.{extension}"


def write_pages(pages: list[Page], folder: Path, name: str, *, progress: Progress = SILENT) -> None:
    """Write ``NAME.pdf`` of all pages, and for each page its own ``.png``, ``.svg``, ``.csv`` and ``.txt``; an A4 page gets a smaller picture in ``web/`` too.

    Raises
    ------
    Cancelled
        The user asked to stop: asked before each page, and before each of its files.
    InputError
        One of them could not be written, or not to its end.
    """
    project, title = pages[0].study.project, pages[0].study.project.title()
    project.setTitle(pages[0].sheet.texts.get("titre") or title)  # that of the document
    paper = QgsLayoutExporter.PdfExportSettings()
    paper.dpi = 300
    paper.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    paper.forceVectorOutput = True
    code, message = QgsLayoutExporter.exportToPdf(_Pages([page.layout for page in pages], progress.part(0.0, 0.3)), str(folder / f"{name}.pdf"), paper)
    project.setTitle(title)
    progress.check()
    _check(code, folder / f"{name}.pdf", message)
    set_language(folder / f"{name}.pdf", pages[0].study.wording.language)
    for number, page in enumerate(pages):
        progress.at(0.3 + 0.7 * number / len(pages))
        _write_page(page, folder, progress)


def _write_page(page: Page, folder: Path, progress: Progress) -> None:
    exporter, stem = QgsLayoutExporter(page.layout), folder / page.sheet.name
    image = QgsLayoutExporter.ImageExportSettings()
    image.dpi = DPI[page.form]
    picture = Path(f"{stem}.png")
    _check(exporter.exportToImage(str(picture), image), picture, exporter.errorMessage())
    progress.check()
    drawing = QgsLayoutExporter.SvgExportSettings()
    drawing.dpi = 300
    drawing.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    drawing.forceVectorOutput = True
    _check(exporter.exportToSvg(f"{stem}.svg", drawing), Path(f"{stem}.svg"), exporter.errorMessage())
    if page.form == "A4":
        whole = QImage(str(picture))
        (folder / WEB).mkdir(exist_ok=True)
        small = folder / WEB / f"{page.sheet.name}.png"
        saved = whole.scaled(WEB_PX, WEB_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation).save(str(small))
        _check(QgsLayoutExporter.ExportResult.Success if saved else QgsLayoutExporter.ExportResult.FileError, small, "")
    write_table(page.sheet.table, Path(f"{stem}.csv"))
    Path(f"{stem}.txt").write_text(page.sheet.alt + "\n", encoding="utf-8")


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Write the data of a figure as French spreadsheets read it: ``;``, decimal comma, UTF-8 with its mark; whole numbers whole."""
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
    """Raise :class:`InputError` unless QGIS says that it has written a file, and the file has its end: Qt does not notice every full disk."""
    if code == QgsLayoutExporter.ExportResult.Success and path.is_file() and path.stat().st_size:
        with open(path, "rb") as stream:
            stream.seek(-min(64, path.stat().st_size), os.SEEK_END)
            if _END[path.suffix] in stream.read():
                return
    text = tr("The picture or page {name} could not be written ({reason}). Free some space on the disk, or choose another folder.")
    raise InputError(text.format(name=path.name, reason=message or tr("it has no end")))

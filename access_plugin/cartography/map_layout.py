"""The printable map: A4, with title, legend, scale, key figures, sources and method."""

from __future__ import annotations

import textwrap
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsRectangle,
    QgsTextFormat,
    QgsTextRenderer,
    QgsUnitTypes,
)  # fmt: skip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo

from .project import StudyProject

#: The first that is installed is used.
FONTS = ("Marianne", "Arial", "Liberation Sans", "Open Sans", "DejaVu Sans")
DPI = 300
PAGE_W, PAGE_H, MARGIN = 210.0, 297.0, 15.0
INK, GREY, WARNING = QColor("#1b2a49"), QColor("#4a4f57"), QColor("#9c2a00")
_LEGEND = ("chosen", "threshold", "territories", "sites", "isochrones", "not_computed", "roads")  # those without a heading first
_SCALE_BAR_MM, _SCALE_BAR_STRIP_MM = 40.0, 12.0
_MM = Qgis.LayoutUnit.Millimeters


def font_family() -> str:
    """Return the first font of :data:`FONTS` that this machine has."""
    return next((name for name in FONTS if QFontInfo(QFont(name)).family() == name), QFont().defaultFamily())


class MapLayout:
    """The layout of a study's map, added to its project; tall areas get their legend at the side, others below."""

    def __init__(self, study: StudyProject) -> None:
        self.study = study
        self.family = font_family()
        self.layout = QgsPrintLayout(study.project)
        self.layout.initializeDefaults()
        self.layout.setName(study.wording.say("A4 map"))
        self.layout.renderContext().setDpi(DPI)
        self.layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self._compose()
        study.project.layoutManager().addLayout(self.layout)

    def _compose(self) -> None:
        wording, extent = self.study.wording, self.study.extent()
        tall = extent.height() > 1.25 * extent.width()
        width = PAGE_W - 2 * MARGIN
        key = " ".join(text for text in (wording.key_figure(), wording.beyond_thirty(), wording.suggestion()) if text)
        top = self._stack(MARGIN - 2, width, (
            (wording.title(), 17, True, INK, 2.0), (wording.definition() + ".", 9, True, GREY, 4.0), (key, 10, False, INK, 2.5), (wording.reliability(), 8, False, GREY, 2.0), (wording.fictitious(), 10, True, WARNING, 1.5)))  # fmt: skip
        notes = ((wording.method_line(), 8, False, GREY, 1.0), (wording.sources_line(), 8, False, GREY, 0.0))
        bottom = PAGE_H - 8.0 - sum(self._height(text, width, size, bold=bold) + gap for text, size, bold, _, gap in notes)
        self._stack(bottom, width, notes)
        bottom -= 2.0
        if tall:
            picture = self._map(extent, MARGIN, top, 122.0, bottom - top)
            self._legend(picture, MARGIN + 126.0, top, 54.0, columns=1)
            scale_bar_y = bottom - 11.0
        else:
            picture = self._map(extent, MARGIN, top, width, bottom - top)
            legend = self._legend(picture, MARGIN, top, width, columns=3)
            needed = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize().height()
            height = min(needed, (bottom - top) / 2)
            picture.attemptResize(QgsLayoutSize(width, bottom - top - height - _SCALE_BAR_STRIP_MM, _MM))
            picture.zoomToExtent(extent)
            legend.attemptMove(QgsLayoutPoint(MARGIN, bottom - height, _MM))
            scale_bar_y = bottom - height - _SCALE_BAR_STRIP_MM + 1.0
        self._scale_bar(picture, PAGE_W - MARGIN - 54.0, scale_bar_y)

    def _stack(self, y: float, width: float, lines) -> float:
        """Write texts below each other (text, size, bold, colour, gap below), each as high as it needs, and return where they end."""
        for text, size, bold, colour, gap in lines:
            if text:
                height = self._height(text, width, size, bold=bold)
                self._label(text, MARGIN, y, width, height, size, bold=bold, colour=colour)
                y += height + gap
        return y

    def _height(self, text: str, width: float, size: float, *, bold: bool) -> float:
        """Return the height in millimetres that a text takes, with its lines wrapped at a width."""
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, DPI)
        scale = context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)
        form = self._format(size, bold=bold)
        lines = QgsTextRenderer.wrappedText(context, text, (width - 1.0) * scale, form)
        return QgsTextRenderer.textHeight(context, form, lines, Qgis.TextLayoutMode.Rectangle) / scale + 0.8

    def _format(self, size: float, *, bold: bool = False, colour: QColor = INK) -> QgsTextFormat:
        font = QFont(self.family)
        font.setBold(bold)
        text = QgsTextFormat()
        text.setFont(font)
        text.setSize(size)
        text.setColor(colour)
        return text

    def _place(self, item, x: float, y: float, width: float, height: float):
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(x, y, _MM))
        item.attemptResize(QgsLayoutSize(width, height, _MM))
        return item

    def _label(self, text: str, x: float, y: float, width: float, height: float, size: float, *, bold: bool = False, colour: QColor = INK) -> None:
        label = QgsLayoutItemLabel(self.layout)
        label.setText(text)
        label.setTextFormat(self._format(size, bold=bold, colour=colour))
        label.setMarginX(0)
        label.setVAlign(Qt.AlignmentFlag.AlignTop)
        self._place(label, x, y, width, height)

    def _map(self, extent: QgsRectangle, x: float, y: float, width: float, height: float) -> QgsLayoutItemMap:
        picture = self._place(QgsLayoutItemMap(self.layout), x, y, width, height)
        picture.setCrs(self.study.layers["isochrones"].crs())
        picture.setLayers(self.study.shown())
        picture.setKeepLayerSet(True)
        picture.setFrameEnabled(True)
        picture.setFrameStrokeColor(QColor("#9aa0a8"))
        picture.setBackgroundColor(QColor("#ffffff"))
        picture.zoomToExtent(extent)
        return picture

    def _legend(self, picture: QgsLayoutItemMap, x: float, y: float, width: float, *, columns: int) -> QgsLayoutItemLegend:
        legend = QgsLayoutItemLegend(self.layout)
        legend.setLinkedMap(picture)
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        for name in _LEGEND:
            if name in self.study.layers:
                root.addLayer(self.study.layers[name])
        legend.setLegendFilterByMapEnabled(True)
        legend.setTitle("")
        legend.setColumnCount(columns)
        legend.setSplitLayer(False)
        legend.setColumnSpace(6)
        legend.setSymbolWidth(6)
        legend.setSymbolHeight(3.4)
        for part, size, bold in ((QgsLegendStyle.Style.Subgroup, 9, True), (QgsLegendStyle.Style.SymbolLabel, 8.5, False)):
            style = legend.style(part)
            style.setTextFormat(self._format(size, bold=bold))
            legend.setStyle(part, style)
        legend.setWrapString("¶")
        self._place(legend, x, y, width, 60)
        legend.setResizeToContents(True)
        alone = [self.study.layers.get(name) for name in ("chosen", "threshold", "territories")]  # one symbol, which says it all
        for node in root.children():
            title = "¶".join(textwrap.wrap(node.layer().name(), 26 if columns == 1 else 40))
            node.setCustomProperty("legend/title-label", title)
            if node.layer() in alone:
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        legend.adjustBoxSize()
        return legend

    def _scale_bar(self, picture: QgsLayoutItemMap, x: float, y: float) -> None:
        bar = QgsLayoutItemScaleBar(self.layout)
        bar.setStyle("Single Box")
        bar.setLinkedMap(picture)
        bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
        bar.setUnitLabel("km")
        bar.setNumberOfSegmentsLeft(0)
        bar.setNumberOfSegments(2)
        most = picture.extent().width() / 1000 * _SCALE_BAR_MM / 2 / picture.rect().width()
        bar.setUnitsPerSegment(max(step for step in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100) if step <= max(most, 0.1)))
        bar.setHeight(1.6)
        bar.setTextFormat(self._format(8))
        self._place(bar, x, y, 50, 10)
        bar.update()

    def export(self, png: Path, pdf: Path) -> None:
        """Write the map as a picture of 300 dpi and as a PDF with real text.

        Raises
        ------
        RuntimeError
            QGIS could not write one of them.
        """
        exporter = QgsLayoutExporter(self.layout)
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = DPI
        paper = QgsLayoutExporter.PdfExportSettings()
        paper.dpi = DPI
        paper.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        for path, code in ((png, exporter.exportToImage(str(png), image)), (pdf, exporter.exportToPdf(str(pdf), paper))):
            if code != QgsLayoutExporter.ExportResult.Success:
                raise RuntimeError(f"{path.name}: {exporter.errorMessage() or code}")

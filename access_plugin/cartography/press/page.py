"""Fills a template with a sheet: texts as high as they need, the map or the chart in what is left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutUtils,
    QgsRectangle,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtGui import QFont, QFontInfo

from ...engine.harmless import for_layout
from ...engine.text import tr
from ..project import StudyProject
from .canvas import Canvas
from .circle_names import place_circle_names
from .circle_sizes import draw_circle_sizes
from .furniture import (
    ANCHORED,
    EPS,
    align_pair,
    fill_logos,
    frame_of,
    keep_apart,
    overlap,
    place,
    place_inset,
    place_scale_bar,
    room_beside,
    widen_map,
)
from .insets import enlarge_a_crowd
from .legend import Legend
from .sheet import AROUND, MapView, NoRoom, Sheet
from .templates import DPI, LAYOUTS, find_template, layout_from

#: The first that is installed stands in for a font that is not.
FONTS = ("Marianne", "Arial", "Liberation Sans", "Open Sans", "Noto Sans", "DejaVu Sans")
LEAST_PT, GAP_MM, _SCALE_STRIP_MM = 8.0, 2.0, 11.0
_STRETCHED = ("carte", "carte_2", "graphique")
_LOGOS = ("logo_gauche", "logo_droite")
_HEAD = ("titre", "sous_titre", "chiffre", "alerte")
#: Height of an area, by its width, from which its legend stands at its side.
_TALL = 1.35
_SHRINKS = (1.0, 0.9, 0.8, 0.7, 0.6)


class Page:
    """A layout made from a template and a sheet, added to nothing yet.

    Parameters
    ----------
    study
        The project with the layers of the maps.
    sheet
        What is to stand on it.
    form
        One of :data:`templates.DPI`; a family without a template for it takes another.
    folders
        Where templates lie, the first that has one counts.
    logos
        Pictures of the user's own by the id of their slot.
    fonts
        Families to choose from where the template's own is not installed.

    Raises
    ------
    InputError
        The template is missing, cannot be read, or has no room for its texts.
    """

    def __init__(
        self,
        study: StudyProject,
        sheet: Sheet,
        form: str,
        *,
        folders: Sequence[Path] = (LAYOUTS,),
        logos: dict[str, Path] | None = None,
        fonts: Sequence[str] = FONTS,
    ) -> None:
        self.study, self.sheet = study, sheet
        self.legend: Legend | None = None
        self.path, self.form = find_template(
            sheet.template, form, folders, short=sheet.short, tall=self._is_tall(sheet.maps.get("carte"))
        )
        self.family = next((name for name in fonts if QFontInfo(QFont(name)).family() == name), QFont().defaultFamily())
        self.layout = layout_from(self.path, study.project)
        self.layout.setName(sheet.name)
        self.layout.renderContext().setDpi(DPI[self.form])
        self.items = {item.id(): item for item in self.layout.items() if isinstance(item, QgsLayoutItem) and item.id()}
        self._stretched = self._which_stretch()
        self._fill_texts()
        self._fill_maps()
        fill_logos(self.items, logos or {})
        self._fit()
        self._furnish()
        for name, view in sheet.maps.items():
            if name in self.items:
                self._zoom(self.items[name], view)
        if "carte" in sheet.maps and "circles" in sheet.maps["carte"].layers:
            place_circle_names(self.items["carte"], self.study.layers["circles"], self.items.get("echelle"))
            self._draw_circle_sizes()
        if "carte" in sheet.maps:
            enlarge_a_crowd(self.items, sheet.maps["carte"], self.study.layers)
        frame = self.items.get("graphique") or self.items.get("chiffres")
        if sheet.drawing is not None and frame is not None:
            Canvas(self.layout, self.family, frame_of(frame)).draw(sheet.drawing)
        for name, drawing in sheet.aside.items():
            if name in self.items:
                Canvas(self.layout, self.family, frame_of(self.items[name])).draw(drawing)

    def _is_tall(self, view: MapView | None) -> bool:
        """Whether a map shows an area much taller than wide."""
        if view is None:
            return False
        shown = QgsRectangle(*view.bounds) if view.bounds else self.study.extent()
        return shown.height() > _TALL * shown.width()

    def _which_stretch(self) -> tuple[str, ...]:
        """Return the items that take what room is left: maps and charts, and a zoom that has a column of its own."""
        zoom = self.items.get("carte_zoom")
        if zoom is None:
            return _STRETCHED
        x, _, width, _ = frame_of(zoom)
        alone = not any(overlap(x, width, self.items[name]) for name in _STRETCHED if name in self.items)
        return (*_STRETCHED, "carte_zoom") if alone else _STRETCHED

    # texts

    def _fill_texts(self) -> None:
        for name, item in self.items.items():
            if isinstance(item, QgsLayoutItemLabel):
                form = self._installed(item.textFormat())
                item.setTextFormat(form)
                if name in self.sheet.texts or not item.text():
                    item.setText(for_layout(self.sheet.texts.get(name, "")))
        numeral = self.items.get("nombre")
        if numeral is not None:
            self._narrow(numeral)

    def _installed(self, form: QgsTextFormat) -> QgsTextFormat:
        """Return a format whose font this machine has."""
        font = form.font()
        if QFontInfo(font).family() != font.family():
            font.setFamily(self.family)
            form.setFont(font)
        return form

    def _narrow(self, label: QgsLayoutItemLabel) -> None:
        """Make the text of a numeral small enough for its one line."""
        form = label.textFormat()
        context, scale = self._context()
        while (
            form.size() > LEAST_PT
            and QgsTextRenderer.textWidth(context, form, [label.text()]) / scale > label.rect().width()
        ):
            form.setSize(form.size() - 1)
        label.setTextFormat(form)

    def _context(self):
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, DPI[self.form])
        return context, context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)

    def _needed(self, item: QgsLayoutItem) -> float | None:
        """Return the height that an item takes with the gap below it, in millimetres.

        None for one whose height is its own.
        """
        if isinstance(item, QgsLayoutItemLabel):
            if not item.text():
                return 0.0
            context, scale = self._context()
            form = item.textFormat()
            lines = []
            for paragraph in item.text().split("\n"):
                lines += QgsTextRenderer.wrappedText(
                    context, paragraph, (item.rect().width() - 2 * item.marginX() - 0.5) * scale, form
                )
            return QgsTextRenderer.textHeight(context, form, lines, Qgis.TextLayoutMode.Rectangle) / scale + GAP_MM
        if isinstance(item, QgsLayoutItemLegend):
            return self.legend.height() if self.legend is not None else 0.0
        return None

    # layout

    def _fit(self) -> None:
        """Settle the page, if need be with smaller letters at its head.

        These are tried where the page's texts leave no room for the map, the chart or the legend.
        """
        frames = {item: frame_of(item) for item in self.items.values()}
        sizes = {item: item.textFormat().size() for name, item in self.items.items() if name in _HEAD}
        for shrink in _SHRINKS:
            for item, frame in frames.items():
                place(item, *frame)
            for item, size in sizes.items():
                form = item.textFormat()
                form.setSize(max(LEAST_PT, size * shrink))
                item.setTextFormat(form)
            try:
                self._settle()
                self._fit_legend()
                return
            except NoRoom:
                if shrink == _SHRINKS[-1]:
                    raise

    def _settle(self) -> None:
        """Give each text its height; what lies below moves, the map or chart takes the difference.

        Below it, and in the notes, texts grow upwards.
        """
        movable = list(self.items.values())
        widen_map(self.items, self.legend is not None and self.legend.height() > 0)
        self._settle_logos(movable)
        for item in sorted(movable, key=lambda item: frame_of(item)[1]):
            needed = self._needed(item)
            if needed is not None and not self._is_below(item):
                self._grow_down(item, needed, movable)
        for item in sorted(movable, key=lambda item: -frame_of(item)[1]):
            needed = self._needed(item)
            if needed is not None and self._is_below(item):
                self._grow_up(item, needed, movable)
        align_pair(self.items)
        keep_apart(self.items, GAP_MM)
        foot = frame_of(self.items["notes"])[1] if "notes" in self.items else math.inf
        for item in movable:
            _, y, _, height = frame_of(item)
            covered = isinstance(item, QgsLayoutItemLabel) and item.id() != "notes" and y + height > foot + EPS
            if covered or (item.id() in self._stretched and height < 15.0):
                text = tr(
                    "The template {path} has no room for “{item}”: its texts take the whole page. Make them "
                    "shorter, or the page larger."
                )
                raise NoRoom(text.format(path=self.path, item=item.id()))

    def _settle_logos(self, movable: list) -> None:
        """Without logos their row takes no room; with them, a gap keeps the texts off."""
        row = [self.items[name] for name in _LOGOS if isinstance(self.items.get(name), QgsLayoutItemPicture)]
        if not row:
            return
        shown = any(item.picturePath() for item in row)
        foot = max(frame_of(item)[1] + frame_of(item)[3] for item in row)
        height = (
            -GAP_MM * 1.5 if shown else foot - min(frame_of(item)[1] for item in row)
        )  # with logos, a gap below them
        for other in movable:
            x, y, width, tall = frame_of(other)
            if other in row:
                place(other, x, y, width, tall if shown else 0.0)
            elif not self._is_below(other) and other.id() not in ANCHORED and y >= foot - 8.0:
                stretched = other.id() in (*self._stretched, "cadre")
                place(other, x, y - height, width, tall + height if stretched else tall)

    def _is_below(self, item: QgsLayoutItem) -> bool:
        """Whether a map or a chart lies above an item."""
        if item.id() == "notes":
            return True
        x, y, width, _ = frame_of(item)
        return any(
            overlap(x, width, other) and frame_of(other)[1] + frame_of(other)[3] <= y + EPS
            for name, other in self.items.items()
            if name in self._stretched and other is not item
        )

    def _grow_down(self, item: QgsLayoutItem, needed: float, movable: list) -> None:
        x, y, width, height = frame_of(item)
        delta = needed - height
        place(item, x, y, width, needed)
        for other in movable:
            ox, oy, ow, oh = frame_of(other)
            if (
                other is item
                or other.id() in ("cadre", *ANCHORED)
                or oy < y + height - EPS
                or not overlap(x, width, other)
                or self._is_below(other)
            ):
                continue
            place(other, ox, oy + delta, ow, oh - delta if other.id() in self._stretched else oh)

    def _grow_up(self, item: QgsLayoutItem, needed: float, movable: list) -> None:
        x, y, width, height = frame_of(item)
        delta = needed - height
        was = {id(other): self._is_below(other) for other in movable}
        place(item, x, y - delta, width, needed)
        for other in movable:
            ox, oy, ow, oh = frame_of(other)
            if other is item or other.id() == "echelle" or oy + oh > y + EPS or not overlap(x, width, other):
                continue
            if other.id() in (*self._stretched, "cadre"):
                place(other, ox, oy, ow, oh - delta)
            elif was[id(other)]:
                place(other, ox, oy - delta, ow, oh)

    # maps

    def _fill_maps(self) -> None:
        for name, view in self.sheet.maps.items():
            if name not in self.items:
                continue
            picture = self.items[name]
            if view.unit and f"outside-{view.unit}" not in self.study.layers:
                self.study.of_unit(view.unit)
            for layer in view.layers:
                if layer.startswith("outline-") and layer not in self.study.layers:
                    self.study.outline_of(layer.removeprefix("outline-"))
            picture.setCrs(self.study.layers["isochrones"].crs())
            names = view.layers
            if "territories" not in self.study.layers:  # nothing says where the area ends: it lies on its neighbours
                names = (*(one for one in names if one not in AROUND), *(one for one in names if one in AROUND))
            found = (self.study.layers.get(f"{one}-{view.unit}", self.study.layers.get(one)) for one in names)
            picture.setLayers([layer for layer in found if layer is not None])
            picture.setKeepLayerSet(True)
            self._zoom(picture, view)  # so that the legend knows what is there
        legend, bar = self.items.get("legende"), self.items.get("echelle")
        if legend is not None and "carte" in self.sheet.maps:
            # of a pair, the second map may show what the first does not
            by_map = "carte_2" not in self.sheet.maps
            self.legend = Legend(
                legend, self.items["carte"], self.study, self.sheet.maps["carte"], self._installed, by_map=by_map
            )
        if self.legend is not None and "carte_zoom" in self.sheet.maps:
            self.legend.fit(frame_of(legend)[3], LEAST_PT)  # beside a zoom there is no more room
        if bar is not None:
            bar.setLinkedMap(self.items["carte"])
            bar.setTextFormat(self._installed(bar.textFormat()))

    def _zoom(self, picture: QgsLayoutItemMap, view: MapView) -> None:
        extent = QgsRectangle(*view.bounds) if view.bounds else QgsRectangle(self.study.extent())
        if view.bounds:
            extent.scale(1.06)
        height = picture.rect().height()
        if picture.id() in ("carte", "carte_2") and "echelle" in self.items and height > 3 * _SCALE_STRIP_MM:
            # nothing lies under the scale bar
            extent.setYMinimum(extent.yMinimum() - extent.height() * _SCALE_STRIP_MM / (height - _SCALE_STRIP_MM))
        picture.zoomToExtent(extent)

    def _fit_legend(self) -> None:
        """Keep a legend at the side of the map above what stands below it."""
        item = self.items.get("legende")
        if self.legend is None or self._is_below(item):
            return
        x, y, width, _ = frame_of(item)
        limit = (
            min(
                frame_of(other)[1]
                for other in self.items.values()
                if other is not item and overlap(x, width, other) and frame_of(other)[1] > y
            )
            - 1.0
        )
        if "cadre" in self.items:
            limit = min(limit, sum(frame_of(self.items["cadre"])[1::2]) - 3.0)
        if not self.legend.fit(limit - y, LEAST_PT):
            raise NoRoom(
                tr("The template {path} has no room for the legend. Make it larger, or its letters smaller.").format(
                    path=self.path
                )
            )
        place(item, x, y, width, self.legend.height())

    def _furnish(self) -> None:
        """Put the scale bar and an inset on the map; no name lies under them."""
        picture = self.items.get("carte")
        if picture is None:
            return
        bar, inset = self.items.get("echelle"), self.items.get("encart")
        if bar is not None:
            place_scale_bar(bar, picture, self.study.wording.language)
        if inset is not None:
            place_inset(inset, picture, self.items.get("cadre"))
        for item in (bar, inset):
            if item is not None:
                picture.addLabelBlockingItem(item)

    def _draw_circle_sizes(self) -> None:
        if self.legend is not None:
            canvas = Canvas(self.layout, self.family, room_beside(self.items["legende"], self.legend.size().width()))
            draw_circle_sizes(canvas, self.items["carte"], self.study.layers["circles"])

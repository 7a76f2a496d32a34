"""The legend of a page: what the map shows, in the room that there is."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from qgis.core import (
    QgsLayerTreeFilterSettings,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QSizeF

from ..project import StudyProject
from .sheet import MapView

_PARTS = (
    QgsLegendStyle.Style.Title,
    QgsLegendStyle.Style.Group,
    QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)
# one symbol, which says it all
_ALONE = ("public_chosen", "threshold", "print_threshold", "territories", "departements", "lakes", "rivers")
_DROPPED = ("lakes", "rivers", "print_roads", "territories", "departements", "not_computed", "print_not_computed")
_TWO_COLUMNS_MM, _TIGHT_MM, _MM_A_LETTER = 84.0, 1.4, 2.1


class Legend:
    """A legend item of a template, filled for one view.

    Parameters
    ----------
    item, picture
        The items of the legend and of its map.
    study, view
        Whose layers it names.
    installed
        Gives a text format a font that this machine has.
    by_map
        Whether it leaves out what the map does not show.
    """

    def __init__(
        self,
        item: QgsLayoutItemLegend,
        picture: QgsLayoutItemMap,
        study: StudyProject,
        view: MapView,
        installed: Callable[[QgsTextFormat], QgsTextFormat],
        *,
        by_map: bool,
    ) -> None:
        self.item, self.study, self.view = item, study, view
        item.setLinkedMap(picture)
        item.setAutoUpdateModel(False)
        self.root = item.model().rootGroup()
        self.root.clear()
        for name in view.legend:
            if name in study.layers:
                self.root.addLayer(study.layers.get(f"{name}-{view.unit}", study.layers[name]))
        item.setLegendFilterByMapEnabled(by_map)
        self._each_style(lambda style: style.setTextFormat(installed(style.textFormat())))
        self._name()
        item.setResizeToContents(False)
        if by_map:  # at once, and not when it is painted: its height is needed now
            shown = picture.mapSettings(picture.extent(), picture.rect().size() * 4, 96, True)
            item.model().setFilterSettings(QgsLayerTreeFilterSettings(shown))
            item.model().waitForHitTestBlocking()

    def _name(self) -> None:
        """Wrap the names to the width of a column, and hide the headings of layers with one symbol."""
        alone = [self.study.layers.get(name) for name in _ALONE] + [
            self.study.layers.get(f"{name}-{self.view.unit}") for name in ("territories", "print_threshold")
        ]
        wide = max(18, round(self.item.rect().width() / self.item.columnCount() / _MM_A_LETTER))
        for node in self.root.children():
            node.setCustomProperty("legend/title-label", _wrapped(node.layer().name(), wide))
            for place, entry in enumerate(self.item.model().layerOriginalLegendNodes(node)):
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, place, _wrapped(str(entry.data(0)), wide))
            self.item.model().refreshLayerLegend(node)
            if node.layer() in alone:
                QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)

    def _each_style(self, change: Callable[[QgsLegendStyle], None]) -> None:
        for part in _PARTS:
            style = self.item.style(part)
            change(style)
            self.item.setStyle(part, style)

    def height(self) -> float:
        """Return the height that it takes, millimetres."""
        return self.size().height() if self.root.children() else 0.0

    def size(self) -> QSizeF:
        """Return the width and the height that it takes, millimetres."""
        return QgsLegendRenderer(self.item.model(), self.item.legendSettings()).minimumSize()

    def fit(self, room: float, least_pt: float) -> bool:
        """Make it fit a height; tell whether it does.

        Closer lines come first, smaller letters next, then two columns, then no layers that explain themselves.
        """
        width = self.item.rect().width()
        droppable = [
            node
            for name in _DROPPED
            for node in self.root.children()
            if node.layer() in (self.study.layers.get(name), self.study.layers.get(f"{name}-{self.view.unit}"))
        ]
        tight = False
        while self.height() > room or self.size().width() > width + 1.0:
            if not tight:
                tight = True
                self.item.setSymbolHeight(min(self.item.symbolHeight(), 3.0))
                self._each_style(
                    lambda style: style.setMargin(
                        QgsLegendStyle.Side.Top, min(style.margin(QgsLegendStyle.Side.Top), _TIGHT_MM)
                    )
                )
            elif any(self.item.style(part).textFormat().size() > least_pt for part in _PARTS):
                self._each_style(lambda style: _smaller(style, least_pt))
            elif width >= _TWO_COLUMNS_MM and self.item.columnCount() == 1:
                self.item.setColumnCount(2)
                self.item.setSplitLayer(True)
                self._name()
            elif droppable:
                self.root.removeChildNode(droppable.pop(0))
            else:
                return False
        return True


def _smaller(style: QgsLegendStyle, least_pt: float) -> None:
    form = style.textFormat()
    form.setSize(max(least_pt, form.size() - 0.5))
    style.setTextFormat(form)


def _wrapped(text: str, wide: int) -> str:
    return "¶".join(textwrap.wrap(text, wide, break_long_words=False, break_on_hyphens=False))

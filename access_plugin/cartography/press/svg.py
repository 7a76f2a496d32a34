"""What Qt leaves undone in an SVG: maps that end at their frames, hatching that ends at its area, a small file.

Qt 5 clips nothing in an SVG. So, while a page is drawn, each map lies between two rectangles of colours that nothing
else has, and hatched areas are filled with such colours; in the file the rectangles become a clip, the fills patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLinePatternFillSymbolLayer,
    QgsPrintLayout,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

#: Colours of the rectangles below and above a map, and of hatching, by number.
_BELOW, _ABOVE, _HATCHED = "#fefdf{:x}", "#fdfef{:x}", "#fdfd{:02x}"
_MOST = 16
_GROUP = r"<g [^>]*fill=\"{colour}\"[^>]*>\s*(<path[^>]*/>)\s*</g>"
#: Groups of nothing; the head of a group of paths, and its font; corners, and numbers of more decimals than are seen.
_NOTHING, _PATHS = re.compile(r"\s*<g [^>]*/>"), re.compile(r"<g [^>]*>(?=\s*<path)")
_FONT, _CORNERS = re.compile(r' font-[a-z]+="[^"]*"'), re.compile(r' d="([^"]*)"')
_NUMBER = re.compile(r"-?\d+\.\d{2,}")
#: A corner as Qt writes it; an outline of nothing else.
_CORNER, _STRAIGHT = re.compile(r"([ML])(\S+?),(\S+)"), re.compile(r"[\dML.,e+\s-]*")


@dataclass(frozen=True)
class Hatching:
    """Parallel lines: their angle (degrees, from east to north), distance, width and dashes (millimetres), colour."""

    angle: float
    distance: float
    width: float
    dashes: tuple[float, ...]
    colour: str
    opacity: float

    def pattern(self, name: str, scale: float, dpi: float) -> str:
        """Return it as an SVG pattern, for shapes drawn larger by a scale on a page of so many dots an inch."""
        long = sum(self.dashes) or self.distance
        dashes = f' stroke-dasharray="{" ".join(f"{part:g}" for part in self.dashes)}"' if self.dashes else ""
        return (
            f'<pattern id="{name}" patternUnits="userSpaceOnUse" width="{long:g}" height="{self.distance:g}" '
            f'patternTransform="scale({dpi / 25.4 / scale:.5g}) rotate({-self.angle:g})">'
            f'<line x1="0" x2="{long:g}" y1="{self.distance / 2:g}" y2="{self.distance / 2:g}" stroke="{self.colour}" '
            f'stroke-opacity="{self.opacity:g}" stroke-width="{self.width:g}"{dashes}/></pattern>'
        )


@contextmanager
def ready_for_svg(layout: QgsPrintLayout) -> Iterator[list[Hatching]]:
    """Mark the maps and the hatching of a page as long as it is drawn; give what :func:`finished` needs to know.

    Nothing of it can be undone by the person whose page it is, nor stays.
    """
    hatchings: list[Hatching] = []
    layers = {layer for item in layout.items() if isinstance(item, QgsLayoutItemMap) for layer in item.layers()}
    renderers: dict[QgsVectorLayer, QgsFeatureRenderer] = {}  # of the layers that are hatched, as they were
    boxes = {item: item.symbol().clone() for item in layout.items() if isinstance(item, QgsLayoutItemShape)}
    marks: list[QgsLayoutItemShape] = []
    layout.undoStack().blockCommands(True)
    try:
        for layer in (layer for layer in layers if isinstance(layer, QgsVectorLayer)):
            changed = layer.renderer().clone()
            if any([_mark_hatching(symbol, hatchings) for symbol in _symbols(changed)]):
                renderers[layer] = layer.renderer().clone()
                _give(layer, changed, layout)
        for box, symbol in boxes.items():
            changed = symbol.clone()
            _mark_hatching(changed, hatchings)
            box.setSymbol(changed)
        marks.extend(_marks(layout))
        yield hatchings
    finally:
        for layer, renderer in renderers.items():
            _give(layer, renderer, layout)
        for box, symbol in boxes.items():
            box.setSymbol(symbol)
        for mark in marks:
            layout.removeLayoutItem(mark)
        layout.undoStack().blockCommands(False)


def _marks(layout: QgsPrintLayout) -> Iterator[QgsLayoutItemShape]:
    """Put a rectangle below and above each map."""
    pictures = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    for place, picture in enumerate(pictures[:_MOST]):
        for colour, above in ((_BELOW, -0.25), (_ABOVE, 0.25)):
            mark = QgsLayoutItemShape(layout)
            mark.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
            mark.setSymbol(QgsFillSymbol.createSimple({"color": colour.format(place), "outline_style": "no"}))
            layout.addLayoutItem(mark)
            mark.attemptResize(QgsLayoutSize(picture.sizeWithUnits()))
            mark.attemptMove(QgsLayoutPoint(picture.positionWithUnits()))
            mark.setZValue(picture.zValue() + above)
            yield mark


def _symbols(renderer: QgsFeatureRenderer) -> list[QgsSymbol]:
    """Return the symbols of a renderer, its own and no copies."""
    if isinstance(renderer, QgsRuleBasedRenderer):
        return [rule.symbol() for rule in renderer.rootRule().descendants() if rule.symbol() is not None]
    if isinstance(renderer, QgsSingleSymbolRenderer):
        return [renderer.symbol()]
    return []


def _give(layer: QgsVectorLayer, renderer: QgsFeatureRenderer, layout: QgsPrintLayout) -> None:
    """Give a layer a renderer, and the legends of a page too, without a word to anybody else."""
    layer.blockSignals(True)
    layer.setRenderer(renderer.clone())
    layer.blockSignals(False)
    for item in layout.items():
        if isinstance(item, QgsLayoutItemLegend):
            for node in item.model().rootGroup().findLayers():
                if node.layer() == layer:
                    item.model().refreshLayerLegend(node)


def _mark_hatching(symbol: QgsSymbol, hatchings: list[Hatching]) -> bool:
    """Fill with a colour of its own what a symbol hatches by plain lines in millimetres; tell whether there is any."""
    marked = False
    for place in range(symbol.symbolLayerCount()):
        found = _hatching_of(symbol.symbolLayer(place))
        if found is None:
            continue
        if found not in hatchings:
            hatchings.append(found)
        fill = QgsSimpleFillSymbolLayer(QColor(_HATCHED.format(hatchings.index(found))))
        fill.setStrokeStyle(Qt.PenStyle.NoPen)
        symbol.changeSymbolLayer(place, fill)
        marked = True
    return marked


def _hatching_of(lines: QgsSymbolLayer) -> Hatching | None:
    """Return what a layer of a symbol hatches; None for none, or for other lines, which are drawn as they are."""
    if not isinstance(lines, QgsLinePatternFillSymbolLayer):
        return None
    line = lines.subSymbol().symbolLayer(0)
    if lines.subSymbol().symbolLayerCount() > 1 or not isinstance(line, QgsSimpleLineSymbolLayer):
        return None
    units = {lines.distanceUnit(), line.widthUnit(), line.customDashPatternUnit()}
    if units != {Qgis.RenderUnit.Millimeters}:
        return None
    dashes = tuple(line.customDashVector()) if line.useCustomDashPattern() else ()
    colour = line.color()
    return Hatching(lines.lineAngle(), lines.distance(), line.width(), dashes, colour.name(), colour.alphaF())


def finished(drawing: str, hatchings: list[Hatching], dpi: float) -> str:
    """Return an SVG as Qt wrote it with its maps clipped, its hatching as patterns, without the marks, and shorter."""
    for place in range(_MOST):
        drawing = _clipped(drawing, place)
    for number, hatching in enumerate(hatchings[:256]):
        drawing = _hatched(drawing, number, hatching, dpi)
    drawing = _PATHS.sub(lambda found: _FONT.sub("", found.group()), _NOTHING.sub("", drawing))
    drawing = drawing.replace(' vector-effect="none"', "")
    return "<g ".join(_rounded(group) for group in drawing.split("<g "))


def _clipped(drawing: str, place: int) -> str:
    """Return an SVG in which what lies between the two marks of a map is clipped by the first."""
    below, above = (re.compile(_GROUP.format(colour=colour.format(place))) for colour in (_BELOW, _ABOVE))
    start = below.search(drawing)
    end = start and above.search(drawing, start.end())
    if start is None or end is None:
        return drawing
    turned = re.search(r' transform="[^"]*"', start.group())
    path = start.group(1).replace("<path", f"<path{turned.group() if turned else ''}")
    frame = f'<clipPath id="carte{place}">{path}</clipPath><g clip-path="url(#carte{place})">'
    return drawing[: start.start()] + frame + drawing[start.end() : end.start()] + "</g>" + drawing[end.end() :]


def _hatched(drawing: str, number: int, hatching: Hatching, dpi: float) -> str:
    """Return an SVG in which the fills of a number are its pattern."""
    patterns: dict[str, str] = {}

    def filled(group: re.Match) -> str:
        scale = _scale(group.group())
        name = f"hachure{number}-{scale:.3g}"
        patterns.setdefault(name, hatching.pattern(name, scale, dpi))
        return group.group().replace(f'fill="{_HATCHED.format(number)}"', f'fill="url(#{name})"')

    colour = re.escape(f'fill="{_HATCHED.format(number)}"')
    drawing = re.sub(rf"<g [^>]*{colour}[^>]*>", filled, drawing)
    return (
        re.sub(r"(<svg [^>]*>)", rf"\1<defs>{''.join(patterns.values())}</defs>", drawing, count=1)
        if patterns
        else drawing
    )


def _rounded(group: str) -> str:
    """Return the text of a group whose corners have as many decimals as can be seen.

    These are tenths of a dot, or, of what is drawn in millimetres, hundredths of a millimetre.
    """
    decimals = 1 if _scale(group) < 2.0 else 2

    def short(found: re.Match) -> str:
        return f"{float(found.group()):.{decimals}f}".rstrip("0").rstrip(".")

    def outline(found: re.Match) -> str:
        corners = found.group(1)
        straight = _STRAIGHT.fullmatch(corners)
        return f' d="{steps(corners, decimals) if straight else _NUMBER.sub(short, corners)}"'

    return _CORNERS.sub(outline, group)


def steps(corners: str, decimals: int) -> str:
    """Return an outline of straight lines as steps from corner to corner, of rounded places, without those of nothing.

    >>> steps("M1413.92,1053.31 L1413.94,1051.6 L1415.5,1051.6 L1415.5,1051.58 L1416,1052", 1)
    'M1413.9 1053.3v-1.7h1.6l.5 .4'
    """
    unit, written, x, y = 10**decimals, [], 0, 0

    def number(value: int) -> str:
        text = f"{value / unit:.{decimals}f}".rstrip("0").rstrip(".")
        return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text

    for word, east, south in _CORNER.findall(corners):
        to_x, to_y = round(float(east) * unit), round(float(south) * unit)
        dx, dy = to_x - x, to_y - y
        if word == "M":
            written.append(f"M{number(to_x)} {number(to_y)}")
        elif dx and dy:
            written.append(f"l{number(dx)} {number(dy)}")
        elif dx or dy:
            written.append(f"h{number(dx)}" if dx else f"v{number(dy)}")
        x, y = to_x, to_y
    return "".join(written) if len(written) > 1 else f"{''.join(written)}h0"  # a dot


def _scale(group: str) -> float:
    """Return by how much what is in a group is drawn larger."""
    turned = re.search(r'transform="matrix\(([\d.eE+-]+)', group[: group.find(">")])
    return float(turned.group(1)) if turned else 1.0

"""Draws bars, curves, parts and big numbers with the items of a layout.

Real text, real lines, which a cartographer can move.
"""

from __future__ import annotations

import functools
import math

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPolyline,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsTextFormat,
    QgsTextRenderer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

from ...engine.harmless import for_layout
from ...engine.numbers import number
from ...engine.text import tr
from .sheet import Bars, Drawing, NoRoom, Numbers, Parts, Steps

INK, GREY, HOT, PALE, WHITE = "#1b2a49", "#4a4f57", "#b33f00", "#9aa0a8", "#ffffff"
BAR, HATCH = "#2f6f9f", "#5c2403"
_MM = Qgis.LayoutUnit.Millimeters
#: What the name of a ranked bar may take of a narrow page, before it is parted.
_NAME_MM = 33.0


class Canvas:
    """A rectangle of a layout to draw in.

    Parameters
    ----------
    layout, family
        Where, and in which font.
    frame
        x, y, width and height, millimetres.
    """

    def __init__(self, layout: QgsPrintLayout, family: str, frame: tuple[float, float, float, float]) -> None:
        self.layout, self.family = layout, family
        self.x, self.y, self.width, self.height = frame
        page = layout.pageCollection().page(0).pageSize()
        self.size = 9.0 * max(1.0, min(page.width() / 210.0, 1.35))  # of text, points

    def draw(self, drawing: Drawing) -> None:
        """Draw what a sheet holds."""
        _draw(drawing, self)

    # marks

    def text(
        self,
        words: str,
        at: tuple[float, float, float],
        *,
        size: float | None = None,
        bold: bool = False,
        colour: str = INK,
        align=Qt.AlignmentFlag.AlignLeft,
        name: str = "",
    ) -> float:
        """Write a text, wrapped, from its top left corner and in its width (`at`, millimetres); return its height."""
        x, y, width = at
        form, words = self._format(size or self.size, bold, colour), for_layout(words)
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, 300)
        scale = context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)
        lines = QgsTextRenderer.wrappedText(context, words, (width - 0.5) * scale, form)
        height = QgsTextRenderer.textHeight(context, form, lines, Qgis.TextLayoutMode.Rectangle) / scale + 0.6
        label = QgsLayoutItemLabel(self.layout)
        label.setText(words)
        label.setTextFormat(form)
        label.setMarginX(0)
        label.setMarginY(0)
        label.setHAlign(align)
        label.setVAlign(Qt.AlignmentFlag.AlignTop)
        self._put(label, x, y, width, height, name)
        return height

    def wide(self, words: str, size: float, bold: bool = False) -> float:
        """Return the width of a text in one line, millimetres."""
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, 300)
        scale = context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)
        return QgsTextRenderer.textWidth(context, self._format(size, bold, INK), [words]) / scale + 0.8

    def lower(self, size: float, room: float) -> float:
        """Return the size of letters, 8 points at the least, whose lines stand in so many millimetres."""
        while size > 8.0 and self.high(size) > room:
            size = max(8.0, size - 0.5)
        return size

    def high(self, size: float) -> float:
        """Return the height of a line of text, millimetres."""
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, 300)
        scale = context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)
        return (
            QgsTextRenderer.textHeight(context, self._format(size, False, INK), ["0"], Qgis.TextLayoutMode.Rectangle)
            / scale
            + 0.6
        )

    def _format(self, size: float, bold: bool, colour: str) -> QgsTextFormat:
        font = QFont(self.family)
        font.setBold(bold)
        form = QgsTextFormat()
        form.setFont(font)
        form.setSize(size)
        form.setColor(QColor(colour))
        return form

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, *, hatch: str = "", outline: str = ""
    ) -> None:
        """Draw a rectangle, hatched where asked."""
        symbol = QgsFillSymbol.createSimple(
            {
                "color": colour,
                "outline_style": "solid" if outline else "no",
                "outline_color": outline or colour,
                "outline_width": "0.4",
            }
        )
        if hatch:
            lines = QgsLinePatternFillSymbolLayer()
            lines.setLineAngle(45)
            lines.setDistance(2.2)
            lines.setSubSymbol(QgsLineSymbol.createSimple({"line_color": hatch, "line_width": "0.3"}))
            symbol.appendSymbolLayer(lines)
        shape = QgsLayoutItemShape(self.layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(symbol)
        self._put(shape, x, y, max(width, 0.05), max(height, 0.05))

    def circle(self, x: float, y: float, across: float) -> None:
        """Draw the outline of a circle in a square, from its top left corner."""
        shape = QgsLayoutItemShape(self.layout)
        shape.setShapeType(QgsLayoutItemShape.Shape.Ellipse)
        shape.setSymbol(
            QgsFillSymbol.createSimple({"style": "no", "outline_color": INK, "outline_width": "0.2"}),
        )
        self._put(shape, x, y, across, across)

    def line(self, points: list[tuple[float, float]], colour: str, width: float) -> None:
        """Draw a line through some points."""
        item = QgsLayoutItemPolyline(QPolygonF([QPointF(x, y) for x, y in points]), self.layout)
        item.setSymbol(
            QgsLineSymbol.createSimple(
                {"line_color": colour, "line_width": str(width), "capstyle": "flat", "joinstyle": "miter"}
            )
        )
        self.layout.addLayoutItem(item)

    def _put(self, item: QgsLayoutItem, x: float, y: float, width: float, height: float, name: str = "") -> None:
        self.layout.addLayoutItem(item)
        item.setId(name)
        item.attemptResize(QgsLayoutSize(width, height, _MM))
        item.attemptMove(QgsLayoutPoint(x, y, _MM))


@functools.singledispatch
def _draw(drawing, _canvas: Canvas) -> None:
    raise TypeError(type(drawing))


@_draw.register
def _bars(drawing: Bars, canvas: Canvas) -> None:
    (_below_each_other if drawing.ranked else _side_by_side)(drawing, canvas)


def _side_by_side(drawing: Bars, canvas: Canvas) -> None:
    """Bars of an evolution: the value on top, the name below, targets hatched."""
    count, top = len(drawing.bars), max((bar.value for bar in drawing.bars), default=0.0) or 1.0
    step = canvas.width / count
    wide, size = min(step * 0.6, 40.0), canvas.size * 1.5
    names = canvas.height * 0.1 + 6
    most = min(canvas.height - names - 12, canvas.width * 0.8)
    floor = canvas.y + 12 + most
    for place, bar in enumerate(drawing.bars):
        left = canvas.x + step * (place + 0.5) - wide / 2
        height = most * bar.value / top
        canvas.box(
            left,
            floor - height,
            wide,
            height,
            "#FDE3C8" if bar.target else BAR,
            hatch=HATCH if bar.target else "",
            outline=HATCH if bar.target else "",
        )
        canvas.text(
            bar.text,
            (left - step * 0.18, floor - height - size * 0.5, wide + step * 0.36),
            size=size,
            bold=True,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        canvas.text(
            bar.name,
            (left - step * 0.18, floor + 2, wide + step * 0.36),
            size=canvas.size * 1.1,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
    canvas.line([(canvas.x, floor), (canvas.x + canvas.width, floor)], INK, 0.4)


def _below_each_other(drawing: Bars, canvas: Canvas) -> None:
    """Ranked bars: the name at the left, two numbers at the end of the bar."""
    count, top = len(drawing.bars), max((bar.value for bar in drawing.bars), default=0.0) or 1.0
    step = min(canvas.height / max(count, 1), 32.0)
    size = max(8.0, min(canvas.size * 1.1, step * 1.9))
    size = canvas.lower(size, step)
    line, thick = canvas.high(size), min(step * 0.66, 16.0)
    if step < line:
        text = tr("The page has no room for bars below each other ({count}): take a larger one.")
        raise NoRoom(text.format(count=count))
    widest = max(canvas.width * 0.4, _NAME_MM)
    parted = {
        bar.name: _in_two(bar.name) if canvas.wide(bar.name, size) > widest and step >= 2 * line else bar.name
        for bar in drawing.bars
    }
    names = max((canvas.wide(part, size) for name in parted.values() for part in name.split("\n")), default=0.0)
    numbers = max((canvas.wide(bar.text, size, True) for bar in drawing.bars), default=0.0)
    names = min(names, canvas.width - numbers - 15.0)  # bars have ten millimetres at the least
    room = canvas.width - names - numbers - 5
    begin = canvas.y + max(0.0, (line - thick) / 2)  # letters higher than a bar stay below what is above
    for place, bar in enumerate(drawing.bars):
        y, name = begin + step * place, parted[bar.name]
        middle = y + (thick - line) / 2
        lines = name.count("\n") * line / 2
        canvas.text(name, (canvas.x, middle - lines, names + 0.5), size=size, align=Qt.AlignmentFlag.AlignRight)
        long = room * bar.value / top
        canvas.box(canvas.x + names + 2, y, long, thick, "#FDAE6B", outline="#7F2704")
        canvas.text(bar.text, (canvas.x + names + 2 + long + 1.5, middle, numbers + 1), size=size, bold=True)


def _in_two(name: str) -> str:
    """Part a long name where a word of it ends, as near to its middle as can be."""
    ends = [place for place, letter in enumerate(name, 1) if letter in " -" and place < len(name)]
    if not ends:
        return name
    end = min(ends, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:end].rstrip()}\n{name[end:]}"


@_draw.register
def _parts(drawing: Parts, canvas: Canvas) -> None:
    """One bar, its parts one after the other, and a line for each below."""
    thick, x = min(28.0, canvas.height * 0.25), canvas.x
    for _, share, _, colour, hatched in drawing.parts:
        canvas.box(x, canvas.y + 2, canvas.width * share, thick, colour, hatch=HATCH if hatched else "", outline=WHITE)
        x += canvas.width * share
    canvas.box(canvas.x, canvas.y + 2, canvas.width, thick, "255,255,255,0", outline=INK)
    size = canvas.size * 1.15
    y = canvas.y + thick + 9
    step = min((canvas.height - thick - 10) / max(len(drawing.parts), 1), 11.0)
    size = canvas.lower(size, step)
    swatch = min(step * 0.6, canvas.high(size))
    for name, _, text, colour, hatched in drawing.parts:
        middle = y + (canvas.high(size) - swatch) / 2
        canvas.box(canvas.x, middle, 9, swatch, colour, hatch=HATCH if hatched else "", outline=GREY)
        canvas.text(name, (canvas.x + 12, y, canvas.width * 0.35), size=size, bold=True)
        canvas.text(text, (canvas.x + 12 + canvas.width * 0.36, y, canvas.width * 0.55), size=size)
        y += step


@_draw.register
def _steps(drawing: Steps, canvas: Canvas) -> None:
    """Draw a stepped curve from the origin, with ticks, names of axes, and the marked values."""
    size, counted = canvas.size, lambda value: number(value, language=drawing.language)
    xs, ys = [x for x, _ in drawing.points], [y for _, y in drawing.points]
    right, top = max(xs) or 1.0, max(ys) or 1.0
    ticks = _ticks(top)
    left = canvas.x + max(canvas.wide(counted(tick), size) for tick in ticks) + 3
    base, head = canvas.y + min(canvas.height, canvas.width * 0.95) - 2.6 * canvas.high(canvas.size), canvas.y + 12
    across, up = canvas.x + canvas.width - left - 16, base - head

    def at(x, y):
        return (left + across * x / right, base - up * y / max(ticks[-1], top))

    canvas.text(drawing.y_name, (canvas.x, canvas.y, canvas.width), size=size, bold=True)
    line = canvas.high(size)
    for tick in ticks:
        y = at(0, tick)[1]
        canvas.line([(left, y), (left + across, y)], "#c3c8d0", 0.3)
        canvas.text(
            counted(tick),
            (canvas.x, y - line / 2, left - canvas.x - 2),
            size=size,
            colour=GREY,
            align=Qt.AlignmentFlag.AlignRight,
        )
    every = max(1, math.ceil(right / 12))
    wide = min(16.0, across * every / right)
    for x in range(0, int(right) + 1, every):
        canvas.text(
            counted(x),
            (at(x, 0)[0] - wide / 2, base + line / 2 + 0.4, wide),
            size=size,
            colour=GREY,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
    canvas.text(
        drawing.x_name,
        (left, base + line * 1.5 + 1.0, across),
        size=size,
        bold=True,
        align=Qt.AlignmentFlag.AlignHCenter,
    )
    path = [at(*drawing.points[0])]
    for (_, low), (x, high) in zip(drawing.points, drawing.points[1:]):
        path += [at(x, low), at(x, high)]
    canvas.line(path, BAR, 0.9)
    canvas.line([at(0, 0), at(right, 0)], INK, 0.4)
    for place, text in drawing.marked.items():
        x, y = at(*drawing.points[place])
        canvas.box(x - 1.1, y - 1.1, 2.2, 2.2, HOT)
        wide = canvas.wide(text, size * 1.3, True)
        canvas.text(
            text,
            (min(x - wide / 2, canvas.x + canvas.width - wide), y - size * 0.75, wide),
            size=size * 1.3,
            bold=True,
            colour=HOT,
        )


def _ticks(top: float) -> list[float]:
    """Return round values from 0 to the first that is not below the top, about five of them."""
    power = 10.0 ** math.floor(math.log10(top / 4)) if top > 0 else 1.0
    step = max(1.0, next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= top / 4))
    return [step * place for place in range(math.ceil(top / step - 1e-9) + 1)]


@_draw.register
def _numbers(drawing: Numbers, canvas: Canvas) -> None:
    """Big numbers in a grid, what they count below each."""
    count, wide_frame = len(drawing.numbers), canvas.width / canvas.height >= 1.6
    columns = drawing.columns or (min(max(math.ceil(count / 2), 2), 4) if wide_frame else 2)
    rows = math.ceil(count / columns)
    wide, high = canvas.width / columns, min(canvas.height / rows, 52.0)
    size = max(12.0, min(high * 1.0, wide * 0.36, 40.0))
    while size > 12 and max(canvas.wide(text, size, True) for text, _ in drawing.numbers) > wide - 4:
        size -= 1
    small = max(8.0, min(canvas.size * 1.1, size * 0.5))
    for place, (text, name) in enumerate(drawing.numbers):
        x, y = canvas.x + wide * (place % columns), canvas.y + high * (place // columns)
        canvas.line([(x, y), (x + wide - 4, y)], PALE, 0.3)
        height = canvas.text(text, (x, y + 1.0, wide - 4), size=size, bold=True, colour=HOT)
        canvas.text(name, (x, y + 1.5 + height, wide - 4), size=small)

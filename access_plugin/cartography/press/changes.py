"""What can be changed on an item of a page, read and set: place, size, letters, colours, texts, pictures."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...engine.harmless import for_layout
from ...engine.sites.doctors import names_a_doctor
from ...engine.text import tr
from .furniture import frame_of, place

#: A file rounds off less than this.
_ROUNDED_MM = 0.05


@dataclass(frozen=True)
class _Part:
    """One thing about an item: the kinds that have it, what people call it, how it is read and set.

    ``same`` tells of what a run says or shows whether another one says the same: only then does the person's hold.
    """

    kind: type
    words: Callable[[], str]
    read: Callable[[QgsLayoutItem], object]
    make: Callable[[QgsLayoutItem, object], bool | None]
    same: Callable[[Any, Any], bool] = lambda one, other: True
    differs: Callable[[Any, Any], bool] = operator.ne


@dataclass(frozen=True)
class Change:
    """A part of an item that a person has changed, and its value now."""

    name: str
    value: object

    @property
    def words(self) -> str:
        """Return what the change is called."""
        return _PARTS[self.name].words()

    def holds(self, was: object, now: object) -> bool:
        """Tell whether it holds for another run, by what this part of the item was made as in both."""
        return _PARTS[self.name].same(was, now)

    def make(self, item: QgsLayoutItem) -> bool:
        """Change an item so; False where it must not, or cannot, be."""
        part = _PARTS[self.name]
        return isinstance(item, part.kind) and part.make(item, self.value) is not False


def look_of(item: QgsLayoutItem) -> dict[str, object]:
    """Return each part of an item by its name, as plain values."""
    return {name: part.read(item) for name, part in _PARTS.items() if isinstance(item, part.kind)}


def changes_of(item: QgsLayoutItem, was: dict[str, object]) -> list[Change]:
    """Return what is no longer as it was."""
    now = look_of(item).items()
    return [Change(name, value) for name, value in now if name in was and _PARTS[name].differs(was[name], value)]


def _apart(one: list[float], other: list[float]) -> bool:
    """Tell whether numbers differ by more than a file rounds off."""
    return len(one) != len(other) or any(abs(a - b) > _ROUNDED_MM for a, b in zip(one, other))


def _frame(item: QgsLayoutItem) -> list[float]:
    return [round(value, 2) for value in frame_of(item)]


def _size(item: QgsLayoutItem) -> list[float]:
    """Return width and height; nothing for what is as large as its contents."""
    return [] if isinstance(item, (QgsLayoutItemLegend, QgsLayoutItemScaleBar)) else _frame(item)[2:]


def _move(item: QgsLayoutItem, value: list[float]) -> None:
    place(item, *value, *frame_of(item)[2:])


def _resize(item: QgsLayoutItem, value: list[float]) -> None:
    place(item, *frame_of(item)[:2], *value)


def _letters(item: QgsLayoutItemLabel) -> list:
    form = item.textFormat()
    font = form.font()
    return [
        font.family(),
        form.size(),
        font.bold(),
        font.italic(),
        form.color().name(QColor.NameFormat.HexArgb),
        _ALIGNMENTS.index(item.hAlign()) if item.hAlign() in _ALIGNMENTS else 0,
    ]


def _write_letters(item: QgsLayoutItemLabel, value: list) -> None:
    form = item.textFormat()
    font = form.font()
    font.setFamily(value[0])
    font.setBold(value[2])
    font.setItalic(value[3])
    form.setFont(font)
    form.setSize(value[1])
    form.setColor(QColor(value[4]))
    item.setTextFormat(form)
    item.setHAlign(_ALIGNMENTS[value[5]])


def _write_text(item: QgsLayoutItemLabel, value: str) -> bool:
    """Set a text of a person's own, as it stands there: nothing in it is evaluated, and it names no doctor."""
    if "[%" in value or names_a_doctor(value):
        return False
    item.setText(for_layout(value))
    return True


def _write_heading(item: QgsLayoutItemLegend, value: str) -> bool:
    if names_a_doctor(value):
        return False
    item.setTitle(for_layout(value))
    return True


def _edge(item: QgsLayoutItem) -> list:
    colour = item.frameStrokeColor().name(QColor.NameFormat.HexArgb)
    return [item.frameEnabled(), colour, round(item.frameStrokeWidth().length(), 2)]


def _write_edge(item: QgsLayoutItem, value: list) -> None:
    item.setFrameEnabled(value[0])
    item.setFrameStrokeColor(QColor(value[1]))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(value[2], item.frameStrokeWidth().units()))


def _ground(item: QgsLayoutItem) -> list:
    return [item.hasBackground(), item.backgroundColor().name(QColor.NameFormat.HexArgb)]


def _write_ground(item: QgsLayoutItem, value: list) -> None:
    item.setBackgroundEnabled(value[0])
    item.setBackgroundColor(QColor(value[1]))


def _extent(item: QgsLayoutItemMap) -> list[float]:
    extent = item.extent()
    return [round(value) for value in (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())]


def _overlap(one: list[float], other: list[float], part: float = 0.8) -> bool:
    """Tell whether two parts of the map are nearly the same."""
    both = QgsRectangle(*one).intersect(QgsRectangle(*other)).area()
    return both > part * max(QgsRectangle(*one).area(), QgsRectangle(*other).area())


def _write_picture(item: QgsLayoutItemPicture, value: str) -> bool:
    if not Path(value).is_file():
        return False
    item.setPicturePath(value)
    return True


_ALIGNMENTS = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignJustify,
)
#: In the order in which they are set: a place counts once the size is right.
_PARTS: dict[str, _Part] = {
    "size": _Part(QgsLayoutItem, lambda: tr("size"), _size, _resize, differs=_apart),
    "place": _Part(QgsLayoutItem, lambda: tr("place"), lambda item: _frame(item)[:2], _move, differs=_apart),
    "turn": _Part(
        QgsLayoutItem,
        lambda: tr("rotation"),
        lambda item: round(item.itemRotation(), 2),
        lambda item, value: item.setItemRotation(value),
    ),
    "shown": _Part(
        QgsLayoutItem,
        lambda: tr("visibility"),
        lambda item: item.isVisible(),
        lambda item, value: item.setVisibility(value),
    ),
    "opacity": _Part(
        QgsLayoutItem,
        lambda: tr("opacity"),
        lambda item: round(item.itemOpacity(), 3),
        lambda item, value: item.setItemOpacity(value),
    ),
    "edge": _Part(QgsLayoutItem, lambda: tr("frame"), _edge, _write_edge),
    "ground": _Part(QgsLayoutItem, lambda: tr("background"), _ground, _write_ground),
    "text": _Part(QgsLayoutItemLabel, lambda: tr("text"), lambda item: item.text(), _write_text, operator.eq),
    "letters": _Part(QgsLayoutItemLabel, lambda: tr("letters"), _letters, _write_letters),
    "extent": _Part(
        QgsLayoutItemMap,
        lambda: tr("part of the map"),
        _extent,
        lambda item, value: item.zoomToExtent(QgsRectangle(*value)),
        _overlap,
        lambda one, other: not _overlap(one, other, 0.98),
    ),
    "picture": _Part(
        QgsLayoutItemPicture,
        lambda: tr("picture"),
        lambda item: item.picturePath(),
        _write_picture,
        lambda one, other: Path(one).name == Path(other).name,
        lambda one, other: Path(one).name != Path(other).name,  # its folder moves with the study
    ),
    "heading": _Part(
        QgsLayoutItemLegend,
        lambda: tr("title of the legend"),
        lambda item: item.title(),
        _write_heading,
        operator.eq,
    ),
}

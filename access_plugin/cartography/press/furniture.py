"""What stands on a map or beside it: the scale bar, an inset, logos; and where the items of a page are."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
)

from .templates import check_picture, no_picture

_MM = Qgis.LayoutUnit.Millimeters
EPS = 0.5
#: Items that stand at the foot of the page, or of the map.
ANCHORED = ("encart", "echelle", "notes")
_STEPS_KM = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100)


def frame_of(item: QgsLayoutItem) -> tuple[float, float, float, float]:
    """Return x, y, width and height of an item, millimetres."""
    place = item.positionWithUnits()
    return place.x(), place.y(), item.rect().width(), item.rect().height()


def place(item: QgsLayoutItem, x: float, y: float, width: float, height: float) -> None:
    """Put an item somewhere, millimetres."""
    item.attemptResize(QgsLayoutSize(width, max(height, 0.0), _MM))
    item.attemptMove(QgsLayoutPoint(x, y, _MM))


def overlap(x: float, width: float, other: QgsLayoutItem) -> bool:
    """Tell whether an item stands in a column of the page."""
    ox, _, ow, _ = frame_of(other)
    return min(x + width, ox + ow) - max(x, ox) > EPS


def widen_map(items: dict[str, QgsLayoutItem], has_legend: bool) -> None:
    """Give a map the room of a legend at its side that has nothing to say."""
    legend, picture = items.get("legende"), items.get("carte")
    if legend is None or picture is None or has_legend:
        return
    (x, y, width, height), (left, _, wide, _) = frame_of(picture), frame_of(legend)
    if left >= x + width - EPS:
        place(picture, x, y, left + wide - x, height)


def align_pair(items: dict[str, QgsLayoutItem]) -> None:
    """Give two maps side by side the same height, whatever stands above each."""
    pair = [items[name] for name in ("carte", "carte_2") if "carte_2" in items]
    if not pair:
        return
    top, foot = max(frame_of(item)[1] for item in pair), min(sum(frame_of(item)[1::2]) for item in pair)
    for item in pair:
        x, _, width, _ = frame_of(item)
        place(item, x, top, width, foot - top)


def keep_apart(items: dict[str, QgsLayoutItem], gap: float) -> None:
    """End a map where what stands below it begins; a legend that leaves room moves up to it."""
    picture, legend = items.get("carte"), items.get("legende")
    if picture is None:
        return
    x, y, width, height = frame_of(picture)
    below = [
        item
        for name, item in items.items()
        if name not in ("cadre", *ANCHORED)
        and frame_of(item)[1] > y + EPS
        and overlap(x, width, item)
        and frame_of(item)[3] > EPS
    ]
    top = min((frame_of(item)[1] for item in below), default=math.inf)
    if top < y + height:
        place(picture, x, y, width, top - gap - y)
        if legend in below:
            place(legend, frame_of(legend)[0], top, *frame_of(legend)[2:])


def place_scale_bar(bar: QgsLayoutItemScaleBar, picture: QgsLayoutItemMap, language: str) -> None:
    """Give a scale bar a round length, and put it into the lower left corner of its map."""
    x, y, width, height = frame_of(picture)
    most = picture.extent().width() / 1000 * min(40.0, width / 3) / 2 / width
    form = QgsBasicNumericFormat()
    form.setNumberDecimalPlaces(1)
    form.setShowTrailingZeros(False)
    form.setDecimalSeparator("," if language == "fr" else ".")
    bar.setNumericFormat(form)
    bar.setUnitsPerSegment(max(step for step in _STEPS_KM if step <= max(most, 0.1)))
    bar.update()
    size = bar.rect()
    place(bar, x + 2, y + height - size.height() - 2, size.width(), size.height())


def place_inset(inset: QgsLayoutItemMap, picture: QgsLayoutItemMap, frame: QgsLayoutItem | None) -> None:
    """Show in an inset what a map shows of the whole, and keep it in a corner or inside the frame.

    One that lies on the map is kept in the map's lower right corner, another one inside the frame around all.
    """
    (x, y, width, height), (left, top, wide, tall) = frame_of(inset), frame_of(picture)
    if overlap(left, wide, inset) and y < top + tall:
        side = min(height, tall / 2)
        place(inset, left + wide - side * width / height - 2.0, top + tall - side - 2.0, side * width / height, side)
    elif frame is not None and y + height > (foot := sum(frame_of(frame)[1::2]) - 2.0):
        place(inset, x, foot - height, width, height)
    overview = inset.overview()
    overview.setLinkedMap(picture)
    overview.setFrameSymbol(
        QgsFillSymbol.createSimple({"color": "179,63,0,40", "outline_color": "#b33f00", "outline_width": "0.6"})
    )


def room_beside(legend: QgsLayoutItem, wide: float) -> tuple[float, float, float, float]:
    """Make a legend as wide as it is and return the room beside it, or below where that is narrow."""
    x, y, width, height = frame_of(legend)
    place(legend, x, y, min(width, wide + 1.0), height)
    left = wide + 8.0
    return (x + left, y, width - left, height) if width - left > 45.0 else (x, y + height + 3.0, width, height)


def fill_logos(items: dict[str, QgsLayoutItem], logos: dict[str, Path]) -> None:
    """Show the user's pictures in the slots of a page.

    Raises
    ------
    InputError
        One cannot be read.
    """
    for name, path in logos.items():
        if isinstance(items.get(name), QgsLayoutItemPicture):
            items[name].setPicturePath(str(path))
            items[name].refreshPicture()
            check_picture(path)
            if items[name].isMissingImage():
                raise no_picture(path)

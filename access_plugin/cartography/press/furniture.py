"""What stands on a map or beside it: the scale bar, an inset, logos; and where the items of a page are."""

from __future__ import annotations

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


def place_inset(inset: QgsLayoutItemMap, picture: QgsLayoutItemMap) -> None:
    """Show in an inset what a map shows of the whole; keep one that lies on the map in its lower right corner."""
    (_, y, width, height), (left, top, wide, tall) = frame_of(inset), frame_of(picture)
    if overlap(left, wide, inset) and y < top + tall:
        side = min(height, tall / 2)
        place(inset, left + wide - side * width / height - 2.0, top + tall - side - 2.0, side * width / height, side)
    overview = inset.overview()
    overview.setLinkedMap(picture)
    overview.setFrameSymbol(
        QgsFillSymbol.createSimple({"color": "179,63,0,40", "outline_color": "#b33f00", "outline_width": "0.6"})
    )


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

"""Pictures as arrays, and their squares, which forgive a letter that moves and not a layer that is missing."""

import numpy as np


def pixels(image):
    """Return an image of Qt, or the file of one, as rows of colours from 0 to 1."""
    from qgis.PyQt.QtGui import QImage

    image = (image if isinstance(image, QImage) else QImage(str(image))).convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits().asstring(image.sizeInBytes()), np.uint8).reshape(
        image.height(), image.bytesPerLine()
    )
    return raw[:, : 3 * image.width()].reshape(image.height(), image.width(), 3) / 255.0


def blocks(array, side=12):
    """Return the mean colour of squares of so many pixels."""
    high, wide = (length // side * side for length in array.shape[:2])
    return array[:high, :wide].reshape(high // side, side, wide // side, side, 3).mean(axis=(1, 3))


def rectangle(item):
    """Return west, north, east and south of an item of a layout, millimetres."""
    place = item.positionWithUnits()
    return place.x(), place.y(), place.x() + item.rect().width(), place.y() + item.rect().height()

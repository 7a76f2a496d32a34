"""Who is nearest to which site: the map shared out without overlaps."""

from __future__ import annotations

import numpy as np
import rasterio.features
import shapely
from rasterio.transform import Affine
from scipy import ndimage

from .fields import Field


def nearest_shares(field: Field) -> list[tuple[int, Field, shapely.MultiPolygon]]:
    """Return the row of each site that is the nearest of some cells, and its share of the field.

    The share is the part of the field around these cells, and the cells themselves as polygons.

    The polygons of two sites share their borders, which run between cells; together they are all cells that are drawn
    and reached.

    Parameters
    ----------
    field
        With ``site``.
    """
    found = []
    for row, window in enumerate(ndimage.find_objects(field.site + 1)):
        if window is None:
            continue
        window = tuple(slice(max(part.start - 1, 0), part.stop + 1) for part in window)
        part = field.part(*window)
        found.append((row, part, _polygons(part, row)))
    return found


def _polygons(field: Field, row: int) -> shapely.MultiPolygon:
    side = field.x[1] - field.x[0]
    place = Affine(side, 0, field.x[0] - side / 2, 0, side, field.y[0] - side / 2)
    own = field.site == row
    return shapely.multipolygons(
        [
            shapely.geometry.shape(shape)
            for shape, _ in rasterio.features.shapes(own.astype(np.uint8), mask=own, connectivity=4, transform=place)
        ]
    )

"""Shapes for a browser: degrees on a grid that neighbours share, so that no gap opens between them.

Each point is written as its step from the one before.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

#: Points across the longer side of the area, and the finest step, degrees (about 5 m).
_ACROSS, _FINEST = 9000, 0.00005


class Grid:
    """The grid of a map: `step` degrees."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        west, south, east, north = bounds
        self.step = max(_FINEST, round(max(east - west, north - south) / _ACROSS, 5))

    def areas(self, shapes: gpd.GeoSeries) -> list[list[list[list[int]]]]:
        """Return each shape as polygons of rings, a ring as x, y, step x, step y….

        Rings that the grid swallows are left out.
        """
        return [self._rings(shape) for shape in shapes.to_crs(4326)]

    def points(self, shapes: gpd.GeoSeries) -> list[list[float]]:
        """Return latitude and longitude of points, five decimals."""
        degrees = shapes.to_crs(4326)
        return [[round(y, 5), round(x, 5)] for x, y in zip(degrees.x, degrees.y)]

    def lines(self, shape) -> list[list[int]]:
        """Return a line as :meth:`areas` returns rings; its reference system is degrees."""
        return [
            ring
            for part in shapely.get_parts(shape)
            if (ring := self._steps(shapely.get_coordinates(part), 2)) is not None
        ]

    def _rings(self, shape) -> list[list[list[int]]]:
        polygons = []
        for polygon in shapely.get_parts(shape):
            if polygon.geom_type != "Polygon":
                continue
            rings = [self._steps(shapely.get_coordinates(ring), 4) for ring in (polygon.exterior, *polygon.interiors)]
            if rings and rings[0] is not None:
                polygons.append([ring for ring in rings if ring is not None])
        return polygons

    def _steps(self, coordinates: np.ndarray, least: int) -> list[int] | None:
        cells = np.round(coordinates / self.step).astype(np.int64)
        kept = cells[np.r_[True, (np.diff(cells, axis=0) != 0).any(axis=1)]]
        if len(kept) < least:
            return None
        return np.diff(kept, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel().tolist()

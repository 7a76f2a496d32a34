"""In town or out of it: one rule for every place whose tags do not say."""

from __future__ import annotations

import numpy as np
from rasterio.features import rasterize
from rasterio.transform import from_origin

#: Cell of the map of built-up land, metres.
LAND_CELL_M = 50.0
#: Junctions are counted in squares of three cells of this side; in French towns 30 junctions per km² is where streets begin to
#: form a mesh (own choice, editable here only: the network file keeps the result).
DENSITY_CELL_M = 250.0
JUNCTIONS_PER_KM2 = 30.0


def in_settlement(points: np.ndarray, rings: list[np.ndarray], junctions: np.ndarray) -> np.ndarray:
    """Tell which points lie in a settlement: inside residential, commercial, retail or industrial land, or where junctions are dense.

    Parameters
    ----------
    points
        (n, 2) metres.
    rings
        Closed outlines (m, 2) of built-up land, metres.
    junctions
        (k, 2) metres, nodes where three or more roads meet.

    Returns
    -------
    numpy.ndarray
        (n,) bool.
    """
    if len(points) == 0:
        return np.zeros(0, bool)
    corner, far = points.min(axis=0) - 1.0, points.max(axis=0) + 1.0
    return _on_built_up_land(points, rings, corner, far) | _among_junctions(points, junctions, corner, far)


def _on_built_up_land(points: np.ndarray, rings: list[np.ndarray], corner: np.ndarray, far: np.ndarray) -> np.ndarray:
    if not rings:
        return np.zeros(len(points), bool)
    columns, rows = np.ceil((far - corner) / LAND_CELL_M).astype(int)
    shapes = [{"type": "Polygon", "coordinates": [ring.tolist()]} for ring in rings]
    land = rasterize(shapes, (rows, columns), transform=from_origin(corner[0], corner[1] + rows * LAND_CELL_M, LAND_CELL_M, LAND_CELL_M))
    column, row = ((points - corner) / LAND_CELL_M).astype(int).T
    return land[rows - 1 - row, column] > 0


def _among_junctions(points: np.ndarray, junctions: np.ndarray, corner: np.ndarray, far: np.ndarray) -> np.ndarray:
    shape = np.ceil((far - corner) / DENSITY_CELL_M).astype(int) + 3
    count = np.zeros(shape, np.int32)
    inside = junctions[((junctions >= corner) & (junctions <= far)).all(axis=1)]
    np.add.at(count, tuple(((inside - corner) / DENSITY_CELL_M).astype(int).T + 1), 1)
    total = sum(np.roll(count, (dx, dy), (0, 1)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    dense = total >= JUNCTIONS_PER_KM2 * (3 * DENSITY_CELL_M / 1000) ** 2
    return dense[tuple(((points - corner) / DENSITY_CELL_M).astype(int).T + 1)]

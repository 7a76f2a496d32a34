"""In town or out of it: one rule for every place whose tags do not say."""

from __future__ import annotations

import numpy as np
import shapely
from rasterio.features import rasterize
from rasterio.transform import from_origin
from shapely import STRtree

from ..arrays import Bools, Floats, Ints

#: Cell of the map of built-up land, metres, and the cells on each side of a sheet of it: only sheets with roads are
#: drawn.
LAND_CELL_M, SHEET_CELLS = 50.0, 1024
#: Junctions are counted in squares of three cells of this side; in French towns 30 junctions per km² is where streets
#: begin to form a mesh (own choice, editable here only: the network file keeps the result).
DENSITY_CELL_M = 250.0
JUNCTIONS_PER_KM2 = 30.0


def in_settlement(points: Floats, rings: list[Floats], junctions: Floats) -> Bools:
    """Tell which points lie in a settlement.

    Inside residential, commercial, retail or industrial land, or where junctions are dense.

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
    return _on_built_up_land(points, rings, corner) | _among_junctions(points, junctions, corner, far)


def _on_built_up_land(points: Floats, rings: list[Floats], corner: Floats) -> Bools:
    if not rings:
        return np.zeros(len(points), bool)
    inside = np.zeros(len(points), bool)
    cell = ((points - corner) / LAND_CELL_M).astype(int)
    outlines = STRtree(shapely.box(*np.array([[*ring.min(axis=0), *ring.max(axis=0)] for ring in rings]).T))
    side = SHEET_CELLS * LAND_CELL_M
    column, row = (cell // SHEET_CELLS).T
    high = int(row.max()) + 1
    sheets, of = np.unique(column * high + row, return_inverse=True)
    for number, sheet in enumerate(np.column_stack(np.divmod(sheets, high))):
        west, south = corner + sheet * side
        near = outlines.query(shapely.box(west, south, west + side, south + side))
        if not len(near):
            continue
        shapes = [{"type": "Polygon", "coordinates": [rings[ring].tolist()]} for ring in np.sort(near)]
        land = rasterize(
            shapes, (SHEET_CELLS, SHEET_CELLS), transform=from_origin(west, south + side, LAND_CELL_M, LAND_CELL_M)
        )
        here = np.flatnonzero(of.ravel() == number)
        column, row = (cell[here] - sheet * SHEET_CELLS).T
        inside[here] = land[SHEET_CELLS - 1 - row, column] > 0
    return inside


def _among_junctions(points: Floats, junctions: Floats, corner: Floats, far: Floats) -> Bools:
    high = int(np.ceil((far - corner)[1] / DENSITY_CELL_M)) + 3
    inside = junctions[((junctions >= corner) & (junctions <= far)).all(axis=1)]

    def number_of(xy: Floats) -> Ints:
        number: Ints = ((xy - corner) / DENSITY_CELL_M).astype(np.int64) @ np.array([high, 1]) + high + 1
        return number

    held, count = np.unique(number_of(inside), return_counts=True)
    asked, of = np.unique(number_of(points), return_inverse=True)
    total = np.zeros(len(asked), np.int64)
    for step in (dx * high + dy for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
        place = np.minimum(np.searchsorted(held, asked + step), max(len(held) - 1, 0))
        total += np.where(held[place] == asked + step, count[place], 0) if len(held) else 0
    dense: Bools = total >= JUNCTIONS_PER_KM2 * (3 * DENSITY_CELL_M / 1000) ** 2
    return dense[of.ravel()]

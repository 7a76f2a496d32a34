"""The ground under the roads: how steep, how high and how winding each piece of some fifty metres is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import rasterio
from pyproj import CRS, Transformer
from rasterio.fill import fillnodata
from rasterio.windows import Window

from ..arrays import Arrays, Bools, Floats, Ints
from ..compiled import compiled
from ..errors import InputError
from ..files import existing
from ..progress import SILENT, Progress
from ..rasters import metres, transformed, unpacked
from ..text import tr
from .attributes import BEND_UNITS, BRIDGE, SLOPE_UNITS, TUNNEL

if TYPE_CHECKING:
    from rasterio import DatasetReader

PIECE_M = 50.0
#: Sinuosity is measured over this length of road, and not at all on edges shorter than the least: a street corner is no
#: mountain road.
BEND_WINDOW_M, BEND_LEAST_M = 400.0, 300.0
#: A raster is read in tiles of so many cells, each with a margin from which voids are filled.
_TILE, _MARGIN = 1024, 64
#: Of the points along roads, at most this share may lie outside the raster or in a void too large to fill.
MOST_WITHOUT_HEIGHT = 0.01
_LOWEST_M, _HIGHEST_M = -500.0, 9000.0
#: Roads steeper than this are errors of the raster, and hardly any should be (the steepest streets of the world have 35
#: %).
_STEEPEST, _MOST_STEEP = 0.40, 0.05


def bends(shape_start: Ints, shape_xy: Floats) -> Arrays:
    """Cut each edge into equal pieces and measure how winding the road is around each.

    Parameters
    ----------
    shape_start, shape_xy
        Points of each edge, metres.

    Returns
    -------
    dict
        ``piece_start`` (e + 1,), ``piece_bend`` (p,) uint8: hundredths of sinuosity above 1, and empty ``piece_slope``
        and ``piece_altitude``.
    """
    length = _lengths(shape_start, shape_xy)
    start = np.concatenate([[0], np.cumsum(np.maximum(np.ceil(length / PIECE_M), 1))]).astype(np.int64)
    sinuosity = _sinuosity(shape_start, shape_xy, length, start)
    bend = np.minimum(np.floor(BEND_UNITS * (sinuosity - 1) + 1e-6), 255).astype(np.uint8)
    return {
        "piece_start": start,
        "piece_bend": bend,
        "piece_slope": np.zeros(0, np.uint8),
        "piece_altitude": np.zeros(0, np.int16),
    }


def heights(
    arrays: Arrays, crs: CRS, dem: str | os.PathLike[str], *, progress: Progress = SILENT
) -> tuple[Arrays, dict[str, Any]]:
    """Read the heights along the edges from a raster.

    Heights are taken every fifty metres, between the four cells around, and smoothed over three points; on bridges and
    in tunnels they run straight from end to end. Voids are filled from their edges (GDAL's inverse distance) and
    counted.

    Parameters
    ----------
    arrays
        Edges with ``shape_xy`` in metres, ``edge_kind``, ``kinds`` and what :func:`bends` returned.
    crs
        Of the edges.
    dem
        A raster of metres that GDAL reads (GeoTIFF, ASCII grid, SRTM ``.hgt`` or ``.hgt.zip``…).

    Returns
    -------
    arrays, counts
        ``piece_slope`` (p,) uint8, quarters of a percent up or down, and ``piece_altitude`` (p,) int16, metres; and
        ``points``, ``voids_filled``, ``without_height``.

    Raises
    ------
    InputError
        The raster cannot be read, has no reference system, holds no heights, or does not cover the roads.
    """
    path = dem if str(dem).startswith("/vsi") else existing(dem)  # GDAL's own names for what lies in an archive
    start, shape_start = arrays["piece_start"], arrays["shape_start"]
    xy = points_between_pieces(shape_start, arrays["shape_xy"], start)
    try:
        with unpacked(path) as here, rasterio.open(here) as raster:
            if raster.crs is None:
                raise InputError(
                    tr(
                        "The elevation model {path} has no reference system. Give it one (gdal_edit, or QGIS's "
                        "“Assign projection”)."
                    ).format(path=path)
                )
            scale, offset = metres(raster, path, progress)
            cells = _cells(raster, xy, crs)
            z, filled = _sample(raster, cells, progress)
    except (rasterio.errors.RasterioError, rasterio.errors.RasterioIOError) as error:
        raise InputError(
            tr(
                "{path} cannot be read as a raster of heights ({reason}). Choose a GeoTIFF, an ASCII grid or an "
                "SRTM tile."
            ).format(path=path, reason=error)
        ) from None
    z = z * scale + offset
    lost = np.isnan(z)
    if lost.mean() > MOST_WITHOUT_HEIGHT:
        text = tr(
            "The elevation model {path} does not cover the roads: {share:.0%} of the points along them have no "
            "height. Add the missing tiles (gdalbuildvrt joins them), or build without it."
        )
        raise InputError(text.format(path=path, share=lost.mean()))
    if np.nanmin(z) < _LOWEST_M or np.nanmax(z) > _HIGHEST_M:
        text = tr(
            "The elevation model {path} gives heights from {low:.0f} to {high:.0f}: these are no metres. Check "
            "the raster and its “no data” value."
        )
        raise InputError(text.format(path=path, low=np.nanmin(z), high=np.nanmax(z)))
    straight = np.isin(arrays["kinds"]["structure"], (BRIDGE, TUNNEL))[arrays["edge_kind"]]
    slope, altitude = _slopes(z, start, _lengths(shape_start, arrays["shape_xy"]), straight)
    steep = float((slope > _STEEPEST).mean())
    if steep > _MOST_STEEP:
        text = tr(
            "{path}: {share:.0%} of the roads would be steeper than {most:.0%}. Are its heights metres, and its "
            "voids marked as “no data”?"
        )
        progress.warn(text.format(path=path, share=steep, most=_STEEPEST))
    found = {
        "piece_slope": np.minimum(np.rint(SLOPE_UNITS * 100 * slope), 255).astype(np.uint8),
        "piece_altitude": np.rint(altitude).astype(np.int16),
    }
    return found, {
        "name": Path(path).name,
        "path": os.path.abspath(path) if os.path.exists(path) else str(path),
        "points": len(z),
        "voids_filled": int(filled.sum()),
        "without_height": int(lost.sum()),
    }


@compiled
def _lengths(start: Ints, xy: Floats) -> Floats:
    length = np.zeros(len(start) - 1)
    for edge in range(len(length)):
        for i in range(start[edge], start[edge + 1] - 1):
            length[edge] += np.hypot(xy[i + 1, 0] - xy[i, 0], xy[i + 1, 1] - xy[i, 1])
    return length


@compiled
def _walk(xy: Floats, first: int, last: int, wanted: Floats, out: Floats) -> None:
    """Write into `out` the points at increasing distances along a line."""
    i, before = first, 0.0
    step = np.hypot(xy[i + 1, 0] - xy[i, 0], xy[i + 1, 1] - xy[i, 1])
    for k in range(len(wanted)):
        while i + 1 < last and before + step < wanted[k]:
            before += step
            i += 1
            step = np.hypot(xy[i + 1, 0] - xy[i, 0], xy[i + 1, 1] - xy[i, 1])
        share = min(max((wanted[k] - before) / step, 0.0), 1.0) if step > 0 else 0.0
        out[k, 0] = xy[i, 0] + share * (xy[i + 1, 0] - xy[i, 0])
        out[k, 1] = xy[i, 1] + share * (xy[i + 1, 1] - xy[i, 1])


def points_between_pieces(shape_start: Ints, shape_xy: Floats, piece_start: Ints) -> Floats:
    """Return the ends of all pieces, (p + e, 2) metres: one more an edge than it has pieces."""
    return _points_between_pieces(shape_start, shape_xy, _lengths(shape_start, shape_xy), piece_start)


@compiled
def _points_between_pieces(shape_start: Ints, xy: Floats, length: Floats, start: Ints) -> Floats:
    points = np.empty((start[-1] + len(length), 2))
    for edge in range(len(length)):
        count = start[edge + 1] - start[edge]
        first = start[edge] + edge
        _walk(
            xy,
            shape_start[edge],
            shape_start[edge + 1] - 1,
            length[edge] * np.arange(count + 1) / count,
            points[first : first + count + 1],
        )
    return points


@compiled
def _sinuosity(shape_start: Ints, xy: Floats, length: Floats, start: Ints) -> Floats:
    found = np.ones(start[-1])
    ends = np.empty((2, 2))
    for edge in range(len(length)):
        if length[edge] < BEND_LEAST_M:
            continue
        count = start[edge + 1] - start[edge]
        window = min(BEND_WINDOW_M, length[edge])
        for k in range(count):
            low = min(max((k + 0.5) * length[edge] / count - window / 2, 0.0), length[edge] - window)
            _walk(xy, shape_start[edge], shape_start[edge + 1] - 1, np.array([low, low + window]), ends)
            apart = np.hypot(ends[1, 0] - ends[0, 0], ends[1, 1] - ends[0, 1])
            found[start[edge] + k] = window / max(apart, 1.0)
    return found


def _cells(raster: DatasetReader, xy: Floats, crs: CRS) -> Floats:
    """Return the column and row (n, 2) of points in a raster, counted from the centre of its first cell."""
    x, y = Transformer.from_crs(crs, CRS.from_user_input(raster.crs), always_xy=True).transform(*xy.T)
    column, row = transformed(~raster.transform, x, y)
    return np.column_stack([column, row]) - 0.5


def _sample(raster: DatasetReader, cells: Floats, progress: Progress) -> tuple[Floats, Bools]:
    """Return the height at each point, NaN where there is none, and which of them took a filled void; tile by tile."""
    z, filled = np.full(len(cells), np.nan), np.zeros(len(cells), bool)
    inside = ((cells >= -0.5) & (cells <= np.array([raster.width, raster.height]) - 0.5)).all(axis=1)
    rows = np.flatnonzero(inside)
    tile = np.floor(np.maximum(cells[rows], 0) / _TILE).astype(np.int64)
    key = tile[:, 1] * (raster.width // _TILE + 1) + tile[:, 0]
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    for number, (low, high) in enumerate(zip(first, np.append(first[1:], len(order)))):
        progress.at(number / len(first))
        of_tile = rows[order[low:high]]
        z[of_tile], filled[of_tile] = _sample_tile(raster, cells[of_tile], tile[order[low]] * _TILE)
    return z, filled


def _sample_tile(raster: DatasetReader, cells: Floats, corner: Ints) -> tuple[Floats, Bools]:
    origin = np.maximum(corner - _MARGIN, 0)
    end = np.minimum(corner + _TILE + _MARGIN, [raster.width, raster.height])
    window = Window(*origin, *(end - origin))
    data = raster.read(1, window=window, masked=True).astype(np.float32)
    known = ~np.ma.getmaskarray(data) & np.isfinite(data.filled(np.nan)) & (data.filled(np.nan) > -32000)
    values = data.filled(0)
    if not known.any():
        return np.full(len(cells), np.nan), np.zeros(len(cells), bool)
    if not known.all():
        values = fillnodata(values, mask=known.astype(np.uint8), max_search_distance=_MARGIN)
        reached = fillnodata(known.astype(np.float32), mask=known.astype(np.uint8), max_search_distance=_MARGIN) > 0
        values = np.where(reached, values, np.nan)
    at = np.clip(cells - origin, 0, np.array(values.shape[::-1]) - 1)
    low = np.minimum(np.floor(at).astype(np.int64), np.maximum(np.array(values.shape[::-1]) - 2, 0))
    (column, row), (u, v) = low.T, (at - low).T
    right, below = np.minimum(column + 1, values.shape[1] - 1), np.minimum(row + 1, values.shape[0] - 1)
    z = (values[row, column] * (1 - u) + values[row, right] * u) * (1 - v) + (
        values[below, column] * (1 - u) + values[below, right] * u
    ) * v
    void = ~(known[row, column] & known[row, right] & known[below, column] & known[below, right])
    return z, void & ~np.isnan(z)


def _slopes(z: Floats, start: Ints, length: Floats, straight: Bools) -> tuple[Floats, Floats]:
    """Return the slope (a share, up or down) and the altitude of each piece.

    Flat where heights are missing, at the altitude known nearest along the file.
    """
    count = np.diff(start)
    edge = np.repeat(np.arange(len(count)), count + 1)
    first = start[:-1] + np.arange(len(count))  # the first point of each edge
    last = first + count
    known = np.flatnonzero(~np.isnan(z))
    flat = np.isnan(z)
    z = np.interp(np.arange(len(z)), known, z[known])
    inner = np.ones(len(z), bool)
    inner[first] = inner[last] = False
    smooth = z.copy()
    rows = np.flatnonzero(inner)
    smooth[rows] = (z[rows - 1] + z[rows] + z[rows + 1]) / 3
    share = (np.arange(len(z)) - first[edge]) / count[edge]
    smooth = np.where(straight[edge], z[first[edge]] * (1 - share) + z[last[edge]] * share, smooth)
    begin = np.delete(np.arange(len(z)), last)  # each piece begins at a point that is not the last of its edge
    rise = np.where(flat[begin] | flat[begin + 1], 0.0, np.abs(smooth[begin + 1] - smooth[begin]))
    piece = np.repeat(length / count, count)
    return rise / np.maximum(piece, 1e-9), (smooth[begin + 1] + smooth[begin]) / 2

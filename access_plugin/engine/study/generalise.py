"""Areas for paper and screen: no finer than what can be seen, so that a page of a région is a few megabytes.

The figures never come from these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..arrays import Bools, Floats, Ints, Objects
from ..progress import SILENT, Progress, side_by_side

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: Steps across the longer side of a page's map: 0.15 mm on A4. Parts and holes of fewer square steps, rings of a line
#: around fewer, are left out: crumbs of half a square millimetre.
ACROSS, LEAST_STEPS = 1200, 24.0
#: Around a unit, this part of its longer side is drawn too, faded on the page.
_AROUND = 0.35
KINDS = ("isochrones", "not_computed", "threshold", "roads")


def generalised(
    layers: dict[str, gpd.GeoDataFrame],
    units: gpd.GeoDataFrame | None,
    bounds: tuple[float, float, float, float],
    progress: Progress = SILENT,
) -> dict[str, gpd.GeoDataFrame]:
    """Return the layers of :data:`KINDS` for the whole and for each unit, as the page of each can show them.

    ``unit`` is empty for the whole; those of a unit are cut around it.

    Parameters
    ----------
    layers
        In one projected reference system.
    units
        With ``code``, in the same system; None for none.
    bounds
        Of what the map of the whole shows.
    """
    frames = [("", _around(bounds, 0.15))]
    frames += (
        [(row.code, _around(row.geometry.bounds, _AROUND)) for row in units.itertuples()] if units is not None else []
    )
    asked = [
        (shape, frame, name == "roads")
        for name, table in layers.items()
        for _, frame in frames
        for shape in table.geometry
    ]
    shapes = iter(side_by_side(lambda one: _cut(*one, progress), asked))
    return {
        name: pd.concat([_drawn(table, unit, shapes) for unit, _ in frames], ignore_index=True)
        for name, table in layers.items()
    }


def on_paper(areas: gpd.GeoDataFrame, bounds: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    """Return areas side by side as the page of the whole can show them; none is left out, however small.

    `bounds` are those of what the map of the whole shows.
    """
    west, _, east, _ = _around(bounds, 0.15)
    step = (east - west) / ACROSS
    shapes = areas.geometry.to_numpy().copy()
    parts, of = shapely.get_parts(shapes, return_index=True)
    polygons, part = _polygons_on_grid(parts, step, least=0.0)
    shapely.multipolygons(polygons, indices=of[part], out=shapes)
    return areas.set_geometry(shapes, crs=areas.crs)


def _around(bounds: tuple[float, float, float, float], part: float) -> tuple[float, float, float, float]:
    """Return a square around some bounds, larger by a part of its side."""
    west, south, east, north = bounds
    half = max(east - west, north - south) * (0.5 + part)
    x, y = (west + east) / 2, (south + north) / 2
    return x - half, y - half, x + half, y + half


def _cut(
    shape: BaseGeometry, frame: tuple[float, float, float, float], crumbs: bool, progress: Progress
) -> BaseGeometry:
    """Return a shape as the map of a frame can show it; with `crumbs`, rings of a line that enclose little stay."""
    progress.check()
    step = (frame[2] - frame[0]) / ACROSS
    parts = _inside(shape, frame, LEAST_STEPS * step**2)
    if not crumbs and len(parts) and (shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING).all():
        parts = parts[~shapely.is_closed(parts) | (_enclosed(parts) >= LEAST_STEPS * step**2)]
    return _generalise(parts, step)


def _drawn(table: gpd.GeoDataFrame, unit: str, shapes: Iterator[BaseGeometry]) -> gpd.GeoDataFrame:
    """Return a table with the next shapes, as far as there is something of them."""
    here = gpd.GeoSeries([next(shapes) for _ in table.index], index=table.index, crs=table.crs)
    drawn = table.assign(unit=unit).set_geometry(here)
    return drawn[~drawn.is_empty]


def _inside(shape: BaseGeometry, frame: tuple[float, float, float, float], least: float) -> Objects:
    """Return the parts of a shape inside a frame; only those that cross it are cut.

    These are without the holes whose area is less than the least that is drawn.
    """
    parts = shapely.get_parts(shape)
    touching, within = _stand(parts, frame)
    parts, cut = parts[touching], ~within[touching]
    parts[cut] = shapely.clip_by_rect([_without_holes(part, frame, least) for part in parts[cut]], *frame)
    inside: Objects = shapely.get_parts(parts)
    return inside


def _stand(shapes: Objects, frame: tuple[float, float, float, float]) -> tuple[Bools, Bools]:
    """Tell which shapes touch a frame, and which lie in it, by their bounds."""
    low, high, of = np.array(frame[:2]), np.array(frame[2:]), shapely.bounds(shapes)
    touching = (of[:, :2] <= high) & (of[:, 2:] >= low)
    within = (of[:, :2] >= low) & (of[:, 2:] <= high)
    return touching.all(axis=1), within.all(axis=1)


def _without_holes(shape: BaseGeometry, frame: tuple[float, float, float, float], least: float) -> BaseGeometry:
    """Return a polygon without the holes that lie outside a frame, or inside it and are small; others as they are."""
    if shapely.get_num_interior_rings(shape) == 0:
        return shape
    shell, *holes = shapely.get_rings(shape)
    holes = np.array(holes)
    touching, within = _stand(holes, frame)
    kept = touching & (~within | (shapely.area(shapely.polygons(holes)) >= least))
    return shapely.polygons(shell, holes=holes[kept])


def _enclosed(lines: Objects) -> Floats:
    """Return the area that each line encloses; infinite for one that is open."""
    closed = shapely.is_closed(lines)
    areas = np.full(len(lines), np.inf)
    if closed.any():
        corners, of = shapely.get_coordinates(lines[closed], return_index=True)
        areas[closed] = shapely.area(shapely.polygons(shapely.linearrings(corners, indices=of)))
    return areas


def _generalise(parts: Objects, step: float) -> BaseGeometry:
    """Move the corners of the parts of a shape onto a grid, which neighbours share.

    Without points that fall together, parts and holes that cannot be seen.
    """
    kinds = shapely.get_type_id(parts)
    lines = parts[kinds == shapely.GeometryType.LINESTRING]
    if len(lines) and not (kinds == shapely.GeometryType.POLYGON).any():
        corners, of = _on_grid(lines, step)
        corners, of = _of_at_least(corners, of, 2)
        return (
            shapely.MultiLineString(list(shapely.linestrings(corners, indices=_numbered(of))))
            if len(of)
            else shapely.MultiLineString()
        )
    return shapely.multipolygons(_polygons_on_grid(parts, step)[0])


def _polygons_on_grid(parts: Objects, step: float, *, least: float = LEAST_STEPS) -> tuple[Objects, Ints]:
    """Return the polygons among some parts with their corners on a grid, and the place of each among the parts.

    Polygons and holes of fewer square steps than `least` are left out, and what has no area.
    """
    none, area = (np.zeros(0, object), np.zeros(0, np.int64)), shapely.area(parts)
    seen = np.flatnonzero((area > 0) & (area >= least * step**2))
    if not len(seen):
        return none
    rings, owner = shapely.get_rings(parts[seen], return_index=True)
    large = shapely.area(shapely.polygons(rings)) >= least * step**2
    outer = _is_outer(parts[seen], large)
    corners, of = _of_at_least(*_on_grid(rings[large], step), 4)
    kept = np.unique(of)
    owner, outer = owner[large][kept], outer[kept]
    whole = np.isin(owner, owner[outer])
    if not whole.any():
        return none
    made = shapely.linearrings(corners, indices=_numbered(of))
    found: Objects = shapely.polygons(made[whole], indices=_numbered(owner[whole]))
    return found, seen[np.unique(owner[whole])]


def _is_outer(polygons: Objects, large: Bools) -> Bools:
    """Tell which of the large rings are the outer ones of their polygons: the first of each."""
    counts = shapely.get_num_interior_rings(polygons) + 1
    first = np.zeros(int(counts.sum()), bool)
    first[np.cumsum(np.r_[0, counts[:-1]]).astype(int)] = True
    kept: Bools = first[large]
    return kept


def _on_grid(shapes: Objects, step: float) -> tuple[Floats, Ints]:
    """Return corners on the grid and the number of their shape, each point once, of points in a row the ends."""
    corners, of = shapely.get_coordinates(shapes, return_index=True)
    cells = np.round(corners / step)
    if not len(of):
        return cells, of
    same = np.r_[False, (np.diff(of) == 0) & (np.diff(cells, axis=0) == 0).all(axis=1)]
    cells, of = cells[~same], of[~same]
    if len(of) > 2:
        before, after = np.diff(cells[:-1], axis=0), np.diff(cells[1:], axis=0)
        inside = (of[:-2] == of[1:-1]) & (of[1:-1] == of[2:])
        ahead = (before * after).sum(axis=1) > 0  # a way that turns back on itself has its end there
        straight = inside & ahead & (before[:, 0] * after[:, 1] == before[:, 1] * after[:, 0])
        kept = np.r_[True, ~straight, True]
        cells, of = cells[kept], of[kept]
    return cells * step, of


def _of_at_least(corners: Floats, of: Ints, least: int) -> tuple[Floats, Ints]:
    """Leave out the shapes of too few corners."""
    enough = (np.bincount(of, minlength=1)[of] >= least) if len(of) else np.zeros(0, bool)
    return corners[enough], of[enough]


def _numbered(of: Ints) -> Ints:
    """Return the numbers of shapes without gaps."""
    return np.unique(of, return_inverse=True)[1]

"""Smoother borders for print: a step of its own, after which no figure may be measured."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import rasterio.features
import shapely
from rasterio.transform import Affine

from ..arrays import Ints, Objects
from ..errors import InputError
from ..progress import SILENT, Progress
from ..tables import check_polygons
from ..text import tr
from .contours import polygons_of

_TURNS = 2
#: Whether sites overlap is seen on a picture of so many points a side.
_LOOK = 2000
_CHECK_EVERY = 200
#: What tells sets of areas apart that may overlap each other.
_SETS = ("site_id", "role", "direction")


def smooth_areas(
    areas: gpd.GeoDataFrame, tolerance_m: float, name: str, *, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Smooth the borders of areas, those that two of them share once for both.

    What did not overlap does not, and no gap opens.

    Each border between two junctions is simplified (Douglas & Peucker 1973, within the tolerance), then its corners are
    cut twice (Chaikin 1974, by half the tolerance at most); junctions stay. Where areas overlap, as those of each site
    by itself, each site's own are smoothed together.

    Parameters
    ----------
    areas
        Polygons in a metric reference system, such as isochrones or the areas beyond; all other columns are kept.
    tolerance_m
        How far a border may move in the first of the two steps, metres.
    name
        What messages call the layer.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows, index and columns; areas much smaller than the tolerance may have become empty.

    Raises
    ------
    InputError
        The layer holds no polygons, its coordinates are degrees, or the tolerance is not positive.
    """
    full = ~areas.is_empty.to_numpy()  # a band may hold people on a road too short to draw
    if full.any():
        check_polygons(areas[full], name)
    if areas.crs is None or not areas.crs.is_projected:
        raise InputError(
            tr("{name} is not in a metric reference system. Reproject it, to EPSG:2154 in mainland France.").format(
                name=name
            )
        )
    if not tolerance_m > 0:
        raise InputError(
            tr("The tolerance must be a positive number of metres, not {value}.").format(value=tolerance_m)
        )
    shapes = areas.geometry.to_numpy().copy()
    sets = [rows[full[rows]] for rows in _sets(areas)]
    for number, rows in enumerate(rows for rows in sets if len(rows)):
        shapes[rows] = _smoothed(shapes[rows], tolerance_m, progress.part(number / len(sets), (number + 1) / len(sets)))
    before, after = areas.area.sum() / 1e6, float(shapely.area(shapes).sum()) / 1e6
    text = tr(
        "Borders were smoothed for print, by {metres:g} m: {before:.1f} km² became {after:.1f} km². Figures are "
        "those of the areas before: measure nothing on these."
    )
    progress.say(text.format(metres=tolerance_m, before=before, after=after))
    return areas.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=areas.crs))


def _sets(areas: gpd.GeoDataFrame) -> list[Ints]:
    """Return the rows to be smoothed together.

    Those of each direction, or, where there those of two sites overlap, those of each site.
    """
    directions = (
        areas.groupby(areas["direction"].astype(str), sort=False).indices.values()
        if "direction" in areas
        else [np.arange(len(areas))]
    )
    return [rows[own] for rows in directions for own in _apart(areas.iloc[rows])]


def _apart(areas: gpd.GeoDataFrame) -> list[Ints]:
    keys = [areas[column].astype(str) for column in _SETS if column in areas]
    sets = list(areas.groupby(keys, sort=False).indices.values()) if keys else []
    everything: list[Ints] = [np.arange(len(areas))]
    if len(sets) < 2 or areas.is_empty.all():
        return everything
    low, high = np.array(areas.total_bounds[:2]), np.array(areas.total_bounds[2:])
    side = max((high - low).max() / _LOOK, 1e-3)
    shape, place = tuple(np.ceil((high - low) / side).astype(int)[::-1] + 1), Affine(side, 0, low[0], 0, side, low[1])
    seen = np.zeros(shape, bool)
    for rows in sets:
        drawn = [shape for shape in areas.geometry.iloc[rows] if not shape.is_empty]
        if not drawn:
            continue
        own = rasterio.features.rasterize(drawn, shape, transform=place).astype(bool)
        if (seen & own).any():
            return sets
        seen |= own
    return everything


def _smoothed(shapes: Objects, tolerance_m: float, progress: Progress) -> Objects:
    borders = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(shapes))))
    lines = []
    for number, line in enumerate(borders):
        if number % _CHECK_EVERY == 0:
            progress.at(0.7 * number / len(borders))
        lines.append(_smooth_line(line, tolerance_m))
    progress.at(0.7)
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(lines)]))
    row = _owners(faces, shapes, progress.part(0.7, 1.0))
    return np.array([polygons_of(shapely.union_all(faces[row == number])) for number in range(len(shapes))], object)


def _owners(faces: Objects, shapes: Objects, progress: Progress) -> Ints:
    """Return for each face the shape that covers most of it, -1 where more of it is covered by none."""
    tree, owner = shapely.STRtree(shapes), np.full(len(faces), -1)
    for number, face in enumerate(faces):
        if number % _CHECK_EVERY == 0:
            progress.at(number / len(faces))
        here = tree.query(face)
        covered = shapely.area(shapely.intersection(shapes[here], face))
        if len(here) and covered.max() > face.area - covered.sum():
            owner[number] = here[covered.argmax()]
    return owner


def _smooth_line(line: shapely.LineString, tolerance_m: float) -> shapely.LineString:
    simple, closed = shapely.simplify(line, tolerance_m), shapely.is_closed(line)
    if closed and shapely.get_num_coordinates(simple) < 4:
        simple = line  # a ring that would vanish
    # a corner is cut by half the tolerance at most
    simple = shapely.get_coordinates(shapely.segmentize(simple, 2 * tolerance_m))
    for _ in range(_TURNS):
        a, b = simple[:-1], simple[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 2)
        simple = np.vstack([cut, cut[:1]]) if closed else np.vstack([simple[:1], cut[1:-1], simple[-1:]])
    return shapely.simplify(shapely.LineString(simple), tolerance_m / 20)

"""Smoother borders for print: a step of its own, after which no figure may be measured."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from ..errors import InputError
from ..progress import SILENT, Progress
from ..tables import check_polygons
from ..text import tr
from .contours import polygons_of

_TURNS = 2
_ROUNDING = 1e-6
#: What tells sets of areas apart that may overlap each other.
_SETS = ("site_id", "role", "direction")


def smooth_areas(areas: gpd.GeoDataFrame, tolerance_m: float, name: str, *, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Smooth the borders of areas, those that two of them share once for both: what did not overlap does not, and no gap opens.

    Each border between two junctions is simplified (Douglas & Peucker 1973, within the tolerance), then its corners are cut twice (Chaikin 1974, by half the tolerance
    at most); junctions stay. Where areas overlap, as those of each site by itself, each site's own are smoothed together.

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
    check_polygons(areas, name)
    if areas.crs is None or not areas.crs.is_projected:
        raise InputError(tr("{name} is not in a metric reference system. Reproject it, to EPSG:2154 in mainland France.").format(name=name))
    if not tolerance_m > 0:
        raise InputError(tr("The tolerance must be a positive number of metres, not {value}.").format(value=tolerance_m))
    shapes = areas.geometry.to_numpy().copy()
    sets = _sets(areas)
    for number, rows in enumerate(sets):
        progress.at(number / len(sets))
        shapes[rows] = _smoothed(shapes[rows], tolerance_m)
    before, after = areas.area.sum() / 1e6, float(shapely.area(shapes).sum()) / 1e6
    text = tr("Borders were smoothed for print, by {metres:g} m: {before:.1f} km² became {after:.1f} km². Figures are those of the areas before: measure nothing on these.")
    progress.say(text.format(metres=tolerance_m, before=before, after=after))
    return areas.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=areas.crs))


def _sets(areas: gpd.GeoDataFrame) -> list[np.ndarray]:
    """Return the rows to be smoothed together: all, or, where areas overlap, those of each site."""
    keys = [areas[column].astype(str) for column in _SETS if column in areas]
    apart = shapely.union_all(areas.geometry.to_numpy()).area > (1 - _ROUNDING) * areas.area.sum()
    return [np.arange(len(areas))] if apart or not keys else list(areas.groupby(keys, sort=False).indices.values())


def _smoothed(shapes: np.ndarray, tolerance_m: float) -> np.ndarray:
    borders = shapely.line_merge(shapely.union_all(shapely.boundary(shapes)))
    lines = [_smooth_line(line, tolerance_m) for line in shapely.get_parts(borders)]
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(lines)]))
    face, row = shapely.STRtree(shapes).query(shapely.point_on_surface(faces), predicate="intersects")
    return np.array([polygons_of(shapely.union_all(faces[face[row == number]])) for number in range(len(shapes))], object)


def _smooth_line(line: shapely.LineString, tolerance_m: float) -> shapely.LineString:
    simple, closed = shapely.simplify(line, tolerance_m), shapely.is_closed(line)
    if closed and shapely.get_num_coordinates(simple) < 4:
        simple = line  # a ring that would vanish
    simple = shapely.get_coordinates(shapely.segmentize(simple, 2 * tolerance_m))  # a corner is cut by half the tolerance at most
    for _ in range(_TURNS):
        a, b = simple[:-1], simple[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 2)
        simple = np.vstack([cut, cut[:1]]) if closed else np.vstack([simple[:1], cut[1:-1], simple[-1:]])
    return shapely.simplify(shapely.LineString(simple), tolerance_m / 20)

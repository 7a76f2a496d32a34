"""The areas beyond a threshold, the line around them, and the land without a time.

A class of its own, neither reached nor beyond.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import rasterio.features
import shapely
from pyproj import CRS
from rasterio.transform import Affine

from ..arrays import Bools
from ..network.graph import Network
from ..network.rim import land_of
from ..network.terrain import points_between_pieces
from .contours import polygons_of
from .fields import Field

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

KM2 = 1e6
#: Why land has no time: farther than the cap from every road (lakes, glaciers, forests), or roads without a way to a
#: site that is open at every moment.
REASONS = ("no_road", "no_way")


def threshold_line(field: Field, threshold: float, crs: CRS) -> gpd.GeoDataFrame:
    """Draw the line on which the nearest site is exactly the threshold away: column ``minutes``, one row."""
    line = field.contours().line(threshold)
    return gpd.GeoDataFrame({"minutes": [threshold]}, geometry=[line], crs=crs)


def areas_beyond(
    field: Field, threshold: float, crs: CRS, *, territories: gpd.GeoDataFrame | None = None
) -> gpd.GeoDataFrame:
    """Draw the areas near a road that lie beyond the threshold, cut by territory where these are given.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``territory`` (its code; empty without territories, and for what lies outside them) and ``area_km2``,
        one row a territory, in the reference system of the field; a territory without such an area has an empty shape.
    """
    if territories is None:
        table = gpd.GeoDataFrame({"territory": [""]}, geometry=[_drawn_beyond(field, threshold)], crs=crs)
    else:
        shapes = shapely.make_valid(territories.to_crs(crs).geometry.to_numpy())
        parts = [
            polygons_of(shapely.intersection(_drawn_beyond(_part(field, shape.bounds), threshold), shape))
            for shape in shapes
        ]
        parts.append(polygons_of(shapely.difference(_drawn_beyond(field, threshold), shapely.union_all(shapes))))
        table = gpd.GeoDataFrame({"territory": [*territories["code"].astype(str), ""]}, geometry=parts, crs=crs)
    table["area_km2"] = table.area / KM2
    return table[["territory", "area_km2", "geometry"]]


def _drawn_beyond(field: Field, threshold: float) -> shapely.MultiPolygon:
    return field.contours().band(threshold, np.inf)


def _part(field: Field, bounds: tuple[float, float, float, float]) -> Field:
    """Return the part of a field around a rectangle; areas that are drawn on it are those of the whole."""
    rows, columns = (
        slice(max(np.searchsorted(centres, low) - 2, 0), np.searchsorted(centres, high) + 2)
        for centres, low, high in ((field.y, bounds[1], bounds[3]), (field.x, bounds[0], bounds[2]))
    )
    return field.part(rows, columns)


def land_without_time(
    network: Network, field: Field, *, territories: gpd.GeoDataFrame | None = None
) -> gpd.GeoDataFrame:
    """Draw the land that has no time: neither reached nor beyond.

    Parameters
    ----------
    network, field
        The roads, and the times on them.
    territories
        What is land; without them, the squares of 2 km that hold roads, and what these enclose.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``reason`` (of :data:`REASONS`) and ``area_km2``, one row a reason that there is, in the network's
        reference system. The areas reach to those that are drawn.
    """

    def square(cells: Bools) -> tuple[Bools, Bools, Bools, Bools]:
        return (cells[:-1, :-1], cells[1:, :-1], cells[:-1, 1:], cells[1:, 1:])

    drawn, near = (np.logical_and.reduce(square(cells)) for cells in (field.drawn, field.drawn | field.near))
    kind = np.where(drawn, 0, np.where(near, 2, 1)).astype(np.uint8)
    side = field.x[1] - field.x[0]
    place = Affine(side, 0, field.x[0], 0, side, field.y[0])
    shapes = None if territories is None else shapely.make_valid(territories.to_crs(network.crs).geometry.to_numpy())
    land = (
        _land(network, field)
        if shapes is None
        else rasterio.features.rasterize(shapes, kind.shape, transform=place, all_touched=True).astype(bool)
    )
    found: dict[int, list[BaseGeometry]] = {number: [] for number in (1, 2)}
    for shape, number in rasterio.features.shapes(kind, mask=land & (kind > 0), connectivity=4, transform=place):
        found[int(number)].append(shapely.geometry.shape(shape))
    areas = [shapely.MultiPolygon(parts) for parts in found.values()]
    if shapes is not None:
        whole = shapely.union_all(shapes)
        areas = [polygons_of(shapely.intersection(area, whole)) for area in areas]
        off_the_map = shapely.difference(whole, shapely.box(field.x[0], field.y[0], field.x[-1], field.y[-1]))
        areas[0] = polygons_of(shapely.union(areas[0], off_the_map))
    table = gpd.GeoDataFrame({"reason": list(REASONS)}, geometry=areas, crs=network.crs)
    table["area_km2"] = table.area / KM2
    return table.loc[~table.is_empty, ["reason", "area_km2", "geometry"]].reset_index(drop=True)


def _land(network: Network, field: Field) -> Bools:
    """Tell which squares between the centres of cells lie on the network's land."""
    arrays = network.arrays
    land, low, side = land_of(
        points_between_pieces(
            arrays["shape_start"], network.shapes(np.arange(network.edge_count))[0], arrays["piece_start"]
        )
    )
    column, row = (
        np.clip(((centres[:-1] - start) / side).astype(int), 0, size - 1)
        for centres, start, size in zip((field.x, field.y), low, land.shape)
    )
    kept: Bools = land[column][:, row].T
    return kept

"""The areas beyond a threshold, the line around them, and the land without a time.

A class of its own, neither reached nor beyond.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import rasterio.features
import shapely
from pyproj import CRS
from rasterio.transform import Affine

from ..arrays import Bools, Objects
from ..network.graph import Network
from ..network.rim import land_of
from ..network.terrain import points_between_pieces
from ..progress import side_by_side
from .contours import polygons_of
from .fields import Field

KM2 = 1e6
#: Why land has no time: farther than the cap from every road (lakes, glaciers, forests), or roads without a way to a
#: site that is open at every moment.
REASONS = ("no_road", "no_way")


def threshold_line(field: Field, threshold: float, crs: CRS) -> gpd.GeoDataFrame:
    """Draw the line on which the nearest site is exactly the threshold away: column ``minutes``, one row."""
    line = field.contours().line(threshold)
    return gpd.GeoDataFrame({"minutes": [threshold]}, geometry=[line], crs=crs)


@dataclass(frozen=True, eq=False)
class Land:
    """Territories as areas are cut by them: their codes and their valid shapes, in the reference system of a field."""

    codes: list[str]
    shapes: Objects

    @classmethod
    def of(cls, territories: gpd.GeoDataFrame, crs: CRS) -> Land:
        """Return the land of some territories, in a reference system."""
        return cls(
            list(territories["code"].astype(str)), shapely.make_valid(territories.to_crs(crs).geometry.to_numpy())
        )

    @functools.cached_property
    def whole(self) -> shapely.Geometry:
        """All of them in one."""
        return shapely.union_all(self.shapes)


def areas_beyond(field: Field, threshold: float, crs: CRS, *, land: Land | None = None) -> gpd.GeoDataFrame:
    """Draw the areas near a road that lie beyond the threshold, cut by territory where these are given.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``territory`` (its code; empty without territories, and for what lies outside them) and ``area_km2``,
        one row a territory, in the reference system of the field; a territory without such an area has an empty shape.
    """
    if land is None:
        table = gpd.GeoDataFrame({"territory": [""]}, geometry=[_drawn_beyond(field, threshold)], crs=crs)
    else:

        def within(shape: shapely.Geometry) -> shapely.MultiPolygon:
            return polygons_of(shapely.intersection(_drawn_beyond(_part(field, shape.bounds), threshold), shape))

        parts = side_by_side(within, land.shapes)
        parts.append(polygons_of(shapely.difference(_drawn_beyond(field, threshold), land.whole)))
        table = gpd.GeoDataFrame({"territory": [*land.codes, ""]}, geometry=parts, crs=crs)
    table["area_km2"] = table.area / KM2
    return table[["territory", "area_km2", "geometry"]]


def _drawn_beyond(field: Field, threshold: float) -> shapely.MultiPolygon:
    if not (field.minutes > threshold).any():
        return shapely.MultiPolygon()
    return field.contours().band(threshold, np.inf)


def _part(field: Field, bounds: tuple[float, float, float, float]) -> Field:
    """Return the part of a field around a rectangle; areas that are drawn on it are those of the whole."""
    rows, columns = (
        slice(max(np.searchsorted(centres, low) - 2, 0), np.searchsorted(centres, high) + 2)
        for centres, low, high in ((field.y, bounds[1], bounds[3]), (field.x, bounds[0], bounds[2]))
    )
    return field.part(rows, columns)


def land_without_time(network: Network, field: Field, *, land: Land | None = None) -> gpd.GeoDataFrame:
    """Draw the land that has no time: neither reached nor beyond.

    Parameters
    ----------
    network, field
        The roads, and the times on them.
    land
        The territories; without them, the squares of 2 km that hold roads, and what these enclose.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``reason`` (of :data:`REASONS`) and ``area_km2``, one row a reason that there is, in the network's
        reference system. The areas reach to those that are drawn.
    """

    def squares(cells: Bools) -> Bools:
        """Tell between which cells there is a square: all four of its corners are among them."""
        whole = cells[:-1, :-1] & cells[1:, :-1]
        whole &= cells[:-1, 1:]
        whole &= cells[1:, 1:]
        return whole

    kind = np.where(squares(field.drawn | field.near), np.uint8(2), np.uint8(1))
    kind[squares(field.drawn)] = 0
    side = field.x[1] - field.x[0]
    place = Affine(side, 0, field.x[0], 0, side, field.y[0])
    mask = (
        _with_roads(network, field)
        if land is None
        else rasterio.features.rasterize(land.shapes, kind.shape, transform=place, all_touched=True).astype(bool)
    )
    found: dict[int, list[list[list[tuple[float, float]]]]] = {number: [] for number in (1, 2)}
    for shape, number in rasterio.features.shapes(kind, mask=mask & (kind > 0), connectivity=4, transform=place):
        found[int(number)].append(shape["coordinates"])
    areas = [_joined(polygons) for polygons in found.values()]
    if land is not None:
        areas = [polygons_of(shapely.intersection(area, land.whole)) for area in areas]
        off_the_map = shapely.difference(land.whole, shapely.box(field.x[0], field.y[0], field.x[-1], field.y[-1]))
        areas[0] = polygons_of(shapely.union(areas[0], off_the_map))
    table = gpd.GeoDataFrame({"reason": list(REASONS)}, geometry=areas, crs=network.crs)
    table["area_km2"] = table.area / KM2
    return table.loc[~table.is_empty, ["reason", "area_km2", "geometry"]].reset_index(drop=True)


def _joined(polygons: list[list[list[tuple[float, float]]]]) -> shapely.MultiPolygon:
    """Return polygons in one; of each the corners of its rings, the outer one first."""
    rings = [np.array(ring) for polygon in polygons for ring in polygon]
    if not rings:
        return shapely.MultiPolygon()
    sizes = [len(ring) for ring in rings]
    made = shapely.linearrings(np.concatenate(rings), indices=np.repeat(np.arange(len(rings)), sizes))
    owner = np.repeat(np.arange(len(polygons)), [len(polygon) for polygon in polygons])
    return shapely.multipolygons(shapely.polygons(made, indices=owner))


def _with_roads(network: Network, field: Field) -> np.ndarray:
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

"""Areas between two times: true to the roads, nested, disjoint, with their holes.

Each cell of the map takes the time of its nearest point on a road; the field of times is contoured (marching squares, contourpy).
Two roads with different times that run side by side keep their border halfway.
"""

from __future__ import annotations

import functools

import contourpy
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import attach
from ..progress import SILENT, Progress
from ..sites.roles import ROLES, Leg, legs_of_roles
from ..sites.slots import moments_of
from ..text import listed, tr
from .cells import CellMap, cell_map
from .setting import Setting
from .times import in_season, leg_minutes, points_xy

DEFAULT_BANDS = (10.0, 20.0, 30.0, 45.0, 60.0)
BAND_FIELDS = ("from_min", "to_min", "role", "site_id", "site_name", "population")
KM2 = 1e6


def check_bands(bands: list[float]) -> list[float]:
    """Return the bands, or say why they are none: they must be positive and increase."""
    if not bands or bands[0] <= 0 or any(low >= high for low, high in zip(bands, bands[1:])) or not np.isfinite(bands).all():
        text = tr("The bands must be positive minutes in increasing order, such as 10,20,30,45,60, not {bands}.")
        raise InputError(text.format(bands=",".join(f"{band:g}" for band in bands) or "“”"))
    return bands


def isochrones(
    network: Network, sites: gpd.GeoDataFrame, roles: list[str], bands: list[float], setting: Setting,
    *, cell_m: float = 50.0, population: gpd.GeoDataFrame | None = None, minutes_of: pd.Series | None = None, open_ended: bool = False,
    legs: tuple[Leg, ...] | None = None, progress: Progress = SILENT,
) -> gpd.GeoDataFrame:  # fmt: skip
    """Draw the areas within each band of the nearest site of some roles, all sites together.

    Parameters
    ----------
    network
        An open network.
    sites
        As :func:`sites.table.read_sites` gives them.
    roles
        The roles that count; each is driven in its own direction.
    bands
        Upper ends in minutes, increasing. The first band begins at 0.
    setting
        Profiles and season.
    cell_m
        Side of the cells, metres.
    population
        Points with ``population``: those that are reached within a band are counted in it (from the points, never by area).
    minutes_of
        The minutes of the population, where these were computed before, maybe by another convention.
    open_ended
        Add a last band of all that is reached later, whose ``to_min`` is NaN.
    legs
        What to draw where it is not simply each role in its own direction (an AMU as an emergency department alone).
    progress
        Where to report, and who may cancel.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`BAND_FIELDS`, one row a band, in the network's reference system; a band that holds nothing and nobody has no row.

    Raises
    ------
    InputError
        The bands are not in order, a role is unknown or has no site, or a site lies far from every road.
    """
    check_bands(bands)
    if setting.convention != "fine":
        progress.warn(tr("The convention concerns places only: areas are always drawn from the sites' own positions."))
    legs, sites = legs or _legs(sites, roles, setting, progress), sites.to_crs(network.crs)
    cells = cell_map(setting.timed(network), cell_m)
    progress.at(0.4)
    minutes = _minutes_of_cells(network, legs, sites, cells, setting, progress)
    progress.at(0.6)
    lows, highs = [0.0, *bands[:-1]], list(bands)
    if open_ended:
        lows, highs = [*lows, bands[-1]], [*highs, np.inf]
    areas = [contour(cells, minutes, low, high) for low, high in zip(lows, highs)]
    progress.at(0.9)
    table = gpd.GeoDataFrame({"from_min": lows, "to_min": highs, "role": ",".join(role for role in roles if any(role in leg.roles for leg in legs))}, geometry=areas, crs=network.crs)
    table["to_min"] = table["to_min"].replace(np.inf, np.nan)
    table["site_id"] = table["site_name"] = ""
    table["population"] = np.nan
    if population is not None:
        if minutes_of is None:
            minutes_of = _minutes_of_points(network, legs, sites, population, setting)
        people, minutes = population["population"].to_numpy(float), np.asarray(minutes_of, float)
        table["population"] = [float(people[(minutes > (low or -1)) & (minutes <= high)].sum()) for low, high in zip(lows, highs)]
    kept = ~table.is_empty | (table["population"] > 0)  # nobody is lost whose road is too short to draw
    return table.loc[kept, [*BAND_FIELDS, "geometry"]].reset_index(drop=True)


def _legs(sites: gpd.GeoDataFrame, roles: list[str], setting: Setting, progress: Progress) -> list[Leg]:
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not roles:
        raise InputError(tr("Unknown roles: {values}. The roles are: {roles}.").format(values=listed(unknown), roles=", ".join(ROLES)))
    present = set(in_season(sites, setting.season, progress)["role"])
    missing = [role for role in roles if role not in present]
    if len(missing) == len(roles):
        raise InputError(tr("No site has one of the roles {roles}. Choose other roles or add sites.").format(roles=listed(missing)))
    if missing:
        progress.warn(tr("No site has the role {roles}: the areas are those of the others.").format(roles=listed(missing)))
    return legs_of_roles([role for role in roles if role in present])


def nearest_of_legs(network: Network, legs, sites: gpd.GeoDataFrame, places, setting: Setting, progress: Progress = SILENT) -> np.ndarray:
    """Return the minutes to the nearest site of any of some legs at attached places, at the worst moment of the slot; NaN where at one of them there is none."""
    sites = in_season(sites, setting.season)
    sites = sites[sites["role"].isin([role for leg in legs for role in leg.roles])]
    nearest = lambda now: np.fmin.reduce([leg_minutes(network, leg, now, places, setting)[0] for leg in legs])  # noqa: E731
    return functools.reduce(np.maximum, (nearest(sites[moment.open]) for moment in moments_of(sites, setting.slot, progress)))


def _minutes_of_cells(network: Network, legs, sites: gpd.GeoDataFrame, cells: CellMap, setting: Setting, progress: Progress = SILENT) -> np.ndarray:
    """Return the minutes of every cell, NaN for those without a road or a site."""
    minutes = np.full(len(cells.place), np.nan)
    rows = np.flatnonzero(cells.place.attached)
    minutes[rows] = nearest_of_legs(network, legs, sites, cells.place.take(rows), setting, progress)
    return minutes


def contour(cells: CellMap, minutes: np.ndarray, low: float, high: float) -> shapely.MultiPolygon:
    """Return the area where ``low < minutes <= high``, with its holes; cells without a time belong to no area.

    Two calls that share a limit share a border. A `low` of 0 takes in the time 0, an infinite `high` all that is reached.
    """
    highest = np.nanmax(minutes, initial=0.0) + 1.0
    points, offsets = _contours(cells, minutes).filled(low if low > 0 else -1.0, high if high < np.inf else max(highest, low + 1.0))
    polygons = []
    for rings, offset in zip(points, offsets):
        shell, *holes = (rings[first:last] for first, last in zip(offset[:-1], offset[1:]))
        polygons.append(shapely.Polygon(shell, holes))
    return _multipolygon(shapely.make_valid(np.array(polygons, object)))


def _contours(cells: CellMap, minutes: np.ndarray) -> contourpy.ContourGenerator:
    field = np.ma.masked_invalid(minutes.reshape(cells.shape))
    return contourpy.contour_generator(cells.x, cells.y, field, fill_type=contourpy.FillType.OuterOffset, line_type=contourpy.LineType.Separate)


def threshold_line(network: Network, sites: gpd.GeoDataFrame, legs, setting: Setting, *, cell_m: float = 50.0) -> gpd.GeoDataFrame:
    """Draw the line on which the nearest site of any of some legs is exactly the threshold away: column ``minutes``, one row, in the network's system."""
    cells = cell_map(setting.timed(network), cell_m)
    minutes = _minutes_of_cells(network, legs, sites.to_crs(network.crs), cells, setting)
    lines = [shapely.LineString(line) for line in _contours(cells, minutes).lines(setting.threshold) if len(line) > 1]
    return gpd.GeoDataFrame({"minutes": [setting.threshold]}, geometry=[shapely.MultiLineString(lines)], crs=network.crs)


def _multipolygon(shapes: np.ndarray) -> shapely.MultiPolygon:
    parts = shapely.get_parts(shapely.get_parts(shapes))
    polygons = parts[(shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & (shapely.area(parts) > 0)]
    whole = shapely.multipolygons(polygons)
    if shapely.is_valid(whole):
        return whole
    union = shapely.union_all(polygons)  # parts that touch along more than a point
    return union if union.geom_type == "MultiPolygon" else shapely.multipolygons(shapely.get_parts(union))


def _minutes_of_points(network: Network, legs, sites, points: gpd.GeoDataFrame, setting: Setting) -> np.ndarray:
    attachment = attach(setting.timed(network), points_xy(points.to_crs(network.crs).geometry))
    return nearest_of_legs(network, legs, sites, attachment, setting)


def areas_beyond(
    network: Network, sites: gpd.GeoDataFrame, legs, setting: Setting, *, cell_m: float = 50.0, territories: gpd.GeoDataFrame | None = None
) -> gpd.GeoDataFrame:
    """Draw the areas near a road that lie beyond the threshold, cut by territory where these are given.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``territory`` (its code; empty without territories, and for what lies outside them) and ``area_km2``, one row a territory, in the network's reference
        system; a territory without such an area has an empty shape.
    """
    sites = sites.to_crs(network.crs)
    cells = cell_map(setting.timed(network), cell_m)
    minutes = _minutes_of_cells(network, legs, sites, cells, setting)
    beyond = contour(cells, minutes, setting.threshold, np.inf)
    if territories is None:
        table = gpd.GeoDataFrame({"territory": [""]}, geometry=[beyond], crs=network.crs)
    else:
        shapes = shapely.make_valid(territories.to_crs(network.crs).geometry.to_numpy())
        shapes = [*(shapely.intersection(beyond, shape) for shape in shapes), shapely.difference(beyond, shapely.union_all(shapes))]
        parts = [_multipolygon(np.array([shape])) for shape in shapes]
        table = gpd.GeoDataFrame({"territory": [*territories["code"].astype(str), ""]}, geometry=parts, crs=network.crs)
    table["area_km2"] = table.area / KM2
    return table[["territory", "area_km2", "geometry"]]


def bands_around(threshold: float) -> list[float]:
    """Return the default bands, or the same shares of another threshold: a third and two thirds (in whole minutes), all, one and a half, twice."""
    thirds = [threshold / 3, threshold * 2 / 3]
    return [*(float(round(third)) if threshold >= 6 else round(third, 1) for third in thirds), threshold, threshold * 1.5, threshold * 2]

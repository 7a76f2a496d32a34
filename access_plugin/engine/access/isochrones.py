"""Areas between two times: true to the roads, nested, disjoint, with their holes.

Each cell of the map takes the time of its nearest point on a road; the field of times is contoured (marching squares, contourpy).
Two roads with different times that run side by side keep their border halfway.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import contourpy
import geopandas as gpd
import numpy as np
import shapely

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import attach
from ..progress import SILENT, Progress
from ..sites.roles import ROLES, Leg, legs_of_roles
from ..sites.slots import moments_of
from ..text import listed, tr
from .cells import CellMap, cell_map
from .legs import MANY_PLACES, LegTimes, in_season, points_xy, tell_closed
from .setting import Setting

DEFAULT_BANDS = (10.0, 20.0, 30.0, 45.0, 60.0)
BAND_FIELDS = ("from_min", "to_min", "role", "site_id", "site_name", "population")
KM2 = 1e6


def check_bands(bands: list[float]) -> list[float]:
    """Return the bands, or say why they are none: they must be positive and increase."""
    if not bands or bands[0] <= 0 or any(low >= high for low, high in zip(bands, bands[1:])) or not np.isfinite(bands).all():
        text = tr("The bands must be positive minutes in increasing order, such as 10,20,30,45,60, not {bands}.")
        raise InputError(text.format(bands=",".join(f"{band:g}" for band in bands) or "“”"))
    return bands


@dataclass(frozen=True)
class Field:
    """The minutes of every cell of the map, float32, NaN for those without a road or a way to a site at every moment of the slot."""

    cells: CellMap
    minutes: np.ndarray


def field_of(network: Network, sites: gpd.GeoDataFrame, legs: tuple[Leg, ...], setting: Setting, *, cell_m: float = 50.0, progress: Progress = SILENT) -> Field:
    """Compute the time of every cell to the quickest of some legs, each driven by its own profile.

    Parameters
    ----------
    network, sites, setting
        As for :func:`times.travel_times`.
    legs
        What counts.
    cell_m
        Side of the cells, metres.

    Raises
    ------
    InputError
        A site lies far from every road, or the cells are too small.
    """
    sites = in_season(sites, setting.season).to_crs(network.crs)
    sites = sites[sites["role"].isin([role for leg in legs for role in leg.roles])]
    maps = {profile: cell_map(setting.timed(network, profile), cell_m) for profile in dict.fromkeys(setting.profile_of(leg) for leg in legs)}
    progress.at(0.3)
    first = next(iter(maps.values()))
    rows = np.flatnonzero(np.logical_or.reduce([cells.place.attached for cells in maps.values()]))
    moments = moments_of(sites, setting.slot, progress, needed=False)
    tell_closed(moments, sites, legs, setting.slot, progress)
    minutes = np.full(len(first.place), np.nan, np.float32)
    times = None
    for start in range(0, len(rows), MANY_PLACES):
        part = rows[start : start + MANY_PLACES]
        at = functools.cache(lambda profile, part=part: maps[profile].place.take(part))
        times = LegTimes(network, sites, setting, at) if times is None else times.moved_to(at)
        minutes[part] = times.worst(legs, moments, progress=progress.part(0.3 + 0.7 * start / len(rows), 0.3 + 0.7 * (start + len(part)) / len(rows)))
    return Field(first, minutes)


def worst_minutes(network: Network, sites: gpd.GeoDataFrame, legs: tuple[Leg, ...], setting: Setting, attachment_of, progress: Progress) -> np.ndarray:
    """Return the minutes to the quickest of some legs at the worst moment of the slot; see :meth:`legs.LegTimes.worst`."""
    moments = moments_of(sites, setting.slot, progress, needed=False)
    tell_closed(moments, sites, legs, setting.slot, progress)
    return LegTimes(network, sites, setting, attachment_of).worst(legs, moments, progress=progress)


def isochrones(
    network: Network, sites: gpd.GeoDataFrame, roles: list[str], bands: list[float], setting: Setting,
    *, cell_m: float = 50.0, population: gpd.GeoDataFrame | None = None, open_ended: bool = False, progress: Progress = SILENT,
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
        Profiles, season, traffic and slot.
    cell_m
        Side of the cells, metres.
    population
        Points with ``population``: those that are reached within a band are counted in it (from the points, never by area).
    open_ended
        Add a last band of all that is reached later, whose ``to_min`` is NaN.
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
    legs = tuple(_legs(sites, roles, setting, progress))
    field = field_of(network, sites, legs, setting, cell_m=cell_m, progress=progress.part(0.0, 0.6))
    people = minutes = None
    if population is not None:
        people = population["population"].to_numpy(float)
        points = points_xy(population.to_crs(network.crs).geometry)
        at = functools.cache(lambda profile: attach(setting.timed(network, profile), points))
        chosen = in_season(sites, setting.season).to_crs(network.crs)
        chosen = chosen[chosen["role"].isin([role for leg in legs for role in leg.roles])]
        minutes = worst_minutes(network, chosen, legs, setting, at, SILENT)
    counted = [role for role in roles if any(role in leg.roles for leg in legs)]
    return bands_of(field, bands, network.crs, counted, people=people, minutes=minutes, open_ended=open_ended, progress=progress.part(0.6, 1.0))


def bands_of(
    field: Field, bands: list[float], crs, roles: list[str], *, people: np.ndarray | None = None, minutes: np.ndarray | None = None, open_ended: bool = False,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:  # fmt: skip
    """Cut a field of times into bands.

    Parameters
    ----------
    field, bands, crs, roles
        The times, the upper ends, and the reference system and roles of the result.
    people, minutes
        How many live at some points, and how far these are: they are counted in the bands.
    open_ended
        Add a last band of all that is reached later, whose ``to_min`` is NaN.

    Returns
    -------
    geopandas.GeoDataFrame
        As :func:`isochrones`.
    """
    lows, highs = [0.0, *bands[:-1]], list(bands)
    if open_ended:
        lows, highs = [*lows, bands[-1]], [*highs, np.inf]
    areas = []
    for number, (low, high) in enumerate(zip(lows, highs)):
        progress.at(number / len(lows))
        areas.append(contour(field, low, high))
    table = gpd.GeoDataFrame({"from_min": lows, "to_min": highs, "role": ",".join(roles)}, geometry=areas, crs=crs)
    table["to_min"] = table["to_min"].replace(np.inf, np.nan)
    table["site_id"] = table["site_name"] = ""
    table["population"] = np.nan
    if people is not None:
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


def contour(field: Field, low: float, high: float) -> shapely.MultiPolygon:
    """Return the area where ``low < minutes <= high``, with its holes; cells without a time belong to no area.

    Two calls that share a limit share a border. A `low` of 0 takes in the time 0, an infinite `high` all that is reached.
    """
    highest = np.nanmax(field.minutes, initial=0.0) + 1.0
    points, offsets = _contours(field).filled(low if low > 0 else -1.0, high if high < np.inf else max(highest, low + 1.0))
    polygons = []
    for rings, offset in zip(points, offsets):
        shell, *holes = (rings[first:last] for first, last in zip(offset[:-1], offset[1:]))
        polygons.append(shapely.Polygon(shell, holes))
    return _multipolygon(shapely.make_valid(np.array(polygons, object)))


def _contours(field: Field) -> contourpy.ContourGenerator:
    minutes = np.ma.masked_invalid(field.minutes.reshape(field.cells.shape))
    return contourpy.contour_generator(field.cells.x, field.cells.y, minutes, fill_type=contourpy.FillType.OuterOffset, line_type=contourpy.LineType.Separate)


def threshold_line(field: Field, threshold: float, crs) -> gpd.GeoDataFrame:
    """Draw the line on which the nearest site is exactly the threshold away: column ``minutes``, one row."""
    lines = [shapely.LineString(line) for line in _contours(field).lines(threshold) if len(line) > 1]
    return gpd.GeoDataFrame({"minutes": [threshold]}, geometry=[shapely.MultiLineString(lines)], crs=crs)


def _multipolygon(shapes: np.ndarray) -> shapely.MultiPolygon:
    parts = shapely.get_parts(shapely.get_parts(shapes))
    polygons = parts[(shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & (shapely.area(parts) > 0)]
    whole = shapely.multipolygons(polygons)
    if shapely.is_valid(whole):
        return whole
    union = shapely.union_all(polygons)  # parts that touch along more than a point
    return union if union.geom_type == "MultiPolygon" else shapely.multipolygons(shapely.get_parts(union))


def areas_beyond(field: Field, threshold: float, crs, *, territories: gpd.GeoDataFrame | None = None) -> gpd.GeoDataFrame:
    """Draw the areas near a road that lie beyond the threshold, cut by territory where these are given.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns ``territory`` (its code; empty without territories, and for what lies outside them) and ``area_km2``, one row a territory, in the
        reference system of the field; a territory without such an area has an empty shape.
    """
    beyond = contour(field, threshold, np.inf)
    if territories is None:
        table = gpd.GeoDataFrame({"territory": [""]}, geometry=[beyond], crs=crs)
    else:
        shapes = shapely.make_valid(territories.to_crs(crs).geometry.to_numpy())
        shapes = [*(shapely.intersection(beyond, shape) for shape in shapes), shapely.difference(beyond, shapely.union_all(shapes))]
        parts = [_multipolygon(np.array([shape])) for shape in shapes]
        table = gpd.GeoDataFrame({"territory": [*territories["code"].astype(str), ""]}, geometry=parts, crs=crs)
    table["area_km2"] = table.area / KM2
    return table[["territory", "area_km2", "geometry"]]


def bands_around(threshold: float) -> list[float]:
    """Return the default bands, or the same shares of another threshold: a third and two thirds (in whole minutes), all, one and a half, twice."""
    thirds = [threshold / 3, threshold * 2 / 3]
    return [*(float(round(third)) if threshold >= 6 else round(third, 1) for third in thirds), threshold, threshold * 1.5, threshold * 2]

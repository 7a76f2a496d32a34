"""Areas between two times: true to the roads, nested, disjoint, with their holes.

Each cell of the map takes the time of its nearest point on a road; the field of times is contoured. Two roads with
different times that run side by side have their border somewhere between the cells of the one and those of the other.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import Attachment, attach
from ..progress import SILENT, Progress
from ..sites.roles import NOT_DRIVEN, ROLES, Leg, legs_of_roles
from ..sites.slots import moments_of
from ..text import listed, tr
from ..words import word
from .beyond import land_without_time
from .contours import polygons_of
from .fields import Field, field_of, site_fields, sites_of
from .legs import LegTimes, attach_sites, in_force, points_xy, tell_closed
from .reach import coverage
from .setting import Setting
from .shares import nearest_shares

DEFAULT_BANDS = (10.0, 20.0, 30.0, 45.0, 60.0)
BAND_FIELDS = ("from_min", "to_min", "role", "site_id", "site_name", "population", "direction")


def check_bands(bands: list[float]) -> list[float]:
    """Return the bands, or say why they are none: they must be positive and increase."""
    if (
        not bands
        or bands[0] <= 0
        or any(low >= high for low, high in zip(bands, bands[1:]))
        or not np.isfinite(bands).all()
    ):
        text = tr("The bands must be positive minutes in increasing order, such as 10,20,30,45,60, not {bands}.")
        raise InputError(text.format(bands=",".join(f"{band:g}" for band in bands) or "“”"))
    return bands


def worst_minutes(
    network: Network,
    sites: gpd.GeoDataFrame,
    legs: tuple[Leg, ...],
    setting: Setting,
    attachment_of,
    progress: Progress,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the minutes to the quickest of some legs at the worst moment of the slot, and the row of its site.

    See :meth:`legs.LegTimes.worst`.
    """
    moments = moments_of(sites, setting.slot, progress, needed=False)
    tell_closed(moments, sites, legs, setting.slot, progress)
    return LegTimes(network, sites, setting, attachment_of).worst(legs, moments, progress=progress)


def isochrones(
    network: Network,
    sites: gpd.GeoDataFrame,
    roles: list[str],
    bands: list[float],
    setting: Setting,
    *,
    mode: str = "merged",
    cell_m: float = 50.0,
    population: gpd.GeoDataFrame | None = None,
    open_ended: bool = False,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Draw the areas within each band of minutes of sites of some roles.

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
    mode
        Of :data:`defaults.MODES`: all sites together; each by itself, overlapping the others; each where it is the
        nearest, without overlaps among the sites that are driven to, and among those that drive.
    cell_m
        Side of the cells, metres.
    population
        Points with ``population``: those that are reached within a band are counted in it (from the points, never by
        area).
    open_ended
        Add a last band of all that is reached later, whose ``to_min`` is NaN; not for each site by itself.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`BAND_FIELDS`, one row a band (and site), in the network's reference system; a band that holds
        nothing and nobody has no row. ``direction`` is ``inbound`` or ``outbound``, empty where both count.

    Raises
    ------
    InputError
        The bands are not in order, a role is unknown, is driven neither to nor from, or has no site, or a site lies far
        from every road.
    """
    check_bands(bands)
    if setting.convention != "fine":
        progress.warn(tr("The convention concerns places only: areas are always drawn from the sites' own positions."))
    sites = in_force(network, sites, setting, progress)
    legs = tuple(_legs(sites, roles, progress))
    chosen = sites_of(sites, legs, setting, network)
    people = population["population"].to_numpy(float) if population is not None else None
    points = points_xy(population.to_crs(network.crs).geometry) if population is not None else None
    at = functools.cache(lambda profile: attach(setting.timed(network, profile), points))
    if mode == "per_site":
        return _each_site(network, chosen, legs, bands, setting, cell_m, people, at, progress)
    if mode == "nearest_site":
        return _each_direction(network, chosen, legs, (bands, open_ended), setting, cell_m, people, at, progress)
    field = field_of(network, chosen, legs, setting, cell_m=cell_m, progress=progress.part(0.0, 0.6))
    minutes, _ = (
        worst_minutes(network, chosen, legs, setting, at, progress.part(0.6, 0.65).quiet())
        if people is not None
        else (None, None)
    )
    counted = ",".join(role for role in roles if any(role in leg.roles for leg in legs))
    areas = bands_of(
        field,
        bands,
        network.crs,
        people=people,
        minutes=minutes,
        open_ended=open_ended,
        progress=progress.part(0.65, 1.0),
    )
    return areas.assign(role=counted, direction=_direction(legs, counted.split(",")))[[*BAND_FIELDS, "geometry"]]


def land_without(
    network: Network,
    sites: gpd.GeoDataFrame,
    roles: list[str],
    setting: Setting,
    *,
    cell_m: float = 50.0,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Return the land that no site of some roles has a time to, see :func:`beyond.land_without_time`.

    Parameters as for :func:`isochrones`.
    """
    sites = in_force(network, sites, setting)
    legs = tuple(_legs(sites, roles, SILENT))
    return land_without_time(
        network,
        field_of(
            network, sites_of(sites, legs, setting, network), legs, setting, cell_m=cell_m, progress=progress.quiet()
        ),
    )


def bands_of(
    field: Field,
    bands: list[float],
    crs,
    *,
    people: np.ndarray | None = None,
    minutes: np.ndarray | None = None,
    open_ended: bool = False,
    clip: shapely.MultiPolygon | None = None,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Cut a field of times into bands.

    Parameters
    ----------
    field, bands, crs
        The times, the upper ends, and the reference system of the result.
    people, minutes
        How many live at some points, and how far these are: they are counted in the bands.
    open_ended
        Add a last band of all that is reached later, whose ``to_min`` is NaN.
    clip
        Draw only inside this.

    Returns
    -------
    geopandas.GeoDataFrame
        As :func:`isochrones`, without names.
    """
    lows, highs = [0.0, *bands[:-1]], list(bands)
    if open_ended:
        lows, highs = [*lows, bands[-1]], [*highs, np.inf]
    areas, contours = [], field.contours(highs[-1])
    for number, (low, high) in enumerate(zip(lows, highs)):
        progress.at(number / len(lows))
        area = contours.band(low, high)
        areas.append(area if clip is None else polygons_of(shapely.intersection(area, clip)))
    table = gpd.GeoDataFrame(
        {
            "from_min": lows,
            "to_min": highs,
            "role": "",
            "site_id": "",
            "site_name": "",
            "population": np.nan,
            "direction": "",
        },
        geometry=areas,
        crs=crs,
    )
    table["to_min"] = table["to_min"].replace(np.inf, np.nan)
    if people is not None:
        table["population"] = [
            float(people[(minutes > (low or -1)) & (minutes <= high)].sum()) for low, high in zip(lows, highs)
        ]
    kept = ~table.is_empty | (table["population"] > 0)  # nobody is lost whose road is too short to draw
    if (table.is_empty & (table["population"] > 0)).any():
        progress.warn(
            tr(
                "Some bands hold people, and roads too short to be drawn with cells of this size: they have no "
                "shape. Choose smaller cells to see them."
            )
        )
    return table.loc[kept, [*BAND_FIELDS, "geometry"]].reset_index(drop=True)


def _each_site(
    network: Network,
    sites: gpd.GeoDataFrame,
    legs: tuple[Leg, ...],
    bands: list[float],
    setting: Setting,
    cell_m: float,
    people: np.ndarray | None,
    at: Callable[[str], Attachment],
    progress: Progress,
) -> gpd.GeoDataFrame:
    """Draw the bands of each site by itself, one after another."""
    found = []
    for number, leg in enumerate(legs):
        step = progress.part(number / len(legs), (number + 1) / len(legs))
        own = _open_throughout(sites[sites["role"].isin(leg.roles)], setting, progress)
        reached = (
            None
            if people is None or len(own) == 0
            else _reached_people(
                network, own, leg, setting, bands[-1], at(setting.profile_of(leg)), step.part(0.0, 0.3).quiet()
            )
        )
        for row, field in enumerate(
            site_fields(network, own, leg, setting, bands[-1], cell_m=cell_m, progress=step.part(0.3, 1.0))
            if len(own)
            else ()
        ):
            counted = {} if reached is None else {"people": people[reached[row][0]], "minutes": reached[row][1]}
            found.append(_named(bands_of(field, bands, network.crs, **counted), own.iloc[row], leg))
    return _stacked(found, network.crs)


def _each_direction(
    network: Network,
    sites: gpd.GeoDataFrame,
    legs: tuple[Leg, ...],
    bands: tuple[list[float], bool],
    setting: Setting,
    cell_m: float,
    people: np.ndarray | None,
    at: Callable[[str], Attachment],
    progress: Progress,
) -> gpd.GeoDataFrame:
    """Share the land among the sites that people drive to, and once more among those that drive to them.

    The nearest of one kind says nothing of the other.
    """
    directions = list(dict.fromkeys(leg.direction for leg in legs))
    if len(directions) > 1:
        progress.say(
            tr(
                "Sites that people drive to and teams that drive to them are shared out apart: two sets of "
                "areas, which overlap; the field “direction” tells them apart."
            )
        )
    found = []
    for number, direction in enumerate(directions):
        step, own = (
            progress.part(number / len(directions), (number + 1) / len(directions)),
            tuple(leg for leg in legs if leg.direction == direction),
        )
        there = sites[sites["role"].isin([role for leg in own for role in leg.roles])]
        field = field_of(network, there, own, setting, cell_m=cell_m, with_site=True, progress=step.part(0.0, 0.6))
        minutes, site = (
            worst_minutes(network, there, own, setting, at, step.part(0.6, 0.65).quiet())
            if people is not None
            else (None, None)
        )
        found.append(_nearest_site(network, there, own, field, bands, people, minutes, site, step.part(0.65, 1.0)))
    return _stacked(found, network.crs)


def _nearest_site(
    network: Network,
    sites: gpd.GeoDataFrame,
    legs,
    field: Field,
    bands: tuple[list[float], bool],
    people,
    minutes,
    site,
    progress: Progress,
) -> gpd.GeoDataFrame:
    """Draw the bands of each site where it is the nearest: nothing is drawn twice."""
    found = []
    shares = nearest_shares(field)
    drawn = {row for row, _, _ in shares}
    if site is not None:  # a site may be nearest to people and to the centre of no cell
        shares += [
            (row, field.part(slice(0, 0), slice(0, 0)), shapely.MultiPolygon())
            for row in np.unique(site[site >= 0]).tolist()
            if row not in drawn
        ]
    for number, (row, window, share) in enumerate(shares):
        progress.at(number / len(shares))
        here = {} if people is None else {"people": people[site == row], "minutes": minutes[site == row]}
        areas = bands_of(window, bands[0], network.crs, open_ended=bands[1], clip=share, **here)
        found.append(_named(areas, sites.iloc[row], *(leg for leg in legs if sites["role"].iloc[row] in leg.roles)))
    return _stacked(found, network.crs)


def _named(areas: gpd.GeoDataFrame, site: pd.Series, *legs: Leg) -> gpd.GeoDataFrame:
    name = site.get("name", "")
    return areas.assign(
        role=site["role"],
        site_id=site["id"],
        site_name=name if isinstance(name, str) else "",
        direction=_direction(legs, [site["role"]]),
    )


def _direction(legs: tuple[Leg, ...], roles: list[str]) -> str:
    directions = {leg.direction for leg in legs if not set(leg.roles).isdisjoint(roles)}
    return directions.pop() if len(directions) == 1 else ""


def _stacked(tables: list[gpd.GeoDataFrame], crs) -> gpd.GeoDataFrame:
    if not tables:
        return gpd.GeoDataFrame({name: [] for name in BAND_FIELDS}, geometry=[], crs=crs)
    return pd.concat(tables, ignore_index=True)[[*BAND_FIELDS, "geometry"]]


def _open_throughout(sites: gpd.GeoDataFrame, setting: Setting, progress: Progress) -> gpd.GeoDataFrame:
    """Return the sites that are open at every moment of the slot, and name the others."""
    always = np.logical_and.reduce([moment.open for moment in moments_of(sites, setting.slot, progress, needed=False)])
    if not always.all():
        text = tr(
            "{count} {count:site is|sites are} not open throughout the part of the week {slot} and {count:has no "
            "area of its|have no area of their} own: {ids}."
        )
        progress.warn(
            text.format(
                count=int((~always).sum()), slot=word("SLOT", setting.slot), ids=listed(sites.loc[~always, "id"])
            )
        )
    return sites[always]


def _reached_people(
    network: Network,
    sites: gpd.GeoDataFrame,
    leg: Leg,
    setting: Setting,
    limit_min: float,
    points: Attachment,
    progress: Progress,
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the points that each site reaches, and the minutes."""
    timed = setting.timed(network, setting.profile_of(leg))
    start, point, minutes = coverage(
        timed,
        leg.direction,
        attach_sites(timed, sites),
        sites["delay_min"].to_numpy(float),
        points,
        limit_min,
        progress=progress,
    )
    return [(point[first:last], minutes[first:last]) for first, last in zip(start[:-1], start[1:])]


def _legs(sites: gpd.GeoDataFrame, roles: list[str], progress: Progress) -> list[Leg]:
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not roles:
        raise InputError(
            tr("Unknown roles: {values}. The roles are: {roles}.").format(
                values=listed(unknown), roles=", ".join(ROLES)
            )
        )
    apart = [role for role in roles if role in NOT_DRIVEN]
    if apart:
        raise InputError(
            tr(
                "Nobody drives to sites of the roles {roles}, nor do these drive: helicopters fly, and a medical "
                "dispatch centre receives no patient. Leave these roles out."
            ).format(roles=listed(apart))
        )
    left_out = sites["role"].isin(NOT_DRIVEN).sum()
    if left_out:
        progress.say(
            tr(
                "{count} {count:site is|sites are} a helicopter or a medical dispatch centre, and {count:has no "
                "area|have no areas} by road."
            ).format(count=int(left_out))
        )
    present = set(sites["role"])
    missing = [role for role in roles if role not in present]
    if len(missing) == len(roles):
        raise InputError(
            tr("No site has one of the roles {roles}. Choose other roles or add sites.").format(roles=listed(missing))
        )
    if missing:
        progress.warn(
            tr("No site has the role {roles}: the areas are those of the others.").format(roles=listed(missing))
        )
    return legs_of_roles([role for role in roles if role in present])


def bands_around(threshold: float) -> list[float]:
    """Return the default bands, or the same shares of another threshold.

    A third and two thirds (in whole minutes), all, one and a half, twice.
    """
    thirds = [threshold / 3, threshold * 2 / 3]
    return [
        *(float(round(third)) if threshold >= 6 else round(third, 1) for third in thirds),
        threshold,
        threshold * 1.5,
        threshold * 2,
    ]

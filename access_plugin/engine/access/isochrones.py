"""Areas between two times: true to the roads, nested, disjoint, with their holes.

Each cell of the map takes the time of its nearest point on a road; the field of times is contoured. Two roads with
different times that run side by side have their border somewhere between the cells of the one and those of the other.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS

from ..arrays import Floats, Ints
from ..errors import InputError
from ..network.snap import Attachment, attach
from ..progress import SILENT, Progress, one_behind
from ..sites.own_roles import own_roles_in
from ..sites.roles import ROLES, Leg
from ..text import tr
from .beyond import land_without_time
from .care import Care, hours_without_care, points_xy
from .contours import polygons_of
from .fields import Field, field_of, site_fields
from .findings import Finding, found, tell
from .legs import LegTimes
from .reach import coverage
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


def isochrones(
    care: Care,
    bands: list[float],
    *,
    mode: str = "merged",
    cell_m: float = 50.0,
    population: gpd.GeoDataFrame | None = None,
    open_ended: bool = False,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Draw the areas within each band of minutes of the sites of some roles.

    Parameters
    ----------
    care
        The sites that count, each driven in its own direction, see :func:`care.in_force_of_roles`.
    bands
        Upper ends in minutes, increasing. The first band begins at 0.
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
        The bands are not in order.
    """
    check_bands(bands)
    draw = _Drawing(care, bands, open_ended, cell_m, _Counted.of(care, population))
    if mode == "per_site":
        return draw.each_site(progress)
    if mode == "nearest_site":
        return draw.each_direction(progress)
    tell(hours_without_care(care, care.legs), progress)
    field = field_of(care, care.legs, cell_m=cell_m, progress=progress.part(0.0, 0.6))
    counted = draw.people.worst(care.legs, progress.part(0.6, 0.65))[:2] if draw.people is not None else None
    areas = bands_of(
        field, bands, care.network.crs, counted=counted, open_ended=open_ended, progress=progress.part(0.65, 1.0)
    )
    roles = [*(role for role in ROLES if role in care.roles), *own_roles_in(care.roles)]
    return areas.assign(role=",".join(roles), direction=_direction(care.legs, roles))[[*BAND_FIELDS, "geometry"]]


def land_without(care: Care, *, cell_m: float = 50.0, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Return the land that no site has a time to, see :func:`beyond.land_without_time`.

    Parameters as for :func:`isochrones`.
    """
    field = field_of(care, care.legs, cell_m=cell_m, progress=progress.quiet())
    return land_without_time(care.network, field)


def bands_of(
    field: Field,
    bands: list[float],
    crs: CRS,
    *,
    counted: tuple[Floats, Floats] | None = None,
    open_ended: bool = False,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Cut a field of times into bands.

    Parameters
    ----------
    field, bands, crs
        The times, the upper ends, and the reference system of the result.
    counted
        How many live at some points, and how many minutes away these are: they are counted in the bands.
    open_ended
        Add a last band of all that is reached later, whose ``to_min`` is NaN.

    Returns
    -------
    geopandas.GeoDataFrame
        As :func:`isochrones`, without names.
    """
    found = _bands(field, bands, counted=counted, open_ended=open_ended)
    progress.at(1.0)
    return _table([found], crs, progress)


@dataclass(frozen=True)
class _Bands:
    """The bands of a field: (b,) lows and highs, shapes, and how many live in each (NaN where nobody is counted)."""

    low: list[float]
    high: list[float]
    areas: list[shapely.MultiPolygon]
    people: list[float]
    role: str = ""
    site_id: str = ""
    site_name: str = ""
    direction: str = ""

    def named(self, site: pd.Series, *legs: Leg) -> _Bands:
        name = site.get("name", "")
        return replace(
            self,
            role=site["role"],
            site_id=site["id"],
            site_name=name if isinstance(name, str) else "",
            direction=_direction(legs, [site["role"]]),
        )


def _bands(
    field: Field,
    bands: list[float],
    *,
    counted: tuple[Floats, Floats] | None = None,
    open_ended: bool = False,
    clip: shapely.MultiPolygon | None = None,
) -> _Bands:
    """Cut a field of times into bands, see :func:`bands_of`; draw only inside `clip`."""
    low, high = [0.0, *bands[:-1]], list(bands)
    if open_ended:
        low, high = [*low, bands[-1]], [*high, np.inf]
    areas = field.contours(high[-1]).bands([*low, high[-1]])
    if clip is not None:
        areas = [polygons_of(shapely.intersection(area, clip)) for area in areas]
    people = [np.nan] * len(low)
    if counted is not None:
        number, minutes = counted
        people = [
            float(number[(minutes > (after or -1)) & (minutes <= until)].sum()) for after, until in zip(low, high)
        ]
    return _Bands(low, high, areas, people)


def _table(found: list[_Bands], crs: CRS, progress: Progress) -> gpd.GeoDataFrame:
    """Return bands as a table: one row a band, but for one that holds nothing and nobody."""
    rows = [
        (low, high, bands.role, bands.site_id, bands.site_name, people, bands.direction, area)
        for bands in found
        for low, high, people, area in zip(bands.low, bands.high, bands.people, bands.areas)
        if people > 0 or not area.is_empty  # nobody is lost whose road is too short to draw; NaN is nobody
    ]
    if any(area.is_empty for *_, area in rows):
        progress.warn(
            tr(
                "Some bands hold people, and roads too short to be drawn with cells of this size: they have no "
                "shape. Choose smaller cells to see them."
            )
        )
    columns = [*BAND_FIELDS, "geometry"]
    table = gpd.GeoDataFrame(
        {name: [row[number] for row in rows] for number, name in enumerate(columns)}, geometry="geometry", crs=crs
    )
    table["to_min"] = table["to_min"].replace(np.inf, np.nan)
    numbers, words = ("from_min", "to_min", "population"), ("role", "site_id", "site_name", "direction")
    typed: gpd.GeoDataFrame = table.astype(dict.fromkeys(numbers, float) | dict.fromkeys(words, object))
    return typed


@dataclass(frozen=True)
class _Counted:
    """People at points: how many, and where they attach for a profile."""

    care: Care
    number: Floats
    at: Callable[[str], Attachment]

    @classmethod
    def of(cls, care: Care, population: gpd.GeoDataFrame | None) -> "_Counted | None":
        if population is None:
            return None
        points = points_xy(population.to_crs(care.network.crs).geometry)
        attached = functools.cache(lambda profile: attach(care.setting.timed(care.network, profile), points))
        return cls(care, population["population"].to_numpy(float), attached)

    def worst(self, legs: tuple[Leg, ...], progress: Progress) -> tuple[Floats, Floats, Ints]:
        """Return the people, their minutes by the quickest leg at the worst moment, and the row of the site then."""
        minutes, site = LegTimes(self.care, self.at).worst(legs, progress=progress)
        return self.number, minutes, site

    def reached(self, leg: Leg, rows: Ints, limit_min: float, progress: Progress) -> list[tuple[Floats, Floats]]:
        """Return the people that each of some sites reaches within a limit, and their minutes."""
        start, point, minutes = coverage(
            self.care.timed(leg),
            leg.direction,
            self.care.at(leg).take(rows),
            self.care.delay[rows],
            self.at(self.care.setting.profile_of(leg)),
            limit_min,
            progress=progress,
        )
        parts = [slice(first, last) for first, last in zip(start[:-1], start[1:])]
        return [(self.number[point[part]], minutes[part]) for part in parts]


@dataclass(frozen=True)
class _Drawing:
    """What areas are drawn of: the care, the bands, the size of cells, and the people to count."""

    care: Care
    bands: list[float]
    open_ended: bool
    cell_m: float
    people: _Counted | None

    def each_site(self, progress: Progress) -> gpd.GeoDataFrame:
        """Draw the bands of each site by itself, one after another."""
        care, last, areas = self.care, self.bands[-1], list[_Bands]()
        tell(_not_throughout(care), progress)
        for number, leg in enumerate(care.legs):
            step = progress.part(number / len(care.legs), (number + 1) / len(care.legs))
            rows = np.flatnonzero(care.has(leg) & care.throughout)
            reached: Sequence[tuple[Floats, Floats] | None] = [None] * len(rows)
            if self.people is not None and len(rows):
                reached = self.people.reached(leg, rows, last, step.part(0.0, 0.3).quiet())
            fields = site_fields(care, leg, rows, last, cell_m=self.cell_m, progress=step.part(0.3, 1.0))
            found = one_behind(lambda one: _bands(one[0], self.bands, counted=one[1]), zip(fields, reached))
            areas += [bands.named(care.sites.iloc[row], leg) for row, bands in zip(rows, found)]
        return _table(areas, care.network.crs, progress)

    def each_direction(self, progress: Progress) -> gpd.GeoDataFrame:
        """Share the land among the sites that people drive to, and once more among those that drive to them.

        The nearest of one kind says nothing of the other.
        """
        care = self.care
        directions = list(dict.fromkeys(leg.direction for leg in care.legs))
        if len(directions) > 1:
            tell([found("directions_apart")], progress)
        areas: list[_Bands] = []
        for number, direction in enumerate(directions):
            step = progress.part(number / len(directions), (number + 1) / len(directions))
            legs = tuple(leg for leg in care.legs if leg.direction == direction)
            tell(hours_without_care(care, legs), progress)
            field = field_of(care, legs, cell_m=self.cell_m, with_site=True, progress=step.part(0.0, 0.6))
            counted = self.people.worst(legs, step.part(0.6, 0.65)) if self.people is not None else None
            areas += self._nearest_site(legs, field, counted, step.part(0.65, 1.0))
        return _table(areas, care.network.crs, progress)

    def _nearest_site(
        self, legs: tuple[Leg, ...], field: Field, counted: tuple[Floats, Floats, Ints] | None, progress: Progress
    ) -> list[_Bands]:
        """Draw the bands of each site where it is the nearest: nothing is drawn twice."""
        areas, sites = [], self.care.sites
        shares = nearest_shares(field)
        drawn = {row for row, _, _ in shares}
        if counted is not None:  # a site may be nearest to people and to the centre of no cell
            shares += [
                (row, field.part(slice(0, 0), slice(0, 0)), shapely.MultiPolygon())
                for row in np.unique(counted[2][counted[2] >= 0]).tolist()
                if row not in drawn
            ]
        for number, (row, window, share) in enumerate(shares):
            progress.at(number / len(shares))
            here = None
            if counted is not None:
                people, minutes, site = counted
                here = people[site == row], minutes[site == row]
            bands = _bands(window, self.bands, open_ended=self.open_ended, clip=share, counted=here)
            own = (leg for leg in legs if sites["role"].iloc[row] in leg.roles)
            areas.append(bands.named(sites.iloc[row], *own))
        return areas


def _not_throughout(care: Care) -> list[Finding]:
    """Return the sites that have no area of their own, since they are not open at every moment of the slot."""
    ids = list(care.sites.loc[~care.throughout, "id"])
    return [found("sites_not_throughout", count=len(ids), slot=care.setting.slot, ids=ids)] if ids else []


def _direction(legs: tuple[Leg, ...], roles: list[str]) -> str:
    directions = {leg.direction for leg in legs if not set(leg.roles).isdisjoint(roles)}
    return directions.pop() if len(directions) == 1 else ""


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

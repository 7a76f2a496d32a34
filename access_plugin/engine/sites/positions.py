"""Where sites are: coordinates by FINESS number from another file, and the chef-lieu where there are none.

The coordinates are checked against the commune.
"""

from __future__ import annotations

import re
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod, Transformer

from ..arrays import Bools, Floats
from ..degrees import in_degrees
from ..errors import InputError
from ..network.crs import metric_crs
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..tables import check_geometry, texts
from ..territory.codes import (
    FINESS,
    MOST_FROM_PREFECTURE_KM,
    commune_codes,
    departement_of,
    departements,
    finess_numbers,
    km_from_prefecture,
    normal_departement,
    passage,
    without_arrondissements,
)
from ..territory.communes import Communes
from ..text import listed, tr
from .raw import DOUBTFUL, LEFT_OUT, MOVED, TO_CHECK, SiteLog

#: Farther from its commune than this, a position is doubtful; farther than the second, it is wrong. Contours are
#: generalised, sites lie at their edges.
DOUBTFUL_KM, WRONG_KM = 1.0, 10.0
#: The same where only the chef-lieu of the commune is known: communes are up to some 15 km wide on each side of it.
DOUBTFUL_FROM_CHEF_LIEU_KM, WRONG_FROM_CHEF_LIEU_KM = 15.0, 40.0
GEOD = Geod(ellps="WGS84")


#: Columns of FINESS numbers, the surest first, and of coordinates, as :func:`reading.plain` writes them.
_FINESS_HEADERS = ("nofinesset", "finess", "nofiness", "ref_fr_finess", "fi", "id")
_LON, _LAT = ("lon", "longitude", "geoloc_4326_long", "lng"), ("lat", "latitude", "geoloc_4326_lat")
_INSEE = ("cominsee", "code_insee", "insee", "com_code", "code_commune", "commune_code", "insee_com")


def is_positions(words: list[str]) -> bool:
    """Tell by its header whether a table may hold coordinates by FINESS number."""
    return all(any(word in words for word in choices) for choices in (_FINESS_HEADERS, _LON, _LAT))


def read_positions(table: pd.DataFrame, name: str, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read coordinates by FINESS number from a table or a layer of points.

    Returns
    -------
    pandas.DataFrame
        Index: FINESS number. Columns ``lon lat`` (degrees, NaN where there are none) and ``insee`` (empty where it is
        not said).

    Raises
    ------
    InputError
        There is no column of FINESS numbers, or there are no coordinates.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    for word in _FINESS_HEADERS:
        if word in words:
            numbers = finess_numbers(table[words[word]], name, progress=progress)
            if numbers.str.fullmatch(FINESS).mean() > 0.5:
                break
    else:
        text = tr(
            "{name} has no column of FINESS numbers (finess, nofinesset, fi or id). Its fields are: {fields}. "
            "Choose another file for the positions."
        )
        raise InputError(text.format(name=name, fields=listed(words.values())))
    if isinstance(table, gpd.GeoDataFrame) and table.active_geometry_name is not None and table.geometry.notna().any():
        check_geometry(table[table.geometry.notna()], name)
        points = table.geometry.to_crs(4326).representative_point()
        lon, lat = points.x.to_numpy(), points.y.to_numpy()
    else:
        axes = [next((words[word] for word in choices if word in words), None) for choices in (_LON, _LAT)]
        if None in axes:
            raise InputError(
                tr("{name} has neither points nor columns for them. Add lon and lat (degrees).").format(name=name)
            )
        written = in_degrees(pd.DataFrame({name: texts(table[axis]) for name, axis in zip(("lon", "lat"), axes)}))
        lon, lat = (
            pd.to_numeric(written[axis].str.replace(",", "."), errors="coerce").to_numpy() for axis in ("lon", "lat")
        )
    commune = next((words[word] for word in _INSEE if word in words), None)
    insee = (
        commune_codes(table[commune], name, near=(lon, lat), progress=progress, strict=False)
        if commune
        else pd.Series("", index=table.index)
    )
    found = pd.DataFrame(
        {"lon": lon, "lat": lat, "insee": without_arrondissements(insee).to_numpy()}, index=numbers.to_numpy()
    )
    placed = np.isfinite(found["lon"]) & np.isfinite(found["lat"]) & ((found["lon"] != 0) | (found["lat"] != 0))
    found.loc[~placed, ["lon", "lat"]] = np.nan
    return found[~found.index.duplicated()]


def located(sites: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Return the sites with missing coordinates and communes filled in from positions by FINESS number."""
    sites = sites.copy()
    known = sites["id"].isin(positions.index)
    for columns, missing in ((["lon", "lat"], sites["lon"].isna()), (["insee"], sites["insee"] == "")):
        rows = known & missing
        if set(columns) <= set(positions.columns):
            sites.loc[rows, columns] = positions.loc[sites.loc[rows, "id"], columns].to_numpy()
    return sites


def place(sites: pd.DataFrame, log: SiteLog, *, communes: Communes | None = None) -> pd.DataFrame:
    """Give every site a credible position, and leave out, with a line in the log, those that cannot have one.

    Parameters
    ----------
    sites
        As :func:`raw.site_rows`.
    communes
        Checked against where a site's ``insee`` is one of them: a position a little outside is kept and listed as
        doubtful, one far away gives way to the chef-lieu. Without them, only the distance to the préfecture of the
        département is checked.

    Returns
    -------
    pandas.DataFrame
        The sites that have a position; ``precision`` is ``commune`` for those at a chef-lieu and ``doubtful`` for those
        listed as such.
    """
    sites = sites.copy()
    missing = (sites["lon"].isna() | sites["lat"].isna()).to_numpy()
    far_km, wrong, where = _misplaced(sites, communes)
    kept = np.ones(len(sites), bool)
    if communes is not None:
        covered = set(communes.table["departement"])
        for number in np.flatnonzero(~missing & ~np.isfinite(far_km)):
            site = sites.iloc[number]
            code = site["insee"]
            if departement_of(code) in covered and passage().get(code, code) not in communes.table.index:
                log.add(
                    site, TO_CHECK, tr("no commune of today or of former times has the code {code}").format(code=code)
                )
    for number in np.flatnonzero(missing | np.isfinite(far_km)):
        row, site = sites.index[number], sites.iloc[number]
        reason = tr("it has no coordinates") if missing[number] else where[number]
        chef_lieu = communes.place(site["insee"]) if communes is not None and site["insee"] else None
        if not missing[number] and not wrong[number]:
            sites.loc[row, "precision"] = "doubtful"
            log.add(site, DOUBTFUL, reason, distance_km=far_km[number])
        elif chef_lieu is not None:
            sites.loc[row, ["lon", "lat"]] = chef_lieu
            sites.loc[row, "precision"] = "commune"
            log.add(
                site,
                MOVED,
                tr("{reason}; placed at the chef-lieu of commune {code}").format(reason=reason, code=site["insee"]),
                distance_km=far_km[number],
            )
        else:
            kept[number] = False
            text = (
                tr("{reason}, and the chef-lieu of its commune ({code}) is not known")
                if site["insee"]
                else tr("{reason}, and its commune is not known (code_insee, or commune and code_postal)")
            )
            log.add(site, LEFT_OUT, text.format(reason=reason, code=site["insee"]), distance_km=far_km[number])
    return sites[kept]


def _misplaced(sites: pd.DataFrame, communes: Communes | None) -> tuple[Floats, Bools, list[str]]:
    """Return how far from its commune each doubtful or wrong site lies, whether it is wrong, and the reason.

    Distances are in km, NaN for the good ones.
    """
    far, wrong, where = np.full(len(sites), np.nan), np.zeros(len(sites), bool), [""] * len(sites)
    areas = _areas_today(communes)
    for number, site in enumerate(sites.to_dict("records")):
        code, lon, lat = site["insee"], site["lon"], site["lat"]
        departement = departements().get(departement_of(code))
        if departement is None or not np.isfinite(lon):
            continue
        today = passage().get(code, code)
        place = communes.place(code) if communes is not None else None
        if today in areas:
            km, limits = _km_to_area(areas[today], lon, lat), (DOUBTFUL_KM, WRONG_KM)
            text = tr("its position lies {km:.1f} km from its commune ({code})")
        elif place is not None:
            km, limits = GEOD.inv(lon, lat, *place)[2] / 1000, (DOUBTFUL_FROM_CHEF_LIEU_KM, WRONG_FROM_CHEF_LIEU_KM)
            text = tr("its position lies {km:.1f} km from the chef-lieu of its commune ({code})")
        else:
            km, limits = km_from_prefecture(code, lon, lat), (MOST_FROM_PREFECTURE_KM,) * 2
            text = tr(
                "its position lies {km:.0f} km from the préfecture of its département ({departement}), farther "
                "than any of its communes"
            )
        if km > limits[0]:
            far[number], wrong[number], where[number] = (
                km,
                km > limits[1],
                text.format(km=km, code=code, departement=departement.name),
            )
    return far, wrong, where


def _areas_today(communes: Communes | None) -> dict[str, shapely.Geometry]:
    """Return the areas by today's code: those of former communes belong to the commune that took them in."""
    if communes is None or communes.areas is None:
        return {}
    drawn = communes.areas[communes.areas.notna()]
    codes = [passage().get(code, code) for code in drawn.index]
    grouped = drawn.groupby(np.array(codes, object))
    return {code: group.iloc[0] if len(group) == 1 else group.union_all() for code, group in grouped}


def _km_to_area(area: shapely.Geometry, lon: float, lat: float) -> float:
    """Return the distance from a point (degrees) to an area, km; 0 inside."""
    point = shapely.Point(lon, lat)
    if area.contains(point):
        return 0.0
    nearest = shapely.get_point(shapely.shortest_line(area, point), 0)
    return float(GEOD.inv(lon, lat, nearest.x, nearest.y)[2] / 1000)


def tell(log: SiteLog, progress: Progress = SILENT) -> None:
    """Say what the log holds, the doubtful, moved and lost sites by name."""
    for action, text in (
        (
            DOUBTFUL,
            tr(
                "{count} {count:site has|sites have} a doubtful position: {sites}. {count:It is kept; check "
                "it|They are kept; check them}."
            ),
        ),
        (
            MOVED,
            tr(
                "{count} {count:site|sites} without a credible position {count:stands at the chef-lieu of "
                "its|stand at the chef-lieu of their} commune: {sites}."
            ),
        ),
        (
            LEFT_OUT,
            tr(
                "{count} {count:site was|sites were} left out: {sites}. The log says why. Where it is for want "
                "of a position, add coordinates to your list, "
                "or the commune (code_insee, or commune and code_postal) and a layer of communes."
            ),
        ),
    ):
        found = log.of(action)
        if found:
            progress.warn(text.format(count=len(found), sites=listed(found)))
    if log.rows:
        progress.say(log.sentence())


def within_belt(
    sites: pd.DataFrame, area: gpd.GeoSeries, belt_km: float, log: SiteLog, *, progress: Progress = SILENT
) -> pd.DataFrame:
    """Return the sites in an area or within some kilometres of it, foreign ones too.

    The others are counted, and leave the log.

    A site without a position stays in the log where its commune, or its FINESS number, says a département near the
    area.

    Raises
    ------
    InputError
        No site is left.
    """
    middle = area.to_crs(4326).union_all().representative_point()
    crs = metric_crs(middle.x, middle.y)
    belt = area.to_crs(crs).union_all().buffer(belt_km * 1000)
    shapely.prepare(belt)
    points = gpd.GeoSeries(gpd.points_from_xy(sites["lon"], sites["lat"]), crs=4326).to_crs(crs)
    near = shapely.contains_xy(belt, points.x.to_numpy(), points.y.to_numpy())
    homes = gpd.GeoSeries(
        {code: shapely.Point(row.lon, row.lat) for code, row in departements().items()}, crs=4326
    ).to_crs(crs)
    reached = set(homes.index[homes.within(belt.buffer(MOST_FROM_PREFECTURE_KM * 1000))])
    kept, dropped = (set(zip(table["id"], table["role"])) for table in (sites[near], sites[~near]))

    to_metres = Transformer.from_crs(4326, crs, always_xy=True).transform

    def elsewhere(row: dict[str, Any]) -> bool:
        key, home = (row["id"], row["role"]), departement_of(row["insee"]) or _departement_of_finess(row["id"])
        if key in kept or (np.isfinite(row["lon"]) and shapely.contains_xy(belt, *to_metres(row["lon"], row["lat"]))):
            return False  # a wrong position inside the belt is a decision about it too
        return key in dropped or (home != "" and home not in reached)

    log.forget(elsewhere)
    progress.say(
        tr(
            "{kept} of {all} {all:site and role|sites and roles} with a position {kept:lies|lie} in the area or "
            "within {km:g} km of it; the others were left out."
        ).format(kept=int(near.sum()), all=len(sites), km=belt_km)
    )
    if not near.any():
        raise InputError(
            tr(
                "No site lies in the area or within {km:g} km of it. Check the reference systems, or choose "
                "another area."
            ).format(km=belt_km)
        )
    return sites[near]


def _departement_of_finess(number: str) -> str:
    return normal_departement(number[:2]) if re.fullmatch(FINESS, number) else ""

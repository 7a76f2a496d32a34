"""Where sites are: coordinates by FINESS number from another file, checked against the commune, and the chef-lieu where there are none."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

from ..errors import InputError
from ..network.crs import metric_crs
from ..progress import SILENT, Progress
from ..reading import plain
from ..tables import texts
from ..territory.codes import FINESS, MOST_FROM_PREFECTURE_KM, departement_of, departements, finess_numbers, km_from_prefecture, passage
from ..territory.communes import Communes
from ..text import listed, tr
from .raw import DOUBTFUL, LEFT_OUT, MOVED, SiteLog

#: Farther from its commune than this, a position is doubtful; farther than the second, it is wrong. Contours are generalised, sites lie at their edges.
DOUBTFUL_KM, WRONG_KM = 1.0, 10.0
#: The same where only the chef-lieu of the commune is known: communes are up to some 15 km wide on each side of it.
DOUBTFUL_FROM_CHEF_LIEU_KM, WRONG_FROM_CHEF_LIEU_KM = 15.0, 40.0
GEOD = Geod(ellps="WGS84")


#: Columns of FINESS numbers, the surest first, and of coordinates, as :func:`reading.plain` writes them.
_FINESS_HEADERS = ("nofinesset", "finess", "nofiness", "ref_fr_finess", "fi", "id")
_LON, _LAT = ("lon", "longitude", "geoloc_4326_long", "lng"), ("lat", "latitude", "geoloc_4326_lat")


def is_positions(words: list[str]) -> bool:
    """Tell by its header whether a table may hold coordinates by FINESS number."""
    return all(any(word in words for word in choices) for choices in (_FINESS_HEADERS, _LON, _LAT))


def read_positions(table: pd.DataFrame, name: str, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read coordinates by FINESS number from a table or a layer of points.

    Returns
    -------
    pandas.DataFrame
        Index: FINESS number. Columns ``lon lat`` (degrees).

    Raises
    ------
    InputError
        There is no column of FINESS numbers, or there are no coordinates.
    """
    words = {plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)}
    for word in _FINESS_HEADERS:
        if word in words:
            numbers = finess_numbers(table[words[word]], name, progress=progress)
            if numbers.str.fullmatch(FINESS).mean() > 0.5:
                break
    else:
        text = tr("{name} has no column of FINESS numbers (finess, nofinesset, fi or id). Its fields are: {fields}. Choose another file for the positions.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    if isinstance(table, gpd.GeoDataFrame) and table.geometry.notna().any():
        points = table.geometry.to_crs(4326).representative_point()
        lon, lat = points.x.to_numpy(), points.y.to_numpy()
    else:
        axes = [next((words[word] for word in choices if word in words), None) for choices in (_LON, _LAT)]
        if None in axes:
            raise InputError(tr("{name} has neither points nor columns for them. Add lon and lat (degrees) or x_l93 and y_l93 (metres).").format(name=name))
        lon, lat = (pd.to_numeric(texts(table[axis]).str.replace(",", "."), errors="coerce").to_numpy() for axis in axes)
    found = pd.DataFrame({"lon": lon, "lat": lat}, index=numbers.to_numpy())
    found = found[np.isfinite(found["lon"]) & np.isfinite(found["lat"]) & ((found["lon"] != 0) | (found["lat"] != 0))]
    return found[~found.index.duplicated()]


def located(sites: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Return the sites with the coordinates that are missing filled in from positions by FINESS number."""
    known = sites["lon"].isna() & sites["id"].isin(positions.index)
    sites = sites.copy()
    sites.loc[known, ["lon", "lat"]] = positions.loc[sites.loc[known, "id"]].to_numpy()
    return sites


def place(sites: pd.DataFrame, log: SiteLog, *, communes: Communes | None = None, progress: Progress = SILENT) -> pd.DataFrame:
    """Give every site a position, and leave out, with a line in the log, those that cannot have a true one.

    Parameters
    ----------
    sites
        As :func:`raw.site_rows`.
    communes
        Checked against where a site's ``insee`` is one of them: a position a little outside is kept and listed as doubtful, one far away gives way to
        the chef-lieu. Without them, only the distance to the préfecture of the département is checked.

    Returns
    -------
    pandas.DataFrame
        The sites that have a position; ``precision`` is ``commune`` for those at a chef-lieu and ``doubtful`` for those listed as such.
    """
    sites = sites.copy()
    missing = sites["lon"].isna() | sites["lat"].isna()
    far_km, wrong, where = _misplaced(sites, communes)
    chef_lieu = [communes.place(code) if communes is not None and code else None for code in sites["insee"]]
    kept = np.ones(len(sites), bool)
    for number, (row, site) in enumerate(sites.iterrows()):
        if not missing[row] and not np.isfinite(far_km[number]):
            continue
        reason = tr("it has no coordinates") if missing[row] else where[number]
        if not missing[row] and not wrong[number]:
            sites.loc[row, "precision"] = "doubtful"
            log.add(site, DOUBTFUL, reason, distance_km=far_km[number])
        elif chef_lieu[number] is not None:
            sites.loc[row, ["lon", "lat"]] = chef_lieu[number]
            sites.loc[row, "precision"] = "commune"
            log.add(site, MOVED, tr("{reason}; placed at the chef-lieu of commune {code}").format(reason=reason, code=site["insee"]), distance_km=far_km[number])
        else:
            kept[number] = False
            log.add(site, LEFT_OUT, tr("{reason}, and the chef-lieu of its commune ({code}) is not known").format(reason=reason, code=site["insee"] or "?"), distance_km=far_km[number])
    _tell(sites, kept, far_km, wrong, missing.to_numpy(), progress)
    return sites[kept]


def _misplaced(sites: pd.DataFrame, communes: Communes | None) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return how far from its commune each doubtful or wrong site lies (km, NaN for the good ones), whether it is wrong, and the reason."""
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
            text = tr("its position lies {km:.0f} km from the préfecture of its département ({departement}), farther than any of its communes")
        if km > limits[0]:
            far[number], wrong[number], where[number] = km, km > limits[1], text.format(km=km, code=code, departement=departement.name)
    return far, wrong, where


def _areas_today(communes: Communes | None) -> dict[str, shapely.Geometry]:
    """Return the areas by today's code: those of former communes belong to the commune that took them in."""
    if communes is None or communes.areas is None:
        return {}
    codes = [passage().get(code, code) for code in communes.areas.index]
    grouped = communes.areas.groupby(np.array(codes, object))
    return {code: group.iloc[0] if len(group) == 1 else group.union_all() for code, group in grouped}


def _km_to_area(area: shapely.Geometry, lon: float, lat: float) -> float:
    """Return the distance from a point (degrees) to an area, km; 0 inside."""
    point = shapely.Point(lon, lat)
    if area.contains(point):
        return 0.0
    nearest = shapely.get_point(shapely.shortest_line(area, point), 0)
    return GEOD.inv(lon, lat, nearest.x, nearest.y)[2] / 1000


def _tell(sites: pd.DataFrame, kept: np.ndarray, far_km: np.ndarray, wrong: np.ndarray, missing: np.ndarray, progress: Progress) -> None:
    doubtful = np.isfinite(far_km) & kept & ~wrong & ~missing
    if doubtful.any():
        text = tr("{count} sites have a doubtful position: {sites}. They are kept; check them.")
        progress.warn(text.format(**_with_km(sites, far_km, doubtful)))
    moved = kept & (wrong | missing)
    if moved.any():
        progress.warn(tr("{count} sites without a credible position stand at the chef-lieu of their commune: {sites}.").format(**_with_km(sites, far_km, moved)))
    if (~kept).any():
        text = tr("{count} sites have no credible position and no known commune, and were left out: {sites}. Add their coordinates to your list, or give a layer of communes.")
        progress.warn(text.format(**_with_km(sites, far_km, ~kept)))


def _with_km(sites: pd.DataFrame, far_km: np.ndarray, rows: np.ndarray) -> dict:
    """Return how many sites some rows are of, and the sites, each once, with how far off they are."""
    words = [f"{site['id']} {site['name']}" + (f" ({km:.0f} km)" if np.isfinite(km) else "") for site, km in zip(sites[rows].to_dict("records"), far_km[rows])]
    words = list(dict.fromkeys(words))
    return {"count": len(words), "sites": listed(words)}


def within_belt(sites: pd.DataFrame, area: gpd.GeoSeries, belt_km: float, name: str, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Return the sites in an area or within some kilometres of it, foreign ones too; the others are counted, and so are those without a position
    whose département lies elsewhere.

    Raises
    ------
    InputError
        No site is left.
    """
    middle = area.to_crs(4326).union_all().representative_point()
    crs = metric_crs(middle.x, middle.y)
    belt = area.to_crs(crs).union_all().buffer(belt_km * 1000)
    shapely.prepare(belt)
    points = gpd.GeoSeries(gpd.points_from_xy(sites["lon"], sites["lat"]), index=sites.index, crs=4326).to_crs(crs)
    placed = np.isfinite(sites["lon"].to_numpy(float))
    near = np.where(placed, shapely.contains_xy(belt, points.x.fillna(0).to_numpy(), points.y.fillna(0).to_numpy()), False)
    reach = belt.buffer(MOST_FROM_PREFECTURE_KM * 1000)
    homes = {code: reach.contains(point) for code, point in zip(departements(), gpd.GeoSeries(gpd.points_from_xy(
        [d.lon for d in departements().values()], [d.lat for d in departements().values()]), crs=4326).to_crs(crs))}  # fmt: skip
    near |= ~placed & np.array([homes.get(departement_of(code), True) for code in sites["insee"]])
    progress.say(tr("{kept} of {all} sites and roles lie in {name} or within {km:g} km of it; the others were left out.").format(
        kept=int(near.sum()), all=len(sites), name=name, km=belt_km))  # fmt: skip
    if not near.any():
        raise InputError(tr("No site lies in {name} or within {km:g} km of it. Check the reference systems, or choose another area.").format(name=name, km=belt_km))
    return sites[near]

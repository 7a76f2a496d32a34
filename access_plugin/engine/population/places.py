"""Population layers → points with people, and the total of a polygon spread over its streets."""

from __future__ import annotations

from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import CRS

from ..arrays import Floats, Objects
from ..errors import InputError
from ..network.attributes import CLASS_CODE
from ..network.graph import Network
from ..progress import SILENT, Progress
from ..tables import (
    check_coordinates,
    check_geometry,
    check_points,
    check_polygons,
    check_unique,
    counts_of_people,
    numbers,
    renamed,
    texts,
)
from ..territory.codes import codes_of
from ..text import listed, tr
from .secrecy import SECRECY_HOUSEHOLDS

FIELDS = ("code", "name", "territory", "population", "households", "imputed", "source", "secret")
#: Headers that are understood (lower case) → field.
ALIASES = {
    "insee_com": "code",
    "code_insee": "code",
    "codgeo": "code",
    "com": "code",
    "nom": "name",
    "nom_officiel": "name",
    "libgeo": "name",
    "pop": "population",
    "pmun": "population",
    "ind": "population",
    "men": "households",
    "i_est_200": "imputed",
}
#: Streets where people live; where a polygon has none, any road will do.
_RESIDENTIAL = [CLASS_CODE[name] for name in ("residential", "living_street")]
#: A street counts at each of its ends for half its length, and for no more than this: houses do not line a long road to
#: the end.
_MOST_STREET_M = 150.0


def read_population(
    table: gpd.GeoDataFrame,
    name: str,
    *,
    format: str = "auto",
    network: Network | None = None,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Turn a layer of points or polygons with people into points with people.

    Parameters
    ----------
    table
        With ``population`` (or a header of :data:`ALIASES`); ``code``, ``name``, ``territory``, ``households`` and
        ``imputed`` are kept where they are. The index holds the feature ids that messages name.
    name
        What messages call it.
    format
        ``points``, ``polygons``, or ``auto``: what the geometry is.
    network
        Where to spread the people of polygons: over the ends of their residential streets, by the length of street that
        ends there (150 m at most for each).
    progress
        Where to say the totals before and after.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`FIELDS` and points, in the reference system of the input. The people of a polygon are whole and
        sum to its total; ``territory`` is then its code.

    Raises
    ------
    InputError
        A column is missing, text stands for a number, people are fewer than none, a code stands twice, polygons overlap
        no network because none was given, or a geometry is missing.
    """
    table = renamed(table, ALIASES, name)
    check_geometry(table, name)
    people = counts_of_people(table, "population", name, at_least=0)
    if not people.any():
        text = tr("{name}: nobody lives anywhere, the field {field} is 0 in every feature. Choose another layer.")
        raise InputError(text.format(name=name, field="population"))
    if format == "auto":
        format = "polygons" if table.geom_type.isin(["Polygon", "MultiPolygon"]).all() else "points"
    points = table.assign(population=people)
    points["code"] = (
        codes_of(points, "code", name, progress=progress)
        if "code" in points
        else [str(feature) for feature in points.index]
    )
    check_unique(points, "code", name)
    for column in ("name", "source"):
        points[column] = texts(points[column]) if column in points else ""
    points["territory"] = codes_of(points, "territory", name, progress=progress) if "territory" in points else ""
    points["source"] = points["source"].where(points["source"] != "", name)
    points["households"] = (
        numbers(points, "households", name, at_least=0, missing=np.nan) if "households" in points else np.nan
    )
    points["imputed"] = _flags(points, "imputed")
    points["secret"] = _flags(points, "secret") | (points["households"] < SECRECY_HOUSEHOLDS) | points["imputed"]
    if format == "polygons":
        check_polygons(points, name)
        if network is None:
            raise InputError(
                tr("{name} holds polygons: give a network over whose streets their people can be spread.").format(
                    name=name
                )
            )
        points = _spread(points, network, name, progress)
    else:
        points = check_points(points, name)
    check_coordinates(points, name)
    text = tr(
        "{name}: {people:.0f} {people:person|people} read in {features} {features:feature|features}, {after:.0f} "
        "kept in {points} {points:point|points}."
    )
    progress.say(
        text.format(
            name=name, people=people.sum(), features=len(table), after=points["population"].sum(), points=len(points)
        )
    )
    return gpd.GeoDataFrame(points[[*FIELDS, "geometry"]], geometry="geometry", crs=points.crs).reset_index(drop=True)


def counted_places(table: gpd.GeoDataFrame, name: str, *, by_commune: bool = False) -> gpd.GeoDataFrame:
    """Check a layer that has people already, and return its points with all its columns.

    Parameters
    ----------
    table
        Points with ``population``. The index holds the feature ids that messages name.
    name
        What messages call it.
    by_commune
        Whether people are counted by the commune whose ``code`` they bear, as with official times: polygons then do as
        well as points, and each gives a point on its surface.

    Raises
    ------
    InputError
        A geometry is missing, or a polygon where points are needed; the people are text, missing or fewer than none;
        two polygons bear one code.
    """
    check_geometry(table, name)
    drawn = table.geom_type.isin(["Polygon", "MultiPolygon"])
    if drawn.any() and not by_commune:
        text = tr(
            "{name}: {ids:feature|features} {ids} {ids:is a polygon|are polygons}, and times on roads need points: "
            "import them first with “Import a population”, which spreads them over the streets."
        )
        raise InputError(text.format(name=name, ids=listed(table.index[drawn])))
    if drawn.any():
        check_coordinates(table, name)
        if "code" in table:
            check_unique(table[drawn], "code", name)  # the parts of one commune would each bring all its people
        table = table.set_geometry(table.geometry.where(~drawn, table.geometry.make_valid().representative_point()))
    return check_points(table, name).assign(population=counts_of_people(table, "population", name, at_least=0))


def _flags(table: gpd.GeoDataFrame, column: str) -> pd.Series:
    """Return a column of yes and no, whatever a file made of it; no where there is none."""
    if column not in table:
        return pd.Series(False, index=table.index)
    if table[column].dtype == bool:
        return table[column]
    return texts(table[column]).str.lower().isin(["1", "true", "t", "yes", "oui"])


def _spread(polygons: gpd.GeoDataFrame, network: Network, name: str, progress: Progress) -> gpd.GeoDataFrame:
    """Return one point for each street end of each polygon that receives at least one inhabitant."""
    areas = polygons.to_crs(network.crs)
    areas.geometry = areas.geometry.make_valid()
    xy, street_m, road_m = _street_ends(network)
    ends = gpd.GeoDataFrame(
        {"street_m": street_m, "road_m": road_m}, geometry=gpd.points_from_xy(*xy.T), crs=network.crs
    )
    inside = ends.sjoin(areas[["geometry"]], predicate="within")
    inside = inside[~inside.index.duplicated()]  # a node on the border of two polygons belongs to the first
    groups = dict(list(inside.groupby("index_right", sort=False)))
    rows, bare = [], []
    for feature, polygon in areas.iterrows():
        progress.check()
        found = groups.get(feature)
        if found is None and polygon["population"] > 0:
            bare.append(feature)
        rows.append(_people_at(polygon, found))
    if bare:
        text = tr("{name}: no road in {ids:feature|features} {ids}; {ids:its|their} people stay at a point inside.")
        progress.warn(text.format(name=name, ids=listed(bare)))
    spread = gpd.GeoDataFrame(pd.concat(rows, ignore_index=True), geometry="geometry", crs=network.crs)
    return spread.to_crs(polygons.crs)


def _street_ends(network: Network) -> tuple[Floats, Floats, Floats]:
    """Return the nodes that roads for cars end at, with the metres of residential street, and of any road.

    The metres are those that count there.
    """
    arrays = network.arrays
    start = arrays["shape_start"]
    ends_xy = np.vstack([arrays["shape_xy"][start[:-1]], arrays["shape_xy"][start[1:] - 1]]) / 100.0 + np.array(
        network.meta["origin_xy"]
    )
    half = np.tile(np.minimum(arrays["edge_length_m"] / 2, _MOST_STREET_M), 2).astype(float)
    attachable = np.tile(network.timed().attachable, 2)
    street = attachable & np.tile(np.isin(arrays["kinds"]["road_class"][arrays["edge_kind"]], _RESIDENTIAL), 2)
    xy, node = np.unique(ends_xy[attachable], axis=0, return_inverse=True)
    street_m, road_m = (
        cast("Floats", np.bincount(node.ravel(), weights=metres[attachable], minlength=len(xy)))
        for metres in (np.where(street, half, 0.0), half)
    )
    return xy, street_m, road_m


def _people_at(polygon: pd.Series, ends: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    if ends is None or len(ends) == 0:
        geometry, people = [polygon.geometry.representative_point()], np.array([polygon["population"]])
    else:
        weight = ends["street_m"].to_numpy() if ends["street_m"].sum() > 0 else ends["road_m"].to_numpy()
        people = share_out(polygon["population"], weight)
        geometry = ends.geometry.to_numpy()[people > 0]
        people = people[people > 0]
    codes = [f"{polygon['code']}-{number}" for number in range(1, len(people) + 1)]
    return people_points(
        list(geometry),
        None,
        code=codes,
        name=polygon["name"],
        territory=polygon["code"],
        population=people.astype(float),
        source=polygon["source"],
    )


def people_points(geometry: gpd.GeoSeries | Objects, crs: CRS | int, **fields: Any) -> gpd.GeoDataFrame:
    """Return points with the columns :data:`FIELDS`.

    Who is counted is neither imputed nor under statistical secrecy unless `fields` say so.
    """
    table = {"households": np.nan} | dict.fromkeys(("imputed", "secret"), False) | fields
    return gpd.GeoDataFrame({name: table[name] for name in FIELDS}, geometry=geometry, crs=crs)


def share_out(total: float, weight: Floats) -> Floats:
    """Share a total out by weight in whole numbers that sum to it (largest remainders, Hamilton's method).

    Ties go to the first. What a total has after the decimal point goes to the heaviest share.
    """
    whole = int(total)
    exact = whole * weight / weight.sum()
    shares: Floats = np.floor(exact)
    missing = int(round(whole - shares.sum()))
    shares[np.argsort(-(exact - shares), kind="stable")[:missing]] += 1
    shares[np.argmax(weight)] += total - whole
    return shares

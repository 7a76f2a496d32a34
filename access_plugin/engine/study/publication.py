"""What of a study may be shown to the public.

Sites without doctors' names, first responders at their commune (DOMAIN § 7.4).
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..sites.doctors import names_a_doctor
from ..sites.own_roles import is_own
from ..sites.roles import role_of

_NO_COMMUNE_DEG = 0.01  # about a kilometre


def public_sites(
    sites: gpd.GeoDataFrame, places: gpd.GeoDataFrame, territories: gpd.GeoDataFrame | None, territory: pd.Series | None
) -> gpd.GeoDataFrame:
    """Return the sites as the public may see them.

    Parameters
    ----------
    sites
        With ``role``, ``name`` and ``counted``.
    places, territory
        The population, and the code of the territory of each place.
    territories
        With ``code``.

    Returns
    -------
    geopandas.GeoDataFrame
        ``role name number counted inside``: one row a site, whether it lies in the territories; dispatch centres (SAMU)
        treat nobody and are left out; MCS and mountain practices without a name, one row for all of a role in a
        territory (``number``), where most of its people live. A name that seems to be a doctor's is left out, and so is
        every name of a kind of one's own: nobody knows whose it is. Without territories positions are rounded to about
        a kilometre.
    """
    table = sites.loc[
        sites["role"].map(lambda role: role_of(role).is_shown).astype(bool), ["role", "name", "counted", "geometry"]
    ].assign(number=1, inside=True)
    if territories is not None:
        tree = shapely.STRtree(shapely.make_valid(territories.geometry.to_numpy()))
        points = table.geometry.to_crs(territories.crs).to_numpy()
        table["inside"] = np.isin(np.arange(len(table)), tree.query(points, predicate="intersects")[0])
    table["name"] = [
        "" if is_own(role) or (not role_of(role).is_hospital and names_a_doctor(name)) else (name or "")
        for role, name in zip(table["role"], table["name"])
    ]
    private = table["role"].map(lambda role: role_of(role).is_practice).to_numpy(bool)
    if not private.any():
        return table
    hidden = _at_communes(table[private].assign(name=""), places, territories, territory)
    if territories is None:
        return pd.concat([table[~private], hidden.drop(columns="home")])
    moved = hidden[hidden["home"] != ""]
    grouped = moved.groupby(["role", "home"], as_index=False, sort=True).agg(
        {"name": "first", "counted": "max", "number": "sum", "inside": "max", "geometry": "first"}
    )
    return pd.concat(
        [table[~private], gpd.GeoDataFrame(grouped.drop(columns="home"), geometry="geometry", crs=table.crs)],
        ignore_index=True,
    )


def public_places(
    chosen: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    territories: gpd.GeoDataFrame | None,
    territory: pd.Series | None,
) -> gpd.GeoDataFrame:
    """Return the rank of each suggested place, where most people of its territory live.

    The candidate may be a doctor's own practice. Parameters as :func:`public_sites`.
    """
    return _at_communes(chosen[["rank", "geometry"]], places, territories, territory).drop(columns="home")


def _at_communes(
    points: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    territories: gpd.GeoDataFrame | None,
    territory: pd.Series | None,
) -> gpd.GeoDataFrame:
    """Move points to where most people of their territory live, and those in none to a grid.

    The code of a point's territory is in ``home``; the grid is of about a kilometre.
    """
    degrees = points.geometry.to_crs(4326)
    rounded = [np.round(values / _NO_COMMUNE_DEG) * _NO_COMMUNE_DEG for values in (degrees.x, degrees.y)]
    moved = gpd.GeoSeries(gpd.points_from_xy(*rounded), index=points.index, crs=4326).to_crs(points.crs)
    home = pd.Series("", index=points.index, dtype=object)
    if territories is not None:
        joined = points.to_crs(territories.crs).sjoin(
            territories[["code", "geometry"]], how="left", predicate="intersects"
        )
        found = joined["code"][~joined.index.duplicated()].reindex(points.index)
        centres = _centres(places.to_crs(points.crs), territory)
        inside = found.isin(centres.index)
        moved[inside] = centres.reindex(found[inside]).to_numpy()
        home[inside] = found[inside]
    return points.set_geometry(moved).assign(home=home)


def _centres(places: gpd.GeoDataFrame, territory: pd.Series) -> pd.Series:
    """Return the place of each territory where the most people live."""
    order = places["population"].to_numpy(float).argsort(kind="stable")[::-1]
    codes = territory.to_numpy(object)[order]
    first = ~pd.Series(codes).duplicated().to_numpy()
    return pd.Series(places.geometry.to_numpy()[order][first], index=codes[first])

"""People of cells brought to the legal population of their commune.

A grid's total is near it, and a published one must be it.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..progress import SILENT, Progress
from ..territory.codes import passage
from ..territory.communes import Communes
from ..text import listed, tr
from .places import FIELDS, people_points


def rescale(places: gpd.GeoDataFrame, communes: Communes, *, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Return the places with people that sum, in each commune, to its legal population.

    Parameters
    ----------
    places
        Points with ``population`` and ``territory``: where this is a commune, or a former one, it counts; else the area
        that the point lies in.
    communes
        With populations, and areas for places whose commune is not said.
    progress
        Where to say the totals before and after.

    Returns
    -------
    geopandas.GeoDataFrame
        The same points; ``territory`` is the commune. A commune without any place gets one at its chef-lieu, so that
        nobody is lost; places in no commune keep their people, and are told.

    Raises
    ------
    InputError
        The communes have no population, or no place lies in any of them.
    """
    legal = communes.table["population"]
    if legal.isna().all():
        raise InputError(
            tr("{name} has no population by commune. Choose a layer with “population” or “pmun”.").format(
                name=communes.name
            )
        )
    own = commune_of(places, communes)
    if (own == "").all():
        raise InputError(
            tr("No place lies in a commune of {name}. Check the reference systems and the codes.").format(
                name=communes.name
            )
        )
    before = places["population"].groupby(own).sum()
    factor = own.map(legal / before)
    placed = factor.notna() & np.isfinite(factor)
    result = places.assign(
        population=places["population"] * factor.where(placed, 1.0), territory=own.where(own != "", places["territory"])
    )
    bare = legal.index[(legal > 0) & ~(legal.index.map(before).fillna(0) > 0)]
    added = _at_chefs_lieux(communes, bare, places, progress)
    result = pd.concat([result, added], ignore_index=True) if len(added) else result
    text = tr(
        "Rescaled to {name}: {before:.0f} {before:person|people} before, {after:.0f} after; factors from "
        "{low:.2f} to {high:.2f}; {outside:.0f} {outside:person|people} in {count} {count:place|places} outside "
        "its communes kept as {outside:it is|they are}; {bare} {bare:commune|communes} without a place got one "
        "at {bare:its|their} chef-lieu."
    )
    progress.say(
        text.format(
            name=communes.name,
            before=places["population"].sum(),
            after=result["population"].sum(),
            low=factor[placed].min(),
            high=factor[placed].max(),
            outside=places.loc[~placed, "population"].sum(),
            count=int((~placed).sum()),
            bare=len(added),
        )
    )
    return gpd.GeoDataFrame(result[[*FIELDS, "geometry"]], geometry="geometry", crs=places.crs)


def commune_of(places: gpd.GeoDataFrame, communes: Communes) -> pd.Series:
    """Return the commune of each place.

    Its own ``territory`` or ``code``, today's for a former one, else the area that it lies in; empty for none.
    """
    known = set(communes.table.index)
    successors = passage()
    own = pd.Series("", index=places.index)
    for column in ("code", "territory"):
        codes = places[column].map(
            lambda code: (
                code if code in known else successors.get(code, "") if successors.get(code, "") in known else ""
            )
        )
        own = own.where(codes == "", codes)
    lost = own == ""
    if communes.areas is None or not lost.any():
        return own
    areas = gpd.GeoDataFrame({"commune": communes.areas.index}, geometry=communes.areas.to_numpy(), crs=4326)
    points = gpd.GeoDataFrame(geometry=places.geometry[lost]).to_crs(4326)
    inside = points.sjoin(areas, predicate="intersects")
    return own.where(~lost, inside[~inside.index.duplicated()]["commune"].reindex(places.index, fill_value=""))


def _at_chefs_lieux(
    communes: Communes, codes: pd.Index, places: gpd.GeoDataFrame, progress: Progress
) -> gpd.GeoDataFrame:
    rows = communes.table.loc[codes]
    nowhere = rows[~np.isfinite(rows["lon"])]
    if len(nowhere):
        text = tr(
            "{count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:has|have} neither a "
            "place nor a known chef-lieu and {count:is|are} missing: {codes}."
        )
        progress.warn(text.format(count=len(nowhere), people=nowhere["population"].sum(), codes=listed(nowhere.index)))
    rows = rows.drop(nowhere.index)
    points = gpd.points_from_xy(rows["lon"], rows["lat"])
    people = people_points(
        points,
        4326,
        code=rows.index,
        name=rows["name"].to_numpy(),
        territory=rows.index,
        population=rows["population"].to_numpy(),
        source=communes.name,
    )
    return people.to_crs(places.crs)

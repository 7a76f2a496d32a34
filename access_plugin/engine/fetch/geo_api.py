"""Communes, their populations, contours, chefs-lieux and EPCI, from the État's geographic API.

It is at geo.api.gouv.fr, under Licence Ouverte 2.0.
"""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from ..defaults import GEO_API
from ..json_text import parsed
from ..progress import SILENT, Progress
from ..text import listed, tr
from .cache import Cache

FIELDS = ("code", "nom", "population", "codeDepartement", "codeRegion", "codeEpci", "mairie")


def fetch_communes(
    codes: list[str], cache: Cache, *, service: str = GEO_API, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Fetch the communes of some départements.

    Returns
    -------
    geopandas.GeoDataFrame
        ``code nom population departement region epci lon_cheflieu lat_cheflieu`` and contours, WGS 84: a layer that all
        that takes communes reads.

    Raises
    ------
    InputError
        The service cannot be reached, or answers with something else.
    """
    tables = []
    for number, code in enumerate(codes):
        part = progress.part(number / len(codes), (number + 1) / len(codes))
        url = f"{service}/departements/{code}/communes?fields={','.join(FIELDS)}&format=geojson&geometry=contour"
        path = cache.get(url, suffix=".geojson", check=_trouble, progress=part)
        tables.append(_table(parsed(path.read_text(encoding="utf-8"))))
    communes = gpd.GeoDataFrame(pd.concat(tables, ignore_index=True), geometry="geometry", crs=4326)
    text = tr("{count} {count:commune|communes} and {people:.0f} {people:person|people} of {codes} fetched.")
    progress.say(text.format(count=len(communes), people=communes["population"].sum(), codes=listed(codes)))
    return communes


def _trouble(body: bytes) -> str:
    try:
        table = _table(parsed(body))
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError):
        return tr("no GeoJSON of communes")
    return "" if len(table) else tr("no commune")


def _table(collection: dict[str, Any]) -> gpd.GeoDataFrame:
    rows, shapes = [], []
    for feature in collection["features"]:
        values = feature["properties"]
        town_hall = (values.get("mairie") or {}).get("coordinates") or (None, None)
        rows.append(
            {
                "code": values["code"],
                "nom": values.get("nom", ""),
                "population": values.get("population"),
                "departement": values.get("codeDepartement", ""),
                "region": values.get("codeRegion", ""),
                "epci": values.get("codeEpci") or "",
                "lon_cheflieu": town_hall[0],
                "lat_cheflieu": town_hall[1],
            }
        )
        shapes.append(shapely.geometry.shape(feature["geometry"]) if feature.get("geometry") else None)
    table = gpd.GeoDataFrame(rows, geometry=shapes, crs=4326)
    return table.astype({"population": float, "lon_cheflieu": float, "lat_cheflieu": float})

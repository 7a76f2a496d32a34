"""Areas by name: a place or an address of a Nominatim server, and what lies around it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

import geopandas as gpd
import shapely
from shapely.geometry import shape

from ..defaults import NOMINATIM
from ..errors import InputError
from ..json_text import parsed
from ..progress import SILENT, Progress
from ..text import tr
from .cache import Cache

#: Corners of a contour that are nearer to each other are of no use here, degrees.
_TOLERANCE = 0.001
#: Nothing that is wider has roads that anyone fetches, degrees: it goes round the other way.
_WIDEST = 90.0


def find_place(
    name: str, cache: Cache, *, service: str = NOMINATIM, progress: Progress = SILENT
) -> tuple[shapely.Geometry, str]:
    """Return what the server knows of a place, in degrees, and its full name.

    A commune, a département or a country is its contour (its extent, where the server sends no contour); an address is
    a point.

    Raises
    ------
    InputError
        The server cannot be reached, or knows no such place.
    """
    asked = {"q": name, "format": "jsonv2", "limit": 5, "polygon_geojson": 1, "polygon_threshold": _TOLERANCE}
    path = cache.get(
        f"{service}?{urlencode(asked, quote_via=quote)}", suffix=".json", check=_trouble, progress=progress
    )
    found = parsed(path.read_text(encoding="utf-8"))
    if not found:
        path.unlink()  # it may exist tomorrow
        raise InputError(
            tr("No place is called “{name}”. Write its département too, or draw an extent.").format(name=name)
        )
    # “Loire” is a river too: of several answers the first one that is an area counts
    place = next((place for place in found if _area(place).area > 0), found[0])
    return _area(place), place.get("display_name", name)


def around(area: shapely.Geometry, kilometres: float) -> shapely.Geometry:
    """Return an area in degrees with all that lies within some kilometres of it.

    Raises
    ------
    InputError
        The area is a point or a line, and no kilometres are given; or what is around it has no rectangle in degrees
        (the poles, the antimeridian).
    """
    if kilometres > 0:
        there = gpd.GeoSeries([area], crs=4326)
        grown = there.to_crs(there.estimate_utm_crs()).buffer(1000 * kilometres).to_crs(4326).iloc[0]
        west, _, east, _ = grown.bounds
        if not grown.is_valid or not east - west < _WIDEST:
            text = tr("What lies within {km:g} km of this place cannot be told in degrees. Draw an extent instead.")
            raise InputError(text.format(km=kilometres))
        return grown
    if area.area == 0:
        raise InputError(
            tr(
                "This place is no area, but a point or a line: say how many kilometres around it roads are wanted "
                "(DISTANCE)."
            )
        )
    return area


def _area(place: dict[str, Any]) -> shapely.Geometry:
    if place.get("geojson"):
        return shapely.make_valid(shape(place["geojson"]))
    south, north, west, east = (float(value) for value in place["boundingbox"])
    return shapely.box(west, south, east, north)


def _trouble(body: bytes) -> str:
    try:
        for place in parsed(body):
            if _area(place).is_empty:
                return tr("no list of places")
    except (ValueError, TypeError, KeyError, AttributeError, shapely.errors.ShapelyError):
        return tr("no list of places")
    return ""

"""The metric coordinate reference system that a network is kept in."""

from __future__ import annotations

import shapely
from pyproj import CRS

#: A rough outline of mainland France and Corsica, a good 25 km wide of it (degrees), only to choose between Lambert-93
#: and a UTM zone.
_FRANCE = shapely.Polygon(
    [
        (-5.2, 48.7),
        (-1.9, 49.8),
        (1.5, 51.1),
        (2.6, 51.1),
        (4.2, 50.0),
        (6.3, 49.5),
        (8.3, 49.0),
        (7.6, 47.6),
        (6.2, 46.2),
        (7.1, 45.9),
        (7.0, 44.3),
        (7.6, 43.8),
        (9.7, 43.1),
        (9.7, 41.3),
        (8.4, 41.3),
        (4.5, 42.9),
        (3.2, 42.4),
        (1.8, 42.4),
        (1.4, 42.7),
        (-1.9, 43.2),
    ]
).buffer(0.35)


def metric_crs(lon: float, lat: float) -> CRS:
    """Return EPSG:2154 (Lambert-93) for a place in mainland France, else the WGS 84 / UTM zone of the place."""
    if shapely.contains_xy(_FRANCE, lon, lat):
        return CRS.from_epsg(2154)
    zone = int((lon + 180) // 6) % 60 + 1
    return CRS.from_epsg((32600 if lat >= 0 else 32700) + zone)

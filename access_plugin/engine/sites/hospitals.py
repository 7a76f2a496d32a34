"""Emergency departments out of an OpenStreetMap extract.

Hospitals with ``emergency=yes``, at their emergency entrance where it is drawn.

OpenStreetMap does not tell a SMUR, an MCS or a CSNP from other places: those come from the SAE, the authorisations or
the ARS's list.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import osmium
import pandas as pd
import shapely
from pyproj import Geod

from ..arrays import Floats
from ..errors import InputError
from ..files import existing
from ..network.osm_file import OsmFile, told
from ..progress import SILENT, Progress
from ..territory.codes import FINESS, finess_numbers
from ..text import tr
from .raw import site_rows

#: An emergency entrance belongs to the nearest hospital that is not farther than this.
ENTRANCE_M = 500.0
_GEOD = Geod(ellps="WGS84")


def read_osm_sites(path: str | os.PathLike[str], *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read the emergency departments (SU) of an extract, as :func:`raw.site_rows`.

    The id is ``ref:FR:FINESS`` where it is tagged (the first of several, its lost zero put back), else ``n``, ``w`` or
    ``r`` and the number of the object. Hospitals without ``emergency`` are counted, not taken; of a hospital that is
    drawn as a point and as an area, or twice under one number, the area, or the first one, counts.

    Raises
    ------
    InputError
        The file cannot be read, or no hospital in it has ``emergency=yes``.
    """
    path = existing(path)
    with told(path):
        hospitals, entrances, counts = _read(path, progress)
    text = tr(
        "{name}: {count} {count:hospital has|hospitals have} emergency=yes; {no} {no:says|say} no, {unsaid} "
        "{unsaid:does not say and is|do not say and are} left out."
    )
    progress.say(text.format(name=path.name, count=len(hospitals), no=counts["no"], unsaid=counts["unsaid"]))
    if counts["new_areas"]:
        progress.warn(
            tr(
                "{name}: {count} {count:hospital is drawn as an area|hospitals are drawn as areas} that JOSM has "
                "not uploaded yet (negative "
                "{count:number|numbers}) and {count:is|are} left out: upload {count:it|them}, or draw {count:a "
                "point|points}."
            ).format(name=path.name, count=counts["new_areas"])
        )
    hospitals, twice = _once(hospitals)
    if twice:
        progress.say(
            tr(
                "{name}: {count} {count:hospital is|hospitals are} drawn twice, as a point within an area or "
                "under the same number; {count:it "
                "counts|each counts} once."
            ).format(name=path.name, count=twice)
        )
    if not hospitals:
        raise InputError(
            tr(
                "{path}: no hospital has the tag emergency=yes ({unsaid} {unsaid:does|do} not say). Use FINESS, "
                "the SAE or your own list."
            ).format(path=path, unsaid=counts["unsaid"])
        )
    sites = site_rows([hospital | {"role": "SU", "source": path.name} for hospital in hospitals])
    return _at_entrances(sites, np.array(entrances).reshape(-1, 2))


def _read(path: Path, progress: Progress) -> tuple[list[dict[str, Any]], list[tuple[float, float]], Counter[str]]:
    hospitals: list[dict[str, Any]] = []
    entrances: list[tuple[float, float]] = []
    counts: Counter[str] = Counter()
    removed = OsmFile(path).removed
    wanted = osmium.filter.KeyFilter("amenity", "healthcare", "emergency")
    for number, thing in enumerate(
        osmium.FileProcessor(str(path))
        .with_locations()
        .with_areas(osmium.filter.KeyFilter("amenity", "healthcare"))
        .with_filter(wanted)
    ):
        if number % 1024 == 0:
            progress.check()
        node, area = isinstance(thing, osmium.osm.Node), isinstance(thing, osmium.osm.Area)
        if (
            not node
            and not area
            and thing.id < 0
            and "hospital" in _values(thing.tags, "amenity") + _values(thing.tags, "healthcare")
        ):
            counts["new_areas"] += 1
        if (
            not (node or area)
            or (node and not thing.location.valid())
            or thing.deleted
            or _number(thing) in removed[_kind(thing)]
        ):
            continue
        if node and "emergency_ward_entrance" in _values(thing.tags, "emergency"):
            entrances.append((thing.location.lon, thing.location.lat))
        if "hospital" not in _values(thing.tags, "amenity") + _values(thing.tags, "healthcare"):
            continue
        emergency = _values(thing.tags, "emergency")
        if "yes" not in emergency and "emergency" not in _values(thing.tags, "healthcare:speciality"):
            counts["no" if "no" in emergency else "unsaid"] += 1
            continue
        shape = None if node else _outline(thing)
        lon, lat = (thing.location.lon, thing.location.lat) if node else _middle(shape)
        numbers = finess_numbers(
            pd.Series(_values(thing.tags, "ref:FR:FINESS"), name="ref:FR:FINESS", dtype=object), path.name
        )
        known = [one for one in numbers if re.fullmatch(FINESS, one)]
        hospitals.append(
            {
                "id": known[0] if known else f"{_kind(thing)[0]}{_number(thing)}",
                "name": thing.tags.get("name", ""),
                "lon": lon,
                "lat": lat,
                "precision": "OSM",
                "shape": shape,
            }
        )
    return hospitals, entrances, counts


def _values(tags: osmium.osm.TagList, key: str) -> list[str]:
    """Return the values of a tag, of which mappers write several with ``;``."""
    return [part.strip() for part in tags.get(key, "").split(";") if part.strip()]


def _kind(thing: osmium.osm.OSMEntity) -> str:
    return "node" if isinstance(thing, osmium.osm.Node) else "way" if thing.from_way() else "relation"


def _number(thing: osmium.osm.OSMEntity) -> int:
    return int(thing.id if isinstance(thing, osmium.osm.Node) else thing.orig_id())


def _once(hospitals: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    """Join points to the area of the hospital that they lie in, and what stands under one number.

    Return how many these are.
    """
    kept: list[dict[str, Any]] = []
    for one in sorted(hospitals, key=lambda one: one["shape"] is None):  # areas first
        same = next(
            (other for other in kept if other["id"] == one["id"] or (one["shape"] is None and _holds(other, one))), None
        )
        if same is None:
            kept.append(one)
            continue
        same["name"] = same["name"] or one["name"]
        same["id"] = (
            one["id"] if re.fullmatch(FINESS, one["id"]) and not re.fullmatch(FINESS, same["id"]) else same["id"]
        )
    return [{key: value for key, value in one.items() if key != "shape"} for one in kept], len(hospitals) - len(kept)


def _holds(area: dict[str, Any], point: dict[str, Any]) -> bool:
    """Tell whether a point lies in an area; two establishments with numbers of their own may share a campus."""
    if all(re.fullmatch(FINESS, one["id"]) for one in (area, point)):
        return False
    return area["shape"] is not None and bool(shapely.intersects_xy(area["shape"], point["lon"], point["lat"]))


def _outline(area: osmium.osm.Area) -> shapely.Geometry:
    """Return the outer rings of an area, degrees."""
    rings = [shapely.Polygon([(node.lon, node.lat) for node in ring]) for ring in area.outer_rings()]
    return shapely.make_valid(shapely.MultiPolygon(rings))


def _middle(shape: shapely.Geometry) -> tuple[float, float]:
    """Return the middle of the extent of a shape."""
    west, south, east, north = shape.bounds
    return (west + east) / 2, (south + north) / 2


def _at_entrances(sites: pd.DataFrame, entrances: Floats) -> pd.DataFrame:
    """Move each hospital to the nearest emergency entrance within :data:`ENTRANCE_M`."""
    for row, site in sites.iterrows():
        if len(entrances) == 0:
            break
        metres = _GEOD.inv(
            np.full(len(entrances), site["lon"]), np.full(len(entrances), site["lat"]), entrances[:, 0], entrances[:, 1]
        )[2]
        nearest = int(np.argmin(metres))
        if metres[nearest] <= ENTRANCE_M:
            sites.loc[row, ["lon", "lat"]] = entrances[nearest]
            sites.loc[row, "precision"] = "OSM entrance"
    return sites

"""Emergency departments out of an OpenStreetMap extract: hospitals with ``emergency=yes``, at their emergency entrance where it is drawn.

OpenStreetMap does not tell a SMUR, an MCS or a CSNP from other places: those come from the SAE, the authorisations or the ARS's list.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import osmium
import pandas as pd
from pyproj import Geod

from ..errors import InputError
from ..files import existing
from ..progress import SILENT, Progress
from ..territory.codes import FINESS
from ..text import tr
from .raw import site_rows

#: An emergency entrance belongs to the nearest hospital that is not farther than this.
ENTRANCE_M = 500.0
_GEOD = Geod(ellps="WGS84")


def read_osm_sites(path, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read the emergency departments (SU) of an extract, as :func:`raw.site_rows`.

    The id is ``ref:FR:FINESS`` where it is tagged, else ``n``, ``w`` or ``r`` and the number of the object. Hospitals without ``emergency`` are
    counted, not taken.

    Raises
    ------
    InputError
        The file cannot be read, or no hospital in it has ``emergency=yes``.
    """
    path = existing(path)
    try:
        hospitals, entrances, counts = _read(path, progress)
    except RuntimeError as error:  # pyosmium's only way to say that the bytes are wrong
        text = tr("{path} cannot be read as OpenStreetMap data ({reason}). It may be cut short or be something else: download it again.")
        raise InputError(text.format(path=path, reason=error)) from None
    text = tr("{name}: {count} {count:hospital has|hospitals have} emergency=yes; {no} {no:says|say} no, {unsaid} {unsaid:does not say and is|do not say and are} left out.")
    progress.say(text.format(name=path.name, count=len(hospitals), no=counts["no"], unsaid=counts["unsaid"]))
    if not hospitals:
        raise InputError(tr("{path}: no hospital has the tag emergency=yes ({unsaid} {unsaid:does|do} not say). Use FINESS, the SAE or your own list.").format(path=path, unsaid=counts["unsaid"]))
    sites = site_rows([hospital | {"role": "SU", "source": path.name} for hospital in hospitals])
    return _at_entrances(sites, np.array(entrances).reshape(-1, 2))


def _read(path: Path, progress: Progress) -> tuple[list[dict], list[tuple[float, float]], Counter]:
    hospitals, entrances, counts = [], [], Counter()
    wanted = osmium.filter.KeyFilter("amenity", "healthcare", "emergency")
    for number, thing in enumerate(osmium.FileProcessor(str(path)).with_locations().with_areas(osmium.filter.KeyFilter("amenity", "healthcare")).with_filter(wanted)):
        if number % 1024 == 0:
            progress.check()
        tags = thing.tags
        node = isinstance(thing, osmium.osm.Node)
        if node and tags.get("emergency") == "emergency_ward_entrance":
            entrances.append((thing.location.lon, thing.location.lat))
        if "hospital" not in (tags.get("amenity"), tags.get("healthcare")) or not (node or isinstance(thing, osmium.osm.Area)):
            continue
        emergency = tags.get("emergency", "")
        if emergency != "yes" and tags.get("healthcare:speciality") != "emergency":
            counts["no" if emergency == "no" else "unsaid"] += 1
            continue
        lon, lat = (thing.location.lon, thing.location.lat) if node else _middle(thing)
        number_of_object = f"n{thing.id}" if node else f"{'w' if thing.from_way() else 'r'}{thing.orig_id()}"
        finess = tags.get("ref:FR:FINESS", "")
        known = pd.Series([finess]).str.fullmatch(FINESS).all()
        hospitals.append({"id": finess if known else number_of_object, "name": tags.get("name", ""), "lon": lon, "lat": lat, "precision": "OSM"})
    return hospitals, entrances, counts


def _middle(area) -> tuple[float, float]:
    """Return the middle of the outer rings of an area."""
    corners = np.array([(node.lon, node.lat) for ring in area.outer_rings() for node in ring])
    return tuple((corners.min(axis=0) + corners.max(axis=0)) / 2)


def _at_entrances(sites: pd.DataFrame, entrances: np.ndarray) -> pd.DataFrame:
    """Move each hospital to the nearest emergency entrance within :data:`ENTRANCE_M`."""
    for row, site in sites.iterrows():
        if len(entrances) == 0:
            break
        metres = _GEOD.inv(np.full(len(entrances), site["lon"]), np.full(len(entrances), site["lat"]), entrances[:, 0], entrances[:, 1])[2]
        nearest = int(np.argmin(metres))
        if metres[nearest] <= ENTRANCE_M:
            sites.loc[row, ["lon", "lat"]] = entrances[nearest]
            sites.loc[row, "precision"] = "OSM entrance"
    return sites

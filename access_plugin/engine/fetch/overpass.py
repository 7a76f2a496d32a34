"""Roads of OpenStreetMap in an area, from an Overpass server, tile by tile."""

from __future__ import annotations

import math
import os
import shutil
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import osmium
import shapely

from ..defaults import OVERPASS
from ..drafts import whole_file
from ..errors import InputError
from ..network.osm import SETTLEMENT_LANDUSE
from ..progress import SILENT, Progress
from ..text import tr
from ..xml_records import BrokenXml, xml_records
from .cache import Cache

#: Side of a tile, degrees: a rural département is some twenty of them, and a lost one costs little.
TILE = 0.25
#: Bytes that must be free beside what the tiles take.
_MARGIN = 1 << 20
#: More tiles than this are a whole region: an extract of one file is kinder to the server, and quicker.
MOST_TILES = 400
_ROADS = (
    "motorway|trunk|primary|secondary|tertiary|unclassified|residential|living_street|service|track|pedestrian|road"
)

Extent = tuple[float, float, float, float]  # west, south, east, north, degrees


def fetch_roads(
    area: shapely.Geometry,
    path: str | os.PathLike[str],
    cache: Cache,
    *,
    service: str = OVERPASS,
    progress: Progress = SILENT,
) -> int:
    """Fetch what a network is built from: roads, banned turns, built-up land, ferries, lakes and rivers.

    Parameters
    ----------
    area
        One or several polygons in degrees; what lies in the tiles that they touch is fetched whole.
    path
        The ``.osm.pbf`` (or ``.osm``) to write, whole or not at all.
    cache
        Where tiles are kept; a run that was broken off goes on with the tiles that are missing.

    Returns
    -------
    int
        How many tiles it took.

    Raises
    ------
    InputError
        The area is none or too large, or a tile cannot be fetched.
    """
    tiles = tiles_of(area)
    if len(tiles) > MOST_TILES:
        text = tr(
            "The area is too large to be asked of a public server ({count} {count:tile|tiles}, {most} at "
            "most). Download an extract of the region (Geofabrik) instead."
        )
        raise InputError(text.format(count=len(tiles), most=MOST_TILES))
    files = []
    for number, tile in enumerate(tiles):
        part = progress.part(0.9 * number / len(tiles), 0.9 * (number + 1) / len(tiles))
        body = urlencode({"data": question(tile)}).encode()
        files.append(cache.post(service, body, suffix=".osm", check=_overpass_trouble, progress=part))
        part.at(1.0)
    progress.say(
        tr("{count} {count:tile|tiles} of roads in the cache; {count:it is read|they are joined} now.").format(
            count=len(files)
        )
    )
    progress.check()
    _join(files, path)
    progress.done()
    return len(tiles)


def tiles_of(area: shapely.Geometry) -> list[Extent]:
    """Return the tiles of a fixed grid that an area lies in, the same ones for areas that overlap.

    Raises
    ------
    InputError
        The area is empty, or not in degrees.
    """
    west, south, east, north = area.bounds
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        text = tr("The area {extent} is none: west, south, east, north in degrees.")
        raise InputError(text.format(extent=", ".join(f"{value:g}" for value in area.bounds)))
    columns = np.arange(math.floor(west / TILE), math.ceil(east / TILE)) * TILE
    rows = np.arange(math.floor(south / TILE), math.ceil(north / TILE)) * TILE
    x, y = (corner.ravel() for corner in np.meshgrid(columns, rows))
    shapely.prepare(area)
    near = np.flatnonzero(shapely.intersects(area, shapely.box(x, y, x + TILE, y + TILE)))
    inside = near[shapely.area(shapely.intersection(area, shapely.box(x, y, x + TILE, y + TILE)[near])) > 0]
    return [(float(x[k]), float(y[k]), float(x[k] + TILE), float(y[k] + TILE)) for k in inside]


def question(tile: Extent) -> str:
    """Return the Overpass query of a tile: ways with all their nodes, restrictions, and lakes with all their ways."""
    west, south, east, north = tile
    box = f"{south},{west},{north},{east}"
    land = "|".join(sorted(SETTLEMENT_LANDUSE))
    return (  # a union hands its last set on: “>” goes down from ways alone, so that those of lakes are named
        f'[out:xml][timeout:180];relation["natural"="water"]({box})->.lakes;'
        f'(way["highway"~"^({_ROADS})(_link)?$"]({box});'
        f'way["route"="ferry"]({box});way["landuse"~"^({land})$"]({box});'
        f'way["natural"="water"]({box});way["waterway"="river"]({box});'
        f"way(r.lakes);.lakes;"
        f'relation["type"="restriction"]({box}););(._;way._;>;);out body;'
    )


def _overpass_trouble(body: bytes) -> str:
    if not body.lstrip().startswith(b"<") or b"<osm" not in body[:1000] or b"</osm>" not in body[-200:]:
        return tr("no OpenStreetMap data, or only the beginning of it")
    try:
        any(xml_records((body,), ()))
    except BrokenXml:
        return tr("no OpenStreetMap data, or only the beginning of it")
    start = body.find(b"<remark>")
    return body[start + 8 : start + 208].split(b"</remark>")[0].decode(errors="replace").strip() if start >= 0 else ""


def _join(files: list[Path], path: str | os.PathLike[str]) -> None:
    """Write the objects of all tiles, each once, in the order that OpenStreetMap files have."""
    merged = osmium.MergeInputReader()
    for file in files:
        merged.add_file(str(file))
    with whole_file(path) as partial:
        # asked before: osmium ends the whole program on a full disk
        needed = sum(Path(file).stat().st_size for file in files) + _MARGIN
        if shutil.disk_usage(partial.parent).free < needed:
            text = tr(
                "The disk of {path} has less than {size:.0f} MB of free space, which the roads may take. Free "
                "some space, or choose another folder."
            )
            raise InputError(text.format(path=path, size=max(needed / 1e6, 1)))
        known = str(path).endswith((".osm", ".pbf"))
        target = partial if known else partial.with_name(partial.name + ".osm.pbf")
        writer = osmium.SimpleWriter(str(target))
        try:
            merged.apply(writer, simplify=True)
        finally:
            writer.close()
        if not known:
            os.replace(target, partial)

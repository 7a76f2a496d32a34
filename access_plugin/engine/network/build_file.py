"""From roads as they come to a network file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import InputError
from ..files import existing, sha256
from ..progress import SILENT, Progress
from ..text import tr
from . import schema, store
from .account import main_part_share
from .build import build_network
from .graph import Network, open_network
from .source import RoadSource

if TYPE_CHECKING:
    import geopandas as gpd

    from .lines import Columns

#: A network whose main part holds less of the length than this is in pieces: a layer is missing, or its lines do not
#: meet.
LEAST_MAIN_PART = 0.8


def build_network_file(
    roads: str | os.PathLike[str] | tuple[gpd.GeoDataFrame, str],
    path: str | os.PathLike[str],
    *,
    columns: Columns | None = None,
    repair: bool = False,
    allow_pieces: bool = False,
    dem: str | os.PathLike[str] | None = None,
    progress: Progress = SILENT,
) -> Network:
    """Read roads, build the network, write it to `path` and open it.

    Parameters
    ----------
    roads
        A file (OpenStreetMap extract or vector file of lines), or a pair of a table of lines and its name.
    path
        The file to write.
    columns, repair
        For lines, see :func:`lines.roads_of_table`.
    allow_pieces
        Whether lines may make a network of which less than :data:`LEAST_MAIN_PART` hangs together.
    dem
        A raster of heights, see :func:`terrain.heights`.

    Raises
    ------
    InputError
        The roads cannot be read, hold nothing to drive on, are in pieces, the raster does not cover them, or the file
        cannot be written.
    """
    source = _read_roads(roads, columns, repair, progress.part(0.0, 0.5))
    name = source.origin["name"]
    arrays, meta = build_network(source, dem=dem, progress=progress.part(0.5, 0.95))
    network = Network(arrays, meta)
    progress.check()
    if not progress.aside(lambda progress: network.timed().attachable.any()):
        raise InputError(tr("{path} holds no road that is open to cars and joined to another one.").format(path=name))
    share = progress.aside(lambda progress: main_part_share(network))
    if share < LEAST_MAIN_PART <= network.timed().roads.joined_share and source.origin["format"] != "osm":
        text = tr(
            "{name}: one can drive to and from only {share:.0%} of its roads, though they hang together: are the "
            "one-way streets drawn, and their directions read, the right way?"
        )
        progress.warn(text.format(name=name, share=share))
    elif share < LEAST_MAIN_PART and source.origin["format"] != "osm":
        text = tr(
            "{name} is in pieces: only {share:.0%} of its {km:.0f} km of roads hang together. Is a layer missing "
            "(main roads, streets), or do the ends not meet (“Repair”)?"
        )
        said = text.format(name=name, share=share, km=arrays["edge_length_m"].sum() / 1000)
        if not allow_pieces:
            raise InputError(said)
        progress.warn(said)
    progress.check()
    wrong = schema.problems(arrays)
    if wrong:
        raise AssertionError("; ".join(wrong))
    store.write(path, arrays, meta)
    progress.done()
    return open_network(path)


def _read_roads(
    roads: str | os.PathLike[str] | tuple[gpd.GeoDataFrame, str],
    columns: Columns | None,
    repair: bool,
    progress: Progress,
) -> RoadSource:
    from .graphml import SUFFIX as GRAPH_SUFFIX
    from .graphml import is_graphml, read_graphml
    from .lines import SUFFIXES as LINE_SUFFIXES
    from .lines import Columns, is_lines, read_lines, roads_of_table
    from .osm import SUFFIXES, is_osm, read_osm

    columns = columns or Columns()
    if isinstance(roads, tuple):
        return roads_of_table(*roads, columns=columns, repair=repair, progress=progress)
    if is_osm(roads):
        return read_osm(roads, progress=progress)
    if is_lines(roads):
        return read_lines(roads, columns=columns, repair=repair, progress=progress)
    if is_graphml(roads):
        path = existing(roads)
        table = read_graphml(path, progress=progress)
        source = roads_of_table(table, path.name, columns=columns, repair=repair, progress=progress)
        source.origin |= {"sha256": sha256(path)}
        return source
    text = tr("{path} is not a road file that can be read: its name must end with one of {suffixes}.")
    raise InputError(text.format(path=roads, suffixes=", ".join((*SUFFIXES, *LINE_SUFFIXES, GRAPH_SUFFIX))))

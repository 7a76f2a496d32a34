"""A road network that is open, and how its file is built."""

from __future__ import annotations

import functools
import gc
import os
import weakref
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely
from pyproj import CRS

from ..errors import InputError
from ..progress import SILENT, Progress
from ..text import tr
from . import store
from .attributes import CLASS_CODE
from .closed_roads import NONE, Closures
from .profiles import Profile, read_profile
from .road_index import RoadIndex
from .timed import TimedNetwork


class Network:
    """A network file, opened, with the roads that the user closes.

    Its arrays are those of :func:`build.build_network`, memory-mapped; nothing changes them, and other closures make
    another network.

    Attributes
    ----------
    arrays, meta, path
        What the file holds, and where it is.
    closures
        The roads that the user closes, and when.
    found
        What timed networks that differ only in their times have in common; they keep it here.
    """

    def __init__(
        self, arrays: dict[str, np.ndarray], meta: dict, path: Path | None = None, closures: Closures = NONE
    ) -> None:
        self.arrays = arrays
        self.meta = meta
        self.path = path
        self.closures = closures
        self.found: dict[tuple, object] = {}
        self._timed: dict[tuple, TimedNetwork] = {}
        self._paced: weakref.WeakValueDictionary[tuple, TimedNetwork] = weakref.WeakValueDictionary()

    def close(self) -> None:
        """Let go of the file, so that it can be moved or replaced on systems that lock what is mapped.

        Nothing works afterwards.
        """
        self.arrays.clear()
        self._timed.clear()
        self.found.clear()
        self.__dict__.pop("road_index", None)
        gc.collect()  # a timed network and its network refer to each other

    def with_closures(self, closures: Closures) -> "Network":
        """Return a network of the same roads on which others are closed; both are closed together."""
        other = Network(self.arrays, self.meta, self.path, closures)
        # what no closure changes
        other.__dict__ |= {
            name: found for name, found in self.__dict__.items() if name in ("crs", "bounds", "road_index")
        }
        return other

    @property
    def main_part_share(self) -> float:
        """The share of the length of open roads that a car can attach to: that of the main part."""
        timed = self.timed()
        length = self.arrays["edge_length_m"]
        return float(length[timed.attachable].sum() / max(length[timed.open.any(axis=0)].sum(), 1e-9))

    @functools.cached_property
    def crs(self) -> CRS:
        """The metric reference system of all coordinates."""
        return CRS.from_wkt(self.meta["crs"])

    @property
    def edge_count(self) -> int:
        return len(self.arrays["edge_kind"])

    @property
    def node_count(self) -> int:
        return len(self.arrays["node_xy"])

    @functools.cached_property
    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """The least and the greatest coordinates (2,) of all roads, metres."""
        xy, origin = self.arrays["shape_xy"], np.array(self.meta["origin_xy"])
        return xy.min(axis=0) / 100.0 + origin, xy.max(axis=0) / 100.0 + origin

    @property
    def is_barrier(self) -> np.ndarray:
        """(e,) bool: the edges without length that stand for a barrier."""
        return self.arrays["kinds"]["road_class"][self.arrays["edge_kind"]] == CLASS_CODE["barrier"]

    @functools.cached_property
    def road_index(self) -> RoadIndex:
        """A spatial index of all roads, open or not."""
        edges = np.flatnonzero(~self.is_barrier)
        return RoadIndex(edges, self.lines(edges))

    def lines(self, edges: np.ndarray | None = None) -> np.ndarray:
        """Return the shapes of some edges, or of all, as LineStrings in the network's reference system."""
        edges = np.arange(self.edge_count) if edges is None else np.asarray(edges)
        xy, size = self.shapes(edges)
        return shapely.linestrings(xy, indices=np.repeat(np.arange(len(edges)), size))

    def shapes(self, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the points (n, 2) of some edges one after another, metres, and how many each edge has."""
        start = self.arrays["shape_start"]
        size = start[edges + 1] - start[edges]
        first = np.cumsum(size) - size
        take = np.arange(size.sum()) + np.repeat(start[edges] - first, size)
        return self.arrays["shape_xy"][take] / 100.0 + np.array(self.meta["origin_xy"]), size

    def account(self, say: Callable[[str], str] = tr) -> list[str]:
        """Return sentences that say what was read, kept and dropped, translated by `say`."""
        count = {"ways": 0, "not_drivable": 0, "missing_nodes": 0, "bans_applied": 0, "bans_not_found": 0} | self.meta[
            "counts"
        ]
        other = sum(
            count.get(f"bans_{cause}", 0)
            for cause in ("not_found", "apart", "via_ways", "conditional_or_other", "u_turn")
        )
        timed = self.timed()
        of_osm = (
            say(
                "{ways} {ways:way|ways} read from {name} ({date}); {not_drivable} {not_drivable:is|are} not for "
                "cars, {missing_nodes} of their points {missing_nodes:is|are} missing in the file."
            ),
            say(
                "{bans_applied} {bans_applied:banned turn|banned turns} applied; {other} {other:other|others} "
                "could not be (hours, conditions, roads that do not meet)."
            ),
        )
        of_lines = (
            say(
                "{ways} {ways:line|lines} read from {name}; {not_drivable} {not_drivable:is|are} not for cars, "
                "{without_geometry} {without_geometry:has|have} no geometry and {without_length} no length."
            ),
            say(
                "{line_ends} {line_ends:line end meets|line ends meet} at {places} {places:place|places}; "
                "{lines_cut} {lines_cut:line was|lines were} cut where another one meets {lines_cut:it|them}."
            ),
            say(
                "{bans_applied} {bans_applied:banned turn|banned turns} applied; {other} {other:other|others} "
                "could not be (hours, conditions, roads that do not meet)."
            )
            if self.meta["counts"].get("bans_applied") or other
            else say("No banned turn is known."),
        )
        texts = (
            *(of_osm if self.meta["source"].get("format") == "osm" or "line_ends" not in count else of_lines),
            say(
                "{edges} {edges:road|roads} between {junctions} {junctions:junction|junctions} kept, "
                "{length:.0f} km; nothing attaches to {islands} of them, cut off from the rest."
            ),
        )
        if count.get("conditions_not_understood"):
            texts += (
                say(
                    "{conditions_not_understood} {conditions_not_understood:road has|roads have} conditions on "
                    "access by the hour, by vehicle or the like, which are not applied."
                ),
            )
        terrain = self.meta["terrain"]
        if terrain:
            texts += (
                say(
                    "Heights from {dem}: {points} {points:point|points} along the roads, {voids_filled} of them "
                    "in voids that were filled, {without_height} without height and taken for flat."
                ),
            )
        facts = (
            count
            | terrain
            | {
                "dem": terrain.get("name", ""),
                "name": self.meta["source"]["name"],
                "date": self.meta["source"]["date"][:10] or say("date unknown"),
                "other": other,
                "islands": timed.island_count,
                "length": self.arrays["edge_length_m"].sum() / 1000,
            }
        )
        return [text.format(**facts) for text in texts]

    def timed(
        self, profile: str | Profile = "car", season: str = "all_year", *, traffic: str = "off_peak", pace: float = 1.0
    ) -> TimedNetwork:
        """Return the network with the times of a profile, a season and a traffic (see :mod:`speeds`), all times `pace`
        times as long.

        Remembered by profile id; of another pace than the profile's own only as long as somebody uses it.
        """
        if isinstance(profile, Profile):
            return TimedNetwork(self, profile, season, traffic=traffic, pace=pace)
        key, known = (profile, season, traffic, pace), self._timed if pace == 1.0 else self._paced
        timed = known.get(key)
        if timed is None:
            timed = known[key] = TimedNetwork(self, read_profile(profile), season, traffic=traffic, pace=pace)
        return timed


def open_network(path: str | os.PathLike) -> Network:
    """Open a ``.accessnet`` file; its arrays stay on disk until they are used.

    Raises
    ------
    InputError
        See :func:`store.read`.
    """
    arrays, meta = store.read(path)
    return Network(arrays, meta, Path(path))


#: A network whose main part holds less of the length than this is in pieces: a layer is missing, or its lines do not
#: meet.
LEAST_MAIN_PART = 0.8


def build_network_file(
    roads,
    path: str | os.PathLike,
    *,
    columns=None,
    repair: bool = False,
    allow_pieces: bool = False,
    dem: str | os.PathLike | None = None,
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
    from .build import build_network

    source = _read_roads(roads, columns, repair, progress.part(0.0, 0.5))
    name = source.origin["name"]
    arrays, meta = build_network(source, dem=dem, progress=progress.part(0.5, 0.95))
    network = Network(arrays, meta)
    progress.check()
    if not progress.aside(lambda progress: network.timed().attachable.any()):
        raise InputError(tr("{path} holds no road that is open to cars and joined to another one.").format(path=name))
    share = progress.aside(lambda progress: network.main_part_share)
    if share < LEAST_MAIN_PART <= network.timed().joined_share and source.origin["format"] != "osm":
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
        text = text.format(name=name, share=share, km=arrays["edge_length_m"].sum() / 1000)
        if not allow_pieces:
            raise InputError(text)
        progress.warn(text)
    progress.check()
    store.write(path, arrays, meta)
    progress.done()
    return open_network(path)


def _read_roads(roads, columns, repair: bool, progress: Progress):
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
    text = tr("{path} is not a road file that can be read: its name must end with one of {suffixes}.")
    raise InputError(text.format(path=roads, suffixes=", ".join((*SUFFIXES, *LINE_SUFFIXES))))

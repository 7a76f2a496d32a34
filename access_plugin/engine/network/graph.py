"""A road network that is open, and the same network with the times of a profile and a season."""

from __future__ import annotations

import functools
import gc
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ..errors import InputError
from ..progress import SILENT, Progress
from ..text import tr
from . import store
from .attributes import ACCESS, CLASS_CODE, NO_LIMIT, ROAD_CLASSES, SURFACES, UNTAGGED, URBAN
from .profiles import CLOSED_BIT, Profile, read_profile

#: Milliseconds of an arc that cannot be driven: longer than any search goes.
CLOSED = np.int32(2**30)
FORWARD_DRIVE, BACKWARD_DRIVE = 0, 1


@dataclass(frozen=True)
class Side:
    """The timed arcs seen from one end of the trip: from sites to people, or (every arc turned round) from people to sites.

    Attributes
    ----------
    start, arcs
        Arcs that leave node ``u``: ``arcs[2k]`` is the next node, ``arcs[2k + 1]`` the milliseconds, ``start[u] <= k < start[u + 1]``.
    begin, end, ms
        (2, e) for the drive along each edge from tail to head, and from head to tail: the node where it begins, the node where it
        ends, and the milliseconds that it takes; -1, -1 and CLOSED where it is not allowed.
    stand_from, stand_to
        (2, e) for whoever stands right at the tail, or the head, of each edge: the node to depart from and the one to arrive at.
    """

    start: np.ndarray
    arcs: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    ms: np.ndarray
    stand_from: np.ndarray
    stand_to: np.ndarray


class Network:
    """A network file, opened. Its arrays are those of :func:`build.build_network`, memory-mapped."""

    def __init__(self, arrays: dict[str, np.ndarray], meta: dict, path: Path | None = None) -> None:
        self.arrays = arrays
        self.meta = meta
        self.path = path
        self._timed: dict[tuple, TimedNetwork] = {}

    def close(self) -> None:
        """Let go of the file, so that it can be moved or replaced on systems that lock what is mapped; nothing works afterwards."""
        self.arrays = {}
        self._timed.clear()
        gc.collect()  # a timed network and its network refer to each other

    @property
    def main_part_share(self) -> float:
        """The share of the length of open roads that a car can attach to: that of the part in which all hangs together."""
        timed = self.timed()
        open_edge = (timed.edge_ms < CLOSED).any(axis=0)
        length = self.arrays["edge_length_m"]
        return float(length[timed.attachable].sum() / max(length[open_edge].sum(), 1e-9))

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
        count = {"ways": 0, "not_drivable": 0, "missing_nodes": 0, "bans_applied": 0, "bans_not_found": 0, "bans_via_ways": 0} | self.meta["counts"]
        other = sum(count.get(f"bans_{cause}", 0) for cause in ("not_found", "via_ways", "conditional_or_other", "u_turn"))
        timed = self.timed()
        of_osm = (
            say("{ways} ways read from {name} ({date}); {not_drivable} are not for cars, {missing_nodes} of their points are missing in the file."),
            say("{bans_applied} banned turns applied; {other} others could not be (hours, several ways, roads that do not meet)."),
        )
        of_lines = (
            say("{ways} lines read from {name}; {not_drivable} are not for cars, {without_geometry} have no geometry and {without_length} no length."),
            say("{line_ends} line ends meet at {places} places; {lines_cut} lines were cut where another one ends on them. No banned turn is known."),
        )
        texts = (
            *(of_osm if self.meta["source"].get("format") == "osm" or "line_ends" not in count else of_lines),
            say("{edges} roads between {junctions} junctions kept, {length:.0f} km; nothing attaches to {islands} of them, cut off from the rest."),
        )
        facts = count | {
            "name": self.meta["source"]["name"], "date": self.meta["source"]["date"][:10] or say("date unknown"), "other": other, "islands": timed.island_count,
            "length": self.arrays["edge_length_m"].sum() / 1000,
        }  # fmt: skip
        return [text.format(**facts) for text in texts]

    def timed(self, profile: str | Profile = "car", season: str = "all_year") -> "TimedNetwork":
        """Return the network with the times of a profile and a season; made once for each profile id, then remembered."""
        if isinstance(profile, Profile):
            return TimedNetwork(self, profile, season)
        if (profile, season) not in self._timed:
            self._timed[profile, season] = TimedNetwork(self, read_profile(profile), season)
        return self._timed[profile, season]


class TimedNetwork:
    """A network on which a profile, in a season, drives. Times are whole milliseconds."""

    def __init__(self, network: Network, profile: Profile, season: str) -> None:
        self.network = network
        self.profile = profile
        self.season = season
        self.cell_maps: dict = {}  # by size and reach of the cells, see access.cells
        arrays = network.arrays
        self.edge_ms = self._edge_ms()
        reversed_drives = slice(None, None, -1)
        self.outbound = Side(
            arrays["out_start"], self._arcs(arrays["out_head"], arrays["out_ref"]), arrays["arc_from"], arrays["arc_to"], self.edge_ms,
            arrays["stand_from"], arrays["stand_to"],
        )  # fmt: skip
        self.inbound = Side(
            arrays["in_start"], self._arcs(arrays["in_tail"], arrays["in_ref"]), arrays["arc_to"][reversed_drives],
            arrays["arc_from"][reversed_drives], self.edge_ms[reversed_drives], arrays["stand_to"], arrays["stand_from"],
        )  # fmt: skip

    def table(self) -> gpd.GeoDataFrame:
        """Return the edges with their attributes and the average speeds of the profile, for a look at them on a map."""
        arrays = self.network.arrays
        kind = arrays["kinds"][arrays["edge_kind"]]
        with np.errstate(divide="ignore"):
            kph = np.where((self.edge_ms < CLOSED) & (self.edge_ms > 0), arrays["edge_length_m"] * 3600 / self.edge_ms, np.nan)
        limit = lambda column: np.where((kind[column] == UNTAGGED) | (kind[column] == NO_LIMIT), np.nan, kind[column])  # noqa: E731
        columns = {
            "road_class": np.array(ROAD_CLASSES)[kind["road_class"]], "access": np.array(ACCESS)[kind["access"]],
            "surface": np.array(SURFACES)[kind["surface"]], "limit_forward_kph": limit("kph_forward"), "limit_backward_kph": limit("kph_backward"),
            "speed_forward_kph": kph[0], "speed_backward_kph": kph[1], "urban_share": arrays["edge_urban"] / 255,
            "length_m": arrays["edge_length_m"].astype(float), "attachable": self.attachable, "way": arrays["edge_way"][0],
        }  # fmt: skip
        roads = gpd.GeoDataFrame(columns, geometry=self.network.lines(), crs=self.network.crs)
        return roads[kind["road_class"] != CLASS_CODE["barrier"]]

    def side(self, direction: str) -> Side:
        """Return the arcs to follow from a site: ``outbound`` when the site drives to people, ``inbound`` when they drive to it."""
        return {"outbound": self.outbound, "inbound": self.inbound}[direction]

    def _edge_ms(self) -> np.ndarray:
        arrays, profile = self.network.arrays, self.profile
        paces = np.minimum(profile.paces(arrays["kinds"], self.season), 1e9)  # 0 × infinity is not a number
        kind, urban = arrays["edge_kind"], arrays["edge_urban"] / np.float32(255)
        seconds = arrays["edge_length_m"] * (paces[:, 0, kind] * (1 - urban) + paces[:, 1, kind] * urban)
        seconds += arrays["edge_signals"] * profile.signal_s
        if profile.urban_section_s:
            seconds += arrays["edge_sections"] * (self._averaged_in_town()[kind] * profile.urban_section_s)
        if profile.junction_s:
            seconds += self._ends_at_junction() * profile.junction_s
        closed = (paces[:, :, kind] >= 1e9).all(axis=1) | (arrays["arc_from"] < 0)
        return np.where(closed, CLOSED, np.minimum(np.rint(seconds * 1000), CLOSED - 1)).astype(np.int32)

    def _averaged_in_town(self) -> np.ndarray:
        """Tell which kinds are in town and have the source's own average speed."""
        kinds = self.network.arrays["kinds"]
        return (kinds["setting"] == URBAN) & ((kinds["average_forward"] > 0) | (kinds["average_backward"] > 0))

    def _ends_at_junction(self) -> np.ndarray:
        arrays = self.network.arrays
        meeting = np.diff(arrays["out_start"]) + np.diff(arrays["in_start"]) > 4
        return meeting[arrays["arc_to"]]

    def _arcs(self, head: np.ndarray, ref: np.ndarray) -> np.ndarray:
        arcs = np.empty(2 * len(head), np.int32)
        arcs[0::2] = head
        edge, drive = ref >> 1, ref & 1
        arcs[1::2] = np.where(ref < 0, 0, self.edge_ms[drive, edge])
        return arcs

    @functools.cached_property
    def in_main_part(self) -> np.ndarray:
        """(n,) bool: the nodes of the part with most road in which one can drive from anywhere to anywhere."""
        heads, ms = self.outbound.arcs[0::2], self.outbound.arcs[1::2]
        open_arc = ms < CLOSED
        start = np.concatenate([[0], np.cumsum(open_arc)])[self.outbound.start]
        graph = csr_matrix((np.ones(int(open_arc.sum()), np.float32), heads[open_arc], start), shape=(len(start) - 1,) * 2)
        graph.sum_duplicates()  # scipy's search for strong parts never ends on parallel arcs
        _, part = connected_components(graph, directed=True, connection="strong")
        drive, edge = np.nonzero(self.edge_ms < CLOSED)
        begin, end = part[self.outbound.begin[drive, edge]], part[self.outbound.end[drive, edge]]
        metres = np.where(begin == end, self.network.arrays["edge_length_m"][edge], 0.0)
        return part == np.bincount(begin, weights=metres, minlength=1).argmax()

    @functools.cached_property
    def attachable(self) -> np.ndarray:
        """(e,) bool: the edges that a point may attach to, open and in the main part."""
        begin, end = self.outbound.begin, self.outbound.end
        within = (self.edge_ms < CLOSED) & self.in_main_part[begin] & self.in_main_part[end]
        return within.any(axis=0) & (self.network.arrays["kinds"]["road_class"][self.network.arrays["edge_kind"]] != CLASS_CODE["barrier"])

    @functools.cached_property
    def attachable_index(self) -> tuple[np.ndarray, np.ndarray, shapely.STRtree]:
        """The attachable edges, their shapes, and a spatial index of these."""
        edges = np.flatnonzero(self.attachable)
        lines = self.network.lines(edges)
        return edges, lines, shapely.STRtree(lines)

    @property
    def closed_by_season(self) -> int:
        """How many roads are marked as closed in the season."""
        arrays = self.network.arrays
        return int((arrays["kinds"]["closed"][arrays["edge_kind"]] & CLOSED_BIT[self.season] > 0).sum())

    @functools.cached_property
    def island_count(self) -> int:
        """How many open edges lie outside the main part; nothing attaches to them."""
        drivable = (self.edge_ms < CLOSED).any(axis=0)
        drivable &= self.network.arrays["kinds"]["road_class"][self.network.arrays["edge_kind"]] != CLASS_CODE["barrier"]
        return int((drivable & ~self.attachable).sum())


def open_network(path: str | os.PathLike) -> Network:
    """Open a ``.accessnet`` file; its arrays stay on disk until they are used.

    Raises
    ------
    InputError
        See :func:`store.read`.
    """
    arrays, meta = store.read(path)
    return Network(arrays, meta, Path(path))


#: A network whose main part holds less of the length than this is in pieces: a layer is missing, or its lines do not meet.
LEAST_MAIN_PART = 0.8


def build_network_file(
    roads, path: str | os.PathLike, *, columns=None, repair: bool = False, allow_pieces: bool = False, progress: Progress = SILENT
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

    Raises
    ------
    InputError
        The roads cannot be read, hold nothing to drive on, are in pieces, or the file cannot be written.
    """
    from .build import build_network

    source = _read_roads(roads, columns, repair, progress.part(0.0, 0.5))
    name = source.origin["name"]
    arrays, meta = build_network(source, progress=progress.part(0.5, 0.95))
    network = Network(arrays, meta)
    if not network.timed().attachable.any():
        raise InputError(tr("{path} holds no road that is open to cars and joined to another one.").format(path=name))
    share = network.main_part_share
    if share < LEAST_MAIN_PART and source.origin["format"] != "osm":
        text = tr("{name} is in pieces: only {share:.0%} of its {km:.0f} km of roads hang together. Is a layer missing (main roads, streets), or do the ends not meet (“Repair”)?")
        text = text.format(name=name, share=share, km=arrays["edge_length_m"].sum() / 1000)
        if not allow_pieces:
            raise InputError(text)
        progress.warn(text)
    store.write(path, arrays, meta)
    progress.at(1.0)
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

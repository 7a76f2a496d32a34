"""A network as others know it: tables of nodes and edges, and the graph that osmnx and networkx read.

One edge for each drive that is allowed, as osmnx has it; junctions with banned turns are several nodes at one place,
joined by edges of no length, so that any search gives the times that the network gives.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from ..drafts import whole_file
from ..errors import InputError
from ..files import check_ending
from ..layer_file import write_layer
from ..progress import SILENT, Progress
from ..text import tr
from .attributes import CLOSED, ROAD_CLASSES
from .graph import Network

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]

#: Endings of the files that a network can be exported to.
ENDINGS = (".gpkg", ".graphml")
#: The class of an edge between the nodes of one junction.
_PASSAGE = "passage"


def graph_tables(
    network: Network, profiles: Sequence[str] = ("car",), *, season: str = "all_year", traffic: str = "off_peak"
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the nodes and the edges of a network.

    Parameters
    ----------
    network
        Roads, and those that the user closes.
    profiles
        Who drives: each has a column ``seconds_<profile>``, inf where it may not; ``travel_time`` is that of the first,
        as osmnx calls it. An edge is there where one of them may drive.
    season, traffic
        When.

    Returns
    -------
    nodes, edges
        Nodes by their number (``osmid``) with ``x`` and ``y``; edges by ``u``, ``v`` and ``key`` with ``osmid`` (the
        source's way), ``highway``, ``length`` (metres), ``oneway``, ``reversed``, the seconds, and their shape. WGS 84.
    """
    arrays = network.arrays
    ref, start = np.asarray(arrays["out_ref"]), np.asarray(arrays["out_start"])
    tail, head = np.repeat(np.arange(len(start) - 1), np.diff(start)), np.asarray(arrays["out_head"])
    seconds = {}
    for profile in profiles:
        ms = network.timed(profile, season, traffic=traffic).outbound.arcs[1::2]
        seconds[profile] = np.where(ms < CLOSED, ms / 1000.0, np.inf)
    passable = np.isfinite(np.array(list(seconds.values()))).any(axis=0)
    tail, head, ref = tail[passable], head[passable], ref[passable]
    edge, backward = np.where(ref < 0, 0, ref >> 1), (ref & 1).astype(bool) & (ref >= 0)
    kind = arrays["kinds"][arrays["edge_kind"][edge]]
    drives = set(zip(edge[ref >= 0].tolist(), backward[ref >= 0].tolist()))
    columns: dict[str, Any] = {
        "osmid": np.where(ref < 0, -1, arrays["edge_way"][0][edge]),
        "highway": np.where(ref < 0, _PASSAGE, np.array(ROAD_CLASSES, object)[kind["road_class"]]),
        "length": np.where(ref < 0, 0.0, arrays["edge_length_m"][edge]),
        "oneway": [one >= 0 and (one >> 1, not one & 1) not in drives for one in ref.tolist()],
        "reversed": backward,
        "travel_time": seconds[profiles[0]][passable],
    }
    columns |= {f"seconds_{profile}": values[passable] for profile, values in seconds.items()}
    pairs = pd.MultiIndex.from_arrays([tail, head, _keys(tail, head)], names=["u", "v", "key"])
    edges = gpd.GeoDataFrame(columns, index=pairs, geometry=_shapes(network, edge, backward, ref, tail), crs=4326)
    lon, lat = _degrees(network).transform(*np.asarray(arrays["node_xy"]).T)
    number = pd.RangeIndex(len(lon), name="osmid")
    nodes = gpd.GeoDataFrame({"x": lon, "y": lat}, index=number, geometry=gpd.points_from_xy(lon, lat), crs=4326)
    return nodes, edges


def _degrees(network: Network) -> Transformer:
    return Transformer.from_crs(network.crs, 4326, always_xy=True)


def _keys(tail: np.ndarray, head: np.ndarray) -> np.ndarray:
    """Number the edges between the same two nodes."""
    return np.asarray(pd.Series(tail).groupby([tail, head]).cumcount())


def _shapes(network: Network, edge: np.ndarray, backward: np.ndarray, ref: np.ndarray, tail: np.ndarray) -> np.ndarray:
    """Return the shape of each edge in the direction of its drive; a passage is a line that goes nowhere."""
    own, place = np.unique(edge, return_inverse=True)
    lines = shapely.transform(network.lines(own), lambda xy: np.column_stack(_degrees(network).transform(*xy.T)))
    shapes = lines[place.ravel()]
    shapes[backward] = shapely.reverse(shapes[backward])
    here = np.column_stack(_degrees(network).transform(*np.asarray(network.arrays["node_xy"])[tail[ref < 0]].T))
    shapes[ref < 0] = shapely.linestrings(np.repeat(here[:, None], 2, axis=1))
    return np.asarray(shapes, object)


def to_networkx(nodes: gpd.GeoDataFrame, edges: gpd.GeoDataFrame) -> networkx.MultiDiGraph:
    """Return the tables of :func:`graph_tables` as the graph that osmnx has, ready for networkx."""
    import networkx

    graph = networkx.MultiDiGraph(crs="epsg:4326", created_with="Accès 30")
    places = zip(nodes.index, nodes["x"], nodes["y"])
    graph.add_nodes_from((int(number), {"x": float(x), "y": float(y)}) for number, x, y in places)
    names = list(edges.columns)
    values = zip(*(edges[name].to_numpy(object) for name in names))
    for (u, v, key), row in zip(edges.index, values):
        graph.add_edge(int(u), int(v), int(key), **dict(zip(names, row)))
    return graph


def check_export(path: Path) -> None:
    """Raise :class:`InputError` where a name says another kind of file, or networkx is not there.

    GraphML needs networkx.
    """
    check_ending(path, ENDINGS)
    if path.suffix.lower() == ".graphml" and importlib.util.find_spec("networkx") is None:
        raise InputError(tr("GraphML needs the library networkx, which is not there. Choose a GeoPackage (.gpkg)."))


def export_network(
    path: Path, nodes: gpd.GeoDataFrame, edges: gpd.GeoDataFrame, *, progress: Progress = SILENT
) -> None:
    """Write the tables of :func:`graph_tables` as a GeoPackage or GraphML.

    The GeoPackage has the layers ``nodes`` and ``edges``; both are as osmnx writes and reads them.

    Raises
    ------
    InputError
        The file cannot be written.
    """
    check_export(path)
    with whole_file(path) as partial:
        if path.suffix.lower() == ".gpkg":
            for name, table in (("nodes", nodes), ("edges", edges)):
                write_layer(table.reset_index(), partial, name, progress=progress)
            return
        graph = to_networkx(nodes, edges)
        progress.check()
        _write_graphml(graph, partial)


def _write_graphml(graph: networkx.MultiDiGraph, path: Path) -> None:
    """Write a graph as osmnx does: all values as words, shapes as WKT."""
    import networkx

    for _, values in graph.nodes(data=True):
        values.update({name: str(value) for name, value in values.items()})
    for _, _, values in graph.edges(data=True):
        shape = shapely.to_wkt(values.pop("geometry"), rounding_precision=7)
        values.update({name: str(value) for name, value in values.items()}, geometry=shape)
    networkx.write_graphml(graph, path, encoding="utf-8")

"""Graphs of osmnx: as GraphML, and what their edges are in any file."""

from __future__ import annotations

import os
from pathlib import Path
from xml.parsers import expat

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj.exceptions import CRSError

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..tables import texts
from ..text import listed, tr
from ..xml_records import BrokenXml, pieces_of, plain_parser

SUFFIX = ".graphml"
#: What osmnx calls the place of a node, and the shape of an edge.
_X, _Y, _SHAPE, _CRS = "x", "y", "geometry", "crs"
_WGS84 = "EPSG:4326"
#: Bytes in which a file of osmnx has declared all of its attributes.
_HEAD = 100_000
#: Columns of the edges of such a graph, as :func:`plain_words.plain` gives them.
EDGE_COLUMNS = {"u", "v", "key", "osmid"}


def edges_once(table: gpd.GeoDataFrame, words: dict[str, str], name: str, progress: Progress) -> gpd.GeoDataFrame:
    """Return the edges of a graph, a street that is driven both ways once, and tell what such a graph lacks.

    Where nothing says ``oneway``, an edge is one unless another one leads back along it.

    Parameters
    ----------
    table, name
        Lines, and what messages call them.
    words
        Column by its plain name.
    """
    text = tr(
        "{name} is a graph of osmnx: it holds no banned turn, no traffic light, no barrier and no built-up land, "
        "and only the roads that were asked for. Take an OpenStreetMap extract (.osm.pbf) where you can."
    )
    progress.warn(text.format(name=name))
    ends = pd.DataFrame({end: texts(table[words[end]]).to_numpy() for end in ("u", "v")})
    ends["drawn"] = shapely.to_wkb(shapely.normalize(table.geometry.to_numpy()))
    both_ways = np.ones(len(table), bool)
    if "oneway" in words:
        both_ways = texts(table[words["oneway"]]).map(plain).isin(("false", "0", "no")).to_numpy()
    back = set(zip(*(ends.loc[both_ways, column] for column in ("v", "u", "drawn"))))
    twin = np.array([key in back for key in zip(ends["u"], ends["v"], ends["drawn"])], bool) & both_ways
    if "oneway" not in words:
        table = table.assign(oneway=np.where(twin, "False", "True"))
    # of a street that is driven both ways the edge against the order of its ends goes, a loop that is drawn again too
    loop = (ends["u"] == ends["v"]) & ends.duplicated()
    return table[~(twin & ((ends["u"] > ends["v"]) | loop).to_numpy())]


def is_graphml(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether a file may hold a graph."""
    return Path(path).suffix.lower() == SUFFIX


def is_of_roads(path: Path) -> bool:
    """Tell by the attributes that its head declares whether a graph is one of roads, as osmnx writes them."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return b'"highway"' in head


def read_graphml(path: Path, *, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Return the edges of a graph as lines, in the direction in which they are driven.

    An edge without a shape of its own is a straight line between its nodes.

    Returns
    -------
    geopandas.GeoDataFrame
        One row an edge: ``u``, ``v``, ``key`` and its attributes as the file writes them (texts), in the graph's
        reference system (degrees, where it names none).

    Raises
    ------
    InputError
        The file is no whole GraphML, holds no edge, a node has no place, or a shape is none.
    """
    graph = _Graph()
    try:
        for piece in pieces_of(path):
            progress.check()
            graph.parser.Parse(piece, False)
        graph.parser.Parse(b"", True)
    except (expat.ExpatError, BrokenXml) as error:
        text = tr("{path} is no whole GraphML file ({reason}). Save it again (osmnx.save_graphml).")
        raise InputError(text.format(path=path, reason=error)) from None
    if not graph.edges:
        raise InputError(tr("{path} holds no edge. Save a graph of roads (osmnx.save_graphml).").format(path=path))
    names = sorted({name for values in graph.edges for name in values} - {_SHAPE})
    columns = {name: [values.get(name) for values in graph.edges] for name in names}
    try:
        return gpd.GeoDataFrame(columns, geometry=_shapes(graph, path), crs=graph.values.get(_CRS, _WGS84))
    except (ValueError, CRSError, shapely.errors.ShapelyError) as error:
        text = tr(
            "{path} holds a place, a shape or a reference system that is none ({reason}). Save the graph with "
            "osmnx.save_graphml."
        )
        raise InputError(text.format(path=path, reason=error)) from None


def _shapes(graph: _Graph, path: Path) -> list[shapely.Geometry]:
    """Return the line of each edge; a text that is none raises what float and shapely raise."""
    ends = {values[end] for values in graph.edges if _SHAPE not in values for end in ("u", "v")}
    lost = sorted(node for node in ends if not {_X, _Y} <= set(graph.nodes.get(node, ())))
    if lost:
        text = tr(
            "{path}: {ids:node|nodes} {ids} {ids:has|have} no place (x and y). Save the graph with osmnx.save_graphml."
        )
        raise InputError(text.format(path=path, ids=listed(lost)))
    place = {node: (float(graph.nodes[node][_X]), float(graph.nodes[node][_Y])) for node in ends}
    return [
        shapely.from_wkt(values[_SHAPE])
        if _SHAPE in values
        else shapely.LineString([place[values["u"]], place[values["v"]]])
        for values in graph.edges
    ]


class _Graph:
    """What a GraphML file says, while it is read: attributes of the graph, of nodes, and edges in their order."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.nodes: dict[str, dict[str, str]] = {}
        self.edges: list[dict[str, str]] = []
        self._names: dict[str, str] = {}
        self._of, self._key, self._text = self.values, "", [""]
        self.parser = plain_parser(self._start, self._end, self._characters)

    def _start(self, tag: str, said: dict[str, str]) -> None:
        if tag == "key":
            self._names[said.get("id", "")] = said.get("attr.name", "")
        elif tag == "node":
            self._of = self.nodes.setdefault(said.get("id", ""), {})
        elif tag == "edge":
            self._of = {"u": said.get("source", ""), "v": said.get("target", ""), "key": said.get("id", "")}
            self.edges.append(self._of)
        elif tag == "data":
            self._key = self._names.get(said.get("key", ""), "")
            self._text = []

    def _characters(self, text: str) -> None:
        self._text.append(text)

    def _end(self, tag: str) -> None:
        if tag == "data" and self._key:
            self._of[self._key] = "".join(self._text)
            self._key = ""
        elif tag in ("node", "edge"):
            self._of = self.values

"""Roads that the user closes.

A layer of passes, of works or of avalanche corridors, on top of what the roads' own source says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from ..arrays import Floats, Ints, Objects
from ..errors import InputError
from ..progress import SILENT, Progress
from ..seasons import read_seasons
from ..tables import check_coordinates, check_geometry
from ..text import listed, numeral, tr
from ..words import word
from .attributes import CLASS_CODE, ROAD_CLASSES
from .closed_roads import Closures
from .graph import Network

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

#: A point closes the nearest road within this distance.
NEAR_M = 100.0
#: A line follows a road where it lies within so many metres of it and runs within so many degrees of its direction.
ALONG_M, ALONG_DEG = 30.0, 35.0
_STEP_M, _BESIDE_M = 10.0, 15.0
#: Roads that nobody closes: too small to be meant when a mark stands beside them.
_NOT_MEANT = ("track", "ferry", "barrier")
_TOLD = 10


def close_roads(
    network: Network, table: gpd.GeoDataFrame, name: str, season: str, *, progress: Progress = SILENT
) -> Network:
    """Return a network on which the roads are closed that a layer marks, each in its season.

    What that closes in the season of the run is said.

    Parameters
    ----------
    network
        Open; closures that it has are replaced.
    table
        Points: each closes the nearest road within 100 m, from junction to junction. Lines: one that follows roads
        closes those that it follows for half of their length, or of its own; one that follows none closes the roads
        that it crosses. ``season`` or ``saison`` (``winter``/``hiver``, ``summer``/``ete``, ``all_year``/``annee``, or
        the days of the closure, ``11-01/05-31``) says when; without it a feature closes its roads in every season.
    name
        What messages call it.
    season
        The season of the run, of which is said what is closed; with ``all_year`` only what has no season, or that of
        all the year.

    Raises
    ------
    InputError
        The layer is empty, holds other shapes, an unknown season, or a feature that lies on no road.
    """
    check_geometry(table, name)
    check_coordinates(table, name)
    wrong = table.index[~table.geom_type.isin(["Point", "MultiPoint", "LineString", "MultiLineString"])]
    if len(wrong):
        raise InputError(
            tr(
                "{name}: {ids:feature|features} {ids} {ids:is neither a point nor a line|are neither points nor "
                "lines}. Mark closed roads by a point on each, or by lines along them."
            ).format(name=name, ids=listed(wrong))
        )
    roads = _Roads(network)
    edges = [roads.marked_by(shape) for shape in table.geometry.to_crs(network.crs).to_numpy()]
    lost = table.index[[len(found) == 0 for found in edges]]
    if len(lost):
        text = tr(
            "{name}: {ids:the feature|the features} {ids} {ids:lies|lie} on no road of the network: a point must be "
            "within {near:g} m of one, a line must follow or cross one. {ids:Move it, or delete it|Move them, or "
            "delete them}."
        )
        raise InputError(text.format(name=name, ids=listed(lost), near=NEAR_M))
    said = next((column for column in table.columns if str(column).lower() in ("season", "saison")), None)
    seasons = ["all_year"] * len(table) if said is None else read_seasons(table[said], name)
    closures = Closures(name, tuple(edges), tuple(seasons))
    _tell(network, closures, season, progress)
    return network.with_closures(closures)


def _tell(network: Network, closures: Closures, season: str, progress: Progress) -> None:
    name, held, closed = closures.name, closures.held(season), closures.edges(season)
    if held.any():
        length = network.arrays["edge_length_m"][closed]
        progress.say(
            tr(
                "{name}: closures that hold in the season {season}: {count}; roads closed by them: {roads} "
                "({km:.1f} km)."
            ).format(
                name=name,
                count=int(held.sum()),
                roads=len(closed),
                km=length.sum() / 1000,
                season=word("SEASON", season),
            )
        )
        progress.say(
            tr("Closed: {roads}.").format(
                roads=listed([_told(network, edge) for edge in closed[np.argsort(-length)]], _TOLD)
            )
        )
    else:
        progress.warn(
            tr(
                "{name}: of {count} {count:closure|closures}, none holds in the season {season}: it closes "
                "nothing. Choose the season, or correct the field “season”."
            ).format(name=name, count=len(held), season=word("SEASON", season))
        )


def _told(network: Network, edge: int) -> str:
    """Return what a message calls a road: class, length, and the number of its way in the source."""
    road_class = ROAD_CLASSES[network.arrays["kinds"]["road_class"][network.arrays["edge_kind"][edge]]]
    return (
        f"{road_class} {numeral(network.arrays['edge_length_m'][edge] / 1000, '.1f')} km "
        f"({network.arrays['edge_way'][0, edge]})"
    )


class _Roads:
    """The roads that a mark can mean, whoever may drive on them and whatever is closed already."""

    def __init__(self, network: Network) -> None:
        arrays = network.arrays
        road_class = arrays["kinds"]["road_class"][arrays["edge_kind"]]
        meant = (arrays["arc_from"] >= 0).any(axis=0) & ~np.isin(road_class, [CLASS_CODE[name] for name in _NOT_MEANT])
        self.index = network.road_index
        self.meant = meant[self.index.edges]
        self.lines = self.index.lines

    def marked_by(self, shape: BaseGeometry) -> Ints:
        """Return the edges that a point or a line marks."""
        found: list[Ints] = [np.zeros(0, np.int64)]
        for part in shapely.get_parts(shape):
            if part.geom_type == "Point":
                found.append(self.index.nearest(np.array([part]), NEAR_M, self.meant)[1])
            else:
                followed = self._followed_by(part)
                found.append(followed if len(followed) else self._query(part, predicate="intersects")[0])
        return self.index.edges[np.unique(np.concatenate(found)).astype(np.int64)]

    def _query(self, shapes: BaseGeometry | Objects, **options: Any) -> Ints:
        """Return the rows of `shapes`, if they are several, and the roads that are meant."""
        found = np.atleast_2d(self.index.tree.query(shapes, **options))
        return found[:, self.meant[found[-1]]]

    def _followed_by(self, line: LineString) -> Ints:
        """Return the roads that a line follows; none unless it follows roads for half of its length at least."""
        steps = max(int(np.ceil(line.length / _STEP_M)), 3)
        at = (np.arange(steps) + 0.5) / steps * line.length
        points, before, after = (
            shapely.line_interpolate_point(line, np.clip(at + shift, 0, line.length))
            for shift in (0.0, -_STEP_M / 2, _STEP_M / 2)
        )
        step, road = self._query(points, predicate="dwithin", distance=ALONG_M)
        metres = shapely.distance(points[step], self.lines[road])
        least = np.full(steps, np.inf)
        np.minimum.at(least, step, metres)
        beside = metres <= least[step] + _BESIDE_M  # both carriageways of one road
        step, road = step[beside], road[beside]
        place = shapely.line_locate_point(self.lines[road], points[step])
        ends = [
            shapely.line_interpolate_point(self.lines[road], np.maximum(place + shift, 0.0))
            for shift in (-_STEP_M / 2, _STEP_M / 2)
        ]
        same = _turn(before[step], after[step], *ends) <= ALONG_DEG
        step, road = step[same], road[same]
        if len(np.unique(step)) < steps / 2:
            return np.zeros(0, np.int64)  # it follows none
        followed, count = np.unique(road, return_counts=True)
        metres = count * line.length / steps
        chosen = (metres >= shapely.length(self.lines[followed]) / 2) | (metres >= line.length / 2)
        kept: Ints = followed[chosen if chosen.any() else metres == metres.max()]
        return kept


def _turn(start: Objects, end: Objects, other_start: Objects, other_end: Objects) -> Floats:
    """Return the degrees, 0 to 90, between two directions, whichever way each runs."""

    def angle(a: Objects, b: Objects) -> Floats:
        radians: Floats = np.arctan2(shapely.get_y(b) - shapely.get_y(a), shapely.get_x(b) - shapely.get_x(a))
        return radians

    apart: Floats = np.abs(np.degrees(angle(start, end) - angle(other_start, other_end))) % 180
    return np.minimum(apart, 180 - apart)

"""Where lines meet: their ends, joined when they are the same place, and nothing else.

So a bridge stays apart from what passes beneath.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import CRS
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ..arrays import Bools, Floats, Ints, Objects
from ..errors import InputError
from ..progress import SILENT, Progress
from ..text import listed, tr

#: Ends so near each other are one place (DOMAIN § 4.7); in a repair, so near.
TOLERANCE_M, REPAIR_M = 0.1, 1.0
#: Ends that differ more than this in height are not one place.
APART_M = 2.0
#: Heights at and below this mean that the height is not known (BD TOPO: -1000).
_NO_HEIGHT = -999.0
#: More line ends than this share that touch another line without a common point: the layer has no nodes.
MOST_TOUCHING = 0.005


@dataclass(frozen=True)
class Noded:
    """Lines with the nodes that they run through.

    Attributes
    ----------
    xy
        (n, 2) in the reference system of the lines: first the places where ends meet, then the other points.
    way_start, way_nodes
        Way ``i`` runs through ``way_nodes[way_start[i]:way_start[i + 1]]``.
    line
        (w,) the line that each way is, or is a piece of.
    counts
        What was joined, cut and dropped.
    """

    xy: Floats
    way_start: Ints
    way_nodes: Ints
    line: Ints
    counts: dict[str, int]


@dataclass(frozen=True)
class Meeting:
    """Where lines meet, besides at a common end.

    Attributes
    ----------
    split
        They are cut where another one ends on them, and ends joined up to :data:`REPAIR_M` apart.
    shared
        They are cut at points of theirs that are points of another one too: the junctions of OpenStreetMap, in which a
        bridge has none in common with what passes beneath.
    check
        A layer whose ends touch other lines without a common point is refused.
    """

    split: bool = False
    shared: bool = False
    check: bool = True


def node_lines(
    lines: Objects,
    name: str,
    ids: Ints,
    *,
    metric: CRS,
    rules: "Meeting | None" = None,
    progress: Progress = SILENT,
) -> Noded:
    """Find where lines meet.

    Parameters
    ----------
    lines
        LineStrings, with heights or without.
    name, ids
        What messages call the layer, and each line.
    metric
        The reference system of the lines; degrees are turned into metres for what is near.
    rules
        What counts as a junction; ends at one point, by default.

    Raises
    ------
    InputError
        No line has a length; or more than :data:`MOST_TOUCHING` of the ends touch other lines, and neither the rules
        nor a topological source allows it.
    """
    rules = rules or Meeting()
    unit = 1.0 if metric.is_projected else 1 / 111_320.0  # degrees a metre, on a meridian
    line: Ints = np.arange(len(lines))
    good = shapely.length(lines) > 0
    if not good.any():
        text = tr("{name}: none of its lines has a length ({ids}). Check that it is whole, or choose another layer.")
        raise InputError(text.format(name=name, ids=listed(ids.tolist())))
    lines, line = lines[good], line[good]
    counts = {"without_length": int((~good).sum()), "lines_cut": 0}
    if rules.shared or rules.split:
        lines, line, counts["lines_cut"] = _cut_at_shared_points(lines, line)
    if rules.check or rules.split:
        at, end = _touching(lines, (REPAIR_M if rules.split else TOLERANCE_M) * unit)
        if rules.split and len(at):
            lines, line, cut = _cut(lines, line, at, end, REPAIR_M * unit)
            counts["lines_cut"] += cut
        elif len(at) > MOST_TOUCHING * 2 * len(lines):
            text = tr(
                "{name} has no nodes: {count} {count:line end touches|line ends touch} another line without a common "
                "point ({ids:feature|features} {ids}). Cut the lines at their junctions, or tick “Repair” to have it "
                "done."
            )
            raise InputError(text.format(name=name, count=len(at), ids=listed(dict.fromkeys(ids[line[at]].tolist()))))
    progress.check()
    coordinates, owner = shapely.get_coordinates(lines, include_z=True, return_index=True)
    start = np.searchsorted(owner, np.arange(len(lines) + 1))
    ends = np.concatenate([start[:-1], start[1:] - 1])
    place, count = _places(coordinates[ends], (REPAIR_M if rules.split else TOLERANCE_M) * unit)
    is_end = np.zeros(len(coordinates), bool)
    is_end[ends] = True
    node = np.empty(len(coordinates), np.int64)
    node[ends] = place
    node[~is_end] = count + np.arange((~is_end).sum())
    xy = np.empty((count + int((~is_end).sum()), 2))
    xy[place[::-1]] = coordinates[ends[::-1], :2]  # the first end of a place gives it its coordinates
    xy[count:] = coordinates[~is_end, :2]
    counts |= {"line_ends": len(ends), "places": count}
    return Noded(xy, start.astype(np.int64), node.astype(np.int32), line, counts)


def _places(ends: Floats, tolerance: float) -> tuple[Ints, int]:
    """Return the place of each end (x, y, height), and how many places there are."""
    height = np.where(ends[:, 2] > _NO_HEIGHT, ends[:, 2], np.nan)
    exact, inverse = np.unique(
        np.column_stack([ends[:, :2], np.nan_to_num(height, nan=_NO_HEIGHT)]), axis=0, return_inverse=True
    )
    pairs = cKDTree(exact[:, :2]).query_pairs(tolerance, output_type="ndarray")
    z = exact[:, 2]
    known = (z[pairs] > _NO_HEIGHT).all(axis=1)
    pairs = pairs[~known | (np.abs(z[pairs[:, 0]] - z[pairs[:, 1]]) <= APART_M)]
    graph = coo_matrix((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), (len(exact),) * 2)
    count, label = connected_components(graph, directed=False)
    return label[inverse.ravel()], count


def _touching(lines: Objects, distance: float) -> tuple[Ints, Objects]:
    """Return the line touched and the end that touches it, for ends on another line but at none of its ends."""
    first, last = shapely.get_point(lines, 0), shapely.get_point(lines, -1)
    ends = np.concatenate([first, last])
    end, line = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=distance)
    own = end % len(lines) == line
    at_end = np.minimum(shapely.distance(ends[end], first[line]), shapely.distance(ends[end], last[line])) <= distance
    keep = ~own & ~at_end & ~_apart(ends[end], lines[line])
    return line[keep], ends[end[keep]]


def _apart(points: Objects, lines: Objects) -> Bools:
    """Tell which points stand higher or lower than the line that they touch in the plane."""
    z = shapely.get_z(points)
    known = np.isfinite(z) & (z > _NO_HEIGHT) & shapely.has_z(lines)
    apart = np.zeros(len(points), bool)
    if known.any():
        on_line = shapely.line_interpolate_point(lines[known], shapely.line_locate_point(lines[known], points[known]))
        height = shapely.get_z(on_line)
        apart[known] = np.isfinite(height) & (height > _NO_HEIGHT) & (np.abs(height - z[known]) > APART_M)
    return apart


def _cut_at_shared_points(lines: Objects, line: Ints) -> tuple[Objects, Ints, int]:
    """Return the lines cut at points that another line has too, which line each piece is of, and how many were cut.

    Points are the same in place and height. The same line drawn twice, or back, is one.
    """
    height = bool(shapely.has_z(lines).any())
    points, owner = shapely.get_coordinates(lines, include_z=height, return_index=True)
    _, which = np.unique(np.nan_to_num(points, nan=_NO_HEIGHT), axis=0, return_inverse=True)
    which = which.ravel()
    # osmnx draws a street once for each direction
    _, same = np.unique(shapely.to_wkb(shapely.normalize(shapely.force_2d(lines))), return_inverse=True)
    # a line that passes a point twice has it once
    pairs = np.unique(np.column_stack([which, same.ravel()[owner]]), axis=0)
    inner = np.ones(len(owner), bool)
    start = np.searchsorted(owner, np.arange(len(lines)))
    inner[start] = False
    inner[np.append(start[1:], len(owner)) - 1] = False
    cut = inner & (np.bincount(pairs[:, 0]) > 1)[which]
    if not cut.any():
        return lines, line, 0
    again = np.repeat(np.arange(len(owner)), 1 + cut)  # the end of one piece, and the beginning of the next
    begins = np.append(True, (again[1:] == again[:-1]) | (owner[again[1:]] != owner[again[:-1]]))
    pieces = shapely.linestrings(points[again], indices=np.cumsum(begins) - 1)
    return pieces, line[owner[again[begins]]], len(np.unique(owner[cut]))


def _cut(lines: Objects, line: Ints, at: Ints, ends: Objects, distance: float) -> tuple[Objects, Ints, int]:
    """Return the lines cut where ends touch them, each piece ending exactly at the end that touches."""
    pieces, owners = [], []
    whole = np.ones(len(lines), bool)
    for number in np.unique(at):
        target = lines[number]
        points = ends[at == number]
        along = shapely.line_locate_point(target, points)
        order = np.argsort(along)
        corners = shapely.get_coordinates(target)
        # a line may pass a point twice
        places = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
        begin = [tuple(corners[0])]
        low = 0.0
        for k in order:
            inner = [tuple(corner) for corner, where in zip(corners, places) if low < where < along[k] - 1e-9]
            cut = shapely.get_coordinates(points[k])[0]
            if along[k] - low > distance / 10:
                pieces.append(shapely.LineString([*begin, *inner, cut]))
                owners.append(line[number])
                begin, low = [tuple(cut)], along[k]
        inner = [tuple(corner) for corner, where in zip(corners[:-1], places[:-1]) if where > low]
        pieces.append(shapely.LineString([*begin, *inner, tuple(corners[-1])]))
        owners.append(line[number])
        whole[number] = False
    return (
        np.concatenate([lines[whole], np.array(pieces, object)]),
        np.concatenate([line[whole], owners]).astype(np.int64),
        int((~whole).sum()),
    )

"""Roads that lie far from all others: a node at (0, 0), a way of another country.

They would stretch every map of the network, and nobody drives there.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from ..arrays import Ints
from ..progress import SILENT, Progress
from ..text import listed, tr
from .source import RoadSource

#: Roads are sorted into squares of this side; those apart by more than so many squares (some 100 km in all) do not
#: belong together.
_SIDE_DEG, _NEAR = 0.5, 2
#: More squares than there are in either direction.
_WORLD = 1000
#: A group of roads with less than this share of all points is a stray one; so is one of few points, unless it is a good
#: part of the whole.
_LEAST_SHARE, _FEW_POINTS, _GOOD_SHARE = 0.001, 200, 0.1


def without_strays(source: RoadSource, progress: Progress = SILENT) -> RoadSource:
    """Return the roads without those that have a point far from nearly all others.

    How many these are, and where, is told.
    """
    used = np.unique(source.way_nodes)
    column, row = (np.floor(values[used] / _SIDE_DEG).astype(np.int64) + _WORLD for values in (source.lon, source.lat))
    squares, of_node, size = np.unique(column * 2 * _WORLD + row, return_inverse=True, return_counts=True)
    group = _groups(np.column_stack(np.divmod(squares, 2 * _WORLD)))
    points = np.bincount(group, weights=size)
    share = points / points.sum()
    stray = (share < _LEAST_SHARE) | ((points < _FEW_POINTS) & (share < _GOOD_SHARE))
    if not stray.any():
        return source
    lost = np.zeros(len(source.lon), bool)
    lost[used] = stray[group[of_node.ravel()]]
    gone = np.logical_or.reduceat(lost[source.way_nodes], source.way_start[:-1])
    where = used[lost[used]]
    text = tr(
        "{name}: {count} {count:road lies|roads lie} far from all others (near {places}) and {count:was|were} "
        "left out: {ids}."
    )
    places = [
        f"{lat:.1f}, {lon:.1f}"
        for lat, lon in dict.fromkeys(zip(source.lat[where].round(1).tolist(), source.lon[where].round(1).tolist()))
    ]
    progress.warn(
        text.format(
            name=source.origin.get("name", ""),
            count=int(gone.sum()),
            places=listed(places, 3),
            ids=listed(dict.fromkeys(source.way_id[gone].tolist())),
        )
    )
    length = np.diff(source.way_start)
    return dataclasses.replace(
        source,
        way_start=np.concatenate([[0], np.cumsum(length[~gone])]),
        way_nodes=source.way_nodes[np.repeat(~gone, length)],
        way_kind=source.way_kind[~gone],
        way_id=source.way_id[~gone],
        counts=source.counts | {"strays": int(gone.sum())},
    )


def _groups(squares: Ints) -> Ints:
    """Number the groups of squares that lie near each other."""
    place = {tuple(square): number for number, square in enumerate(squares.tolist())}
    group = np.full(len(squares), -1)
    steps = [(dx, dy) for dx in range(-_NEAR, _NEAR + 1) for dy in range(-_NEAR, _NEAR + 1)]
    for first in range(len(squares)):
        if group[first] >= 0:
            continue
        group[first], waiting = first, [first]
        while waiting:
            x, y = squares[waiting.pop()].tolist()
            near = [place[x + dx, y + dy] for dx, dy in steps if (x + dx, y + dy) in place]
            fresh = [number for number in near if group[number] < 0]
            group[fresh] = first
            waiting += fresh
    return np.unique(group, return_inverse=True)[1].ravel()

"""Roads that the user closes: a layer of passes, of works or of avalanche corridors, on top of what the roads' own source says."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from ..errors import InputError
from ..progress import SILENT, Progress
from ..seasons import holds_in, read_seasons
from ..tables import check_coordinates, check_geometry
from ..text import listed, tr
from .graph import Network

#: A point closes the nearest road within this distance; a line those that run along it.
NEAR_M = 100.0
#: A road runs along a line when at least half of either lies within so many metres of the other.
ALONG_M, ALONG_SHARE = 30.0, 0.5


def close_roads(network: Network, table: gpd.GeoDataFrame, name: str, season: str, *, progress: Progress = SILENT) -> int:
    """Close the roads that a layer marks, for the season that is asked for, and return how many.

    Parameters
    ----------
    network
        Open; its roads stay closed until it is closed itself.
    table
        Points (each closes the nearest road within 100 m, from junction to junction) or lines (each closes the roads that run along it: half of the
        road, or of the line, within 30 m of the other). ``season`` or ``saison`` (``winter``/``hiver``, ``summer``/``ete``, ``all_year``/``annee``, or the days of the closure,
        ``11-01/05-31``) says when; without it a feature closes its roads in every season.
    name
        What messages call it.
    season
        The season of the run; with ``all_year`` only what has no season, or that of all the year, is closed.

    Raises
    ------
    InputError
        The layer is empty, holds other shapes, an unknown season, or a feature that lies on no road.
    """
    check_geometry(table, name)
    check_coordinates(table, name)
    wrong = table.index[~table.geom_type.isin(["Point", "MultiPoint", "LineString", "MultiLineString"])]
    if len(wrong):
        raise InputError(tr("{name}: features {ids} are neither points nor lines. Mark closed roads by a point on each, or by lines along them.").format(name=name, ids=listed(wrong)))
    shapes = table.geometry.to_crs(network.crs).to_numpy()
    edges = [_roads_at(network, shape) for shape in shapes]
    lost = table.index[[len(found) == 0 for found in edges]]
    if len(lost):
        text = tr("{name}: the features {ids} lie on no road of the network: a point must be within {near:g} m of one, a line must run along one. Move them, or delete them.")
        raise InputError(text.format(name=name, ids=listed(lost), near=NEAR_M))
    said = next((column for column in table.columns if str(column).lower() in ("season", "saison")), None)
    held = np.ones(len(table), bool) if said is None else holds_in(read_seasons(table[said], name), season).to_numpy(bool)
    closed = np.unique(np.concatenate([np.zeros(0, np.int64), *(found for found, now in zip(edges, held) if now)]))
    network.close_roads(closed, name)
    if held.any():
        length = network.arrays["edge_length_m"][closed].sum() / 1000
        progress.say(tr("{name}: closures that hold in the season {season}: {count}; roads closed by them: {roads} ({km:.1f} km).").format(name=name, count=int(held.sum()), roads=len(closed), km=length, season=season))
    else:
        progress.warn(tr("{name}: none of its {count} closures holds in the season {season}: it closes nothing. Choose the season, or correct the field “season”.").format(name=name, count=len(table), season=season))
    return len(closed)


def _roads_at(network: Network, shape) -> np.ndarray:
    """Return the edges that a shape marks, of those on which some vehicle may drive."""
    timed = network.timed()
    edges, lines, tree = timed.attachable_index
    found = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Point":
            found.append(tree.query_nearest(part, max_distance=NEAR_M, all_matches=False))
        else:
            near = tree.query(part.buffer(ALONG_M), predicate="intersects")
            shares = [_share_within(lines[near], part.buffer(ALONG_M)), _share_within(part, shapely.buffer(lines[near], ALONG_M))]
            found.append(near[np.max(shares, axis=0) >= ALONG_SHARE])
    return edges[np.unique(np.concatenate(found)).astype(np.int64)]


def _share_within(lines, around) -> np.ndarray:
    return shapely.length(shapely.intersection(lines, around)) / np.maximum(shapely.length(lines), 1e-9)

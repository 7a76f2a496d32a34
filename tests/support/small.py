"""Networks, sites and places drawn by hand: positions in kilometres around a point of the Massif central."""

from __future__ import annotations

import itertools

import geopandas as gpd
import numpy as np
import pandas as pd
from paths import SIXTY
from pyproj import Transformer

from access_plugin.engine.access.setting import Setting
from access_plugin.engine.network.attributes import ACCESS_CODE, KIND
from access_plugin.engine.network.build import build_network
from access_plugin.engine.network.graph import Network
from access_plugin.engine.network.source import RoadSource
from access_plugin.engine.network.tags import kind_of_way
from access_plugin.engine.sites.table import read_sites

#: Every drive at 60 km/h, so that a kilometre is a minute.
HERE = Setting(profile=SIXTY, profile_smur=SIXTY, profile_mcs=SIXTY)
CENTRE = (3.0, 45.0)  # on the central meridian of Lambert-93
X0, Y0 = Transformer.from_crs(4326, 2154, always_xy=True).transform(*CENTRE)
TO_DEGREES = Transformer.from_crs(2154, 4326, always_xy=True)


def km(x: float, y: float) -> tuple[float, float]:
    """Return the Lambert-93 coordinates of a place so many kilometres east and north of the centre."""
    return X0 + 1000 * x, Y0 + 1000 * y


def road_source(
    places: dict[str, tuple[float, float]], roads, *, bans=(), way_bans=(), signals=(), barriers=()
) -> RoadSource:
    """Return roads between named places; a road is (places in order, tags), its way number its position from 1.

    `bans` are (place, from-way, to-way, only), `way_bans` (from-way, ways between, to-way, only), `barriers` (place,
    access word).
    """
    names = list(places)
    number = {name: index for index, name in enumerate(names)}
    lon, lat = TO_DEGREES.transform(*np.array([km(*places[name]) for name in names]).T)
    kinds = [kind_of_way({"highway": "primary", "maxspeed": "60"} | tags) for _, tags in roads]
    unique = list(dict.fromkeys(kinds))
    signal, barrier = np.zeros(len(names), "u1"), np.zeros(len(names), "u1")
    signal[[number[name] for name in signals]] = 3
    for name, word in barriers:
        barrier[number[name]] = ACCESS_CODE[word]
    return RoadSource(
        lon=lon,
        lat=lat,
        way_start=np.cumsum([0] + [len(path) for path, _ in roads]),
        way_nodes=np.array([number[n] for path, _ in roads for n in path], np.int32),
        way_kind=np.array([unique.index(kind) for kind in kinds], np.int32),
        kinds=np.array(unique, KIND),
        way_id=np.arange(1, len(roads) + 1),
        signal=signal,
        barrier=barrier,
        bans=np.array([(number[via], a, b, int(only)) for via, a, b, only in bans], np.int64).reshape(-1, 4),
        way_bans=list(way_bans),
        origin={"name": "by hand", "sha256": "", "date": "2026-01-01", "licence": "made for the tests"},
    )


def network(places, roads, **options) -> Network:
    return Network(*build_network(road_source(places, roads, **options)))


def points(places: dict[str, tuple[float, float]], **columns) -> gpd.GeoDataFrame:
    """Return a layer of places, in kilometres, with ``code`` and further columns."""
    xy = np.array([km(*place) for place in places.values()])
    return gpd.GeoDataFrame({"code": list(places), **columns}, geometry=gpd.points_from_xy(*xy.T), crs=2154)


def sites(rows: list[tuple], **columns) -> gpd.GeoDataFrame:
    """Return sites of care from (id, role, x km, y km)."""
    table = gpd.GeoDataFrame(
        {"id": [row[0] for row in rows], "role": [row[1] for row in rows], **columns},
        geometry=gpd.points_from_xy(*np.array([km(row[2], row[3]) for row in rows]).T),
        crs=2154,
    )
    return read_sites(table, "sites by hand")


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns)


def best_subset(matrix: np.ndarray, weight: np.ndarray, number: int) -> float:
    """Return the most that any choice of so many rows covers, by trying all."""
    return max(
        weight[matrix[list(rows)].any(axis=0)].sum() for rows in itertools.combinations(range(len(matrix)), number)
    )

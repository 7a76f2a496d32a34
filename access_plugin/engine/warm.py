"""Does the whole work once on a village of twenty-five junctions, before the user's first run.

So all loops are compiled, or read from disk, by then.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np

from .access.care import Care, in_force
from .access.gaps import find_gaps
from .access.isochrones import isochrones
from .access.people import People
from .access.reach import seeds_of
from .access.setting import Setting
from .bench.bench import Bench
from .bench.scenario import Scenario
from .network.attributes import KIND
from .network.build import build_network
from .network.graph import open_network
from .network.search import each, nearest, within
from .network.snap import attach
from .network.source import RoadSource
from .network.store import write
from .network.tags import kind_of_way
from .network.timed import TimedNetwork
from .progress import SILENT, Progress
from .sites.table import read_sites

_SIDE, _STEP_DEG = 5, 0.01


def warm_up(*, progress: Progress = SILENT) -> None:
    """Build a small network and ask it for times, areas and coverage, by both ways to search.

    Everything happens in a temporary folder.

    Compiling takes about ten seconds the first time after an installation; reading what was compiled, a moment.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "village.accessnet"
        write(path, *build_network(_village()))
        progress.at(0.4)
        network = open_network(path)
        at = gpd.GeoDataFrame(
            {"id": ["a", "b"], "role": ["SU", "SMUR"], "population": [1.0, 1.0]},
            geometry=gpd.points_from_xy([5.0, 5.015], [45.0, 45.015]),
            crs=4326,
        )
        sites = read_sites(at[["id", "role", "geometry"]], "village")
        care = in_force(network, sites, Setting())
        find_gaps(care, People(at), cell_m=500.0, progress=progress.part(0.4, 0.6).quiet())
        step = progress.part(0.6, 0.8).quiet()
        isochrones(care, [0.5], mode="per_site", cell_m=50.0, population=at, progress=step)
        _search_both_ways(network.timed(), at)
        _try_a_place(care, People(at.assign(code=at["id"])))
        network.close()
    progress.at(1.0)


def _try_a_place(care: Care, people: People) -> None:
    """Put a site on the bench and move it."""
    bench = Bench(care, people)
    here, there = bench.grounds.xy.tolist()
    scenario, site = Scenario().with_site("SMUR", (here[0], here[1]))
    bench.drag(scenario, site.id).to((there[0], there[1]))


def _search_both_ways(timed: TimedNetwork, at: gpd.GeoDataFrame) -> None:
    places = attach(
        timed, np.column_stack([at.to_crs(timed.network.crs).geometry.x, at.to_crs(timed.network.crs).geometry.y])
    )
    for side in (timed.outbound, timed.inbound):
        node, ms = seeds_of(side, places, np.zeros(2))
        for _ in range(2):  # plain, then swept
            nearest(side, node[:, 0], ms[:, 0], np.zeros(2, np.int32))
            within(side, (node, ms), (node.T, ms.T), 600_000)
            list(each(side, (node, ms), 600_000))
            if side.is_customised:
                break
            _ = side.sweep  # numbered


def _village() -> RoadSource:
    """Return twenty-five junctions of streets that cross, with a light and a banned turn."""
    column, row = (values.ravel() for values in np.meshgrid(np.arange(_SIDE), np.arange(_SIDE)))
    paths = [
        *(np.arange(_SIDE) + _SIDE * i for i in range(_SIDE)),
        *(np.arange(_SIDE) * _SIDE + i for i in range(_SIDE)),
    ]
    kind = kind_of_way({"highway": "residential"})
    lights = np.zeros(_SIDE**2, "u1")
    lights[0] = 3
    return RoadSource(
        lon=5.0 + _STEP_DEG * column,
        lat=45.0 + _STEP_DEG * row,
        way_start=np.arange(len(paths) + 1) * _SIDE,
        way_nodes=np.concatenate(paths).astype(np.int32),
        way_kind=np.zeros(len(paths), np.int32),
        kinds=np.array([kind], KIND),
        way_id=np.arange(1, len(paths) + 1),
        signal=lights,
        barrier=np.zeros(_SIDE**2, "u1"),
        bans=np.array([[_SIDE**2 // 2, _SIDE // 2 + 1, _SIDE + _SIDE // 2 + 1, 0]], np.int64),
        origin={"name": "village", "sha256": "", "date": "", "format": "osm"},
    )

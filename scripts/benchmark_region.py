"""Runs the whole study of the région through qgis_process, and again step by step in the engine.

Called by scripts/benchmark region.

The sites, people and communes are the real ones of Auvergne-Rhône-Alpes. No roads of the région can be had here: those
of the synthetic network, which has its size (967 k nodes), stand in. Everything is moved and stretched from the
région's extent onto theirs, sites and candidates to the nearest junction; so the figures of people mean nothing, but
the work is that of the région.

The grid that is there has cells of 1 km. With ``--cells 200`` the people of each are shared out among some of its 25
cells of 200 m, at random, so that there are as many as INSEE's grid has in the région; with ``--growth`` the steps are
taken with 5,000 to 320,000 of these points too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

import numpy as np
import shapely
from scipy.spatial import cKDTree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmark_imports import alone  # noqa: E402

from access_plugin.engine.access.care import in_force  # noqa: E402
from access_plugin.engine.access.cells import cell_map  # noqa: E402
from access_plugin.engine.access.people import People  # noqa: E402
from access_plugin.engine.access.setting import Setting  # noqa: E402
from access_plugin.engine.network.build_file import build_network_file  # noqa: E402
from access_plugin.engine.network.graph import open_network  # noqa: E402
from access_plugin.engine.placement.request import (  # noqa: E402
    Question,
    Request,
    read_candidates,
)
from access_plugin.engine.population.places import read_population  # noqa: E402
from access_plugin.engine.reading import read_vector_file  # noqa: E402
from access_plugin.engine.region.prepare import prepare_region  # noqa: E402
from access_plugin.engine.sites.table import read_sites  # noqa: E402
from access_plugin.engine.study.compute import compute_study  # noqa: E402
from access_plugin.engine.study.results import write_results  # noqa: E402
from access_plugin.engine.territory.codes import departements_of  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
#: By the side of the cells: the wall seconds and the megabytes of a study without pages.
TARGETS = {
    1000: {"study_wall_s": 40.0, "study_peak_mb": 3072.0},
    200: {"study_wall_s": 60.0, "study_peak_mb": 3072.0},
}
#: Inhabited cells of 200 m in the région, about.
SMALL_CELLS = 320_000
GROWTH = (5_000, 20_000, 80_000, SMALL_CELLS)
#: Places to suggest.
NUMBER = 10
#: Step of the study → where the function is used.
STEPS = {
    "times of the places": "access_plugin.engine.access.gaps.travel_times",
    "figures by territory": "access_plugin.engine.access.gaps.summary_of",
    "times of the cells": "access_plugin.engine.access.gaps.field_of",
    "areas beyond, by territory": "access_plugin.engine.access.gaps.areas_beyond",
    "people inside the areas": "access_plugin.engine.access.gaps._tell",
    "bands": "access_plugin.engine.study.compute.bands_of",
    "land without a time": "access_plugin.engine.access.gaps.land_without_time",
    "line of the threshold": "access_plugin.engine.study.compute.threshold_line",
    "suggested places": "access_plugin.engine.study.compute.suggest_sites",
}
LAYERS = {
    "sites": "sites.gpkg|sites",
    "population": "population.gpkg|population",
    "territories": "territories.gpkg|communes",
}


def small_cells(cells, count: int = SMALL_CELLS):
    """Share the people of cells of 1 km out among cells of 200 m, a given number of these in all.

    There are the more of them the more people live there; the table is in metres.
    """
    rng, people = np.random.default_rng(200), cells["population"].to_numpy(float)
    low, high = 0.0, 25.0
    for _ in range(50):
        share = (low + high) / 2
        parts = np.clip(np.round(share * np.sqrt(people)), 1, 25).astype(int)
        low, high = (share, high) if parts.sum() < count else (low, share)
    row, place = np.repeat(np.arange(len(cells)), parts), np.concatenate([rng.permutation(25)[:size] for size in parts])
    weight = rng.exponential(size=len(row)) + 0.05
    table = cells.iloc[row].reset_index(drop=True)
    table["population"] = people[row] * weight / np.bincount(row, weight)[row]
    table["households"] = np.ceil(table["population"] / 2.2)
    table["secret"] = table["households"] < 11
    table["code"] = [f"{code}_{number}" for code, number in zip(table["code"], place)]
    corner = shapely.get_coordinates(cells.geometry.to_numpy())[row] - 400.0
    return table.set_geometry(shapely.points(corner + 200.0 * np.column_stack([place % 5, place // 5])), crs=cells.crs)


def make_inputs(folder: Path, roads: Path, side: int = 1000) -> None:
    """Write the network, and the layers of the région moved onto it, into a folder."""
    network = build_network_file(roads, folder / "roads.accessnet")
    prepare_region(DATA / "aura", folder / "real", departements_of("R84"))
    tables = {
        name: read_vector_file(
            folder / "real" / file.split("|")[0], layer=file.split("|")[1] if name != "population" else None
        )[0].to_crs(network.crs)
        for name, file in LAYERS.items()
    }
    if side == 200:
        tables["population"] = small_cells(tables["population"])
    bounds = np.array([table.total_bounds for table in tables.values()])
    low, high = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
    nodes = network.arrays["node_xy"][network.timed().roads.in_main_part]
    first, last = nodes.min(axis=0), nodes.max(axis=0)

    def move(xy):
        return (xy - low) / (high - low) * (last - first) + first

    near = cKDTree(nodes)

    def at_road(table):
        return table.set_geometry(
            shapely.points(nodes[near.query(shapely.get_coordinates(table.geometry.to_numpy()))[1]]), crs=network.crs
        )

    tables = {
        name: table.set_geometry(shapely.transform(table.geometry.to_numpy(), move), crs=network.crs)
        for name, table in tables.items()
    }
    tables["candidates"] = at_road(
        tables["territories"].set_geometry(tables["territories"].representative_point())[["code", "name", "geometry"]]
    )
    tables["sites"] = at_road(tables["sites"])
    for name, table in tables.items():
        table.to_file(folder / f"{name}.gpkg", engine="pyogrio")


def by_qgis_process(folder: Path) -> dict:
    """Run the algorithm as its user does; return wall seconds and the peak memory of the process."""
    inputs = {name.upper(): folder / f"{name}.gpkg" for name in (*LAYERS, "candidates")}
    command = [
        "qgis_process",
        "run",
        "access:study",
        "--",
        f"NETWORK={folder / 'roads.accessnet'}",
        *(f"{name}={path}" for name, path in inputs.items()),
        f"NUMBER={NUMBER}",
        "FIGURES=none",
        f"FOLDER={folder / 'study'}",
    ]
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"}
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status or not (folder / "study" / "study.qgz").exists():
        raise SystemExit(output)
    return {"study_wall_s": time.monotonic() - start, "study_peak_mb": usage.ru_maxrss / 1024}


def step_by_step(folder: str, most: str, queue) -> None:
    """Run the engine's part in this process, with a clock at each step, for some of the points."""
    spent: dict[str, float] = {}

    @contextlib.contextmanager
    def clock(step: str):
        start = time.monotonic()
        yield
        spent[step] = spent.get(step, 0.0) + time.monotonic() - start

    def timed(step: str, function):
        def run(*arguments, **options):
            with clock(step):
                return function(*arguments, **options)

        return run

    with contextlib.ExitStack() as stack:
        for step, place in STEPS.items():
            module, name = place.rsplit(".", 1)
            stack.enter_context(patch(place, timed(step, getattr(sys.modules[module], name))))
        with clock("all in the engine"):
            with clock("reading"):
                tables = {name: read_vector_file(Path(folder) / f"{name}.gpkg")[0] for name in (*LAYERS, "candidates")}
                points = tables["population"]
                tables["population"] = points.sample(min(int(most), len(points)), random_state=200).sort_index()
                network = open_network(Path(folder) / "roads.accessnet")
                sites, people = (
                    read_sites(tables["sites"], "sites"),
                    read_population(tables["population"], "population", network=network),
                )
                candidates = read_candidates(tables["candidates"], "candidates")
            study = compute_study(
                in_force(network, sites, Setting()),
                People(people, tables["territories"]),
                Question(candidates, Request(number=NUMBER, time_limit=40.0)),
            )
            with clock("writing"):
                out = Path(folder) / "results"
                out.mkdir()
                write_results(study, out)
                shutil.rmtree(out)
    counts = {
        "sites": sites["id"].nunique(),
        "places": len(people),
        "candidates": len(candidates),
        "territories": len(tables["territories"]),
        "nodes": network.node_count,
        "cells": int(np.prod(cell_map(network.timed(), 50.0).shape)),
    }
    queue.put(
        counts
        | spent
        | {
            "largest_gap": study.suggestion.curve["gap"].max(),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--roads",
        type=Path,
        default=DATA / "scale" / "synth1m.osm.pbf",
        help="extract that stands in for the roads of the région",
    )
    parser.add_argument("--cells", type=int, choices=(1000, 200), default=1000, help="side of the cells of people, m")
    parser.add_argument("--growth", action="store_true", help="with cells of 200 m: fewer points too")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    if not (DATA / "aura").exists() or not options.roads.exists():
        raise SystemExit("the data beside the project is absent")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_inputs(folder, options.roads, options.cells)
        figures = by_qgis_process(folder)
        for most in GROWTH if options.growth else (SMALL_CELLS,):
            steps = alone(step_by_step, folder, most)
            figures |= {f"{name}, {most} points" if options.growth else name: value for name, value in steps.items()}
    targets = TARGETS[options.cells]
    for name, value in figures.items():
        target = (
            f"   target: at most {targets[name]:g}{' – MISSED' if value > targets[name] else ''}"
            if name in targets
            else ""
        )
        print(f"{name:34} {value:.4g}{target}" if isinstance(value, float) else f"{name:34} {value}{target}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.check and any(figures[name] > limit for name, limit in targets.items()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()

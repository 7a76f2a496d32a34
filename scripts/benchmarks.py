"""Measures the engine on one road file: building, opening, searching, drawing, choosing. Called by scripts/benchmark.

Each figure is CPU time (all threads), the median of some runs after a first one, unless its name says wall; the peak
memory of the building is that of a process of its own. The comparisons run scipy.sparse.csgraph.dijkstra on the very
same arcs, with the parallel ones reduced to the quickest, and stop with an error unless both give the same times.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from peers import cpu
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from access_plugin.engine.access.reach import coverage, nearest_minutes  # noqa: E402
from access_plugin.engine.network.build_file import build_network_file  # noqa: E402
from access_plugin.engine.network.closed_roads import Closures  # noqa: E402
from access_plugin.engine.network.graph import open_network  # noqa: E402
from access_plugin.engine.network.hierarchy import contraction_order  # noqa: E402
from access_plugin.engine.network.search import UNREACHED, each, nearest, within  # noqa: E402
from access_plugin.engine.network.snap import Attachment, attach  # noqa: E402
from access_plugin.engine.network.uncompiled import quickest_arcs  # noqa: E402
from access_plugin.engine.placement.models import Reach, best, problem_of  # noqa: E402

DEFAULT = ROOT.parent / "shared" / "data" / "scale" / "synth1m.osm.pbf"
#: What a région must reach: figure → (limit, whether it is the least).
TARGETS = {
    "build_wall_s": (180, False),
    "build_peak_mb": (4096, False),
    "order_s": (15, False),
    "open_time_and_main_part_s": (1.0, False),
    "nearest_times_as_fast": (10, True),
    "within_times_as_fast": (10, True),
    "best_20_gap": (0, False),
    "change_of_profile_s": (2, False),
    "change_of_season_s": (2, False),
    "change_of_closures_s": (2, False),
    "peak_mb": (2048, False),
}
SAMPLE = ROOT / "access_plugin" / "resources" / "sample" / "liechtenstein-2013-08-03.osm.pbf"
LIMIT_MS = 30 * 60_000


def build(roads: str, path: str) -> None:
    build_network_file(roads, path)


def measure_build(roads: Path, path: Path) -> dict:
    """Build in a process of its own, for its memory."""
    start = time.monotonic()
    process = multiprocessing.get_context("spawn").Process(target=build, args=(str(roads), str(path)))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"building failed with exit code {process.exitcode}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"build_wall_s": time.monotonic() - start, "build_peak_mb": peak, "file_mb": path.stat().st_size / 2**20}


def measure_opening(path: Path) -> tuple[dict, object]:
    seconds, timed = cpu(lambda: open_network(path).timed("car"))
    part, _ = cpu(lambda: open_network(path).timed("car").roads.in_main_part)
    return {
        "open_and_time_s": seconds,
        "open_time_and_main_part_s": part,
        "nodes": timed.network.node_count,
        "arcs": len(timed.outbound.arcs) // 2,
    }, timed


def scipy_graph(side):
    """Return the open arcs as a matrix; a free arc is a hundred-thousandth of a millisecond."""
    nodes = len(side.start) - 1
    tail, head, ms = quickest_arcs(side.start, side.arcs)
    return csr_matrix((np.maximum(ms.astype(float), 1e-5), (tail, head)), shape=(nodes, nodes))


def same(ours: np.ndarray, theirs: np.ndarray) -> None:
    if not np.array_equal(np.where(ours == UNREACHED, np.inf, ours.astype(float)), np.rint(theirs)):
        raise SystemExit("the times differ from scipy's: this benchmark measures nothing")


def measure_nearest(timed, graph, rng) -> dict:
    sources = np.sort(rng.choice(timed.network.node_count, 300, replace=False)).astype(np.int32)

    def search(side):
        return cpu(lambda: nearest(side, sources, np.zeros(300, np.int32), np.arange(300, dtype=np.int32)))

    plain, _ = search(dataclasses.replace(timed.outbound, hierarchy=None))
    ours, (ms, _) = search(timed.outbound)
    theirs, times = cpu(lambda: dijkstra(graph, indices=sources, min_only=True), runs=3)
    same(ms, times)
    return {
        "nearest_of_300_plain_s": plain,
        "nearest_of_300_s": ours,
        "nearest_of_300_scipy_s": theirs,
        "nearest_times_as_fast": theirs / ours,
    }


def measure_within(timed, graph, rng) -> dict:
    nodes = timed.network.node_count
    demand = np.sort(rng.choice(nodes, min(20_000, nodes // 5), replace=False))
    targets = np.vstack([demand, np.full(len(demand), -1)]), np.zeros((2, len(demand)), np.int32)
    sources = rng.choice(nodes, 1000, replace=False)
    seeds = np.column_stack([sources, np.full(1000, -1)]), np.zeros((1000, 2))
    plain, _ = cpu(
        lambda: within(dataclasses.replace(timed.outbound, hierarchy=None), seeds, targets, LIMIT_MS), runs=3
    )
    ours, (row, found, ms) = cpu(lambda: within(timed.outbound, seeds, targets, LIMIT_MS), runs=3)
    few, group = 100, 50  # all 1,000 rows of scipy at once would take 7 GB

    def in_groups():
        return [
            dijkstra(graph, indices=sources[first : first + group], limit=LIMIT_MS)[:, demand]
            for first in range(0, few, group)
        ]

    theirs, times = cpu(lambda: np.vstack(in_groups()), runs=3)
    for source in range(few):
        mine = np.full(len(demand), UNREACHED, np.int64)
        mine[found[row[source] : row[source + 1]]] = ms[row[source] : row[source + 1]]
        same(mine, times[source])
    return {
        "within_30_min_plain_ms_a_site": plain,
        "within_30_min_ms_a_site": ours,
        "within_30_min_scipy_ms_a_site": 1000 * theirs / few,
        "within_times_as_fast": 1000 * theirs / few / ours,
    }


def measure_hierarchy(timed) -> dict:
    """Time the order, part of the building, and the customising, after each change of speeds."""
    arrays = timed.network.arrays
    tail, head = (
        np.repeat(np.arange(timed.network.node_count, dtype=np.int32), np.diff(arrays["out_start"])),
        np.asarray(arrays["out_head"]),
    )
    shuffled = np.random.default_rng(0).permutation(timed.network.node_count).astype(np.int32)
    start = time.process_time()
    contraction_order(shuffled[tail], shuffled[head], timed.network.node_count)
    found = {"order_s": time.process_time() - start, "shortcuts": len(arrays["up_head"])}
    timed.outbound.sweep  # compiles, or reads what was compiled
    start = time.process_time()
    timed.network.timed(timed.profile).outbound.sweep
    return found | {"customise_s": time.process_time() - start}


def measure_changes(network, rng) -> dict:
    """From the change to new times at 50,000 places from 141 sites, and to a hierarchy that is ready for sweeps."""
    nodes = np.asarray(network.arrays["node_xy"])
    places, sites = (
        nodes[rng.choice(len(nodes), count)] + rng.normal(0, 100, (count, 2))
        for count in (min(50_000, len(nodes)), 141)
    )

    def answer(profile: str, season: str, roads=network) -> None:
        timed = roads.timed(profile, season)
        nearest_minutes(timed, "outbound", attach(timed, sites), np.zeros(len(sites)), attach(timed, places))
        timed.outbound.sweep

    answer("car", "all_year")
    found = {}
    for name, change in (
        ("profile", lambda: answer("emergency", "all_year")),
        ("season", lambda: answer("car", "winter")),
        (
            "closures",
            lambda: answer(
                "car", "all_year", network.with_closures(Closures.always(rng.choice(network.edge_count, 50), "some"))
            ),
        ),
    ):
        start = time.monotonic()
        change()
        found[f"change_of_{name}_s"] = time.monotonic() - start
    return found


def measure_many(timed, rng) -> dict:
    """Time 141 sites to every node, and 50,000 points to each of 4,000 candidates within 30 minutes."""
    nodes = timed.network.node_count
    sites = rng.choice(nodes, 141)
    start = time.monotonic()
    for ms in each(timed.outbound, (np.column_stack([sites, np.full(141, -1)]), np.zeros((141, 2)))):
        assert ms[0] >= 0
    every = time.monotonic() - start
    edges = np.flatnonzero(timed.attachable)

    def at(count):
        return Attachment(rng.choice(edges, count), rng.random(count), np.zeros(count))

    # on a small network all would reach all
    candidates, points = at(min(4000, len(edges) // 8)), at(min(50_000, len(edges) // 4))
    start = time.monotonic()
    row, _, _ = coverage(timed, "outbound", candidates, np.zeros(len(candidates)), points, 30.0)
    return {
        "times_of_141_sites_to_all_nodes_wall_s": every,
        "coverage_wall_s": time.monotonic() - start,
        "coverage_candidates": len(candidates),
        "coverage_points": len(points),
        "coverage_pairs": int(row[-1]),
    }


def measure_choice(timed, rng) -> dict:
    edges = np.flatnonzero(timed.attachable)

    def at(count):
        return Attachment(np.sort(rng.choice(edges, count, replace=False)), rng.random(count), np.zeros(count))

    candidates, demand = at(min(2000, len(edges) // 4)), at(min(20_000, len(edges) // 2))
    seconds, (start, place, minutes) = cpu(
        lambda: coverage(timed, "outbound", candidates, np.zeros(len(candidates)), demand, 30.0), runs=1
    )
    weight = np.round(1000.0 / (rng.permutation(len(demand)) + 20) ** 0.6 * 10) + 1
    wall = time.monotonic()
    choice = best(
        problem_of("mclp", Reach(start, place, minutes, len(demand)), np.full(len(demand), np.inf), weight, 30.0), 20
    ).final
    return {
        "candidates": len(candidates),
        "demand": len(demand),
        "coverage_s": seconds,
        "best_20_wall_s": time.monotonic() - wall,
        "best_20_share": choice.gained / weight.sum(),
        "best_20_gap": choice.gap,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("roads", nargs="?", type=Path, default=DEFAULT if DEFAULT.exists() else SAMPLE)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roads.accessnet"
        figures = {"roads": options.roads.name} | measure_build(options.roads, path)
        opening, timed = measure_opening(path)
        graph = scipy_graph(timed.outbound)
        for part in (
            opening,
            measure_hierarchy(timed),
            measure_nearest(timed, graph, rng),
            measure_within(timed, graph, rng),
            measure_many(timed, rng),
            measure_choice(timed, rng),
        ):
            figures |= part
        del graph
        figures |= measure_changes(open_network(path), rng)
        figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    missed = [
        name for name, (limit, least) in TARGETS.items() if (figures[name] < limit if least else figures[name] > limit)
    ]
    for name, value in figures.items():
        target = (
            f"   target: {'at least' if TARGETS[name][1] else 'at most'} "
            f"{TARGETS[name][0]}{' – MISSED' if name in missed else ''}"
            if name in TARGETS
            else ""
        )
        print(f"{name:34} {value:.4g}{target}" if isinstance(value, float) else f"{name:34} {value}{target}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.check and missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

"""Tries places on the study of the région: how long it opens, and how long each move of a site takes.

Called by scripts/benchmark bench. Inputs and study are those of scripts/benchmark region. Markers, ring and
labels, which the window adds, are not in it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

import numpy as np
from benchmark_imports import alone
from benchmark_region import DATA, by_qgis_process, make_inputs

#: By the side of the cells: the milliseconds of a move, p95 and longest.
TARGETS = {1000: {"move_p95_ms": 50.0, "move_longest_ms": 100.0}, 200: {"move_p95_ms": 100.0}}
MOVES = 500


def resident_mb() -> float:
    """Return the memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def try_places(folder: str, role: str, definition: str, queue) -> None:
    """Open the study, try a site of a role, and move it over 500 places where people live."""
    from access_plugin.engine.bench.opening import open_bench
    from access_plugin.engine.bench.scenario import Scenario

    def timed(work):
        start = time.monotonic()
        return work(), time.monotonic() - start

    bench, opened = timed(lambda: open_bench(folder, definition=definition))
    rng = np.random.default_rng(5)
    xy = bench.grounds.xy[np.isfinite(bench.was)]
    ways = [tuple(point) for point in xy[rng.integers(len(xy), size=MOVES)]]
    scenario, site = Scenario().with_site(role, ways[0])
    _, first = timed(lambda: bench.effect(scenario))
    drag, taken = timed(lambda: bench.drag(scenario, site.id))
    drag.to(ways[0])
    before = resident_mb()
    moves = np.array([timed(lambda at=at: drag.to(at))[1] for at in ways]) * 1000
    grown = resident_mb() - before
    x, y = ways[-1]
    _, put_down = timed(lambda: bench.effect(scenario.changed(site.id, x=x, y=y)))
    key = tuple(bench.care.sites[["id", "role"]].iloc[3])
    _, switched = timed(lambda: bench.effect(scenario.switched(key)))
    queue.put(
        {
            "places": len(bench.was),
            "nodes": bench.grounds.network.node_count,
            "open_s": opened,
            "first_try_ms": 1000 * first,
            "take_up_ms": 1000 * taken,
            "move_median_ms": float(np.median(moves)),
            "move_p95_ms": float(np.percentile(moves, 95)),
            "move_longest_ms": float(moves.max()),
            "put_down_ms": 1000 * put_down,
            "switch_off_ms": 1000 * switched,
            "grown_by_moves_mb": grown,
        }
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cells", type=int, choices=(1000, 200), default=1000, help="side of the cells of people, m")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    roads = DATA / "scale" / "synth1m.osm.pbf"
    if not roads.exists():
        raise SystemExit("the data beside the project is absent")
    figures, missed = {}, False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_inputs(folder, roads, options.cells)
        by_qgis_process(folder)
        for role, definition in (("MCS", "first_care"), ("SMUR_ANTENNE", "emergency")):
            print(f"{role}, {definition}")
            found = alone(try_places, folder / "study", role, definition)
            figures[role] = found
            for key, value in found.items():
                limit = TARGETS[options.cells].get(key)
                late = limit is not None and value > limit
                missed |= late
                target = f"   target: at most {limit:g}{' – MISSED' if late else ''}" if limit is not None else ""
                print(f"  {key:20} {value:.4g}{target}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.check and missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

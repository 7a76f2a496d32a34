"""Measures the engine side by side with others, on networks of ten thousand to a million nodes.

Called by scripts/benchmark peers.

scipy and networkx come with the environment. pandana, RoutingKit (routingkit-cch), Valhalla (pyvalhalla-weekly) and
OSRM (osrm-bindings) get an environment of their own each (`.peers/`, kept), and are left out with a word where they do
not install on this Python. QGIS's own service area runs through qgis_process on the same roads. All figures are CPU
seconds, but for those whose name says wall; whoever gives other answers than scipy is named.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import geopandas as gpd
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from benchmarks import LIMIT_MS, cpu, scipy_graph  # noqa: E402
from peers import FEW  # noqa: E402
from scipy.sparse.csgraph import dijkstra  # noqa: E402

from access_plugin.engine.access.care import in_force_of_roles  # noqa: E402
from access_plugin.engine.access.isochrones import isochrones  # noqa: E402
from access_plugin.engine.access.setting import Setting  # noqa: E402
from access_plugin.engine.network.build_file import build_network_file  # noqa: E402
from access_plugin.engine.network.graph import open_network  # noqa: E402
from access_plugin.engine.network.search import CLOSED, nearest, within  # noqa: E402
from access_plugin.engine.network.uncompiled import quickest_arcs  # noqa: E402
from access_plugin.engine.sites.table import read_sites  # noqa: E402

SCALE = ROOT.parent / "shared" / "data" / "scale"
SAMPLE = ROOT / "access_plugin" / "resources" / "sample" / "liechtenstein-2013-08-03.osm.pbf"
PEERS = {
    "networkx": "",
    "pandana": "pandana",
    "routingkit": "routingkit-cch",
    "valhalla": "pyvalhalla-weekly",
    "osrm": "osrm-bindings",
}
_PATIENCE_S = 60
GRAPH_PEERS = ("networkx", "pandana", "routingkit")


def environment_of(peer: str) -> str | None:
    """Return the Python of a peer's own environment, made when it is missing; None where the peer does not install."""
    if not PEERS[peer]:
        return sys.executable
    folder = ROOT / ".peers" / peer
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        done = subprocess.run(
            [str(folder / "bin" / "pip"), "install", "-q", "--only-binary", ":all:", "numpy", PEERS[peer]],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(
                f"{peer}: left out, {PEERS[peer]} does not install on Python {sys.version.split()[0]}: "
                f"{done.stderr.strip().splitlines()[-1]}"
            )
            return None
        (folder / "ready").touch()
    return str(folder / "bin" / "python")


def ask(peer: str, folder: Path) -> dict:
    python = environment_of(peer)
    if python is None:
        return {}
    try:
        done = subprocess.run(
            [python, str(ROOT / "scripts" / "peers.py"), peer, str(folder)],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        print(f"{peer}: left out, no answer within {_PATIENCE_S} s")
        return {}
    if done.returncode:
        print(f"{peer}: left out, it failed: {done.stderr.strip().splitlines()[-1]}")
        return {}
    # some libraries print on the same line
    return json.JSONDecoder().raw_decode(done.stdout.split("figures ", 1)[1])[0]


def ours(side, sources: np.ndarray, targets: np.ndarray) -> dict:
    """Both tasks, by the plain search and by the sweep; a row is one of a thousand."""
    zero, label = np.zeros(len(sources)), np.arange(len(sources))
    many = np.random.default_rng(1).choice(len(side.start) - 1, 1000)
    seeds = np.column_stack([many, np.full(1000, -1)]), np.zeros((1000, 2))
    arrive = np.vstack([targets, np.full(len(targets), -1)]), np.zeros((2, len(targets)))
    found = {}
    start = time.process_time()
    side.sweep
    found["customise_s"] = time.process_time() - start
    for way, by in (("plain", dataclasses.replace(side, hierarchy=None)), ("swept", side)):
        found[f"nearest_{way}_s"], (ms, _) = cpu(lambda by=by: nearest(by, sources, zero, label))
        found[f"row_{way}_s"] = cpu(lambda by=by: within(by, seeds, arrive, LIMIT_MS), runs=1)[0] / 1000
    start, _, _ = within(
        side, (np.column_stack([sources[:FEW], np.full(FEW, -1)]), np.zeros((FEW, 2))), arrive, LIMIT_MS
    )
    return found | {
        "nearest_sum_s": float(ms[ms < CLOSED].astype(float).sum()) / 1000,
        "row_counts": np.diff(start).tolist(),
    }


def searches(network) -> dict:
    """Our search, scipy's and those of the peers that take a graph."""
    side, rng = network.timed().outbound, np.random.default_rng(0)
    nodes = network.node_count
    sources, targets = (
        np.sort(rng.choice(nodes, count, replace=False)) for count in (min(300, nodes // 100), min(20_000, nodes // 5))
    )
    graph = scipy_graph(side)
    figures = {"nodes": nodes, "arcs": len(side.arcs) // 2, "ours": ours(side, sources, targets)}
    found = {"nearest_s": (full := cpu(lambda: dijkstra(graph, indices=sources, min_only=True), runs=1))[0]}
    rows = cpu(lambda: dijkstra(graph, indices=sources[:FEW], limit=LIMIT_MS)[:, targets], runs=1)
    found |= {
        "row_s": rows[0] / FEW,
        "nearest_sum_s": float(full[1][np.isfinite(full[1])].sum()) / 1000,
        "row_counts": (rows[1] <= LIMIT_MS).sum(axis=1).tolist(),
    }
    figures["scipy"] = found
    with tempfile.TemporaryDirectory() as name:
        tail, head, ms = quickest_arcs(side.start, side.arcs)
        np.savez(
            Path(name) / "graph.npz",
            tail=tail.astype(np.int64),
            head=head.astype(np.int64),
            ms=ms.astype(np.int64),
            xy=np.asarray(network.arrays["node_xy"]),
            sources=sources,
            targets=targets,
            limit=LIMIT_MS,
        )
        for peer in GRAPH_PEERS:
            if not (peer == "networkx" and nodes > 200_000):  # minutes and gigabytes
                figures[peer] = ask(peer, Path(name))
    for peer, answers in figures.items():
        if isinstance(answers, dict):
            for task in ("nearest_sum_s", "row_counts"):
                if task in answers and not np.allclose(answers[task], found[task], rtol=1e-4):
                    print(f"{peer}: its answers differ from scipy's ({task})")
    return figures


def areas(roads: Path, network) -> dict:
    """Areas of ten single places: ours, Valhalla's isochrones, and QGIS's service area, all on the same extract."""
    nodes = np.flatnonzero(network.timed().roads.in_main_part)
    at = gpd.GeoSeries(
        gpd.points_from_xy(*network.arrays["node_xy"][np.random.default_rng(2).choice(nodes, 10)].T), crs=network.crs
    )
    sites = read_sites(
        gpd.GeoDataFrame({"id": [f"s{i}" for i in range(10)], "role": "SMUR"}, geometry=at, crs=network.crs), "places"
    )

    def draw(bands, cell=50.0):
        return (
            cpu(
                lambda: isochrones(
                    in_force_of_roles(network, sites, ["SMUR"], Setting()), bands, mode="per_site", cell_m=cell
                ),
                runs=3,
            )[0]
            / 10
        )

    figures = {
        "ours_10_20_30_s": draw([10.0, 20.0, 30.0]),
        "ours_10_to_60_s": draw([10.0, 20.0, 30.0, 45.0, 60.0]),
        "ours_10_to_60_cells_of_100_m_s": draw([10.0, 20.0, 30.0, 45.0, 60.0], 100.0),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "roads.osm.pbf").symlink_to(roads.resolve())
        degrees = at.to_crs(4326)
        (folder / "places.json").write_text(json.dumps([[point.x, point.y] for point in degrees]))
        for peer in ("valhalla", "osrm"):
            figures[peer] = ask(peer, folder) if peer != "osrm" or environment_of("osrm") else {}
        figures["qgis"] = service_area(network, at, folder)
    return figures


def service_area(network, at: gpd.GeoSeries, folder: Path) -> dict:
    """QGIS's lines within 30 minutes of each place, by its own network analysis, which draws no areas.

    Wall seconds of the run, which builds its graph anew.
    """
    table = network.timed().table()
    table[["speed_forward_kph", "geometry"]].to_file(folder / "roads.gpkg", engine="pyogrio")
    gpd.GeoDataFrame(geometry=at, crs=network.crs).to_file(folder / "places.gpkg", engine="pyogrio")
    project = folder / "empty.qgs"  # the algorithm wants one
    project.write_text("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version='3.40.0'/>")
    command = [
        "qgis_process",
        "run",
        "native:serviceareafromlayer",
        f"--PROJECT_PATH={project}",
        "--",
        f"INPUT={folder / 'roads.gpkg'}",
        "STRATEGY=1",
        "SPEED_FIELD=speed_forward_kph",
        f"START_POINTS={folder / 'places.gpkg'}",
        "TRAVEL_COST2=0.5",
        f"OUTPUT_LINES={folder / 'area.gpkg'}",
    ]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"qgis: left out, it failed: {done.stderr.strip().splitlines()[-1:]}")
        return {}
    return {"area_wall_s": (time.monotonic() - start) / 10}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    extracts = {
        path.name.split(".")[0]: path
        for path in (SAMPLE, SCALE / "synth100k.osm.pbf", SCALE / "synth1m.osm.pbf")
        if path.exists()
    }
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, roads in extracts.items():
            start = time.monotonic()
            build_network_file(roads, Path(folder) / f"{name}.accessnet")
            built = time.monotonic() - start
            network = open_network(Path(folder) / f"{name}.accessnet")
            figures[name] = {"build_wall_s": built} | searches(network)
            if name != "synth1m":
                figures[name]["areas"] = areas(roads, network)
            show(name, figures[name])
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


def show(name: str, figures: dict) -> None:
    """Print ratios first: how many times as long each of the others takes as our quickest way."""
    mine, peers = (
        figures["ours"],
        [peer for peer, answers in figures.items() if isinstance(answers, dict) and peer not in ("ours", "areas")],
    )
    print(
        f"\n## {name}: {figures['nodes']} nodes, {figures['arcs']} arcs, built in {figures['build_wall_s']:.1f} "
        f"s, customised in {mine['customise_s']:.2f} s"
    )
    for task in ("nearest", "row"):
        best = min(mine[f"{task}_plain_s"], mine[f"{task}_swept_s"])
        ratios = [f"{peer} {figures[peer][f'{task}_s'] / best:.0f}×" for peer in peers if f"{task}_s" in figures[peer]]
        print(
            f"{task:8} ours 1 ({1000 * best:.3g} ms; plain {1000 * mine[f'{task}_plain_s']:.3g}, swept "
            f"{1000 * mine[f'{task}_swept_s']:.3g}), " + ", ".join(ratios)
        )
    for peer in peers:
        if figures[peer]:
            print(
                f"{peer:12} "
                + ", ".join(
                    f"{key} {value:.4g}"
                    for key, value in figures[peer].items()
                    if isinstance(value, float) and key != "nearest_sum_s"
                )
            )
    for key, value in figures.get("areas", {}).items():
        print(f"area of a site, {key}: {value}")


if __name__ == "__main__":
    main()

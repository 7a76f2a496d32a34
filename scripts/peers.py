"""One peer's share of the work of scripts/benchmark, run by the Python of the peer's own environment.

Peers.py NAME FOLDER.

The folder holds `graph.npz`: `tail`, `head`, `ms` (parallel arcs reduced to the quickest), `xy`, the `sources` and
`targets` of the two tasks, and `limit` in milliseconds; for routers, `roads.osm.pbf` and `places.json`. Prints a line
that begins with “figures”, with JSON: seconds of CPU time, and answers by which the times are checked. Nearest: the
time of the nearest of all sources for every node. Row: which targets one source reaches within the limit.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

FEW = 8


def cpu(work, runs: int = 5) -> tuple[float, object]:
    """Return the median CPU seconds of some runs after a first one, and the last result."""
    result, spent = work(), []
    for _ in range(runs):
        start = time.process_time()
        result = work()
        spent.append(time.process_time() - start)
    return statistics.median(spent), result


def of_graph(build):
    """Return a job that builds a graph and does both tasks.

    `build` gives the functions for these, None for one that the library has no means for.
    """

    def job(folder: Path) -> dict:
        import numpy as np

        graph = dict(np.load(folder / "graph.npz"))
        start = time.process_time()
        nearest, row = build(graph)
        found = {"build_s": time.process_time() - start}
        if nearest is not None:
            found["nearest_s"], times = cpu(nearest, runs=1)
            found["nearest_sum_s"] = float(np.sum(times)) / 1000
        if row is not None:
            few = graph["sources"][:FEW].tolist()
            seconds, counts = cpu(lambda: [row(source) for source in few], runs=1)
            found |= {"row_s": seconds / FEW, "row_counts": [int(count) for count in counts]}
        return found

    return job


def networkx(graph):
    import networkx as nx

    made = nx.DiGraph()
    made.add_nodes_from(range(len(graph["xy"])))
    made.add_weighted_edges_from(zip(graph["tail"].tolist(), graph["head"].tolist(), graph["ms"].tolist()))
    targets, limit = set(graph["targets"].tolist()), int(graph["limit"])
    return (
        lambda: list(
            nx.multi_source_dijkstra_path_length(made, set(graph["sources"].tolist()), weight="weight").values()
        ),
        lambda source: sum(
            node in targets
            for node in nx.single_source_dijkstra_path_length(made, source, cutoff=limit, weight="weight")
        ),
    )


def pandana(graph):
    import numpy as np
    import pandana as pd
    import pandas

    x, y = graph["xy"].T
    # pandana looks for the nearest place from each node: to have the way from the place, its arcs are turned round
    made = pd.Network(
        pandas.Series(x),
        pandas.Series(y),
        pandas.Series(graph["head"]),
        pandas.Series(graph["tail"]),
        pandas.DataFrame({"s": graph["ms"] / 1000}),
        twoway=False,
    )
    out = pd.Network(
        pandas.Series(x),
        pandas.Series(y),
        pandas.Series(graph["tail"]),
        pandas.Series(graph["head"]),
        pandas.DataFrame({"s": graph["ms"] / 1000}),
        twoway=False,
    )
    # seconds: it counts in thousandths, in 32 bits
    sources, targets, far = graph["sources"], set(graph["targets"].tolist()), 1e5

    def nearest():
        made.set_pois("sites", far, 1, pandas.Series(x[sources]), pandas.Series(y[sources]))
        times = made.nearest_pois(far, "sites", num_pois=1)[1].to_numpy()
        return 1000 * np.where(times < far, times, 0)

    return nearest, lambda source: sum(
        node in targets for node in out.nodes_in_range([source], float(graph["limit"]) / 1000)["destination"]
    )


def routingkit(graph):
    import routingkit_cch as rk

    tail, head = graph["tail"].tolist(), graph["head"].tolist()
    y, x = (values.tolist() for values in (graph["xy"][:, 1], graph["xy"][:, 0]))
    order = rk.compute_order_inertial(len(x), tail, head, y, x)
    metric = rk.CCHMetric(rk.CCH(order, tail, head, False), graph["ms"].tolist())
    pinned, limit = rk.CCHOneToMany(metric, graph["targets"].tolist()), int(graph["limit"])
    return None, lambda source: sum(1 for ms in pinned.distances_from(source) if ms is not None and ms <= limit)


def valhalla(folder: Path) -> dict:
    """Areas of single places: 10, 20 and 30 minutes, tiles made of the same extract."""
    import valhalla as package
    from valhalla import Actor, get_config

    tiles = folder / "tiles"
    tiles.mkdir(exist_ok=True)
    config = get_config(tile_extract="", tile_dir=str(tiles), verbose=False)
    config["mjolnir"]["concurrency"] = 1
    path = folder / "valhalla.json"
    path.write_text(json.dumps(config))
    start = time.monotonic()
    subprocess.run(
        [
            str(Path(package.__file__).parent / "bin" / "valhalla_build_tiles"),
            "-c",
            str(path),
            str(folder / "roads.osm.pbf"),
        ],
        check=True,
        capture_output=True,
    )
    built = time.monotonic() - start
    actor, places = Actor(str(path)), json.loads((folder / "places.json").read_text())

    def ask(place):
        return actor.isochrone(
            {
                "locations": [{"lon": place[0], "lat": place[1]}],
                "costing": "auto",
                "contours": [{"time": t} for t in (10, 20, 30)],
                "polygons": True,
                "generalize": 0,
            }
        )

    seconds, _ = cpu(lambda: [ask(place) for place in places], runs=3)
    return {"build_wall_s": built, "area_s": seconds / len(places)}


def peak_mb() -> float:
    """Return the peak memory of this process; the usual call would give the caller's too."""
    return (
        next(
            int(line.split()[1])
            for line in Path("/proc/self/status").read_text().splitlines()
            if line.startswith("VmHWM")
        )
        / 1024
    )


JOBS = {
    "networkx": of_graph(networkx),
    "pandana": of_graph(pandana),
    "routingkit": of_graph(routingkit),
    "valhalla": valhalla,
}

if __name__ == "__main__":
    print("figures", json.dumps(JOBS[sys.argv[1]](Path(sys.argv[2])) | {"peak_mb": peak_mb()}))

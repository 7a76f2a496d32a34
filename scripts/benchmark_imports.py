"""Measures what comes in: the whole region out of a folder of files, and a network out of BD TOPO.

Called by scripts/benchmark imports.

Each job runs in a process of its own; wall seconds and the peak memory of that process, with the counts that say what
it did.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from access_plugin.engine.network.account import main_part_share  # noqa: E402
from access_plugin.engine.network.build_file import build_network_file  # noqa: E402
from access_plugin.engine.network.graph import open_network  # noqa: E402
from access_plugin.engine.population.sources import import_population  # noqa: E402
from access_plugin.engine.reading import read_vector_file  # noqa: E402
from access_plugin.engine.region.prepare import prepare_region  # noqa: E402
from access_plugin.engine.territory.codes import departements_of  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
KPH = {
    "motorway": 110,
    "trunk": 90,
    "primary": 70,
    "secondary": 60,
    "tertiary": 50,
    "unclassified": 35,
    "residential": 25,
    "service": 15,
    "living_street": 10,
}


def region(folder: str, out: str, queue) -> None:
    prepare_region(folder, out, departements_of("R84"))
    people = read_vector_file(Path(out) / "population.gpkg")[0]
    sites = read_vector_file(Path(out) / "sites.gpkg", layer="sites")[0]
    communes = read_vector_file(Path(out) / "territories.gpkg", layer="communes")[0]
    queue.put(
        {
            "cells_read": len(import_population(Path(folder) / "aura_popgrid_1km_2018.csv")),
            "places": len(people),
            "people": float(people["population"].sum()),
            "sites": sites["id"].nunique(),
            "sites_and_roles": len(sites),
            "territories": len(communes),
        }
    )


def write_bdtopo(roads: str, out: str, queue) -> None:
    """Write the roads of an extract in the schema of BD TOPO, as the tests do; not measured."""
    from bdtopo import plain_osm_network, sections

    table = sections(plain_osm_network(roads), KPH)
    table.to_file(out, layer="troncon_de_route", engine="pyogrio")
    queue.put({"sections": len(table)})


def lines(path: str, out: str, queue) -> None:
    build_network_file(path, out)
    network = open_network(out)
    queue.put({"nodes": network.node_count, "roads": network.edge_count, "main_part_share": main_part_share(network)})


def alone(work, *arguments) -> dict:
    """Run one job in a process of its own; return its figures, wall seconds and peak memory."""
    context = multiprocessing.get_context("spawn")
    queue, start = context.Queue(), time.monotonic()
    process = context.Process(target=measured, args=(work, queue, *map(str, arguments)))
    process.start()
    figures = queue.get()
    process.join()
    return (
        figures | {"wall_s": time.monotonic() - start} if process.exitcode == 0 else sys.exit(f"{work.__name__} failed")
    )


def measured(work, queue, *arguments) -> None:
    class Catch:
        def put(self, figures: dict) -> None:
            queue.put(figures | {"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024})

    try:
        work(*arguments, Catch())
    except BaseException:
        queue.put({})
        raise


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--region", type=Path, default=DATA / "aura", help="folder of files of the région")
    parser.add_argument(
        "--roads",
        type=Path,
        default=DATA / "scale" / "synth1m.osm.pbf",
        help="extract to write as BD TOPO and to read again",
    )
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        if options.region.exists():
            figures["region"] = alone(region, options.region, Path(folder) / "ready")
        if options.roads.exists():
            file = Path(folder) / "BDT.gpkg"
            written = alone(write_bdtopo, options.roads, file)
            figures["bdtopo"] = {"sections": written["sections"]} | alone(lines, file, Path(folder) / "n.accessnet")
    for job, values in figures.items():
        for name, value in values.items():
            print(
                f"{job + ' ' + name:34} {value:.4g}"
                if isinstance(value, float) and value < 1e6
                else f"{job + ' ' + name:34} {value:.0f}"
            )
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()

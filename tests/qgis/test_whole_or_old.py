"""Every output of every algorithm onto a full disk, and killed in its last second.

It is whole or as it was, nothing else is left, and a sentence says why.
"""

import os
import random
import re
import signal
import subprocess
import time

import pyogrio
import pytest
from inputs import french_files, sample_files
from loopback import Server, communes_answer, serving, tile
from paths import ROOT
from qgis_run import environment_of, profile, run

from access_plugin.engine.drafts import PREFIX

ROUTE = {"START": "9.5216,47.1410 [EPSG:4326]", "END": "9.5434,47.1186 [EPSG:4326]"}
CARE = {"NETWORK": "network", "SITES": "sites", "POPULATION": "population"}
ASKED = CARE | {"CANDIDATES": "candidates", "THRESHOLD": 12, "NUMBER": 2}
#: Algorithm → what it is given (names of files, or values), and its outputs (their names in a folder; an empty one is
#: the folder itself).
CASES = {
    "buildnetwork": ({"ROADS": "roads"}, {"NETWORK": "r.accessnet"}),
    "shownetwork": ({"NETWORK": "network"}, {"OUTPUT": "r.gpkg"}),
    "exportnetwork": ({"NETWORK": "network"}, {"OUTPUT": "r.gpkg"}),
    "importsites": ({"SOURCE": "sites_csv"}, {"OUTPUT": "s.gpkg", "LOG": "log.csv"}),
    "importpopulation": ({"SOURCE": "communes", "NETWORK": "network"}, {"OUTPUT": "p.gpkg"}),
    "importterritories": ({"AREAS": "squares"}, {"OUTPUT": "t.shp", "REPORT": "report.gpkg"}),
    "importindicator": ({"TERRITORIES": "squares", "TABLE": "apl"}, {"OUTPUT": "i.gpkg"}),
    "seasonalpopulation": ({"POPULATION": "people", "TABLES": "beds"}, {"OUTPUT": "p.geojson"}),
    "prepareregion": ({"SOURCE": "folder", "DEPARTEMENTS": "43,15"}, {"FOLDER": ""}),
    "fetchroads": (
        {"EXTENT": "5.1,5.2,45.05,45.15 [EPSG:4326]", "SERVICE": "overpass", "CACHE": "cache"},
        {"OUTPUT": "r.osm.pbf"},
    ),
    "fetchcommunes": ({"DEPARTEMENTS": "43", "SERVICE": "server", "CACHE": "cache"}, {"OUTPUT": "c.gpkg"}),
    "traveltimes": (
        {"NETWORK": "network", "SITES": "sites", "PLACES": "population"},
        {"OUTPUT": "t.gpkg", "UNSNAPPED": "u.gpkg"},
    ),
    "roadtimes": ({"NETWORK": "network", "SITES": "sites"}, {"OUTPUT": "r.gpkg"}),
    "isochrones": (CARE | {"BANDS": "5,10"}, {"OUTPUT": "i.gpkg", "NOT_COMPUTED": "n.gpkg"}),
    "smoothareas": ({"INPUT": "squares"}, {"OUTPUT": "s.gpkg"}),
    "findgaps": (
        CARE | {"TERRITORIES": "communes", "THRESHOLD": 12},
        {"GAPS": "g.gpkg", "PLACES": "p.gpkg", "SUMMARY": "s.csv"},
    ),
    "matrix": ({"NETWORK": "network", "FROM": "population", "TO": "sites"}, {"OUTPUT": "m.gpkg"}),
    "explainroute": ({"NETWORK": "network"} | ROUTE, {"OUTPUT": "r.gpkg", "TERMS": "t.gpkg"}),
    "apl": (
        {"NETWORK": "network", "SUPPLY": "population", "SUPPLY_FIELD": "population", "DEMAND": "population"},
        {"OUTPUT": "a.gpkg"},
    ),
    "placesites": (ASKED, {"CHOSEN": "c.gpkg", "DEMAND": "d.gpkg", "CURVE": "curve.csv"}),
    "placemountain": (
        ASKED | {"WEIGHT": "population", "LEAST_SU": 5, "LEAST_PEOPLE": 0},
        {"CHOSEN": "c.gpkg", "DEMAND": "d.gpkg", "CURVE": "curve.csv", "ACCOUNT": "a.gpkg"},
    ),
    "comparescenarios": (
        {"NETWORK": "network", "BEFORE": "sites", "ADDED": "candidates", "POPULATION": "population", "THRESHOLD": 12},
        {"OUTPUT": "o.gpkg", "SUMMARY": "s.gpkg"},
    ),
    "study": (CARE | {"TERRITORIES": "communes", "THRESHOLD": 15, "FIGURES": "map"}, {"FOLDER": ""}),
    "pressfigure": ({"STUDY": "study", "FIGURE": "key_figure"}, {"FOLDER": ""}),
    "publicmap": ({"STUDY": "study"}, {"FOLDER": ""}),
}
OLD = "what stood here before\n"


def test_every_algorithm_has_its_case():
    files = (ROOT / "access_plugin" / "processing" / "algorithms").glob("*/*.py")
    assert {
        name
        for file in files
        for name in re.findall(r'^    ID = "(\w+)"', file.read_text(encoding="utf-8"), re.MULTILINE)
    } == CASES.keys()


@pytest.fixture(scope="module")
def given(inputs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("given")
    ways = {1: [(1, 5.2, 45.1), (2, 5.24, 45.1)], 2: [(2, 5.24, 45.1), (3, 5.26, 45.1)]}
    assert (
        run(
            "study",
            NETWORK=inputs.network,
            SITES=inputs.sites,
            POPULATION=inputs.population,
            TERRITORIES=inputs.communes,
            THRESHOLD=15,
            FIGURES="none",
            FOLDER=folder / "study",
        ).code
        == 0
    )
    with serving(
        Server(tiles={"45.0,5.0": tile(ways)}, files={"/departements/43/communes": communes_answer(["43001", "43002"])})
    ) as server:
        yield (
            sample_files(inputs)
            | french_files(folder / "french")
            | {
                "server": server.url,
                "overpass": f"{server.url}/overpass",
                "cache": folder / "cache",
                "study": folder / "study",
            }
        )


def parameters(name, given, out) -> dict:
    values, outputs = CASES[name]
    return {
        key: value if key in ("SUPPLY_FIELD", "WEIGHT") else given.get(value, value) for key, value in values.items()
    } | {key: out / file for key, file in outputs.items()}


def files(folder) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture
def small_disk(tmp_path):
    """Give a function that makes a disk of so many kilobytes, all of which are taken but some."""
    disk = tmp_path / "disk"

    def make(free_kb: int):
        disk.mkdir()
        if subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True
        ).returncode:
            pytest.skip("this machine lets nobody mount a small disk")
        return disk, lambda: (disk / "filler").write_bytes(
            b"x" * ((os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize) - 1024 * free_kb)
        )

    yield make
    subprocess.run(["umount", "-l", str(disk)], capture_output=True)


@pytest.mark.parametrize(
    ("name", "free_kb"),
    [
        *((name, 0) for name in CASES),
        *((name, 64) for name in ("importpopulation", "importterritories", "findgaps", "prepareregion", "study")),
    ],
)
def test_a_full_disk_is_an_error_and_what_stood_there_stands(name, free_kb, given, small_disk):
    disk, fill = small_disk(free_kb)
    for file in filter(None, CASES[name][1].values()):
        (disk / file).write_text(OLD)
    fill()
    before = files(disk)
    outcome = run(name, **parameters(name, given, disk))
    if outcome.code == 0 and free_kb:  # it was small enough
        assert set(files(disk)) > {"filler"} and not list(disk.glob(f"{PREFIX}*"))
        return
    assert outcome.code != 0, outcome.text
    assert "Traceback" not in outcome.text and re.search(r"space|is the disk full", outcome.text), outcome.text[-1500:]
    assert files(disk) == before


def whole(folder) -> dict[str, object]:
    """Return what each file holds, read to its end.

    The layers of GeoPackages with their numbers of features, the sizes of others; what is half cannot be read.
    """
    found = {}
    for path in (path for path in sorted(folder.rglob("*")) if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in name.split("/")):
            continue
        found[name] = (
            {layer: len(pyogrio.read_dataframe(path, layer=layer)) for layer, _ in pyogrio.list_layers(path)}
            if path.suffix == ".gpkg"
            else path.stat().st_size > 0
        )
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_run_that_is_killed_in_its_last_second_leaves_what_was_there(name, given, tmp_path):
    """What a first run wrote is whole after a second one was killed, and a third one ends well and leaves nothing of
    the second.
    """
    out = tmp_path / "out"
    out.mkdir()
    asked = parameters(name, given, out)
    started = time.monotonic()
    first = run(name, **asked)
    took = time.monotonic() - started
    assert first.code == 0, first.text
    before = whole(out)
    call = ["/usr/bin/qgis_process", "run", f"access:{name}", "--", *(f"{key}={value}" for key, value in asked.items())]
    process = subprocess.Popen(
        call,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment_of(profile()),
        start_new_session=True,
    )
    time.sleep(max(took - random.Random(name).random(), 0.1))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    after = whole(out)
    assert {file: after.get(file) for file in before} == before
    assert run(name, **asked).code == 0
    assert whole(out) == before and not list(out.glob(f"{PREFIX}*")) and not (out / ".publishing").exists()

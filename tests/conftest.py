"""What several tests share: the sample, the data beside the project, and networks small enough to compute by hand."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS / "support"), str(TESTS / "desk"), str(TESTS.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from paths import ROADS, SAMPLE, SHARED  # noqa: E402


@dataclass(frozen=True)
class Inputs:
    network: Path
    sites: Path
    population: Path
    communes: Path = SAMPLE / "communes.geojson"
    candidates: Path = SAMPLE / "candidates.geojson"


@pytest.fixture(scope="session")
def inputs(tmp_path_factory) -> Inputs:
    """Return the inputs of the sample, imported once through qgis_process."""
    from qgis_run import run

    folder = tmp_path_factory.mktemp("inputs")
    made = Inputs(folder / "roads.accessnet", folder / "sites.gpkg", folder / "population.gpkg")
    for outcome in (
        run("buildnetwork", ROADS=ROADS, NETWORK=made.network),
        run("importsites", SOURCE=SAMPLE / "sites.csv", OUTPUT=made.sites),
        run("importpopulation", SOURCE=made.communes, NETWORK=made.network, OUTPUT=made.population),
    ):
        assert outcome.code == 0, outcome.text
    return made


@pytest.fixture(scope="session")
def shared_folder():
    if not SHARED.exists():
        pytest.skip("the data beside the project is absent")
    return SHARED


@pytest.fixture(scope="session")
def shared():
    """Return a function that gives a file of the data beside the project, or skips the test where it is absent."""

    def path(name: str) -> Path:
        if not (SHARED / name).exists():
            pytest.skip(f"the data beside the project is absent: {name}")
        return SHARED / name

    return path


@pytest.fixture(scope="session")
def network_of(tmp_path_factory):
    """Return a function that builds, once a session, the network of a road file."""
    from access_plugin.engine.network.build_file import build_network_file

    built = {}

    def build(roads: Path):
        if roads not in built:
            built[roads] = build_network_file(roads, tmp_path_factory.mktemp("network") / "roads.accessnet")
        return built[roads]

    return build


@pytest.fixture(scope="session")
def sample_network(network_of):
    return network_of(ROADS)


@pytest.fixture(scope="module")
def provider(qgis_app):
    from qgis.core import QgsApplication

    from access_plugin.processing.provider import AccessProvider

    found = AccessProvider()
    QgsApplication.processingRegistry().addProvider(found)
    yield found
    QgsApplication.processingRegistry().removeProvider(found)


#: Files that take longest: they go first, so that no worker waits for the last one (scripts/test shares files out in
#: the order of collection); the walk of the whole job, which watches the window, goes beside light ones.
_LONGEST_FIRST = tuple(
    f"test_{name}"
    for name in (
        "press desk_ways whole_or_old desk_runs study panel carried "
        "algorithms bad_runs zip french_data desktop settings relief_run choosing_places "
        "press_pages shared_styles field_labels golden models matrix_run svg printing "
        "runs_in_qgis provider search solving region public_map whole_job "
    ).split()
)


def pytest_collection_modifyitems(items) -> None:
    place = {name: number for number, name in enumerate(_LONGEST_FIRST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)))

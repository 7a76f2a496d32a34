"""The inputs of the sample, imported once through qgis_process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from paths import ROADS, SAMPLE, SHARED
from qgis_run import run


@dataclass(frozen=True)
class Inputs:
    network: Path
    sites: Path
    population: Path
    communes: Path = SAMPLE / "communes.geojson"
    candidates: Path = SAMPLE / "candidates.geojson"


@pytest.fixture(scope="session")
def inputs(tmp_path_factory) -> Inputs:
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

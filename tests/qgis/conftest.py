"""What several files of tests of real French data start from."""

import pytest
from qgis_run import qgis_process


@pytest.fixture(scope="session")
def aura(shared_folder):
    return shared_folder / "aura"


@pytest.fixture(scope="session")
def territories(aura, tmp_path_factory):
    """Give the communes of the Cantal, contours of 2018 and communes of today."""
    folder = tmp_path_factory.mktemp("territories")
    areas = [
        f"--AREAS={aura / 'communes_2018' / name}"
        for name in ("communes-15-cantal.geojson", "communes-43-haute-loire.geojson")
    ]
    outcome = qgis_process(
        "run",
        "access:importterritories",
        *areas,
        f"--COMMUNES={aura / 'communes_2025.csv'}",
        f"--OUTPUT={folder / 't.gpkg'}",
        f"--REPORT={folder / 'r.gpkg'}",
    )
    assert outcome.code == 0, outcome.text
    assert "communes (372,850 people) make" in outcome.text
    return folder

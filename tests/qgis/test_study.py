"""The whole study through qgis_process, and what a person finds in its folder."""

import json
import os
import signal
import subprocess
import time
import unicodedata

import pandas as pd
import pytest
from paths import DEMONSTRATION, ROADS
from qgis_run import environment_of, layers, profile, qgis_process, run

LAYERS = {
    "sites",
    "public_sites",
    "places",
    "isochrones",
    "gaps",
    "not_computed",
    "summary",
    "chosen",
    "public_chosen",
    "print_isochrones",
    "print_not_computed",
    "print_threshold",
    "print_roads",
    "print_territories",
    "demand",
    "curve",
    "threshold",
    "territories",
    "roads",
}
FILES = {"results.gpkg", "surroundings.gpkg", "study.qgz", "summary.csv", "method.md", "method.html", "run.json"}
#: Of the sample: no zoning, eleven territories that are no communes of France.
FIGURES = (
    "carte",
    "avant-apres",
    "implantation",
    "cercles",
    "effectifs",
    "evolution",
    "courbe",
    "classement",
    "repartition",
    "chiffre-cle",
    "panorama",
    "zoom",
    "deux-colonnes",
    "synthese",
)


def of_figure(name, *, folder="figures", pdf=True, web=True):
    endings = ("png", "svg", "csv", "txt", *(("pdf",) if pdf else ()))
    return {f"{folder}/{name}.{ending}" for ending in endings} | ({f"{folder}/web/{name}.png"} if web else set())


def kit():
    files = set().union(*(of_figure(name, web=name != "deux-colonnes") for name in FIGURES)) | of_figure(
        "chiffre-cle-2", pdf=False
    )
    return (
        files
        | {"figures/atlas/atlas.pdf"}
        | set().union(*(of_figure(f"atlas-{code}", folder="figures/atlas", pdf=False) for code in range(7001, 7012)))
    )


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def study(inputs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("study") / "Étude 15 min"
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        CANDIDATES=inputs.candidates,
        NUMBER=3,
        THRESHOLD=15,
        FOLDER=folder,
    )
    assert outcome.code == 0, outcome.text
    return folder


def test_the_folder_holds_what_the_contract_says(study):
    assert files(study) == FILES | kit()
    assert set(layers(study / "results.gpkg")) == LAYERS


def test_all_figures_agree(study):
    tables = layers(study / "results.gpkg")
    places, summary = tables["places"], tables["summary"]
    beyond = places.loc[places["t_emergency_min"] > 15, "population"].sum()
    assert (
        beyond
        == summary["beyond"].iloc[0]
        == summary["beyond"].iloc[1:].sum()
        == tables["gaps"]["population"].sum()
        == tables["demand"]["population"].sum()
    )
    assert tables["isochrones"]["population"].sum() == summary["population"].iloc[0] == 37370
    assert tables["territories"]["beyond"].sum() == beyond
    outside = tables["isochrones"]["to_min"].isna() | (tables["isochrones"]["to_min"] > 15)
    assert tables["isochrones"].loc[outside, "population"].sum() == beyond
    csv = pd.read_csv(study / "summary.csv", sep=";", decimal=",", encoding="utf-8-sig", dtype={"code": str})
    assert csv["beyond"].tolist() == summary["beyond"].tolist()
    assert csv["code"].tolist()[1] == "7001"
    assert (study / "summary.csv").read_bytes() == DEMONSTRATION.read_bytes()
    note = (study / "method.md").read_text(encoding="utf-8")
    assert f"{beyond:,.0f}".replace(",", "\u202f") + "\u00a0habitants" in note


def test_the_note_says_definition_vintages_profile_and_season(study):
    note = (study / "method.md").read_text(encoding="utf-8")
    for words in (
        "15\u00a0minutes",
        "À plus de 30 minutes",
        "service d’urgences (SU)",
        "profil voiture (car), heures creuses",
        "toutes saisons",
        "strictement plus de 15",
        "3\u00a0août 2013",
        "ODbL",
        "31/12/2014",
        "Données fictives de démonstration",
        "112",
    ):
        assert words in note, words
    assert "{" not in note


def test_the_note_opens_in_a_browser_too(study):
    page, note = ((study / name).read_text(encoding="utf-8") for name in ("method.html", "method.md"))
    assert (
        '<html lang="fr">' in page
        and '<meta charset="utf-8">' in page
        and "<title>Vivre à plus de 15\u00a0minutes" in page
    )
    assert page.count("<tr>") == sum(
        line.startswith("| ") and not line.startswith("| ---") for line in note.splitlines()
    )
    assert page.count("<h2>") == note.count("\n## ") and "**" not in page and "<script" not in page


def test_the_map_is_whole_and_its_text_is_text(study, qgis_app):
    text = subprocess.run(
        ["pdftotext", "-layout", study / "figures" / "carte.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    plain = unicodedata.normalize("NFKC", text)  # without no-break spaces and ligatures
    for words in (
        "Vivre à plus de 15 minutes des soins urgents",
        "Données fictives de démonstration",
        "OpenStreetMap",
        "15 – 22,5 min",
        "Limite",
        "km",
        "Lieu proposé",
    ):
        assert words in plain, words
    size = subprocess.run(
        ["pdfinfo", study / "figures" / "carte.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert "A4" in size
    from qgis.PyQt.QtGui import QImage

    picture = QImage(str(study / "figures" / "carte.png"))
    assert (picture.width(), picture.height()) == (2480, 3507)  # A4 at 300 dpi: 2480.3 by 3507.9, cut
    shades = {picture.pixelColor(x, y).getRgb()[:3] for x in range(0, 2480, 7) for y in range(0, 3508, 7)}
    for name, shade in {
        "0–5": (222, 235, 247),
        "5–10": (158, 202, 225),
        "10–15": (66, 146, 198),
        "15–22.5": (253, 174, 107),
    }.items():
        assert shade in shades, f"the band {name} is not on the map"


def test_the_project_opens_with_every_layer_styled_and_named(study, qgis_app, qgis_new_project):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    assert project.read(str(study / "study.qgz"))
    found = {layer.name(): layer for layer in project.mapLayers().values()}
    assert all(layer.isValid() for layer in found.values())
    assert {"Lieux de soins", "Zones à plus de 15\u00a0min", "Lieux proposés", "Chiffres par territoire"} <= set(found)
    assert [group.name() for group in project.layerTreeRoot().findGroups()][:2] == ["Lieux proposés", "Lieux de soins"]
    assert all("OpenStreetMap" in found[name].metadata().rights()[0] for name in found)
    assert len(project.layoutManager().printLayouts()) == len(FIGURES) + 1 + 11
    bands = found["Temps d’accès aux soins urgents (SU ou SMUR)"].renderer().rootRule().children()
    assert [rule.label() for rule in bands] == [
        "0 – 5 min",
        "5 – 10 min",
        "10 – 15 min",
        "15 – 22,5 min",
        "22,5 – 30 min",
    ]
    project.clear()


def test_the_run_replays_itself(study, tmp_path):
    inputs = json.loads((study / "run.json").read_text(encoding="utf-8"))
    assert float(inputs["inputs"]["THRESHOLD"]) == 15
    assert {"PROFILE", "SEASON", "CONVENTION", "CELL", "MINGAIN", "BASELINE", "LANGUAGE"} <= set(inputs["inputs"])
    inputs["inputs"] |= {"FOLDER": str(tmp_path / "again"), "FIGURES": "none"}
    outcome = qgis_process("run", "access:study", "-", stdin=json.dumps(inputs), folder=tmp_path)
    assert outcome.code == 0, outcome.text
    first, second = (layers(folder / "results.gpkg") for folder in (study, tmp_path / "again"))
    for name in LAYERS:
        assert first[name].equals(second[name]), name


def test_roads_instead_of_a_network_and_polygons_instead_of_points_in_english(inputs, tmp_path):
    outcome = run(
        "study", ROADS=ROADS, SITES=inputs.sites, POPULATION=inputs.communes, FOLDER=tmp_path / "s", LANGUAGE="en"
    )
    assert outcome.code == 0, outcome.text
    found = files(tmp_path / "s")
    assert (
        FILES
        | {"network.accessnet"}
        | of_figure("map")
        | of_figure("shares")
        | of_figure("dots")
        | of_figure("key-figure")
        | of_figure("panorama")
        == found
    )
    assert set(layers(tmp_path / "s" / "results.gpkg")) == LAYERS - {
        "print_territories",
        "chosen",
        "public_chosen",
        "demand",
        "curve",
        "territories",
    }
    note = (tmp_path / "s" / "method.md").read_text(encoding="utf-8")
    assert "No inhabitant of the study area lives more than 30 minutes away." in note


def test_nobody_beyond_is_a_result_too(inputs, tmp_path):
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        CANDIDATES=inputs.candidates,
        THRESHOLD=60,
        FIGURES="map",
        FOLDER=tmp_path / "s",
    )
    assert outcome.code == 0, outcome.text
    assert {path.stem for path in (tmp_path / "s" / "figures").glob("*.pdf")} == {"carte"}
    tables = layers(tmp_path / "s" / "results.gpkg")
    assert len(tables["chosen"]) == len(tables["demand"]) == len(tables["gaps"]) == 0
    assert tables["summary"]["beyond"].iloc[0] == 0


def test_a_killed_study_leaves_nothing_under_a_final_name(inputs, tmp_path):
    folder = tmp_path / "killed"
    arguments = {
        "NETWORK": inputs.network,
        "SITES": inputs.sites,
        "POPULATION": inputs.population,
        "CANDIDATES": inputs.candidates,
        "THRESHOLD": 15,
        "CELL": 5,
        "FOLDER": folder,
    }
    process = subprocess.Popen(
        [
            "/usr/bin/qgis_process",
            "run",
            "access:study",
            "--",
            *(f"{name}={value}" for name, value in arguments.items()),
        ],
        env=environment_of(profile()),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    assert process.poll() is None, "the study ended before it could be killed"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert not any(path.name in ("results.gpkg", "study.qgz") for path in folder.iterdir())
    assert run("study", **(arguments | {"CELL": 50, "FIGURES": "none"})).code == 0  # and the folder can be used again


def test_a_failed_study_leaves_the_old_results_alone(study, inputs):
    before = {path: path.stat().st_mtime_ns for path in study.rglob("*") if path.is_file()}
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        CANDIDATES=inputs.candidates,
        NUMBER=99,
        FOLDER=study,
    )
    assert outcome.code != 0
    assert {path: path.stat().st_mtime_ns for path in study.rglob("*") if path.is_file()} == before


def test_a_second_run_keeps_a_project_that_somebody_changed(inputs, tmp_path):
    folder = tmp_path / "étude"
    asked = {
        "NETWORK": inputs.network,
        "SITES": inputs.sites,
        "POPULATION": inputs.population,
        "FIGURES": "none",
        "FOLDER": folder,
    }
    assert run("study", THRESHOLD=15, **asked).code == 0
    assert run("study", THRESHOLD=15, **asked).code == 0  # nobody has changed anything: nothing is kept
    assert [path.name for path in tmp_path.iterdir()] == ["étude"]
    with open(folder / "study.qgz", "ab") as stream:
        stream.write(b"a legend of one's own")
    changed, results = (folder / "study.qgz").read_bytes(), (folder / "summary.csv").read_bytes()
    outcome = run("study", THRESHOLD=12, **asked)
    assert outcome.code == 0, outcome.text
    (kept,) = (path for path in tmp_path.iterdir() if path != folder)
    assert "held a study whose project you have changed (study.qgz)" in outcome.text and kept.name in outcome.text
    assert (kept / "study.qgz").read_bytes() == changed and (kept / "summary.csv").read_bytes() == results != (
        folder / "summary.csv"
    ).read_bytes()


def test_numbers_go_on_to_models(study, inputs, tmp_path):
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        CANDIDATES=inputs.candidates,
        NUMBER=1,
        THRESHOLD=15,
        FIGURES="none",
        FOLDER=tmp_path / "s",
    )
    assert outcome.code == 0, outcome.text
    found = dict(line.split(":\t") for line in outcome.text.split("Results")[1].splitlines() if ":\t" in line)
    assert float(found["PEOPLE"]) == 37370 and float(found["PEOPLE_BEYOND"]) == 2586
    assert float(found["PLACES_CHOSEN"]) == 1 and 0 < float(found["SHARE_GAINED"]) <= 1
    assert float(found["PEOPLE_GAINED"]) <= float(found["PEOPLE_BEYOND"])

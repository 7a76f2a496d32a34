"""Whole ways through the real desktop.

From the example to a study, a replay, a second run, an older project, choices in words, what is refused before it runs.
"""

import json
from pathlib import Path

import pytest
from desktop import visit
from inputs import french_files, sample_files
from paths import ROOT
from qgis_run import layers, qgis_process

pytestmark = pytest.mark.desktop
OFFICE = ROOT / "tests" / "desk" / "office.py"


@pytest.fixture(scope="module")
def given(inputs, tmp_path_factory):
    return sample_files(inputs) | french_files(tmp_path_factory.mktemp("french"))


def walk(function, given, folder):
    seen = visit(OFFICE, folder / function, function=function, **given, out=folder / "out")
    assert not any(tag == "Erreur Python" for tag, _ in seen.get("messages", [])), seen["messages"]
    return seen, folder / "out"


def again(run: dict, folder: Path, cwd: Path):
    """Replay a run into another folder, as ``qgis_process run access:study - < run.json`` does."""
    asked = {"inputs": run["inputs"] | {"FOLDER": str(folder)}}
    outcome = qgis_process("run", "access:study", "-", stdin=json.dumps(asked), folder=cwd)
    assert outcome.code == 0, outcome.text
    return (folder / "summary.csv").read_bytes()


def test_studies_replay_from_what_the_desktop_wrote_also_after_they_moved(given, tmp_path):
    seen, out = walk("replay", given, tmp_path)
    assert seen["roads"]["ok"] and seen["times"]["ok"], (seen["roads"]["log"], seen["times"]["log"])
    moved, times = out / "déplacée", out / "temps officiels"
    run = json.loads((moved / "run.json").read_text(encoding="utf-8"))
    kept = {path.name for path in (moved / "inputs").iterdir()}
    mark = run["run"][:8]
    assert kept == {
        f"sites-Lieux-essai-à-moi-{mark}.gpkg",
        f"population-Habitants-{mark}.gpkg",
        f"territories-Communes-{mark}.gpkg",
        f"candidates-Cabinets-{mark}.gpkg",
    }
    assert {Path(run["inputs"][name]).name for name in ("SITES", "POPULATION", "TERRITORIES", "CANDIDATES")} == kept

    def only(name):
        return next(iter(layers(moved / "inputs" / f"{name}-{mark}.gpkg").values()))

    assert len(only("population-Habitants")) == 1200  # the selection
    assert "dessiné" in set(only("candidates-Cabinets")["id"])  # an edit that was never saved
    assert "7002" not in set(only("territories-Communes")["code"])  # the filter
    assert "" not in run["inputs"].values() and not set(run["inputs"]) & {
        "TIMES",
        "TIMES_CODE",
        "TIMES_SOURCE",
        "ROADS",
    }
    assert again(run, tmp_path / "again", moved) == (moved / "summary.csv").read_bytes()
    official = json.loads((times / "run.json").read_text(encoding="utf-8"))
    assert again(official, tmp_path / "times again", tmp_path) == (times / "summary.csv").read_bytes()


def test_a_moved_study_replays_into_its_own_folder(given, tmp_path):
    """Without any working folder to help: the folder that is asked for holds the inputs."""
    seen, out = walk("replay", given, tmp_path)
    moved = out / "déplacée"
    run, before = json.loads((moved / "run.json").read_text(encoding="utf-8")), (moved / "summary.csv").read_bytes()
    (moved / "inputs" / "mes notes.txt").write_text("somebody's own")
    kept = sorted(path.name for path in (moved / "inputs").iterdir())
    assert again(run, moved, tmp_path) == before
    # they are read again, and somebody's own file stays
    assert sorted(path.name for path in (moved / "inputs").iterdir()) == kept
    outcome = qgis_process(
        "run",
        "access:study",
        "-",
        stdin=json.dumps(
            {
                "inputs": run["inputs"]
                | {
                    key: str(value)
                    for key, value in {
                        "FOLDER": moved,
                        "SITES": given["sites"],
                        "POPULATION": given["population"],
                        "TERRITORIES": given["communes"],
                        "CANDIDATES": given["candidates"],
                    }.items()
                }
            }
        ),
    )
    assert outcome.code == 0, outcome.text
    # what no run needs any more is gone, and nothing else
    assert [path.name for path in (moved / "inputs").iterdir()] == ["mes notes.txt"]


def test_a_second_run_loses_nothing(given, tmp_path):
    seen, out = walk("second", given, tmp_path)
    folder = out / "étude"
    assert seen["opened"][0] == str(folder / "study.qgz") and "Lieux de soins" in seen["opened"][2]
    # nothing to keep, nothing to ask
    assert seen["replaced"] == [str(folder / "study.qgz"), False, ["étude"]] and not seen["unchanged"]["boxes"]
    (kept,) = [out / name for name in seen["folders"] if name.startswith("étude (")]
    # the project that was open goes on with its own results, under its own name
    assert seen["after"][0] == str(kept / "study.qgz") and seen["after"][1] == "Ma carte à 14 minutes"
    assert seen["sources"] == [str(kept / "results.gpkg"), str(kept / "surroundings.gpkg")] and seen["saved"]
    assert "a été gardée" in seen["second"]["log"] or "fait désormais partie de" in seen["second"]["log"]
    thresholds = {
        path: json.loads((path / "run.json").read_text(encoding="utf-8"))["record"]["setting"]["threshold"]
        for path in (folder, kept)
    }
    assert thresholds == {folder: 10, kept: 14}
    # a project of one's own over what is by now another run's
    name, dirty, bars = seen["stale"]
    assert name == "" and dirty
    assert any("ma carte.qgz" in text and "seuil 10\N{NO-BREAK SPACE}min" in text for text in bars), bars
    assert any("n’est pas le dossier d’une étude" in text for text in seen["no study"])


def test_from_the_example_to_a_study(given, tmp_path):
    seen, out = walk("example", given, tmp_path)
    assert seen["menu"][:4] == [
        "Ouvrir une étude…",
        "Vos fichiers et ce qui manque…",
        "Figures d’une étude…",
        "Commencer par l’exemple…",
    ]
    assert [text for text in seen["menu"] if text][4:9] == [
        "Préparer une région…",
        "Mener une étude complète…",
        "Essayer un lieu…",
        "Dessiner des figures pour la presse…",
        "Faire une carte pour le public…",
    ]
    assert list(seen["steps"]) == ["1 · Préparer", "2 · Étudier", "3 · Où l’aide compterait", "4 · Publier"]
    assert seen["named"] and sum(map(len, seen["steps"].values())) == 21
    assert seen["tree"] == ["Lieux de soins", "Lieux candidats", "Population", "Communes"]
    assert seen["filled"]["NETWORK"] == str(out / "exemple" / "roads.accessnet")
    for box, title in (
        ("SITES", "Lieux_de_soins"),
        ("POPULATION", "Population"),
        ("TERRITORIES", "Communes"),
        ("CANDIDATES", "Lieux_candidats"),
    ):
        assert seen["filled"][box].startswith(title)
    assert seen["study"]["ok"] and float(seen["study"]["results"]["PEOPLE_BEYOND"]) == 2586
    # it opens its project by itself, once the question is answered
    assert seen["opened"][0] == str(out / "exemple" / "étude" / "study.qgz")


def test_what_is_prepared_is_proposed(given, tmp_path):
    seen, out = walk("proposed", given, tmp_path)
    assert seen["tree"] == ["Lieux de soins", "Population", "Communes"]
    assert seen["filled"] == {
        "SITES": "Lieux de soins",
        "POPULATION": "Population",
        "TERRITORIES": "Communes",
        "CANDIDATES": "",
    }
    for step in ("prepared", "study", "figure", "map"):
        assert seen[step]["ok"] and not seen[step]["red"], seen[step]["log"]
    assert (out / "prêt" / "report.html").is_file()


def test_choices_are_words_and_stay_the_same_strings(given, tmp_path):
    seen, _ = walk("words", given, tmp_path)
    modes = [
        "tous les lieux ensemble",
        "chaque lieu pour lui-même (surfaces superposées)",
        "chaque lieu là où il est le plus proche",
    ]
    assert seen["dialog"]["MODE"] == [modes, "nearest_site"]
    assert seen["dialog"]["ROLES"][1] == ["SU"] and "SU – service des urgences" in seen["dialog"]["ROLES"][0]
    assert seen["dialog"]["SEASON"] == [["toute l’année (sans fermeture saisonnière)", "hiver", "été"], "all_year"]
    assert seen["modeller"] == [modes] and seen["model"] == ["per_site"]
    assert seen["batch"] == modes and seen["row"] == "per_site"


def test_a_study_as_a_step_of_a_model(given, tmp_path):
    seen, _ = walk("model", given, tmp_path)
    assert seen["ended"][0][0], seen["log"]
    assert seen["on the main thread"] == [True]
    assert "2586" in seen["ended"][0][1]["CHILD_RESULTS"]  # its numbers go on
    assert {"results.gpkg", "study.qgz", "figures"} <= set(seen["files"])
    assert seen["project"] == ""  # nothing was opened in the place of the person's project
    assert float(seen["run"]) > 5


def test_what_cannot_run_is_said_before_it_runs(given, tmp_path):
    seen, _ = walk("refused", given, tmp_path)
    words = {
        "network": "n’est pas un réseau d’Accès 30",
        "nothing": "Donnez soit des routes",
        "both": "Donnez soit des routes",
        "bands": "croissantes",
        "place": "Haute-Loir",
        "source": "SOURCE",
        "added": "AFTER",
    }
    for name, text in words.items():
        assert not seen[name]["ok"] and seen[name]["log"].strip() == "", name  # it never started
        assert any(text in box for box in seen[name]["boxes"]), (name, seen[name]["boxes"], seen[name]["bar"])


def test_public_files_as_they_come(shared_folder, given, tmp_path):
    """Haute-Loire from a folder of the région, by official times.

    54,371 beyond 30 minutes, as by hand from the table; Andorra by roads, in winter, from files that only this test has
    made.
    """
    import geopandas as gpd
    import numpy as np

    lon, lat = (axis.ravel() for axis in np.meshgrid(np.linspace(1.42, 1.78, 40), np.linspace(42.44, 42.65, 40)))
    places = gpd.GeoDataFrame(
        {"code": [f"p{number}" for number in range(len(lon))], "population": 10.0},
        geometry=gpd.points_from_xy(lon, lat),
        crs=4326,
    )
    places.to_file(tmp_path / "places.gpkg", engine="pyogrio")
    (tmp_path / "hôpital.csv").write_text(
        "Nom;Type;Longitude;Latitude\nHospital de Meritxell;Service d'urgences;1,5318;42,5108\n", encoding="utf-8"
    )
    more = {
        "aura": shared_folder / "aura",
        "official": shared_folder / "reference" / "drees2019_access_times_15_43_63_69.csv",
        "andorra": shared_folder / "roads" / "andorra_2020" / "andorra.osm.pbf",
        "places": tmp_path / "places.gpkg",
        "hospital": tmp_path / "hôpital.csv",
    }
    seen, out = walk("real", given | more, tmp_path)
    for step in ("prepared", "times", "atlas", "map", "network", "sites", "roads"):
        assert seen[step]["ok"] and not seen[step]["red"] and not seen[step]["bar"], (step, seen[step]["log"][-2000:])
    assert seen["tree"] == ["Lieux de soins", "Population", "Communes"]
    assert round(float(seen["times"]["results"]["PEOPLE_BEYOND"])) == 54371
    assert (out / "kit" / "atlas" / "atlas-43.png").is_file() and (out / "carte" / "index.html").is_file()
    assert float(seen["roads"]["results"]["PEOPLE"]) == 16000 and float(seen["roads"]["results"]["PEOPLE_BEYOND"]) > 0

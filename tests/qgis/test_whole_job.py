"""The panel alone does the whole job: files are prepared, a study is run, figures are drawn, exported and published."""

import shutil

import pandas as pd
import pytest
from desktop import visit
from inputs import french_files
from paths import ROOT

from access_plugin.engine.sample import prepare_sample
from access_plugin.engine.study.kept import read_run

pytestmark = pytest.mark.desktop
VISITS = ROOT / "tests" / "desk" / "panel.py"


def walked(folder, function, **given):
    """Walk through a visit; QGIS wrote no error into its log."""
    out = folder / "out"
    out.mkdir()
    seen = visit(VISITS, folder / function, function=function, seconds=1200, out=out, **given)
    messages = seen.get("messages", [])
    assert [text for tag, text in messages if tag in ("Erreur Python", "Python Error") or "Traceback (" in text] == []
    return seen, out


@pytest.fixture
def files(tmp_path):
    """A folder as a person puts it together: communes, people, sites, and official times."""
    made = french_files(tmp_path / "french")
    shutil.copy(made["times"], made["folder"] / "temps.csv")
    return made["folder"]


def check_job(seen, out):
    assert seen["nothing_chosen"].startswith("Choisissez d’abord")
    assert "Manque" not in seen["found"]
    assert not seen["pressed_again"]
    assert "est prêt" in seen["prepared"]
    assert {"Communes", "Population", "Lieux de soins"} <= set(seen["layers"])
    filled = seen["filled"]
    assert filled["TIMES"] and not {"NETWORK", "CANDIDATES", "SEASON", "SLOT"} & set(filled)
    assert filled["FOLDER"] == str(out / "prêt" / "étude")
    assert seen["cancelled"] == "Annulé\u00a0: rien n’a été écrit." and seen["left"] == []
    assert seen["studied"].endswith(f"{out / 'prêt' / 'étude'}.")
    assert "qgis_process run access:study" in seen["log"] and "--AUTHOR=" in seen["log"]
    assert seen["project"] == str(out / "prêt" / "étude" / "study.qgz")
    assert read_run(out / "prêt" / "étude")["inputs"]["AUTHOR"] == "ARS Exemple"
    assert "carte" in seen["figures"] and seen["none_selected"].startswith("Sélectionnez")
    assert (out / "prêt" / "étude" / "figures" / "chiffre-cle.png").is_file()
    drawn = out / "prêt" / "étude" / "figures dessinées" / "square"
    assert (out / "prêt" / "étude" / "carte grand public" / "index.html").is_file()
    drawing = (drawn / "chiffre-cle.svg").read_text(encoding="utf-8")
    assert "Loin des urgences" in drawing and "ARS Exemple" in drawing
    # as the layout is now, and the project is what it was; a figure without one is copied
    assert seen["changed"][1] == ["carte.csv", "carte.pdf", "carte.png", "carte.svg", "carte.txt"]
    assert "UN TITRE" in (out / "changed" / "carte.svg").read_text(encoding="utf-8")
    assert "UN TITRE" not in (out / "prêt" / "étude" / "figures" / "carte.svg").read_text(encoding="utf-8")
    assert seen["loose"][1] == seen["changed"][1]
    assert seen["copied"] and seen["by_roads"] == [True, False]
    assert all("Une autre figure" in text for text in seen["twice"])
    assert seen["still"] == [seen["project"], True]
    assert seen["drawn"][1] == [f"chiffre-cle.{end}" for end in ("csv", "pdf", "png", "svg", "txt")]
    assert "temps officiels" in seen["tried"]
    # a figure that was drawn later has a project of its own, beside it, and its layout is exported as it is
    assert seen["own"] == [str(drawn / "chiffre-cle.qgz"), seen["drawn"][1]]
    assert seen["own_designers"] == ["chiffre-cle"] and seen["own_broken"] == []
    assert "CHIFFRE À MOI" in (out / "own" / "chiffre-cle.svg").read_text(encoding="utf-8")
    assert seen["history"].count("access:study") >= 1
    assert seen["tasks"] == 0
    assert max(seen["frozen"]) < 5, seen["frozen"]


def test_from_files_to_a_press_kit_by_the_panel_alone(files, tmp_path):
    seen, out = walked(tmp_path, "whole_job", files=files)
    check_job(seen, out)


def check_scenarios(seen, out):
    """The same people in the panel, on the map and in the studies of the scenarios."""
    gained, beyond, number = seen["proposed"]
    assert number == 1 and gained > 0 and "autant que le vôtre" in seen["best"]
    rows = {line.split("\t")[0]: line.split("\t")[1:] for line in seen["table"][1:]}
    assert len(rows["Habitants gagnés, selon les vitesses"]) == 3
    ends = rows["Habitants au-delà, selon les vitesses"][1].replace("\u202f", "").split("–")
    low, high = map(float, ends)
    assert low < beyond < high
    assert seen["gained_on_the_map"] == pytest.approx(gained)
    studies = [out / f"étude - {name}" for name in seen["names"]]
    assert [f"L’étude est dans {folder}." in text for folder, text in zip(studies, seen["scenario_studies"])] == [
        True
    ] * 2
    assert all("11 ménages" in text for text in seen["scenario_studies"])
    assert "c’est l’étude elle-même" in seen["nothing_tried"]
    assert seen["after_closing"] and seen["cancelled"] == "Annulé\u00a0: rien n’a été écrit."
    assert all(f"L’étude est dans {folder}." in " ".join(seen["offered"]) for folder in studies)
    text, roles = seen["unscheduled"]
    assert text.startswith("SU ou centre de soins non programmés (CSNP)") and "CSNP" in roles and "MCS" not in roles
    assert "aucune étude" in seen["no_study"]
    doctors, smur = (read_run(folder) for folder in studies)
    assert doctors["record"]["found"]["gained"] == pytest.approx(gained)
    assert "evolution.png" in [path.name for path in (studies[0] / "figures").iterdir()]
    total = pd.read_csv(studies[1] / "summary.csv", sep=";", decimal=",").iloc[0]
    assert total["beyond"] == pytest.approx(seen["as_smur"][1])
    # every page says that these sites are tried, and a choice by hand is called no proof
    note = (studies[0] / "method.md").read_text(encoding="utf-8")
    assert f"scénario «\u00a0{seen['names'][0]}\u00a0»" in note and "prouvé" not in note
    for name in ("carte", "chiffre-cle", "panorama"):
        page = (studies[1] / "figures" / f"{name}.svg").read_text(encoding="utf-8")
        assert "des lieux à l’essai, pas ceux d’aujourd’hui" in page.replace("\u00a0", " ").replace("&#xa0;", " "), name
    assert "CANDIDATES" not in smur["inputs"] and smur["inputs"]["DEFINITION"] == "first_care"


def test_a_study_with_roads_and_suggested_places(tmp_path):
    prepared = tmp_path / "exemple"
    prepare_sample(prepared)
    seen, out = walked(tmp_path, "roads_and_places", prepared=prepared)
    assert "préparez-le à la page" in seen["no_folder"]
    assert seen["target"] == str(prepared / "étude")
    assert seen["filled"]["NUMBER"] == 2 and "candidates" in seen["filled"]["CANDIDATES"]
    assert seen["project"] == str(out / "étude" / "study.qgz")
    assert seen["again"][0] == seen["project"]
    assert [text for text in seen["bar"] if not text.startswith("Tâche complète")] == []
    check_scenarios(seen, out)
    assert seen["loaded_again"] == [False, True] and seen["tasks"] == 0
    assert read_run(out / "étude")["inputs"]["NUMBER"] == 1


def test_haute_loire_by_official_times(shared_folder, tmp_path):
    """Files as their publishers make them; as many communes as the table itself says, and their people."""
    aura, files = shared_folder / "aura", tmp_path / "téléchargements"
    files.mkdir()
    for path in (
        aura / "communes_2018" / "communes-43-haute-loire.geojson",
        aura / "aura_popgrid_1km_2018.csv",
        aura / "communes_2025.csv",
        aura / "su_smur_sae2023_aura_plus60km.csv",
        shared_folder / "reference" / "drees2019_access_times_15_43_63_69.csv",
    ):
        shutil.copy(path, files)
    seen, out = walked(tmp_path, "whole_job", files=files)
    check_job(seen, out)
    official = pd.read_csv(files / "drees2019_access_times_15_43_63_69.csv", dtype={"code": str})
    beyond = official[(official["dept"] == 43) & (official["tps_su_smur_min"] > 30)]
    total = pd.read_csv(out / "prêt" / "étude" / "summary.csv", sep=";", decimal=",").iloc[0]
    assert total["communes_beyond"] == len(beyond) == 119
    assert total["population"] == 228_654 and total["beyond"] == 54_371

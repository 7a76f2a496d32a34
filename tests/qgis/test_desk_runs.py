"""Every algorithm in the real desktop, in French.

Its dialog filled in, its button pressed, what it loads looked at; three times in one session.
"""

import re

import osmnx
import pyogrio
import pytest
from desktop import visit
from inputs import french_files, sample_files
from loopback import Server, communes_answer, serving, tile
from paths import ROOT

pytestmark = pytest.mark.desktop
VISITS = ROOT / "tests" / "desk" / "visits.py"
#: Words of the program that no log may show a person (the line of QGIS's own, which repeats the call, apart).
CODE_WORDS = re.compile(
    r"\b(emergency|first_care|all_year|all_open|off_peak|merged|per_site|nearest_site|mclp|drees|fine)\b"
)
#: A number as a program writes it: 228654, 0.60, 99.4%.
PLAIN_NUMBERS = re.compile(r"(?<![\w./:-])\d{5,}(?![\w./:-])|(?<![\w./])\d+\.\d+\s?(?:%|min|km|m\b)")

SUGGESTED = {"Lieux à gagner": "QgsRuleBasedRenderer", "Habitants gagnés selon le nombre de lieux": ""}


def log_of(outcome) -> str:
    """Return what the plugin itself said in a log: after QGIS's line of parameters, before its results."""
    text = outcome["log"].split("\n}")[-1] if "\n}" in outcome["log"] else outcome["log"]
    text = re.sub(r"\{ '.*? \}", "", text, flags=re.DOTALL)
    return re.split(r"\n(?:Exécution terminée|Résultats)", text)[0].split("Paramètres en entrée")[-1]


def check(name: str, seen: dict, layers: dict[str, str], *, runs: int = 3) -> None:
    """Check the runs of an algorithm: no red line, no box, no wrong layer, words and numbers of the reader.

    `layers` names what is loaded, with its renderer.
    """
    assert len(seen[name]) == runs
    for outcome in seen[name]:
        said = (name, outcome["log"][-1500:], outcome["boxes"], outcome["bar"])
        assert outcome["ok"] and not outcome["red"] and not outcome["boxes"] and not outcome["bar"], said
        for title, renderer in layers.items():
            assert outcome["layers"][title]["valid"], said
            assert outcome["layers"][title]["style"] == renderer, (name, title, outcome["layers"][title]["style"])
        assert set(outcome["names"]) - set(layers) <= {"Territoire sans temps calculé"}, said
        assert not CODE_WORDS.search(log_of(outcome)), (name, CODE_WORDS.search(log_of(outcome)), log_of(outcome))
        assert not PLAIN_NUMBERS.search(log_of(outcome)), (name, PLAIN_NUMBERS.search(log_of(outcome)), log_of(outcome))
        up = outcome["progress"][: outcome["progress"].index(100) + 1] if 100 in outcome["progress"] else []
        assert up and up == sorted(up), (name, outcome["progress"])


def below(outcome, lower: str, upper: str) -> bool:
    return outcome["tree"].index(lower) > outcome["tree"].index(upper)


@pytest.fixture(scope="module")
def given(inputs, tmp_path_factory):
    return sample_files(inputs) | french_files(tmp_path_factory.mktemp("french"))


def test_roads_times_and_areas(given, tmp_path):
    seen = visit(VISITS, tmp_path / "roads", function="roads", **given, out=tmp_path / "out")
    check("buildnetwork", seen, {})
    # also where “réseau” was typed
    assert [outcome["results"]["NETWORK"].endswith(".accessnet") for outcome in seen["buildnetwork"]] == [True] * 3
    assert (tmp_path / "out" / "réseau.accessnet").is_file()
    rules = "QgsRuleBasedRenderer"
    check("shownetwork", seen, {"Routes du réseau": rules})
    check("traveltimes", seen, {"Lieux avec leurs temps": rules})
    check("isochrones", seen, {"Isochrones": rules})
    check("smoothareas", seen, {"Surfaces lissées": rules})
    check("findgaps", seen, {"Lieux avec leurs temps": rules, "Zones au-delà": rules, "Chiffres par territoire": ""})
    check("exportnetwork", seen, {}, runs=2)
    assert osmnx.load_graphml(tmp_path / "out" / "graphe.graphml").number_of_edges() > 5_000
    fields = pyogrio.read_info(tmp_path / "out" / "graphe.gpkg", layer="edges")["fields"]
    assert {"seconds_car", "seconds_emergency"} <= set(fields)
    check("matrix", seen, {"Matrice": ""})
    check("roadtimes", seen, {"Routes et leurs temps": rules})
    check(
        "explainroute",
        seen,
        {
            "Routes du trajet": seen["explainroute"][0]["layers"]["Routes du trajet"]["style"],
            "Ce dont le temps est fait": "",
        },
    )
    check(
        "apl", seen, {"APL simulée (non officielle)": seen["apl"][0]["layers"]["APL simulée (non officielle)"]["style"]}
    )
    first = seen["isochrones"][0]
    assert below(first, "Isochrones", "Lieux") and below(first, "Isochrones", "Habitants")  # areas hide no sites
    assert [outcome["layers"]["Isochrones"]["count"] for outcome in seen["isochrones"][::2]] == [3, 3]  # 5;7,5;10
    assert seen["traveltimes"][1]["layers"]["Lieux avec leurs temps"]["count"] == 200  # the selection
    assert seen["traveltimes"][0]["layers"]["Lieux avec leurs temps"]["aliases"]["t_su_min"].startswith("Temps")
    assert seen["findgaps"][0]["layers"]["Chiffres par territoire"]["aliases"]["beyond"] != "beyond"  # tables too
    aliases = seen["findgaps"][1]["layers"]["Chiffres par territoire"]["aliases"]
    assert aliases["beyond_10_5_min"] == "Habitants au-delà de 10,5\N{NO-BREAK SPACE}min"
    assert (
        "soins comptés" in first["layers"]["Isochrones"]["abstract"]
        and "OpenStreetMap" in first["layers"]["Isochrones"]["rights"][0]
    )
    beyond = [float(outcome["results"]["PEOPLE_BEYOND"]) for outcome in seen["findgaps"]]
    assert beyond[0] == beyond[2] == 2586


def test_kinds_of_site_of_ones_own(given, tmp_path):
    (tmp_path / "liste.csv").write_text(
        "id;type;nom;lon;lat\n"
        "M1;vers Maternité;Maternité de Vaduz;9,5224;47,1343\n"
        "C1;depuis Caserne;Caserne d’Eschen;9,5240;47,2110\n",
        encoding="utf-8",
    )
    seen = visit(
        VISITS, tmp_path / "own", function="own_roles", **given, list=tmp_path / "liste.csv", out=tmp_path / "out"
    )
    rules = "QgsRuleBasedRenderer"
    check("importsites", seen, {"Lieux de soins": rules}, runs=1)
    check("traveltimes", seen, {"Lieux avec leurs temps": rules}, runs=1)
    check("isochrones", seen, {"Isochrones": rules}, runs=1)
    check(
        "findgaps",
        seen,
        {"Lieux avec leurs temps": rules, "Zones au-delà": rules, "Chiffres par territoire": ""},
        runs=1,
    )
    times = seen["traveltimes"][0]["layers"]["Lieux avec leurs temps"]["aliases"]
    assert (
        times["t_maternite_min"] == "Temps, Maternité (min)" and times["nearest_caserne"] == "Le plus proche, Caserne"
    )
    classes = seen["traveltimes"][0]["layers"]["Lieux avec leurs temps"]["classes"]
    assert classes[:2] == ["À 30\N{NO-BREAK SPACE}min au plus", "À plus de 30\N{NO-BREAK SPACE}min"]
    assert not any("SU" in name or "MCS" in name for name in classes)
    check("study", seen, {}, runs=2)
    study = tmp_path / "out" / "étude"
    assert "du lieu le plus proche (Maternité)" in (study / "method.md").read_text(encoding="utf-8")
    assert "SMUR" not in (study / "figures" / "carte.txt").read_text(encoding="utf-8")
    assert "Avec 2 lieux de plus (Maternité)" in (study / "method.md").read_text(encoding="utf-8")
    assert "qui comptent aujourd’hui : Maternité" in seen["placesites"][0]["log"]
    chosen = seen["placesites"][0]["layers"]["Lieux proposés"]["style"]
    check("placesites", seen, SUGGESTED | {"Lieux proposés": chosen}, runs=1)
    assert "soins comptés : Maternité" in seen["findgaps"][0]["log"]


def test_what_is_imported_fetched_and_prepared(given, tmp_path):
    server = Server()
    server.files["/departements/01/communes"] = communes_answer(["01001", "01002"])
    server.tiles["45,5"] = tile({1: [(1, 5.1, 45.1), (2, 5.2, 45.2), (3, 5.3, 45.1)]})
    with serving(server):
        seen = visit(VISITS, tmp_path / "data", function="data", **given, out=tmp_path / "out", server=server.url)
    rules = "QgsRuleBasedRenderer"
    check("importsites", seen, {"Lieux de soins": rules})
    table = seen["table"]  # points as a table: no style of points for what has none
    assert table["ok"] and not table["red"] and not table["bar"] and table["names"] == ["Lieux de soins"], table
    assert "une table (.csv) garde les valeurs" in table["log"]
    check("importpopulation", seen, {"Population": rules})  # classes of people, no random colour
    check("importterritories", seen, {"Territoires": rules})
    # CPTS by their areas, twice, then communes with the box of areas empty
    assert [outcome["layers"]["Territoires"]["count"] for outcome in seen["importterritories"]] == [2, 2, 8]
    check("importindicator", seen, {"APL ou zonage": seen["importindicator"][0]["layers"]["APL ou zonage"]["style"]})
    check("seasonalpopulation", seen, {"Population des saisons": rules})
    check("fetchcommunes", seen, {"Communes": rules})
    check("fetchroads", seen, {})
    assert (tmp_path / "out" / "routes.osm.pbf").is_file()
    check("prepareregion", seen, {"Lieux de soins": rules, "Population": rules, "Communes": rules})
    # in the order of drawing
    assert [outcome["names"] for outcome in seen["prepareregion"]] == [["Lieux de soins", "Population", "Communes"]] * 3


def test_where_another_doctor_would_change_most(given, tmp_path):
    seen = visit(VISITS, tmp_path / "placing", function="placing", **given, out=tmp_path / "out")
    rules = "QgsRuleBasedRenderer"
    chosen = seen["placesites"][0]["layers"]["Lieux proposés"]["style"]
    suggested = SUGGESTED | {"Lieux proposés": chosen}
    check("placesites", seen, suggested)
    check(
        "placemountain",
        seen,
        suggested
        | {
            "Compte rendu de toutes les stations": seen["placemountain"][0]["layers"][
                "Compte rendu de toutes les stations"
            ]["style"]
        },
    )
    check("comparescenarios", seen, {"Lieux avant et après": rules, "Chiffres avant et après": ""})
    assert [float(outcome["results"]["PLACES_CHOSEN"]) for outcome in seen["placesites"]] == [2, 2, 2]
    # the third by an expression in the box of the number: each place takes only so many
    gained = [float(outcome["results"]["PEOPLE_GAINED"]) for outcome in seen["placesites"]]
    assert 0 < gained[2] < 50 * 2 * 40 and gained[2] < gained[0]
    aliases = seen["placesites"][2]["layers"]["Lieux proposés"]["aliases"]
    assert aliases["capacity"] == "Capacité"
    assert float(seen["comparescenarios"][0]["results"]["PEOPLE_GAINED"]) > 0


def test_a_study_and_what_is_published_of_it(given, tmp_path):
    seen = visit(VISITS, tmp_path / "study", function="study", **given, out=tmp_path / "out")
    check("study", seen, {})
    check("pressfigure", seen, {})
    check("publicmap", seen, {})
    for name, files in (
        ("study", {"results.gpkg", "study.qgz", "run.json", "summary.csv", "method.md", "method.html"}),
        ("publicmap", {"index.html"}),
    ):
        assert all(files <= set(outcome["files"]) for outcome in seen[name]), name
    assert all(any(name.endswith(".png") for name in outcome["files"]) for outcome in seen["pressfigure"])
    for name in ("study", "pressfigure", "publicmap"):  # one of each with an empty box for its folder
        temporary = [outcome for outcome in seen[name] if "est un dossier temporaire" in outcome["log"]]
        assert len(temporary) == 1 and "TEMPORARY_OUTPUT" not in temporary[0]["results"]["FOLDER"], name
    first, some, again = (outcome["results"] for outcome in seen["study"])
    assert {key: value for key, value in first.items() if key != "FOLDER"} == {
        key: value for key, value in again.items() if key != "FOLDER"
    } and some["PEOPLE"] != first["PEOPLE"]

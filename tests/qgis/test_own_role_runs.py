"""A kind of site of one's own through qgis_process: times, areas, gaps, a study, the map for the public."""

import json
from types import SimpleNamespace

import geopandas as gpd
import pytest
from paths import SAMPLE
from qgis_run import only, run

LIST = """id;type;nom;lon;lat
LLS;SU;Landesspital;9,5224777;47,1343767
M1;vers Maternité;Maternité de Vaduz;9,5224777;47,1343767
M2;Vers maternité;Maternité de Balzers;9,5030;47,0665
C1;depuis Caserne;Caserne d’Eschen;9,5240;47,2110
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    (folder / "liste.csv").write_text(LIST, encoding="utf-8")
    outcome = run("importsites", SOURCE=folder / "liste.csv", OUTPUT=folder / "sites.gpkg")
    assert outcome.code == 0, outcome.text
    assert only(folder / "sites.gpkg")["role"].tolist() == ["SU", "vers Maternité", "vers Maternité", "depuis Caserne"]
    return folder / "sites.gpkg"


def test_times_and_areas(inputs, sites, tmp_path):
    asked = {"NETWORK": inputs.network, "SITES": sites}
    outcome = run("traveltimes", **asked, PLACES=inputs.population, ONWARD="maternité", OUTPUT=tmp_path / "t.gpkg")
    assert outcome.code == 0, outcome.text
    times = only(tmp_path / "t.gpkg")
    assert set(times["nearest_maternite"]) == {"M1", "M2"} and set(times["nearest_caserne"]) == {"C1"}
    assert (times["t_maternite_min"] <= times["t_su_min"] + 1e-6).all()  # one of the two stands where the SU does
    # one of the maternities is in the hospital: who goes by its emergency department is there at once
    assert (abs(times["t_su_maternite_min"] - times["t_su_min"]) < 1e-6).all()
    assert set(times["via_maternite"]) == {"LLS"}
    outcome = run("isochrones", **asked, OTHER_ROLES="maternité", BANDS="5;10", OUTPUT=tmp_path / "i.gpkg")
    assert outcome.code == 0, outcome.text
    assert set(only(tmp_path / "i.gpkg")["role"]) == {"vers Maternité"}
    outcome = run("isochrones", **asked, OTHER_ROLES="crèche", OUTPUT=tmp_path / "no.gpkg")
    assert outcome.code != 0 and "No site has the role “crèche”" in outcome.text
    outcome = run("isochrones", **asked, OTHER_ROLES="caserne; SU", MODE="per_site", OUTPUT=tmp_path / "s.gpkg")
    assert outcome.code == 0, outcome.text
    areas = only(tmp_path / "s.gpkg").groupby("role")["direction"].first()
    assert areas.to_dict() == {"SU": "inbound", "depuis Caserne": "outbound"}


def test_a_study_of_maternities(inputs, sites, tmp_path):
    asked = {
        "NETWORK": inputs.network,
        "SITES": sites,
        "POPULATION": inputs.population,
        "TERRITORIES": inputs.communes,
        "THRESHOLD": 15,
        "OTHER_CARE": "maternité",
    }
    outcome = run(
        "findgaps", **asked, GAPS=tmp_path / "g.gpkg", PLACES=tmp_path / "p.gpkg", SUMMARY=tmp_path / "s.gpkg"
    )
    assert outcome.code == 0, outcome.text
    for refused, why in (({"RULES": "mcs"}, "not for another site of Maternité"), ({"BASELINE": "smur"}, "(BASELINE)")):
        outcome = run("study", **asked, **refused, CANDIDATES=inputs.candidates, FOLDER=tmp_path / "study")
        assert outcome.code != 0 and why in outcome.text and not (tmp_path / "study").exists()
    placed = asked | {"CANDIDATES": inputs.candidates, "NUMBER": 2}
    outcome = run("study", **placed, FIGURES="all", FOLDER=tmp_path / "study")
    assert outcome.code == 0, outcome.text
    outputs = {name: tmp_path / f"{name}.gpkg" for name in ("CHOSEN", "DEMAND", "CURVE")}
    outcome = run("placesites", **placed, **outputs)
    assert outcome.code == 0, outcome.text
    places = only(tmp_path / "p.gpkg")
    beyond = places.loc[places["t_maternite_min"] > 15, "population"].sum()
    record = json.loads((tmp_path / "study" / "run.json").read_text(encoding="utf-8"))["record"]
    assert record["found"]["to_gain"] == beyond and 0 < record["found"]["gained"] <= beyond
    chosen = gpd.read_file(tmp_path / "study" / "results.gpkg", layer="chosen").sort_values("rank")["id"].tolist()
    assert len(chosen) == 2 and only(outputs["CHOSEN"]).sort_values("rank")["id"].tolist() == chosen
    assert record["setting"]["definition"] == "vers Maternité"
    note = (tmp_path / "study" / "method.md").read_text(encoding="utf-8")
    assert "du lieu le plus proche (Maternité)" in note and f"{beyond:,.0f}".replace(",", "\u202f") in note
    figures = tmp_path / "study" / "figures"
    told = "".join(file.read_text(encoding="utf-8") for file in figures.rglob("*.txt"))
    assert "Avec 2 lieux de plus (Maternité)" in told
    assert not {"SU", "SMUR", "MCS", "urgents"} & set(told.replace("(", " ").replace(",", " ").split())
    outcome = run("publicmap", STUDY=tmp_path / "study", FOLDER=tmp_path / "map")
    assert outcome.code == 0, outcome.text
    shown = (tmp_path / "map" / "data.js").read_text(encoding="utf-8")
    assert '"Maternité"' in shown and '"Caserne"' in shown
    assert "Maternité de Vaduz" not in shown and "Caserne d’Eschen" not in shown  # nobody knows whose names they are


def test_a_scenario_of_such_a_study_counts_what_the_bench_counts(provider, inputs, sites, tmp_path):
    from access_plugin.engine.bench.opening import open_bench
    from access_plugin.engine.bench.scenario import Scenario
    from access_plugin.gui.bench.publishing import difference_of, study_of

    asked = {"NETWORK": inputs.network, "SITES": sites, "POPULATION": inputs.population, "THRESHOLD": 15}
    outcome = run("study", **asked, OTHER_CARE="maternité", FIGURES="none", FOLDER=tmp_path / "study")
    assert outcome.code == 0, outcome.text
    bench = open_bench(tmp_path / "study", definition="emergency")
    there = bench.care.sites.geometry.iloc[0]
    tried, _ = Scenario().with_site("SMUR", (there.x, there.y))
    session = SimpleNamespace(bench=bench, scenario=tried, folder=tmp_path / "study", name="essai")
    for values in (study_of(session), difference_of(session, Scenario(), tried, "essai")):
        assert values["DEFINITION"] == "emergency" and "OTHER_CARE" not in values
    bench.care.network.close()


def test_official_times_have_a_care_of_their_own(inputs, tmp_path):
    (tmp_path / "t.csv").write_text("code;minutes\n7001;5\n", encoding="utf-8")
    outcome = run(
        "findgaps",
        TIMES=tmp_path / "t.csv",
        POPULATION=SAMPLE / "communes.geojson",
        TERRITORIES=SAMPLE / "communes.geojson",
        OTHER_CARE="maternité",
        GAPS=tmp_path / "g.gpkg",
        PLACES=tmp_path / "p.gpkg",
        SUMMARY=tmp_path / "s.gpkg",
    )
    assert outcome.code != 0 and "leave OTHER_CARE as they are" in outcome.text

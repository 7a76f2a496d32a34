"""Numbers that differ from feature to feature: a field or an expression in place of one number, by qgis_process."""

import geopandas as gpd
import pandas as pd
import pytest
from qgis_run import only, run


@pytest.fixture(scope="module")
def question(inputs, tmp_path_factory):
    """Candidates that each say how many they take."""
    folder = tmp_path_factory.mktemp("rooms")
    candidates = gpd.read_file(inputs.candidates)
    candidates["accueil"] = [200.0 + 100.0 * number for number in range(len(candidates))]
    candidates.to_file(folder / "candidates.gpkg", engine="pyogrio")
    asked = {"NETWORK": inputs.network, "SITES": inputs.sites, "POPULATION": inputs.population, "THRESHOLD": 15}
    return asked | {"CANDIDATES": folder / "candidates.gpkg", "NUMBER": 3}


def suggested(question, folder, **values):
    names = {name: folder / f"{name}.gpkg" for name in ("CHOSEN", "DEMAND", "CURVE")}
    return run("placesites", **question, **values, **names), names


def test_places_that_take_only_so_many(question, tmp_path):
    outcome, names = suggested(question, tmp_path, CAPACITY="field:accueil")
    assert outcome.code == 0, outcome.text
    chosen, demand, curve = (only(path) for path in names.values())
    assert (chosen["capacity"] == chosen["accueil"]).all() and (chosen["people"] <= chosen["accueil"] + 1e-6).all()
    assert chosen["people"].sum() == pytest.approx(curve["gained"].iloc[-1])
    assert (demand["served_share"] * demand["population"]).sum() == pytest.approx(curve["gained"].iloc[-1])
    # an expression says the same; one number for all does not
    outcome, names = suggested(question, tmp_path, CAPACITY='expression:to_real("accueil") * 1')
    assert outcome.code == 0 and only(names["CHOSEN"])["id"].tolist() == chosen["id"].tolist()
    outcome, names = suggested(question, tmp_path, CAPACITY=100000)
    assert outcome.code == 0, outcome.text
    assert (only(names["CHOSEN"])["capacity"] == 100000).all()
    without, names = suggested(question, tmp_path)
    assert without.code == 0 and only(names["CURVE"])["gained"].iloc[-1] > curve["gained"].iloc[-1]
    assert "capacity" not in only(names["CHOSEN"]).columns


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("field:nothing", "has no field “nothing” (People that a place takes at most, CAPACITY). Its fields: fid, id"),
        ('expression:"accueil" - 300', "gives no number for feature 1, or one that is too small or too large (-100)"),
        ("expression:this is none", "“this is none” (People that a place takes at most, CAPACITY) gives no number"),
        ("2 000", "CAPACITY (People that a place takes at most): “2 000” is no number. Write it as 2000 or 0.5"),
        ("0,5", "“0,5” is no number"),
    ],
)  # fmt: skip
def test_what_gives_no_number_is_told(question, tmp_path, value, why):
    outcome, names = suggested(question, tmp_path, CAPACITY=value)
    assert outcome.code != 0 and why in outcome.text and not any(path.exists() for path in names.values())


def test_a_limit_of_each_origin(inputs, tmp_path):
    places = gpd.read_file(inputs.population).head(12)[["geometry"]].assign(code=list("abcdefghijkl"))
    places["most"] = [float(number) for number in range(12)]
    places.to_file(tmp_path / "p.gpkg", engine="pyogrio")
    asked = {"NETWORK": inputs.network, "FROM": tmp_path / "p.gpkg", "TO": tmp_path / "p.gpkg"}
    tables = []
    for name, values in (("all", {}), ("some", {"LIMIT": "field:most"})):
        outcome = run("matrix", **asked, **values, OUTPUT=tmp_path / f"{name}.csv")
        assert outcome.code == 0, outcome.text
        tables.append(pd.read_csv(tmp_path / f"{name}.csv"))
    every, some = tables
    kept = every[every["minutes"] <= every["from_id"].map(places.set_index("code")["most"])]
    assert 0 < len(some) < len(every)
    pd.testing.assert_frame_equal(some.reset_index(drop=True), kept.reset_index(drop=True))


def test_shares_present_that_differ_by_commune(tmp_path):
    places = gpd.GeoDataFrame(
        {"code": ["73257", "73296"], "population": [300.0, 100.0], "saison": [0.9, 0.2]},
        geometry=gpd.points_from_xy([6.5, 6.9], [45.4, 45.5]),
        crs=4326,
    )
    places.to_file(tmp_path / "p.gpkg", engine="pyogrio")
    (tmp_path / "t.csv").write_text("CODGEO;RTLIT23\n73257;1000\n73296;500\n", encoding="utf-8")
    asked = {"POPULATION": tmp_path / "p.gpkg", "TABLES": tmp_path / "t.csv", "OUTPUT": tmp_path / "o.gpkg"}
    outcome = run("seasonalpopulation", **asked, WINTER_SHARE="field:saison", SUMMER_SHARE=0.5)
    assert outcome.code == 0, outcome.text
    found = only(tmp_path / "o.gpkg").set_index("code")
    assert found["winter_population"].to_dict() == {"73257": 300 + 900, "73296": 100 + 100}
    assert found["summer_population"].to_dict() == {"73257": 300 + 500, "73296": 100 + 250}

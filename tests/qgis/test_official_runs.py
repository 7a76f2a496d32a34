"""Official times in the place of a network, through qgis_process."""

import geopandas as gpd
import pandas as pd
import pyogrio
from contract import SUMMARY_FIELDS
from qgis_run import only, run, table


def test_official_times_without_any_network(territories, shared_folder, tmp_path):
    assert (
        run("importpopulation", SOURCE=shared_folder / "aura" / "communes_2025.csv", OUTPUT=tmp_path / "c.gpkg").code
        == 0
    )
    names = {name: tmp_path / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    outcome = run(
        "findgaps",
        TIMES=shared_folder / "reference" / "drees2019_access_times_15_43_63_69.csv",
        POPULATION=tmp_path / "c.gpkg",
        TERRITORIES=territories / "t.gpkg",
        **names,
    )
    assert outcome.code == 0, outcome.text
    gaps, places, summary = only(names["GAPS"]), only(names["PLACES"]), table(names["SUMMARY"])
    assert list(summary.columns) == SUMMARY_FIELDS
    assert summary.iloc[0]["beyond"] == 202344
    by_code = summary.set_index(["level", "code"])["beyond"]
    assert by_code[("departement", "15")] == 31402 and by_code[("departement", "43")] == 54371
    assert gaps["population"].sum() == 31402 + 54371  # the contours are those of two départements
    assert places["t_su_min"].isna().all()
    assert set(places["status"].dropna()) == {"beyond", "not_computed"}


def test_communes_with_their_people_stand_for_points_by_official_times_alone(
    territories, shared_folder, inputs, tmp_path
):
    """The same people as from points, above; on roads they are refused, with the way to points."""
    names = {name: tmp_path / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    communes = {"POPULATION": territories / "t.gpkg", "TERRITORIES": territories / "t.gpkg"}
    outcome = run(
        "findgaps", TIMES=shared_folder / "reference" / "drees2019_access_times_15_43_63_69.csv", **communes, **names
    )
    assert outcome.code == 0, outcome.text
    by_code = table(names["SUMMARY"]).set_index(["level", "code"])["beyond"]
    assert by_code[("departement", "15")] == 31402 and by_code[("departement", "43")] == 54371
    assert only(names["GAPS"])["population"].sum() == 31402 + 54371
    assert set(only(names["PLACES"]).geom_type) == {"Point"}
    for path in names.values():
        path.unlink()
    outcome = run("findgaps", NETWORK=inputs.network, SITES=inputs.sites, **communes, **names)
    assert (
        outcome.code != 0
        and "import them first with “Import a population”, which spreads them over the streets" in outcome.text
    )


def test_official_times_take_no_definition_but_their_own(territories, shared_folder, tmp_path):
    assert (
        run("importpopulation", SOURCE=shared_folder / "aura" / "communes_2025.csv", OUTPUT=tmp_path / "c.gpkg").code
        == 0
    )
    names = {name: tmp_path / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    table = {
        "TIMES": shared_folder / "reference" / "drees2019_access_times_15_43_63_69.csv",
        "POPULATION": tmp_path / "c.gpkg",
    }
    outcome = run("findgaps", **table, DEFINITION="smur", SLOT="night", SEASON="winter", **names)
    assert outcome.code != 0 and "leave DEFINITION, SEASON, SLOT as they are" in outcome.text
    outcome = run("findgaps", **table, **names)
    assert outcome.code == 0 and "Official times of drees2019" in outcome.text and "ordinary car" not in outcome.text


def test_official_times_in_a_layer_of_a_geopackage(tmp_path):
    pyogrio.write_dataframe(
        pd.DataFrame({"code": ["01001", "01002"], "temps": [31.0, 30.0]}),
        tmp_path / "t.gpkg",
        layer="temps",
        driver="GPKG",
    )
    (tmp_path / "codes.csv").write_text("Titre\n\ncode_commune;epci\n01001;200\n01002;200\n")
    gpd.GeoDataFrame(
        {"code": ["01001", "01002"], "population": [5, 7]},
        geometry=gpd.points_from_xy([5.2, 5.3], [46.2, 46.2]),
        crs=4326,
    ).to_file(tmp_path / "p.gpkg", engine="pyogrio")
    names = {name: tmp_path / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    outcome = run(
        "findgaps",
        TIMES=f"{tmp_path / 't.gpkg'}|layername=temps",
        CODES=tmp_path / "codes.csv",
        POPULATION=tmp_path / "p.gpkg",
        **names,
    )
    assert outcome.code == 0, outcome.text
    summary = table(names["SUMMARY"])
    assert summary.query("level == 'epci'")[["code", "beyond"]].to_numpy().tolist() == [["200", 5]]


def test_either_a_network_or_times(inputs, tmp_path):
    outcome = run(
        "findgaps",
        POPULATION=inputs.population,
        GAPS=tmp_path / "g.gpkg",
        PLACES=tmp_path / "p.gpkg",
        SUMMARY=tmp_path / "s.gpkg",
    )
    assert outcome.code != 0
    assert "Give either a network and sites (NETWORK, SITES) or a table of official times (TIMES)." in outcome.text

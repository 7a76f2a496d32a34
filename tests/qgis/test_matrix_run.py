"""``access:matrix`` through qgis_process: its rows are the drives that other algorithms know, in both kinds of file."""

import geopandas as gpd
import networkx as nx
import pandas as pd
import pyogrio
import pytest
from qgis_run import only, run, table


@pytest.fixture(scope="module")
def few(inputs, tmp_path_factory):
    """Some places of the demonstration, and one out at sea."""
    folder = tmp_path_factory.mktemp("matrix")
    places = gpd.read_file(inputs.population).head(30).to_crs(4326)
    places = places[["geometry"]].assign(code=[f"=p{number}" for number in range(30)])
    places.loc[29, "geometry"] = places.geometry.iloc[0].buffer(1.0).exterior.representative_point()
    places.to_file(folder / "places.gpkg")
    return folder / "places.gpkg"


def test_the_nearest_of_each_place_are_those_of_travel_times(inputs, few, tmp_path):
    outcome = run(
        "matrix", NETWORK=inputs.network, FROM=few, TO=inputs.sites, NEAREST=1, METRES=True, OUTPUT=tmp_path / "m.gpkg"
    )
    assert outcome.code == 0, outcome.text
    assert "1 place is farther than 2 km" in outcome.text
    found = pyogrio.read_dataframe(tmp_path / "m.gpkg")
    assert list(found.columns) == ["from_id", "to_id", "minutes", "metres", "rank"] and len(found) == 29
    assert (found["rank"] == 1).all()
    sites = gpd.read_file(inputs.sites)
    hospitals = sites[sites["role"] == "SU"]
    hospitals.to_file(tmp_path / "su.gpkg")
    care = {"NETWORK": inputs.network, "SITES": tmp_path / "su.gpkg"}
    times = run("traveltimes", **care, PLACES=few, OUTPUT=tmp_path / "t.gpkg")
    assert times.code == 0, times.text
    outcome = run("matrix", NETWORK=inputs.network, FROM=few, TO=tmp_path / "su.gpkg", OUTPUT=tmp_path / "all.csv")
    assert outcome.code == 0, outcome.text
    minutes = pd.read_csv(tmp_path / "all.csv").groupby("from_id")["minutes"].min()
    expected = only(tmp_path / "t.gpkg").set_index("code")["t_su_min"].dropna()
    delays = hospitals["delay_min"].fillna(0.0)
    assert (delays == 0).all() and len(expected) == 29
    assert minutes.rename(index=lambda code: code.lstrip("'")).to_dict() == pytest.approx(expected.to_dict())


def test_a_drive_is_the_one_that_is_explained_and_names_are_no_formulas(inputs, few, tmp_path):
    outcome = run("matrix", NETWORK=inputs.network, FROM=few, TO=few, LIMIT=6, METRES=True, OUTPUT=tmp_path / "m.csv")
    assert outcome.code == 0, outcome.text
    found = pd.read_csv(tmp_path / "m.csv")
    assert found["minutes"].max() <= 6 and found["from_id"].str.startswith("'=p").all()
    row = found[found["from_id"] != found["to_id"]].sort_values("minutes").iloc[-1]
    where = gpd.read_file(few).set_index("code").geometry
    start, end = (where[row[name].lstrip("'")] for name in ("from_id", "to_id"))
    drive = run(
        "explainroute",
        NETWORK=inputs.network,
        START=f"{start.x},{start.y} [EPSG:4326]",
        END=f"{end.x},{end.y} [EPSG:4326]",
        OUTPUT=tmp_path / "r.gpkg",
        TERMS=tmp_path / "t.gpkg",
    )
    assert drive.code == 0, drive.text
    roads = table(tmp_path / "r.gpkg")
    assert roads["seconds"].sum() / 60 == pytest.approx(row["minutes"], abs=0.01)
    assert roads["length_m"].sum() == pytest.approx(row["metres"], rel=0.001)


def test_what_it_cannot_do_is_said(inputs, few, tmp_path):
    asked = {"NETWORK": inputs.network, "FROM": few, "TO": few}
    outcome = run("matrix", **asked, FROM_ID="nom", OUTPUT=tmp_path / "m.gpkg")
    assert outcome.code != 0 and "has no field nom" in outcome.text
    outcome = run("matrix", **asked, OUTPUT=tmp_path / "m.shp")
    assert outcome.code != 0 and ".gpkg, .csv" in outcome.text
    assert not list(tmp_path.iterdir())


def test_names_that_several_places_bear_are_told(inputs, few, tmp_path):
    places = gpd.read_file(few)
    places.assign(area=["north", "north"] + [f"s{n}" for n in range(len(places) - 2)]).to_file(tmp_path / "p.gpkg")
    asked = {"NETWORK": inputs.network, "FROM": tmp_path / "p.gpkg", "TO": few, "NEAREST": 1, "FROM_ID": "area"}
    outcome = run("matrix", **asked, OUTPUT=tmp_path / "m.csv")
    assert outcome.code == 0, outcome.text
    assert "several features bear one value of the field area (north); their rows cannot be told apart" in outcome.text
    assert outcome.text.count("bear one value") == 1  # of the places to go to nothing is said


def test_an_exported_network_leads_to_the_same_minutes(inputs, tmp_path):
    outcome = run("exportnetwork", NETWORK=inputs.network, PROFILES="car", OUTPUT=tmp_path / "g.gpkg")
    assert outcome.code == 0, outcome.text
    edges = pyogrio.read_dataframe(tmp_path / "g.gpkg", layer="edges", read_geometry=False)
    graph = nx.from_pandas_edgelist(edges, "u", "v", ["travel_time"], create_using=nx.MultiDiGraph)
    nodes = gpd.read_file(tmp_path / "g.gpkg", layer="nodes")
    alone = nodes[~nodes.duplicated(["x", "y"], keep=False)].sample(6, random_state=4)
    alone[["osmid", "geometry"]].rename(columns={"osmid": "id"}).to_file(tmp_path / "spots.gpkg")
    asked = {"NETWORK": inputs.network, "FROM": tmp_path / "spots.gpkg", "TO": tmp_path / "spots.gpkg"}
    outcome = run("matrix", **asked, OUTPUT=tmp_path / "m.csv")
    assert outcome.code == 0, outcome.text
    rows = pd.read_csv(tmp_path / "m.csv")
    assert len(rows) > 20
    for _, row in rows.iterrows():
        seconds = nx.dijkstra_path_length(graph, int(row["from_id"]), int(row["to_id"]), weight="travel_time")
        assert seconds == pytest.approx(60 * row["minutes"], abs=3.0)  # who stands within half a metre of a junction
    outcome = run("exportnetwork", NETWORK=inputs.network, OUTPUT=tmp_path / "g.shp")
    assert outcome.code != 0 and ".gpkg, .graphml" in outcome.text


def test_a_parquet_file_says_the_same(inputs, few, tmp_path):
    pytest.importorskip("pyarrow")
    asked = {"NETWORK": inputs.network, "FROM": few, "TO": few, "LIMIT": 6, "METRES": True}
    for name in ("m.parquet", "m.gpkg"):
        outcome = run("matrix", **asked, OUTPUT=tmp_path / name)
        assert outcome.code == 0, outcome.text
    rows, expected = pd.read_parquet(tmp_path / "m.parquet"), pyogrio.read_dataframe(tmp_path / "m.gpkg")
    pd.testing.assert_frame_equal(rows, expected[list(rows.columns)], check_dtype=False)
    assert rows["from_id"].iloc[0] == "=p0"  # no spreadsheet opens it
    assert pd.api.types.is_integer_dtype(rows["rank"])

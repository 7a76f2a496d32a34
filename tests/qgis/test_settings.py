"""What a user sets to say when and what counts, through qgis_process; and a drive explained."""

import json

import geopandas as gpd
import numpy as np
import pytest
import rasterio
import shapely
from paths import ROADS
from qgis_run import layers, only, run
from rasterio.transform import from_origin

SITES = (
    "id;type;nom;lon;lat;horaires\nsu;SU;Vaduz;9.5216;47.1410;08:00-20:00\nteam;SMUR;Vaduz;9.5216;47.1410;24/7\n"
    "doctor;MCS;Schellenberg;9.5464;47.2316;Mo-Fr 08:00-20:00, Sa 08:00-12:00\n"
)


@pytest.fixture(scope="module")
def care(inputs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("care")
    (folder / "sites.csv").write_text(SITES, encoding="utf-8")
    outcome = run("importsites", SOURCE=folder / "sites.csv", OUTPUT=folder / "sites.gpkg")
    assert outcome.code == 0, outcome.text
    return folder / "sites.gpkg"


def gaps(inputs, care, folder, **more):
    names = {name: folder / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    outcome = run(
        "findgaps",
        NETWORK=inputs.network,
        SITES=care,
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        THRESHOLD=12,
        **more,
        **names,
    )
    assert outcome.code == 0, outcome.text
    return outcome, *(only(path) for path in names.values())


def test_definitions_slots_and_the_range(inputs, care, tmp_path):
    beyond = {}
    for name, more in {
        "emergency": {},
        "su at night": {"DEFINITION": "su", "SLOT": "day"},
        "first care": {"DEFINITION": "first_care", "SLOT": "day"},
    }.items():
        (tmp_path / name).mkdir()
        outcome, areas, places, summary = gaps(inputs, care, tmp_path / name, **more)
        total = summary.iloc[0]
        beyond[name] = total["beyond"]
        assert total["beyond_low"] <= total["beyond"] <= total["beyond_high"]
        assert (
            total["beyond"]
            == areas["population"].sum()
            == places.loc[places["beyond"].astype(bool), "population"].sum()
        )
        assert total["uncertain"] == places.loc[places["uncertain"].astype(bool), "population"].sum() > 0
        words = {
            "emergency": "the nearest SU or SMUR",
            "su": "SU alone",
            "first_care": "SU, SMUR or correspondent doctor (MCS)",
        }
        assert f"definition {words[more.get('DEFINITION', 'emergency')]}" in outcome.text
    assert beyond["first care"] < beyond["emergency"] <= beyond["su at night"]


def test_at_night_the_department_is_closed(inputs, care, tmp_path):
    outcome = run(
        "traveltimes",
        NETWORK=inputs.network,
        SITES=care,
        PLACES=inputs.population,
        SLOT="night",
        OUTPUT=tmp_path / "t.gpkg",
    )
    assert outcome.code == 0, outcome.text
    table = only(tmp_path / "t.gpkg")
    assert table["t_su_min"].isna().all() and table["t_smur_min"].notna().all()
    assert "closed throughout the slot night (0–8)" in outcome.text
    refused = run(
        "traveltimes",
        NETWORK=inputs.network,
        SITES=care,
        PLACES=inputs.population,
        SLOT="night",
        DEFINITION="su",
        OUTPUT=tmp_path / "no.gpkg",
    )
    assert refused.code == 0  # nobody is reached, and that is said, not called beyond
    assert set(only(tmp_path / "no.gpkg")["beyond"].isna()) == {True}


def test_profiles_traffic_and_seasons_change_the_times_in_the_right_direction(inputs, care, tmp_path):
    minutes = {}
    for name, more in {
        "car": {},
        "siren": {"PROFILE_SMUR": "emergency"},
        "peak": {"TRAFFIC": "peak"},
        "mean": {"TRAFFIC": "mean"},
        "doctor": {"PROFILE_MCS": "mcs"},
    }.items():
        outcome = run(
            "traveltimes",
            NETWORK=inputs.network,
            SITES=care,
            PLACES=inputs.population,
            **more,
            OUTPUT=tmp_path / f"{name}.gpkg",
        )
        assert outcome.code == 0, outcome.text
        minutes[name] = only(tmp_path / f"{name}.gpkg").set_index("code")["t_smur_min"].to_numpy()
    far = minutes["car"] > 2
    assert (minutes["siren"] < minutes["car"])[far].all()
    assert (minutes["car"] <= minutes["mean"])[far].all() and (minutes["mean"] <= minutes["peak"])[far].all()
    assert np.array_equal(minutes["doctor"], minutes["car"])


def test_a_layer_of_closed_roads(inputs, care, tmp_path):
    run("shownetwork", NETWORK=inputs.network, OUTPUT=tmp_path / "roads.gpkg")
    roads = only(tmp_path / "roads.gpkg")
    pass_road = roads[roads["road_class"].isin(["primary", "secondary"])].geometry.union_all()
    marks = shapely.intersection(pass_road, shapely.box(*pass_road.bounds))
    some = [marks.interpolate(share, normalized=True) for share in (0.2, 0.4, 0.6)]
    gpd.GeoDataFrame({"saison": ["hiver"] * 3}, geometry=some, crs=roads.crs).to_file(
        tmp_path / "closed.gpkg", engine="pyogrio"
    )
    times = {}
    for season in ("all_year", "winter"):
        outcome = run(
            "traveltimes",
            NETWORK=inputs.network,
            SITES=care,
            PLACES=inputs.population,
            SEASON=season,
            CLOSURES=tmp_path / "closed.gpkg",
            OUTPUT=tmp_path / f"{season}.gpkg",
        )
        assert outcome.code == 0, outcome.text
        assert ("closed: closures that hold in the season winter: 3; roads closed by them: 3" in outcome.text) == (
            season == "winter"
        )
        assert ("it closes nothing" in outcome.text) == (season == "all_year")
        times[season] = only(tmp_path / f"{season}.gpkg")["t_smur_min"].to_numpy()
    assert (times["winter"] >= times["all_year"] - 1e-6)[np.isfinite(times["winter"])].all()
    assert (times["winter"] > times["all_year"] + 0.1).any()
    gpd.GeoDataFrame(geometry=[shapely.Point(9.0, 47.0)], crs=4326).to_file(tmp_path / "away.gpkg", engine="pyogrio")
    refused = run(
        "traveltimes",
        NETWORK=inputs.network,
        SITES=care,
        PLACES=inputs.population,
        CLOSURES=tmp_path / "away.gpkg",
        OUTPUT=tmp_path / "no.gpkg",
    )
    assert refused.code != 0 and "the feature 1 lies on no road" in refused.text
    assert not (tmp_path / "no.gpkg").exists()


def test_an_elevation_model(tmp_path):
    """A made one, since the sample has none: it rises by 5 % towards the east."""
    count, cell = 500, 0.001
    heights = np.tile(450 + 0.05 * 75_900 * cell * np.arange(count), (count, 1)).astype(np.float32)
    with rasterio.open(
        tmp_path / "d.tif",
        "w",
        driver="GTiff",
        width=count,
        height=count,
        count=1,
        dtype="float32",
        crs="EPSG:4326",
        transform=from_origin(9.3, 47.5, cell, cell),
    ) as target:
        target.write(heights, 1)
    outcome = run("buildnetwork", ROADS=ROADS, DEM=tmp_path / "d.tif", NETWORK=tmp_path / "n.accessnet")
    assert outcome.code == 0, outcome.text
    assert "Heights from d.tif" in outcome.text
    drive = {}
    for season in ("summer", "winter"):
        outcome = run(
            "explainroute",
            NETWORK=tmp_path / "n.accessnet",
            START="9.5216,47.1410 [EPSG:4326]",
            END="9.5434,47.1186 [EPSG:4326]",
            SEASON=season,
            OUTPUT=tmp_path / f"{season}.gpkg",
            TERMS=tmp_path / f"{season}_terms.gpkg",
        )
        assert outcome.code == 0, outcome.text
        drive[season] = only(tmp_path / f"{season}_terms.gpkg").set_index("term")["seconds"]
        assert only(tmp_path / f"{season}.gpkg")["seconds"].sum() == pytest.approx(drive[season]["total"])
    assert drive["summer"]["slope"] > 0 and "snow" not in drive["summer"] and drive["winter"].get("snow", 1) > 0
    with rasterio.open(
        tmp_path / "small.tif",
        "w",
        driver="GTiff",
        width=9,
        height=9,
        count=1,
        dtype="float32",
        crs="EPSG:4326",
        transform=from_origin(9.5, 47.2, cell, cell),
    ) as target:
        target.write(heights[:9, :9], 1)
    refused = run("buildnetwork", ROADS=ROADS, DEM=tmp_path / "small.tif", NETWORK=tmp_path / "no.accessnet")
    assert refused.code != 0 and "does not cover the roads" in refused.text
    assert not (tmp_path / "no.accessnet").exists()


def test_an_srtm_tile_as_it_comes(shared_folder, tmp_path):
    """A .hgt.zip, which QGIS itself would look into."""
    outcome = run(
        "buildnetwork",
        ROADS=shared_folder / "roads" / "andorra_2020" / "andorra.osm.pbf",
        DEM=shared_folder / "dem" / "N42E001.hgt.zip",
        NETWORK=tmp_path / "n.accessnet",
    )
    assert outcome.code == 0, outcome.text
    assert "Heights from N42E001.hgt.zip" in outcome.text
    outcome = run(
        "explainroute",
        NETWORK=tmp_path / "n.accessnet",
        START="1.5218,42.5075",
        END="1.7193,42.5404",
        SEASON="winter",
        OUTPUT=tmp_path / "r.gpkg",
        TERMS=tmp_path / "t.gpkg",
    )
    assert outcome.code == 0, outcome.text  # degrees without a reference system
    seconds = only(tmp_path / "t.gpkg").set_index("term")["seconds"]
    assert seconds["snow"] > 0 and seconds["slope"] > 0 and seconds["total"] > 1200


def test_a_drive_takes_the_time_that_is_published(inputs, care, tmp_path):
    place = only(inputs.population).iloc[[700]]
    place.to_file(tmp_path / "p.gpkg", engine="pyogrio")
    assert (
        run(
            "traveltimes", NETWORK=inputs.network, SITES=care, PLACES=tmp_path / "p.gpkg", OUTPUT=tmp_path / "t.gpkg"
        ).code
        == 0
    )
    point = place.geometry.iloc[0]
    outcome = run(
        "explainroute",
        NETWORK=inputs.network,
        START="9.5216,47.1410 [EPSG:4326]",
        END=f"{point.x},{point.y} [EPSG:4326]",
        OUTPUT=tmp_path / "r.gpkg",
        TERMS=tmp_path / "terms.gpkg",
    )
    assert outcome.code == 0, outcome.text
    roads, terms = only(tmp_path / "r.gpkg"), only(tmp_path / "terms.gpkg").set_index("term")["seconds"]
    assert roads["seconds"].sum() / 60 == pytest.approx(only(tmp_path / "t.gpkg")["t_smur_min"].iloc[0], abs=0.01)
    assert terms.drop("total").sum() == pytest.approx(terms["total"])
    assert "minutes: driving" in outcome.text
    assert roads["number"].tolist() == list(range(1, len(roads) + 1))


def test_a_study_says_definition_slot_season_and_what_is_uncertain(inputs, care, tmp_path):
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=care,
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        THRESHOLD=12,
        DEFINITION="smur",
        SLOT="night",
        SEASON="winter",
        TRAFFIC="mean",
        PROFILE_SMUR="emergency",
        FIGURES="none",
        FOLDER=tmp_path / "s",
    )
    assert outcome.code == 0, outcome.text
    note = (tmp_path / "s" / "method.md").read_text(encoding="utf-8")
    for words in (
        "Vivre à plus de 12 minutes d’un SMUR",
        "les services d’urgences (SU) ne sont pas comptés. Valable en hiver, à tout moment de la nuit",
        "gyrophare et sirène (emergency)",
        "moyenne heures creuses / heures de pointe",
        "hors de l’emprise du réseau",
        "| SMUR ou antenne de SMUR |",
    ):
        assert words in note.replace("\u00a0", " "), words
    inputs_of_run = json.loads((tmp_path / "s" / "run.json").read_text())["inputs"]
    assert (inputs_of_run["DEFINITION"], inputs_of_run["SLOT"], inputs_of_run["TRAFFIC"]) == ("smur", "night", "mean")
    tables = layers(tmp_path / "s" / "results.gpkg")
    places, total = tables["places"], tables["summary"].iloc[0]
    assert (
        total["beyond"]
        == places.loc[places["t_smur_min"] > 12, "population"].sum()
        == tables["gaps"]["population"].sum()
    )
    assert tables["isochrones"]["role"].unique().tolist() == ["SMUR"]


def test_a_profile_of_the_users_own(inputs, care, tmp_path):
    """A file in the folder of the QGIS profile is a choice like the others.

    One that makes no sense is refused by its name.
    """
    from pathlib import Path

    from qgis_run import profile

    folder = Path(profile()) / "profiles" / "default" / "access30" / "profiles"
    if not folder.parent.parent.exists():
        folder = Path(profile()) / "access30" / "profiles"
    folder.mkdir(parents=True)
    try:
        (folder / "slow.toml").write_text(
            '[profile]\nid = "slow"\nname = "lente"\nsource = "moi"\nbase = "car"\n[time]\nrural = 2.0\nurban = 2.0\n',
            encoding="utf-8",
        )
        for name in ("car", "slow"):
            outcome = run(
                "traveltimes",
                NETWORK=inputs.network,
                SITES=care,
                PLACES=inputs.population,
                PROFILE=name,
                OUTPUT=tmp_path / f"{name}.gpkg",
            )
            assert outcome.code == 0, outcome.text
        car, slow = (only(tmp_path / f"{name}.gpkg")["t_su_min"].to_numpy() for name in ("car", "slow"))
        assert (slow[car > 2] > 1.5 * car[car > 2]).all()
        (folder / "slow.toml").write_text(
            '[profile]\nid = "slow"\nname = "lente"\nsource = "moi"\nbase = "car"\n[time]\nrural = -2.0\n',
            encoding="utf-8",
        )
        refused = run(
            "traveltimes",
            NETWORK=inputs.network,
            SITES=care,
            PLACES=inputs.population,
            PROFILE="slow",
            OUTPUT=tmp_path / "no.gpkg",
        )
        assert refused.code != 0 and "slow.toml has values that make no sense: time.rural = -2.0" in refused.text
    finally:
        (folder / "slow.toml").unlink()
        folder.rmdir()

"""Every algorithm through qgis_process, on the sample."""

import subprocess
import sys
import sysconfig

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import shapely
from contract import CURVE_FIELDS, SITES_FIELDS, SUMMARY_FIELDS, TIME_FIELDS
from paths import ROADS, SAMPLE
from qgis_run import environment_of, only, qgis_process, run


def test_inputs(inputs):
    sites, people = only(inputs.sites), only(inputs.population)
    assert [column for column in sites.columns if column != "geometry"] == SITES_FIELDS
    assert sites["role"].tolist() == ["SU", "SMUR"]
    assert [column for column in people.columns if column != "geometry"][:6] == [
        "code",
        "name",
        "territory",
        "population",
        "households",
        "imputed",
    ]
    assert people["population"].sum() == 37370
    assert people.crs.to_epsg() == 4326  # that of the communes
    assert inputs.network.stat().st_size > 100_000


def test_the_network_as_a_layer(inputs, tmp_path):
    outcome = run("shownetwork", NETWORK=inputs.network, OUTPUT=tmp_path / "roads.gpkg")
    assert outcome.code == 0, outcome.text
    roads = only(tmp_path / "roads.gpkg")
    assert roads["length_m"].sum() / 1000 == pytest.approx(774, abs=1)
    primary = roads.loc[(roads["road_class"] == "primary") & (roads["length_m"] > 300), "speed_forward_kph"]
    assert primary.between(35, 80.1).all()  # from 42 in town, a light or two, to the most of the class
    assert (roads["attachable"] == 1).mean() > 0.7


def test_travel_times(inputs, tmp_path):
    outcome = run(
        "traveltimes",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        PLACES=inputs.population,
        THRESHOLD=15,
        OUTPUT=tmp_path / "t.gpkg",
        UNSNAPPED=tmp_path / "u.gpkg",
    )
    assert outcome.code == 0, outcome.text
    table = only(tmp_path / "t.gpkg")
    assert [column for column in table.columns if column in TIME_FIELDS] == TIME_FIELDS
    assert (table["beyond"].astype(bool) == (table["t_emergency_min"] > 15)).all()
    assert table["t_mcs_min"].isna().all()
    assert table["population"].sum() == 37370
    assert len(only(tmp_path / "u.gpkg")) == 0
    assert (
        pyogrio.read_info(tmp_path / "t.gpkg")["dtypes"][
            list(pyogrio.read_info(tmp_path / "t.gpkg")["fields"]).index("beyond")
        ]
        == "bool"
    )


def test_isochrones(inputs, tmp_path):
    outcome = run(
        "isochrones",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        ROLES="SU,SMUR",
        BANDS="5,10,15",
        POPULATION=inputs.population,
        OUTPUT=tmp_path / "i.gpkg",
    )
    assert outcome.code == 0, outcome.text
    areas = only(tmp_path / "i.gpkg")
    assert [column for column in areas.columns if column != "geometry"] == [
        "from_min",
        "to_min",
        "role",
        "site_id",
        "site_name",
        "population",
        "direction",
    ]
    assert areas["to_min"].tolist() == [5, 10, 15]
    assert areas.is_valid.all()
    assert areas.crs.to_epsg() == 32632  # metric, of the network: UTM 32 in Liechtenstein
    assert 0 < areas["population"].sum() < 37370


def test_isochrones_of_each_site_and_of_the_nearest(inputs, tmp_path):
    """The three modes, the land without a time, then smoother borders for print."""
    common = {
        "NETWORK": inputs.network,
        "SITES": inputs.sites,
        "ROLES": "SU,SMUR",
        "BANDS": "5,10,15",
        "POPULATION": inputs.population,
    }
    for mode in ("per_site", "nearest_site"):
        outcome = run(
            "isochrones",
            **common,
            MODE=mode,
            OUTPUT=tmp_path / f"{mode}.gpkg",
            NOT_COMPUTED=tmp_path / f"{mode}_nowhere.gpkg",
        )
        assert outcome.code == 0, outcome.text
    apart, shared_out = only(tmp_path / "per_site.gpkg"), only(tmp_path / "nearest_site.gpkg")
    names = {row["id"]: row["name"] for _, row in only(inputs.sites).iterrows()}
    assert set(apart["site_id"]) == set(names)
    assert all(names[row.site_id] == row.site_name for row in shared_out.itertuples())
    assert set(apart["direction"]) == {"inbound", "outbound"}
    merged = shared_out.geometry.union_all()
    for _, shares in shared_out.groupby("direction"):  # those that are driven to and those that drive overlap
        assert shares.geometry.union_all().area == pytest.approx(shares.area.sum(), rel=1e-9)
    assert apart.area.sum() == pytest.approx(shared_out.area.sum(), rel=1e-6)  # each is the only one of its direction
    nowhere = only(tmp_path / "nearest_site_nowhere.gpkg")
    assert nowhere["reason"].tolist() == ["no_road"]
    assert nowhere.geometry.union_all().intersection(merged).area < 1.0
    outcome = run("smoothareas", INPUT=tmp_path / "nearest_site.gpkg", TOLERANCE=60, OUTPUT=tmp_path / "smooth.gpkg")
    assert outcome.code == 0, outcome.text
    assert "measure nothing on these" in outcome.text
    smooth = only(tmp_path / "smooth.gpkg")
    for _, shares in smooth.groupby("direction"):
        assert shares.geometry.union_all().area == pytest.approx(shares.area.sum(), rel=1e-9)
    assert smooth["population"].tolist() == shared_out["population"].tolist()


def test_gaps(inputs, tmp_path):
    names = {name: tmp_path / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    outcome = run(
        "findgaps",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        THRESHOLD=15,
        OTHER_THRESHOLDS="20; 12,5",
        **names,
    )
    assert outcome.code == 0, outcome.text
    gaps, places, summary = (only(path) for path in names.values())
    assert [column for column in gaps.columns if column != "geometry"] == ["territory", "population", "area_km2"]
    further = {"beyond_12_5_min": 12.5, "beyond_20_min": 20.0}
    assert [column for column in summary.columns if column != "geometry"] == [
        *SUMMARY_FIELDS[:-1],
        *further,
        SUMMARY_FIELDS[-1],
    ]
    for field, minutes in further.items():
        assert summary[field].iloc[0] == places.loc[places["t_emergency_min"] > minutes, "population"].sum()
    total = summary.iloc[0]
    assert (total["population"], total["not_computed"]) == (37370, 0)
    assert (
        total["beyond"]
        == summary["beyond"].iloc[1:].sum()
        == gaps["population"].sum()
        == places.loc[places["beyond"].astype(bool), "population"].sum()
    )
    assert summary["code"].iloc[1:].tolist() == sorted(only(inputs.communes)["code"])
    assert "stand inside the drawn areas" in outcome.text
    care = {"NETWORK": inputs.network, "SITES": inputs.sites, "POPULATION": inputs.population}
    wrong = run("findgaps", **care, **names, OTHER_THRESHOLDS="0,20")
    assert wrong.code != 0 and "positive minutes" in wrong.text


def test_places(inputs, tmp_path):
    names = {name: tmp_path / f"{name}.gpkg" for name in ("CHOSEN", "DEMAND", "CURVE")}
    outcome = run(
        "placesites",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        CANDIDATES=inputs.candidates,
        NUMBER=3,
        THRESHOLD=15,
        **names,
    )
    assert outcome.code == 0, outcome.text
    chosen, demand, curve = (only(path) for path in names.values())
    assert {"id", "name", "rank", "gain", "cumulative_gain", "share"} <= set(chosen.columns)
    assert {"t_before_min", "t_after_min", "covered", "site_id"} <= set(demand.columns)
    assert [column for column in curve.columns if column != "geometry"] == CURVE_FIELDS
    assert curve["gap"].tolist() == [0, 0, 0]
    assert (np.diff(curve["gained"]) >= 0).all()
    covered = demand["covered"].astype(bool)
    assert demand.loc[covered, "population"].sum() == curve["gained"].iloc[-1] == chosen["cumulative_gain"].iloc[-1]
    assert (demand.loc[covered, "t_after_min"] <= 15).all()
    assert (demand["t_before_min"] > 15).all()


def test_a_layer_may_have_any_reference_system(inputs, tmp_path):
    turned = only(inputs.population).to_crs(2056)
    turned.to_file(tmp_path / "swiss.gpkg", engine="pyogrio")
    for name, path in (("a", inputs.population), ("b", tmp_path / "swiss.gpkg")):
        assert (
            run(
                "traveltimes", NETWORK=inputs.network, SITES=inputs.sites, PLACES=path, OUTPUT=tmp_path / f"{name}.gpkg"
            ).code
            == 0
        )
    a, b = only(tmp_path / "a.gpkg"), only(tmp_path / "b.gpkg")
    assert b.crs.to_epsg() == 2056
    # A millimetre moves a point from one road of a junction to the next, and its time stays; but two places of the
    # sample stand right at a bollard, where each side has its own time.
    assert (np.abs(a["t_su_min"] - b["t_su_min"]) > 0.02).sum() <= 2


def test_the_other_formats_build_the_same_network(tmp_path):
    """The sample as XML, gz and bz2, written by GDAL-free means, against the PBF."""
    import osmium

    def kept(text):
        return [line for line in text.splitlines() if "roads between" in line]

    expected = kept(run("buildnetwork", ROADS=ROADS, NETWORK=tmp_path / "roads.accessnet").text)
    assert "774 km" in expected[0]
    for suffix in (".osm", ".osm.gz", ".osm.bz2"):
        with osmium.SimpleWriter(str(tmp_path / f"roads{suffix}")) as writer:
            for thing in osmium.FileProcessor(str(ROADS)):
                writer.add(thing)
        outcome = run("buildnetwork", ROADS=tmp_path / f"roads{suffix}", NETWORK=tmp_path / "roads.accessnet")
        assert outcome.code == 0, outcome.text
        assert kept(outcome.text) == expected


def test_columns_that_differ_by_case_and_names_of_results_give_way(inputs, tmp_path):
    """ADMIN EXPRESS writes POPULATION and ID; GeoPackage does not tell them from ours."""
    communes = only(inputs.communes).rename(columns={"population": "POPULATION", "name": "NOM"})
    communes.to_file(tmp_path / "communes.gpkg", engine="pyogrio")
    candidates = only(inputs.candidates).rename(columns={"id": "ID"}).assign(GAIN=1, reason="x")
    candidates.to_file(tmp_path / "candidates.gpkg", engine="pyogrio")
    outcome = run(
        "study",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=tmp_path / "communes.gpkg",
        TERRITORIES=tmp_path / "communes.gpkg",
        CANDIDATES=tmp_path / "candidates.gpkg",
        THRESHOLD=15,
        FIGURES="none",
        FOLDER=tmp_path / "s",
    )
    assert outcome.code == 0, outcome.text
    names = {name: tmp_path / f"{name}.gpkg" for name in ("CHOSEN", "DEMAND", "CURVE")}
    outcome = run(
        "placesites",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        CANDIDATES=tmp_path / "candidates.gpkg",
        THRESHOLD=12,
        **names,
    )
    assert outcome.code == 0, outcome.text
    assert len(only(names["CHOSEN"])) == 3
    places = only(inputs.population).assign(reason="mine", T_SU_MIN=9)
    places.to_file(tmp_path / "places.gpkg", engine="pyogrio")
    outcome = run(
        "traveltimes",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        PLACES=tmp_path / "places.gpkg",
        OUTPUT=tmp_path / "t.gpkg",
    )
    assert outcome.code == 0, outcome.text
    assert only(tmp_path / "t.gpkg")["reason"].eq("mine").all()


def test_help_of_every_algorithm():
    for name in (
        "buildnetwork",
        "shownetwork",
        "smoothareas",
        "importsites",
        "importpopulation",
        "traveltimes",
        "isochrones",
        "findgaps",
        "placesites",
        "study",
    ):
        outcome = qgis_process("help", f"access:{name}")
        assert outcome.code == 0
        assert "TODO" not in outcome.text


def test_without_the_libraries_the_plugin_loads_and_says_what_is_missing(tmp_path):
    """Outside the environment QGIS sees no geopandas."""
    plain = "/usr/bin:/bin"
    assert (
        "Travel times" in qgis_process("list", path=plain).text
        or "Compute travel times" in qgis_process("list", path=plain).text
    )
    outcome = qgis_process(
        "run", "access:importsites", "--", f"SOURCE={SAMPLE / 'sites.csv'}", f"OUTPUT={tmp_path / 'x.gpkg'}", path=plain
    )
    assert outcome.code != 0
    for word in ("osmium", "apt install"):  # Debian 13 has geopandas itself, Debian 12 does not
        assert word in outcome.text
    assert list(tmp_path.iterdir()) == []


def test_what_qpip_put_aside_is_found_here_too(tmp_path):
    """QPIP starts in the desktop alone; its folder of libraries lies in the profile."""
    apart = (
        tmp_path / "profile" / "profiles" / "default" / "python" / "dependencies" / "{}.{}".format(*sys.version_info)
    )
    apart.parent.mkdir(parents=True)
    apart.symlink_to(sysconfig.get_path("purelib"))
    environment = environment_of(str(tmp_path / "profile")) | {"PATH": "/usr/bin:/bin"}
    for arguments in (
        ("plugins", "enable", "access_plugin"),
        ("run", "access:buildnetwork", "--", f"ROADS={ROADS}", f"NETWORK={tmp_path / 'roads.accessnet'}"),
    ):
        done = subprocess.run(
            ["/usr/bin/qgis_process", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "roads.accessnet").exists()


def test_areas_that_hold_points_and_lines_too_are_read(inputs, tmp_path):
    """QGIS sees no shapes in a file of geometry collections."""
    communes = gpd.read_file(inputs.communes, engine="pyogrio")
    communes.geometry = [
        shapely.GeometryCollection([shape, shape.representative_point()]) for shape in communes.geometry
    ]
    communes.to_file(tmp_path / "mixed.gpkg", engine="pyogrio")
    care = {"NETWORK": inputs.network, "SITES": inputs.sites, "POPULATION": inputs.population, "THRESHOLD": 15}
    summaries = []
    for number, areas in enumerate((inputs.communes, tmp_path / "mixed.gpkg")):
        outputs = {name: tmp_path / f"{name}-{number}.gpkg" for name in ("GAPS", "PLACES")}
        outcome = run("findgaps", **care, TERRITORIES=areas, SUMMARY=tmp_path / f"{number}.gpkg", **outputs)
        assert outcome.code == 0, outcome.text
        summaries.append(only(tmp_path / f"{number}.gpkg"))
    assert summaries[0]["beyond"].tolist() == summaries[1]["beyond"].tolist() and len(summaries[1]) > 10
    outcome = run("importterritories", AREAS=tmp_path / "mixed.gpkg", OUTPUT=tmp_path / "t.gpkg")
    assert "no coordinate reference system" not in outcome.text

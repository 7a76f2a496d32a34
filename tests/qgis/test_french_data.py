"""The algorithms that take French files, through qgis_process and, for fetching, QGIS's own network manager."""

import geopandas as gpd
import pandas as pd
import pytest
from bdtopo import plain_osm_network, sections
from contract import SITES_FIELDS
from loopback import Server, communes_answer, serving, tile
from paths import ROADS, SAMPLE
from qgis_run import only, qgis_process, run, table
from shapely import box

from access_plugin.engine.territory.codes import passage


def test_sites_of_the_sae_with_their_log(aura, tmp_path):
    outcome = run(
        "importsites",
        SOURCE=aura / "sae_2023" / "SMURSAMU_2023r.csv",
        POSITIONS=aura / "gisco_healthcare_FR.csv",
        COMMUNES=aura / "communes_2025.csv",
        AREA=aura / "communes_2018" / "region-auvergne-rhone-alpes.geojson",
        OUTPUT=tmp_path / "s.gpkg",
        LOG=tmp_path / "l.gpkg",
    )
    assert outcome.code == 0, outcome.text
    sites = only(tmp_path / "s.gpkg")
    assert [column for column in sites.columns if column != "geometry"] == SITES_FIELDS
    here = sites[sites["insee"].str[:2].isin("01 03 07 15 26 38 42 43 63 69 73 74".split())]
    assert here["role"].value_counts().to_dict() == {"SU": 75, "SMUR": 46, "SAMU": 13, "SMUR_ANTENNE": 8, "SU_PED": 4}
    log = table(tmp_path / "l.gpkg")
    assert {"340000033", "750100018"} <= set(log.loc[log["action"] == "left_out", "id"])
    assert "250 sites and roles imported" in outcome.text


def test_several_sources_from_the_command_line(tmp_path):
    (tmp_path / "ars.csv").write_text("id;type;nom;code_insee;lon;lat\nm1;MCS;;01002;;\n", encoding="cp1252")
    (tmp_path / "t.csv").write_text(
        "finess,etat,type,rs,san_urg,geoloc_4326_long,geoloc_4326_lat\n10000024,ACTUEL,ET,CH,OUI,5.2,46.2\n"
    )
    (tmp_path / "c.csv").write_text("code;nom;lon;lat\n1002;B;5,42;46,0\n")
    outcome = qgis_process(
        "run",
        "access:importsites",
        f"--SOURCE={tmp_path / 'ars.csv'}",
        f"--MORE={tmp_path / 't.csv'}",
        f"--COMMUNES={tmp_path / 'c.csv'}",
        f"--OUTPUT={tmp_path / 's.gpkg'}",
    )
    assert outcome.code == 0, outcome.text
    assert only(tmp_path / "s.gpkg")[["id", "role", "precision"]].to_numpy().tolist() == [
        ["m1", "MCS", "commune"],
        ["010000024", "SU", ""],
    ]


def test_a_list_as_people_write_it(tmp_path):
    (tmp_path / "ars.csv").write_text(
        "Rôle;Nom;Lon;Lat\nUrgences;a;5;46\nantenne de SMUR;b;5,1;46\nMaison médicale de garde;c;5,2;46\n",
        encoding="utf-8",
    )
    outcome = run("importsites", SOURCE=tmp_path / "ars.csv", OUTPUT=tmp_path / "s.gpkg")
    assert outcome.code == 0, outcome.text
    assert only(tmp_path / "s.gpkg")["role"].tolist() == ["SU", "SMUR_ANTENNE", "MMG"]
    assert (
        outcome.text.count("SU (“Urgences”), SMUR_ANTENNE (“antenne de SMUR”), MMG (“Maison médicale de garde”)") == 1
    )
    (tmp_path / "ars.csv").write_text("type;nom;commune;code_postal\nSU;a;Ambert;63600\n", encoding="utf-8")
    outcome = run("importsites", SOURCE=tmp_path / "ars.csv", OUTPUT=tmp_path / "n.gpkg")
    assert (
        outcome.code != 0
        and "a column code_insee, or its name and postal code into columns commune and code_postal" in outcome.text
    )
    gpd.GeoDataFrame(
        {"code": ["63003"], "nom": ["Ambert"]}, geometry=gpd.points_from_xy([3.74], [45.55]), crs=4326
    ).to_file(tmp_path / "c.gpkg", engine="pyogrio")
    outcome = run("importsites", SOURCE=tmp_path / "ars.csv", COMMUNES=tmp_path / "c.gpkg", OUTPUT=tmp_path / "n.gpkg")
    assert outcome.code == 0 and only(tmp_path / "n.gpkg")[["insee", "precision"]].to_numpy().tolist() == [
        ["63003", "commune"]
    ], outcome.text


def test_bad_sites_leave_nothing(tmp_path):
    (tmp_path / "ars.csv").write_text("id;type;nom;lon;lat;horaires\nm1;CSNP;x;5;46;Mo huit heures\n")
    outcome = run("importsites", SOURCE=tmp_path / "ars.csv", OUTPUT=tmp_path / "s.gpkg")
    assert outcome.code != 0
    assert "ars.csv: impossible opening hours in feature 2 (Mo huit heures)" in outcome.text
    assert not (tmp_path / "s.gpkg").exists()


def test_a_grid_rescaled_to_the_legal_populations(aura, tmp_path):
    outcome = run(
        "importpopulation",
        SOURCE=aura / "aura_popgrid_1km_2018.csv",
        RESCALE_TO=aura / "communes_2025.csv",
        AREA=aura / "communes_2018" / "region-auvergne-rhone-alpes.geojson",
        OUTPUT=tmp_path / "p.gpkg",
    )
    assert outcome.code == 0, outcome.text
    people = only(tmp_path / "p.gpkg")
    assert people.loc[people["territory"] != "", "population"].sum() == pytest.approx(8205557)
    assert people.crs.to_epsg() == 3035
    assert people["secret"].astype(bool).mean() > 0.4


def test_territories_by_level(territories, aura, tmp_path):
    communes = only(territories / "t.gpkg")
    assert communes["population"].sum() == 372850
    assert communes.loc[communes["code"] == "15141", "communes"].tolist() == [5]
    assert len(table(territories / "r.gpkg")) == 5  # 15136 merged, four without a contour
    (tmp_path / "codes.csv").write_text(
        "code_commune;pdsa;nom_secteur\n"
        + "".join(
            f"{code};{code[:2]}-{code[4]};S{code[4]}\n"
            for code in pd.read_csv(aura / "communes_2025.csv", dtype=str)["code"]
        )
    )
    outcome = run(
        "importterritories",
        AREAS=aura / "communes_2018" / "communes-43-haute-loire.geojson",
        COMMUNES=aura / "communes_2025.csv",
        CODES=tmp_path / "codes.csv",
        LEVEL="pdsa",
        OUTPUT=tmp_path / "o.gpkg",
    )
    assert outcome.code == 0, outcome.text
    sectors = only(tmp_path / "o.gpkg")
    assert len(sectors) == 10 and sectors["population"].sum() == 228654
    outcome = run(
        "importterritories",
        AREAS=aura / "communes_2018" / "communes-43-haute-loire.geojson",
        LEVEL="tvs",
        OUTPUT=tmp_path / "no.gpkg",
    )
    assert outcome.code != 0 and "Nothing says the tvs of the communes" in outcome.text


def test_areas_of_a_level_that_nobody_here_drew(aura, tmp_path):
    """Contours of départements as those of CPTS: each commune is whole in one, so that the people add up."""
    drawn = {
        "AREAS": aura / "communes_2018" / "communes-43-haute-loire.geojson",
        "COMMUNES": aura / "communes_2025.csv",
        "LEVEL_AREAS": aura / "communes_2018" / "departements-auvergne-rhone-alpes.geojson",
        "OUTPUT": tmp_path / "o.gpkg",
    }
    outcome = run("importterritories", **drawn, LEVEL="cpts")
    assert outcome.code == 0, outcome.text
    found = only(tmp_path / "o.gpkg")
    assert found[["code", "name", "level", "population"]].to_numpy().tolist() == [["43", "Haute-Loire", "cpts", 228654]]
    outcome = run("importterritories", **drawn | {"OUTPUT": tmp_path / "no.gpkg"})
    assert outcome.code != 0 and "Areas of the level (LEVEL_AREAS) is for another level" in outcome.text
    assert not (tmp_path / "no.gpkg").exists()


def test_figures_by_level_on_a_network(inputs, tmp_path):
    codes = only(inputs.communes)["code"]
    (tmp_path / "codes.csv").write_text("code_commune;epci\n01001;200\n")
    names = {name: tmp_path / f"{name}.gpkg" for name in ("GAPS", "PLACES", "SUMMARY")}
    outcome = run(
        "findgaps",
        NETWORK=inputs.network,
        SITES=inputs.sites,
        POPULATION=inputs.population,
        TERRITORIES=inputs.communes,
        CODES=tmp_path / "codes.csv",
        THRESHOLD=15,
        **names,
    )
    assert outcome.code == 0, outcome.text
    epci = table(names["SUMMARY"]).query("level == 'epci'")
    assert epci["population"].tolist() == [37370]  # all of them outside the EPCI of the table
    assert "is it that of another area?" in outcome.text
    assert len(codes) == 11


def test_the_apl_of_the_domain(tmp_path):
    """DOMAIN § 10.1, through the desktop's own reading of layers."""
    minutes = [[0, 8, 14, 22], [8, 0, 12, 18], [14, 12, 0, 16], [22, 18, 16, 0]]
    pd.DataFrame(
        [(f"0100{i}", f"0100{j}", minutes[i][j]) for i in range(4) for j in range(4)], columns=["from", "to", "minutes"]
    ).to_csv(tmp_path / "t.csv", index=False)
    places = gpd.GeoDataFrame(
        {"code": [f"0100{k}" for k in range(4)], "population": [1000, 2000, 1500, 500], "supply": [0, 8000, 5000, 0]},
        geometry=gpd.points_from_xy([5, 5.1, 5.2, 5.3], [45] * 4),
        crs=4326,
    )
    places.to_file(tmp_path / "p.gpkg", engine="pyogrio")
    outcome = run(
        "apl",
        TIMES=tmp_path / "t.csv",
        SUPPLY=tmp_path / "p.gpkg",
        DEMAND=tmp_path / "p.gpkg",
        OUTPUT=tmp_path / "o.gpkg",
    )
    assert outcome.code == 0, outcome.text
    assert only(tmp_path / "o.gpkg")["apl"].tolist() == pytest.approx([2.829091, 2.829091, 2.6436, 1.0945], abs=5e-5)
    assert "Simulated APL (not official): mean 2.60 over 5,000 people; 13,000 of 13,000" in outcome.text


def test_the_apl_on_a_network(inputs, tmp_path):
    supply = only(inputs.candidates).assign(supply=4000)
    supply.to_file(tmp_path / "s.gpkg", engine="pyogrio")
    outcome = run(
        "apl", NETWORK=inputs.network, SUPPLY=tmp_path / "s.gpkg", DEMAND=inputs.population, OUTPUT=tmp_path / "o.gpkg"
    )
    assert outcome.code == 0, outcome.text
    places = only(tmp_path / "o.gpkg")
    assert (places["apl"] * places["population"]).sum() == pytest.approx(4000 * len(supply))


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Titre\n\nCode commune INSEE;Commune;APL aux médecins généralistes\n15001;Allanche;2,5\n15002;x;\n", "apl"),
        ("code;zonage\n15001;ZIP\n15002;ZAC\n", "zone"),
    ],
)
def test_official_indicators(territories, tmp_path, text, column):
    (tmp_path / "t.csv").write_text(text, encoding="cp1252")
    outcome = run(
        "importindicator", TERRITORIES=territories / "t.gpkg", TABLE=tmp_path / "t.csv", OUTPUT=tmp_path / "o.gpkg"
    )
    assert outcome.code == 0, outcome.text
    values = only(tmp_path / "o.gpkg").set_index("code")[column]
    assert values["15001"] == {"apl": 2.5, "zone": "ZIP"}[column]
    assert values.notna().sum() == {"apl": 1, "zone": 2}[column]


def test_the_people_of_the_seasons(inputs, tmp_path):
    places = gpd.GeoDataFrame(
        {"code": ["73257"], "population": [300.0]}, geometry=gpd.points_from_xy([6.5], [45.4]), crs=4326
    )
    places.to_file(tmp_path / "p.gpkg", engine="pyogrio")
    (tmp_path / "t.csv").write_text(
        "Capacité des communes\n\nCODGEO;HTCH23;RTLIT23;meublés;CPGE23;VVLIT23;chambres d'hôtes;résidences "
        "secondaires\n73257;120;3000;400;50;200;10;2500\n",
        encoding="cp1252",
    )
    outcome = run(
        "seasonalpopulation",
        POPULATION=tmp_path / "p.gpkg",
        TABLES=tmp_path / "t.csv",
        WINTER_SHARE=0.5,
        OUTPUT=tmp_path / "o.gpkg",
    )
    assert outcome.code == 0, outcome.text
    row = only(tmp_path / "o.gpkg").iloc[0]
    assert (row["seasonal_population"], row["winter_population"]) == (17710, 300 + 8855)


def test_a_network_of_bd_topo(tmp_path):
    sections(
        plain_osm_network(ROADS),
        {"primary": 60, "secondary": 50, "tertiary": 40, "residential": 25, "unclassified": 30},
    ).to_file(tmp_path / "b.gpkg", layer="troncon_de_route", engine="pyogrio")
    outcome = run("buildnetwork", ROADS=tmp_path / "b.gpkg", NETWORK=tmp_path / "n.accessnet", ALLOW_PIECES=True)
    assert outcome.code == 0, outcome.text
    assert (tmp_path / "n.accessnet").stat().st_size > 50_000
    outcome = run(
        "buildnetwork",
        ROADS_LAYER=tmp_path / "b.gpkg",
        SPEED_FIELD="vitesse_moyenne_vl",
        NETWORK=tmp_path / "m.accessnet",
        ALLOW_PIECES=True,
    )
    assert outcome.code == 0, outcome.text
    assert "No banned turn is known" in outcome.text
    # the same roads from the layer
    assert (tmp_path / "m.accessnet").stat().st_size == pytest.approx(
        (tmp_path / "n.accessnet").stat().st_size, rel=0.01
    )


def test_roads_without_a_reference_system_are_refused(shared_folder, tmp_path):
    outcome = run(
        "buildnetwork",
        ROADS=shared_folder / "roads" / "alpe_dhuez_ign" / "IGN_MINOR_ROAD.shp",
        NETWORK=tmp_path / "n.accessnet",
    )
    assert outcome.code != 0
    assert "has no coordinate reference system" in outcome.text
    assert not (tmp_path / "n.accessnet").exists()


def test_roads_and_communes_from_a_server(tmp_path):
    ways = {1: [(1, 5.2, 45.1), (2, 5.24, 45.1)], 2: [(2, 5.24, 45.1), (3, 5.26, 45.1)]}
    with serving(
        Server(tiles={"45.0,5.0": tile(ways)}, files={"/departements/43/communes": communes_answer(["43001", "43002"])})
    ) as server:
        outcome = run(
            "fetchroads",
            EXTENT="5.1,5.2,45.05,45.15 [EPSG:4326]",
            SERVICE=f"{server.url}/overpass",
            CACHE=tmp_path / "cache",
            OUTPUT=tmp_path / "r.osm.pbf",
        )
        assert outcome.code == 0, outcome.text
        assert run("buildnetwork", ROADS=tmp_path / "r.osm.pbf", NETWORK=tmp_path / "n.accessnet").code == 0
        outcome = run(
            "fetchroads",
            PLACE="Le Puy",
            PLACE_SERVICE=f"{server.url}/search",
            SERVICE=f"{server.url}/overpass",
            CACHE=tmp_path / "cache",
            OUTPUT=tmp_path / "p.osm.pbf",
        )
        assert outcome.code == 0 and "Place found: Trouvé." in outcome.text, outcome.text
        assert "hospitals beyond its border will not be reached" in outcome.text
        asked, area = len(server.asked), tmp_path / "area.gpkg"
        gpd.GeoDataFrame(geometry=[box(5.12, 45.12, 5.13, 45.13)], crs=4326).to_crs(2154).to_file(area)
        outcome = run(
            "fetchroads",
            AREA=area,
            DISTANCE=20,
            SERVICE=f"{server.url}/overpass",
            CACHE=tmp_path / "cache",
            OUTPUT=tmp_path / "a.osm.pbf",
        )
        assert outcome.code == 0 and "hospitals beyond" not in outcome.text, outcome.text
        # a circle of twenty kilometres in the middle of a tile touches the eight tiles around, four at their corner
        assert len(server.asked) - asked == 8
        outcome = run("fetchroads", PLACE="Le Puy", EXTENT="5,6,45,46 [EPSG:4326]", OUTPUT=tmp_path / "no.osm.pbf")
        assert outcome.code != 0 and "Give one of an extent (EXTENT), a place (PLACE) and an area" in outcome.text
        outcome = run(
            "fetchcommunes", DEPARTEMENTS=43, SERVICE=server.url, CACHE=tmp_path / "cache", OUTPUT=tmp_path / "c.gpkg"
        )
        assert outcome.code == 0, outcome.text
        communes = only(tmp_path / "c.gpkg")
        assert communes[["code", "population", "epci"]].to_numpy().tolist() == [
            ["43001", 100, "200042935"],
            ["43002", 101, "200042935"],
        ]
        asked = len(server.asked)
    outcome = run(
        "fetchcommunes", DEPARTEMENTS=43, SERVICE=server.url, CACHE=tmp_path / "cache", OUTPUT=tmp_path / "again.gpkg"
    )
    assert outcome.code == 0, outcome.text  # the server is gone, the cache is not
    outcome = run(
        "fetchcommunes", DEPARTEMENTS=15, SERVICE=server.url, CACHE=tmp_path / "cache", OUTPUT=tmp_path / "no.gpkg"
    )
    assert outcome.code != 0
    assert "cannot be reached" in outcome.text and "proxy" in outcome.text
    assert not (tmp_path / "no.gpkg").exists()
    assert asked == 11  # a tile, a place, eight tiles around the area, the communes of a département


def test_a_region_prepared_and_studied(tmp_path):
    """The folder of a département, prepared, and its figures by the official times and by roads."""
    files = tmp_path / "files"
    files.mkdir()
    communes = gpd.read_file(SAMPLE / "communes.geojson", engine="pyogrio")
    # fictitious: the sample lies in Liechtenstein
    codes = [code for number in range(1, 50) if (code := f"74{number:03d}") not in passage()][: len(communes)]
    communes.assign(code=codes).to_file(files / "communes.geojson", engine="pyogrio")
    (files / "sites.csv").write_text((SAMPLE / "sites.csv").read_text(encoding="utf-8"), encoding="utf-8")
    (files / "pop.csv").write_text(
        "code;nom;pop;lon;lat\n"
        + "".join(
            f"{code};x;{people};{point.x};{point.y}\n"
            for code, people, point in zip(codes, communes["population"], communes.representative_point())
        )
    )
    (files / "roads.osm.pbf").write_bytes(ROADS.read_bytes())
    outcome = run("prepareregion", SOURCE=files, DEPARTEMENTS="74", FOLDER=tmp_path / "ready")
    assert outcome.code == 0, outcome.text
    assert sorted(path.name for path in (tmp_path / "ready").iterdir()) == [
        "population.gpkg",
        "report.html",
        "report.md",
        "roads.accessnet",
        "sites.gpkg",
        "territories.gpkg",
    ]
    ready = tmp_path / "ready"
    outcome = run(
        "findgaps",
        NETWORK=ready / "roads.accessnet",
        SITES=f"{ready / 'sites.gpkg'}|layername=sites",
        POPULATION=ready / "population.gpkg",
        TERRITORIES=f"{ready / 'territories.gpkg'}|layername=communes",
        THRESHOLD=15,
        GAPS=tmp_path / "g.gpkg",
        PLACES=tmp_path / "p.gpkg",
        SUMMARY=tmp_path / "s.gpkg",
    )
    assert outcome.code == 0, outcome.text
    assert table(tmp_path / "s.gpkg").iloc[0]["population"] == 37370

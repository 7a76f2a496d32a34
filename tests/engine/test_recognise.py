"""Files as they come: each is known by what it holds."""

import shutil

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
import rasterio
from bdtopo import plain_osm_network, sections
from heard import Heard
from paths import ROADS
from rasterio.transform import from_origin
from shapely import LineString, box
from small import km
from test_lines import KPH
from workbooks import workbook

from access_plugin.engine.errors import InputError
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.network.osm import LICENCE
from access_plugin.engine.region.found_files import recognised_files
from access_plugin.engine.region.prepare import prepare_region
from access_plugin.engine.region.recognise import recognise
from access_plugin.engine.region.report import Report

TABLES = {
    "stock.csv": ("finess;etalab;111\nstructureet;010000024\n", "sites", "finess"),
    "autorisations.csv": ("activiteoffresoin;1;x;14;x;23\n", "sites", "authorisations"),
    "amm.xml": ("<f>\n<activiteamm></activiteamm></f>", "sites", "authorisations"),
    "t_finess.csv": ("finess,etat,san_urg\n1,ACTUEL,OUI\n", "sites", "t_finess"),
    "SMURSAMU_2023r.csv": ("BOR;AN;FI;RS;SMUR\nS;2023;010000024;x;1\n", "sites", "sae"),
    "liste_ars.csv": ("id;type;nom;code_insee;lon;lat\n1;MCS;x;01451;5;46\n", "sites", "table"),
    "positions.csv": ("id,hospital_name,lat,lon\n10000024,x,46,5\n", "positions", ""),
    "communes.csv": ("code,nom,dept,pop,lon_cheflieu,lat_cheflieu,apl_mg_2023\n01001,x,01,5,5,46,2\n", "communes", ""),
    "codes.csv": ("CODGEO;LIBGEO;EPCI;LIBEPCI\n01001;x;200;y\n", "levels", ""),
    "passage.csv": ("old;new\n01091;01033\n", "passage", ""),
    "carreaux.csv": ("idcar_200m;lcog_geo;ind;men\nCRS3035RES200mN2029800E4252400;06088;3;1\n", "population", ""),
    "grille.csv": ("x_laea,y_laea,pop\n3959000,2343000,6\n", "population", ""),
    "tourisme.csv": ("Des notes\n\nCODGEO;LIBGEO;HTCH23;RTLIT23\n73257;x;1;2\n", "capacity", ""),
    "temps.csv": ("code;nom;tps_su_smur_min\n15001;x;43\n", "times", ""),
    "apl.csv": ("Titre\nCode commune INSEE;Commune;APL aux médecins généralistes\n01001;x;2,5\n", "indicator", ""),
    "zonage.csv": ("code_tvs;zonage\nT1;ZIP\n", "indicator", ""),
    "autre.csv": ("a;b\n1;2\n", "unknown", "header"),
    "notes.pdf": ("%PDF", "unknown", "suffix"),
    "URGENCES2_2023r.csv": (
        "BOR;AN;FI;RS;FI_EJ;URG;PASSU\nURGENCES2;2023;010000024;x;010780054;GEN;38394\n",
        "unknown",
        "sae",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_kind_of_table_is_recognised(tmp_path, name):
    text, kind, detail = TABLES[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = recognise(tmp_path / name)
    assert (found.kind, found.detail) == (kind, detail)


def test_layers_and_rasters_are_recognised(tmp_path):
    assert recognise(ROADS).kind == "roads"
    contours = gpd.GeoDataFrame(
        {"INSEE_COM": ["01001", "01002"], "NOM": ["a", "b"]}, geometry=[box(5, 46, 6, 47), box(6, 46, 7, 47)], crs=4326
    )
    layers = {
        "c.gpkg": (contours, "areas"),
        "d.gpkg": (contours.assign(INSEE_COM=["01", "38"]), "unknown"),
        "p.gpkg": (contours.set_geometry(contours.representative_point()), "communes"),
        "h.gpkg": (
            gpd.GeoDataFrame({"nofinesset": ["010000024"]}, geometry=gpd.points_from_xy([5], [46]), crs=4326),
            "positions",
        ),
        "r.gpkg": (sections(plain_osm_network(ROADS), KPH), "roads"),
    }
    for name, (layer, kind) in layers.items():
        layer.to_file(tmp_path / name, engine="pyogrio")
        assert recognise(tmp_path / name).kind == kind, name
    with rasterio.open(
        tmp_path / "x.tif",
        "w",
        driver="GTiff",
        height=2,
        width=2,
        count=1,
        dtype="float32",
        crs=2154,
        transform=from_origin(700_000, 6_500_000, 100, 100),
    ) as raster:
        raster.write(np.ones((1, 2, 2), "float32"))
    assert recognise(tmp_path / "x.tif").kind == "raster"
    (tmp_path / "broken.gpkg").write_bytes(b"no")
    with pytest.raises(InputError):
        recognise(tmp_path / "broken.gpkg")


GEOFABRIK = {"osm_id": "1", "code": 5115, "oneway": "B", "maxspeed": 0, "layer": 0, "bridge": "F", "tunnel": "F"}


def drawn(path, *rows, crs=2154, **options):
    columns = [row[1] for row in rows]
    gpd.GeoDataFrame(columns, geometry=[LineString([km(*point) for point in row[0]]) for row in rows], crs=2154).to_crs(
        crs
    ).to_file(path, engine="pyogrio", **options)


def test_roads_of_geofabrik_are_told_from_its_rivers_and_its_railways_by_their_classes(tmp_path):
    for name, fclass in (
        ("gis_osm_roads_free_1", "tertiary"),
        ("gis_osm_waterways_free_1", "stream"),
        ("gis_osm_railways_free_1", "rail"),
    ):
        drawn(
            tmp_path / f"{name}.shp", *(([(0, n), (1, n)], GEOFABRIK | {"fclass": fclass}) for n in range(3)), crs=4326
        )
    assert {path.stem.split("_")[2]: recognise(path).kind for path in tmp_path.glob("*.shp")} == {
        "roads": "roads",
        "waterways": "unknown",
        "railways": "unknown",
    }
    drawn(
        tmp_path / "ROUTE.shp",
        ([(0, 0), (1, 0)], {"NATURE": "Route à 1 chaussée", "IMPORTANCE": "3", "SENS": "Double", "ETAT": "NR"}),
    )
    assert (recognise(tmp_path / "ROUTE.shp").kind, recognise(tmp_path / "ROUTE.shp").detail) == ("roads", "bdtopo")


def test_what_belongs_to_a_layer_is_no_file_of_its_own(tmp_path):
    """A folder as it is unzipped: the parts of Shapefiles, a style and a legend have no line in the report.

    A table alone and a stray part do.
    """
    files = tmp_path / "files"
    files.mkdir()
    grid = [[(x / 2, row) for x in range(5)] for row in range(3)] + [
        [(column, y / 2) for y in range(5)] for column in range(3)
    ]
    drawn(files / "gis_osm_roads_free_1.shp", *((path, GEOFABRIK | {"fclass": "secondary"}) for path in grid), crs=4326)
    drawn(
        files / "gis_osm_waterways_free_1.SHP",
        ([(0, 0), (1, 1)], GEOFABRIK | {"fclass": "river"}),
        crs=4326,
        driver="ESRI Shapefile",
    )
    for name in ("gis_osm_roads_free_1.qml", "gis_osm_roads_free_1.shp.xml", "stray.prj", "URGENCES2_2023r.csv"):
        (files / name).write_text(TABLES.get(name, [""])[0] or "x")
    (files / "liste.csv").write_text("id;type;nom;lon;lat;code_insee\na;SU;x;3,0;45;\n", encoding="utf-8")
    report = prepare_region(files, tmp_path / "out", ["63"]).report
    listed = [line.split("`")[1] for line in report.splitlines() if line.startswith("- `")]
    assert sorted(listed) == [
        "URGENCES2_2023r.csv",
        "gis_osm_roads_free_1.shp",
        "gis_osm_waterways_free_1.shp"
        if (files / "gis_osm_waterways_free_1.shp").exists()
        else "gis_osm_waterways_free_1.SHP",
        "liste.csv",
        "stray.prj",
    ]
    assert (
        "`URGENCES2_2023r.csv`: a table of the SAE that does not say who has an emergency department" in report
        and "`stray.prj`: not recognised" in report
    )
    network = open_network(tmp_path / "out" / "roads.accessnet")
    assert network.meta["source"]["licence"] == LICENCE and network.edge_count == 8
    network.close()


def test_a_graph_of_osmnx_is_roads_and_another_graph_is_none(tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    made = nx.MultiDiGraph(crs="epsg:4326", created_with="osmnx")
    for node, x in ((1, 9.52), (2, 9.53), (3, 9.54)):
        made.add_node(node, x=x, y=47.14)
    for u, v in ((1, 2), (2, 1), (2, 3), (3, 2)):
        made.add_edge(u, v, osmid=7, highway="secondary", oneway=False, length=700.0)
    nx.write_graphml(made, files / "rues.graphml")
    nx.write_graphml(nx.path_graph(3), files / "autre.graphml")
    assert [recognise(files / f"{name}.graphml").kind for name in ("rues", "autre")] == ["roads", "unknown"]
    (files / "communes.csv").write_text("code;nom;pop;lon;lat\n74056;x;10;9,52;47,14\n", encoding="utf-8")
    report = prepare_region(files, tmp_path / "out", ["74"]).report
    assert "`rues.graphml`: roads (osmnx)" in report
    network = open_network(tmp_path / "out" / "roads.accessnet")
    assert network.edge_count == 1  # a chain of two streets
    network.close()


def test_an_extract_goes_before_lines_made_from_one(tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    drawn(files / "a_roads.shp", ([(0, 0), (1, 0)], GEOFABRIK | {"fclass": "secondary"}), crs=4326)
    shutil.copy(ROADS, files / "z.osm.pbf")
    (files / "communes.csv").write_text("code;nom;pop;lon;lat\n74056;x;10;9,52;47,14\n", encoding="utf-8")
    assert "Several road files were found; z.osm.pbf is used" in prepare_region(files, tmp_path / "out", ["74"]).report


def test_an_epci_workbook_is_known_by_whichever_sheet_holds_the_communes(tmp_path):
    """INSEE puts the list of EPCI first, and the communes of each on the next sheet."""
    path = workbook(
        tmp_path / "epci.xlsx",
        EPCI=[["EPCI", "LIBEPCI", "NB_COM"], ["200073419", "Le Puy", "1"]],
        Composition_communale=[["CODGEO", "LIBGEO", "EPCI", "LIBEPCI"], ["43001", "Agnat", "200073419", "Le Puy"]],
    )
    assert recognise(path).kind == "levels"


def test_a_list_of_sites_is_known_by_any_word_for_its_type(tmp_path):
    (tmp_path / "l.csv").write_text("Identifiant;Type de site;Nom;Longitude;Latitude\nA;SU;Vaduz;9,5;47,1\n")
    assert recognise(tmp_path / "l.csv").kind == "sites"


def test_the_lock_of_a_workbook_that_is_open_is_no_file(tmp_path):
    (tmp_path / "l.csv").write_text("id;type;lon;lat\nA;SU;9,5;47,1\n")
    (tmp_path / "~$l.xlsx").write_bytes(b"\x05Marie")
    heard, report = Heard(), Report()
    found = recognised_files(tmp_path, tmp_path / "out", report, heard.progress)
    assert [[file.path.name for file in files] for files in found.values()] == [["l.csv"]] and heard.warned == []

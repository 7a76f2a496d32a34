"""A folder of files as they come → a study folder, with an account of each."""

import shutil

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import rasterio
from bdtopo import plain_osm_network, sections
from paths import ROADS
from rasterio.transform import from_origin
from shapely import box
from test_lines import KPH

from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.progress import Progress
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.region.prepare import prepare_region
from access_plugin.engine.region.recognise import recognise
from access_plugin.engine.sites.table import read_sites


def square(x, y):
    return box(5 + x / 10, 46 + y / 10, 5.1 + x / 10, 46.1 + y / 10)


@pytest.fixture
def folder(tmp_path):
    """Give a small département of four communes, one of them merged since, with everything around."""
    files = tmp_path / "files"
    (files / "sub").mkdir(parents=True)
    contours = gpd.GeoDataFrame(
        {"code": ["01033", "01091", "01002", "01004"], "nom": list("ABCD")},
        geometry=[square(0, 0), square(1, 0), square(0, 1), square(1, 1)],
        crs=4326,
    )
    contours.to_file(files / "sub" / "communes.geojson", engine="pyogrio")
    (files / "communes.csv").write_text(
        "code;nom;pop;lon_cheflieu;lat_cheflieu\n1033;A;300;5,05;46,05\n01002;C;20;5,05;46,15\n"
        "01004;D;5;5,15;46,15\n38001;Z;9;5;45\n",
        encoding="cp1252",
    )
    (files / "liste.csv").write_text(
        "id;type;nom;code_insee;lon;lat\nh;SU;Hôpital;01033;5,05;46,05\nm;MCS;;01002;;\nx;SU;Loin;;2;46\n",
        encoding="utf-8",
    )
    (files / "codes.csv").write_text("code_commune;epci;nom_epci\n01033;200;Nord\n01002;200;Nord\n01004;300;Sud\n")
    cells = gpd.GeoSeries(gpd.points_from_xy([5.05, 5.15, 5.05, 9], [46.05, 46.05, 46.15, 46]), crs=4326).to_crs(3035)
    rows = [
        f"CRS3035RES1000mN{int(point.y // 1000) * 1000}E{int(point.x // 1000) * 1000};{people}"
        for point, people in zip(cells, (100, 50, 10, 77))
    ]
    (files / "grille.csv").write_text("GRD_ID;TOT_P_2021\n" + "\n".join(rows) + "\n")
    (files / "tourisme.csv").write_text("CODGEO;HTCH23\n01002;100\n")
    (files / "notes.txt").write_text("rien d'utile\n")
    (files / "broken.gpkg").write_bytes(b"no")
    shutil.copy(ROADS, files / "routes.osm.pbf")
    return files


def test_a_folder_becomes_a_study(folder, tmp_path):
    out = tmp_path / "study"
    prepared = prepare_region(folder, out, ["01"])
    assert prepared.written == [
        "population.gpkg",
        "report.html",
        "report.md",
        "roads.accessnet",
        "sites.gpkg",
        "territories.gpkg",
    ]
    assert sorted(path.name for path in out.iterdir()) == prepared.written
    people = read_vector_file(out / "population.gpkg")[0]
    assert people.groupby("territory")["population"].sum().to_dict() == pytest.approx(
        {"01033": 300, "01002": 20, "01004": 5}
    )
    assert people["winter_population"].sum() == pytest.approx(325 + 0.6 * 200)
    communes = read_vector_file(out / "territories.gpkg", layer="communes")[0]
    assert communes[["code", "population"]].to_numpy().tolist() == [["01002", 20], ["01004", 5], ["01033", 300]]
    epci = read_vector_file(out / "territories.gpkg", layer="epci")[0]
    assert epci[["code", "name", "population"]].to_numpy().tolist() == [["200", "Nord", 320], ["300", "Sud", 5]]
    sites = read_sites(*read_vector_file(out / "sites.gpkg", layer="sites"))
    assert sites[["id", "precision"]].to_numpy().tolist() == [["h", ""], ["m", "commune"]]
    network = open_network(out / "roads.accessnet")
    assert network.node_count > 100
    network.close()
    report = (out / "report.md").read_text(encoding="utf-8")
    for words in (
        "`liste.csv`: sites of care",
        "`notes.txt`: not recognised, left out",
        "broken.gpkg: left out, it cannot be read",
        "`sub/communes.geojson`: contours of communes",
        "4 areas",
        "Log of the sites",
        "The roads cover 0% of the area's extent",
        "1 commune (9 people) of other départements was left out",
    ):
        assert words in report, words
    page = (out / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page and "<title>Preparation of a study: Ain</title>" in page
    assert (
        "<li><code>liste.csv</code>: sites of care</li>" in page.replace(" (table)", "")
        and "<h2>Territories</h2>" in page
    )


def test_sites_beyond_the_roads_are_left_out_and_contours_that_are_missing_are_told(tmp_path):
    """Roads and sites of Liechtenstein, one site in Lyon, one in Geneva.

    Two départements are asked for and one has contours.
    """
    files = tmp_path / "files"
    files.mkdir()
    shutil.copy(ROADS, files / "roads.osm.pbf")
    area = gpd.GeoDataFrame(
        {"code": ["74056"], "nom": ["x"], "population": [10]}, geometry=[box(9.47, 47.04, 9.64, 47.28)], crs=4326
    )
    area.to_file(files / "communes.geojson", engine="pyogrio")
    (files / "sites.csv").write_text(
        "id;type;nom;lon;lat;code_insee\na;SU;Vaduz;9,52;47,13;\nb;SMUR;Loin;9,9;47,2;\n"
        "c;MCS;Saint-Agrève;;;07204\nd;MCS;Voisin;9,53;47,14;07204\n",
        encoding="utf-8",
    )
    (files / "list.csv").write_text(
        "code;nom;pop;lon;lat\n74056;x;10;9,52;47,14\n07204;Saint-Agrève;2000;9,53;47,15\n", encoding="utf-8"
    )
    prepared = prepare_region(files, tmp_path / "out", ["74", "01"])
    sites = read_vector_file(tmp_path / "out" / "sites.gpkg", layer="sites")[0]
    # a neighbour's chef-lieu serves too
    assert sites[["id", "precision"]].to_numpy().tolist() == [["a", ""], ["c", "commune"], ["d", ""]]
    assert "**1 site lies beyond the roads of the network and was left out: b Loin." in prepared.report
    assert "**No contours of the départements Ain were found" in prepared.report
    assert prepared.report.startswith("# Preparation of a study: Haute-Savoie\n")
    region = read_vector_file(tmp_path / "out" / "territories.gpkg", layer="region")[0]
    assert region["name"].tolist() == ["Auvergne-Rhône-Alpes (in part)"]


def test_what_is_not_there_is_not_written_and_said(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "communes.csv").write_text("code;nom;pop;lon_cheflieu;lat_cheflieu\n01033;A;300;5,05;46,05\n")
    prepared = prepare_region(tmp_path / "in", tmp_path / "out", ["01"])
    assert prepared.written == ["population.gpkg", "report.html", "report.md"]
    for words in ("No contours of communes were found", "No sites were found", "No roads were found"):
        assert words in prepared.report


def test_a_cancel_that_comes_too_late_does_not_say_that_nothing_was_written(folder, tmp_path):
    out = tmp_path / "study"
    prepared = prepare_region(folder, out, ["01"], progress=Progress(is_cancelled=(out / "report.md").is_file))
    assert all((out / name).is_file() for name in prepared.written)


def test_nothing_is_left_of_a_run_that_fails_or_is_cancelled(folder, tmp_path):
    out = tmp_path / "study"
    for share in (0.1, 0.4, 0.8):
        now = [0.0]
        progress = Progress(
            on_fraction=lambda fraction: now.__setitem__(0, fraction), is_cancelled=lambda: now[0] > share
        )
        with pytest.raises(Cancelled):
            prepare_region(folder, out, ["01"], progress=progress)
        assert not out.exists()
    (folder / "liste.csv").write_text("id;type;lon;lat\n1;PIZZERIA;5;46\n")
    with pytest.raises(InputError, match="unknown role"):
        prepare_region(folder, out, ["01"])
    assert not out.exists()


@pytest.mark.parametrize(("codes", "words"), [(["74"], "The contours hold no commune of the départements 74")])
def test_another_departement(folder, tmp_path, codes, words):
    with pytest.raises(InputError, match=words):
        prepare_region(folder, tmp_path / "o", codes)


def test_an_empty_folder(tmp_path):
    with pytest.raises(InputError, match="Of 0 files in .*, none was recognised"):
        prepare_region(tmp_path, tmp_path / "o", ["01"])
    with pytest.raises(InputError, match="does not exist"):
        prepare_region(tmp_path / "no", tmp_path / "o", ["01"])


def test_the_region_as_it_comes(shared, tmp_path):
    prepared = prepare_region(
        shared("aura/communes_2025.csv").parent, tmp_path / "o", "01 03 07 15 26 38 42 43 63 69 73 74".split()
    )
    assert prepared.written == ["population.gpkg", "report.html", "report.md", "sites.gpkg", "territories.gpkg"]
    people = pd.DataFrame(read_vector_file(tmp_path / "o" / "population.gpkg")[0])
    assert people["population"].sum() == pytest.approx(8205557)
    # five communes of the Cantal share a contour, and are counted together
    assert people["territory"].nunique() == 4021
    sites = read_vector_file(tmp_path / "o" / "sites.gpkg", layer="sites")[0]
    assert sites["id"].nunique() == 139  # the 141 of the joined file but for two wrong positions
    for level, count in (("communes", 4021), ("departement", 12), ("region", 1)):
        layer = read_vector_file(tmp_path / "o" / "territories.gpkg", layer=level)[0]
        assert (len(layer), layer["population"].sum()) == (count, 8205557)


def test_deliveries_with_several_layers_and_files(tmp_path):
    """ADMIN EXPRESS with départements first and chefs-lieux apart, BD TOPO with rivers first, tables with title rows,
    legal populations without coordinates.
    """
    files = tmp_path / "files"
    files.mkdir()
    shapes = [square(0, 0), square(1, 0)]
    gpd.GeoDataFrame({"code_insee": ["01"], "nom_officiel": ["Ain"]}, geometry=[square(0, 0)], crs=4326).to_file(
        files / "ADE.gpkg", layer="departement", engine="pyogrio"
    )
    communes = gpd.GeoDataFrame(
        {
            "code_insee": ["01033", "01002"],
            "nom_officiel": list("AB"),
            "population": [900, 90],
            "codes_siren_des_epci": ["200", "NR"],
        },
        geometry=shapes,
        crs=4326,
    )
    communes.to_file(files / "ADE.gpkg", layer="commune", engine="pyogrio", mode="a")
    gpd.GeoDataFrame(
        {"INSEE_COM": ["01033", "01002"]}, geometry=gpd.points_from_xy([5.02, 5.12], [46.02, 46.02]), crs=4326
    ).to_file(files / "CHFLIEU_COMMUNE.shp", engine="pyogrio")
    delegated = gpd.GeoDataFrame({"INSEE_COM": ["01091", "01033"], "POPULATION": [1, 2]}, geometry=shapes, crs=4326)
    delegated.to_file(files / "COMMUNE_ASSOCIEE_OU_DELEGUEE.shp", engine="pyogrio")
    roads = plain_osm_network(ROADS)
    gpd.GeoDataFrame({"nom": ["Rhin"]}, geometry=roads.lines(np.array([0])), crs=roads.crs).to_file(
        files / "BDT.gpkg", layer="cours_d_eau", engine="pyogrio"
    )
    sections(roads, KPH).to_file(files / "BDT.gpkg", layer="troncon_de_route", engine="pyogrio", mode="a")
    (files / "codes.csv").write_text("Table d'appartenance\n\nCODGEO;LIBGEO;EPCI;tvs\n01033;A;200;T1\n01002;B;200;T1\n")
    gpd.GeoDataFrame(
        {"id": ["a"], "role": ["SU"], "name": ["x"], "insee": ["01033"]},
        geometry=gpd.points_from_xy([5.05], [46.05]),
        crs=4326,
    ).to_file(files / "sites.gpkg", engine="pyogrio")
    kinds = {path.name: recognise(path).kind for path in files.iterdir() if path.suffix in (".gpkg", ".shp", ".csv")}
    assert kinds == {
        "ADE.gpkg": "areas",
        "CHFLIEU_COMMUNE.shp": "communes",
        "COMMUNE_ASSOCIEE_OU_DELEGUEE.shp": "unknown",
        "BDT.gpkg": "roads",
        "codes.csv": "levels",
        "sites.gpkg": "sites",
    }
    prepare_region(files, tmp_path / "one", ["01"])
    people = read_vector_file(tmp_path / "one" / "population.gpkg")[0]
    assert people[["code", "population"]].sort_values("code").to_numpy().tolist() == [["01002", 90], ["01033", 900]]
    assert people.geometry.x.sort_values().tolist() == pytest.approx([5.02, 5.12])  # at the chefs-lieux
    assert read_vector_file(tmp_path / "one" / "territories.gpkg", layer="tvs")[0]["population"].tolist() == [990]
    # no coordinates, and a later year beside an earlier one
    (files / "pmun.csv").write_text("CODGEO;LIBGEO;PMUN2019;PMUN2022\n01033;A;1;1000\n01002;B;2;100\n")
    prepared = prepare_region(files, tmp_path / "one", ["01"])
    assert read_vector_file(tmp_path / "one" / "population.gpkg")[0]["population"].sum() == 1100
    cell = gpd.GeoSeries(gpd.points_from_xy([5.05], [46.05]), crs=4326).to_crs(3035).iloc[0]
    (files / "grid.csv").write_text(
        f"GRD_ID;TOT_P_2021\nCRS3035RES1000mN{int(cell.y // 1000) * 1000}E{int(cell.x // 1000) * 1000};50\n"
    )
    (files / "sites.gpkg").unlink()
    prepared = prepare_region(files, tmp_path / "one", ["01"])
    assert read_vector_file(tmp_path / "one" / "population.gpkg")[0].groupby("territory")[
        "population"
    ].sum().to_dict() == {"01002": 100, "01033": 1000}
    assert "sites.gpkg in the folder is of an earlier run" in prepared.report


def test_a_folder_with_an_elevation_model(tmp_path):
    """A raster of heights is told from one of people by its name, and goes into the network.

    One that does not cover the roads stops it all.
    """
    files = tmp_path / "files"
    files.mkdir()
    shutil.copy(ROADS, files / "roads.osm.pbf")
    (files / "liste.csv").write_text("id;type;nom;lon;lat;code_insee\na;SU;Vaduz;9,52;47,13;\n", encoding="utf-8")
    (files / "communes.csv").write_text("code;nom;pop;lon;lat\n74056;x;10;9,52;47,14\n", encoding="utf-8")
    for name, size in (("BDALTIV2_25M.tif", 60), ("small/mnt_x.tif", 2)):
        (files / name).parent.mkdir(exist_ok=True)
        with rasterio.open(
            files / name,
            "w",
            driver="GTiff",
            width=size,
            height=size,
            count=1,
            dtype="float32",
            crs="EPSG:4326",
            transform=from_origin(9.3, 47.5, 0.01, 0.01),
        ) as raster:
            raster.write(np.full((size, size), 500, np.float32), 1)
        assert recognise(files / name).kind == "heights"
    prepared = prepare_region(files, tmp_path / "out", ["74"])
    assert open_network(tmp_path / "out" / "roads.accessnet").meta["terrain"]["name"] == "BDALTIV2_25M.tif"
    assert (
        "Several elevation models were found; BDALTIV2_25M.tif is used" in prepared.report
        and "Heights from BDALTIV2_25M.tif" in prepared.report
    )
    (files / "BDALTIV2_25M.tif").unlink()
    with pytest.raises(InputError, match="mnt_x.tif does not cover the roads"):
        prepare_region(files, tmp_path / "none", ["74"])
    assert not (tmp_path / "none").exists()

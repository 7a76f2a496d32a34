"""Relief, lakes and rivers of a study, through qgis_process: those of the network, or of what is given."""

import json
import re

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from qgis_run import run


@pytest.fixture(scope="module")
def andorra(shared_folder, tmp_path_factory):
    """Roads with heights, two sites and some people."""
    dem = shared_folder / "dem" / "N42E001.hgt.zip"
    if not dem.exists():
        pytest.skip("the elevation model is not there")
    folder = tmp_path_factory.mktemp("andorra")
    roads = shared_folder / "roads" / "andorra_2020" / "andorra.osm.pbf"
    outcome = run("buildnetwork", ROADS=roads, DEM=dem, NETWORK=folder / "roads.accessnet")
    assert outcome.code == 0, outcome.text
    spots = gpd.points_from_xy([1.534, 1.48, 1.734], [42.5115, 42.545, 42.543], crs=4326)
    table = gpd.GeoDataFrame({"code": ["a", "b", "c"], "population": [900.0, 90.0, 9000.0]}, geometry=spots)
    table.to_file(folder / "people.gpkg")
    sites = gpd.GeoDataFrame({"id": ["1", "2"], "role": ["SU", "SMUR"], "name": "", "source": ""}, geometry=spots[:2])
    sites.to_file(folder / "sites.gpkg")
    return folder


def study(folder, out, **given):
    inputs = {
        "NETWORK": folder / "roads.accessnet",
        "SITES": folder / "sites.gpkg",
        "POPULATION": folder / "people.gpkg",
    } | given
    return run(
        "study",
        THRESHOLD=15,
        FIGURES="map",
        FOLDER=out,
        **{name: value for name, value in inputs.items() if value is not None},
    )


def test_the_model_of_the_network_gives_the_relief_of_the_maps(andorra, tmp_path):
    outcome = study(andorra, tmp_path / "s")
    assert outcome.code == 0, outcome.text
    with rasterio.open(tmp_path / "s" / "shaded_relief.tif") as picture:
        assert picture.read(4).max() > 40
    assert "Relief : N42E001." in (tmp_path / "s" / "figures" / "carte.svg").read_text(encoding="utf-8").replace(
        "\u00a0", " "
    )
    assert not list((tmp_path / "s").glob("*.aux.xml"))
    assert set(pyogrio.list_layers(tmp_path / "s" / "surroundings.gpkg")[:, 0]) >= {"lakes", "rivers"}
    assert re.search(
        r">Lacs<.*>Rivières<", (tmp_path / "s" / "figures" / "carte.svg").read_text(encoding="utf-8"), re.DOTALL
    )


def test_lakes_and_rivers_of_a_layer_stand_on_the_maps_with_its_name(andorra, tmp_path):
    lines = shapely.linestrings([[(1.45, 42.5), (1.6, 42.6)], [(1.6, 42.6), (1.605, 42.6)]])
    rivers = gpd.GeoDataFrame({"nom": ["Valira", "Rec"]}, geometry=lines, crs=4326)
    rivers.to_file(tmp_path / "cours_d_eau_2026.gpkg")
    outcome = study(andorra, tmp_path / "s", WATER=tmp_path / "cours_d_eau_2026.gpkg")
    assert outcome.code == 0, outcome.text
    found = pyogrio.read_dataframe(tmp_path / "s" / "surroundings.gpkg", layer="rivers")
    assert len(found) == 1 and "lakes" not in pyogrio.list_layers(tmp_path / "s" / "surroundings.gpkg")[:, 0]
    page = (tmp_path / "s" / "figures" / "carte.svg").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Lacs et rivières : cours d eau 2026." in page and ">Lacs<" not in page
    outcome = study(andorra, tmp_path / "t", WATER=andorra / "people.gpkg")
    assert outcome.code != 0 and "people" in outcome.text and "no lakes (areas) or rivers (lines)" in outcome.text
    assert not (tmp_path / "t").exists()


def test_a_model_that_is_given_counts_before_it_and_one_that_is_none_is_told_at_once(andorra, shared_folder, tmp_path):
    flat = tmp_path / "Plat pays.tif"
    with rasterio.open(
        flat,
        "w",
        driver="GTiff",
        width=4,
        height=4,
        count=1,
        dtype="float32",
        crs=4326,
        transform=rasterio.transform.from_bounds(1.0, 42.0, 2.0, 43.0, 4, 4),
    ) as made:
        made.write(np.full((4, 4), 700.0, np.float32), 1)
    outcome = study(andorra, tmp_path / "s", RELIEF=flat)
    assert outcome.code == 0, outcome.text
    with rasterio.open(tmp_path / "s" / "shaded_relief.tif") as picture:
        assert picture.read(4).max() == 0 and picture.tags()["TIFFTAG_IMAGEDESCRIPTION"] == flat.name
    assert json.loads((tmp_path / "s" / "run.json").read_text(encoding="utf-8"))["inputs"]["RELIEF"] == str(flat)
    # a run without any model leaves no relief of the one before
    roads = shared_folder / "roads" / "andorra_2020" / "andorra.osm.pbf"
    outcome = study(andorra, tmp_path / "s", NETWORK=None, ROADS=roads)
    assert outcome.code == 0 and not (tmp_path / "s" / "shaded_relief.tif").exists(), outcome.text
    # a file of that name in a folder that was no study is somebody's own
    (tmp_path / "u").mkdir()
    (tmp_path / "u" / "shaded_relief.tif").write_text("mine", encoding="utf-8")
    outcome = study(andorra, tmp_path / "u", NETWORK=None, ROADS=roads)  # which the next run would take for its own
    assert outcome.code != 0 and "holds shaded_relief.tif, which “Run a whole study” did not make" in outcome.text
    assert (tmp_path / "u" / "shaded_relief.tif").read_text(encoding="utf-8") == "mine"
    outcome = study(andorra, tmp_path / "t", RELIEF=andorra / "people.gpkg")
    assert outcome.code != 0 and "people.gpkg cannot be read as a raster of heights" in outcome.text
    assert not (tmp_path / "t").exists()

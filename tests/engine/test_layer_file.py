"""Layers of GeoPackages: in parts as at once, and never relied on before they were read again."""

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

from access_plugin.engine import layer_file
from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.layer_file import sum_of, write_layer
from access_plugin.engine.progress import Progress

COLUMNS = {
    "code": ["01001", None, None, None, "é", "", "7"],
    "people": [1.5, None, 3.0, 4.0, None, None, None],
    "whole": [1, 2, 3, 4, 5, 6, 7],
    "flag": [True, False, True, True, False, False, True],
    "perhaps": pd.array([True, False, True, None, False, False, True], "boolean"),
}


def a_table():
    return gpd.GeoDataFrame(COLUMNS, geometry=[*shapely.points([[k, -k] for k in range(6)]), None], crs=2154)


@pytest.mark.parametrize("part", [1, 3, 7, 100])
@pytest.mark.parametrize("shapes", [True, False])
def test_a_layer_in_parts_is_the_layer_at_once(tmp_path, monkeypatch, part, shapes):
    monkeypatch.setattr(layer_file, "_PART", part)
    table = a_table() if shapes else a_table().drop(columns="geometry")
    told = write_layer(table, tmp_path / "a.gpkg", "a", **({"geometry_type": "Point"} if shapes else {}))
    whole = pyogrio.read_dataframe(tmp_path / "a.gpkg", layer="a")
    assert told == sum_of(whole)
    assert [None if value is None or value != value else value for value in whole["code"]] == COLUMNS["code"]
    assert list(whole["whole"]) == COLUMNS["whole"]
    if shapes:
        assert whole.geometry.isna().tolist() == [False] * 6 + [True]
        assert whole.crs == table.crs


@pytest.mark.parametrize("values", [[0, 1, 2], [7, 7, 1], ["a", None, "c"]])
@pytest.mark.parametrize("name", ["FID", "fid"])
def test_a_field_of_that_name_is_a_field(tmp_path, monkeypatch, name, values):
    """Shapefiles and exports of other programs have one, with numbers of their own, or texts."""
    monkeypatch.setattr(layer_file, "_PART", 2)
    table = gpd.GeoDataFrame({name: values}, geometry=shapely.points([[k, k] for k in range(3)]), crs=2154)
    told = write_layer(table, tmp_path / "a.gpkg", "a", geometry_type="Point")
    whole = pyogrio.read_dataframe(tmp_path / "a.gpkg", layer="a")
    assert [None if pd.isna(value) else value for value in whole[name]] == values
    assert told == sum_of(whole)


def test_an_empty_layer_has_its_fields(tmp_path):
    write_layer(a_table().iloc[:0], tmp_path / "a.gpkg", "a", geometry_type="Point")
    assert list(pyogrio.read_dataframe(tmp_path / "a.gpkg", layer="a").columns) == [*COLUMNS, "geometry"]


def test_features_that_were_there_before_are_seen(tmp_path):
    """What another program has put into the layer meanwhile is not taken for what was written."""
    write_layer(a_table(), tmp_path / "a.gpkg", "a", geometry_type="Point")
    with pytest.raises(InputError, match="14 of 7"):
        write_layer(a_table(), tmp_path / "a.gpkg", "a", geometry_type="Point")


def test_writing_stops_between_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(layer_file, "_PART", 2)
    asked = []
    with pytest.raises(Cancelled):
        write_layer(
            a_table(),
            tmp_path / "a.gpkg",
            "a",
            progress=Progress(is_cancelled=lambda: asked.append(1) or len(asked) > 2),
        )
    assert len(pyogrio.read_dataframe(tmp_path / "a.gpkg", layer="a")) == 4

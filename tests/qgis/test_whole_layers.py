"""Layers of GeoPackages read at once give what QGIS hands over feature by feature, and parts of them are left to it."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from access_plugin.processing.layers import frame
from access_plugin.processing.whole_layers import whole_layer

ODD = {
    "name": ["é", "", None, "s"],
    "number": [1, None, 3, 4],
    "whole": [1, 2, 3, 2**40],
    "share": [0.5, None, 1e300, -0.0],
    "none": pd.Series([None] * 4, dtype="float64"),
    "small": np.array([1, 2, 3, 4], np.int16),
    "known": [True, False, True, True],
    "truth": pd.Series([True, None, False, None], dtype="boolean"),
    "untold": pd.Series([None] * 4, dtype="boolean"),
}
POINTS = [shapely.Point(0, 1, 5), None, shapely.Point(), shapely.Point(2, 3, 5)]


@pytest.fixture
def layer(tmp_path, qgis_app):
    def written(shapes=POINTS, crs=2154, **fields):
        path = tmp_path / "l.gpkg"
        gpd.GeoDataFrame(fields or ODD, geometry=shapes, crs=crs).to_file(path, layer="été", engine="pyogrio")
        found = QgsVectorLayer(f"{path}|layername=été", "l", "ogr")
        assert found.isValid()
        return found

    return written


def same(layer):
    expected, found = frame(layer), whole_layer(layer, layer.id())
    assert found is not None
    pd.testing.assert_frame_equal(pd.DataFrame(found), pd.DataFrame(expected), check_index_type=False)
    assert found.crs == expected.crs
    return found


def test_every_value_is_the_one_that_qgis_gives(layer):
    found = same(layer())
    assert found.columns.tolist() == ["fid", *ODD, "geometry"]
    assert found["number"].isna().tolist() == [False, True, False, False]
    assert found["truth"].tolist() == [True, None, False, None]
    assert found.geometry.isna().tolist() == [False, True, True, False] and not found.has_z.any()


@pytest.mark.parametrize(
    "shapes",
    [
        [shapely.box(0, 0, 1, 1), shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 2, 3, 3)])],
        [shapely.LineString([(0, 0), (1, 1)])] * 2,
        [shapely.Point(0, 0), shapely.MultiPoint([(0, 0), (1, 1)])],
    ],
)
def test_shapes_of_all_kinds(layer, shapes):
    same(layer(shapes, name=["a", "b"]))


def test_real_layers(inputs, qgis_app):
    for path in (inputs.sites, inputs.population):
        same(QgsVectorLayer(f"{path}|layername={path.stem}", "l", "ogr"))


def test_a_file_by_its_path_alone_means_its_first_layer(tmp_path, qgis_app):
    path = tmp_path / "several.gpkg"
    for layer, names in (("zuerst", ["a", "b"]), ("andere", ["c", "d"])):
        points = gpd.GeoDataFrame({"name": names}, geometry=gpd.points_from_xy([0, 1], [0, 1]), crs=2154)
        points.to_file(path, layer=layer, engine="pyogrio")
    assert same(QgsVectorLayer(str(path), "l", "ogr"))["name"].tolist() == ["a", "b"]
    assert same(QgsVectorLayer(f"{path}|layername=andere", "l", "ogr"))["name"].tolist() == ["c", "d"]


def test_a_reference_system_that_was_set_in_the_window_counts(layer):
    found = layer()
    found.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert same(found).crs.to_epsg() == 3857


def test_parts_of_a_layer_are_left_to_qgis(layer):
    whole = layer()

    def asked(**part):
        return QgsProcessingFeatureSourceDefinition(whole.id(), **part)

    assert whole_layer(whole, asked(selectedFeaturesOnly=False)) is not None
    assert whole_layer(whole, asked(selectedFeaturesOnly=True)) is None
    assert whole_layer(whole, asked(selectedFeaturesOnly=False, featureLimit=2)) is None
    filtered = asked(selectedFeaturesOnly=False)
    filtered.filterExpression = "whole > 1"
    assert whole_layer(whole, filtered) is None
    whole.setSubsetString("whole > 1")
    assert whole_layer(whole, whole.id()) is None
    whole.setSubsetString("")
    assert whole_layer(whole, whole.id()) is not None
    whole.startEditing()
    assert whole_layer(whole, whole.id()) is None


def test_fields_that_no_file_holds_and_files_that_are_others(layer, tmp_path):
    whole = layer()
    whole.addExpressionField("whole * 2", QgsField("twice", QMetaType.Type.Int))
    assert whole_layer(whole, whole.id()) is None
    short = layer(share=np.array([0.1, 0.2, 12.3, 16777217], np.float32))  # QGIS gives them as they are written
    assert whole_layer(short, short.id()) is None
    dated = layer(day=pd.to_datetime(["2026-01-01"] * 4))
    assert whole_layer(dated, dated.id()) is None
    gpd.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(0, 0)], crs=2154).to_file(tmp_path / "l.geojson")
    other = QgsVectorLayer(str(tmp_path / "l.geojson"), "l", "ogr")
    assert whole_layer(other, other.id()) is None
    memory = QgsVectorLayer("Point?crs=epsg:2154&field=a:integer", "l", "memory")
    assert whole_layer(memory, memory.id()) is None
    assert whole_layer(None, "") is None

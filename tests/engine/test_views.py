"""A view of a GeoPackage that never ends is told; others are read as any layer."""

import sqlite3

import geopandas as gpd
import pytest
import shapely

from access_plugin.engine import views
from access_plugin.engine.errors import InputError
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.region.recognise import recognise

ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid, x AS population, (SELECT geom "
    "FROM people LIMIT 1) AS geom FROM n"
)
FEW = "SELECT fid, population, geom FROM people WHERE population > 1"


def with_view(path, name: str, query: str):
    """Write two places, and a view of them that is registered as a layer."""
    gpd.GeoDataFrame(
        {"population": [1.0, 2.0]}, geometry=shapely.points([[900000, 6500000], [900100, 6500000]]), crs=2154
    ).to_file(path, layer="people")
    with sqlite3.connect(path) as base:
        base.execute(f"CREATE VIEW {name} AS {query}")
        base.execute(
            f"INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('{name}', '{name}', "
            "'features', 2154)"
        )
        base.execute(f"INSERT INTO gpkg_geometry_columns VALUES ('{name}', 'geom', 'POINT', 2154, 0, 0)")
    base.close()
    return path


@pytest.mark.parametrize(
    "read", [lambda path: read_vector_file(path, layer="rows"), recognise], ids=["one layer", "what is in it"]
)
def test_a_view_without_an_end_is_told(read, tmp_path, monkeypatch):
    monkeypatch.setattr(views, "LIMIT_S", 0.3)
    with pytest.raises(InputError, match=r"the view rows did not give all its rows within 0\.3 s"):
        read(with_view(tmp_path / "people.gpkg", "rows", ENDLESS))


def test_a_view_that_ends_is_a_layer(tmp_path):
    table, _ = read_vector_file(with_view(tmp_path / "people.gpkg", "rows", FEW), layer="rows")
    assert table["population"].tolist() == [2.0]


def test_what_only_gdal_can_compute_is_left_to_it(tmp_path):
    path = with_view(tmp_path / "people.gpkg", "rows", "SELECT fid, ST_MinX(geom) AS population, geom FROM people")
    assert read_vector_file(path, layer="people")[0]["population"].tolist() == [1.0, 2.0]


def test_a_damaged_name_in_the_tables_of_a_file_is_told_by_who_reads_it(tmp_path):
    """SQLite then speaks of it in letters that are none."""
    path = with_view(tmp_path / "people.gpkg", "rows", FEW)
    path.write_bytes(path.read_bytes().replace(b"VIEW rows AS", b"VI\xdfW rows AS"))
    with pytest.raises(InputError, match=r"people\.gpkg"):
        read_vector_file(path, layer="people")

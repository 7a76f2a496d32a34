"""What lies around an area: cut at its own borders, named, and with borders that lead to it."""

import geopandas as gpd
import pyproj
import pytest
import shapely

from access_plugin.engine.territory.surroundings import surroundings

#: West and south end of the area, metres; squares of 40 km, of a world whose borders are 1 km off.
X, Y, SIDE, OFF = 700_000.0, 6_500_000.0, 40_000.0, 1_000.0


def square(column, row, off=0.0):
    return shapely.box(
        X + SIDE * column + off, Y + SIDE * row + off, X + SIDE * (column + 1) + off, Y + SIDE * (row + 1) + off
    )


@pytest.fixture
def world(tmp_path):
    """Four French provinces around a corner, a foreign one in two parts beside them, and nothing to the south."""
    rows = [
        ("Milieu", "France", "FRA", square(0, 0, OFF)),
        ("Haute-Rhin", "France", "FRA", square(1, 0, OFF)),
        ("Nord", "France", "FRA", square(0, 1, OFF)),
        ("Nord-Est", "France", "FRA", square(1, 1, OFF)),
        ("Left", "Abroad", "ABR", square(-1, 0, OFF)),
        ("Left too", "Abroad", "ABR", square(-1, 1, OFF)),
    ]
    table = gpd.GeoDataFrame(
        [row[:3] for row in rows],
        columns=["name", "admin", "adm0_a3"],
        geometry=[shapely.segmentize(row[3], 1000.0) for row in rows],
        crs=2154,
    )
    table.to_crs(4326).to_file(tmp_path / "world.gpkg", layer="states_provinces", driver="GPKG")
    return tmp_path / "world.gpkg"


def test_land_is_cut_at_the_area_and_named_as_in_france(world):
    area = square(0, 0)
    land, _ = surroundings(world, area, pyproj.CRS(2154))
    assert dict(zip(land["name"], land["kind"])) == {
        "": "departement",  # what is left of the middle one, which the area covers
        "Haut-Rhin": "departement",
        "Nord": "departement",
        "Nord-Est": "departement",
        "Abroad": "country",
    }
    assert land.intersection(area).area.sum() == pytest.approx(0.0, abs=1.0)
    left = land.set_index("name").geometry[""]
    assert left.area == pytest.approx(2 * OFF * SIDE - OFF**2, rel=1e-3)  # an angle, 1 km wide
    abroad = land.set_index("name").geometry["Abroad"]
    # both parts, up to the frame that cuts the last km of them, less what lies in the area
    assert abroad.area == pytest.approx(SIDE * (2 * SIDE - OFF) - OFF * (SIDE - OFF), rel=1e-3)


def test_borders_lead_to_the_area_and_its_own_are_left_to_it(world):
    area = square(0, 0)
    _, borders = surroundings(world, area, pyproj.CRS(2154))
    lines = borders.set_index("kind").geometry
    assert set(lines.index) == {"departement", "country", "coast", "area"}
    assert lines["area"].length == pytest.approx(4 * SIDE)
    # between the three neighbours: two sides, up to the frame, that meet at a corner 1.4 km off, led to the area's own
    corner = shapely.Point(X + SIDE, Y + SIDE)
    assert lines["departement"].distance(corner) < 10.0
    assert lines["departement"].length == pytest.approx(2 * (SIDE - OFF) + 2**0.5 * OFF, rel=1e-3)
    # the world's border of the area itself, 1 km off, is nowhere
    off = shapely.Point(X + SIDE / 2, Y + SIDE + OFF)
    assert all(line.distance(off) > 0.9 * OFF for line in lines)
    # abroad, beside the northern neighbour: as far as it lies outside
    assert lines["country"].distance(shapely.Point(X + OFF, Y + 1.5 * SIDE)) < 10.0
    assert lines["country"].distance(shapely.Point(X + OFF, Y + 0.5 * SIDE)) > 2 * OFF


def test_without_borders_of_its_own_an_area_lies_on_the_land_and_its_borders(world):
    land, borders = surroundings(world, square(0, 0), pyproj.CRS(2154), bounded=False)
    middle = land.set_index("name").geometry["Milieu"]
    assert middle.area == pytest.approx(SIDE**2, rel=1e-3) and "area" not in set(borders["kind"])
    line = borders.set_index("kind").geometry["departement"]
    assert line.distance(shapely.Point(X + SIDE / 2, Y + SIDE + OFF)) < 10.0  # where the world's map has it


def test_an_area_where_the_world_has_nothing_has_no_neighbours(world):
    land, borders = surroundings(world, shapely.box(300_000, 6_900_000, 310_000, 6_910_000), pyproj.CRS(2154))
    assert not len(land) and list(borders["kind"]) == ["area"]

"""Territories that lie upon each other: refused, or told by the people who would count in one of them alone."""

import geopandas as gpd
import pytest
import shapely
from shapely import box

from access_plugin.engine.access.territories import assign
from access_plugin.engine.errors import InputError
from access_plugin.engine.territory.areas import read_territories


def square(x, y, side=1.0):
    return box(x, y, x + side, y + side)


@pytest.mark.parametrize(
    ("shapes", "pairs"),
    [
        ([square(0, 0), square(1, 0), square(0, 0)], "0 – 2"),  # the same drawn twice
        ([square(0, 0), square(1, 0), box(0, 0, 2, 1)], "0 – 2, 1 – 2"),  # two levels in one layer
        ([square(0, 0), square(1, 0), square(1.3, 0)], "1 – 2"),
    ],
)
def test_territories_upon_each_other_are_refused(shapes, pairs):
    areas = gpd.GeoDataFrame({"code": list("ABC")}, geometry=shapes, crs=4326)
    with pytest.raises(InputError, match=f"areas lie upon each other, features {pairs}: "):
        read_territories(areas, "sectors")


def test_a_crumb_of_a_border_is_no_territory_upon_another():
    shapes = [square(0, 0), square(1, 0), square(0.5, 0.5, 0.001)]
    assert len(read_territories(gpd.GeoDataFrame({"code": list("ABC")}, geometry=shapes, crs=4326), "sectors")) == 3


def test_people_where_territories_overlap_are_counted_or_refused():
    """A sliver of a generalised border moves nobody that matters; a sector that takes a third of another does."""
    places = gpd.GeoDataFrame(
        {"population": [990.0, 1000.0, 10.0]}, geometry=gpd.points_from_xy([0.5, 1.5, 0.95], [0.5] * 3), crs=4326
    )
    areas = gpd.GeoDataFrame({"code": ["A", "B"]}, geometry=[square(0, 0), box(0.9, 0, 2, 1)], crs=4326)
    assert assign(places, read_territories(areas, "sectors")).tolist() == ["A", "B", "A"]
    with pytest.raises(InputError, match="200 people live where territories overlap \\(B\\)"):
        assign(places.assign(population=[800.0, 1000.0, 200.0]), areas)
    named = areas.rename_axis("fid")  # an index of the table's own
    assert assign(places, named).tolist() == ["A", "B", "A"]
    at_home = places.assign(population=[800.0, 1000.0, 200.0], territory=["A", "B", "B"])
    assert assign(at_home, areas).tolist() == ["A", "B", "B"]  # who says where they live needs no shape
    on_border = places.set_geometry(gpd.points_from_xy([0.5, 1.5, 1.0], [0.5] * 3)).assign(population=1.0)
    apart = areas.set_geometry([square(0, 0), square(1, 0)])
    assert assign(on_border, apart).tolist() == ["A", "B", "A"]


def test_neighbours_that_overlap_a_little_are_none_upon_another():
    """The inner point of the second lies in the first, most of it does not."""
    second = shapely.union(box(0.6, 0.4, 1.0, 0.6), box(1.0, 0.0, 1.2, 1.0))
    table = gpd.GeoDataFrame({"code": list("AB")}, geometry=[square(0, 0), second], crs=4326)
    assert square(0, 0).contains(shapely.point_on_surface(second))
    assert len(read_territories(table, "sectors")) == 2

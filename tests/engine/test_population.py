"""People at points, and polygons spread over their streets."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paths import SAMPLE
from small import km, network, points

from access_plugin.engine.errors import InputError
from access_plugin.engine.population.places import read_population, share_out
from access_plugin.engine.reading import read_vector_file


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 3_000_000), st.lists(st.floats(0.001, 1e6), min_size=1, max_size=60))
def test_shares_are_whole_and_sum_to_the_total(total, weights):
    shares = share_out(float(total), np.array(weights))
    assert shares.sum() == total
    assert (shares == np.floor(shares)).all()
    exact = total * np.array(weights) / np.sum(weights)
    assert (np.abs(shares - exact) < 1 + 1e-6 * total).all()


def test_a_total_with_decimals_is_kept_too():
    assert share_out(10.5, np.array([1.0, 3.0])).tolist() == [3.0, 7.5]


def square(x0, y0, x1, y1):
    return shapely.Polygon([km(x0, y0), km(x1, y0), km(x1, y1), km(x0, y1)])


PLACES = {"a": (0, 0), "b": (0.2, 0), "c": (0.1, 0.1), "d": (5, 0), "e": (9, 0)}
STREETS = [
    (("a", "b"), {"highway": "residential"}),
    (("a", "c"), {"highway": "residential"}),
    (("b", "c"), {"highway": "residential"}),
    (("b", "d", "e"), {}),
    (("d", "a"), {}),
]


def communes(*rows):
    return gpd.GeoDataFrame(
        {"code": [r[0] for r in rows], "population": [r[1] for r in rows]}, geometry=[r[2] for r in rows], crs=2154
    )


def test_a_polygon_is_spread_over_its_residential_streets_to_the_inhabitant():
    net = network(PLACES, STREETS)
    people = read_population(
        communes(("01", 101, square(-1, -1, 2, 1)), ("02", 7, square(2, -1, 10, 1))), "communes", network=net
    )
    assert people.groupby("territory")["population"].sum().to_dict() == {"01": 101, "02": 7}
    here = people[people["territory"] == "01"].to_crs(2154)
    # where streets end at a junction; none on the long road
    assert set(np.round((here.geometry.x - km(0, 0)[0]) / 1000, 2)) == {0, 0.2}
    assert people["code"].is_unique


def test_a_polygon_without_a_road_keeps_its_people_inside():
    said = []
    from access_plugin.engine.progress import Progress

    people = read_population(
        communes(("09", 12, square(20, 20, 21, 21))),
        "communes",
        network=network(PLACES, STREETS),
        progress=Progress(on_warning=said.append),
    )
    assert people["population"].tolist() == [12]
    assert square(20, 20, 21, 21).contains(people.to_crs(2154).geometry.iloc[0])
    assert len(said) == 1


def test_the_sample_keeps_every_inhabitant(sample_network):
    table, name = read_vector_file(SAMPLE / "communes.geojson")
    people = read_population(table, name, network=sample_network)
    assert people["population"].sum() == 37370  # Amt für Statistik, 31 December 2014
    assert people.groupby("territory")["population"].sum().to_dict() == dict(zip(table["code"], table["population"]))
    inside = people.sjoin(table[["code", "geometry"]].rename(columns={"code": "lies_in"}), predicate="within")
    assert (inside["lies_in"] == inside["territory"]).mean() > 0.99


def test_points_pass_through_with_their_columns():
    layer = points({"p": (0, 0), "q": (1, 0)}, POP=[3, "1 204,5"], Men=[1, None], i_est_200=[1, 0])
    people = read_population(layer, "cells")
    assert people["population"].tolist() == [3, 1204.5]
    assert people["imputed"].tolist() == [True, False]
    assert people["households"].iloc[0] == 1
    assert np.isnan(people["households"].iloc[1])


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (points({"p": (0, 0)}, people=[3]), "no field population.*people"),
        (points({"p": (0, 0)}, population=[3], IND=[1]), "several columns for population"),
        (points({"p": (0, 0)}, population=["many"]), "text where a number is needed.*0"),
        (points({"p": (0, 0)}, population=[-4]), "below 0"),
        (points({"p": (0, 0)}, population=[None]), "is empty"),
        (communes(("01", 5, square(0, 0, 1, 1))), "give a network"),
        (communes(("01", 5, square(0, 0, 1, 1)), ("01", 6, square(1, 0, 2, 1))), "same value"),
        (points({"p": (0, 0)}, population=[3]).set_crs(None, allow_override=True), "no coordinate reference system"),
        (gpd.GeoDataFrame({"population": [4]}, geometry=[None], crs=2154), "no geometry"),
        (gpd.GeoDataFrame({"population": [4]}, geometry=[shapely.Point()], crs=2154), "no geometry"),
        (gpd.GeoDataFrame({"population": [4]}, geometry=[shapely.Point(45.0, 3.0e6)], crs=2154), "outside the area"),
        (gpd.GeoDataFrame({"population": [4]}, geometry=[shapely.Point(45.0, 230.0)], crs=4326), "outside the area"),
        (gpd.GeoDataFrame({"population": []}, geometry=[], crs=4326), "no feature"),
    ],
)
def test_bad_layers_are_named(layer, words):
    with pytest.raises(InputError, match=words):
        read_population(layer, "layer")

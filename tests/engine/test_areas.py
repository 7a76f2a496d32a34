"""Areas: nested, disjoint, valid, true to the roads."""

import numpy as np
import pandas as pd
import pytest
import shapely
from fidelity import road_fidelity
from paths import ROADS, SIXTY
from small import network, points, sites

from access_plugin.engine.access import fields as fields_module
from access_plugin.engine.access import legs as legs_module
from access_plugin.engine.access.beyond import threshold_line
from access_plugin.engine.access.care import in_force, in_force_of_roles
from access_plugin.engine.access.cells import cell_map
from access_plugin.engine.access.fields import field_of
from access_plugin.engine.access.gaps import find_gaps
from access_plugin.engine.access.isochrones import bands_around, isochrones
from access_plugin.engine.access.people import People
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.errors import InputError
from access_plugin.engine.network.snap import attach
from access_plugin.engine.population.places import read_population
from access_plugin.engine.progress import Progress
from access_plugin.engine.reading import read_vector_file
from access_plugin.engine.sites.roles import EMERGENCY_LEGS
from access_plugin.engine.sites.table import read_sites
from access_plugin.engine.territory.areas import read_territories

BANDS = [5.0, 10.0, 15.0, 22.5, 30.0]
VADUZ = (9.5224777, 47.1343767)
MERITXELL = (1.5325, 42.5095)


def at(lon, lat):
    import geopandas as gpd

    table = gpd.GeoDataFrame(
        {"id": ["h", "t"], "role": ["SU", "SMUR"]}, geometry=gpd.points_from_xy([lon] * 2, [lat] * 2), crs=4326
    )
    return read_sites(table, "sites")


@pytest.fixture(scope="module")
def bands(sample_network):
    return isochrones(
        in_force_of_roles(sample_network, at(*VADUZ), ["SU", "SMUR"], Setting(threshold=15)), BANDS, open_ended=True
    )


def test_bands_are_valid_disjoint_and_make_the_reached_area(bands, sample_network):
    assert bands.is_valid.all()
    shapes = bands.geometry.to_numpy()
    for i in range(len(shapes)):
        for j in range(i):
            assert shapely.intersection(shapes[i], shapes[j]).area < 1e-3
    cells = cell_map(sample_network.timed(), 50.0)
    whole = shapely.union_all(shapes)
    assert whole.area == pytest.approx(sum(bands.area), rel=1e-9)
    xx, yy = np.meshgrid(cells.x, cells.y)
    wider = shapely.buffer(whole, 1.0)
    shapely.prepare(wider)
    inside = shapely.contains_xy(wider, xx.ravel(), yy.ravel())
    lonely = cells.near.ravel() & ~inside  # a cell that has a road but no square of neighbours with one
    assert lonely.sum() < 0.02 * cells.near.sum()
    assert not (inside & ~cells.outline.drawn.ravel()).any()


def test_bands_nest_when_the_threshold_grows(sample_network):
    areas = [
        shapely.union_all(
            isochrones(
                in_force_of_roles(sample_network, at(*VADUZ), ["SMUR"], Setting()), [minutes]
            ).geometry.to_numpy()
        )
        for minutes in (4, 8, 12)
    ]
    for small, large in zip(areas, areas[1:]):
        assert shapely.difference(small, large).area < 1e-3
        assert large.area > small.area


def test_holes_are_kept():
    ring = {"a": (0, 0), "b": (4, 0), "c": (4, 4), "d": (0, 4)}
    net = network(ring, [(("a", "b"), {}), (("b", "c"), {}), (("c", "d"), {}), (("d", "a"), {"maxspeed": "50"})])
    area = isochrones(
        in_force_of_roles(net, sites([("t", "SMUR", 0, 0)]), ["SMUR"], Setting(profile=SIXTY, profile_smur=SIXTY)),
        [60.0],
    ).geometry.iloc[0]
    assert sum(len(part.interiors) for part in area.geoms) == 1
    assert area.area == pytest.approx(4 * 4000 * 400, rel=0.1)


def test_the_edge_of_a_band_stands_where_the_time_says():
    net = network({"a": (0, 0), "b": (30, 0)}, [(("a", "b"), {})])
    area = isochrones(
        in_force_of_roles(net, sites([("t", "SMUR", 0, 0)]), ["SMUR"], Setting(profile=SIXTY, profile_smur=SIXTY)),
        [10.0],
        cell_m=25,
    ).geometry.iloc[0]
    a = points({"a": (0, 0)}).geometry.iloc[0]
    assert area.bounds[2] - a.x == pytest.approx(10_000 / (net.arrays["edge_length_m"][0] / 30_000), abs=13)


def test_direction_of_areas_follows_the_role():
    net = network(
        {"a": (0, 0), "b": (10, 0), "c": (5, 8)}, [(("a", "b"), {"oneway": "yes"}), (("b", "c"), {}), (("c", "a"), {})]
    )
    here = Setting(profile=SIXTY, profile_smur=SIXTY)
    where = points({"p": (3, 0)}).geometry.iloc[0]
    to, out = (
        isochrones(
            in_force_of_roles(net, sites([("h", "SU", 0, 0), ("t", "SMUR", 0, 0)]), [role], here), [5.0]
        ).geometry.iloc[0]
        for role in ("SU", "SMUR")
    )
    assert out.contains(where)
    assert not to.contains(where)


def test_people_of_the_bands_sum_to_those_who_are_reached(sample_network):
    table, name = read_vector_file(ROADS.parent / "communes.geojson")
    people = read_population(table, name, network=sample_network)
    found = isochrones(
        in_force_of_roles(sample_network, at(*VADUZ), ["SU"], Setting()), BANDS, population=people, open_ended=True
    )
    assert found["population"].sum() == table["population"].sum() == 37370


def test_gaps_count_at_points_and_agree_with_the_summary(sample_network):
    table, name = read_vector_file(ROADS.parent / "communes.geojson")
    people = read_population(table, name, network=sample_network)
    said = []
    from access_plugin.engine.progress import Progress

    found = find_gaps(
        in_force(sample_network, at(*VADUZ), Setting(threshold=15), progress=Progress(on_message=said.append)),
        People(people, read_territories(table, name)),
        progress=Progress(on_message=said.append),
    )
    summary = found.summary.set_index("code")
    assert found.areas["population"].sum() == summary.loc["", "beyond"]
    for row in found.areas.itertuples():
        assert row.population == (summary.loc[row.territory, "beyond"] if row.territory else 0)
        assert row.area_km2 == pytest.approx(row.geometry.area / 1e6)
    assert summary.loc["", "beyond"] == found.places.loc[found.places["t_emergency_min"] > 15, "population"].sum()
    assert any("stand inside the drawn areas" in text for text in said)
    assert found.areas.is_valid.all()


def test_the_threshold_line_runs_where_both_sides_meet(bands, sample_network):
    line = threshold_line(
        field_of(in_force(sample_network, at(*VADUZ), Setting(threshold=15), legs=EMERGENCY_LEGS), EMERGENCY_LEGS),
        15.0,
        sample_network.crs,
    ).geometry.iloc[0]
    within = shapely.union_all(bands[bands["to_min"] <= 15].geometry.to_numpy())
    assert line.length > 1000
    assert shapely.distance(line, within.boundary) == 0
    assert shapely.difference(line, shapely.buffer(within.boundary, 0.01)).length < 1e-6 * line.length


@pytest.mark.parametrize(("cell", "least"), [(50.0, 0.97), (25.0, 0.99)])
@pytest.mark.parametrize("roles", [["SU"], ["SMUR"]])
def test_road_fidelity_on_the_sample(sample_network, cell, least, roles):
    for minutes, measured in road_fidelity(
        sample_network, at(*VADUZ), roles, BANDS, Setting(threshold=15), cell
    ).items():
        assert measured.iou >= least, (minutes, measured)


@pytest.mark.parametrize(("cell", "least"), [(50.0, 0.97), (25.0, 0.99)])
@pytest.mark.parametrize(
    ("roads", "place"),
    [
        ("andorra_2020/andorra.osm.pbf", MERITXELL),
        ("andorra_2013/andorra.osm.pbf", MERITXELL),
        ("liechtenstein_2015/liechtenstein-latest.osm.pbf", VADUZ),
    ],
)
def test_road_fidelity_on_the_shared_roads(shared, network_of, roads, place, cell, least):
    net = network_of(shared("roads/" + roads))
    for roles in (["SU"], ["SMUR"]):
        for minutes, measured in road_fidelity(
            net, at(*place), roles, [10.0, 20.0, 30.0, 45.0], Setting(), cell
        ).items():
            assert measured.iou >= least, (roles, minutes, measured)


def test_each_cell_takes_its_nearest_road(sample_network):
    """The painted cells against an exact nearest-road search (GEOS)."""
    timed = sample_network.timed()
    cells = cell_map(timed, 100.0, cap_m=150.0)
    xx, yy = np.meshgrid(cells.x, cells.y)
    exact = attach(timed, np.column_stack([xx.ravel(), yy.ravel()]), most_m=200.0)
    assert (cells.near.ravel() == exact.attached).all()
    both = np.flatnonzero(exact.attached)
    mine = cells.places(both)
    on_road = shapely.line_interpolate_point(sample_network.lines(mine.edge), mine.fraction, normalized=True)
    metres = np.hypot(shapely.get_x(on_road) - xx.ravel()[both], shapely.get_y(on_road) - yy.ravel()[both])
    np.testing.assert_allclose(metres, exact.distance_m[both], atol=0.02)


@pytest.mark.parametrize("wrong", [[], [0.0, 10], [10, 5], [10, 10], [-3.0, 4], [float("nan")], [float("inf")]])
def test_bands_out_of_order_are_refused(sample_network, wrong):
    with pytest.raises(InputError, match="increasing order"):
        isochrones(in_force_of_roles(sample_network, at(*VADUZ), ["SU"], Setting()), wrong)


def test_roles_that_are_missing_or_unknown(sample_network):
    with pytest.raises(InputError, match="CSNP"):
        isochrones(in_force_of_roles(sample_network, at(*VADUZ), ["CSNP"], Setting()), BANDS)
    with pytest.raises(InputError, match="HOPITAL"):
        isochrones(in_force_of_roles(sample_network, at(*VADUZ), ["HOPITAL"], Setting()), BANDS)


def test_cells_that_cannot_be(sample_network):
    for cell in (0.0, -50, 0.5, 1e6):
        with pytest.raises(InputError, match="cell"):
            isochrones(in_force_of_roles(sample_network, at(*VADUZ), ["SU"], Setting()), BANDS, cell_m=cell)


def test_bands_follow_the_threshold():
    assert bands_around(30.0) == [10, 20, 30, 45, 60]
    assert bands_around(15.0) == [5, 10, 15, 22.5, 30]
    assert bands_around(20.0) == [7, 13, 20, 30, 40]
    assert bands_around(2.0) == [0.7, 1.3, 2, 3, 4]


def test_territories_that_lie_elsewhere_are_refused(sample_network):
    table, name = read_vector_file(ROADS.parent / "communes.geojson")
    people = read_population(table, name, network=sample_network)
    swapped, away = (
        table.assign(geometry=shapely.transform(table.geometry.to_numpy(), change))
        for change in (lambda xy: xy[:, ::-1], lambda xy: xy + 3)
    )
    with pytest.raises(InputError, match="elsewhere"):
        find_gaps(
            in_force(sample_network, at(*VADUZ), Setting(threshold=15)), People(people, read_territories(away, name))
        )
    with pytest.raises(InputError, match="their coordinates are swapped"):
        read_territories(swapped, name)


def test_areas_outside_the_territories_are_a_row_of_their_own(sample_network):
    table, name = read_vector_file(ROADS.parent / "communes.geojson")
    people = read_population(table, name, network=sample_network)
    some = read_territories(table[table["code"] != "7010"], name)
    found = find_gaps(in_force(sample_network, at(*VADUZ), Setting(threshold=15)), People(people))
    whole, ruggell = (
        found.areas,
        found.places[(found.places["territory"] == "7010") & (found.places["t_emergency_min"] > 15)],
    )
    told: list[float] = []
    cut = find_gaps(
        in_force(sample_network, at(*VADUZ), Setting(threshold=15)),
        People(people, some),
        progress=Progress(on_fraction=told.append),
    ).areas
    assert told == sorted(told) and told[-1] == 1.0  # people and land are timed side by side, and nothing goes back
    assert cut["area_km2"].sum() == pytest.approx(whole["area_km2"].sum(), rel=1e-6)
    assert cut["population"].sum() == whole["population"].sum()
    assert cut.loc[cut["territory"] == "", "population"].iloc[0] == ruggell["population"].sum() > 0


@pytest.mark.parametrize("slot", ["all_open", "worst"])
def test_the_field_of_times_is_the_same_in_parts(sample_network, monkeypatch, slot):
    """Cells are timed so many at once; how many changes nothing, with one moment or several, nor do two profiles."""
    hours = ["24/7", "08:00-20:00", "Mo-Fr 10:00-18:00", "20:00-08:00"]
    care = sites_of_vaduz(hours)
    setting = Setting(threshold=15, slot=slot, definition="first_care", profile_smur="emergency")
    whole = field_of(in_force(sample_network, care, setting, legs=setting.legs), setting.legs, cell_m=100)
    for module in (legs_module, fields_module):
        monkeypatch.setattr(module, "MANY_PLACES", 700)
    parts = field_of(in_force(sample_network, care, setting, legs=setting.legs), setting.legs, cell_m=100)
    np.testing.assert_array_equal(whole.minutes, parts.minutes)
    assert np.isfinite(whole.minutes).sum() > 3000


def sites_of_vaduz(hours):
    table = pd.DataFrame(
        {
            "id": list("abcd"),
            "role": ["SU", "SMUR", "SU", "MCS"],
            "lon": [9.5224, 9.5224, 9.5270, 9.5434],
            "lat": [47.1344, 47.1344, 47.2290, 47.1186],
            "hours": hours,
        }
    )
    return read_sites(table, "sites")

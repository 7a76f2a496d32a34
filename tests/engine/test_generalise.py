"""Areas for paper: as large as they are, neighbours still side by side, and light."""

import geopandas as gpd
import numpy as np
import shapely

from access_plugin.engine.study.generalise import ACROSS, LEAST_STEPS, _generalise, _inside, generalised, on_paper

BOUNDS = (0.0, 0.0, 100_000.0, 100_000.0)
STEP = 130_000.0 / ACROSS


def bands():
    """Two bands that share a finely toothed border, one with a hole of 50 m and one of 5 km, and a speck."""
    rows = np.arange(0, 100_000, 50.0)
    teeth = np.column_stack([50_000 + 40 * (np.arange(len(rows)) % 2), rows])
    west = shapely.Polygon([(0, 0), *teeth, (50_000, 100_000), (0, 100_000)])
    east = shapely.Polygon([(100_000, 0), (50_000, 0), *teeth, (50_000, 100_000), (100_000, 100_000)])
    west = west - shapely.box(10_000, 10_000, 10_050, 10_050) - shapely.box(20_000, 20_000, 25_000, 25_000)
    east = shapely.union(east, shapely.box(110_000, 0, 110_060, 60))
    return gpd.GeoDataFrame({"from_min": [0.0, 30.0]}, geometry=[west, east], crs=2154)


def test_areas_stay_as_large_and_lose_what_cannot_be_seen():
    table = bands()
    cut = generalised({"isochrones": table}, None, BOUNDS)["isochrones"]
    for before, after in zip(table.geometry, cut.geometry):
        assert after.is_valid
        assert abs(after.area - before.area) / before.area < 0.001
        # less than a step along the whole outline
        assert after.symmetric_difference(before.intersection(shapely.box(*BOUNDS))).area < STEP * 400_000
        assert shapely.get_num_coordinates(after) < shapely.get_num_coordinates(before) / 10
    assert sum(len(part.interiors) for part in shapely.get_parts(cut.geometry.iloc[0])) == 1  # the large hole stays
    assert len(shapely.get_parts(cut.geometry.iloc[1])) == 1  # the speck does not


def test_neighbours_share_their_border():
    cut = generalised({"isochrones": bands()}, None, BOUNDS)["isochrones"]
    whole = shapely.union_all(cut.geometry.to_numpy())
    assert abs(whole.area - cut.area.sum()) < 1.0  # no overlap
    assert whole.geom_type == "Polygon" and len(whole.interiors) == 1  # no gap


def test_each_unit_is_cut_around_itself():
    units = gpd.GeoDataFrame({"code": ["43"]}, geometry=[shapely.box(40_000, 40_000, 60_000, 60_000)], crs=2154)
    line = gpd.GeoDataFrame(
        {"minutes": [30.0]}, geometry=[shapely.LineString([(50_000, 0), (50_010, 50_000), (50_000, 100_000)])], crs=2154
    )
    cut = generalised({"isochrones": bands(), "threshold": line}, units, BOUNDS)
    assert set(cut["isochrones"]["unit"]) == {"", "43"}
    own = cut["isochrones"][cut["isochrones"]["unit"] == "43"]
    assert np.allclose(own.total_bounds, [33_000, 33_000, 67_000, 67_000], atol=50)
    assert (
        cut["threshold"].geometry.iloc[1].geom_type == "MultiLineString"
        and 33_000 < cut["threshold"].geometry.iloc[1].length < 35_000
    )


def test_a_road_of_two_carriageways_stays_and_a_crumb_of_a_limit_does_not():
    """Of a class, both carriageways between two crossings are one closed line, 20 m apart."""
    there = [(10_000.0 + 500 * place, 10_000.0) for place in range(31)]
    ring = shapely.LineString([*there, *((x, y + 20.0) for x, y in reversed(there)), there[0]])
    roads = gpd.GeoDataFrame({"road_class": ["trunk"]}, geometry=[ring], crs=2154)
    (shown,) = generalised({"roads": roads}, None, BOUNDS)["roads"].geometry
    assert abs(shown.bounds[2] - shown.bounds[0] - 15_000) < 2 * STEP and shown.length > 29_000
    crumb = shapely.LineString([(0, 0), (200, 0), (200, 200), (0, 200), (0, 0)])
    limit = gpd.GeoDataFrame({"minutes": [30.0]}, geometry=[crumb], crs=2154)
    assert len(generalised({"threshold": limit}, None, BOUNDS)["threshold"]) == 0


def test_territories_on_paper_are_all_there_however_small():
    areas = gpd.GeoDataFrame(
        {"code": ["a", "b", "c"]},
        geometry=[
            shapely.box(0, 0, 100_000, 90_000),
            shapely.box(0, 90_000, 60, 90_060),
            shapely.box(0, 90_060, 100_000, 100_000),
        ],
        crs=2154,
    )
    paper = on_paper(areas, BOUNDS)
    assert list(paper["code"]) == ["a", "b", "c"] and not paper.is_empty.any()
    assert np.allclose(paper.area.iloc[[0, 2]], areas.area.iloc[[0, 2]], rtol=0.01)


def test_a_territory_with_a_stray_line_or_nothing_in_it_stays_and_spoils_no_other():
    mixed = shapely.GeometryCollection([shapely.box(0, 0, 9_000, 9_000), shapely.LineString([(0, 0), (9_000, 0)])])
    shapes = [
        shapely.LineString([(0, 0), (5_000, 5_000)]),
        mixed,
        shapely.Polygon(),
        shapely.box(20_000, 0, 30_000, 9_000),
    ]
    paper = on_paper(gpd.GeoDataFrame({"code": list("abcd")}, geometry=shapes, crs=2154), BOUNDS).geometry
    assert paper.iloc[0].equals(shapes[0]) and paper.iloc[2].is_empty
    for number in (1, 3):
        assert abs(paper.iloc[number].area - shapes[number].area) < STEP * 40_000


def test_nothing_gives_nothing():
    empty = gpd.GeoDataFrame({"reason": []}, geometry=[], crs=2154)
    assert len(generalised({"not_computed": empty}, None, BOUNDS)["not_computed"]) == 0


def test_cutting_part_by_part_gives_what_cutting_the_whole_gives():
    """Holes of all sizes, inside, outside and across the frame, and small parts beside the large one."""
    rng, frame = np.random.default_rng(5), (20_000.0, 20_000.0, 80_000.0, 80_000.0)
    at, size = rng.uniform(2_000, 98_000, (3_000, 2)), rng.uniform(20, 600, 3_000)
    holes = shapely.union_all(shapely.box(*(at - size[:, None]).T, *(at + size[:, None]).T))
    spots = shapely.buffer(shapely.points(rng.uniform(2_000, 98_000, (500, 2))), 120.0)
    shape = shapely.union_all([shapely.box(*BOUNDS) - shapely.buffer(holes, 30.0), *spots])
    for step in (20.0, 55.0, 200.0):
        here = _generalise(_inside(shape, frame, LEAST_STEPS * step**2), step)
        whole = _generalise(shapely.get_parts(shapely.clip_by_rect(shape, *frame)), step)
        assert shapely.get_num_interior_rings(shapely.get_parts(whole)).sum() > 100
        assert shapely.equals_exact(shapely.normalize(here), shapely.normalize(whole), 0.0)

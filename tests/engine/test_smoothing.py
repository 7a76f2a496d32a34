"""Smoother borders: shared ones stay shared, and no border moves farther than said."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from paths import ROADS
from test_modes import BANDS, care

from access_plugin.engine.access.care import in_force_of_roles
from access_plugin.engine.access.isochrones import isochrones
from access_plugin.engine.access.setting import Setting
from access_plugin.engine.access.smoothing import smooth_areas
from access_plugin.engine.errors import InputError
from access_plugin.engine.progress import Progress
from access_plugin.engine.reading import read_vector_file


@pytest.mark.parametrize("mode", ["merged", "per_site", "nearest_site"])
def test_smoothed_areas_still_fit_each_other(sample_network, mode):
    areas = isochrones(in_force_of_roles(sample_network, care(), ["SU", "SMUR"], Setting()), BANDS, mode=mode)
    said = []
    smooth = smooth_areas(areas, 50.0, "areas", progress=Progress(on_message=said.append))
    assert smooth.is_valid.all()
    assert smooth.drop(columns="geometry").equals(areas.drop(columns="geometry"))
    assert smooth.crs == areas.crs
    assert smooth.area.sum() == pytest.approx(areas.area.sum(), rel=0.03)
    assert (
        shapely.get_num_coordinates(smooth.geometry.to_numpy()).sum()
        < 1.5 * shapely.get_num_coordinates(areas.geometry.to_numpy()).sum()
    )
    for rows in areas.groupby("site_id" if mode == "per_site" else "direction", sort=False).indices.values():
        before, after = areas.geometry.iloc[rows].to_numpy(), smooth.geometry.iloc[rows].to_numpy()
        assert shapely.union_all(after).area == pytest.approx(shapely.area(after).sum(), rel=1e-9)  # no overlap
        moved = shapely.difference(
            shapely.boundary(shapely.union_all(after)),
            shapely.buffer(shapely.boundary(shapely.union_all(before)), 75.0),
        )
        assert moved.length < 1e-3 * shapely.length(shapely.boundary(shapely.union_all(before)))
        # what is lost lies at the border, not in gaps between areas
        inner = shapely.difference(shapely.union_all(before), shapely.union_all(after))
        at_border = shapely.buffer(shapely.boundary(shapely.union_all(before)), 75.0)
        assert shapely.difference(inner, at_border).area < 1.0
    assert "measure nothing" in said[0]


@pytest.mark.parametrize(("cell", "tolerance"), [(50.0, 50.0), (25.0, 100.0)])
def test_narrow_bands_keep_their_places(sample_network, cell, tolerance):
    """Ten bands, some narrower than the tolerance.

    No face goes to another band than the one that covers most of it, and none is lost.
    """
    areas = isochrones(
        in_force_of_roles(sample_network, care(), ["SU", "SMUR"], Setting()),
        [float(band) for band in range(1, 11)],
        cell_m=cell,
    )
    smooth = smooth_areas(areas, tolerance, "areas")
    assert shapely.union_all(smooth.geometry.to_numpy()).area == pytest.approx(smooth.area.sum(), rel=1e-9)
    assert smooth.area.sum() == pytest.approx(areas.area.sum(), rel=0.03)
    own = shapely.area(shapely.intersection(smooth.geometry.to_numpy(), areas.geometry.to_numpy()))
    assert (own > 0.6 * smooth.area).all()
    big = [(row, part) for row, shape in enumerate(smooth.geometry) for part in shape.geoms if part.area > 50_000]
    for row, part in big:
        covered = shapely.area(shapely.intersection(part, areas.geometry.to_numpy()))
        assert covered.argmax() == row


def test_rows_without_a_shape_pass_through():
    square = shapely.MultiPolygon([shapely.box(700_000, 6_500_000, 701_000, 6_501_000)])
    areas = gpd.GeoDataFrame(
        {"from_min": [0.0, 10.0], "to_min": [10.0, 20.0], "population": [5.0, 3.0]},
        geometry=[square, shapely.MultiPolygon()],
        crs=2154,
    )
    smooth = smooth_areas(areas, 50.0, "areas")
    assert smooth["population"].tolist() == [5.0, 3.0]
    assert smooth.is_empty.tolist() == [False, True]


def test_stairs_become_a_slope():
    steps = [(0, 0), (1000, 0)] + [(1000 - 50 * (i // 2), 50 * ((i + 1) // 2)) for i in range(40)] + [(0, 1000)]
    areas = gpd.GeoDataFrame(
        {"from_min": [0.0]}, geometry=[shapely.Polygon(np.array(steps) + (700_000, 6_500_000))], crs=2154
    )
    smooth = smooth_areas(areas, 50.0, "stairs").geometry.iloc[0]
    assert smooth.length < areas.geometry.iloc[0].length - (2 - 2**0.5) * 1000  # the stairs against their slope
    assert smooth.area == pytest.approx(areas.geometry.iloc[0].area, rel=0.05)


def test_what_cannot_be_smoothed_is_said():
    communes, name = read_vector_file(ROADS.parent / "communes.geojson")
    with pytest.raises(InputError, match="metric"):
        smooth_areas(communes, 50.0, name)
    with pytest.raises(InputError, match="positive"):
        smooth_areas(communes.to_crs(2056), np.nan, name)
    with pytest.raises(InputError, match="not polygons"):
        smooth_areas(communes.set_geometry(communes.representative_point()), 50.0, name)


def test_territories_of_a_country_keep_their_common_borders():
    communes, name = read_vector_file(ROADS.parent / "communes.geojson")
    communes = communes.to_crs(2056)
    smooth = smooth_areas(communes, 30.0, name)
    assert shapely.union_all(smooth.geometry.to_numpy()).area == pytest.approx(smooth.area.sum(), rel=1e-6)
    assert (smooth.area / communes.area).between(0.97, 1.03).all()

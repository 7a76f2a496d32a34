"""Slopes, altitudes and bends: by hand on made rasters, and on real ones."""

import dataclasses

import numpy as np
import pytest
import rasterio
from heard import Heard
from paths import SHARED, SIXTY
from rasterio.transform import from_origin
from small import X0, Y0, network, road_source

from access_plugin.engine.errors import InputError
from access_plugin.engine.network.account import account
from access_plugin.engine.network.build import build_network
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.graph import Network
from access_plugin.engine.network.profiles import Terrain, read_profile

NONE = Terrain(slope_from=0, slope_each=0, slope_most=1, bends=(), snow=(), snow_free=())
LINE = {"w": (0, 0), "e": (2, 0), "n": (2, 2)}
ROADS = [(("w", "e"), {}), (("e", "n"), {"highway": "secondary"})]


def raster(path, height, *, cell=20.0, size=6000.0, crs="EPSG:2154", void=None, nodata=-32768):
    """Write a raster around the centre of the small networks: height(x, y) in metres east and north of it."""
    count = int(size / cell)
    at = (np.arange(count) + 0.5) * cell - size / 2
    values = np.asarray(height(at[None, :], at[::-1][:, None]) + np.zeros((count, count)), np.float32)
    if void is not None:
        values[void(at[None, :], at[::-1][:, None]) & np.ones((count, count), bool)] = nodata
    profile = {
        "driver": "GTiff",
        "width": count,
        "height": count,
        "count": 1,
        "dtype": "float32",
        "crs": crs,
        "nodata": nodata,
    }
    with rasterio.open(path, "w", transform=from_origin(X0 - size / 2, Y0 + size / 2, cell, cell), **profile) as target:
        target.write(values, 1)
    return path


def on_ground(dem, roads=ROADS, places=LINE) -> Network:
    return Network(*build_network(road_source(places, roads), dem=dem))


def factor(net, way, term, season="all_year", **changes):
    """Return 1 + the seconds of a term by those of the road without it."""
    profile = dataclasses.replace(read_profile(SIXTY), terrain=dataclasses.replace(NONE, **changes))
    terms = net.timed(profile, season).terms()
    edge = int(np.flatnonzero(net.arrays["edge_way"][0] == way)[0])
    return 1 + (terms[term][0, edge] / terms["road"][0, edge] if term in terms else 0.0)


def test_a_slope_costs_what_the_profile_says(tmp_path):
    net = on_ground(raster(tmp_path / "d.tif", lambda x, y: 500 + 0.10 * x))
    steep = {"slope_from": 4, "slope_each": 0.03, "slope_most": 1.5}
    assert factor(net, 1, "slope", **steep) == pytest.approx(1.18, abs=0.005)  # 10 %: six above four
    assert factor(net, 2, "slope", **steep) == pytest.approx(1.0, abs=0.002)  # along the contour
    assert factor(net, 1, "slope", **steep | {"slope_most": 1.1}) == pytest.approx(1.1, abs=0.002)
    assert factor(net, 1, "slope", **steep | {"slope_from": 12}) == pytest.approx(1.0)
    assert factor(net, 1, "slope", **steep | {"slope_each": 0}) == 1.0
    down = on_ground(raster(tmp_path / "down.tif", lambda x, y: 900 - 0.10 * x))
    # downhill as uphill
    assert factor(down, 1, "slope", **steep) == pytest.approx(factor(net, 1, "slope", **steep), abs=0.002)


def test_snow_lies_in_winter_above_an_altitude_and_not_on_cleared_roads(tmp_path):
    net = on_ground(raster(tmp_path / "d.tif", lambda x, y: 1200 + 0 * x))
    snow = {"snow": ((1000, 1.25), (1500, 1.4))}
    assert factor(net, 1, "snow", "winter", **snow) == pytest.approx(1.25)
    assert factor(net, 1, "snow", "summer", **snow) == factor(net, 1, "snow", "all_year", **snow) == 1.0
    assert factor(net, 1, "snow", "winter", **snow, snow_free=("primary",)) == 1.0
    assert factor(net, 2, "snow", "winter", **snow, snow_free=("primary",)) == pytest.approx(1.25)
    high, low = (on_ground(raster(tmp_path / f"{z}.tif", lambda x, y, z=z: z + 0 * x)) for z in (1500, 999))
    assert factor(high, 1, "snow", "winter", **snow) == pytest.approx(1.4)  # from 1500 m on
    assert factor(low, 1, "snow", "winter", **snow) == 1.0


def test_a_road_that_climbs_through_the_limit_pays_for_its_higher_part(tmp_path):
    net = on_ground(raster(tmp_path / "d.tif", lambda x, y: 900 + 0.10 * x))  # from 900 to 1 100 m
    assert factor(net, 1, "snow", "winter", snow=((1000, 1.5),)) == pytest.approx(1.25, abs=0.02)


def test_bridges_and_tunnels_run_straight(tmp_path):
    # a hill between both ends
    dem = raster(tmp_path / "d.tif", lambda x, y: 500 + 300 * np.exp(-(((x - 1000) / 300) ** 2)))
    steep = {"slope_from": 4, "slope_each": 0.03, "slope_most": 1.5}
    over, through = (on_ground(dem, [(("w", "e"), tags), ROADS[1]]) for tags in ({}, {"tunnel": "yes"}))
    assert factor(over, 1, "slope", **steep) > 1.2
    assert factor(through, 1, "slope", **steep) == 1.0


def test_bends_slow_a_winding_road_and_no_street_corner():
    # 2 km of road at 45 degrees to its way: sinuosity √2
    zigzag = {f"p{i}": (0.05 * i, 0.05 * (i % 2)) for i in range(41)}
    straight, corner = {"a": (0, -1), "b": (2, -1)}, {"c": (0, -2), "d": (0.1, -2), "f": (0.1, -2.1)}
    names, track = list(zigzag), {"highway": "track"}
    roads = [(tuple(names), {"highway": "secondary"}), (("a", "b"), {}), (("c", "d", "f"), {"highway": "residential"})]
    net = network(
        zigzag | straight | corner,
        [*roads, ((names[0], "a"), track), (("a", "c"), track), (("b", names[-1]), track), (("f", "b"), track)],
    )
    bends = {"bends": ((1.1, 1.1), (1.3, 1.25), (1.6, 1.4))}
    assert factor(net, 1, "bends", **bends) == pytest.approx(1.25, abs=0.01)
    assert factor(net, 2, "bends", **bends) == 1.0
    assert factor(net, 3, "bends", **bends) == 1.0
    assert factor(net, 1, "bends") == 1.0


def test_averages_that_the_source_gives_know_slopes_and_bends_but_not_snow(tmp_path):
    source = road_source(LINE, ROADS)
    source.kinds["average_forward"] = source.kinds["average_backward"] = 60
    net = Network(*build_network(source, dem=raster(tmp_path / "d.tif", lambda x, y: 1200 + 0.10 * x)))
    assert factor(net, 1, "slope", slope_from=4, slope_each=0.03, slope_most=1.5) == 1.0
    assert factor(net, 1, "snow", "winter", snow=((1000, 1.25),)) == pytest.approx(1.25)


def test_voids_are_filled_and_counted(tmp_path):
    def plane(x, y):
        return 500 + 0.10 * x

    whole = on_ground(raster(tmp_path / "whole.tif", plane))
    holed = on_ground(
        raster(tmp_path / "holed.tif", plane, void=lambda x, y: (np.abs(x - 1000) < 150) & (np.abs(y) < 150))
    )
    assert whole.meta["terrain"] == {
        "name": "whole.tif",
        "path": str(tmp_path / "whole.tif"),
        "points": len(whole.arrays["piece_slope"]) + 2,
        "voids_filled": 0,
        "without_height": 0,
    }
    assert 5 <= holed.meta["terrain"]["voids_filled"] <= 9
    np.testing.assert_allclose(holed.arrays["piece_altitude"], whole.arrays["piece_altitude"], atol=6)
    assert any("voids that were filled" in line for line in account(holed))


def test_a_raster_that_does_not_serve_is_refused(tmp_path):
    def flat(x, y):
        return 500 + 0 * x

    cases = {
        "does not cover the roads: .* have no height": raster(tmp_path / "small.tif", flat, size=1000),
        "no reference system": raster(tmp_path / "nowhere.tif", flat, crs=None),
        "these are no metres": raster(tmp_path / "feet.tif", lambda x, y: 30_000 + 0 * x),
        "cannot be read as a raster": tmp_path / "text.tif",
        "does not exist": tmp_path / "none.tif",
    }
    cases["does not cover"] = raster(tmp_path / "void.tif", flat, void=lambda x, y: x < 9e9)
    (tmp_path / "text.tif").write_text("no raster")
    for words, path in cases.items():
        with pytest.raises(InputError, match=words):
            on_ground(path)


def with_band(path, height, dtype="float32", count=1, **tags):
    """Write a raster as :func:`raster` does, of another type, with several bands, a unit, a scale or an offset."""
    raster(path, height)
    with rasterio.open(path) as source:
        values, profile = source.read(1), source.profile | {"dtype": dtype, "count": count, "nodata": None}
    with rasterio.open(path, "w", **profile) as target:
        for band in range(1, count + 1):
            target.write(np.rint(values).astype(dtype) if dtype != "float32" else values, band)
        for name, value in tags.items():
            setattr(target, name, (value,) * count)
    return path


def test_units_scales_and_offsets_count(tmp_path):
    def plane(x, y):
        return 600 + 0.08 * x

    metres = on_ground(raster(tmp_path / "m.tif", plane))
    feet = on_ground(with_band(tmp_path / "ft.tif", lambda x, y: plane(x, y) / 0.3048, units="ft"))
    tenths = on_ground(with_band(tmp_path / "dm.tif", lambda x, y: 10 * plane(x, y), "int16", scales=0.1))
    shifted = on_ground(with_band(tmp_path / "off.tif", lambda x, y: plane(x, y) + 1000, units="m", offsets=-1000.0))
    for other in (feet, tenths, shifted):
        np.testing.assert_allclose(other.arrays["piece_altitude"], metres.arrays["piece_altitude"], atol=1)
        np.testing.assert_allclose(other.arrays["piece_slope"], metres.arrays["piece_slope"], atol=2)


def test_pictures_and_odd_units_are_no_heights(tmp_path):
    for words, path in (
        ("is a picture", with_band(tmp_path / "shade.tif", lambda x, y: 120 + 0 * x, "uint8", 3)),
        ("only metres and feet", with_band(tmp_path / "k.tif", lambda x, y: 5 + 0 * x, units="km")),
    ):
        with pytest.raises(InputError, match=words):
            on_ground(path)
    heard = Heard()
    heights_of = road_source(LINE, ROADS)
    build_network(
        heights_of,
        dem=raster(tmp_path / "holes.tif", lambda x, y: np.where((x // 100) % 2 == 0, 0.0, 900.0) + 0 * y),
        progress=heard.progress,
    )
    assert any("would be steeper than" in text for text in heard.warned)


def test_nothing_is_left_behind_when_the_raster_fails(tmp_path, shared):
    roads, dem = shared("roads/liechtenstein_2015/liechtenstein-latest.osm.pbf"), shared("dem/N42E001.hgt.zip")
    with pytest.raises(InputError, match="does not cover the roads: 100%"):
        build_network_file(roads, tmp_path / "n.accessnet", dem=dem)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def andorra(tmp_path_factory):
    if not SHARED.exists():
        pytest.skip("the data beside the project is absent")
    return build_network_file(
        SHARED / "roads/andorra_2020/andorra.osm.pbf",
        tmp_path_factory.mktemp("andorra") / "n.accessnet",
        dem=SHARED / "dem/N42E001.hgt.zip",
    )


def test_real_heights_of_andorra(andorra):
    """Known heights: the pass of Envalira, 2 408 m, and the middle of Andorra la Vella, 1 020 m or so."""
    from pyproj import Transformer

    arrays = andorra.arrays
    middle = np.array([line.interpolate(0.5, normalized=True).coords[0] for line in andorra.lines()])
    for lon, lat, height in ((1.7193, 42.5404, 2408), (1.5218, 42.5075, 1020)):
        x, y = Transformer.from_crs(4326, andorra.crs, always_xy=True).transform(lon, lat)
        edge = np.argmin(((middle - [x, y]) ** 2).sum(axis=1))
        altitude = arrays["piece_altitude"][arrays["piece_start"][edge] : arrays["piece_start"][edge + 1]]
        assert altitude.min() - 60 <= height <= altitude.max() + 60
    assert 0 < andorra.meta["terrain"]["voids_filled"] < 0.01 * andorra.meta["terrain"]["points"]
    assert andorra.meta["terrain"]["without_height"] == 0


def test_heights_slow_every_road_or_leave_it(andorra):
    flat, steep = (
        andorra.timed(dataclasses.replace(read_profile("car"), terrain=terrain))
        for terrain in (NONE, read_profile("car").terrain)
    )
    assert (steep.edge_ms >= flat.edge_ms).all()
    summer, winter = andorra.timed("car", "summer"), andorra.timed("car", "winter")
    both = summer.open & winter.open
    assert (winter.edge_ms >= summer.edge_ms)[both].all()
    assert (winter.edge_ms > summer.edge_ms)[both].mean() > 0.5  # Andorra lies high

"""The shade of the ground: where it falls, how dark, and that no class of time is taken for another under it."""

import itertools
import resource
import signal

import numpy as np
import pyproj
import pytest
import rasterio
import shapely
from colorspacious import deltaE
from heard import Heard
from paths import SHARED

from access_plugin.cartography.press.charts import CLASSES, NOT_COMPUTED
from access_plugin.engine.errors import InputError
from access_plugin.engine.territory.relief import (
    MOST_ALPHA,
    SHADE,
    check_heights,
    relief_name,
    shade,
    write_relief,
)

L93 = pyproj.CRS(2154)
AREA = shapely.box(700_000, 6_500_000, 710_000, 6_505_000)


def slope(towards, rise=0.5, side=20):
    """Return heights of a plane that falls towards a side of the sky, rows from north to south."""
    rows, columns = np.mgrid[:side, :side]
    east, north = {"NW": (-1, 1), "SE": (1, -1), "NE": (1, 1)}[towards]
    return -rise * 100.0 * (east * columns - north * rows) / 2**0.5


def test_what_falls_away_from_the_light_is_dark_and_level_ground_is_not():
    cell = 100.0
    assert shade(np.full((9, 9), 800.0), cell).max() == 0.0
    assert shade(slope("NW"), cell).max() == 0.0
    # exaggerated by 1 + 100 / 150, the plane falls by 5 in 6 towards the south-east, straight from the light at 45°:
    # its cosine is (1 - 5/6) / sqrt(2) / sqrt(1 + (5/6)²), that of level ground 1 / sqrt(2)
    fall = 5 / 6
    assert shade(slope("SE"), cell) == pytest.approx(1 - (1 - fall) / (1 + fall**2) ** 0.5)
    across = shade(slope("NE"), cell)  # neither towards it nor away
    assert across == pytest.approx(1 - 1 / (1 + fall**2) ** 0.5)


def test_holes_throw_no_shade():
    heights = slope("SE")
    heights[5, 5] = np.nan
    assert np.isfinite(shade(heights, 100.0)).all()


def test_under_the_darkest_shade_each_class_is_nearer_to_itself_than_to_another():
    def rgb(colour):
        return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255.0

    share = MOST_ALPHA / 255.0
    shaded = {one: rgb(one) * (1 - share) + np.array(SHADE) / 255.0 * share for one in (*CLASSES, NOT_COMPUTED)}
    for one, other in itertools.permutations(CLASSES, 2):
        # as both lie beside each other on the map: the shaded one is not the other in the light
        assert deltaE(shaded[one], rgb(other), input_space="sRGB1") > 5, (one, other)


def raster(path, *, crs=2154, heights=None, cell=200.0, unit=""):
    heights = slope("SE", side=80) if heights is None else heights
    transform = rasterio.transform.from_origin(698_000, 6_507_000, cell, cell)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=heights.shape[1],
        height=heights.shape[0],
        count=1,
        dtype="float32",
        crs=crs,
        transform=transform,
    ) as made:
        made.write(heights.astype("float32"), 1)
        made.units = (unit,)
    return path


def test_a_picture_of_grey_lies_over_the_area_and_a_tenth_around(tmp_path):
    write_relief(raster(tmp_path / "dem.tif"), AREA, L93, tmp_path / "relief.tif", "dem_2020.tif")
    with rasterio.open(tmp_path / "relief.tif") as made:
        assert made.count == 4 and made.crs.to_epsg() == 2154
        assert tuple(made.bounds) == pytest.approx((699_000, 6_499_000, 711_000, 6_506_000))
        red, green, blue, alpha = made.read()
    assert {tuple(one) for one in np.stack([red, green, blue], -1).reshape(-1, 3)} == {SHADE}
    middle = alpha[200:300, 300:600]
    fall = (
        0.5 * 100.0 / 200.0 * (1 + 12_000 / 900 / 150)
    )  # the cells of the picture are of 13 m, those of the model of 200
    assert middle == pytest.approx(MOST_ALPHA * (1 - (1 - fall) / (1 + fall**2) ** 0.5), abs=2)  # one plane, no steps
    assert relief_name(tmp_path / "relief.tif") == "dem_2020.tif"
    assert relief_name(tmp_path / "none.tif") == ""


def test_real_heights_from_an_archive(tmp_path):
    dem = SHARED / "dem" / "N42E001.hgt.zip"
    if not dem.exists():
        pytest.skip("the elevation model is not there")
    area = shapely.box(378_000, 4_698_000, 405_000, 4_724_000)  # Andorra, UTM 31
    write_relief(dem, area, pyproj.CRS(32631), tmp_path / "relief.tif", dem.name)
    with rasterio.open(tmp_path / "relief.tif") as made:
        alpha = made.read(4)
    assert 0.3 < (alpha > 0).mean() < 0.8 and alpha.max() <= MOST_ALPHA


def test_what_is_no_raster_or_lies_nowhere_is_refused(tmp_path):
    (tmp_path / "x.tif").write_text("no raster", encoding="utf-8")
    with pytest.raises(InputError, match="x.tif cannot be read as a raster of heights"):
        check_heights(tmp_path / "x.tif")
    with pytest.raises(InputError, match="no reference system"):
        check_heights(raster(tmp_path / "y.tif", crs=None))
    check_heights(raster(tmp_path / "z.tif"))
    local = 'ENGCRS["site",EDATUM["here"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]'
    with pytest.raises(InputError, match=r"local.tif cannot be read as a raster of heights"):
        check_heights(raster(tmp_path / "local.tif", crs=local))


def test_a_model_that_holds_nothing_of_the_area_or_ends_in_it_is_told(tmp_path):
    far = shapely.box(200_000, 6_000_000, 210_000, 6_005_000)
    with pytest.raises(InputError, match=r"dem.tif holds no heights of the study area"):
        write_relief(raster(tmp_path / "dem.tif"), far, L93, tmp_path / "relief.tif", "dem")
    half, heard = shapely.box(704_000, 6_500_000, 724_000, 6_505_000), Heard()
    level = raster(tmp_path / "level.tif", heights=np.full((80, 80), 500.0))  # without a mark of "no data"
    write_relief(level, half, L93, tmp_path / "relief.tif", "dem", progress=heard.progress)
    assert any("50% of the study area" in text for text in heard.said), heard.said
    with rasterio.open(tmp_path / "relief.tif") as made:
        assert made.read(4).max() == 0  # no cliff where it ends


def test_a_relief_that_cannot_be_written_to_its_end_is_an_error(tmp_path):
    dem = raster(tmp_path / "dem.tif")
    with pytest.raises(InputError, match=r"relief.tif could not be written"):
        write_relief(dem, AREA, L93, tmp_path / "none" / "relief.tif", "dem")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500, limit[1]))
    try:
        with pytest.raises(InputError, match=r"relief.tif could not be written"):
            write_relief(dem, AREA, L93, tmp_path / "relief.tif", "dem")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)


def test_a_finer_model_is_read_coarser_and_feet_are_feet(tmp_path):
    fine = slope("SE", rise=0.5 / 20, side=1600)  # cells of 10 m: the same plane
    write_relief(raster(tmp_path / "fine.tif", heights=fine, cell=10.0), AREA, L93, tmp_path / "a.tif", "dem")
    write_relief(raster(tmp_path / "coarse.tif"), AREA, L93, tmp_path / "b.tif", "dem")
    in_feet = raster(tmp_path / "feet.tif", heights=slope("SE", side=80) / 0.3048, unit="ft")
    write_relief(in_feet, AREA, L93, tmp_path / "c.tif", "dem")
    shades = []
    for name in "abc":
        with rasterio.open(tmp_path / f"{name}.tif") as made:
            shades.append(made.read(4)[200:300, 300:600].astype(int))
    assert np.abs(shades[0] - shades[1]).max() <= 4 and np.abs(shades[2] - shades[1]).max() <= 4

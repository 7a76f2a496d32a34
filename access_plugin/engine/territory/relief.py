"""The shade of the ground, as a picture of dark grey that is more or less transparent.

It darkens the colours under it and needs no blending, which neither PDF nor SVG have.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import rasterio
import shapely
from affine import Affine
from rasterio.enums import ColorInterp, Resampling
from rasterio.transform import array_bounds, from_bounds
from rasterio.warp import reproject, transform_bounds
from rasterio.windows import Window, intersect
from rasterio.windows import from_bounds as from_bounds_window

from ..arrays import Floats
from ..errors import InputError
from ..progress import SILENT, Progress
from ..rasters import metres, unpacked
from ..text import tr

if TYPE_CHECKING:
    import numpy.typing as npt
    from pyproj import CRS
    from rasterio import DatasetReader

#: Cells across the longer side, a third of a millimetre on A4; what is shown around the area, by its longer side.
_ACROSS, _AROUND = 900, 0.1
#: Light from the north-west, 45° above the horizon, as maps have it.
_AZIMUTH, _ALTITUDE = np.radians(315.0), np.radians(45.0)
#: The grey, and how much of it there is at most, of 255: no class of time is taken for another under it. In steps of
#: so many, which pack well.
SHADE, MOST_ALPHA, _STEP = (38, 42, 52), 80, 4
#: Heights are exaggerated with the size of a cell: means over a kilometre have no slopes.
_CELL_M = 150.0
#: Of the area, as much may have no heights without a word: water, and the sea beyond a border.
_HOLES = 0.05


def write_relief(
    dem: str | Path, area: shapely.Geometry, crs: CRS, path: Path, name: str, *, progress: Progress = SILENT
) -> None:
    """Write the shade of the ground around an area as a GeoTIFF of red, green, blue and alpha.

    Parameters
    ----------
    dem
        A raster of heights that GDAL reads.
    area, crs
        What the study covers, in a projected system, metres.
    path, name
        Where it is written, and what the elevation model is called, kept as its description.
    progress
        Who may cancel; hears where the model ends within the area.

    Raises
    ------
    InputError
        The raster cannot be read, has no reference system, holds no heights or none of the area.
    """
    west, south, east, north = shapely.bounds(area)
    margin = _AROUND * max(east - west, north - south)
    bounds = (west - margin, south - margin, east + margin, north + margin)
    cell = (max(east - west, north - south) + 2 * margin) / _ACROSS
    shape = tuple(max(round((high - low) / cell), 2) for low, high in ((bounds[1], bounds[3]), (bounds[0], bounds[2])))
    transform = from_bounds(*bounds, shape[1], shape[0])
    with _opened(dem) as raster:
        heights = _heights(raster, dem, crs.to_wkt(), transform, shape, progress)
    progress.check()
    inside = np.isfinite(heights[_within(area, bounds, shape)])
    if not inside.any():
        raise InputError(
            tr("The elevation model {path} holds no heights of the study area. Choose another one.").format(path=dem)
        )
    if inside.mean() < 1.0 - _HOLES:
        text = tr("The elevation model {path} holds heights of {share:.0%} of the study area: the rest has no relief.")
        progress.say(text.format(path=dem, share=inside.mean()))
    alpha = np.rint(shade(heights, cell) * MOST_ALPHA / _STEP) * _STEP
    try:
        _write(alpha.astype(np.uint8), path, crs.to_wkt(), transform, name)
        with rasterio.open(path) as written:  # what a full disk leaves of it is no picture
            whole = bool((written.read(4) == alpha).all())
    except Exception as error:
        if not type(error).__module__.startswith("rasterio"):
            raise
        whole = False
    if not whole:
        text = tr(
            "The picture or page {name} could not be written ({reason}). Free some space on the disk, or choose "
            "another folder."
        )
        raise InputError(text.format(name=path.name, reason=tr("it has no end")))


def _within(area: shapely.Geometry, bounds: tuple[float, ...], shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Return the rows and columns of the bounds of an area in a picture that reaches further on all sides."""
    (west, south, east, north), (high, wide) = shapely.bounds(area), shape
    column, row = wide / (bounds[2] - bounds[0]), high / (bounds[3] - bounds[1])
    return (
        slice(round((bounds[3] - north) * row), round((bounds[3] - south) * row)),
        slice(round((west - bounds[0]) * column), round((east - bounds[0]) * column)),
    )


def _heights(
    raster: DatasetReader, dem: str | Path, to: str, transform: Affine, shape: tuple[int, ...], progress: Progress
) -> Floats:
    """Return the heights of a picture's cells, metres, NaN where there are none.

    A raster that is finer is read coarser, by its overviews where it has some.
    """
    scale, offset = metres(raster, dem, progress)
    low, high = array_bounds(*shape, transform)[:2], array_bounds(*shape, transform)[2:]
    whole = Window(0, 0, raster.width, raster.height)
    window = from_bounds_window(*transform_bounds(to, raster.crs, *low, *high), transform=raster.transform)
    found = np.full(shape, np.nan, np.float32)
    if not intersect(window, whole):
        return found.astype(float)
    window = window.intersection(whole).round_offsets().round_lengths(op="ceil")
    size = [max(min(round(side), 2 * most), 1) for side, most in ((window.height, shape[0]), (window.width, shape[1]))]
    progress.check()
    here = raster.read(1, window=window, out_shape=tuple(size), masked=True, resampling=Resampling.average)
    progress.check()
    fine, wider, higher = raster.window_transform(window), window.width / size[1], window.height / size[0]
    fitted = Affine(fine.a * wider, fine.b * higher, fine.c, fine.d * wider, fine.e * higher, fine.f)
    reproject(
        here.astype(np.float32).filled(np.nan) * scale + offset,
        found,
        src_transform=fitted,
        src_crs=raster.crs,
        src_nodata=np.nan,
        dst_transform=transform,
        dst_crs=to,
        dst_nodata=np.nan,
        resampling=Resampling.cubic_spline,
    )
    return found.astype(float)


def _write(alpha: npt.NDArray[np.uint8], path: Path, crs: str, transform: Affine, name: str) -> None:
    high, wide = alpha.shape
    bands = [*(np.full(alpha.shape, grey, np.uint8) for grey in SHADE), alpha]
    look = {"driver": "GTiff", "dtype": "uint8", "compress": "deflate", "photometric": "RGB"}
    with rasterio.open(
        path, "w", width=wide, height=high, count=len(bands), crs=crs, transform=transform, **look
    ) as picture:
        picture.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
        for number, band in enumerate(bands, start=1):
            picture.write(band, number)
            # else QGIS counts them when it opens the picture, and leaves a file beside it
            picture.update_tags(
                number,
                STATISTICS_MINIMUM=band.min(),
                STATISTICS_MAXIMUM=band.max(),
                STATISTICS_MEAN=band.mean(),
                STATISTICS_STDDEV=band.std(),
            )
        picture.update_tags(TIFFTAG_IMAGEDESCRIPTION=name)


def check_heights(dem: str | Path) -> None:
    """Raise :class:`InputError` where a raster of heights cannot be read, or its system leads to no place on earth."""
    with _opened(dem) as raster:
        metres(raster, dem, SILENT)
        transform_bounds(raster.crs, "EPSG:4326", *raster.bounds)


@contextlib.contextmanager
def _opened(dem: str | Path) -> Iterator[DatasetReader]:
    try:
        with unpacked(dem) as here, rasterio.open(here) as raster:
            if raster.crs is None:
                text = tr("{path} has no reference system, so that its relief cannot be drawn. Give it one.")
                raise InputError(text.format(path=dem))
            yield raster
    except Exception as error:
        if not type(error).__module__.startswith("rasterio"):  # which lets GDAL's own kinds through, beside its own
            raise
        text = tr("{path} cannot be read as a raster of heights ({reason}). Choose another file.")
        raise InputError(text.format(path=dem, reason=error)) from None


def shade(heights: Floats, cell_m: float) -> Floats:
    """Return how dark each cell is, from 0 (level ground, slopes in the light, no height) to 1.

    Lambert's cosine law on slopes by central differences; the light that level ground has counts as none.

    Parameters
    ----------
    heights
        Rows from north to south, metres; NaN where there is none.
    cell_m
        Side of a cell.
    """
    down, right = np.gradient(heights * (1.0 + cell_m / _CELL_M), cell_m)
    east, north = -right, down
    light = (np.sin(_ALTITUDE) + np.cos(_ALTITUDE) * (east * np.sin(_AZIMUTH) + north * np.cos(_AZIMUTH))) / np.sqrt(
        1.0 + east**2 + north**2
    )
    level = np.sin(_ALTITUDE)
    dark: Floats = np.nan_to_num(np.clip((level - light) / level, 0.0, 1.0))
    return dark


def relief_name(path: Path) -> str:
    """Return what the elevation model of a picture of :func:`write_relief` is called; empty where there is none."""
    if not path.is_file():
        return ""
    try:
        with rasterio.open(path) as picture:
            return str(picture.tags().get("TIFFTAG_IMAGEDESCRIPTION", ""))
    except rasterio.errors.RasterioError:
        return ""

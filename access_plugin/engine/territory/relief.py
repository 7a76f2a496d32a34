"""The shade of the ground, as a picture of dark grey that is more or less transparent: it darkens the colours under it
and needs no blending, which neither PDF nor SVG have.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import rasterio
import shapely
from rasterio.enums import ColorInterp, Resampling
from rasterio.transform import from_bounds
from rasterio.vrt import WarpedVRT

from ..arrays import Floats
from ..errors import InputError
from ..progress import SILENT, Progress
from ..rasters import unpacked
from ..text import tr

if TYPE_CHECKING:
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


def write_relief(
    dem: str | Path, area: shapely.Geometry, crs: CRS, path: Path, name: str, *, progress: Progress = SILENT
) -> None:
    """Write the shade of the ground around an area as a GeoTIFF of red, green, blue and alpha.

    Parameters
    ----------
    dem
        A raster of heights in metres that GDAL reads.
    area, crs
        What the study covers, in a projected system, metres.
    path, name
        Where it is written, and what the elevation model is called, kept as its description.
    progress
        Who may cancel.

    Raises
    ------
    InputError
        The raster cannot be read, or has no reference system.
    """
    west, south, east, north = shapely.bounds(area)
    margin = _AROUND * max(east - west, north - south)
    west, south, east, north = west - margin, south - margin, east + margin, north + margin
    cell = max(east - west, north - south) / _ACROSS
    wide, high = max(round((east - west) / cell), 2), max(round((north - south) / cell), 2)
    transform = from_bounds(west, south, east, north, wide, high)
    to = crs.to_wkt()
    progress.check()
    with (
        _opened(dem) as raster,
        WarpedVRT(
            raster, crs=to, transform=transform, width=wide, height=high, resampling=Resampling.cubic_spline
        ) as there,
    ):
        heights = there.read(1, masked=True).astype(float).filled(np.nan)
    progress.check()
    alpha = np.rint(shade(heights, cell) * MOST_ALPHA / _STEP) * _STEP
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=wide,
        height=high,
        count=4,
        dtype="uint8",
        crs=to,
        transform=transform,
        compress="deflate",
        photometric="RGB",
    ) as picture:
        picture.colorinterp = (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
        bands = [*(np.full((high, wide), grey, np.uint8) for grey in SHADE), alpha.astype(np.uint8)]
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
    """Raise :class:`InputError` where a raster of heights cannot be read, or has no reference system."""
    with _opened(dem):
        pass


@contextlib.contextmanager
def _opened(dem: str | Path) -> Iterator[DatasetReader]:
    try:
        with unpacked(dem) as here, rasterio.open(here) as raster:
            if raster.crs is None:
                text = tr("{path} has no reference system, so that its relief cannot be drawn. Give it one.")
                raise InputError(text.format(path=dem))
            yield raster
    except (rasterio.errors.RasterioError, rasterio.errors.RasterioIOError) as error:
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

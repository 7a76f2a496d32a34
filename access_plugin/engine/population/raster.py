"""A raster of people (one number a cell: WorldPop, GHS-POP, a study's own) → the middles of its cells.

Read by windows: memory stays flat.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import rasterio
import rasterio.features
from rasterio.errors import RasterioError
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from ..arrays import Floats, Ints
from ..defaults import SECRECY_PEOPLE
from ..errors import InputError
from ..files import existing
from ..progress import SILENT, Progress
from ..rasters import transformed
from ..text import tr
from .places import people_points
from .secrecy import secret_cells

if TYPE_CHECKING:
    from rasterio import DatasetReader

SUFFIXES = (".tif", ".tiff", ".vrt", ".asc", ".img", ".nc")
_WINDOW = 2048


def read_raster(
    path: str | os.PathLike[str],
    *,
    area: gpd.GeoSeries | None = None,
    few_people: float = SECRECY_PEOPLE,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """Read the people of the first band.

    Parameters
    ----------
    path
        A raster that GDAL reads, with a reference system; a cell holds a number of people, its nodata value or NaN
        nobody.
    area
        Polygons outside which cells are left out and counted.
    few_people
        Cells of fewer people are secret.
    progress
        Where to say the totals, and who may cancel.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`places.FIELDS`, in the raster's reference system; ``code`` is ``row-column``.

    Raises
    ------
    InputError
        The file is no raster, has no reference system, holds negative numbers, or nobody.
    """
    path = existing(path)
    try:
        with rasterio.open(path) as raster:
            if raster.crs is None:
                raise InputError(
                    tr(
                        "{name} has no coordinate reference system. Set it (layer properties, “Source”), then "
                        "start again."
                    ).format(name=path.name)
                )
            rows, columns, people, total = _cells(raster, area, path, progress)
            x, y = transformed(raster.transform, columns + 0.5, rows + 0.5)
            crs = raster.crs
    except (RasterioError, OSError) as error:
        raise InputError(
            tr("{path} cannot be read as a raster ({reason}). Export it again.").format(path=path, reason=error)
        ) from None
    if len(people) == 0:
        raise InputError(
            tr("{name} holds nobody in the area. Check its band, its nodata value and its reference system.").format(
                name=path.name
            )
        )
    code = [f"{row}-{column}" for row, column in zip(rows, columns)]
    cells = people_points(
        gpd.points_from_xy(x, y), crs.to_wkt(), code=code, name="", territory="", population=people, source=path.name
    )
    cells["secret"] = secret_cells(cells, few_people)
    text = tr(
        "{name}: {total:.0f} {total:person|people} in the raster, {kept:.0f} of them in {cells} "
        "{cells:cell|cells} kept."
    )
    progress.say(text.format(name=path.name, total=total, kept=people.sum(), cells=len(cells)))
    return cells


def _cells(
    raster: DatasetReader, area: gpd.GeoSeries | None, path: Path, progress: Progress
) -> tuple[Ints, Ints, Floats, float]:
    """Return the row, the column and the people of each cell that has some, and the people of the whole raster."""
    shapes = list(area.to_crs(raster.crs.to_wkt())) if area is not None else None
    rows, columns, people, total = [], [], [], 0.0
    for top in range(0, raster.height, _WINDOW):
        progress.at(top / raster.height)
        for left in range(0, raster.width, _WINDOW):
            window = Window(left, top, min(_WINDOW, raster.width - left), min(_WINDOW, raster.height - top))
            values = raster.read(1, window=window, masked=True).astype(float).filled(0.0)
            values[~np.isfinite(values)] = 0.0
            if (values < 0).any():
                text = tr(
                    "{name}: {count} {count:cell holds|cells hold} fewer than nobody (the least is {least:g}). "
                    "Set the nodata value of the raster."
                )
                raise InputError(text.format(name=path.name, count=int((values < 0).sum()), least=values.min()))
            total += values.sum()
            if shapes is not None:
                values[
                    ~rasterio.features.geometry_mask(
                        shapes, values.shape, window_transform(window, raster.transform), invert=True
                    )
                ] = 0.0
            row, column = np.nonzero(values)
            rows.append(row + top)
            columns.append(column + left)
            people.append(values[row, column])
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(people), total

"""Layers of GeoPackages that the engine writes.

Read again before anybody relies on them, and known again by a sum of what they hold.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from .errors import Cancelled, InputError
from .progress import SILENT, Progress
from .text import tr

#: Features that are written or read before anything else has its turn: pyogrio lets no other thread of Python run.
_PART = 10_000


def write_layer(table: pd.DataFrame, path: Path, layer: str, *, progress: Progress = SILENT, **options: Any) -> str:
    """Add a layer to a GeoPackage, and read it again: what a full disk leaves of it is no layer.

    Parameters
    ----------
    table
        With or without shapes.
    path, layer
        The file, made where it is not there, and the name of the layer in it.
    progress
        Who may cancel; the layer is then there in part.
    options
        ``geometry_type`` and the like, see :func:`pyogrio.write_dataframe`.

    Returns
    -------
    str
        :func:`sum_of` the layer as it is read.

    Raises
    ------
    InputError
        The layer cannot be written, or what was written cannot be read.
    """
    number = _free_name("fid", table)
    try:
        for start in range(0, max(len(table), 1), _PART):
            progress.check()
            part = table.iloc[start : start + _PART]
            pyogrio.write_dataframe(
                part, path, layer=layer, driver="GPKG", append=path.exists(), layer_options={"FID": number}, **options
            )
        found = _read(path, layer, number, len(table), progress)
    except Cancelled:
        raise
    except Exception as error:  # pyogrio raises several unrelated kinds
        raise _unwritable(path, error) from None
    if len(found) != len(table):
        raise _unwritable(
            path,
            tr("{found} of {count} {count:feature is|features are} in it").format(found=len(found), count=len(table)),
        )
    return sum_of(found)


def _free_name(name: str, table: pd.DataFrame) -> str:
    """Return a name for the numbers of features that no field of a table bears.

    GDAL would take such a field for the numbers, or refuse it.
    """
    taken = {str(column).lower() for column in table.columns}
    while name in taken:
        name += "_"
    return name


def _read(path: Path, layer: str, number: str, count: int, progress: Progress) -> pd.DataFrame:
    """Return a layer as it is read, with or without shapes; all of it, however many features it should have.

    `number`: what their numbers are called.
    """
    parts: list[pd.DataFrame] = []
    for start in range(0, max(count, 1), _PART):
        progress.check()
        end = f" AND {number} <= {start + _PART}" if start + _PART < count else ""
        parts.append(pyogrio.read_dataframe(path, layer=layer, where=f"{number} > {start}{end}"))
    if len(parts) == 1:
        return parts[0]
    for column in parts[0].columns:
        if len({part[column].dtype for part in parts}) > 1:  # yes or no, missing in some parts: numbers in these
            parts = [
                part.assign(**{column: part[column].astype(float)}) if part[column].dtype == bool else part
                for part in parts
            ]
    return pd.concat(parts, ignore_index=True)


def _unwritable(path: Path, reason: object) -> InputError:
    text = tr("The file {path} cannot be written ({reason}). Free some space, or choose another folder.")
    return InputError(text.format(path=path.name, reason=reason))


def sum_of(table: pd.DataFrame) -> str:
    """Return a check sum (CRC-32, eight hexadecimal digits) of the names, values and shapes of a table.

    It is that of the table as it is read from a file, whatever types a library gives its columns.
    """
    crc = 0
    shapes = table.geometry.name if isinstance(table, gpd.GeoDataFrame) else None
    for column in table.columns:
        values = table[column]
        if column == shapes:
            data = b"".join(shape or b"-" for shape in shapely.to_wkb(values.to_numpy()))
        elif pd.api.types.is_numeric_dtype(values) or all(type(value) is bool for value in values.dropna()):
            numbers = pd.to_numeric(values, errors="coerce").to_numpy(np.float64, na_value=np.nan)
            data = np.where(np.isnan(numbers), np.nan, numbers).tobytes()
        else:
            missing = values.isna().to_numpy(bool)
            told = np.where(missing, "\x00", values.to_numpy(object))
            data = "\x1f".join(map(str, told)).encode()
        crc = zlib.crc32(data, zlib.crc32(str(column).encode(), crc))
    return f"{crc:08x}"

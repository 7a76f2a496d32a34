"""Rasters before they are opened, and between their cells and the places that they cover."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from affine import Affine
    from rasterio import DatasetReader

from .arrays import Floats
from .errors import InputError
from .progress import Progress
from .text import tr

#: What may lie in an archive, and the bytes that it may unpack to.
_RASTERS = (".hgt", ".tif", ".tiff", ".asc", ".img", ".bil", ".dem")
MOST_UNPACKED = 4 << 30
#: Units of heights, as rasters spell them, in metres.
_UNITS = {
    "": 1.0,
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), 1.0),
    **dict.fromkeys(("ft", "foot", "feet", "us survey foot", "us-ft", "ftus"), 0.3048),
}


@contextlib.contextmanager
def unpacked(path: str | os.PathLike[str]) -> Iterator[str]:
    """Give a path at which a raster can be opened: itself, or what a ZIP archive holds, in a temporary folder.

    GDAL reads archives too, but 3.6 ends the whole program on a damaged one; Python's reader checks what it unpacks.

    Parameters
    ----------
    path
        A file, or one of GDAL's own names for what lies in an archive (``/vsizip/…``).

    Raises
    ------
    InputError
        The archive is damaged, holds no raster or several, or one of more than :data:`MOST_UNPACKED` bytes.
    """
    found = re.match(r"(?:/vsizip/)?(.*?\.zip)(?:/(.*))?$", str(path), re.IGNORECASE | re.DOTALL)
    if found is None or not os.path.isfile(found[1]):
        yield str(path)
        return
    with tempfile.TemporaryDirectory(prefix="access30-") as folder:
        try:
            with zipfile.ZipFile(found[1]) as archive:
                member = found[2] or _only_raster(archive, found[1])
                if archive.getinfo(member).file_size > MOST_UNPACKED:
                    raise InputError(
                        tr(
                            "{path} would unpack to more than {most} MB. Unpack it by hand and choose a smaller raster."
                        ).format(path=found[1], most=MOST_UNPACKED // 1_000_000)
                    )
                target = os.path.join(folder, os.path.basename(member) or "raster")
                with archive.open(member) as source, open(target, "wb") as stream:
                    shutil.copyfileobj(source, stream)
        except InputError:
            raise
        except Exception as error:  # zipfile raises several unrelated kinds for a bad archive
            raise InputError(
                tr("The archive {path} is damaged ({reason}). Download it again.").format(path=found[1], reason=error)
            ) from None
        yield target


def _only_raster(archive: zipfile.ZipFile, path: str) -> str:
    names = [name for name in archive.namelist() if name.lower().endswith(_RASTERS)]
    if len(names) != 1:
        text = tr(
            "The archive {path} holds {count} {count:raster|rasters}, and one is needed. Unpack it and choose "
            "the raster."
        )
        raise InputError(text.format(path=path, count=len(names)))
    return names[0]


def transformed(transform: Affine, x: Floats | float, y: Floats | float) -> tuple[Floats, Floats]:
    """Return points moved by an affine transformation (a raster's own takes columns and rows to its reference system).

    Written out, because the operator for it is ``*`` in affine 2 and ``@`` from affine 3 on.
    """
    return transform.a * x + transform.b * y + transform.c, transform.d * x + transform.e * y + transform.f


def metres(raster: DatasetReader, path: str | os.PathLike[str], progress: Progress) -> tuple[float, float]:
    """Return the factor and the offset that turn the values of the first band into metres.

    Raises
    ------
    InputError
        The raster is a picture, or its unit is not known.
    """
    kind, unit = raster.dtypes[0], (raster.units[0] or "").strip().lower()
    if kind.startswith("complex") or (raster.count >= 3 and kind == "uint8"):
        raise InputError(
            tr(
                "{path} is a picture ({bands} {bands:band|bands} of {kind}), not a raster of heights. Choose the "
                "elevation model itself, not its shading."
            ).format(path=path, bands=raster.count, kind=kind)
        )
    if unit not in _UNITS:
        raise InputError(
            tr(
                "The elevation model {path} is in “{unit}”: only metres and feet are understood. Convert it "
                "(Raster calculator)."
            ).format(path=path, unit=raster.units[0])
        )
    if raster.count > 1:
        progress.warn(
            tr("{path} has {bands} {bands:band|bands}; the first one is taken for the heights.").format(
                path=path, bands=raster.count
            )
        )
    if _UNITS[unit] != 1:
        progress.say(tr("{path} is in feet; its heights are converted.").format(path=path))
    return _UNITS[unit] * raster.scales[0], _UNITS[unit] * raster.offsets[0]

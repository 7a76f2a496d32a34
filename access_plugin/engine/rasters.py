"""Rasters before they are opened, and between their cells and the places that they cover."""

from __future__ import annotations

import re
import zipfile

import numpy as np

from .errors import InputError
from .text import tr


def check_archive(path) -> None:
    """Raise :class:`InputError` where a raster lies in a ZIP archive that is damaged: GDAL 3.6 ends the whole program on one.

    `path` is a file, or one of GDAL's own names (``/vsizip/…``).
    """
    found = re.match(r"(?:/vsizip/)?(.*?\.zip)(?:$|/)", str(path), re.IGNORECASE)
    if found is None:
        return
    try:
        with zipfile.ZipFile(found[1]) as archive:
            bad = archive.testzip()
    except Exception as error:  # zipfile raises several unrelated kinds for a bad archive
        bad = error
    if bad is not None:
        raise InputError(tr("The archive {path} is damaged ({reason}). Download it again.").format(path=found[1], reason=bad))


def transformed(transform, x, y) -> tuple[np.ndarray, np.ndarray]:
    """Return points moved by an affine transformation (a raster's own takes columns and rows to its reference system).

    Written out, because the operator for it is ``*`` in affine 2 and ``@`` from affine 3 on.
    """
    return transform.a * x + transform.b * y + transform.c, transform.d * x + transform.e * y + transform.f

"""Between the cells of a raster and the places that they cover."""

from __future__ import annotations

import numpy as np


def transformed(transform, x, y) -> tuple[np.ndarray, np.ndarray]:
    """Return points moved by an affine transformation (a raster's own takes columns and rows to its reference system).

    Written out, because the operator for it is ``*`` in affine 2 and ``@`` from affine 3 on.
    """
    return transform.a * x + transform.b * y + transform.c, transform.d * x + transform.e * y + transform.f

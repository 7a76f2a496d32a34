"""The loops that numba compiles. Where numba is missing they run as plain Python: the same results, more slowly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from .text import tr

try:
    from numba import njit
except ImportError:  # not installed, or at odds with the installed numpy
    njit = None

Loop = TypeVar("Loop", bound=Callable[..., object])
Item = TypeVar("Item", bound=np.generic)

#: Whether the loops are compiled.
COMPILED = njit is not None


def compiled(function: Loop) -> Loop:
    """Compile a function when it is first called, keep the result on disk, and let other threads run in it.

    It is kept beside the plugin, or in the user's cache where that is read-only.
    """
    loop: Loop = njit(cache=True, nogil=True)(function) if COMPILED else function
    return loop


@compiled
def doubled(values: npt.NDArray[Item]) -> npt.NDArray[Item]:
    """Return an array twice as long that begins with some values."""
    larger = np.empty(2 * len(values), values.dtype)
    larger[: len(values)] = values
    return larger


def slowness() -> str:
    """Return a sentence that says that this machine computes slowly, and what would help; empty where it does not."""
    return (
        ""
        if COMPILED
        else tr(
            "The Python library numba is missing: all works, several times as slowly. Install numba to compute a "
            "région in minutes."
        )
    )

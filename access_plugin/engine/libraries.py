"""The libraries, loaded by one thread at a time: two that load scipy at once can each find it half loaded."""

from __future__ import annotations

import threading

_one_at_a_time = threading.Lock()


def load() -> None:
    """Load the libraries whose parts load each other; a moment the first time, nothing afterwards."""
    with _one_at_a_time:
        import geopandas  # noqa: F401
        import scipy.linalg
        import scipy.optimize
        import scipy.sparse.csgraph
        import scipy.sparse.linalg  # noqa: F401

"""A guard for pyproj 3.7 in threads that end before what was made in them, such as those of QGIS's tasks."""

from __future__ import annotations

import sys

#: What was seen in each thread; kept for as long as the plugin is loaded.
_held: list[object] = []


def hold_proj_context() -> None:
    """Keep this thread's PROJ context alive; to be called where the work of a thread ends.

    pyproj 3.7.0 to 3.7.2 (Debian 13) frees the context of such a thread when Python leaves it, while objects that were
    made there still use it: the second run of an algorithm would end QGIS. Later versions do not, and earlier ones keep
    one context for all.
    """
    pyproj = sys.modules.get("pyproj")
    if pyproj is not None and pyproj.__version__.startswith("3.7."):
        local = getattr(sys.modules.get("pyproj._context"), "_CONTEXT_MANAGER_LOCAL", None)
        manager = getattr(local, "context_manager", None)
        if manager is not None and not any(manager is one for one in _held):
            _held.append(manager)

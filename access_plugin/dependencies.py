"""Which Python libraries are missing, and how to get them."""

from __future__ import annotations

import importlib.util
import sys

from .engine.text import tr

#: Module → Debian package; what pip calls it is the module's own name. Without numba all works too, slowly: see ``engine.compiled``.
LIBRARIES = {
    "numpy": "python3-numpy", "scipy": "python3-scipy", "pandas": "python3-pandas", "shapely": "python3-shapely",
    "pyproj": "python3-pyproj", "pyogrio": "python3-pyogrio", "geopandas": "python3-geopandas", "rasterio": "python3-rasterio",
    "contourpy": "python3-contourpy", "osmium": "python3-pyosmium",
}  # fmt: skip


def missing_libraries() -> list[str]:
    """Return the modules that this Python does not find, without importing any."""
    return [name for name in LIBRARIES if importlib.util.find_spec(name) is None]


def how_to_install(missing: list[str]) -> str:
    """Return the sentences that say what is missing and how to get it on this system."""
    text = tr("Accès 30 needs Python libraries that are not installed: {libraries}.").format(libraries=", ".join(missing))
    if sys.platform == "win32":
        how = tr("Install the extension QPIP from the plugin manager and let it install them, or type in the OSGeo4W Shell: python -m pip install {libraries}")
        return text + " " + how.format(libraries=" ".join(missing))
    if sys.platform == "darwin":
        how = tr("Install the extension QPIP from the plugin manager and let it install them.")
        return text + " " + how
    how = tr("Install the packages of your distribution, on Debian 13: apt install {packages}. On Debian 12 see scripts/setup.")
    return text + " " + how.format(packages=" ".join(LIBRARIES[name] for name in missing))

"""Which Python libraries are missing or too old, how to get them, and where the extension QPIP put them."""

from __future__ import annotations

import importlib.util
import re
import sys
from importlib import metadata
from pathlib import Path

from .engine.text import tr

#: Module → Debian package; what pip calls it is the module's own name. Without numba all works too, slowly: see
#: ``engine.compiled``.
LIBRARIES = {
    "numpy": "python3-numpy",
    "scipy": "python3-scipy",
    "pandas": "python3-pandas",
    "shapely": "python3-shapely",
    "pyproj": "python3-pyproj",
    "pyogrio": "python3-pyogrio",
    "geopandas": "python3-geopandas",
    "rasterio": "python3-rasterio",
    "contourpy": "python3-contourpy",
    "osmium": "python3-pyosmium",
}
#: The versions below which these do not work; ``requirements.txt`` asks for what has wheels.
LEAST = {"shapely": "2.0", "pyogrio": "0.7", "geopandas": "1.0", "osmium": "4.0"}
PYTHON = (3, 11)
_all_there = False


def add_qpip_folder(settings: str) -> str:
    """Let this Python find what QPIP installed into a QGIS profile, and return the folder.

    Empty where there is none or it is found already.

    QPIP itself does so in the desktop alone: ``qgis_process`` starts no plugin that has no algorithms. As it does, the
    folder comes first: the same figures must come out here and there.
    """
    folder = Path(settings) / "python" / "dependencies"
    for found in (folder / f"{sys.version_info.major}.{sys.version_info.minor}", folder):
        if any(found.glob("*.dist-info")):
            if str(found) in map(str, sys.path):
                return ""
            sys.path.insert(0, str(found))
            importlib.invalidate_caches()
            return str(found)
    return ""


def missing_libraries() -> list[str]:
    """Return what this Python lacks, as pip would be asked for it (``geopandas>=1.0``), without importing any."""
    global _all_there
    if _all_there:  # asked before every run, and for every algorithm of the toolbox
        return []
    missing = [
        name + (f">={LEAST[name]}" if name in LEAST else "")
        for name in LIBRARIES
        if importlib.util.find_spec(name) is None or _too_old(name)
    ]
    _all_there = not missing and sys.version_info >= PYTHON
    return missing if sys.version_info >= PYTHON else ["Python>={}.{}".format(*PYTHON)]


def how_to_install(missing: list[str]) -> str:
    """Return the sentences that say what is missing and how to get it on this system."""
    if sys.version_info < PYTHON:
        text = tr(
            "Accès 30 needs Python {least} or later, and this QGIS brings {version}. Install a newer QGIS: on "
            "macOS, 3.44.4 or later brings Python 3.12."
        )
        return text.format(least="{}.{}".format(*PYTHON), version="{}.{}".format(*sys.version_info))
    text = tr("Accès 30 needs Python libraries that are not installed or too old: {libraries}.").format(
        libraries=", ".join(missing)
    )
    if sys.platform == "win32":
        how = tr(
            "Install the extension QPIP from the plugin manager and let it install them, or type in the OSGeo4W "
            "Shell: python -m pip install {libraries}"
        )
        return text + " " + how.format(libraries=" ".join(f'"{name}"' for name in (*_kept(missing), *missing)))
    if sys.platform == "darwin":
        how = tr("Install the extension QPIP from the plugin manager and let it install them.")
        return text + " " + how
    how = tr(
        "Install the packages of your distribution, on Debian 13: apt install {packages}. On Debian 12 see "
        "scripts/setup."
    )
    return text + " " + how.format(packages=" ".join(LIBRARIES[re.split("[<>=]", name)[0]] for name in missing))


def _kept(missing: list[str]) -> list[str]:
    """Return numpy at the version that is there.

    QGIS's own GDAL is built for it, and pip would bring a newer one along.
    """
    return [] if "numpy" in missing or not _version("numpy") else [f"numpy=={_version('numpy')}"]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _too_old(name: str) -> bool:
    """Tell whether a library is older than what works; one that does not tell its version is taken."""
    if name not in LEAST or not _version(name):
        return False
    return _numbers(_version(name)) < _numbers(LEAST[name])


def _numbers(version: str) -> tuple[int, int]:
    first, second = (re.findall(r"\d+", version) + ["0", "0"])[:2]
    return int(first), int(second)

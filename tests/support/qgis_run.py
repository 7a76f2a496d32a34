"""Runs qgis_process as a user would, and reads what it leaves."""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from paths import ROOT


@dataclass(frozen=True)
class Outcome:
    code: int
    text: str

    @property
    def results(self) -> dict:
        return json.loads(self.text)["results"]


def qgis_process(*arguments: str, stdin: str | None = None, path: str | None = None, folder=None) -> Outcome:
    """Run qgis_process with the plugin of this folder, in a profile that has it enabled, from a folder of choice."""
    environment = environment_of(profile())
    if path is not None:
        environment["PATH"] = path
    done = subprocess.run(
        ["/usr/bin/qgis_process", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        cwd=folder,
    )
    return Outcome(done.returncode, done.stdout + done.stderr)


def environment_of(folder: str) -> dict[str, str]:
    """Return an environment in which QGIS finds the plugin and keeps its settings in a folder.

    Pytest-qgis has set its own.
    """
    return os.environ | {
        "QGIS_PLUGINPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "QGIS_CUSTOM_CONFIG_PATH": folder,
    }


@functools.cache
def profile() -> str:
    """Return a QGIS profile of these tests' own, with the plugin enabled."""
    folder = tempfile.mkdtemp(prefix="access30-profile-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    subprocess.run(
        ["/usr/bin/qgis_process", "plugins", "enable", "access_plugin"],
        env=environment_of(folder),
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder


def run(algorithm: str, **parameters) -> Outcome:
    """Run an algorithm of the plugin; values as in the toolbox."""
    return qgis_process("run", f"access:{algorithm}", "--", *(f"{name}={value}" for name, value in parameters.items()))


def layers(path: Path):
    """Return the layers of a GeoPackage as tables."""
    import geopandas as gpd
    import pyogrio

    return {name: gpd.read_file(path, layer=name, engine="pyogrio") for name, _ in pyogrio.list_layers(path)}


def only(path: Path):
    """Return the one layer of a GeoPackage as a table."""
    (table,) = layers(path).values()
    return table


def table(path):
    """Return the only layer of a file without its shapes."""
    import pyogrio

    return pyogrio.read_dataframe(path, read_geometry=False)

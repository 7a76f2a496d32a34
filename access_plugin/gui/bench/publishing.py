"""A scenario as a question for the algorithms: a study of it, and its difference from another one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import geopandas as gpd
from qgis.core import QgsProcessing, QgsProcessingOutputLayerDefinition, QgsProcessingUtils, QgsProject

from ...engine.bench.opening import inputs_of
from ...engine.bench.scenario import Scenario
from ...engine.defaults import DEFINITIONS
from ...engine.errors import InputError
from ...engine.layer_file import write_layer
from ...engine.text import tr
from ...engine.words import word
from .session import BenchSession

#: What `access:comparescenarios` asks as `access:study` does.
_SHARED = (
    "NETWORK",
    "POPULATION",
    "TERRITORIES",
    "CODES",
    "THRESHOLD",
    "PROFILE",
    "PROFILE_SMUR",
    "PROFILE_MCS",
    "SEASON",
    "TRAFFIC",
    "SLOT",
    "CONVENTION",
    "CLOSURES",
)
_OF_PLACES = ("CANDIDATES", "NUMBER", "BASELINE", "MINGAIN", "RULES", "SECTORS")
#: What no system takes in the name of a folder.
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def study_of(session: BenchSession) -> dict[str, Any]:
    """Return the study of the scenario that is shown.

    Doctors (MCS) alone are candidates that are all chosen, so that figures of before and after are drawn; any other
    scenario is the list of sites.

    Raises
    ------
    InputError
        No study counts such care, or the temporary file with the sites cannot be written.
    """
    bench, scenario = session.bench, session.scenario
    if bench.setting.definition not in DEFINITIONS:
        text = tr(
            "“{care}” is no emergency care: no study counts it, and no figure of a press kit. Save the list, or show "
            "the difference on the map (“Side by side…”)."
        )
        raise InputError(text.format(care=word("DEFINITION", bench.setting.definition)))
    values = inputs_of(session.folder, bench.care.network)
    values = {name: value for name, value in values.items() if name not in _OF_PLACES}
    if scenario.tried and scenario.adds_only_doctors:
        candidates = _file(scenario.table(bench.care.sites.crs), session.name)
        values |= {"CANDIDATES": candidates, "NUMBER": len(scenario.tried), "MINGAIN": 0.0, "RULES": "none"}
    else:
        values |= {"SITES": _file(bench.sites_of(scenario), session.name), "DEFINITION": bench.setting.definition}
    folder = session.folder.with_name(f"{session.folder.name} - {folder_name(session.name)}")
    return values | {"OPEN": False, "FOLDER": str(folder)}


def difference_of(session: BenchSession, before: Scenario, after: Scenario) -> dict[str, Any]:
    """Return the comparison of two scenarios, into layers in memory that are loaded; errors as :func:`study_of`."""
    bench = session.bench
    inputs = inputs_of(session.folder, bench.care.network)
    values = {name: inputs[name] for name in _SHARED if name in inputs}
    values |= {
        "BEFORE": _file(bench.sites_of(before), tr("before")),
        "AFTER": _file(bench.sites_of(after), tr("after")),
        "DEFINITION": bench.setting.definition,
    }
    loaded = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, QgsProject.instance())
    return values | {"OUTPUT": loaded, "SUMMARY": loaded}


def _file(sites: gpd.GeoDataFrame, name: str) -> str:
    """Write sites into a temporary file, which a study keeps among its inputs: a run in another thread sees no layer in
    memory but the project's.
    """
    path, layer = QgsProcessingUtils.generateTempFilename(f"{folder_name(name)}.gpkg"), "sites"
    write_layer(sites, Path(path), layer, geometry_type="Point")
    return f"{path}|layername={layer}"


def folder_name(name: str) -> str:
    """Return a name as any system takes it for a folder or a file."""
    return _NO_NAME.sub("-", name).strip(" .") or tr("scenario")


def list_file(session: BenchSession) -> Path:
    """Return the file that is proposed for the list of sites."""
    return session.folder / f"{folder_name(session.name)}.csv"

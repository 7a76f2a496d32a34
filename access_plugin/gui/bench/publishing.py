"""A scenario as a question for the algorithms: a study of it, and its difference from another one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import geopandas as gpd
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
)

from ...engine.bench.opening import inputs_of
from ...engine.bench.scenario import Scenario
from ...engine.defaults import DEFINITIONS
from ...engine.errors import InputError
from ...engine.file_names import RESULTS
from ...engine.layer_file import write_layer
from ...engine.study.kept import read_run
from ...engine.text import tr
from ...engine.words import word
from .session import BenchSession

_OF_PLACES = ("CANDIDATES", "NUMBER", "BASELINE", "MINGAIN", "RULES", "SECTORS")
#: What counts is what the bench counts.
_OF_CARE = ("OTHER_CARE",)
#: What no system takes in the name of a folder.
_NO_NAME = re.compile(r'[\\/:*?"<>|%\x00-\x1f]+')
#: Names that Windows keeps for devices.
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


def study_of(session: BenchSession) -> dict[str, Any]:
    """Return the study of the scenario that is shown.

    Doctors (MCS) alone are its candidates, and as many are asked for, so that figures of before and after are drawn;
    those who bring nobody within the threshold whom the others do not are not chosen. Any other scenario is the list of
    sites, and every page says so.

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
    if scenario == Scenario():
        raise InputError(tr("Nothing is tried or switched off in this scenario yet: it is the study itself."))
    values = {name: value for name, value in _inputs(session).items() if name not in (*_OF_PLACES, *_OF_CARE)}
    if only_doctors(session):
        values |= {
            "SITES": _file(bench.sites_of(Scenario()), tr("before")),
            "CANDIDATES": _file(scenario.table(bench.care.sites.crs), session.name),
            "NUMBER": len(scenario.tried),
            "MINGAIN": 0.0,
            "RULES": "none",
        }
    else:
        values |= {"SITES": _file(bench.sites_of(scenario), session.name), "DEFINITION": bench.setting.definition}
    folder = str(_free_folder(session.folder, session.name))
    return values | {"SCENARIO": session.name, "FIGURES": "all", "OPEN": False, "FOLDER": folder}


def only_doctors(session: BenchSession) -> bool:
    """Tell whether the study of the scenario is one of today with places that are put by hand."""
    counts = session.bench.setting.definition == "first_care"
    return counts and bool(session.scenario.tried) and session.scenario.adds_only_doctors


def _inputs(session: BenchSession) -> dict[str, Any]:
    """Return what the study was asked, with the people as the study has them.

    Files may have changed since, and areas with people were spread over their streets.
    """
    people = f"{session.folder / RESULTS}|layername=places"
    return inputs_of(session.folder, session.bench.care.network) | {"POPULATION": people}


def _free_folder(study: Path, name: str) -> Path:
    """Return where the study of a scenario goes: beside the study; never in the place of another one."""
    stem = f"{study.name} - {folder_name(name)}"
    for number in range(1, 1000):
        folder = study.with_name(stem if number == 1 else f"{stem} {number}")
        if not folder.exists() or read_run(folder).get("inputs", {}).get("SCENARIO") == name:
            return folder
    return study.with_name(stem)


def difference_of(session: BenchSession, before: Scenario, after: Scenario, title: str) -> dict[str, Any]:
    """Return the comparison of two scenarios, into layers in memory that are loaded under a title.

    Errors as :func:`study_of`.
    """
    bench, algorithm = session.bench, QgsApplication.processingRegistry().algorithmById("access:comparescenarios")
    shared = {definition.name() for definition in algorithm.parameterDefinitions()}
    values = {name: value for name, value in _inputs(session).items() if name in shared and name not in _OF_CARE}
    values |= {
        "BEFORE": _file(bench.sites_of(before), tr("before")),
        "AFTER": _file(bench.sites_of(after), tr("after")),
        "DEFINITION": bench.setting.definition,
    }
    return values | {"OUTPUT": _loaded(title), "SUMMARY": _loaded(f"{title} ({tr('figures')})")}


def _loaded(title: str) -> QgsProcessingOutputLayerDefinition:
    """Return an output in memory that is loaded under a name."""
    definition = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, QgsProject.instance())
    definition.destinationName = title
    return definition


def _file(sites: gpd.GeoDataFrame, name: str) -> str:
    """Write sites into a temporary file, which a study keeps among its inputs.

    A run in another thread sees no layer in memory but the project's.
    """
    path, layer = QgsProcessingUtils.generateTempFilename(f"{folder_name(name)}.gpkg"), "sites"
    write_layer(sites, Path(path), layer, geometry_type="Point")
    return f"{path}|layername={layer}"


def folder_name(name: str) -> str:
    """Return a name as any system takes it for a folder or a file."""
    plain = _NO_NAME.sub("-", name).strip(" .") or tr("scenario")
    return f"_{plain}" if _DEVICES.match(plain) else plain


def list_file(session: BenchSession) -> Path:
    """Return the file that is proposed for the list of sites."""
    return session.folder / f"{folder_name(session.name)}.csv"

"""A study's folder → its bench."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd

from ..access.care import in_force
from ..access.people import People
from ..errors import InputError
from ..file_names import OWN_NETWORK, RESULTS
from ..network.closures import close_roads
from ..network.graph import Network, open_network
from ..placement.request import Request, names_of_candidates
from ..progress import SILENT, Progress
from ..reading import read_vector_file
from ..sites.table import read_sites
from ..study.folder import StudyFolder
from ..study.kept import read_run
from ..text import tr
from .bench import Bench, Best
from .grounds import Grounds
from .scenario import Scenario

#: Times that differ by more than this, in minutes, are those of other roads, speeds or sites.
_SAME_MIN = 0.01
DEFINITION = "first_care"


def open_bench(path: str | Path, *, definition: str = DEFINITION, progress: Progress = SILENT) -> Bench:
    """Put a study on the bench.

    Parameters
    ----------
    path
        The folder that ``access:study`` made.
    definition
        Which care counts on the bench; threshold, profiles, season, part of the week and convention are the study's.
    progress
        Where to report, and who may cancel.

    Raises
    ------
    InputError
        It is no study, or one by official times; its roads are missing, or no longer give its times.
    """
    folder = StudyFolder(path, progress)
    if folder.record.times is not None:
        text = tr(
            "The study in {path} stands on official times, which know no roads: a place that is tried has no time. "
            "Run a study on a road network (NETWORK) of the same area, and try places there."
        )
        raise InputError(text.format(path=folder.path))
    inputs = read_run(folder.path).get("inputs", {})
    setting = replace(folder.record.setting, definition=definition)
    network = _network(folder.path, inputs)
    try:
        network = _with_closures(folder.path, inputs, network, setting.season)
        progress.at(0.2)
        sites = read_sites(_layer(folder, "sites").drop(columns="counted"), RESULTS)
        places = _layer(folder, "places")
        care = in_force(network, sites, setting)
        progress.at(0.4)
        people = People(places, folder.table("territories"))
        proposed = _proposed(folder, network, sites["id"])
        bench = Bench(care, people, _best(folder), proposed=proposed, progress=progress.part(0.4, 1.0))
        _check_times(bench, places, folder.path)
    except BaseException:
        network.close()
        raise
    return bench


def _best(folder: StudyFolder) -> dict[int, Best]:
    """Return the best choices of the study by number, where they were chosen as the bench counts.

    People within the threshold, from SU or SMUR, by doctors who are there at any time.
    """
    request, curve = folder.record.request, folder.table("curve")
    asked = Request(number=1) if request is None else replace(request, number=1, time_limit=60.0, rules="none")
    if curve is None or replace(asked, language="") != Request(number=1, language=""):
        return {}
    return {row.number: Best(row.number, row.gained, row.bound) for row in curve.itertuples()}


def _proposed(folder: StudyFolder, network: Network, taken: pd.Series) -> Scenario | None:
    """Return the doctors (MCS) that a study suggests as a scenario; None where it suggests none."""
    chosen, request = cast("gpd.GeoDataFrame", folder.chosen), folder.record.request
    if len(chosen) == 0 or (request is not None and not request.places_doctors):
        return None
    scenario, points = Scenario(), chosen.to_crs(network.crs).geometry
    delays = chosen["delay_min"] if "delay_min" in chosen else pd.Series(0.0, index=chosen.index)
    for name, delay, point in zip(names_of_candidates(chosen), delays, points):
        scenario, _ = scenario.with_site("MCS", (point.x, point.y), set(taken), name=str(name), delay_min=float(delay))
    return scenario


def inputs_of(path: Path, network: Network) -> dict[str, Any]:
    """Return what a study was asked, by parameter.

    Its roads are the network that is open, and its files are where they are now.
    """
    inputs = read_run(path).get("inputs", {})

    def here(value: Any) -> Any:
        """Leave all as it is but what lay in the study's folder."""
        file, bar, rest = value.partition("|") if isinstance(value, str) else ("", "", "")
        found = _found(file, path, inputs)
        return value if found == Path(file) else str(found) + bar + rest

    kept = {name: here(value) for name, value in inputs.items() if name not in ("ROADS", "NETWORK", "FOLDER")}
    return kept | {"NETWORK": str(network.path)}


def _layer(folder: StudyFolder, name: str) -> gpd.GeoDataFrame:
    return cast("gpd.GeoDataFrame", folder.table(name))


def _network(folder: Path, inputs: dict[str, Any]) -> Network:
    said = str(inputs.get("NETWORK") or "")
    path = _found(said, folder, inputs) if said else folder / OWN_NETWORK
    if not path.is_file():
        text = tr(
            "The roads of the study in {path} are not where they were: {file}. Put the file back, or run the study "
            "again with the network where it is now."
        )
        raise InputError(text.format(path=folder, file=said or path))
    return open_network(path)


def _with_closures(folder: Path, inputs: dict[str, Any], network: Network, season: str) -> Network:
    said = str(inputs.get("CLOSURES") or "")
    if not said:
        return network
    path, _, rest = said.partition("|")
    layer = next((part[10:] for part in rest.split("|") if part.startswith("layername=")), None)
    table, name = read_vector_file(_found(path, folder, inputs), layer=layer)
    return close_roads(network, table, name, season)


def _found(path: str, folder: Path, inputs: dict[str, Any]) -> Path:
    """Return where a file of a study is: in its folder, where that has moved with it."""
    home = str(inputs.get("FOLDER") or "").rstrip("/\\")
    if home and path.startswith((f"{home}/", f"{home}\\")) and not Path(path).exists():
        return folder / path[len(home) :].lstrip("/\\")
    return Path(path)


def _check_times(bench: Bench, places: gpd.GeoDataFrame, path: Path) -> None:
    """Raise :class:`InputError` where the bench would not begin with the times of its study.

    Where no study counts what it counts, those to the SU are compared, or from the SMUR where there is no SU.
    """
    setting, was = bench.setting, bench.was
    if setting.column not in places:
        setting = replace(setting, definition="su" if places["t_su_min"].notna().any() else "smur")
        was = Grounds(replace(bench.care, setting=setting), places).minutes(bench.care)
    kept = places[setting.column].to_numpy(float)
    same = (np.abs(was - kept) < _SAME_MIN) | (np.isnan(was) & np.isnan(kept))
    if not same.all():
        text = tr(
            "The roads, speeds or sites of the study in {path} have changed since it was run: {count} {count:place "
            "has|places have} other times now. Run the study again, then try places."
        )
        raise InputError(text.format(path=path, count=int((~same).sum())))

"""The scenarios of a study, kept in its folder: ``scenarios.gpkg``, whole or as it was at every change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
from pyproj import CRS

from ..drafts import alone_in, whole_file
from ..errors import InputError
from ..file_names import SCENARIOS
from ..files import trouble
from ..layer_file import write_layer
from ..text import tr
from .scenario import Scenario, Tried

_TRIED, _CLOSED, _NAMES = "tried", "closed", "scenarios"
_LOCK = ".scenarios"
_COLUMNS = [field.name for field in fields(Tried) if field.name not in ("x", "y")]
_CLOSED_COLUMNS = ["scenario", "id", "role"]


class ScenarioStore:
    """The scenarios of one study, by name.

    Parameters
    ----------
    folder
        Of the study.
    crs
        Of its roads, in which sites that are tried stand.

    Raises
    ------
    InputError
        The file that is there cannot be read.
    """

    def __init__(self, folder: Path, crs: CRS) -> None:
        self.path, self._crs = folder / SCENARIOS, crs
        self._known = self._read()

    @property
    def names(self) -> list[str]:
        """The names of the scenarios, as they were kept last."""
        return list(self._known)

    def scenario(self, name: str) -> Scenario:
        """Return a scenario; an empty one where there is none of that name."""
        return self._known.get(name, Scenario())

    def keep(self, name: str, scenario: Scenario) -> str:
        """Keep a scenario under its name, beside all others that the file holds by now, and return that name.

        Where somebody else has changed the same one meanwhile, theirs stays and this one is kept under another name.

        Raises
        ------
        InputError
            The file cannot be written; it is as it was.
        """
        with self._alone():
            there = self._read()
            if name in there and there[name] not in (self._known.get(name), scenario):
                name = self.free_name(name, there)
            self._write(there | {name: scenario})
        return name

    def forget(self, name: str) -> None:
        """Delete a scenario, unless somebody else has changed it meanwhile; errors as :meth:`keep`."""
        with self._alone():
            there = self._read()
            if there.get(name) in (None, self._known.get(name)):
                self._write({key: scenario for key, scenario in there.items() if key != name})

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep others from changing the file between its reading and its writing; a disk's troubles are sentences."""
        try:
            with alone_in(self.path.parent, _LOCK):
                yield
        except OSError as error:
            raise trouble(error) from None

    def free_name(self, name: str, taken: dict[str, Scenario] | None = None) -> str:
        """Return a name that no scenario bears: the same one, with a number where it is taken."""
        taken = self._known if taken is None else taken
        numbered = (f"{name} ({n})" for n in range(2, len(taken) + 3))
        return next(free for free in (name, *numbered) if free not in taken)

    def changed_elsewhere(self) -> list[str]:
        """Read again, and return the names of the scenarios that somebody else has changed, added or deleted since."""
        there = self._read()
        changed = [name for name in {**self._known, **there} if self._known.get(name) != there.get(name)]
        self._known = there
        return changed

    def _read(self) -> dict[str, Scenario]:
        if not self.path.is_file():
            return {}
        try:
            names = pyogrio.read_dataframe(self.path, layer=_NAMES)["name"]
            tried = pyogrio.read_dataframe(self.path, layer=_TRIED)
            closed = pyogrio.read_dataframe(self.path, layer=_CLOSED)
            tried = tried.to_crs(self._crs) if len(tried) else tried
            return {
                name: Scenario(
                    tuple(_site(row) for row in tried[tried["scenario"] == name].itertuples()),
                    frozenset(
                        closed.loc[closed["scenario"] == name, ["id", "role"]].itertuples(index=False, name=None)
                    ),
                )
                for name in names
            }
        except Exception as error:  # pyogrio raises several unrelated kinds for a damaged file
            text = tr(
                "The scenarios of this study cannot be read ({path}: {reason}). Move the file elsewhere to begin anew, "
                "or put back a copy of it."
            )
            raise InputError(text.format(path=self.path, reason=error)) from None

    def _write(self, scenarios: dict[str, Scenario]) -> None:
        rows = [(name, site) for name, scenario in scenarios.items() for site in scenario.tried]
        tried = pd.DataFrame(
            [{"scenario": name} | asdict(site) for name, site in rows], columns=["scenario", *_COLUMNS, "x", "y"]
        ).astype({"delay_min": float, "doctors": float, "x": float, "y": float})
        shapes = gpd.points_from_xy(tried.pop("x"), tried.pop("y"))
        closed = [(name, *key) for name, scenario in scenarios.items() for key in sorted(scenario.closed)]
        with whole_file(self.path) as draft:
            write_layer(pd.DataFrame({"name": list(scenarios)}, dtype=object), draft, _NAMES)
            points = gpd.GeoDataFrame(tried, geometry=shapes, crs=self._crs)
            write_layer(points, draft, _TRIED, geometry_type="Point")
            write_layer(pd.DataFrame(closed, columns=_CLOSED_COLUMNS, dtype=object), draft, _CLOSED)
        self._known = scenarios


def _site(row: Any) -> Tried:
    """Return a site as it was kept; texts that are empty come back as none."""
    texts = {name: getattr(row, name) or "" for name in _COLUMNS if name not in ("delay_min", "doctors")}
    doctors = None if pd.isna(row.doctors) else row.doctors
    return Tried(**texts, delay_min=row.delay_min, doctors=doctors, x=row.geometry.x, y=row.geometry.y)

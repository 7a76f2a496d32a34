"""A study's folder, opened again: its tables and what was said of the run."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from ..errors import InputError
from ..file_names import RESULTS, RUN
from ..text import tr
from .record import FORMAT, Record


class StudyFolder:
    """Read-only view of a folder that ``access:study`` made.

    Parameters
    ----------
    path
        The folder.

    Raises
    ------
    InputError
        It is no study, is not whole, or was made by another state of the plugin.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        for name in (RUN, RESULTS):
            if not (self.path / name).is_file():
                text = tr("{path} is no folder of a study: it has no {name}. Choose one that “Run a whole study” made.")
                raise InputError(text.format(path=self.path, name=name))
        try:
            run = json.loads((self.path / RUN).read_text(encoding="utf-8"))
            record = run["record"]
            self.run = str(run.get("run", ""))  # the mark of the run, the same in its project
            if record["format"] != FORMAT:
                raise KeyError("format")
            self.record = Record.of_json(record)
            self.names = {name for name, _ in pyogrio.list_layers(self.path / RESULTS)}
        except (KeyError, TypeError, ValueError, pyogrio.errors.DataSourceError):
            text = tr("The study in {path} was made by another version of Accès 30, or its files were changed. Run it again.")
            raise InputError(text.format(path=self.path)) from None

    @functools.cache  # noqa: B019
    def table(self, name: str) -> pd.DataFrame | gpd.GeoDataFrame | None:
        """Return a layer of ``results.gpkg``, None where the study has none of that name."""
        return pyogrio.read_dataframe(self.path / RESULTS, layer=name) if name in self.names else None

    @property
    def summary(self) -> pd.DataFrame:
        """Figures by territory, everyone first."""
        return self.table("summary")

    @property
    def total(self) -> pd.Series:
        """The row of the summary that counts everyone."""
        return self.summary.iloc[0]

"""A study's folder, opened again: its tables and what was said of the run."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from ..drafts import recover
from ..errors import InputError
from ..file_names import RESULTS, RUN
from ..json_text import parsed
from ..layer_file import sum_of
from ..progress import SILENT, Progress
from ..text import tr
from .kept import record_sum
from .record import FORMAT, Record


class StudyFolder:
    """Read-only view of a folder that ``access:study`` made.

    Parameters
    ----------
    path
        The folder.
    progress
        Asked before each layer is read whether to go on.

    Raises
    ------
    InputError
        It is no study, is not whole, or was made by another state of the plugin.
    """

    def __init__(self, path: str | Path, progress: Progress = SILENT) -> None:
        self.path, self._progress = Path(path), progress
        self._tables: dict[str, pd.DataFrame | gpd.GeoDataFrame | None] = {}
        recover(self.path)
        for name in (RUN, RESULTS):
            if not (self.path / name).is_file():
                text = tr("{path} is no folder of a study: it has no {name}. Choose one that “Run a whole study” made.")
                raise InputError(text.format(path=self.path, name=name))
        try:
            run = parsed((self.path / RUN).read_text(encoding="utf-8"))
            record = run["record"]
            self.run = str(run.get("run", ""))  # the mark of the run, the same in its project
            if record["format"] != FORMAT:
                raise KeyError("format")
            if run.get("record_sum", "") not in ("", record_sum(record)):
                raise ValueError("record")
            self.record = Record.of_json(record)
            self._sums = dict(run.get("sums", {}))
            self.names = {name for name, _ in pyogrio.list_layers(self.path / RESULTS)}
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError, pyogrio.errors.DataSourceError):
            text = tr(
                "The study in {path} was made by another version of Accès 30, or its files were changed. Run it again."
            )
            raise InputError(text.format(path=self.path)) from None

    def table(self, name: str) -> pd.DataFrame | gpd.GeoDataFrame | None:
        """Return a layer of ``results.gpkg``, None where the study has none of that name.

        Raises
        ------
        InputError
            It cannot be read, or is not what the study wrote.
        """
        if name not in self._tables:
            self._tables[name] = self._read(name)
        return self._tables[name]

    def _read(self, name: str) -> pd.DataFrame | gpd.GeoDataFrame | None:
        if name not in self.names and name not in self._sums:
            return None
        self._progress.check()
        try:
            table = pyogrio.read_dataframe(self.path / RESULTS, layer=name)
        except Exception as error:  # pyogrio raises several unrelated kinds for a damaged file
            raise self._damaged(name, error) from None
        if name in self._sums and sum_of(table) != self._sums[name]:
            raise self._damaged(name, tr("its values were changed after the study was made"))
        return table

    def _damaged(self, name: str, reason: object) -> InputError:
        text = tr(
            "The layer {name} of the study in {path} is damaged ({reason}): its figures can no longer be vouched "
            "for. Run the study again."
        )
        return InputError(text.format(name=name, path=self.path, reason=reason))

    @property
    def summary(self) -> pd.DataFrame:
        """Figures by territory, everyone first."""
        return self.table("summary")

    @property
    def chosen(self) -> pd.DataFrame:
        """The suggested places; an empty table without any."""
        table = self.table("chosen")
        return self.summary.iloc[:0] if table is None else table

    @property
    def territory_codes(self) -> list[str]:
        """The codes of the territories; none without any."""
        table = self.table("territories")
        return [] if table is None else [str(code) for code in table["code"]]

    @property
    def total(self) -> pd.Series:
        """The row of the summary that counts everyone."""
        return self.summary.iloc[0]

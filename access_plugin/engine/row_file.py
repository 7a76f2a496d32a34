"""Tables that are written as they come, row by row: however long they are, memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio

from .drafts import whole_file
from .errors import InputError
from .harmless import for_cell
from .progress import SILENT, Progress
from .text import tr

#: Endings of the files that can be written, and rows between two questions whether the work is cancelled.
ENDINGS, _PART = (".gpkg", ".csv"), 50_000


def write_rows(path: Path, parts: Iterator[pd.DataFrame], *, progress: Progress = SILENT) -> int:
    """Write a table that comes in parts into a file, whole or not at all; return how many rows it has.

    CSV is what other programs read: commas, decimal points, UTF-8. Of a table without rows the fields are written.

    Parameters
    ----------
    path
        Ends with one of :data:`ENDINGS`.
    parts
        All with the same columns, at least one.
    progress
        Who may cancel.

    Raises
    ------
    InputError
        The file cannot be written.
    """
    count = 0
    with whole_file(path) as partial:
        writer = _WRITERS[path.suffix.lower()](partial)
        try:
            for part in parts:
                for first in range(0, max(len(part), 1), _PART):
                    progress.check()
                    writer.add(part.iloc[first : first + _PART])
                count += len(part)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.FeatureError, OSError) as error:
            text = tr("The file {path} cannot be written ({reason}). Free some space, or choose another folder.")
            raise InputError(text.format(path=path, reason=error)) from None
    return count


class _Csv:
    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, rows: pd.DataFrame) -> None:
        words = {name: rows[name].map(_harmless) for name in rows.select_dtypes(exclude="number")}
        rows.assign(**words).to_csv(self._path, mode="a", index=False, header=not self._path.exists(), encoding="utf-8")


class _GeoPackage:
    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, rows: pd.DataFrame) -> None:
        pyogrio.write_dataframe(rows, self._path, layer="matrix", driver="GPKG", append=self._path.exists())


def _harmless(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return for_cell(value) if isinstance(value, str) else value


_WRITERS: dict[str, Any] = {".csv": _Csv, ".gpkg": _GeoPackage}

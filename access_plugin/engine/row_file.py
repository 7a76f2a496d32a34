"""Tables that are written as they come, row by row: however long they are, memory stays flat."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyogrio

from .drafts import whole_file
from .errors import InputError
from .harmless import for_cell
from .progress import SILENT, Progress
from .text import tr

#: Endings of the files that can be written, and rows between two questions whether the work is cancelled.
ENDINGS, _PART = (".gpkg", ".csv", ".parquet"), 50_000


_NUMPY_OF_PYARROW_26 = 2


def write_rows(path: Path, parts: Iterator[pd.DataFrame], *, progress: Progress = SILENT) -> int:
    """Write a table that comes in parts into a file, whole or not at all; return how many rows it has.

    CSV is what other programs read: commas, decimal points, UTF-8. Of a table without rows the fields are written.
    Parquet, for notebooks and large matrices, needs pyarrow.

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
        The file cannot be written, or what writes it is not there.
    """
    count, kind = 0, path.suffix.lower()
    check_writer(path)
    with whole_file(path) as partial:
        try:
            with contextlib.closing(_WRITERS[kind](partial)) as writer:
                for part in parts:
                    for first in range(0, max(len(part), 1), _PART):
                        progress.check()
                        writer.add(part.iloc[first : first + _PART])
                    count += len(part)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.FeatureError, OSError) as error:
            text = tr("The file {path} cannot be written ({reason}). Free some space, or choose another folder.")
            raise InputError(text.format(path=path, reason=error)) from None
    return count


def check_writer(path: Path) -> None:
    """Raise :class:`InputError` where the library that writes such a file is not there."""
    if path.suffix.lower() != ".parquet":
        return
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        text = tr(
            "{path} cannot be written: Parquet files need the Python library pyarrow ({reason}). Install it as the "
            "others, python -m pip install {library}, or let the name end with .gpkg or .csv."
        )
        wanted = '"pyarrow<26"' if int(np.__version__.split(".")[0]) < _NUMPY_OF_PYARROW_26 else "pyarrow"
        raise InputError(text.format(path=path, reason=error, library=wanted)) from None


class _Writer(ABC):
    def __init__(self, path: Path) -> None:
        self._path = path

    @abstractmethod
    def add(self, rows: pd.DataFrame) -> None:
        """Write some rows; a part without any still says the fields."""

    def close(self) -> None:  # noqa: B027 most have nothing to close
        """Let go of the file."""


class _Csv(_Writer):
    def add(self, rows: pd.DataFrame) -> None:
        rows = _used_alone(rows)
        words = {name: rows[name].map(_harmless) for name in rows.select_dtypes(exclude="number")}
        rows.assign(**words).to_csv(self._path, mode="a", index=False, header=not self._path.exists(), encoding="utf-8")


class _GeoPackage(_Writer):
    def add(self, rows: pd.DataFrame) -> None:
        rows = rows.astype(dict.fromkeys(rows.select_dtypes("category").columns, object))
        pyogrio.write_dataframe(rows, self._path, layer="matrix", driver="GPKG", append=self._path.exists())


class _Parquet(_Writer):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._file: Any = None

    def add(self, rows: pd.DataFrame) -> None:
        import pyarrow
        import pyarrow.parquet

        rows = _used_alone(rows)
        words = rows.select_dtypes(exclude="number").columns
        rows = rows.assign(**{name: rows[name].map(_text).astype(object) for name in words})
        if self._file is None:
            numbers = rows.dtypes.drop(words)
            kinds = {name: pyarrow.from_numpy_dtype(numbers[name]) for name in numbers.index}
            kinds |= dict.fromkeys(words, pyarrow.string())
            schema = pyarrow.schema([(name, kinds[name]) for name in rows.columns])
            self._file = pyarrow.parquet.ParquetWriter(self._path, schema)
        self._file.write_table(pyarrow.Table.from_pandas(rows, schema=self._file.schema, preserve_index=False))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


def _used_alone(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose categories are those that stand in them: each is looked at once."""
    some = {name: rows[name].cat.remove_unused_categories() for name in rows.select_dtypes("category")}
    return rows.assign(**some)


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)


def _harmless(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return for_cell(value) if isinstance(value, str) else value


_WRITERS: dict[str, type[_Writer]] = {".csv": _Csv, ".gpkg": _GeoPackage, ".parquet": _Parquet}

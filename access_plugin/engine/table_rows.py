"""The rows of tables as they lie in text files and spreadsheets: encodings, separators, title rows."""

from __future__ import annotations

import codecs
import csv
import os
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pandas as pd
import pyogrio

from .errors import InputError
from .files import existing
from .plain_words import plain
from .text import listed, tr

TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
SPREADSHEET_SUFFIXES = (".xlsx", ".ods")

#: A code as portals write it for spreadsheets, ``="01053"``, and as people type it there, ``'01053``.
_AS_TEXT = re.compile(r"""^(?:="([^"]*)"|'(?=\d[\dABab]*$)(.*))$""")
#: Bytes of a file that are looked at together.
_PIECE = 4_000_000
#: A header row is looked for no further down than this: official files put notes above theirs.
MOST_TITLE_ROWS = 30
#: GDAL is asked for the cells as they are: no guess at headers, which may stand lower, nor at numbers, which may be
#: codes.
_RAW_CELLS = {
    "OGR_XLSX_HEADERS": "DISABLE",
    "OGR_XLSX_FIELD_TYPES": "STRING",
    "OGR_ODS_HEADERS": "DISABLE",
    "OGR_ODS_FIELD_TYPES": "STRING",
}


def decoded(path: str | os.PathLike[str]) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252.

    It is UTF-8 with or without its mark, UTF-16 with its mark, or else Windows-1252 (which contains latin-1).
    """
    return text_of(existing(path).read_bytes())


def text_of(raw: bytes) -> str:
    """Return the bytes of a text table as text, see :func:`decoded`."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the beginning of a file, cut inside a letter
        if error.end >= len(raw) - 3 and error.start > 0 and error.reason == "unexpected end of data":
            return raw[: error.start].decode("utf-8-sig")
        return raw.decode("cp1252", errors="replace")


def first_cells(path: str | os.PathLike[str], rows: int = MOST_TITLE_ROWS) -> list[list[str]]:
    """Return the first rows of a text table or spreadsheet, cells as they are, to tell what kind of file it is."""
    path = existing(path)
    if path.suffix.lower() in SPREADSHEET_SUFFIXES:
        return [cells for _, cells in spreadsheet_rows(path, None)][:rows]
    lines = text_of(path.read_bytes()[:1_000_000]).splitlines()[:rows]
    try:
        return [next(iter(csv.reader([line], delimiter=separator_of(lines))), []) for line in lines]
    except csv.Error:
        return []


def first_cells_of_sheets(path: str | os.PathLike[str], rows: int = MOST_TITLE_ROWS) -> list[list[str]]:
    """Return what :func:`first_cells` does, of every sheet of a spreadsheet, one after the other."""
    path = existing(path)
    if path.suffix.lower() not in SPREADSHEET_SUFFIXES:
        return first_cells(path, rows)
    return [cells for sheet in _sheets_of(path).values() for _, cells in sheet[:rows]]


def separator_of(lines: list[str]) -> str:
    """Return the separator that the first lines of a table hold most often."""
    sample = "\n".join(re.sub(r'"[^"]*"', "", line) for line in lines[:MOST_TITLE_ROWS])
    return max(";,\t|", key=sample.count)


def csv_rows(path: str | os.PathLike[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a text table, each with the number of its first line; the file is never held as a whole."""
    return ((line, stripped(cells)) for line, cells in rows_as_they_are(path))


def stripped(cells: list[str]) -> list[str]:
    """Return cells without the blanks around them, and without what keeps the zeros of a code for a spreadsheet.

    ``="01053"`` and ``'01053`` are ``01053``.
    """
    cells = list(map(str.strip, cells))
    together = "\t".join(["", *cells])  # most rows hold none, and are many
    if '\t="' not in together and "\t'" not in together:
        return cells
    return [_AS_TEXT.sub(r"\1\2", cell) for cell in cells]


def rows_as_they_are(path: str | os.PathLike[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows as :func:`csv_rows` does, with blanks around their cells: most of a large file is for nobody."""
    path = existing(path)
    encoding, quotes = _looked_through(path)
    line, began, cells = 1, 1, []
    errors = "ignore" if encoding == "utf-8-sig" else "replace"  # a file may be cut inside its last letter
    with path.open(encoding=encoding, errors=errors, newline="") as stream:
        sample = stream.read(100_000)
        stream.seek(0)
        separator = separator_of(sample.splitlines())
        if quotes == 0:  # three times as quick
            yield from ((number, row.rstrip("\r\n").split(separator)) for number, row in enumerate(stream, 1))
            return
        reader = csv.reader(stream, delimiter=separator, skipinitialspace=True)
        try:
            for cells in reader:
                yield line, cells
                began = line
                line = reader.line_num + 1
        except csv.Error as error:
            raise InputError(_no_table(path, error)) from None
    if quotes % 2 and any("\n" in cell for cell in cells):
        raise InputError(
            _no_table(
                path,
                tr("a quote is opened in the last row, from line {line:d} on, and never closed").format(line=began),
            )
        )


def _looked_through(path: Path) -> tuple[str, int]:
    """Return the encoding of a text file, as :func:`decoded` finds it, and how many quotes it holds.

    Raises
    ------
    InputError
        The file is missing, or holds binary data.
    """
    with path.open("rb") as stream:
        wide = stream.read(2) in (b"\xff\xfe", b"\xfe\xff")
        for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
            stream.seek(0)
            decoder = codecs.getincrementaldecoder(encoding)("strict" if encoding == "utf-8-sig" else "replace")
            quotes, binary = 0, False
            try:
                while piece := stream.read(_PIECE):
                    text = decoder.decode(piece)
                    quotes, binary = quotes + text.count('"'), binary or "\0" in text
            except UnicodeDecodeError:
                continue
            break
    if binary:
        raise InputError(_no_table(path, tr("it holds binary data")))
    return encoding, quotes


def table_rows(path: str | os.PathLike[str]) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a text table or of the first sheet of a spreadsheet, each with its number, cells as they are."""
    path = existing(path)
    yield from spreadsheet_rows(path, None) if path.suffix.lower() in SPREADSHEET_SUFFIXES else csv_rows(path)


def _no_table(path: str | os.PathLike[str], reason: object) -> str:
    text = tr(
        "{path} cannot be read as a table ({reason}). Check its separators and quotes; decimal commas need “;” "
        "between columns."
    )
    return text.format(path=path, reason=reason)


def spreadsheet_rows(path: Path, is_header: Callable[[list[str]], bool] | None) -> list[tuple[int, list[str]]]:
    """Return the rows of the sheet that has the header.

    Of several of some width, the one whose name bears the latest year.
    """
    sheets = _sheets_of(path)
    by_year = sorted(sheets, key=_year_of, reverse=True)
    places = {sheet: header_place(sheets[sheet], is_header) for sheet in by_year}
    wide = {sheet: sum(map(bool, sheets[sheet][place][1])) for sheet, place in places.items() if place is not None}
    # notes of two columns are no list
    good = [sheet for sheet, width in wide.items() if 2 * width >= max(wide.values())]
    if is_header is not None and good:
        _check_alone(path, good, {sheet: (sheets[sheet], cast("int", places[sheet])) for sheet in good})
    return sheets[(good or list(sheets))[0]] if sheets else []


def _sheets_of(path: Path) -> dict[str, list[tuple[int, list[str]]]]:
    """Return the rows of each sheet, with their numbers.

    Raises
    ------
    InputError
        The file is none that can be read.
    """
    pyogrio.set_gdal_config_options(_RAW_CELLS)
    try:
        sheets = {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an empty sheet has no column
            for sheet in pyogrio.list_layers(path)[:, 0]:
                cells = pyogrio.read_dataframe(path, layer=sheet, read_geometry=False)
                sheets[sheet] = [
                    (number, ["" if pd.isna(cell) else str(cell) for cell in row])
                    for number, row in enumerate(cells.itertuples(index=False), start=1)
                ]
    except Exception as error:  # GDAL's several kinds
        raise InputError(
            tr("{path} cannot be read as a spreadsheet ({reason}). Save it again as .xlsx or .csv.").format(
                path=path, reason=error
            )
        ) from None
    finally:
        pyogrio.set_gdal_config_options(dict.fromkeys(_RAW_CELLS))
    return sheets


def _year_of(sheet: str) -> int:
    return max([0, *map(int, re.findall(r"(?:19|20)\d\d", sheet))])


def _check_alone(path: Path, good: list[str], lists: dict[str, tuple[list[tuple[int, list[str]]], int]]) -> None:
    """Raise :class:`InputError` where other sheets, of no other year, hold rows under the headers of the first one."""

    def header(sheet: str) -> list[str]:
        rows, place = lists[sheet]
        return [plain(cell) for cell in rows[place][1]]

    def filled(sheet: str) -> bool:
        rows, place = lists[sheet]
        return any(any(cells) for _, cells in rows[place + 1 :])

    alike = [
        sheet
        for sheet in good
        if header(sheet) == header(good[0]) and _year_of(sheet) == _year_of(good[0]) and filled(sheet)
    ]
    if len(alike) > 1:
        text = tr(
            "{path}: several sheets hold lists with the same headers ({sheets}). Put their rows into one sheet, or "
            "save the sheet that counts as a file of its own."
        )
        raise InputError(text.format(path=path, sheets=listed(alike)))


def header_place(rows: list[tuple[int, list[str]]], is_header: Callable[[list[str]], bool] | None) -> int | None:
    """Return where the row of headers is among the first rows; None where there is none."""
    for place, (_, cells) in enumerate(rows[:MOST_TITLE_ROWS]):
        words = [plain(cell) for cell in cells]
        if is_header(words) if is_header else sum(word != "" for word in words) > 1:
            return place
    if is_header is None:  # a single column
        return next((place for place, (_, cells) in enumerate(rows[:MOST_TITLE_ROWS]) if any(cells)), None)
    return None

"""The ``.accessnet`` file: a header in JSON, then plain arrays, each where it can be memory-mapped.

Layout: the magic line, the length of the header (8 bytes, little-endian) and its check sum (CRC-32, 4 bytes), the
header in UTF-8 JSON (``format``, ``meta`` and, for each array, ``dtype``, ``shape``, ``offset`` and ``crc``), then the
arrays, aligned to 64 bytes.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import Arrays
from ..drafts import whole_file
from ..errors import InputError
from ..files import existing
from ..text import tr

SUFFIX = ".accessnet"
MAGIC = b"ACCESSNET\n"
FORMAT_VERSION = 6
_ALIGNMENT = 64
#: Files whose sums were checked by this process, with their state at that moment: they are opened again and again.
_checked: dict[str, tuple[int, int]] = {}


def write(path: str | os.PathLike[str], arrays: Arrays, meta: dict[str, Any]) -> None:
    """Write a network file, whole or not at all.

    Parameters
    ----------
    path
        Where to; an existing file is replaced at the very end.
    arrays
        Arrays by name, structured ones included.
    meta
        What JSON can hold.
    """
    arrays = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    table: dict[str, dict[str, Any]] = {}
    offset = 0
    for name, array in arrays.items():
        table[name] = {
            "dtype": np.lib.format.dtype_to_descr(array.dtype),
            "shape": array.shape,
            "offset": offset,
            "crc": _crc(array),
        }
        offset += -(-array.nbytes // _ALIGNMENT) * _ALIGNMENT
    header = json.dumps({"format": FORMAT_VERSION, "meta": meta, "arrays": table}, ensure_ascii=False).encode()
    body = -(-(len(MAGIC) + 12 + len(header)) // _ALIGNMENT) * _ALIGNMENT
    with whole_file(path) as partial, open(partial, "wb") as stream:
        stream.write(MAGIC + len(header).to_bytes(8, "little") + zlib.crc32(header).to_bytes(4, "little") + header)
        for name, array in arrays.items():
            stream.seek(body + table[name]["offset"])
            stream.write(array.data)
        stream.truncate(body + offset)


def read(path: str | os.PathLike[str]) -> tuple[Arrays, dict[str, Any]]:
    """Open a network file; the arrays are read-only views of the mapped file.

    Raises
    ------
    InputError
        The file is missing, is no network, is cut short or damaged, or was written in another format version.
    """
    path = check_kind(path)
    header, body = _header(path)
    whole = np.memmap(path, np.uint8, "r")
    state = path.stat()
    known = _checked.get(str(path.resolve())) == (state.st_mtime_ns, state.st_size)
    arrays = {}
    for name, row in header["arrays"].items():
        dtype = np.dtype([tuple(field) for field in row["dtype"]] if isinstance(row["dtype"], list) else row["dtype"])
        first = body + row["offset"]
        last = first + dtype.itemsize * int(np.prod(row["shape"]))
        if last > len(whole):
            raise InputError(_cut_short(path))
        if not known and zlib.crc32(whole[first:last].data) != row["crc"]:
            raise InputError(_damaged(path))
        arrays[name] = whole[first:last].view(dtype).reshape(row["shape"])
    _checked[str(path.resolve())] = state.st_mtime_ns, state.st_size
    return arrays, header["meta"]


def _header(path: Path) -> tuple[dict[str, Any], int]:
    """Return the header of a file, and where its arrays begin."""
    with open(path, "rb") as stream:
        start = stream.read(len(MAGIC) + 12)
        length = int.from_bytes(start[len(MAGIC) : len(MAGIC) + 8], "little")
        if length > path.stat().st_size - len(start):
            raise InputError(_cut_short(path) if _is_of_today(start) else older(path))
        text = stream.read(length)
    if not text or zlib.crc32(text) != int.from_bytes(start[-4:], "little"):
        raise InputError(_damaged(path) if _is_of_today(start) else older(path))
    header = json.loads(text)
    if header["format"] != FORMAT_VERSION:
        raise InputError(older(path))
    return header, -(-(len(start) + length) // _ALIGNMENT) * _ALIGNMENT


def _is_of_today(start: bytes) -> bool:
    """Tell a file whose header is damaged from one of before there was a check sum.

    There the header began 4 bytes earlier.
    """
    return start[-4:] != b'{"fo'


def _crc(array: np.ndarray) -> int:
    return zlib.crc32(array.reshape(-1).view(np.uint8).data) if array.size else 0


def check_kind(path: str | os.PathLike[str]) -> Path:
    """Return the path of a file that is there and begins as a network does, or raise :class:`InputError`."""
    path = existing(path)
    with open(path, "rb") as stream:
        if stream.read(len(MAGIC)) != MAGIC:
            text = tr(
                "{path} is not a network of Accès 30 (.accessnet). Make one from roads with the algorithm “Build "
                "a road network”, then choose it here."
            )
            raise InputError(text.format(path=path))
    return path


def older(path: Path) -> str:
    """Return the sentence that a file is of another version."""
    return tr("{path} was made by another version of Accès 30. Build the network again.").format(path=path)


def _damaged(path: Path) -> str:
    return tr(
        "{path} is damaged: its content is not what was written. Copy it again from where it came, or build the "
        "network again."
    ).format(path=path)


def _cut_short(path: Path) -> str:
    return tr("{path} is cut short. Build the network again.").format(path=path)

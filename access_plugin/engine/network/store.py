"""The ``.accessnet`` file: a header in JSON, then plain arrays, each where it can be memory-mapped.

Layout: the magic line, the length of the header (8 bytes, little-endian), the header in UTF-8 JSON (``format``, ``meta`` and, for
each array, ``dtype``, ``shape`` and ``offset``), then the arrays, aligned to 64 bytes.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..files import existing, whole_file
from ..text import tr

SUFFIX = ".accessnet"
MAGIC = b"ACCESSNET\n"
FORMAT_VERSION = 5
_ALIGNMENT = 64


def write(path: str | os.PathLike, arrays: dict[str, np.ndarray], meta: dict) -> None:
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
    table, offset = {}, 0
    for name, array in arrays.items():
        table[name] = {"dtype": np.lib.format.dtype_to_descr(array.dtype), "shape": array.shape, "offset": offset}
        offset += -(-array.nbytes // _ALIGNMENT) * _ALIGNMENT
    header = json.dumps({"format": FORMAT_VERSION, "meta": meta, "arrays": table}, ensure_ascii=False).encode()
    body = -(-(len(MAGIC) + 8 + len(header)) // _ALIGNMENT) * _ALIGNMENT
    with whole_file(path) as partial, open(partial, "wb") as stream:
        stream.write(MAGIC + len(header).to_bytes(8, "little") + header)
        for name, array in arrays.items():
            stream.seek(body + table[name]["offset"])
            stream.write(array.data)
        stream.truncate(body + offset)


def read(path: str | os.PathLike) -> tuple[dict[str, np.ndarray], dict]:
    """Open a network file; the arrays are read-only views of the mapped file.

    Raises
    ------
    InputError
        The file is missing, is no network, is cut short, or was written in another format version.
    """
    path = check_kind(path)
    with open(path, "rb") as stream:
        start = stream.read(len(MAGIC) + 8)
        length = int.from_bytes(start[len(MAGIC) :], "little")
        try:
            header = json.loads(stream.read(length))
        except ValueError:
            raise InputError(_cut_short(path)) from None
    if header["format"] != FORMAT_VERSION:
        text = tr("{path} was made by another version of Accès 30 (format {found}, this one reads {wanted}). Build the network again.")
        raise InputError(text.format(path=path, found=header["format"], wanted=FORMAT_VERSION))
    body = -(-(len(start) + length) // _ALIGNMENT) * _ALIGNMENT
    whole = np.memmap(path, np.uint8, "r")
    arrays = {}
    for name, row in header["arrays"].items():
        dtype = np.dtype([tuple(field) for field in row["dtype"]] if isinstance(row["dtype"], list) else row["dtype"])
        first = body + row["offset"]
        last = first + dtype.itemsize * int(np.prod(row["shape"]))
        if last > len(whole):
            raise InputError(_cut_short(path))
        arrays[name] = whole[first:last].view(dtype).reshape(row["shape"])
    return arrays, header["meta"]


def check_kind(path) -> Path:
    """Return the path of a file that is there and begins as a network does, or raise :class:`InputError`."""
    path = existing(path)
    with open(path, "rb") as stream:
        if stream.read(len(MAGIC)) != MAGIC:
            text = tr("{path} is not a network of Accès 30 (.accessnet). Make one from roads with the algorithm “Build a road network”, then choose it here.")
            raise InputError(text.format(path=path))
    return path


def _cut_short(path: Path) -> str:
    return tr("{path} is cut short. Build the network again.").format(path=path)

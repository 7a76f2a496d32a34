"""Files that are there and whole, folders that can be written to, and the sentences where they are not."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .errors import InputError
from .text import tr
from .views import check_views


def existing(path: str | os.PathLike[str]) -> Path:
    """Return the path of a file that is there, not empty, and comes to an end, or raise :class:`InputError`."""
    path = Path(path)
    if not path.is_file():
        raise InputError(tr("The file {path} does not exist. Check its folder and its name.").format(path=path))
    if path.stat().st_size == 0:
        raise InputError(tr("The file {path} is empty. Download or export it again.").format(path=path))
    check_views(path)
    return path


def writable_folder(path: str | os.PathLike[str]) -> Path:
    """Return a folder in which files can be created, made if need be, or raise :class:`InputError`."""
    path = Path(path)
    check_letters(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        text = tr(
            "Nothing can be written into the folder {path} ({reason}). Choose another folder or ask for the "
            "right to write there."
        )
        raise InputError(text.format(path=path, reason=cause(error))) from None
    return path


def check_letters(path: Path) -> None:
    """Raise :class:`InputError` where a path has letters with which a project in it would not find its layers.

    They are those that QGIS takes for its own signs, or that Windows knows no files with.
    """
    text = str(path.absolute())
    text = text.removeprefix("\\\\?\\")  # how Windows writes long paths
    text = text[2:] if text[1:2] == ":" else text  # the letter of a disk
    signs = dict.fromkeys(letter for letter in text if letter in '|:*?"<>' or ord(letter) < 32)
    bad = [*signs, *dict.fromkeys(re.findall(r"%[0-9A-Fa-f]{2}", text))]
    if bad:
        said = tr("The path {path} holds letters that QGIS cannot work with ({letters}). Choose another name.")
        raise InputError(
            said.format(
                path=text.replace("\n", "⏎").replace("\r", "⏎"),
                letters=", ".join(letter if ord(letter[0]) >= 32 else repr(letter) for letter in bad),
            )
        )


def trouble(error: OSError) -> InputError:
    """Return the sentence for a file that the system refuses to write or read.

    A full disk, a lost share, a right that is missing.
    """
    text = tr(
        "{path} could not be written or read ({reason}). Free some space on the disk, check the rights, or "
        "choose another folder; what was there before is unchanged."
    )
    return InputError(text.format(path=error.filename or tr("A file"), reason=cause(error)))


def cause(error: OSError) -> str:
    """Return in words why the system refuses a file, which the system itself says in English."""
    words = {
        errno.ENOSPC: tr("the disk is full"),
        errno.EDQUOT: tr("the disk is full"),
        errno.EACCES: tr("access is denied, or another program holds the file open"),
        errno.EPERM: tr("access is denied, or another program holds the file open"),
        errno.EROFS: tr("the disk can only be read"),
        errno.EEXIST: tr("a file has this name"),
        errno.ENOTDIR: tr("a file has this name"),
        errno.EISDIR: tr("a folder has this name"),
        errno.ENOENT: tr("it is not there"),
        errno.ENAMETOOLONG: tr("its name is too long"),
    }
    return words.get(error.errno or 0) or error.strerror or str(error)


def sha256(path: str | os.PathLike[str]) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_ending(path: Path, endings: Sequence[str]) -> None:
    """Raise :class:`InputError` where the name of a file to write says another kind of file."""
    if path.suffix.lower() not in endings:
        text = tr("{path} cannot be written: its name must end with one of {suffixes}.")
        raise InputError(text.format(path=path, suffixes=", ".join(endings)))

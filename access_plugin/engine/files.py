"""Files that are either whole or absent, and the marks by which a file is known again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from .errors import InputError
from .text import tr


def existing(path: str | os.PathLike) -> Path:
    """Return the path of a file that is there and not empty, or raise :class:`InputError`."""
    path = Path(path)
    if not path.is_file():
        raise InputError(tr("The file {path} does not exist. Check its folder and its name.").format(path=path))
    if path.stat().st_size == 0:
        raise InputError(tr("The file {path} is empty. Download or export it again.").format(path=path))
    return path


def writable_folder(path: str | os.PathLike) -> Path:
    """Return a folder in which files can be created, made if need be, or raise :class:`InputError`."""
    path = Path(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        text = tr("Nothing can be written into the folder {path} ({reason}). Choose another folder or ask for the right to write there.")
        raise InputError(text.format(path=path, reason=error.strerror)) from None
    return path


@contextlib.contextmanager
def whole_file(path: str | os.PathLike) -> Iterator[Path]:
    """Give a temporary neighbour of `path` to write to; it takes its place only when the block ends without an error."""
    path = Path(path)
    folder = path.parent
    if not folder.is_dir():
        raise InputError(tr("The folder {path} does not exist. Create it or choose another one.").format(path=folder))
    writable_folder(folder)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix + ".partial", dir=folder)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        umask = os.umask(0)
        os.umask(umask)
        partial.chmod(0o666 & ~umask)  # mkstemp's files are the owner's alone
        try:
            os.replace(partial, path)
        except OSError as error:
            text = tr("The file {path} cannot be replaced ({reason}). Close the programs that use it and start again.")
            raise InputError(text.format(path=path, reason=error.strerror)) from None
    finally:
        partial.unlink(missing_ok=True)


def publish(partial: Path, path: Path, gone: Iterable[Path] = ()) -> None:
    """Move every file under `partial` to the same place under `path`, over what stands there: all of them, or none; then delete those of `gone` that were not replaced.

    Raises
    ------
    InputError
        A file that stands there cannot be replaced; then every older file is where it was.
    """
    sources = sorted(file for file in partial.rglob("*") if file.is_file())
    targets = [path / source.relative_to(partial) for source in sources]
    aside: list[tuple[Path, Path]] = []
    try:
        for target in filter(Path.exists, targets):
            older = target.with_name(f".{target.name}.older")
            os.replace(target, older)
            aside.append((older, target))
    except OSError as error:
        for older, target in aside:
            os.replace(older, target)
        text = tr("The file {path} cannot be replaced ({reason}). Close the programs that use it and start again.")
        raise InputError(text.format(path=error.filename, reason=error.strerror)) from None
    for source, target in zip(sources, targets):
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)
    for older, _ in aside:
        older.unlink()
    for file in set(gone) - set(targets):
        file.unlink(missing_ok=True)


def sha256(path: str | os.PathLike) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

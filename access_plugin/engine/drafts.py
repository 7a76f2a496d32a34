"""Outputs that are whole or as they were: written in a draft beside their place, then moved there.

What a dead run left is finished or removed by the next one.

A draft is a hidden folder in the folder that the files go to, on the same disk. It holds a file that its run keeps
locked: the system lets go of the lock when the run ends, however it ends. What is to be moved is written down first, so
that a run which died while it moved can be finished: until then each name stands for its old file or its new one,
whole.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from .errors import InputError
from .files import cause, check_letters, writable_folder
from .text import tr

PREFIX = ".partial-"
_ALIVE, _MOVES, _OLDER, _PUBLISHING = ".alive", ".moves", ".older", ".publishing"
#: Seconds that a run waits for another one which is publishing into the same folder, and after which a draft that
#: nobody ever locked is left over.
_PATIENCE_S, _UNLOCKED_S = 30.0, 86_400.0
_SHAPEFILE_PARTS = (".dbf", ".shx", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".idm", ".ind")
_held: dict[Path, int | None] = {}


def new_draft(folder: str | os.PathLike[str]) -> Path:
    """Make a draft in a folder, after what dead runs left there was finished or removed.

    Raises
    ------
    InputError
        The folder does not exist, or nothing can be written into it.
    """
    folder = Path(folder)
    check_letters(folder)
    if not folder.is_dir():
        raise InputError(tr("The folder {path} does not exist. Create it or choose another one.").format(path=folder))
    writable_folder(folder)
    recover(folder)
    draft = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    _held[draft] = _lock(draft / _ALIVE, without=True)
    return draft


def discard(draft: Path) -> None:
    """Delete a draft with all that it holds."""
    handle = _held.pop(draft, None)
    if handle is not None:
        os.close(handle)
    shutil.rmtree(draft, ignore_errors=True)


@contextlib.contextmanager
def draft_in(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a draft in a folder; what was not published is gone at the end."""
    draft = new_draft(folder)
    try:
        yield draft
    finally:
        discard(draft)


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a path to write to; what is written takes the place of `path` only when the block ends without an error."""
    path = Path(path)
    with draft_in(path.parent) as draft:
        yield draft / path.name
        for extra in (file for file in contents(draft) if file != draft / path.name):
            extra.unlink()
        publish(draft)


def beside_draft(draft: Path, suffix: str) -> Path:
    """Return a path beside a draft for a file that must be written where it will lie.

    The next run removes it where this one dies.
    """
    return draft.with_name(draft.name + suffix)


def contents(draft: Path) -> list[Path]:
    """Return the files of a draft that are to be published."""
    own = {draft / name for name in (_ALIVE, _MOVES)}
    return sorted(
        file for file in draft.rglob("*") if file.is_file() and file not in own and draft / _OLDER not in file.parents
    )


def stale_parts(draft: Path) -> list[Path]:
    """Return the companions of older Shapefiles, which must not stand beside the new ones of a draft."""
    stems = [file.relative_to(draft).with_suffix("") for file in contents(draft) if file.suffix.lower() == ".shp"]
    return [
        path for stem in stems for suffix in _SHAPEFILE_PARTS if (path := draft.parent / f"{stem}{suffix}").is_file()
    ]


def publish(draft: Path, gone: Iterable[Path] = ()) -> None:
    """Move every file of a draft to the same place in the folder that it lies in, over what stands there.

    All of them, or none; then delete those of `gone` that were not replaced.

    Raises
    ------
    InputError
        A file that stands there cannot be replaced, or another run is publishing into the folder; then every older file
        is where it was.
    """
    names = [str(file.relative_to(draft)) for file in contents(draft)]
    removed = [str(Path(os.path.relpath(file, draft.parent))) for file in gone]
    for name in names:
        _to_disk(draft / name)
    written = draft / f"{_MOVES}-new"
    written.write_text(
        json.dumps({"names": names, "gone": [name for name in removed if name not in names]}), encoding="utf-8"
    )
    _to_disk(written)
    with alone_in(draft.parent):
        os.replace(written, draft / _MOVES)
        _move(draft, keep=True)


def recover(folder: Path) -> None:
    """Finish what a dead run was publishing into a folder, and remove the drafts of dead runs."""
    with contextlib.suppress(OSError):
        for draft in sorted(Path(folder).glob(f"{PREFIX}*")):
            if draft in _held:
                continue
            with contextlib.suppress(OSError, ValueError, InputError):
                if draft.is_dir():
                    _recover(draft)
                elif not draft.with_suffix("").exists():
                    draft.unlink()


def _recover(draft: Path) -> None:
    mark = draft / _ALIVE
    if not mark.exists():
        if time.time() - draft.stat().st_mtime > _UNLOCKED_S:
            shutil.rmtree(draft)
        return
    handle = _lock(mark, without=False)
    if handle is None:
        return  # its run is alive
    try:
        if (draft / _MOVES).exists():
            with alone_in(draft.parent):
                _move(draft, keep=False)
    finally:
        os.close(handle)
    shutil.rmtree(draft)


def _move(draft: Path, *, keep: bool) -> None:
    """Move what is written down; `keep` puts all back where one file cannot be replaced."""
    plan, folder = json.loads((draft / _MOVES).read_text(encoding="utf-8")), draft.parent
    moved: list[str] = []
    for name in plan["names"]:
        source, target, older = draft / name, folder / name, draft / _OLDER / name
        if not source.exists():
            continue  # moved before the run died
        try:
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            target.parent.mkdir(parents=True, exist_ok=True)
            if keep and target.exists():
                older.parent.mkdir(parents=True, exist_ok=True)
                _keep(target, older)
            os.replace(source, target)
            moved.append(name)
        except OSError as error:
            if keep:
                _put_back(draft, [*moved, name])
            text = tr("The file {path} cannot be replaced ({reason}). Close the programs that use it and start again.")
            raise InputError(text.format(path=target, reason=cause(error))) from None
    for name in plan["gone"]:
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    (draft / _MOVES).unlink()


def _keep(target: Path, older: Path) -> None:
    """Keep a file under another name: as a second name of it, or moved where the disk knows no second names."""
    try:
        os.link(target, older)
    except OSError:
        os.replace(target, older)


def _put_back(draft: Path, names: list[str]) -> None:
    for name in reversed(names):
        source, target, older = draft / name, draft.parent / name, draft / _OLDER / name
        if target.exists() and not source.exists():
            os.replace(target, source)
        if older.exists():
            os.replace(older, target)
    (draft / _MOVES).unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    """Have the system write a file to the disk: a name must not be there before its content."""
    with open(path, "rb+") as stream, contextlib.suppress(OSError):
        os.fsync(stream.fileno())


@contextlib.contextmanager
def alone_in(folder: Path, name: str = _PUBLISHING) -> Iterator[None]:
    """Wait until no other run publishes into a folder, or does there what else bears a name, and keep others out.

    Raises
    ------
    InputError
        Another run does not end.
    """
    path, until = folder / name, time.monotonic() + _PATIENCE_S
    while True:
        try:
            handle = _lock(path, without=True)
        # on Windows, while another run is deleting it; a folder that is closed to us was refused before
        except PermissionError:
            handle = None
        if handle is not None and _is_still(path, handle):
            break
        if handle is not None:
            os.close(handle)
        elif time.monotonic() > until:
            raise InputError(
                tr("Another run is writing into the folder {path}. Wait for its end, or choose another folder.").format(
                    path=folder
                )
            )
        else:
            time.sleep(0.02)
    try:
        yield
    finally:
        if os.name == "nt":  # an open file cannot be deleted there
            os.close(handle)
        with contextlib.suppress(OSError):
            path.unlink()
        if os.name != "nt":
            os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """Tell whether an open file is the one that a path leads to: another run may have deleted it meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except OSError:
        return False


def _lock(path: Path, *, without: bool) -> int | None:
    """Open a file and lock it; None while another run does.

    `without` says whether a disk that knows no locks is taken at its word.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if without and error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return handle
        os.close(handle)
        return None
    return handle

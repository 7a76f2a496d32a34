"""Views of a GeoPackage that never end: whoever read one would wait for ever, and could not be cancelled."""

from __future__ import annotations

import functools
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from .errors import InputError
from .text import tr

#: Seconds that a view may take to give all its rows.
LIMIT_S = 20.0
#: Steps of SQLite between two looks at the clock.
_STEPS = 100_000


def check_views(path: Path) -> None:
    """Raise :class:`InputError` where a GeoPackage holds a view whose rows do not come to an end in time.

    They have :data:`LIMIT_S` seconds.
    """
    if path.suffix.lower() in (".gpkg", ".sqlite"):
        status = path.stat()
        view = _endless(path, status.st_size, status.st_mtime_ns)
        if view:
            text = tr(
                "{path}: the view {view} did not give all its rows within {seconds:g} s. Save it as a layer of "
                "its own, into another file, and choose that one."
            )
            raise InputError(text.format(path=path, view=view, seconds=LIMIT_S))


@functools.lru_cache(maxsize=64)
def _endless(path: Path, _size: int, _changed: int) -> str:
    """Return the name of the first view without an end, else an empty one; asked once for each state of a file."""
    base = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
    try:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        return next((name for name in names if not _ends(base, name)), "")
    # no database, or one whose texts are none: who reads it says so
    except (sqlite3.Error, UnicodeError):
        return ""
    finally:
        base.close()


def _ends(base: sqlite3.Connection, name: str) -> bool:
    until = time.monotonic() + LIMIT_S
    base.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        quoted = name.replace('"', '""')
        # a name that the file gives itself, quoted; it is opened to be read only
        base.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608 # nosec B608
    # out of time; or it calls functions that only QGIS and GDAL know, and they say what is wrong with it
    except (sqlite3.Error, UnicodeError):
        return time.monotonic() <= until
    finally:
        base.set_progress_handler(None, 0)
    return True

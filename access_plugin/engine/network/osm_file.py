"""OpenStreetMap files as they come: extracts, files of the editor JOSM with objects new or deleted.

Histories and changes are refused.
"""

from __future__ import annotations

import bz2
import contextlib
import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

import numpy as np
import osmium

from ..arrays import Bools, Floats, Ints
from ..errors import AccessError, InputError
from ..text import tr

Opener = Callable[[Path, str], Any]
_OPENERS: dict[str, Opener] = {".osm": open, ".gz": gzip.open, ".bz2": bz2.open}
#: What JOSM writes at an object that was deleted, but not uploaded yet.
_DELETED = re.compile(rb"""action\s*=\s*["']delete["']""")
#: Where XML says of which moment it is: Overpass in ``<meta osm_base="…"/>``, others at the root.
_MOMENT = re.compile(rb"""<meta\s[^>]*osm_base\s*=\s*["']([^"']+)|<osm\s[^>]*timestamp\s*=\s*["']([^"']+)""")
_HEAD = 1 << 14
_PIECE, _OVERLAP = 1 << 20, 64


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what pyosmium raises for wrong bytes, numbers, dates and places into one sentence.

    Raises
    ------
    InputError
        The file cannot be read as OpenStreetMap data.
    """
    try:
        yield
    except AccessError:
        raise
    except (RuntimeError, ValueError, OverflowError, osmium.InvalidLocationError) as error:
        text = tr(
            "{path} cannot be read as OpenStreetMap data ({reason}). It may be cut short or be something else: "
            "download it again."
        )
        raise InputError(text.format(path=path, reason=error)) from None


class OsmFile:
    """A file, to be read object by object.

    Raises
    ------
    InputError
        The file is a full history, or holds changes: an object stands in it more than once.
    RuntimeError
        pyosmium cannot read it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.header = osmium.io.Reader(str(path), osmium.osm.NOTHING).header()
        if self.header.has_multiple_object_versions:
            raise self._several_versions()
        self.removed = _removed_in_josm(path)

    @property
    def date(self) -> str:
        """The moment of which the data are, as the file writes it; an empty text where it does not say."""
        stamp = self.header.get("osmosis_replication_timestamp", "")
        opener = _OPENERS.get(self.path.suffix.lower())
        if stamp or opener is None:
            return str(stamp)
        with opener(self.path, "rb") as file:
            found = _MOMENT.search(file.read(_HEAD))
        return (found[1] or found[2]).decode("ascii", "replace") if found else ""

    def objects(self, kind: str, *filters: Any) -> Iterator[Any]:
        """Give the objects of a kind (``node``, ``way``, ``relation``) that are neither deleted nor invisible."""
        entity = {"node": osmium.osm.NODE, "way": osmium.osm.WAY, "relation": osmium.osm.RELATION}[kind]
        removed, reader = self.removed[kind], osmium.FileProcessor(str(self.path), entity)
        for one in filters:
            reader = reader.with_filter(one)
        previous = None, 0
        for thing in reader:
            if thing.id == previous[0] and thing.version != previous[1]:
                raise self._several_versions()
            previous = thing.id, thing.version
            if not thing.deleted and thing.id not in removed:
                yield thing

    def nodes(self, wanted: Ints) -> Iterator[Any]:
        """Give the nodes whose ids (sorted) are wanted.

        New ones of JOSM have negative ids, which pyosmium's own filter does not take.
        """
        if len(wanted) == 0 or wanted[0] >= 0:
            yield from self.objects("node", osmium.filter.IdFilter(wanted.tolist()))
            return
        ids = set(wanted.tolist())
        yield from (node for node in self.objects("node") if node.id in ids)

    def first(self, ids: Ints, versions: Ints, worth: Bools | Floats) -> Ints:
        """Return the rows, in the order of the ids, of the objects each once.

        Of one that stands twice, as Overpass gives nodes with tags and then without, the one that is worth most.

        Raises
        ------
        InputError
            An object stands in several versions.
        """
        order = np.lexsort((-worth.astype(np.int64), ids))
        again = np.zeros(len(ids), bool)
        again[1:] = ids[order[1:]] == ids[order[:-1]]
        if (versions[order][1:] != versions[order][:-1])[again[1:]].any():
            raise self._several_versions()
        return order[~again]

    def _several_versions(self) -> InputError:
        text = tr(
            "{path} holds several versions of one object: it is a full history or a file of changes. Give an "
            "extract of one day (“osmium "
            "time-filter” makes one out of a history), or download one."
        )
        return InputError(text.format(path=self.path))


def _removed_in_josm(path: Path) -> dict[str, set[int]]:
    """Return the ids of the objects of an XML file that JOSM has marked as deleted."""
    removed: dict[str, set[int]] = {"node": set(), "way": set(), "relation": set()}
    suffix = path.suffix.lower()
    if suffix not in _OPENERS or not _has_deleted(path, _OPENERS[suffix]):
        return removed

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag in removed and attributes.get("action") == "delete" and re.fullmatch(r"-?\d+", attributes.get("id", "")):
            removed[tag].add(int(attributes["id"]))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with _OPENERS[suffix](path, "rb") as file:
        try:
            while piece := file.read(_PIECE):
                parser.Parse(piece, False)
        except (expat.ExpatError, OSError, EOFError, zlib.error) as error:
            raise RuntimeError(str(error)) from None
    return removed


def _has_deleted(path: Path, opener: Opener) -> bool:
    before = b""
    with opener(path, "rb") as file:
        try:
            while piece := file.read(_PIECE):
                if _DELETED.search(before + piece):
                    return True
                before = piece[-_OVERLAP:]
        except (OSError, EOFError, zlib.error) as error:
            raise RuntimeError(str(error)) from None
    return False

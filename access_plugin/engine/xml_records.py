"""Records out of XML files: the children of each element of a kind, as texts.

Read by expat itself, piece by piece, so that a file of any size fits. A file that declares entities of its own is
refused: none of this trade needs them, and they are how a small file becomes a huge one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from xml.parsers import expat

_PIECE = 1 << 20


class BrokenXml(ValueError):
    """The text is not whole XML, or declares entities; says why."""


def pieces_of(path: str | os.PathLike[str]) -> Iterator[bytes]:
    """Give the bytes of a file in pieces of one megabyte."""
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def plain_parser(
    start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], characters: Callable[[str], None]
) -> expat.XMLParserType:
    """Return a parser that tells of elements and texts, and raises :class:`BrokenXml` where entities are declared."""

    def refuse(name: str, *_: object) -> None:
        raise BrokenXml(f"<!ENTITY {name}>")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = characters, refuse
    return parser


def xml_records(pieces: Iterable[bytes], tags: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the tag and the children of each element whose tag is one of `tags`.

    The children are ``{child's tag: its text}``, without prefixes of namespaces.

    Raises
    ------
    BrokenXml
        While it is read: what came before has been given.
    """
    reader = _Reader(frozenset(tags))
    for piece in pieces:
        yield from reader.read(piece)
    yield from reader.read(b"", last=True)


class _Reader:
    def __init__(self, tags: frozenset[str]) -> None:
        self.tags = tags
        self.record: tuple[str, dict[str, str]] | None = None
        self.found: list[tuple[str, dict[str, str]]] = []
        self.depth = 0  # below the element of the record
        self.text: list[str] = []
        self.parser = plain_parser(self._start, self._end, self._characters)

    def read(self, piece: bytes, last: bool = False) -> list[tuple[str, dict[str, str]]]:
        try:
            self.parser.Parse(piece, last)
        except expat.ExpatError as error:
            raise BrokenXml(str(error)) from None
        found, self.found = self.found, []
        return found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if self.record is None:
            if tag in self.tags:
                self.record, self.depth = (tag, {}), 0
            return
        self.depth += 1
        if self.depth == 1:
            self.text = []

    def _characters(self, text: str) -> None:
        if self.record is not None and self.depth == 1:
            self.text.append(text)

    def _end(self, tag: str) -> None:
        if self.record is None:
            return
        if self.depth == 0:
            self.found.append(self.record)
            self.record = None
        elif self.depth == 1:
            self.record[1][tag.rpartition(":")[2]] = "".join(self.text)
        self.depth -= 1

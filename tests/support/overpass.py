"""A small Overpass: it answers the questions that :mod:`access_plugin.engine.fetch.overpass` asks, from an extract."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
import osmium

_STATEMENT = re.compile(r'(way|relation)\["([^"]+)"(=|~)"([^"]+)"\]\(([^)]+)\)(->\.lakes)?')
_LAKES = "way(r.lakes);.lakes;"
_END = "(._;way._;>;);out body;"


@dataclass
class Overpass:
    """The objects of an extract, by id.

    Attributes
    ----------
    nodes
        Longitude, latitude and tags.
    ways
        Nodes and tags.
    relations
        Members (kind, id, role) and tags.
    """

    nodes: dict[int, tuple[float, float, dict]] = field(default_factory=dict)
    ways: dict[int, tuple[list[int], dict]] = field(default_factory=dict)
    relations: dict[int, tuple[list[tuple[str, int, str]], dict]] = field(default_factory=dict)

    @classmethod
    def of(cls, extract: Path) -> Overpass:
        found = cls()
        for item in osmium.FileProcessor(str(extract)):
            tags = dict(item.tags)
            if item.is_node():
                found.nodes[item.id] = (item.location.lon, item.location.lat, tags)
            elif item.is_way():
                found.ways[item.id] = ([node.ref for node in item.nodes], tags)
            elif item.is_relation():
                members = [({"n": "node", "w": "way", "r": "relation"}[m.type], m.ref, m.role) for m in item.members]
                found.relations[item.id] = (members, tags)
        return found

    def __post_init__(self) -> None:
        self._boxes: dict[int, tuple[float, float, float, float]] = {}

    def answer(self, question: str) -> str:
        """Return the XML of a question; ways whose box meets that of the question are taken for in it."""
        statements = _STATEMENT.findall(question)
        assert statements and question.endswith(_END) and _LAKES in question, question
        rest = _STATEMENT.sub("", question).removeprefix("[out:xml][timeout:180];").removesuffix(_END)
        assert not set(rest.replace(_LAKES, "")) - set("();"), f"statements that this server does not know: {rest}"
        ways, relations, lakes = set(), set(), set()
        for kind, key, how, value, box, kept in statements:
            pattern = re.compile(value if how == "~" else re.escape(value) + "$")
            matches = pattern.search if how == "~" else pattern.match
            south, west, north, east = map(float, box.split(","))
            inside = west, south, east, north
            objects = self.ways if kind == "way" else self.relations
            for number, (members, tags) in objects.items():
                if key in tags and matches(tags[key]) and self._meets(kind, number, members, inside):
                    (lakes if kept else ways if kind == "way" else relations).add(number)
        # members of lakes alone: a union hands the set of its last statement on, from whose ways “>” goes down
        ways |= {m[1] for r in lakes for m in self.relations[r][0] if m[0] == "way" and m[1] in self.ways}
        relations |= lakes
        nodes = {n for w in ways for n in self.ways[w][0] if n in self.nodes}
        return self._written(sorted(nodes), sorted(ways), sorted(relations))

    def _box(self, way: int) -> tuple[float, float, float, float]:
        if way not in self._boxes:
            points = np.array([self.nodes[n][:2] for n in self.ways[way][0] if n in self.nodes]).reshape(-1, 2)
            empty = (np.inf, np.inf, -np.inf, -np.inf)
            self._boxes[way] = (*points.min(axis=0), *points.max(axis=0)) if len(points) else empty
        return self._boxes[way]

    def _meets(self, kind: str, number: int, members: list, box: tuple[float, float, float, float]) -> bool:
        if kind == "relation":
            return any(m[0] == "way" and m[1] in self.ways and self._meets("way", m[1], [], box) for m in members)
        west, south, east, north = self._box(number)
        return west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]

    def _written(self, nodes: list[int], ways: list[int], relations: list[int]) -> str:
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="test">']
        for n in nodes:
            lon, lat, tags = self.nodes[n]
            lines += [f'<node id="{n}" lat="{lat:.7f}" lon="{lon:.7f}">', *_tags(tags), "</node>"]
        for w in ways:
            refs, tags = self.ways[w]
            lines += [f'<way id="{w}">', *(f'<nd ref="{n}"/>' for n in refs), *_tags(tags), "</way>"]
        for r in relations:
            members, tags = self.relations[r]
            lines.append(f'<relation id="{r}">')
            lines += [f'<member type="{kind}" ref="{ref}" role={quoteattr(role)}/>' for kind, ref, role in members]
            lines += [*_tags(tags), "</relation>"]
        return "\n".join([*lines, "</osm>"])


def _tags(tags: dict[str, str]) -> list[str]:
    return [f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items()]

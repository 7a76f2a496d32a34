"""Reads OpenStreetMap extracts (``.osm.pbf``, ``.osm``, ``.osm.gz``, ``.osm.bz2``) with pyosmium."""

from __future__ import annotations

import dataclasses
import os
from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import osmium

from ..arrays import Arrays, Bools, Floats, Ints, Triple
from ..errors import InputError
from ..files import existing, sha256
from ..progress import SILENT, Progress
from ..text import tr
from .attributes import ACCESS, ACCESS_CODE, KIND
from .osm_file import OsmFile, told
from .osm_water import read_water_ways, water_of
from .source import SIGNAL_BACKWARD, SIGNAL_FORWARD, RoadSource, WayBan
from .tags import ACCESS_CHAIN, KEYS, access, closures, kind_of_way, not_understood

#: Keys and values of a way.
Tags = frozenset[tuple[str, str]]

SUFFIXES = (".osm.pbf", ".pbf", ".osm", ".osm.gz", ".osm.bz2")
LICENCE = "© OpenStreetMap contributors, ODbL 1.0"
#: Barriers that a car passes unless an access tag says otherwise (OSM wiki, Key:barrier). All others stop it.
PASSABLE_BARRIERS = frozenset(
    "border_control bump_gate cattle_grid entrance gate height_restrictor hampshire_gate kerb lift_gate no "
    "sally_port swing_gate toll_booth".split()
)
SETTLEMENT_LANDUSE = frozenset("residential commercial retail industrial".split())
SIGNAL_DIRECTIONS = {"forward": SIGNAL_FORWARD, "backward": SIGNAL_BACKWARD}


def is_osm(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether a file is an OpenStreetMap extract."""
    return Path(path).name.lower().endswith(SUFFIXES)


def read_osm(path: str | os.PathLike[str], *, progress: Progress = SILENT) -> RoadSource:
    """Read the roads of an OpenStreetMap extract.

    Parameters
    ----------
    path
        The extract. Its suffix says its format.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    RoadSource
        Drivable ways only, with all that a profile may want to know of them.

    Raises
    ------
    InputError
        The file is missing, empty, cut short, not OpenStreetMap data, a history or changes, or holds no drivable road.
    """
    path = existing(path)
    if not is_osm(path):
        text = tr("{path} is not an OpenStreetMap file: its name must end with one of {suffixes}.")
        raise InputError(text.format(path=path, suffixes=", ".join(SUFFIXES)))
    with told(path):
        source = _read(path, progress)
    if len(source.way_id) == 0:
        raise InputError(
            tr("{path} holds no road that a car can drive on. Choose an extract with highway=* ways.").format(path=path)
        )
    return source


def _read(path: Path, progress: Progress) -> RoadSource:
    file = OsmFile(path)
    ways, settlements, counts = _read_ways(file, progress.part(0.0, 0.4))
    bans, way_bans = _read_bans(file, counts, progress)
    water, wanted = read_water_ways(file, progress), np.union1d(ways["refs"], settlements["refs"])
    nodes = _read_nodes(file, np.union1d(wanted, water.refs), counts, progress.part(0.5, 1.0))
    lakes, rivers = progress.aside(lambda progress: water_of(water, nodes))
    of_roads = _positions(wanted, nodes["id"])[1]
    nodes = {name: column[of_roads] for name, column in nodes.items()}
    counts["nodes"] = len(nodes["id"])
    source = progress.aside(lambda progress: _joined(file, ways, settlements, bans, way_bans, nodes, counts))
    return dataclasses.replace(source, lakes=lakes, rivers=rivers)


def _joined(
    file: OsmFile,
    ways: Arrays,
    settlements: Arrays,
    bans: Ints,
    way_bans: list[WayBan],
    nodes: Arrays,
    counts: Counter[str],
) -> RoadSource:
    """Put what was read together, with nodes by their place in place of their number."""
    index, found = _positions(nodes["id"], ways["refs"])
    way_start, way_nodes, of_way = _split_at_gaps(ways["start"], index, found)
    cut = np.zeros(len(nodes["id"]), bool)
    cut[_beside_gaps(ways["start"], index, found)] = True
    counts["missing_nodes"] = int((~found).sum())
    via, known = _positions(nodes["id"], bans[:, 0])
    bans = np.column_stack([via[known], bans[known, 1:]]).astype(np.int64)
    return RoadSource(
        lon=nodes["lon"],
        lat=nodes["lat"],
        way_start=way_start,
        way_nodes=way_nodes,
        way_kind=ways["kind"][of_way],
        kinds=ways["kinds"],
        way_id=ways["id"][of_way],
        signal=nodes["signal"],
        barrier=nodes["barrier"],
        bans=bans,
        settlements=_rings(settlements, nodes),
        origin=_origin(file),
        counts=dict(counts),
        cut=cut,
        way_bans=way_bans,
    )


def _read_ways(file: OsmFile, progress: Progress) -> tuple[Arrays, Arrays, Counter[str]]:
    kind_of_tags: dict[Tags, int] = {}
    kinds: dict[tuple[int, ...], int] = {}
    odd: set[Tags] = set()
    refs, lengths, kind, ids, versions = array("q"), array("l"), array("i"), array("q"), array("q")
    built_refs, built_lengths = array("q"), array("l")
    counts: Counter[str] = Counter()
    wanted = osmium.filter.KeyFilter("highway", "route", "landuse")
    for way in file.objects("way", wanted):
        if way.id % 4096 == 0:
            progress.check()
        nodes = [node.ref for node in way.nodes]
        if "highway" not in way.tags and "route" not in way.tags:
            if way.tags.get("landuse") in SETTLEMENT_LANDUSE and len(nodes) > 3 and nodes[0] == nodes[-1]:
                built_refs.extend(nodes)
                built_lengths.append(len(nodes))
            continue
        tags = frozenset((tag.k, tag.v) for tag in way.tags if tag.k in KEYS)
        if tags not in kind_of_tags:
            row = kind_of_way(dict(tags))
            kind_of_tags[tags] = -1 if row is None else kinds.setdefault(row, len(kinds))
            if row is not None and not_understood(dict(tags)):
                odd.add(tags)
        counts["ways"] += 1
        if kind_of_tags[tags] < 0 or len(nodes) < 2:
            counts["not_drivable"] += 1
            continue
        counts["conditions_not_understood"] += tags in odd
        refs.extend(nodes)
        lengths.append(len(nodes))
        kind.append(kind_of_tags[tags])
        ids.append(way.id)
        versions.append(way.version)
    progress.at(1.0)
    kept = np.sort(file.first(np.array(ids, np.int64), np.array(versions, np.int64), np.zeros(len(ids))))
    start, rows = _starts(lengths), np.array(refs, np.int64)
    if len(kept) < len(ids):
        rows, start = (
            np.concatenate([rows[start[row] : start[row + 1]] for row in kept]),
            _starts(np.array(lengths)[kept]),
        )
    ways = {
        "refs": rows,
        "start": start,
        "kind": np.array(kind, np.int32)[kept],
        "id": np.array(ids, np.int64)[kept],
        "kinds": np.array(list(kinds), KIND),
    }
    return ways, {"refs": np.array(built_refs, np.int64), "start": _starts(built_lengths)}, counts


def _read_bans(file: OsmFile, counts: Counter[str], progress: Progress) -> tuple[Ints, list[WayBan]]:
    """Return the banned turns as :class:`RoadSource` keeps them, over nodes and over ways.

    What cannot be kept is counted.
    """
    bans, way_bans = [], []
    wanted = osmium.filter.KeyFilter("restriction", "restriction:motorcar", "restriction:conditional")
    for relation in file.objects("relation", wanted):
        progress.check()
        word = relation.tags.get("restriction:motorcar") or relation.tags.get("restriction")
        members = {
            role: [(m.type, m.ref) for m in relation.members if m.role == role] for role in ("from", "via", "to")
        }
        if word is None or not word.startswith(("no_", "only_")) or "motorcar" in relation.tags.get("except", ""):
            counts["bans_conditional_or_other"] += 1
            continue
        kinds, only = "".join(kind for kind, _ in members["via"]), int(word.startswith("only_"))
        pairs = [(a, b) for _, a in members["from"] for _, b in members["to"]]
        if kinds == "n" and pairs and not (only and pairs[0][0] == pairs[0][1]):
            bans += [(members["via"][0][1], a, b, only) for a, b in pairs]
        elif set(kinds) == {"w"} and pairs:
            way_bans += [(a, tuple(via for _, via in members["via"]), b, only) for a, b in pairs]
        else:
            counts["bans_apart"] += 1
    return np.array(bans, np.int64).reshape(-1, 4), way_bans


def _read_nodes(file: OsmFile, wanted: Ints, counts: Counter[str], progress: Progress) -> Arrays:
    ids, versions, lon, lat, signal, barrier = array("q"), array("q"), array("d"), array("d"), array("B"), array("B")
    for node in file.nodes(wanted):
        if len(ids) % 4096 == 0:
            progress.at(len(ids) / max(len(wanted), 1))
        if not node.location.valid():
            continue
        ids.append(node.id)
        versions.append(node.version)
        lon.append(node.location.lon)
        lat.append(node.location.lat)
        tags = node.tags
        signal.append(_signal(tags) if len(tags) else 0)
        barrier.append(_barrier(tags, counts) if len(tags) else 0)
    order = file.first(
        np.array(ids, np.int64), np.array(versions, np.int64), np.array(signal, bool) | np.array(barrier, bool)
    )
    columns = {
        "id": (ids, "i8"),
        "lon": (lon, "f8"),
        "lat": (lat, "f8"),
        "signal": (signal, "u1"),
        "barrier": (barrier, "u1"),
    }
    return {name: np.array(values, dtype)[order] for name, (values, dtype) in columns.items()}


def _signal(tags: osmium.osm.TagList) -> int:
    if tags.get("highway") != "traffic_signals":
        return 0
    return SIGNAL_DIRECTIONS.get(tags.get("traffic_signals:direction"), SIGNAL_FORWARD | SIGNAL_BACKWARD)


def _barrier(tags: osmium.osm.TagList, counts: Counter[str]) -> int:
    """Return what stands in the way at a node, see :class:`RoadSource`.

    Who may pass, and the seasons in which nobody does (a snow gate).
    """
    barrier = tags.get("barrier")
    if barrier is None:
        return 0
    said = {tag.k: tag.v for tag in tags if tag.k in KEYS}
    opens, emergency = barrier in PASSABLE_BARRIERS, said.get("emergency")
    if said.keys().isdisjoint(ACCESS_CHAIN):
        said["access"] = "yes" if opens else "no"
    word = access(said)
    if word in ("private", "no"):  # a gate opens to who may open it; a bollard only where its tags say so
        word = (
            "gate"
            if emergency == "yes"
            else "no"
            if emergency == "no" or not opens
            else "private"
            if word == "private"
            else "gate"
        )
    counts["conditions_not_understood"] += not_understood(said)
    return ACCESS_CODE[word] + len(ACCESS) * closures(said)


def _starts(lengths: Sequence[int] | Ints) -> Ints:
    return np.concatenate([[0], np.cumsum(np.array(lengths, np.int64))]).astype(np.int64)


def _positions(known: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Return where each wanted id stands in the sorted known ones, and whether it stands there at all."""
    if len(known) == 0:
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
    index = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return index, known[index] == wanted


def _split_at_gaps(start: Ints, index: Ints, found: Bools) -> Triple:
    """Cut ways where a node is missing from the extract.

    Return starts, nodes and the old way of each piece of two nodes or more.
    """
    way = np.repeat(np.arange(len(start) - 1), np.diff(start))
    piece = np.cumsum(~found)
    kept_way, kept_piece, kept_index = way[found], piece[found], index[found]
    new = np.ones(len(kept_index), bool)
    new[1:] = (kept_way[1:] != kept_way[:-1]) | (kept_piece[1:] != kept_piece[:-1])
    first = np.flatnonzero(new)
    length = np.diff(np.append(first, len(kept_index)))
    keep = np.repeat(length > 1, length)
    return _starts(length[length > 1]), kept_index[keep].astype(np.int32), kept_way[first][length > 1]


def _beside_gaps(start: Ints, index: Ints, found: Bools) -> Ints:
    """Return the nodes next to which, along a way, one is missing from the extract."""
    way = np.repeat(np.arange(len(start) - 1), np.diff(start))
    gap = (found[1:] != found[:-1]) & (way[1:] == way[:-1])
    beside: Ints = index[np.where(found[:-1], np.arange(len(gap)), np.arange(1, len(gap) + 1))[gap]]
    return beside


def _rings(settlements: Arrays, nodes: Arrays) -> list[Floats]:
    index, found = _positions(nodes["id"], settlements["refs"])
    rings = []
    for first, last in zip(settlements["start"][:-1], settlements["start"][1:]):
        if found[first:last].all():
            ring = index[first:last]
            rings.append(np.column_stack([nodes["lon"][ring], nodes["lat"][ring]]))
    return rings


def _origin(file: OsmFile) -> dict[str, str]:
    return {"name": file.path.name, "sha256": sha256(file.path), "date": file.date, "licence": LICENCE, "format": "osm"}

"""Line layers with columns for speed, class or direction → the roads that a network is built from.

Such layers are BD TOPO, ROUTE 500, and a département's own roads.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS

from ..arrays import Bools, Ints, Records
from ..errors import InputError
from ..files import existing, sha256
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import read_vector_file
from ..tables import check_coordinates, check_geometry, numbers, texts
from ..text import listed, tr
from .attributes import BRIDGE, CLASS_CODE, KIND, ON_GROUND, TUNNEL, UNTAGGED
from .bdtopo import BY_IMPORTANCE, banned_turns, bans_of_turns, bdtopo_roads, is_bdtopo, is_used, ranked_by
from .graphml import EDGE_COLUMNS, edges_once
from .line_words import asked_field, directions, in_use
from .noding import Meeting, Noded, node_lines
from .osm import LICENCE as OF_OSM
from .source import RoadSource
from .tags import kph_of_limit

SUFFIXES = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".sqlite", ".tab", ".gml")
#: ROUTE 500's VOCATION → class.
_VOCATIONS = {
    "type_autoroutier": "motorway",
    "liaison_principale": "primary",
    "liaison_regionale": "secondary",
    "liaison_locale": "tertiary",
    "bretelle": "motorway_link",
}
#: Classes of ways that no car drives on: nothing to wonder at.
_OTHER_WAYS = {
    "",
    "footway",
    "path",
    "cycleway",
    "steps",
    "bridleway",
    "pedestrian",
    "corridor",
    "construction",
    "proposed",
    "bac",
    "piste_cyclable",
    "sentier",
    "platform",
    "track_grade4",
    "track_grade5",
}
#: Columns by which a layer shows that it was made from OpenStreetMap (Geofabrik, QuickOSM, osmnx).
_OF_OSM = {"osm_id", "osmid", "fclass", "highway", "full_id"}
_YES = (
    "t",
    "true",
    "yes",
    "oui",
    "y",
    "1",
    "viaduct",
    "aqueduct",
    "movable",
    "building_passage",
    "avalanche_protector",
)
_DIRECTION = ("sens_de_circulation", "sens", "oneway", "direction", "sens_circulation", "sens_circ")
_CLASS = ("highway", "fclass", "vocation", "road_class")
_SPEED = (
    "vitesse_moyenne",
    "vitesse_moy",
    "v_moy",
    "vitesse",
    "speed",
    "speed_kph",
    "kph",
    "kmh",
    "km_h",
    "average_kph",
)
_LIMIT = ("maxspeed", "vitesse_max", "vmax", "limite", "limit_kph", "vma")


@dataclass(frozen=True)
class Columns:
    """Names of the columns that the user gives; an empty one is guessed."""

    speed: str = ""
    direction: str = ""
    road_class: str = ""


def is_lines(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether a file may hold a line layer."""
    return Path(path).suffix.lower() in SUFFIXES


def read_lines(
    path: str | os.PathLike[str], *, columns: Columns = Columns(), repair: bool = False, progress: Progress = SILENT
) -> RoadSource:
    """Read roads from a vector file; of several layers, ``troncon_de_route``, else the first of lines.

    See :func:`roads_of_table`.
    """
    path = existing(path)
    layer = _line_layer(path)
    bdtopo = _is_bdtopo_file(path, layer)
    asked = {plain(field) for field in (columns.speed, columns.direction, columns.road_class)}
    table, name = read_vector_file(
        path, layer=layer, wanted=(lambda word: is_used(word) or word in asked) if bdtopo else None
    )
    turns = banned_turns(path) if bdtopo else None
    source = roads_of_table(table, name, columns=columns, turns=turns, repair=repair, progress=progress)
    source.origin |= {"sha256": sha256(path)}
    return source


def _line_layer(path: Path) -> str | None:
    try:
        layers = pyogrio.list_layers(path)
    except Exception:  # read_vector_file says what is wrong with it
        return None
    named = [name for name, _ in layers if plain(name).endswith("troncon_de_route")]
    lines = [name for name, kind in layers if "LineString" in str(kind)]
    return next(iter([*named, *lines]), None)


def _is_bdtopo_file(path: Path, layer: str | None) -> bool:
    try:
        return is_bdtopo([plain(field) for field in pyogrio.read_info(path, layer=layer)["fields"]])
    except Exception:  # read_vector_file says what is wrong with it
        return False


def roads_of_table(
    table: gpd.GeoDataFrame,
    name: str,
    *,
    columns: Columns = Columns(),
    turns: pd.DataFrame | None = None,
    repair: bool = False,
    progress: Progress = SILENT,
) -> RoadSource:
    """Turn a table of lines into roads.

    Parameters
    ----------
    table
        Lines, one road each; its index holds the feature ids that messages name. BD TOPO's ``troncon_de_route`` is
        recognised by its columns. Any other layer needs a column of average speeds (km/h), of legal limits or of
        classes, and may have one of directions.
    name
        What messages call it.
    columns
        Which columns these are.
    turns
        Banned turns of BD TOPO, as :func:`bdtopo.banned_turns` gives them.
    repair
        Whether line ends up to a metre apart are joined, and lines cut where another one ends on them.

    Raises
    ------
    InputError
        There is no reference system, no line, no speed; a word of direction or a speed makes no sense; or ends touch
        other lines without a common point and `repair` was not asked for.
    """
    table = _without_empty_parts(table)
    check_geometry(table[~(table.geometry.isna() | table.geometry.is_empty)], name)
    empty = table.geometry.isna() | table.geometry.is_empty
    wrong = table.index[~empty & ~table.geom_type.isin(["LineString", "MultiLineString"])]
    if len(wrong):
        text = tr("{name}: {ids:feature|features} {ids} {ids:is not a line|are not lines}. Choose a layer of roads.")
        raise InputError(text.format(name=name, ids=listed(wrong)))
    table = table[~empty]
    check_coordinates(table, name)
    words = {plain(column): column for column in table.columns if column != table.active_geometry_name}
    if set(words) >= EDGE_COLUMNS:
        table = edges_once(table, words, name, progress)
        words |= {"oneway": "oneway"} if "oneway" not in words else {}
    bdtopo = is_bdtopo(words) and ranked_by(columns.road_class)
    kinds, keep, counts = (
        bdtopo_roads(table, words, name, progress, speed=columns.speed, direction=columns.direction)
        if bdtopo
        else _any_roads(table, words, name, columns, progress)
    )
    counts |= {
        "ways": len(table) + int(empty.sum()),
        "without_geometry": int(empty.sum()),
        "not_drivable": int((~keep).sum()),
    }
    if not keep.any():
        raise InputError(
            tr(
                "{name} holds no road that a car can drive on ({count} {count:line was|lines were} read). Check "
                "the speeds and the layer."
            ).format(name=name, count=len(table))
        )
    lines = table.geometry[keep].to_numpy()
    parts, owner = shapely.get_parts(lines, return_index=True)
    of_osm = not bdtopo and not _OF_OSM.isdisjoint(words)
    noded = node_lines(
        parts,
        name,
        np.asarray(table.index[keep])[owner],
        metric=table.crs,
        rules=Meeting(split=repair, shared=of_osm, check=not bdtopo),
        progress=progress,
    )
    origin = {"name": name, "date": "", "sha256": "", "format": "bdtopo" if bdtopo else "lines"}
    origin["licence"] = "© IGN – BD TOPO, Licence Ouverte 2.0" if bdtopo else OF_OSM if of_osm else ""
    source = _source(
        noded,
        kinds[keep][owner[noded.line]],
        np.flatnonzero(keep)[owner[noded.line]],
        table.crs,
        origin,
        counts | noded.counts,
    )
    if turns is not None and "cleabs" in words:
        source.bans, told = bans_of_turns(turns, dict(zip(texts(table[words["cleabs"]]), range(len(table)))), source)
        source.counts |= told
    return source


def _without_empty_parts(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the lines without parts that have no point: a damaged Shapefile has such, beside others that are whole."""
    shapes = table.geometry.to_numpy()
    parts, owner = shapely.get_parts(shapes, return_index=True)
    drawn = ~shapely.is_empty(parts)
    if drawn.all():
        return table
    shapes = shapes.copy()
    for row in np.unique(owner[~drawn]):
        shapes[row] = shapely.multilinestrings(parts[(owner == row) & drawn])
    return table.set_geometry(gpd.GeoSeries(shapes, index=table.index, crs=table.crs))


def _source(
    noded: Noded, kinds: Records, rows: Ints, crs: CRS, origin: dict[str, str], counts: dict[str, int]
) -> RoadSource:
    points = gpd.GeoSeries(gpd.points_from_xy(*noded.xy.T), crs=crs).to_crs(4326)
    unique, way_kind = np.unique(kinds, return_inverse=True)
    nodes = len(noded.xy)
    return RoadSource(
        lon=points.x.to_numpy(),
        lat=points.y.to_numpy(),
        way_start=noded.way_start,
        way_nodes=noded.way_nodes,
        way_kind=way_kind.ravel().astype(np.int32),
        kinds=unique,
        way_id=rows.astype(np.int64),
        signal=np.zeros(nodes, "u1"),
        barrier=np.zeros(nodes, "u1"),
        bans=np.zeros((0, 4), np.int64),
        origin=origin,
        counts=counts,
    )


def _any_roads(
    table: gpd.GeoDataFrame, words: dict[str, str], name: str, columns: Columns, progress: Progress
) -> tuple[Records, Bools, dict[str, int]]:
    """Return the kind of each line, whether cars drive there, and what was dropped, for a layer that is not BD TOPO.

    What is no road leaves before anything else is looked at.
    """
    speed, limit, direction, road_class = (
        asked_field(words, asked, guesses, name)
        for asked, guesses in (
            (columns.speed, _SPEED),
            ("", _LIMIT),
            (columns.direction, _DIRECTION),
            (columns.road_class, _CLASS),
        )
    )
    if not words:
        raise InputError(
            tr(
                "{name} has no fields: of a Shapefile, the .dbf file is missing. Copy all files of the layer "
                "(.shp, .shx, .dbf, .prj) into one folder."
            ).format(name=name)
        )
    if speed is None and limit is None and road_class is None:
        text = tr(
            "{name} has no column of average speeds (SPEED_FIELD), of limits (maxspeed) or of classes "
            "(CLASS_FIELD). Its fields are: {fields}. Say which one it is, or add one."
        )
        raise InputError(text.format(name=name, fields=listed(words.values())))
    kinds = np.zeros(len(table), KIND)
    kinds["road_class"] = CLASS_CODE["unclassified"]
    keep = in_use(table, words.get("etat"), words.get("access", words.get("acces")), name, progress)
    if road_class is not None:
        kinds["road_class"], kinds["tracktype"], known = _classes(table, road_class, name, progress)
        keep &= known
    if not keep.any():
        return kinds, keep, {}
    here = np.flatnonzero(keep)
    rows = table.iloc[here]
    kinds["direction"][here] = directions(rows, direction, name, progress)
    if speed is not None:
        kph = numbers(rows, speed, name, at_least=0, at_most=200, missing=0.0).to_numpy()
        for end in ("average_forward", "average_backward"):
            kinds[end][here] = np.rint(kph).astype(np.uint8)
        if road_class is None:
            keep[here[kph < 1]] = False
    if limit is not None:
        found = np.zeros(len(table), np.uint8)
        found[here] = _limits(rows, limit, name, progress)
        kinds["kph_forward"] = kinds["kph_backward"] = found

    def yes(word: str) -> Bools:
        return (
            texts(table[words[word]]).map(plain).isin(_YES).to_numpy() if word in words else np.zeros(len(table), bool)
        )

    kinds["structure"] = np.select([yes("bridge"), yes("tunnel")], [BRIDGE, TUNNEL], ON_GROUND)
    kinds["roundabout"] = texts(table[words["junction"]]).isin(("roundabout", "circular")) if "junction" in words else 0
    return kinds, keep, {}


def _classes(table: pd.DataFrame, column: str, name: str, progress: Progress) -> tuple[Ints, Ints, Bools]:
    """Return the class and the track type of each line, and whether cars drive on it."""
    cells = texts(table[column])
    raw = cells.map({cell: _greatest(cell) for cell in cells.unique()})
    words = raw.map(plain)
    grade = pd.to_numeric(words.str.extract(r"^track_grade([1-5])$", expand=False)).fillna(0).astype(int)
    classes = (
        words.map((_VOCATIONS | BY_IMPORTANCE | {word: word for word in CLASS_CODE}).get)
        .fillna(words)
        .where(~grade.between(1, 3), "track")
    )
    known = classes.isin(set(CLASS_CODE) - {"barrier"}).to_numpy()
    if words.isin(BY_IMPORTANCE).any():
        progress.say(
            tr(
                "{name}: the numbers of the field {field} are read as IGN's importance, 1 for the greatest roads."
            ).format(name=name, field=column)
        )
    strange = ~known & ~classes.isin(_OTHER_WAYS).to_numpy()
    if strange.any():
        text = tr(
            "{name}: the field {field} holds classes that are not known ({values}) in {count} {count:feature; "
            "this line is|features; these lines are} left out."
        )
        progress.warn(
            text.format(name=name, field=column, values=listed(dict.fromkeys(raw[strange])), count=int(strange.sum()))
        )
    return (
        np.array([CLASS_CODE.get(word, CLASS_CODE["unclassified"]) for word in classes]),
        grade.where(known, 0).to_numpy(),
        known,
    )


def _greatest(cell: str) -> str:
    """Return the class of a cell; of a list, as osmnx writes it in whatever order, the greatest road."""
    marks = r"[^\[\]'\",;]+" if cell.startswith("[") else "[^;]+"
    said = [word.strip() for word in re.findall(marks, cell) if word.strip()]
    return min(said, key=lambda word: CLASS_CODE.get(word, len(CLASS_CODE)), default="")


def _limits(rows: pd.DataFrame, column: str, name: str, progress: Progress) -> Ints:
    """Return legal limits, km/h, as numbers or as OpenStreetMap's words.

    Such words are ``FR:urban``, ``50 mph``, ``none``, ``50;30``; what is neither is none, and is told.
    """
    said = texts(rows[column]).str.replace(r"[\[\]' ]", "", regex=True).str.replace(",", ";")
    limit = said.map(kph_of_limit)
    strange = (limit == UNTAGGED) & ~said.isin(("", "0", "0.0", "nan", "None"))
    if strange.any():
        text = tr(
            "{name}: the field {field} holds limits that are not understood ({values}) in {count} "
            "{count:feature; this road has|features; these "
            "roads have} the speed of {count:its|their} class."
        )
        progress.warn(
            text.format(
                name=name,
                field=column,
                values=listed(dict.fromkeys(texts(rows.loc[strange, column]))),
                count=int(strange.sum()),
            )
        )
    kph: Ints = limit.to_numpy(np.uint8)
    return kph

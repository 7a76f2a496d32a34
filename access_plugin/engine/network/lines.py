"""Line layers with columns for speed, class or direction (BD TOPO, ROUTE 500, a département's own roads) → the roads that a network is built from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from ..errors import InputError
from ..files import existing, sha256
from ..progress import SILENT, Progress
from ..reading import plain, read_vector_file
from ..tables import check_coordinates, check_geometry, numbers, texts
from ..text import listed, tr
from .attributes import BACKWARD, CLASS_CODE, FORWARD, KIND
from .bdtopo import banned_turns, bans_of_turns, bdtopo_roads, is_bdtopo, is_used
from .noding import Noded, node_lines
from .source import RoadSource

SUFFIXES = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".sqlite", ".tab", ".gml")
#: Words for the directions of a line, as :func:`reading.plain` writes them (ROUTE 500, Geofabrik, osmnx, NavStreets and plain words).
_BOTH = {"", "double", "double_sens", "both", "b", "0", "sans_objet", "2", "no", "non", "n", "false"}
_ALONG = {"sens_direct", "direct", "sens_unique", "unique", "f", "ft", "1", "yes", "oui", "y", "true", "forward", "along"}
_AGAINST = {"sens_inverse", "inverse", "t", "tf", "backward", "against", "reverse"}
#: ROUTE 500's VOCATION → class.
_VOCATIONS = {"type_autoroutier": "motorway", "liaison_principale": "primary", "liaison_regionale": "secondary", "liaison_locale": "tertiary", "bretelle": "motorway_link"}
#: Classes of ways that no car drives on: nothing to wonder at.
_OTHER_WAYS = {"", "footway", "path", "cycleway", "steps", "bridleway", "pedestrian", "corridor", "construction", "proposed", "bac", "piste_cyclable", "sentier", "platform", "track_grade4", "track_grade5"}
_DIRECTION = ("sens_de_circulation", "sens", "oneway", "direction", "sens_circulation", "sens_circ")
_CLASS = ("highway", "fclass", "vocation", "road_class")
_SPEED = ("vitesse_moyenne", "vitesse_moy", "v_moy", "vitesse", "speed", "speed_kph", "kph", "kmh", "km_h", "average_kph")
_LIMIT = ("maxspeed", "vitesse_max", "vmax", "limite", "limit_kph", "vma")


@dataclass(frozen=True)
class Columns:
    """Names of the columns that the user gives; an empty one is guessed."""

    speed: str = ""
    direction: str = ""
    road_class: str = ""


def is_lines(path: str | os.PathLike) -> bool:
    """Tell by its name whether a file may hold a line layer."""
    return Path(path).suffix.lower() in SUFFIXES


def read_lines(path: str | os.PathLike, *, columns: Columns = Columns(), repair: bool = False, progress: Progress = SILENT) -> RoadSource:
    """Read roads from a vector file; of several layers, ``troncon_de_route``, else the first of lines. See :func:`roads_of_table`."""
    path = existing(path)
    layer = _line_layer(path)
    bdtopo = _is_bdtopo_file(path, layer)
    table, name = read_vector_file(path, layer=layer, wanted=is_used if bdtopo else None)
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
        return is_bdtopo({plain(field) for field in pyogrio.read_info(path, layer=layer)["fields"]})
    except Exception:  # read_vector_file says what is wrong with it
        return False


def roads_of_table(
    table: gpd.GeoDataFrame, name: str, *, columns: Columns = Columns(), turns: pd.DataFrame | None = None, repair: bool = False, progress: Progress = SILENT
) -> RoadSource:
    """Turn a table of lines into roads.

    Parameters
    ----------
    table
        Lines, one road each; its index holds the feature ids that messages name. BD TOPO's ``troncon_de_route`` is recognised by its columns.
        Any other layer needs a column of average speeds (km/h), of legal limits or of classes, and may have one of directions.
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
        There is no reference system, no line, no speed; a word of direction or a speed makes no sense; or ends touch other lines without a
        common point and `repair` was not asked for.
    """
    check_geometry(table[~(table.geometry.isna() | table.geometry.is_empty)], name)
    empty = table.geometry.isna() | table.geometry.is_empty
    wrong = table.index[~empty & ~table.geom_type.isin(["LineString", "MultiLineString"])]
    if len(wrong):
        raise InputError(tr("{name}: features {ids} are not lines. Choose a layer of roads.").format(name=name, ids=listed(wrong)))
    table = table[~empty]
    check_coordinates(table, name)
    words = {plain(column): column for column in table.columns if column != table.active_geometry_name}
    bdtopo = is_bdtopo(set(words))
    kinds, keep, counts = bdtopo_roads(table, words, name, progress) if bdtopo else _any_roads(table, words, name, columns, progress)
    counts |= {"ways": len(table) + int(empty.sum()), "without_geometry": int(empty.sum()), "not_drivable": int((~keep).sum())}
    if not keep.any():
        raise InputError(tr("{name} holds no road that a car can drive on ({count} {count:line was|lines were} read). Check the speeds and the layer.").format(name=name, count=len(table)))
    lines = table.geometry[keep].to_numpy()
    parts, owner = shapely.get_parts(lines, return_index=True)
    noded = node_lines(parts, name, np.asarray(table.index[keep])[owner], metric=table.crs, split=repair, check=not bdtopo, progress=progress)
    origin = {"name": name, "date": "", "sha256": "", "format": "bdtopo" if bdtopo else "lines"}
    origin["licence"] = "© IGN – BD TOPO, Licence Ouverte 2.0" if bdtopo else tr("given by the user")
    source = _source(noded, kinds[keep][owner[noded.line]], np.flatnonzero(keep)[owner[noded.line]], table.crs, origin, counts | noded.counts)
    if turns is not None and "cleabs" in words:
        source.bans, told = bans_of_turns(turns, dict(zip(texts(table[words["cleabs"]]), range(len(table)))), source)
        source.counts |= told
    return source


def _source(noded: Noded, kinds: np.ndarray, rows: np.ndarray, crs, origin: dict, counts: dict) -> RoadSource:
    points = gpd.GeoSeries(gpd.points_from_xy(*noded.xy.T), crs=crs).to_crs(4326)
    unique, way_kind = np.unique(kinds, return_inverse=True)
    nodes = len(noded.xy)
    return RoadSource(
        lon=points.x.to_numpy(), lat=points.y.to_numpy(), way_start=noded.way_start, way_nodes=noded.way_nodes, way_kind=way_kind.ravel().astype(np.int32),
        kinds=unique, way_id=rows.astype(np.int64), signal=np.zeros(nodes, "u1"), barrier=np.zeros(nodes, "u1"), bans=np.zeros((0, 4), np.int64),
        origin=origin, counts=counts,
    )  # fmt: skip


def _any_roads(table: gpd.GeoDataFrame, words: dict[str, str], name: str, columns: Columns, progress: Progress) -> tuple[np.ndarray, np.ndarray, dict]:
    """Return the kind of each line, whether cars drive there, and what was dropped, for a layer that is not BD TOPO."""
    speed, limit, direction, road_class = (
        _column(words, asked, guesses, name) for asked, guesses in ((columns.speed, _SPEED), ("", _LIMIT), (columns.direction, _DIRECTION), (columns.road_class, _CLASS)))  # fmt: skip
    if speed is None and limit is None and road_class is None:
        text = tr("{name} has no column of average speeds (SPEED_FIELD), of limits (maxspeed) or of classes (CLASS_FIELD). Its fields are: {fields}. Say which one it is, or add one.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    kinds = np.zeros(len(table), KIND)
    kinds["road_class"] = CLASS_CODE["unclassified"]
    keep = np.ones(len(table), bool)
    if road_class is not None:
        raw = texts(table[road_class]).str.extract(r"([^\[\]',]+)", expand=False).fillna("")  # osmnx writes lists: the first counts
        classes = raw.map(plain).map(lambda word: _VOCATIONS.get(word, word))
        known = classes.isin(set(CLASS_CODE) - {"barrier"}).to_numpy()
        strange = ~known & ~classes.isin(_OTHER_WAYS).to_numpy()
        if strange.any():
            text = tr("{name}: the field {field} holds classes that are not known ({values}) in {count} {count:feature; this line is|features; these lines are} left out.")
            progress.warn(text.format(name=name, field=road_class, values=listed(dict.fromkeys(raw[strange])), count=int(strange.sum())))
        kinds["road_class"] = [CLASS_CODE.get(word, CLASS_CODE["unclassified"]) for word in classes]
        keep &= known
    kinds["direction"] = _directions(table, direction, name)
    for column, ends in ((speed, ("average_forward", "average_backward")), (limit, ("kph_forward", "kph_backward"))):
        if column is not None:
            kph = numbers(table, column, name, at_least=0, at_most=200, missing=0.0).to_numpy()
            for end in ends:
                kinds[end] = np.rint(kph).astype(np.uint8)
            if ends[0] == "average_forward" and road_class is None:
                keep &= kph >= 1
    if "etat" in words:
        keep &= texts(table[words["etat"]]).map(plain).isin(("", "en_service", "revetu", "non_revetu")).to_numpy()
    if "access" in words or "acces" in words:
        access = texts(table[words.get("access", words.get("acces"))]).map(plain)
        keep &= ~access.isin({"no", "interdit", "physiquement_impossible"}).to_numpy()
    return kinds, keep, {}


def _column(words: dict[str, str], asked: str, guesses: tuple[str, ...], name: str) -> str | None:
    if asked and plain(asked) not in words:
        text = tr("{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer.")
        raise InputError(text.format(name=name, field=asked, fields=listed(words.values())))
    return words[plain(asked)] if asked else next((words[word] for word in guesses if word in words), None)


def _directions(table: pd.DataFrame, column: str | None, name: str) -> np.ndarray:
    if column is None:
        return np.full(len(table), FORWARD | BACKWARD)
    raw = texts(table[column])
    minus = raw.str.strip() == "-1"
    words = raw.map(plain)
    wrong = table.index[~(words.isin(_BOTH | _ALONG | _AGAINST) | minus)]
    if len(wrong):
        text = tr("{name}: the field {field} holds unknown directions in features {ids} ({values}). Use Double sens, Sens direct, Sens inverse.")
        raise InputError(text.format(name=name, field=column, ids=listed(wrong), values=listed(dict.fromkeys(raw[wrong]))))
    along, against = words.isin(_ALONG) & ~minus, words.isin(_AGAINST) | minus
    return np.select([along, against], [FORWARD, BACKWARD], FORWARD | BACKWARD)



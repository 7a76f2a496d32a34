"""Line layers with columns for speed, class or direction (BD TOPO, ROUTE 500, a département's own roads) → the roads that a network is built from."""

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

from ..errors import InputError
from ..files import existing, sha256
from ..progress import SILENT, Progress
from ..reading import plain, read_vector_file
from ..tables import check_coordinates, check_geometry, numbers, texts
from ..text import listed, tr
from .attributes import BACKWARD, BRIDGE, CLASS_CODE, FORWARD, KIND, ON_GROUND, TUNNEL, UNTAGGED
from .bdtopo import banned_turns, bans_of_turns, bdtopo_roads, is_bdtopo, is_used
from .noding import Noded, node_lines
from .osm import LICENCE as OF_OSM
from .source import RoadSource
from .tags import kph_of_limit

SUFFIXES = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".sqlite", ".tab", ".gml")
#: Words for the directions of a line, as :func:`reading.plain` writes them (ROUTE 500, Geofabrik, osmnx, NavStreets and plain words).
_BOTH = {"", "double", "double_sens", "both", "b", "0", "sans_objet", "2", "no", "non", "n", "false"}
_ALONG = {"sens_direct", "direct", "sens_unique", "unique", "f", "ft", "1", "yes", "oui", "y", "true", "forward", "along"}
_AGAINST = {"sens_inverse", "inverse", "t", "tf", "backward", "against", "reverse"}
#: ROUTE 500's VOCATION → class.
_VOCATIONS = {"type_autoroutier": "motorway", "liaison_principale": "primary", "liaison_regionale": "secondary", "liaison_locale": "tertiary", "bretelle": "motorway_link"}
#: Classes of ways that no car drives on: nothing to wonder at.
_OTHER_WAYS = {"", "footway", "path", "cycleway", "steps", "bridleway", "pedestrian", "corridor", "construction", "proposed", "bac", "piste_cyclable", "sentier", "platform", "track_grade4", "track_grade5"}
#: Columns by which a layer shows that it was made from OpenStreetMap (Geofabrik, QuickOSM, osmnx).
_OF_OSM = {"osm_id", "osmid", "fclass", "highway", "full_id"}
_YES = ("t", "true", "yes", "oui", "y", "1", "viaduct", "aqueduct", "movable", "building_passage", "avalanche_protector")
#: Words of state and of access, as :func:`reading.plain` writes them: closed, and open.
_NOT_IN_SERVICE = {"en_construction", "en_projet", "projet", "en_travaux", "hors_service", "en_ruine", "detruit", "abandonne", "ferme", "desaffecte"}
_IN_SERVICE = {"", "en_service", "revetu", "non_revetu", "ouvert"}
_NO_ACCESS = {"no", "interdit", "physiquement_impossible"}
_ACCESS_WORDS = {
    "", "yes", "libre", "a_peage", "permissive", "designated", "public", "destination", "customers", "delivery", "private", "residents", "permit",
    "restreint_aux_ayants_droit", "official", "unknown",
}  # fmt: skip
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
    of_osm = not bdtopo and not _OF_OSM.isdisjoint(words)
    noded = node_lines(parts, name, np.asarray(table.index[keep])[owner], metric=table.crs, split=repair, shared=of_osm, check=not bdtopo, progress=progress)
    origin = {"name": name, "date": "", "sha256": "", "format": "bdtopo" if bdtopo else "lines"}
    origin["licence"] = "© IGN – BD TOPO, Licence Ouverte 2.0" if bdtopo else OF_OSM if of_osm else tr("given by the user")
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
    """Return the kind of each line, whether cars drive there, and what was dropped, for a layer that is not BD TOPO. What is no road leaves before anything else is looked at."""
    speed, limit, direction, road_class = (
        _column(words, asked, guesses, name) for asked, guesses in ((columns.speed, _SPEED), ("", _LIMIT), (columns.direction, _DIRECTION), (columns.road_class, _CLASS)))  # fmt: skip
    if speed is None and limit is None and road_class is None:
        text = tr("{name} has no column of average speeds (SPEED_FIELD), of limits (maxspeed) or of classes (CLASS_FIELD). Its fields are: {fields}. Say which one it is, or add one.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    kinds = np.zeros(len(table), KIND)
    kinds["road_class"] = CLASS_CODE["unclassified"]
    keep = _in_use(table, words, name, progress)
    if road_class is not None:
        kinds["road_class"], kinds["tracktype"], known = _classes(table, road_class, name, progress)
        keep &= known
    if not keep.any():
        return kinds, keep, {}
    here = np.flatnonzero(keep)
    rows = table.iloc[here]
    kinds["direction"][here] = _directions(rows, direction, name)
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
    yes = lambda word: texts(table[words[word]]).map(plain).isin(_YES).to_numpy() if word in words else np.zeros(len(table), bool)  # noqa: E731
    kinds["structure"] = np.select([yes("bridge"), yes("tunnel")], [BRIDGE, TUNNEL], ON_GROUND)
    kinds["roundabout"] = texts(table[words["junction"]]).isin(("roundabout", "circular")) if "junction" in words else 0
    return kinds, keep, {}


def _in_use(table: pd.DataFrame, words: dict[str, str], name: str, progress: Progress) -> np.ndarray:
    """Tell which lines are in service and open to somebody; a word of state or access that is not known closes no road, and is told."""
    keep = np.ones(len(table), bool)
    for column, shut, known in ((words.get("etat"), _NOT_IN_SERVICE, _IN_SERVICE), (words.get("access", words.get("acces")), _NO_ACCESS, _ACCESS_WORDS)):
        if column is None:
            continue
        said = texts(table[column]).map(lambda text: {plain(word) for word in re.split(r"[\[\],;]", text) if plain(word)} or {""})  # of several words one that opens is enough
        keep &= ~said.map(lambda words_said: words_said <= shut).to_numpy(bool)
        strange = ~said.map(lambda words_said: words_said <= shut | known).to_numpy(bool)
        if strange.any():
            text = tr("{name}: the field {field} holds words that are not known ({values}) in {count} {count:feature; this road is|features; these roads are} taken for open.")
            progress.warn(text.format(name=name, field=column, values=listed(dict.fromkeys(texts(table.loc[strange, column]))), count=int(strange.sum())))
    return keep


def _classes(table: pd.DataFrame, column: str, name: str, progress: Progress) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the class and the track type of each line, and whether cars drive on it."""
    raw = texts(table[column]).str.extract(r"([^\[\]',;]+)", expand=False).fillna("").str.strip()  # osmnx writes lists: the first counts
    words = raw.map(plain)
    grade = pd.to_numeric(words.str.extract(r"^track_grade([1-5])$", expand=False)).fillna(0).astype(int)
    classes = words.map(lambda word: _VOCATIONS.get(word, word)).where(~grade.between(1, 3), "track")
    known = classes.isin(set(CLASS_CODE) - {"barrier"}).to_numpy()
    strange = ~known & ~classes.isin(_OTHER_WAYS).to_numpy()
    if strange.any():
        text = tr("{name}: the field {field} holds classes that are not known ({values}) in {count} {count:feature; this line is|features; these lines are} left out.")
        progress.warn(text.format(name=name, field=column, values=listed(dict.fromkeys(raw[strange])), count=int(strange.sum())))
    return np.array([CLASS_CODE.get(word, CLASS_CODE["unclassified"]) for word in classes]), grade.where(known, 0).to_numpy(), known


def _limits(rows: pd.DataFrame, column: str, name: str, progress: Progress) -> np.ndarray:
    """Return legal limits, km/h, as numbers or as OpenStreetMap's words (``FR:urban``, ``50 mph``, ``none``, ``50;30``); what is neither is none, and is told."""
    said = texts(rows[column]).str.replace(r"[\[\]' ]", "", regex=True).str.replace(",", ";")
    limit = said.map(kph_of_limit)
    strange = (limit == UNTAGGED) & ~said.isin(("", "0", "0.0", "nan", "None"))
    if strange.any():
        text = tr(
            "{name}: the field {field} holds limits that are not understood ({values}) in {count} {count:feature; this road has|features; these "
            "roads have} the speed of {count:its|their} class."
        )
        progress.warn(text.format(name=name, field=column, values=listed(dict.fromkeys(texts(rows.loc[strange, column]))), count=int(strange.sum())))
    return limit.to_numpy(np.uint8)


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



"""IGN's BD TOPO 3 ``troncon_de_route``, and BD TOPO 2 ``ROUTE``, which has no speeds.

The former has the column names of its GeoPackage, the short ones of its Shapefile, or those that a shapefile cuts
(DOMAIN § 4.7).

IGN's own rule for cars: seconds = length / ``vitesse_moyenne_vl``, and some more for each section in town, which the
profile says (``urban_section_s``, 5 s in IGN's cost rule). The speed is an average already: no share of it is taken.
Without a column of speeds, roads have the speed of their class, as those of OpenStreetMap do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio

from ..arrays import Bools, Ints, Records
from ..errors import InputError
from ..plain_words import NOT_KNOWN, plain
from ..progress import Progress
from ..tables import numbers, texts
from ..text import listed, tr
from .attributes import ACCESS_CODE, BACKWARD, BRIDGE, CLASS_CODE, FORWARD, KIND, ON_GROUND, RURAL, TUNNEL, URBAN
from .line_words import asked_field, directions, field_of, in_use
from .source import RoadSource
from .tags import bits_of_months, months_of

#: Column → its names, as :func:`reading.plain` writes them.
COLUMNS = {
    "direction": ("sens_de_circulation", "sens"),
    "speed": ("vitesse_moyenne_vl", "vit_moy_vl", "vitesse_moyenne", "vitesse_moy", "vitesse"),
    "nature": ("nature",),
    "importance": ("importance",),
    "state": ("etat_de_l_objet", "etat"),
    "private": ("prive",),
    "bus": ("reserve_aux_bus", "bus"),
    "urban": ("urbain",),
    "access": ("acces_vehicule_leger", "acces_vl"),
    "closure": ("periode_de_fermeture", "fermeture"),
    "level": ("position_par_rapport_au_sol", "pos_sol"),
    "fictitious": ("fictif",),
    "forbidden": ("vehicule_leger_interdit",),
}
_NATURES = {
    "type_autoroutier": "motorway",
    "autoroute": "motorway",
    "quasi_autoroute": "trunk",
    "bretelle": "motorway_link",
    "route_empierree": "track",
    "bac_ou_liaison_maritime": "ferry",
    "bac_auto": "ferry",
}
#: The rank that IGN gives a road → class.
BY_IMPORTANCE = {"1": "trunk", "2": "primary", "3": "secondary", "4": "tertiary", "5": "unclassified", "6": "service"}
#: Natures that no car drives on, whatever their speed.
_NOT_FOR_CARS = ("sentier", "escalier", "piste_cyclable", "chemin", "bac_pieton")
#: The table of banned turns, and the names of its fields (IGN, BD TOPO 3, Non_communication).
_TURNS = "non_communication"
_TURN_FROM, _TURN_TO = (
    ("lien_vers_troncon_entree", "troncon_e", "l_tronc_e"),
    ("liens_vers_troncon_sortie", "troncon_s", "l_tronc_s"),
)
_YES = ("true", "oui", "vrai", "1", "t", "yes")
_MONTHS = {
    name: number
    for number, name in enumerate(
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(), start=1
    )
}
_MONTHS |= {"janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}


def is_bdtopo(words: Iterable[str]) -> bool:
    """Tell by its columns whether a layer is BD TOPO's ``troncon_de_route`` or ``ROUTE``, or made from it.

    The columns are as :func:`reading.plain` writes them.
    """
    known = {word: word for word in words}
    has = {key: field_of(known, names) is not None for key, names in COLUMNS.items()}
    return has["nature"] and has["direction"] and (has["speed"] or has["importance"])


def is_used(word: str) -> bool:
    """Tell whether a column of BD TOPO is read; it has some fifty others."""
    return word == "cleabs" or any(field_of({word: word}, names) for names in COLUMNS.values())


def ranked_by(column: str) -> bool:
    """Tell whether a column, as the user names it, is one by which BD TOPO's roads are classed anyway; true of none."""
    return plain(column) in ("", *COLUMNS["nature"], *COLUMNS["importance"])


def bdtopo_roads(
    table: gpd.GeoDataFrame,
    words: dict[str, str],
    name: str,
    progress: Progress,
    *,
    speed: str = "",
    direction: str = "",
) -> tuple[Records, Bools, dict[str, int]]:
    """Return the kind of each section, whether cars drive on it, and counts of what was dropped and not understood.

    Kinds are as ``attributes.KIND`` has them. What is no road for cars leaves before anything else is looked at.
    `speed` and `direction` are columns that the user names.

    Raises
    ------
    InputError
        A direction or a speed is none that BD TOPO knows, or the column that the user names is not there.
    """
    column = {key: field_of(words, names) for key, names in COLUMNS.items()}
    column |= {
        key: asked_field(words, asked, COLUMNS[key], name)
        for key, asked in (("speed", speed), ("direction", direction))
    }

    def word_of(key: str) -> pd.Series:
        return texts(table[column[key]]).map(plain) if column[key] else pd.Series("", index=table.index)

    def yes(key: str) -> Bools:
        said: Bools = word_of(key).isin(_YES).to_numpy()
        return said

    nature = word_of("nature")
    by_car = ~yes("forbidden") & ~nature.isin(_NOT_FOR_CARS).to_numpy()
    in_service = np.ones(len(table), bool)
    in_service[by_car] = in_use(table[by_car], column["state"], None, name, progress)
    kph = np.zeros(len(table))
    if column["speed"]:
        kph[by_car] = numbers(table[by_car], column["speed"], name, at_least=0, at_most=200, missing=0.0).to_numpy()
        by_car &= kph > 1
    here = np.flatnonzero(in_service & by_car)
    rows = table.iloc[here]
    kinds = np.zeros(len(table), KIND)
    kinds["road_class"] = _classes(
        nature, texts(table[column["importance"]]) if column["importance"] else None, yes("urban")
    )
    kinds["direction"] = FORWARD | BACKWARD
    kinds["direction"][here] = directions(rows, column["direction"], name, progress)
    reached = np.ones(len(table), bool)
    reached[here] = in_use(rows, None, column["access"], name, progress)
    access = np.select(
        [~reached, word_of("access") == "restreint_aux_ayants_droit"],
        [ACCESS_CODE["no"], ACCESS_CODE["private"]],
        ACCESS_CODE["open"],
    )
    kinds["access"] = np.maximum(access, np.where(yes("private"), ACCESS_CODE["destination"], 0))
    bus = ~word_of("bus").isin(("", "non", "false", "0", *NOT_KNOWN))
    kinds["access"] = np.where(bus, ACCESS_CODE["bus"], kinds["access"])
    kinds["average_forward"] = kinds["average_backward"] = np.rint(kph)
    if column["urban"]:
        kinds["setting"] = np.where(yes("urban"), URBAN, RURAL)
    kinds["roundabout"] = (nature == "rond_point").to_numpy()
    level = (
        pd.to_numeric(texts(table[column["level"]]), errors="coerce").fillna(0).to_numpy()
        if column["level"]
        else np.zeros(len(table))
    )
    kinds["structure"] = np.select([level > 0, level < 0], [BRIDGE, TUNNEL], ON_GROUND)
    kinds["closed"], unknown = _closures(table, column["closure"])
    counts = {
        "not_in_service": int((~in_service).sum()),
        "without_speed": int((in_service & ~by_car).sum()),
        "fictitious": int(yes("fictitious").sum()),
        "seasonal": int((kinds["closed"] > 0).sum()),
        "closures_not_understood": int(unknown.sum()),
    }
    if unknown.any():
        text = tr(
            "{name}: {count} {count:closure names|closures name} no months ({count:feature|features} {ids}: "
            "{values}); {count:this road stays|these roads stay} open in every season."
        )
        progress.warn(
            text.format(
                name=name,
                count=int(unknown.sum()),
                ids=listed(table.index[unknown]),
                values=listed(dict.fromkeys(table.loc[unknown, column["closure"]])),
            )
        )
    return kinds, in_service & by_car, counts


def banned_turns(path: Path) -> pd.DataFrame | None:
    """Return the pairs of sections of BD TOPO's table of banned turns; None where there is none.

    The pairs are ``from`` and ``to`` (their cleabs). The table is ``non_communication`` beside the sections: a layer of
    the same GeoPackage, or a file of that name in the same folder. A turn into several sections is one pair for each.
    """
    found = None
    if any(name == _TURNS for name, _ in pyogrio.list_layers(path)):
        found = pyogrio.read_dataframe(path, layer=_TURNS, read_geometry=False)
    else:
        beside = next(
            (
                file
                for file in sorted(path.parent.iterdir())
                if plain(file.stem) == _TURNS and file.suffix.lower() == path.suffix.lower()
            ),
            None,
        )
        found = None if beside is None else pyogrio.read_dataframe(beside, read_geometry=False)
    if found is None:
        return None
    words = {plain(column): column for column in found.columns}
    ends = [next((words[word] for word in names if word in words), None) for names in (_TURN_FROM, _TURN_TO)]
    if None in ends:
        text = tr(
            "{path}: the table non_communication has no fields {names}. This is not the BD TOPO that the plugin knows."
        )
        raise InputError(text.format(path=path, names=", ".join((_TURN_FROM[0], _TURN_TO[0]))))
    pairs = pd.DataFrame(
        {"from": texts(found[ends[0]]), "to": texts(found[ends[1]]).str.split(r"[/;,\s]+", regex=True)}
    ).explode("to")
    return pairs[(pairs["from"] != "") & (pairs["to"].fillna("") != "")].reset_index(drop=True)


def bans_of_turns(turns: pd.DataFrame, row_of: dict[str, int], source: RoadSource) -> tuple[Ints, dict[str, int]]:
    """Return the banned turns as :class:`source.RoadSource` keeps them, and a count of the others.

    These lead between sections that do not meet at one end.
    """
    start, nodes = source.way_start, source.way_nodes
    ends: dict[int, list[int]] = {}
    for way, row in enumerate(source.way_id.tolist()):
        ends.setdefault(row, []).extend((int(nodes[start[way]]), int(nodes[start[way + 1] - 1])))
    bans, apart = [], 0
    for one, other in zip(turns["from"], turns["to"]):
        first, second = row_of.get(one), row_of.get(other)
        if first is None or second is None:
            apart += 1
            continue
        shared = set(ends.get(first, ())) & set(ends.get(second, ()))
        if len(shared) == 1 and first != second:
            bans.append((shared.pop(), first, second, 0))
        else:
            apart += 1
    return np.array(bans, np.int64).reshape(-1, 4), {"bans_apart": apart}


def _classes(nature: pd.Series, importance: pd.Series | None, urban: Bools) -> Ints:
    """Return the class: by the nature where it says one, else by the importance.

    Streets of importance 5 in town are residential.
    """
    named = nature.map(_NATURES)
    ranked = (
        importance.str[:1].map(BY_IMPORTANCE)
        if importance is not None
        else pd.Series("unclassified", index=nature.index)
    )
    classes = named.fillna(ranked).fillna("unclassified")
    classes = classes.where(~((classes == "unclassified") & urban), "residential")
    codes: Ints = classes.map(CLASS_CODE).to_numpy()
    return codes


def _closures(table: gpd.GeoDataFrame, column: str | None) -> tuple[Ints, Bools]:
    """Return the bits of the seasons in which each section is closed, and which texts name no months."""
    if column is None:
        return np.zeros(len(table), np.uint8), np.zeros(len(table), bool)
    words = texts(table[column])
    bits = {word: closed_months(word) for word in words.unique()}
    closed = words.map(lambda word: bits_of_months(bits[word]))
    return closed.to_numpy(np.uint8), ((words != "") & words.map(lambda word: not bits[word])).to_numpy()


def closed_months(text: str) -> set[int]:
    """Return the months that a text of ``periode_de_fermeture`` touches; empty when it names none.

    Understood: ``01/11 au 31/05`` (one period or several), ``1er novembre au 31 mai``, ``novembre, décembre``,
    ``hiver``, ``Nov-May``, and the time domains of GDF (ISO 14825), ``[(M11){M6}]``: from November, for six months.
    """
    gdf = re.findall(r"\(M(\d{1,2})(?:d\d{1,2})?\)\{M(\d{1,2})", text)
    if gdf:
        return {
            (int(first) - 1 + step) % 12 + 1
            for first, length in gdf
            if 1 <= int(first) <= 12
            for step in range(min(int(length), 12))
        }
    if re.search(r"\bferm", text, re.IGNORECASE):  # what is said of the opening afterwards is no closure
        text = re.split(r"\b(?:ré|re)?ouvert", text, flags=re.IGNORECASE)[0]
    elif re.search(r"\bouvert", text, re.IGNORECASE):
        return set()  # the months that it is open in, not closed
    dates = [int(month) for month in re.findall(r"\d{1,2}/(\d{1,2})(?:/\d{4})?", text)]
    if dates:
        known = len(dates) % 2 == 0 and all(1 <= month <= 12 for month in dates)
        return _of_spans(zip(dates[::2], dates[1::2])) if known else set()
    if re.search(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b", text):
        return months_of(text)
    words = plain(re.sub(r"\bet\b" if re.search(r"\bentre\b", text, re.IGNORECASE) else r"[-–]", " au ", text))
    names = "|".join(sorted(_MONTHS, key=len, reverse=True))
    span = re.compile(
        rf"(?<![a-z])({names})(?:_\d{{4}})?_(?:au|a|jusqu_au|jusqu_a|jusqu_en|fin|debut)_"
        rf"(?:\d+(?:er)?_|fin_|debut_|mi_)*({names})(?![a-z])"
    )
    months = _of_spans((_MONTHS[first], _MONTHS[last]) for first, last in span.findall(words))
    months |= {_MONTHS[word] for word in re.findall(rf"(?<![a-z])({names})(?![a-z])", span.sub("", words))}
    if not months and re.search(r"hiver|hivernal|enneige|neige", words):
        return {12, 1, 2, 3}
    if not months and re.search(r"(?:^|_)ete(?:_|$)|estival", words):
        return {6, 7, 8, 9}
    return months


def _of_spans(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {(first - 1 + step) % 12 + 1 for first, last in spans for step in range((last - first) % 12 + 1)}

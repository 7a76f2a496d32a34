"""OpenStreetMap tags of a way → kind of road.

Pure functions; the rules follow the OSM wiki's pages named at each table.
"""

from __future__ import annotations

import re

from ..vocabulary import SEASON, SEASON_ROWS
from .attributes import (
    ACCESS_CODE,
    BACKWARD,
    BRIDGE,
    CLASS_CODE,
    COVERED,
    FORWARD,
    KIND_NAMES,
    MOTORROAD,
    NO_LIMIT,
    ON_GROUND,
    RURAL,
    SURFACE_CODE,
    TUNNEL,
    UNTAGGED,
    URBAN,
)

#: Keys that decide the kind of road; any other tag of a way is left unread.
KEYS = frozenset(
    """
    highway route area oneway oneway:motorcar oneway:motor_vehicle oneway:vehicle oneway:conditional service
    junction motorcar motor_vehicle vehicle access impassable maxspeed maxspeed:forward maxspeed:backward
    maxspeed:type source:maxspeed zone:traffic zone:maxspeed surface tracktype bus psv seasonal winter_road
    motorcar:conditional motor_vehicle:conditional vehicle:conditional access:conditional bridge tunnel covered
    motorroad emergency
    """.split()
) | {
    f"{key}:{way}{when}"
    for key in ("motorcar", "motor_vehicle", "vehicle", "access")
    for way in ("forward", "backward")
    for when in ("", ":conditional")
}

#: Values of the access chain (OSM wiki, Key:access).
ACCESS_VALUES = {
    **dict.fromkeys(("yes", "permissive", "designated", "official", "public", "unknown"), "open"),
    **dict.fromkeys(("destination", "customers", "delivery"), "destination"),
    **dict.fromkeys(("private", "residents", "permit", "key"), "private"),
    **dict.fromkeys(("psv", "bus"), "bus"),
    **dict.fromkeys(("no", "agricultural", "forestry", "emergency", "hgv", "military"), "no"),
}
#: Of several words the first of these counts.
_WIDEST_FIRST = ("open", "destination", "private", "bus", "gate", "no")
_DRIVEN_BY_ALL = ("open", "destination")
ACCESS_CHAIN = ("motorcar", "motor_vehicle", "vehicle", "access")

#: Legal limits behind the implicit values ``FR:urban`` and like (OSM wiki, Default speed limits). France: decree
#: 2018-487.
IMPLICIT_KPH = {
    "FR": {"urban": 50, "rural": 80, "trunk": 110, "motorway": 130},
    "CH": {"urban": 50, "rural": 80, "trunk": 100, "motorway": 120},
    "IT": {"urban": 50, "rural": 90, "trunk": 110, "motorway": 130},
    "AT": {"urban": 50, "rural": 100, "trunk": 100, "motorway": 130},
    "DE": {"urban": 50, "rural": 100, "trunk": NO_LIMIT, "motorway": NO_LIMIT},
    "ES": {"urban": 50, "rural": 90, "trunk": 100, "motorway": 120},
}
LIVING_STREET_KPH = 20
WALKING_KPH = 6
KPH_PER_MPH = 1.609344

#: OSM wiki, Key:surface, in five groups that a speed can be given to.
SURFACE_VALUES = {
    **dict.fromkeys(
        ("paved", "asphalt", "concrete", "concrete:plates", "concrete:lanes", "paving_stones", "metal", "chipseal"),
        "paved",
    ),
    **dict.fromkeys(
        ("sett", "cobblestone", "unhewn_cobblestone", "cobblestone:flattened", "bricks", "wood"), "cobblestone"
    ),
    **dict.fromkeys(("compacted", "fine_gravel"), "compacted"),
    **dict.fromkeys(
        ("unpaved", "gravel", "pebblestone", "dirt", "earth", "ground", "grass", "grass_paver", "sand", "rock"),
        "gravel",
    ),
    **dict.fromkeys(("mud", "snow", "ice", "clay"), "mud"),
}
MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_CONDITION = re.compile(r"([\w-]+)\s*@\s*(?:\(([^)]*)\)|([^();]*))")
#: Conditions that hold for a part of the day or for some vehicles are no closures of a season, even when they name
#: months too.
_NOT_A_SEASON = re.compile(
    r"\d:\d\d|sunrise|sunset|dusk|dawn|weight|axle|height|length|width|hgv|trailer|wheels|\band\b"
)
#: A month, short or whole, and no longer word that begins so.
_MONTH_NAME = r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b"
SEASON_MONTHS = {"winter": (12, 3), "spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12)}


def kind_of_way(tags: dict[str, str]) -> tuple[int, ...] | None:
    """Return the kind of road (a row of ``attributes.KIND``) of a way, or None when no car drives there."""
    road_class = _road_class(tags)
    if road_class is None:
        return None
    limit, setting = _limit_and_setting(tags)
    allowed, word = _by_direction(tags)
    row = {
        "road_class": CLASS_CODE[road_class],
        "direction": direction(tags, road_class) & allowed,
        "access": ACCESS_CODE[word],
        "kph_forward": kph_of_limit(tags.get("maxspeed:forward", "")) or limit,
        "kph_backward": kph_of_limit(tags.get("maxspeed:backward", "")) or limit,
        "surface": SURFACE_CODE[SURFACE_VALUES.get(tags.get("surface", "").split(";")[0], "unknown")],
        "tracktype": int(tags["tracktype"][-1]) if re.fullmatch("grade[1-5]", tags.get("tracktype", "")) else 0,
        "closed": closures(tags),
        "roundabout": int(tags.get("junction") in ("roundabout", "circular")),
        "setting": setting,
        "structure": _structure(tags),
        "emergency": _emergency(tags),
        "average_forward": 0,
        "average_backward": 0,
    }
    return tuple(row[name] for name in KIND_NAMES)


def _structure(tags: dict[str, str]) -> int:
    """Return how the road runs; an arcade is no cover, since one steps out of it anywhere."""
    on_bridge, in_tunnel = (tags.get(key, "no") != "no" for key in ("bridge", "tunnel"))
    covered, fenced = tags.get("covered") == "yes", tags.get("motorroad") == "yes"
    return BRIDGE if on_bridge else TUNNEL if in_tunnel else COVERED if covered else MOTORROAD if fenced else ON_GROUND


def _road_class(tags: dict[str, str]) -> str | None:
    highway = tags.get("highway")
    if tags.get("area") == "yes" or tags.get("impassable") == "yes":
        return None
    # whatever road it is said to be as well: one waits for it and pays
    if tags.get("route") == "ferry" and (highway is None or highway in CLASS_CODE):
        return "ferry"
    if highway is None:
        return None
    if highway == "road":  # mapped from the air, class unknown
        return "unclassified"
    if highway == "pedestrian" and any(
        ACCESS_VALUES.get(tags.get(key, "")) in ("open", "destination") for key in ACCESS_CHAIN[:2]
    ):
        return "living_street"
    return highway if highway in CLASS_CODE and highway not in ("ferry", "barrier") else None


def access(tags: dict[str, str]) -> str:
    """Return the word of ``attributes.ACCESS`` for a motor car: the most specific tag of the chain decides."""
    words = _said_by_the_chain(tags)
    # closed but for some months (“yes @ (Jun-Oct)”): open, and the other months are closures
    words += [
        ACCESS_VALUES[state]
        for _, state, months in _conditions(tags)[0]
        if months and ACCESS_VALUES.get(state) in ("open", "destination")
    ]
    word = min(words, key=_WIDEST_FIRST.index)
    return (
        "bus"
        if word == "no" and any(ACCESS_VALUES.get(tags.get(bus, "")) == "open" for bus in ("bus", "psv"))
        else word
    )


def _by_direction(tags: dict[str, str]) -> tuple[int, str]:
    """Return the directions in which access is not taken away, and the word of access of the others.

    It is taken away as in ``motor_vehicle:backward=no``; of two words it is the wider one.
    """
    words = {}
    for bit, way in ((FORWARD, "forward"), (BACKWARD, "backward")):
        words[bit] = access(tags | {key: tags[f"{key}:{way}"] for key in ACCESS_CHAIN if f"{key}:{way}" in tags})
    if words[FORWARD] == words[BACKWARD]:
        return FORWARD | BACKWARD, words[FORWARD]
    word = min(words.values(), key=_WIDEST_FIRST.index)
    return sum(bit for bit, said in words.items() if said == word or said in _DRIVEN_BY_ALL), word


def _said_by_the_chain(tags: dict[str, str]) -> list[str]:
    """Return the words of the most specific tag of the access chain.

    Open where there is none, and closed to all but emergencies where the road is for these alone.
    """
    value = next(
        (tags[key] for key in ACCESS_CHAIN if key in tags), "no" if tags.get("service") == "emergency_access" else "yes"
    )
    return [ACCESS_VALUES.get(part.strip(), "open") for part in value.split(";")]


def _emergency(tags: dict[str, str]) -> int:
    """Return what the tags say of emergency vehicles.

    1 where they may drive whatever else the tags say, 2 where they may not, 0 where nothing is said.
    """
    said = {"yes": 1, "designated": 1, "official": 1, "no": 2}.get(tags.get("emergency", ""), 0)
    return said or int(
        tags.get("service") == "emergency_access" or any(tags.get(key) == "emergency" for key in ACCESS_CHAIN)
    )


def direction(tags: dict[str, str], road_class: str) -> int:
    """Return the bits FORWARD and BACKWARD; 0 for a reversible road, whose direction of the hour is not known."""
    stated = next(
        (tags[key] for key in ("oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway") if key in tags),
        None,
    )
    if stated in ("yes", "true", "1"):
        return FORWARD
    if stated in ("-1", "reverse"):
        return BACKWARD
    if stated == "reversible":
        return 0
    implied = tags.get("junction") in ("roundabout", "circular") or road_class in ("motorway", "motorway_link")
    return FORWARD if implied and stated is None else FORWARD | BACKWARD


def _limit_and_setting(tags: dict[str, str]) -> tuple[int, int]:
    """Return the legal limit (km/h) and whether the tags place the road in town or out of it."""
    limit, setting = kph_of_limit(tags.get("maxspeed", "")), 0
    for key in ("maxspeed", "maxspeed:type", "source:maxspeed", "zone:traffic", "zone:maxspeed"):
        word = tags.get(key, "").lower()
        if setting == 0 and re.search(r":(urban|living_street|zone:?\d+)$", word):
            setting = URBAN
        elif setting == 0 and re.search(r":(rural|motorway|trunk|nsl_single|nsl_dual)$", word):
            setting = RURAL
        if limit == UNTAGGED and ":" in word:
            limit = kph_of_limit(tags[key])
    return limit, setting


def kph_of_limit(value: str) -> int:
    """Return a tagged limit in km/h: a number, mph, ``walk``, ``none``, ``FR:rural``….

    UNTAGGED when it says nothing of use.
    """
    found = [_one_kph(part.strip()) for part in value.split(";")]
    return min((kph for kph in found if kph != UNTAGGED), default=UNTAGGED)


def _one_kph(value: str) -> int:
    if value == "none":
        return NO_LIMIT
    if value == "walk":
        return WALKING_KPH
    number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(km/h|kmh|kph|mph)?", value)
    if number:
        kph = float(number[1]) * (KPH_PER_MPH if number[2] == "mph" else 1.0)
        return min(max(round(kph), 1), 200) if kph > 0 else UNTAGGED
    implicit = re.fullmatch(r"([A-Za-z]{2}):(?:zone:?)?(\w+)", value)
    if not implicit:
        return UNTAGGED
    country, context = implicit[1].upper(), implicit[2].lower()
    if context.isdigit():
        return min(int(context), 200)
    if context == "living_street":
        return LIVING_STREET_KPH
    return IMPLICIT_KPH.get(country, {}).get(context, 50 if context == "urban" else UNTAGGED)


def closures(tags: dict[str, str]) -> int:
    """Return the bits (:attr:`vocabulary.Season.bit`) that the tags state, whatever the day they are read on.

    Winter is judged in the middle of January and February, summer in the middle of July and August: a pass that opens
    late or closes early is not called closed for the season.
    """
    closed = 0
    always_closed = min(_said_by_the_chain(tags), key=_WIDEST_FIRST.index) in ("no", "private")
    for _, state, months in _conditions(tags)[0]:
        if ACCESS_VALUES.get(state) == "no":
            closed |= bits_of_months(months)
        elif ACCESS_VALUES.get(state) == "open" and months and always_closed:
            closed |= bits_of_months(set(range(1, 13)) - months)
    seasons = set(re.split(r"[;,\s]+", tags.get("seasonal", "").lower())) & set(SEASON_MONTHS)
    if seasons:
        closed |= sum(season.bit for season in SEASON_ROWS if season.name_of_osm not in seasons)
    return closed | (SEASON["summer"].bit if tags.get("winter_road") == "yes" else 0)


def not_understood(tags: dict[str, str]) -> bool:
    """Tell whether a condition on access names no season: hours, weights, weather or words that are not known.

    It is not applied.
    """
    return _conditions(tags)[1] > 0 or any(
        key.endswith(("forward:conditional", "backward:conditional", "oneway:conditional")) for key in tags
    )


def _conditions(tags: dict[str, str]) -> tuple[list[tuple[str, str, set[int]]], int]:
    """Return key, state and months of each condition on a season, and how many other conditions there are.

    They go from the most specific key of the chain to the first that has a value of its own.
    """
    found, others = [], 0
    for key in ACCESS_CHAIN:
        for state, in_brackets, bare in _CONDITION.findall(tags.get(key + ":conditional", "")):
            condition = re.sub(r"00:00\s*-\s*24:00|24/7", "", (in_brackets or bare).lower())
            months = set() if _NOT_A_SEASON.search(condition) else months_of(condition)
            if months:
                found.append((key, state, months))
            else:
                others += 1
        if key in tags:
            break
    return found, others


def bits_of_months(months: set[int]) -> int:
    """Return the bits (:attr:`vocabulary.Season.bit`) of some months of closure."""
    return sum(season.bit for season in SEASON_ROWS if months >= season.months)


def months_of(condition: str) -> set[int]:
    """Return the months whose middle a condition such as ``Nov-May`` or ``Oct 15-Jun 01`` or ``winter`` covers.

    Empty when it names none.

    A span that begins after the fifteenth of a month, or ends before it, leaves that month out. ``easter`` is taken for
    the middle of April.
    """
    text = condition.lower().replace("easter", "apr 15")
    months: set[int] = set()
    for word, (first, last) in SEASON_MONTHS.items():
        if re.search(rf"\b{word}\b", text):
            months |= _span(first, last)
    day = r"(?:\d{4}\s+)?(\d{0,2})\s*" + _MONTH_NAME + r"\.?\s*(\d{0,2})(?!\d)(?:\s*,?\s*\d{4})?"
    spans = re.findall(day + r"\s*-\s*" + day, text)
    for before, first, after, before_last, last, after_last in spans:
        first_day, last_day = before or after, before_last or after_last
        span = _span(MONTHS[first], MONTHS[last])
        months |= (
            span
            - ({MONTHS[first]} if first_day and int(first_day) > 15 else set())
            - ({MONTHS[last]} if last_day and int(last_day) < 15 else set())
        )
    if not months and not spans and "-" not in text:
        months = {MONTHS[word] for word in re.findall(_MONTH_NAME, text)}
    return months


def _span(first: int, last: int) -> set[int]:
    return {(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)}

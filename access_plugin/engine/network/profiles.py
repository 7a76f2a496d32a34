"""Speed profiles: readable TOML files that say how a vehicle drives; :mod:`speeds` turns them into seconds."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..text import listed, tr
from .attributes import ACCESS, ROAD_CLASSES, SURFACES

#: Where profiles are looked for by their id, the plugin's own first; the desktop adds a folder of the user's.
FOLDERS = [Path(__file__).resolve().parents[2] / "resources" / "profiles"]
LEAST_KPH, MOST_KPH = 1, 160
_TRACKTYPES = ("grade1", "grade2", "grade3", "grade4", "grade5")
#: What a profile file holds: section → its keys. All must be there, but in the sections of :data:`_OPEN_ENDED`.
_SECTIONS = {
    "profile": {"id", "name", "source"},
    "access": {"open", "emergency"},
    "limits": {"rural", "urban"},
    "delays": {"signal_s", "give_way_s", "turn_s", "urban_section_s"},
    "peak": {"rural", "urban"},
    "time": {"rural", "urban"},
    "range": {"low", "high"},
    "terrain": {"slope_from", "slope_each", "slope_most", "bends", "snow", "snow_free"},
    "classes": set(ROAD_CLASSES) - {"barrier"},
    "closed": {"classes"},
    "surfaces": set(SURFACES),
    "tracktypes": set(_TRACKTYPES),
}
_OPEN_ENDED = ("classes", "surfaces", "tracktypes")
#: Section → the least and the most that its numbers may be.
_BOUNDS = {
    "limits": (0.1, 2),
    "delays": (0, 600),
    "peak": (1, 5),
    "time": (0.2, 5),
    "range": (0.5, 2),
    "surfaces": (LEAST_KPH, MOST_KPH),
    "tracktypes": (LEAST_KPH, MOST_KPH),
}
_SLOPE_BOUNDS = {"slope_from": (0, 100), "slope_each": (0, 1), "slope_most": (1, 10)}


@dataclass(frozen=True)
class Terrain:
    """How slopes, bends and snow slow one down; each factor is one on time.

    Attributes
    ----------
    slope_from, slope_each, slope_most
        Percent from which a slope counts, up or down; what each further percent adds to the factor 1; the largest
        factor.
    bends
        (sinuosity from which it counts, factor), increasing; sinuosity is length by distance over some 400 m.
    snow
        (altitude from which it counts in winter, metres; factor), increasing.
    snow_free
        Classes that are always cleared.
    """

    slope_from: float
    slope_each: float
    slope_most: float
    bends: tuple[tuple[float, float], ...]
    snow: tuple[tuple[float, float], ...]
    snow_free: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """How one kind of vehicle drives.

    Attributes
    ----------
    id, name
        How algorithms and people call it.
    classes
        Road class → ``{"rural", "urban", "most"}``, km/h.
    limits
        ``{"rural", "urban"}``: the share of a tagged limit that is driven.
    signal_s, give_way_s, turn_s, urban_section_s
        Seconds added at each traffic light, where one comes in from a side road, where one turns off into one (see
        :mod:`junctions`), and for each section in town of a source that says average speeds (BD TOPO).
    peak, time
        ``{"rural", "urban"}``: factors on time, at peak hours and always (lights and siren).
    range
        ``{"low", "high"}``: factors on time between which the truth is thought to lie.
    terrain
        See :class:`Terrain`.
    surfaces, tracktypes
        Surface, and ``grade1`` to ``grade5`` → km/h at most.
    access
        Words of ``attributes.ACCESS`` that let the vehicle through.
    emergency
        Whether ``emergency=yes`` opens a road to it and ``emergency=no`` closes it.
    """

    id: str
    name: str
    classes: dict[str, dict[str, float]]
    limits: dict[str, float]
    signal_s: float
    give_way_s: float
    turn_s: float
    urban_section_s: float
    peak: dict[str, float]
    time: dict[str, float]
    range: dict[str, float]
    terrain: Terrain
    surfaces: dict[str, float]
    tracktypes: dict[str, float]
    access: tuple[str, ...]
    emergency: bool


def profile_path(name: str) -> Path:
    """Return the file of a profile, by its id or its path; it may be missing."""
    paths = [Path(name)] if str(name).endswith(".toml") else [folder / f"{name}.toml" for folder in FOLDERS]
    return next((path for path in paths if path.is_file()), paths[0])


def available() -> list[str]:
    """Return the ids of the profiles of the plugin and of the user."""
    return sorted({path.stem for folder in FOLDERS for path in folder.glob("*.toml")})


def read_profile(name: str) -> Profile:
    """Read a profile by its id, or from the path of a ``.toml`` file.

    A file may name another profile as its ``base`` and then say only what differs.

    Raises
    ------
    InputError
        There is no such profile, the file is not TOML, a section or key is unknown or missing, or a number makes no
        sense.
    """
    path = profile_path(name)
    twins = (
        []
        if str(name).endswith(".toml")
        else [
            folder / f"{name}.toml"
            for folder in FOLDERS[1:]
            if (folder / f"{name}.toml").is_file() and path.parent == FOLDERS[0]
        ]
    )
    if twins:
        raise InputError(
            tr(
                "{path} has the name of a profile of the plugin, whose figures others compare with. Give the "
                "file another name, and its “id” too."
            ).format(path=twins[0])
        )
    data = _with_base(path, name, ())
    _check(data, path)
    return Profile(
        id=data["profile"]["id"],
        name=data["profile"]["name"],
        access=tuple(data["access"]["open"]),
        emergency=data["access"]["emergency"],
        terrain=_terrain(data["terrain"]),
        **{key: data[key] for key in ("classes", "limits", "peak", "time", "range", "surfaces", "tracktypes")},
        **data["delays"],
    )


def _terrain(section: dict[str, Any]) -> Terrain:
    bends, snow = (tuple(tuple(pair) for pair in section[key]) for key in ("bends", "snow"))
    return Terrain(
        **{key: section[key] for key in _SLOPE_BOUNDS}, bends=bends, snow=snow, snow_free=tuple(section["snow_free"])
    )


def _with_base(path: Path, name: str, above: tuple[Path, ...]) -> dict[str, Any]:
    """Return what a file says, and its base where it says nothing."""
    if not path.is_file():
        known = listed(name for name in available() if name != (above[-1].stem if above else ""))
        if above:
            raise InputError(
                tr("The profile {path} names “{name}” as its base, which is none. Choose one of: {known}.").format(
                    path=above[-1], name=name, known=known
                )
            )
        raise InputError(tr("There is no profile “{name}”. Choose one of: {known}.").format(name=name, known=known))
    if path in above:
        raise InputError(tr("The profile {path} is its own base. Name another one, or none.").format(path=path))
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            tr("The profile {path} is not valid TOML ({reason}). Mend that line.").format(path=path, reason=error)
        ) from None
    flat = sorted(section for section, values in data.items() if not isinstance(values, dict))
    if flat:
        raise InputError(
            tr(
                "The profile {path} has keys outside of any section: {keys}. Put them into the section that they "
                "belong to."
            ).format(path=path, keys=listed(flat))
        )
    base = data.get("profile", {}).pop("base", None)
    if base is None:
        return data
    beside = path.parent / str(base)
    whole = _with_base(
        beside if str(base).endswith(".toml") and beside.is_file() else profile_path(str(base)),
        str(base),
        (*above, path),
    )
    joined = whole | {section: whole.get(section, {}) | values for section, values in data.items()}
    closed, classes = joined.get("closed", {}).get("classes"), joined.get("classes", {})
    if isinstance(closed, list) and "closed" in data:  # what this file closes, the base's speeds do not open
        joined["classes"] = {
            word: row for word, row in classes.items() if word not in closed or word in data.get("classes", {})
        }
    elif isinstance(closed, list):  # what this file gives speeds to is open
        joined["closed"] = {"classes": [word for word in closed if word not in data.get("classes", {})]}
    return joined


def _check(data: dict[str, Any], path: Path) -> None:
    strange = sorted(set(data) - set(_SECTIONS))
    if strange:
        text = tr(
            "The profile {path} has unknown sections: {keys}. Correct their spelling or delete them; the "
            "sections are: {known}."
        )
        raise InputError(text.format(path=path, keys=listed(strange), known=", ".join(_SECTIONS)))
    for section, known in _SECTIONS.items():
        if section not in data:
            raise InputError(
                tr("The profile {path} lacks the section [{section}]. Add it.").format(path=path, section=section)
            )
        strange = sorted(set(data[section]) - known)
        if strange:
            text = tr(
                "The profile {path} has unknown keys in [{section}]: {keys}. Correct their spelling or delete them."
            )
            raise InputError(text.format(path=path, section=section, keys=listed(strange)))
        missing = sorted(known - set(data[section])) if section not in _OPEN_ENDED else []
        if missing:
            text = tr("The profile {path} lacks these keys in [{section}]: {keys}. Add them.")
            raise InputError(text.format(path=path, section=section, keys=listed(missing)))
    wrong = [*_wrong_numbers(data), *_wrong_terrain(data["terrain"]), *_wrong_classes(data)]
    if wrong:
        text = tr("The profile {path} has values that make no sense: {values}. Correct them.")
        raise InputError(text.format(path=path, values=listed(wrong)))
    if data["profile"]["id"] != path.stem:
        raise InputError(
            tr("The profile {path} has the id “{id}”: it must be the name of the file, “{name}”.").format(
                path=path, id=data["profile"]["id"], name=path.stem
            )
        )


def _is_number(value: object, least: float, most: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most


def _wrong_numbers(data: dict[str, Any]) -> list[str]:
    wrong = [
        f"{section}.{key} = {value} ({low}–{high})"
        for section, (low, high) in _BOUNDS.items()
        for key, value in data[section].items()
        if not _is_number(value, low, high)
    ]
    spread = data["range"]
    if not wrong and not spread["low"] <= 1 <= spread["high"]:
        wrong.append(f"range = {spread['low']}–{spread['high']} (low ≤ 1 ≤ high)")
    wrong += [
        f"profile.{key} = {value}" for key, value in data["profile"].items() if not isinstance(value, str) or not value
    ]
    wrong += _wrong_words("access.open", data["access"]["open"], ACCESS) + (
        ["access.open = []"] if data["access"]["open"] == [] else []
    )
    return wrong + (
        []
        if isinstance(data["access"]["emergency"], bool)
        else [f"access.emergency = {data['access']['emergency']} (true, false)"]
    )


def _wrong_words(name: str, value: object, known: Collection[str]) -> list[str]:
    """Return what is wrong with a list of words of a vocabulary."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        return [f'{name} = {value} (["…", "…"])']
    return [f"{name} = {word} ({', '.join(known)})" for word in value if word not in known]


def _wrong_terrain(section: dict[str, Any]) -> list[str]:
    wrong = [
        f"terrain.{key} = {section[key]} ({low}–{high})"
        for key, (low, high) in _SLOPE_BOUNDS.items()
        if not _is_number(section[key], low, high)
    ]
    for key, bounds in (("bends", (1, 10)), ("snow", (-500, 9000))):
        pairs = section[key]
        if not (
            isinstance(pairs, list)
            and all(
                isinstance(pair, list)
                and len(pair) == 2
                and _is_number(pair[0], *bounds)
                and _is_number(pair[1], 1, 10)
                for pair in pairs
            )
        ):
            wrong.append(f"terrain.{key} = {pairs} ([[limit, factor], …], factors from 1 to 10)")
        elif any(low >= high for (low, _), (high, _) in zip(pairs, pairs[1:])):
            wrong.append(f"terrain.{key} = {pairs} (limits must grow)")
    return wrong + _wrong_words("terrain.snow_free", section["snow_free"], ROAD_CLASSES)


def _wrong_classes(data: dict[str, Any]) -> list[str]:
    unknown = _wrong_words("closed.classes", data["closed"]["classes"], ROAD_CLASSES)
    if unknown:
        return unknown
    rows, closed = data["classes"], set(data["closed"]["classes"])
    wrong = [
        f"classes.{name} = {row} ({{ rural, urban, most }})"
        for name, row in rows.items()
        if not isinstance(row, dict) or set(row) != {"rural", "urban", "most"}
    ]
    wrong += [
        f"classes.{name}.{key} = {kph} ({LEAST_KPH}–{MOST_KPH} km/h)"
        for name, row in rows.items()
        if isinstance(row, dict)
        for key, kph in row.items()
        if not _is_number(kph, LEAST_KPH, MOST_KPH)
    ]
    wrong += [
        f"{name}: no speed, and not closed" for name in sorted(set(ROAD_CLASSES) - {"barrier"} - set(rows) - closed)
    ]
    wrong += [f"{name}: closed, but with a speed" for name in sorted(closed & set(rows))]
    return wrong

"""Speed profiles: readable TOML files that turn what is known of a road into seconds per metre."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..text import listed, tr
from .attributes import ACCESS, CLASS_CODE, CLOSED_IN_SUMMER, CLOSED_IN_WINTER, NO_LIMIT, ROAD_CLASSES, RURAL, SURFACES, UNTAGGED, URBAN

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "profiles"
SEASONS = ("all_year", "winter", "summer")
CLOSED_BIT = {"all_year": 0, "winter": CLOSED_IN_WINTER, "summer": CLOSED_IN_SUMMER}
_MPS_PER_KPH = 1 / 3.6
#: What a profile file holds: section → its keys, or None where keys are words of the road vocabulary.
_SECTIONS = {
    "profile": {"id", "name", "source"}, "access": {"open"}, "limits": {"rural", "urban"}, "delays": {"signal_s", "junction_s", "urban_section_s"},
    "classes": set(ROAD_CLASSES) - {"barrier"}, "closed": {"classes"}, "surfaces": set(SURFACES),
}  # fmt: skip


@dataclass(frozen=True)
class Profile:
    """The speeds of one kind of vehicle.

    Attributes
    ----------
    id, name
        How algorithms and people call it.
    classes
        Road class → ``{"rural", "urban", "most"}``, km/h.
    limits
        ``{"rural", "urban"}``: the share of a tagged limit that is driven.
    signal_s, junction_s, urban_section_s
        Seconds added at each traffic light, at each junction, and for each section in town of a source that says average speeds (BD TOPO).
    surfaces
        Surface → km/h at most.
    access
        Words of ``attributes.ACCESS`` that let the vehicle through.
    """

    id: str
    name: str
    classes: dict[str, dict[str, float]]
    limits: dict[str, float]
    signal_s: float
    junction_s: float
    urban_section_s: float
    surfaces: dict[str, float]
    access: tuple[str, ...]

    def paces(self, kinds: np.ndarray, season: str) -> np.ndarray:
        """Return seconds per metre of each kind of road, (2 directions, 2 settings: rural and urban, k); infinite where closed.

        The season closes the roads that are shut during it; ``all_year`` closes none.
        """
        paces = np.empty((2, 2, len(kinds)))
        for number, row in enumerate(kinds):
            for direction, (limit, average) in enumerate(((row["kph_forward"], row["average_forward"]), (row["kph_backward"], row["average_backward"]))):
                for setting, word in enumerate(("rural", "urban")):
                    if row["setting"]:  # the tags know better than the surroundings
                        word = {RURAL: "rural", URBAN: "urban"}[int(row["setting"])]
                    kph = self._kph(row, int(limit), int(average), word) if row["direction"] & (1 << direction) and self._passes(row, season) else 0.0
                    paces[direction, setting, number] = 1 / (kph * _MPS_PER_KPH) if kph else np.inf
        barrier = (kinds["road_class"] == CLASS_CODE["barrier"]) & np.isfinite(paces[0, 0])
        paces[:, :, barrier] = 0.0
        return paces

    def _passes(self, row: np.ndarray, season: str) -> bool:
        return ACCESS[row["access"]] in self.access and not row["closed"] & CLOSED_BIT[season]

    def _kph(self, row: np.ndarray, limit: int, average: int, setting: str) -> float:
        if row["road_class"] == CLASS_CODE["barrier"]:
            return 1.0
        speeds = self.classes.get(ROAD_CLASSES[row["road_class"]])
        if speeds is None:
            return 0.0
        if average:
            return float(average)
        kph = speeds[setting]
        if limit == NO_LIMIT:
            kph = speeds["most"]
        elif limit != UNTAGGED:
            kph = min(limit * self.limits[setting], speeds["most"])
        return min(kph, self.surfaces.get(SURFACES[row["surface"]], kph))


def available() -> list[str]:
    """Return the ids of the profiles that the plugin carries."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def read_profile(name: str) -> Profile:
    """Read a profile by its id, or from the path of a ``.toml`` file.

    Raises
    ------
    InputError
        There is no such profile, the file is not TOML, a section or key is unknown or missing, or a number makes no sense.
    """
    path = Path(name) if str(name).endswith(".toml") else FOLDER / f"{name}.toml"
    if not path.is_file():
        raise InputError(tr("There is no profile “{name}”. Choose one of: {known}.").format(name=name, known=listed(available())))
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(tr("The profile {path} is not valid TOML ({reason}). Mend that line.").format(path=path, reason=error)) from None
    _check(data, path)
    return Profile(
        id=data["profile"]["id"], name=data["profile"]["name"], classes=data["classes"], limits=data["limits"], surfaces=data["surfaces"],
        signal_s=data["delays"]["signal_s"], junction_s=data["delays"]["junction_s"],
        urban_section_s=data["delays"]["urban_section_s"], access=tuple(data["access"]["open"]),
    )  # fmt: skip


def _check(data: dict, path: Path) -> None:
    for section, known in _SECTIONS.items():
        if section not in data:
            raise InputError(tr("The profile {path} lacks the section [{section}]. Add it.").format(path=path, section=section))
        strange = sorted(set(data[section]) - known)
        if strange:
            text = tr("The profile {path} has unknown keys in [{section}]: {keys}. Correct their spelling or delete them.")
            raise InputError(text.format(path=path, section=section, keys=listed(strange)))
        missing = sorted(known - set(data[section])) if section not in ("classes", "surfaces") else []
        if missing:
            text = tr("The profile {path} lacks these keys in [{section}]: {keys}. Add them.")
            raise InputError(text.format(path=path, section=section, keys=listed(missing)))
    strange = sorted(set(data) - set(_SECTIONS))
    if strange:
        raise InputError(tr("The profile {path} has unknown sections: {keys}.").format(path=path, keys=listed(strange)))
    speeds = {f"{name}.{key}": kph for name, row in data["classes"].items() for key, kph in row.items()}
    speeds |= {f"surfaces.{name}": kph for name, kph in data["surfaces"].items()}
    wrong = [f"{name} = {kph}" for name, kph in speeds.items() if not (isinstance(kph, (int, float)) and 1 <= kph <= 200)]
    wrong += [f"limits.{name} = {share}" for name, share in data["limits"].items() if not 0.1 <= share <= 2]
    wrong += [f"delays.{name} = {delay}" for name, delay in data["delays"].items() if not 0 <= delay <= 600]
    wrong += [f"access.open = {word}" for word in data["access"]["open"] if word not in ACCESS]
    closed = set(data["closed"]["classes"])
    unsaid = set(ROAD_CLASSES) - {"barrier"} - set(data["classes"]) - closed
    wrong += [f"{name}: no speed, and not closed" for name in sorted(unsaid)]
    wrong += [f"{name}: closed, but with a speed" for name in sorted(closed & set(data["classes"]))]
    wrong += [f"closed.classes = {name}" for name in sorted(closed - set(ROAD_CLASSES))]
    wrong += [f"classes.{name}" for name, row in data["classes"].items() if set(row) != {"rural", "urban", "most"}]
    if wrong:
        text = tr("The profile {path} has values that make no sense: {values}. Speeds are from 1 to 200 km/h.")
        raise InputError(text.format(path=path, values=listed(wrong)))

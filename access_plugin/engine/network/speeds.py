"""What is known of a road + a profile, a season and the traffic → seconds, term by term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ..arrays import Arrays, Bools, Floats, Ints, Records
from ..vocabulary import SEASON
from .attributes import (
    ACCESS,
    BEND_UNITS,
    CLASS_CODE,
    NO_LIMIT,
    ROAD_CLASSES,
    RURAL,
    SLOPE_UNITS,
    SURFACES,
    UNTAGGED,
    URBAN,
)
from .profiles import Profile

if TYPE_CHECKING:
    from .open_roads import Vehicle

#: What the seconds of a road are made of, in the order in which they are added.
TERMS = ("road", "slope", "bends", "snow", "traffic", "siren", "signals", "give_way", "turns", "sections", "range")
#: Those that are spent at one end of a road; all others are spent evenly along it.
AT_BEGIN, AT_END = ("turns",), ("signals", "give_way")
_SECONDS_PER_METRE_AT_1_KPH = 3.6
#: ``KIND.emergency``: what the tag says.
_EMERGENCY_YES, _EMERGENCY_NO = 1, 2


def is_open(profile: Profile | Vehicle, kinds: Records, season: str) -> Bools:
    """Tell which kinds of road a vehicle may drive on in a season, (2 directions, k).

    ``all_year`` closes none for the season.
    """
    access = np.isin(kinds["access"], [ACCESS.index(word) for word in profile.access])
    if profile.emergency:
        access = (access | (kinds["emergency"] == _EMERGENCY_YES)) & (kinds["emergency"] != _EMERGENCY_NO)
    classes = [CLASS_CODE["barrier"], *(CLASS_CODE[name] for name in profile.classes)]
    here = access & np.isin(kinds["road_class"], classes) & ~((kinds["closed"] & SEASON[season].bit) > 0)
    return np.vstack([here & (kinds["direction"] & bit > 0) for bit in (1, 2)])


def paces(profile: Profile, kinds: Records) -> Floats:
    """Return seconds per metre of each kind of road, (2 directions, 2 settings: rural and urban, k).

    0 for barriers and for classes without a speed.
    """
    found = np.zeros((2, 2, len(kinds)))
    for number, row in enumerate(kinds):
        speeds = profile.classes.get(ROAD_CLASSES[row["road_class"]])
        if speeds is None:
            continue
        for direction, (limit, average) in enumerate(
            ((row["kph_forward"], row["average_forward"]), (row["kph_backward"], row["average_backward"]))
        ):
            for setting, word in enumerate(("rural", "urban")):
                found[direction, setting, number] = _SECONDS_PER_METRE_AT_1_KPH / (
                    float(average) or _kph(profile, row, speeds, int(limit), word)
                )
    return found


def _kph(profile: Profile, row: np.void, speeds: dict[str, float], limit: int, setting: str) -> float:
    kph = speeds[setting]
    if limit == NO_LIMIT:
        kph = speeds["most"]
    elif limit != UNTAGGED:
        kph = min(limit * profile.limits[setting], speeds["most"])
    caps = (profile.surfaces.get(SURFACES[row["surface"]]), profile.tracktypes.get(f"grade{row['tracktype']}"))
    return min(kph, *(cap for cap in (kph, *caps) if cap is not None))


def edge_terms(
    arrays: Arrays,
    profile: Profile,
    season: str,
    traffic: str,
    *,
    pace: float = 1.0,
    edges: Ints | slice = slice(None),
) -> Iterator[tuple[str, Floats]]:
    """Yield each of :data:`TERMS` that is not nothing, with its seconds on some edges, (2 directions, k).

    Parameters
    ----------
    arrays
        Those of :func:`build.build_network`.
    profile, season, traffic
        Who drives, when; words of ``defaults.SEASONS`` and ``defaults.TRAFFICS``. ``mean`` takes, on each road, the
        mean of its seconds off peak and at peak.
    pace
        A factor on the whole (the low or the high end of the range).
    edges
        Which ones; all by default.
    """
    kind = arrays["edge_kind"][edges]
    setting = arrays["kinds"]["setting"][kind]  # the tags know better than the surroundings
    town = np.select([setting == RURAL, setting == URBAN], [0.0, 1.0], arrays["edge_urban"][edges] / 255)
    pace_of = paces(profile, arrays["kinds"])
    length = arrays["edge_length_m"][edges]
    country = length * pace_of[:, 0, kind] * (1 - town)
    town = length * pace_of[:, 1, kind] * town
    total = country + town
    yield "road", total
    for term, factor in _terrain_factors(arrays, profile, season, edges):
        part = (country + town) * (factor - 1)
        total = total + part
        country, town = country * factor, town * factor
        yield term, part
    weight = {"off_peak": 0.0, "peak": 1.0, "mean": 0.5}[traffic]
    for term, rural, urban in (
        ("traffic", 1 + weight * (profile.peak["rural"] - 1), 1 + weight * (profile.peak["urban"] - 1)),
        ("siren", profile.time["rural"], profile.time["urban"]),
    ):
        if (rural, urban) != (1, 1):
            part = country * (rural - 1) + town * (urban - 1)
            country, town, total = country * rural, town * urban, total + part
            yield term, part
    for term, part in _delays(arrays, profile, kind, edges):
        total = total + part
        yield term, part
    if pace != 1:
        yield "range", total * (pace - 1)


def _is_averaged(kinds: Records) -> Bools:
    """Tell which kinds have the source's own average speed, which knows the road, its bends and its junctions."""
    return (kinds["average_forward"] > 0) | (kinds["average_backward"] > 0)


def _delays(arrays: Arrays, profile: Profile, kind: Ints, edges: Ints | slice) -> Iterator[tuple[str, Floats]]:
    kinds = arrays["kinds"]
    averaged = _is_averaged(kinds)
    if profile.signal_s:
        yield "signals", arrays["edge_signals"][:, edges] * profile.signal_s
    for term, array, seconds in (
        ("give_way", "edge_gives_way", profile.give_way_s),
        ("turns", "edge_turns_off", profile.turn_s),
    ):
        if seconds and not averaged.all():
            yield term, arrays[array][:, edges] * (~averaged[kind] * (seconds / 255))
    in_town = averaged & (kinds["setting"] == URBAN)
    if profile.urban_section_s and in_town.any():
        yield "sections", np.vstack([arrays["edge_sections"][edges] * (in_town[kind] * profile.urban_section_s)] * 2)


def _terrain_factors(
    arrays: Arrays, profile: Profile, season: str, edges: Ints | slice
) -> Iterator[tuple[str, Floats]]:
    """Yield the factors of slope, bends and snow on the time of each edge.

    What the network has no heights for, or the profile does not count, is left out.
    """
    terrain, kinds, start = profile.terrain, arrays["kinds"], arrays["piece_start"]
    kind = arrays["edge_kind"][edges]
    averaged = _is_averaged(kinds)[kind]

    def mean(of_piece: Floats) -> Floats:
        return (np.add.reduceat(of_piece, start[:-1]) / np.diff(start))[edges]

    if len(arrays["piece_slope"]) and terrain.slope_each:
        steep = 1 + terrain.slope_each * np.maximum(arrays["piece_slope"] / SLOPE_UNITS - terrain.slope_from, 0)
        yield "slope", np.where(averaged, 1.0, mean(np.minimum(steep, terrain.slope_most)))
    if terrain.bends:
        yield "bends", np.where(averaged, 1.0, mean(_steps(1 + arrays["piece_bend"] / BEND_UNITS, terrain.bends)))
    if season == "winter" and len(arrays["piece_altitude"]) and terrain.snow:
        cleared = np.isin(kinds["road_class"], [CLASS_CODE[name] for name in terrain.snow_free])[kind]
        yield "snow", np.where(cleared, 1.0, mean(_steps(arrays["piece_altitude"], terrain.snow)))


def _steps(values: Floats | Ints, pairs: tuple[tuple[float, float], ...]) -> Floats:
    """Return the factor of the last step that each value reaches, 1 before the first."""
    limits, factors = zip(*pairs)
    return np.array([1.0, *factors])[np.searchsorted(limits, values, side="right")]

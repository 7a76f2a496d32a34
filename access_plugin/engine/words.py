"""The words of choices: what a person reads for each of some static strings.

Models, scripts and ``qgis_process`` keep these strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .sites.own_roles import is_own
from .sites.roles import ROLE_ROWS, role_of
from .text import tr
from .vocabulary import CARE, LEVEL_ROWS, SEASON_ROWS, SLOT_ROWS

#: Parameters that choose among the same things.
_SAME = {
    "ROLES": "ROLE",
    "ADDED_ROLE": "ROLE",
    "PROFILE_SMUR": "PROFILE",
    "PROFILE_MCS": "PROFILE",
    "PROFILES": "PROFILE",
}

#: Parameter → value → its words. A value without words is shown as it is (a speed profile of the user's own).
_WORDS: dict[str, Callable[[], dict[str, str]]] = {
    "SEASON": lambda: {row.code: tr(row.word) for row in SEASON_ROWS},
    "TRAFFIC": lambda: {
        "off_peak": tr("off-peak"),
        "peak": tr("peak hours"),
        "mean": tr("mean of off-peak and peak hours"),
    },
    "SLOT": lambda: {row.code: tr(row.word) for row in SLOT_ROWS},
    "DEFINITION": lambda: {row.code: tr(row.word) for row in CARE.values()},
    "CONVENTION": lambda: {"fine": tr("from place to place"), "drees": tr("from chef-lieu to chef-lieu (DREES)")},
    "PROFILE": lambda: {
        "car": tr("ordinary car"),
        "emergency": tr("with lights and siren"),
        "mcs": tr("correspondent doctor’s car"),
    },
    "MODE": lambda: {
        "merged": tr("all sites together"),
        "per_site": tr("each site by itself (areas overlap)"),
        "nearest_site": tr("each site where it is the nearest"),
    },
    "MODEL": lambda: {
        "mclp": tr("most people within the threshold (MCLP)"),
        "lscp": tr("fewest places that reach everybody (LSCP)"),
        "pmedian": tr("shortest mean time (p-median)"),
        "pcenter": tr("shortest longest time (p-centre)"),
        "backup": tr("most people with a second doctor (BACOP2)"),
        "gradual": tr("most people, the nearer the more (gradual cover)"),
    },
    "BASELINE": lambda: {
        "emergency": tr("the nearest SU or SMUR"),
        "smur": tr("the nearest SMUR alone (rule for MCS)"),
        "csnp": tr("the nearest SU or CSNP"),
        "platform": tr("SU or mountain practice"),
    },
    "PRESENCE": lambda: {"always": tr("day and night"), "part_time": tr("for part of the week")},
    "RULES": lambda: {
        "none": tr("none: every candidate may be chosen"),
        "mcs": tr("those of correspondent doctors (MCS)"),
    },
    "FIGURES": lambda: {"all": tr("all that the study gives"), "map": tr("the map alone"), "none": tr("none")},
    "FIGURE": lambda: {
        "map": tr("map"),
        "atlas": tr("atlas, a page for each département"),
        "before_after": tr("before and after"),
        "dots": tr("sites of care"),
        "circles": tr("people beyond, by circles"),
        "counts": tr("sites by département"),
        "zoning": tr("official zoning"),
        "evolution": tr("evolution, by bars"),
        "curve": tr("people gained by number of places"),
        "ranked": tr("ranking of the territories"),
        "shares": tr("people by drive time"),
        "key_figure": tr("key figure"),
        "panorama": tr("panorama of key figures"),
        "zoom": tr("zoom on a territory"),
        "columns": tr("slide of two columns"),
        "one_page": tr("summary on one page"),
        "spread": tr("two pages on a département"),
        "all": tr("all that the study gives"),
    },
    "FORMAT": lambda: {
        "auto": tr("recognised by what the file holds"),
        "table": tr("list of an ARS, or any table"),
        "finess": tr("FINESS stock"),
        "authorisations": tr("authorisations of care (FINESS)"),
        "t_finess": tr("t_finess"),
        "sae": tr("SAE (DREES)"),
        "osm": tr("OpenStreetMap extract"),
        "points": tr("points"),
        "polygons": tr("polygons"),
        "insee_grid": tr("INSEE's grid"),
        "eurostat_grid": tr("Eurostat's grid"),
        "raster": tr("raster of people"),
        "A4": tr("A4, upright"),
        "slide": tr("slide (16:9)"),
        "square": tr("square"),
        "half": tr("half of an A4 page"),
        "band": tr("band, a third of an A4 page"),
    },
    "LEVEL": lambda: {row.code: tr(row.many) for row in LEVEL_ROWS},
    "LANGUAGE": lambda: {"fr": "français", "en": "English"},
    "ROLE": lambda: (
        {"": tr("as the source says")} | {role.code: f"{role.code} – {tr(role.meaning)}" for role in ROLE_ROWS}
    ),
}


def word(parameter: str, value: str) -> str:
    """Return what a person reads for a value of a choice, in the language of the interface."""
    if is_own(value):
        return role_of(value).one
    words = _WORDS.get(_SAME.get(parameter, parameter))
    return words().get(value, value) if words is not None else value


def words_of(parameter: str, values: Iterable[str]) -> str:
    """Return several values in words, joined by commas."""
    return ", ".join(word(parameter, value) for value in values)

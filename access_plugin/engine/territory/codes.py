"""Codes of communes and of FINESS sites.

Text, with the zeros that a spreadsheet has eaten put back where that is certain.
"""

from __future__ import annotations

import csv
import difflib
import functools
import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

from ..arrays import Bools, Floats
from ..errors import InputError
from ..plain_words import key_words, plain
from ..progress import SILENT, Progress
from ..tables import each_once, texts, without_decimals
from ..text import listed, tr

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "france"
#: A commune: two digits or 2A, 2B, then three digits (overseas: three and two).
COMMUNE = r"(?:\d\d|2[AB])\d{3}"
FINESS = r"(?:\d\d|2[AB]|9[A-F])[0-9A-Z]\d{6}"
#: Letters that FINESS gives to the overseas départements → their numbers.
OVERSEAS = {"9A": "971", "9B": "972", "9C": "973", "9D": "974", "9F": "976"}


@dataclass(frozen=True)
class Departement:
    """A département, its région, and where its préfecture stands (degrees, ± 1 km).

    ``seat``, ``other_seats``: codes of the communes of its préfecture and of its sous-préfectures; ``communes``: how
    many it has.
    """

    code: str
    name: str
    region: str
    region_name: str
    lon: float
    lat: float
    seat: str
    other_seats: tuple[str, ...]
    communes: int


@functools.cache
def departements() -> dict[str, Departement]:
    """Return the départements by code. Source: INSEE, code officiel géographique; see ``scripts/france.py``."""
    with open(FOLDER / "departements.csv", encoding="utf-8", newline="") as stream:
        rows: Iterable[dict[str, Any]] = csv.DictReader(stream, delimiter=";")
        return {row["code"]: Departement(**row | _read(row)) for row in rows}


def _read(row: dict[str, str]) -> dict[str, Any]:
    return {
        "lon": float(row["lon"]),
        "lat": float(row["lat"]),
        "other_seats": tuple(row["other_seats"].split()),
        "communes": int(row["communes"]),
    }


def departement_of(commune: str) -> str:
    """Return the code of the département of a commune; empty where the code is none, as that of a foreign commune.

    >>> departement_of("01451"), departement_of("2A004"), departement_of("97411"), departement_of("7001")
    ('01', '2A', '974', '')
    """
    if not re.fullmatch(COMMUNE, commune):
        return ""
    code = commune[:3] if commune.startswith("97") else commune[:2]
    return code if code in departements() else ""


def each_departement(communes: pd.Series) -> pd.Series:
    """Return the code of the département of each commune, see :func:`departement_of`."""
    return each_once(communes, departement_of)


def normal_departement(code: str) -> str:
    """Return a code of département as INSEE writes it.

    ``1`` → ``01``, ``69D``, ``69M`` and ``69MD`` → ``69``, ``9A`` → ``971``.
    """
    code = code.strip().upper()
    code = OVERSEAS.get(code, code)
    if len(code) == 1 and code.isdigit():
        code = f"0{code}"
    return code[:2] if code[:2] == "69" and code[2:] in ("D", "M", "MD", "DM") else code


def departements_of(text: str) -> list[str]:
    """Read départements and régions by code or name, separated by commas, semicolons or new lines.

    ``84`` is a département; ``R84`` is the région. Of names accents, case, hyphens and articles do not matter.

    >>> departements_of("43, cantal; Rhône (69)"), len(departements_of("Auvergne-Rhône-Alpes"))
    (['43', '15', '69'], 12)

    Raises
    ------
    InputError
        A part is neither, or its code and its name are not of the same; or there is none.
    """
    parts = [part.strip() for part in re.split(r"[,;\n]", text)]
    codes = [code for part in parts if part for code in _departements_in(part)]
    if not codes:
        raise InputError(
            tr("Give at least one département (43, Haute-Loire…) or a région (R84, Auvergne-Rhône-Alpes).")
        )
    return list(dict.fromkeys(codes))


def _departements_in(part: str) -> tuple[str, ...]:
    """Return the départements of a code, of a name, or of a name and its code."""
    found = _by_code(part) or _by_name().get(_name_key(part))
    if found:
        return found[1]
    words = plain(part).split("_")
    for code, name in ((words[0], words[1:]), (words[-1], words[:-1])):
        numbered, named = _by_code(code), _by_name().get(_name_key(" ".join(name)))
        if numbered and named:
            if named in (numbered, _by_code(f"R{code}")):  # 84 before the name of a région is its own
                return named[1]
            text = tr("“{text}”: {code} is {found}, not {name}. Leave the code or the name alone.")
            raise InputError(text.format(text=part, code=code.upper(), found=numbered[0], name=named[0]))
    text = tr(
        "“{text}” is no département nor région. Write codes (43, 2A, 971) or names (Haute-Loire), a région by "
        "its name or as R and its code (R84), with commas between."
    )
    raise InputError(text.format(text=part) + _suggestion(_name_key(part)))


def _suggestion(typed: str) -> str:
    """Return a question with the nearest name, one that holds what was typed first: “Rhône-Alpes” is not Rhône.

    Empty where none is near.
    """
    names = _by_name()
    longer = sorted((name for name in names if len(typed) > 3 and typed in name), key=len)
    near = [*longer, *difflib.get_close_matches(typed, names, 1)]
    return f" {tr('Did you mean {name}?').format(name=names[near[0]][0])}" if near else ""


def _by_code(word: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the name and the départements of a code of département, or of R and the code of a région.

    None for anything else.
    """
    code = normal_departement(word)
    rows = [row for row in departements().values() if code in (row.code, f"R{row.region}")]
    return (
        (rows[0].region_name if code.startswith("R") else rows[0].name, tuple(row.code for row in rows))
        if rows
        else None
    )


@functools.cache
def _by_name() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the name and the départements of each département and région, by what is compared of its name."""
    rows = list(departements().values())
    regions = {row.region_name: tuple(other.code for other in rows if other.region == row.region) for row in rows}
    return {
        _name_key(name): (name, codes) for name, codes in (regions | {row.name: (row.code,) for row in rows}).items()
    }


def _name_key(text: str) -> str:
    return "".join(word for word in key_words(text) if word not in ("departement", "region"))


def commune_codes(
    column: pd.Series,
    name: str,
    *,
    near: tuple[np.ndarray, np.ndarray] | Callable[[], tuple[np.ndarray, np.ndarray]] | None = None,
    progress: Progress = SILENT,
    strict: bool = True,
) -> pd.Series:
    """Return the codes of communes as text, five characters each; empty where there is none.

    Parameters
    ----------
    column
        Codes as they were read: text or numbers. The index holds the rows that messages name.
    name
        What messages call the table.
    near
        Degrees of what bears the codes (NaN where not known), or a function that returns them: four digits are then a
        French code that lost its zero only near that département, and else a foreign one.
    progress
        Told how many codes were repaired.
    strict
        Whether a code that is none is an error; else it is kept as it is (foreign communes).

    Raises
    ------
    InputError
        A code is none and cannot be repaired with certainty: only one zero, at the front of four digits, can have been
        lost.
    """
    written = texts(column)
    codes = each_once(written, lambda code: without_decimals(re.sub(r"\s", "", code.upper())))
    short = _fullmatch(codes, r"[1-9]\d{3}")
    if near is not None and short.any():
        places = zip(short, codes, *(near() if callable(near) else near))
        short &= np.array([bool(found) and _within_reach("0" + code, lon, lat) for found, code, lon, lat in places])
    if short.any():
        text = tr(
            "{name}: the field {field} lost the zero at the front of {count} {count:code (row|codes (rows} "
            "{rows}), as spreadsheets do; it was put back."
        )
        progress.warn(
            text.format(name=name, field=column.name, count=int(short.sum()), rows=listed(codes.index[short]))
        )
        codes = codes.where(~short, "0" + codes)
    none = ~_fullmatch(codes, COMMUNE) & (codes != "")
    wrong = codes.index[none]
    if len(wrong) and strict:
        text = tr(
            "{name}: the field {field} holds no commune code in {rows:row|rows} {rows} ({values}). A code has five "
            "characters, such as 01451 or 2A004. Correct {rows:it|them}."
        )
        raise InputError(
            text.format(name=name, field=column.name, rows=listed(wrong), values=listed(dict.fromkeys(codes[wrong])))
        )
    return codes.where(~none, written)


def _fullmatch(codes: pd.Series, pattern: str) -> pd.Series:
    return codes.isin({code for code in codes.unique() if re.fullmatch(pattern, code)})


#: No place of a metropolitan département lies so far from its préfecture.
MOST_FROM_PREFECTURE_KM = 160.0
_GEOD = Geod(ellps="WGS84")


def km_from_prefecture(commune: str, lon: float, lat: float) -> float:
    """Return how far a place lies from the préfecture of a commune's département, km; NaN where either is not known."""
    row = departements().get(departement_of(commune))
    return float("nan") if row is None or not np.isfinite(lon) else _GEOD.inv(lon, lat, row.lon, row.lat)[2] / 1000


def _within_reach(commune: str, lon: float, lat: float) -> bool:
    return not km_from_prefecture(commune, lon, lat) > MOST_FROM_PREFECTURE_KM


def finess_numbers(
    column: pd.Series, name: str, *, near: tuple[Floats, Floats] | None = None, progress: Progress = SILENT
) -> pd.Series:
    """Return FINESS numbers as text, nine characters each, with the lost zero at the front put back.

    What is none is kept as it is.

    With `near` (degrees), only where the number's département is near: a list may have ids of its own.
    """
    numbers = each_once(texts(column), lambda number: re.sub(r"[\s.]", "", without_decimals(number.upper())))
    short = numbers.str.fullmatch(r"[1-9]\d{7}")
    if near is not None:
        near_enough = (
            bool(found) and np.isfinite(lon) and _within_reach(f"0{number[:1]}001", lon, lat)
            for found, number, lon, lat in zip(short, numbers, *near)
        )
        short &= np.fromiter(near_enough, bool, len(short))
    if short.any():
        text = tr(
            "{name}: the field {field} lost the zero at the front of {count} {count:code (row|codes (rows} "
            "{rows}), as spreadsheets do; it was put back."
        )
        progress.say(
            text.format(name=name, field=column.name, count=int(short.sum()), rows=listed(numbers.index[short]))
        )
    return texts(column).where(~(short | numbers.str.fullmatch(FINESS)), numbers.where(~short, "0" + numbers))


@functools.cache
def passage() -> dict[str, str]:
    """Return the codes of former and delegated communes and of arrondissements → today's communes.

    The arrondissements are those of Paris, Lyon and Marseille.

    Source: INSEE, code officiel géographique 2026; see ``scripts/france.py``. Communes that merged and parted again
    keep their own code.
    """
    with open(FOLDER / "passage.csv", encoding="utf-8", newline="") as stream:
        return {row["old"]: row["new"] for row in csv.DictReader(stream, delimiter=";")}


def codes_of(table: pd.DataFrame, column: str, name: str, *, progress: Progress = SILENT) -> pd.Series:
    """Return a column of codes as text.

    Those of communes with their lost zeros, near their département where the table is drawn, others as they are.
    """
    return commune_codes(table[column], name, near=degrees_of(table), progress=progress, strict=False)


def degrees_of(table: pd.DataFrame) -> Callable[[], tuple[np.ndarray, np.ndarray]] | None:
    """Return a function that gives degrees of what a table draws; None where it draws nothing."""

    def degrees() -> tuple[np.ndarray, np.ndarray]:
        inside = table.geometry.to_crs(4326).representative_point().to_numpy()
        return shapely.get_x(inside), shapely.get_y(inside)

    return (
        degrees
        if isinstance(table, gpd.GeoDataFrame) and table.active_geometry_name and table.crs is not None
        else None
    )


def as_known(codes: pd.Series, known: Container[str]) -> pd.Series:
    """Return the codes, those that are not known as their successors' (a former commune, an arrondissement)."""
    return each_once(codes, lambda code: code if code in known else passage().get(code, code))


def is_arrondissement(codes: pd.Series) -> Bools:
    """Tell which codes are municipal arrondissements of Paris, Lyon or Marseille."""
    found: Bools = codes.str.fullmatch(r"751(?:0[1-9]|1\d|20)|6938[1-9]|132(?:0[1-9]|1[0-6])").to_numpy(bool)
    return found


def without_arrondissements(codes: pd.Series) -> pd.Series:
    """Return the codes with those of arrondissements replaced by their city's: 69381 → 69123."""
    return codes.where(~is_arrondissement(codes), each_once(codes, lambda code: passage().get(code, code)))

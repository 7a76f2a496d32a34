"""Tables of official access times as they come: by commune, or by pair of communes (a distancier)."""

from __future__ import annotations

import re
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..sites.roles import EMERGENCY_LEGS
from ..tables import in_minutes, known_cells, numbers
from ..territory.codes import commune_codes, is_arrondissement, passage
from ..territory.communes import header_of
from ..text import listed, tr

#: Headers of the two ends of a distancier, as :func:`reading.plain` writes them (INSEE METRIC and the R package
#: metric.osrm).
_ORIGIN = (
    "idsrc",
    "src",
    "depcom_dep",
    "commune_depart",
    "code_depart",
    "origine",
    "code_origine",
    "depart",
    "origin",
    "from",
)
_DESTINATION = (
    "iddst",
    "dst",
    "depcom_arr",
    "commune_arrivee",
    "code_arrivee",
    "destination",
    "code_destination",
    "arrivee",
    "to",
)
_MINUTES = (
    "t_emergency_min",
    "tps_su_smur_min",
    "duree",
    "temps",
    "minutes",
    "tps",
    "temps_min",
    "duree_min",
    "time",
    "time_min",
)
_MINUTES_STEMS = ("tps_", "temps_", "duree_", "t_", "delai_", "minutes_")
#: Minutes in one of what a header names.
_UNITS = {1 / 60: {"s", "sec", "secs", "seconde", "secondes", "seconds"}, 60.0: {"h", "heure", "heures", "hours"}}
#: Words beside which “heures” is no unit: heures creuses, heures pleines, heure de pointe, 24 h.
_NO_UNIT = {"min", "mn", "minute", "minutes", "creuse", "creuses", "pleine", "pleines", "pointe", "24"}
#: Of so many communes the half is no farther, and the farthest no nearer, in any part of France.
_ENOUGH, _LONG_MIN, _SHORT_MIN = 20, 120.0, 2.0
#: No commune of France lies so far from everything; larger numbers are seconds.
_MOST_MIN = 1000.0


@dataclass(frozen=True)
class OfficialTimes:
    """Minutes to emergency care by commune (NaN where the table says none), and what the table is called."""

    minutes: pd.Series
    name: str
    column: str


def is_times(words: list[str]) -> bool:
    """Tell by its header whether a table may hold times."""
    code = header_of("code", words) is not None or any(word in _ORIGIN for word in words)
    return code and bool(_candidates(words))


def _candidates(words: list[str]) -> list[str]:
    sure = [word for word in _MINUTES if word in words]
    return sure[:1] or [word for word in words if word.startswith(_MINUTES_STEMS)]


def read_official_times(
    table: pd.DataFrame,
    name: str,
    *,
    code: str = "",
    minutes: str = "",
    destinations: set[str] | None = None,
    progress: Progress = SILENT,
) -> OfficialTimes:
    """Read minutes by commune.

    Parameters
    ----------
    table
        One row a commune, or one row a pair of communes (a distancier); its index holds the rows that messages name.
    code, minutes
        Columns; guessed where empty. Of several columns of minutes, between commas or semicolons, the smaller counts.
    destinations
        Communes that have an SU or a SMUR: in a distancier only the rows that lead to one of them count.
    progress
        Told what was guessed and how many rows have no time.

    Raises
    ------
    InputError
        A column is missing or cannot be guessed, a commune has two different times, a number is text, negative or in
        seconds, or a distancier comes without destinations.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    origin = (
        words.get(plain(code))
        if code
        else next((words[word] for word in _ORIGIN if word in words), None)
        or words.get(header_of("code", list(words)) or "")
    )
    if origin is None:
        text = tr("{name} has no field of commune codes (TIMES_CODE). Its fields are: {fields}. Say which one it is.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    columns = _minutes_columns(words, minutes, name)
    codes = commune_codes(table[origin], name, progress=progress)
    values = pd.concat([_minutes_of(table, column, name, progress) for column in columns], axis=1).min(axis=1)
    if (values > _MOST_MIN).any():
        text = tr(
            "{name}: the field {field} is above {most:g} minutes in {rows:row|rows} {rows}. It is probably in seconds: "
            "divide it by 60."
        )
        raise InputError(
            text.format(name=name, field=listed(columns), most=_MOST_MIN, rows=listed(values.index[values > _MOST_MIN]))
        )
    end = next((words[word] for word in _DESTINATION if word in words), None)
    if end is not None:
        ends = commune_codes(table[end], name, progress=progress, strict=False)
        times = _to_nearest(codes, ends, values, _as_in(set(codes) | set(ends), destinations, name, progress), name)
    else:
        times = _one_each(codes, values, name)
    _doubt_of_units(times, columns, name, progress)
    times = _with_cities(times, name, progress)
    text = tr(
        "{name}: times of {count} {count:commune|communes} from the fields {code} and {minutes}; {missing} "
        "{missing:commune has|communes have} none, and {empty} {empty:row|rows} no code."
    )
    progress.say(
        text.format(
            name=name,
            count=len(times),
            code=origin,
            minutes=listed(columns),
            missing=int(times.isna().sum()),
            empty=int((codes == "").sum()),
        )
    )
    return OfficialTimes(times, name, listed(columns))


def _minutes_of(table: pd.DataFrame, column: str, name: str, progress: Progress) -> pd.Series:
    """Return a column of times in minutes, by the unit that its header names; a cell that names its own has that."""
    raw = table[column]
    told = known_cells(in_minutes(raw))
    values = numbers(table.assign(**{column: told}), column, name, at_least=0, missing=np.nan)
    unit = _unit_of(plain(column))
    if unit == 1.0:
        return values
    found = values.where(told.astype(str) != raw.astype(str), values * unit)
    words = {"name": name, "field": column, "unit": tr("hours") if unit > 1 else tr("seconds")}
    if (found > _MOST_MIN).any():
        text = tr(
            "{name}: the field {field} is in {unit} by its name, and its times are too long for that. Call it "
            "temps_min if they are minutes."
        )
        raise InputError(text.format(**words))
    text = tr("{name}: the field {field} is in {unit} by its name, and was turned into minutes.")
    progress.warn(text.format(**words))
    return found


def _unit_of(header: str) -> float:
    """Return the minutes in one of the unit that a header ends with, or names after “en”; 1 where it names none.

    >>> _unit_of("temps_heures"), round(60 * _unit_of("temps_en_secondes_2019")), _unit_of("temps_min_heures_creuses")
    (60.0, 1, 1.0)
    """
    words = header.split("_")
    last = {words[-1], *(after for before, after in zip(words, words[1:]) if before == "en")}
    found = [unit for unit, names in _UNITS.items() if names & last]
    return found[0] if len(found) == 1 and not set(words) & _NO_UNIT else 1.0


def _doubt_of_units(times: pd.Series, columns: list[str], name: str, progress: Progress) -> None:
    """Warn where times are too long, or too short, to be minutes."""
    known = times.dropna()
    if len(known) < _ENOUGH or (known.median() <= _LONG_MIN and known.max() > _SHORT_MIN):
        return
    text = tr(
        "{name}: the times of the field {field} go from {least:g} to {most:g}, half of them beyond {median:g}: are "
        "these minutes? Where they are hours or seconds, turn them into minutes first."
    )
    facts = {"least": known.min(), "most": known.max(), "median": known.median()}
    progress.warn(text.format(name=name, field=listed(columns), **facts))


def _with_cities(times: pd.Series, name: str, progress: Progress) -> pd.Series:
    """Return times of Paris, Lyon and Marseille too, where a table has those of their arrondissements alone.

    It is the longest of them: nobody is said to live nearer than they do.
    """
    parts = times[is_arrondissement(times.index.to_series())]
    city = pd.Series([passage()[code] for code in parts.index], index=parts.index, dtype=object)
    longest = parts.groupby(city.to_numpy()).max()
    longest = longest[~longest.index.isin(times.index)]
    if longest.empty:
        return times
    text = tr("{name}: {codes} has the longest time of its arrondissements, which stand there alone.")
    progress.say(text.format(name=name, codes=listed(longest.index)))
    return pd.concat([times, longest])


def _as_in(known: set[str], destinations: set[str] | None, name: str, progress: Progress) -> set[str] | None:
    """Return the communes with a site by the codes that a table has for them.

    A former commune by that of its successor, a city and its arrondissements by each other's.
    """
    if not destinations:
        return destinations
    codes, parts = pd.Series(sorted(known | destinations), dtype=object), dict[str, set[str]]()
    arrondissements = set(codes[is_arrondissement(codes)])
    for code in sorted(arrondissements & known):
        parts.setdefault(passage()[code], set()).add(code)
    found, lost = set[str](), list[str]()
    for code in sorted(destinations):
        successor = {passage().get(code, "")} & known
        own = {code} & known | (
            successor if code in arrondissements else set()
        )  # a table may know a city and its parts
        there = own or successor or parts.get(code, set())
        found |= there
        lost += [] if there else [code]
    if lost:
        text = tr(
            "{name} has no way to or from {count} {count:commune|communes} with an SU or a SMUR: {codes}. Nobody is "
            "said to be near {count:it|them}."
        )
        progress.warn(text.format(name=name, count=len(lost), codes=listed(lost)))
    return found


def _minutes_columns(words: dict[str, str], asked: str, name: str) -> list[str]:
    if asked:
        parts = [asked] if plain(asked) in words else re.split("[,;]", asked)
        wanted = [plain(part) for part in parts if part.strip()]
        unknown = [word for word in wanted if word not in words]
        if unknown:
            text = tr(
                "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
            )
            raise InputError(text.format(name=name, field=listed(unknown), fields=listed(words.values())))
        return [words[word] for word in wanted]
    found = _candidates(list(words))
    if len(found) != 1:
        text = tr("{name}: which field holds the minutes (TIMES_MINUTES)? Its fields are: {fields}.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    return [words[found[0]]]


def _one_each(codes: pd.Series, values: pd.Series, name: str) -> pd.Series:
    table = pd.DataFrame({"code": codes, "minutes": values})[codes != ""].drop_duplicates()
    double = table.index[table["code"].duplicated(keep=False)]
    if len(double):
        text = tr("{name}: rows {rows} give two times to one commune ({codes}). Keep one.")
        raise InputError(
            text.format(name=name, rows=listed(double), codes=listed(dict.fromkeys(table.loc[double, "code"])))
        )
    return table.set_index("code")["minutes"]


def _to_nearest(
    codes: pd.Series, ends: pd.Series, values: pd.Series, destinations: set[str] | None, name: str
) -> pd.Series:
    if destinations is None:
        text = tr(
            "{name} is a distancier (pairs of communes): give the sites (SITES), with the commune of each in "
            "“insee”, so that only the ways to an SU or a SMUR count."
        )
        raise InputError(text.format(name=name))
    counted = values.where(ends.isin(destinations))
    if counted.isna().all():
        raise InputError(
            tr("{name}: no row leads to a commune with an SU or a SMUR. Check the field “insee” of the sites.").format(
                name=name
            )
        )
    times = counted.groupby(codes.to_numpy()).min()
    # a distancier often leaves out the way from a commune to itself
    return times.where(~times.index.isin(destinations), 0.0).combine_first(pd.Series(0.0, index=sorted(destinations)))


def equipped_communes(sites: gpd.GeoDataFrame) -> set[str]:
    """Return the communes of the sites with an emergency role."""
    roles = {role for leg in EMERGENCY_LEGS for role in leg.roles}
    return set(sites.loc[sites["role"].isin(roles), "insee"]) - {""}

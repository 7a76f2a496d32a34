"""Official figures and classes of territories, joined as they are.

DREES's APL, and the zoning of an ARS (ZIP, ZAC, ZV, HC). Nothing is classified here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import best_header
from ..tables import known_cells, numbers, texts, without_decimals
from ..text import listed, tr
from .codes import codes_of, passage

#: Class → how tables write it, as :func:`reading.plain` does.
ZONES = {
    "ZIP": r"zip|zone_d_intervention_prioritaire",
    "ZAC": r"zac|zone_d_action_complementaire",
    "ZV": r"zv|zone_de_vigilance|vigilance",
    "HC": r"hc|hz|hors_zonage|hors_vivier|hors_categorie|non_eligible|hors_zone|sans_zonage",
}
_CODE = (
    "code",
    "code_commune_insee",
    "code_commune",
    "codgeo",
    "insee",
    "depcom",
    "code_insee",
    "code_insee_de_la_commune",
    "code_tvs",
    "tvs",
    "codetvs",
    "code_territoire",
    "agr",
    "depcom_2021",
)
_APL = (
    r"apl",
    r"apl_aux_medecins_generalistes",
    r"apl_mg",
    r"apl_mg_\d{4}",
    r"apl_\d{4}",
    r"apl_aux_medecins_generalistes.*",
    r"apl.*",
)
_ZONE = (
    r"zonage",
    r"zone",
    r"classe",
    r"classement",
    r"zonage_mg.*",
    r"zonage.*",
    r"zone_.*",
    r"classification.*",
    r"categorie.*",
)


@dataclass(frozen=True)
class Indicator:
    """One value by code: kind ``apl`` (consultations a year and inhabitant) or ``zone`` (a word of :data:`ZONES`)."""

    kind: str
    values: pd.Series
    column: str


def is_indicator(words: list[str]) -> bool:
    """Tell by its header whether a table may hold an APL or a zoning."""
    return any(word in words for word in _CODE) and (
        _column(_APL, words) is not None or _column(_ZONE, words) is not None
    )


def _column(patterns: tuple[str, ...], words: Iterable[str]) -> str | None:
    return best_header("|".join(patterns), words)


def read_indicator(table: pd.DataFrame, name: str, *, variable: str = "", progress: Progress = SILENT) -> Indicator:
    """Read an APL or a zoning.

    Parameters
    ----------
    table
        With codes of communes or territoires de vie-santé, and the value; its index holds the rows that messages name.
    variable
        The column of values; guessed where empty: the APL of general practitioners, else the zoning.

    Raises
    ------
    InputError
        A column is missing, a code stands twice with two values, a class is unknown, or text stands for a number.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    if variable and plain(variable) not in words:
        text = tr(
            "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
        )
        raise InputError(text.format(name=name, field=variable, fields=", ".join(map(str, words.values()))))
    code = next((words[word] for word in _CODE if word in words), None)
    chosen = words.get(plain(variable)) if variable else words.get(_column(_APL, words) or _column(_ZONE, words) or "")
    if code is None or chosen is None:
        text = tr(
            "{name} needs a field of codes and one of the APL or of the zoning. Its fields are: {fields}. Say "
            "which one holds the values (VARIABLE)."
        )
        raise InputError(text.format(name=name, fields=listed(words.values())))
    codes = texts(table[code]).map(without_decimals)
    codes = codes.where(~codes.str.fullmatch(r"\d{4}"), "0" + codes)
    kind = "apl" if plain(chosen).startswith("apl") or (variable and _is_apl(table[chosen])) else "zone"
    values = (
        numbers(table.assign(**{chosen: known_cells(table[chosen])}), chosen, name, at_least=0, missing=np.nan)
        if kind == "apl"
        else _zones(table[chosen], name, chosen)
    )
    pairs = pd.DataFrame({"code": codes, "value": values})[codes != ""].dropna().drop_duplicates()
    double = pairs.index[pairs["code"].duplicated(keep=False)]
    if len(double):
        text = tr("{name}: the field {field} has the same value in several features: {ids}. Make each value unique.")
        raise InputError(text.format(name=name, field=code, ids=listed(double)))
    progress.say(
        tr(
            "{name}: {count} {count:value|values} read from the field {field}; {empty} {empty:row has|rows have} none."
        ).format(name=name, count=len(pairs), field=chosen, empty=len(table) - len(pairs))
    )
    return Indicator(kind, pairs.set_index("code")["value"], str(chosen))


def _is_apl(column: pd.Series) -> bool:
    """Tell whether a column that somebody chose, whatever it is called, holds numbers with decimals and no classes."""
    told = [text for text in known_cells(texts(column)) if text]
    return all(re.fullmatch(r"\d+(?:[.,]\d+)?", text) for text in told) and bool(re.search("[.,]", " ".join(told)))


def _zones(column: pd.Series, name: str, field: str) -> pd.Series:
    """Return the classes as words of :data:`ZONES`.

    A text such as “ZIP - Zone d'intervention prioritaire” counts by its first word.
    """
    words = texts(column).map(plain)
    found = pd.Series(None, index=column.index, dtype=object)
    for zone, pattern in ZONES.items():
        code = zone.lower()
        at_the_end = rf"(?!(?:.*_)?(?:hors|non|ex|sans|pas)_).*_{code}"  # hors ZIP is none
        found = found.where(~words.str.fullmatch(rf"(?:{pattern})|{code}(?:_.*)?|{at_the_end}"), zone)
    wrong = words.index[found.isna() & (words != "")]
    if len(wrong):
        text = tr(
            "{name}: the field {field} holds unknown classes in {rows:row|rows} {rows} ({values}). The classes "
            "are: {classes}."
        )
        raise InputError(
            text.format(
                name=name,
                field=field,
                rows=listed(wrong),
                values=listed(dict.fromkeys(column[wrong])),
                classes=", ".join(ZONES),
            )
        )
    return found


def joined(territories: pd.DataFrame, indicator: Indicator, name: str, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Return the territories with the column ``apl`` or ``zone``; a former commune takes its successor's value.

    What does not match is told.

    Raises
    ------
    InputError
        No territory has a value.
    """
    codes = codes_of(territories, "code", name)
    known = indicator.values
    keys = codes.map(lambda code: code if code in known.index else passage().get(code, ""))
    values = keys.map(known)
    if values.isna().all():
        raise InputError(
            tr(
                "{name}: none of its codes is that of a territory. Check the level: communes, or territoires de "
                "vie-santé?"
            ).format(name=name)
        )
    unused = known.index.difference(keys)
    progress.say(
        tr(
            "{name}: {found} of {all} {all:territory|territories} {found:has|have} a value; {unused} "
            "{unused:code of the table is|codes of the table are} none of them."
        ).format(name=name, found=int(values.notna().sum()), all=len(territories), unused=len(unused))
    )
    return territories.assign(**{indicator.kind: values})

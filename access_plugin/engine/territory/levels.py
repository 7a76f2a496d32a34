"""What communes belong to: EPCI, territoire de vie-santé, secteur de PDSA, département, région.

And areas by any of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..tables import texts
from ..text import listed, tr
from ..vocabulary import LEVEL, LEVEL_ROWS
from .codes import commune_codes, departement_of, departements, each_departement, normal_departement, passage
from .communes import header_of

#: “Sans objet” in INSEE's tables.
_NO_EPCI = "ZZZZZZZZZ"
#: Level → headers of its codes in a table of codes, and of its names, as :func:`plain_words.plain` writes them.
CODE_HEADERS = {level.code: level.code_headers for level in LEVEL_ROWS if level.code_headers}
NAME_HEADERS = {level.code: level.name_headers for level in LEVEL_ROWS if level.name_headers}


@dataclass(frozen=True)
class Level:
    """The territory of each commune at one level.

    Attributes
    ----------
    key
        Of :data:`vocabulary.LEVEL`.
    of_commune
        Code of commune → code of territory.
    names
        Code of territory → name.
    """

    key: str
    of_commune: dict[str, str]
    names: dict[str, str]

    def of(self, communes: pd.Series) -> pd.Series:
        """Return the territory of each commune, of its successor where it is no more; empty where it has none."""
        return communes.map(lambda code: self.of_commune.get(code) or self.of_commune.get(passage().get(code, ""), ""))


def read_levels(table: pd.DataFrame, name: str, *, progress: Progress = SILENT) -> list[Level]:
    """Read a table of communes with the codes of the territories that each belongs to.

    Raises
    ------
    InputError
        There is no commune or no level in it, a code is none, or a commune belongs to two territories of one level.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    level_words = {word for headers in (*CODE_HEADERS.values(), *NAME_HEADERS.values()) for word in headers}
    header = header_of("code", [word for word in words if word not in level_words])
    found = {
        level: word
        for level, headers in CODE_HEADERS.items()
        if (word := next((h for h in headers if h in words), None))
    }
    if header is None or not found:
        text = tr(
            "{name} is no table of codes: it needs a column of communes (code_commune) and one of {levels}. Its "
            "fields are: {fields}."
        )
        raise InputError(text.format(name=name, levels=", ".join(CODE_HEADERS), fields=listed(words.values())))
    communes = commune_codes(table[words[header]], name, progress=progress)
    levels = []
    for key, word in found.items():
        codes = texts(table[words[word]])
        codes = (
            codes.map(normal_departement)
            if key == "departement"
            else codes.replace(["NR", _NO_EPCI], "").str.split("/").str[0]
        )
        if LEVEL[key].is_of_departement:
            short = codes.str.fullmatch(r"\d{1,2}")
            codes = codes.where(~short, each_departement(communes) + codes.str.zfill(2))
        pairs = (
            pd.DataFrame({"commune": communes, "code": codes}).query("commune != '' and code != ''").drop_duplicates()
        )
        double = pairs.loc[pairs["commune"].duplicated(), "commune"]
        if len(double) and LEVEL[key].is_of_departement:
            pairs = pairs[~pairs["commune"].isin(double)]
            text = tr(
                "{name}: {count} {count:commune lies|communes lie} in several territories of the level {level} and "
                "{count:belongs|belong} to none: {codes}."
            )
            progress.warn(text.format(name=name, count=double.nunique(), level=key, codes=listed(double.unique())))
        elif len(double):
            text = tr("{name}: the communes {codes} belong to two territories of the level {level}. Keep one.")
            raise InputError(text.format(name=name, codes=listed(double), level=key))
        label = next((words[h] for h in NAME_HEADERS[key] if h in words), None)
        if label is None and _says_itself(key, pairs):
            continue
        names = dict(zip(codes, texts(table[label]))) if label else {}
        levels.append(Level(key, dict(zip(pairs["commune"], pairs["code"])), names))
        progress.say(
            tr(
                "{name}: {count} {count:commune|communes} in {territories} {territories:territory|territories} "
                "of the level {level}."
            ).format(name=name, count=len(pairs), territories=pairs["code"].nunique(), level=key)
        )
    return levels


def _says_itself(key: str, pairs: pd.DataFrame) -> bool:
    """Tell whether a column repeats what the codes of communes say: they know the names, and what is there in part."""
    own = {level.key: level.of_commune for level in administrative_levels(pairs["commune"])}.get(key)
    return own is not None and dict(zip(pairs["commune"], pairs["code"])) == own


def administrative_levels(communes: pd.Series) -> list[Level]:
    """Return the levels that the codes of communes themselves say: département and région."""
    known = departements()
    of = {commune: departement for commune in communes.unique() if (departement := departement_of(commune))}
    names = {code: row.name for code, row in known.items()}
    here = set(of.values())
    whole = {row.region for row in known.values()} - {row.region for row in known.values() if row.code not in here}
    regions = {
        row.region: row.region_name if row.region in whole else tr("{name} (in part)").format(name=row.region_name)
        for row in known.values()
    }
    return [
        Level("departement", of, names),
        Level("region", {commune: known[code].region for commune, code in of.items()}, regions),
    ]


def tell_levels(levels: Sequence[Level], communes: pd.Series, progress: Progress) -> None:
    """Say which communes of the places a table of codes gives no territory at a level.

    All of them: it is the table of another area.
    """
    codes = pd.Series(sorted(set(communes) - {""}), dtype=object)
    for level in levels:
        lost = codes[level.of(codes) == ""]
        if len(codes) and len(lost) == len(codes):
            progress.warn(
                tr(
                    "The table of codes gives no commune of the population a territory of the level {level}: is "
                    "it that of another area? Communes such as {codes} are missing."
                ).format(level=level.key, codes=listed(codes[:3]))
            )
        elif len(lost):
            progress.warn(
                tr(
                    "{count} {count:commune belongs|communes belong} to no territory of the level {level} by the "
                    "table of codes; {count:its|their} people are counted outside: {codes}."
                ).format(count=len(lost), level=level.key, codes=listed(lost))
            )


def is_levels(words: list[str]) -> bool:
    """Tell by its header whether a table may say the territories of communes."""
    level_words = {word for headers in (*CODE_HEADERS.values(), *NAME_HEADERS.values()) for word in headers}
    return (
        bool(level_words & set(words))
        and header_of("code", [word for word in words if word not in level_words]) is not None
    )


def level_of_tables(key: str, tables: list[Level], epci: pd.Series, communes: pd.Series) -> Level:
    """Return the level asked for.

    From a table of codes, from the EPCI of the communes' own source, or from what codes say by themselves.

    Parameters
    ----------
    key
        Of :data:`vocabulary.LEVEL` but ``commune``.
    tables
        As :func:`read_levels` gives them.
    epci
        EPCI by commune, empty where not known.
    communes
        All codes.

    Raises
    ------
    InputError
        Nothing says this level.
    """
    own = [Level("epci", {code: value for code, value in epci.items() if value}, {})] if (epci != "").any() else []
    found = next((level for level in [*tables, *own, *administrative_levels(communes)] if level.key == key), None)
    if found is None:
        text = tr(
            "Nothing says the {level} of the communes: give a table of codes (CODES) with the columns "
            "code_commune and {level}."
        )
        raise InputError(text.format(level=key))
    return found


def by_level(units: gpd.GeoDataFrame, level: Level, *, progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Join the areas of communes into those of a level.

    Parameters
    ----------
    units
        As :attr:`passage.Reconciled.units`: ``communes`` lists the codes of each, ``population`` its people.

    Returns
    -------
    geopandas.GeoDataFrame
        ``code name level population communes`` (how many) and polygons; a unit whose communes belong to several
        territories goes whole to the one of most of them, and is told; units in none are left out, and told.
    """
    members = units["communes"].str.split(",")
    territory, torn = [], []
    for code, communes in zip(units["code"], members):
        found = [value for value in level.of(pd.Series(communes)) if value]
        most = max(sorted(set(found)), key=found.count, default="")
        torn += [code] if len(set(found)) > 1 else []
        territory.append(most)
    units = units.assign(territory=territory, number=members.map(len))
    none = units["territory"] == ""
    if torn:
        text = tr(
            "{count} {count:area holds|areas hold} communes of several territories of the level {level} and went "
            "whole to one of them: {codes}."
        )
        progress.warn(text.format(count=len(torn), level=level.key, codes=listed(torn)))
    if none.any():
        text = tr(
            "{count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:belongs|belong} to no "
            "territory of the level {level} and {count:was|were} left out: {codes}."
        )
        progress.warn(
            text.format(
                count=int(none.sum()),
                people=units.loc[none, "population"].sum(),
                level=level.key,
                codes=listed(units.loc[none, "code"]),
            )
        )
    if none.all():
        raise InputError(
            tr("No commune belongs to a territory of the level {level}. Check the codes of the table.").format(
                level=level.key
            )
        )
    joined = (
        units[~none]
        .dissolve("territory", aggfunc={"population": lambda people: people.sum(min_count=1), "number": "sum"})
        .reset_index()
    )
    joined = joined.rename(columns={"territory": "code", "number": "communes"})
    joined["name"] = joined["code"].map(lambda code: level.names.get(code, ""))
    joined["level"] = level.key
    joined["communes"] = joined["communes"].astype(np.int64)
    return joined[["code", "name", "level", "population", "communes", "geometry"]]


def communes_level(units: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the units themselves in the form of :func:`by_level`."""
    table = units.assign(level="commune", communes=units["communes"].str.split(",").map(len))
    return table[["code", "name", "level", "population", "communes", "geometry"]]

"""The commune of a site by its name and postal code, where a list does not give the code of INSEE."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from ..plain_words import key_words
from ..tables import texts
from ..territory.communes import Communes
from ..text import tr
from .raw import TO_CHECK, SiteLog

#: Headers, as :func:`reading.plain` writes them → what a row says of its commune; the first that is there counts.
NAMES = (
    "commune",
    "nom_commune",
    "nom_de_la_commune",
    "libelle_commune",
    "libelle_de_la_commune",
    "libcom",
    "ville",
    "localite",
    "commune_d_implantation",
)
POSTCODES = ("code_postal", "codepostal", "cp", "cpostal", "code_post", "postcode")
FIELDS = ("commune", "postcode")
_IN_FULL = {"st": "saint", "ste": "sainte", "sts": "saint", "s": "sur", "ss": key_words("sous")[0]}
_IN_PARTS = {key_words(name) for name in ("Paris", "Lyon", "Marseille")}


def said_communes(table: pd.DataFrame) -> pd.DataFrame:
    """Return the columns :data:`FIELDS` of a table whose headers are plain.

    Name and postal code of each row's commune, empty where it has none.

    “43000 Le Puy-en-Velay” in one cell is both.
    """

    def first(names: Iterable[str]) -> pd.Series:
        return next((texts(table[word]) for word in names if word in table), pd.Series("", index=table.index))

    name, postcode = first(NAMES), first(POSTCODES).str.replace(r"\D", "", regex=True).str.zfill(5).replace("00000", "")
    both = name.str.extract(r"^\s*(\d{5})\s+(\D.*)$")
    return pd.DataFrame(
        {"commune": both[1].fillna(name), "postcode": postcode.where(postcode != "", both[0].fillna(""))}
    )


def says_commune(table: pd.DataFrame) -> bool:
    """Tell whether any row of a table, its headers plain, says its commune by name and postal code."""
    said = said_communes(table)
    return bool(((said["commune"] != "") & (said["postcode"] != "")).any())


def with_codes(rows: pd.DataFrame, communes: Communes | None, log: SiteLog) -> pd.DataFrame:
    """Return rows of sites without :data:`FIELDS`.

    One without a code of commune has that of the only commune of its name in the département of its postal code.

    A name that no commune of the département bears is noted in the log.
    """
    if not set(FIELDS) <= set(rows.columns):
        return rows
    said, rows = rows[list(FIELDS)], rows.drop(columns=list(FIELDS))
    asked = (rows["insee"] == "") & (said["commune"] != "") & (said["postcode"] != "")
    if communes is None or not asked.any():
        return rows
    codes: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for code, commune in communes.table.iterrows():
        codes.setdefault((commune["departement"], _key(commune["name"])), []).append(code)
    rows = rows.copy()
    for row in rows.index[asked]:
        name, postcode = said.loc[row]
        found = [code for departement in _departements(postcode) for code in codes.get((departement, _key(name)), [])]
        if len(found) == 1:
            rows.loc[row, "insee"] = found[0]
        else:
            log.add(
                rows.loc[row],
                TO_CHECK,
                tr("no commune with the postal code {postcode} is called “{name}” in the communes given").format(
                    postcode=postcode, name=name
                ),
            )
    return rows


def _key(name: str) -> tuple[str, ...]:
    """Return what is compared of the name of a commune; an arrondissement, or a number after Cedex, does not count."""
    text = re.sub(r"\bcedex\b.*$", "", name.strip(), flags=re.IGNORECASE).replace("/", " ")
    words = tuple(_IN_FULL.get(word, word) for word in key_words(text))
    return (
        words[:1]
        if words[:1] in _IN_PARTS and all(word[0].isdigit() or word.startswith("arr") for word in words[1:])
        else words
    )


def _departements(postcode: str) -> tuple[str, ...]:
    """Return the départements that a postal code may lie in: Corse has two for 20."""
    return (
        ("2A", "2B")
        if postcode.startswith("20")
        else (postcode[:3],)
        if postcode[:2] in ("97", "98")
        else (postcode[:2],)
    )

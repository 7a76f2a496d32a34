"""The hospital statistics of DREES (SAE).

Who has an emergency department, a SMUR, an antenne or a SAMU, without coordinates.

One table for each theme, all of France, joined by the FINESS number ``FI``: URGENCES (SU), SMURSAMU (SMUR, antennes,
SAMU), ID (commune). A single table that holds the columns of several is read too.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import InputError
from ..files import existing
from ..progress import SILENT, Progress
from ..reading import read_table_file
from ..tables import renamed
from ..territory.codes import commune_codes, finess_numbers, without_arrondissements
from ..text import listed, tr
from .raw import TO_CHECK, SiteLog, site_rows

#: The tables that say who has what. URGENCES2 stands beside them with the visits, of which nothing is read.
_THEME = re.compile(r"(SMURSAMU|URGENCES|ID|URGENCES2)_(\d{4}\w*)\.csv", re.IGNORECASE)
_SAYS_WHO = {"autsu", "smur", "cominsee"}
_ALIASES = {"cominsee": "insee", "rs": "name", "smur_gen": "gen", "smur_ped": "ped", "smur_sais": "sais"}


def is_sae(words: list[str]) -> bool:
    """Tell by its header whether a table is one of the SAE."""
    return "fi" in words and bool({*_SAYS_WHO, "passu"} & set(words))


def says_who(words: list[str]) -> bool:
    """Tell by its header whether a table of the SAE says who has an SU or a SMUR, or where they are."""
    return bool(_SAYS_WHO & set(words))


def read_sae(path: str | os.PathLike[str], log: SiteLog, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read the SAE around one of its files: the tables of the same year in the same folder are joined.

    Parameters
    ----------
    path
        ``SMURSAMU_…csv``, ``URGENCES_…csv`` or ``ID_…csv``, or one table that holds them all.
    log
        Told of the seasonal sites, whose season the SAE does not say.

    Returns
    -------
    pandas.DataFrame
        As :func:`raw.site_rows`: ``SU`` where the general department is authorised (``AUTGEN``), ``SU_PED`` where the
        paediatric one is (``AUTPED``), ``SMUR_ANTENNE`` where ``ANT`` is 1, else ``SMUR``, ``SMUR_PED`` where ``PED``
        is 1, ``SAMU``.

    Raises
    ------
    InputError
        None of the tables says who has an emergency department or a SMUR.
    """
    path = existing(path)
    tables = _tables(path, progress)
    known = (
        pd.concat(tables.values()).groupby(level=0).first()
        if len(tables) > 1
        else next(iter(tables.values()), pd.DataFrame())
    )
    if not {"autsu", "smur"} & set(known.columns):
        text = tr(
            "{path}: neither URGENCES (column AUTSU) nor SMURSAMU (column SMUR) of the same year lies in this "
            "folder. Put them beside it."
        )
        raise InputError(text.format(path=path))
    for column, missing in (
        ("autsu", tr("emergency departments (URGENCES)")),
        ("smur", tr("SMUR and antennes (SMURSAMU)")),
    ):
        if column not in known:
            progress.warn(
                tr("{path}: the table of the {missing} is not beside it; none of them is read.").format(
                    path=path, missing=missing
                )
            )
    source = f"SAE {path.stem}"
    establishments = ({"id": number, **cells} for number, cells in zip(known.index, known.to_dict("records")))
    rows = [
        site | {"source": source} for establishment in establishments for site in _roles(establishment, log, source)
    ]
    progress.say(
        tr("{name}: {count} {count:site and role|sites and roles} read from {files}.").format(
            name=path.name, count=len(rows), files=listed(tables)
        )
    )
    return site_rows(rows)


def _tables(path: Path, progress: Progress) -> dict[str, pd.DataFrame]:
    """Return the tables of the same year, by file name, each with the FINESS number as index and text columns."""
    theme = _THEME.fullmatch(path.name)
    files = (
        [path]
        if theme is None
        else sorted(
            file
            for file in path.parent.iterdir()
            if (other := _THEME.fullmatch(file.name))
            and other[2].lower() == theme[2].lower()
            and other[1].upper() != "URGENCES2"
        )
    )
    tables = {}
    # what a theme says goes before the table of identities
    for file in sorted(files, key=lambda file: file.name.upper().startswith("ID_")):
        table, name = read_table_file(file, is_header=is_sae)
        table = renamed(table, _ALIASES, name)
        table.index = pd.Index(finess_numbers(table["fi"], name, progress=progress), name="id")
        if "insee" in table:
            table["insee"] = without_arrondissements(
                commune_codes(table["insee"], name, progress=progress, strict=False)
            )
        for axis in ("lon", "lat"):
            if axis in table:
                table[axis] = pd.to_numeric(table[axis].str.replace(",", "."), errors="coerce")
        tables[file.name] = table.mask(table == "").dropna(axis=1, how="all")
    return tables


def _roles(row: dict[str, Any], log: SiteLog, source: str) -> list[dict[str, Any]]:
    """Return one site for each role of a row."""

    def yes(column: str) -> bool:
        return row.get(column) in ("1", 1)

    paediatric_only = yes("autped") and not yes("autgen")
    seasonal = {"SU": "autsais", "SMUR": "sais", "SMUR_ANTENNE": "antsais"}
    roles = []
    if yes("autsu"):
        roles += ([] if paediatric_only else ["SU"]) + (["SU_PED"] if yes("autped") else [])
    if yes("smur"):
        general = "SMUR_ANTENNE" if yes("ant") else "SMUR"
        roles += ([] if yes("ped") and not yes("gen") and not yes("ant") else [general]) + (
            ["SMUR_PED"] if yes("ped") else []
        )
    if yes("samu"):
        roles.append("SAMU")
    sites = []
    for role in roles:
        site = {key: row[key] for key in ("id", "name", "insee", "lon", "lat") if pd.notna(row.get(key))} | {
            "role": role
        }
        sites.append(site)
        if role in seasonal and yes(seasonal[role]):
            log.add(
                site | {"name": row.get("name", ""), "source": source},
                TO_CHECK,
                tr("the SAE knows a seasonal authorisation without saying the season; the site counts all the year"),
            )
    return sites

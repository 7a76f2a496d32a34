"""Authorisations of emergency medicine out of FINESS, in both regimes (DOMAIN § 4.3).

Activity 14, and QA014 since the reform of 2023.

Read as they are published: CSV without header (``activiteoffresoin;…``), CSV with a header, or XML
(``<activiteoffresoin>``, ``<activiteamm>``).
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import InputError
from ..files import existing
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..table_rows import table_rows
from ..territory.codes import finess_numbers
from ..text import tr
from ..xml_records import BrokenXml, pieces_of, xml_records
from .raw import LEFT_OUT, TO_CHECK, SiteLog, site_rows
from .table import as_date

LEGACY, REFORMED = "14", "QA014"
#: Activity 14: modality → role. SAMU, SU, SU pédiatrique, SMUR, SMUR pédiatrique, antenne de SMUR.
LEGACY_ROLES = {"22": "SAMU", "23": "SU", "24": "SU_PED", "26": "SMUR", "27": "SMUR_PED", "29": "SMUR_ANTENNE"}
#: QA014: modality → role; the mention can change it.
REFORMED_ROLES = {"MO030": "SAMU", "MO031": "SMUR", "MO032": "SU", "MO033": "AMU"}
_PAEDIATRIC, _BOTH, _SATELLITE = "ME064", "ME065", "ME067"
_ROW_TAGS = ("activiteoffresoin", "activiteamm")
#: Cells of a row without header, after its first: the order of the XML's tags.
_CELLS = (
    "nofinessej",
    "rsej",
    "activite",
    "libactivite",
    "modalite",
    "libmodalite",
    "forme",
    "libforme",
    "noautor",
    "dateautor",
    "nofinesset",
    "rset",
    "noligautor",
    "noligautoranc",
    "noautorarhgos",
    "noimplarhgos",
    "noancautact",
    "noancauteml",
    "sectpsy",
    "libsectpsy",
    "datemeo",
    "datefin",
    "datelimite",
    "indcaduc",
    "daterenouv",
    "indrenouv",
    "indsupact",
    "indsupsite",
    "datemajact",
    "datemajsite",
)


def is_authorisations(cells: list[list[str]]) -> bool:
    """Tell by its first rows whether a table is an extract of the authorisations."""
    return any(row[:1] and row[0] in _ROW_TAGS for row in cells) or any(
        {"activite", "modalite", "nofinesset"} <= set(map(plain, row)) for row in cells[:2]
    )


def read_authorisations(
    path: str | os.PathLike[str], log: SiteLog, *, on: datetime.date | None = None, progress: Progress = SILENT
) -> pd.DataFrame:
    """Read the sites that are authorised for emergency medicine.

    Parameters
    ----------
    path
        The extract.
    log
        Told of each row that is left out or to be checked.
    on
        The day that expired authorisations are judged at; today without it.
    progress
        Where to say what was read.

    Returns
    -------
    pandas.DataFrame
        As :func:`raw.site_rows`, without coordinates. Legacy rows whose end date is past are kept and logged: most of
        them were extended by law, so the date alone proves no closure.

    Raises
    ------
    InputError
        The file is no such extract, its XML is broken, or it holds no emergency medicine.
    """
    path, on = existing(path), on or datetime.date.today()
    sites: dict[tuple[str, str], dict[str, Any]] = {}
    count = other = 0
    for row in _rows(path):
        row.setdefault("nofinesset", "")
        roles = _roles(row)
        count += 1
        other += not roles
        if roles and not row["nofinesset"]:
            log.add(
                {"id": "", "role": roles[0], "name": row.get("rset", ""), "source": path.name},
                LEFT_OUT,
                tr("the authorisation names no establishment (nofinesset)"),
            )
            continue
        for role in roles:
            site = {"id": row["nofinesset"], "role": role, "name": row.get("rset", ""), "source": path.name}
            if _counts(row, site, on, log):
                sites.setdefault((site["id"], role), site)
        if count % 4096 == 0:
            progress.check()
    if not sites:
        text = tr(
            "{path}: of {count} {count:row|rows}, none is an authorisation of emergency medicine (activity 14 or "
            "QA014). Choose the extract of the care authorisations."
        )
        raise InputError(text.format(path=path, count=count))
    progress.say(
        tr(
            "{name}: {count} {count:site and role|sites and roles} authorised; {other} of {all} {all:row|rows} "
            "{other:concerns|concern} other activities."
        ).format(name=path.name, count=len(sites), other=other, all=count)
    )
    table = site_rows(list(sites.values()))
    table["id"] = finess_numbers(table["id"].rename("nofinesset"), path.name, progress=progress)
    return table.drop_duplicates(["id", "role"], ignore_index=True)


def _roles(row: dict[str, str]) -> tuple[str, ...]:
    activity, modality, mention = row.get("activite", ""), row.get("modalite", ""), row.get("mention", "")
    if activity == LEGACY:
        return (LEGACY_ROLES[modality],) if modality in LEGACY_ROLES else ()
    role = REFORMED_ROLES.get(modality) if activity == REFORMED else None
    if role == "SMUR" and mention == _SATELLITE:
        return ("SMUR_ANTENNE",)
    if role in ("SU", "SMUR") and mention in (_PAEDIATRIC, _BOTH):
        return (f"{role}_PED",) if mention == _PAEDIATRIC else (role, f"{role}_PED")
    return (role,) if role else ()


def _counts(row: dict[str, str], site: dict[str, Any], on: datetime.date, log: SiteLog) -> bool:
    """Tell whether an authorisation holds on a day, and log it where that is not plain."""
    if "O" in (row.get("indcaduc"), row.get("indsupact"), row.get("indsupsite")):
        log.add(site, LEFT_OUT, tr("the authorisation is marked as lapsed or withdrawn"))
        return False
    ends = [date for tag in ("datecaducite", "datefin") if (date := as_date(row.get(tag, ""))) is not None]
    past = min((date for date in ends if date < on), default=None)
    if past and row["activite"] == REFORMED:
        log.add(site, LEFT_OUT, tr("the authorisation ended on {date}").format(date=past.isoformat()))
        return False
    if past:
        log.add(
            site,
            TO_CHECK,
            tr(
                "the authorisation of the former regime ended on {date}; many were extended by law, so the site is kept"
            ).format(date=past.isoformat()),
        )
    return True


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Give the rows as dictionaries by the XML's tags, whatever the file's form."""
    yield from _xml_rows(path) if path.suffix.lower() == ".xml" else _csv_dictionaries(path)


def _xml_rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        for tag, row in xml_records(pieces_of(path), _ROW_TAGS):
            yield {name: text.strip() for name, text in row.items()} | {"section": tag}
    except BrokenXml as error:
        raise InputError(
            tr("{path} is not whole XML ({reason}). Download it again.").format(path=path, reason=error)
        ) from None


def _csv_dictionaries(path: Path) -> Iterator[dict[str, str]]:
    header: list[str] = []
    for line, cells in table_rows(path):
        if cells and cells[0] in _ROW_TAGS:
            if len(cells) < 13:
                text = tr(
                    "{path}: row {row:d} has {count} {count:cell|cells}, fewer than an authorisation has. "
                    "Download it again."
                )
                raise InputError(text.format(path=path, row=line, count=len(cells)))
            whole = len(cells) > len(_CELLS)  # a shorter row tells no end date
            yield dict(zip(_CELLS if whole else _CELLS[:12], cells[1:]))
        elif header:
            yield dict(zip(header, cells))
        elif {"activite", "modalite", "nofinesset"} <= {plain(cell) for cell in cells}:
            header = [plain(cell) for cell in cells]

"""FINESS as the État publishes it: the stock of establishments with its geolocation rows, and Atlasanté's ``t_finess``.

Layout: DOMAIN § 4.1. A stock has no header; its rows begin with ``structureet`` (32 cells) or ``geolocalisation`` (6
cells).
"""

from __future__ import annotations

import os
import re

import numpy as np
import pandas as pd
from pyproj import Transformer

from ..arrays import Bools, Floats
from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import read_table_file
from ..table_rows import csv_rows
from ..tables import renamed
from ..territory.codes import commune_codes, finess_numbers, normal_departement, without_arrondissements
from ..text import listed, tr
from .raw import LEFT_OUT, SiteLog, site_rows

_NAME, _LONG_NAME, _COMMUNE, _DEPARTEMENT, _CATEGORY = 3, 4, 12, 13, 18
_CELLS = 32
#: Categories that say a role (DOMAIN § 4.2); none says SU, SMUR, MCS or CSNP: those come from authorisations, the SAE
#: or a list.
CATEGORY_ROLES = {"124": "CDS", "603": "MSP"}
#: Metric systems of FINESS → where coordinates can lie in them: x from, x to, y from, y to (Lambert-93: DOMAIN § 4.1;
#: UTM: the zone).
_BOUNDS = {2154: (99_000, 1_243_000, 6_046_000, 7_111_000)} | dict.fromkeys(
    (5490, 2972, 2975, 4471), (100_000, 900_000, 0, 10_000_000)
)


def is_stock(cells: list[list[str]]) -> bool:
    """Tell by its first rows whether a file is a FINESS stock of establishments."""
    return any(row[:1] == ["structureet"] for row in cells)


def is_t_finess(words: list[str]) -> bool:
    """Tell by its header whether a file is Atlasanté's ``t_finess``."""
    return {"finess", "san_urg"} <= set(words)


def read_stock(path: str | os.PathLike[str], *, progress: Progress = SILENT) -> tuple[pd.DataFrame, str]:
    """Read a FINESS stock.

    Returns
    -------
    establishments, name
        Index: FINESS number. Columns ``name insee category lon lat precision`` (degrees, NaN without geolocation).

    Raises
    ------
    InputError
        Rows do not have the documented number of cells, or there is no establishment.
    """
    structures, places, bad = {}, {}, []
    for line, cells in csv_rows(path):
        section = cells[0] if cells else ""
        if section == "structureet":
            if not _CELLS - 1 <= len(cells) <= _CELLS + 1:
                bad.append(line)
                continue
            departement = normal_departement(cells[_DEPARTEMENT])
            insee = departement + cells[_COMMUNE][-2:] if len(departement) == 3 else departement + cells[_COMMUNE]
            structures[cells[1]] = (cells[_LONG_NAME] or cells[_NAME], insee, cells[_CATEGORY])
        elif section == "geolocalisation" and len(cells) >= 5:
            places[cells[1]] = cells[2:5]
    if bad or not structures:
        text = tr(
            "{path}: {rows:row|rows} {rows} {rows:does|do} not have the {count} {count:cell|cells} of a FINESS stock. "
            "Download it again, and do not save it from a spreadsheet."
        )
        raise InputError(text.format(path=path, rows=listed(bad or [1]), count=_CELLS))
    table = pd.DataFrame.from_dict(structures, orient="index", columns=["name", "insee", "category"])
    return _placed(table, places, str(path), progress), str(path)


def _placed(table: pd.DataFrame, places: dict[str, list[str]], name: str, progress: Progress) -> pd.DataFrame:
    """Add the coordinates, in degrees, and say how many are missing, swapped or impossible."""
    table["lon"], table["lat"], table["precision"] = np.nan, np.nan, ""
    rows = pd.DataFrame.from_dict(
        {number: cells for number, cells in places.items() if number in table.index},
        orient="index",
        columns=["x", "y", "source"],
    )
    for axis in ("x", "y"):
        rows[axis] = pd.to_numeric(rows[axis].str.replace(",", "."), errors="coerce")
    rows["epsg"] = rows["source"].map(_epsg)
    swapped, impossible = [], []
    for epsg, group in rows.groupby("epsg"):
        x, y = group["x"].to_numpy(float), group["y"].to_numpy(float)
        good, turned = _inside(x, y, epsg), _inside(y, x, epsg) & (epsg == 2154)
        swapped += group.index[turned].tolist()
        impossible += group.index[~good & ~turned].tolist()
        x, y = np.where(turned, y, x), np.where(turned, x, y)
        kept = group.index[good | turned]
        lon, lat = Transformer.from_crs(int(epsg), 4326, always_xy=True).transform(x[good | turned], y[good | turned])
        table.loc[kept, "lon"], table.loc[kept, "lat"] = lon, lat
        table.loc[kept, "precision"] = "FINESS " + group.loc[kept, "source"].str.split(",").str[0]
    text = tr(
        "{name}: {count} {count:establishment|establishments} read, {placed} with coordinates; {swapped} had x "
        "and y swapped and {swapped:was|were} turned round ({swapped_ids}), {wrong} {wrong:lies outside its|lie "
        "outside their} reference system ({wrong_ids})."
    )
    progress.say(
        text.format(
            name=name,
            count=len(table),
            placed=int(table["lon"].notna().sum()),
            swapped=len(swapped),
            swapped_ids=listed(swapped) or "–",
            wrong=len(impossible),
            wrong_ids=listed(impossible) or "–",
        )
    )
    return table


def _inside(x: Floats, y: Floats, epsg: int) -> Bools:
    west, east, south, north = _BOUNDS[epsg]
    return (x >= west) & (x <= east) & (y >= south) & (y <= north)


def _epsg(source: str) -> int:
    """Return the system that the text of ``sourcecoordet`` names: ``EPSG:2154 …`` or the older ``LAMBERT_93``.

    Lambert-93 for a text without any.
    """
    found = re.search(r"EPSG:(\d+)", source or "")
    return int(found[1]) if found and int(found[1]) in _BOUNDS else 2154


def stock_sites(establishments: pd.DataFrame, name: str, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Return the rows of the establishments whose category says a role (:data:`CATEGORY_ROLES`)."""
    table = establishments.assign(
        id=establishments.index, role=establishments["category"].map(CATEGORY_ROLES), source=name
    )
    sites = table[table["role"].notna()].assign(insee=without_arrondissements(table["insee"]))
    text = tr(
        "{name}: {kept} {kept:site has|sites have} a category that says a role ({roles}); the {other} "
        "{other:other needs|others need} the authorisations, the SAE or your list to say one."
    )
    progress.say(
        text.format(name=name, kept=len(sites), roles=", ".join(CATEGORY_ROLES.values()), other=len(table) - len(sites))
    )
    return site_rows(sites.to_dict("records"))


def read_t_finess(path: str | os.PathLike[str], log: SiteLog, *, progress: Progress = SILENT) -> pd.DataFrame:
    """Read Atlasanté's ``t_finess``: sites whose column ``san_urg`` is OUI are emergency departments (SU).

    Obsolete ones are logged and left out.
    """
    table, name = read_table_file(path, is_header=is_t_finess)
    table = renamed(
        table,
        {
            "rs": "name",
            "geoloc_4326_long": "lon",
            "geoloc_4326_lat": "lat",
            "com_code": "insee",
            "commune_code": "insee",
        },
        name,
    )
    table["id"] = finess_numbers(table["finess"], name, progress=progress)
    table["role"], table["source"] = "SU", name
    table["name"] = table.get("name", "")
    for axis in ("lon", "lat"):
        values = table[axis] if axis in table else pd.Series("", index=table.index)
        table[axis] = pd.to_numeric(values.str.replace(",", "."), errors="coerce")
    if "insee" in table:
        table["insee"] = without_arrondissements(
            commune_codes(
                table["insee"],
                name,
                near=(table["lon"].to_numpy(float), table["lat"].to_numpy(float)),
                progress=progress,
                strict=False,
            )
        )
    emergency = table["san_urg"].map(plain) == "oui"
    if "type" in table:
        emergency &= table["type"].str.upper() != "EJ"
    current = table["etat"].map(plain) != "obsolete" if "etat" in table else pd.Series(True, index=table.index)
    for _, row in table[emergency & ~current].iterrows():
        log.add(row, LEFT_OUT, tr("obsolete in t_finess"))
    kept = table[emergency & current]
    progress.say(
        tr(
            "{name}: {count} of {all} {all:row|rows} {count:is an emergency department|are emergency "
            "departments} in service."
        ).format(name=name, count=len(kept), all=len(table))
    )
    return site_rows(kept.to_dict("records"))

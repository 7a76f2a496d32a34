"""A table or layer of sites, whatever its headers → the plugin's table of sites.

It is also the form of the “ARS list” (DOMAIN § 4.11).
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer

from ..arrays import Bools, Floats
from ..degrees import in_degrees
from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..seasons import read_seasons
from ..tables import check_points, check_unique, headers_of, in_minutes, known_cells, numbers, renamed, texts
from ..territory.codes import commune_codes, finess_numbers
from ..text import listed, tr
from .commune_names import FIELDS as COMMUNE_FIELDS
from .commune_names import said_communes, says_commune
from .hours import open_minutes
from .own_roles import own_roles_in
from .raw import FIELDS
from .role_words import read_roles
from .roles import ROLES

#: Headers that are understood (as :func:`reading.plain` writes them) → field. The first ones are those of the French
#: list of DOMAIN § 4.11.
ALIASES = {
    "type": "role",
    "nom": "name",
    "code_insee": "insee",
    "niveau": "level",
    "nb_mcs": "doctors",
    "horaires": "hours",
    "saison": "season",
    "delai_min": "delay_min",
    "capacite": "capacity",
    "identifiant": "id",
    "libelle": "name",
    "finess": "id",
    "nofinesset": "id",
    "longitude": "lon",
    "latitude": "lat",
    "x": "x_l93",
    "y": "y_l93",
    "code_commune": "insee",
    "nb_medecins": "doctors",
}
#: Further headers, for a field that no other header means: the first one counts.
FURTHER_ALIASES = {
    "n_finess": "id",
    "finess_et": "id",
    "numero_finess": "id",
    "num_finess": "id",
    "n_finess_et": "id",
    "finess_geographique": "id",
    "nofiness": "id",
    "finess_site": "id",
    "code_finess": "id",
    "raison_sociale": "name",
    "rs": "name",
    "rset": "name",
    "nom_de_l_etablissement": "name",
    "nom_etablissement": "name",
    "etablissement": "name",
    "nom_du_site": "name",
    "nom_site": "name",
    "denomination": "name",
    "code_commune_insee": "insee",
    "code_insee_commune": "insee",
    "insee_com": "insee",
    "codgeo": "insee",
    "depcom": "insee",
    "code_insee_de_la_commune": "insee",
    "type_de_site": "role",
    "type_site": "role",
    "long": "lon",
    "lng": "lon",
    "lati": "lat",
    "x_lambert93": "x_l93",
    "y_lambert93": "y_l93",
    "horaires_d_ouverture": "hours",
    "date_de_fin": "date_fin",
    "date_de_fermeture": "date_fin",
}


def meanings(words: list[str]) -> set[str]:
    """Return the fields that the headers of a list mean, those that mean none as they are."""
    return {ALIASES.get(word, FURTHER_ALIASES.get(word, word)) for word in words}


#: Columns that place a row, and the reference system that they are in.
COORDINATES = ((("lon", "lat"), 4326), (("x_l93", "y_l93"), 2154))
#: Levels that a mountain practice can have (DOMAIN § 2.6); other roles may write what they like.
_MOUNTAIN_LEVELS = ("", "1", "2")
_MOST_DELAY_MIN, _MOST_DOCTORS = 240.0, 500.0
_FRENCH_MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
#: Day 0 of spreadsheets.
_FIRST_DAY = datetime.date(1899, 12, 30)


def read_sites(
    table: pd.DataFrame, name: str, *, role: str = "", placed: bool = True, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Turn a table of sites into the one that all algorithms take.

    Parameters
    ----------
    table
        With French or English headers, any letter case. Points, or columns ``lon``/``lat`` (WGS 84) or
        ``x_l93``/``y_l93`` (Lambert-93). The index holds the feature ids that messages name. A cell that names several
        roles is a site of each.
    name
        What messages call it.
    role
        The role of all rows, where the table has no such column.
    placed
        Whether every row must have a position; else a row may have a commune instead and gets an empty geometry.
    progress
        Where to say what was read.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`FIELDS`, in their order, and points in the reference system of the input.

    Raises
    ------
    InputError
        A column is missing, a role, season, level or hours are unknown, a position is missing or impossible, a number
        is text or absurd, or an id and role stand twice.
    """
    sites = rows_of_roles(table, name, role=role, placed=placed, progress=progress)
    sites = sites[[*FIELDS, "geometry"]]
    return sites if sites.index.is_unique else sites.reset_index(drop=True)


def rows_of_roles(
    table: pd.DataFrame, name: str, *, role: str = "", placed: bool = True, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Return what :func:`read_sites` does, by the index of the table, and :data:`commune_names.FIELDS`.

    In that index a feature that names two roles stands twice.
    """
    headers = [column for column in table.columns if column != "geometry"]
    written = headers_of(table, ALIASES, FURTHER_ALIASES)
    sites = _with_points(renamed(table, ALIASES, name, FURTHER_ALIASES), name, placed, written)
    located = ~(sites.geometry.isna() | sites.geometry.is_empty)
    checked = check_points(sites[located] if not placed else sites, name) if located.any() or placed else sites
    sites = sites.set_geometry(checked.geometry.reindex(sites.index))
    if role and "role" not in sites:
        sites["role"] = role
    if "role" not in sites:
        text = tr(
            "{name} has no field “type” (or “role”). Its fields are: {fields}. Rename the right one or choose a "
            "role for all."
        )
        raise InputError(text.format(name=name, fields=listed(headers)))
    sites["role"] = read_roles(sites["role"], name, field=written.get("role", "type"), progress=progress)
    _check_delays(sites, name)
    sites = sites.explode("role")
    # ids that are made up bear the name of their list, so that two lists never share one
    near, stem = _degrees(sites), Path(name).stem
    sites["id"] = texts(sites["id"]) if "id" in sites else ""
    words = [plain(header) for header in headers]
    own = [word for word in words if ALIASES.get(word, word) == "id"] or [
        word for word in words if FURTHER_ALIASES.get(word) == "id"
    ][:1]
    named_finess = any("finess" in header for header in own)
    if named_finess or not placed:
        sites["id"] = finess_numbers(sites["id"], name, near=None if named_finess else near, progress=progress)
    sites["id"] = np.where(
        sites["id"] == "", [f"{stem}-{r}-{n}" for n, r in enumerate(sites["role"], start=1)], sites["id"]
    )
    check_unique(sites, "id", name, within="role")
    for column in ("name", "level", "hours", "season", "precision", "source"):
        sites[column] = texts(sites[column]) if column in sites else ""
    sites["hours"] = known_cells(sites["hours"])
    sites = sites.assign(**said_communes(sites))
    sites["insee"] = (
        commune_codes(sites["insee"], name, near=near, progress=progress, strict=False) if "insee" in sites else ""
    )
    for column, most in (("doctors", _MOST_DOCTORS), ("capacity", np.inf)):
        sites[column] = (
            numbers(sites, column, name, at_least=0, at_most=most, missing=np.nan, field=written[column])
            if column in sites
            else np.nan
        )
    sites["delay_min"] = _delays(sites, name, written.get("delay_min", "")) if "delay_min" in sites else 0.0
    sites["season"] = read_seasons(sites["season"], name)
    _check_hours(sites, name)
    _check_levels(sites, name)
    sites["source"] = sites["source"].where(sites["source"] != "", name)
    counts = sites["role"].value_counts()
    known = (role for role in (*ROLES, *own_roles_in(counts.index)) if role in counts)
    progress.say(
        tr("{name}: {count} {count:site|sites} read ({roles}).").format(
            name=name, count=len(sites), roles=", ".join(f"{role} {counts[role]}" for role in known)
        )
    )
    return gpd.GeoDataFrame(sites[[*FIELDS, *COMMUNE_FIELDS, "geometry"]], geometry="geometry", crs=sites.crs)


def _in_degrees(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a table whose rows without lon and lat have those of their Lambert-93 coordinates."""
    x, y = (numbers(table, column, name, missing=np.nan).to_numpy() for column in COORDINATES[1][0])
    lon, lat = Transformer.from_crs(COORDINATES[1][1], 4326, always_xy=True).transform(x, y)
    empty = (texts(table["lon"]) == "") & (texts(table["lat"]) == "") & np.isfinite(x) & np.isfinite(y)
    return table.assign(lon=table["lon"].where(~empty, lon), lat=table["lat"].where(~empty, lat))


def closed_on(table: pd.DataFrame, day: datetime.date, name: str) -> Bools:
    """Tell which rows of a list closed before a day (``date_fin``), or open after it (``date_debut``).

    Raises
    ------
    InputError
        A date is none: dates are 2026-12-31 or 31/12/2026.
    """
    words = {FURTHER_ALIASES.get(plain(column), plain(column)): column for column in table.columns[::-1]}
    words |= {plain(column): column for column in table.columns}
    closed = np.zeros(len(table), bool)
    for field, wrong_side in (("date_fin", -1), ("date_debut", 1)):
        if field not in words:
            continue
        dates = texts(table[words[field]])
        found = dates.map(as_date)
        bad = table.index[found.isna() & (dates != "")]
        if len(bad):
            text = tr(
                "{name}: the field {field} holds no date in {rows:row|rows} {rows}. Write 2026-12-31 or 31/12/2026."
            )
            raise InputError(text.format(name=name, field=field, rows=listed(bad)))
        closed |= np.array(
            [date is not None and (date - day).days * wrong_side > 0 for date in found.where(found.notna(), None)]
        )
    return closed


def as_date(text: str) -> datetime.date | None:
    """Read a date as lists write it, with or without a time after it; None for anything else.

    2026-12-31, 2026/12/31, 31/12/2026, 31-12-2026, 31.12.2026, 1/1/2026, 31 décembre 2026, 1er janvier 2026, and 46387,
    the number of days that a spreadsheet keeps.
    """
    text = plain(text)
    words = re.fullmatch(r"(\d{1,2})(?:er)?_([a-z]+)_(\d{4})", text)
    if words and words[2] in _FRENCH_MONTHS:
        return _day(int(words[3]), _FRENCH_MONTHS.index(words[2]) + 1, int(words[1]))
    found = re.match(r"(\d{4})_(\d{1,2})_(\d{1,2})(?!\d)", text)
    if found:
        return _day(*map(int, found.groups()))
    found = re.match(r"(\d{1,2})_(\d{1,2})_(\d{4})(?!\d)", text)
    if found:
        return _day(*map(int, found.groups()[::-1]))
    serial = re.fullmatch(r"(\d{5})(?:_\d+)?", text)
    return (
        _FIRST_DAY + datetime.timedelta(days=int(serial[1])) if serial and 20_000 <= int(serial[1]) < 80_000 else None
    )


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _degrees(sites: gpd.GeoDataFrame) -> tuple[Floats, Floats]:
    """Return where sites stand, NaN where that is not known."""
    points = sites.geometry.to_crs(4326)
    drawn = (points.geom_type == "Point").to_numpy() & ~points.is_empty.to_numpy()
    lon, lat = (np.where(drawn, axis(points.to_numpy()), np.nan) for axis in (shapely.get_x, shapely.get_y))
    return lon, lat


def _with_points(table: pd.DataFrame, name: str, placed: bool, written: dict[str, str]) -> gpd.GeoDataFrame:
    drawn = isinstance(table, gpd.GeoDataFrame) and table.active_geometry_name is not None
    if drawn and (table.geometry.notna().any() or not any(x in table and y in table for (x, y), _ in COORDINATES)):
        return table if table.active_geometry_name == "geometry" else table.rename_geometry("geometry")
    table = in_degrees(pd.DataFrame(table.drop(columns=table.active_geometry_name)) if drawn else table)
    if all(column in table for pair, _ in COORDINATES for column in pair):
        table = _in_degrees(table, name)
    for (x, y), epsg in COORDINATES:
        if x in table and y in table:
            xy = np.column_stack([numbers(table, axis, name, missing=np.nan, field=written[axis]) for axis in (x, y)])
            xy[(xy == 0).all(axis=1)] = np.nan  # what an empty cell becomes, and no place of this trade
            nowhere = np.isnan(xy).any(axis=1)
            if placed and nowhere.any():
                text = tr(
                    "{name}: {ids:feature|features} {ids} {ids:has|have} no position: {x} or {y} is empty, or both are "
                    "0. Fill them in."
                )
                facts = {"name": name, "ids": listed(table.index[nowhere]), "x": written[x], "y": written[y]}
                raise InputError(f"{text.format(**facts)} {by_commune()}")
            shapes = np.where(nowhere, None, gpd.points_from_xy(*np.nan_to_num(xy).T))
            return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(shapes, index=table.index), crs=epsg)
    if not placed and ("insee" in table or says_commune(table)):
        return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries([None] * len(table), index=table.index), crs=4326)
    text = tr("{name} has neither points nor columns for them. Add lon and lat (degrees) or x_l93 and y_l93 (metres).")
    raise InputError(f"{text.format(name=name)} {by_commune()}")


def by_commune() -> str:
    """Return the sentence that says how a row without coordinates gets a place all the same."""
    return tr(
        "Or write the code of each one's commune into a column code_insee, or its name and postal code into "
        "columns commune and code_postal, and give “Import sites of care” "
        "a layer of communes: sites then stand at its chef-lieu."
    )


def _check_delays(sites: gpd.GeoDataFrame, name: str) -> None:
    """Raise :class:`InputError` where several roles share a delay.

    A SMUR has one, the emergency department beside it has none.
    """
    if "delay_min" not in sites:
        return
    shared = sites.index[(sites["role"].map(len) > 1) & ~texts(sites["delay_min"]).isin(("", "0"))]
    if len(shared):
        text = tr(
            "{name}: several roles share one delay (delay_min) in {ids:feature|features} {ids}. Write one row for each "
            "role: copy the row, and leave one role, and its own delay, in each copy."
        )
        raise InputError(text.format(name=name, ids=listed(shared)))


def _delays(sites: gpd.GeoDataFrame, name: str, field: str) -> pd.Series:
    """Return the minutes before a team leaves, 0 where nothing is said."""
    told = sites.assign(delay_min=in_minutes(sites["delay_min"]))
    return numbers(told, "delay_min", name, at_least=0, at_most=_MOST_DELAY_MIN, missing=0.0, field=field)


def _check_hours(sites: gpd.GeoDataFrame, name: str) -> None:
    wrong = []
    for text in sites["hours"].unique():
        try:
            open_minutes(text)
        except ValueError:
            wrong.append(text)
    if wrong:
        text = tr(
            "{name}: impossible opening hours in {ids:feature|features} {ids} ({values}). Write them as 24/7 or Mo-Fr "
            "08:00-20:00; Sa 08:00-13:00, or in French: lundi au vendredi 8h-20h, samedi 8h-13h."
        )
        raise InputError(
            text.format(name=name, ids=listed(sites.index[sites["hours"].isin(wrong)]), values=listed(wrong))
        )


def _check_levels(sites: gpd.GeoDataFrame, name: str) -> None:
    wrong = sites.index[(sites["role"] == "CABINET_MONTAGNE") & ~sites["level"].isin(_MOUNTAIN_LEVELS)]
    if len(wrong):
        raise InputError(
            tr(
                "{name}: the level of a CABINET_MONTAGNE is 1 or 2, or empty; {ids:feature|features} {ids} "
                "{ids:says|say} otherwise."
            ).format(name=name, ids=listed(wrong))
        )

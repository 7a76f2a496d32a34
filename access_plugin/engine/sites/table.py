"""A table or layer of sites, whatever its headers → the plugin's table of sites."""

from __future__ import annotations

import io
import warnings

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..files import existing
from ..progress import SILENT, Progress
from ..tables import check_points, check_unique, numbers, read_vector_file, renamed, texts
from ..text import listed, tr
from .roles import ROLES

FIELDS = ("id", "role", "name", "insee", "level", "doctors", "delay_min", "hours", "season", "capacity", "precision", "source")
#: Headers that are understood (lower case) → field. The first ones are those of the French list of DOMAIN § 4.11.
ALIASES = {
    "type": "role", "nom": "name", "code_insee": "insee", "niveau": "level", "nb_mcs": "doctors", "horaires": "hours", "saison": "season",
    "delai_min": "delay_min", "capacite": "capacity", "identifiant": "id", "rôle": "role", "libelle": "name", "finess": "id",
}  # fmt: skip
#: Columns that place a row, and the reference system that they are in.
COORDINATES = ((("lon", "lat"), 4326), (("longitude", "latitude"), 4326), (("x_l93", "y_l93"), 2154))
SEASONS = {"": "all_year", "annee": "all_year", "all_year": "all_year", "hiver": "winter", "winter": "winter", "ete": "summer", "été": "summer", "summer": "summer"}


def read_sites(table: pd.DataFrame, name: str, *, role: str = "", progress: Progress = SILENT) -> gpd.GeoDataFrame:
    """Turn a table of sites into the one that all algorithms take.

    Parameters
    ----------
    table
        With French or English headers, any letter case. Points, or columns ``lon``/``lat`` (WGS 84) or ``x_l93``/``y_l93``
        (Lambert-93). The index holds the feature ids that messages name.
    name
        What messages call it.
    role
        The role of all rows, where the table has no such column.
    progress
        Where to say what was read.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`FIELDS`, in their order, and points in the reference system of the input.

    Raises
    ------
    InputError
        A column is missing, a role or season is unknown, a position is missing or impossible, a number is text, or an id and role
        stand twice.
    """
    headers = [column for column in table.columns if column != "geometry"]
    sites = check_points(_with_points(renamed(table, ALIASES, name), name), name)
    if role and "role" not in sites:
        sites["role"] = role
    if "role" not in sites:
        text = tr("{name} has no field “type” (or “role”). Its fields are: {fields}. Rename the right one or choose a role for all.")
        raise InputError(text.format(name=name, fields=listed(headers)))
    sites["role"] = texts(sites["role"]).str.upper()
    unknown = sites.index[~sites["role"].isin(ROLES)]
    if len(unknown):
        text = tr("{name}: unknown role in features {ids} ({values}). The roles are: {roles}.")
        values = listed(dict.fromkeys(sites.loc[unknown, "role"]))
        raise InputError(text.format(name=name, ids=listed(unknown), values=values, roles=", ".join(ROLES)))
    sites["id"] = texts(sites["id"]) if "id" in sites else [f"{number}" for number in range(1, len(sites) + 1)]
    sites["id"] = np.where(sites["id"] == "", [f"{r}-{n}" for n, r in enumerate(sites["role"], start=1)], sites["id"])
    check_unique(sites, "id", name, within="role")
    for column in ("name", "insee", "level", "hours", "season", "precision", "source"):
        sites[column] = texts(sites[column]) if column in sites else ""
    for column in ("doctors", "capacity"):
        sites[column] = numbers(sites, column, name, at_least=0, missing=np.nan) if column in sites else np.nan
    sites["delay_min"] = numbers(sites, "delay_min", name, at_least=0, missing=0.0) if "delay_min" in sites else 0.0
    _check_seasons(sites, name)
    sites["source"] = sites["source"].where(sites["source"] != "", name)
    counts = sites["role"].value_counts()
    progress.say(tr("{name}: {count} sites read ({roles}).").format(
        name=name, count=len(sites), roles=", ".join(f"{role} {counts[role]}" for role in ROLES if role in counts)))  # fmt: skip
    if (sites["role"] == "AMU").any() or (~sites["hours"].isin(["", "24/7"])).any():
        progress.warn(tr("Opening hours are kept but not applied: every site counts as open day and night."))
    return gpd.GeoDataFrame(sites[[*FIELDS, "geometry"]], geometry="geometry", crs=sites.crs)


def _with_points(table: pd.DataFrame, name: str) -> gpd.GeoDataFrame:
    drawn = isinstance(table, gpd.GeoDataFrame) and table.active_geometry_name is not None
    if drawn and (table.geometry.notna().any() or not any(x in table and y in table for (x, y), _ in COORDINATES)):
        return table
    table = pd.DataFrame(table.drop(columns=table.active_geometry_name)) if drawn else table
    for (x, y), epsg in COORDINATES:
        if x in table and y in table:
            xy = [numbers(table, column, name) for column in (x, y)]
            return gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(*xy), crs=epsg)
    text = tr("{name} has neither points nor columns for them. Add lon and lat (degrees) or x_l93 and y_l93 (metres).")
    raise InputError(text.format(name=name))


def _check_seasons(sites: gpd.GeoDataFrame, name: str) -> None:
    words = sites["season"].str.lower()
    wrong = sites.index[~words.isin(SEASONS)]
    if len(wrong):
        text = tr("{name}: unknown season in features {ids}. Use annee, hiver or ete.")
        raise InputError(text.format(name=name, ids=listed(wrong)))
    sites["season"] = words.map(SEASONS)


def read_table_file(path) -> tuple[pd.DataFrame, str]:
    """Read a CSV file (``;`` or ``,``, UTF-8 with or without its mark, or latin-1; every column as text) or a vector file.

    Returns the table, whose index holds the line numbers of a CSV file, and the name that messages give it.
    """
    path = existing(path)
    if path.suffix.lower() not in (".csv", ".txt"):
        return read_vector_file(path)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    header = text.splitlines()[0] if text.strip() else ""
    separator = max(";,\t", key=header.count)
    try:
        table = _parsed(text, separator)
    except (pd.errors.ParserError, pd.errors.EmptyDataError, pd.errors.ParserWarning) as error:
        raise InputError(tr("{path} cannot be read as a table ({reason}). Check its separators and quotes; decimal commas need “;” between columns.").format(path=path, reason=error)) from None
    table.index = range(2, len(table) + 2)
    table = table.fillna("")
    table = table[(table != "").any(axis=1)]
    if len(table) == 0:
        raise InputError(tr("{name} has no feature. Check its filter or choose another layer.").format(name=path.name))
    return table, path.name


def _parsed(text: str, separator: str) -> pd.DataFrame:
    """Parse a CSV text; a line with more values than there are headers is an error, not a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", pd.errors.ParserWarning)
        return pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False, skipinitialspace=True, index_col=False, skip_blank_lines=False)

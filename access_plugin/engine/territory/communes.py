"""Communes of any source.

IGN's ADMIN EXPRESS with its old and new column names, GeoJSON contours, INSEE's populations, a table of points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from ..arrays import Floats
from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import best_header
from ..tables import check_geometry, check_unique, counts_of_people, numbers, texts
from ..text import listed, tr
from .codes import commune_codes, degrees_of, each_departement, normal_departement, passage, without_arrondissements

#: Field → headers that mean it (as :func:`reading.plain` writes them), the surest first. Sources: DOMAIN § 4.5 and §
#: 4.6.
HEADERS = {
    "code": r"code|insee_com|code_insee|codgeo|depcom|code_commune|code_commune_insee|code_insee_commune|insee|com"
    r"|codecommune|codgeo_\d+",
    "name": r"nom_officiel|nom|nom_com|libgeo|nom_commune|name|libelle|commune|nom_de_la_commune|libcom",
    "population": r"population|pop|pmun|pmun\d+|p\d\d_pop|population_municipale|pop_municipale|ptot\d*",
    "departement": r"code_insee_du_departement|insee_dep|departement|dept|dep|code_departement|codedepartement",
    "epci": r"codes_siren_des_epci|siren_epci|epci|code_epci|codeepci",
    "lon": r"lon_cheflieu|lon_chef_lieu|lon|longitude",
    "lat": r"lat_cheflieu|lat_chef_lieu|lat|latitude",
    "lon_centre": r"lon_centre|x_centre",
    "lat_centre": r"lat_centre|y_centre",
}
FIELDS = ("code", "name", "departement", "epci", "population", "lon", "lat", "precision")


@dataclass(frozen=True)
class Communes:
    """Communes, each once.

    Attributes
    ----------
    table
        Index: code. Columns of :data:`FIELDS` but the code: ``population`` (NaN where unknown), ``lon`` and ``lat`` of
        the chef-lieu, else of the middle (degrees, NaN where neither is known), and ``precision``: ``chef_lieu`` or
        ``centre``.
    areas
        Polygons by the same index; empty geometry where there is none, None where no commune has any.
    name
        What messages call the source.
    """

    table: pd.DataFrame
    areas: gpd.GeoSeries | None
    name: str

    def place(self, code: str) -> tuple[float, float] | None:
        """Return where the chef-lieu of a commune stands (degrees), of its successor where it is no more.

        None where that is not known.
        """
        for known in (code, passage().get(code, "")):
            if known in self.table.index and np.isfinite(self.table.at[known, "lon"]):
                return self.table.at[known, "lon"], self.table.at[known, "lat"]
        return None


def is_communes(words: list[str]) -> bool:
    """Tell by its header whether a table may hold communes."""
    return header_of("code", words) is not None and (
        header_of("name", words) is not None or header_of("population", words) is not None
    )


def header_of(field: str, words: list[str]) -> str | None:
    """Return the header that means a field: the surest of those that are there, and of those the latest year."""
    return best_header(HEADERS[field], words)


def read_communes(table: pd.DataFrame, name: str, *, progress: Progress = SILENT) -> Communes:
    """Read communes, whatever their headers.

    Parameters
    ----------
    table
        With a code; polygons, points (chefs-lieux) or columns of coordinates. Its index holds the rows that messages
        name.
    name
        What messages call it.
    progress
        Told of repaired codes and of arrondissements that were joined to their city.

    Raises
    ------
    InputError
        There is no code, a code is none or stands twice, a number is text, or the geometry has no reference system.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    column = {field: words[word] for field in HEADERS if (word := header_of(field, list(words)))}
    if "codcom" in words and "com" in words:  # INSEE's legal populations: there COM is the name
        column["name"] = words["com"]
    codes = _codes(table, words, column, name, progress)

    def text_of(field: str) -> pd.Series:
        return texts(table[column[field]]) if field in column else pd.Series("", index=table.index)

    def number_of(field: str) -> pd.Series:
        return (
            numbers(table, column[field], name, missing=np.nan)
            if field in column
            else pd.Series(np.nan, index=table.index)
        )

    people = (
        counts_of_people(table, column["population"], name, at_least=0, missing=np.nan)
        if "population" in column
        else number_of("population")
    )
    departement = text_of("departement").map(normal_departement)
    communes = pd.DataFrame(
        {
            "code": codes,
            "name": text_of("name"),
            "departement": departement.where(departement != "", each_departement(codes)),
            "epci": text_of("epci").replace("NR", "").str.split("/").str[0],
            "population": people,
        }
    )
    communes["lon"], communes["lat"], communes["precision"] = _chefs_lieux(table, number_of, name)
    shapes = None
    if isinstance(table, gpd.GeoDataFrame) and table.geom_type.isin(["Polygon", "MultiPolygon"]).all():
        shapes = table.geometry.make_valid().to_crs(4326)
    return _without_arrondissements(communes, shapes, name, progress)


def _codes(
    table: pd.DataFrame, words: dict[str, str], column: dict[str, str], name: str, progress: Progress
) -> pd.Series:
    """Return the codes, from one column, or from those of the département and of the commune in it."""
    parts = _parts(table, words, column)
    if parts is not None:
        departement, commune = (texts(table[part]) for part in parts)
        codes = departement.map(normal_departement) + commune.str.zfill(3)
        codes = codes.where(codes.str.len() == 5, codes.str[:3] + codes.str[-2:])  # 971 and 101
        codes = codes.where((departement != "") & (commune != ""), commune)  # the number alone is no code, and is told
        written = codes.rename(parts[1])
    elif "codcom" in words or "code" in column:
        written = table[words.get("codcom", column.get("code"))]
    else:
        text = tr("{name} has no code of commune. Its fields are: {fields}. Rename the right one to “code”.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    codes = commune_codes(written, name, near=degrees_of(table), progress=progress)
    if (codes == "").any():
        text = tr(
            "{name}: the field {field} is empty in {rows:row|rows} {rows}. Fill it in or delete "
            "{rows:this row|these rows}."
        )
        raise InputError(text.format(name=name, field=written.name, rows=listed(codes.index[codes == ""])))
    return codes


def _parts(table: pd.DataFrame, words: dict[str, str], column: dict[str, str]) -> tuple[str, str] | None:
    """Return the columns of INSEE's tables that hold a département and the number of a commune in it; None for none.

    ``CODDEP`` (or ``DEP``) and ``CODCOM``; or « Code département » and « Code commune » of three digits.
    """
    departement = next((words[word] for word in ("coddep", "dep", "code_departement") if word in words), None)
    commune = words.get("codcom", column.get("code"))
    if departement is None or commune is None or departement == commune:
        return None
    numbers = texts(table[commune])
    return (departement, commune) if numbers.str.fullmatch(r"\d{1,3}|").all() and (numbers != "").any() else None


def _chefs_lieux(
    table: pd.DataFrame, number_of: Callable[[str], pd.Series], name: str
) -> tuple[Floats, Floats, npt.NDArray[np.str_]]:
    """Return degrees, and whether they are the chef-lieu's or the middle's."""
    lon, lat = (number_of(axis).to_numpy(float).copy() for axis in ("lon", "lat"))
    if isinstance(table, gpd.GeoDataFrame) and table.active_geometry_name is not None and table.geometry.notna().any():
        check_geometry(table, name)
        inside = table.geometry.to_crs(4326).representative_point()
        centre = inside.x.to_numpy(), inside.y.to_numpy()
        drawn_here = (table.geom_type == "Point").to_numpy() & np.isnan(lon)  # a layer of chefs-lieux
        lon, lat = np.where(drawn_here, centre[0], lon), np.where(drawn_here, centre[1], lat)
    else:
        centre = tuple(number_of(axis).to_numpy(float) for axis in ("lon_centre", "lat_centre"))
    known = np.isfinite(lon) & np.isfinite(lat)
    precision = np.where(known, "chef_lieu", np.where(np.isfinite(centre[0]), "centre", ""))
    return np.where(known, lon, centre[0]), np.where(known, lat, centre[1]), precision


def _without_arrondissements(
    communes: pd.DataFrame, shapes: gpd.GeoSeries | None, name: str, progress: Progress
) -> Communes:
    """Join the arrondissements of Paris, Lyon and Marseille to their city, unless the city is there too.

    Then they are left out.
    """
    check_unique(communes, "code", name)
    city = without_arrondissements(communes["code"])
    part = city != communes["code"]
    cities = set(communes.loc[~part, "code"])
    redundant = part & city.isin(cities)
    if part.any():
        text = tr(
            "{name}: {count} municipal {count:arrondissement|arrondissements} ({codes}) {count:was joined to its "
            "city|were joined to their city}, or left out where it is there too."
        )
        progress.say(text.format(name=name, count=int(part.sum()), codes=listed(communes.loc[part, "code"])))
    communes, city = communes[~redundant].copy(), city[~redundant]
    communes["code"] = city
    shapes = shapes[~redundant] if shapes is not None else None
    joined = part[~redundant]
    if joined.any():
        people = communes.groupby("code")["population"].sum(min_count=1)
        shapes = (
            gpd.GeoSeries(shapes.to_frame("geometry").assign(code=city).dissolve("code").geometry)
            if shapes is not None
            else None
        )
        communes = communes.drop_duplicates("code").assign(population=lambda rows: rows["code"].map(people))
        communes.loc[communes["code"].isin(set(city[joined])), "name"] = communes["name"].str.replace(
            r"\s*(?:\d+er?e?)\s+arrondissement$", "", regex=True, case=False
        )
        shapes = shapes.reindex(communes["code"]) if shapes is not None else None
    communes = communes.set_index("code")
    areas = gpd.GeoSeries(np.asarray(shapes), index=communes.index, crs=4326) if shapes is not None else None
    return Communes(communes, areas, name)


def stacked(parts: list[Communes]) -> Communes:
    """Return several files of communes as one; a code that stands in two of them is an error."""
    table = pd.concat([part.table for part in parts])
    double = table.index[table.index.duplicated()]
    name = listed([part.name for part in parts], 3)
    if len(double):
        raise InputError(
            tr("{name}: the communes {codes} stand in several files. Give each commune once.").format(
                name=name, codes=listed(sorted(set(double)))
            )
        )
    areas = [part.areas for part in parts]
    drawn = None if any(area is None for area in areas) else gpd.GeoSeries(pd.concat(areas), crs=4326)
    return Communes(table, drawn, name)


def combined(parts: list[Communes]) -> Communes:
    """Return several sources as one, field by field.

    The first that says something counts, and chefs-lieux before middles.
    """
    table, *others = (part.table.mask(part.table == "") for part in parts)
    for other in others:
        table = table.combine_first(other)
    at_chef_lieu = [part.table[part.table["precision"] == "chef_lieu"] for part in parts]
    for places in reversed([places for places in at_chef_lieu if len(places)]):
        table.loc[places.index, ["lon", "lat", "precision"]] = places[["lon", "lat", "precision"]]
    words = ["name", "departement", "epci", "precision"]
    table = table.assign(**table[words].fillna(""))[parts[0].table.columns].astype(
        {"population": float, "lon": float, "lat": float}
    )
    drawn = [part.areas for part in parts if part.areas is not None]
    areas = None
    if drawn:
        every = pd.concat(drawn)
        areas = gpd.GeoSeries(every[~every.index.duplicated()].reindex(table.index), crs=4326)
    return Communes(table, areas, listed([part.name for part in parts], 3))

"""Population grids: INSEE's Filosofi squares and Eurostat's 1 km grid → the middles of the cells, with their people.

Cells are rebuilt from their ids (``CRS3035RES200mN2029800E4252400``: the south-west corner, north first, EPSG:3035),
whatever geometry a file has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import geopandas as gpd
import numpy as np
import pandas as pd

from ..arrays import Floats, Ints, Objects
from ..defaults import SECRECY_PEOPLE
from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..reading import RowFilter, best_header
from ..source_words import published
from ..tables import numbers, texts
from ..text import listed, numeral, tr
from .places import FIELDS
from .secrecy import secret_cells

#: Field → headers, as :func:`reading.plain` writes them. Filosofi's own come first; older and Eurostat's vintages
#: follow.
HEADERS = {
    "id": r"idcar_200m|idcar_1km|idcar_nat|idinspire|id_inspire|grd_id|grd_newid|id_car2010|id_car1km|cellcode",
    "x": r"x_laea|x_3035|e_laea|lowerleft_x",
    "y": r"y_laea|y_3035|n_laea|lowerleft_y",
    "population": r"ind|pop|population|tot_p|tot_p_\d{4}|t|obs_value_t|obs_value_t_\d{4}|obs_value",
    "households": r"men|menages|households",
    "imputed": r"i_est_200|i_est_1km|i_est_cr|i_est_nat|i_pauv",
    "communes": r"lcog_geo|depcom|code_commune|commune\d*|codgeo|insee",
}
_ID = re.compile(r"(?:CRS3035RES)?(\d+)(km|m)?N(\d+)E(\d+)", re.IGNORECASE)
#: Sides of the cells of grids that are given by their corners, metres.
_SIDES = (1000, 200, 100)
#: Where cells of Europe can lie in EPSG:3035, metres.
_EAST, _NORTH = (900_000, 7_500_000), (900_000, 7_000_000)


def header_of(field: str, words: Iterable[str]) -> str | None:
    """Return the header that means a field: the first of its list that is there, and of several years the latest."""
    return best_header(HEADERS[field], words)


def is_grid(words: list[str]) -> bool:
    """Tell by its headers whether a table is a population grid."""
    return header_of("population", words) is not None and (
        header_of("id", words) is not None or None not in (header_of("x", words), header_of("y", words))
    )


def is_insee_grid(words: list[str]) -> bool:
    """Tell by its headers whether a grid is INSEE's: it counts households, or says which values are imputed."""
    return is_grid(words) and bool({header_of("households", words), header_of("imputed", words)} - {None})


def about(extent: gpd.GeoSeries) -> RowFilter:
    """Return a filter of rows that leaves out the cells that do not touch an extent: France has two million of them.

    What has no corner that can be read is kept, and told later.
    """
    west, south, east, north = extent.to_crs(3035).total_bounds
    most = max(_SIDES)

    def rows(names: list[str]) -> Callable[[list[str]], bool]:
        words = {plain(name): number for number, name in enumerate(names)}
        code, *axes = (words.get(header_of(field, words) or "", len(names)) for field in ("id", "x", "y"))

        def touches(cells: list[str]) -> bool:
            x, y = _corner_of(cells[code]) if code < len(cells) else _corner_at(cells, axes)
            return not (x < west - most or x > east or y < south - most or y > north)

        return touches

    return rows


def _corner_of(code: str) -> tuple[float, float]:
    """Return the south-west corner that an id says, NaN where it says none."""
    found = _ID.match(code.strip())
    if found is None:
        return float("nan"), float("nan")
    unit = 1000 if (found[2] or "").lower() == "km" else 1
    return int(found[4]) * unit, int(found[3]) * unit


def _corner_at(cells: list[str], axes: list[int]) -> tuple[float, float]:
    """Return the corner that two columns say, NaN where they say none."""
    try:
        return float(cells[axes[0]]), float(cells[axes[1]])
    except (ValueError, IndexError):
        return float("nan"), float("nan")


def wanted(word: str) -> bool:
    """Tell whether a column is needed; Filosofi has some thirty others."""
    return any(re.fullmatch(pattern, word) for pattern in HEADERS.values())


def read_grid(
    table: pd.DataFrame, name: str, *, few_people: float = SECRECY_PEOPLE, progress: Progress = SILENT
) -> gpd.GeoDataFrame:
    """Turn a grid into points with people.

    Parameters
    ----------
    table
        With ids, or with ``x_laea`` and ``y_laea`` (south-west corners), and people; its index holds the rows that
        messages name.
    name
        What messages call it.
    few_people
        Where the grid counts no households, cells of fewer people are secret.
    progress
        Where to say the totals.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns :data:`places.FIELDS`, EPSG:3035, the middle of each cell that has people. ``territory`` is the commune
        of a cell in one only.

    Raises
    ------
    InputError
        There is no id or no population, an id is none, a corner lies outside Europe's grid, a cell stands twice, or a
        number is text.
    """
    geometry = getattr(table, "_geometry_column_name", None)
    words = {plain(column): column for column in table.columns if column != geometry}
    column = {field: words[word] for field in HEADERS if (word := header_of(field, words))}
    if "population" not in column or not ("id" in column or {"x", "y"} <= set(column)):
        text = tr(
            "{name} is no population grid: it needs an id of cells (idcar_200m, GRD_ID) or x_laea and y_laea, "
            "and people (ind, pop, TOT_P). Its fields are: {fields}."
        )
        raise InputError(text.format(name=name, fields=listed(words.values())))
    code, x, y, side = _cells(table, column, name)
    people = numbers(table, column["population"], name, at_least=0, missing=0.0)
    cells = gpd.GeoDataFrame(
        {"code": code, "name": "", "population": people},
        geometry=gpd.points_from_xy(x + side / 2, y + side / 2),
        crs=3035,
    )
    double = cells.index[cells["code"].duplicated(keep=False)]
    if len(double):
        raise InputError(
            tr(
                "{name}: the field {field} has the same value in several features: {ids}. Make each value unique."
            ).format(name=name, field=column.get("id", "x_laea, y_laea"), ids=listed(double))
        )
    cells["households"] = (
        numbers(table, column["households"], name, at_least=0, missing=np.nan) if "households" in column else np.nan
    )
    cells["imputed"] = (
        texts(table[column["imputed"]]).str.lower().isin(["1", "true", "t"]) if "imputed" in column else False
    )
    communes = texts(table[column["communes"]]) if "communes" in column else pd.Series("", index=table.index)
    cells["territory"] = communes.where(
        communes.str.len() == 5,
        communes.where(communes.str.len() == 4, "").map(lambda text: f"0{text}" if text else ""),
    )
    cells["source"] = published(_publisher(words), name)
    cells["secret"] = secret_cells(cells, few_people)
    _check_geometry(table, cells, side, name, progress)
    kept = cells[cells["population"] > 0]
    text = tr(
        "{name}: {people:.0f} {people:person|people} (field {field}) read in {cells} {cells:cell|cells} of "
        "{side:.0f} m, {kept} of which {kept:has|have} people; {secret} {secret:cell is|cells are} under "
        "statistical secrecy, {several} {several:lies|lie} in several communes."
    )
    progress.say(
        text.format(
            name=name,
            people=people.sum(),
            field=column["population"],
            cells=len(cells),
            side=float(np.median(side)),
            kept=len(kept),
            secret=int(kept["secret"].sum()),
            several=int((communes.str.len() > 5).sum()),
        )
    )
    return kept[[*FIELDS, "geometry"]].reset_index(drop=True)


def _publisher(words: Iterable[str]) -> str:
    """Return whose grid headers tell of that nobody else uses: INSEE's or Eurostat's ids of cells, and their people."""
    if any(re.match(r"idcar_|idinspire|id_car", word) for word in words):
        return "Filosofi"
    return "Eurostat" if any(re.match(r"tot_p|obs_value", word) for word in words) and "grd_id" in words else ""


def _cells(table: pd.DataFrame, column: dict[str, str], name: str) -> tuple[Objects, Floats, Floats, Floats | Ints]:
    """Return the id, the south-west corner and the side of each cell, metres."""
    if "id" in column:
        parts = texts(table[column["id"]]).str.extract(_ID)
        wrong = table.index[parts[0].isna()]
        if len(wrong):
            text = tr(
                "{name}: the field {field} holds no id of a cell such as CRS3035RES200mN2029800E4252400 in "
                "{rows:row|rows} {rows}. Export the grid again."
            )
            raise InputError(text.format(name=name, field=column["id"], rows=listed(wrong)))
        unit = np.where(parts[1].str.lower() == "km", 1000, 1)
        side = parts[0].astype(float).to_numpy() * unit
        y, x = (parts[place].astype(float).to_numpy() * unit for place in (2, 3))
        code = texts(table[column["id"]]).to_numpy(object)
    else:
        x, y = (numbers(table, column[axis], name).to_numpy() for axis in ("x", "y"))
        side = np.full(
            len(table), next((size for size in _SIDES if not (x % size).any() and not (y % size).any()), 0.0)
        )
        if not side.all():
            raise InputError(
                tr(
                    "{name}: the corners of the cells lie on no grid of {sides} m. Give the ids of the cells, or "
                    "another file."
                ).format(name=name, sides=", ".join(map(numeral, _SIDES)))
            )
        code = np.array([f"CRS3035RES{side[0]:.0f}mN{north:.0f}E{east:.0f}" for east, north in zip(x, y)], object)
    wrong = table.index[(x < _EAST[0]) | (x > _EAST[1]) | (y < _NORTH[0]) | (y > _NORTH[1])]
    if len(wrong):
        text = tr(
            "{name}: the corners of {rows:row|rows} {rows} lie outside Europe's grid (EPSG:3035). They are swapped, or "
            "in another reference system."
        )
        raise InputError(text.format(name=name, rows=listed(wrong)))
    return code, x, y, side


def _check_geometry(
    table: pd.DataFrame, cells: gpd.GeoDataFrame, side: Floats | Ints, name: str, progress: Progress
) -> None:
    """Warn when a layer's own geometry is not where the ids say: its reference system is wrong."""
    if not isinstance(table, gpd.GeoDataFrame) or table.crs is None or not table.geometry.notna().all():
        return
    middle = table.geometry.representative_point().to_crs(3035)
    away = (
        np.hypot(middle.x.to_numpy() - cells.geometry.x.to_numpy(), middle.y.to_numpy() - cells.geometry.y.to_numpy())
        > 1.5 * side
    )
    if away.any():
        text = tr(
            "{name}: the geometry of {count} {count:cell (row|cells (rows} {rows}) is not where {count:its id "
            "says|their ids say}; the ids count. The layer's reference system ({crs}) is probably wrong."
        )
        progress.warn(text.format(name=name, count=int(away.sum()), rows=listed(table.index[away]), crs=table.crs.name))

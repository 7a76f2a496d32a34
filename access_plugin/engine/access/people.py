"""The people of a question: where they live, and the territories and levels by which figures are given."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from ..tables import numbers, texts
from ..territory.areas import names_of
from ..territory.codes import codes_of, each_departement
from ..territory.levels import Level
from ..text import tr
from .territories import assign


@dataclass(frozen=True, eq=False)
class People:
    """Who lives where.

    Attributes
    ----------
    points
        Points with ``population``.
    territories
        As :func:`gaps.read_territories` gives them; ``name`` or ``nom`` is used where it is there.
    levels
        Territories of communes (EPCI…) by which figures are given too; the commune of a place is its ``territory``,
        ``code``, or the territory it lies in.
    """

    points: gpd.GeoDataFrame
    territories: gpd.GeoDataFrame | None = None
    levels: tuple[Level, ...] | list[Level] = ()

    @functools.cached_property
    def home(self) -> pd.Series | None:
        """The code of the territory of each place; None without territories."""
        return None if self.territories is None else assign(self.points, self.territories)

    @functools.cached_property
    def names(self) -> dict[str, str]:
        """The name of each territory by its code."""
        return {} if self.territories is None else names_of(self.territories)

    def own_level(self) -> list[tuple[str, pd.Series, dict[str, str]]]:
        """Return the territories as :func:`territories.summarise` takes levels; none without them."""
        return [] if self.home is None else [("territory", self.home, self.names)]

    def checked(self) -> People:
        """Return the people as numbers, in territories that lie where they live.

        Raises
        ------
        InputError
            A population is no number, or the territories lie elsewhere.
        """
        points = self.points.assign(
            population=numbers(self.points, "population", tr("The population layer"), at_least=0)
        )
        bounds = shapely.box(*points.total_bounds)
        if self.territories is not None and not self.territories.to_crs(points.crs).intersects(bounds).any():
            raise InputError(
                tr(
                    "The territories lie elsewhere than the population. Check their coordinates, which may be "
                    "swapped, and their reference system."
                )
            )
        return People(points, self.territories, self.levels)

    def names_of_communes(self) -> dict[str, str]:
        """Return the name of each commune by its code: those of territories, else those of places that are communes."""
        own = dict(zip(own_codes(self.points), texts(self.points["name"]))) if "name" in self.points else {}
        return own | self.names


def own_codes(places: gpd.GeoDataFrame) -> pd.Series:
    """Return the commune of each place: its ``territory`` where that is a commune, else its ``code``.

    Where neither is, what it has.
    """
    name = tr("The population layer")

    def of(column: str, rows: gpd.GeoDataFrame) -> tuple[pd.Series, pd.Series]:
        codes = codes_of(rows, column, name) if column in rows else pd.Series("", index=rows.index, dtype=object)
        return codes, each_departement(codes) != ""

    own, commune = of("territory", places)
    rest = ~commune.to_numpy()
    codes, other = of("code", places[rest])
    own[rest] = np.where(other | (own[rest] == ""), codes, own[rest])
    return own

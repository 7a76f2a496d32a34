"""A scenario: the sites that are tried, and the ones that are switched off. A value: each change gives another one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

import geopandas as gpd
import pandas as pd
from pyproj import CRS

from ..defaults import SEASONS
from ..sites.hours import ALWAYS
from ..sites.table import read_sites
from ..text import tr

ALL_YEAR = SEASONS[0]
#: What begins the id of a site that is tried.
_STEM = "essai"


@dataclass(frozen=True)
class Tried:
    """A site that is tried.

    Attributes
    ----------
    id, role, name, delay_min, hours, season, doctors
        As in a list of sites; hours as OpenStreetMap writes them.
    x, y
        Where it was put, in the reference system of the study's roads.
    """

    id: str
    role: str
    x: float
    y: float
    name: str = ""
    delay_min: float = 0.0
    hours: str = ALWAYS
    season: str = ALL_YEAR
    doctors: float | None = None

    def __post_init__(self) -> None:
        for name, value in zip("xy", on_grid((self.x, self.y))):
            object.__setattr__(self, name, value)


def on_grid(xy: tuple[float, float]) -> tuple[float, float]:
    """Return a point as it is kept, to the centimetre."""
    return round(float(xy[0]), 2), round(float(xy[1]), 2)


#: A site of the list: its id and role.
Key = tuple[str, str]


@dataclass(frozen=True)
class Scenario:
    """Sites that are tried, in the order in which they came, and sites of the study that are switched off."""

    tried: tuple[Tried, ...] = ()
    closed: frozenset[Key] = frozenset()

    def with_site(
        self, role: str, xy: tuple[float, float], taken: Collection[str] = (), **values: Any
    ) -> tuple[Scenario, Tried]:
        """Return the scenario with a site of a role at a point, and that site.

        The site's id is not taken yet; `values` as :class:`Tried` has them.
        """
        taken = {*taken, *(site.id for site in self.tried)}
        number = next(n for n in range(1, len(taken) + 2) if f"{_STEM}-{n}" not in taken)
        site = Tried(f"{_STEM}-{number}", role, *xy, **values)
        return replace(self, tried=(*self.tried, site)), site

    def changed(self, tried: str, /, **values: Any) -> Scenario:
        """Return the scenario in which a tried site, by its id, has other values."""
        return replace(self, tried=tuple(replace(site, **values) if site.id == tried else site for site in self.tried))

    def without(self, name: str) -> Scenario:
        """Return the scenario without a tried site."""
        return replace(self, tried=tuple(site for site in self.tried if site.id != name))

    def switched(self, key: Key) -> Scenario:
        """Return the scenario in which a site of the study is off instead of on, or on again."""
        return replace(self, closed=self.closed ^ {key})

    @property
    def adds_only_doctors(self) -> bool:
        """Whether all that is tried are correspondent doctors (MCS) who are there at any time, and nothing is off.

        That is what models of placement choose.
        """
        always = all(site.role == "MCS" and site.hours == ALWAYS and site.season == ALL_YEAR for site in self.tried)
        return always and not self.closed

    def site(self, name: str) -> Tried:
        """Return a tried site by its id."""
        return next(site for site in self.tried if site.id == name)

    def table(self, crs: CRS) -> gpd.GeoDataFrame:
        """Return the tried sites as a list of sites.

        Raises
        ------
        InputError
            Hours, a delay or a season are none.
        """
        names = [site.name or site.id for site in self.tried]  # those that messages give
        rows = pd.DataFrame([asdict(site) for site in self.tried], index=names)
        shapes = gpd.points_from_xy(rows.pop("x"), rows.pop("y"))
        table = gpd.GeoDataFrame(rows, geometry=shapes, crs=crs)
        return read_sites(table, tr("The sites that are tried")).reset_index(drop=True)

"""A study on the bench: the effect of a scenario, and of a site that is dragged."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ..access.care import Care
from ..access.people import People, own_codes
from ..arrays import Floats, Ints
from ..errors import InputError
from ..progress import SILENT, Progress
from ..sites.roles import ROLE, ROLES
from ..territory.codes import each_departement
from ..text import tr
from .dragged import Dragged, Stand
from .effect import Area, Change
from .grounds import Grounds
from .scenario import Key, Scenario, on_grid


@dataclass(frozen=True, eq=False)
class Effect:
    """What a scenario changes.

    Attributes
    ----------
    whole
        For all people of the study.
    departement, code
        For the département that was asked for, and its code; None and empty where there is none.
    minutes
        (n,) minutes of each place now.
    stand
        Where a site that is dragged stands; None for a scenario.
    """

    whole: Change
    departement: Change | None
    code: str
    minutes: Floats
    stand: Stand | None = None


@dataclass(frozen=True)
class Best:
    """The best choice of so many places among the candidates of a study.

    Attributes
    ----------
    number
        Of places.
    gained
        People who come within the threshold.
    bound
        What no choice can exceed.
    communes
        Communes in which nobody is beyond any more; None where the study did not keep the places of this choice.
    """

    number: int
    gained: float
    bound: float
    communes: int | None = None

    @property
    def is_proven(self) -> bool:
        """Whether no other choice of as many gains more."""
        return self.bound - self.gained <= 1e-9 * max(self.bound, 0.0)


class Bench:
    """The people of a study, and its sites, under one setting.

    Parameters
    ----------
    care
        The sites as the study has them.
    people
        Who lives where.
    best
        By number of places, the best choices of correspondent doctors (MCS) that the study found.
    proposed
        The places that the study suggests, as correspondent doctors; None where it suggests none.
    """

    def __init__(
        self,
        care: Care,
        people: People,
        best: Mapping[int, Best] = MappingProxyType({}),
        *,
        proposed: Scenario | None = None,
        progress: Progress = SILENT,
    ) -> None:
        self.setting, self.people, self._best, self.proposed = care.setting, people, best, proposed
        self.grounds = Grounds(care, people.points)
        self.care = self.grounds.care
        progress.at(0.5)
        self.was = self.grounds.minutes(self.care)
        self._population = people.points["population"].to_numpy(float)
        self._communes = _communes(people)
        self._departement = each_departement(self._communes).to_numpy(object)
        self._whole = Area(self._population, self._communes, self.was, self.setting.threshold)
        self._near, self._areas = cKDTree(self.grounds.xy), dict[str, tuple[Ints, Area]]()
        progress.at(1.0)

    @property
    def roles(self) -> list[str]:
        """The roles that count here, and so may be tried."""
        legs = {leg.name for leg in self.setting.legs}
        return [role for role in ROLES if not legs.isdisjoint(ROLE[role].legs)]

    def care_of(self, scenario: Scenario) -> Care:
        """Return the sites of a scenario.

        Raises
        ------
        InputError
            A site that is tried lies on no road, or on a closed one, or its values are wrong.
        """
        sites = self.care.sites
        gone = np.array([key in scenario.closed for key in _keys(sites)], bool)
        care = self.care.without(gone) if gone.any() else self.care
        return care.with_sites(scenario.table(sites.crs)) if scenario.tried else care

    def sites_of(self, scenario: Scenario) -> gpd.GeoDataFrame:
        """Return the list of sites of a scenario, those that do not count here included.

        It is as :func:`sites.table.read_sites` gives it.
        """
        given = self.care.given
        here = given[[key not in scenario.closed for key in _keys(given)]]
        if not scenario.tried:
            return here
        both = pd.concat([here, scenario.table(self.care.sites.crs).to_crs(given.crs)], ignore_index=True)
        return gpd.GeoDataFrame(both, crs=given.crs)

    def effect(self, scenario: Scenario, departement: str = "") -> Effect:
        """Return what a scenario changes; errors as :meth:`care_of`."""
        return self._effect(self.grounds.minutes(self.care_of(scenario)), departement, None)

    def best_for(self, scenario: Scenario) -> Best | None:
        """Return the best choice of as many places by the same rules: doctors alone, there day and night all the year.

        None where the scenario differs in more than their places, or the study has not looked for so many.
        """
        same = self.setting.definition == "first_care" and scenario.adds_only_doctors
        at_once = not any(site.delay_min for site in scenario.tried)
        best = self._best.get(len(scenario.tried)) if same and at_once else None
        if best is not None and self.proposed is not None and len(self.proposed.tried) == best.number:
            return replace(best, communes=self._communes_of_proposed)
        return best

    @functools.cached_property
    def _communes_of_proposed(self) -> int | None:
        return None if self.proposed is None else self.effect(self.proposed).whole.communes_gained

    def drag(self, scenario: Scenario, name: str) -> Drag:
        """Take up a site that is tried, by its id; errors as :meth:`care_of`, or it does not count."""
        care = self.care_of(scenario)
        known = len(self.care.sites) - len(scenario.closed & set(_keys(self.care.sites)))
        rows = np.flatnonzero(care.sites["id"].to_numpy(object)[known:] == name)
        if len(rows) == 0:
            text = tr("{site} does not count here: it is closed in this season, or nothing joins its road to the rest.")
            raise InputError(text.format(site=scenario.site(name).name or name))
        return Drag(self, Dragged(self.grounds, care, known + int(rows[0])))

    def departement_at(self, xy: tuple[float, float]) -> str:
        """Return the département of the place that is nearest to a point; empty where it has none."""
        return str(self._departement[self._near.query(xy)[1]])

    def changed(self, minutes: Floats) -> tuple[Ints, Ints]:
        """Return the places that come within the threshold, and those that fall out of it."""
        within, was = minutes <= self.setting.threshold, self.was <= self.setting.threshold
        return np.flatnonzero(within & ~was), np.flatnonzero(was & ~within)

    @functools.cached_property
    def switchable(self) -> dict[Key, tuple[float, float]]:
        """The sites of the study that count here, and where they stand on maps, in the roads' reference system."""
        drawn = self.care.given.to_crs(self.care.network.crs).geometry
        here = {key: (point.x, point.y) for key, point in zip(_keys(self.care.given), drawn)}
        return {key: here[key] for key in _keys(self.care.sites) if key in here and key[1] in self.roles}

    def sites_at(self, xy: tuple[float, float], most_m: float) -> list[Key]:
        """Return the sites of the study that count and stand within some metres of a point, the nearest first."""
        metres = {key: float(np.hypot(x - xy[0], y - xy[1])) for key, (x, y) in self.switchable.items()}
        return sorted((key for key in metres if metres[key] <= most_m), key=lambda key: metres[key])

    def _effect(self, minutes: Floats, departement: str, stand: Stand | None) -> Effect:
        here = self._in(departement) if departement else None
        return Effect(
            self._whole.change(minutes),
            here[1].change(minutes[here[0]]) if here is not None else None,
            departement,
            minutes,
            stand,
        )

    def _in(self, departement: str) -> tuple[Ints, Area]:
        if departement not in self._areas:
            self._areas[departement] = self._area_of(departement)
        return self._areas[departement]

    def _area_of(self, departement: str) -> tuple[Ints, Area]:
        rows = np.flatnonzero(self._departement == departement)
        communes, people = self._communes.iloc[rows], self._population[rows]
        return rows, Area(people, communes, self.was[rows], self.setting.threshold)


def _keys(sites: gpd.GeoDataFrame) -> list[Key]:
    return list(zip(sites["id"], sites["role"]))


class Drag:
    """A site in the hand."""

    def __init__(self, bench: Bench, dragged: Dragged) -> None:
        self._bench, self._dragged = bench, dragged

    def to(self, xy: tuple[float, float]) -> Effect:
        """Return what changes with the site at a point, in the reference system of the roads."""
        bench, xy = self._bench, on_grid(xy)
        minutes = self._dragged.minutes(xy)
        return bench._effect(minutes, bench.departement_at(xy), self._dragged.stand(xy))  # noqa: SLF001 its own hand


def _communes(people: People) -> pd.Series:
    """Return the commune of France of each place, as figures by territory count them; empty for none."""
    communes = own_codes(people.points)
    if people.home is not None:
        communes = communes.where(each_departement(communes) != "", people.home)
    return communes.where(each_departement(communes) != "", "")

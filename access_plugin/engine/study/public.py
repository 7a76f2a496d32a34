"""The one gate to the public: a study in which every number is a value that may be told, or missing.

What is under statistical secrecy is NaN here, whatever asks for it; figures and the public map get this and nothing
else. The rules are those of ``docs/secrecy.md``; which rows are secret was decided when the study was computed, for all
levels together (:mod:`access.suppression`).
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS

from ..arrays import Floats
from ..file_names import RELIEF
from ..progress import SILENT, Progress
from ..territory.areas import name_column
from ..territory.relief import relief_name
from ..territory.surroundings import layers_around
from .folder import StudyFolder
from .record import Record

#: Layers of a study that hold nothing but what a page shows.
_DRAWN = (
    *("public_sites", "public_chosen"),
    *("print_isochrones", "print_not_computed", "print_threshold", "print_roads"),
)
#: Figures of a territory that tell how many of its people are beyond.
_OF_THOSE_BEYOND = ("beyond", "beyond_share", "mean_min", "p90_min", "max_min")
#: What else would tell it, or a part of it.
_BESIDE = (
    *("beyond_low", "beyond_high", "beyond_su", "beyond_smur", "beyond_first_care"),
    *("uncertain", "cut_off", "places_beyond", "communes_beyond", "lacking", "lacking_after"),
)
#: What a share that is printed with one decimal may be off, both ways.
SHARE_ROUNDING = 0.001


@dataclass(frozen=True)
class TimeClass:
    """The people of a class of time: its ends (`high` is NaN for none), whether it lies beyond the threshold.

    `joined`: all classes of its side, since one of them held too few people to be told.
    """

    low: float
    high: float
    people: float
    beyond: bool
    joined: bool = False


class PublicStudy:
    """A study as the public may see it.

    Tables of territories have ``secret`` (their number of people beyond is not told), and ``known`` (somebody there has
    a time).
    """

    def __init__(self, folder: StudyFolder) -> None:
        self._folder = folder

    @classmethod
    def opened(cls, path: str | Path, progress: Progress = SILENT) -> PublicStudy:
        """Open the folder of a study; parameters and errors are those of :class:`folder.StudyFolder`."""
        return cls(StudyFolder(path, progress))

    def _few(self, people: float) -> bool:
        """Whether a number of people from cells of a grid is too small to be told.

        Nobody is no secret, legal populations of communes are public.
        """
        return 0 < round(people, 6) < self._folder.record.few_people

    @functools.cached_property
    def record(self) -> Record:
        """The facts of the run; ``found`` is NaN where it would tell of too few.

        That is where those gained, or left, are too few, or differ by too few from those beyond by the study's own
        definition.
        """
        record = self._folder.record
        record = dataclasses.replace(record, beyond_thirty=np.nan, beyond_both=np.nan)
        if record.found is None:
            return record
        gain, gained = record.found["to_gain"], record.found["gained"]
        apart = abs(gain - self._folder.total["beyond"])
        if any(self._few(value) for value in (gain, gained, gain - gained, apart)):
            return dataclasses.replace(record, found=dict.fromkeys(record.found, np.nan))
        return record

    @functools.cached_property
    def total(self) -> pd.Series:
        """The figures of everyone.

        Where too few have no time, the share is of all residents: of those with a time, it would tell how many have
        none. The range is missing where an end, or those who are uncertain, would tell of too few; how many communes
        are concerned, where some of them are secret.
        """
        total = self._folder.total.copy()
        total["known"] = bool(total["population"] > total["not_computed"])
        ends = [total[name] for name in ("beyond_low", "beyond_high") if pd.notna(total[name])]
        told = [*ends, *(value for value in [total["uncertain"]] if pd.notna(value))]
        if any(self._few(value) for value in (*told, *(abs(total["beyond"] - value) for value in ends))):
            total[["beyond_low", "beyond_high", "uncertain"]] = np.nan
        if self._few(total["not_computed"]):
            total["beyond_share"] = total["beyond"] / total["population"]
            total["not_computed"] = np.nan
        territories = self._folder.table("territories")
        if territories is not None and territories["secret"].fillna(False).astype(bool).any():
            # how many of those that are secret have somebody beyond would tell which
            total["communes_beyond"] = np.nan
        if bool(total["secret"]):
            total[[*_OF_THOSE_BEYOND, *(name for name in _BESIDE if name in total), "not_computed"]] = np.nan
        return total

    @property
    def surrounded(self) -> bool:
        """Whether its pages show what lies around the area."""
        return "surroundings" in layers_around(self._folder.path)

    @functools.cached_property
    def relief(self) -> str:
        """What the elevation model is called whose relief its pages show; empty for none."""
        return relief_name(self._folder.path / RELIEF)

    @property
    def _areas(self) -> gpd.GeoDataFrame:
        return cast("gpd.GeoDataFrame", self._folder.table("isochrones"))

    @functools.cached_property
    def crs(self) -> CRS:
        """The reference system of all shapes."""
        return self._areas.crs

    @property
    def bounds(self) -> Floats:
        """West, south, east and north of the areas, degrees."""
        bounds: Floats = self._areas.to_crs(4326).total_bounds
        return bounds

    @functools.cached_property
    def corners(self) -> int:
        """How many corners the areas have, as they were computed."""
        return int(shapely.get_num_coordinates(self._areas.geometry.to_numpy()).sum())

    @functools.cached_property
    def territories(self) -> gpd.GeoDataFrame | None:
        """The territories with their figures; their names stand in ``name``. None where the study has none."""
        table = self._folder.table("territories")
        if table is None:
            return None
        return self._told(table.assign(name=table[name_column(table) or "code"].fillna(table["code"])))

    @functools.cached_property
    def departements(self) -> gpd.GeoDataFrame | None:
        """The départements with their figures; None where the territories are no communes of France."""
        table = self._folder.table("departements")
        return None if table is None else self._told(table)

    def _told(self, table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Return a table of territories without what is secret of them."""
        secret = table["secret"].fillna(False).astype(bool)
        known = table["population"] > table["not_computed"]
        few = table["not_computed"].map(self._few) | secret
        hidden = dict.fromkeys(_OF_THOSE_BEYOND, secret | ~known) | dict.fromkeys(_BESIDE, secret)
        hidden |= {
            "not_computed": few,
            "population": secret & table["population"].map(self._few),
        }
        columns = {name: table[name].astype(float).mask(mask) for name, mask in hidden.items() if name in table}
        return table.assign(secret=secret, known=known, **columns).to_crs(self.crs)

    def people_by(self, column: str) -> pd.DataFrame:
        """Return ``size`` and ``sum`` for each value of a column (a zoning).

        They are how many territories have it, and how many people, NaN where these are too few.
        """
        table = cast("gpd.GeoDataFrame", self._folder.table("territories"))
        groups = table.groupby(table[column].fillna("–"))["population"].agg(["size", "sum"])
        return groups.assign(sum=groups["sum"].mask(groups["sum"].map(self._few)))

    @functools.cached_property
    def classes(self) -> list[TimeClass]:
        """The people by class of time; those of one side of the threshold together where one class holds too few."""
        threshold, rows = self.record.setting.threshold, []
        for band in self._areas.sort_values("from_min").itertuples():
            if band.population > 0:
                high = np.nan if band.to_min is None else float(band.to_min)
                rows.append(TimeClass(band.from_min, high, float(band.population), bool(band.from_min >= threshold)))
        told = []
        for beyond in (False, True):
            side = [row for row in rows if row.beyond == beyond]
            if any(self._few(row.people) for row in side):
                shown = side[0] if beyond else side[-1]
                side = [dataclasses.replace(shown, people=sum(row.people for row in side), joined=True)]
            told += side
        return told

    @property
    def shares_tell_too_much(self) -> bool:
        """Whether the shares of all classes, rounded as they are, would tell how many have no time."""
        if pd.notna(self.total["not_computed"]):
            return False
        return bool(len(self.classes) * SHARE_ROUNDING * self.total["population"] < self._folder.record.few_people)

    @property
    def territory_codes(self) -> list[str]:
        """The codes of the territories, which are no secret."""
        return self._folder.territory_codes

    @functools.cached_property
    def chosen(self) -> pd.DataFrame:
        """The suggested places by rank; a ``gain`` is NaN where it is of too few.

        So are as many of the smallest others as keep the sum from telling it.
        """
        chosen = self._folder.chosen
        if "gain" not in chosen:
            return chosen
        gains = chosen["gain"].astype(float)
        return chosen[["rank", "geometry"]].assign(gain=gains.where(told_gains(gains.tolist(), self._few)))

    @functools.cached_property
    def curve(self) -> pd.DataFrame | None:
        """What 1, 2, 3… places gain, as far as that may be told (:func:`told_steps`)."""
        table = self._folder.table("curve")
        if table is None:
            return None
        table = table.iloc[: max(len(self.chosen), 1)]
        return table[told_steps(table["gained"].tolist(), self._few)]

    def drawn(self, name: str) -> gpd.GeoDataFrame | None:
        """Return a layer as pages show it, of :data:`_DRAWN`; None where the study has none."""
        if name not in _DRAWN:
            raise KeyError(name)
        return self._folder.table(name)


def told_gains(gains: list[float], few: Callable[[float], bool]) -> list[bool]:
    """Tell which gains may be published.

    Those that are too few are not, and as many of the smallest others as keep the sum from telling them.
    """
    hidden = {place for place, gain in enumerate(gains) if few(gain)}
    others = sorted(
        (place for place, gain in enumerate(gains) if gain > 0 and place not in hidden), key=gains.__getitem__
    )
    while hidden and others and (len(hidden) == 1 or few(sum(gains[place] for place in hidden))):
        hidden.add(others.pop(0))
    return [place not in hidden for place in range(len(gains))]


def told_steps(gained: list[float], few: Callable[[float], bool]) -> list[bool]:
    """Tell which points of a curve may be published.

    Those that do not differ from the one before, or from the last one, by too few people; the last one always.
    """
    kept, before = [], 0.0
    for place, value in enumerate(gained):
        last = place == len(gained) - 1
        kept.append(last or not (few(value - before) or few(gained[-1] - value)))
        before = value if kept[-1] else before
    return kept

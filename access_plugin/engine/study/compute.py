"""The whole job in one go: times, areas, figures and suggested places, by a road network or by official times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS

from ..access.beyond import threshold_line
from ..access.care import Care
from ..access.gaps import Gaps, TimedPeople, field_of_areas, gaps_of, time_people
from ..access.isochrones import bands_around, bands_of
from ..access.official import gaps_from_times
from ..access.official_table import OfficialTimes
from ..access.people import People, own_codes
from ..access.setting import Setting
from ..access.territories import each_once, summarise
from ..arrays import Floats, Objects
from ..errors import InputError
from ..network.crs import metric_crs
from ..network.graph import Network
from ..placement.request import Question, Request
from ..placement.suggest import Suggestion, suggest_sites
from ..progress import SILENT, Progress
from ..sites.own_roles import own_roles_in
from ..sites.roles import ROLES
from ..territory.levels import administrative_levels
from ..text import tr


@dataclass(frozen=True)
class Study:
    """All that a study found, and what it was asked.

    Official times have no ``care``; ``times`` names their table instead.
    """

    care: Care | None
    setting: Setting
    request: Request
    bands: list[float]
    sites: gpd.GeoDataFrame
    gaps: Gaps
    isochrones: gpd.GeoDataFrame
    threshold_line: gpd.GeoDataFrame
    territories: gpd.GeoDataFrame | None
    suggestion: Suggestion | None
    by_sector: bool = False
    times: dict[str, Any] | None = None

    @property
    def network(self) -> Network | None:
        """The roads; None with official times."""
        return None if self.care is None else self.care.network

    @property
    def total(self) -> pd.Series:
        """The row of the summary that counts everyone."""
        return self.gaps.summary.iloc[0]


def compute_study(
    care: Care, people: People, question: Question | None = None, *, cell_m: float = 50.0, progress: Progress = SILENT
) -> Study:
    """Do the whole job: times, areas, figures, and suggested places where a question of them is asked.

    Parameters and errors are those of the functions that it calls; places are chosen while areas are drawn.
    """
    if question is not None:
        question.check()
    timed = time_people(care, people, progress=progress.part(0.0, 0.25))
    suggestion, request, by_sector = None, Request(), False
    if question is None:
        drawn = _drawn(care, timed, cell_m, progress.part(0.25, 1.0))
    else:
        request, by_sector = question.request, question.sectors is not None
        # neither needs the other, and each leaves a core free a good part of the time
        with progress.part(0.7, 1.0).beside(suggest_sites, care, people, question, times=timed.places) as chosen:
            drawn = _drawn(care, timed, cell_m, progress.part(0.25, 0.7))
            suggestion = chosen.result()
        progress.check()  # a study is whole or is not
        progress.say(suggestion.sentence(care.setting.threshold))
    progress.at(1.0)
    gaps, areas, line = drawn
    bands = bands_around(care.setting.threshold)
    return Study(
        care, care.setting, request, bands, care.given, gaps, areas, line, people.territories, suggestion, by_sector
    )


def _drawn(
    care: Care, timed: TimedPeople, cell_m: float, progress: Progress
) -> tuple[Gaps, gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the gaps, the bands around the threshold, and the line of it."""
    setting, crs = care.setting, care.network.crs
    field = field_of_areas(care, cell_m, progress.part(0.0, 0.5).quiet())
    gaps = gaps_of(care, timed, field, progress=progress.part(0.5, 0.6))
    present = set(care.given["role"])
    known = (*ROLES, *own_roles_in(present))
    roles = [role for role in known if role in present and any(role in leg.roles for leg in setting.legs)]
    areas = bands_of(
        field,
        bands_around(setting.threshold),
        crs,
        counted=(gaps.places["population"].to_numpy(float), gaps.places[setting.column].to_numpy(float)),
        open_ended=True,
        progress=progress.part(0.6, 1.0),
    ).assign(role=",".join(roles))
    line = threshold_line(field, setting.threshold, crs)
    return gaps, areas, line


def study_of_times(
    times: OfficialTimes,
    sites: gpd.GeoDataFrame,
    people: People,
    threshold: float,
    *,
    definition: str = "emergency",
    source: str = "",
    progress: Progress = SILENT,
) -> Study:
    """Do what official times (DREES, METRIC) allow: no areas but whole communes, no suggested places.

    Parameters
    ----------
    times, threshold
        As for :func:`official.gaps_from_times`.
    sites
        What is drawn on the maps; they count for nothing, since the times are given.
    people
        Points with the commune as ``code`` or ``territory``, and territories: communes. A territory of several communes
        takes the longest of their times, by the places that lie in it.

    definition, source
        What the times lead to, and what notes call their table, by default its file; words only.

    Raises
    ------
    InputError
        As :func:`official.gaps_from_times`; or no territory has a time.
    """
    communes = cast("gpd.GeoDataFrame", people.territories)
    west, south, east, north = communes.to_crs(4326).total_bounds
    there = communes.to_crs(metric_crs((west + east) / 2, (south + north) / 2))
    people = People(people.points, there, people.levels)
    gaps = gaps_from_times(times, people, threshold, progress=progress.part(0.0, 0.6))
    places, column = gaps.places, "t_emergency_min"
    home = cast("pd.Series", people.home).to_numpy(object)
    longest = places[column].groupby(home).max().reindex(there["code"]).to_numpy(float)
    if np.isnan(longest).all():
        raise InputError(
            tr("None of the territories has a time in {name}: they must be communes.").format(name=times.name)
        )
    progress.at(0.7)
    bands, shapes = bands_around(threshold), shapely.make_valid(there.geometry.to_numpy())
    areas = _joined_bands(shapes, longest, bands, places, column, there.crs)
    line = _line_between(shapes[longest <= threshold], shapes[longest > threshold])
    limit = gpd.GeoDataFrame({"minutes": [threshold]}, geometry=[line], crs=there.crs)
    missing = gpd.GeoDataFrame(
        {"reason": ["no_time"]}, geometry=[shapely.union_all(shapes[np.isnan(longest)])], crs=there.crs
    )
    missing["area_km2"] = missing.to_crs(3035).area / 1e6
    summary = _summary_of_times(people, places, threshold)
    gaps = Gaps(gaps.areas, places, summary, gaps.unsnapped, missing[~missing.is_empty])
    progress.at(1.0)
    return Study(
        None,
        Setting(threshold=threshold, definition=definition),
        Request(),
        bands,
        sites,
        gaps,
        areas,
        limit,
        there,
        None,
        times={"name": source or times.name, "column": times.column},
    )


def _summary_of_times(people: People, places: gpd.GeoDataFrame, threshold: float) -> pd.DataFrame:
    """Return the figures of all levels, so that what is secret is so for all of them together."""
    known = own_codes(people.points)
    rows = [(level.key, level.of(known), level.names) for level in [*people.levels, *administrative_levels(known)]]
    return summarise(
        places,
        places["t_emergency_min"],
        threshold,
        levels=[*people.own_level(), *each_once(rows)],
        communes=known,
    )


def _line_between(within: Objects, beyond: Objects) -> shapely.MultiLineString:
    """Return the line that two sets of areas share."""
    line = shapely.intersection(*(shapely.boundary(shapely.union_all(shapes)) for shapes in (within, beyond)))
    lines = [part for part in shapely.get_parts(shapely.line_merge(line)) if part.geom_type == "LineString"]
    return shapely.MultiLineString(lines)


def _joined_bands(
    shapes: Objects, longest: Floats, bands: list[float], places: gpd.GeoDataFrame, column: str, crs: CRS
) -> gpd.GeoDataFrame:
    """Join the territories of each band; the people are counted by the times of their own communes."""
    lows, highs = np.array([-np.inf, *bands]), np.array([*bands, np.inf])
    people = places["population"].to_numpy(float)
    rows = []
    for low, high in zip(lows, highs):
        inside = (longest > low) & (longest <= high)
        counted = ((places[column] > low) & (places[column] <= high)).to_numpy()
        if inside.any() or counted.any():
            rows.append(
                (
                    max(low, 0.0),
                    high if np.isfinite(high) else np.nan,
                    people[counted].sum(),
                    shapely.union_all(shapes[inside]) if inside.any() else shapely.MultiPolygon(),
                )
            )
    table = gpd.GeoDataFrame(
        rows, columns=["from_min", "to_min", "population", "geometry"], geometry="geometry", crs=crs
    )
    return table.assign(role="", site_id="", site_name="", direction="")[
        ["from_min", "to_min", "role", "site_id", "site_name", "population", "direction", "geometry"]
    ]

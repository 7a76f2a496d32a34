"""The whole job in one go: times, areas, figures and suggested places, by a road network or by official times."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..access.beyond import threshold_line
from ..access.gaps import Gaps, find_gaps, names_of, own_codes
from ..access.isochrones import bands_around, bands_of
from ..access.official import OfficialTimes, gaps_from_times
from ..access.setting import Setting
from ..access.territories import assign, each_once, summarise
from ..errors import InputError
from ..network.crs import metric_crs
from ..network.graph import Network
from ..placement.request import Request, check_number
from ..placement.suggest import Suggestion, suggest_sites
from ..progress import SILENT, Progress
from ..sites.roles import ROLES
from ..territory.levels import Level, administrative_levels
from ..text import tr


@dataclass(frozen=True)
class Study:
    """All that a study found, and what it was asked.

    Official times have no ``network``; ``times`` names their table instead.
    """

    network: Network | None
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
    times: dict | None = None

    @property
    def total(self) -> pd.Series:
        """The row of the summary that counts everyone."""
        return self.gaps.summary.iloc[0]


def compute_study(
    network: Network,
    sites: gpd.GeoDataFrame,
    population: gpd.GeoDataFrame,
    setting: Setting,
    *,
    territories: gpd.GeoDataFrame | None = None,
    levels: list[Level] = (),
    candidates: gpd.GeoDataFrame | None = None,
    sectors: gpd.GeoDataFrame | Level | None = None,
    request: Request = Request(),
    cell_m: float = 50.0,
    progress: Progress = SILENT,
) -> Study:
    """Do the whole job. Parameters and errors are those of the functions that it calls, one after the other."""
    if candidates is not None:
        check_number(request, candidates)
    gaps = find_gaps(
        network,
        sites,
        population,
        setting,
        territories=territories,
        levels=levels,
        cell_m=cell_m,
        progress=progress.part(0.0, 0.5),
    )
    roles = [role for role in ROLES if (sites["role"] == role).any() and any(role in leg.roles for leg in setting.legs)]
    bands = bands_around(setting.threshold)
    areas = bands_of(
        gaps.field,
        bands,
        network.crs,
        people=gaps.places["population"].to_numpy(float),
        minutes=gaps.places[setting.column].to_numpy(float),
        open_ended=True,
        progress=progress.part(0.5, 0.7),
    ).assign(role=",".join(roles))
    line = threshold_line(gaps.field, setting.threshold, network.crs)
    suggestion = None
    if candidates is not None:
        suggestion = suggest_sites(
            network,
            sites,
            population,
            candidates,
            request,
            setting,
            times=gaps.places,
            territories=territories,
            sectors=sectors,
            progress=progress.part(0.7, 1.0),
        )
        progress.check()  # a study is whole or is not
        progress.say(suggestion.sentence(setting.threshold))
    progress.at(1.0)
    return Study(
        network, setting, request, bands, sites, gaps, areas, line, territories, suggestion, sectors is not None
    )


def study_of_times(
    times: OfficialTimes,
    sites: gpd.GeoDataFrame,
    population: gpd.GeoDataFrame,
    threshold: float,
    territories: gpd.GeoDataFrame,
    *,
    levels: list[Level] = (),
    definition: str = "emergency",
    source: str = "",
    progress: Progress = SILENT,
) -> Study:
    """Do what official times (DREES, METRIC) allow: no areas but whole communes, no suggested places.

    Parameters
    ----------
    times, population, threshold, levels
        As for :func:`official.gaps_from_times`.
    sites
        What is drawn on the maps; they count for nothing, since the times are given.
    territories
        Communes. A territory of several communes takes the longest of their times, by the places that lie in it.

    definition, source
        What the times lead to, and what notes call their table, by default its file; words only.

    Raises
    ------
    InputError
        As :func:`official.gaps_from_times`; or no territory has a time.
    """
    west, south, east, north = territories.to_crs(4326).total_bounds
    territories = territories.to_crs(metric_crs((west + east) / 2, (south + north) / 2))
    gaps = gaps_from_times(
        times, population, threshold, territories=territories, levels=levels, progress=progress.part(0.0, 0.6)
    )
    places, column = gaps.places, "t_emergency_min"
    territory = assign(places, territories)
    known = own_codes(population)
    rows = [(level.key, level.of(known), level.names) for level in [*levels, *administrative_levels(known)]]
    # what is secret, for all levels together
    summary = summarise(
        places,
        places[column],
        threshold,
        territory=territory,
        names=names_of(territories),
        levels=each_once(rows),
        communes=known,
    )
    gaps = Gaps(gaps.areas, places, summary, gaps.unsnapped)
    longest = places[column].groupby(territory.to_numpy(object)).max().reindex(territories["code"]).to_numpy(float)
    if np.isnan(longest).all():
        raise InputError(
            tr("None of the territories has a time in {name}: they must be communes.").format(name=times.name)
        )
    progress.at(0.7)
    bands = bands_around(threshold)
    shapes = shapely.make_valid(territories.geometry.to_numpy())
    areas = _joined_bands(shapes, longest, bands, places, column, territories.crs)
    within, beyond = (shapely.union_all(shapes[mask]) for mask in (longest <= threshold, longest > threshold))
    line = shapely.intersection(shapely.boundary(within), shapely.boundary(beyond))
    lines = [part for part in shapely.get_parts(shapely.line_merge(line)) if part.geom_type == "LineString"]
    limit = gpd.GeoDataFrame({"minutes": [threshold]}, geometry=[shapely.MultiLineString(lines)], crs=territories.crs)
    missing = gpd.GeoDataFrame(
        {"reason": ["no_time"]}, geometry=[shapely.union_all(shapes[np.isnan(longest)])], crs=territories.crs
    )
    missing["area_km2"] = missing.to_crs(3035).area / 1e6
    gaps = Gaps(gaps.areas, places, gaps.summary, gaps.unsnapped, None, missing[~missing.is_empty])
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
        territories,
        None,
        times={"name": source or times.name, "column": times.column},
    )


def _joined_bands(
    shapes: np.ndarray, longest: np.ndarray, bands: list[float], places: gpd.GeoDataFrame, column: str, crs
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

"""Who lives beyond the threshold, where, and how many they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..arrays import Bools
from ..progress import SILENT, Progress
from ..sites.roles import LEG
from ..tables import texts, with_columns
from ..territory.codes import each_departement
from ..territory.levels import administrative_levels, tell_levels
from ..text import tr
from ..words import word
from .beyond import Land, areas_beyond, land_without_time
from .care import Care
from .fields import Field, field_of
from .people import People, own_codes
from .setting import Setting
from .territories import each_once, summarise
from .times import travel_times

GAP_FIELDS = ("territory", "population", "area_km2")


@dataclass(frozen=True)
class Gaps:
    """Areas beyond the threshold, and what was found with them.

    The places with their times, the figures by territory, the places without a road, and the land that has no time.
    """

    areas: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    summary: pd.DataFrame
    unsnapped: pd.DataFrame
    not_computed: gpd.GeoDataFrame | None = None


def find_gaps(
    care: Care, people: People, *, cell_m: float = 50.0, others: Sequence[float] = (), progress: Progress = SILENT
) -> Gaps:
    """Find the places and the areas whose emergency time is over the threshold.

    Parameters
    ----------
    care, people
        The sites that count, and who lives where.
    cell_m
        Side of the cells that areas are drawn with, metres.
    others
        Further thresholds, minutes, for which the figures count people too.
    progress
        Where to report (both the people counted at points and those who stand inside the drawn areas), and who may
        cancel.

    Returns
    -------
    Gaps
        The people of an area are those of the places of its territory that lie beyond, counted at the points.

    Raises
    ------
    InputError
        As :meth:`people.People.checked` and :func:`times.travel_times`.
    """
    # neither needs the other, and each leaves a core free a good part of the time
    with progress.part(0.6, 0.8).quiet().beside(field_of_areas, care, cell_m) as drawn:
        timed = time_people(care, people, others=others, progress=progress.part(0.0, 0.6))
        field = drawn.result()
    return gaps_of(care, timed, field, progress=progress.part(0.8, 1.0))


def field_of_areas(care: Care, cell_m: float, progress: Progress = SILENT) -> Field:
    """Return the times that areas are drawn of: the sites stand where they are, whatever the convention."""
    return field_of(care.on_the_ground(), care.setting.legs, cell_m=cell_m, progress=progress)


@dataclass(frozen=True)
class TimedPeople:
    """People with the times of their places, the figures by territory, and the places without a road."""

    people: People
    places: gpd.GeoDataFrame
    summary: pd.DataFrame
    unsnapped: pd.DataFrame


def time_people(
    care: Care, people: People, *, others: Sequence[float] = (), progress: Progress = SILENT
) -> TimedPeople:
    """Find the times of the people, and the figures: all that areas do not change. As :func:`find_gaps`."""
    people = people.checked()
    times, unsnapped = travel_times(care, people.points, progress=progress.part(0.0, 0.8))
    places = with_columns(people.points, times)
    summary = summary_of(care, people, places, progress, others)
    progress.at(1.0)
    return TimedPeople(people, places, summary, unsnapped)


def gaps_of(care: Care, timed: TimedPeople, field: Field, *, progress: Progress = SILENT) -> Gaps:
    """Find the areas whose emergency time is over the threshold, and who lives there.

    As :func:`find_gaps`; `field` is that of :func:`field_of_areas`.
    """
    people, places, setting, network = timed.people, timed.places, care.setting, care.network
    land = None if people.territories is None else Land.of(people.territories, network.crs)
    areas = areas_beyond(field, setting.threshold, network.crs, land=land)
    beyond = (places[setting.column] > setting.threshold).to_numpy()
    number = places["population"].to_numpy(float)
    of_area = people.home.to_numpy(object) if people.home is not None else np.full(len(places), "", object)
    living = pd.Series(number[beyond]).groupby(of_area[beyond]).sum()
    areas["population"] = areas["territory"].map(living).fillna(0.0).astype(float)
    areas = areas[~areas.is_empty | (areas["population"] > 0)].reset_index(drop=True)
    _tell(areas, places, beyond, setting, progress)
    progress.check()
    not_computed = land_without_time(network, field, land=land)
    progress.at(1.0)
    return Gaps(areas[[*GAP_FIELDS, "geometry"]], places, timed.summary, timed.unsnapped, not_computed)


def summary_of(
    care: Care, people: People, places: gpd.GeoDataFrame, progress: Progress, others: Sequence[float] = ()
) -> pd.DataFrame:
    """Return the figures by territory, by the levels that were given, and by those that the codes of communes say.

    `places` are those of the people, with their times.
    """
    setting, territory, communes = care.setting, people.home, own_codes(places)
    if territory is not None:
        communes = communes.where(each_departement(communes) != "", territory)
    french = communes.where(each_departement(communes) != "", "")
    known = [*people.levels, *(administrative_levels(french) if (french != "").any() else [])]
    further = [(level.key, level.of(communes), level.names) for level in known]
    tell_levels(people.levels, communes, progress)
    if (french != "").any() and (territory is None or not set(territory) <= set(french)):
        further.insert(0, ("commune", french, _names_of_places(places) | people.names))

    def beyond(column: str) -> Bools:
        later: Bools = (places[column] > setting.threshold).to_numpy()
        return later

    counts = {
        "beyond_low": beyond("t_low_min"),
        "beyond_high": beyond("t_high_min"),
        "uncertain": places["uncertain"].to_numpy(bool),
        "cut_off": places["cut_off"].to_numpy(bool),
    }
    roles = set(care.given["role"])
    counts |= {
        f"beyond_{name}": beyond(f"t_{name}_min") for name in ("su", "smur") if not roles.isdisjoint(LEG[name].roles)
    }
    counts |= {"beyond_first_care": beyond("t_first_care_min")} if not roles.isdisjoint(LEG["mcs"].roles) else {}
    return summarise(
        places,
        places[setting.column],
        setting.threshold,
        levels=[*people.own_level(), *each_once(further)],
        communes=french if (french != "").any() else None,
        counts=counts,
        others=others,
    )


def _names_of_places(places: gpd.GeoDataFrame) -> dict[str, str]:
    return dict(zip(texts(places["code"]), texts(places["name"]))) if {"code", "name"} <= set(places) else {}


def _tell(
    areas: gpd.GeoDataFrame, places: gpd.GeoDataFrame, beyond: Bools, setting: Setting, progress: Progress
) -> None:
    people = places["population"].to_numpy(float)
    computed = places[setting.column].notna().to_numpy()
    inside = np.zeros(len(places), bool)
    if len(areas) and len(places):
        points = places.geometry.to_crs(areas.crs).to_numpy()
        inside[np.unique(shapely.STRtree(points).query(areas.geometry.to_numpy(), predicate="intersects")[1])] = True
    text = tr(
        "{beyond:.0f} of {all:.0f} {all:person|people} {beyond:lives|live} more than {threshold:g} "
        "{threshold:minute|minutes} away (definition {definition}; {inside:.0f} {inside:stands|stand} inside the "
        "drawn areas; "
        "{low:.0f} to {high:.0f} within the stated range of speeds); {missing:.0f} {missing:person is|people "
        "are} not computed."
    )
    low, high = (people[(places[f"t_{end}_min"] > setting.threshold).to_numpy()].sum() for end in ("low", "high"))
    progress.say(
        text.format(
            definition=word("DEFINITION", setting.definition),
            low=low,
            high=high,
            beyond=people[beyond].sum(),
            all=people[computed].sum(),
            threshold=setting.threshold,
            inside=people[inside].sum(),
            missing=people[~computed].sum(),
        )
    )

"""Who lives beyond the threshold, where, and how many they are."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from ..network.graph import Network
from ..progress import SILENT, Progress
from ..sites.roles import LEG
from ..tables import check_polygons, check_unique, numbers, require_column, texts, with_columns
from ..territory.codes import codes_of, departement_of
from ..territory.levels import Level, administrative_levels, tell_levels
from ..text import tr
from ..words import word
from .beyond import areas_beyond, land_without_time
from .fields import Field, field_of
from .setting import Setting
from .territories import assign, each_once, summarise
from .times import travel_times

GAP_FIELDS = ("territory", "population", "area_km2")


@dataclass(frozen=True)
class Gaps:
    """Areas beyond the threshold, the places with their times, the figures by territory, the places without a road, the
    field of times, and the land that has none.
    """

    areas: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    summary: pd.DataFrame
    unsnapped: pd.DataFrame
    field: Field | None = None
    not_computed: gpd.GeoDataFrame | None = None


def read_territories(table: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Check a layer of territories: polygons with a ``code``, each once, as text.

    Raises
    ------
    InputError
        A geometry is missing or no polygon, or the codes are missing or not unique.
    """
    check_polygons(table, name)
    require_column(table, "code", name)
    table = table.assign(code=codes_of(table, "code", name))
    check_unique(table, "code", name)
    return table


def find_gaps(
    network: Network,
    sites: gpd.GeoDataFrame,
    population: gpd.GeoDataFrame,
    setting: Setting,
    *,
    territories: gpd.GeoDataFrame | None = None,
    levels: list[Level] = (),
    cell_m: float = 50.0,
    progress: Progress = SILENT,
) -> Gaps:
    """Find the places and the areas whose emergency time is over the threshold.

    Parameters
    ----------
    network, sites, setting
        As for :func:`times.travel_times`.
    population
        Points with ``population``.
    territories
        As :func:`read_territories` gives them; ``name`` or ``nom`` is used where it is there.
    levels
        Territories of communes (EPCI…) by which figures are given too; the commune of a place is its ``territory``,
        ``code``, or the territory it lies in.
    cell_m
        Side of the cells that areas are drawn with, metres.
    progress
        Where to report (both the people counted at points and those who stand inside the drawn areas), and who may
        cancel.

    Returns
    -------
    Gaps
        The people of an area are those of the places of its territory that lie beyond, counted at the points.
    """
    population = population.assign(population=numbers(population, "population", tr("The population layer"), at_least=0))
    if (
        territories is not None
        and not territories.to_crs(population.crs).intersects(shapely.box(*population.total_bounds)).any()
    ):
        raise InputError(
            tr(
                "The territories lie elsewhere than the population. Check their coordinates, which may be "
                "swapped, and their reference system."
            )
        )
    times, unsnapped = travel_times(network, sites, population, setting, progress=progress.part(0.0, 0.4))
    places = with_columns(population, times)
    territory = assign(places, territories) if territories is not None else None
    names = names_of(territories) if territories is not None else {}
    summary = summary_of(places, sites, setting, territory, names, levels, progress)
    progress.at(0.5)
    field = field_of(network, sites, setting.legs, setting, cell_m=cell_m, progress=progress.part(0.5, 0.9).quiet())
    progress.check()
    areas = areas_beyond(field, setting.threshold, network.crs, territories=territories)
    beyond = (places[setting.column] > setting.threshold).to_numpy()
    people = places["population"].to_numpy(float)
    of_area = territory.to_numpy(object) if territory is not None else np.full(len(places), "", object)
    areas["population"] = [float(people[beyond & (of_area == code)].sum()) for code in areas["territory"]]
    areas = areas[~areas.is_empty | (areas["population"] > 0)].reset_index(drop=True)
    _tell(areas, places, people, beyond, setting, progress)
    progress.check()
    nowhere = land_without_time(network, field, territories=territories)
    progress.at(1.0)
    return Gaps(areas[[*GAP_FIELDS, "geometry"]], places, summary, unsnapped, field, nowhere)


def summary_of(
    places: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    setting: Setting,
    territory: pd.Series | None,
    names: dict[str, str],
    levels: list[Level],
    progress: Progress,
) -> pd.DataFrame:
    """Return the figures by territory, by the levels that were given, and by those that the codes of communes say.

    Parameters
    ----------
    places
        With their times.
    territory, names
        Code of the territory of each place, and the name of each code.
    """
    communes = own_codes(places)
    if territory is not None:
        communes = communes.where(communes.map(departement_of) != "", territory)
    french = communes.where(communes.map(departement_of) != "", "")
    known = [*levels, *(administrative_levels(french) if (french != "").any() else [])]
    further = [(level.key, level.of(communes), level.names) for level in known]
    tell_levels(levels, communes, progress)
    if (french != "").any() and (territory is None or not set(territory) <= set(french)):
        further.insert(0, ("commune", french, _names_of_places(places) | names))

    def beyond(column):
        return (places[column] > setting.threshold).to_numpy()

    counts = {
        "beyond_low": beyond("t_low_min"),
        "beyond_high": beyond("t_high_min"),
        "uncertain": places["uncertain"].to_numpy(bool),
        "cut_off": places["cut_off"].to_numpy(bool),
    }
    roles = set(sites["role"])
    counts |= {
        f"beyond_{name}": beyond(f"t_{name}_min") for name in ("su", "smur") if not roles.isdisjoint(LEG[name].roles)
    }
    counts |= {"beyond_first_care": beyond("t_first_care_min")} if not roles.isdisjoint(LEG["mcs"].roles) else {}
    return summarise(
        places,
        places[setting.column],
        setting.threshold,
        territory=territory,
        names=names,
        levels=each_once(further),
        communes=french if (french != "").any() else None,
        counts=counts,
    )


def _names_of_places(places: gpd.GeoDataFrame) -> dict[str, str]:
    return dict(zip(texts(places["code"]), texts(places["name"]))) if {"code", "name"} <= set(places) else {}


def own_codes(places: gpd.GeoDataFrame) -> pd.Series:
    """Return the commune of each place: its ``territory`` where that is a commune, else its ``code``.

    Where neither is, what it has.
    """
    name = tr("The population layer")
    codes, own = (
        codes_of(places, column, name) if column in places else pd.Series("", index=places.index)
        for column in ("code", "territory")
    )
    commune, other = (values.map(departement_of) != "" for values in (own, codes))
    return own.where(commune, codes.where(other, own.where(own != "", codes)))


def names_of(territories: gpd.GeoDataFrame) -> dict[str, str]:
    """Return the name of each territory by its code; empty where the layer has none."""
    column = next((c for c in ("name", "nom", "NOM", "nom_officiel") if c in territories), None)
    return dict(zip(territories["code"], texts(territories[column]) if column else [""] * len(territories)))


def _tell(
    areas: gpd.GeoDataFrame, places: gpd.GeoDataFrame, people, beyond, setting: Setting, progress: Progress
) -> None:
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

"""Who lives beyond by official access times (DREES, METRIC, METRIC-OSRM), instead of by roads."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..progress import SILENT, Progress
from ..sites.roles import LEGS
from ..tables import check_polygons, numbers, texts, with_columns
from ..territory.codes import codes_of, passage
from ..territory.levels import administrative_levels, tell_levels
from ..text import listed, tr
from .gaps import GAP_FIELDS, Gaps
from .official_table import OfficialTimes
from .people import People, own_codes
from .territories import each_once, summarise
from .times import TIME_FIELDS


def gaps_from_times(
    times: OfficialTimes,
    people: People,
    threshold: float,
    *,
    others: Sequence[float] = (),
    progress: Progress = SILENT,
) -> Gaps:
    """Find who lives beyond the threshold by the official times of their communes.

    Parameters
    ----------
    times
        As :func:`official_table.read_official_times`.
    people
        Points with the commune as ``code`` or ``territory``; territories are areas of communes (``code``): those beyond
        become the areas of the result.
    threshold, others
        Minutes; beyond is strictly more. The figures count the people beyond the other thresholds too.

    Returns
    -------
    Gaps
        ``summary`` has the levels ``total``, ``commune``, ``departement``, ``region`` and those that were given. The
        times of single legs and the nearest sites are not known; ``status`` is ``beyond``, ``not_computed`` or empty.

    Raises
    ------
    InputError
        No place lies in a commune of the table.
    """
    population = people.points.assign(
        population=numbers(people.points, "population", tr("The population layer"), at_least=0)
    )
    commune = _commune_of(population, times)
    if (commune == "").all():
        raise InputError(
            tr("No place lies in a commune of {name}: its “code” or “territory” must be a commune's code.").format(
                name=times.name
            )
        )
    minutes = commune.map(times.minutes).astype(float)
    places = with_columns(population, _fields(minutes, threshold))
    known = own_codes(population)
    names = dict(zip(population["code"], texts(population["name"]))) if {"code", "name"} <= set(population) else {}
    names |= people.names
    tell_levels(people.levels, known, progress)
    rows = [("commune", known, names)] + [
        (level.key, level.of(known), level.names) for level in [*people.levels, *administrative_levels(known)]
    ]
    summary = summarise(
        places, places["t_emergency_min"], threshold, levels=each_once(rows), communes=known, others=others
    )
    areas = _areas(people.territories, times, places, known, threshold, progress)
    undrawn = places.loc[places["beyond"].eq(True), "population"].sum() - areas["population"].sum()
    if people.territories is not None and undrawn > 0.5:
        progress.warn(
            tr(
                "{people:.0f} of the people beyond {people:lives in a commune|live in communes} without a "
                "contour in the territories: no area shows them."
            ).format(people=undrawn)
        )
    _tell(times, places, commune, threshold, progress)
    return Gaps(
        areas,
        places,
        summary,
        pd.DataFrame({"reason": tr("no time for its commune in the table")}, index=places.index[minutes.isna()]),
    )


def _commune_of(population: gpd.GeoDataFrame, times: OfficialTimes) -> pd.Series:
    """Return the commune of the table that each place is in, a former commune's successor included; empty for none."""
    known, successors = set(times.minutes.index), passage()
    found = pd.Series("", index=population.index)
    for column in ("code", "territory"):  # the latter counts where both are known
        if column in population:
            codes = codes_of(population, column, tr("The population layer"))
            codes = codes.map(
                lambda code: (
                    code if code in known else successors.get(code, "") if successors.get(code, "") in known else ""
                )
            )
            found = found.where(codes == "", codes)
    return found


def _fields(minutes: pd.Series, threshold: float) -> pd.DataFrame:
    beyond = pd.Series(minutes.to_numpy() > threshold, index=minutes.index, dtype=object).where(minutes.notna(), None)
    status = np.select([minutes.isna(), minutes > threshold], ["not_computed", "beyond"], "")
    fields = pd.DataFrame(index=minutes.index)
    for leg in LEGS:
        fields[f"t_{leg.name}_min"], fields[f"nearest_{leg.name}"] = (
            np.nan,
            pd.Series(None, index=minutes.index, dtype=object),
        )
    fields["t_emergency_min"] = minutes
    fields[["t_first_care_min", "covered_share", "t_low_min", "t_high_min"]] = np.nan
    fields["uncertain"] = fields["cut_off"] = pd.Series(None, index=minutes.index, dtype=object)
    fields["status"], fields["beyond"] = (
        pd.Series(status, index=minutes.index, dtype=object).where(status != "", None),
        beyond,
    )
    return fields[list(TIME_FIELDS)]


def _areas(
    territories: gpd.GeoDataFrame,
    times: OfficialTimes,
    places: gpd.GeoDataFrame,
    known: pd.Series,
    threshold: float,
    progress: Progress,
) -> gpd.GeoDataFrame:
    """Return the areas of the communes beyond, with the people counted at their points."""
    is_beyond = places["beyond"].eq(True)
    people = places["population"].where(is_beyond, 0.0).groupby(known.to_numpy(object)).sum()
    if territories is None:
        return gpd.GeoDataFrame({field: [] for field in GAP_FIELDS}, geometry=[], crs=places.crs)
    check_polygons(territories, tr("The layer of territories"))
    codes = codes_of(territories, "code", tr("The layer of territories"))
    if not codes.isin(times.minutes.index).any():
        progress.warn(tr("No area is drawn: the territories are not the communes of {name}.").format(name=times.name))
    members = (
        texts(territories["communes"]).str.split(",")
        if "communes" in territories and not pd.api.types.is_numeric_dtype(territories["communes"])
        else codes.map(lambda code: [code])
    )
    inside = members.map(lambda communes: sum(people.get(code, 0.0) for code in communes))
    chosen = (codes.map(times.minutes) > threshold) | (inside > 0)
    areas = gpd.GeoDataFrame(
        {"territory": codes[chosen], "population": inside[chosen].astype(float)},
        geometry=territories.geometry[chosen].make_valid(),
        crs=territories.crs,
    )
    areas["area_km2"] = areas.geometry.to_crs(3035).area / 1e6  # an equal-area system
    return areas[[*GAP_FIELDS, "geometry"]].reset_index(drop=True)


def _tell(
    times: OfficialTimes, places: gpd.GeoDataFrame, commune: pd.Series, threshold: float, progress: Progress
) -> None:
    people, minutes = places["population"], places["t_emergency_min"]
    text = tr(
        "{name}: {beyond:.0f} of {all:.0f} {all:person|people} {beyond:lives|live} in communes more than "
        "{threshold:g} {threshold:minute|minutes} from emergency care; {missing:.0f} {missing:person|people} in "
        "{count} {count:place|places} {missing:has|have} no time."
    )
    progress.say(
        text.format(
            name=times.name,
            beyond=people[minutes > threshold].sum(),
            all=people[minutes.notna()].sum(),
            threshold=threshold,
            missing=people[minutes.isna()].sum(),
            count=int(minutes.isna().sum()),
        )
    )
    alone = times.minutes.index.difference(commune.unique())
    if len(alone):
        progress.say(
            tr("{count} {count:commune of the table has|communes of the table have} no place here: {codes}.").format(
                count=len(alone), codes=listed(alone)
            )
        )

"""Official access times: a table of communes and minutes (DREES, METRIC, METRIC-OSRM) instead of roads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ..errors import InputError
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..sites.roles import EMERGENCY_LEGS, LEGS
from ..tables import check_polygons, numbers, texts, with_columns
from ..territory.codes import codes_of, commune_codes, passage
from ..territory.communes import header_of
from ..territory.levels import administrative_levels, tell_levels
from ..text import listed, tr
from .gaps import GAP_FIELDS, Gaps
from .people import People, own_codes
from .territories import each_once, summarise
from .times import TIME_FIELDS

#: Headers of the two ends of a distancier, as :func:`reading.plain` writes them (INSEE METRIC and the R package
#: metric.osrm).
_ORIGIN = (
    "idsrc",
    "src",
    "depcom_dep",
    "commune_depart",
    "code_depart",
    "origine",
    "code_origine",
    "depart",
    "origin",
    "from",
)
_DESTINATION = (
    "iddst",
    "dst",
    "depcom_arr",
    "commune_arrivee",
    "code_arrivee",
    "destination",
    "code_destination",
    "arrivee",
    "to",
)
_MINUTES = (
    "t_emergency_min",
    "tps_su_smur_min",
    "duree",
    "temps",
    "minutes",
    "tps",
    "temps_min",
    "duree_min",
    "time",
    "time_min",
)
_MINUTES_STEMS = ("tps_", "temps_", "duree_", "t_", "delai_", "minutes_")
#: No commune of France lies so far from everything; larger numbers are seconds.
_MOST_MIN = 1000.0


@dataclass(frozen=True)
class OfficialTimes:
    """Minutes to emergency care by commune (NaN where the table says none), and what the table is called."""

    minutes: pd.Series
    name: str
    column: str


def is_times(words: list[str]) -> bool:
    """Tell by its header whether a table may hold times."""
    code = header_of("code", words) is not None or any(word in _ORIGIN for word in words)
    return code and bool(_candidates(words))


def _candidates(words: list[str]) -> list[str]:
    sure = [word for word in _MINUTES if word in words]
    return sure[:1] or [word for word in words if word.startswith(_MINUTES_STEMS)]


def read_official_times(
    table: pd.DataFrame,
    name: str,
    *,
    code: str = "",
    minutes: str = "",
    destinations: set[str] | None = None,
    progress: Progress = SILENT,
) -> OfficialTimes:
    """Read minutes by commune.

    Parameters
    ----------
    table
        One row a commune, or one row a pair of communes (a distancier); its index holds the rows that messages name.
    code, minutes
        Columns; guessed where empty. Several columns of minutes, separated by commas, count as the smaller of them.
    destinations
        Communes that have an SU or a SMUR: in a distancier only the rows that lead to one of them count.
    progress
        Told what was guessed and how many rows have no time.

    Raises
    ------
    InputError
        A column is missing or cannot be guessed, a commune has two different times, a number is text, negative or in
        seconds, or a distancier comes without destinations.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    origin = (
        words.get(plain(code))
        if code
        else next((words[word] for word in _ORIGIN if word in words), None)
        or words.get(header_of("code", list(words)) or "")
    )
    if origin is None:
        text = tr("{name} has no field of commune codes (TIMES_CODE). Its fields are: {fields}. Say which one it is.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    columns = _minutes_columns(words, minutes, name)
    codes = commune_codes(table[origin], name, progress=progress)
    values = pd.concat([numbers(table, column, name, at_least=0, missing=np.nan) for column in columns], axis=1).min(
        axis=1
    )
    if (values > _MOST_MIN).any():
        text = tr(
            "{name}: the field {field} is above {most:g} minutes in {rows:row|rows} {rows}. It is probably in seconds: "
            "divide it by 60."
        )
        raise InputError(
            text.format(name=name, field=listed(columns), most=_MOST_MIN, rows=listed(values.index[values > _MOST_MIN]))
        )
    end = next((words[word] for word in _DESTINATION if word in words), None)
    if end is not None:
        times = _to_nearest(
            codes, commune_codes(table[end], name, progress=progress, strict=False), values, destinations, name
        )
    else:
        times = _one_each(codes, values, name)
    text = tr(
        "{name}: times of {count} {count:commune|communes} from the fields {code} and {minutes}; {missing} "
        "{missing:commune has|communes have} none, and {empty} {empty:row|rows} no code."
    )
    progress.say(
        text.format(
            name=name,
            count=len(times),
            code=origin,
            minutes=listed(columns),
            missing=int(times.isna().sum()),
            empty=int((codes == "").sum()),
        )
    )
    return OfficialTimes(times, name, listed(columns))


def _minutes_columns(words: dict[str, str], asked: str, name: str) -> list[str]:
    if asked:
        wanted = [plain(part) for part in asked.split(",") if part.strip()]
        unknown = [word for word in wanted if word not in words]
        if unknown:
            text = tr(
                "{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer."
            )
            raise InputError(text.format(name=name, field=listed(unknown), fields=listed(words.values())))
        return [words[word] for word in wanted]
    found = _candidates(list(words))
    if len(found) != 1:
        text = tr("{name}: which field holds the minutes (TIMES_MINUTES)? Its fields are: {fields}.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    return [words[found[0]]]


def _one_each(codes: pd.Series, values: pd.Series, name: str) -> pd.Series:
    table = pd.DataFrame({"code": codes, "minutes": values})[codes != ""].drop_duplicates()
    double = table.index[table["code"].duplicated(keep=False)]
    if len(double):
        text = tr("{name}: rows {rows} give two times to one commune ({codes}). Keep one.")
        raise InputError(
            text.format(name=name, rows=listed(double), codes=listed(dict.fromkeys(table.loc[double, "code"])))
        )
    return table.set_index("code")["minutes"]


def _to_nearest(
    codes: pd.Series, ends: pd.Series, values: pd.Series, destinations: set[str] | None, name: str
) -> pd.Series:
    if not destinations:
        text = tr(
            "{name} is a distancier (pairs of communes): give the sites (SITES), with the commune of each in "
            "“insee”, so that only the ways to an SU or a SMUR count."
        )
        raise InputError(text.format(name=name))
    counted = values.where(ends.isin(destinations))
    if counted.isna().all():
        raise InputError(
            tr("{name}: no row leads to a commune with an SU or a SMUR. Check the field “insee” of the sites.").format(
                name=name
            )
        )
    times = counted.groupby(codes.to_numpy()).min()
    return times.where(~times.index.isin(destinations), 0.0)


def equipped_communes(sites: gpd.GeoDataFrame) -> set[str]:
    """Return the communes of the sites with an emergency role."""
    roles = {role for leg in EMERGENCY_LEGS for role in leg.roles}
    return set(sites.loc[sites["role"].isin(roles), "insee"]) - {""}


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
        As :func:`read_official_times`.
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

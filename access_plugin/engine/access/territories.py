"""Figures by territory: people beyond the threshold, and how far everyone is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..arrays import Arrays, Bools, Floats
from ..errors import InputError
from ..tables import require_column, texts
from ..text import listed, tr
from .suppression import secret_rows

#: People beyond by other definitions and at the ends of the range, those whose answer is uncertain and those cut off;
#: NULL where that is not known.
COUNTS = ("beyond_low", "beyond_high", "beyond_su", "beyond_smur", "beyond_first_care", "uncertain", "cut_off")
SUMMARY_FIELDS = (
    "level",
    "code",
    "name",
    "population",
    "beyond",
    "beyond_share",
    "mean_min",
    "p90_min",
    "max_min",
    "places_beyond",
    "not_computed",
    "communes",
    "communes_beyond",
    *COUNTS,
    "secret",
)
OUTSIDE = "outside"
#: Share of the people that may live in several territories: contours that were simplified overlap a little.
_MOST_IN_SEVERAL = 0.01
#: A level's name, the code of each place, and the name of each code.
LevelRows = tuple[str, pd.Series, dict[str, str]]


def assign(places: gpd.GeoDataFrame, territories: gpd.GeoDataFrame) -> pd.Series:
    """Return the code of the territory of each place.

    Its own ``territory`` or ``code`` where that is one of them, else the one it lies in.

    A place in none gets an empty code; on a common border the first territory of the table counts.

    Raises
    ------
    InputError
        More than a hundredth of the people (``population``) live where territories overlap.
    """
    require_column(territories, "code", tr("The layer of territories"))
    codes = texts(territories["code"])
    own, known = pd.Series("", index=places.index), pd.Series(False, index=places.index)
    for column in ("code", "territory"):  # the latter counts where both are known
        if column in places:
            found = texts(places[column])
            own, known = own.where(~found.isin(set(codes)), found), known | found.isin(set(codes))
    if known.all():
        return own
    shapes = territories.geometry.make_valid().reset_index(drop=True)
    areas = gpd.GeoDataFrame({"code": codes.to_numpy()}, geometry=shapes, crs=territories.crs).to_crs(places.crs)
    lost = gpd.GeoDataFrame(geometry=places.geometry[~known])
    joined = lost.sjoin(areas, predicate="intersects", how="left").sort_index(kind="stable")
    again = joined.index.duplicated()
    if "population" in places and again.any():
        further = joined[again]
        shapes = areas.geometry.to_numpy()[further["index_right"].to_numpy(int)]
        shapely.prepare(shapes)
        inside = shapely.contains(shapes, further.geometry.to_numpy())
        _check_apart(places["population"], further[inside])
    found = joined[~again]["code"].fillna("")
    return own.where(known, found.reindex(places.index, fill_value=""))


def _check_apart(people: pd.Series, again: pd.DataFrame) -> None:
    """Raise where many live in a further territory than the one in which they count; slivers along borders are none."""
    several = float(people[again.index.unique()].sum())
    if several > _MOST_IN_SEVERAL * people.sum():
        text = tr(
            "{count} {count:person lives|people live} where territories overlap ({codes}), and would count in one of "
            "them alone. Give territories that do not overlap, of one level."
        )
        codes = listed(sorted(again["code"].unique()))
        raise InputError(text.format(count=round(several), codes=codes))


def summarise(
    places: pd.DataFrame,
    minutes: pd.Series,
    threshold: float,
    *,
    levels: Sequence[LevelRows] = (),
    communes: pd.Series | None = None,
    counts: Arrays | None = None,
    others: Sequence[float] = (),
) -> pd.DataFrame:
    """Count the people beyond a threshold, in all, by territory, and by further levels.

    Parameters
    ----------
    places
        With ``population``.
    minutes
        Time of each place, NaN where not computed.
    threshold
        Minutes; beyond is strictly more.
    levels
        Their name (``territory``, ``commune``, ``epci``…), the code of each place, and the name of each code. Places
        without a code are a row of the level with an empty code; those in no ``territory`` are a level of their own,
        "outside".
    communes
        Commune of each place, empty for none: ``communes`` counts them, ``communes_beyond`` those in which somebody
        lives beyond.
    counts
        Of :data:`COUNTS`: which places count for each.
    others
        Further thresholds, minutes: the people beyond each are counted too, in :func:`beyond_field` before ``secret``,
        which then stands for all of them together.

    Returns
    -------
    pandas.DataFrame
        Columns :data:`SUMMARY_FIELDS`. ``population`` counts everyone, ``not_computed`` the people without a time;
        ``beyond_share`` and the times are those of the people with a time, each counted as often as people live there.
        The row of level ``total`` comes first; its people are the sum of the rows of every other level (``territory``
        together with ``outside``). ``secret`` rows must not be published (:mod:`suppression`).
    """
    table = {"people": places["population"].to_numpy(float), "minutes": minutes.to_numpy(float)}
    if communes is not None:
        table["commune"] = communes.to_numpy(object)
    further = [beyond_field(other) for other in others]
    table |= {name: np.asarray(mask, bool) for name, mask in (counts or {}).items() if name in COUNTS}
    table |= {name: table["minutes"] > other for name, other in zip(further, others)}
    counted = [*COUNTS, *further]
    rows = [_row("total", "", tr("Whole area"), table, threshold, counted)]
    for level, codes, names in levels:
        own = level == "territory"  # those without a place are told too
        known = names if own else {code: names.get(code, "") for code in codes.unique()}
        named = _by_code(level, codes, known, table, threshold, counted)
        rows += [row for row in named if row[1]]
        rows += [
            (OUTSIDE if own else level, "", tr("Outside the territories"), *row[3:]) for row in named if not row[1]
        ]
    summary = pd.DataFrame(rows, columns=[*SUMMARY_FIELDS[:-1], *further])
    computed = ~np.isnan(table["minutes"])
    parts = [(level, codes) for level, codes, _ in levels]
    secret = set[tuple[str, str]]().union(
        *(secret_rows(places, side, computed, parts) for side in _sides(table["minutes"], {threshold, *others}))
    )
    summary["secret"] = [
        ("territory" if level == OUTSIDE else level, code) in secret
        for level, code in zip(summary["level"], summary["code"])
    ]
    return summary.astype({"communes": "Int64", "communes_beyond": "Int64"})


def beyond_field(threshold: float) -> str:
    """Return the name of the field that counts the people beyond a further threshold: ``beyond_12_5_min``."""
    return f"beyond_{threshold:g}_min".replace(".", "_")


def _sides(minutes: Floats, thresholds: set[float]) -> list[Bools]:
    """Return whom published counts tell apart: those beyond each threshold, and those between any two of them."""
    ends = [*sorted(thresholds), np.inf]
    return [(minutes > low) & (minutes <= high) for low, high in itertools.combinations(ends, 2)]


def _by_code(
    level: str,
    codes: pd.Series,
    names: dict[str, str],
    table: Arrays,
    threshold: float,
    fields: Sequence[str],
) -> list[tuple[Any, ...]]:
    """Return one row for each code, in their order, those without a place included.

    The empty code comes last, if there is one.
    """
    number, found = pd.factorize(codes.to_numpy(object))
    order = np.argsort(number, kind="stable")
    ends = np.searchsorted(number[order], np.arange(len(found) + 1))
    groups = {code: order[first:end] for code, first, end in zip(found, ends, ends[1:])}
    known = sorted((set(names) | set(groups)) - {""}) + ([""] if "" in groups else [])
    nobody = np.zeros(0, np.int64)

    def row(code: str) -> tuple[Any, ...]:
        rows = groups.get(code, nobody)
        own = {field: values[rows] for field, values in table.items()}
        return _row(level, code, names.get(code, ""), own, threshold, fields)

    return [row(code) for code in known]


def _row(level: str, code: str, name: str, table: Arrays, threshold: float, fields: Sequence[str]) -> tuple[Any, ...]:
    people, minutes = table["people"], table["minutes"]
    computed = ~np.isnan(minutes)
    beyond = computed & (minutes > threshold)
    counted = people[computed].sum()
    weight = people[computed] if counted > 0 else np.ones(int(computed.sum()))
    mean = float(np.average(minutes[computed], weights=weight)) if computed.any() else np.nan
    return (
        level,
        code,
        name,
        people.sum(),
        people[beyond].sum(),
        people[beyond].sum() / counted if counted > 0 else np.nan,
        mean,
        weighted_percentile(minutes[computed], weight, 0.9),
        minutes[computed].max() if computed.any() else np.nan,
        int(beyond.sum()),
        people[~computed].sum(),
        *_communes(table, beyond & (people > 0)),
        *(float(people[table[field]].sum()) if field in table else np.nan for field in fields),
    )


def _communes(table: Arrays, beyond: Bools) -> tuple[int | None, int | None]:
    """Return how many communes there are, and in how many somebody lives beyond; None where communes are not known."""
    if "commune" not in table:
        return None, None
    communes = table["commune"]
    return len(set(communes) - {""}), len(set(communes[beyond]) - {""})


def each_once(levels: Sequence[LevelRows]) -> list[LevelRows]:
    """Return levels, each key once.

    The first that says it counts (a table of codes goes before what codes say by themselves).
    """
    return list({key: (key, codes, names) for key, codes, names in reversed(levels)}.values())[::-1]


def weighted_percentile(values: Floats, weights: Floats, share: float) -> float:
    """Return the smallest value within which at least a share of the weight lies; NaN without values."""
    order = np.argsort(values, kind="stable")
    return percentile_of_sorted(values[order], weights[order], share)


def percentile_of_sorted(values: Floats, weights: Floats, share: float) -> float:
    """Return :func:`weighted_percentile` of values that are in order."""
    if len(values) == 0:
        return np.nan
    reached = np.cumsum(weights)
    return float(values[min(np.searchsorted(reached, share * reached[-1] * (1 - 1e-12)), len(values) - 1)])

"""Accessibilité potentielle localisée (APL): supply shared among those who reach it, in two steps (Barlet et al., DREES/Irdes 2012).

``R_j = S_j / Σ_i w(d_ij) P_i`` and ``APL_i = Σ_j w(d_ij) R_j``. What this computes is a simulation: the official APL is DREES's file.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from ..errors import InputError
from ..network.graph import Network
from ..network.snap import attach
from ..progress import SILENT, Progress
from ..reading import plain
from ..tables import numbers, texts
from ..text import listed, tr
from .reach import coverage
from .times import points_xy

#: DREES since 2015 (DOMAIN § 3.1): up to and including 10, 15, 20 minutes.
DEFAULT_WEIGHTS = "10:1,15:2/3,20:1/3"
_ENDS = (("from", "origin", "origine", "idsrc", "src", "demand", "place"), ("to", "destination", "iddst", "dst", "supply", "site"))
_MINUTES = ("minutes", "duree", "temps", "time", "t_min", "min")


@dataclass(frozen=True)
class Steps:
    """Weights by minutes: up to and including ``limits[k]``, ``weights[k]``; 0 beyond the last."""

    limits: np.ndarray
    weights: np.ndarray

    def of(self, minutes: np.ndarray) -> np.ndarray:
        place = np.searchsorted(self.limits, minutes, "left")
        return np.append(self.weights, 0.0)[place]


def read_steps(text: str) -> Steps:
    """Read ``10:1,15:2/3,20:1/3``.

    Raises
    ------
    InputError
        The text is not of this form, minutes do not grow, or a weight is not between 0 and 1.
    """
    try:
        pairs = [part.split(":") for part in text.replace(";", ",").split(",") if part.strip()]
        limits = np.array([float(limit) for limit, _ in pairs])
        weights = np.array([_fraction(weight) for _, weight in pairs])
    except (ValueError, ZeroDivisionError):
        limits = weights = np.zeros(0)
    if len(limits) == 0 or (np.diff(limits) <= 0).any() or limits[0] <= 0 or not np.isfinite(limits).all() or not ((weights >= 0) & (weights <= 1)).all():
        raise InputError(tr("“{text}” are no weights by minutes such as 10:1,15:2/3,20:1/3: minutes that grow, and weights from 0 to 1.").format(text=text))
    return Steps(limits, weights)


def _fraction(text: str) -> float:
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom or 1)


def times_on_network(network: Network, supply: gpd.GeoDataFrame, demand: gpd.GeoDataFrame, *, profile: str, season: str, most_min: float) -> tuple[csr_matrix, csr_matrix]:
    """Return (demand × supply) the minutes of the drives from demand to supply up to a limit, and where there is one (1), since 0 is a time too."""
    timed = network.timed(profile, season)
    sites, points = (attach(timed, points_xy(table.geometry.to_crs(network.crs))) for table in (supply, demand))
    start, point, minutes = coverage(timed, "inbound", sites, np.zeros(len(supply)), points, most_min)
    site = np.repeat(np.arange(len(supply)), np.diff(start))
    shape = (len(demand), len(supply))
    return csr_matrix((minutes, (point, site)), shape), csr_matrix((np.ones(len(point)), (point, site)), shape)


def times_of_table(table: pd.DataFrame, name: str, supply: gpd.GeoDataFrame, demand: gpd.GeoDataFrame) -> tuple[csr_matrix, csr_matrix]:
    """Return the same out of a table of pairs; a place and a supply of the same code are 0 minutes apart where the table does not say.

    Raises
    ------
    InputError
        A column is missing, the layers have no code, or a pair has two times.
    """
    words = {plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)}
    columns = [next((words[word] for word in choices if word in words), None) for choices in (*_ENDS, _MINUTES)]
    if None in columns:
        text = tr("{name} is no table of times between places: it needs the fields “from”, “to” and “minutes”. Its fields are: {fields}.")
        raise InputError(text.format(name=name, fields=listed(words.values())))
    ids = [_codes(layer) for layer in (demand, supply)]
    ends = [texts(table[column]) for column in columns[:2]]
    minutes = numbers(table, columns[2], name, at_least=0, missing=np.nan)
    pairs = pd.DataFrame({"place": ends[0], "site": ends[1], "minutes": minutes}).dropna()
    double = pairs.index[pairs.duplicated(["place", "site"], keep=False)]
    if len(double):
        raise InputError(tr("{name}: rows {rows} give two times to one pair of places. Keep one.").format(name=name, rows=listed(double)))
    places, sites = ({code: number for number, code in enumerate(codes)} for codes in ids)
    known = pairs[pairs["place"].isin(places) & pairs["site"].isin(sites)]
    times = {(places[row.place], sites[row.site]): row.minutes for row in known.itertuples()}
    times |= {(places[code], sites[code]): 0.0 for code in set(places) & set(sites) if (places[code], sites[code]) not in times}
    row, column = zip(*times) if times else ((), ())
    shape = (len(demand), len(supply))
    return csr_matrix((list(times.values()), (row, column)), shape), csr_matrix((np.ones(len(row)), (row, column)), shape)


def _codes(layer: gpd.GeoDataFrame) -> list[str]:
    column = next((name for name in ("code", "id", "insee") if name in layer), None)
    if column is None:
        raise InputError(tr("With a table of times, demand and supply need a field “code” or “id”."))
    return texts(layer[column]).tolist()


def apl(times: tuple[csr_matrix, csr_matrix], supply: np.ndarray, demand: np.ndarray, steps: Steps) -> np.ndarray:
    """Compute the APL of each place.

    Parameters
    ----------
    times
        (demand × supply) minutes, and 1 where there is a time.
    supply
        (s,) what each place of supply offers a year.
    demand
        (d,) people, standardised by age or not.

    Returns
    -------
    numpy.ndarray
        (d,) supply reached a person; Σ APL·demand is the supply that somebody reaches.
    """
    minutes, known = times
    row, column = known.nonzero()
    weight = csr_matrix((steps.of(np.asarray(minutes[row, column]).ravel()), (row, column)), known.shape)
    seekers = weight.T @ np.asarray(demand, float)
    ratio = np.divide(np.asarray(supply, float), seekers, out=np.zeros(len(seekers)), where=seekers > 0)
    return weight @ ratio


def tell(values: np.ndarray, supply: np.ndarray, demand: np.ndarray, progress: Progress = SILENT) -> None:
    """Say the mean and how much of the supply somebody reaches."""
    reached, people = float((values * demand).sum()), float(demand.sum())
    text = tr("Simulated APL (not official): mean {mean:.2f} over {people:.0f} people; {reached:.0f} of {supply:.0f} supplied are within reach of somebody.")
    progress.say(text.format(mean=reached / people if people else float("nan"), people=people, reached=reached, supply=supply.sum()))

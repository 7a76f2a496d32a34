"""Accessibilité potentielle localisée (APL).

Supply shared among those who reach it, in two steps (Barlet et al., DREES/Irdes 2012).

``R_j = S_j / Σ_i w(d_ij) P_i`` and ``APL_i = Σ_j w(d_ij) R_j``. What this computes is a simulation: the official APL is
DREES's file.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from ..arrays import Floats
from ..errors import InputError
from ..network.graph import Network
from ..network.snap import attach
from ..numbers import parts_of
from ..plain_words import plain
from ..progress import SILENT, Progress
from ..tables import numbers
from ..territory.codes import codes_of, commune_codes
from ..text import listed, tr
from .care import points_xy
from .reach import coverage

_ENDS = (
    ("from", "origin", "origine", "idsrc", "src", "demand", "place"),
    ("to", "destination", "iddst", "dst", "supply", "site"),
)
_MINUTES = ("minutes", "duree", "temps", "time", "t_min", "min")


@dataclass(frozen=True)
class Steps:
    """Weights by minutes: up to and including ``limits[k]``, ``weights[k]``; 0 beyond the last."""

    limits: Floats
    weights: Floats

    def of(self, minutes: Floats) -> Floats:
        """Return the weight of each time, 0 beyond the last step."""
        place = np.searchsorted(self.limits, minutes, "left")
        return np.append(self.weights, 0.0)[place]


def read_steps(text: str) -> Steps:
    """Read ``10:1,15:2/3,20:1/3``, or ``10:1;15:0,667`` with decimal commas.

    Raises
    ------
    InputError
        The text is not of this form, minutes do not grow, or a weight is not between 0 and 1.
    """
    try:
        pairs = [part.split(":") for part in parts_of(text)]
        limits = np.array([float(limit) for limit, _ in pairs])
        weights = np.array([_fraction(weight) for _, weight in pairs])
    except (ValueError, ZeroDivisionError):
        limits = weights = np.zeros(0)
    if (
        len(limits) == 0
        or (np.diff(limits) <= 0).any()
        or limits[0] <= 0
        or not np.isfinite(limits).all()
        or not ((weights >= 0) & (weights <= 1)).all()
    ):
        raise InputError(
            tr(
                "“{text}” are no weights by minutes such as 10:1,15:2/3,20:1/3: minutes that grow, and weights "
                "from 0 to 1."
            ).format(text=text)
        )
    return Steps(limits, weights)


def _fraction(text: str) -> float:
    top, _, bottom = text.partition("/")
    return float(top) / float(bottom or 1)


def times_on_network(
    network: Network, supply: gpd.GeoDataFrame, demand: gpd.GeoDataFrame, *, profile: str, season: str, most_min: float
) -> tuple[csr_matrix, csr_matrix]:
    """Return (demand × supply) the minutes of the drives from demand to supply, and where there is one.

    The drives go up to a limit; 1 says where there is one, since 0 is a time too.
    """
    timed = network.timed(profile, season)
    sites, points = (attach(timed, points_xy(table.geometry.to_crs(network.crs))) for table in (supply, demand))
    start, point, minutes = coverage(timed, "inbound", sites, np.zeros(len(supply)), points, most_min)
    site = np.repeat(np.arange(len(supply)), np.diff(start))
    shape = (len(demand), len(supply))
    return csr_matrix((minutes, (point, site)), shape), csr_matrix((np.ones(len(point)), (point, site)), shape)


def times_of_table(
    table: pd.DataFrame, name: str, supply: gpd.GeoDataFrame, demand: gpd.GeoDataFrame, *, progress: Progress = SILENT
) -> tuple[csr_matrix, csr_matrix]:
    """Return the same out of a table of pairs.

    A place and a supply of the same code are 0 minutes apart where the table does not say.

    Raises
    ------
    InputError
        A column is missing, the layers have no code, or a pair has two times.
    """
    words = {
        plain(column): column for column in table.columns if column != getattr(table, "_geometry_column_name", None)
    }
    found = [next((words[word] for word in choices if word in words), None) for choices in (*_ENDS, _MINUTES)]
    columns = [column for column in found if column is not None]
    if len(columns) < len(found):
        text = tr(
            "{name} is no table of times between places: it needs the fields “from”, “to” and “minutes”. Its "
            "fields are: {fields}."
        )
        raise InputError(text.format(name=name, fields=listed(words.values())))
    ends = [commune_codes(table[column], name, strict=False) for column in columns[:2]]
    minutes = numbers(table, columns[2], name, at_least=0, missing=np.nan)
    pairs = pd.DataFrame({"place": ends[0], "site": ends[1], "minutes": minutes}).dropna()
    double = pairs.index[pairs.duplicated(["place", "site"], keep=False)]
    if len(double):
        raise InputError(
            tr("{name}: rows {rows} give two times to one pair of places. Keep one.").format(
                name=name, rows=listed(double)
            )
        )
    ids = [
        _codes(layer, known, label)
        for layer, known, label in (
            (demand, set(pairs["place"]), tr("Demand")),
            (supply, set(pairs["site"]), tr("Supply")),
        )
    ]
    places, sites = (pd.DataFrame({"code": codes, "number": range(len(codes))}) for codes in ids)
    known = pairs.merge(places, left_on="place", right_on="code").merge(
        sites, left_on="site", right_on="code", suffixes=("_place", "_site")
    )
    used = pairs["place"].isin(places["code"]) & pairs["site"].isin(sites["code"])
    if (~used).any():
        progress.say(
            tr(
                "{name}: {count} of {all} {all:pair|pairs} {count:leads|lead} from or to places that the layers "
                "do not have."
            ).format(name=name, count=int((~used).sum()), all=len(pairs))
        )
    same = places.merge(sites, on="code", suffixes=("_place", "_site"))
    minutes = np.full((len(demand), len(supply)), np.nan)
    minutes[same["number_place"], same["number_site"]] = 0.0
    minutes[known["number_place"], known["number_site"]] = known["minutes"]
    row, column = np.nonzero(np.isfinite(minutes))
    return csr_matrix((minutes[row, column], (row, column)), minutes.shape), csr_matrix(
        (np.ones(len(row)), (row, column)), minutes.shape
    )


def _codes(layer: gpd.GeoDataFrame, known: set[str], label: str) -> list[str]:
    """Return the codes of a layer: of its columns of codes, the one that the table knows best."""
    columns = [column for column in ("code", "insee", "id", "territory") if column in layer]
    if not columns:
        raise InputError(tr("With a table of times, demand and supply need a field “code” or “id”."))
    read = [codes_of(layer, column, label) for column in columns]
    best = max(read, key=lambda codes: codes.isin(known).sum())
    if not best.isin(known).any():
        raise InputError(
            tr("{name}: none of its fields ({fields}) bears the codes of the table of times.").format(
                name=label, fields=listed(columns)
            )
        )
    codes: list[str] = best.tolist()
    return codes


def apl(times: tuple[csr_matrix, csr_matrix], supply: Floats, demand: Floats, steps: Steps) -> Floats:
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
    values = np.asarray(minutes[row, column]).ravel() if len(row) else np.zeros(0)
    weight = csr_matrix((steps.of(values), (row, column)), known.shape)
    seekers = weight.T @ np.asarray(demand, float)
    ratio = np.divide(np.asarray(supply, float), seekers, out=np.zeros(len(seekers)), where=seekers > 0)
    found: Floats = weight @ ratio
    return found


def tell(values: Floats, supply: Floats, demand: Floats, progress: Progress = SILENT) -> None:
    """Say the mean and how much of the supply somebody reaches."""
    reached, people = float((values * demand).sum()), float(demand.sum())
    text = tr(
        "Simulated APL (not official): mean {mean:.2f} over {people:.0f} {people:person|people}; {reached:.0f} "
        "of {supply:.0f} supplied {reached:is|are} within reach of somebody."
    )
    progress.say(
        text.format(
            mean=reached / people if people else float("nan"), people=people, reached=reached, supply=supply.sum()
        )
    )

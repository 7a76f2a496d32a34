"""Suggests where more first responders would bring most people within the threshold."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from ..access.legs import attach_sites, points_xy
from ..access.reach import coverage, nearest_minutes
from ..access.setting import Setting
from ..access.times import travel_times
from ..errors import InputError
from ..network.graph import Network
from ..network.snap import Attachment, attach
from ..progress import SILENT, Progress
from ..sites.roles import LEG
from ..tables import check_points, check_unique, numbers, texts, with_columns
from ..text import tr
from .coverage import Coverage
from .models import Choice, best_of, reduced

CHOSEN_FIELDS = ("rank", "gain", "cumulative_gain", "share")
DEMAND_FIELDS = ("t_before_min", "t_after_min", "covered", "site_id")
CURVE_FIELDS = ("number", "gained", "share", "bound", "gap")


@dataclass(frozen=True)
class Request:
    """What is asked of the model. Minutes and seconds; `weight` is a field of the population."""

    number: int = 1
    baseline: str = "emergency"
    min_gain: float = 0.0
    weight: str = "population"
    time_limit: float = 60.0


@dataclass(frozen=True)
class Suggestion:
    """The three tables of a suggestion, and its three totals of weight: to gain, gained, and what no choice can exceed."""

    chosen: gpd.GeoDataFrame
    demand: gpd.GeoDataFrame
    curve: pd.DataFrame
    to_gain: float
    gained: float
    bound: float

    def sentence(self, threshold: float) -> str:
        """Return the result in one sentence."""
        if self.to_gain == 0:
            return tr("Nobody lives beyond {threshold:g} minutes: there is nothing to gain.").format(threshold=threshold)
        text = tr("{count} places bring {gained:.0f} of {all:.0f} people within {threshold:g} minutes ({share:.1%}); {proof}.")
        gap = (self.bound - self.gained) / self.bound if self.bound > 0 else 0.0
        proof = tr("no other choice brings more") if gap < 1e-9 else tr("another choice could bring at most {gap:.2%} more").format(gap=gap)
        return text.format(count=len(self.chosen), gained=self.gained, all=self.to_gain, threshold=threshold, share=self.gained / self.to_gain, proof=proof)


def read_candidates(table: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Check a layer of candidate places and give each an ``id``: its own ``id``, ``code`` or ``insee``, else its number.

    Raises
    ------
    InputError
        A geometry is missing or no point, two candidates share an id, or a start delay is no number.
    """
    known = ("id", "code", "insee", "code_insee", "delay_min", "name")
    table = table.rename(columns={column: str(column).lower() for column in table.columns if str(column).lower() in known})
    candidates = check_points(table.loc[:, ~table.columns.duplicated()], name).copy()
    own = next((key for key in ("id", "code", "insee", "code_insee") if key in candidates), None)
    candidates["id"] = texts(candidates[own]) if own is not None else [str(feature) for feature in candidates.index]
    check_unique(candidates, "id", name)
    candidates["delay_min"] = numbers(candidates, "delay_min", name, at_least=0, missing=0.0) if "delay_min" in candidates else 0.0
    return candidates.sort_values("id", kind="stable")


def check_number(request: Request, candidates: gpd.GeoDataFrame) -> None:
    """Raise :class:`InputError` unless as many places can be chosen as are asked for."""
    if not 1 <= request.number <= len(candidates):
        text = tr("{number} places are asked for, and there are {count} candidates. Ask for 1 to {count}.")
        raise InputError(text.format(number=request.number, count=len(candidates)))


def suggest_sites(
    network: Network, sites: gpd.GeoDataFrame, population: gpd.GeoDataFrame, candidates: gpd.GeoDataFrame, request: Request,
    setting: Setting, *, times: pd.DataFrame | None = None, progress: Progress = SILENT,
) -> Suggestion:  # fmt: skip
    """Choose the candidates that newly bring most people within the threshold of a first responder (MCLP).

    A place is to be gained when its time by the baseline (nearest SU or SMUR, or SMUR alone) and its time from an existing MCS are
    both over the threshold. A candidate gains it when it drives there within the threshold and at least `min_gain` minutes sooner.

    Parameters
    ----------
    network, sites, population, setting
        As for :func:`access.times.travel_times`.
    candidates
        As :func:`read_candidates` gives them.
    request
        How many, from which baseline, by which weight.
    times
        The population's times, where they were computed before.
    progress
        Where to report, and who may cancel.

    Returns
    -------
    Suggestion
        ``chosen``: the candidates' columns and :data:`CHOSEN_FIELDS`, in order of rank. ``demand``: the places to be gained, with
        :data:`DEMAND_FIELDS`. ``curve``: :data:`CURVE_FIELDS` for 1 to `number` sites, each solved by itself.

    Raises
    ------
    InputError
        The number is below 1 or above the number of candidates, or the weight is no number.
    """
    check_number(request, candidates)
    weight = numbers(population, request.weight, tr("The population layer"), at_least=0, missing=0.0).to_numpy()
    if times is None:
        times, _ = travel_times(network, sites, population, setting, progress=progress.part(0.0, 0.3))
    column = {"emergency": "t_emergency_min", "smur": "t_smur_min"}[request.baseline]
    if times[column].isna().all():
        raise InputError(tr("No place has a time by the baseline “{baseline}”: no such site is loaded, or none reaches them.").format(baseline=request.baseline))
    before = np.fmin(times[column].to_numpy(float), np.where(times[column].isna(), np.nan, times["t_mcs_min"].to_numpy(float)))
    rows = np.flatnonzero(before > setting.threshold)
    if len(rows) == 0:
        progress.warn(tr("Every place is within {threshold:g} minutes already: there is nothing to gain.").format(threshold=setting.threshold))
    places = population.iloc[rows].to_crs(network.crs)
    candidates_here = candidates.to_crs(network.crs)
    timed = setting.timed(network, setting.profile_of(LEG["mcs"]))
    at_candidates, at_places = attach_sites(timed, candidates_here, name=tr("Candidates")), attach(timed, points_xy(places.geometry))
    delay = candidates["delay_min"].to_numpy()
    matrix = _covering(timed, at_candidates, delay, at_places, before[rows], request, setting, progress.part(0.3, 0.7))
    choices = _solve_all(Coverage(matrix, weight[rows]), request, progress.part(0.7, 1.0))
    return _tables(candidates, population.iloc[rows], before[rows], weight[rows], matrix, choices,
                   lambda chosen: nearest_minutes(timed, "outbound", at_candidates.take(chosen), delay[chosen], at_places))  # fmt: skip


def _covering(timed, sites: Attachment, delay, places: Attachment, before: np.ndarray, request: Request, setting: Setting, progress) -> csr_matrix:
    start, place, minutes = coverage(timed, "outbound", sites, delay, places, setting.threshold, progress=progress)
    site = np.repeat(np.arange(len(sites)), np.diff(start))
    useful = before[place] - minutes >= request.min_gain
    return csr_matrix((np.ones(int(useful.sum()), np.int8), (site[useful], place[useful])), shape=(len(sites), len(places)))


def _solve_all(problem: Coverage, request: Request, progress: Progress) -> list[Choice]:
    """Solve the model for 1 to `number` sites; half of the time is for the last of these, which is the answer; the curve never falls, whatever the time left to each."""
    choices: list[Choice] = []
    small, last = reduced(problem), request.number
    for number in range(1, last + 1):
        progress.at((number - 1) / last)
        share = 1.0 if last == 1 else 0.5 if number == last else 0.5 / (last - 1)
        choice = best_of(small, number, time_limit=request.time_limit * share, progress=progress)
        if choices and choice.gained < choices[-1].gained:  # the time ran out: what fewer places gain is the least, the bound stays
            choice = Choice(choices[-1].candidates, choices[-1].gained, max(choice.bound, choices[-1].gained))
        choices.append(choice)
    return choices


def _tables(candidates, demand, before, weight, matrix: csr_matrix, choices: list[Choice], nearest) -> Suggestion:
    final, to_gain = choices[-1], float(weight.sum())
    share = lambda people: people / to_gain if to_gain > 0 else np.nan  # noqa: E731
    chosen = candidates.iloc[final.candidates]
    gains, taken = [], np.zeros(len(weight), bool)
    for candidate in final.candidates:
        new = np.setdiff1d(matrix.indices[matrix.indptr[candidate] : matrix.indptr[candidate + 1]], np.flatnonzero(taken))
        gains.append(float(weight[new].sum()))
        taken[new] = True
    total = np.cumsum(gains)
    ranks = {"rank": np.arange(1, len(chosen) + 1), "gain": gains, "cumulative_gain": total, "share": [share(people) for people in total]}
    chosen = with_columns(chosen, pd.DataFrame(ranks, index=chosen.index).astype({"gain": float, "share": float}))
    minutes, site = nearest(final.candidates) if len(final.candidates) else (np.full(len(weight), np.nan), np.full(len(weight), -1))
    ids = chosen["id"].to_numpy(object)
    covering = np.where(taken, ids[site] if len(ids) else None, None)
    results = {"t_before_min": before, "t_after_min": np.fmin(before, minutes), "covered": taken, "site_id": covering}
    demand = with_columns(demand, pd.DataFrame(results, index=demand.index))
    curve = pd.DataFrame(
        [(number, choice.gained, share(choice.gained), choice.bound, choice.gap) for number, choice in enumerate(choices, start=1)],
        columns=list(CURVE_FIELDS),
    )
    return Suggestion(chosen, demand, curve, to_gain, final.gained, final.bound)

"""Who finds room in which of the chosen places, where each takes only so many people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csc_matrix, csr_matrix, vstack

from ..arrays import Floats, Ints
from ..progress import SILENT, Progress
from ..text import tr
from .solving.room import LimitedProblem, filled

if TYPE_CHECKING:
    from .case import Case

#: Groups that the programme has at most, and its seconds.
_MOST_GROUPS, _SECONDS = 3_000, 10.0
#: So small a part of all people is nobody: what the solver's tolerances leave.
_NOBODY = 1e-10


@dataclass(frozen=True)
class _Group:
    """Places that are near to the same candidates, ``sites``: ``minutes`` are (sites, places)."""

    places: Ints
    sites: Ints
    minutes: Floats
    weight: Floats


def allotted(case: Case, rows: Ints, *, progress: Progress = SILENT) -> csr_matrix:
    """Return (k, d) how many people of each place go to each of some candidates: as many as can, and then the nearest.

    It is a transport problem (Hitchcock 1941): of all ways to serve the most people, one with the least minutes. Places
    to which the same candidates are near in the same order are one in it; among them the nearest come first.
    """
    whole, room = case.whole, cast("Floats", case.room)[rows]
    near = case.reach.scored(case.reach.minutes + 1.0)[rows].multiply(whole.scores[rows]).tocsc()
    near.sort_indices()
    groups = _groups(near, whole.weight)
    quotas = _quotas(groups, room, progress) if groups else []
    site: list[Ints] = [np.zeros(0, np.int64)]
    place: list[Ints] = [np.zeros(0, np.int64)]
    people: list[Floats] = [np.zeros(0)]
    for group, quota in zip(groups, quotas):
        taken = _shared_out(group, quota)
        row, column = np.nonzero(taken)
        site.append(group.sites[row])
        place.append(group.places[column])
        people.append(taken[row, column])
    values = np.round(np.concatenate(people), 3)  # the solver may be a hair off
    return csr_matrix((values, (np.concatenate(site), np.concatenate(place))), shape=near.shape)


def _groups(near: csc_matrix, weight: Floats) -> list[_Group]:
    """Group the places by who is near and in which order; where these are too many, by the order of the first ones."""
    used = np.flatnonzero((np.diff(near.indptr) > 0) & (weight > 0))
    found: dict[bytes, list[int]] = {}
    for depth in (near.shape[0], 2, 1, 0):
        found = {}
        for place in used.tolist():
            here = slice(near.indptr[place], near.indptr[place + 1])
            order = np.argsort(near.data[here], kind="stable")[:depth]
            key = near.indices[here].tobytes() + b"|" + order.astype(np.int32).tobytes()
            found.setdefault(key, []).append(place)
        if len(found) <= _MOST_GROUPS:
            break
    groups = []
    for members in found.values():
        places = np.array(members)
        sites = near.indices[near.indptr[places[0]] : near.indptr[places[0] + 1]]
        minutes = near[:, places].data.reshape(len(places), len(sites)).T - 1.0  # all have the same candidates
        groups.append(_Group(places, sites.astype(np.int64), minutes, weight[places]))
    return groups


def _quotas(groups: list[_Group], room: Floats, progress: Progress) -> list[Floats]:
    """Return how many people of each group go to each of its candidates: the most in all, in the least minutes."""
    people = np.array([group.weight.sum() for group in groups])
    whose = np.repeat(np.arange(len(groups)), [len(group.sites) for group in groups])
    sites = np.concatenate([group.sites for group in groups])
    scores = csr_matrix((np.ones(len(sites)), (sites, whose)), shape=(len(room), len(groups)))
    problem = LimitedProblem(scores, people, room=room)
    flow = filled(problem, np.arange(len(room)))
    minutes = np.concatenate([group.minutes @ group.weight / group.weight.sum() for group in groups])
    each, count, everyone = np.arange(len(sites)), len(sites), float(people.sum())
    limits = vstack(
        [
            csr_matrix((np.ones(count), (whose, each)), shape=(len(groups), count)),
            csr_matrix((np.ones(count), (sites, each)), shape=(len(room), count)),
            csr_matrix(-np.ones((1, count))),
        ]
    )
    above = np.minimum(np.concatenate([people, room, [-flow.gained * (1 - 1e-9)]]) / everyone, 1.0)
    found = linprog(minutes, A_ub=limits, b_ub=above, method="highs", options={"time_limit": _SECONDS})
    if found.status == 0:
        taken = np.where(found.x > _NOBODY, found.x, 0.0)
        taken *= flow.gained / max(taken.sum(), 1e-300)
    else:
        progress.warn(tr("Who goes to which place was settled without looking for the nearest: that took too long."))
        taken = np.asarray(flow.people[sites, whose]).ravel()
    return np.split(taken, np.cumsum([len(group.sites) for group in groups])[:-1])


def _shared_out(group: _Group, quota: Floats) -> Floats:
    """Return (sites, places) who of a group goes where, the nearest first."""
    taken, left, room = np.zeros(group.minutes.shape), group.weight.copy(), quota.copy()
    if np.count_nonzero(quota) == 1 and quota.sum() >= left.sum() * (1 - 1e-9):
        taken[np.argmax(quota)] = left
        return taken
    for pair in np.argsort(group.minutes, axis=None, kind="stable"):
        site, place = divmod(int(pair), len(left))
        part = min(room[site], left[place])
        taken[site, place] = part
        room[site] -= part
        left[place] -= part
    return taken

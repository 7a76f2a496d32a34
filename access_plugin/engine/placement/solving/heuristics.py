"""Good choices in a moment: greedy choice, and exchanges of one candidate for another."""

from __future__ import annotations

import numpy as np

from ...arrays import Floats, Ints
from ...progress import SILENT, Progress
from .problem import Problem, added, tops


def greedy(problem: Problem, number: int) -> Ints:
    """Choose one candidate after the other, each time the one that adds most, the lowest among equals.

    Those required come first.

    Returns
    -------
    numpy.ndarray
        At most `number` candidates in the order of choice; fewer when no other adds anything.
    """
    chosen: list[int] = np.flatnonzero(problem.existing).tolist()
    exist, required = len(chosen), np.flatnonzero(problem.required)
    left = list(required)
    while len(chosen) - exist < number:
        gain = problem.by_candidate(added(problem, tops(problem, np.array(chosen, np.int64))[0]))
        gain[chosen] = -1.0
        if left:
            gain[~np.isin(np.arange(problem.candidates), left)] = -1.0
        best = int(np.argmax(gain))
        if gain[best] < 0 or (gain[best] == 0 and not left):
            break
        chosen.append(best)
        left = [candidate for candidate in left if candidate != best]
    return np.array(chosen[exist:], np.int64)


def exchanges(problem: Problem, chosen: Ints) -> tuple[Floats, Floats]:
    """Return what every exchange of a chosen candidate for another one would change (Whitaker 1983).

    That is for the whole neighbourhood at once.

    Parameters
    ----------
    chosen
        (p,) candidates; what exists is always in besides.

    Returns
    -------
    change, gain
        (p, c) the change of worth, -inf where one of the two may not be exchanged; (c,) what each candidate would add.
    """
    everyone = np.concatenate([chosen, np.flatnonzero(problem.existing)]).astype(np.int64)
    best, owner = tops(problem, everyone)
    demand, count, steps = problem.scores.indices, problem.candidates, problem.steps
    now = added(problem, best)
    gain = problem.by_candidate(now)
    change, loss = np.tile(gain, (len(everyone), 1)), np.zeros(len(everyone))
    for rank in range(len(steps)):
        without = np.delete(best, rank, axis=0)  # when the owner of this rank goes, the next ones move up
        more = added(problem, without) - now
        owned = owner[rank][demand]
        used = (owned >= 0) & (more != 0)
        change += np.bincount(
            owned[used] * count + problem.row[used], weights=more[used], minlength=change.size
        ).reshape(change.shape)
        lost = sum(step * (best[place] - without[place]) for place, step in enumerate(steps))
        there = owner[rank] >= 0
        loss += np.bincount(owner[rank][there], weights=lost[there], minlength=len(everyone))
    change = (change - loss[:, None])[: len(chosen)]
    change[:, everyone] = -np.inf
    # whoever reaches nobody is no exchange, even for one that adds nothing
    change[:, np.diff(problem.scores.indptr) == 0] = -np.inf
    change[problem.required[chosen]] = -np.inf
    return change, gain


def improve_by_swaps(problem: Problem, chosen: Ints, *, progress: Progress = SILENT) -> Ints:
    """Exchange one chosen candidate for another as long as that is worth more (Teitz & Bart 1968).

    The best exchange comes first.
    """
    chosen = chosen.copy()
    while len(chosen):
        progress.check()
        change, _ = exchanges(problem, chosen)
        place, candidate = np.unravel_index(np.argmax(change), change.shape)
        if not change[place, candidate] > 1e-9 * max(1.0, problem.weight.sum()):
            break
        chosen[place] = candidate
    return chosen


def drop_useless(problem: Problem, chosen: Ints) -> Ints:
    """Return a choice without those that add nothing to the others, the highest first; those required stay."""
    chosen = np.sort(chosen)
    even, worth = _even(problem), problem.gained(chosen)
    for candidate in chosen[::-1]:
        others = chosen[chosen != candidate]
        if not problem.required[candidate] and problem.gained(others) >= worth - even:
            chosen = others
    return chosen


def _even(problem: Problem) -> float:
    """Return the difference of worth below which two choices are worth the same."""
    return 1e-9 * max(1.0, float(problem.weight.max(initial=0.0)))


def prefer_lowest(problem: Problem, chosen: Ints) -> Ints:
    """Put a lower candidate in the place of a chosen one wherever the choice is then worth as much."""
    chosen = np.sort(chosen)
    even = _even(problem)
    while len(chosen):
        change, _ = exchanges(problem, chosen)
        place, lower = np.nonzero((change >= -even) & (np.arange(problem.candidates) < chosen[:, None]))
        if len(place) == 0:
            break
        last = place.max()
        chosen[last] = lower[place == last].min()
        chosen.sort()
    return chosen


def order_by_gain(problem: Problem, chosen: Ints) -> Ints:
    """Order chosen candidates so that each adds most to those before it, the lowest first among equals."""
    chosen = np.sort(chosen)
    kept = np.concatenate([chosen, np.flatnonzero(problem.existing)]).astype(np.int64)
    alone = Problem(problem.scores[kept], problem.weight, problem.steps, problem.existing[kept])
    order = greedy(alone, len(chosen))
    return np.concatenate([chosen[order], np.delete(chosen, order)])

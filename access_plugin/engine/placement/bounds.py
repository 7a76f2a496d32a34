"""How much a choice of candidates can gain at most, and which candidates cannot be part of a best choice."""

from __future__ import annotations

import numpy as np

from ..progress import SILENT, Progress
from .coverage import Coverage

_ITERATIONS = 600
_STALLED = 15


def lagrangian_bound(coverage: Coverage, number: int, gained: float, *, progress: Progress = SILENT) -> tuple[float, np.ndarray]:
    r"""Bound the maximal covering problem from above by relaxing who covers whom (Galvão & ReVelle 1996).

    With multipliers :math:`0 \le \lambda_i \le w_i` no choice gains more than
    :math:`\sum_i (w_i - \lambda_i)` plus the `number` largest :math:`c_j = \sum_i a_{ij} \lambda_i`; the multipliers are improved by
    subgradient steps. A candidate whose forced choice would bring the bound below what is already gained is in no better choice.

    Parameters
    ----------
    coverage
        Candidates × demand.
    number
        How many candidates may be chosen.
    gained
        What a known choice gains.

    Returns
    -------
    bound, open
        The bound, and (c,) bool: the candidates that may still be part of a choice that gains as much as `gained`.
    """
    matrix, weight = coverage.matrix.astype(float), coverage.weight
    transposed = matrix.T.tocsr()
    multiplier, best, best_cost = weight / 2, np.inf, matrix @ (weight / 2)
    kept, scale, stalled = multiplier, 1.0, 0
    for iteration in range(_ITERATIONS):
        progress.check()
        cost = matrix @ multiplier
        top = np.argpartition(-cost, number - 1)[:number] if number < len(cost) else np.arange(len(cost))
        bound = float((weight - multiplier).sum() + cost[top].sum())
        if bound < best - 1e-9 * abs(bound):
            best, best_cost, kept, stalled = bound, cost, multiplier, 0
        else:
            stalled += 1
            if stalled == _STALLED:
                scale, stalled, multiplier = scale * 0.6, 0, kept
                continue
        slope = transposed @ np.bincount(top, minlength=len(cost)).astype(float) - 1.0
        slope[((multiplier <= 0) & (slope > 0)) | ((multiplier >= weight) & (slope < 0))] = 0.0
        length = float(slope @ slope)
        if length == 0 or best - gained < 1e-6 or scale < 1e-3:
            break
        multiplier = np.clip(multiplier - scale * (bound - gained) / length * slope, 0.0, weight)
    ordered = np.sort(best_cost)[::-1]
    last_in = ordered[min(number, len(ordered)) - 1]
    forced = best - np.maximum(last_in - best_cost, 0.0)
    return best, forced >= gained - 1e-6

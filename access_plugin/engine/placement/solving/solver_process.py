"""Runs HiGHS beside QGIS: reads problems from its standard input and writes answers to its standard output, one after the other, until the input ends.

A process of its own because scipy's HiGHS can be neither interrupted nor run without stopping all other Python code; this one is simply ended.
Only numpy and scipy are imported. Problems and answers are pickled tuples of numbers and arrays.
"""

from __future__ import annotations

import pickle
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_matrix


def solve(cost, matrix, low, high, at_least, at_most, whole, seconds):
    """Solve one mixed-integer problem to a gap of 0.

    Parameters
    ----------
    cost
        (n,) to be minimised.
    matrix
        The constraints as (data, indices, indptr, shape) of a CSC matrix, between `low` and `high`.
    at_least, at_most
        (n,) the limits of the variables.
    whole
        (n,) 1 for a whole number.
    seconds
        Time limit.

    Returns
    -------
    finished, solution
        Whether the problem was solved; (n,) the solution, None where there is none or none was found in time.
    """
    data, indices, indptr, shape = matrix
    constraint = LinearConstraint(csc_matrix((data, indices, indptr), shape=shape), lb=low, ub=high)
    result = milp(cost, constraints=constraint, integrality=whole, bounds=Bounds(at_least, at_most), options={"mip_rel_gap": 0.0, "time_limit": seconds})
    return result.status in (0, 2), None if result.x is None else np.asarray(result.x)


if __name__ == "__main__":
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not get between the answers
    while True:
        try:
            problem = pickle.load(sys.stdin.buffer)
        except EOFError:
            break
        pickle.dump(solve(*problem), answers)
        answers.flush()

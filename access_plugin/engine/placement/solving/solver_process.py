"""Runs HiGHS beside QGIS: reads problems from its standard input and writes answers to its standard output.

It does so one after the other, until the input ends.

A process of its own because scipy's HiGHS can be neither interrupted nor run without stopping all other Python code;
this one is simply ended. Only numpy and scipy are imported. Problems and answers are numbers and arrays, as
:func:`send` writes them: nothing that is read can run.
"""

from __future__ import annotations

import io
import struct
import sys
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csc_matrix

if TYPE_CHECKING:
    from ...arrays import Floats, Ints

    Matrix = tuple[Floats, Ints, Ints, tuple[int, int]]
    #: What :func:`solve` takes, without the time limit.
    Programme = tuple[Floats, Matrix, Floats, Floats, Floats, Floats]
    #: What it returns.
    Solution = tuple[bool, Floats | None, Floats | None]

_LENGTH = struct.Struct("<Q")


def solve(
    cost: Floats, matrix: Matrix, low: Floats, at_least: Floats, at_most: Floats, whole: Floats, seconds: float
) -> Solution:
    """Solve one programme: a mixed-integer one to a gap of 0, or a linear one where nothing must be whole.

    Parameters
    ----------
    cost
        (n,) to be minimised.
    matrix
        The constraints as (data, indices, indptr, shape) of a CSC matrix, of which each row is at least `low`.
    at_least, at_most
        (n,) the limits of the variables.
    whole
        (n,) 1 for a whole number.
    seconds
        Time limit.

    Returns
    -------
    finished, solution, prices
        Whether the problem was solved; (n,) the solution, None where there is none or none was found in time; of a
        linear programme what one more of each row of `low` would cost, else None.
    """
    data, indices, indptr, shape = matrix
    rows = csc_matrix((data, indices, indptr), shape=shape)
    if not np.any(whole):
        bounds = np.column_stack([at_least, at_most])
        result = linprog(
            cost, A_ub=-rows, b_ub=-np.asarray(low), bounds=bounds, method="highs-ds", options={"time_limit": seconds}
        )
        if result.status != 0:
            return result.status == 2, None, None
        return True, np.asarray(result.x), -np.asarray(result.ineqlin.marginals)
    constraint = LinearConstraint(rows, lb=low, ub=np.inf)
    # what could be merged is merged; HiGHS's own presolve looks on as long again, and spoils what follows
    result = milp(
        cost,
        constraints=constraint,
        integrality=whole,
        bounds=Bounds(at_least, at_most),
        options={"mip_rel_gap": 0.0, "presolve": False, "time_limit": seconds},
    )
    return result.status in (0, 2), None if result.x is None else np.asarray(result.x), None


def flat(problem: Programme, seconds: float) -> tuple[Any, ...]:
    """Return what :func:`solve` takes as numbers and arrays in a row."""
    cost, matrix, *limits = problem
    return (*matrix, cost, *limits, seconds)


def answer(sent: tuple[Any, ...]) -> tuple[Any, ...]:
    """Solve a problem that :func:`flat` laid out; the solution and the prices are left out where there are none."""
    data, indices, indptr, shape, cost, low, at_least, at_most, whole, seconds = sent
    matrix = data, indices, indptr, tuple(shape)
    finished, *found = solve(cost, matrix, low, at_least, at_most, whole, float(seconds))
    return (finished, *(values for values in found if values is not None))


def send(pipe: IO[bytes], *values: Any) -> None:
    """Write numbers and arrays to a pipe: the length in eight bytes, then numpy's ``.npz``."""
    message = io.BytesIO()
    np.savez(message, *values)
    pipe.write(_LENGTH.pack(message.tell()))
    pipe.write(message.getbuffer())
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Any, ...]:
    """Read what :func:`send` wrote.

    Raises
    ------
    EOFError
        The pipe ended.
    ValueError
        It holds something else.
    """
    size = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]
    with np.load(io.BytesIO(_exactly(pipe, size)), allow_pickle=False) as message:
        return tuple(message[name] for name in message.files)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


if __name__ == "__main__":
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not get between the answers
    while True:
        try:
            problem = receive(sys.stdin.buffer)
        except EOFError:
            break
        send(answers, *answer(problem))

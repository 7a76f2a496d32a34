"""Who gains what from each candidate: the coverage that location models work on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix


@dataclass(frozen=True)
class Coverage:
    """Candidates × demand.

    Attributes
    ----------
    matrix
        (c, d) CSR, 1 where the candidate newly covers the demand.
    weight
        (d,) people, or whatever is to be gained.
    """

    matrix: csr_matrix
    weight: np.ndarray


def merge_equal(coverage: Coverage) -> Coverage:
    """Merge demand that exactly the same candidates cover, and drop what none covers or that weighs nothing.

    Any choice of candidates gains as much before as after.
    """
    columns = coverage.matrix.tocsc()
    columns.sort_indices()
    useful = (np.diff(columns.indptr) > 0) & (coverage.weight > 0)
    groups: dict[bytes, list[int]] = {}
    for column in np.flatnonzero(useful).tolist():
        groups.setdefault(columns.indices[columns.indptr[column] : columns.indptr[column + 1]].tobytes(), []).append(column)
    first = np.array([members[0] for members in groups.values()], np.int64)
    weight = np.array([coverage.weight[members].sum() for members in groups.values()], float)
    return Coverage(columns[:, first].tocsr() if len(first) else csr_matrix((coverage.matrix.shape[0], 0)), weight)


def drop_dominated(coverage: Coverage) -> np.ndarray:
    """Return the candidates that no other one, of a lower number among equals, covers all of the demand of.

    Some best choice consists of these alone, unless it must take more candidates than are useful.
    """
    matrix = coverage.matrix.astype(np.int32)
    size = np.diff(matrix.indptr)
    keep = []
    columns = matrix.tocsc()
    for candidate in range(matrix.shape[0]):
        demand = matrix.indices[matrix.indptr[candidate] : matrix.indptr[candidate + 1]]
        if len(demand) == 0:
            continue
        # whoever covers all of this one's demand covers its rarest piece
        rarest = demand[np.argmin(np.diff(columns.indptr)[demand])]
        rivals = columns.indices[columns.indptr[rarest] : columns.indptr[rarest + 1]]
        rivals = rivals[(rivals != candidate) & ((size[rivals] > size[candidate]) | ((size[rivals] == size[candidate]) & (rivals < candidate)))]
        shared = matrix[rivals][:, demand].sum(axis=1) if len(rivals) else np.zeros(0)
        if not (np.asarray(shared).ravel() == len(demand)).any():
            keep.append(candidate)
    return np.array(keep, np.int64)

"""Two modes at once: paths, spectra and closed paths of an incidence matrix whose rows are the members measured."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.sparse.linalg import eigsh

from socluster._kernels.paths.distances import reach
from socluster._kernels.products import Matrix, Vector, ones_like, row_sums

__all__ = [
    "Reached",
    "bipartite",
    "closed_four_paths",
    "four_cycles",
    "largest_betweenness",
    "reached",
    "singular_vector",
    "three_paths",
]

CELLS = 2**22  # of a dense block held at a time (32 MB)
DENSE = 400  # members up to which a full spectrum is cheaper than an iteration


class Reached(NamedTuple):
    """What every row reaches in the two-mode network."""

    rows: Vector  # number of other rows
    columns: Vector  # number of columns
    distance: Vector  # sum of the distances to all of these
    inverse: Vector  # sum of 1 / distance


def bipartite(incidence: Matrix) -> Matrix:
    """Return the one symmetric matrix of both modes, rows first."""
    return sparse.csr_array(sparse.block_array([[None, incidence], [incidence.T, None]]))


def reached(incidence: Matrix) -> Reached:
    """Return how many members of both modes every row reaches, and how far these are, in steps."""
    n_rows = incidence.shape[0]
    both = bipartite(incidence).astype(float)
    component = csgraph.connected_components(both, directed=False)[1]
    rows = np.bincount(component[:n_rows], minlength=component.max(initial=-1) + 1)
    columns = np.bincount(component[n_rows:], minlength=len(rows))
    _, distance, inverse = reach(both, directed=False)
    own = component[:n_rows]
    return Reached(rows[own] - 1, columns[own], distance[:n_rows], inverse[:n_rows])


def largest_betweenness(n_rows: int, n_columns: int) -> float:
    """Return the most undirected pairs that one row can be between, over all networks of these two sizes.

    Borgatti & Everett (1997): the row belongs to all groups, and the other rows hang on these groups as evenly as they
    can, each on a single one.
    """
    if not n_columns:
        return 0.0
    each, rest = divmod(n_rows - 1, n_columns)
    everywhere = n_columns**2 * (each + 1) ** 2 + n_columns * (each + 1) * (2 * rest - each - 1)
    return (everywhere - rest * (2 * each - rest + 3)) / 2


def singular_vector(incidence: Matrix) -> Vector:
    """Return the first left singular vector: unit length, nothing negative; NaN where it is not the only one."""
    n_rows = incidence.shape[0]
    if not incidence.nnz:
        return np.full(n_rows, np.nan)
    component = csgraph.connected_components(bipartite(incidence).astype(float), directed=False)[1][:n_rows]
    leaders = [_leading(incidence, np.flatnonzero(component == each)) for each in np.unique(component)]
    leaders.sort(key=lambda leader: -leader[0])
    if len(leaders) > 1 and leaders[1][0] > leaders[0][0] * (1 - 1e-9):
        return np.full(n_rows, np.nan)
    vector = np.zeros(n_rows)
    vector[leaders[0][1]] = leaders[0][2]
    return vector


def _leading(incidence: Matrix, members: Vector) -> tuple[float, Vector, Vector]:
    """Return the largest eigenvalue of the rows' products within a component, its rows, and the eigenvector there."""
    part = incidence[members].astype(float)
    shared = part @ part.T
    if len(members) <= DENSE:
        values, vectors = np.linalg.eigh(shared.toarray())
        value, vector = values[-1], vectors[:, -1]
    else:
        values, vectors = eigsh(shared, k=1, v0=np.ones(len(members)))
        value, vector = values[0], vectors[:, 0]
    return float(value), members, np.abs(vector)  # within a component all have one sign (Perron and Frobenius)


def three_paths(incidence: Matrix) -> int:
    """Count the paths of three affiliations: a row and a column that belong together, with one more of each."""
    cells = incidence.tocoo()
    more_columns = row_sums(ones_like(incidence)) - 1
    more_rows = row_sums(ones_like(incidence.T.tocsr())) - 1
    return int((more_columns[cells.row] * more_rows[cells.col]).sum())


def four_cycles(incidence: Matrix) -> int:
    """Count the pairs of rows with a pair of columns that both belong to."""
    ones = ones_like(incidence)
    shared = sparse.triu(ones @ ones.T, k=1).data
    return int((shared * (shared - 1) // 2).sum())


def closed_four_paths(incidence: Matrix) -> tuple[Vector, Vector]:
    """Return, for every row b, the four-paths a - p - b - q - c around it, and how many of these are closed.

    a, b, c are different rows, p and q different columns; a path is closed if a and c share a third column. Nothing
    is listed: for a pair (a, c), the columns that each shares with b fall into those that both belong to and the rest,
    and all (p, q) from the same two sorts are closed by the same number of columns.

    Parameters
    ----------
    incidence : sparse matrix of shape (n, m)
        A cell for every affiliation.

    Returns
    -------
    closed, all : arrays of int of shape (n,)
        Each path counts in both directions, which leaves shares as they are.
    """
    ones = ones_like(incidence)
    everything = sparse.csr_array(ones @ ones.T)
    n = ones.shape[0]
    closed, total = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    for middle in range(n):
        columns = ones.indices[ones.indptr[middle] : ones.indptr[middle + 1]]
        near = ones[:, columns]
        ends = np.flatnonzero(np.diff(near.indptr))
        ends = ends[ends != middle]
        near = near[ends]
        step = max(1, CELLS // max(len(ends), 1))
        for start in range(0, len(ends), step):
            block = slice(start, start + step)
            both = (near[block] @ near.T).toarray()
            shared = everything[ends[block]][:, ends].toarray()
            counted = _paths_by_pair(both, shared, row_sums(near)[block], row_sums(near), start)
            closed[middle] += counted[0]
            total[middle] += counted[1]
    return closed, total


def _paths_by_pair(both: Vector, shared: Vector, first: Vector, last: Vector, start: int) -> tuple[int, int]:
    """Count closed and all choices of (p, q) for pairs of ends (a in the block, c anywhere).

    `both`: columns of a, b and c together; `shared`: columns of a and c; `first`, `last`: columns of a or c with b.
    """
    only_a, only_c = first[:, None] - both, last[None, :] - both
    in_both = both * (both - 1)  # p and q hold a, b and c: a third column must be left
    in_one = both * (only_a + only_c)
    in_none = only_a * only_c
    total = in_both + in_one + in_none
    closed = in_both * (shared > 2) + in_one * (shared > 1) + in_none * (shared > 0)
    rows = np.arange(len(both))
    for counts in (total, closed):
        counts[rows, rows + start] = 0  # both ends the same
    return int(closed.sum()), int(total.sum())

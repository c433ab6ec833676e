"""The backbone of a dense network: the ties that show how it hangs together, where all ties together would be a ball.

A tie inside a group where nearly all are tied says little by itself; it is known from the others. So everybody keeps
the ties to those with whom most partners are shared (as many as the square root of the number of partners), and a
spanning tree of such ties keeps whole what was whole. It decides where everybody stands; other ties are drawn paler.

References
----------
Satuluri, Parthasarathy & Ruan 2011, doi:10.1145/1989323.1989399 (the ties that everybody keeps); Nocaj, Ortmann &
Brandes 2015, doi:10.7155/jgaa.00370 (why a layout of the backbone untangles a network, and the spanning tree).
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from socluster.core.columns import Array

__all__ = ["backbone", "is_dense"]

_FEWEST_NODES, _TIES_PER_NODE = 20, 3


def is_dense(n: int, n_edges: int) -> bool:
    """Whether so many lines would hide how the network hangs together."""
    return n >= _FEWEST_NODES and n_edges >= _TIES_PER_NODE * n


def backbone(n: int, edges: Array) -> Array:
    """Return which edges are the backbone.

    Parameters
    ----------
    n : int
        Number of nodes.
    edges : ndarray of shape (m, 2)
        Distinct undirected pairs of nodes.

    Returns
    -------
    ndarray of shape (m,)
        True for the backbone, which connects whatever the edges connect.

    Examples
    --------
    >>> backbone(4, np.array([[0, 1], [0, 2], [1, 2], [2, 3]])).tolist()
    [True, True, True, True]
    """
    if not len(edges):
        return np.zeros(0, dtype=bool)
    alike = _likeness(n, edges)
    kept = _foremost(n, edges, alike)
    tree = csgraph.minimum_spanning_tree(sparse.csr_array((2.0 - alike, (edges[:, 0], edges[:, 1])), shape=(n, n)))
    in_tree = tree.tocoo()
    place = {(int(one), int(other)): row for row, (one, other) in enumerate(edges)}
    kept[[place[one, other] for one, other in zip(in_tree.row.tolist(), in_tree.col.tolist(), strict=True)]] = True
    return kept


def _likeness(n: int, edges: Array) -> Array:
    """Of the ends of each edge: which part of their partners, themselves among them, they share."""
    ones = np.ones(len(edges))
    half = sparse.csr_array((ones, (edges[:, 0], edges[:, 1])), shape=(n, n))
    near = half + half.T + sparse.eye_array(n, format="csr")
    sizes = near.sum(axis=1)
    shared = np.asarray(near[edges[:, 0]].multiply(near[edges[:, 1]]).sum(axis=1)).ravel()
    alike: Array = shared / (sizes[edges[:, 0]] + sizes[edges[:, 1]] - shared)
    return alike


def _foremost(n: int, edges: Array, alike: Array) -> Array:
    """Which edges are among the foremost of one of their ends: as many as the root of its number of edges."""
    kept = np.zeros(len(edges), dtype=bool)
    ends = np.concatenate([edges[:, 0], edges[:, 1]])
    rows = np.concatenate([np.arange(len(edges))] * 2)
    order = np.lexsort((rows, -np.round(alike[rows], 12), ends))
    counts = np.bincount(ends, minlength=n)
    first = np.repeat(np.cumsum(counts) - counts, counts)
    rank = np.arange(len(ends)) - first
    kept[rows[order][rank < np.ceil(np.sqrt(np.repeat(counts, counts)))]] = True
    return kept

"""The open two-paths of a network one by one, for whatever cannot be had from products of matrices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from socluster._kernels.products import Matrix, Vector, row_blocks

__all__ = ["TwoPaths", "exclusive_pairs", "open_two_paths", "role_codes"]


class TwoPaths(NamedTuple):
    """Paths a -> v -> b where a is not b and a is not tied to b; one entry per path."""

    sender: Vector
    broker: Vector
    receiver: Vector
    first: Vector  # strength of a -> v
    second: Vector  # strength of v -> b


def open_two_paths(ties: Matrix) -> Iterator[TwoPaths]:
    """Yield all open two-paths in blocks of bounded size; the paths of one sender are in one block.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A strength for every tie from row to column; nothing on the diagonal.
    """
    ties = ties.copy()
    ties.sort_indices()
    n = ties.shape[0]
    degree = np.diff(ties.indptr)
    tied = np.repeat(np.arange(n, dtype=np.int64), degree) * n + ties.indices  # sorted, because rows and columns are
    for rows in row_blocks(ties, ties):
        steps = ties[rows].tocoo()
        often = degree[steps.col]
        path = np.repeat(np.arange(steps.nnz), often)
        onward = np.arange(len(path)) - np.repeat(np.cumsum(often) - often, often)
        cell = ties.indptr[steps.col[path]] + onward
        sender, receiver = steps.row[path].astype(np.int64) + rows.start, ties.indices[cell].astype(np.int64)
        is_open = (sender != receiver) & ~_among(tied, sender * n + receiver)
        path, cell = path[is_open], cell[is_open]
        broker = steps.col[path].astype(np.int64)
        yield TwoPaths(sender[is_open], broker, receiver[is_open], steps.data[path], ties.data[cell])


def role_codes(paths: TwoPaths, group: Vector) -> Vector:
    """Return the role that the broker plays on every path, as a place in `brokerage.ROLES`."""
    of_sender, of_broker, of_receiver = group[paths.sender], group[paths.broker], group[paths.receiver]
    from_own, to_own, one_group = of_sender == of_broker, of_broker == of_receiver, of_sender == of_receiver
    return np.select([from_own & to_own, one_group, from_own, to_own], [0, 1, 2, 3], default=4)


def exclusive_pairs(ties: Matrix, group: Vector) -> Vector:
    """Return how many ordered pairs every actor is the only one to broker.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie from row to column; nothing on the diagonal.
    group : array of int of shape (n,)
        Codes of groups; a pair within one group does not count. All different: every pair counts.

    Returns
    -------
    array of int64 of shape (n,)
    """
    n = ties.shape[0]
    exclusive = np.zeros(n, dtype=np.int64)
    for paths in open_two_paths(ties):
        _, where, brokers = np.unique(paths.sender * n + paths.receiver, return_index=True, return_counts=True)
        alone = where[brokers == 1]
        across = group[paths.sender[alone]] != group[paths.receiver[alone]]
        exclusive += np.bincount(paths.broker[alone[across]], minlength=n)
    return exclusive


def _among(keys: Vector, wanted: Vector) -> Vector:
    """Whether each wanted number is among the sorted keys."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=bool)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found: Vector = keys[place] == wanted
    return found

"""What one more actor changes in the parts of a network: components and cutpoints, without a new search.

An actor x joins a network of undirected ties, for many candidate sets of partners at once (`ego`). The
components in which it has partners become one, and x belongs to it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.compiling.compiled import in_chunks, load
from socluster._kernels.joining.candidates import owners, sums
from socluster._kernels.products import Matrix, Vector

__all__ = ["JoinedParts", "PartState", "joined_cutpoints", "joined_parts", "part_state"]

CANDIDATES = 512  # least number that a thread takes at a time


class PartState(NamedTuple):
    """A network of undirected ties, and of which parts it consists before anybody joins.

    Parameters
    ----------
    component, above, top, blocks, lowest, highest : arrays of int of shape (n,)
        The tree of blocks (`loops_parts`).
    sizes : array of int of shape (n,)
        Number of actors in the component of which an actor is the first; 0 for all others.
    """

    component: Vector
    above: Vector
    top: Vector
    blocks: Vector
    lowest: Vector
    highest: Vector
    sizes: Vector


class JoinedParts(NamedTuple):
    """The components once x has joined, for each candidate.

    Parameters
    ----------
    number : array of int64 of shape (candidates,)
        How many components there are.
    largest : array of int64 of shape (candidates,)
        Number of actors in the largest.
    connected : array of int64 of shape (candidates,)
        Number of ordered pairs of actors in the same component.
    of_x : array of int64 of shape (candidates,)
        Number of actors in the component of x, x included.
    """

    number: Vector
    largest: Vector
    connected: Vector
    of_x: Vector


def part_state(ties: Matrix) -> PartState:
    """Return what has to be known of a network so that actors can join it.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        A cell for every tie; symmetric, nothing on the diagonal.
    """
    loops = load("joining.loops_parts")
    rows = np.array(ties.indptr, np.int64), np.array(ties.indices, np.uint32)
    visited, component, above, top, blocks = loops.block_tree(*rows)
    sizes = np.bincount(component, minlength=len(component))
    lowest, highest = loops.ranges(visited, above, top)
    return PartState(component, above, top, blocks, lowest, highest, sizes)


def joined_parts(state: PartState, starts: Vector, partners: Vector) -> JoinedParts:
    """Return how many components there are, and how large, for each candidate.

    Parameters
    ----------
    state : PartState
    starts, partners : arrays of int
        The candidates: c has the partners `partners[starts[c]:starts[c + 1]]`, each at most once.
    """
    candidates, n = len(starts) - 1, len(state.sizes)
    touched = np.unique(owners(starts) * n + state.component[partners])  # candidate and component
    candidate, component = np.divmod(touched, max(n, 1))
    size = state.sizes[component]
    merged = np.bincount(candidate, minlength=candidates)
    of_x = 1 + sums(candidate, size, candidates).astype(np.int64)
    pairs_merged = sums(candidate, size * (size - 1), candidates).astype(np.int64)
    return JoinedParts(
        np.count_nonzero(state.sizes) - merged + 1,
        np.maximum(of_x, state.sizes.max(initial=0)),
        int((state.sizes * (state.sizes - 1)).sum()) - pairs_merged + of_x * (of_x - 1),
        of_x,
    )


def joined_cutpoints(state: PartState, starts: Vector, partners: Vector) -> Vector:
    """Return without whom the network would fall into more pieces, for each candidate.

    Parameters
    ----------
    state, starts, partners
        As for `joined_parts`.

    Returns
    -------
    array of bool of shape (candidates, n + 1)
        x last.
    """
    starts, partners = np.array(starts, np.int64), np.array(partners, np.int64)
    result = np.empty((len(starts) - 1, len(state.component) + 1), dtype=bool)
    loop, tree = load("joining.loops_parts").cutpoints, state[:6]

    def find(first: int, last: int) -> None:
        loop(*tree, starts[first : last + 1], partners, result[first:last])

    for _ in in_chunks(find, len(result), CANDIDATES):
        pass
    return result

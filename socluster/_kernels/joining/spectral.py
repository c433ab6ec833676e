"""Spectra of a network that one more actor joins: natural and algebraic connectivity of many candidates at once.

The base is decomposed once; a candidate then costs a small part of decomposing the joined network again. Ties are those
between pairs, undirected and without strengths, which is how both measures see a network. What is said here about the
joined network is exact up to rounding, not an approximation by perturbation:

- Natural connectivity needs the sum of exp(eigenvalue). By how much it changes depends only on the closed walks through
  the new actor, which a few steps of the Lanczos process that starts there add up. How many steps it takes is known
  beforehand (`_steps`): the sum is exact to 1e-13 of its value.
- Algebraic connectivity is found by inverse iteration and proven by counting eigenvalues (`laplacians`).

The state holds n floats for the first and n^2 + n for the second (8 MB for 1,000 actors, 200 MB for 5,000).

References
----------
Golub, G. H. & Meurant, G. (2010). Matrices, Moments and Quadrature with Applications. Princeton University Press.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.joining.candidates import owners
from socluster._kernels.joining.laplacians import JoinedLaplacians, crowd_near
from socluster._kernels.products import Matrix, Vector

__all__ = ["SpectralState", "joined_algebraic", "joined_natural"]

SMALL = 40  # actors, below which a joined network is decomposed again, since that is as fast
SHARE = 8  # so is one with more than n / SHARE partners, and a base so much of whose spectrum is in one place
CELLS = 2**17  # numbers in one table of several candidates (1 MB), so that it stays in the cache
PRECISION = 1e-13  # of the sum of exp(eigenvalue)


@dataclass(frozen=True, eq=False)
class SpectralState:
    """A base network, decomposed on first use.

    Parameters
    ----------
    ties : sparse matrix of shape (n, n)
        1 in both cells of every tied pair (`measures.underlying`).
    """

    ties: Matrix

    @property
    def n(self) -> int:
        """Number of actors in the base."""
        return int(self.ties.shape[0])

    @cached_property
    def values(self) -> Vector:
        """Eigenvalues of the matrix of ties, ascending."""
        return np.asarray(np.linalg.eigvalsh(self.ties.toarray()))

    @cached_property
    def pieces(self) -> Vector:
        """Number of the component of every actor, from 0."""
        return np.asarray(csgraph.connected_components(self.ties, directed=False)[1])

    @cached_property
    def laplacian(self) -> tuple[Vector, Vector]:
        """Eigenvalues (ascending, one exact 0 per component) and eigenvectors (columns) of the Laplacian."""
        values, vectors = np.linalg.eigh(csgraph.laplacian(self.ties).toarray())
        values[: self.pieces.max(initial=-1) + 1] = 0.0
        return values, vectors


def joined_natural(state: SpectralState, starts: Vector, partners: Vector) -> Vector:
    """Return the natural connectivity of the base with each candidate in turn.

    Parameters
    ----------
    state : SpectralState
        The base.
    starts : array of int of shape (candidates + 1,)
        Where the partners of each candidate begin.
    partners : array of int
        Places of the partners in the base, each once per candidate.

    Returns
    -------
    array of float of shape (candidates,)
        ln of the mean of exp(eigenvalue) over the n + 1 actors; off by 1e-13 at most, beside rounding.
    """
    answers = np.empty(len(starts) - 1)
    if state.n < SMALL:
        for rows, joined in _joined(state.ties, starts, partners, np.arange(len(answers))):
            answers[rows] = _log_mean_exp(np.linalg.eigvalsh(joined))
        return answers
    for part in _runs(len(answers), state.n):
        answers[part] = _natural(state, starts[part.start : part.stop + 1], partners)
    return answers


def joined_algebraic(state: SpectralState, starts: Vector, partners: Vector) -> Vector:
    """Return the algebraic connectivity of the base with each candidate in turn.

    Parameters
    ----------
    state : SpectralState
        The base.
    starts, partners : arrays of int
        As in `joined_natural`.

    Returns
    -------
    array of float of shape (candidates,)
        Exactly 0 where the joined network is in pieces; NaN if the candidate would be alone. Off by 1e-11 of the value
        or 4e-15 of the largest eigenvalue at most, which is about what a new decomposition is off.
    """
    counts = np.diff(starts)
    answers = np.zeros(len(counts))
    if not state.n:
        return np.full(len(counts), np.nan)
    connects = _connects(state.pieces, starts, partners)
    for k in np.unique(counts[connects]).tolist():
        alike = np.flatnonzero(connects & (counts == k))
        crowd = state.n if state.n < SMALL else crowd_near(state.laplacian[0], k)
        if (crowd + k) * SHARE > state.n:
            for rows, joined in _joined(state.ties, starts, partners, alike):
                answers[rows] = np.linalg.eigvalsh(_laplacians(joined))[:, 1]
            continue
        for part in _runs(len(alike), k * state.n):
            rows = alike[part]
            mine = partners[starts[rows][:, None] + np.arange(k)]
            answers[rows] = JoinedLaplacians(*state.laplacian, mine).second_smallest()
    return answers


def _runs(total: int, size: int) -> Iterator[slice]:
    """Cut candidates, each of which takes a table of that size, into runs whose tables fit into the cache."""
    step = max(1, CELLS // max(size, 1))
    for start in range(0, total, step):
        yield slice(start, min(start + step, total))


# -- decomposed again --------------------------------------------------------------------------------------------------


def _joined(ties: Matrix, starts: Vector, partners: Vector, chosen: Vector) -> Iterator[tuple[Vector, Vector]]:
    """Yield runs of the chosen candidates with their joined networks, stacked."""
    n = ties.shape[0]
    base = np.zeros((n + 1, n + 1))
    base[:n, :n] = ties.toarray()
    for run in _runs(len(chosen), base.size):
        stack = np.repeat(base[None], run.stop - run.start, axis=0)
        for network, candidate in zip(stack, chosen[run].tolist(), strict=True):
            mine = partners[starts[candidate] : starts[candidate + 1]]
            network[n, mine] = network[mine, n] = 1.0
        yield chosen[run], stack


def _laplacians(stack: Vector) -> Vector:
    return np.asarray(stack.sum(axis=2)[:, :, None] * np.eye(stack.shape[1]) - stack)


def _log_mean_exp(values: Vector) -> Vector:
    top = values[:, -1]
    return np.asarray(top + np.log(np.exp(values - top[:, None]).mean(axis=1)))


# -- natural connectivity ---------------------------------------------------------------------------------------------


def _natural(state: SpectralState, starts: Vector, partners: Vector) -> Vector:
    """Return the natural connectivity of a run of candidates."""
    small = _lanczos(state, starts, partners)
    after, before = np.linalg.eigvalsh(small), np.linalg.eigvalsh(small[:, 1:, 1:])
    base = state.values
    top = np.maximum(after[:, -1], base[-1])
    change = np.exp(after - top[:, None]).sum(axis=1) - np.exp(before - top[:, None]).sum(axis=1)
    total = np.exp(base - base[-1]).sum() * np.exp(base[-1] - top) + change
    return np.asarray(top + np.log(total / (state.n + 1)))


def _lanczos(state: SpectralState, starts: Vector, partners: Vector) -> Vector:
    """Return, for each candidate, the joined network as a small tridiagonal matrix that begins with the new actor.

    Without its first row and column it stands for the base. Vectors are not made orthogonal again: what rounding does
    to these matrices, it does to both sums, whose difference alone is used. Where nothing is left to walk to, or there
    were steps enough, rows of zeros follow, which add the same to both.
    """
    counts = np.diff(starts)
    widths = {k: _half_width(state.values, k) for k in np.unique(counts).tolist()}
    enough = np.array([_steps(widths[k]) for k in counts.tolist()])
    steps, least = int(enough.max()), PRECISION * np.array([widths[k] for k in counts.tolist()])
    small = np.zeros((len(counts), steps + 1, steps + 1))
    vector, before = np.zeros((state.n, len(counts))), np.zeros((state.n, len(counts)))
    vector[partners[starts[0] : starts[-1]], owners(starts)] = 1.0
    length = np.sqrt(counts)
    for step in range(1, steps + 1):
        small[:, step - 1, step] = small[:, step, step - 1] = length
        vector *= np.divide(1.0, length, out=np.zeros(len(length)), where=length > 0)
        further = state.ties @ vector
        further -= before * (length if step > 1 else 0.0)
        small[:, step, step] = along = np.einsum("ij,ij->j", vector, further)
        further -= vector * along
        before, vector = vector, further
        length = np.sqrt(np.einsum("ij,ij->j", vector, vector))
        length[(length <= least) | (step >= enough)] = 0.0
    return small


def _half_width(values: Vector, k: int) -> float:
    """Return half of the range in which the eigenvalues lie after somebody with at most k partners joined."""
    lowest, highest = min(values[0], 0.0), max(values[-1], 0.0)
    return float((highest + np.hypot(highest, 2 * k**0.5) - lowest + np.hypot(lowest, 2 * k**0.5)) / 4)


@cache
def _steps(width: float) -> int:
    """Return after how many steps the sum of exp(eigenvalue) is exact to `PRECISION` of its value.

    m steps are exact for polynomials up to degree 2 m + 1. What exp is more than its Chebyshev series of that degree,
    over a range of that half width, are Bessel functions; T_k rises by 2 k^2 at most, and since old and new eigenvalues
    alternate, a sum over all of them changes by no more than the function rises and falls.
    """
    degree = np.arange(1, 60 + int(12 * np.sqrt(width)))
    from scipy.special import ive  # takes long to load, and only these measures ask

    terms = 4 * (1 + 2.0 * degree**2) * ive(degree, width)
    left_out = np.cumsum(terms[::-1])[::-1]  # by the first degree that is left out
    enough = int(degree[np.argmax(left_out <= PRECISION)])
    return max(1, (enough - 1) // 2)


# -- algebraic connectivity -------------------------------------------------------------------------------------------


def _connects(pieces: Vector, starts: Vector, partners: Vector) -> Vector:
    """Return which candidates have partners in all pieces of the base."""
    total = int(pieces.max()) + 1
    mine = pieces[partners[starts[0] : starts[-1]]]
    touched = np.unique(owners(starts) * total + mine) // total
    return np.asarray(np.bincount(touched, minlength=len(starts) - 1) == total)

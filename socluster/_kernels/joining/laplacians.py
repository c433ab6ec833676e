"""Algebraic connectivity of networks that one more actor joins: guess, polish, prove.

The Laplacian of the joined network is L' = L0 + U U', where L0 is the base beside an actor without ties, and U has a
column e_t - e_x per new tie of x. In the eigenvectors of the base L0 is diagonal, so that a step of inverse iteration
costs about n k for k partners, not n^3. It polishes a guess to a Rayleigh quotient, which the true value cannot exceed;
then the inertia of a small matrix counts the eigenvalues just below it. If the count does not prove the value to be
right within 1e-11, the eigenvalue is bracketed by halves with the same count.

References
----------
Parlett, B. N. (1998). The Symmetric Eigenvalue Problem, ch. 3-4. SIAM. doi:10.1137/1.9781611971163
"""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["JoinedLaplacians", "crowd_near"]

PROVEN = 1e-11  # part of the algebraic connectivity within which it is proven
ROUNDING = 4e-15  # what eigenvalues of a dense decomposition may be off, as a part of the largest one
NEAR = 1e-4  # eigenvalues of the base that differ by less, as a part of them, are near
LOW = 12  # eigenvectors of the base, besides those of its pieces, from which the first guess is made
POLISHED = 6  # steps of inverse iteration at most


class JoinedLaplacians:
    """Laplacians of joined, connected networks: candidates with the same number k of partners.

    Everything is written in the eigenvectors of the base, with the new actor first: L0 is then the diagonal `poles`,
    ascending, and `ties` is U', of shape (candidates, k, n + 1).

    Parameters
    ----------
    values, vectors : arrays of shape (n,) and (n, n)
        Eigenvalues of the base, ascending, an exact 0 per component; eigenvectors as columns.
    partners : array of int of shape (candidates, k)
    """

    def __init__(self, values: Vector, vectors: Vector, partners: Vector) -> None:
        candidates, k = partners.shape
        self.poles = np.append(0.0, values)
        self.ties = np.concatenate([np.full((candidates, k, 1), -1.0), vectors[partners]], axis=2)
        self.level = np.append(1.0, vectors.sum(axis=0)) / np.sqrt(len(values) + 1)  # the vector of the eigenvalue 0
        self.low = min(len(values) + 1, LOW + int((values == 0).sum()))
        self.crowd = crowd_near(values, k)
        self.noise = ROUNDING * (values[-1] + k + 1)

    def second_smallest(self) -> Vector:
        """Return the second smallest eigenvalue of each."""
        values, vectors = self._guess()
        going = np.ones(len(values), dtype=bool)
        for _ in range(POLISHED):
            better, vectors = self._polished(values, vectors)
            going, values = going & (np.abs(values - better) > self._margin(better)), np.where(going, better, values)
            if not going.any():
                break
        known: Vector = np.minimum(values, np.append(self.poles, np.inf)[self.ties.shape[1] + 1])  # they interlace
        below = known - self._margin(known)
        doubtful = np.flatnonzero(self._count(below, np.arange(len(known))) > 1)
        if len(doubtful):
            known[doubtful] = self._by_halves(known[doubtful], doubtful)
        return known

    def _guess(self) -> tuple[Vector, Vector]:
        """Return the eigenvalue and its vector as they are among the lowest eigenvectors of the base."""
        ties = self.ties[:, :, : self.low]
        within = ties.transpose(0, 2, 1) @ ties + np.diag(self.poles[: self.low])
        values, vectors = np.linalg.eigh(within)
        full = np.zeros((len(ties), len(self.poles)))
        full[:, : self.low] = vectors[:, :, 1]
        return values[:, 1], full

    def _polished(self, values: Vector, vectors: Vector) -> tuple[Vector, Vector]:
        """Make one step of inverse iteration; return Rayleigh quotients, none of which is below the eigenvalue."""
        far = self.poles - values[:, None]
        far = np.where(np.abs(far) < self.noise, self.noise, far)
        scaled = self.ties / far[:, None]
        size, turn = np.linalg.eigh(np.eye(scaled.shape[1]) + scaled @ self.ties.transpose(0, 2, 1))
        size = np.where(np.abs(size) < ROUNDING, ROUNDING, size)
        across = np.einsum("ckn,cn->ck", scaled, vectors)
        solved = np.einsum("cij,cj->ci", turn, np.einsum("cji,cj->ci", turn, across) / size)
        better = vectors / far - np.einsum("ckn,ck->cn", scaled, solved)
        better /= np.abs(better).max(axis=1, keepdims=True)
        better -= (better @ self.level)[:, None] * self.level
        better /= np.linalg.norm(better, axis=1, keepdims=True)
        along = np.einsum("ckn,cn->ck", self.ties, better)
        return better**2 @ self.poles + (along**2).sum(axis=1), better

    def _count(self, values: Vector, rows: Vector) -> Vector:
        """Return how many eigenvalues of these candidates lie below these values.

        By Sylvester's law of inertia they are the negative eigenvalues of [[L0 - value, U], [U', -I]] less k. Poles
        that are far from the value are eliminated first, which leaves a small matrix; eliminating near ones would
        magnify rounding.
        """
        ties, k = self.ties[rows], self.ties.shape[1]
        first = np.searchsorted(self.poles, values * (1 - NEAR)).clip(max=len(self.poles) - self.crowd)
        near = first[:, None] + np.arange(self.crowd)
        distance = self.poles - values[:, None]
        border = np.zeros((len(rows), self.crowd + k, self.crowd + k))
        border[:, : self.crowd, : self.crowd] = np.take_along_axis(distance, near, 1)[:, :, None] * np.eye(self.crowd)
        border[:, self.crowd :, : self.crowd] = np.take_along_axis(ties, near[:, None], 2)  # eigvalsh reads this half
        np.put_along_axis(distance, near, np.inf, 1)
        border[:, self.crowd :, self.crowd :] = -np.eye(k) - (ties / distance[:, None]) @ ties.transpose(0, 2, 1)
        negative = (np.linalg.eigvalsh(border) < 0).sum(axis=1)
        return np.asarray((distance < 0).sum(axis=1) + negative - k)

    def _by_halves(self, high: Vector, rows: Vector) -> Vector:
        """Return the eigenvalues, which lie between 0 and `high`."""
        low, high = np.zeros(len(high)), high.copy()
        while (wide := high - low > self._margin(high)).any():
            middle = (low + high) / 2
            above = self._count(middle, rows) > 1
            high, low = np.where(above & wide, middle, high), np.where(~above & wide, middle, low)
        return np.asarray(low + high) / 2

    def _margin(self, values: Vector) -> Vector:
        return np.asarray(PROVEN * values + self.noise)


def crowd_near(values: Vector, k: int) -> int:
    """Return how many eigenvalues of the base may be near the one that is looked for, which is the (k+1)st at most."""
    last = np.searchsorted(values, values[min(k, len(values) - 1)], side="right")
    first = np.searchsorted(values, 0.0, side="right")
    if first >= last:
        return 1
    ends = np.searchsorted(values, values[first:last] * (1 + 3 * NEAR), side="right")
    return int((ends - np.arange(first, last)).max())

"""What runs between the actors of a stack of networks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["Strengths"]


class Strengths(NamedTuple):
    """What runs between two actors, both ways together.

    Parameters
    ----------
    sure : ndarray of float of shape (n, n)
        Through ties that are there in every draw; symmetric.
    near, far, more : ndarray of shape (ties,)
        Ties that may be there: between whom, and how much runs there.
    there : ndarray of uint8 of shape (draws, ties)
        Which of these are there.
    """

    sure: Vector
    near: Vector
    far: Vector
    more: Vector
    there: Vector

    def tables(self, draws: slice) -> Vector:
        """Return the strengths in some of the draws: array of shape (draws, n, n)."""
        there = self.there[draws].astype(float)
        between = np.repeat(self.sure[None], len(there), axis=0)
        for near, far, more, is_there in zip(self.near, self.far, self.more, there.T, strict=True):
            between[:, near, far] += more * is_there
            between[:, far, near] += more * is_there
        return between

"""The fewest pairs out of balance, proven: positive pairs across two sides, or negative ones within a side.

A mixed-integer program: x_i is the side of i, and f = 1 where a pair is on the wrong sides. A positive pair needs
f >= x_i - x_j and f >= x_j - x_i, a negative one f >= x_i + x_j - 1 and f >= 1 - x_i - x_j. Of a triangle with an odd
number of negative pairs at least one is wrong; these constraints follow, but without them the relaxation (all x = 1/2)
says nothing.

References
----------
Aref, S., Mason, A. J. & Wilson, M. C. (2020). A modeling and computational study of the frustration index in signed
networks. Networks, 75, 95-110. doi:10.1002/net.21907
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from socluster._kernels.products import Matrix, Vector

__all__ = ["fewest_frustrated"]

SignedPairs: TypeAlias = "tuple[Vector, Vector]"

ODD = ((0, 0, 1), (0, 1, 0), (1, 0, 0), (1, 1, 1))  # signs of i-j, i-k and j-k with i < j < k; 1 = negative


def fewest_frustrated(n: int, positive: SignedPairs, negative: SignedPairs, *, most_steps: int) -> int | None:
    """Return the fewest frustrated pairs over all ways to take two sides; None if so many steps prove nothing.

    Parameters
    ----------
    n : int
        Number of rows.
    positive, negative : pairs of arrays of int
        The two ends of every pair, the smaller number first. A pair may be both.
    most_steps : int
        Of the search tree.
    """
    number = len(positive[0]) + len(negative[0])
    sides, lower = _sides(n, positive, negative)
    triangles = _odd_triangles(n, positive, negative)
    three = np.arange(len(triangles)).repeat(3)
    of_triangles = sparse.csr_array(
        (np.ones(len(three)), (three, n + triangles.ravel())), shape=(len(triangles), n + number)
    )
    most = np.ones(n + number)
    most[np.bincount(np.concatenate([*positive, *negative]), minlength=n).argmax()] = 0.0  # whichever its side is
    found = milp(
        np.r_[np.zeros(n), np.ones(number)],
        integrality=np.r_[np.ones(n), np.zeros(number)],
        bounds=Bounds(0.0, most),
        constraints=LinearConstraint(
            sparse.vstack([sides, of_triangles]).tocsc(), np.r_[lower, np.ones(len(triangles))], np.inf
        ),
        options={"node_limit": most_steps, "mip_rel_gap": 0.0},
    )
    return round(float(found.fun)) if found.status == 0 else None


def _sides(n: int, positive: SignedPairs, negative: SignedPairs) -> tuple[Matrix, Vector]:
    """Return the two constraints of every pair, and their lower bounds."""
    number, rows, lower = len(positive[0]) + len(negative[0]), [], []
    for first_place, (first, second), same in ((0, positive, -1.0), (len(positive[0]), negative, 1.0)):
        pair, size = np.arange(len(first)), len(first)
        for sign in (1.0, -1.0):
            cells = np.concatenate([np.full(size, -sign), np.full(size, -sign * same), np.ones(size)])
            places = (np.concatenate([pair] * 3), np.concatenate([first, second, n + first_place + pair]))
            rows.append(sparse.csr_array((cells, places), shape=(size, n + number)))
            lower.append(np.full(size, -sign if same > 0 else 0.0))
    return sparse.csr_array(sparse.vstack(rows)), np.concatenate(lower)


def _odd_triangles(n: int, positive: SignedPairs, negative: SignedPairs) -> Vector:
    """Return a row for every triangle with an odd number of negative pairs: the numbers of its three pairs."""
    place = np.full((2, n, n), -1)
    for sign, (first, second), start in ((0, positive, 0), (1, negative, len(positive[0]))):
        place[sign, first, second] = place[sign, second, first] = start + np.arange(len(first))
    found = [np.zeros((0, 3), dtype=np.int64)]
    for one, two, three in ODD:
        for i, j in zip(*(positive, negative)[one], strict=True):
            k = np.flatnonzero((place[two, i, j + 1 :] >= 0) & (place[three, j, j + 1 :] >= 0)) + j + 1
            found.append(np.column_stack([np.full(len(k), place[one, i, j]), place[two, i, k], place[three, j, k]]))
    return np.concatenate(found)

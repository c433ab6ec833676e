"""How long a tie is on a path: one step, or a cost made of its strength."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import numpy as np

from socluster._kernels.paths.equal_lengths import WIDEST
from socluster._kernels.scaling import at_most_one
from socluster.core.arguments import choice
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.matrix import Matrix

__all__ = ["Cost", "comparable_lengths", "lengths"]

Cost: TypeAlias = Literal["inverse"] | Callable[[Any], Any] | None


def lengths(strength: Matrix, cost: Cost) -> Matrix:
    """Return the length of every tie.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Strengths of the ties.
    cost : None, "inverse" or callable
        None: every tie is one step. "inverse": 1 / strength. A function gets the array of strengths and returns the
        array of lengths.

    Returns
    -------
    sparse matrix of shape (n, n)

    Raises
    ------
    InputError
        If a length is not a positive, finite number.
    """
    result = strength.copy()
    result.data = _length_of(strength.data, cost)
    return result


def comparable_lengths(strength: Matrix, cost: Cost) -> Matrix:
    """Return the length of every tie in some unit, for a measure that only asks which paths are shortest.

    Parameters
    ----------
    strength : sparse matrix of shape (n, n)
        Strengths of the ties.
    cost : None, "inverse" or callable
        As in `lengths`.

    Returns
    -------
    sparse matrix of shape (n, n)
        Lengths are to each other as those of `lengths` are.

    Raises
    ------
    InputError
        If a length is not a positive, finite number, or the longest is more than 10^15 times the shortest.
    """
    result = lengths(at_most_one(strength) if isinstance(cost, str) and cost == "inverse" else strength, cost)
    if result.nnz and not result.data.max() / result.data.min() <= WIDEST:
        raise InputError(
            "lengths of ties differ by more than fifteen orders of magnitude; shortest paths cannot be compared"
        )
    return result


def _length_of(strength: Array, cost: Cost) -> Array:
    if cost is None:
        return np.ones_like(strength)
    if not callable(cost):
        choice("cost", cost, ("inverse",))
        return 1.0 / strength
    length = np.asarray(cost(strength.copy()))
    fits = length.shape == strength.shape and np.issubdtype(length.dtype, np.number)
    if not (fits and np.isfinite(length).all() and (length > 0).all()):
        raise InputError("cost must turn an array of strengths into as many lengths, all positive and finite")
    return length.astype(float)

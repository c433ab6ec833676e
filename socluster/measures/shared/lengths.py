"""How long a tie is on a path: one step, or a cost made of its strength."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import numpy as np

from socluster.core.arguments import choice
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.matrix import Matrix

__all__ = ["Cost", "lengths"]

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

"""Several goals at once: which options are not worse in everything, the ends of that front, and its knee."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array

__all__ = ["front_ends", "knee", "non_dominated", "share_on_front", "stretched"]


def non_dominated(values: Array) -> Array:
    """Return which options no other option beats: array of bool, one per row.

    An option is dominated if another is at least as good in every column and better in one. Options that are equal in
    all columns are on the front together or not at all; an option with an undefined value is never on the front.

    Parameters
    ----------
    values : array of float of shape (options, goals)
        More is better.

    Examples
    --------
    >>> non_dominated(np.array([[3.0, 0.0], [2.0, 2.0], [1.0, 2.0], [0.0, 3.0]])).tolist()
    [True, True, False, True]
    """
    on_front = np.zeros(len(values), dtype=bool)
    known = np.flatnonzero(~np.isnan(values).any(axis=1))
    if not known.size:
        return on_front
    distinct, which = np.unique(values[known], axis=0, return_inverse=True)
    stays = np.zeros(len(distinct), dtype=bool)
    front = np.empty_like(distinct[:0])
    for place in range(len(distinct) - 1, -1, -1):  # from the largest first column: who comes later beats nobody here
        if not (front >= distinct[place]).all(axis=1).any():
            stays[place] = True
            front = np.vstack([front, distinct[place]])
    on_front[known] = stays[which.ravel()]
    return on_front


def share_on_front(values: Array, options: Array) -> Array:
    """Return in what share of the draws each of these options is on the front of that draw.

    Parameters
    ----------
    values : array of float of shape (options, goals, draws)
        More is better.
    options : array of int
        Which options to tell of.
    """
    shares = []
    for option in options:
        mine = values[option]
        beaten = (values >= mine).all(axis=1) & (values > mine).any(axis=1)
        shares.append(float(1 - beaten.any(axis=0).mean()))
    return np.array(shares)


def stretched(values: Array, on_front: Array) -> Array:
    """Return the values on a scale on which the worst of the front has 0 and its best 1, in every column."""
    low, high = values[on_front].min(axis=0), values[on_front].max(axis=0)
    span = np.where(high > low, high - low, 1.0)
    scaled: Array = np.where(high > low, (values - low) / span, 1.0)
    return scaled


def front_ends(values: Array, on_front: Array) -> list[int]:
    """Return for every column the option of the front that has most of it (ties go to who has more of the rest)."""
    rows = np.flatnonzero(on_front)
    scaled = stretched(values, on_front)[rows]
    rest = scaled.sum(axis=1)
    return [int(rows[np.lexsort((-rest, -scaled[:, goal]))[0]]) for goal in range(values.shape[1])]


def knee(values: Array, on_front: Array) -> int | None:
    """Return the option at the bend of the front, or None if the front has none.

    The bend is the option farthest beyond the straight line (or plane) between the ends, every column being stretched
    to 0..1 along the front: it gives up least for what it wins (Das 1999). Where no option lies beyond the line, each
    step along the front costs as much as it brings, and there is no bend.

    References
    ----------
    Das, I. (1999). On characterizing the "knee" of the Pareto curve based on normal-boundary intersection. Structural
    Optimization 18, 107-115. doi:10.1007/BF01195985

    Examples
    --------
    >>> corner = np.array([[1.0, 0.0], [0.9, 0.8], [0.0, 1.0]])
    >>> knee(corner, non_dominated(corner))
    1
    """
    rows = np.flatnonzero(on_front)
    scaled = stretched(values, on_front)
    beyond = scaled[rows].sum(axis=1)
    best = int(rows[np.argmax(beyond)])
    ends = front_ends(values, on_front)
    is_bend = beyond.max() > scaled[ends].sum(axis=1).max() + 1e-9
    return best if is_bend and best not in ends else None

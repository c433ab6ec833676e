"""Has the likelihood a maximum? Directions in which it rises for ever, and statistics that follow from others."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array

__all__ = ["endless_direction", "follows_from", "one_sided"]

CLEAR = 1e-7


def endless_direction(differences: Array) -> Array | None:
    """Return a direction in which the likelihood rises without end, or None.

    There is one exactly if some combination of the statistics is at its largest value in what was observed: if there is
    a v with (observed - other) . v >= 0 for every other outcome, and not always 0 (Albert & Anderson 1984,
    doi:10.1093/biomet/71.1.1). A linear programme finds it.

    Parameters
    ----------
    differences : ndarray of shape (rows, p)
        Statistics observed, minus those of another outcome, a row for each.

    Returns
    -------
    ndarray of shape (p,) or None
        The direction, with as few terms in it as could be found; its largest entry is 1 or -1.
    """
    if not len(differences):
        return None
    scale = _scale(differences)
    rows = np.unique(differences / scale, axis=0)
    if not _is_one_sided(rows):
        return None
    for term in range(rows.shape[1]):  # one term alone is easier to explain than several
        for sign in (1.0, -1.0):
            values = sign * rows[:, term]
            if values.min() >= -CLEAR and values.max() > CLEAR:
                return np.where(np.arange(rows.shape[1]) == term, sign, 0.0)
    found = _steepest(rows) / scale
    found[np.abs(found * scale) < 1e-6 * np.abs(found * scale).max()] = 0.0
    return np.asarray(found / np.abs(found).max())


def one_sided(differences: Array) -> dict[int, int]:
    """Return the statistics that are at an end of their range in what was observed: 1 at the upper, -1 at the lower.

    Parameters
    ----------
    differences : ndarray of shape (rows, p)
        Statistics observed, minus those of another outcome.
    """
    rows = differences / _scale(differences)
    low, high = rows.min(axis=0, initial=0), rows.max(axis=0, initial=0)
    return {
        term: 1 if high[term] > CLEAR else -1
        for term in range(rows.shape[1])
        if (high[term] > CLEAR) != (low[term] < -CLEAR)
    }


def follows_from(changes: Array) -> list[int]:
    """Return the terms of the first combination that never changes; none, if all can be told apart.

    Parameters
    ----------
    changes : ndarray of shape (rows, p)
        What single ties, or whole networks, add to the statistics.
    """
    p = changes.shape[1]
    if not p:
        return []
    scaled = changes / _scale(changes)
    values, vectors = np.linalg.eigh(scaled.T @ scaled)
    flat = values <= 1e-12 * max(values.max(), 1e-300)
    if not flat.any():
        return []
    null = vectors[:, flat]
    direction = null[:, int(np.argmax(np.abs(null).max(axis=0)))]
    return np.flatnonzero(np.abs(direction) > 1e-5 * np.abs(direction).max()).tolist()


def _scale(rows: Array) -> Array:
    size = np.abs(rows).max(axis=0, initial=0)
    return np.where(size > 0, size, 1.0)


def _is_one_sided(rows: Array) -> bool:
    return bool((rows @ _steepest(rows)).sum() > CLEAR)


def _steepest(rows: Array) -> Array:
    """Return the v in [-1, 1]^p with rows v >= 0 that makes the sum of rows v largest."""
    from scipy.optimize import linprog  # takes long to load

    found = linprog(-rows.sum(axis=0), A_ub=-rows, b_ub=np.zeros(len(rows)), bounds=(-1, 1), method="highs")
    return np.asarray(found.x) if found.success else np.zeros(rows.shape[1])

"""Who wins a draw, and what choosing somebody else forgoes."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array

__all__ = ["forgone", "most_wins", "shared_wins"]

ROUNDING = 1e-10  # differences below this part of the largest gain are rounding


def shared_wins(gains: Array) -> Array:
    """Return the part that each candidate (column) has in winning each draw (row); equal winners share it.

    Who is undefined in a draw loses it; where all are, nobody wins.

    Examples
    --------
    >>> shared_wins(np.array([[1.0, 3.0, 2.0], [2.0, 2.0, np.nan]])).tolist()
    [[0.0, 1.0, 0.0], [0.5, 0.5, 0.0]]
    """
    known = np.where(np.isnan(gains), -np.inf, gains)
    top = known.max(axis=1, keepdims=True)
    wins = (known >= top - _rounding(top)) & np.isfinite(known)
    shared: Array = wins / np.maximum(wins.sum(axis=1, keepdims=True), 1)
    return shared


def forgone(gains: Array) -> Array:
    """Return what choosing each candidate (column) forgoes against the winner of each draw (row); NaN if undefined.

    Examples
    --------
    >>> forgone(np.array([[1.0, 3.0, 2.0]])).tolist()
    [[2.0, 0.0, 1.0]]
    """
    known = np.where(np.isnan(gains), -np.inf, gains)
    top = known.max(axis=1, keepdims=True)
    lost = np.where(np.isfinite(known), top, np.nan) - gains
    kept: Array = np.where(lost <= _rounding(top), np.where(np.isnan(lost), np.nan, 0.0), lost)
    return kept


def most_wins(gains: Array) -> int:
    """Return the candidate that wins most draws; of several, the one that forgoes least."""
    lost = forgone(gains)
    known = ~np.isnan(lost)
    regret = np.where(known, lost, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    regret = np.where(known.any(axis=0), regret, np.inf)
    return int(np.lexsort((regret, -shared_wins(gains).mean(axis=0)))[0])


def _rounding(top: Array) -> Array:
    size: Array = ROUNDING * np.where(np.isfinite(top), np.abs(top), 0.0)
    return size

"""How far towards what was observed can a sample of networks lead? The step length of Hummel, Hunter & Handcock."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array

__all__ = ["MARGIN", "step_length"]

MARGIN = 0.05


def step_length(sample: Array, target: Array, margin: float = MARGIN) -> float:
    """Return the share of the way from the sample's mean to the target that lies inside the sample, at most 1.

    The convex hull of the sample is what it can say anything about: statistics outside it cannot be the mean of any
    weighting of its networks. The end of the way must lie inside by a margin
    (Hummel, Hunter & Handcock 2012, doi:10.1080/10618600.2012.679224).

    Parameters
    ----------
    sample : ndarray of shape (draws, p)
        Statistics of simulated networks.
    target : ndarray of shape (p,)
        Statistics to reach.
    margin : float, default 0.05
        By what share the way is lengthened before it is looked whether its end lies inside.
    """
    mean = sample.mean(axis=0)
    scale = sample.std(axis=0)
    moves = scale > 1e-12 * np.maximum(np.abs(mean), 1.0)
    way = target - mean
    if (np.abs(way[~moves]) > 1e-9 * np.maximum(np.abs(mean[~moves]), 1.0)).any():
        return 0.0  # the sample never leaves a value that is not the target's
    rows = np.unique((sample[:, moves] - mean[moves]) / scale[moves], axis=0)
    return min(1.0, _reach(rows, way[moves] / scale[moves]) / (1 + margin))


def _reach(rows: Array, way: Array) -> float:
    """Return the largest t with t way in the convex hull of the rows, which holds 0; infinite for no way at all."""
    if np.abs(way).max(initial=0) < 1e-12:
        return float("inf")
    n = len(rows)
    from scipy.optimize import linprog  # takes long to load

    found = linprog(
        np.append(np.zeros(n), -1.0),
        A_eq=np.vstack([np.column_stack([rows.T, -way]), np.append(np.ones(n), 0.0)]),
        b_eq=np.append(np.zeros(len(way)), 1.0),
        bounds=(0, None),
        method="highs",
    )
    return float(found.x[-1]) if found.success else 0.0

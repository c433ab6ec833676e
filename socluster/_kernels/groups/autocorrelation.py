"""Autocorrelation: whether ties join like numbers, and how often they would if the numbers were dealt out anew."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.random import Generator

from socluster._kernels.products import Matrix, Vector

__all__ = ["autocorrelations", "autocorrelations_by_chance"]

CELLS = 2**20  # numbers held at a time


def autocorrelations(weights: Matrix, rows: Vector, variant: Literal["moran", "geary"]) -> Vector:
    """Return Moran's I or Geary's C of every row of numbers (one by actor); NaN without ties or without differences."""
    n, total = weights.shape[0], weights.sum()
    if not n:
        return np.full(len(rows), np.nan)
    centred = rows - rows.mean(axis=1, keepdims=True)
    spread = (centred**2).sum(axis=1)
    crossed = ((weights.T @ centred.T).T * centred).sum(axis=1)
    if variant == "moran":
        part, whole = n * crossed, total * spread
    else:
        ends = np.asarray(weights.sum(axis=0)).ravel() + np.asarray(weights.sum(axis=1)).ravel()
        part, whole = (n - 1) * (centred**2 @ ends - 2 * crossed), 2 * total * spread
    differs = np.ptp(rows, axis=1) > 0
    values: Vector = np.divide(part, whole, out=np.full(len(rows), np.nan), where=differs & (total > 0))
    return values


def autocorrelations_by_chance(
    weights: Matrix, values: Vector, variant: Literal["moran", "geary"], draws: int, rng: Generator
) -> Vector:
    """Return the same when actors swap their numbers at random, once for every draw."""
    found = np.empty(draws)
    step = max(1, CELLS // max(len(values), 1))
    for start in range(0, draws, step):
        stop = min(start + step, draws)
        shuffled = rng.permuted(np.tile(values, (stop - start, 1)), axis=1)
        found[start:stop] = autocorrelations(weights, shuffled, variant)
    return found

"""What draws say together: one meaning of the median, of low and high, and of how sure they are.

A column that bears the name of a quantity is its median over the draws; a mean is called so (`mean_...`); low and high
hold the middle part of the draws, 90 % unless asked otherwise. Draws in which a value is undefined (NaN) are left out
of all of these, and `defined` says how many are not.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array

__all__ = ["COLUMNS", "INTERVAL", "end_errors", "is_settled", "low_high", "medians", "spread", "weighted_low_high"]

INTERVAL = 0.9  # share of the draws between low and high, unless asked otherwise
DIFFERENT = 10  # draws that differ from the most common value, below which a standard error is mostly luck
_BEYOND = 2  # draws beyond each end, below which nothing is known of how exact it is
SETTLED = 1600  # draws after which what has not been seen is too rare to wait for: three times in 1,600 at most
COLUMNS = ("median", "mean", "low", "high", "error", "error_of_mean", "defined")


def spread(values: Any, interval: float = INTERVAL) -> pd.DataFrame:
    """Return what the draws of each quantity say, one row per quantity.

    Parameters
    ----------
    values : DataFrame or array of shape (draws, quantities)
        A row per draw; a Series or an array of shape (draws,) is one quantity. NaN is undefined.
    interval : float, default 0.9
        Share of the draws between low and high.

    Returns
    -------
    DataFrame
        Index: the columns of `values`. Columns:

        - median, mean: over the draws
        - low, high: the interval
        - error: Monte-Carlo standard error of the median, half the distance between the order statistics one standard
          error of rank (sqrt(n) / 2) around the middle
        - error_of_mean: Monte-Carlo standard error of the mean
        - defined: share of the draws in which the quantity is defined

    Examples
    --------
    >>> spread(pd.DataFrame({"gain": [1.0, 2.0, 3.0, np.nan]})).round(2).loc["gain", ["median", "high", "defined"]]
    median     2.00
    high       2.90
    defined    0.75
    Name: gain, dtype: float64
    """
    table = np.asarray(values, dtype=float)
    by_quantity = np.ascontiguousarray(table.reshape(len(table), int(np.prod(table.shape[1:]))).T)
    index = values.columns if isinstance(values, pd.DataFrame) else pd.RangeIndex(len(by_quantity))
    found = np.full((len(by_quantity), len(COLUMNS)), np.nan)
    known = ~np.isnan(by_quantity)
    found[:, -1] = known.sum(axis=1) / max(len(table), 1)
    whole = known.all(axis=1) if len(table) else np.zeros(len(by_quantity), dtype=bool)
    if whole.any():
        found[whole, :-1] = _statistics(by_quantity[whole], interval)
    for row in np.flatnonzero(~whole & known.any(axis=1)).tolist():
        found[row, :-1] = _statistics(by_quantity[row, known[row]][None, :], interval)[0]
    return pd.DataFrame(found, index=index, columns=list(COLUMNS))


def is_settled(values: Array) -> Array:
    """Return of which quantities enough is seen for their standard errors to be believed.

    Where one draw in two hundred differs, 100 draws are mostly alike, and the error estimated from them is 0: whoever
    stopped then would nearly always report that nothing happens. So either ten draws differ from the most common value,
    or there are 1,600 of them (what is not seen in so many happens in less than 1 of 500 draws, with 95 % confidence).

    Parameters
    ----------
    values : ndarray of shape (draws, quantities)
        A row per draw; NaN is a value as any other.

    Returns
    -------
    ndarray of bool of shape (quantities,)
    """
    draws = len(values)
    if draws >= SETTLED:
        return np.ones(values.shape[1], dtype=bool)
    commonest = [np.unique(column, return_counts=True)[1].max(initial=0) for column in np.asarray(values).T]
    return draws - np.array(commonest, dtype=int) >= DIFFERENT


def medians(values: Array) -> Array:
    """Return the median of each quantity over the draws in which it is defined, where nothing else is asked.

    Parameters
    ----------
    values : ndarray of shape (draws, quantities)
        A row per draw.
    """
    found = np.full(values.shape[1], np.nan)
    known = ~np.isnan(values)
    whole = known.all(axis=0)
    if len(values) and whole.any():
        found[whole] = _middle(values[:, whole])
    for column in np.flatnonzero(~whole & known.any(axis=0)).tolist():
        found[column] = _middle(values[known[:, column], column])
    return found


def low_high(values: Array, interval: float = INTERVAL) -> tuple[Array, Array]:
    """Return the ends of the interval of each quantity, where nothing else is asked about the draws.

    Parameters
    ----------
    values : ndarray of shape (draws, ...)
        The draws along the first axis.
    interval : float, default 0.9
        Share of the draws between the ends.

    Returns
    -------
    tuple of ndarray
        low and high, each of the shape of one draw.
    """
    table = np.asarray(values, dtype=float)
    if len(table) and not np.isnan(table).any():
        low, high = quantiles(table, tails(interval), axis=0)
        return low, high
    low, high = spread(table, interval)[["low", "high"]].to_numpy().T
    return low.reshape(table.shape[1:]), high.reshape(table.shape[1:])


def end_errors(values: Array, interval: float = INTERVAL) -> tuple[Array, Array]:
    """Return how exact the ends of the interval of each quantity are: their Monte-Carlo standard errors.

    As for the median, that is half the distance between the order statistics one standard error of rank around the end.

    Parameters
    ----------
    values : ndarray of shape (draws, quantities)
        A row per draw; undefined draws are left out.
    interval : float, default 0.9
        Share of the draws between the ends.

    Returns
    -------
    tuple of ndarray
        Of low and of high; NaN where fewer than two draws are to be expected beyond each end.

    Examples
    --------
    >>> low, high = end_errors(np.arange(401.0)[:, None])
    >>> low.round(2), high.round(2)
    (array([4.35]), array([4.35]))
    """
    tail = tails(interval)[0]
    found = np.full((2, values.shape[1]), np.nan)
    for column, quantity in enumerate(np.asarray(values, dtype=float).T):
        known = quantity[~np.isnan(quantity)]
        if len(known) * tail < _BEYOND:
            continue
        half = float(np.sqrt(tail * (1 - tail) / len(known)))
        levels = np.clip([tail - half, tail + half, 1 - tail - half, 1 - tail + half], 0, 1).tolist()
        below, above, under, over = quantiles(known, levels, axis=0)
        with np.errstate(invalid="ignore"):  # between infinite values there is no distance
            found[:, column] = (above - below) / 2, (over - under) / 2
    return found[0], found[1]


def weighted_low_high(values: Array, weights: Array, interval: float = INTERVAL) -> tuple[float, float]:
    """Return the ends of the interval where draws are not equally likely: values up to which the tails have their part.

    Parameters
    ----------
    values : ndarray of shape (draws,)
        One quantity; undefined draws are left out.
    weights : ndarray of shape (draws,)
        How likely each draw is, as a part of any whole.
    interval : float, default 0.9
        How likely it is to lie between the ends.
    """
    known = ~np.isnan(values) & (weights > 0)
    if not known.any():
        return float("nan"), float("nan")
    order = np.argsort(values[known], kind="stable")
    below = np.cumsum(weights[known][order]) / weights[known].sum()
    places = np.searchsorted(below, np.array(tails(interval)) - 1e-12)  # what is missing is rounding
    low, high = values[known][order][np.minimum(places, len(order) - 1)].tolist()
    return low, high


def tails(interval: float) -> list[float]:
    """Return the levels at which the interval begins and ends.

    They are rounded, so that 0.9 begins at 0.05 and not a little below: of 101 draws, the sixth is then met exactly,
    instead of a mixture of it and the fifth.
    """
    tail = round((1 - interval) / 2, 12)
    return [tail, 1 - tail]


def _statistics(rows: Array, interval: float) -> Array:
    """Return median, mean, low, high and both errors of every row, none of whose values is undefined."""
    n = rows.shape[1]
    low, high = quantiles(rows, tails(interval), axis=1)
    error, of_mean = np.full((2, len(rows)), np.nan)
    with np.errstate(invalid="ignore"):  # infinite values of both signs have no mean, and no deviation from it
        if n > 1:
            half = 0.5 / np.sqrt(n)
            below, above = quantiles(rows, [max(0.0, 0.5 - half), min(1.0, 0.5 + half)], axis=1)
            error, of_mean = (above - below) / 2, rows.std(axis=1, ddof=1) / np.sqrt(n)
        return np.column_stack([_middle(rows.T), rows.mean(axis=1), low, high, error, of_mean])


def _middle(values: Array) -> Array:
    """Return the median over the first axis."""
    return np.asarray(np.median(values, axis=0) if np.isfinite(values).all() else quantiles(values, [0.5], axis=0)[0])


def quantiles(values: Array, levels: list[float], axis: int) -> Array:
    """Return quantiles, none of which is undefined because values are infinite.

    Half-way between two finite values is a number; half-way to an infinite value is infinite, and between two values
    that are infinite is what both of them are.
    """
    if np.isfinite(values).all():
        return np.asarray(np.quantile(values, levels, axis=axis))
    lower = np.quantile(values, levels, axis=axis, method="lower")
    higher = np.quantile(values, levels, axis=axis, method="higher")
    with np.errstate(invalid="ignore"):
        between = np.quantile(values, levels, axis=axis)
    opposite = np.isneginf(lower) & np.isposinf(higher)
    ended = np.where(np.isinf(higher), higher, lower)
    at_end = (lower == higher) | np.isinf(lower) | np.isinf(higher)
    return np.where(opposite, np.nan, np.where(at_end, ended, between))

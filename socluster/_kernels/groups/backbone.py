"""Which shared groups are more than chance: degree-preserving probabilities and exact Poisson-binomial tails."""

from __future__ import annotations

import numpy as np

from socluster._kernels.products import Vector

__all__ = ["affiliation_probabilities", "at_least"]

STEPS = 500  # of Newton's method at most; it needs about ten, and more where probabilities tend to 0 or 1
TOLERANCE = 1e-9  # by which an expected degree may miss the observed one


def affiliation_probabilities(rows: Vector, columns: Vector) -> Vector:
    """Return the probability of every affiliation in the least biased model with these expected degrees.

    Among all models in which affiliations are independent, this one has the greatest entropy (bipartite configuration
    model): p_ij = x_i y_j / (1 + x_i y_j). Degrees that leave no choice (a row that belongs everywhere or nowhere) give
    probabilities of 0 and 1.

    Parameters
    ----------
    rows : array of int of shape (n,)
        Degrees of the rows.
    columns : array of int of shape (m,)
        Degrees of the columns, with the same sum.

    Returns
    -------
    array of float of shape (n, m)
    """
    probability = np.zeros((len(rows), len(columns)))
    rows, columns = rows.astype(float), columns.astype(float)
    free_rows, free_columns = np.arange(len(rows)), np.arange(len(columns))
    while True:
        left = len(free_rows), len(free_columns)
        full = rows[free_rows] == len(free_columns)
        probability[np.ix_(free_rows[full], free_columns)] = 1
        columns[free_columns] -= full.sum()
        free_rows = free_rows[~full & (rows[free_rows] > 0)]
        full = columns[free_columns] == len(free_rows)
        probability[np.ix_(free_rows, free_columns[full])] = 1
        rows[free_rows] -= full.sum()
        free_columns = free_columns[~full & (columns[free_columns] > 0)]
        if left == (len(free_rows), len(free_columns)):
            break
    if len(free_rows):  # and so are columns: rows that are free have something left
        row_degrees, row_class, row_count = np.unique(rows[free_rows], return_inverse=True, return_counts=True)
        degrees, column_class, column_count = np.unique(columns[free_columns], return_inverse=True, return_counts=True)
        by_class = _maximum_entropy(row_degrees, row_count, degrees, column_count)
        probability[np.ix_(free_rows, free_columns)] = by_class[np.ix_(row_class, column_class)]
    return probability


def _maximum_entropy(rows: Vector, row_count: Vector, columns: Vector, column_count: Vector) -> Vector:
    """Return the probabilities by class of degree: Newton's method on the concave log-likelihood of log x and log y."""
    counts = np.outer(row_count, column_count)
    target = np.concatenate([rows * row_count, columns * column_count])
    share = (rows * row_count).sum() / counts.sum()
    log_odds = np.concatenate([np.full(len(rows), np.log(share / (1 - share))), np.zeros(len(columns))])
    for _ in range(STEPS):
        probability = _logistic(log_odds, len(rows))
        expected = counts * probability
        gradient = target - np.concatenate([expected.sum(axis=1), expected.sum(axis=0)])
        if np.abs(gradient).max() < TOLERANCE:
            return probability
        spread = expected * (1 - probability)
        curvature = np.block(
            [[np.diag(spread.sum(axis=1)), spread], [spread.T, np.diag(spread.sum(axis=0))]]
        )  # singular by one: x and y share a factor
        step = np.linalg.lstsq(curvature, gradient, rcond=None)[0]
        log_odds = log_odds + step * _step_length(log_odds, step, gradient, target, counts)
    raise ArithmeticError("the probabilities of the affiliations did not converge")


def _step_length(log_odds: Vector, step: Vector, gradient: Vector, target: Vector, counts: Vector) -> float:
    """Halve the step until the log-likelihood rises as it should."""

    def likelihood(at: Vector) -> float:
        score = np.logaddexp(0.0, at[: len(counts), None] + at[None, len(counts) :])
        return float(target @ at - (counts * score).sum())

    start, slope, length = likelihood(log_odds), float(gradient @ step), 1.0
    start -= 1e-12 * abs(start)  # near the top, a rise is smaller than its rounding
    while length > 1e-6 and likelihood(log_odds + length * step) < start + 1e-4 * length * slope:
        length /= 2
    return length


def _logistic(log_odds: Vector, n_rows: int) -> Vector:
    probability: Vector = np.exp(-np.logaddexp(0.0, -(log_odds[:n_rows, None] + log_odds[None, n_rows:])))
    return probability


def at_least(observed: Vector, chances: Vector) -> Vector:
    """Return the probability of at least so many successes in independent trials (Poisson-binomial upper tail).

    Exact: the distribution is built up trial by trial, and only positive numbers are added, so that even tiny tails
    keep their digits.

    Parameters
    ----------
    observed : array of int of shape (k,)
        Numbers of successes.
    chances : array of float of shape (k, m)
        Chance of every trial.

    Returns
    -------
    array of float of shape (k,)
    """
    n_cases, n_trials = chances.shape
    distribution = np.zeros((n_cases, n_trials + 1))
    distribution[:, 0] = 1
    for trial in range(n_trials):
        chance = chances[:, trial, None]
        success = distribution[:, : trial + 1] * chance
        distribution[:, : trial + 1] *= 1 - chance
        distribution[:, 1 : trial + 2] += success
    tail = np.cumsum(distribution[:, ::-1], axis=1)[:, ::-1]
    result: Vector = np.minimum(tail[np.arange(n_cases), observed], 1.0)
    return result

"""Reliability: do items, or raters, measure the same thing?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.words import counted

__all__ = ["cronbach_alpha", "icc"]

IccVariant: TypeAlias = Literal["1,1", "1,k", "2,1", "2,k", "3,1", "3,k"]

_VARIANTS = ("1,1", "1,k", "2,1", "2,k", "3,1", "3,k")


@checked
def cronbach_alpha(table: Any, /) -> float:
    r"""Do the items of a score measure one thing?

    .. math:: \alpha = \frac{k}{k - 1} \Big( 1 - \frac{\sum_i s_i^2}{s_T^2} \Big)

    with k items of variance s_i^2, and s_T^2 the variance of their sum.

    Parameters
    ----------
    table : DataFrame or 2-dimensional array
        A row per case, a column per item: what `rating_table` returns, or a survey.

    Returns
    -------
    float
        Up to 1 (items say the same); about 0 if items are unrelated, below if they contradict each other. NaN with
        fewer than 2 items or 2 complete rows, and where the sum does not vary.

    Raises
    ------
    InputError
        If a cell is no number.

    Notes
    -----
    It is a measure of answers, not of a cluster, so it takes their table; `rating_table` makes one of the ratings that
    a cluster holds. Rows with a gap are left out. Alpha rises with the number of items, and a high one does not prove
    that there is one dimension. Ratings by the same rater depend on each other; alpha takes rows as independent.

    References
    ----------
    Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika, 16, 297-334.
    doi:10.1007/BF02310555

    Examples
    --------
    >>> import socluster as sc
    >>> round(sc.cronbach_alpha([[1, 2, 1], [2, 2, 3], [4, 3, 4], [4, 4, 4]]), 4)
    0.9329
    """
    values = _numbers(table)
    values = values[~np.isnan(values).any(axis=1)]
    n_rows, n_items = values.shape
    if n_items < 2 or n_rows < 2:
        return float("nan")
    total = values.sum(axis=1).var(ddof=1)
    if total <= 1e-12 * np.square(values).sum():
        return float("nan")
    return float(n_items / (n_items - 1) * (1 - values.var(axis=0, ddof=1).sum() / total))


@checked
def icc(table: Any, /, *, variant: IccVariant = "1,1") -> float:
    r"""How far do raters agree about those whom they rate?

    The part of the variance of ratings that is due to differences among those who are rated (intraclass correlation):

    ======= ==================================== ============================================================
    variant raters                               formula
    ======= ==================================== ============================================================
    1,1     others for each rated                (BMS - WMS) / (BMS + (k - 1) WMS)
    2,1     the same, a sample of all raters     (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n)
    3,1     the same, the only ones that matter  (BMS - EMS) / (BMS + (k - 1) EMS)
    1,k     mean of k raters, as 1,1             (BMS - WMS) / BMS
    2,k     mean of k raters, as 2,1             (BMS - EMS) / (BMS + (JMS - EMS) / n)
    3,k     mean of k raters, as 3,1             (BMS - EMS) / BMS
    ======= ==================================== ============================================================

    with n rated, k raters, and mean squares between rated (BMS), within rated (WMS), between raters (JMS) and of the
    rest (EMS). "2" asks whether raters give the same ratings, "3" only whether they give the same order.

    Parameters
    ----------
    table : DataFrame or 2-dimensional array
        A row per rated, a column per rater, NaN for no rating. For one item of a cluster:
        ``rating_table(cluster, items="trust")["trust"].unstack("rater")``.
    variant : {"1,1", "1,k", "2,1", "2,k", "3,1", "3,k"}, default "1,1"
        The design, and whether a single rating or the mean of all is judged.

    Returns
    -------
    float
        Up to 1; about 0 (or below) if raters agree no more about the same than about different ones. NaN with fewer
        than 2 rated or 2 raters, and where ratings do not vary.

    Raises
    ------
    InputError
        If a cell is no number; or if there are gaps, but for "1,1" and "1,k".

    Notes
    -----
    It is a measure of ratings, not of a cluster, so it takes their table. In a cluster nobody rates itself and few rate
    all: that is the design "1". Numbers of raters may then differ; rows without a rating are left out, and k is the
    mean number of raters as the analysis of variance corrects it, (N - sum k_i^2 / N) / (n - 1) for N ratings. "1,k" is
    then the reliability of a mean over about so many raters. In other books, "1,1" and "1,k" are ICC(1) and ICC(2).

    References
    ----------
    Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological
    Bulletin, 86, 420-428. doi:10.1037/0033-2909.86.2.420

    Examples
    --------
    >>> import socluster as sc
    >>> ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    >>> [round(sc.icc(ratings, variant=variant), 2) for variant in ("1,1", "2,1", "3,1", "1,k", "2,k", "3,k")]
    [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    """
    values = _numbers(table)
    values = values[~np.isnan(values).all(axis=1)]
    values = values[:, ~np.isnan(values).all(axis=0)] if len(values) else values
    design, unit = variant.split(",")
    if design != "1" and np.isnan(values).any():
        missing = counted("{n} rating", "{n} ratings", int(np.isnan(values).sum()), context="missing")
        raise InputError(
            "the design '{variant}' needs every rater to rate everyone; missing here: {ratings}; use '1,1' or '1,k'",
            {"variant": variant, "ratings": missing},
        )
    if min(values.shape) < 2 or np.nanmax(values) == np.nanmin(values):
        return float("nan")
    found = _one_way(values, unit) if design == "1" else _two_way(values, design, unit)
    return float(found)


def _one_way(values: Array, unit: str) -> float:
    """Return ICC(1,1) or ICC(1,k) from the analysis of variance with any number of ratings per row."""
    counts = np.count_nonzero(~np.isnan(values), axis=1)
    n_rows, n_ratings = len(values), counts.sum()
    if n_ratings == n_rows:
        return float("nan")
    means, grand = np.nanmean(values, axis=1), np.nanmean(values)
    between = (counts * (means - grand) ** 2).sum() / (n_rows - 1)
    within = np.nansum((values - means[:, None]) ** 2) / (n_ratings - n_rows)
    size = (n_ratings - (counts**2).sum() / n_ratings) / (n_rows - 1)
    return _part(between - within, between if unit == "k" else between + (size - 1) * within)


def _two_way(values: Array, design: str, unit: str) -> float:
    """Return ICC(2,.) or ICC(3,.) from the analysis of variance of rows and columns."""
    n, k = values.shape
    grand, rows, columns = values.mean(), values.mean(axis=1), values.mean(axis=0)
    between = k * ((rows - grand) ** 2).sum() / (n - 1)
    raters = n * ((columns - grand) ** 2).sum() / (k - 1)
    rest = ((values - rows[:, None] - columns + grand) ** 2).sum() / ((n - 1) * (k - 1))
    shift = k * (raters - rest) / n if design == "2" else 0.0
    if unit == "k":
        return _part(between - rest, between + shift / k)
    return _part(between - rest, between + (k - 1) * rest + shift)


def _part(part: float, whole: float) -> float:
    return float(part / whole) if whole > 0 else float("nan")


def _numbers(table: Any) -> Array:
    """Return a table as an array of floats.

    Raises
    ------
    InputError
        If it has not two dimensions, or a cell is no number.
    """
    try:
        frame = pd.DataFrame(table) if isinstance(table, pd.DataFrame | Mapping) else pd.DataFrame(np.asarray(table))
    except (ValueError, TypeError) as error:
        raise InputError(Problem("is not a table of numbers", value=type(table).__name__)) from error
    wrong = [
        Problem("is not a number", row=str(frame.index[row]), column=str(frame.columns[column]), value=value)
        for column in range(frame.shape[1])
        for row, value in enumerate(frame.iloc[:, column].tolist())
        if not (pd.isna(value) or (isinstance(value, int | float | np.number) and not isinstance(value, bool)))
    ]
    if wrong:
        raise InputError(wrong)
    values: Array = frame.astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    return values

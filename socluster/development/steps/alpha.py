"""Do raters tell goals apart alike?"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import UndefinedWarning
from socluster.core.warn import warn
from socluster.development.steps.ratings import rating_frame
from socluster.words import marked

__all__ = ["krippendorff_alpha"]


@checked
def krippendorff_alpha(ratings: Any, /, *, level: Literal["nominal", "ordinal", "interval"] = "ordinal") -> float:
    r"""Do raters tell goals apart alike, beyond chance?

    Every pair of ratings of one goal that two raters gave goes into a table of coincidences o, whose margins n tell how
    often each value was given. Alpha compares the disagreement in it with the one that chance would give:

    .. math:: \alpha = 1 - (n - 1) \frac{\sum_{ck} o_{ck}\, \delta^2_{ck}}{\sum_{ck} n_c n_k\, \delta^2_{ck}}

    with the distance δ² of two values: 1 (nominal), the squared difference (interval), or the squared number of
    ratings that lie between them (ordinal).

    Parameters
    ----------
    ratings : DataFrame or list of lists
        A row per rater, a column per goal; empty where somebody did not rate.
    level : {"ordinal", "nominal", "interval"}, default "ordinal"
        What the ratings are: steps of a ladder, names, or numbers whose differences mean something.

    Returns
    -------
    float
        1: all goals are rated alike by all; 0: as by chance; below 0: worse. NaN if no goal has two ratings, or all
        ratings are the same.

    Raises
    ------
    InputError
        If a rating is no number (unless nominal), an actor rated twice or two goals have one name; all are listed.

    Warns
    -----
    UndefinedWarning
        If alpha is undefined; it says why.

    Notes
    -----
    Alpha is low where all agree that every goal is a 5, because then nothing is told apart: it is a coefficient of
    reliability, not of consensus. Whether the partners share a vision, `consensus` says.

    Equals the package `krippendorff`.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. Annenberg School for Communication.
    Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard reliability measure for coding data.
    Communication Methods and Measures, 1, 77-89. doi:10.1080/19312450709336664

    Examples
    --------
    >>> import socluster as sc
    >>> ratings = [[5, 4, 2, 1], [5, 5, 2, 3], [4, 4, 1, 2], [5, 3, None, 1]]
    >>> round(sc.krippendorff_alpha(ratings, level="ordinal"), 3)
    0.743
    """
    frame = rating_frame(ratings, numeric=level != "nominal")
    codes, values = pd.factorize(frame.to_numpy().ravel(), sort=level != "nominal")
    coincidences = _coincidences(codes.reshape(frame.shape), len(values))
    margins = coincidences.sum(axis=0)
    total = margins.sum()
    if not total:
        warn("alpha is undefined: no goal has ratings of two raters", UndefinedWarning)
        return float("nan")
    if np.count_nonzero(margins) < 2:
        message = marked("alpha is undefined: all ratings are the same, so that nothing is told apart; see consensus()")
        warn(message, UndefinedWarning)
        return float("nan")
    distance = _DISTANCES[level](values, margins)
    expected = float(margins @ distance @ margins)
    return 1 - float(total - 1) * float((coincidences * distance).sum()) / expected


def _coincidences(codes: Array, n_values: int) -> Array:
    """Return how often two raters gave two values to one goal; each goal weighs as much as it has ratings."""
    table = np.zeros((n_values, n_values))
    for rated in codes.T:
        counts = np.bincount(rated[rated >= 0], minlength=n_values).astype(float)
        if counts.sum() > 1:
            table += (np.outer(counts, counts) - np.diag(counts)) / (counts.sum() - 1)
    return table


def _nominal(values: Array, margins: Array) -> Array:
    return 1.0 - np.eye(len(values))


def _ordinal(values: Array, margins: Array) -> Array:
    middle = np.cumsum(margins) - margins / 2
    squared: Array = np.subtract.outer(middle, middle) ** 2
    return squared


def _interval(values: Array, margins: Array) -> Array:
    numbers = np.asarray(values, dtype=float)
    squared: Array = np.subtract.outer(numbers, numbers) ** 2
    return squared


_DISTANCES = {"nominal": _nominal, "ordinal": _ordinal, "interval": _interval}

"""Do the partners agree about a goal?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.development.steps.ratings import is_one_goal, rating_frame, rating_scale, refuse_off_scale

__all__ = ["consensus"]


@checked
def consensus(ratings: Any, /, *, scale: Any = (1, 5)) -> pd.Series[Any] | float:
    r"""Do the partners agree about a goal, and about which do they not?

    Whoever rates a goal far from the mean takes away from the agreement, the more the farther:

    .. math:: Cns = 1 + \sum_i p_i \log_2\left(1 - \frac{|x_i - \mu|}{d}\right)

    with the share p of those who chose the value x, the mean rating μ and the width d of the *scale*, not of the
    ratings that happened. It is 1 if all choose one value, and 0 if one half chooses each end.

    Parameters
    ----------
    ratings : DataFrame, or Series or list of numbers
        A row per rater (index: its name), a column per goal; empty where somebody did not rate. A Series or a list of
        numbers holds the ratings of one goal.
    scale : pair of numbers, default (1, 5)
        The lowest and the highest rating that could be given.

    Returns
    -------
    Series or float
        Of a table: index `goal`, name `consensus`, 0 to 1. Of one goal: a number. NaN where fewer than two rated, of
        whom nobody can say whether they agree.

    Raises
    ------
    InputError
        If a rating is off the scale or no number, an actor rated twice or two goals have one name; all are listed.

    Notes
    -----
    Agreement is not approval: all may agree that a goal is worth nothing. Krippendorff's alpha (`krippendorff_alpha`)
    answers another question, whether raters tell goals apart alike; where everybody gives every goal a 5, alpha is
    undefined and consensus is 1. Conclude from consensus whether a vision is shared.

    Equals `agrmt::consensus` of R.

    References
    ----------
    Tastle, W. J., & Wierman, M. J. (2007). Consensus and dissention: A measure of ordinal dispersion. International
    Journal of Approximate Reasoning, 45, 531-545. doi:10.1016/j.ijar.2006.06.024

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> ratings = pd.DataFrame({"open doors": [5, 5, 4], "one register": [1, 5, 3]}, index=["School", "Clinic", "NGO"])
    >>> sc.consensus(ratings, scale=(1, 5)).round(3)
    goal
    open doors      0.829
    one register    0.333
    Name: consensus, dtype: float64
    >>> sc.consensus([1, 1, 5, 5])
    0.0
    """
    ends = rating_scale(scale)
    frame = rating_frame(ratings)
    refuse_off_scale(frame, ends)
    found = [_of_goal(frame.iloc[:, place].dropna().to_numpy(), ends[1] - ends[0]) for place in range(frame.shape[1])]
    if is_one_goal(ratings):
        return found[0]
    return pd.Series(found, index=pd.Index(frame.columns, name="goal"), name="consensus", dtype=float)


def _of_goal(values: Array, width: float) -> float:
    if len(values) < 2:
        return float("nan")
    agreed = 1 + float(np.mean(np.log2(1 - np.abs(values - values.mean()) / width)))
    return min(max(agreed, 0.0), 1.0)  # rounding, when one half chooses each end

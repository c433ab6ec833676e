"""When does a run chart say that something moved, and how often would it say so by chance?"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pandas as pd

from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.words import Language, Phrase, number, percent, say

__all__ = ["FEWEST", "RunChartLimits", "alarms_beside_median", "limits_of", "run_chart_limits"]

FEWEST = 10
_MOST = 10_000


@dataclass(frozen=True, eq=False, repr=False)
class RunChartLimits(Result):
    """What `run_chart_limits` found. Its text says it in sentences.

    Parameters
    ----------
    n : int
        Number of useful points: those that do not lie on the centre.
    longest : int
        A run of more points than this on one side of the centre is a signal.
    crossings : int
        Fewer crossings of the centre than this are a signal.
    false_alarm_longest, false_alarm_crossings, false_alarm : float
        Probability (0..1) that points which do not move give the first signal, the second, or either: exact, for
        independent points that fall on both sides of a fixed centre alike.
    """

    n: int
    longest: int
    crossings: int
    false_alarm_longest: float
    false_alarm_crossings: float
    false_alarm: float
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row: index `n`; the limits and the probabilities as columns."""
        names = ["longest", "crossings", "false_alarm_longest", "false_alarm_crossings", "false_alarm"]
        return pd.DataFrame({name: [getattr(self, name)] for name in names}, index=pd.Index([self.n], name="n"))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the limits, and how often chance passes them.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            say(
                "With {n} useful points, a run of more than {longest} points on one side of the centre is a signal, "
                "and so are fewer than {crossings} crossings of it.",
                language,
                n=number(self.n, language),
                longest=number(self.longest, language),
                crossings=number(self.crossings, language),
            ),
            say(
                "Points that do not move would give a signal in {share} of such charts, if they are independent and "
                "the centre is fixed.",
                language,
                share=percent(self.false_alarm, language, decimals=1),
            ),
            *self.about_data(language),
        ]


@checked
def run_chart_limits(n: int, /) -> RunChartLimits:
    r"""From which run and how few crossings on does a run chart give a signal, and how often by chance?

    A run is a row of points on one side of the centre. It is a signal if the longest run has more than

    .. math:: \mathrm{round}(\log_2 n + 3)

    points, or if the line crosses the centre fewer times than the 5 % quantile of a binomial distribution with
    :math:`n - 1` trials and probability ½.

    Parameters
    ----------
    n : int
        Number of useful points, 10 to 10,000: those that do not lie on the centre.

    Returns
    -------
    RunChartLimits
        longest, crossings, and the exact probabilities of a false alarm; `.to_frame()`.

    Raises
    ------
    InputError
        If n is below 10, where no rule is better than looking, or above 10,000.

    Notes
    -----
    The probabilities count all :math:`2^n` equally likely charts. They hold for independent points and a centre that
    was fixed beforehand. Where the centre is the median of the same points, runs are shorter; `run_chart` gives that
    probability beside this one. The false alarms to expect among several charts are the sum of their probabilities.

    The older rule of six points in a row raises a false alarm in nearly a quarter of charts of 20 points, and that of
    five rising points in a fifth; neither is used here.

    References
    ----------
    Anhøj, J. & Olesen, A. V. (2014). Run charts revisited: a simulation study of run chart rules for detection of
    non-random variation in health care processes. PLoS ONE, 9(11), e113825. doi:10.1371/journal.pone.0113825

    Examples
    --------
    >>> from socluster.development.monitoring.limits import run_chart_limits
    >>> limits = run_chart_limits(20)
    >>> limits.longest, limits.crossings, round(limits.false_alarm, 6)
    (7, 6, 0.070583)
    """
    points = positive_integer("n", n, most=_MOST)
    if points < FEWEST:
        raise InputError(
            "there is no rule for fewer than {fewest} useful points (here: {n}); show the plan beside the outcome "
            "instead, as plan_and_outcome does",
            {"fewest": FEWEST, "n": points},
        )
    return limits_of(points)


@cache
def limits_of(n: int) -> RunChartLimits:
    """Return the limits of so many useful points, at least 10."""
    longest, (crossings, few) = round(math.log2(n) + 3), _fewest_crossings(n)
    by_runs = 2 * _splits(n, longest)  # twice: the first run lies above or below
    quiet = float(by_runs[crossings + 1 :].sum())
    return RunChartLimits(n, longest, crossings, 1 - float(by_runs.sum()), few, 1 - quiet)


def alarms_beside_median(above: int, below: int, limits: RunChartLimits) -> float:
    """Return how often chance gives a signal, given how many points lie above and below: all their orders alike likely.

    So it is where the centre is the median of the points themselves.
    """
    up, down = _splits(above, limits.longest), _splits(below, limits.longest)
    size = min(len(up), len(down))
    up, down = up[:size], down[:size]
    quiet = 0.0
    # runs alternate: as many above as below (beginning with either), or one more of either
    for one, other, times in ((up, down, 2.0), (up[1:], down[:-1], 1.0), (up[:-1], down[1:], 1.0)):
        runs = np.arange(len(one)) * 2 + (0 if times > 1 else 1)
        quiet += times * float((one * other)[runs - 1 >= limits.crossings].sum())
    n = above + below
    log_orders = math.lgamma(n + 1) - math.lgamma(above + 1) - math.lgamma(below + 1) - n * math.log(2)
    return min(max(1 - quiet / math.exp(log_orders), 0.0), 1.0)


def _fewest_crossings(n: int) -> tuple[int, float]:
    """Return the 5 % quantile of the crossings of n points, and how likely fewer crossings are.

    The quantile is the least k such that at most k crossings are as likely as 5 %.
    """
    all_charts = 2 ** (n - 1)
    k, fewer, charts = 0, 0, 1  # charts with k crossings
    while 20 * (fewer + charts) < all_charts:
        fewer += charts
        charts = charts * (n - 1 - k) // (k + 1)
        k += 1
    return k, fewer / all_charts


def _splits(n: int, longest: int) -> Array:
    r"""Return by number of runs (from 0) in how many ways n points split into runs of at most `longest`, times 2^-n."""
    ways = [np.zeros(n + 2)]  # of so many points as there are so far, and of up to `longest` fewer
    ways[0][0] = 1.0
    last_run = np.zeros(n + 2)  # the sum of these over the length of the last run, times 2^-length
    for _ in range(n):
        last_run = (ways[-1] + last_run) / 2
        if len(ways) > longest:
            last_run = np.maximum(last_run - ways[0] * 0.5 ** (longest + 1), 0.0)
        new = np.concatenate([[0.0], last_run[:-1]])
        new[new < 1e-290] = 0.0  # numbers that small are slow, and add nothing
        ways = [*ways, new][-longest - 1 :]
    return ways[-1]

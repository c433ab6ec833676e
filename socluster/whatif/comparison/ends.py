"""How exact the ends of intervals are, of all measures of a comparison, as a part of the length of an interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.phrases import ENDS_ARE, ENDS_UNKNOWN
from socluster.words import Language, count, measure_name, number, percent, say

__all__ = ["WorstEnd", "ends_said", "worst_end"]


@dataclass(frozen=True)
class WorstEnd:
    """The least exact end of all intervals.

    Parameters
    ----------
    measure : str
        Whose interval it is.
    error : float
        Monte-Carlo standard error of the end, in the unit of the measure; NaN where too few draws are beyond an end to
        say it.
    share : float
        The same, as a part of the length of the interval.
    """

    measure: str
    error: float
    share: float


def worst_end(outcome: Outcome) -> WorstEnd | None:
    """Return the end that is least exact beside the length of its interval; None where no interval has a length."""
    table = outcome.to_frame()
    errors = outcome.end_errors().to_numpy(float)
    length = (table["high"] - table["low"]).to_numpy(float)
    drawn = np.flatnonzero(np.isfinite(length) & (length > 0))
    if not drawn.size:
        return None
    worst = errors[drawn].max(axis=1)  # NaN where either end is not known
    shares = worst / length[drawn]
    place = int(np.argmax(shares))  # the first NaN, if there is one
    measure = table.index.get_level_values("measure")[drawn[place]]
    return WorstEnd(str(measure), float(worst[place]), float(shares[place]))


def ends_said(outcome: Outcome, language: Language) -> str:
    """Return in one sentence how exact the ends are; nothing where no interval has a length."""
    worst = worst_end(outcome)
    if worst is None:
        return ""
    draws = count("{n} draw", "{n} draws", outcome.draws, language)
    measure = measure_name(worst.measure, language)
    if np.isnan(worst.share):
        return say(ENDS_UNKNOWN, language, draws=draws, measure=measure)
    error, share = number(worst.error, language, digits=2), percent(worst.share, language)
    return say(ENDS_ARE, language, draws=draws, measure=measure, error=error, share=share)

"""How exact the ends of intervals are, of all measures of a comparison, as a part of the length of an interval."""

from __future__ import annotations

import numpy as np

from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.phrases import ENDS_ARE, ENDS_UNKNOWN
from socluster.words import Language, count, percent, say

__all__ = ["ends_error", "ends_said"]


def ends_error(outcome: Outcome) -> float | None:
    """Return the largest standard error of an end of an interval, as a part of the length of the interval.

    Parameters
    ----------
    outcome : Outcome
        What was compared.

    Returns
    -------
    float or None
        None where no interval has a length; NaN where too few draws are beyond an end to say it.
    """
    table, errors = outcome.to_frame(), outcome.end_errors()
    length = (table["high"] - table["low"]).to_numpy(float)
    drawn = np.isfinite(length) & (length > 0)
    if not drawn.any():
        return None
    return float(np.max(errors.to_numpy(float)[drawn].max(axis=1) / length[drawn]))


def ends_said(outcome: Outcome, language: Language) -> str:
    """Return in one sentence how exact the ends are; nothing where no interval has a length."""
    error = ends_error(outcome)
    if error is None:
        return ""
    draws = count("{n} draw", "{n} draws", outcome.draws, language)
    if np.isnan(error):
        return say(ENDS_UNKNOWN, language, draws=draws)
    return say(ENDS_ARE, language, draws=draws, share=percent(error, language))

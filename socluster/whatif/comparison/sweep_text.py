"""What a sweep says of one measure: which candidate changes it most either way."""

from __future__ import annotations

import pandas as pd

from socluster.words import Language, number, say

__all__ = ["most_either_way"]


def most_either_way(measure: str, gains: pd.Series[float], language: Language) -> str:
    """Return who changes a measure most either way; nobody adds what is lost.

    Parameters
    ----------
    measure : str
        What it is called.
    gains : Series
        By candidate; NaN where the measure is undefined.
    language : {"en", "lt"}
        Language of the sentence.
    """
    known = gains.dropna()
    if known.empty:
        return say("{measure} is undefined with every candidate, or as it is.", language, measure=measure)
    told = {"measure": measure, "most": str(known.idxmax()), "least": str(known.idxmin())}
    high, low = float(known.max()), float(known.min())
    told |= {"high": number(high, language, digits=4, sign=True), "low": number(low, language, digits=4, sign=True)}
    if low == high == 0:
        return say("{measure} does not change with any candidate.", language, measure=measure)
    if low == high and len(known) > 1:
        return say("{measure} changes alike with every candidate ({high}).", language, **told)
    if len(known) == 1 and high > 0:
        return say("{measure} rises with {most} ({high}).", language, **told)
    if len(known) == 1:
        return say("{measure} falls with {most} ({high}).", language, **told)
    if low > 0:
        return say(
            "{measure} rises with every candidate: most with {most} ({high}), least with {least} ({low}).",
            language,
            **told,
        )
    if high < 0:
        return say(
            "{measure} falls with every candidate: least with {most} ({high}), most with {least} ({low}).",
            language,
            **told,
        )
    if low == 0:
        return say("{measure} rises most with {most} ({high}) and falls with none.", language, **told)
    if high == 0:
        return say("{measure} falls most with {least} ({low}) and rises with none.", language, **told)
    return say("{measure} rises most with {most} ({high}) and falls most with {least} ({low}).", language, **told)

"""The coefficients as the table of a paper: heads and numbers as text."""

from __future__ import annotations

import pandas as pd

from socluster.words import DASH, Language, marked, number, percent, say

__all__ = ["printed_table"]

_HEADS = {
    "estimate": marked("estimate", context="column"),
    "se": marked("std. error", context="column"),
    "mc_error": marked("Monte-Carlo error", context="column"),
    "z": marked("z", context="column"),
    "p": marked("p", context="column"),
}


def printed_table(frame: pd.DataFrame, interval: float, language: Language) -> pd.DataFrame:
    """Return the table as text; the Monte-Carlo error only where something was simulated.

    Parameters
    ----------
    frame : DataFrame
        From `ErgmFit.to_frame`.
    interval : float
        Probability of the intervals.
    language : {"en", "lt"}
        Language of the heads and numbers.
    """
    shown = {each: head for each, head in _HEADS.items() if each != "mc_error" or (frame["mc_error"] > 0).any()}
    cells = {say(head, language, context="column"): _column(frame, each, language) for each, head in shown.items()}
    ends = zip(_column(frame, "low", language), _column(frame, "high", language), strict=True)
    head = say("{share} interval", language, share=percent(interval, language))
    cells[head] = [say("{low} to {high}", language, low=low, high=high) for low, high in ends]
    return pd.DataFrame(cells, index=frame.index.rename(say("term of the model", language, context="heading")))


def _column(frame: pd.DataFrame, column: str, language: Language) -> list[str]:
    decimals = 2 if column == "z" else 3
    return [number(value, language, decimals=decimals, undefined=DASH) for value in frame[column]]

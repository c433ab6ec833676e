"""What a random partner does, said in the same direction as what the scenario does."""

from __future__ import annotations

from typing import Any

from socluster.words import Language, marked, number, percent, say

__all__ = ["CLEAR", "beside_random"]

CLEAR = 0.95
"""Share of the draws in which one is to do more than the other before that is called a difference."""

_SAME = 1e-12  # a change below this is rounding


def beside_random(row: Any, draws: int, language: Language) -> str:
    """Return what a random partner does, and whether the scenario's own clearly does more or less.

    Parameters
    ----------
    row : mapping
        A row of `Outcome.to_frame` with the columns null and p_above_null.
    draws : int
        Number of draws.
    language : {"en", "lt"}
        Language of the sentence.
    """
    null, above = float(row["null"]), float(row["p_above_null"])
    direction = _direction(row)
    told = {"null": _of_random(null, direction, language)}
    if draws == 1:
        return say("With a random partner of the same type with as many ties {null}.", language, **told)
    told["compared"] = _compared(above, direction if direction * null > 0 else 0, language)
    if max(above, 1 - above) >= CLEAR:
        return say("With a random partner of the same type with as many ties {null}; {compared}.", language, **told)
    return say(
        "With a random partner of the same type with as many ties {null}; {compared}, so it makes no clear difference "
        "whom the partner is tied to.",
        language,
        **told,
    )


def _direction(row: Any) -> int:
    """Return 1 if the scenario was said to raise the measure, -1 if to lower it, 0 if neither is clear."""
    if row["low"] >= 0 and row["delta"] > 0:
        return 1
    return -1 if row["high"] <= 0 and row["delta"] < 0 else 0


def _of_random(null: float, direction: int, language: Language) -> str:
    """Return by how much the measure changes with a random partner: signed where the scenario's change is, too."""
    if abs(null) < _SAME:
        return say("it does not change", language)
    if not direction:
        return say("it changes by {change}", language, change=number(null, language))
    if null > 0:
        return say("it rises by {change}", language, change=number(null, language))
    return say("it falls by {change}", language, change=number(-null, language))


_MORE = {1: marked("here it rises more in {p} of the draws"), -1: marked("here it falls more in {p} of the draws")}
_LESS = {1: marked("here it rises less in {p} of the draws"), -1: marked("here it falls less in {p} of the draws")}


def _compared(above: float, direction: int, language: Language) -> str:
    """Return in how many draws the scenario's own ends on the side of the random partner where it mostly does."""
    if above == 0.5:  # equal counts half
        return say("here it ends higher as often as lower", language)
    p = percent(max(above, 1 - above), language)
    if not direction:
        if above > 0.5:
            return say("here it ends higher in {p} of the draws", language, p=p)
        return say("here it ends lower in {p} of the draws", language, p=p)
    if (above > 0.5) == (direction > 0):
        return say(_MORE[direction], language, p=p)
    return say(_LESS[direction], language, p=p)

"""A number with the interval in which a share of its draws lies."""

from __future__ import annotations

from socluster.words.catalogue import Language
from socluster.words.numbers import number, percent
from socluster.words.sentences import say

__all__ = ["with_interval"]


def with_interval(middle: float, low: float, high: float, share: float, language: Language) -> str:
    """Return a number and its interval in brackets; where both ends are one, as of a single draw, the number alone.

    Examples
    --------
    >>> with_interval(12, 10, 15, 0.9, "en"), with_interval(12, 12, 12, 0.9, "en")
    ('12 [90% interval: 10 to 15]', '12')
    """
    if low == high:
        return number(middle, language)
    return say(
        "{middle} [{share} interval: {low} to {high}]",
        language,
        middle=number(middle, language),
        share=percent(share, language),
        low=number(low, language),
        high=number(high, language),
    )

"""What is off with wrong numbers: rounding, sign, percent, a common factor, or the order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.words import Language, count, marked, say

__all__ = ["diagnose_numbers", "missing_value", "some_right"]

_MOST_DECIMALS = 9
_NEAR = 2e-3
_SIGN = marked("Right but for the sign.")
_PERCENT = marked("That is a percentage; a share is asked for (100 times smaller).")
_SHARE = marked("That is a share; a percentage is asked for (100 times larger).")
_FACTOR = marked("All values are off by the same factor: are they normalised, or should they be?")
_ORDER_ONLY = marked("The order is right, the values are not.")
_UPSIDE_DOWN = marked("The order is upside down.")


def missing_value(value: Any) -> bool:
    """Whether a single value is NaN, NA or None."""
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def diagnose_numbers(
    expected: Sequence[float], given: Sequence[float], tolerance: float, language: Language
) -> str | None:
    """Return what is off with numbers of which at least one is wrong, or None if no pattern is seen."""
    right, answer = np.array(expected, dtype=float), np.array(given, dtype=float)
    transformed = {_SIGN: -right, _PERCENT: right * 100, _SHARE: right / 100}
    if _rounded(right, answer):
        return say("Right up to rounding: give it unrounded.", language)
    for message, numbers in transformed.items():
        if _equal(numbers, answer, tolerance) or _rounded(numbers, answer):
            return say(message, language)
    if _equal(right, answer, _NEAR, relative=True):
        return say("Very near, but not the same: was something rounded on the way?", language)
    if len(right) < 2:
        return None
    pattern = _pattern(right, answer, tolerance)
    if pattern:
        return say(pattern, language)
    hits = sum(_equal(a, b, tolerance) for a, b in zip(right, answer, strict=True))
    return some_right(hits, len(right), language)


def some_right(hits: int, total: int, language: Language) -> str:
    """Say how many of all values are right."""
    return count("{hits} of {n} value is right.", "{hits} of {n} values are right.", total, language, hits=hits)


def _pattern(right: Array, answer: Array, tolerance: float) -> str | None:
    """Return the message about what all numbers have in common."""
    if not (np.isfinite(right).all() and np.isfinite(answer).all()):
        return None
    if _equal(right * answer.dot(right) / max(right.dot(right), 1e-300), answer, tolerance) and answer.any():
        return _FACTOR
    ranks, order = _ranks(right), _ranks(answer)
    if len(set(ranks)) < 2:
        return None
    if (ranks == order).all():
        return _ORDER_ONLY
    return _UPSIDE_DOWN if (ranks == _ranks(-answer)).all() else None


def _ranks(values: Array) -> Array:
    ranks: Array = pd.Series(values.round(9)).rank().to_numpy()
    return ranks


def _equal(right: Any, answer: Any, tolerance: float, *, relative: bool = False) -> bool:
    """Whether all numbers are equal: up to the tolerance, or up to this part of the right number if relative."""
    return bool(np.allclose(answer, right, rtol=tolerance, atol=0.0 if relative else tolerance, equal_nan=True))


def _rounded(right: Array, answer: Array) -> bool:
    """Whether the answer is the right one with fewer decimals; a zero alone says nothing."""
    if not (np.isfinite(right).all() and answer.any()):
        return False
    return any(np.abs(right.round(decimals) - answer).max() < 1e-12 for decimals in range(_MOST_DECIMALS))

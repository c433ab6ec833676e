"""What is off with wrong numbers: rounding, sign, percent, a common factor, or the order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.learn.words import say
from socluster.words import Language

__all__ = ["diagnose_numbers", "missing_value"]

_MOST_DECIMALS = 9
_NEAR = 2e-3


def missing_value(value: Any) -> bool:
    """Whether a single value is NaN, NA or None."""
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def diagnose_numbers(
    expected: Sequence[float], given: Sequence[float], tolerance: float, language: Language
) -> str | None:
    """Return what is off with numbers of which at least one is wrong, or None if no pattern is seen."""
    right, answer = np.array(expected, dtype=float), np.array(given, dtype=float)
    transformed = {"sign": -right, "percent": right * 100, "share": right / 100}
    if _rounded(right, answer):
        return say("rounded", language)
    for word, numbers in transformed.items():
        if _equal(numbers, answer, tolerance) or _rounded(numbers, answer):
            return say(word, language)
    if _equal(right, answer, _NEAR, relative=True):
        return say("near", language)
    if len(right) < 2:
        return None
    pattern = _pattern(right, answer, tolerance)
    if pattern:
        return say(pattern, language)
    hits = sum(_equal(a, b, tolerance) for a, b in zip(right, answer, strict=True))
    return say("some", language, count=hits, total=len(right))


def _pattern(right: Array, answer: Array, tolerance: float) -> str | None:
    """Return the word for what all numbers have in common."""
    if not (np.isfinite(right).all() and np.isfinite(answer).all()):
        return None
    if _equal(right * answer.dot(right) / max(right.dot(right), 1e-300), answer, tolerance) and answer.any():
        return "factor"
    ranks, order = _ranks(right), _ranks(answer)
    if len(set(ranks)) < 2:
        return None
    if (ranks == order).all():
        return "order only"
    return "upside down" if (ranks == _ranks(-answer)).all() else None


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

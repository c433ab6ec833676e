"""What kind of thing an answer is, and when two answers are the same."""

from __future__ import annotations

import math
import numbers
import unicodedata
from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

__all__ = ["as_kind", "cells", "key_of", "kind_of", "near", "same"]

_DIGITS = 3  # significant ones of a rounded answer that will do


def kind_of(value: Any) -> str | None:
    """Return the kind of answer: number, flag, text, ranking, set, series or table; None for anything else."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value.item()
    kinds: list[tuple[str, Any]] = [
        ("flag", bool | np.bool_),
        ("number", numbers.Real),
        ("text", str),
        ("ranking", list | tuple | np.ndarray | pd.Index | pd.Categorical | pd.api.extensions.ExtensionArray),
        ("set", set | frozenset),
        ("series", pd.Series | dict),
        ("table", pd.DataFrame),
    ]
    return next((kind for kind, types in kinds if isinstance(value, types)), None)


def as_kind(value: Any, kind: str | None) -> Any:
    """Return an answer in the plain form of a kind, or None if it is of another.

    The plain form of a ranking and a set is a list, of a dict a Series. A list will do where a set is asked for.
    """
    found = kind_of(value)
    if found != kind and (found, kind) != ("ranking", "set"):
        return None
    if kind == "number":
        return float(value)
    if kind == "flag":
        return bool(value)
    if kind in ("ranking", "set"):
        return list(value)
    if kind == "series":
        return pd.Series(value)
    return value


def same(expected: Any, given: Any, tolerance: float) -> bool:
    """Whether two answers are the same up to the tolerance, the case of letters, and an order that does not count."""
    kind = kind_of(expected)
    if kind is None:
        return type(expected) is type(given) and bool(expected == given)
    right, answer = as_kind(expected, kind), as_kind(given, kind)
    if answer is None:
        return False
    if kind == "ranking":
        return len(right) == len(answer) and all(near(a, b, tolerance) for a, b in zip(right, answer, strict=True))
    if kind == "set":
        return {key_of(item) for item in right} == {key_of(item) for item in answer}
    if kind in ("series", "table"):
        wanted, found = cells(right), cells(answer)
        if kind == "table":  # further columns do no harm
            found = {key: value for key, value in found.items() if key[1] in {key[1] for key in wanted}}
        unique = len(answer) == len({key_of(label) for label in answer.index})
        return unique and wanted.keys() == found.keys() and all(near(wanted[k], found[k], tolerance) for k in wanted)
    return near(right, answer, tolerance) or (kind == "number" and _well_rounded(right, answer))


def _well_rounded(right: float, answer: float) -> bool:
    """Whether an answer is the right number, rounded as a reader would: decimals, and three digits or more."""
    whole, _, decimals = f"{answer:.9f}".rstrip("0").partition(".")
    digits = (whole.lstrip("-") + decimals).lstrip("0")
    return bool(decimals) and len(digits) >= _DIGITS and round(right, len(decimals)) == answer


def cells(answer: pd.Series[Any] | pd.DataFrame) -> dict[Any, Any]:
    """Return the values of a Series by label, or those of a DataFrame by label and column."""
    if isinstance(answer, pd.Series):
        return {key_of(label): value for label, value in zip(answer.index, answer.tolist(), strict=True)}
    return {
        (key_of(label), key_of(column)): value
        for position, column in enumerate(answer.columns)
        for label, value in zip(answer.index, answer.iloc[:, position].tolist(), strict=True)
    }


def near(expected: Any, given: Any, tolerance: float) -> bool:
    """Whether two single values are the same."""
    if _is_missing(expected) or _is_missing(given):
        return _is_missing(expected) and _is_missing(given)
    if isinstance(expected, numbers.Real | np.bool_) and isinstance(given, numbers.Real | np.bool_):
        right, answer = float(expected), float(given)
        if not math.isfinite(right):
            return right == answer
        return abs(right - answer) <= tolerance * max(1.0, abs(right))
    return key_of(expected) == key_of(given)


def key_of(label: Any) -> Hashable:
    """Return a label as it is compared: letters whatever their case and way of writing, numbers as numbers."""
    if isinstance(label, str):
        return " ".join(unicodedata.normalize("NFC", label).casefold().split())
    if isinstance(label, tuple | list):
        return tuple(key_of(part) for part in label)
    if isinstance(label, np.generic):
        return key_of(label.item())
    return label if isinstance(label, Hashable) else repr(label)


def _is_missing(value: Any) -> bool:
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))

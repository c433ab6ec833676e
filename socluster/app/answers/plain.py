"""Values as JSON can hold them: what is not a number is null, and every text stands in both languages."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

import numpy as np
import pandas as pd

from socluster.words import LANGUAGES, Language
from socluster.words.doors import told_at

__all__ = ["Both", "in_both", "plain", "rows_of"]

Told = TypeVar("Told")
Both: TypeAlias = dict[str, Told]  # one for each language


def in_both(tell: Callable[[Language], Told]) -> Both[Told]:
    """Return what is told in each language, as it is told on a page.

    Examples
    --------
    >>> in_both(lambda language: language.upper())
    {'en': 'EN', 'lt': 'LT'}
    """
    with told_at("page"):
        return {language: tell(language) for language in LANGUAGES}


def plain(value: Any) -> Any:
    """Return a value of a table as JSON has it: gaps, what is not a number and what is infinite are None.

    Examples
    --------
    >>> plain(float("nan")), plain(np.int64(3)), plain("a"), plain(True)
    (None, 3, 'a', True)
    """
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return str(value)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a table as a list of rows, its index first.

    Examples
    --------
    >>> rows_of(pd.DataFrame({"n": [1.0, float("nan")]}, index=pd.Index(["a", "b"], name="actor")))
    [{'actor': 'a', 'n': 1.0}, {'actor': 'b', 'n': None}]
    """
    table = frame.reset_index()
    names = [str(name) for name in table.columns]
    return [
        {name: plain(value) for name, value in zip(names, row, strict=True)}
        for row in table.itertuples(index=False, name=None)
    ]

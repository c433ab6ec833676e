"""Arguments of incubation: shares from 0 to 1, times above 0."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["positive", "share"]


def share(argument: str, value: Any) -> float:
    """Return a share: a number from 0 to 1.

    Raises
    ------
    InputError
        If it is none.
    """
    if is_number(value) and 0 <= value <= 1:
        return float(value)
    raise InputError(Problem("must be a number from 0 to 1", column=argument, is_argument=True, value=value))


def positive(argument: str, value: Any, *, may_be_endless: bool = False) -> float:
    """Return a number above 0; an infinite one only where that means something.

    Raises
    ------
    InputError
        If it is none.
    """
    if is_number(value) and value > 0 and (may_be_endless or value < np.inf):
        return float(value)
    message = marked("must be a number above 0")
    raise InputError(Problem(message, column=argument, is_argument=True, value=value))

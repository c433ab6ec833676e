"""Arguments of queues: rates are numbers of one unit of time, servers are whole."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem
from socluster.words import later, marked, number

__all__ = ["rate", "two_ends", "whole_servers"]

_MOST = 1_000_000


def rate(argument: str, value: Any, *, may_be_zero: bool = False) -> float:
    """Return a rate: a number above 0 of what happens in one unit of time.

    Raises
    ------
    InputError
        If it is none.
    """
    if is_number(value) and (0 < value < np.inf or (may_be_zero and value == 0)):
        return float(value)
    if may_be_zero:
        message = marked("must be a rate: a number from 0, of what happens in one unit of time")
    else:
        message = marked("must be a rate: a number above 0, of what happens in one unit of time")
    raise InputError(Problem(message, column=argument, is_argument=True, value=value))


def whole_servers(argument: str, value: Any) -> int:
    """Return the number of servers, at least 1.

    Raises
    ------
    InputError
        If it is not whole, or none: half a post is one server who works half as fast.
    """
    if is_number(value) and 1 <= value <= _MOST and float(value).is_integer():
        return int(value)
    message = marked("must be a whole number from 1 to {most}; half a post is one server with half the service rate")
    most = {"most": later(number, _MOST)}
    raise InputError(Problem(message, column=argument, is_argument=True, value=value, values=most))


def two_ends(name: str, ends: Any) -> tuple[Any, Any]:
    """Return the lowest and the highest value of a range.

    Raises
    ------
    InputError
        If it is no pair.
    """
    if isinstance(ends, tuple | list) and len(ends) == 2:
        return ends[0], ends[1]
    message = marked("a range is a pair of the lowest and the highest value, as in {'service_rate': (8, 12)}")
    raise InputError(Problem(message, row=str(name), column="ranges", is_argument=True, value=ends))

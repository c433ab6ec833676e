"""A queue at the ends of its assumptions: in which ranges these lie, and what the answer would be there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.development.chains.queues.checks import two_ends
from socluster.words import marked

__all__ = ["swept", "usual_ranges"]


def usual_ranges(
    assumptions: pd.DataFrame, service_rate: float, patience_rate: float | None, limit: int | None
) -> dict[str, tuple[float, float]]:
    """Return the ranges of the assumptions that an answer rests on.

    Parameters
    ----------
    assumptions : DataFrame
        From `Queue.assumptions`.
    service_rate : float
        What was stated; its range is as wide, in percent, as that of the assumption.
    patience_rate : float or None
        1 / the mean time that a client is ready to wait; None if nobody leaves.
    limit : int or None
        Most clients in the system; None if there is no limit.
    """
    table = assumptions[["default", "low", "high"]]
    usual, least, most = table.loc["service_rate"].tolist()
    found = {"service_rate": (service_rate * least / usual, service_rate * most / usual)}
    if patience_rate is not None:
        found["patience_rate"] = (1 / table.loc["patience", "high"], 1 / table.loc["patience", "low"])
    elif limit is None:
        found["cv2"] = (table.loc["cv2", "low"], table.loc["cv2", "high"])
    return found


def swept(
    what: str, base: float, ranges: Mapping[str, Any], known: Collection[str], answer: Callable[[str, Any], float]
) -> pd.DataFrame:
    """Return the answers at both ends of every range, with the columns of `Queue.sweep`.

    Parameters
    ----------
    what : str
        Which answer.
    base : float
        What it is with the settings as they are.
    ranges : mapping
        From a setting to its lowest and highest value.
    known : collection of str
        The settings that the answer rests on.
    answer : callable
        Returns the answer if a setting has another value.

    Raises
    ------
    InputError
        If a range is none, or the answer does not rest on it.
    """
    wrong = [name for name in ranges if name not in known]
    if wrong:
        message = marked("the answer does not rest on it")
        raise InputError(
            [
                Problem(message, column="ranges", is_argument=True, value=each, nearest=nearest(each, known))
                for each in wrong
            ]
        )
    rows = {}
    for name, ends in ranges.items():
        low, high = two_ends(name, ends)
        rows[name] = [answer(name, low), base, answer(name, high), low, high]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["low", "base", "high", "from", "to"])
    return table.rename_axis("assumption").rename_axis(what, axis="columns")

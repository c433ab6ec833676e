"""How many events of each kind a budget buys, of a mix of events; and at which price the order of two mixes turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.development.incubation.assumed import kind_of_event
from socluster.words import later, listed, marked

__all__ = ["bought", "cost_of", "mix_of", "prices_of", "turning_price"]

_MOST = 100_000


def prices_of(prices: Any) -> dict[str, float]:
    """Return the price of an event by kind.

    Raises
    ------
    InputError
        If there are none, or one is no number above 0.
    """
    if isinstance(prices, pd.Series):
        prices = prices.to_dict()
    if not isinstance(prices, Mapping) or not prices:
        message = marked(
            "must be the price of an event by kind, as in {'conference': 20000, 'seminar': 3000}: no source states them"
        )
        raise InputError(Problem(message, column="prices", is_argument=True, value=prices))
    wrong = [kind for kind in prices if not isinstance(kind, str)]
    if wrong:
        raise InputError(Problem("is no kind of event", column="prices", is_argument=True, value=wrong[0]))
    bad = [(kind, price) for kind, price in prices.items() if not is_number(price) or not 0 < price < np.inf]
    if bad:
        message = marked("must be a price above 0")
        raise InputError(
            [Problem(message, row=kind, column="prices", is_argument=True, value=price) for kind, price in bad]
        )
    return {kind_of_event(kind): float(price) for kind, price in prices.items()}


def mix_of(name: str, mix: Any, prices: Mapping[str, float]) -> dict[str, float]:
    """Return how many events of each kind a portfolio has, all of which have a price.

    Raises
    ------
    InputError
        If it is no mapping of numbers, holds no event, there are no prices, or a kind has none.
    """
    if isinstance(mix, pd.Series):
        mix = mix.to_dict()
    if not isinstance(mix, Mapping) or not all(isinstance(kind, str) for kind in mix):
        message = marked("must be numbers of events by kind, as in {'conference': 3, 'seminar': 24}")
        raise InputError(Problem(message, row=name, column="portfolios", is_argument=True, value=mix))
    bad = [(kind, number) for kind, number in mix.items() if not is_number(number) or not 0 <= number < _MOST]
    if bad or not sum(mix.values()):
        message = marked("must hold numbers of events from 0, and at least one event")
        raise InputError(Problem(message, row=name, column="portfolios", is_argument=True, value=dict(bad or mix)))
    counts: dict[str, float] = {}
    for kind, number in mix.items():
        if number:
            counts[kind_of_event(kind)] = counts.get(kind_of_event(kind), 0.0) + float(number)
    if not prices:
        prices_of(None)  # which says that a mix needs prices
    dear = [kind for kind in counts if kind not in prices]
    if dear:
        message = marked("has no price (prices: {known})")
        values = {"known": later(listed, list(prices))}
        raise InputError(
            [
                Problem(
                    message,
                    row=name,
                    column="portfolios",
                    is_argument=True,
                    value=kind,
                    nearest=nearest(kind, prices),
                    values=values,
                )
                for kind in dear
            ]
        )
    return counts


def cost_of(mix: Mapping[str, float], prices: Mapping[str, float]) -> float:
    """Return what events cost."""
    return sum(number * prices[kind] for kind, number in mix.items())


def bought(name: str, mix: Mapping[str, float], prices: Mapping[str, float], budget: float | None) -> dict[str, int]:
    """Return how many events of each kind there are: as stated, or as many as a budget buys in about this mix.

    Of whole events below the mix, those are added first of which most is missing, as long as they can be paid for.

    Raises
    ------
    InputError
        If a number is not whole and no budget is stated, or the budget buys no event at all.
    """
    if budget is None:
        broken = [(kind, number) for kind, number in mix.items() if not float(number).is_integer()]
        if broken:
            message = marked("must be a whole number of events, or a mix with a budget")
            raise InputError(Problem(message, row=name, column="portfolios", is_argument=True, value=dict(broken)))
        return {kind: int(number) for kind, number in mix.items()}
    share = budget / cost_of(mix, prices)
    wanted = {kind: number * share for kind, number in mix.items()}
    whole = {kind: int(np.floor(number + 1e-9)) for kind, number in wanted.items()}
    left = budget - cost_of(whole, prices)
    for kind in sorted(wanted, key=lambda kind: whole[kind] - wanted[kind]):
        if prices[kind] <= left + 1e-9 and wanted[kind] - whole[kind] > 1e-9:
            whole[kind] += 1
            left -= prices[kind]
    if not sum(whole.values()):
        message = marked("buys no event of this portfolio")
        raise InputError(Problem(message, row=name, column="budget", is_argument=True, value=budget))
    return {kind: number for kind, number in whole.items() if number}


def turning_price(
    kind: str,
    gains: tuple[float, float],
    mixes: tuple[Mapping[str, float], Mapping[str, float]],
    prices: Mapping[str, float],
    stated: tuple[float, float] = (0.0, 0.0),
) -> float:
    """Return the price of a kind of event at which two portfolios bring equally much for the same money.

    Both keep their events, and what they cost beside those of the mixes (`stated`). NaN if there is no such price
    above 0.
    """
    one, other = (cost_of(mix, prices) + more for mix, more in zip(mixes, stated, strict=True))
    mine, theirs = (mix.get(kind, 0) for mix in mixes)
    slope = gains[0] * theirs - gains[1] * mine
    if abs(slope) < 1e-12:
        return float("nan")
    price = prices[kind] + (gains[1] * one - gains[0] * other) / slope
    return float(price) if price > 0 else float("nan")

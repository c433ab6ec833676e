"""Which mix of events brings most ties for the same money?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import generator, positive_integer, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.development.incubation.barriers import Barriers
from socluster.development.incubation.checks import positive
from socluster.development.incubation.events import events_of
from socluster.development.incubation.incubate import incubate
from socluster.development.incubation.parameters import Incubation
from socluster.development.incubation.portfolio import Portfolio, named_of, portfolio_of
from socluster.development.incubation.portfolio_result import PortfolioComparison
from socluster.development.incubation.spending import prices_of
from socluster.draws.settings import Draws, as_draws
from socluster.io.objects.dispatch import cluster_of
from socluster.words import marked

__all__ = ["compare_portfolios"]


@checked
def compare_portfolios(
    cluster: Any,
    /,
    *,
    portfolios: Mapping[str, Any],
    prices: Any = None,
    budget: float | None = None,
    parameters: Incubation | None = None,
    barriers: Barriers | None = None,
    periods: int = 1,
    draws: int | Draws = 100,
    rng: Generator | int,
    layer: str | None = None,
) -> PortfolioComparison:
    """Which mix of events brings most ties for the same money, and at which price would that change?

    Every portfolio is incubated with the same random numbers: what two portfolios share (the first seminar, say) brings
    the same in both. Compared are the new ties that are alive at the end, for each 1,000 EUR.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        As in `incubate`.
    portfolios : mapping from str to mapping, DataFrame or sequence of mappings
        By name, numbers of events by kind: with a budget they are mixes, scaled until it is spent. Or a row per event,
        as in `incubate`, with `cost` (EUR) where it is not the price of its kind: such a list is held as it stands.
    prices : mapping from str to float, optional
        What an event of each kind costs, in EUR. No source states them, so they are yours. Needed unless every event
        has a cost of its own.
    budget : float, optional
        In EUR: every mix costs so much, or as little less as whole events allow, and no list may cost more. Without it
        they cost what they cost.
    parameters, barriers, periods, draws
        As in `incubate`.
    layer : str, optional
        One layer of ties; without it all.
    rng : int or numpy.random.Generator
        Seed.

    Returns
    -------
    PortfolioComparison
        `best`; `.to_frame()`: events, cost, new ties and ties per 1,000 EUR; `.turning_prices()`; `.plot()`.

    Raises
    ------
    InputError
        If a price is missing or none, a portfolio holds no event, the budget buys none, or a list costs more than it.

    Notes
    -----
    The price at which two portfolios turn is that at which both bring equally many ties for the same money, if both
    keep their events and all other prices stay. Events with a cost of their own do not follow the price of their kind.
    More events bring less for each 1,000 EUR, since the same pairs meet again: compare what costs about the same.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": [f"organisation {place}" for place in range(100)]}))
    >>> mixes = {"conferences": {"conference": 1}, "seminars": {"seminar": 1}}
    >>> prices = {"conference": 12_000, "seminar": 4_000}
    >>> found = sc.compare_portfolios(town, portfolios=mixes, prices=prices, budget=24_000, draws=100, rng=7)
    >>> found.to_frame()[["events", "cost"]].loc["seminars"].tolist()
    [6.0, 24000.0]
    >>> found.best
    'conferences'
    """
    whole = cluster_of(cluster)
    costs = {} if prices is None else prices_of(prices)
    most = None if budget is None else positive("budget", budget)
    if not portfolios or not all(isinstance(name, str) for name in portfolios):
        message = marked("must be mixes of events by name, as in {'as planned': {'conference': 3, 'seminar': 24}}")
        raise InputError(Problem(message, column="portfolios", is_argument=True, value=dict(portfolios)))
    held = {name: portfolio_of(name, given, costs, most, whole.groups) for name, given in portfolios.items()}
    _refuse_wrong_events(whole, held, parameters or Incubation(), positive_integer("periods", periods))
    settings, seed = as_draws(draws), int(generator(rng).integers(2**63))
    found = {
        name: incubate(
            whole,
            events=each.events,
            parameters=parameters,
            barriers=barriers,
            periods=periods,
            draws=settings,
            rng=seed,
            layer=layer,
        )
        for name, each in held.items()
    }
    first = next(iter(found.values()))
    sizes = {name: len(each.history) for name, each in found.items()}
    shown = min(sizes.values())  # with a tolerance some may have needed more draws
    gains = np.column_stack([each.values["building_ties"].to_numpy()[:shown] for each in found.values()])
    return PortfolioComparison(
        cluster=whole,
        portfolios={name: each.counts for name, each in held.items()},
        held=held,
        prices=costs,
        budget=most,
        gains=gains,
        incubated=found,
        interval=settings.interval,
        seed=seed_of(rng),
        data_notes=first.data_notes,
    )


def _refuse_wrong_events(cluster: Cluster, held: Mapping[str, Portfolio], parameters: Incubation, periods: int) -> None:
    """Say in which portfolio an event is wrong, before any is incubated."""
    problems: list[Problem] = []
    for name, each in held.items():
        try:
            events_of(cluster, each.events, parameters, periods)
        except InputError as error:
            problems.extend(named_of(name, error))
    if problems:
        raise InputError(problems)

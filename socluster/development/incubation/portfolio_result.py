"""What mixes of events bring for the same money, in a table and in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.development.incubation.assumed_text import told_assumptions
from socluster.development.incubation.incubated import Incubated
from socluster.development.incubation.incubated_text import events_said
from socluster.development.incubation.portfolio import Portfolio
from socluster.development.incubation.spending import turning_price
from socluster.draws.spread import INTERVAL, spread
from socluster.words import Language, Phrase, count, marked, number, percent, say, value_name

__all__ = ["PortfolioComparison"]

_ABOUT_THE_SAME = 1.1  # whole events rarely cost exactly as much as others


@dataclass(frozen=True, eq=False, repr=False)
class PortfolioComparison(Result):
    """What `compare_portfolios` found. Its text says which portfolio brings most for the money, and when that turns.

    Parameters
    ----------
    cluster : Cluster
        Who would be at the events.
    portfolios : mapping from str to mapping
        By name, the number of events of each kind.
    held : mapping from str to Portfolio
        The same with the events themselves and what each costs.
    prices : mapping
        Price of an event by kind, in EUR.
    budget : float or None
        What was to be spent.
    gains : array of float of shape (draws, portfolios)
        New ties that are alive at the end.
    incubated : mapping from str to Incubated
        The whole answer for each portfolio.
    interval : float
        Share of the draws between low and high.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """

    cluster: Cluster
    portfolios: Mapping[str, Mapping[str, int]] = field(compare=False)
    held: Mapping[str, Portfolio] = field(compare=False, repr=False)
    prices: Mapping[str, float] = field(compare=False)
    budget: float | None
    gains: Array = field(compare=False)
    incubated: Mapping[str, Incubated] = field(compare=False)
    interval: float = INTERVAL
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.gains)

    @property
    def costs(self) -> pd.Series[Any]:
        """What each portfolio costs, in EUR."""
        return pd.Series({name: each.cost(self.prices) for name, each in self.held.items()}, name="cost")

    @property
    def best(self) -> str:
        """The portfolio with the most new ties for the money, on average."""
        return str(self.to_frame()["ties_per_1000"].idxmax())

    def to_frame(self) -> pd.DataFrame:
        """Return one row per portfolio.

        Returns
        -------
        DataFrame
            Index `portfolio`; columns events, one for each kind of event, cost (EUR), mean_ties, low, high,
            error_of_mean (of the new ties that are alive at the end), ties_per_1000 (mean new ties for 1,000 EUR),
            p_best (share of the draws in which it brings most for the money; where several do, shared out).
        """
        names = pd.Index(list(self.portfolios), name="portfolio")
        kinds = list(dict.fromkeys(kind for mix in self.portfolios.values() for kind in mix))
        found = spread(self.gains, self.interval)
        table = pd.DataFrame({"events": [float(sum(mix.values())) for mix in self.portfolios.values()]}, index=names)
        for kind in kinds:
            table[kind] = [float(mix.get(kind, 0)) for mix in self.portfolios.values()]
        costs = self.costs.to_numpy()
        table["cost"] = costs
        table["mean_ties"] = found["mean"].to_numpy()
        for column in ("low", "high", "error_of_mean"):
            table[column] = found[column].to_numpy()
        table["ties_per_1000"] = table["mean_ties"] / costs * 1000
        per_money = self.gains / costs
        leads = np.isclose(per_money, per_money.max(axis=1, keepdims=True), rtol=1e-12, atol=0)
        table["p_best"] = (leads / leads.sum(axis=1, keepdims=True)).mean(axis=0)
        return table

    def turning_prices(self) -> pd.DataFrame:
        """Return at which price of a kind of event the order of two portfolios turns, if all else stays.

        Returns
        -------
        DataFrame
            Index (one, other, kind); columns price (now), turns_at (NaN: at no price above 0), factor (turns_at by
            price). Both portfolios keep their events; events with a cost of their own keep that, too.
        """
        means = dict(zip(self.portfolios, self.gains.mean(axis=0).tolist(), strict=True))
        rows = {}
        for one, other in combinations(self.portfolios, 2):
            mixes = self.held[one].priced, self.held[other].priced
            stated = self.held[one].stated, self.held[other].stated
            for kind in dict.fromkeys([*mixes[0], *mixes[1]]):
                price = turning_price(kind, (means[one], means[other]), mixes, self.prices, stated)
                rows[one, other, kind] = [self.prices[kind], price, price / self.prices[kind]]
        index = pd.MultiIndex.from_tuples(list(rows), names=["one", "other", "kind"]) if rows else None
        table = pd.DataFrame(list(rows.values()), columns=["price", "turns_at", "factor"])
        return table if index is None else table.set_axis(index, axis="index")

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the mean of the new ties for 1,000 EUR of each portfolio, with intervals.

        Parameters
        ----------
        title : str, optional
            Default: the question.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.intervals import intervals

        shown = spread(self.gains / self.costs.to_numpy() * 1000, self.interval)[["mean", "low", "high"]]
        question = say("Which portfolio brings most new ties for the money?", language)
        unit = say("new ties for {money} EUR", language, money=number(1000, language))
        simulated = say("Simulated under stated assumptions, not observed.", language)
        return intervals(
            shown.set_axis(list(self.portfolios), axis="index"),
            same_scale=True,
            title=question if title is None else title,
            subtitle=about(language, cluster=self.cluster.name, level=self.interval, draws=self.draws, more=[unit]),
            caption=f"{simulated} {source_of(self.cluster, language)}",
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what each portfolio brings, which brings most, when that turns, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        table = self.to_frame()
        one = next(iter(self.incubated.values()))
        kinds = {kind: 1 for mix in self.portfolios.values() for kind in mix}
        drawn = [event for each in self.incubated.values() for event in each.drawn_events]
        assumed = told_assumptions(self.cluster, one.parameters, one.barriers, kinds, drawn, language)
        return [
            *(self._of(str(name), row, language) for name, row in table.iterrows()),
            *self._best(table, language),
            say(
                "Prices are as stated; ties are simulated, not observed, and structure is not effectiveness.", language
            ),
            *assumed,
            *self.about_data(language),
        ]

    def _of(self, name: str, row: pd.Series[Any], language: Language) -> str:
        told = {
            "name": name,
            "events": events_said(self.portfolios[name], language),
            "cost": number(float(row["cost"]), language),
            "ties": number(float(row["mean_ties"]), language),
            "money": number(1000, language),
            "per": number(float(row["ties_per_1000"]), language),
            "draws": count("{n} simulated history", "{n} simulated histories", self.draws, language),
        }
        if self.draws < 2:
            return say(
                "{name}: {events} for {cost} EUR; new ties: {ties}, for {money} EUR {per} ({draws}).", language, **told
            )
        return say(
            "{name}: {events} for {cost} EUR; new ties: {ties} [{share} interval: {low} to {high}], for {money} "
            "EUR {per} (means of {draws}).",
            language,
            share=percent(self.interval, language),
            low=number(float(row["low"]), language),
            high=number(float(row["high"]), language),
            **told,
        )

    def _best(self, table: pd.DataFrame, language: Language) -> list[str]:
        if len(table) < 2:
            return []
        per_money = table["ties_per_1000"]
        second = str(per_money.drop(self.best).idxmax())
        if np.isclose(per_money[self.best], per_money[second], rtol=1e-12, atol=0):
            return [
                say("No portfolio brings more for the money than each other one.", language),
                *self._unequal(language),
            ]
        said = []
        if self.draws > 1:
            share = percent(float(table.loc[self.best, "p_best"]), language)
            message = marked("'{name}' brings most for the money, in {share} of the draws.")
            said.append(say(message, language, name=self.best, share=share))
        return [*said, self._turns(second, table, language), *self._unequal(language)]

    def _turns(self, second: str, table: pd.DataFrame, language: Language) -> str:
        """Say at which price of a kind of event the second best is best, or at which cost of all its events."""
        turns = self.turning_prices().dropna(subset="turns_at")
        pair = turns[[{one, other} == {self.best, second} for one, other, _ in turns.index]]
        told: dict[str, Any] = {"one": self.best, "other": second}
        if not pair.empty:
            nearest = (np.log(pair["factor"]).abs()).idxmin()
            return say(
                "The order of '{one}' and '{other}' turns if an event of the kind '{kind}' costs {price} EUR instead "
                "of {now}.",
                language,
                kind=value_name("kind", str(nearest[2]), language),
                price=number(float(pair.loc[nearest, "turns_at"]), language),
                now=number(float(pair.loc[nearest, "price"]), language),
                **told,
            )
        if not (self.held[self.best].stated or self.held[second].stated) or not table.loc[second, "mean_ties"] > 0:
            return say("No price of one kind of event alone would turn the order of the two best.", language)
        return say(
            "The order of '{one}' and '{other}' turns if '{other}' costs {cost} EUR in all instead of {now}.",
            language,
            cost=number(float(table.loc[second, "mean_ties"] / table.loc[self.best, "ties_per_1000"] * 1000), language),
            now=number(float(table.loc[second, "cost"]), language),
            **told,
        )

    def _unequal(self, language: Language) -> list[str]:
        """Say that the portfolios do not cost the same, where they do not."""
        low, high = float(self.costs.min()), float(self.costs.max())
        if high <= low * _ABOUT_THE_SAME:
            return []
        return [
            say(
                "They do not cost the same ({low} to {high} EUR). Where more is spent, the same organisations meet "
                "again, which brings less: for the money, the cheaper looks better than it would at the same cost.",
                language,
                low=number(low, language),
                high=number(high, language),
            )
        ]

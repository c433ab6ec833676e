"""Which goals come first, if every partner has an order of its own?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.development.steps.kemeny import MOST_GOALS, kemeny_orders
from socluster.development.steps.rankings import Rankings, rankings_of
from socluster.words import Language, Phrase, count, listed, marked, number, say
from socluster.words.headings import as_title

__all__ = ["CollectiveChoice", "collective_choice"]

_MOST_SAID = 3


@dataclass(frozen=True, eq=False, repr=False)
class CollectiveChoice(Result):
    """What `collective_choice` found. Its text says it in sentences.

    Parameters
    ----------
    borda : Series of float
        Index `goal`, in the order in which goals are first named: points, n - 1 for a first place, 0 for the last.
    kemeny : tuple of tuple of str
        All orders with the fewest disagreements, best goal first.
    kemeny_distance : float
        Pairwise disagreements of the voters with each of these orders, weighted.
    complete : bool
        Whether `kemeny` holds all of these orders (else the first found).
    condorcet : str or None
        The goal that a majority puts before each other one; None if there is none.
    majorities : DataFrame
        Goals by goals: the weight of the voters who put the row before the column.
    voters : int
        How many orders were handed in.
    weights : tuple of float
        What each of them weighs.
    data_notes : tuple of Phrase
        Nothing: it knows no cluster.
    """

    borda: pd.Series[Any] = field(repr=False)
    kemeny: tuple[tuple[str, ...], ...]
    kemeny_distance: float
    complete: bool
    condorcet: str | None
    majorities: pd.DataFrame = field(repr=False)
    voters: int
    weights: tuple[float, ...] = ()
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return a row per goal: index `goal`; columns borda, best and worst place in the orders of Kemeny, from 1."""
        places = np.array([[order.index(goal) + 1 for goal in self.borda.index] for order in self.kemeny])
        columns = {"borda": self.borda, "kemeny_best": places.min(axis=0), "kemeny_worst": places.max(axis=0)}
        return pd.DataFrame(columns, index=self.borda.index)

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw the points of every goal (Borda), most first, with its places in the orders of Kemeny.

        Parameters
        ----------
        title : str, optional
            Default: which goal comes first, or that this is open.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot import bars  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.text import glued

        table = self.to_frame().sort_values("borda", ascending=False, kind="stable")
        told = [
            say(
                "{points}; place by Kemeny's rule: {place}",
                language,
                points=number(float(row["borda"]), language),
                place=_places(int(row["kemeny_best"]), int(row["kemeny_worst"])),
            )
            for _, row in table.iterrows()
        ]
        frame = pd.DataFrame({"value": table["borda"].to_numpy(dtype=float), "told": told}, index=table.index)
        is_choice = len(self.borda) > 1 and self.voters > 1
        finding = self._of_condorcet(language) if is_choice else self.sentences(language)[0]
        orders = count("{n} order", "{n} orders", self.voters, language, context="handed in")
        by_points = [say("sorted by number, largest first", language)] if len(frame) > 1 else []
        return bars(
            frame,
            label=say("points by Borda's rule", language),
            title=as_title(finding) if title is None else title,
            subtitle=glued([orders, *by_points]),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what each rule puts first.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if len(self.borda) < 2:
            return [say("With one goal alone there is nothing to choose.", language), *self.about_data(language)]
        if self.voters == 1:
            only = say(
                "There is one order only, {order}: it says what one prefers, not what many agree on.",
                language,
                order=" > ".join(self.kemeny[0]),
            )
            return [only, *self.about_data(language)]
        first = self.borda[np.isclose(self.borda, self.borda.max())]
        said = [
            count(
                "{n} order of {goals}.",
                "{n} orders of {goals}.",
                self.voters,
                language,
                goals=count("{n} goal", "{n} goals", len(self.borda), language, context="of"),
            ),
            *self._of_weights(language),
            say(
                "Borda puts first: {goals} (points: {points}).",
                language,
                goals=listed(list(first.index), language),
                points=number(float(self.borda.max()), language),
            ),
            self._of_kemeny(language),
        ]
        return [*said, self._of_condorcet(language), *self.about_data(language)]

    def _of_weights(self, language: Language) -> list[str]:
        """Return what the orders weigh, where they do not count once each."""
        low, high = (min(self.weights), max(self.weights)) if self.weights else (1.0, 1.0)
        if low == high == 1:
            return []
        told = {"low": number(low, language), "high": number(high, language)}
        if low == high:
            return [say("Each order weighs {low}; points and disagreements are weighted.", language, low=told["low"])]
        return [
            say(
                "The orders weigh from {low} to {high}, {total} together; points, disagreements and majorities are "
                "weighted.",
                language,
                total=number(sum(self.weights), language),
                **told,
            )
        ]

    def _of_condorcet(self, language: Language) -> str:
        by_weight = len(set(self.weights)) > 1
        if self.condorcet is None:
            if by_weight:
                return say("No goal wins against every other one by a majority of the weight.", language)
            return say("No goal wins against every other one by a majority.", language)
        if by_weight:
            template = marked("A majority of the weight puts {goal} before each other goal.")
            return say(template, language, goal=self.condorcet)
        return say("A majority puts {goal} before each other goal.", language, goal=self.condorcet)

    def _of_kemeny(self, language: Language) -> str:
        orders = "; ".join(" > ".join(order) for order in self.kemeny[:_MOST_SAID])
        distance = number(self.kemeny_distance, language)
        if len(self.kemeny) == 1 and self.complete:
            template = marked("The order with the fewest disagreements ({distance}) is {orders}.")
            return say(template, language, distance=distance, orders=orders)
        if not self.complete:
            return count(
                "There are more than {n} order with the fewest disagreements ({distance}), among them {orders}.",
                "There are more than {n} orders with the fewest disagreements ({distance}), among them {orders}.",
                len(self.kemeny),
                language,
                distance=distance,
                orders=orders,
            )
        if len(self.kemeny) > _MOST_SAID:
            return count(
                "{n} order has the fewest disagreements ({distance}), among them {orders}.",
                "{n} orders have the fewest disagreements ({distance}), among them {orders}.",
                len(self.kemeny),
                language,
                distance=distance,
                orders=orders,
            )
        return count(
            "{n} order has the fewest disagreements ({distance}): {orders}.",
            "{n} orders have the fewest disagreements ({distance}): {orders}.",
            len(self.kemeny),
            language,
            distance=distance,
            orders=orders,
        )


@checked
def collective_choice(rankings: Any, /, *, weights: Any = None) -> CollectiveChoice:
    r"""Which goals come first, if every partner has an order of its own?

    Three rules, because they need not agree. Borda: a goal gets n - 1 points for every first place, one less for each
    place down. Kemeny: the order with the fewest pairwise disagreements with the voters. Condorcet: the goal that a
    majority puts before each other one, if there is one.

    .. math:: B(a) = \sum_v w_v (n - 1 - \text{place}_v(a)), \qquad
              K(\pi) = \sum_v w_v\, |\{(a, b): a <_\pi b,\ b <_v a\}|

    Parameters
    ----------
    rankings : sequence of orders, mapping from voter to order, or DataFrame
        An order is a list of goals, best first, or a text such as "A > B > C" (or "ABC", letter by letter). A table
        has a row per voter and a column per goal, which holds its rank, 1 = first.
    weights : sequence, Series or mapping, optional
        What each voter weighs, in the same order or by name. Without it 1 each.

    Returns
    -------
    CollectiveChoice
        borda, kemeny (all orders), kemeny_distance, condorcet, majorities; `.to_frame()`.

    Raises
    ------
    InputError
        If an order is incomplete (ask; it is not filled in), names a goal twice, or a weight is not positive.

    Notes
    -----
    Up to nine goals all orders are tried; of more, up to 40, an integer program finds one order after the other. At
    most 1,000 (or 20) of the orders of Kemeny are listed. Where majorities go round in a circle, there is no Condorcet
    winner, and several orders of Kemeny.

    References
    ----------
    Kemeny, J. G. (1959). Mathematics without numbers. Daedalus, 88, 577-591.
    Young, H. P. (1988). Condorcet's theory of voting. American Political Science Review, 82, 1231-1244.
    doi:10.2307/1961757

    Examples
    --------
    >>> import socluster as sc
    >>> sc.collective_choice(["ABCD", "BCDA", "CDBA"], weights=[3, 2, 2])
    3 orders of 4 goals.
    The orders weigh from 2 to 3, 7 together; points, disagreements and majorities are weighted.
    Borda puts first: B (points: 14).
    The order with the fewest disagreements (13) is B > C > D > A.
    A majority of the weight puts B before each other goal.
    """
    read = rankings_of(rankings, weights)
    if len(read.goals) > MOST_GOALS:
        raise InputError(Problem("at most {most} goals", value=len(read.goals), values={"most": MOST_GOALS}))
    preferences = read.preferences()
    orders, distance, complete = kemeny_orders(preferences)
    goals = pd.Index(read.goals, name="goal", dtype=object)
    return CollectiveChoice(
        borda=pd.Series(preferences.sum(axis=1), index=goals, name="borda"),
        kemeny=tuple(tuple(read.goals[place] for place in order) for order in orders),
        kemeny_distance=distance,
        complete=complete,
        condorcet=_winner(read),
        majorities=pd.DataFrame(preferences, index=goals, columns=pd.Index(read.goals, name="before", dtype=object)),
        voters=len(read.places),
        weights=tuple(read.weights.tolist()),
    )


def _winner(read: Rankings) -> str | None:
    """Return the goal that beats all others, if there are others."""
    preferences = read.preferences()
    wins = (preferences > preferences.T).sum(axis=1)
    best = int(np.argmax(wins))
    return read.goals[best] if len(read.goals) > 1 and wins[best] == len(read.goals) - 1 else None


def _places(best: int, worst: int) -> str:
    """Return a place in the order of goals, or between which places it lies."""
    return str(best) if best == worst else f"{best}–{worst}"

"""So many persons in so many categories, and no more is known: what may the composition have been?"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import comb, lgamma
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number, positive_integer, whole_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.draws.spread import INTERVAL
from socluster.words import Language, Phrase, count, later, marked, number, percent, say
from socluster.words.headings import as_title

__all__ = ["CompositionRanges", "composition_ranges"]

_MOST = 5_000  # persons: beyond, the chances are computed in more time than anybody has


@dataclass(frozen=True, eq=False, repr=False)
class CompositionRanges(Result):
    """What `composition_ranges` found. Its text says it in sentences.

    Parameters
    ----------
    total, categories, at_least : int
        Persons, categories, and the fewest in each.
    prior : {"allocations", "persons"}
        What was taken to be equally likely.
    allocations : int
        In how many ways so many persons can be so many in each category.
    chances : Series of float
        Index `persons`: the chance that a category (any of them, they are alike) has so many.
    data_notes : tuple of Phrase
        Nothing: it knows no cluster.
    """

    total: int
    categories: int
    at_least: int
    prior: str
    allocations: int
    chances: pd.Series[Any] = field(repr=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def mean(self) -> float:
        """Mean number of persons in a category."""
        return self.total / self.categories

    @property
    def median(self) -> int:
        """The smallest number that a category stays at or below in at least half of the cases."""
        return self.quantile(0.5)

    @property
    def low(self) -> int:
        """Lower end of the 90 % interval."""
        return self.quantile((1 - INTERVAL) / 2)

    @property
    def high(self) -> int:
        """Upper end of the 90 % interval."""
        return self.quantile((1 + INTERVAL) / 2)

    def quantile(self, share: float) -> int:
        """Return the smallest number that a category stays at or below with at least this chance.

        Parameters
        ----------
        share : float
            The chance, from 0 to 1.
        """
        if not is_number(share) or not 0 <= share <= 1:
            raise InputError(Problem("share must lie between 0 and 1", value=share))
        reached = self.chances.cumsum().to_numpy() >= share - 1e-12
        return int(self.chances.index[int(np.argmax(reached))] if reached.any() else self.chances.index[-1])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per possible number: index `persons`; columns chance, at_most (the chance of no more)."""
        return pd.DataFrame({"chance": self.chances, "at_most": self.chances.cumsum().clip(upper=1.0)})

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw how probable each number of persons in a category is.

        Parameters
        ----------
        title : str, optional
            Default: between which numbers a category lies.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot import bars  # plotly is heavy; load it when somebody wants to see

        chances = self.chances[self.chances > 5e-4]
        told = [percent(float(chance), language, decimals=1) for chance in chances]
        names = [count("{n} person", "{n} persons", int(k), language) for k in chances.index]
        finding = self.sentences(language)[0]
        if self.allocations > 1:
            finding = say(
                "A category has {low} to {high} in {share} of the cases",
                language,
                low=number(self.low, language),
                high=number(self.high, language),
                share=percent(INTERVAL, language),
            )
        assumed = "" if self.allocations == 1 else self.sentences(language)[1]
        return bars(
            pd.DataFrame({"value": chances.to_numpy(dtype=float), "told": told}, index=pd.Index(names, dtype=object)),
            label=say("probability that a category has so many", language),
            title=as_title(finding) if title is None else title,
            caption=assumed,
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many compositions there are, and between what numbers a category lies.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        told = {
            "persons": count("{n} person", "{n} persons", self.total, language),
            "categories": count("{n} category", "{n} categories", self.categories, language),
            "least": number(self.at_least, language),
        }
        if self.allocations == 1:
            only = say(
                "{persons} in {categories}, at least {least} in each: one composition is possible, with {each} in "
                "each category.",
                language,
                each=number(self.mean, language, digits=3),
                **told,
            )
            return [only, *self.about_data(language)]
        counts = count(
            "{persons} in {categories}, at least {least} in each: {n} composition is possible.",
            "{persons} in {categories}, at least {least} in each: {n} compositions are possible.",
            self.allocations,
            language,
            **told,
        )
        if self.prior == "allocations":
            assumed = say("Assumption: each of these compositions is equally likely.", language)
        else:
            assumed = say("Assumption: each person is equally likely to be of any category.", language)
        ends = say(
            "Then a category has {mean} on average, {low} to {high} in {share} of the cases; which category has how "
            "many is not known.",
            language,
            mean=number(self.mean, language, digits=3),
            low=number(self.low, language),
            high=number(self.high, language),
            share=percent(INTERVAL, language),
        )
        return [counts, assumed, ends, *self.about_data(language)]


@checked
def composition_ranges(
    *, total: int, categories: int, at_least: int = 1, prior: Literal["allocations", "persons"] = "allocations"
) -> CompositionRanges:
    r"""So many persons in so many categories, and no more is known: what may the composition have been?

    If each of the compositions with at least m in every category is equally likely, one category has k with the chance

    .. math:: P(k) = \binom{r - k + m + c - 2}{c - 2} \Big/ \binom{r + c - 1}{c - 1}, \qquad r = n - c m

    with n persons and c categories.

    Parameters
    ----------
    total : int
        How many persons.
    categories : int
        How many categories.
    at_least : int, default 1
        The fewest in each category; 1 where each is named because somebody of it was there.
    prior : {"allocations", "persons"}, default "allocations"
        What is equally likely: every composition, or every category for each person by itself (as far as at least so
        many are in each). The two differ much, and neither is documented: name the one you use.

    Returns
    -------
    CompositionRanges
        allocations, chances (by number), mean, median, low and high (of the 90 % interval), `.quantile()`,
        `.to_frame()`.

    Raises
    ------
    InputError
        If there are fewer persons than the categories need.

    Examples
    --------
    >>> from socluster.measures.services.composition import composition_ranges
    >>> table = composition_ranges(total=34, categories=11)
    >>> table.allocations, round(table.mean, 3), round(float(table.chances[1]), 3), table.quantile(0.95)
    (92561040, 3.091, 0.303, 8)
    """
    persons, kinds = whole_number("total", total), positive_integer("categories", categories)
    least = whole_number("at_least", at_least)
    if persons > _MOST or kinds > _MOST:
        raise InputError(
            Problem("at most {most} persons and categories", value=total, values={"most": later(number, _MOST)})
        )
    free = persons - kinds * least
    if free < 0:
        message = marked(
            "{categories} categories with at least {least} in each need {needed} persons; there are {total}"
        )
        values: dict[str, object] = {
            "categories": kinds, "least": least, "needed": later(number, kinds * least), "total": later(number, persons)
        }  # fmt: skip
        raise InputError(message, values)
    several = comb(free + kinds - 1, kinds - 1)
    if kinds == 1:
        chances = np.zeros(free + 1)
        chances[-1] = 1.0
    elif prior == "allocations":
        chances = np.array([comb(free - k + kinds - 2, kinds - 2) / several for k in range(free + 1)])
    else:
        chances = _of_persons(persons, kinds, least)
    index = pd.RangeIndex(least, least + free + 1, name="persons")
    return CompositionRanges(persons, kinds, least, prior, several, pd.Series(chances, index=index, name="chance"))


def _of_persons(persons: int, kinds: int, least: int) -> Array:
    """Return the chances if every person is of any category by itself, given that all have at least so many.

    That is the same as independent Poisson numbers of at least so many, given their sum; the mean of these numbers does
    not matter, and the mean of a category keeps the chances of all sums in the range of floats.
    """
    numbers = np.arange(persons + 1)
    mean = max(persons / kinds, 1e-9)
    log = numbers * np.log(mean) - mean - np.array([lgamma(k + 1.0) for k in numbers])
    one = np.where(numbers >= least, np.exp(log), 0.0)
    others = _sum_of(one / one.sum(), kinds - 1, persons)
    chances = one * others[::-1]
    kept: Array = (chances / chances.sum())[least : persons - (kinds - 1) * least + 1]
    return kept


def _sum_of(one: Array, n: int, most: int) -> Array:
    """Return the chances of the sum of n independent numbers, up to `most` (by squaring)."""
    total = np.zeros(most + 1)
    total[0] = 1.0
    power = one
    while n:
        if n % 2:
            total = np.convolve(total, power)[: most + 1]
        power, n = np.convolve(power, power)[: most + 1], n // 2
    return total

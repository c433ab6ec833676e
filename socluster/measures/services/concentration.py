"""Do those who stand lower in some order, poorer or more rural, get less?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, is_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.measures.services.spread_values import aligned_numbers, weighted_values
from socluster.words import Language, Phrase, count, marked, number, say
from socluster.words.headings import as_title

__all__ = ["Concentration", "concentration"]

_SMALL = 1e-12  # of an index that differs from 0 by rounding only


@dataclass(frozen=True, eq=False, repr=False)
class Concentration(Result):
    """What `concentration` found. Its text says it in sentences.

    Parameters
    ----------
    index : float
        From -1 to 1: positive if those of high rank have more than their share, negative if those of low rank have.
    wagstaff, erreygers : float or None
        The same for values between 0 and 1, made comparable between means; None unless asked.
    n : int
        Number of places.
    curve : DataFrame
        The concentration curve: a row per rank, lowest first, places of the same rank together (index: their names),
        places without people left out; columns people and amount, cumulated shares. Without rows if there is nothing
        to be spread.
    data_notes : tuple of Phrase
        Nothing: it knows no cluster.
    """

    index: float
    wagstaff: float | None
    erreygers: float | None
    n: int
    curve: pd.DataFrame = field(repr=False, compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def __float__(self) -> float:
        """Return the concentration index."""
        return self.index

    def to_frame(self) -> pd.DataFrame:
        """Return one row per index: index `index`, column value; wagstaff and erreygers only for bounded values."""
        named = {"concentration": self.index}
        if self.wagstaff is not None and self.erreygers is not None:
            named |= {"wagstaff": self.wagstaff, "erreygers": self.erreygers}
        return pd.DataFrame({"value": list(named.values())}, index=pd.Index(list(named), name="index"))

    def plot(self, *, title: str | None = None, caption: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure of the concentration curve.

        Parameters
        ----------
        title : str, optional
            Default: who gets more, and the index.
        caption : str, optional
            Where the numbers come from.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import lorenz  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        finding = "" if np.isnan(self.index) else as_title(self._who(language))
        places = count("{n} place", "{n} places", self.n, language)
        return lorenz(
            self.curve,
            by_rank=True,
            title=finding if title is None else title,
            subtitle=about(language, more=[places]),
            caption=caption,
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who gets more, and the indices.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        check_language(language)
        if np.isnan(self.index):
            return [
                say("Nothing is there to be spread: all values are 0, or there are none.", language),
                *self.about_data(language),
            ]
        return [
            self._who(language),
            *self._bounded(language),
            say("It follows the order that was given; it does not say why.", language),
            *self.about_data(language),
        ]

    def _who(self, language: Language) -> str:
        value = number(self.index, language, decimals=3)
        if len(self.curve) < 2:
            return say("All people are of one rank, so that the order tells nobody from others.", language)
        if abs(self.index) < _SMALL:
            return say("Concentration index {value}: neither end of the order gets more.", language, value=value)
        if self.index > 0:
            return say(
                "Concentration index {value}: those of higher rank get more than their share.", language, value=value
            )
        return say("Concentration index {value}: those of lower rank get more than their share.", language, value=value)

    def _bounded(self, language: Language) -> list[str]:
        if self.wagstaff is None or self.erreygers is None:
            return []
        if np.isnan(self.wagstaff):  # all values are 1, so that the range of the index is 0
            erreygers = number(self.erreygers, language, decimals=3)
            return [say("For values between 0 and 1: Erreygers' index {erreygers}.", language, erreygers=erreygers)]
        return [
            say(
                "For values between 0 and 1: Wagstaff's index {wagstaff}, Erreygers' index {erreygers}.",
                language,
                wagstaff=number(self.wagstaff, language, decimals=3),
                erreygers=number(self.erreygers, language, decimals=3),
            )
        ]


@checked
def concentration(values: Any, /, *, rank: Any, weights: Any = None, bounded: bool = False) -> Concentration:
    r"""Do poorer or more rural places get less?

    .. math:: C = \frac{2}{\mu} \operatorname{cov}_w(h, R), \qquad
              W = \frac{C}{1 - \mu}, \quad E = 4 \mu C

    with the value h of a place, its mean mu over people, and R the share of people of lower rank and half of those of
    the same rank. The range of C for values between 0 and 1 is from mu - 1 to 1 - mu; W (Wagstaff) and E (Erreygers)
    take that into account, each in its own way.

    Parameters
    ----------
    values : Series, mapping or list
        Rates by place, such as `service_rate` gives.
    rank : Series, mapping or list
        What orders the places, lowest first: income, say, or inhabitants per square kilometre. Only the order counts.
    weights : Series, mapping or list, optional
        People by place; without it each place counts alike.
    bounded : bool, default False
        Whether values are shares between 0 and 1, for which Wagstaff's and Erreygers' indices are given as well.

    Returns
    -------
    Concentration
        index, wagstaff, erreygers, curve; `.plot()`.

    Raises
    ------
    InputError
        If a number is missing, a place lacks its rank or weight, all weights are 0, or bounded values exceed 1.

    Notes
    -----
    With the order of the values themselves it is the Gini index; with the reverse order, minus that. Places of equal
    rank share their place in the order. NaN if all values are 0. Wagstaff's index is NaN if all values are 1.

    References
    ----------
    Kakwani, N., Wagstaff, A. & van Doorslaer, E. (1997). Socioeconomic inequalities in health. Journal of Econometrics,
    77, 87-103. doi:10.1016/S0304-4076(96)01807-6
    Wagstaff, A. (2005). The bounds of the concentration index when the variable of interest is binary. Health
    Economics, 14, 429-432. doi:10.1002/hec.953
    Erreygers, G. (2009). Correcting the concentration index. Journal of Health Economics, 28, 504-515.
    doi:10.1016/j.jhealeco.2008.02.003

    Examples
    --------
    >>> from socluster.measures.services.concentration import concentration
    >>> found = concentration([10, 20, 30, 60], rank=[2, 1, 4, 3], weights=[100, 300, 200, 400])
    >>> round(found.index, 6)
    0.137838
    >>> found
    Concentration index 0.138: those of higher rank get more than their share.
    It follows the order that was given; it does not say why.
    """
    read, weight = weighted_values(values, weights)
    order = _ranks(rank, read.index)
    rate = read.to_numpy(dtype=float)
    if bounded and (rate > 1).any():
        message = marked("bounded values lie between 0 and 1; leave bounded out for rates")
        problems = [
            Problem(message, row=str(label), is_argument=True, column="values", value=float(value))
            for label, value in read.items()
            if value > 1
        ]
        raise InputError(problems)
    mean = float(weight @ rate / weight.sum()) if len(rate) else 0.0
    nothing = float("nan") if bounded else None
    if not mean > 0:
        nowhere = pd.DataFrame({"people": [], "amount": []}, index=pd.Index([], name="place", dtype=object))
        return Concentration(float("nan"), nothing, nothing, len(rate), nowhere)
    people = weight / weight.sum()
    curve = _curve(read, order, people)
    index = float(2 / mean * (people @ ((rate - mean) * (_fractional(order, people) - 0.5))))
    if not bounded:
        return Concentration(index, None, None, len(rate), curve)
    wagstaff = index / (1 - mean) if mean < 1 else float("nan")
    return Concentration(index, wagstaff, 4 * mean * index, len(rate), curve)


def _ranks(rank: Any, index: pd.Index[Any]) -> Array:
    """Return what orders the places; it may be negative, since only the order counts."""
    given = pd.Series(rank, dtype=object) if isinstance(rank, Mapping) else rank
    is_row = isinstance(given, list | tuple | pd.Series) or (isinstance(given, np.ndarray) and given.ndim == 1)
    cells = pd.Series(given, dtype=object) if is_row else None
    if cells is None or not cells.map(is_number).all() or not len(cells):
        return aligned_numbers("rank", given, index)  # which says what is wrong
    return aligned_numbers("rank", cells.astype(float).rank(), index)


def _fractional(order: Array, people: Array) -> Array:
    """Return the share of people of lower rank, and half of those of the same."""
    ranks, place = np.unique(order, return_inverse=True)
    share = np.bincount(place, weights=people, minlength=len(ranks))
    fractional: Array = (share.cumsum() - share / 2)[place]
    return fractional


def _curve(values: pd.Series[Any], order: Array, people: Array) -> pd.DataFrame:
    """Return the cumulated shares of people and of what there is, by rank from the lowest."""
    is_inhabited = people > 0
    values, order, people = values[is_inhabited], order[is_inhabited], people[is_inhabited]
    ranks, place = np.unique(order, return_inverse=True)
    amount = people * values.to_numpy(dtype=float)
    shares = [np.bincount(place, weights=each, minlength=len(ranks)).cumsum() for each in (people, amount)]
    names = [", ".join(map(str, values.index[place == rank])) for rank in range(len(ranks))]
    columns = {"people": shares[0] / shares[0][-1], "amount": shares[1] / shares[1][-1]}
    return pd.DataFrame(columns, index=pd.Index(names, name="place", dtype=object))

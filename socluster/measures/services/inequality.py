"""How unevenly is something spread over places: within regions, and between them?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.measures.services.spread_values import aligned_labels, weighted_values
from socluster.words import Language, Phrase, count, number, percent, say
from socluster.words.headings import as_title

__all__ = ["Inequality", "inequality"]


@dataclass(frozen=True, eq=False, repr=False)
class Inequality(Result):
    """What `inequality` found. Its text says it in sentences.

    Parameters
    ----------
    gini : float
        From 0 (all alike) towards 1.
    theil : float
        Theil's T, from 0 to the logarithm of the whole weight over the smallest.
    mean_log_deviation : float
        From 0; infinite if a place that people live in has nothing.
    hoover : float
        The part of the whole that would have to move for all to be alike, from 0 to 1.
    between, within : float or None
        The two parts of Theil's T, between the groups and within them; None without groups.
    lorenz : DataFrame
        A row per place, the one with least first: people, amount (cumulated shares, the last is 1).
    is_weighted : bool
        Whether places count by their weights, or each alike.
    by_group : DataFrame or None
        A row per group: places, people (share), amount (share), theil (within it).
    may_be_counts : bool
        Whether the places are weighted and all values are whole numbers above 1, as counts are and rates seldom.
    data_notes : tuple of Phrase
        Nothing: it knows no cluster.
    """

    gini: float
    theil: float
    mean_log_deviation: float
    hoover: float
    between: float | None
    within: float | None
    lorenz: pd.DataFrame = field(repr=False)
    is_weighted: bool
    by_group: pd.DataFrame | None = field(default=None, repr=False)
    may_be_counts: bool = False
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def gini_of_sample(self) -> float:
        """The Gini index times n / (n - 1), as for a sample of n places that count alike; NaN for fewer than two."""
        n = len(self.lorenz)
        return self.gini * n / (n - 1) if n > 1 else float("nan")

    def __float__(self) -> float:
        """Return the Gini index."""
        return self.gini

    def to_frame(self) -> pd.DataFrame:
        """Return one row per index: index `index`, column value; between and within only where there are groups."""
        named = {
            "gini": self.gini,
            "theil": self.theil,
            "mean_log_deviation": self.mean_log_deviation,
            "hoover": self.hoover,
        }
        if self.between is not None and self.within is not None:
            named |= {"between": self.between, "within": self.within}
        return pd.DataFrame({"value": list(named.values())}, index=pd.Index(list(named), name="index"))

    def plot(self, *, title: str | None = None, caption: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure of the Lorenz curve.

        Parameters
        ----------
        title : str, optional
            Default: which part would have to move to be even, and the Gini index.
        caption : str, optional
            Where the numbers come from.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import lorenz  # plotly is heavy; load it when somebody wants to see

        finding = ""
        if self._is_one():
            finding = say("All people are in one place, so that there is nothing to compare.", language)
        elif not np.isnan(self.gini):
            finding = say(
                "{hoover} of what there is would have to move to be even (Gini index {gini})",
                language,
                hoover=percent(self.hoover, language),
                gini=number(self.gini, language, decimals=3),
            )
        heading = as_title(finding) if title is None else title
        alike: Literal["actors", "places"] = "actors" if self.lorenz.index.name == "actor" else "places"
        counted: Literal["people", "actors", "places"] = "people" if self.is_weighted else alike
        return lorenz(self.lorenz, counted=counted, title=heading, caption=caption, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how unevenly it is spread, and how that splits over the groups.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        check_language(language)
        n = len(self.lorenz)
        if self._is_one():
            return [
                say("All people are in one place, so that there is nothing to compare.", language),
                *self.about_data(language),
            ]
        if np.isnan(self.gini):
            return [
                say("Nothing is there to be spread: all values are 0, or there are none.", language),
                *self.about_data(language),
            ]
        return [
            *self._whole(n, language),
            *self._infinite(language),
            *self._split(language),
            *self._perhaps_counts(language),
            say(
                "It describes these places only; whether they stand for others is not said, nor whether an even "
                "spread would help.",
                language,
            ),
            *self.about_data(language),
        ]

    def _is_one(self) -> bool:
        """Return whether all people are in one place, over which nothing can be uneven."""
        shares = np.diff(self.lorenz["people"].to_numpy(), prepend=0.0)
        return bool((shares > 0).sum() == 1)

    def _whole(self, n: int, language: Language) -> list[str]:
        values = {
            "gini": number(self.gini, language, decimals=3),
            "hoover": percent(self.hoover, language),
        }
        if self.is_weighted:
            first = count(
                "Over {n} place, weighted by its people: Gini index {gini}.",
                "Over these {n} places, weighted by their people: Gini index {gini}.",
                n,
                language,
                **values,
            )
        else:
            first = count(
                "Over {n} place that counts alone: Gini index {gini}.",
                "Over these {n} places, each counted alike: Gini index {gini}.",
                n,
                language,
                **values,
            )
        moved = say("For all to have alike, {hoover} of the whole would have to be elsewhere.", language, **values)
        return [first, moved]

    def _infinite(self, language: Language) -> list[str]:
        if np.isfinite(self.mean_log_deviation):
            return []
        return [say("The mean log deviation is infinite, because somewhere people have nothing.", language)]

    def _perhaps_counts(self, language: Language) -> list[str]:
        if not self.may_be_counts:
            return []
        return [
            say(
                "All values are whole numbers. They were taken as rates, that is as what there is per person; if they "
                "are counts, divide them by the numbers of people first.",
                language,
            )
        ]

    def _split(self, language: Language) -> list[str]:
        if self.between is None or self.within is None:
            return []
        if self.theil <= 0:
            return [say("There is no difference to split over the groups.", language)]
        return [
            say(
                "Of the inequality (Theil's T, {theil}) {between} lies between the groups and {within} within them.",
                language,
                theil=number(self.theil, language, decimals=3),
                between=percent(self.between / self.theil, language),
                within=percent(self.within / self.theil, language),
            )
        ]


@checked
def inequality(values: Any, /, *, weights: Any = None, groups: Any = None) -> Inequality:
    r"""How unevenly is something spread over places: between regions, and within them?

    With the rate x of a place (places of a service per inhabitant, say), its share p of the people and its share s of
    the whole, s = p x / sum(p x), and the Lorenz curve L of the places in the order of their rates:

    .. math:: G = 1 - \sum_i p_i (L_{i-1} + L_i), \quad T = \sum_i s_i \ln \frac{s_i}{p_i}, \quad
              D = \sum_i p_i \ln \frac{p_i}{s_i}, \quad H = \tfrac12 \sum_i |s_i - p_i|

    Theil's T splits without a rest: :math:`T = \sum_g s_g T_g + \sum_g s_g \ln (s_g / p_g)`, within and between groups.

    Parameters
    ----------
    values : Series, mapping or list
        Rates by place, such as `service_rate` gives: what there is per person, not how much there is. Of weighted
        whole numbers, which may be counts, the sentences say so.
    weights : Series, mapping or list, optional
        People by place; without it each place counts alike, which is another question.
    groups : Series, mapping or list, optional
        The group (region) of every place.

    Returns
    -------
    Inequality
        gini, theil, mean_log_deviation, hoover, between, within, lorenz; `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If a value or weight is missing, negative or no number, a place lacks a weight or group, or all weights are 0.

    Notes
    -----
    The Gini index is that of the population, not of a sample: it equals R's `ineq::Gini(corr = FALSE)` for equal
    weights, and `.gini_of_sample` is `corr = TRUE`. Name which of them you report, and whether it is weighted. Hoover's
    index is the largest gap between the Lorenz curve and the diagonal. The mean log deviation is infinite if a place
    with people has nothing. All are NaN if there is nothing at all. A place without people counts for nothing.

    References
    ----------
    Shorrocks, A. F. (1980). The class of additively decomposable inequality measures. Econometrica, 48, 613-625.
    doi:10.2307/1913126
    Theil, H. (1967). Economics and Information Theory. North-Holland.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.services.inequality import inequality
    >>> centres = sc.dataset_tables("day_centres")["distribution"].set_index("municipality")
    >>> rate = centres["centres"] / centres["inhabitants"]
    >>> found = inequality(rate, weights=centres["inhabitants"])
    >>> round(found.gini, 4), round(inequality(rate).gini, 4)
    (0.6605, 0.5725)
    >>> found.lorenz.round(3)
                  people  amount
    municipality
    Šilutė         0.573     0.1
    Kupiškis       0.829     0.2
    Kazlų Rūda     1.000     1.0
    """
    read, weight = weighted_values(values, weights)
    regions = None if groups is None else aligned_labels("groups", groups, read.index)
    rate = read.to_numpy(dtype=float)
    total = float(weight @ rate) if len(rate) else 0.0
    people = weight / weight.sum() if len(rate) else weight
    if not total > 0:
        return _of_nothing(read.index, people, rate, weights is not None, regions)
    amount = people * rate / (people @ rate)
    curve = _lorenz(read.index, people, amount, rate)
    before = curve["amount"].shift(fill_value=0.0)
    steps = curve["people"].diff().fillna(curve["people"].iloc[0])
    by_group = None if regions is None else _by_group(regions, people, amount)
    between = None if by_group is None else _theil(by_group["people"].to_numpy(), by_group["amount"].to_numpy())
    within = None if by_group is None else float(by_group["amount"] @ by_group["theil"].fillna(0.0))
    return Inequality(
        gini=max(0.0, float(1 - steps @ (before + curve["amount"]))),
        theil=_theil(people, amount),
        mean_log_deviation=_theil(amount, people),
        hoover=_clean(float(np.abs(amount - people).sum() / 2)),
        between=between,
        within=within,
        lorenz=curve,
        is_weighted=weights is not None,
        by_group=by_group,
        may_be_counts=weights is not None and bool(np.all(rate == np.round(rate)) and rate.max() > 1),
    )


def _lorenz(index: pd.Index[Any], people: Array, amount: Array, rate: Array) -> pd.DataFrame:
    """Return the cumulated shares in the order of the rates."""
    order = np.argsort(rate, kind="stable")
    # the sums of rounded shares may miss 1 by a rounding error, which a picture would tell as "more than 99%"
    columns = {"people": people[order].cumsum().clip(max=1.0), "amount": amount[order].cumsum().clip(max=1.0)}
    if len(order):
        columns = {name: np.append(sums[:-1], 1.0) for name, sums in columns.items()}
    curve = pd.DataFrame(columns, index=index[order])
    return curve if isinstance(index, pd.MultiIndex) or index.name else curve.rename_axis("place")


def _theil(expected: Array, found: Array) -> float:
    """Return sum of found ln(found / expected); what is 0 adds nothing, what is expected nowhere is infinite."""
    there = found > 0
    if (expected[there] <= 0).any():
        return float("inf")
    return max(0.0, float(found[there] @ np.log(found[there] / expected[there])))


def _by_group(regions: pd.Series[Any], people: Array, amount: Array) -> pd.DataFrame:
    rows = {}
    for name in dict.fromkeys(regions):
        inside = (regions == name).to_numpy()
        p, s = float(people[inside].sum()), float(amount[inside].sum())
        theil = _theil(people[inside] / p, amount[inside] / s) if p > 0 and s > 0 else float("nan")
        rows[name] = (int(inside.sum()), p, s, theil)
    columns = ["places", "people", "amount", "theil"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("group")


def _of_nothing(
    index: pd.Index[Any], people: Array, rate: Array, is_weighted: bool, regions: pd.Series[Any] | None
) -> Inequality:
    """Return undefined indices: of nothing nobody has more."""
    nan = float("nan")
    curve = _lorenz(index, people, np.full(len(rate), nan), rate)
    part = None if regions is None else nan
    return Inequality(nan, nan, nan, nan, part, part, curve, is_weighted)


def _clean(value: float) -> float:
    """Return 0 for what differs from it by rounding only."""
    return value if abs(value) > 1e-12 else 0.0

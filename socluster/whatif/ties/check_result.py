"""What a check of a tie model on the members found: which of their properties it reproduces, and which it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.draws.spread import spread
from socluster.whatif.phrases import assumed
from socluster.whatif.ties.protocol import TieModel
from socluster.words import Language, Phrase, column_name, count, marked, number, percent, say, translated

__all__ = ["ModelCheck"]

DEGREES, TRANSITIVITY, RECIPROCITY, MIXING = "degree spread", "transitivity", "reciprocity", "mixing"
_NAMES = {
    DEGREES: marked("standard deviation of the number of ties"),
    TRANSITIVITY: marked("share of pairs of partners who are tied"),
    RECIPROCITY: marked("share of partners whose tie is returned"),
    MIXING: marked("share of partners of the same group"),
}

_SHOWN = ("observed", "low", "high")
_MOST_DIGITS = 9


def _digits(row: Any, write: Callable[[float, int], str]) -> int:
    """Return how many more digits it takes to see that what is so differs from the ends of an interval outside it."""
    if row["reproduced"]:
        return 0
    ends = [end for end in (row["low"], row["high"]) if end != row["observed"]]
    for more in range(_MOST_DIGITS):
        if all(write(row["observed"], more) != write(end, more) for end in ends):
            return more
    return _MOST_DIGITS


@dataclass(frozen=True, eq=False, repr=False)
class ModelCheck(Result):
    """What `ties.check` found.

    Parameters
    ----------
    model : TieModel
        The model.
    layer : str
        The layer of ties.
    by : str, optional
        The column that makes the groups; None without groups.
    observed : ndarray of shape (4,)
        Degree spread, transitivity, reciprocity and mixing of the members.
    values : ndarray of shape (4, draws)
        The same in each draw.
    directed : bool
        Whether ties have a direction.
    members : int
        How many members were left out and let in again.
    skipped : int
        Whom of those asked the model does not fit.
    interval : float
        Share of the draws between low and high.
    fingerprint : str, optional
        Fingerprint of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    circle : tuple of Phrase
        That the model looks at the groups that the ties are derived from; empty where it does not.
    """

    model: TieModel
    layer: str
    by: str | None
    observed: Array = field(compare=False)
    values: Array = field(compare=False)
    directed: bool
    members: int
    skipped: int = 0
    interval: float = 0.9
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)
    circle: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """How often each member joined again."""
        return int(self.values.shape[1])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per property of the members.

        Returns
        -------
        DataFrame
            Index `property`: degree spread (standard deviation of the number of ties), transitivity (share of the pairs
            of partners who are tied), reciprocity (share of partners whose tie is returned; of directed layers), mixing
            (share of partners of the same group; where there are groups). Columns observed, expected (median of the
            draws), low, high, p (share of the draws at least as far out on that side, times two, at most 1) and
            reproduced.
        """
        drawn = spread(self.values.T, self.interval)
        table = pd.DataFrame({"observed": self.observed, "expected": drawn["median"].to_numpy()}, index=[*_NAMES])
        table["low"], table["high"] = drawn["low"].to_numpy(), drawn["high"].to_numpy()
        noise = 1e-9
        above = (self.values >= self.observed[:, None] - noise).mean(axis=1)
        below = (self.values <= self.observed[:, None] + noise).mean(axis=1)
        table["p"] = np.minimum(1.0, 2 * np.minimum(above, below))
        inside = (table["observed"] >= table["low"] - noise) & (table["observed"] <= table["high"] + noise)
        table["reproduced"] = inside
        kept = table["observed"].notna() & table["expected"].notna()
        kept[RECIPROCITY] &= self.directed
        kept[MIXING] &= self.by is not None
        return table[kept].rename_axis("property")

    @property
    def failures(self) -> list[str]:
        """The properties that the model cannot reproduce."""
        table = self.to_frame()
        return [str(name) for name in table.index[~table["reproduced"].to_numpy(dtype=bool)]]

    def missed(self, language: Language = "en") -> list[str]:
        """Return each property that the model cannot reproduce, as observed and as the model has it.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the words.
        """
        failed = self.to_frame().loc[self.failures]
        return [self._told(str(name), row, language) for name, row in failed.iterrows()]

    def warnings(self, language: Language = "en") -> list[str]:
        """Return what the model cannot reproduce, and whether the check is circular; none where neither is so.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        circle = [each.said(language) for each in self.circle]
        told = self.missed(language)
        if not told:
            return circle
        message = marked(
            "{model} does not reproduce what members show: {told}; ties.suggest ranks models, and where this one comes "
            "first, none that it tries predicts better."
        )
        return [*circle, say(message, language, model=repr(self.model), told="; ".join(told))]

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what was checked, a sentence per property, and what it rests on.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        head = count(
            "Check of {model}: {n} member was left out and joined again, {draws}.",
            "Check of {model}: {n} members were left out one by one and joined again, {draws}.",
            self.members,
            language,
            model=repr(self.model),
            draws=count("{n} time", "{n} times", self.draws, language),
        )
        said = [head, *(each.said(language) for each in self.circle)]
        for name, row in self.to_frame().iterrows():
            told = self._told(str(name), row, language)
            if row["reproduced"]:
                said.append(say("Reproduced: {told}.", language, told=told))
            else:
                said.append(say("Not reproduced: {told}.", language, told=told))
        if self.skipped:
            said.append(
                count(
                    "{n} member whom the model does not fit is left out of the check.",
                    "{n} members whom the model does not fit are left out of the check.",
                    self.skipped,
                    language,
                )
            )
        caveat = say("Members represent newcomers; a model that passes may still be wrong about these.", language)
        return [*said, *self.about_data(language), *assumed([self.model.assumption(language)], language), caveat]

    def _told(self, name: str, row: Any, language: Language) -> str:
        what = translated(_NAMES[name], language)
        if name == MIXING and self.by is not None:
            by = column_name(self.by, language)
            what = say("share of partners of the same group ({by})", language, by=by)
        if name == DEGREES:
            digits = _digits(row, lambda value, more: number(value, language, digits=3 + more))
            shown = {key: number(row[key], language, digits=3 + digits) for key in _SHOWN}
        else:
            decimals = _digits(row, lambda value, more: percent(value, language, decimals=more))
            shown = {key: percent(row[key], language, decimals=decimals) for key in _SHOWN}
        return say("{what} {observed}, in the model {low} to {high}", language, what=what, **shown)

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: by how much the model differs from what members show, by property.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        table = self.to_frame()
        names = [translated(_NAMES[str(name)], language) for name in table.index]
        moved = {"median": table["expected"], "low": table["low"], "high": table["high"]}
        frame = pd.DataFrame(moved).sub(table["observed"], axis="index").set_axis(names)
        return intervals(
            frame,
            title=say("The model minus what members show", language),
            subtitle=about(
                language,
                cluster=self.cluster_name,
                level=self.interval,
                draws=self.draws,
                more=[repr(self.model), count("{n} member left out", "{n} members left out", self.members, language)],
            ),
            language=language,
        )

"""The answer of a sensitivity analysis: what every assumption does to the choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW
from socluster.core.result import Result
from socluster.draws.spread import spread
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.wins import most_wins, shared_wins
from socluster.whatif.phrases import caveat_of_gains, nobody_is_as_good
from socluster.words import Language, Phrase, as_sentence, count, listed, number, percent, say

__all__ = ["NOBODY", "Sensitivity", "Settled"]

NOBODY = "(nobody)"  # with whom a single scenario is compared

_COLUMNS = ["mean_gain_if_low", "mean_gain", "mean_gain_if_high", "best_if_low", "best_if_high", "changes"]
_IN_THE_PICTURE = dict(zip(_COLUMNS, ["low", "base", "high", "best_low", "best_high", "changes"], strict=True))


@dataclass(frozen=True, eq=False)
class Settled:
    """What the candidates gain, draw by draw, if an assumption is low, and if it is high.

    Parameters
    ----------
    names : mapping of str to str
        Name of the assumption by language.
    low, high : mapping of str to array
        Gains of all candidates by name.
    of : tuple of str
        The candidates that make this assumption.
    """

    names: Mapping[str, str]
    low: Mapping[str, Array]
    high: Mapping[str, Array]
    of: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Sensitivity(Result):
    """What `sensitivity` found. Its text says which assumptions would change the choice.

    Parameters
    ----------
    goal : Goal
        What is to be gained.
    gains : mapping of str to array
        Gains of the candidates as assumed, draw by draw.
    settled : tuple of Settled
        The same for every assumption, low and high.
    skipped : tuple of str
        Tie models that do not say what to vary.
    draws : int
        Number of draws.
    fingerprint : str, optional
        Fingerprint of the cluster.
    seed : int, optional
        Seed of the draws, if it is known.
    is_certain : bool
        Whether nothing is random as assumed.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster : Cluster, optional
        The cluster as it is now.
    """

    goal: Goal
    gains: Mapping[str, Array] = field(compare=False)
    settled: tuple[Settled, ...] = field(compare=False)
    skipped: tuple[str, ...]
    draws: int
    fingerprint: str | None = None
    seed: int | None = None
    is_certain: bool = False
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False)

    @property
    def best(self) -> str:
        """The candidate that wins most draws as assumed."""
        return _best(self.gains)

    def to_frame(self, language: Language = "en") -> pd.DataFrame:
        """Return one row per assumption, that which moves the gain most first.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the names of the assumptions.

        Returns
        -------
        DataFrame
            Index `assumption`. Columns:

            - mean_gain_if_low, mean_gain, mean_gain_if_high: mean gain of the candidate that is best as assumed, at the
              low setting, as assumed, and at the high one
            - best_if_low, best_if_high: which candidate wins most draws at these settings
            - changes: whether either is another one than as assumed
        """
        table = self._table.copy()
        names = {each.names["en"]: each.names[language] for each in self.settled}
        return table.rename(index=names)

    @cached_property
    def _table(self) -> pd.DataFrame:
        best = self.best
        rows = []
        for each in self.settled:
            winners = [_best(each.low), _best(each.high)]
            means = spread(np.column_stack([each.low[best], self.gains[best], each.high[best]]))["mean"]
            rows.append((each.names["en"], *means, *winners, winners != [best, best]))
        table = pd.DataFrame(rows, columns=["assumption", *_COLUMNS]).set_index("assumption").astype({"changes": bool})
        means = table[_COLUMNS[:3]]
        swing = (means.max(axis=1) - means.min(axis=1)).to_numpy()
        return table.iloc[np.argsort(-swing, kind="stable")]

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the choice, a sentence per assumption, and what was not varied.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        gains = self.gains[self.best]
        drawn = spread(gains)
        mean_gain, high = float(drawn["mean"].item()), float(drawn["high"].item())
        without = float((gains <= 0).sum() / max((~np.isnan(gains)).sum(), 1))
        said = [self._as_assumed(language)]
        if self.best != NOBODY:
            said += nobody_is_as_good(self.best, mean_gain, high, without, language)
        if self.draws == 1 and not self.is_certain:
            said.append(ONE_DRAW.said(language))
        table = self.to_frame(language)
        if not np.isnan(mean_gain):
            said += [self._sentence(str(name), row, language) for name, row in table.iterrows()]
        if len(table):
            said.append(
                say(
                    "Each assumption was varied alone; two wrong assumptions together may still change the choice.",
                    language,
                )
            )
        else:
            said.append(say("No assumption was varied.", language))
        if self.skipped:
            models = ", ".join(self.skipped)
            said.append(say("Not varied, since the model does not say how: {models}.", language, models=models))
        if not self.goal.is_single:
            said += self.goal.sentences(language)[:-1]
        return [*said, *self.about_data(language), caveat_of_gains(language)]

    def _as_assumed(self, language: Language) -> str:
        """Return who is chosen as assumed, and how sure that is."""
        told = {"name": self.best, "goal": self.goal.said(language)}
        mean_gain = spread(self.gains[self.best])["mean"].item()
        if np.isnan(mean_gain):
            return say("As assumed, {goal} is undefined with every candidate.", language, goal=told["goal"])
        told["gain"] = number(abs(mean_gain), language)
        if self.draws == 1 and mean_gain < 0:
            return say("As assumed, {name} comes first for {goal}, with a loss of {gain}.", language, **told)
        if self.draws == 1:
            return say("As assumed, {name} comes first for {goal}, with a gain of {gain}.", language, **told)
        wins = shared_wins(np.array(list(self.gains.values())).T).mean(axis=0)
        told["p"] = percent(float(wins[list(self.gains).index(self.best)]), language)
        if mean_gain < 0:
            return count(
                "As assumed, {name} comes first for {goal} in {p} of {n} draw, with a mean loss of {gain}.",
                "As assumed, {name} comes first for {goal} in {p} of {n} draws, with a mean loss of {gain}.",
                self.draws,
                language,
                **told,
            )
        return count(
            "As assumed, {name} comes first for {goal} in {p} of {n} draw, with a mean gain of {gain}.",
            "As assumed, {name} comes first for {goal} in {p} of {n} draws, with a mean gain of {gain}.",
            self.draws,
            language,
            **told,
        )

    def _sentence(self, assumption: str, row: Any, language: Language) -> str:
        others = []
        if row["best_if_low"] != self.best:
            others.append(say("{other} if it is low", language, other=row["best_if_low"]))
        if row["best_if_high"] != self.best:
            others.append(say("{other} if it is high", language, other=row["best_if_high"]))
        ends = row[["mean_gain_if_low", "mean_gain_if_high"]].astype(float)
        if ends.isna().any():
            return say("{assumption}: at an end of it the goal is undefined.", language, assumption=assumption)
        low, high = (number(end, language) for end in ends)
        told = {"assumption": assumption, "name": self.best, "low": low, "high": high}
        if others:
            said = say(
                "{assumption}: the choice changes: {choice}; the gain of {name} ranges from {low} to {high}.",
                language,
                choice=", ".join(others),
                **told,
            )
        else:
            said = say(
                "{assumption}: the choice stays; the gain of {name} ranges from {low} to {high}.", language, **told
            )
        return as_sentence(said)

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: a bar per assumption, from the gain at its low setting to that at its high one.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import tornado  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        table = self.to_frame(language).rename(columns=_IN_THE_PICTURE)
        makers = {each.names[language]: each.of for each in self.settled}
        table["whose"] = [
            say("in all candidates", language)
            if set(makers[name]) >= set(self.gains) - {NOBODY}
            else say("in {names}", language, names=listed(makers[name], language, most=3))
            for name in table.index
        ]
        return tornado(
            table,
            label=self.goal.change_said(language),
            title=say("Which assumption moves the gain of {name} most?", language, name=self.best),
            subtitle=about(
                language,
                cluster=None if self.cluster is None else self.cluster.name,
                actors=None if self.cluster is None else self.cluster.n_actors,
                draws=None if self.is_certain else self.draws,
                more=[say("means over the draws", language)] if not self.is_certain and self.draws > 1 else [],
            ),
            caption=None if self.cluster is None else source_of(self.cluster, language),
            language=language,
        )


def _best(gains: Mapping[str, Array]) -> str:
    return list(gains)[most_wins(np.array(list(gains.values())).T)]

"""Tie models ranked by how well they predict members who are left out, and how sure that ranking is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.draws.spread import INTERVAL
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.committee import Committee
from socluster.whatif.ties.mixture import Mixture
from socluster.whatif.ties.protocol import TieModel
from socluster.words import Language, Phrase, count, number, percent, say, value_name

__all__ = ["Suggestion"]

CLEAR = 2.0  # standard errors


@dataclass(frozen=True, eq=False, repr=False)
class Suggestion(Result):
    """What `ties.suggest` found.

    Parameters
    ----------
    models : tuple of TieModel
        The models, in the order in which they were asked.
    layer : str
        The layer of ties.
    scores : ndarray of shape (models, members)
        Log score of each model for each member who was left out; NaN where no formula is known.
    covered : ndarray of shape (models, members, 2)
        Whether number of ties, and ties among partners, are within the middle 90 % of the draws.
    draws : int
        How often what a model does not know about itself was drawn.
    fingerprint : str, optional
        Fingerprint of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    """

    models: tuple[TieModel, ...]
    layer: str
    scores: Array = field(compare=False)
    covered: Array = field(compare=False)
    draws: int
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)

    @property
    def best(self) -> TieModel:
        """The model with the highest log score."""
        return self.ranked[0]

    @property
    def ranked(self) -> tuple[TieModel, ...]:
        """The models, the best first."""
        return tuple(self.models[place] for place in self._order)

    @property
    def close(self) -> tuple[TieModel, ...]:
        """The models whose log score is within two standard errors of the best: too close to call."""
        table = self.to_frame()
        near = table["difference"].to_numpy() >= -CLEAR * table["error"].to_numpy()
        return tuple(self.models[place] for place, is_near in zip(self._order, near, strict=True) if is_near)

    @property
    def suggested(self) -> TieModel:
        """The best model; or, where others are too close to call, a `Mixture` of these, each as probable as the others.

        Which of them is right is not known, and intervals that rest on one of them would be too narrow.
        """
        return Mixture(dict.fromkeys(self.close, 1.0)) if len(self.close) > 1 else self.best

    @property
    def _order(self) -> list[int]:
        means = np.nan_to_num(self.scores.mean(axis=1), nan=-np.inf, neginf=-1e300)
        return [int(place) for place in np.argsort(-means, kind="stable")]

    def to_frame(self) -> pd.DataFrame:
        """Return one row per model, the best first.

        Returns
        -------
        DataFrame
            Index `model` (as it is written); columns log_score (mean over the members, the higher the better; minus
            infinity where a member has a tie that the model makes impossible), difference to the best and its standard
            error (over members), coverage and coverage_of_closure (share of the members whose number of ties, and of
            ties among their partners, lie within the middle 90 % of the draws), coverage_error (standard error of
            these, at 90 %).
        """
        order = self._order
        scores, members = self.scores[order], self.scores.shape[1]
        with np.errstate(invalid="ignore"):
            behind = scores - scores[0]
            error = behind.std(axis=1, ddof=1) / np.sqrt(members) if members > 1 else np.full(len(order), np.nan)
            table = pd.DataFrame(
                {"log_score": scores.mean(axis=1), "difference": behind.mean(axis=1), "error": error},
                index=pd.Index([repr(self.models[place]) for place in order], name="model"),
            )
        share = self.covered[order].mean(axis=1)
        table["coverage"], table["coverage_of_closure"] = share[:, 0], share[:, 1]
        table["coverage_error"] = float(np.sqrt(0.9 * 0.1 / members))
        return table

    def sentences(self, language: Language = "en") -> list[str]:
        """Return which model predicts best, which come close, and what coverage says.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        table = self.to_frame()
        first = table.iloc[0]
        said = [
            count(
                "{model} predicts the ties of {n} member who was left out best (layer '{layer}'; mean log score "
                "{score}).",
                "{model} predicts the ties of {n} members who were left out best (layer '{layer}'; mean log score "
                "{score}).",
                self.scores.shape[1],
                language,
                model=str(table.index[0]),
                layer=value_name("layer", self.layer, language),
                score=number(first["log_score"], language),
            )
        ]
        close = [repr(model) for model in self.close[1:]]
        if close:
            said.append(
                say(
                    "Too close to call: {models}; `suggested` is a mixture of these and the first.",
                    language,
                    models="; ".join(close),
                )
            )
        for name, row in table.iloc[1:].iterrows():
            if str(name) in close:
                continue
            said.append(self._behind(str(name), row, language))
        if any(isinstance(part, Committee) for part in walk(self.best)):
            said.append(
                say(
                    "Committee needs to know which groups the partner belongs to (with_affiliation, or events=).",
                    language,
                )
            )
        said.append(
            say(
                "Its {interval} intervals hold the number of ties of {ties} of the members, and the number of ties "
                "among their partners of {closed} (standard error {error}).",
                language,
                interval=percent(INTERVAL, language),
                ties=percent(first["coverage"], language),
                closed=percent(first["coverage_of_closure"], language),
                error=percent(first["coverage_error"], language),
            )
        )
        caveat = say(
            "Members represent newcomers, and share ties, so differences are less sure than their standard errors say.",
            language,
        )
        return [*said, *self.about_data(language), caveat]

    def _behind(self, name: str, row: Any, language: Language) -> str:
        if not np.isfinite(row["log_score"]):
            if np.isnan(row["log_score"]):
                return say("{model}: no log score, for its ties depend on each other.", language, model=name)
            return say("{model} makes ties impossible that members have.", language, model=name)
        return say(
            "{model} comes behind by {difference} (standard error {error}).",
            language,
            model=name,
            difference=number(-row["difference"], language),
            error=number(row["error"], language),
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: how far each model is behind the best, with two standard errors.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        table = self.to_frame()
        table = table[np.isfinite(table["difference"])]
        error = CLEAR * table["error"].fillna(0.0)
        frame = pd.DataFrame(
            {"difference": table["difference"], "low": table["difference"] - error, "high": table["difference"] + error}
        )
        title = say("Log score of members who are left out, beside the best model", language)
        left_out = count("{n} member left out", "{n} members left out", self.scores.shape[1], language)
        bars = say("bars: {n} standard errors on either side", language, n=number(CLEAR, language))
        layer = say("layer: {layer}", language, layer=value_name("layer", self.layer, language))
        subtitle = about(language, cluster=self.cluster_name, draws=self.draws, more=[layer, left_out, bars])
        return intervals(frame, same_scale=True, title=title, subtitle=subtitle, language=language)

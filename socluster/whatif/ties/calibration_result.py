"""How well a tie model predicts the ties of members who were left out: scores, curve, sentences and picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.whatif.phrases import assumed
from socluster.whatif.ties.protocol import TieModel
from socluster.words import Language, Phrase, count, number, percent, say, value_name

__all__ = ["Calibration", "auc", "wilson"]

_Z = 1.959964  # 95 %


@dataclass(frozen=True, eq=False, repr=False)
class Calibration(Result):
    """What `calibrate` found.

    Parameters
    ----------
    model : TieModel
        The model.
    layer : str
        The layer whose ties were predicted.
    predictions : DataFrame
        One row per dyad of a member who was left out: actor, source, target, predicted (0..1), observed (bool).
    bins : int
        Number of bins of the curve.
    fingerprint : str, optional
        Fingerprint of the cluster.
    seed : int, optional
        Seed of the members who were left out, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    """

    model: TieModel
    layer: str
    predictions: pd.DataFrame = field(compare=False)
    bins: int = 10
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)

    @property
    def auc(self) -> float:
        """Area under the ROC curve, 0..1; NaN if no dyad, or every dyad, has a tie.

        The share of pairs of a dyad with a tie and one without in which the first is called likelier; equal
        probabilities count one half (Mann-Whitney; Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747). All
        dyads are taken together, so it also asks whether the model knows who has many ties. That is a hard question:
        once a well connected member is left out, those like it seem to have fewer ties. See `auc_within`.
        """
        return auc(self._predicted, self._observed)

    @property
    def auc_within(self) -> float:
        """Mean over the members of the area under the curve of their own dyads: does it know to whom, not how many?"""
        return float(self.by_actor()["auc"].mean())

    @property
    def brier(self) -> float:
        """Mean of (predicted - observed)^2, 0..1, lower is better (Brier 1950)."""
        return float(np.mean((self._predicted - self._observed) ** 2))

    @property
    def brier_of_rate(self) -> float:
        """The Brier score of giving every dyad the overall rate r of ties, which is r (1 - r)."""
        rate = float(self._observed.mean())
        return rate * (1 - rate)

    @property
    def log_loss(self) -> float:
        """Mean of -log of the probability of what is so; infinite if something is so that was held to be impossible."""
        with np.errstate(divide="ignore"):
            return float(-np.log(np.where(self._observed, self._predicted, 1 - self._predicted)).mean())

    def to_frame(self) -> pd.DataFrame:
        """Return the calibration curve.

        Returns
        -------
        DataFrame
            Index `bin`, from low to high probabilities; columns predicted (mean), observed (share of ties), low and
            high (95 % interval of that share: Wilson 1927, doi:10.1080/01621459.1927.10502953), n (dyads).
        """
        shares = np.arange(1, self.bins + 1) / self.bins
        upper = np.unique(np.quantile(self._predicted, shares, method="inverted_cdf"))
        table = self.predictions.groupby(np.searchsorted(upper, self._predicted))[["predicted", "observed"]]
        curve = table.mean().astype(float)
        n = table.size().to_numpy()
        curve["low"], curve["high"] = wilson(curve["observed"].to_numpy(), n)
        curve["n"] = n
        return curve.rename_axis("bin")

    def by_actor(self) -> pd.DataFrame:
        """Return one row per member who was left out.

        Returns
        -------
        DataFrame
            Index `actor`; columns dyads, ties (that it has), expected (that the model gives it on average), auc (NaN
            where it has no ties, or all).
        """
        rows = {}
        for actor, own in self.predictions.groupby("actor", sort=False):
            predicted, observed = own["predicted"].to_numpy(), own["observed"].to_numpy()
            rows[actor] = [len(own), int(observed.sum()), predicted.sum(), auc(predicted, observed)]
        table = pd.DataFrame.from_dict(rows, orient="index", columns=["dyads", "ties", "expected", "auc"])
        return table.rename_axis("actor")

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the scores in sentences, the assumption, and what to bear in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        lines = [
            self._head(language),
            say(
                "Of a dyad with a tie and one without, the model gives the first the higher probability in {share} of "
                "all cases (AUC {area}; {chance} would be by chance).",
                language,
                share=percent(self.auc, language),
                area=number(self.auc, language),
                chance=percent(0.5, language),
            ),
            say(
                "Within actors the AUC is {area} on average.",
                language,
                area=number(self.auc_within, language),
            ),
            say(
                "On average it gives a tie a probability of {predicted}; {observed} of the dyads have one.",
                language,
                predicted=percent(float(self._predicted.mean()), language),
                observed=percent(float(self._observed.mean()), language),
            ),
            say(
                "The Brier score is {brier}; giving every dyad the overall rate would score {baseline} (lower is "
                "better).",
                language,
                brier=number(self.brier, language),
                baseline=number(self.brier_of_rate, language),
            ),
        ]
        if self.brier >= self.brier_of_rate:
            lines.append(say("So the model predicts no better than the overall rate.", language))
        impossible = int(np.count_nonzero(self._observed & (self._predicted == 0)))
        if impossible:
            lines.append(
                count(
                    "{n} existing tie has probability 0 in the model.",
                    "{n} existing ties have probability 0 in the model.",
                    impossible,
                    language,
                )
            )
        caveat = say(
            "Members represent newcomers, which favours the model; dyads of one actor are dependent, so the intervals "
            "are too narrow.",
            language,
        )
        rests_on = [*self.about_data(language), *assumed([self.model.assumption(language)], language)]
        return [*lines, *rests_on, caveat]

    def _head(self, language: Language) -> str:
        actors, dyads = self.predictions["actor"].nunique(), len(self.predictions)
        return say(
            "Calibration in the layer '{layer}': {left_out}, {predicted}.",
            language,
            layer=value_name("layer", self.layer, language),
            left_out=count("{n} actor was left out", "{n} actors were left out one by one", actors, language),
            predicted=count("{n} dyad predicted", "{n} dyads predicted", dyads, language),
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the calibration curve.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot.caption import about
        from socluster.plot.tables.calibration import calibration  # plotly is heavy; load it when somebody wants to see

        area = self.auc
        return calibration(
            self.to_frame(),
            auc=None if np.isnan(area) else area,
            title=say("Is the model as sure as it may be?", language),
            subtitle=about(
                language,
                cluster=self.cluster_name,
                more=[
                    say("layer: {layer}", language, layer=value_name("layer", self.layer, language)),
                    repr(self.model),
                ],
            ),
            language=language,
        )

    @property
    def _predicted(self) -> Array:
        return np.asarray(self.predictions["predicted"], dtype=float)

    @property
    def _observed(self) -> Array:
        return np.asarray(self.predictions["observed"], dtype=bool)


def auc(predicted: Any, observed: Any) -> float:
    """Return the share of pairs (tie, no tie) that the predictions order rightly; equal ones count one half.

    Examples
    --------
    >>> auc([0.9, 0.4, 0.4], [True, True, False])
    0.75
    """
    observed = np.asarray(observed, dtype=bool)
    n_ties, n_none = int(observed.sum()), int((~observed).sum())
    if not n_ties or not n_none:
        return float("nan")
    _, place, ties = np.unique(np.asarray(predicted, dtype=float), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(ties) - (ties - 1) / 2)[place]  # equal values share the mean of their ranks
    return float((ranks[observed].sum() - n_ties * (n_ties + 1) / 2) / (n_ties * n_none))


def wilson(share: Array, n: Array) -> tuple[Array, Array]:
    """Return the ends of the 95 % Wilson interval of a share of n.

    Examples
    --------
    >>> low, high = wilson(np.array([0.0, 0.5]), np.array([10, 10]))
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0, 0.237], [0.278, 0.763])
    """
    centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * np.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return np.clip(np.minimum(centre - half, share), 0, 1), np.clip(np.maximum(centre + half, share), 0, 1)  # rounding

"""What logistic regression on the dyads of a cluster found, and the ties that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.columns import Array
from socluster.core.result import Result
from socluster.whatif.ties.protocol import IndependentTies
from socluster.whatif.ties.regression import Regression, below_normal, expit
from socluster.words import Language, Phrase, column_phrase, count, marked, number, phrase, say, value_phrase

__all__ = ["LogitFit", "LogitTies", "Term"]

_NODES, _SHARES = np.polynomial.hermite_e.hermegauss(40)


_TERMS = {
    "intercept": marked("(intercept)"),
    "same": marked("same {of}"),
    "difference": marked("difference in {of}"),
    "level": marked("level of {of}"),
    "sender": marked("level of {of} of sender"),
    "receiver": marked("level of {of} of receiver"),
    "shared": marked("shared groups of {of}"),
}


@dataclass(frozen=True)
class Term:
    """One term of the regression.

    Parameters
    ----------
    kind : {"intercept", "same", "difference", "level", "sender", "receiver", "shared"}
        What it compares.
    of : str
        The column of the actors, or the layer of affiliations.
    """

    kind: Literal["intercept", "same", "difference", "level", "sender", "receiver", "shared"]
    of: str = ""

    @property
    def phrase(self) -> Phrase:
        """What it is called, to be said later."""
        return phrase(
            _TERMS[self.kind], of=value_phrase("layer", self.of) if self.kind == "shared" else column_phrase(self.of)
        )

    def __str__(self) -> str:
        """Return what tables call it: in English, with the column as it is written."""
        return say(_TERMS[self.kind], "en", of=self.of)


@dataclass(frozen=True, eq=False, repr=False)
class LogitFit(Result):
    """What logistic regression on the dyads of a cluster found.

    Parameters
    ----------
    terms : tuple of Term
        The terms, the intercept first.
    regression : Regression
        Coefficients and their covariance.
    n_dyads : int
        Number of dyads that are known.
    n_ties : float
        Expected number of ties among them.
    directed : bool
        Whether (a, b) and (b, a) are two dyads.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    terms: tuple[Term, ...]
    regression: Regression
    n_dyads: int
    n_ties: float
    directed: bool
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def aic(self) -> float:
        """Akaike's information criterion: twice the number of coefficients, minus twice the log-likelihood."""
        return 2 * len(self.terms) - 2 * self.regression.log_likelihood

    def to_frame(self) -> pd.DataFrame:
        """Return one row per term.

        Returns
        -------
        DataFrame
            Index `term`; columns estimate, error (standard error), z, p (two-sided), low and high (95 %), odds_ratio.
            Dyads depend on each other, so errors are too small and p too.
        """
        estimate, error = self.regression.coefficients, np.sqrt(np.diag(self.regression.covariance))
        z = estimate / error
        columns = {
            "estimate": estimate,
            "error": error,
            "z": z,
            "p": 2 * below_normal(-np.abs(z)),
            "low": estimate - 1.959964 * error,
            "high": estimate + 1.959964 * error,
            "odds_ratio": np.exp(estimate),
        }
        return pd.DataFrame(columns, index=pd.Index([str(term) for term in self.terms], name="term"))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how much there was to learn from, the coefficients, and what to keep in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        pairs = zip(self.terms, self.regression.coefficients, strict=True)
        ties = number(self.n_ties, language)
        return [
            count(
                "Logistic regression on {n} dyad (expected ties: {ties}).",
                "Logistic regression on {n} dyads (expected ties: {ties}).",
                self.n_dyads,
                language,
                ties=ties,
            ),
            say(
                "What each term adds to the log odds of a tie: {terms}.",
                language,
                terms=", ".join(f"{term.phrase.said(language)} {number(value, language)}" for term, value in pairs),
            ),
            say("Dyads are dependent, so the standard errors are too small.", language),
            *self.about_data(language),
        ]


@dataclass(frozen=True, eq=False)
class LogitTies(IndependentTies):
    """Possible ties whose log odds are a weighted sum; see `FittedTies`.

    Parameters
    ----------
    sources, targets : tuple of str
        Ends of the possible ties.
    rows : ndarray of shape (ties, terms)
        Values of the terms.
    fit : LogitFit
        What is known about the coefficients.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    rows: Array
    fit: LogitFit

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probabilities for drawn coefficients, or their mean over all coefficients."""
        mean, covariance = self.fit.regression.coefficients, self.fit.regression.covariance
        if rng is not None:
            root = _root(covariance)
            return np.asarray(expit(self.rows @ (mean + root @ rng.standard_normal(len(mean)))))
        centre = self.rows @ mean
        spread = np.sqrt(np.einsum("ij,jk,ik->i", self.rows, covariance, self.rows))
        return np.asarray(expit(centre[:, None] + spread[:, None] * _NODES) @ _SHARES / _SHARES.sum())

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws, for drawn coefficients each; see `IndependentTies`."""
        mean, covariance = self.fit.regression.coefficients, self.fit.regression.covariance
        drawn = mean + rng.standard_normal((draws, len(mean))) @ _root(covariance).T
        return np.asarray(expit(drawn @ self.rows.T))


def _root(covariance: Array) -> Array:
    """Return L with L L' = covariance, computed on the scale of standard errors."""
    error = np.sqrt(np.diag(covariance))
    return np.asarray(np.linalg.cholesky(covariance / np.outer(error, error)) * error[:, None])

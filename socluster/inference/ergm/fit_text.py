"""What is said of a fitted model: of what, how, which coefficients, and what to keep in mind."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.inference.ergm.estimate import Estimate
from socluster.inference.ergm.given import KEPT, of_given_layers
from socluster.inference.ergm.model import ErgmModel
from socluster.words import Language, count, listed, marked, number, percent, say, value_name

__all__ = ["coefficients_told", "how_fitted", "likelihood_told", "of_dyads", "subject"]

_HOW = {
    "dyads": marked("exactly, by logistic regression, since its dyads are independent of each other"),
    "pairs": marked("exactly, since its pairs of actors are independent of each other"),
    "enumeration": marked("exactly, by going through all networks"),
    "mple": marked("by pseudo-likelihood, with standard errors by bootstrap"),
    "mcmle": marked("by Monte-Carlo maximum likelihood"),
    "tapered": marked("by Monte-Carlo maximum likelihood with a taper"),
}
_TAPERED_EXACTLY = marked("exactly, by going through all networks, with a taper")


def subject(model: ErgmModel, language: Language) -> str:
    """Return of what network the model is."""
    frame, layer = model.network.frame, model.network.layer
    ends = 1 if frame.directed or frame.two_mode else 2
    ties = count("{n} tie", "{n} ties", int(model.network.matrix.sum()) // ends, language)
    dyads = _dyads(frame.n_dyads, len(model.dyads.unknown), language)
    if isinstance(layer, str):
        return say(
            "Exponential random graph model (ERGM) of {ties} among {dyads}, layer '{layer}'.",
            language,
            ties=ties,
            dyads=dyads,
            layer=value_name("layer", layer, language),
        )
    layers = () if frame.two_mode else model.network.cluster.tie_layers
    if len(layers) > 1:
        return say(
            "Exponential random graph model (ERGM) of {ties} among {dyads}, layers {layers} taken together as one.",
            language,
            ties=ties,
            dyads=dyads,
            layers=listed([value_name("layer", each, language) for each in layers], language),
        )
    return say("Exponential random graph model (ERGM) of {ties} among {dyads}.", language, ties=ties, dyads=dyads)


def _dyads(n: int, unknown: int, language: Language) -> str:
    if unknown:
        return count("{n} known dyad", "{n} known dyads", n - unknown, language)
    return count("{n} dyad", "{n} dyads", n, language)


def coefficients_told(frame: pd.DataFrame, interval: float, language: Language) -> str:
    """Return the coefficients with their intervals; `frame` is from `ErgmFit.to_frame`."""
    told = [
        say(
            "{term} {value} ({low} to {high})",
            language,
            term=term,
            value=number(row["estimate"], language),
            low=number(row["low"], language),
            high=number(row["high"], language),
        )
        for term, row in frame.iterrows()
    ]
    return say(
        "What one more of each adds to the log odds of a tie, given all other ties (in brackets the {share} interval): "
        "{terms}.",
        language,
        share=percent(interval, language),
        terms="; ".join(told),
    )


def how_fitted(
    model: ErgmModel, estimate: Estimate, draws: int | None, taper: float | None, language: Language
) -> list[str]:
    """Return how the coefficients were found, and how sure that makes them."""
    is_simulated = estimate.chains is not None
    how = _TAPERED_EXACTLY if estimate.how == "tapered" and not is_simulated else _HOW[estimate.how]
    told = [say("It was fitted {how}.", language, how=say(how, language))]
    if is_simulated:
        told.append(
            count(
                "Simulating anew would change the coefficients by about {share} of a standard error at most "
                "(Monte-Carlo error, {n} network in the last sample).",
                "Simulating anew would change the coefficients by about {share} of a standard error at most "
                "(Monte-Carlo error, {n} networks in the last sample).",
                draws or 0,
                language,
                share=percent(estimate.share_of_error, language),
            )
        )
    if not estimate.settled:
        told.append(say("The estimate has not settled as far as was asked.", language))
    if estimate.how == "tapered":
        told += _of_taper(model, estimate, taper or 0.0, language)
    if estimate.how == "mple":
        told.append(
            count(
                "The standard errors rest on {n} network simulated from the estimate and fitted again.",
                "The standard errors rest on {n} networks simulated from the estimate and fitted again.",
                (estimate.replicates or 0) - (estimate.without or 0),
                language,
            )
        )
        told.append(
            say(
                "Pseudo-likelihood takes each dyad as if all others were given; where dyads depend on each other much, "
                "it may be far from the maximum of the likelihood.",
                language,
            )
        )
        if estimate.without:
            told.append(
                count(
                    "Of the bootstrap, {n} network had no estimate and is left out.",
                    "Of the bootstrap, {n} networks had no estimate and are left out.",
                    estimate.without,
                    language,
                )
            )
    if model.constraint is not None:
        told.append(say(KEPT[model.constraint], language))
    return told


def _of_taper(model: ErgmModel, estimate: Estimate, radius: float, language: Language) -> list[str]:
    told = [
        say(
            "The taper keeps every statistic near the observed one (radius: {radius} times its square root), so that a "
            "coefficient is what a tie adds before the taper takes its part.",
            language,
            radius=number(radius, language),
        )
    ]
    ratios = np.zeros(model.p) if estimate.variance_ratio is None else estimate.variance_ratio
    if (ratios > 0).all():
        shares = [f"{name} {percent(ratio, language)}" for name, ratio in zip(model.names, ratios, strict=True)]
        told.append(
            say(
                "Of the variance that the statistics would have without it, the taper leaves: {shares}.",
                language,
                shares=", ".join(shares),
            )
        )
    else:
        told.append(
            say(
                "Without the taper, these coefficients would not give such networks: the model is degenerate, and the "
                "taper holds it.",
                language,
            )
        )
    return told


def likelihood_told(log_likelihood: float, aic: float, bic: float, language: Language) -> str:
    """Return the log-likelihood and both criteria, as they stand below a table."""
    return say(
        "Log-likelihood {value}, AIC {aic}, BIC {bic}.",
        language,
        value=number(log_likelihood, language, decimals=2),
        aic=number(aic, language, decimals=2),
        bic=number(bic, language, decimals=2),
    )


def of_dyads(model: ErgmModel, language: Language) -> list[str]:
    """Return which other layers are taken as given, how many dyads are unknown, and how many are held."""
    told = of_given_layers(model, language)
    if len(model.dyads.unknown):
        told.append(
            count(
                "{n} dyad is unknown and was taken as missing at random, neither tied nor untied.",
                "{n} dyads are unknown and were taken as missing at random, neither tied nor untied.",
                len(model.dyads.unknown),
                language,
            )
        )
    if len(model.dyads.fixed):
        told.append(
            count(
                "{n} dyad is held as it is and says nothing about the coefficients.",
                "{n} dyads are held as they are and say nothing about the coefficients.",
                len(model.dyads.fixed),
                language,
            )
        )
    return told

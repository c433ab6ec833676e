"""The log-likelihood of a fitted model: exact where it is known, else along a bridge from its independent part."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.inference.ergm.estimation.bridges import bridge
from socluster.inference.ergm.exact import exactly, how_exactly, pseudo
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.networks import DrawnNetworks, far_apart

__all__ = ["LogLikelihood", "likelihood_at", "null_likelihood"]

SIZE = 400.0  # effective draws on every point of the bridge


@dataclass(frozen=True)
class LogLikelihood:
    """A log-likelihood and how sure it is.

    Parameters
    ----------
    value : float
        Natural logarithm.
    error : float
        Its Monte-Carlo standard error; 0 where it is exact.
    """

    value: float
    error: float = 0.0


def null_likelihood(model: ErgmModel) -> float:
    """Return the log-likelihood if every known dyad were tied with probability one half."""
    return -float(len(model.dyads.known)) * float(np.log(2))


def likelihood_at(model: ErgmModel, theta: Array, seed: int | None) -> LogLikelihood:
    """Return the log-likelihood of a model at some coefficients.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    seed : int or None
        Seed of the networks on the bridge; not needed where the likelihood is exact.

    Raises
    ------
    InputError
        If ties or degrees are kept: then it is not known how many networks there are.
    """
    how = how_exactly(model)
    if how is not None:
        return LogLikelihood(exactly(model, how).evaluated(theta)[0])
    if model.constraint is not None:
        raise InputError(
            "the log-likelihood of a model whose networks all keep their {constraint} needs the number of such "
            "networks, which is not known here; compare such models by their goodness of fit",
            {"constraint": model.constraint},
        )
    if model.taper is not None:
        raise InputError(
            "the log-likelihood of a tapered model is not computed here; compare such models by their goodness of fit"
        )
    begin, known = _independent_part(model)
    chains = DrawnNetworks(model, [seed or 0, 10], far_apart(model, [seed or 0, 10]))
    gain, variance = _both_ways(chains, begin, theta)
    if len(model.dyads.unknown):
        seen = DrawnNetworks(model, [seed or 0, 11], [model.observed] * 4, dyads=model.dyads.unknown)
        of_seen, other = _both_ways(seen, begin, theta)
        return LogLikelihood(known + of_seen - gain, float(np.sqrt(variance + other)))
    value = known + float((theta - begin) @ model.statistics()) - gain
    return LogLikelihood(value, float(np.sqrt(variance)))


def _independent_part(model: ErgmModel) -> tuple[Array, float]:
    """Return the coefficients of the terms that know dyads only, fitted without the others, and their likelihood."""
    kept = np.flatnonzero([each == "dyad" for each in model.dependence])
    theta = np.zeros(model.p)
    if not len(kept):
        return theta, null_likelihood(model)
    part = replace(
        model,
        names=tuple(model.names[each] for each in kept),
        of_term=model.of_term[kept],
        counted=tuple(model.counted[each] for each in kept),
    )
    found = pseudo(part).maximum()
    theta[kept] = found.coefficients
    return theta, found.log_likelihood


def _both_ways(chains: DrawnNetworks, begin: Array, end: Array) -> tuple[float, float]:
    """Return the mean of a bridge walked there and back, and its variance; if they disagree, that of their distance."""
    there, error = bridge(chains, begin, end, size=SIZE)
    back, other = bridge(chains, end, begin, size=SIZE)
    return (there - back) / 2, max((error**2 + other**2) / 4, ((there + back) / 2) ** 2)

"""Estimates of what meetings do, by maximum likelihood from two waves, and which of them the data can tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import optimize, special, stats

from socluster._kernels.meeting.dyads import Shared, chances
from socluster.core.columns import Array
from socluster.words import Phrase, counted, phrase

__all__ = ["COMMON", "LEAST", "FoundValue", "ObservedDyads", "estimated", "why_unknown"]

LEAST = 10  # dyads below which nothing is estimated from them
COMMON = "barriers"
_WIDEST = 9.0  # of a logit: shares from 0.0001 to 0.9999
_STEP = 1e-3


@dataclass(frozen=True, eq=False)
class ObservedDyads:
    """What is known of the dyads, each of which counts once.

    Parameters
    ----------
    shared : Shared
        Events, and ties in the first wave.
    tied : array of bool of shape (dyads,)
        Ties in the second wave.
    states : mapping from str to array of float of shape (dyads,)
        For each barrier, how far it is at work.
    """

    shared: Shared
    tied: Array
    states: Mapping[str, Array]

    def log_likelihood(self, values: Mapping[str, float]) -> float:
        """Return the logarithm of the probability of the second wave."""
        factor = np.ones(len(self.tied))
        for name, state in self.states.items():
            factor = factor * (1 - values.get(COMMON, values.get(name, 0.0)) * state)
        chance = chances(self.shared, factor, values["formation"], values["repeat"], values["keep"])
        right = np.where(self.tied, chance, 1 - chance)
        return float(np.log(np.maximum(right, 1e-300)).sum())


@dataclass(frozen=True)
class FoundValue:
    """An estimate.

    Parameters
    ----------
    value, low, high : float
        The most likely value, and its interval.
    """

    value: float
    low: float
    high: float


def why_unknown(
    name: str, exposed: Array, joint: Array, idle: Array, later: Array, states: Mapping[str, Array]
) -> Phrase | None:
    """Return why the data cannot tell a quantity; None if they can.

    Parameters
    ----------
    name : str
        formation, repeat, half_life, a barrier, or barriers.
    exposed : array of bool of shape (dyads,)
        Which dyads were not tied and might meet.
    joint : array of int of shape (dyads,)
        At how many events both were.
    idle : array of bool of shape (dyads,)
        Which tied dyads may have spent a period without a meeting.
    later : array of bool of shape (dyads,)
        Ties in the second wave.
    states : mapping from str to array of float
        How far each barrier is at work.
    """
    if name == "half_life":
        return None if idle.sum() >= LEAST else _too_few_idle(int(idle.sum()))
    if exposed.sum() < LEAST:
        return _too_few_exposed(int(exposed.sum()))
    if name == "formation":
        return None
    if name == "repeat":
        twice = exposed & (joint > 1)
        if twice.sum() < LEAST:
            return _too_few_twice(int(twice.sum()))
        if not (later & twice).any():
            return phrase("none of the untied pairs that share two events became tied")
        return None
    differs = [
        bool(np.minimum((state[exposed] > middle).sum(), (state[exposed] <= middle).sum()) >= LEAST)
        for each, state in states.items()
        if name in (COMMON, each)
        for middle in [float(state[exposed].mean())]
    ]
    return None if any(differs) else phrase("it is at work alike for nearly all untied pairs that might meet")


def _too_few_idle(n: int) -> Phrase:
    return counted(
        "{n} pair was tied before and may have gone without a meeting; at least {least} are needed",
        "{n} pairs were tied before and may have gone without a meeting; at least {least} are needed",
        n,
        least=str(LEAST),
    )


def _too_few_exposed(n: int) -> Phrase:
    return counted(
        "{n} untied pair shares an event; at least {least} are needed",
        "{n} untied pairs share an event; at least {least} are needed",
        n,
        least=str(LEAST),
    )


def _too_few_twice(n: int) -> Phrase:
    return counted(
        "{n} untied pair shares two events; at least {least} are needed",
        "{n} untied pairs share two events; at least {least} are needed",
        n,
        least=str(LEAST),
    )


def estimated(
    dyads: ObservedDyads, names: Sequence[str], fixed: Mapping[str, float], interval: float
) -> tuple[dict[str, FoundValue], float]:
    """Return the most likely values with their intervals, and the log-likelihood there.

    Parameters
    ----------
    dyads : ObservedDyads
        The data.
    names : sequence of str
        What is estimated: shares, of which `keep` is one.
    fixed : mapping from str to float
        All quantities: where to begin, or what they are if they are not estimated.
    interval : float
        Of what confidence the intervals are: by the curvature of the likelihood, on the scale of logits.
    """

    def worse(logits: Array) -> float:
        values = {**fixed, **dict(zip(names, special.expit(logits).tolist(), strict=True))}
        return -dyads.log_likelihood(values)

    if not names:
        return {}, -worse(np.zeros(0))
    start = special.logit(np.clip([fixed[name] for name in names], 0.02, 0.98))
    bounds = [(-_WIDEST, _WIDEST)] * len(names)
    found = min(
        (optimize.minimize(worse, begin, method="L-BFGS-B", bounds=bounds) for begin in (start, np.zeros(len(names)))),
        key=lambda each: float(each.fun),
    )
    errors = _errors(worse, found.x)
    wide = float(stats.norm.ppf((1 + interval) / 2))
    estimates = {}
    for name, middle, error in zip(names, found.x.tolist(), errors.tolist(), strict=True):
        low, high = special.expit(np.array([middle - wide * error, middle + wide * error])).tolist()
        at_end = abs(middle) > _WIDEST - 1
        low, high = (0.0 if at_end and middle < 0 else low), (1.0 if at_end and middle > 0 else high)
        estimates[name] = FoundValue(float(special.expit(middle)), low, high)
    return estimates, -float(found.fun)


def _errors(worse: object, at: Array) -> Array:
    """Return standard errors of logits: from the curvature; infinite where there is none."""
    n = len(at)
    curvature = np.empty((n, n))
    step = np.eye(n) * _STEP * 10
    for row in range(n):
        for column in range(row + 1):
            corners = [
                worse(at + a * step[row] + b * step[column])  # type: ignore[operator]  # it is a function
                for a, b in ((1, 1), (1, -1), (-1, 1), (-1, -1))
            ]
            curvature[row, column] = curvature[column, row] = (corners[0] - corners[1] - corners[2] + corners[3]) / (
                4 * (_STEP * 10) ** 2
            )
    values, vectors = np.linalg.eigh(curvature)
    with np.errstate(divide="ignore"):
        spread = np.where(values > 1e-8, 1 / values, np.inf)
    parts = vectors**2 * spread
    return np.asarray(np.sqrt(np.where(vectors**2 < 1e-12, 0.0, parts).sum(axis=1)))

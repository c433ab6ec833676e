"""Some actors have more ties than their kind: how much members differ in activity, and how active each of them is.

A newcomer of whom only the kind is known may be as active or as quiet as any member. Models that give it the rate of
its kind, exactly, know its number of ties better than anybody can.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from scipy.special import expit, logit

from socluster.core.columns import Array
from socluster.whatif.ties.observed import Dyads

__all__ = ["FEWEST", "Activity", "activity_of"]

FEWEST = 6  # actors; fewer say nothing about how much they differ
GRID = np.array([0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 1.85, 2.25, 2.75, 3.5])
WORTH = 1.0  # by how much the log-likelihood must rise to earn the one more parameter (Akaike 1974)
NORMAL = 16 * np.sqrt(3) / (15 * np.pi)  # the logistic function is close to the normal distribution on this scale
STEPS = 30
_KEPT: dict[bytes, Activity] = {}  # of the last clusters: candidates join the same one by hundreds
_MOST_KEPT = 64


@dataclass(frozen=True, eq=False)
class Activity:
    """How much actors differ in the number of their ties, beyond what their kinds explain.

    The log odds of a tie from i to j are ``stretch * logit(p_ij) + shift + u_i + v_j``, with p_ij the rate of their
    kinds; u is normal with the standard deviation `spread[0]` over actors, v with `spread[1]`. Without direction they
    are one. Stretch and shift keep the expected number of ties what it is without activity.

    Parameters
    ----------
    spread : (float, float)
        Standard deviation of the activity in sending and in receiving ties, in log odds.
    correlation : float
        How the two go together; 1 without direction.
    means, variances : ndarray of shape (2, actors)
        What is known of the activity of every member: drawn towards 0, the more so the fewer dyads it has.
    stretch, shift : float
        What is done to the log odds of the kinds.
    """

    spread: tuple[float, float]
    correlation: float
    means: Array
    variances: Array
    stretch: float
    shift: float

    def rates_of(self, rates: Array) -> Array:
        """Return the probability of every tie among the members (n x n), each as active as is most probable."""
        log_odds = _log_odds(rates, self.stretch) + self.shift + self.means[0][:, None] + self.means[1]
        return np.asarray(expit(log_odds))


def activity_of(dyads: Dyads, rates: Array, stated: float | None = None) -> Activity | None:
    r"""Return how much the members differ in activity; None where they do no more than by chance.

    The standard deviation s of the activity has the posterior of a uniform prior on a grid, where the likelihood is
    Laplace's approximation of the integral over the activities of all members (Breslow & Clayton 1993,
    doi:10.1080/01621459.1993.10594284); its mean is used. The activity of a member is drawn towards 0: it is the mode
    of its posterior, given s. Sending and receiving are estimated one after the other.

    Parameters
    ----------
    dyads : Dyads
        The ties of the members.
    rates : ndarray of shape (n, n)
        Probability of every tie among them, as their kinds have it.
    stated : float, optional
        The standard deviation of the activity, if it is not to be estimated.
    """
    n = len(rates)
    if n < 2 or (stated is None and n < FEWEST) or not dyads.known.any():
        return None
    key = _digest(dyads, rates, stated)
    if key not in _KEPT:
        while len(_KEPT) >= _MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[key] = _estimated(dyads, rates, stated)
    found = _KEPT[key]
    return found if any(found.spread) else None


def _digest(dyads: Dyads, rates: Array, stated: float | None) -> bytes:
    seen = blake2b(repr((dyads.directed, stated, len(rates))).encode(), digest_size=16)
    for values in (dyads.expected, dyads.known, rates):
        seen.update(np.ascontiguousarray(values).tobytes())
    return seen.digest()


def _estimated(dyads: Dyads, rates: Array, stated: float | None) -> Activity:
    known = dyads.known.astype(float)
    if not dyads.directed:
        spread, means, variances = _likeliest(_Both(dyads.expected, known, rates), stated)
        return _balanced(
            dyads, rates, (spread, spread), 1.0, np.stack([means, means]), np.stack([variances, variances])
        )
    out = _likeliest(_OneWay(dyads.expected, known, rates), stated)
    into = _likeliest(_OneWay(dyads.expected.T, known.T, rates.T), stated)
    together = _correlation(out[1], into[1])
    return _balanced(dyads, rates, (out[0], into[0]), together, *(np.stack([out[k], into[k]]) for k in (1, 2)))


def _likeliest(ties: _Both | _OneWay, stated: float | None) -> tuple[float, Array, Array]:
    """Return the standard deviation of the activity, and mean and variance of that of each actor; 0 if it is none."""
    n = len(ties.rates)
    nothing = 0.0, np.zeros(n), np.zeros(n)
    if stated is not None:
        return (stated, *ties.at(stated, np.zeros(n + 1))[1:]) if stated > 0 else nothing
    if not ties.are_overdispersed:
        return nothing
    fits, start = [], np.zeros(n + 1)
    for spread in GRID:
        likelihood, means, variances = ties.at(float(spread), start)
        fits.append((likelihood, means, variances))
        start = np.append(means, 0.0)
        if likelihood < max(fit[0] for fit in fits) - 8:
            break
    likelihoods = np.array([fit[0] for fit in fits])
    if likelihoods.max() - ties.without() < WORTH:
        return nothing
    widths = np.gradient(GRID)[: len(fits)]
    weights = np.exp(likelihoods - likelihoods.max()) * widths
    spread = float(GRID[: len(fits)] @ weights / weights.sum())
    near = fits[int(np.abs(GRID[: len(fits)] - spread).argmin())]
    return (spread, *ties.at(spread, np.append(near[1], 0.0))[1:])


class _Ties:
    """Ties among members with their rates, and the likelihood of how active each of the members is."""

    sides: int  # how many effects a tie has

    def __init__(self, expected: Array, known: Array, rates: Array) -> None:
        self.expected, self.known, self.rates = expected * known, known, rates

    @property
    def are_overdispersed(self) -> bool:
        """Whether degrees differ more from what is expected of them than by chance, which is easily seen."""
        excess = (self.expected - self.rates * self.known).sum(axis=1)
        return bool((excess**2).sum() > (self.rates * (1 - self.rates) * self.known).sum())

    def without(self) -> float:
        """Return the log-likelihood without activity."""
        return self._fit(0.0, np.zeros(len(self.rates) + 1))[0]

    def at(self, spread: float, start: Array) -> tuple[float, Array, Array]:
        """Return the log-likelihood for this spread of the activity, and mean and variance of that of each actor."""
        return self._fit(spread, start)

    def _fit(self, spread: float, start: Array) -> tuple[float, Array, Array]:
        base = _log_odds(self.rates, _stretch(self.sides * spread**2))
        effects, constant = start[:-1], float(start[-1])
        precision = 1 / spread**2 if spread else 1e12
        for _ in range(STEPS):
            p = expit(base + constant + self._pairs(effects))
            residual, weight = (self.expected - p * self.known).sum(axis=1), p * (1 - p) * self.known
            step, turn = self._step(residual - precision * effects, residual.sum(), weight, precision)
            size = max(float(np.abs(step).max()), abs(turn))
            damped = min(1.0, 2.0 / max(size, 1e-300))
            effects, constant = effects + damped * step, constant + damped * turn
            if size < 1e-3:
                break
        p = np.clip(expit(base + constant + self._pairs(effects)), 1e-300, 1 - 1e-16)
        weight = p * (1 - p) * self.known
        fit = (self.expected * np.log(p) + (self.known - self.expected) * np.log1p(-p)).sum() / self.sides
        if not spread:
            return float(fit), effects, np.zeros_like(effects)
        volume, variances = self._curvature(weight, precision)
        fit -= 0.5 * precision * (effects**2).sum() + len(effects) * np.log(spread) + 0.5 * volume
        return float(fit), effects, variances

    def _pairs(self, effects: Array) -> Array:
        raise NotImplementedError

    def _step(self, gradient: Array, total: float, weight: Array, precision: float) -> tuple[Array, float]:
        raise NotImplementedError

    def _curvature(self, weight: Array, precision: float) -> tuple[float, Array]:
        raise NotImplementedError


class _Both(_Ties):
    """Ties without direction: each depends on how active both of its ends are.

    How two actors' effects bear on each other is taken as proportional to the products of their own curvatures, which
    is exact where rates are equal, and leaves no large matrix to be solved.
    """

    sides = 2

    def _pairs(self, effects: Array) -> Array:
        pairs: Array = effects[:, None] + effects
        return pairs

    def _step(self, gradient: Array, total: float, weight: Array, precision: float) -> tuple[Array, float]:
        own = weight.sum(axis=1)
        each, all_ = own + precision + 1e-9, max(float(own.sum()), 1e-9)
        gradient = gradient - own * total / all_
        short = max(1 - float((own**2 / each).sum()) / all_, 1e-9)
        step = gradient / each + own / each * float((own / each) @ gradient) / (all_ * short)
        return step, float(total - 2 * own @ step) / all_

    def _curvature(self, weight: Array, precision: float) -> tuple[float, Array]:
        own = weight.sum(axis=1)
        each, all_ = own + precision, max(float(own.sum()), 1e-9)
        more = 1 + float((own**2 / each).sum()) / all_
        return float(np.log(each).sum() + np.log(more)), 1 / each - (own / each) ** 2 / (all_ * more)


class _OneWay(_Ties):
    """Ties with direction: each depends on how active its source is; for targets, ask of the transpose."""

    sides = 1

    def _pairs(self, effects: Array) -> Array:
        return effects[:, None]

    def _step(self, gradient: Array, total: float, weight: Array, precision: float) -> tuple[Array, float]:
        own = weight.sum(axis=1)
        each = own + precision + 1e-9
        turn = (total - (own / each) @ gradient) / max(float((own - own**2 / each).sum()), 1e-9)
        return (gradient - own * turn) / each, float(turn)

    def _curvature(self, weight: Array, precision: float) -> tuple[float, Array]:
        own = weight.sum(axis=1) + precision
        return float(np.log(own).sum()), 1 / own


def _balanced(
    dyads: Dyads, rates: Array, spread: tuple[float, float], together: float, means: Array, variances: Array
) -> Activity:
    """Return the activity with the shift that makes as many ties expected among the members as there are."""
    stretch = _stretch(spread[0] ** 2 + spread[1] ** 2)
    doubt = _stretch(variances[0][:, None] + variances[1])
    centre = (_log_odds(rates, stretch) + means[0][:, None] + means[1])[dyads.known]
    doubt, there, shift = doubt[dyads.known], float(dyads.expected[dyads.known].sum()), 0.0
    for _ in range(STEPS):
        p = expit((centre + shift) / doubt)
        step = (there - p.sum()) / max(float((p * (1 - p) / doubt).sum()), 1e-9)
        shift += float(np.clip(step, -1, 1))
        if abs(step) < 1e-8:
            break
    return Activity(spread, together, means, variances, float(stretch), shift)


def _log_odds(rates: Array, stretch: Array | float) -> Array:
    return np.asarray(stretch * logit(np.clip(rates, 1e-9, 1 - 1e-9)))


def _stretch(variance: Array | float) -> Array:
    """Return how much steeper log odds must be for the same mean probability, if a normal variable is added to them."""
    return np.asarray(np.sqrt(1 + NORMAL**2 * variance))


def _correlation(one: Array, other: Array) -> float:
    if not (one.std() and other.std()):
        return 0.0
    return float(np.clip(np.corrcoef(one, other)[0, 1], -0.95, 0.95))

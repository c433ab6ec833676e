"""Monte-Carlo maximum likelihood: from coefficients to better ones, until the simulated statistics meet the observed.

Geyer & Thompson (1992, doi:10.1111/j.2517-6161.1992.tb01443.x) with the partial steps of Hummel, Hunter & Handcock
(2012, doi:10.1080/10618600.2012.679224): as far as the draws, reweighted, support; the lognormal form where they
support nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtri

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.accuracy import far_off, mean_covariance
from socluster.inference.ergm.estimation.hull import step_length
from socluster.inference.ergm.estimation.importance import Reweighted, lognormal_step, reweighted
from socluster.inference.ergm.estimation.newton import solved
from socluster.inference.ergm.estimation.sampling import Chains, Sample, enough

__all__ = ["Climb", "Rules", "climb"]

FAR = 0.01  # d2 between expected and observed statistics that is accepted: a tenth of a standard error
NEARBY = 0.1  # d2 of the coefficients at which the last sample was drawn, from where its weights carry to the estimate
SURE = 0.99
WORN = 0.2  # effective share of reweighted draws, below which importance weights are not believed
LEAST_SHARE = 0.05  # below which they do not even say where to go
LOST = 0.02  # step length of a sample that leads nowhere
PATIENCE = 10  # of which so many in a row are too many
ON_HULL = 600  # draws that are enough to know how far a sample reaches
MOST = 16  # times the usual size of the last sample


@dataclass(frozen=True)
class Rules:
    """How exactly to climb.

    Parameters
    ----------
    share : float, default 0.05
        Largest Monte-Carlo error of a coefficient, as a share of its standard error.
    least : float, default 0
        Effective number of draws of the last sample, at least.
    iterations : int, default 60
        How many samples at most.
    """

    share: float = 0.05
    least: float = 0.0
    iterations: int = 60

    def at_end(self, p: int) -> float:
        """Return how many effective draws the last sample needs."""
        return max(self.least, 1 / self.share**2, 1.2 * float(chdtri(p, 1 - SURE)) / FAR)


@dataclass(eq=False)
class Climb:
    """Where the climb ended.

    Parameters
    ----------
    coefficients : ndarray of shape (p,)
        The last ones.
    covariance : ndarray of shape (p, p)
        Covariance of the statistics there: the information, where all dyads are known.
    information : ndarray of shape (p, p)
        The same, less what unknown dyads leave open.
    error : ndarray of shape (p, p)
        Covariance of the coefficients' Monte-Carlo error; undefined where the climb broke off.
    sample : Sample
        The last networks.
    simulated_at : ndarray of shape (p,)
        Coefficients at which these were simulated.
    path : list of dict
        A row per iteration: step (0..1), d2, t_ratio, size, draws.
    settled : bool
        Whether all rules are met.
    """

    coefficients: Array
    covariance: Array
    information: Array
    error: Array
    sample: Sample
    simulated_at: Array
    path: list[dict[str, float]]
    settled: bool = False

    @property
    def share_of_error(self) -> float:
        """The largest Monte-Carlo error of a coefficient, as a share of its standard error."""
        variance = np.diag(solved(self.information, np.eye(len(self.coefficients))))
        if not (variance > 0).all():
            return float("inf")
        return float(np.sqrt(np.diag(self.error) / variance).max(initial=0))


def climb(
    chains: Chains,
    start: Array,
    target: Array,
    rules: Rules,
    *,
    seen: Chains | None = None,
    watched: Callable[[range], Iterable[int]] = iter,
) -> Climb:
    """Return the coefficients at which simulated statistics have the observed ones for their mean.

    Parameters
    ----------
    chains : Chains
        What simulates.
    start : ndarray of shape (p,)
        Where to begin.
    target : ndarray of shape (p,)
        Statistics observed.
    rules : Rules
        How exactly.
    seen : Chains, optional
        What simulates with all that is known held fixed, where some dyads are unknown; the target is then not used.
    watched : callable, optional
        From the numbers of the iterations to the same, one by one: a progress bar, say.
    """
    p = len(start)
    theta = anchor = np.array(start, dtype=float)
    step, wanted, near, lost = np.zeros(p), 64.0 + 16 * p, 0, 0
    path: list[dict[str, float]] = []
    for iteration in watched(range(rules.iterations)):
        here = _looked(chains, seen, theta, target, wanted, 64 if iteration == 0 else 8)
        path.append(here.row)
        if here.there is not None:
            near, lost = near + 1, 0
            found = _ended(here, here.there, path)
            if near >= 2 and here.is_at_target and found.share_of_error <= rules.share:
                found.settled = True
                return found
            wanted = _next_size(here, found, rules, wanted)
            anchor, step = theta, here.there.step
        elif here.reach < LOST and np.abs(step).any():
            near, lost, step = (
                0,
                lost + 1,
                step / 3,
            )  # back, to where a sample still led somewhere, and less far from it
            if lost >= PATIENCE:
                break
        else:
            near, anchor, step = 0, theta, _part_of_the_way(here.sample.flat, here.goal, here.reach)
            lost += not np.abs(step).any()
            if lost >= PATIENCE:
                break
        if chains.tired:
            break
        theta = anchor + step
    return found if near else _broken_off(here, path)


@dataclass(eq=False)
class _Look:
    """A sample at some coefficients, and where it leads."""

    theta: Array
    sample: Sample
    known: Sample | None
    goal: Array
    reach: float
    row: dict[str, float]
    bound: float
    there: Reweighted | None

    @property
    def is_at_target(self) -> bool:
        """Whether the statistics expected at the estimate are surely those observed, within the tolerance.

        The estimate solves the estimating equations of the reweighted sample; what is left is the error of their mean.
        """
        if self.there is None or not self.sample.settled or self.bound > NEARBY:
            return False
        return float(chdtri(len(self.goal), 1 - SURE)) / (self.sample.size * self.there.share) < FAR


def _looked(chains: Chains, seen: Chains | None, theta: Array, target: Array, wanted: float, burn_in: int) -> _Look:
    """Simulate, and look how far the target is and whether the draws, reweighted, reach it."""
    sample = enough(chains, theta, wanted, burn_in)
    known = None if seen is None else enough(seen, theta, wanted, burn_in)
    goal = target if known is None else known.flat.mean(axis=0)
    reach = step_length(_some(sample.flat), goal)
    distance, bound = far_off(sample.chains, goal)
    ratio = _t_ratio(sample.flat, goal)
    row = {"step": reach, "d2": distance, "t_ratio": ratio, "size": sample.size, "draws": float(len(sample.flat))}
    there = reweighted(sample.flat, goal, None if known is None else known.flat) if reach >= 1 else None
    if there is not None and not (there.settled and there.share >= WORN):
        there = None
    return _Look(theta, sample, known, goal, reach, row, bound, there)


def _next_size(here: _Look, found: Climb, rules: Rules, wanted: float) -> float:
    """Return how many effective draws the next sample should have."""
    at_end = rules.at_end(len(here.theta))
    if here.sample.size < 0.9 * at_end:
        return max(wanted, at_end)
    lack = (found.share_of_error / rules.share) ** 2
    return float(min(max(wanted, here.sample.size * min(lack * 1.1, 4.0)), MOST * at_end))


def _part_of_the_way(flat: Array, goal: Array, share: float) -> Array:
    """Return the step towards the goal that the sample still supports: its draws reweighted, or else as normal."""
    mean = flat.mean(axis=0)
    for _ in range(5):
        there = reweighted(flat, mean + share * (goal - mean))
        if there.settled and there.share >= LEAST_SHARE:
            return there.step
        share = share / 2
    spread = np.cov(flat, rowvar=False).reshape(len(goal), len(goal))
    return lognormal_step(mean, spread, mean + share * (goal - mean))


def _ended(here: _Look, there: Reweighted, path: list[dict[str, float]]) -> Climb:
    """Return what is known at the coefficients to which a sample leads."""
    theta, information = here.theta, there.covariance
    error = _error(here.sample, there.step, here.goal)
    if here.known is not None:
        rows, weights = here.known.flat, _weighted(here.known.flat, there.step)
        away = rows - weights @ rows
        information = information - (away * weights[:, None]).T @ away
        error = error + _error(here.known, there.step, weights @ rows)
    inverse = solved(information, np.eye(len(theta)))
    return Climb(theta + there.step, there.covariance, information, inverse @ error @ inverse, here.sample, theta, path)


def _broken_off(here: _Look, path: list[dict[str, float]]) -> Climb:
    p = len(here.theta)
    spread = np.cov(here.sample.flat, rowvar=False).reshape(p, p)
    return Climb(here.theta, spread, spread, np.full((p, p), np.nan), here.sample, here.theta, path)


def _weighted(rows: Array, step: Array) -> Array:
    energy = rows @ step
    weights = np.exp(energy - energy.max())
    return np.asarray(weights / weights.sum())


def _error(sample: Sample, step: Array, goal: Array) -> Array:
    """Return the covariance of the weighted mean of the draws, which depend on each other."""
    weights = _weighted(sample.flat, step) * len(sample.flat)
    shifted = ((sample.flat - goal) * weights[:, None]).reshape(sample.chains.shape)
    return mean_covariance(shifted)


def _t_ratio(flat: Array, goal: Array) -> float:
    spread = flat.std(axis=0)
    away = np.abs(flat.mean(axis=0) - goal)
    still = spread <= 1e-12 * np.maximum(np.abs(goal), 1.0)
    if (away[still] > 1e-9).any():
        return float("inf")
    return float((away[~still] / spread[~still]).max(initial=0))


def _some(flat: Array) -> Array:
    return flat if len(flat) <= ON_HULL else flat[:: -(-len(flat) // ON_HULL)]

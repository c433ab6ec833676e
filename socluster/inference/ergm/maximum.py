"""Monte-Carlo maximum likelihood of a model: where to begin, what to do where that fails, and what to say then."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy.special import logit

from socluster.core.columns import Array
from socluster.core.errors import SoclusterWarning
from socluster.core.progress import progress
from socluster.core.warn import warn
from socluster.inference.ergm.degeneracy import degenerate, warn_of
from socluster.inference.ergm.estimate import Estimate
from socluster.inference.ergm.estimation.climbing import Climb, Rules, climb
from socluster.inference.ergm.estimation.mixing import Signs, signs
from socluster.inference.ergm.estimation.newton import solved
from socluster.inference.ergm.estimation.separation import endless_direction
from socluster.inference.ergm.exact import exactly, how_exactly, pseudo
from socluster.inference.ergm.existence import no_maximum, refuse_collinear, refuse_endless, why_endless
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.networks import DrawnNetworks, far_apart, with_ties
from socluster.inference.ergm.open_likelihood import refuse_open
from socluster.words import later, number

__all__ = ["NotSettledWarning", "edges_only", "maximum_of", "refuse_same_terms"]

SOME = 20_000  # dyads that are looked at to see whether terms follow from each other
NEARLY = 0.3  # t ratio up to which an estimate that did not settle is told, with a warning
PUSHES = (0.0, 1.0, 4.0)  # how hard networks are pushed beyond what was observed, to see whether there is anything


class NotSettledWarning(SoclusterWarning):
    """An estimate has not settled as far as was asked; its Monte-Carlo error is larger."""


def maximum_of(model: ErgmModel, seed: int, rules: Rules) -> Estimate:
    """Return the Monte-Carlo maximum-likelihood estimate of a model.

    Parameters
    ----------
    model : ErgmModel
        What to fit.
    seed : int
        Seed of all chains.
    rules : Rules
        How exactly.

    Raises
    ------
    CollinearTermsError
        If terms follow from each other.
    NoMaximumError
        If some coefficient would be infinite.
    DegenerateModelError
        If no start leads to the observed statistics.

    Warns
    -----
    NotSettledWarning
        If the rules are not met, but nearly.
    NearDegenerateWarning
        If some networks of the fitted model are almost empty or almost complete.
    """
    refuse_same_terms(model, seed)
    _refuse_runaway(model)
    target = model.statistics()
    tries: list[tuple[Climb, int]] = []
    for at, start in enumerate(_starts(model, seed)):
        seen = None
        if len(model.dyads.unknown):
            seen = DrawnNetworks(model, [seed, at, 1], [model.observed] * 4, dyads=model.dyads.unknown)
        chains = DrawnNetworks(model, [seed, at, 0], far_apart(model, [seed, at]))
        found = climb(chains, start, target, rules, seen=seen, watched=_watched)
        tries.append((found, chains.thinning))
        if found.settled:
            break
    best, thinning = min(tries, key=lambda each: _distance(each[0]))
    refuse_open(model, best, edges_only(model), seed)
    if not best.settled:
        _refuse_failure(model, best, target, seed)
    how = _signs(model, best)
    if how is not None and model.taper is None:
        warn_of(model, how, best.coefficients)
    return _estimate(best, thinning)


def _watched(iterations: range) -> Iterable[int]:
    """Show how far it is; mostly it ends long before the last iteration."""
    return progress(iterations, len(iterations), "moving towards the observed statistics", "sample")


def refuse_same_terms(model: ErgmModel, seed: int) -> None:
    """Refuse terms of which one follows from others in the networks that the model allows.

    Raises
    ------
    CollinearTermsError
        If there are such.
    """
    if model.constraint is not None:
        drawn = DrawnNetworks(model, [seed, 2], [model.observed] * 4).draw(np.zeros(model.p), 64, 8)
        rows = drawn.reshape(-1, model.p) - model.statistics()
        refuse_collinear(rows, model.names)
        return
    free = model.dyads.free
    if len(free) > SOME:
        chosen = np.random.default_rng([seed, 3]).choice(len(free), SOME, replace=False)
        free = np.concatenate([free[np.sort(chosen)], free[model.tied()]])
    rng = np.random.default_rng([seed, 5])
    half = with_ties(model, rng.random(len(model.dyads.free)) < 0.5)
    states = [*far_apart(model, [seed, 3])[:3], half]
    rows = np.concatenate([model.changes(state, free) for state in states])
    refuse_collinear(rows, model.names)


def _refuse_runaway(model: ErgmModel) -> None:
    """Refuse a model whose likelihood, known exactly, has no maximum; asked where unknown dyads hide it from a sample.

    Raises
    ------
    NoMaximumError
        If it has none.
    """
    how = how_exactly(model)
    if how is not None and len(model.dyads.unknown) and model.taper is None:
        likelihood = exactly(model, how)
        refuse_endless(likelihood, likelihood.maximum(), model.names, model.statistics(), of_dyads=how == "dyads")


def edges_only(model: ErgmModel) -> Array:
    """Return the coefficients of a model without tendencies, but with the observed density."""
    tied = model.tied(dyads=model.dyads.known)
    share = (tied.sum() + 0.5) / (len(tied) + 1)
    theta = np.zeros(model.p)
    for place, each in enumerate(model.counted):
        if each.kind == "constant":
            theta[place] = logit(share) / float(each.values[0])
            break
    return theta


def _starts(model: ErgmModel, seed: int) -> list[Array]:
    """Return coefficients to start from: the maximum of the pseudo-likelihood, if it has one, and the density only.

    A likelihood without a maximum belongs to a pseudo-likelihood without one, since a dyad with its tie toggled is
    another network; the reverse is not true. So only there it is asked whether networks go beyond what was observed.
    """
    likelihood = pseudo(model)
    found = likelihood.maximum()
    direction = why_endless(likelihood, found)
    plain = edges_only(model)
    _refuse_idle(model, plain, seed)
    if direction is None:
        return [found.coefficients, plain]
    _refuse_end_of_range(model, direction, plain, seed)
    return [plain, np.zeros(model.p)]


def _refuse_idle(model: ErgmModel, plain: Array, seed: int) -> None:
    """Refuse a term that no single tie changes in the observed network, if it is at an end of its range there.

    The pseudo-likelihood knows nothing of it: isolates, say, where everybody has two ties or more.
    """
    idle = np.flatnonzero((model.changes(dyads=model.dyads.known) == 0).all(axis=0))
    for term in idle.tolist():
        for sign in (-1.0, 1.0):
            _refuse_end_of_range(model, np.where(np.arange(model.p) == term, sign, 0.0), plain, seed)


def _refuse_end_of_range(model: ErgmModel, direction: Array, plain: Array, seed: int) -> None:
    """Refuse a model if no network goes beyond the observed one in a direction, however hard it is pushed there."""
    observed = model.statistics()
    limit = float(direction @ observed)
    drawn = 0
    chains = DrawnNetworks(model, [seed, 4], far_apart(model, [seed, 4]))
    for push in PUSHES:
        found = chains.draw(plain + push * direction, 128, 16).reshape(-1, model.p) @ direction
        if found.max() > limit + 1e-9 * max(1.0, abs(limit)):
            return
        drawn += len(found)
    raise no_maximum(direction, model.names, observed, draws=drawn)


def _refuse_failure(model: ErgmModel, best: Climb, target: Array, seed: int) -> None:
    """Say why there is no estimate; nothing is said of one that is nearly as exact as asked, but a warning."""
    likelihood = pseudo(model)
    if why_endless(likelihood, likelihood.maximum()) is not None:  # else there is a maximum somewhere
        direction = endless_direction(target - best.sample.flat)
        if direction is not None:
            _refuse_end_of_range(model, direction, edges_only(model), seed)
    ratio = best.path[-1]["t_ratio"]
    if not np.isfinite(best.error).all() or ratio > NEARLY:
        raise degenerate(model, _signs(model, best), best.coefficients)
    warn(
        "the estimate has not settled as far as was asked: the largest t ratio is {ratio}, and the Monte-Carlo error "
        "up to {share} of a standard error; give more draws, or a simpler model",
        NotSettledWarning,
        ratio=later(number, ratio),
        share=later(number, best.share_of_error),
    )


def _signs(model: ErgmModel, best: Climb) -> Signs | None:
    """Return what speaks for degeneracy, by chains that begin far apart; None where ties are not free to vary."""
    if model.constraint is not None:
        return None
    ties = _ties_of(model, best.sample.chains)
    chains = best.sample.chains
    if ties is None:
        return None
    expected = float(model.tied().sum()) * len(model.dyads.free) / len(model.dyads.known)
    return signs(chains, ties, expected, len(model.dyads.free))


def _ties_of(model: ErgmModel, chains: Array) -> Array | None:
    """Return the number of free ties of simulated networks, if a term tells it."""
    for place, each in enumerate(model.counted):
        if each.kind == "constant":
            all_ties = chains[:, :, place] / float(each.values[0])
            held = model.statistics()[place] / float(each.values[0]) - model.tied().sum()
            return np.asarray(all_ties - held)
    return None


def _distance(found: Climb) -> float:
    return -1.0 if found.settled else found.path[-1]["t_ratio"]


def _estimate(found: Climb, thinning: int) -> Estimate:
    inverse = solved(found.information, np.eye(len(found.coefficients)))
    return Estimate(
        how="mcmle",
        coefficients=found.coefficients,
        covariance=inverse + found.error,
        mc_error=np.sqrt(np.diag(found.error)),
        chains=found.sample.chains,
        path=pd.DataFrame(found.path, index=pd.RangeIndex(1, len(found.path) + 1, name="iteration")),
        size=found.sample.size,
        thinning=thinning,
        settled=found.settled,
    )

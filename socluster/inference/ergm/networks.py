"""Chains of networks of a model: where they begin, and several of them beside each other, in threads."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.random import Generator

from socluster._kernels.compiling.compiled import threads
from socluster.core.arguments import generator, seed_of
from socluster.core.columns import Array
from socluster.inference.ergm.model import ErgmModel

__all__ = ["CHAINS", "DrawnNetworks", "far_apart", "start_of", "thinning_for", "with_ties"]

CHAINS = 4
PATIENCE = 300_000_000  # proposals
LEAST, MOST = 16, 4096  # proposals from one network to the next, to begin with


class DrawnNetworks:
    """Chains of networks that go on where they stopped; what `estimation.sampling.Chains` asks for.

    Neither the number of threads nor who finishes first changes a number: each chain has its own seed.

    Parameters
    ----------
    model : ErgmModel
        Whose networks.
    seed : sequence of int
        Seed of all chains; each appends its own number.
    starts : sequence of ndarray
        The networks from which they start, one chain each.
    dyads : ndarray of int of shape (dyads, 2), optional
        Dyads that may change; all free ones unless given.
    thinning : int, optional
        Proposals from one network to the next, to begin with.
    """

    def __init__(
        self,
        model: ErgmModel,
        seed: Sequence[int],
        starts: Sequence[Array],
        *,
        dyads: Array | None = None,
        thinning: int | None = None,
    ) -> None:
        self.thinning = thinning_for(model, dyads) if thinning is None else thinning
        self.proposals = 0
        self.chains = [model.chain([*seed, at], start=start, dyads=dyads) for at, start in enumerate(starts)]

    @property
    def tired(self) -> bool:
        """Whether so much was simulated that there is no hope of more: a minute or two of work."""
        return self.proposals > PATIENCE

    def draw(self, theta: Array, draws: int, burn_in: int) -> Array:
        """Return statistics of so many networks of each chain, array of shape (chains, draws, p).

        Parameters
        ----------
        theta : ndarray of shape (p,)
            Coefficients.
        draws : int
            How many networks of each chain.
        burn_in : int
            How many times `thinning` proposals go before the first.
        """
        self.proposals += (draws + burn_in) * self.thinning * len(self.chains)
        with ThreadPoolExecutor(min(threads(), len(self.chains))) as pool:
            waiting = [
                pool.submit(chain.run, theta, draws, thinning=self.thinning, burn_in=burn_in * self.thinning)
                for chain in self.chains
            ]
            return np.stack([each.result() for each in waiting])


def start_of(rng: Generator | int | None) -> int:
    """Return what random numbers start from: the seed itself, or a number from a generator.

    Raises
    ------
    InputError
        If there is neither.
    """
    seed, drawn = seed_of(rng), generator(rng)
    return int(drawn.integers(2**31)) if seed is None else seed


def thinning_for(model: ErgmModel, dyads: Array | None = None) -> int:
    """Return after how many proposals a network has changed: about as many as it has ties, each second being one."""
    where = model.dyads.free if dyads is None else dyads
    tied = int(model.tied(dyads=where).sum())
    return int(np.clip(max(tied, len(where) // 16), LEAST, MOST))


def far_apart(model: ErgmModel, seed: Sequence[int]) -> list[Array]:
    """Return networks to start from: observed, with a third of its ties, with three times as many, observed.

    Chains that began sparse and dense and then meet have forgotten where they began. Where ties or degrees are kept,
    all begin with the observed network.
    """
    observed = model.observed
    if model.constraint is not None:
        return [observed] * CHAINS
    rng = np.random.default_rng([*seed, CHAINS])
    free, tied = model.dyads.free, model.tied()
    share = float(tied.mean()) if len(tied) else 0.0
    sparse = tied & (rng.random(len(free)) < 1 / 3)
    dense = rng.random(len(free)) < max(min(3 * share, max(share, 0.5)), 0.1)
    return [observed, with_ties(model, sparse), with_ties(model, dense), observed]


def with_ties(model: ErgmModel, tied: Array) -> Array:
    """Return the observed network with these of its free dyads tied."""
    found, free = model.observed, model.dyads.free
    found[free[:, 0], free[:, 1]] = tied
    frame = model.network.frame
    if not frame.directed and not frame.two_mode:
        found[free[:, 1], free[:, 0]] = tied
    return found

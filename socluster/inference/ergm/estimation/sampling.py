"""Draws until they are enough: chains that have forgotten where they began, thinned and lengthened as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.accuracy import effective_size, geweke

__all__ = ["Chains", "Sample", "enough"]

SUSPICIOUS = 0.001  # chance of such a gap between first and last part, below which a chain has not settled
ROUNDS = 12  # how often a sample is lengthened, at most; thinning doubles with it where draws are alike
LEAST, MOST = 64, 1500  # draws in a chain: fewer say nothing about their dependence, more fill memory


class Chains(Protocol):
    """What can be simulated: some chains of networks, which go on where they stopped."""

    thinning: int

    @property
    def tired(self) -> bool:
        """Whether so much was simulated that there is no hope of more."""

    def draw(self, theta: Array, draws: int, burn_in: int) -> Array:
        """Return statistics of so many networks of each chain, array of shape (chains, draws, p).

        Between two of them are `thinning` steps; before the first, `burn_in` times as many.
        """


@dataclass(frozen=True, eq=False)
class Sample:
    """Networks that were simulated at some coefficients.

    Parameters
    ----------
    chains : ndarray of shape (chains, draws, p)
        Their statistics.
    size : float
        How many independent networks they are worth.
    settled : bool
        Whether the chains seem to have forgotten where they began.
    """

    chains: Array
    size: float
    settled: bool

    @property
    def flat(self) -> Array:
        """All draws: array of shape (chains * draws, p)."""
        return self.chains.reshape(-1, self.chains.shape[2])


def enough(chains: Chains, theta: Array, wanted: float, burn_in: int) -> Sample:
    """Return draws at some coefficients that are worth as many independent ones as wanted, if the chains allow.

    Parameters
    ----------
    chains : Chains
        What is simulated; its thinning is raised where draws that follow each other are alike.
    theta : ndarray of shape (p,)
        Coefficients.
    wanted : float
        Effective number of draws.
    burn_in : int
        How many draws are thrown away first.
    """
    found = chains.draw(theta, _first(wanted, 2), burn_in)  # at least two chains
    settled, size = False, 0.0
    for _ in range(ROUNDS):
        settled = geweke(found) >= SUSPICIOUS
        size = effective_size(found)
        if (settled and size >= wanted) or chains.tired:
            break
        if not settled:  # what was drawn was a part of the way there
            found = found[:, found.shape[1] // 2 :]
        if size < found.shape[0] * found.shape[1] / 4 or found.shape[1] > MOST:
            found = found[:, 1::2]
            chains.thinning *= 2
        lack = int(np.ceil((wanted / max(size, 1.0) - 1) * found.shape[1] * 1.1)) if settled else found.shape[1]
        more = int(np.clip(lack, LEAST // 2, MOST))
        found = np.concatenate([found, chains.draw(theta, more, 1)], axis=1)
    return Sample(found, size, settled)


def _first(wanted: float, chains: int) -> int:
    return int(np.clip(np.ceil(wanted / chains), LEAST, MOST))

"""Degeneracy: signs that a model puts its weight on almost empty and almost complete networks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array

__all__ = ["Signs", "signs"]

SHARE = 0.1  # of the networks far from the observed density
APART = 2.0  # standard deviations within chains between the means of two of them
TWO_HUMPS = 4.0  # distance of two halves in their own standard deviations; 2.7 of a normal curve, 3.5 if all are alike
JUMP = 0.5  # of all dyads, within a tenth of a coefficient


@dataclass(frozen=True)
class Signs:
    """What speaks for degeneracy.

    Parameters
    ----------
    far : float
        Share of the networks with more than three times, or less than a third, of the observed number of ties.
    apart : bool
        Whether chains that began sparse and dense do not meet.
    humps : bool
        Whether the number of ties has two humps.
    steep : tuple of int
        Terms of whose coefficient a tenth moves the expected number of ties by half of all dyads.
    """

    far: float
    apart: bool
    humps: bool
    steep: tuple[int, ...]

    @property
    def any(self) -> bool:
        """Whether anything does; a steep term alone may be made up for by another one, and does not."""
        return self.far > SHARE or self.apart or self.humps


def signs(chains: Array, ties: Array, observed: float, dyads: int) -> Signs:
    """Return what speaks for degeneracy in a sample of networks.

    Parameters
    ----------
    chains : ndarray of shape (chains, draws, p)
        Statistics.
    ties : ndarray of shape (chains, draws)
        Number of ties of each network.
    observed : float
        Number of ties that was observed.
    dyads : int
        How many there could be.
    """
    flat = ties.ravel()
    far = (flat > 3 * max(observed, 1.0)) | (flat < observed / 3)
    within = max(float(np.sqrt(ties.var(axis=1).mean())), 1e-9)
    apart = float(np.ptp(ties.mean(axis=1))) > max(APART * within, 1.0)
    statistics = chains.reshape(-1, chains.shape[2])
    steep = [term for term in range(statistics.shape[1]) if _jump(flat, statistics[:, term]) > JUMP * dyads]
    return Signs(float(far.mean()), bool(apart), _has_two_humps(flat), tuple(steep))


def _jump(ties: Array, statistic: Array) -> float:
    """Return by how much a tenth more in a coefficient moves the mean number of ties, the draws being reweighted."""
    energy = 0.05 * (statistic - statistic.mean())
    up, down = np.exp(energy - energy.max()), np.exp(-energy + energy.min())
    return abs(float(up @ ties / up.sum() - down @ ties / down.sum()))


def _has_two_humps(values: Array) -> bool:
    """Whether the values fall into two groups that lie clearly apart (Ashman's D of the best cut in two)."""
    ordered = np.sort(values.astype(float))
    cut = ordered.mean()
    for _ in range(20):  # two means
        below = ordered <= cut
        if below.all():
            return False
        again = (ordered[below].mean() + ordered[~below].mean()) / 2
        if again == cut:
            break
        cut = again
    low, high = ordered[ordered <= cut], ordered[ordered > cut]
    if min(len(low), len(high)) < 0.05 * len(ordered):
        return False
    within = np.sqrt(low.var() + high.var())
    return bool(high.mean() - low.mean() > max(TWO_HUMPS * within / np.sqrt(2), 3.0))

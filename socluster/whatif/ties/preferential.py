"""A tie model: a new partner turns to the well connected."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.whatif.ties.base import Model, Variants, ranged, with_ends
from socluster.whatif.ties.fitted import is_directed, possible_ties, stated_ties
from socluster.whatif.ties.observed import learning_layer, observed
from socluster.whatif.ties.protocol import StatedTies, TieDirection, is_number
from socluster.whatif.ties.scaled import Scaled
from socluster.whatif.ties.values import given, not_choice, not_positive, not_text
from socluster.words import Language, count, counted, number, say

__all__ = ["Preferential", "filled"]


@dataclass(frozen=True, repr=False)
class Preferential(Model):
    """New ties that go to actors in proportion to a power of their degree: who has, will be given.

    The expected number of ties is stated, and shared out:

    .. math:: p_j = \\min(1, c \\, (d_j + a)^{\\alpha}) \\quad\\text{with } c \\text{ such that } \\sum_j p_j = m

    Parameters
    ----------
    ties : float
        m, the expected number of new ties, at most the number of possible ones.
    power : float, default 1
        alpha: 0 makes all alike, 1 is preferential attachment, more than 1 lets the first ones take all.
    offset : float, default 1
        a, at least 0: what an actor without ties is worth.
    direction : {"out", "in", "both"}, default "both"
        In a directed layer: ties to actors by their in-degree, ties from actors by their out-degree, or both kinds, of
        which `ties` is then the total.
    layer : str, optional
        The layer that degrees are taken from; without it, the layer of the new ties if that holds ties, else all.

    Notes
    -----
    Degrees count uncertain ties with their confidence. The number of ties varies around m from draw to draw; ties are
    independent of each other. Where only few actors have ties and ``offset=0``, m may not be reached; that is an error.

    References
    ----------
    Barabási, A.-L. and Albert, R. (1999). Emergence of scaling in random networks. Science 286, 509-512.
    doi:10.1126/science.286.5439.509

    Krapivsky, P. L., Redner, S. and Leyvraz, F. (2000). Connectivity of growing random networks (on the power).
    Physical Review Letters 85(21), 4629-4632. doi:10.1103/PhysRevLett.85.4629

    Dorogovtsev, S. N., Mendes, J. F. F. and Samukhin, A. N. (2000). Structure of growing networks with preferential
    linking (on the offset). Physical Review Letters 85(21), 4633-4636. doi:10.1103/PhysRevLett.85.4633

    Examples
    --------
    >>> Preferential(ties=3).assumption()
    'the partner forms 3 ties on average, with actors in proportion to (degree + 1) to the power of 1'
    """

    ties: float
    power: float = 1.0
    offset: float = 1.0
    direction: TieDirection = "both"
    layer: str | None = field(default=None, kw_only=True)

    def _problems(self) -> list[Problem]:
        problems = not_positive(ties=self.ties) + not_text(**given(layer=self.layer))
        problems += not_choice(("out", "in", "both"), direction=self.direction)
        if not (is_number(self.power) and np.isfinite(self.power)):
            problems.append(Problem("power must be a number", value=self.power))
        if not (is_number(self.offset) and 0 <= self.offset < np.inf):
            problems.append(Problem("offset must be a number from 0", value=self.offset))
        return problems

    @property
    def learns(self) -> bool:
        """Who has many ties follows from the ties of the cluster."""
        return True

    def fit(self, cluster: Cluster, actor: str, layer: str) -> StatedTies:
        """Return a possible tie with every other actor; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer, self.direction)
        source = learning_layer(cluster, self.layer, layer)
        expected = observed(cluster, source, directed=is_directed(cluster, layer)).expected.copy()
        here = cluster.parts.position[actor]
        expected[here] = expected[:, here] = 0  # what the partner does in other layers makes nobody better connected
        outward = possible.rows == here
        degree = np.where(outward, expected.sum(axis=0)[possible.columns], expected.sum(axis=1)[possible.rows])
        base = degree + self.offset
        weights = np.zeros(len(base))
        weights[base > 0] = base[base > 0] ** self.power
        if self.ties > np.count_nonzero(weights):
            raise InputError(self._out_of_reach(int(np.count_nonzero(weights))))
        return stated_ties(possible, filled(weights, self.ties))

    def _out_of_reach(self, most: int) -> Problem:
        possible = {"possible": counted("{n} tie is possible", "{n} ties are possible", most)}
        if self.offset:
            return Problem(
                "cannot be reached: {possible}", is_argument=True, column="ties", value=self.ties, values=possible
            )
        return Problem(
            "cannot be reached: {possible} (actors without ties count nothing while offset is 0)",
            is_argument=True,
            column="ties",
            value=self.ties,
            values=possible,
        )

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        offset, power = number(self.offset, language), number(self.power, language)
        if float(self.ties).is_integer():
            return count(
                "the partner forms {n} tie on average, with actors in proportion to (degree + {offset}) to the power "
                "of {power}",
                "the partner forms {n} ties on average, with actors in proportion to (degree + {offset}) to the power "
                "of {power}",
                int(self.ties),
                language,
                offset=offset,
                power=power,
            )
        return say(
            "the partner forms {n} ties on average, with actors in proportion to (degree + {offset}) to the power of "
            "{power}",
            language,
            n=number(self.ties, language),
            offset=offset,
            power=power,
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with half and with one and a half times the ties, and with the power one less and more.

        More ties are made by raising all probabilities (`Scaled`), so that there are always enough actors. See `Model`.
        """
        ties, power = say("number of ties", language), say("power of the degree", language)
        ends = max(0.0, self.power - 1), self.power + 1
        return {
            ranged(ties, 0.5 * self.ties, 1.5 * self.ties, language): (Scaled(self, 0.5), Scaled(self, 1.5)),
            ranged(power, *ends, language): with_ends(self, "power", *ends),
        }


def filled(weights: Array, total: float) -> Array:
    """Return probabilities in proportion to the weights that add up to `total`, none above 1.

    Like water poured into vessels of height 1: what a full vessel cannot take flows to the others.

    Examples
    --------
    >>> filled(np.array([6.0, 1.0, 1.0]), 2).tolist()
    [1.0, 0.5, 0.5]
    """
    probabilities = np.zeros(len(weights))
    open_ = weights > 0
    rest = total
    while rest > 0 and open_.any():
        share = np.where(open_, weights * (rest / weights[open_].sum()), 0.0)
        full = open_ & (share >= 1)
        if not full.any():
            return np.asarray(probabilities + share)
        probabilities[full] = 1.0
        open_ &= ~full
        rest = total - np.count_nonzero(probabilities == 1)
    return probabilities

"""What a measure of signed ties measures on: who is tied positively, and who negatively."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from socluster._kernels.products import ones_like
from socluster.core.arguments import IS_NONE
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, seen_from
from socluster.measures.shared.network import Network, network, one_mode

__all__ = ["Signed", "signed"]


@dataclass(frozen=True)
class Signed:
    """Positive and negative ties among the same actors.

    Parameters
    ----------
    positive, negative : Network
        The two layers.
    """

    positive: Network
    negative: Network

    @property
    def cluster(self) -> Cluster:
        """The cluster that was measured."""
        return self.positive.cluster

    @property
    def n(self) -> int:
        """Number of actors."""
        return self.positive.n

    def seen(self, direction: Direction) -> tuple[Matrix, Matrix]:
        """Return ones for the positive and for the negative ties, as an actor looks at them in that direction."""
        positive, negative = (
            ones_like(seen_from(net.ties, direction, directed=net.directed)).astype(float)
            for net in (self.positive, self.negative)
        )
        return positive, negative


def signed(cluster: Any, positive: str, negative: str) -> Signed:
    """Return two layers of ties as positive and negative ones.

    Raises
    ------
    InputError
        If one is no layer of ties, or both are the same.

    Warns
    -----
    UncertainTiesWarning, UnknownTiesWarning
        As `network` does, for each layer.
    """
    measured = one_mode(cluster)
    problems = []
    for argument, layer in (("positive", positive), ("negative", negative)):
        if layer not in measured.tie_layers:
            near = nearest(layer, measured.tie_layers)
            problems.append(Problem(IS_NONE["layer"], value=layer, column=argument, nearest=near))
    if problems:
        raise InputError(problems)
    if positive == negative:
        raise InputError(Problem("positive= and negative= must name two layers", value=positive))
    return Signed(network(measured, positive), network(measured, negative))

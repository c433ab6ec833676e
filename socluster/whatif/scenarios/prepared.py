"""A scenario applied to a cluster: all ties that may be there, and which of them are there in a draw."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.core.parts import Parts
from socluster.core.streams import stream
from socluster.draws.worlds import Worlds
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties.protocol import FittedTies

__all__ = ["Modelled", "Prepared"]


@dataclass(frozen=True, eq=False)
class Modelled:
    """Ties of one step that come from a model.

    Parameters
    ----------
    ties : FittedTies
        The ties.
    layer : str
        Their layer.
    key : int
        Key of the model's random numbers.
    owned : ndarray of bool
        Which of the ties are the model's; another step says of the others whether they are there.
    is_stated : bool
        Whether the analyst states these ties one by one, so that they go before those of other models.
    """

    ties: FittedTies
    layer: str
    key: int
    owned: Array
    is_stated: bool = False

    def rows(self, parts: Parts) -> Array:
        """Return the row of each tie among those of a cluster, -1 where it is not there or not the model's."""
        return np.where(self.owned, parts.rows_of(self.layer, self.ties.sources, self.ties.targets), -1)


@dataclass(frozen=True, eq=False)
class Prepared:
    """A scenario applied to a cluster, ready to be drawn.

    Parameters
    ----------
    name : str
        Name of the scenario.
    cluster : Cluster
        The cluster with all ties that the scenario makes possible.
    modelled : tuple
        The ties that come from models.
    said : str
        The steps, as they were written.
    base : Cluster, optional
        The cluster before the scenario; None = `cluster`, to which nothing happens.
    steps : tuple of Step
        The steps.
    """

    name: str
    cluster: Cluster
    modelled: tuple[Modelled, ...] = ()
    said: str = ""
    base: Cluster | None = None
    steps: tuple[Step, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether every draw is the same."""
        return not self.modelled and not self.cluster.n_uncertain

    def present(self, seed: int, draw: int) -> Array:
        """Return which ties of the cluster are there in this draw: array of bool, one per tie.

        The same tie has the same random number in every scenario, and a model that draws something about itself (its
        rates, say) gets the same stream wherever it is used, so that differences are due to the scenario alone, and
        partners of one model share what is not known about it.
        """
        worlds = Worlds(self.cluster, seed)
        uniform = worlds.numbers(draw, draw + 1)[0]
        there: Array = uniform < worlds.confidence
        for each, rows in zip(self.modelled, self._rows, strict=True):
            kept = rows >= 0  # a later step may have taken a tie away again
            own = np.ones(len(rows))
            own[kept] = uniform[rows[kept]]
            there[rows[kept]] = each.ties.realised(own, stream(each.key, seed, draw))[kept]
        return there

    def draw(self, seed: int, draw: int) -> Cluster:
        """Return the cluster of this draw, in which every tie is there for sure or not at all."""
        if self.is_certain:
            return self.cluster
        return Cluster(drawn(self.cluster.parts, self.present(seed, draw)))

    @cached_property
    def _rows(self) -> list[Array]:
        """For the ties of every model, their rows in the cluster, -1 where they are not there any more."""
        return [each.rows(self.cluster.parts) for each in self.modelled]

"""A scenario applied to a cluster: all ties that may be there, and which of them are there in a draw."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.whatif.scenarios.drawn_ties import DrawnTies, Modelled
from socluster.whatif.scenarios.fitting import Untied
from socluster.whatif.scenarios.step import Step

__all__ = ["Prepared"]


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
    untied : Untied, optional
        The cluster that models of further steps learn from, so far as it was made.
    """

    name: str
    cluster: Cluster
    modelled: tuple[Modelled, ...] = ()
    said: str = ""
    base: Cluster | None = None
    steps: tuple[Step, ...] = ()
    untied: Untied | None = None

    @property
    def is_certain(self) -> bool:
        """Whether every draw is the same."""
        return not self.modelled and not self.cluster.n_uncertain

    def present(self, seed: int, draw: int) -> Array:
        """Return which ties of the cluster are there in this draw: array of bool, one per tie (`present_in`)."""
        there: Array = self.present_in(seed, draw, draw + 1)[0]
        return there

    def present_in(self, seed: int, first: int, last: int) -> Array:
        """Return which ties are there in draws first..last-1: array of bool of shape (draws, ties); see `DrawnTies`."""
        there = np.ones((last - first, len(self.cluster.parts.ties)), dtype=bool)
        there[:, self.drawn.rows] = self.drawn.present_in(seed, first, last)
        return there

    def draw(self, seed: int, draw: int) -> Cluster:
        """Return the cluster of this draw, in which every tie is there for sure or not at all."""
        if self.is_certain:
            return self.cluster
        return Cluster(drawn(self.cluster.parts, self.present(seed, draw)))

    @cached_property
    def drawn(self) -> DrawnTies:
        """The ties that are not there in every draw."""
        parts = self.cluster.parts
        is_drawn: Array = parts.ties.rest["confidence"].values < 1
        for each in self.modelled:
            rows = each.rows(parts)
            is_drawn[rows[rows >= 0]] = True
        return DrawnTies(parts, np.flatnonzero(is_drawn), self.modelled)

"""Measures of the clusters that a null draws, as a task: a draw depends on the null, the seed and its number alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.inference.nulls.base import Fitted, NullModel, streams_of
from socluster.inference.shared.asked import AskedMeasures
from socluster.inference.shared.quiet import quietly

__all__ = ["NullDraws", "values_of"]


@dataclass(frozen=True, eq=False)
class NullDraws:
    """The task: its one part has a row of values for each draw.

    Parameters
    ----------
    cluster : Cluster
        The observed cluster.
    null : NullModel
        What is drawn.
    fitted : Fitted
        The same, ready to draw.
    asked : AskedMeasures
        The measures.
    seed : int
        Seed.
    """

    cluster: Cluster
    null: NullModel
    fitted: Fitted
    asked: AskedMeasures
    seed: int

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        return fingerprint_of(
            [
                ("the cluster", (self.cluster.fingerprint, self.seed)),
                ("the null model", self.null),
                *self.asked.about,
            ]
        )

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece: as many as are drawn at once, if memory has room for their values."""
        return max(min(self.fitted.at_once, 10 * draws_at_a_time(len(self.asked.index))), 1)

    def run(self, first: int, last: int) -> Rows:
        """Return the values of draws first..last-1."""
        rows = np.empty((last - first, len(self.asked.index)))
        step = max(self.fitted.at_once, 1)
        with quietly():
            for start in range(first, last, step):
                stop = min(start + step, last)
                for place, cluster in enumerate(
                    self.fitted.clusters(streams_of(self.seed, start, stop)), start - first
                ):
                    rows[place] = self.asked.row(cluster)
        return [rows]


def values_of(clusters: list[Cluster], asked: AskedMeasures) -> Array:
    """Return the values of listed clusters, a row for each."""
    with quietly():
        return np.array([asked.row(cluster) for cluster in clusters])

"""A cluster with other ties, put together from arrays thousands of times: what does not change is made once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster._kernels.sampling.cells import Arcs
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.parts import Links
from socluster.core.simulated import simulated
from socluster.inference.nulls.layer_ties import LayerTies

__all__ = ["Redrawn"]


class Redrawn:
    """The cluster with drawn ties in place of its own.

    Actors, groups, affiliations and unknown dyads stay. Drawn ties are simulated and sure; further columns that
    described the observed ties are not made up for them.

    Parameters
    ----------
    cluster : Cluster
        The observed one.
    layers : sequence of LayerTies
        The layers that are drawn: all that hold ties.
    """

    def __init__(self, cluster: Cluster, layers: Sequence[LayerTies]) -> None:
        self.parts = cluster.parts
        self.layers = sorted(range(len(layers)), key=lambda place: layers[place].code)
        self.codes = [each.code for each in layers]

    def cluster(self, networks: Sequence[Arcs], weights: Sequence[Array]) -> Cluster:
        """Return the cluster with these ties: ends and weights for each layer."""
        rows, columns, strengths, codes = [], [], [], []
        n = len(self.parts.labels)
        for place in self.layers:
            row, column = networks[place]
            order = np.argsort(row * n + column, kind="stable")
            rows.append(row[order])
            columns.append(column[order])
            strengths.append(weights[place][order])
            codes.append(np.full(len(row), self.codes[place]))
        if not rows:
            return Cluster(self.parts)
        links = Links(
            np.concatenate(rows), np.concatenate(columns), np.concatenate(codes), simulated(np.concatenate(strengths))
        )
        return Cluster(self.parts.with_ties(links))

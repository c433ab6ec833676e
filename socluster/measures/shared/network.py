"""What a measure measures on: the one-mode network of a cluster, with what has to be said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import (
    ProjectionWarning,
    UncertainTiesWarning,
    UnknownTiesWarning,
)
from socluster.core.matrix import Matrix
from socluster.core.warn import warn
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Phrase, counted, phrase

__all__ = ["Network", "counts", "network", "one_mode", "warn_of_uncertain_ties"]

Made = TypeVar("Made")


@dataclass(frozen=True)
class Network:
    """A one-mode network as a measure needs it.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was measured (after projection, if it had only two modes).
    layer : str or None
        The layer of ties; None = all together.
    directed : bool
        Whether a tie may run one way only.
    left_out : tuple of Phrase
        Who is not in it for want of a group, as an answer by group is to say.
    """

    cluster: Cluster
    layer: str | None
    directed: bool
    left_out: tuple[Phrase, ...] = ()

    @property
    def n(self) -> int:
        """Number of actors."""
        return self.cluster.n_actors

    @property
    def ties(self) -> Matrix:
        """Strength of the tie from row to column, kept with the cluster: to be looked at, not changed."""
        return self.cluster.shared_matrix(self.layer)

    @cached_property
    def strength(self) -> Matrix:
        """Strength of the tie from row to column; symmetric if the network is undirected (a matrix of one's own)."""
        return self.ties.copy()

    @property
    def binary(self) -> Matrix:
        """The ties as ones (a new matrix)."""
        ones = self.ties.copy()
        ones.data = np.ones_like(ones.data)
        return ones

    def kept(self, what: str, make: Callable[[], Made]) -> Made:
        """Return what follows from this network alone, made on first use; `Cluster.kept` says how long it is kept."""
        return self.cluster.kept(f"measures: {what} of layer {self.layer!r}", make)

    def series(self, values: Array, name: str) -> pd.Series[Any]:
        """Return one value per actor as a Series (index `actor`, name of the measure)."""
        return pd.Series(values, index=self.cluster.index, name=name)


def counts(values: Array) -> Array:
    """Return numbers of things as whole numbers."""
    whole: Array = np.asarray(values).astype(np.int64)
    return whole


def one_mode(cluster: Any) -> Cluster:
    """Return the cluster, projected if all that it holds are affiliations.

    Warns
    -----
    ProjectionWarning
        If it had to be projected; `Cluster.project` does it silently and lets the weights be chosen.
    """
    given = cluster_of(cluster)
    if given.tie_layers or not given.n_affiliations:  # a draw may have lost all ties of a layer that is there
        return given
    held = counted("{n} affiliation", "{n} affiliations", given.n_affiliations, context="holds")
    warn(
        "{cluster} holds no ties between actors, only {affiliations}; it was measured on its projection, in which "
        "actors who share groups are tied. Call .project() first to state this yourself",
        ProjectionWarning,
        cluster=given.name or phrase("the cluster"),
        affiliations=held,
    )
    return given.project()


def network(cluster: Any, layer: str | None = None) -> Network:
    """Return the one-mode network of one layer, or of all layers together.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties.

    Returns
    -------
    Network

    Warns
    -----
    ProjectionWarning
        If the cluster had to be projected.
    UncertainTiesWarning
        If some ties are uncertain; they are counted as if they existed.
    UnknownTiesWarning
        If some dyads are unknown; they are counted as absent.
    """
    cluster = one_mode(cluster)
    warn_of_uncertain_ties(cluster, layer)
    if cluster.may_hold_unknown:
        unknown = int(cluster.unknown_matrix(layer).nnz)
        if unknown:
            cells = counted("{n} unknown cell of the matrix", "{n} unknown cells of the matrix", unknown)
            warn("measured as if {cells} held no tie; the true value may differ", UnknownTiesWarning, cells=cells)
    net = Network(cluster, layer, cluster.is_directed(layer))
    _ = net.ties  # whatever is wrong with the ties is said here
    return net


def warn_of_uncertain_ties(cluster: Cluster, layer: str | None = None) -> None:
    """Warn if ties of the layer (or of any) are uncertain, since they are about to be counted as if they existed."""
    if not cluster.n_uncertain:
        return
    ties = cluster.ties
    n = int(((ties["confidence"] < 1) & ((ties["layer"] == layer) | (layer is None))).sum())
    if n:
        warn(
            "measured as if {ties} existed; "
            "measure(..., draws=, rng=) and compare(..., draws=, rng=) give the distribution",
            UncertainTiesWarning,
            ties=counted("{n} uncertain tie", "{n} uncertain ties", n),
        )

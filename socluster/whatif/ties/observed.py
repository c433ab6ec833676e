"""What a cluster's own ties and memberships say, as tie models learn from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.matrix import layer_codes
from socluster.core.parts import Links

__all__ = ["Dyads", "expected_ties", "learning_layer", "memberships", "observed"]


@dataclass(frozen=True, eq=False)
class Dyads:
    """The pairs of actors of a cluster, and how sure it is that they are tied.

    Parameters
    ----------
    expected : ndarray of shape (n, n)
        Probability that there is a tie from row to column; symmetric if undirected.
    known : ndarray of bool of shape (n, n)
        Pairs about which something is known; neither the diagonal nor unknown dyads.
    directed : bool
        Whether (a, b) and (b, a) are two dyads.
    """

    expected: Array
    known: Array
    directed: bool

    @property
    def once(self) -> Array:
        """Where to look to see every known dyad once (n x n, bool)."""
        return self.known if self.directed else np.triu(self.known)


def observed(cluster: Cluster, source: str | None, *, directed: bool) -> Dyads:
    """Return the dyads of the layer `source` (None = a tie in any layer), read as directed or not.

    Ties that have a direction, read without it, are there if either way is there. Undirected ones are never read as
    directed.
    """
    expected, unknown = expected_ties(cluster, source), cluster.unknown_matrix(source).toarray()
    has_direction = cluster.is_directed(source)
    if has_direction and not directed:
        expected = 1 - (1 - expected) * (1 - expected.T)
        unknown = (unknown | unknown.T) & (expected == 0)
    known = ~unknown
    np.fill_diagonal(known, False)
    return Dyads(expected, known, directed and has_direction)


def expected_ties(cluster: Cluster, layer: str | None) -> Array:
    """Return the n x n matrix of the probabilities that there is a tie, in this layer or in any."""
    parts = cluster.parts
    ties = parts.ties.take(np.isin(parts.ties.layer, layer_codes(parts, layer)))
    absent = np.ones((cluster.n_actors, cluster.n_actors))
    doubt = 1 - ties.rest["confidence"].values
    np.multiply.at(absent, (ties.source, ties.target), doubt)
    both_ways = np.array([not each.directed for each in parts.layers] + [True])[ties.layer]
    np.multiply.at(absent, (ties.target[both_ways], ties.source[both_ways]), doubt[both_ways])
    expected: Array = 1 - absent
    return expected


def learning_layer(cluster: Cluster, stated: str | None, layer: str | None) -> str | None:
    """Return the layer to learn from: the stated one, else that of the new ties if it holds ties, else None (all)."""
    if stated is not None:
        return stated
    parts = cluster.parts
    holds_ties = layer in parts.tie_layers and (parts.ties.layer == parts.layer_names.index(layer)).any()
    return layer if holds_ties else None


def memberships(cluster: Cluster, layer: str | None = None) -> Array:
    """Return the actors x groups matrix of the probabilities that the actor belongs to the group.

    Raises
    ------
    InputError
        If there is no such layer of affiliations.
    """
    cluster.affiliation_matrix(layer)  # refuses layers that are not there
    parts = cluster.parts
    links: Links = parts.affiliations
    if layer is not None:
        links = links.take(links.layer == parts.layer_names.index(layer))
    absent = np.ones((cluster.n_actors, cluster.n_groups))
    np.multiply.at(absent, (links.source, links.target), 1 - links.rest["confidence"].values)
    return np.asarray(1 - absent)

"""Ego betweenness: how often an actor lies between its own partners, as far as these can be seen from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.ego import ego_networks
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.measures.shared.kept import graph_of
from socluster.measures.shared.network import Network, network

__all__ = ["between_partners", "ego_betweenness"]


@checked
def ego_betweenness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    normalized: bool = True,
    variant: Literal["two steps", "paths"] = "two steps",
) -> pd.Series[Any]:
    r"""How often does an actor lie between its own partners?

    Betweenness in the small network of an actor and its partners. It asks nothing of the rest of the cluster, so it can
    also be had where only the neighbourhood of an actor is known, and it follows `betweenness` closely.

    .. math:: \frac{1}{D} \sum_{(a, b)} \frac{1}{g_{ab}}

    over the pairs of partners that the actor joins (a to the actor to b) and that are not tied directly, with g the
    number of two-step paths between them in that small network.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    normalized : bool, default True
        Divide by the number of pairs of partners: D = k (k - 1) ordered pairs if ties are directed, half of that if
        not, for k partners. If not normalized, D = 1.
    variant : {"two steps", "paths"}, default "two steps"
        Count a pair only where the actor joins it in two steps; or count shortest paths of any length in that small
        network. Undirected ties are the same in both.

    Returns
    -------
    Series of float
        Index `actor`, name `ego_betweenness`; from 0 to 1, or in pairs if not normalized.

    Notes
    -----
    Partners are those tied in either direction; paths follow the direction of the ties. Who has fewer than two partners
    is between nobody: raw 0, normalized NaN. Strengths do not count. Raw values of "paths" equal betweenness of the
    actor in its ego network in any package, UCINET's ego betweenness among them. For directed ties that also counts
    paths of three and more steps, which can begin at a partner without a tie to the actor; "two steps" does not. Whom
    the actor lies between in two steps, with all other ways through the whole cluster, says `betweenness` with
    `steps=2`.

    References
    ----------
    Everett, M. & Borgatti, S. P. (2005). Ego network betweenness. Social Networks, 27, 31-38.
    doi:10.1016/j.socnet.2004.11.007

    Examples
    --------
    >>> import socluster as sc
    >>> ego_betweenness(sc.load_dataset("kite"), normalized=False).nlargest(3).round(3)
    actor
    3    3.667
    5    3.500
    6    3.500
    Name: ego_betweenness, dtype: float64
    """
    net = network(cluster, layer)
    is_same = variant == "two steps" or not net.directed
    pairs = ego_networks.betweenness(net.strength) if is_same else _between_by_all_paths(net)
    partners = np.diff((net.strength + net.strength.T).tocsr().indptr)
    possible = partners * (partners - 1.0)
    if not net.directed:
        pairs, possible = pairs / 2, possible / 2
    if normalized:
        pairs = pairs / np.where(possible > 0, possible, np.nan)
    return net.series(pairs, "ego_betweenness")


def _between_by_all_paths(net: Network) -> Array:
    """Return the betweenness of every actor in the directed network of itself and its partners."""
    graph = graph_of(net)
    return np.array([between_partners(graph, ego, graph.neighbors(ego)) for ego in range(net.n)], dtype=float)


def between_partners(graph: Any, ego: int, partners: Iterable[int]) -> float:
    """Return the betweenness of an actor in the network of itself and its partners, paths of any length counted."""
    circle = sorted({ego, *partners})
    return float(graph.induced_subgraph(circle).betweenness(vertices=circle.index(ego), directed=graph.is_directed()))

"""Bridges: ties that lead where no other tie leads, and actors who hold such ties."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.losing.each import lost_with_each_tie
from socluster._kernels.losing.removals import distances_without_ties
from socluster._kernels.products import ones_like, product_at, row_sums
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.network import Network, network

__all__ = ["bridging", "everett_valente_brokerage", "local_bridges", "tie_span"]


@checked
def local_bridges(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    """Which ties connect two actors with no common partner?

    New things come to an actor over such ties rather than over ties inside a circle where everybody knows everybody.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a partner in any layer is a partner.

    Returns
    -------
    Series of bool
        Index (layer, source, target), the ties as in the cluster; name `local_bridges`.

    Notes
    -----
    Direction and strength do not count. A tie to an actor who has no other partner is a local bridge too. Equals
    networkx. `tie_span` says how long the way round is.

    References
    ----------
    Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology, 78, 1360-1380.
    doi:10.1086/225469

    Examples
    --------
    >>> import socluster as sc
    >>> bridge = local_bridges(sc.load_dataset("kite"))
    >>> bridge[bridge]
    layer  source  target
    tie    7       8         True
           8       9         True
    Name: local_bridges, dtype: bool
    """
    net = network(cluster, layer)
    sources, targets, index = _ties(net, layer)
    shared = _shared_partners(_either_way(net.strength), sources, targets)
    return pd.Series(shared == 0, index=index, name="local_bridges", dtype=bool)


@checked
def tie_span(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    """How far apart would the ends of a tie be without it?

    2 where the ends share a partner; the longer the way round, the more the tie shortens the cluster. Infinite where
    the tie is a bridge: without it, nothing leads from one end to the other.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, the way round may lead over all layers.

    Returns
    -------
    Series of float
        Index (layer, source, target), the ties as in the cluster; name `tie_span`; steps, from 2 to
        infinity.

    Notes
    -----
    Direction and strength do not count. A pair that is tied in both directions, or in several layers, loses all these
    ties at once. Equals the spans of networkx's local_bridges, which leaves out those of 2.

    References
    ----------
    Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology, 78, 1360-1380.
    doi:10.1086/225469

    Examples
    --------
    >>> import socluster as sc
    >>> tie_span(sc.load_dataset("kite")).value_counts()
    tie_span
    2.0    16
    inf     2
    Name: count, dtype: int64
    """
    net = network(cluster, layer)
    sources, targets, index = _ties(net, layer)
    two_way = _either_way(net.strength)
    span = np.full(len(index), 2.0)
    bridges = _shared_partners(two_way, sources, targets) == 0
    span[bridges] = _ways_round(two_way, sources[bridges], targets[bridges])
    return pd.Series(span, index=index, name="tie_span", dtype=float)


@checked
def bridging(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    r"""How much does the cohesion of the cluster depend on an actor's ties?

    Take out each tie of the actor in turn and see how much nearness the cluster loses; the mean of these losses is
    high for actors whose ties lead to parts that are otherwise far away.

    .. math:: \frac{1}{k_i} \sum_{e \ni i} \big( E(G) - E(G - e) \big)

    with E the mean of 1 / distance over all ordered pairs (`global_efficiency`) and k the number of ties of the actor.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a pair tied in several layers has one tie, and paths run over all layers.

    Returns
    -------
    Series of float
        Index `actor`, name `bridging`; from 0, in units of `global_efficiency`.

    Notes
    -----
    If ties are directed, each arc is a tie of both its ends, and a mutual dyad has two. Strengths do not count. An
    isolate has NaN. R's influenceR takes half of it, because it adds up every pair once and divides by n (n - 1), and
    gives an isolate 0. In larger clusters the values are small, since one tie is a small part of the whole: compare
    actors, not clusters. See `everett_valente_brokerage` for a remedy.

    References
    ----------
    Valente, T. W. & Fujimoto, K. (2010). Bridging: locating critical connectors in a network. Social Networks, 32,
    212-220. doi:10.1016/j.socnet.2010.03.003

    Examples
    --------
    >>> import socluster as sc
    >>> bridging(sc.load_dataset("kite")).nlargest(3).round(4)
    actor
    8    0.1056
    9    0.0759
    7    0.0651
    Name: bridging, dtype: float64
    """
    net = network(cluster, layer)
    if net.n < COMPILED_FROM:
        lost = _lost_by_removals(net)
    else:
        lost = lost_with_each_tie(net.binary)
        lost.data = -lost.data / max(net.n * (net.n - 1), 1)
    ties = np.diff(net.strength.indptr)
    total = row_sums(lost) + row_sums(lost.T.tocsr())
    if net.directed:
        ties = ties + np.diff(net.strength.tocsc().indptr)
    return net.series(np.divide(total, ties, out=np.full(net.n, np.nan), where=ties > 0), "bridging")


def _lost_by_removals(net: Network) -> Matrix:
    """Return the loss of `global_efficiency` without each tie: of an undirected one, in one of its two cells."""
    cells = net.strength.tocoo()
    listed = np.ones(cells.nnz, dtype=bool) if net.directed else cells.row < cells.col
    sources, targets = cells.row[listed], cells.col[listed]
    pairs = distances_without_ties(net.strength, sources, targets, directed=net.directed)
    left = pairs @ (1.0 / np.arange(1, pairs.shape[1] + 1))
    lost = (reach_of(net)[2].sum() - left) / max(net.n * (net.n - 1), 1)
    return sparse.csr_array((lost, (sources, targets)), shape=net.strength.shape)


@checked
def everett_valente_brokerage(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    r"""How much does an actor broker per tie?

    Betweenness grows with the number of ties. This is the mean betweenness of an actor's ties: high for those who hold
    parts of the cluster together with few ties.

    .. math:: \frac{2 C_B(i) + r(i)}{k(i)} \quad \text{(undirected)}, \qquad
        \frac{1}{2} \Big( \frac{C_B(i) + r_{in}(i)}{k_{in}(i)} + \frac{C_B(i) + r_{out}(i)}{k_{out}(i)} \Big)
        \quad \text{(directed)}

    with C the raw `betweenness`, k the number of partners, and r the number of others whom the actor reaches (or who
    reach it), which is n - 1 in a connected cluster.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    Series of float
        Index `actor`, name `everett_valente_brokerage`; from 0, in pairs per tie.

    Notes
    -----
    As in the paper, undirected: an actor with a single partner, or none, brokers nothing and has 0, although everything
    that it sends passes over its one tie. Directed: an actor whose betweenness is 0 has 0. The paper has n - 1 for
    connected networks; r carries it over to those in pieces. Strengths do not count. The normalised form of the paper
    is not offered. Not to be mixed up with `exclusivity`.

    References
    ----------
    Everett, M. G. & Valente, T. W. (2016). Bridging, brokerage and betweenness. Social Networks, 44, 202-208.
    doi:10.1016/j.socnet.2015.09.001

    Examples
    --------
    >>> import socluster as sc
    >>> everett_valente_brokerage(sc.load_dataset("kite")).nlargest(3).round(2)
    actor
    8    12.50
    7    12.33
    5     5.13
    Name: everett_valente_brokerage, dtype: float64
    """
    net = network(cluster, layer)
    between = _betweenness(net)
    if net.directed:
        onward, back = (reach_of(net, direction=direction)[0] for direction in ("out", "in"))
        receives, sends = np.diff(net.strength.tocsc().indptr), np.diff(net.strength.indptr)
        is_broker = between > 0  # so it receives and sends
        per_tie = [
            np.divide(between + others, ties, out=np.zeros(net.n), where=is_broker)
            for others, ties in ((back, receives), (onward, sends))
        ]
        return net.series((per_tie[0] + per_tie[1]) / 2, "everett_valente_brokerage")
    partners = np.diff(net.strength.indptr)
    passing = 2 * between + reach_of(net)[0]
    per_tie_of_all = np.divide(passing, partners, out=np.zeros(net.n), where=partners > 1)
    return net.series(per_tie_of_all, "everett_valente_brokerage")


def _either_way(strength: Matrix) -> Matrix:
    """Return ones where two actors are tied, whichever way."""
    two_way: Matrix = ones_like((strength + strength.T).tocsr())
    return two_way


def _shared_partners(two_way: Matrix, sources: Array, targets: Array) -> Array:
    """Return the number of common partners of every given pair; the pairs are tied."""
    if not len(sources):
        return np.zeros(0)
    return np.asarray(product_at(two_way, two_way, two_way).tocsr()[sources, targets]).ravel()


def _ways_round(two_way: Matrix, sources: Array, targets: Array) -> Array:
    """Return how far apart the ends of every given tie would be without it."""
    graph = _igraph(two_way, directed=False)
    lengths = np.ones(graph.ecount())
    spans = []
    for ends in zip(sources.tolist(), targets.tolist(), strict=True):
        tie = graph.get_eid(*ends)
        lengths[tie] = np.inf  # igraph does not walk there
        spans.append(graph.distances(*ends, weights=lengths.tolist())[0][0])
        lengths[tie] = 1.0
    return np.array(spans, dtype=float)


def _ties(net: Network, layer: str | None) -> tuple[Array, Array, pd.MultiIndex]:
    """Return the ends of every tie of the layer as places, and the index of an answer by tie."""
    ties = net.cluster.ties
    if layer is not None:
        ties = ties[ties["layer"] == layer]
    sources, targets = (net.cluster.index.get_indexer(ties[end]) for end in ("source", "target"))
    return sources, targets, pd.MultiIndex.from_frame(ties[["layer", "source", "target"]])


def _betweenness(net: Network) -> Array:
    graph = _igraph(net.strength, directed=net.directed)
    return np.array(graph.betweenness(directed=net.directed), dtype=float)


def _igraph(ties: Matrix, *, directed: bool) -> Any:
    import igraph

    cells = ties.tocoo()
    listed = np.ones(cells.nnz, dtype=bool) if directed else cells.row < cells.col
    ends = np.column_stack([cells.row, cells.col])[listed]
    return igraph.Graph(n=ties.shape[0], edges=ends.tolist(), directed=directed)

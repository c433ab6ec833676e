"""Centrality: how many partners an actor has, how much runs through it, and how near the others are."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.paths.betweenness import carried_paths
from socluster.core.arguments import choice
from socluster.core.columns import Array
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.lengths import Cost, lengths
from socluster.measures.shared.kept import graph_of, reach_of

__all__ = ["betweenness", "closeness", "degree", "strength"]

ClosenessVariant: TypeAlias = Literal["wasserman-faust", "component", "freeman", "harmonic"]

_VARIANTS = ("wasserman-faust", "component", "freeman", "harmonic")


def degree(
    cluster: Any, /, *, layer: str | None = None, direction: Direction = "all", normalized: bool = True
) -> pd.Series[Any]:
    r"""How many different partners does an actor have?

    The simplest answer to who is active: the number of others to whom the actor is tied directly.

    .. math:: C_D(i) = \frac{|N(i)|}{n - 1}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers counts once.
    direction : {"all", "out", "in"}, default "all"
        Whom N(i) holds: those to whom the actor's ties run ("out"), those from whom ties run to it ("in"), or both, a
        mutual partner being one partner ("all"). Undirected ties are the same in each.
    normalized : bool, default True
        Divide by n - 1, the largest number possible.

    Returns
    -------
    Series of float
        Index `actor`, name `degree`; from 0 to 1, or from 0 to n - 1 partners if not normalized.

    Notes
    -----
    An isolate has 0. Normalized, the value of a single actor is NaN. "out" and "in" equal outdegree and indegree in
    all packages. "all" counts partners, so that it is the same before and after `symmetrise()`; R's sna ("freeman"),
    networkx (`DiGraph.degree`) and igraph ("all") add in and out up, so that a mutual partner counts twice there.

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks, 1, 215-239.
    doi:10.1016/0378-8733(78)90021-7

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> sc.degree(knoke, layer="information", direction="in").nlargest(3)
    actor
    NEWS    1.000000
    COMM    0.888889
    MAYR    0.888889
    Name: degree, dtype: float64
    """
    check_direction(direction)
    net = network(cluster, layer)
    ties = net.ties
    if net.directed and direction != "out":
        ties = (ties.T if direction == "in" else ties + ties.T).tocsr()
    partners = np.diff(ties.indptr).astype(float)
    return net.series(_divided(partners, net.n - 1) if normalized else partners, "degree")


def strength(cluster: Any, /, *, layer: str | None = None, direction: Direction = "all") -> pd.Series[Any]:
    r"""How strong are all ties of an actor together?

    Degree counts partners; this adds up how strong the ties to them are, so that one close partner can weigh as much as
    several loose ones.

    .. math:: s_i = \sum_j z_{ij}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    direction : {"all", "out", "in"}, default "all"
        Ties that run from the actor, to it, or both together. Undirected ties are the same in each and count once.

    Returns
    -------
    Series of float
        Index `actor`, name `strength`; from 0, in the unit of the weights.

    Notes
    -----
    An isolate has 0. There is no `normalized`: no largest strength is agreed on. Layers on different ladders have no
    common unit; name a layer then. Equals igraph's strength and networkx's weighted degree ("all": in plus out). Laid
    together with a directed layer, an undirected tie is two arcs.

    References
    ----------
    Barrat, A., Barthélemy, M., Pastor-Satorras, R. & Vespignani, A. (2004). The architecture of complex weighted
    networks. PNAS, 101, 3747-3752. doi:10.1073/pnas.0400087101

    Examples
    --------
    >>> import socluster as sc
    >>> sc.strength(sc.load_dataset("karate")).nlargest(2)
    actor
    33    48.0
    0     42.0
    Name: strength, dtype: float64
    """
    check_direction(direction)
    net = network(cluster, layer)
    given = np.asarray(net.strength.sum(axis=1)).ravel()
    received = np.asarray(net.strength.sum(axis=0)).ravel()
    both = given + received if net.directed else given  # undirected ties stand in both cells, but count once
    return net.series({"out": given, "in": received, "all": both}[direction], "strength")


def betweenness(
    cluster: Any, /, *, layer: str | None = None, cost: Cost = None, normalized: bool = True
) -> pd.Series[Any]:
    r"""How often does an actor stand on the shortest paths between others?

    Whoever stands between others can pass on, hold back or change what runs between them. A pair with several shortest
    paths shares its one point among those who stand on them.

    .. math:: C_B(v) = \frac{1}{D} \sum_{s \ne v \ne t} \frac{\sigma_{st}(v)}{\sigma_{st}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, whatever its strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    normalized : bool, default True
        Divide by the number of pairs of others: D = (n - 1)(n - 2) ordered pairs if ties are directed, half of that if
        not. If not normalized, D = 1.

    Returns
    -------
    Series of float
        Index `actor`, name `betweenness`; from 0 to 1, or in pairs if not normalized.

    Notes
    -----
    Paths follow the direction of the ties; pairs without a path give no point. Undirected pairs count once. An isolate
    has 0. Normalized, the values are NaN where there are fewer than 3 actors. Raw values equal igraph, networkx and
    R's sna (for undirected ties its gmode="graph"); networkit counts an undirected pair twice. With `cost` the engine
    is igraph, which takes two paths as equally long where only rounding tells their costs apart; networkx does not.

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry, 40, 35-41.
    doi:10.2307/3033543
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25, 163-177.
    doi:10.1080/0022250X.2001.9990249

    Examples
    --------
    >>> import socluster as sc
    >>> sc.betweenness(sc.load_dataset("kite"), normalized=False).nlargest(3)
    actor
    7    14.000000
    5     8.333333
    6     8.333333
    Name: betweenness, dtype: float64
    """
    net = network(cluster, layer)
    pairs = _carried(net, cost)
    most = (net.n - 1) * (net.n - 2) / (1 if net.directed else 2) if net.n > 2 else 0
    return net.series(_divided(pairs, most) if normalized else pairs, "betweenness")


def closeness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
    normalized: bool = True,
    variant: ClosenessVariant = "wasserman-faust",
) -> pd.Series[Any]:
    r"""How near are all others to an actor?

    Whoever is near to all reaches them, or is reached, over few others. The definitions differ in what becomes of
    others who cannot be reached. With r others reached, at distances d, among n actors:

    ================= ======================== ==================== ===========================================
    variant           normalized               not normalized       equals (normalized)
    ================= ======================== ==================== ===========================================
    wasserman-faust   r / (n-1) * r / sum(d)   r / (n-1) / sum(d)   networkx (with direction "in" its default)
    component         r / sum(d)               1 / sum(d)           igraph (which has NaN for an isolate)
    freeman           (n-1) / sum(d)           1 / sum(d)           R's sna; 0 unless all others are reached
    harmonic          sum(1/d) / (n-1)         sum(1/d)             igraph's harmonic; R's sna with "suminvdir"
    ================= ======================== ==================== ===========================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Distances from the actor to the others, from the others to it, or along ties whichever way they run.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, whatever its strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    normalized : bool, default True
        Multiply (harmonic: divide) by the number of others, as the table shows.
    variant : {"wasserman-faust", "component", "freeman", "harmonic"}, default "wasserman-faust"
        The definition.

    Returns
    -------
    Series of float
        Index `actor`, name `closeness`; from 0 to 1 if normalized and counted in steps.

    Notes
    -----
    Who reaches nobody has 0. Normalized, the value of a single actor is NaN. In a connected network all variants but
    harmonic agree. "component" makes an actor in a pair as central as can be, so do not compare it across components.
    networkx measures inward by default. With `cost`, the unit is that of 1 / length and values can exceed 1.

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks, 1, 215-239.
    doi:10.1016/0378-8733(78)90021-7
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, p. 201. Cambridge University Press.
    doi:10.1017/CBO9780511815478
    Marchiori, M. & Latora, V. (2000). Harmony in the small-world. Physica A, 285, 539-546.
    doi:10.1016/S0378-4371(00)00311-3

    Examples
    --------
    >>> import socluster as sc
    >>> sc.closeness(sc.load_dataset("kite")).nlargest(3).round(4)
    actor
    5    0.6429
    6    0.6429
    3    0.6000
    Name: closeness, dtype: float64
    """
    check_direction(direction)
    choice("variant", variant, _VARIANTS)
    net = network(cluster, layer)
    values = _closeness(*reach_of(net, cost=cost, direction=direction), variant, normalized=normalized)
    return net.series(values, "closeness")


def _closeness(reached: Array, total: Array, inverse: Array, variant: str, *, normalized: bool) -> Array:
    """Turn how many are reached, and how far they are, into the variant."""
    others = len(reached) - 1
    if normalized and others < 1:
        return np.full(len(reached), np.nan)
    if variant == "harmonic":
        return inverse / others if normalized else inverse
    near = np.divide(reached if normalized else 1.0, total, out=np.zeros_like(total), where=total > 0)
    if variant == "component":
        return near
    share = reached / max(others, 1)
    return near * share if variant == "wasserman-faust" else np.where(share == 1, near, 0.0)


def _carried(net: Network, cost: Cost) -> Array:
    """Return the raw values; in steps our own loops are the fastest that we know of, with costs igraph is."""
    if cost is None and net.n >= COMPILED_FROM:
        ordered_pairs = carried_paths(net.ties)
        return ordered_pairs if net.directed else ordered_pairs / 2
    graph = graph_of(net) if cost is None else igraph_of(lengths(net.ties, cost), directed=net.directed)
    weights = None if cost is None else "value"
    return np.array(graph.betweenness(directed=net.directed, weights=weights), dtype=float)


def _divided(values: Array, most: float) -> Array:
    """Return values as a part of the most that is possible; NaN where nothing is."""
    return values / most if most > 0 else np.full(len(values), np.nan)

"""Centrality by partners: how many an actor has, and how strong its ties to them are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.products import row_sums
from socluster.core.checked import checked
from socluster.measures.shared.direction import Direction, check_direction, partner_ties, seen_from
from socluster.measures.shared.network import counts, network
from socluster.measures.shared.shares import divided

__all__ = ["degree", "strength", "two_local"]


@checked
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
    Series of float, or of int if not normalized
        Index `actor`, name `degree`; from 0 to 1, or from 0 to n - 1 partners if not normalized.

    Notes
    -----
    An isolate has 0. Normalized, the value of a single actor is NaN. "out" and "in" equal outdegree and indegree in
    all packages. "all" counts partners, so that it is the same before and after `symmetrise()`; R's sna ("freeman"),
    networkx (`DiGraph.degree`) and igraph ("all") add in and out up, so that a mutual partner counts twice there.
    UCINET's Degree counts a mutual partner once too, but adds up the values of valued data, which is `strength`.

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
    partners = np.diff(seen_from(net.ties, direction, directed=net.directed).indptr).astype(float)
    return net.series(divided(partners, net.n - 1) if normalized else counts(partners), "degree")


@checked
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
    An isolate has 0. A sum that is too large for a number, above 1.8e308, is infinite. There is no `normalized`: no
    largest strength is agreed on. Layers on different ladders have no
    common unit; name a layer then. Equals igraph's strength and networkx's weighted degree ("all": in plus out). "out"
    and "in" equal UCINET's degree of valued data; what it calls Degree there takes the larger of both directions of a
    pair, which is ``strength(cluster.symmetrise())``. Laid together with a directed layer, an undirected tie is two
    arcs.

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


@checked
def two_local(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "all",
    weighted: bool = False,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How many partners do an actor's partners have together?

    The simplest way to ask whether an actor's partners are central: their degrees are added up. It looks two steps far,
    so that it needs less of the cluster to be known than `eigenvector`, which goes on from there.

    .. math:: C_2(i) = \frac{1}{(n - 1)^2} \sum_{j \in N(i)} |N(j)|

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers counts once.
    direction : {"all", "out", "in"}, default "all"
        Whom N holds, at both steps: those to whom ties run ("out"), those from whom they run ("in"), or both, a mutual
        partner being one partner ("all"). Undirected ties are the same in each.
    weighted : bool, default False
        Add up the strengths of the partners, each times the strength of the tie with it; if False, count.
    normalized : bool, default True
        Divide by (n - 1)^2, the value if everybody is tied to everybody (with strength 1).

    Returns
    -------
    Series of float
        Index `actor`, name `two_local`; from 0 to 1, or from 0 to (n - 1)^2 if not normalized.

    Notes
    -----
    The actor itself is among the partners of its partners, and who can be reached in two ways counts twice: `reach`
    with two steps counts everybody once. An isolate has 0. Normalized, the value of a single actor is NaN. Raw values
    equal UCINET's 2-local centrality (TwoLocal, OutTwoLocal, InTwoLocal of version 6.849), and the number of walks of
    two steps.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (2006). A graph-theoretic perspective on centrality. Social Networks, 28, 466-484.
    doi:10.1016/j.socnet.2005.11.005

    Examples
    --------
    >>> import socluster as sc
    >>> two_local(sc.load_dataset("kite"), normalized=False).nlargest(3)
    actor
    3    24.0
    5    21.0
    6    21.0
    Name: two_local, dtype: float64
    """
    net = network(cluster, layer)
    partners = partner_ties(net, direction, weighted=weighted)
    walks = np.asarray(partners @ row_sums(partners), dtype=float)
    return net.series(divided(walks, (net.n - 1) ** 2) if normalized else walks, "two_local")

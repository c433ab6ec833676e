"""Hierarchical divisions: groups that fall out when ties are cut, or when pairs that share cliques are joined."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.measures.groups.cliques import Reciprocation, clique_comembership
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.grouping import membership
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.network import network

__all__ = ["clique_groups", "girvan_newman"]


@checked
def girvan_newman(cluster: Any, /, *, k: int | None = None, layer: str | None = None) -> pd.Series[Any]:
    r"""Into which groups does the cluster fall if the ties in between are cut one after the other?

    The tie with the largest `edge_betweenness` is cut, the betweenness of the others is computed anew, and so on: ties
    between groups carry the paths of many pairs, and go first. Each cut that parts a component makes one group more.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    k : int, optional
        Number of groups. Without it, the number with the largest modularity; the smallest, if there are several.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    Series of categories
        Index `actor`, name `girvan_newman`; 1 is the largest group. Among groups of the same size, that of the actor
        who is listed first in the cluster comes first.

    Raises
    ------
    InputError
        If there are fewer than k actors, or more than k components.

    Notes
    -----
    Ties are taken whichever way they point, and strengths do not count. Where several ties have the largest
    betweenness, which of them is cut is arbitrary, so that another order of the actors may give other groups; igraph
    (the engine), networkx and UCINET may differ there. Without ties everybody is a group. It takes time: the paths of
    all pairs for every tie.

    References
    ----------
    Girvan, M. & Newman, M. E. J. (2002). Community structure in social and biological networks. PNAS, 99, 7821-7826.
    doi:10.1073/pnas.122653799
    Newman, M. E. J. & Girvan, M. (2004). Finding and evaluating community structure in networks. Physical Review E, 69,
    026113. doi:10.1103/PhysRevE.69.026113

    Examples
    --------
    >>> import socluster as sc
    >>> karate = sc.load_dataset("karate")
    >>> sc.girvan_newman(karate, k=2).value_counts().tolist()
    [19, 15]
    """
    groups = None if k is None else positive_integer("k", k)
    net = network(cluster, layer)
    graph = igraph_of(underlying(net), directed=False)
    fewest = len(graph.connected_components())
    if groups is not None and net.n and not fewest <= groups <= net.n:
        raise InputError(
            Problem(
                "k must lie between {fewest}, the number of components, and {most}, that of actors",
                value=groups,
                values={"fewest": fewest, "most": net.n},
            )
        )
    codes = np.arange(net.n)
    if graph.ecount():
        tree = graph.community_edge_betweenness(directed=False)
        codes = _cut(tree, groups) if groups is not None else _most_modular(graph, tree, fewest)
    return membership(codes, net.cluster.index, "girvan_newman")


def _cut(tree: Any, groups: int) -> Array:
    return np.array(tree.as_clustering(groups).membership)


def _most_modular(graph: Any, tree: Any, fewest: int) -> Array:
    cuts = [_cut(tree, groups) for groups in range(fewest, graph.vcount() + 1)]
    modularity = np.array([graph.modularity(codes.tolist()) for codes in cuts])
    return cuts[int(np.argmax(modularity >= modularity.max() - 1e-12))]


@checked
def clique_groups(
    cluster: Any,
    /,
    *,
    k: int,
    layer: str | None = None,
    minimum: int = 3,
    variant: Reciprocation = "weak",
    linkage: Literal["average", "complete", "single"] = "average",
) -> pd.Series[Any]:
    """Which actors meet in the same cliques, for k groups?

    Cliques overlap. The two actors who share most of them are joined, then the next, and so on, until k groups are left
    (hierarchical clustering of `clique_comembership`).

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    k : int
        Number of groups.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    minimum : int, default 3
        Fewest members of a clique.
    variant : {"weak", "strong"}, default "weak"
        Two actors are tied if a tie runs either way ("weak"), or only if ties run both ways ("strong"). Undirected ties
        are the same in both.
    linkage : {"average", "complete", "single"}, default "average"
        How many cliques two groups share: the mean over their pairs, the fewest, or the most.

    Returns
    -------
    Series of categories
        Index `actor`, name `clique_groups`; 1 is the largest group. Among groups of the same size, that of the actor
        listed first in the cluster comes first.

    Raises
    ------
    InputError
        If there are fewer than k actors, or more than 100 000 maximal cliques of any size.

    Notes
    -----
    Where several pairs share as many cliques, the order of the actors decides who is joined first; those who are in no
    clique share none with anybody and are joined last, so that a small k lumps them together with the rest. UCINET
    prints the whole tree with its list of cliques, by "average".

    References
    ----------
    Everett, M. G. & Borgatti, S. P. (1998). Analyzing clique overlap. Connections, 21(1), 49-61.

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.clique_groups(sc.load_dataset("kite"), k=4)
    >>> found.index[found == 1].tolist()
    ['0', '1', '2', '3', '4', '5', '6']
    """
    k = positive_integer("k", k)
    shared = clique_comembership(cluster, layer=layer, minimum=minimum, variant=variant)
    n = len(shared)
    if k > n > 0:
        raise InputError(Problem("k must be at most {most}, the number of actors", value=k, values={"most": n}))
    codes = np.zeros(n, dtype=np.int64)
    if n > 1:
        cells = squareform(shared.to_numpy(dtype=float), checks=False)
        codes = hierarchy.cut_tree(hierarchy.linkage(cells.max() - cells, method=linkage), n_clusters=k).ravel()
    return membership(codes, shared.index, "clique_groups")

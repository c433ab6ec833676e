"""Single points of failure: the actors and ties whose loss cuts somebody off, and the parts that have none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.member_lists import part_table
from socluster.measures.shared.network import Network, network

__all__ = ["biconnected_components", "bridges", "cutpoints"]


@checked
def cutpoints(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    """Which actors split a component if they leave?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    Series of bool
        Index `actor`, name `cutpoints`; true for an actor without whom others would be disconnected.

    Notes
    -----
    Ties are taken whichever way they point. Equals igraph (the engine), networkx and R's sna (with connected="weak").

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.cutpoints import cutpoints
    >>> florentine = sc.load_dataset("florentine")
    >>> florentine.index[cutpoints(florentine, layer="marriage")].tolist()
    ['Albizzi', 'Guadagni', 'Medici', 'Salviati']
    """
    net = network(cluster, layer)
    marks = np.zeros(net.n, dtype=bool)
    marks[igraph_of(underlying(net), directed=False).articulation_points()] = True
    return net.series(marks, "cutpoints")


@checked
def bridges(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    """Which ties split a component if they end?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    Series of bool
        Index (`layer`, `source`, `target`) as in the cluster's ties, name `bridges`; true if no other path joins the
        two actors.

    Notes
    -----
    Ties are taken whichever way they point. What is tested is the relation of the two actors: if they are tied both
    ways or in several layers, all of their ties are marked, as none has an alternative path through others. Equals
    igraph (the engine) and networkx. Granovetter's local bridges are something else.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.cutpoints import bridges
    >>> found = bridges(sc.load_dataset("kite"))
    >>> found[found].index.tolist()
    [('tie', '7', '8'), ('tie', '8', '9')]
    """
    net = network(cluster, layer)
    graph = igraph_of(underlying(net), directed=False)
    pairs = {frozenset(graph.es[edge].tuple) for edge in graph.bridges()}
    index = _tie_index(net, layer)
    source, target = (net.cluster.index.get_indexer(index.get_level_values(end)) for end in ("source", "target"))
    marks = [frozenset(ends) in pairs for ends in zip(source.tolist(), target.tolist(), strict=True)]
    return pd.Series(marks, index=index, name="bridges", dtype=bool)


@checked
def biconnected_components(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    """Which parts stay connected after the loss of any one actor?

    A part, as large as can be, in which no single actor is a cutpoint. Such parts overlap in cutpoints; every tie lies
    in one part only.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    DataFrame
        A row per part, the largest first: index `component`, columns `size` (whole number) and `members` (tuple of
        actors). ``.explode("members")`` makes one row per member.

    Notes
    -----
    Ties are taken whichever way they point. A bridge is a part of two; an isolate is in none. Equals igraph (the
    engine) and networkx; UCINET calls the parts blocks.

    References
    ----------
    Hopcroft, J. & Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of the
    ACM, 16, 372-378. doi:10.1145/362248.362272

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.cutpoints import biconnected_components
    >>> biconnected_components(sc.load_dataset("kite"))
               size                   members
    component
    1             8  (0, 1, 2, 3, 4, 5, 6, 7)
    2             2                    (7, 8)
    3             2                    (8, 9)
    """
    net = network(cluster, layer)
    found = igraph_of(underlying(net), directed=False).biconnected_components()
    return part_table(found, net.cluster, "component")


def _tie_index(net: Network, layer: str | None) -> pd.MultiIndex:
    """Return layer, source and target of the ties, as they stand in the cluster."""
    ties = net.cluster.ties
    if layer is not None:
        ties = ties[ties["layer"] == layer]
    return pd.MultiIndex.from_frame(ties[["layer", "source", "target"]])

"""Distances by pair: how far every actor is from every other, and all of it added up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from socluster.core.checked import checked
from socluster.core.labels import Label
from socluster.core.subset import chosen
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.lengths import Cost, lengths
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["distances", "wiener_index"]


@checked
def distances(
    cluster: Any,
    /,
    *,
    actors: Iterable[Label] | pd.Series[Any] | None = None,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
) -> pd.DataFrame:
    """How far is every actor from every other?

    The length of a shortest path from the actor of the row to the actor of the column, for every pair.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    actors : iterable of str, or bool Series, optional
        Whose rows: ids, or a mark such as a measure returns. Without it, everybody's.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Paths from the row to the column, from the column to the row, or along ties whichever way they run.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.

    Returns
    -------
    DataFrame of float
        Index `actor`, columns `other` (everybody), both in the order of the cluster; steps, or the unit of the cost. 0
        on the diagonal, infinite where there is no path. ``distances(cluster).loc["a", "b"]`` is one pair, and
        ``distances(cluster).melt(ignore_index=False, value_name="distance")`` a row for each.

    Raises
    ------
    InputError
        If an actor is not in the cluster.

    Notes
    -----
    Equals UCINET's geodesic distances (which leave a pair without a path empty), networkx and igraph. The table has a
    cell for every pair; for clusters of ten thousand actors choose `actors`, or ask for `distance_distribution`.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> apart = distances(sc.load_dataset("florentine"), layer="marriage")
    >>> apart.loc["Medici", ["Strozzi", "Pazzi", "Pucci"]].tolist()
    [2.0, 2.0, inf]
    """
    check_direction(direction)
    net = network(cluster, layer)
    refuse_without_room("distances", net.n)
    rows = np.ones(net.n, dtype=bool) if actors is None else chosen(net.cluster.actors, actors, "actor")
    length = lengths(net.strength, cost)
    walked = length.T.tocsr() if direction == "in" else length
    places = np.flatnonzero(rows)
    found = np.zeros((0, net.n))
    if len(places):
        found = csgraph.dijkstra(walked, directed=direction != "all", indices=places, unweighted=cost is None)
    columns = net.cluster.index.rename("other")
    return pd.DataFrame(found, index=net.cluster.index[places], columns=columns)


@checked
def wiener_index(cluster: Any, /, *, layer: str | None = None, cost: Cost = None) -> float:
    r"""How far are all pairs apart together?

    .. math:: W = \sum_{(i, j) \in R} d_{ij}

    with R the pairs of actors of which the first reaches the second.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.

    Returns
    -------
    float
        From 0 (no ties), in steps or in the unit of the cost.

    Notes
    -----
    Paths follow the direction of the ties. Pairs are ordered if ties are directed; if not, each counts once. Pairs
    without a path are left out, as in UCINET 6.849 (networkx: infinite), so that a cluster in pieces can have a low
    value: read it with `fragmentation`.

    References
    ----------
    Wiener, H. (1947). Structural determination of paraffin boiling points. Journal of the American Chemical Society,
    69, 17-20. doi:10.1021/ja01193a005

    Examples
    --------
    >>> import socluster as sc
    >>> wiener_index(sc.load_dataset("kite"))
    89.0
    """
    net = network(cluster, layer)
    total = float(reach_of(net, cost=cost)[1].sum())
    return total if net.directed else total / 2

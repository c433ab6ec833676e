"""Betweenness: how many of the shortest paths between others run through an actor."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.compiling.compiled import COMPILED_FROM
from socluster._kernels.paths import shortest_paths as kernel
from socluster._kernels.paths.betweenness import carried_paths
from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.measures.shared.kept import graph_of
from socluster.measures.shared.lengths import Cost, comparable_lengths
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.shares import divided

__all__ = ["betweenness"]


@checked
def betweenness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    cost: Cost = None,
    steps: int | None = None,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How often does an actor lie on the shortest paths between others?

    An actor between others can pass on, hold back or change what runs between them. A pair with several shortest
    paths divides its one point among the actors on them.

    .. math:: C_B(v) = \frac{1}{D} \sum_{s \ne v \ne t} \frac{\sigma_{st}(v)}{\sigma_{st}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    steps : int, optional
        Count only pairs that are at most so many steps apart: with 2, those to whom the actor can introduce each other.
        Without it, all pairs.
    normalized : bool, default True
        Divide by the number of pairs of others: D = (n - 1)(n - 2) ordered pairs if ties are directed, half of that if
        not. If not normalized, D = 1.

    Returns
    -------
    Series of float
        Index `actor`, name `betweenness`; from 0 to 1, or in pairs if not normalized.

    Raises
    ------
    InputError
        If lengths of ties differ by more than fifteen orders of magnitude, or `steps` meets a `cost`.

    Notes
    -----
    Paths follow the direction of the ties; pairs without a path give no point. `steps=2` is UCINET's TwoStepBet
    (6.849): a pair exactly two steps apart is divided among all who join it, in the whole cluster and not only in the
    actor's ego network, as `ego_betweenness` does. Other numbers equal igraph's `cutoff`. Undirected pairs count once.
    An isolate has 0. Normalized, the values are NaN where there are fewer than 3 actors. Raw values equal igraph,
    networkx and R's sna (for undirected ties its gmode="graph"); networkit counts an undirected pair twice. With
    `cost`, two paths are equally long if the parts in which they differ do so by at most 1e-10 of their length, as
    rounding alone may make them; the unit of strengths does not matter. igraph compares with a fixed 1e-10 and so needs
    lengths that are neither tiny nor far apart; networkx takes paths apart that only rounding tells apart.

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry, 40, 35-41.
    doi:10.2307/3033543
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25, 163-177.
    doi:10.1080/0022250X.2001.9990249
    Borgatti, S. P. & Everett, M. G. (2006). A graph-theoretic perspective on centrality. Social Networks, 28, 466-484.
    doi:10.1016/j.socnet.2005.11.005 (for `steps`)

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
    if steps is not None:
        steps = positive_integer("steps", steps)
        if cost is not None:
            raise InputError("steps= counts steps, and cost= measures paths in another unit; leave out one of the two")
    net = network(cluster, layer)
    pairs = _carried(net, cost) if steps is None else _carried_within(net, steps)
    most = (net.n - 1) * (net.n - 2) / (1 if net.directed else 2) if net.n > 2 else 0
    return net.series(divided(pairs, most) if normalized else pairs, "betweenness")


def _carried(net: Network, cost: Cost) -> Array:
    """Return the raw values; in steps, igraph is the fastest for a small cluster and our own loops for others."""
    if cost is None and net.n < COMPILED_FROM:
        return np.array(graph_of(net).betweenness(directed=net.directed), dtype=float)
    steps = cost is None
    ordered_pairs = carried_paths(net.ties) if steps else kernel.carried(comparable_lengths(net.ties, cost))[0]
    return ordered_pairs if net.directed else ordered_pairs / 2


def _carried_within(net: Network, steps: int) -> Array:
    """Return the raw values from pairs that are at most so many steps apart."""
    return np.array(graph_of(net).betweenness(directed=net.directed, cutoff=min(steps, net.n)), dtype=float)

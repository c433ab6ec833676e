"""Centrality by paths: which ties and which actors the paths between others run over."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.paths import shortest_paths as kernel
from socluster._kernels.paths.paths_by_length import count_paths, search_bound
from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.matrix import Matrix
from socluster.core.progress import progress
from socluster.measures.shared.direction import Direction, check_direction, seen_from
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.lengths import Cost, comparable_lengths
from socluster.measures.shared.network import Network, network

__all__ = ["edge_betweenness", "k_path_centrality", "load", "stress"]

MOST_PATHS = 10**7  # looked at one by one; about ten seconds


@checked
def edge_betweenness(
    cluster: Any, /, *, layer: str | None = None, cost: Cost = None, normalized: bool = True
) -> pd.Series[Any]:
    r"""How often does a tie lie on the shortest paths between actors?

    The tie with the highest value joins parts of the cluster that have few other ways to each other. A pair with
    several shortest paths shares its one point among the ties on them.

    .. math:: C_B(e) = \frac{1}{D} \sum_{s \ne t} \frac{\sigma_{st}(e)}{\sigma_{st}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    normalized : bool, default True
        Divide by the number of pairs: D = n (n - 1) ordered pairs if ties are directed, half of that if not. If not
        normalized, D = 1.

    Returns
    -------
    Series of float
        Index (layer, source, target), one row per tie in the order of `cluster.ties`, name `edge_betweenness`; above 0
        and at most 1, or in pairs if not normalized. 0 for a tie that is never on a shortest path.

    Raises
    ------
    InputError
        If lengths of ties differ by more than fifteen orders of magnitude.

    Notes
    -----
    The two ends of a tie are a pair too. Over all layers, a pair of actors that is tied in several layers is one step,
    and each of its ties has the value of that step: do not add them up. Laid together with a directed layer, an
    undirected tie is a step each way and has the value of both. Equals networkx (edge_betweenness_centrality) and, not
    normalized, igraph, which is the engine for ties of one step. Which paths are equally long is told as in
    `betweenness`: if the parts in which they differ do so by at most 1e-10.

    References
    ----------
    Girvan, M. & Newman, M. E. J. (2002). Community structure in social and biological networks. PNAS, 99, 7821-7826.
    doi:10.1073/pnas.122653799

    Examples
    --------
    >>> import socluster as sc
    >>> edge_betweenness(sc.load_dataset("kite"), normalized=False).nlargest(3)
    layer  source  target
    tie    7       8         16.0
           5       7         10.5
           6       7         10.5
    Name: edge_betweenness, dtype: float64
    """
    net = network(cluster, layer)
    over = _carried(net, cost)
    most = net.n * (net.n - 1) / (1 if net.directed else 2)
    return _by_tie(net, layer, over, most if normalized else 1.0)


def _carried(net: Network, cost: Cost) -> Matrix:
    """Return what every tie carries, in the cells from row to column; in steps by igraph, which is fast at that."""
    if cost is None:
        graph = igraph_of(net.strength, directed=net.directed)
        ends = np.array(graph.get_edgelist(), dtype=int).reshape(-1, 2)
        pairs = np.array(graph.edge_betweenness(directed=net.directed), dtype=float)
        over = sparse.csr_array((pairs, (ends[:, 0], ends[:, 1])), shape=(net.n, net.n))
        return over if net.directed else over + over.T
    over = comparable_lengths(net.strength, cost)
    over.data = kernel.carried(over)[1]
    return over if net.directed else (over + over.T) / 2  # both ways alike to the last digit


@checked
def stress(cluster: Any, /, *, layer: str | None = None, cost: Cost = None, normalized: bool = True) -> pd.Series[Any]:
    r"""How many shortest paths between others pass through an actor?

    Betweenness gives each pair one point, however many shortest paths it has; stress counts all of these paths. It is
    the work that falls to an actor if everything is sent along every way.

    .. math:: C_S(v) = \frac{1}{D_v} \sum_{s \ne v \ne t} \sigma_{st}(v)

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    normalized : bool, default True
        Divide by the number of all shortest paths between the others, so that it is the part of these that pass the
        actor. If not normalized, :math:`D_v` = 1.

    Returns
    -------
    Series of float
        Index `actor`, name `stress`; from 0 to 1, or a number of paths if not normalized.

    Raises
    ------
    InputError
        If lengths of ties differ by more than fifteen orders of magnitude.

    Notes
    -----
    Paths follow the direction of the ties; undirected paths count once. An isolate has 0, and so has everybody if there
    are no paths between others. Normalized, the values are NaN where there are fewer than 3 actors. Raw values equal
    R's sna (stresscent; for undirected ties its gmode="graph"). That share is our own way of normalizing: no package
    normalizes stress. Two paths are equally long if the parts in which they differ do so by at most 1e-10 of their
    length, as rounding alone may make them; the unit of strengths does not matter.

    References
    ----------
    Shimbel, A. (1953). Structural parameters of communication networks. Bulletin of Mathematical Biophysics, 15,
    501-507. doi:10.1007/BF02476438
    Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic computation. Social
    Networks, 30, 136-145. doi:10.1016/j.socnet.2007.11.001

    Examples
    --------
    >>> import socluster as sc
    >>> stress(sc.load_dataset("kite"), normalized=False).nlargest(3)
    actor
    7    16.0
    5    11.0
    6    11.0
    Name: stress, dtype: float64
    """
    net = network(cluster, layer)
    passing, total, ending = kernel.passing_paths(
        comparable_lengths(net.strength, cost), lambda parts, count: progress(parts, count, "stress", "part")
    )
    if not normalized:
        return net.series(passing if net.directed else passing / 2, "stress")
    if net.n < 3:
        return net.series(np.full(net.n, np.nan), "stress")
    between_others = total - ending
    share = np.divide(passing, between_others, out=np.zeros(net.n), where=between_others > 0)
    return net.series(share, "stress")


@checked
def load(cluster: Any, /, *, layer: str | None = None, cost: Cost = None, normalized: bool = True) -> pd.Series[Any]:
    r"""How much would an actor have to pass on if everybody sent something to everybody?

    Everybody sends one parcel to each of the others. It runs along shortest paths; an actor with several partners on
    shortest paths to its goal hands an equal part to each of them. Load is what passes an actor, without what it sends
    or gets itself. Betweenness instead gives every *path* an equal part.

    .. math:: C_L(v) = \frac{1}{(n - 1)(n - 2)} \sum_{s \ne v \ne t} \ell_{st}(v)

    with :math:`\ell_{st}(v)` the part of the parcel from s to t that passes v.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    normalized : bool, default True
        Divide by (n - 1)(n - 2), the number of ordered pairs of others.

    Returns
    -------
    Series of float
        Index `actor`, name `load`; from 0 to 1, or in parcels if not normalized.

    Raises
    ------
    InputError
        If lengths of ties differ by more than fifteen orders of magnitude.

    Notes
    -----
    Ordered pairs count without direction too, because the way there may divide otherwise than the way back. An isolate
    has 0. Normalized, the values are NaN where there are fewer than 3 actors. Equals networkx (load_centrality) for
    undirected ties; on directed ones networkx divides on the way back, so that it equals ours with all ties reversed.
    R's sna (loadcent) also counts the parcels that an actor sends and gets, and one more. Which paths are equally long
    is told as in `stress`: if the parts in which they differ do so by at most 1e-10.

    References
    ----------
    Goh, K.-I., Kahng, B. & Kim, D. (2001). Universal behavior of load distribution in scale-free networks. Physical
    Review Letters, 87, 278701. doi:10.1103/PhysRevLett.87.278701
    Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic computation. Social
    Networks, 30, 136-145. doi:10.1016/j.socnet.2007.11.001

    Examples
    --------
    >>> import socluster as sc
    >>> load(sc.load_dataset("kite")).nlargest(3).round(4)
    actor
    7    0.3889
    5    0.2315
    6    0.2315
    Name: load, dtype: float64
    """
    net = network(cluster, layer)
    parcels = kernel.loads(comparable_lengths(net.strength, cost))
    if not normalized:
        return net.series(parcels, "load")
    most = (net.n - 1) * (net.n - 2)
    return net.series(parcels / most if net.n > 2 else np.full(net.n, np.nan), "load")


@checked
def k_path_centrality(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    steps: int = 3,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How many different paths of a few steps start from an actor?

    `reach` counts the others whom an actor reaches; this counts the paths on which it does, so that who has several
    ways to the same partner has more. No path meets anybody twice.

    .. math:: C_k(i) = \frac{1}{D} \sum_{l=1}^{k} p_l(i), \qquad D = \sum_{l=1}^{k} (n - 1)(n - 2) \cdots (n - l)

    with :math:`p_l(i)` the number of paths of l steps that start at i.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Paths that start at the actor, that end at it, or along ties whichever way they run.
    steps : int, default 3
        The k of the formula, at least 1.
    normalized : bool, default True
        Divide by D, the number of paths if everybody were tied to everybody.

    Returns
    -------
    Series of float
        Index `actor`, name `k_path_centrality`; from 0 to 1, or a number of paths if not normalized.

    Raises
    ------
    InputError
        If there may be more than ten million paths; they are counted one by one.

    Notes
    -----
    An isolate has 0. Normalized, the value of a single actor is NaN. With one step it is `degree`. Equals the row sums
    of R's sna kpath.census (dyadic.tabulation="sum"). Other measures under this name count walks, or shortest paths, or
    the actors reached (centiserve's geokpath; our `reach`).

    References
    ----------
    Sade, D. S. (1989). Sociometrics of Macaca mulatta III: n-path centrality in grooming networks. Social Networks, 11,
    273-292.
    Borgatti, S. P. & Everett, M. G. (2006). A graph-theoretic perspective on centrality. Social Networks, 28, 466-484.
    doi:10.1016/j.socnet.2005.11.005

    Examples
    --------
    >>> import socluster as sc
    >>> k_path_centrality(sc.load_dataset("kite"), steps=2, normalized=False).nlargest(3)
    actor
    3    24.0
    5    21.0
    6    21.0
    Name: k_path_centrality, dtype: float64
    """
    check_direction(direction)
    most = positive_integer("steps", steps)
    net = network(cluster, layer)
    ties = seen_from(net.strength, direction, directed=net.directed)
    if search_bound(ties, most) > MOST_PATHS:
        raise InputError(Problem("there may be more than ten million paths; choose fewer steps", value=steps))
    paths = count_paths(ties, most)
    return net.series(paths / _paths_in_clique(net.n, most) if normalized else paths, "k_path_centrality")


def _paths_in_clique(n: int, steps: int) -> float:
    """Return the number of paths of at most these steps that start at an actor, if all are tied; NaN for one actor."""
    if n < 2:
        return math.nan
    with np.errstate(over="ignore"):  # too many to count is still more than there are
        return float(np.cumprod(np.arange(n - 1, max(n - 1 - steps, 0), -1.0)).sum())


def _by_tie(net: Network, layer: str | None, over: Matrix, divisor: float) -> pd.Series[Any]:
    """Return the value of every tie in the cluster's table of ties, from the cells of a matrix."""
    ties = net.cluster.ties
    if layer is not None:
        ties = ties[ties["layer"] == layer]
    source, target = (net.cluster.index.get_indexer(ties[end]) for end in ("source", "target"))
    values: Array = over[source, target] if len(ties) else np.zeros(0)
    if net.directed:
        is_directed = ties["layer"].map({name: each.directed for name, each in net.cluster.layers.items()})
        both_ways = ~is_directed.to_numpy(dtype=bool)
        values[both_ways] += over[target[both_ways], source[both_ways]]
    index = pd.MultiIndex.from_frame(ties[["layer", "source", "target"]])
    return pd.Series(np.asarray(values, dtype=float) / divisor, index=index, name="edge_betweenness")

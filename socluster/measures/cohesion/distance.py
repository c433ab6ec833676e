"""Cohesion by distance: how far actors are from each other, and how many pairs no path joins."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from socluster._kernels.paths.distance_blocks import farthest
from socluster._kernels.paths.path_lengths import efficiency_around
from socluster.core.checked import checked
from socluster.measures.shared.kept import reach_of, steps_of
from socluster.measures.shared.lengths import Cost, lengths
from socluster.measures.shared.network import network

__all__ = [
    "average_path_length",
    "compactness",
    "diameter",
    "distance_distribution",
    "fragmentation",
    "local_efficiency",
    "wholeness",
]


@checked
def average_path_length(cluster: Any, /, *, layer: str | None = None, cost: Cost = None) -> float:
    r"""How many steps apart are two actors on average?

    .. math:: L = \frac{1}{|R|} \sum_{(i, j) \in R} d_{ij}

    with R the ordered pairs of actors of which the first reaches the second.

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
        From 1 to n - 1 steps; NaN if nobody reaches anybody.

    Notes
    -----
    Paths follow the direction of the ties. Pairs without a path are left out, as in igraph and UCINET, so that a
    cluster in pieces can look close: read it with `fragmentation`, or use `compactness`, where such pairs count.
    networkx refuses a network in pieces.

    References
    ----------
    Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature, 393, 440-442.
    doi:10.1038/30918

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import average_path_length
    >>> round(average_path_length(sc.load_dataset("knoke"), layer="information"), 4)
    1.5333
    """
    net = network(cluster, layer)
    reached, total, _ = reach_of(net, cost=cost)
    return float(total.sum() / reached.sum()) if reached.any() else float("nan")


@checked
def diameter(cluster: Any, /, *, layer: str | None = None, cost: Cost = None) -> float:
    """How far apart are the two most distant actors?

    The longest of all shortest paths.

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
        From 1 to n - 1 steps; NaN if nobody reaches anybody.

    Notes
    -----
    Paths follow the direction of the ties. Pairs without a path are left out, as in igraph; networkx refuses a network
    in pieces.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import diameter
    >>> diameter(sc.load_dataset("florentine"), layer="marriage")
    5.0
    """
    net = network(cluster, layer)
    largest = steps_of(net).farthest if cost is None else farthest(lengths(net.ties, cost), directed=True)[1]
    return float(largest.max()) if largest.any() else float("nan")


@checked
def compactness(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""How close are all actors to each other, if unconnected pairs count as infinitely far?

    The mean closeness of a pair: 1 for a tie, 1/2 for two steps, and so on down to 0 without a path.

    .. math:: \frac{1}{n (n - 1)} \sum_{i \ne j} \frac{1}{d_{ij}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    float
        From 0 (no ties) to 1 (all tied to all); NaN if there are fewer than 2 actors.

    Notes
    -----
    Paths follow the direction of the ties and are counted in steps. It is what UCINET reports under this name, equals
    `global_efficiency` without costs, and is 1 less the fragmentation by distance.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import compactness
    >>> florentine = sc.load_dataset("florentine")
    >>> [round(compactness(florentine, layer=layer), 3) for layer in ("marriage", "business")]
    [0.438, 0.252]
    """
    net = network(cluster, layer)
    inverse = reach_of(net)[2]
    return _per_pair(inverse.sum(), net.n)


@checked
def fragmentation(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["reach", "distance"] = "reach"
) -> float:
    r"""What share of all pairs cannot reach each other, or how far apart are actors on average?

    .. math:: F = 1 - \frac{1}{n (n - 1)} \sum_{i \ne j} r_{ij}, \qquad
        F_D = 1 - \frac{1}{n (n - 1)} \sum_{i \ne j} \frac{1}{d_{ij}}

    with r = 1 where i reaches j and 0 elsewhere.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    variant : {"reach", "distance"}, default "reach"
        F, which asks only whether there is a path; or F_D, to which long paths add as well.

    Returns
    -------
    float
        From 0 (all reach all; for "distance": all are tied to all) to 1 (no ties); NaN if there are fewer than 2
        actors.

    Notes
    -----
    Paths follow the direction of the ties and are counted in steps. For undirected ties "reach" is 1 less
    `connectedness`; "distance" is always 1 less `compactness`. What the loss of an actor does is seen when it is
    measured again without that actor; the pairs are then those of the actors who remain.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import fragmentation
    >>> kite = sc.load_dataset("kite")
    >>> round(fragmentation(kite), 4), round(fragmentation(kite.without_actor("7")), 4)
    (0.0, 0.3889)
    """
    net = network(cluster, layer)
    reached, _, inverse = reach_of(net)
    return 1.0 - _per_pair((reached if variant == "reach" else inverse).sum(), net.n)


@checked
def wholeness(cluster: Any, /, *, layer: str | None = None, variant: Literal["weak", "strong"] = "weak") -> float:
    r"""Is the cluster connected, or does it fall into many components?

    .. math:: 1 - \frac{c - 1}{n - 1}

    with c components among n actors.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    variant : {"weak", "strong"}, default "weak"
        Which components: paths may run along ties whichever way they point ("weak"), or must follow them, there and
        back ("strong"). Undirected ties are the same in both.

    Returns
    -------
    float
        From 0 (everybody alone) to 1 (one component); NaN if there are fewer than 2 actors.

    Notes
    -----
    It is 1 less UCINET's component ratio. It counts pieces and not what they hold: an isolate beside fifteen weighs as
    much as a cut through the middle. `connectedness` looks at the sizes.

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 9. Sage.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import wholeness
    >>> florentine = sc.load_dataset("florentine")
    >>> [round(wholeness(florentine, layer=layer), 3) for layer in ("marriage", "business")]
    [0.933, 0.667]
    """
    net = network(cluster, layer)
    if net.n < 2:
        return float("nan")
    pieces = csgraph.connected_components(net.strength, connection=variant)[0]
    return float(1 - (pieces - 1) / (net.n - 1))


@checked
def local_efficiency(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    cost: Cost = None,
    variant: Literal["partners", "network"] = "partners",
) -> pd.Series[Any]:
    r"""How well would an actor's partners still reach each other without it?

    The mean of 1 / distance over the ordered pairs of partners, once the actor is gone. Where it is high, the actor's
    surroundings bear its loss.

    .. math:: E_i = \frac{1}{k_i (k_i - 1)} \sum_{j \ne h \in N(i)} \frac{1}{d_{jh}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    variant : {"partners", "network"}, default "partners"
        Paths between partners run over partners only (Latora and Marchiori), or over anybody but the actor
        (Vragović, Louis and Díaz-Guilera).

    Returns
    -------
    Series of float
        Index `actor`, name `local_efficiency`; from 0 to 1 if counted in steps.

    Notes
    -----
    Partners are those tied to the actor in either direction; paths follow the direction of the ties. With fewer than
    2 partners it is NaN. "partners" is what networkx takes the mean of, over all actors, with 0 in place of NaN;
    "network" is igraph's `local_efficiency` (in R), which also has 0 there.

    References
    ----------
    Latora, V. & Marchiori, M. (2001). Efficient behavior of small-world networks. Physical Review Letters, 87, 198701.
    doi:10.1103/PhysRevLett.87.198701
    Vragović, I., Louis, E. & Díaz-Guilera, A. (2005). Efficiency of informational transfer in regular and complex
    networks. Physical Review E, 71, 036122. doi:10.1103/PhysRevE.71.036122

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import local_efficiency
    >>> local_efficiency(sc.load_dataset("kite")).nsmallest(3).round(4)
    actor
    8    0.0000
    7    0.3333
    5    0.7167
    Name: local_efficiency, dtype: float64
    """
    net = network(cluster, layer)
    values = efficiency_around(lengths(net.strength, cost), beyond=variant == "network")
    return net.series(values, "local_efficiency")


@checked
def distance_distribution(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    """How many pairs are one, two, three ... steps apart?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    DataFrame
        Index `distance` (float): 1, 2, ... up to the diameter, and inf for pairs without a path, which is always
        there. Columns `pairs` (whole numbers) and `share` of all pairs (from 0 to 1; NaN if there are no pairs).

    Notes
    -----
    Paths follow the direction of the ties and are counted in steps. Pairs are ordered if ties are directed; if not,
    each counts once.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.distance import distance_distribution
    >>> distance_distribution(sc.load_dataset("knoke"), layer="information").round(3)
              pairs  share
    distance
    1.0          49  0.544
    2.0          34  0.378
    3.0           7  0.078
    inf           0  0.000
    """
    net = network(cluster, layer)
    by_distance = steps_of(net).by_distance[1:]
    apart = net.n * (net.n - 1) - by_distance.sum()
    pairs = np.append(by_distance, apart) // (1 if net.directed else 2)
    index = pd.Index([*map(float, range(1, len(pairs))), np.inf], name="distance", dtype=float)
    everything = pairs.sum()
    share = pairs / everything if everything else np.full(len(pairs), np.nan)
    return pd.DataFrame({"pairs": pairs.astype(np.int64), "share": share}, index=index)


def _per_pair(total: float, n: int) -> float:
    return float(total / (n * (n - 1))) if n > 1 else float("nan")

"""Small worlds: clustered like a lattice and yet close like a random network."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.checked import checked
from socluster.measures.cohesion.closure import closed_two_paths
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.network import network

__all__ = ["small_worldness"]


@checked
def small_worldness(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""How much more clustered is the cluster than a random one, for being about as close?

    The closure over that of a random network of as many actors and ties, divided by the average distance over that of
    such a network.

    .. math:: S = \frac{C / C_r}{L / L_r}, \qquad C_r = \frac{m}{n (n - 1)}, \quad
        L_r = \frac{\ln n - \gamma}{\ln k} + \frac{1}{2}

    with C the `transitivity`, L the `average_path_length`, m arcs among n actors, k = m / n the mean degree, and
    γ = 0.5772 Euler's constant.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    float
        From 0; about 1 in a random network, above 1 in a small world. NaN where somebody does not reach everybody,
        where the mean degree is at most 1 (L_r is infinite there, or negative).

    Notes
    -----
    Paths and closure follow the direction of the ties; an undirected tie is two arcs. The random network is not drawn,
    its values are those expected of it, that of the distance by Fronczak and others: they hold for large and not too
    dense networks, so that in a network of ten actors S says little. It is the "Small Worldness" of UCINET 6.849,
    which prints none for a network in several strong components either. networkx's `sigma` draws random networks of
    the same degrees and takes the mean of the local clustering.

    References
    ----------
    Humphries, M. D. & Gurney, K. (2008). Network 'small-world-ness': a quantitative method for determining canonical
    network equivalence. PLoS ONE, 3, e0002051. doi:10.1371/journal.pone.0002051
    Fronczak, A., Fronczak, P. & Hołyst, J. A. (2004). Average path length in random networks. Physical Review E, 70,
    056110. doi:10.1103/PhysRevE.70.056110

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.small_world import small_worldness
    >>> round(small_worldness(sc.load_dataset("karate")), 3)
    1.86
    """
    net = network(cluster, layer)
    arcs, pairs = net.ties.nnz, net.n * (net.n - 1)
    reached, total, _ = reach_of(net)
    if arcs <= net.n or reached.sum() < pairs:
        return float("nan")
    closed, two_paths = closed_two_paths(net.binary)  # as many arcs as this one has cannot do without two-paths
    random_length = (np.log(net.n) - np.euler_gamma) / np.log(arcs / net.n) + 0.5
    return float((closed / two_paths / (arcs / pairs)) / (total.sum() / pairs / random_length))

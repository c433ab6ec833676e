"""Cohesion: how cohesive a cluster is as a whole."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.measures.shared.grouping import membership
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.lengths import Cost
from socluster.measures.shared.network import network, one_mode, warn_of_uncertain_ties

__all__ = ["components", "density", "global_efficiency"]


@checked
def density(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""What share of all possible ties exists?

    .. math:: \frac{m}{n (n - 1) - u}

    with m arcs among n actors and u unknown ordered pairs. Undirected ties and pairs count half on both sides, which
    does not change the value.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a pair is tied if it is in any layer.

    Returns
    -------
    float
        From 0 to 1; NaN if there are fewer than 2 actors, or if nothing is known.

    Notes
    -----
    Unknown dyads are taken out of the divisor; they are not counted as absent, so there is no warning about them.
    Strengths do not count. Where nothing is unknown it equals networkx, igraph and R's sna. A density is no grade: more
    ties are not always better, and large clusters are sparser than small ones.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> round(sc.density(knoke, layer="information"), 4), round(sc.density(knoke, layer="money"), 4)
    (0.5444, 0.2444)
    """
    tied, known = _tied_and_known(cluster, layer)
    return tied / known if known else float("nan")


@checked
def components(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["weak", "strong"] = "weak"
) -> pd.Series[Any]:
    """Which actors are connected, directly or through others?

    Two actors are in one component if a path joins them. In a cluster of several components, something that starts in
    one never arrives in another.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    variant : {"weak", "strong"}, default "weak"
        Paths may run along ties whichever way they point ("weak"), or must follow them, there and back ("strong").
        Undirected ties are the same in both.

    Returns
    -------
    Series of categories
        Index `actor`, name `components`; 1 is the largest component. Among components of the same size, that of the
        actor listed first in the cluster comes first.

    Notes
    -----
    An isolate is a component of its own. Membership equals networkx, igraph and R's sna.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> sc.components(sc.load_dataset("florentine"), layer="marriage").value_counts().tolist()
    [15, 1]
    """
    net = network(cluster, layer)
    connection = variant if net.directed else "strong"  # the same, and found without turning the ties around
    found = csgraph.connected_components(net.ties, connection=connection)[1] if net.n else np.zeros(0, dtype=int)
    return membership(found, net.cluster.index, "components")


@checked
def global_efficiency(cluster: Any, /, *, layer: str | None = None, cost: Cost = None) -> float:
    r"""How easily do actors reach each other?

    The mean of 1 / distance over all ordered pairs. A pair without a path adds 0, so that the measure works for a
    cluster in pieces too.

    .. math:: E = \frac{1}{n (n - 1)} \sum_{i \ne j} \frac{1}{d_{ij}}

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
        From 0 (no ties) to 1 (all tied to all) if counted in steps; NaN if there are fewer than 2 actors.

    Notes
    -----
    Paths follow the direction of the ties. Equals networkx (undirected) and the compactness of Borgatti (2006), which
    UCINET reports. With `cost`, the unit is that of 1 / length and values can exceed 1.

    References
    ----------
    Latora, V. & Marchiori, M. (2001). Efficient behavior of small-world networks. Physical Review Letters, 87, 198701.
    doi:10.1103/PhysRevLett.87.198701
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x

    Examples
    --------
    >>> import socluster as sc
    >>> round(sc.global_efficiency(sc.load_dataset("knoke"), layer="information"), 4)
    0.7593
    """
    net = network(cluster, layer)
    if net.n < 2:
        return float("nan")
    inverse = reach_of(net, cost=cost)[2]
    return float(inverse.sum() / (net.n * (net.n - 1)))


def _tied_and_known(cluster: Any, layer: str | None) -> tuple[int, int]:
    """Count the ordered pairs that are tied, and those of which anything is known."""
    measured: Cluster = one_mode(cluster)
    warn_of_uncertain_ties(measured, layer)
    n = measured.n_actors
    return measured.matrix(layer).nnz, n * (n - 1) - measured.unknown_matrix(layer).nnz

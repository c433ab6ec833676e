"""Connectivity: how many actors or ties must be lost before the cluster falls apart, and how evenly it is knit."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from scipy import sparse
from scipy.linalg import eigh
from scipy.sparse import csgraph

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.cohesion.vertex_cuts import vertex_connectivity
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["algebraic_connectivity", "edge_connectivity", "natural_connectivity", "node_connectivity"]

DENSE = 1000  # up to so many actors, all eigenvalues at once are as fast as the smallest two


@checked
def node_connectivity(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["weak", "strong"] = "weak"
) -> float:
    """How many actors must leave, at least, to disconnect the others?

    By Menger's theorem it is also the number of paths that join any two actors over different third ones.

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
    float
        A whole number, from 0 (already in pieces) to n - 1 (all tied to all); NaN if there are fewer than 2 actors.

    Notes
    -----
    1 means that there is a cutpoint. Equals igraph, and networkx for undirected ties; for directed ones networkx 3.6
    sometimes gives too high a value. Of a whole cluster it is often 0 or 1, since a single actor at the edge suffices;
    `cohesive_blocks` shows where it is higher.

    References
    ----------
    White, D. R. & Harary, F. (2001). The cohesiveness of blocks in social networks: node connectivity and conditional
    density. Sociological Methodology, 31, 305-359. doi:10.1111/0081-1750.00098

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.connectivity import node_connectivity
    >>> knoke = sc.load_dataset("knoke")
    >>> [node_connectivity(knoke, layer="information", variant=v) for v in ("weak", "strong")]
    [3.0, 1.0]
    """
    net = network(cluster, layer)
    return float(vertex_connectivity(_graph(net, variant))) if net.n > 1 else float("nan")


@checked
def edge_connectivity(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["weak", "strong"] = "weak"
) -> float:
    """How many ties must end, at least, to disconnect the actors?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers, and a pair tied in several layers has one tie.
    variant : {"weak", "strong"}, default "weak"
        Paths may run along ties whichever way they point ("weak"; a mutual pair has one tie), or must follow them,
        there and back ("strong"). Undirected ties are the same in both.

    Returns
    -------
    float
        A whole number, from 0 (already in pieces) to n - 1 (all tied to all); NaN if there are fewer than 2 actors.

    Notes
    -----
    1 means that there is a bridge. Never less than `node_connectivity`. Equals networkx and igraph (the engine).

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 4. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.connectivity import edge_connectivity
    >>> edge_connectivity(sc.load_dataset("knoke"), layer="information")
    3.0
    """
    net = network(cluster, layer)
    return float(_graph(net, variant).edge_connectivity()) if net.n > 1 else float("nan")


@checked
def algebraic_connectivity(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""How hard is it to split the cluster into two parts with few ties between them?

    The second smallest eigenvalue of the Laplacian L = D - A, where A marks tied pairs and D their numbers by actor.
    It is small where a bottleneck divides the cluster, and grows with every tie that is added.

    .. math:: \lambda_2(L) = \min_{x \perp 1} \frac{\sum_{i < j} a_{ij} (x_i - x_j)^2}{\sum_i x_i^2}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    float
        From 0 (exactly, if in pieces) to n (all tied to all); NaN if there are fewer than 2 actors.

    Notes
    -----
    Ties are taken whichever way they point; strengths do not count. Never more than `node_connectivity`, unless all are
    tied to all. Equals networkx without weights.

    References
    ----------
    Fiedler, M. (1973). Algebraic connectivity of graphs. Czechoslovak Mathematical Journal, 23, 298-305.
    doi:10.21136/CMJ.1973.101168

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.connectivity import algebraic_connectivity
    >>> round(algebraic_connectivity(sc.load_dataset("kite")), 4)
    0.3373
    """
    net = network(cluster, layer)
    if net.n < 2:
        return float("nan")
    ties = underlying(net)
    if csgraph.connected_components(ties, directed=False)[0] > 1:
        return 0.0
    return _second_smallest(csgraph.laplacian(ties))


@checked
def natural_connectivity(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""How many alternative routes does the cluster offer?

    The closed walks of all lengths, long ones counting less, on a logarithmic scale. Detours make a network robust, and
    this falls with every tie that is lost, before anything breaks apart.

    .. math:: \ln \Big( \frac{1}{n} \sum_{i} e^{\lambda_i} \Big)

    with the eigenvalues of the matrix that marks tied pairs.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    float
        From 0 (no ties) to about n - 1 - ln n (all tied to all); NaN if there are no actors.

    Notes
    -----
    Ties are taken whichever way they point; strengths do not count. All eigenvalues are computed, so that a component
    of several thousand actors takes minutes.

    References
    ----------
    Wu, J., Barahona, M., Tan, Y.-J. & Deng, H.-Z. (2010). Natural connectivity of complex networks. Chinese Physics
    Letters, 27, 078902. doi:10.1088/0256-307X/27/7/078902

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.connectivity import natural_connectivity
    >>> round(natural_connectivity(sc.load_dataset("kite")), 4)
    2.1638
    """
    net = network(cluster, layer)
    refuse_without_room("natural_connectivity", net.n)
    if not net.n:
        return float("nan")
    ties = underlying(net)
    if not ties.nnz:
        return 0.0
    piece = csgraph.connected_components(ties, directed=False)[1]
    places = (np.flatnonzero(piece == number) for number in range(piece.max() + 1))
    values = [eigh(ties[here][:, here].toarray(), eigvals_only=True) for here in places]
    whole = np.concatenate(values)
    largest = whole.max()
    return float(largest + np.log(np.exp(whole - largest).mean()))


def _graph(net: Network, variant: str) -> Any:
    is_strong = variant == "strong" and net.directed
    return igraph_of(net.strength if is_strong else underlying(net), directed=is_strong)


def _second_smallest(laplacian: Matrix) -> float:
    """Return the second smallest eigenvalue of the Laplacian of a connected network."""
    n = laplacian.shape[0]
    if n <= DENSE:
        return float(eigh(laplacian.toarray(), eigvals_only=True, subset_by_index=[1, 1])[0])
    start: Array = np.random.default_rng(0).random(n)  # the same answer every time
    shifted = sparse.csc_array(laplacian)
    return float(max(sparse.linalg.eigsh(shifted, k=2, sigma=-1e-3, v0=start, return_eigenvectors=False)))

"""Krackhardt's four dimensions of hierarchy: how much a network is like a pure chain of command (an out-tree)."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from scipy.sparse import csgraph

from socluster._kernels.paths.reachability import pairs_without_least_upper_bound, reachable
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["connectedness", "krackhardt_efficiency", "krackhardt_hierarchy", "least_upper_boundedness"]


@checked
def connectedness(cluster: Any, /, *, layer: str | None = None, variant: Literal["weak", "reach"] = "weak") -> float:
    r"""What share of all pairs is connected, directly or through others?

    .. math:: C_{weak} = 1 - \frac{V}{n (n - 1) / 2}, \qquad
        C_{reach} = \frac{1}{n (n - 1)} \sum_{i \ne j} r_{ij}

    with V pairs that no path joins, whichever way its ties point, and r = 1 where a path that follows the direction of
    the ties leads from i to j.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    variant : {"weak", "reach"}, default "weak"
        Take ties whichever way they point (Krackhardt); or follow them, so that every ordered pair counts by itself.
        Undirected ties are the same in both.

    Returns
    -------
    float
        From 0 (no ties) to 1 ("weak": one component, "reach": everybody reaches everybody); NaN if there are fewer than
        2 actors.

    Notes
    -----
    "weak" equals R's sna. "reach" is 1 less `fragmentation`, and is what UCINET 6.849 prints as Connectedness among its
    whole-network measures; the two agree only where ties have no direction.

    References
    ----------
    Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. M. Carley & M. J. Prietula
    (eds), Computational Organization Theory, 89-111. Lawrence Erlbaum.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.hierarchy import connectedness
    >>> florentine = sc.load_dataset("florentine")
    >>> [round(connectedness(florentine, layer=layer), 3) for layer in ("marriage", "business")]
    [0.875, 0.458]
    """
    net = network(cluster, layer)
    if net.n < 2:
        return float("nan")
    if variant == "reach":
        return float(reach_of(net)[0].sum() / (net.n * (net.n - 1)))
    sizes = np.bincount(_pieces(net.strength))
    return float((sizes * (sizes - 1)).sum() / (net.n * (net.n - 1)))


@checked
def krackhardt_hierarchy(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""What share of connected pairs has a path in one direction only?

    .. math:: 1 - \frac{V}{V_{max}}

    with V pairs that reach each other both ways, among the V_max pairs of which at least one reaches the other.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    float
        From 0 (every path has a way back) to 1 (none has); NaN if nobody reaches anybody.

    Notes
    -----
    It looks at paths, not at single ties, so a single cycle through all makes it 0. Undirected ties always have 0.
    Equals R's sna (`hierarchy` with measure "krackhardt"; its default is another) and UCINET.

    References
    ----------
    Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. M. Carley & M. J. Prietula
    (eds), Computational Organization Theory, 89-111. Lawrence Erlbaum.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.hierarchy import krackhardt_hierarchy
    >>> knoke = sc.load_dataset("knoke")
    >>> krackhardt_hierarchy(knoke, layer="information"), krackhardt_hierarchy(knoke, layer="money")
    (0.0, 0.90625)
    """
    net = network(cluster, layer)
    reached = reachable(net.strength)
    both_ways = int((reached & reached.T).sum()) - net.n
    either = int((reached | reached.T).sum()) - net.n
    return 1 - both_ways / either if either else float("nan")


@checked
def krackhardt_efficiency(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["sna", "ucinet", "pairs"] = "sna"
) -> float:
    r"""How few redundant ties does the cluster have?

    A component of k actors needs k - 1 ties; the ties beyond these are redundant, which costs effort and makes the
    component safer.

    .. math:: E_{sna} = 1 - \frac{a - \sum_i (k_i - 1)}{\sum_i (k_i - 1)^2}, \qquad
        E_{ucinet} = 1 - \frac{\sum_i k_i \, (p_i - (k_i - 1)) / (k_i - 1)^2}{\sum_i k_i}, \qquad
        E_{pairs} = 1 - \frac{\sum_i p_i - (k_i - 1)}{\sum_i (k_i - 1)(k_i - 2) / 2}

    with a arcs in all, and p_i tied pairs in component i of k_i actors.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    variant : {"sna", "ucinet", "pairs"}, default "sna"
        Count every arc, over all components together; or count tied pairs, component by component, and take the mean,
        each component weighing as much as it has actors; or count tied pairs, over all components together, against
        the pairs that could be tied beyond what a tree needs.

    Returns
    -------
    float
        From 0 to 1 (nothing is redundant); NaN if there are no ties, and with "pairs" if no component has 3 actors,
        since nothing could be redundant then.

    Notes
    -----
    An undirected tie is two arcs to "sna", so that a tree of undirected ties is not 1 there. To "ucinet" a mutual pair
    is one tie, but the divisor is that of arcs, so that it never falls below about one half. Isolates are left out of
    the mean of "ucinet", since nothing in them could be redundant; its help does not say what it does with them.
    "pairs" is what ORA prints (.361 for Knoke's information) and what Krackhardt defined for the graph without
    direction: 1 for a tree of undirected ties, 0 if everybody is tied to everybody.

    References
    ----------
    Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. M. Carley & M. J. Prietula
    (eds), Computational Organization Theory, 89-111. Lawrence Erlbaum.
    UCINET 6 help, Network > Cohesion > Krackhardt GTD. http://www.analytictech.com/ucinet/help/hs4385.htm

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.hierarchy import krackhardt_efficiency
    >>> knoke = sc.load_dataset("knoke")
    >>> [round(krackhardt_efficiency(knoke, layer="information", variant=v), 3) for v in ("sna", "ucinet", "pairs")]
    [0.506, 0.716, 0.361]
    """
    net = network(cluster, layer)
    if not net.strength.nnz:
        return float("nan")
    piece = _pieces(net.strength)
    sizes = np.bincount(piece)
    most = (sizes - 1) ** 2
    if variant == "sna":
        return float(1 - (net.strength.nnz - (sizes - 1).sum()) / most.sum())
    pairs = np.bincount(piece, weights=np.diff(underlying(net).indptr)) / 2
    if variant == "pairs":
        beyond_a_tree = float(((sizes - 1) * (sizes - 2)).sum() / 2)
        return float(1 - (pairs - (sizes - 1)).sum() / beyond_a_tree) if beyond_a_tree else float("nan")
    real = sizes > 1
    inefficiency = (pairs - (sizes - 1))[real] / most[real]
    return float(1 - np.average(inefficiency, weights=sizes[real]))


@checked
def least_upper_boundedness(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""What share of pairs has a closest common superior?

    An upper bound of two actors is somebody from whom paths run to both (one of the two may be it). A least upper bound
    is an upper bound that lies on the way from all other upper bounds to the two.

    .. math:: 1 - \frac{V}{\sum_i (k_i - 1)(k_i - 2) / 2}

    with V pairs within components that have no least upper bound, among components of k_i actors.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.

    Returns
    -------
    float
        From 0 to 1 (every pair has one); NaN if no component has 3 actors.

    Notes
    -----
    Components are weak. Several actors on one cycle may all be least; one is enough. Undirected ties always have 1.

    R's sna 2.7 (`lubness`) asks for something else: an upper bound from whom paths run to all others, the *highest*
    one. Where two equals who command the same pair are below one head, sna is satisfied with the head, though nobody
    is nearest to the pair; where two heads are above a foreman, it misses the foreman. On Knoke's money network it
    gives .5 and we .857.

    References
    ----------
    Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. M. Carley & M. J. Prietula
    (eds), Computational Organization Theory, 89-111. Lawrence Erlbaum.
    Everett, M. & Krackhardt, D. (2012). A second look at Krackhardt's graph theoretical dimensions of informal
    organizations. Social Networks, 34, 159-163. doi:10.1016/j.socnet.2011.10.006

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.hierarchy import least_upper_boundedness
    >>> knoke = sc.load_dataset("knoke")
    >>> least_upper_boundedness(knoke, layer="information")
    1.0
    """
    net = network(cluster, layer)
    refuse_without_room("least_upper_boundedness", net.n)
    piece = _pieces(net.strength)
    missing = most = 0
    for number, size in enumerate(np.bincount(piece).tolist()):
        if size < 3:
            continue
        members = np.flatnonzero(piece == number)
        missing += pairs_without_least_upper_bound(reachable(net.strength[members][:, members]))
        most += (size - 1) * (size - 2) // 2
    return 1 - missing / most if most else float("nan")


def _pieces(ties: Matrix) -> Array:
    """Return the number of the weak component of every actor."""
    if not ties.shape[0]:
        return np.zeros(0, dtype=np.int64)
    return np.asarray(csgraph.connected_components(ties, connection="weak")[1])

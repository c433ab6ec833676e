"""Centrality by flow: what must pass an actor, and what passes it like current, not along shortest paths only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.losing.flows import lost_flows
from socluster._kernels.spectra import current as kernel
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.matrix import Matrix
from socluster.core.progress import progress
from socluster.measures.shared.direction import refuse_directed
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import phrase

__all__ = ["current_flow_betweenness", "flow_betweenness", "information"]

WIDEST = 1e12  # ratio of the strengths beyond which the currents on weak ties drown in rounding
LOOPS_FROM = {True: 60, False: 120}  # actors, if directed or not; igraph takes a second for so many, as compiling does
ROUNDING = 1e-12  # what a flow differs by rounding only, as a part of it


@checked
def flow_betweenness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    weighted: bool = True,
    normalized: bool = True,
    variant: Literal["flow", "fraction"] = "flow",
) -> pd.Series[Any]:
    r"""How much of the maximum flow between others passes through an actor?

    Ties are pipes that take as much as they are strong, and flow uses all ways at once, not only the shortest. An
    actor's value is what would be lost between the others without it.

    .. math:: C_F(v) = \frac{1}{D_v} \sum_{s \ne v \ne t} \big( f_{st} - f_{st}^{-v} \big)

    with :math:`f_{st}` the maximum flow from s to t, and :math:`f_{st}^{-v}` what of it remains without v.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        The capacity of a tie is its strength; if False, every capacity is 1.
    normalized : bool, default True
        Divide by the flow between all others (variant "flow": :math:`D_v = \sum f_{st}`) or by their number of pairs
        (variant "fraction"). If not normalized, :math:`D_v` = 1.
    variant : {"flow", "fraction"}, default "flow"
        Add up what is lost, as the formula says, or the part of each pair's flow that is lost,
        :math:`(f_{st} - f_{st}^{-v}) / f_{st}`, so that pairs with little flow count as much as others.

    Returns
    -------
    Series of float
        Index `actor`, name `flow_betweenness`; from 0 to 1, or in the unit of the weights (variant "fraction": in
        pairs) if not normalized.

    Notes
    -----
    Flow follows the direction of the ties; undirected pairs count once. An isolate has 0, and so has everybody if
    nothing can flow between others. Normalized, the values are NaN where there are fewer than 3 actors. Variant "flow"
    is that of Freeman, Borgatti and White: UCINET's, and R's sna with cmode "rawflow" (not normalized) and "normflow";
    variant "fraction" is sna's "fracflow". There is a flow for each pair and, without each actor whom it passes, what
    of it finds another way: a second for some hundred actors, five to ten for a thousand.

    References
    ----------
    Freeman, L. C., Borgatti, S. P. & White, D. R. (1991). Centrality in valued graphs: a measure of betweenness based
    on network flow. Social Networks, 13, 141-154. doi:10.1016/0378-8733(91)90017-N

    Examples
    --------
    >>> import socluster as sc
    >>> flow_betweenness(sc.load_dataset("kite"), normalized=False).nlargest(3)
    actor
    5    17.0
    6    17.0
    7    17.0
    Name: flow_betweenness, dtype: float64
    """
    net = network(cluster, layer)
    refuse_without_room("flow_betweenness", net.n)
    if normalized and net.n < 3:
        return net.series(np.full(net.n, np.nan), "flow_betweenness")
    capacity = net.strength if weighted else net.binary
    lost, whole = _lost_flow(capacity, net.directed, in_parts=variant == "fraction")
    return net.series(
        np.divide(lost, whole, out=np.zeros(net.n), where=whole > 0) if normalized else lost, "flow_betweenness"
    )


@checked
def current_flow_betweenness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    weighted: bool = True,
    normalized: bool = True,
    variant: Literal["between", "newman"] = "between",
) -> pd.Series[Any]:
    r"""How much passes through an actor if things spread by random walks?

    Like current in wires, what runs between two actors takes all ways at once, the short and strong ones more than the
    others. That is also how often a random walker from one to the other comes past, without its steps to and fro.

    .. math:: C(v) = \frac{2}{(n - 1)(n - 2)} \sum_{s < t} I_{st}(v), \qquad
        I_{st}(v) = \tfrac{1}{2} \sum_j z_{vj} | V_v^{st} - V_j^{st} |

    with :math:`V^{st}` the potentials if one unit of current runs from s to t, neither of them v.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; its ties must have no direction.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        The conductance of a tie is its strength; if False, all ties conduct equally.
    normalized : bool, default True
        Divide by the number of pairs, (n - 1)(n - 2) / 2 (variant "newman": n (n - 1) / 2).
    variant : {"between", "newman"}, default "between"
        Count pairs of others ("between", as betweenness and networkx do), or also the n - 1 pairs that the actor
        belongs to itself, one point for each ("newman", as Newman's paper does).

    Returns
    -------
    Series of float
        Index `actor`, name `current_flow_betweenness`; from 0 to 1, or in pairs if not normalized.

    Raises
    ------
    InputError
        If the ties are directed, or if their strengths differ by more than twelve orders of magnitude.

    Notes
    -----
    An isolate has 0: no current runs between components, and variant "newman" gives a point for pairs within a
    component only. Normalized, the values are NaN where there are fewer than 3 actors ("newman": 2). Who has one tie
    only has 0 ("between"). Where there is only one path between any two, it is `betweenness`. Equals networkx
    (current_flow_betweenness_centrality), which takes connected networks only.

    References
    ----------
    Newman, M. E. J. (2005). A measure of betweenness centrality based on random walks. Social Networks, 27, 39-54.
    doi:10.1016/j.socnet.2004.11.009
    Brandes, U. & Fleischer, D. (2005). Centrality measures based on current flow. STACS 2005, 533-544.
    doi:10.1007/978-3-540-31856-9_44

    Examples
    --------
    >>> import socluster as sc
    >>> current_flow_betweenness(sc.load_dataset("kite")).nlargest(3).round(4)
    actor
    7    0.4324
    5    0.3538
    6    0.3538
    Name: current_flow_betweenness, dtype: float64
    """
    net = network(cluster, layer)
    refuse_without_room("current_flow_betweenness", net.n)
    strength = _conductance(net, weighted)
    pairs = kernel.passing_current(strength)
    most = (net.n - 1) * (net.n - 2) / 2
    if variant == "newman":
        pairs = pairs + kernel.resistances(strength)[0]
        most = net.n * (net.n - 1) / 2
    values = (pairs / most if most > 0 else np.full(net.n, np.nan)) if normalized else pairs
    return net.series(values, "current_flow_betweenness")


@checked
def information(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, normalized: bool = True
) -> pd.Series[Any]:
    r"""How well is an actor connected with the others over all paths together?

    Two actors are near if there are many short and strong paths between them, not only one. The distance is that of
    current in wires: the resistance r between them. So this is closeness by resistance, and several ways to a partner
    make it nearer.

    .. math:: C_I(i) = \frac{k - 1}{n - 1} \cdot \frac{k - 1}{\sum_j r_{ij}}

    with k the number of actors in the component of i, and j running over these.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; its ties must have no direction.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        The conductance of a tie is its strength; if False, all ties conduct equally.
    normalized : bool, default True
        As in the formula. If not, :math:`\frac{k - 1}{n - 1} \cdot \frac{k}{\sum_j r_{ij}}`, the harmonic mean of the
        information 1 / r on all paths, as Stephenson and Zelen define it.

    Returns
    -------
    Series of float
        Index `actor`, name `information`; above 0, and 0 for an isolate. If all ties conduct equally and there is only
        one path between any two, it is `closeness`; more paths make it larger, up to n / 2 if all are tied.

    Raises
    ------
    InputError
        If the ties are directed, or if their strengths differ by more than twelve orders of magnitude.

    Notes
    -----
    The original is defined for connected networks. In others, we take it within the component, times the part of all
    others who are in it, as closeness (wasserman-faust) does. Normalized, the value of a single actor is NaN. In a
    connected network, not normalized, it equals R's sna (infocent; in pieces sna gives mere rounding noise near 0);
    networkx (information_centrality) gives 1 / sum(r), so divide ours by n or, normalized, by n - 1.

    References
    ----------
    Stephenson, K. & Zelen, M. (1989). Rethinking centrality: methods and examples. Social Networks, 11, 1-37.
    doi:10.1016/0378-8733(89)90016-6
    Brandes, U. & Fleischer, D. (2005). Centrality measures based on current flow. STACS 2005, 533-544.
    doi:10.1007/978-3-540-31856-9_44

    Examples
    --------
    >>> import socluster as sc
    >>> information(sc.load_dataset("kite")).nlargest(3).round(3)
    actor
    5    1.199
    6    1.199
    3    1.190
    Name: information, dtype: float64
    """
    net = network(cluster, layer)
    refuse_without_room("information", net.n)
    others, resistance = kernel.resistances(_conductance(net, weighted))
    if normalized and net.n < 2:
        return net.series(np.full(net.n, np.nan), "information")
    near = np.divide(others if normalized else others + 1, resistance, out=np.zeros(net.n), where=others > 0)
    return net.series(near * others / max(net.n - 1, 1), "information")


def _conductance(net: Network, weighted: bool) -> Matrix:
    refuse_directed(net, phrase("current flows either way"))
    strength = net.strength if weighted else net.binary
    if strength.nnz and strength.data.max() / strength.data.min() > WIDEST:
        raise InputError("strengths differ by more than twelve orders of magnitude; currents cannot be computed")
    return strength


def _lost_flow(capacity: Matrix, directed: bool, *, in_parts: bool) -> tuple[Array, Array]:
    """Return by actor what is lost between the others without it, and what flows between them with it.

    In parts: the sum of the lost parts, and the number of pairs.
    """
    n = capacity.shape[0]
    if n >= LOOPS_FROM[directed] and capacity.nnz:
        lost, whole = lost_flows(capacity, symmetric=not directed, in_parts=in_parts, watch=_watched)
        pairs = (n - 1) * (n - 2) / (1 if directed else 2)
        return lost, np.full(n, pairs) if in_parts else whole
    flow = _maximum_flows(capacity, directed)
    lost, whole = np.zeros(n), np.zeros(n)
    for actor in range(n):
        others = np.delete(np.arange(n), actor)
        before = flow[np.ix_(others, others)]
        whole[actor] = (n - 1) * (n - 2) if in_parts else before.sum()
        if not _can_pass(capacity, actor):
            continue
        loss = before - _maximum_flows(capacity[others][:, others], directed)
        loss[loss <= ROUNDING * before] = 0.0
        lost[actor] = (
            np.divide(loss, before, out=np.zeros_like(loss), where=before > 0).sum() if in_parts else loss.sum()
        )
    return (lost, whole) if directed else (lost / 2, whole / 2)


def _watched(parts: Iterable[Any], total: int) -> Iterable[Any]:
    return progress(parts, total, "flow_betweenness", "part")


def _can_pass(capacity: Matrix, actor: int) -> bool:
    """Whether anything can come from one partner and go on to another."""
    out, into = capacity[[actor]].indices, capacity.T.tocsr()[[actor]].indices
    return bool(len(out) and len(into) and len(np.union1d(out, into)) > 1)


def _maximum_flows(capacity: Matrix, directed: bool) -> Array:
    """Return the maximum flow from every actor to every other (0 on the diagonal)."""
    n = capacity.shape[0]
    graph = igraph_of(capacity, directed=directed)
    flow = np.zeros((n, n))
    if not capacity.nnz:
        return flow
    if directed:
        outgoing, incoming = np.diff(capacity.indptr) > 0, np.diff(capacity.T.tocsr().indptr) > 0
        for source in np.flatnonzero(outgoing).tolist():
            for target in np.flatnonzero(incoming).tolist():
                if source != target:
                    flow[source, target] = graph.maxflow_value(source, target, capacity="value")
        return flow
    return _smallest_on_paths(graph.gomory_hu_tree(capacity="value"))


def _smallest_on_paths(tree: Any) -> Array:
    """Return the smallest flow on the path between any two in a tree of minimum cuts: their maximum flow."""
    n = tree.vcount()
    smallest = np.full((n, n), np.inf)
    order, _, parents = tree.bfs(0)
    for place, actor in enumerate(order[1:], start=1):
        met, parent = order[:place], parents[actor]
        on_tie = tree.es[tree.get_eid(actor, parent)]["flow"]
        smallest[actor, met] = smallest[met, actor] = np.minimum(smallest[parent, met], on_tie)
    np.fill_diagonal(smallest, 0.0)
    return smallest

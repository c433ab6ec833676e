"""Lambda sets: groups that more separate paths join to each other than to anybody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.progress import progress
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.member_lists import Nested, nested_table
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room

if TYPE_CHECKING:
    from igraph import Graph

__all__ = ["lambda_sets"]

_QUICK = 200  # actors


@checked
def lambda_sets(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    r"""Which groups stay connected longest as ties end?

    Let :math:`\lambda_{ij}` be the number of ties that must break, at least, before no path joins i and j. A lambda set
    is a set of actors whose pairs all have a higher value than any pair of a member and an outsider:

    .. math:: \min_{i, j \in S} \lambda_{ij} > \max_{i \in S, k \notin S} \lambda_{ik}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers has one tie.

    Returns
    -------
    DataFrame
        A row per set of 2 or more actors, from the whole inwards: index `set`, columns `connectivity` (the lowest value
        inside) and `size` (whole numbers), `members` (tuple of actors) and `parent` (the smallest set around it;
        missing for the whole). ``.explode("members")`` makes one row per member. No row if there are fewer than 2
        actors.

    Notes
    -----
    Ties are taken whichever way they point; strengths do not count. Sets never overlap other than by lying within each
    other. Set 1 is the whole cluster, with 0 if it is in pieces. Members of a set need not be tied, and the paths
    between them may run over outsiders. The values come from a Gomory-Hu tree (igraph).

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Shirey, P. R. (1990). LS sets, lambda sets and other cohesive subsets. Social
    Networks, 12, 337-357. doi:10.1016/0378-8733(90)90014-Z
    Gomory, R. E. & Hu, T. C. (1961). Multi-terminal network flows. Journal of the Society for Industrial and Applied
    Mathematics, 9, 551-570. doi:10.1137/0109047

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.lambda_sets import lambda_sets
    >>> lambda_sets(sc.load_dataset("kite"))[["connectivity", "size", "parent"]]
         connectivity  size  parent
    set
    1               1    10    <NA>
    2               2     8       1
    3               3     7       2
    4               4     5       3
    5               5     3       4
    """
    net = network(cluster, layer)
    refuse_without_room("lambda_sets", net.n)
    if net.n < 2:
        return nested_table([], net.cluster, "set", "connectivity")
    ends, flows = _tree(igraph_of(underlying(net), directed=False))
    return nested_table(_sets(net.n, ends, flows), net.cluster, "set", "connectivity")


def _tree(graph: Graph) -> tuple[Array, Array]:
    """Return the links of a tree and their flows: of two actors, the smallest flow between them is their connectivity.

    Gusfield's way, a maximum flow from every actor but the first. igraph has such a tree, too, but cannot say how far
    it is; where nobody would wait, it is asked.
    """
    if graph.vcount() < _QUICK:
        tree = graph.gomory_hu_tree()
        return np.array([edge.tuple for edge in tree.es], dtype=np.int64), np.rint(tree.es["flow"]).astype(np.int64)
    nearest, flows = np.zeros(graph.vcount(), dtype=np.int64), np.zeros(graph.vcount(), dtype=np.int64)
    for actor in progress(range(1, graph.vcount()), graph.vcount() - 1, "lambda_sets", "actor"):
        cut = graph.maxflow(actor, int(nearest[actor]))
        flows[actor] = round(cut.value)
        side = np.array(cut.partition[0], dtype=np.int64)
        moved = side[(side > actor) & (nearest[side] == nearest[actor])]
        nearest[moved] = actor
    return np.column_stack([np.arange(1, graph.vcount()), nearest[1:]]), flows[1:]


def _sets(n: int, ends: Array, flows: Array) -> list[Nested]:
    """Return the sets that the tree leaves together when all of its links below a level are cut."""
    found: list[Nested] = []
    latest = np.full(n, -1)  # of every actor, the largest set so far
    for level in sorted(set(flows.tolist()), reverse=True):
        kept = ends[flows >= level]
        links = sparse.coo_array((np.ones(len(kept)), (kept[:, 0], kept[:, 1])), shape=(n, n))
        labels = csgraph.connected_components(links, directed=False)[1]
        for label in np.unique(labels[ends[flows == level]]).tolist():
            members = np.flatnonzero(labels == label)
            for inner in set(latest[members].tolist()) - {-1}:
                found[inner] = Nested(found[inner].members, found[inner].level, len(found))
            latest[members] = len(found)
            found.append(Nested(members.tolist(), level, None))
    return found

"""Paths of referral: from where a client can reach a service, and whose absence would cut the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import UnknownTiesWarning
from socluster.core.labels import label_index
from socluster.core.warn import warn
from socluster.development.chains.chain import Chain, chain_of
from socluster.measures.shared.network import warn_of_uncertain_ties
from socluster.words import counted

__all__ = ["referral_paths"]


@checked
def referral_paths(cluster: Any, /, *, steps: Sequence[str], layer: str | None = None) -> pd.DataFrame:
    """From where does a path to a service exist, and how many that share nobody?

    A path leads from an actor of the first step over one actor of every following step to one of the last, any of
    them. By Menger's theorem, the largest number of paths that share no actor equals the smallest number of actors
    whose absence leaves none. The actor where a client enters is on all of them and does not count; a service does.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Its actors state their `kind`.
    steps : sequence of str
        Kinds of actors, in the order in which a client meets them. One that ends in "?" may be skipped.
    layer : str, optional
        One layer of ties; without it all. Undirected ties lead from the earlier step to the later one.

    Returns
    -------
    DataFrame
        One row per actor of the first step (index `actor`). Columns:

        - steps: how many ties the shortest path to a service has; missing where there is none
        - disjoint: how many paths share no actor; 0 = unreachable, 1 = one actor's absence cuts the way
        - cut: a smallest set of actors whose absence cuts all paths (tuple of labels), the one nearest the entry

    Raises
    ------
    InputError
        If a step is no kind of any actor or stands twice, or between two steps more ties go back than forth.

    Warns
    -----
    UncertainTiesWarning, UnknownTiesWarning
        If some ties are uncertain (they are counted as if they existed) or some dyads unknown (as if they held none).

    Notes
    -----
    Ties that lead back, or pass over a step that nobody can skip, are no part of a path. A path says that a client
    could be passed on, not that anybody there has time: `referral_flow` counts those who get through.

    References
    ----------
    Menger, K. (1927). Zur allgemeinen Kurventheorie. Fundamenta Mathematicae, 10, 96-115. doi:10.4064/fm-10-1-96-115

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> actors = pd.DataFrame({"actor": ["S", "C1", "C2", "V"], "kind": ["school", "manager", "manager", "service"]})
    >>> ties = pd.DataFrame({"source": ["S", "S", "C1", "C2"], "target": ["C1", "C2", "V", "V"]})
    >>> town = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> sc.referral_paths(town, steps=["school", "manager", "service"])
           steps  disjoint   cut
    actor
    S          2         1  (V,)
    """
    chain = chain_of(cluster, steps, layer)
    warn_of_uncertain_ties(chain.cluster, layer)
    if chain.cluster.may_hold_unknown and (unknown := int(chain.cluster.unknown_matrix(layer).nnz)):
        cells = counted("{n} unknown cell of the matrix", "{n} unknown cells of the matrix", unknown)
        warn("measured as if {cells} held no tie; the true value may differ", UnknownTiesWarning, cells=cells)
    lengths = path_lengths(chain)
    rows = [_cut_of(chain, entry) for entry in chain.entries.tolist()]
    return pd.DataFrame(
        {
            "steps": pd.array([None if np.isinf(each) else int(each) for each in lengths], dtype="Int64"),
            "disjoint": [len(row) for row in rows],
            "cut": pd.Series([chain.labels(row) for row in rows], dtype=object),
        }
    ).set_axis(label_index(chain.labels(chain.entries.tolist())), axis="index")


def path_lengths(chain: Chain) -> Array:
    """Return how many ties the shortest path from every entry to a service has; infinite where there is none."""
    n = chain.cluster.n_actors
    table = sparse.csr_array((np.ones(len(chain.sources)), (chain.targets, chain.sources)), shape=(n, n))
    if not len(chain.services):
        return np.full(len(chain.entries), np.inf)
    found: Array = csgraph.dijkstra(table, indices=chain.services, unweighted=True, min_only=True)
    return found[chain.entries]


def _cut_of(chain: Chain, entry: int) -> list[int]:
    """Return the places of a smallest set of actors whose absence cuts all paths from an entry, those nearest it.

    Every actor v is split into an arc from v (in) to n + v (out) that one path can use; the service end is 2 n.
    """
    n = chain.cluster.n_actors
    inner = np.setdiff1d(chain.members, chain.entries)
    own = chain.sources == entry
    between = chain.step_of[chain.sources] > 0
    keep = own | between
    sources = np.concatenate([inner, chain.sources[keep] + n, chain.services + n])
    targets = np.concatenate([inner + n, chain.targets[keep], np.full(len(chain.services), 2 * n)])
    wide = np.int32(n + 1)  # no tie is what cuts; only actors are
    room = np.concatenate([np.ones(len(inner)), np.full(np.count_nonzero(keep) + len(chain.services), wide)])
    graph = sparse.csr_array((room.astype(np.int32), (sources, targets)), shape=(2 * n + 1, 2 * n + 1))
    flow = csgraph.maximum_flow(graph, entry + n, 2 * n).flow
    left = sparse.csr_array(graph - flow)
    left.data = np.maximum(left.data, 0)
    left.eliminate_zeros()
    reached = np.zeros(2 * n + 1, dtype=bool)
    reached[csgraph.breadth_first_order(left, entry + n, return_predecessors=False)] = True
    cut: list[int] = inner[reached[inner] & ~reached[inner + n]].tolist()
    return cut

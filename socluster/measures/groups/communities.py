"""Communities: parts of a cluster that are more closely connected inside than with the rest."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster._kernels.products import ones_like
from socluster._kernels.scaling import at_most_one
from socluster.core.arguments import generator
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.groupings import WithoutGroup
from socluster.measures.shared.grouping import grouping, membership
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.network import network
from socluster.measures.shared.partition import grouped

__all__ = ["communities", "modularity"]

CommunityVariant: TypeAlias = Literal["leiden", "louvain", "walktrap", "infomap"]

_VARIANTS = ("leiden", "louvain", "walktrap", "infomap")


@checked
def communities(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    variant: CommunityVariant = "leiden",
    resolution: float | None = None,
    weighted: bool = True,
    rng: Generator | int | None = None,
) -> pd.Series[Any]:
    r"""Which communities have many ties inside and few between them?

    "leiden" and "louvain" search the partition with the largest modularity,

    .. math:: Q = \frac{1}{2m} \sum_{ij} \Big( z_{ij} - \gamma \frac{s_i s_j}{2m} \Big) \, [g_i = g_j]

    with z the strengths, s their sums by actor, 2m the sum of all, and gamma the resolution. "walktrap" joins actors
    from whom short random walks end up in the same places. "infomap" looks for parts in which a random walk stays long,
    so that its course can be described in few words.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    variant : {"leiden", "louvain", "walktrap", "infomap"}, default "leiden"
        The algorithm, as above. Leiden's parts are always connected; Louvain's may not.
    resolution : float, optional
        Gamma, for "leiden" and "louvain" only; default 1. More finds smaller parts.
    weighted : bool, default True
        Let strong ties count more; if False, every tie counts 1.
    rng : int or numpy.random.Generator
        Seed; "walktrap" needs none. The same seed gives the same answer.

    Returns
    -------
    Series of categories
        Index `actor`, name `communities`; 1 is the largest part. Among parts of the same size, that of the actor who
        is listed first in the cluster comes first.

    Notes
    -----
    "infomap" follows the direction of ties. The others read ties in both directions, the strengths of which add up; so
    what they raise is the modularity of `cluster.symmetrise()`, not of the directed cluster. An isolate is a part of
    its own. No algorithm finds the best partition for sure, and quite different ones are often nearly as good: repeat
    with other seeds and compare with `partition_agreement`. A partition is found in random networks too; that there is
    one says nothing. Computed by igraph (leiden until nothing changes, walktrap with 4 steps, infomap with 10 trials).

    References
    ----------
    Traag, V. A., Waltman, L. & van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected communities.
    Scientific Reports, 9, 5233. doi:10.1038/s41598-019-41695-z
    Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding of communities in large
    networks. Journal of Statistical Mechanics, P10008. doi:10.1088/1742-5468/2008/10/P10008
    Pons, P. & Latapy, M. (2006). Computing communities in large networks using random walks. Journal of Graph
    Algorithms and Applications, 10, 191-218. doi:10.7155/jgaa.00124
    Rosvall, M. & Bergstrom, C. T. (2008). Maps of random walks on complex networks reveal community structure. PNAS,
    105, 1118-1123. doi:10.1073/pnas.0706851105

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.communities import communities
    >>> communities(sc.load_dataset("karate"), weighted=False, rng=7).value_counts().tolist()
    [12, 11, 6, 5]
    """
    modular = variant in ("leiden", "louvain")
    if resolution is not None and not modular:
        raise InputError(
            "resolution has no effect with variant='{variant}'; only 'leiden' and 'louvain' have one",
            {"variant": variant},
        )
    gamma = 1.0 if resolution is None else _positive("resolution", resolution)
    seed = None if variant == "walktrap" and rng is None else int(generator(rng).integers(2**63))
    net = network(cluster, layer)
    codes = np.arange(net.n)  # isolates stay alone
    tied = np.flatnonzero(np.diff((net.strength + net.strength.T).tocsr().indptr))
    if len(tied):
        follows = variant == "infomap" and net.directed
        strength = at_most_one(net.strength)  # igraph takes tiny strengths for none
        ties = strength if follows or not net.directed else strength + strength.T
        part = ties.tocsr()[tied][:, tied]
        graph = igraph_of(part if weighted else ones_like(part), directed=follows)
        with _randomness(seed):
            codes[tied] = net.n + np.array(_detect(graph, variant, gamma))
    return membership(codes, net.cluster.index, "communities")


@checked
def modularity(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    resolution: float = 1.0,
    weighted: bool = True,
) -> float:
    r"""How many more ties lie inside groups than expected from the actors' degrees?

    .. math:: Q = \frac{1}{m} \sum_{ij} \Big( z_{ij} - \gamma \frac{s^{\text{out}}_i s^{\text{in}}_j}{m} \Big) \,
        [g_i = g_j]

    with z the strength from i to j, s its sums by row and by column, m the sum of all, and gamma the resolution.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor, as `communities` returns it.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    resolution : float, default 1
        Gamma: how much the expected strengths count.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.

    Returns
    -------
    float
        From -1 to 1, for undirected ties from -0.5; 0 if all actors are in one group (with resolution 1); NaN without
        ties.

    Notes
    -----
    For undirected ties it is the modularity of Newman & Girvan, for directed ties that of Leicht & Newman. Equals
    igraph and networkx, directed or not. It grows with the size of a network and is high in sparse random networks too,
    so that values of different clusters do not compare.

    References
    ----------
    Newman, M. E. J. & Girvan, M. (2004). Finding and evaluating community structure in networks. Physical Review E, 69,
    026113. doi:10.1103/PhysRevE.69.026113
    Leicht, E. A. & Newman, M. E. J. (2008). Community structure in directed networks. Physical Review Letters, 100,
    118703. doi:10.1103/PhysRevLett.100.118703

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.communities import modularity
    >>> round(modularity(sc.load_dataset("karate"), group="faction", weighted=False), 4)
    0.3582
    """
    gamma = _positive("resolution", resolution)
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    cells = at_most_one(net.strength if weighted else net.binary).tocoo()
    total = cells.data.sum()
    if not total:
        return float("nan")
    start, end, size = groups.codes[cells.row], groups.codes[cells.col], len(groups.labels)
    inside = cells.data[start == end].sum() / total
    sent = np.bincount(start, cells.data, minlength=size) / total
    received = np.bincount(end, cells.data, minlength=size) / total
    return float(inside - gamma * (sent @ received))


def _detect(graph: Any, variant: CommunityVariant, gamma: float) -> list[int]:
    """Return the part of every vertex."""
    weights: dict[str, Any] = {"weights": "value"}
    if variant == "leiden":
        found = graph.community_leiden("modularity", resolution=gamma, n_iterations=-1, **weights)
    elif variant == "louvain":
        found = graph.community_multilevel(resolution=gamma, **weights)
    elif variant == "walktrap":
        found = graph.community_walktrap(**weights).as_clustering()
    else:
        found = graph.community_infomap(edge_weights="value")
    return list(found.membership)


@contextmanager
def _randomness(seed: int | None) -> Iterator[None]:
    """Give igraph a generator of its own for a while, so that Python's shared one, its default, stays untouched."""
    import igraph

    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _positive(argument: str, value: object) -> float:
    if isinstance(value, int | float | np.number) and not isinstance(value, bool) and 0 < value < float("inf"):
        return float(value)
    raise InputError(Problem("{argument} must be a positive number", value=value, values={"argument": argument}))

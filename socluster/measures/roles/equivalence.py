"""Structural equivalence: which actors are tied to the same others, and could stand in for each other."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from socluster._kernels.groups.profiles import correlation_distance, euclidean_distance, mismatch
from socluster._kernels.groups.roles import concor as split_by_correlation
from socluster._kernels.groups.roles import rege as regular_similarity
from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.measures.shared.grouping import membership
from socluster.measures.shared.layer_views import layer_matrices, layer_views
from socluster.measures.shared.network import Network, network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["concor", "equivalence_distances", "equivalence_groups"]

DistanceVariant: TypeAlias = Literal["euclidean", "correlation", "matches"]
Linkage: TypeAlias = Literal["average", "complete", "single"]

_DISTANCES = {"euclidean": euclidean_distance, "correlation": correlation_distance, "matches": mismatch}


@checked
def equivalence_distances(
    cluster: Any, /, *, layer: str | None = None, variant: DistanceVariant = "euclidean", weighted: bool = True
) -> pd.DataFrame:
    r"""How different are two actors' ties to all others?

    Two actors who are tied to the same others, equally strongly, are structurally equivalent: they compete for the same
    partners and could replace each other, whether or not they are tied themselves.

    .. math:: d_{ij} = \sqrt{\sum_{k \ne i, j} \big( (z_{ik} - z_{jk})^2 + (z_{ki} - z_{kj})^2 \big)}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the profiles of all layers are laid end to end (they do not add up).
    variant : {"euclidean", "correlation", "matches"}, default "euclidean"
        The formula above; 1 less the correlation of the profiles; or the part of the profiles in which they differ.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.

    Returns
    -------
    DataFrame
        Actors x actors, symmetric, with 0 on the diagonal. "euclidean": from 0, in the unit of the strengths;
        "correlation": from 0 (equal up to level and scale) over 1 (unrelated) to 2 (opposite); "matches": from 0 to 1.

    Notes
    -----
    The profile of an actor is what it sends to and receives from all others than the two compared; for undirected
    layers the two are the same and count once. "correlation" is NaN where a profile does not vary, as that of an
    isolate, and everywhere with fewer than 4 actors if undirected; "matches" is NaN with fewer than 3. Layers with long
    ladders weigh more in "euclidean". For directed ties it equals R's sna (`sedist`, diagonal left out), whose
    "hamming" on ties without strengths is the number of mismatches; for undirected ties sna takes both directions, so
    that its Euclidean distance is larger by the square root of 2. UCINET compares the ties between i and j too.

    The table has a cell for every pair of actors: some thousands of actors fill the memory.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 9. Cambridge University Press.
    doi:10.1017/CBO9780511815478
    Burt, R. S. (1976). Positions in networks. Social Forces, 55, 93-122. doi:10.1093/sf/55.1.93

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.roles.equivalence import equivalence_distances
    >>> distances = equivalence_distances(sc.load_dataset("knoke"), layer="information")
    >>> distances.loc["COUN", ["COMM", "UWAY", "WEST"]].round(3)
    actor
    COMM    2.449
    UWAY    1.732
    WEST    2.449
    Name: COUN, dtype: float64
    """
    net = network(cluster, layer)
    refuse_without_room("equivalence_distances", net.n)
    distances = _DISTANCES[variant](layer_views(net, layer, weighted=weighted))
    return pd.DataFrame(distances, index=net.cluster.index, columns=net.cluster.index)


@checked
def equivalence_groups(
    cluster: Any,
    /,
    *,
    k: int,
    layer: str | None = None,
    variant: Literal["euclidean", "correlation", "matches", "rege"] = "euclidean",
    linkage: Linkage = "average",
    weighted: bool = True,
) -> pd.Series[Any]:
    """Which actors hold the same position, for k positions?

    The two actors at the smallest distance are joined, then the next, and so on, until k groups are left (hierarchical
    clustering).

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    k : int
        Number of positions.
    layer : str, optional
        One layer of ties; without it the profiles of all layers are laid end to end.
    variant : {"euclidean", "correlation", "matches", "rege"}, default "euclidean"
        The distance: those of `equivalence_distances`, or 1 less the similarity of `rege` (3 rounds).
    linkage : {"average", "complete", "single"}, default "average"
        Distance of two groups: the mean over their pairs, the largest, or the smallest.
    weighted : bool, default True
        Let strengths count; if False, every tie counts 1.

    Returns
    -------
    Series of categories
        Index `actor`, name `equivalence_groups`; 1 is the largest position. Among positions of the same size, that of
        the actor listed first in the cluster comes first.

    Raises
    ------
    InputError
        If there are fewer than k actors, or a correlation is undefined.

    Notes
    -----
    Where several pairs are at the same distance, which of them is joined first is arbitrary. "euclidean" puts actors
    with many ties apart from actors with few; "correlation" looks at the pattern alone. Equals R's `hclust` and
    `cutree`, up to ties. Whether k positions describe the cluster well, `blockmodel` says.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 9. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.roles.equivalence import equivalence_groups
    >>> found = equivalence_groups(sc.load_dataset("knoke"), k=3, layer="information")
    >>> found.index[found != 1].tolist()
    ['COMM', 'MAYR', 'WRO']
    """
    k = positive_integer("k", k)
    net = network(cluster, layer)
    refuse_without_room("equivalence_groups", net.n)
    if k > net.n > 0:
        raise InputError(Problem("k must be at most {most}, the number of actors", value=k, values={"most": net.n}))
    distances = _distances(net, layer, variant, weighted=weighted)
    codes = np.zeros(net.n, dtype=np.int64)
    if net.n > 1:
        tree = hierarchy.linkage(squareform(distances, checks=False), method=linkage)
        codes = hierarchy.cut_tree(tree, n_clusters=k).ravel()
    return membership(codes, net.cluster.index, "equivalence_groups")


def _distances(net: Network, layer: str | None, variant: str, *, weighted: bool) -> Array:
    """Return distances, all of them defined."""
    if variant == "rege":
        return 1 - regular_similarity(layer_matrices(net, layer, weighted=weighted), 3)
    distances: Array = _DISTANCES[variant](layer_views(net, layer, weighted=weighted))
    vague = np.isnan(distances)
    if net.n > 1 and vague.any():
        if variant == "matches":
            raise InputError("with fewer than 3 actors there is no third one to compare their ties by")
        # an actor without a defined correlation at all is the cause; the others only suffer from it
        causes = net.cluster.index[vague.sum(axis=1) == net.n - 1].tolist()
        raise InputError(
            [
                Problem(
                    "has the same tie to everybody, so that no correlation is defined; use variant='euclidean'",
                    "actors",
                    actor,
                )
                for actor in causes or [None]
            ]
        )
    return distances


@checked
def concor(cluster: Any, /, *, layer: str | None = None, splits: int = 2, weighted: bool = True) -> pd.Series[Any]:
    r"""Into which positions does repeated splitting by correlation (CONCOR) divide the actors?

    The correlations between the profiles of the actors are correlated with each other, these correlations again, and so
    on. In the end they are all 1 or -1, which splits the actors in two; then each part is split in the same way
    (CONvergence of iterated CORrelations).

    .. math:: r^{(t+1)}_{ij} = \operatorname{cor}\big(r^{(t)}_{i \cdot}, r^{(t)}_{j \cdot}\big)

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the profiles of all layers are laid end to end (they do not add up).
    splits : int, default 2
        Rounds of splitting: there are at most 2 to this power positions (and one more of isolates).
    weighted : bool, default True
        Let strengths count; if False, every tie counts 1.

    Returns
    -------
    Series of categories
        Index `actor`, name `concor`; 1 is the largest position. Among positions of the same size, that of the actor who
        is listed first in the cluster comes first.

    Notes
    -----
    The first correlations are those of `equivalence_distances`: over what two actors send to and receive from all
    others than these two, as in R's concorR and sna; where a profile does not vary they count as 0. UCINET compares
    the ties between the two as well by default. Isolates are a position of their own. A position of fewer than 3
    actors, of actors with perfectly correlated profiles, or for which the correlations come to a standstill below 1 (as
    among three actors who are all equally alike) is not split further. Each split is into two, whether or not two fit;
    `blockmodel` says how well the positions do.

    References
    ----------
    Breiger, R. L., Boorman, S. A. & Arabie, P. (1975). An algorithm for clustering relational data with applications to
    social network analysis and comparison with multidimensional scaling. Journal of Mathematical Psychology, 12,
    328-383. doi:10.1016/0022-2496(75)90028-0

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.roles.equivalence import concor
    >>> found = concor(sc.load_dataset("knoke"), layer="information", splits=1)
    >>> found.index[found == 2].tolist()
    ['COMM', 'MAYR', 'WRO', 'WEST']
    """
    splits = positive_integer("splits", splits)
    net = network(cluster, layer)
    refuse_without_room("concor", net.n)
    views = layer_views(net, layer, weighted=weighted)
    tied = np.flatnonzero(np.any([view.any(axis=0) | view.any(axis=1) for view in views], axis=0))
    correlation = 1 - np.nan_to_num(correlation_distance(views), nan=1.0)
    codes = np.full(net.n, -1)  # isolates are together
    codes[tied] = split_by_correlation(correlation[np.ix_(tied, tied)], splits)
    return membership(codes, net.cluster.index, "concor")

"""Closure among two modes, and how much the groups of two actors overlap."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.groups import twomode as kernel
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.measures.shared.incidence import Mode, incidence
from socluster.measures.shared.room import refuse_without_room

__all__ = ["affiliation_overlap", "twomode_clustering", "twomode_local_clustering"]

OverlapVariant: TypeAlias = Literal["count", "jaccard", "cosine", "share"]


@checked
def twomode_clustering(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    mode: Mode = "actors",
    variant: Literal["opsahl", "robins-alexander"] = "opsahl",
) -> float:
    r"""Do two that meet the same third party also meet each other, and do pairs meet again?

    A projection is full of triangles, because a single group ties all its members to each other. These two measures
    look at the affiliations themselves.

    "opsahl" asks for triadic closure. A path a - p - b - q - c leads through an actor b from actor a to actor c; it is
    closed if a and c also share a third group:

    .. math:: C^* = \frac{\text{closed paths of four affiliations}}{\text{all of them}}

    "robins-alexander" asks for repeated meeting: of all paths of three affiliations, how many are part of a cycle of
    four, where two actors share two groups?

    .. math:: \frac{4 \, C_4}{L_3}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts, and once.
    mode : {"actors", "groups"}, default "actors"
        Whose closure ("opsahl"); "robins-alexander" is the same for both.
    variant : {"opsahl", "robins-alexander"}, default "opsahl"
        The definition.

    Returns
    -------
    float
        From 0 to 1; NaN where there is no path that could be closed.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    Weights do not count. "opsahl" equals R's tnet (`clustering_tm`, binary). "robins-alexander" equals
    `networkx.bipartite.robins_alexander_clustering`, which has 0 where we have NaN.

    References
    ----------
    Opsahl, T. (2013). Triadic closure in two-mode networks: redefining the global and local clustering coefficients.
    Social Networks, 35, 159-167. doi:10.1016/j.socnet.2011.07.001
    Robins, G. & Alexander, M. (2004). Small worlds among interlocking directors: network structure and distance in
    bipartite graphs. Computational & Mathematical Organization Theory, 10, 69-94.
    doi:10.1023/B:CMOT.0000032580.12184.c0

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.clustering import twomode_clustering
    >>> davis = sc.load_dataset("davis")
    >>> round(twomode_clustering(davis), 4), round(twomode_clustering(davis, variant="robins-alexander"), 4)
    (0.7719, 0.4678)
    """
    two = incidence(cluster, layer, mode)
    if variant == "robins-alexander":
        paths = kernel.three_paths(two.matrix)
        return 4 * kernel.four_cycles(two.matrix) / paths if paths else float("nan")
    closed, total = kernel.closed_four_paths(two.matrix)
    return float(closed.sum() / total.sum()) if total.any() else float("nan")


@checked
def twomode_local_clustering(cluster: Any, /, *, layer: str | None = None, mode: Mode = "actors") -> pd.Series[Any]:
    r"""Do the partners whom an actor meets in different groups also meet without it?

    A path a - p - b - q - c leads through the actor b from a to c; it is closed if a and c share a third group.

    .. math:: C^*(b) = \frac{\text{closed paths around } b}{\text{all paths around } b}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts, and once.
    mode : {"actors", "groups"}, default "actors"
        Whose closure.

    Returns
    -------
    Series of float
        Index `actor` or `group`, name `twomode_local_clustering`; from 0 (a broker between circles) to 1 (one circle);
        NaN for a member without such a path, as who belongs to one group only.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    Weights do not count. Equals R's tnet (`clustering_local_tm`, binary).

    References
    ----------
    Opsahl, T. (2013). Triadic closure in two-mode networks: redefining the global and local clustering coefficients.
    Social Networks, 35, 159-167. doi:10.1016/j.socnet.2011.07.001

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.clustering import twomode_local_clustering
    >>> twomode_local_clustering(sc.load_dataset("davis")).nsmallest(2).round(4)
    actor
    Dorothy    0.5407
    Olivia     0.5806
    Name: twomode_local_clustering, dtype: float64
    """
    two = incidence(cluster, layer, mode)
    closed, total = kernel.closed_four_paths(two.matrix)
    return two.series(_ratio(closed, total), "twomode_local_clustering")


@checked
def affiliation_overlap(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    mode: Mode = "actors",
    variant: OverlapVariant = "jaccard",
) -> pd.DataFrame:
    r"""How far do two actors take part in the same groups?

    With A and B the groups of the two:

    ========= ===================================== ==========================================
    variant   value                                 what it says
    ========= ===================================== ==========================================
    count     :math:`|A \cap B|`                    shared groups; the diagonal: groups of one
    jaccard   :math:`|A \cap B| / |A \cup B|`       shared as a part of all that either has
    cosine    :math:`|A \cap B| / \sqrt{|A| |B|}`   shared, measured by the mean size
    share     :math:`|A \cap B| / |A|`              part of the row's groups that the column has too
    ========= ===================================== ==========================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts, and once.
    mode : {"actors", "groups"}, default "actors"
        Whose overlap; for groups, the actors that two of them share.
    variant : {"count", "jaccard", "cosine", "share"}, default "jaccard"
        The definition.

    Returns
    -------
    DataFrame of float
        Rows and columns are actors (groups). Symmetric, but for "share". From 0 to 1, or in groups ("count").

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    A value is NaN where its divisor is 0: "jaccard" for two who belong nowhere, "cosine" and "share" for one who does.
    Weights do not count. `Cluster.project` makes ties of the same numbers.

    References
    ----------
    Breiger, R. L. (1974). The duality of persons and groups. Social Forces, 53, 181-190. doi:10.2307/2576011

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.clustering import affiliation_overlap
    >>> overlap = affiliation_overlap(sc.load_dataset("davis"))
    >>> overlap.loc["Evelyn", ["Evelyn", "Laura", "Flora"]].round(3).tolist()
    [1.0, 0.667, 0.111]
    """
    two = incidence(cluster, layer, mode)
    refuse_without_room("affiliation_overlap", two.shape[0])
    shared = (two.matrix @ two.matrix.T).toarray()
    size = shared.diagonal()
    divisors = {
        "count": np.ones_like(shared),
        "jaccard": size[:, None] + size - shared,
        "cosine": np.sqrt(np.outer(size, size)),
        "share": np.broadcast_to(size[:, None], shared.shape),
    }
    return pd.DataFrame(_ratio(shared, divisors[variant]), index=two.index, columns=two.index)


def _ratio(part: Array, whole: Array) -> Array:
    """Return part / whole; NaN where the whole is 0."""
    ratio: Array = np.divide(part, whole, out=np.full(np.shape(part), np.nan), where=np.asarray(whole) > 0)
    return ratio

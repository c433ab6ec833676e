"""Two modes, measured directly: who is central among actors and groups, without a projection."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.groups import twomode as kernel
from socluster._kernels.products import Matrix
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.measures.centrality.closeness import ReachVariant
from socluster.measures.shared.incidence import Mode, incidence
from socluster.measures.shared.network import counts
from socluster.measures.shared.shares import divided

__all__ = ["twomode_betweenness", "twomode_closeness", "twomode_degree", "twomode_density", "twomode_eigenvector"]


@checked
def twomode_density(cluster: Any, /, *, layer: str | None = None) -> float:
    r"""What share of all possible affiliations exists?

    .. math:: \frac{m}{n_1 n_2}

    with m affiliations of n1 actors to n2 groups.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts, and once.

    Returns
    -------
    float
        From 0 to 1; NaN without actors.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    Weights do not count, and neither do several waves: who ever belonged to a group belongs to it. Equals
    `networkx.bipartite.density` and UCINET's two-mode density.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks, 19, 243-269.
    doi:10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.centrality import twomode_density
    >>> round(twomode_density(sc.load_dataset("davis")), 4)  # 89 / (18 * 14)
    0.3532
    """
    two = incidence(cluster, layer)
    possible = two.shape[0] * two.shape[1]
    return two.matrix.nnz / possible if possible else float("nan")


@checked
def twomode_degree(
    cluster: Any, /, *, layer: str | None = None, mode: Mode = "actors", normalized: bool = True
) -> pd.Series[Any]:
    r"""How many groups does an actor take part in, and how many actors does a group have?

    .. math:: C_D(i) = \frac{d_i}{n_2}

    with n2 the number of members of the other mode.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts, and once.
    mode : {"actors", "groups"}, default "actors"
        Whose degree.
    normalized : bool, default True
        Divide by the number of members of the other mode.

    Returns
    -------
    Series of float, or of int if not normalized
        Index `actor` or `group`, name `twomode_degree`; from 0 to 1, or in groups (actors) if not normalized.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    Weights do not count. Who belongs nowhere has 0. Without actors, the normalized value of a group is NaN. Equals
    `networkx.bipartite.degree_centrality`.

    References
    ----------
    Faust, K. (1997). Centrality in affiliation networks. Social Networks, 19, 157-191.
    doi:10.1016/S0378-8733(96)00300-0

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.centrality import twomode_degree
    >>> twomode_degree(sc.load_dataset("siauliai"), normalized=False).nlargest(2)
    actor
    MSSL                        3
    Regional expert Šiauliai    3
    Name: twomode_degree, dtype: int64
    >>> twomode_degree(sc.load_dataset("davis"), mode="groups").nlargest(2).round(3)
    group
    E8    0.778
    E9    0.667
    Name: twomode_degree, dtype: float64
    """
    two = incidence(cluster, layer, mode)
    degree = np.diff(two.matrix.indptr).astype(float)
    return two.series(divided(degree, two.shape[1]) if normalized else counts(degree), "twomode_degree")


@checked
def twomode_closeness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    mode: Mode = "actors",
    normalized: bool = True,
    variant: ReachVariant = "wasserman-faust",
) -> pd.Series[Any]:
    r"""How close is an actor (or group) to all other actors and all groups?

    A step leads from an actor to a group or back, so that another actor is two steps away at the least, and a group
    one. The best that is possible is a sum of distances of n2 + 2 (n1 - 1). With r1 others of the own mode and r2 of
    the other mode reached, at distances d:

    ================= ================================================== ======================================
    variant           normalized                                         not normalized
    ================= ================================================== ======================================
    wasserman-faust   (r2 + 2 r1) / sum(d) * (r1 + r2) / (n1 + n2 - 1)   (r1 + r2) / (n1 + n2 - 1) / sum(d)
    component         (r2 + 2 r1) / sum(d)                               1 / sum(d)
    freeman           (n2 + 2 (n1 - 1)) / sum(d)                         1 / sum(d); 0 unless all are reached
    harmonic          sum(1/d) / (n2 + (n1 - 1) / 2)                     sum(1/d)
    ================= ================================================== ======================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, paths run over all.
    mode : {"actors", "groups"}, default "actors"
        Whose closeness; n1 is the number of its members, n2 that of the other mode.
    normalized : bool, default True
        Compare with the best that is possible, as the table shows.
    variant : {"wasserman-faust", "component", "freeman", "harmonic"}, default "wasserman-faust"
        What becomes of those who cannot be reached, as in `closeness`.

    Returns
    -------
    Series of float
        Index `actor` or `group`, name `twomode_closeness`; from 0 to 1 if normalized.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    Who belongs nowhere has 0. In a connected network all variants but "harmonic" are the closeness of Borgatti and
    Everett (1997) and equal `networkx.bipartite.closeness_centrality`. In a disconnected one, networkx compares the
    distances within a component with the best of the whole network, so that its values can exceed 1; ours cannot.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks, 19, 243-269.
    doi:10.1016/S0378-8733(96)00301-2
    Faust, K. (1997). Centrality in affiliation networks. Social Networks, 19, 157-191.
    doi:10.1016/S0378-8733(96)00300-0

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.centrality import twomode_closeness
    >>> twomode_closeness(sc.load_dataset("davis")).nlargest(3).round(4)
    actor
    Evelyn     0.8
    Theresa    0.8
    Nora       0.8
    Name: twomode_closeness, dtype: float64
    """
    two = incidence(cluster, layer, mode)
    values = _closeness(kernel.reached(two.matrix), two.shape, variant, normalized=normalized)
    return two.series(values, "twomode_closeness")


@checked
def twomode_betweenness(
    cluster: Any, /, *, layer: str | None = None, mode: Mode = "actors", normalized: bool = True
) -> pd.Series[Any]:
    r"""How often does an actor (or group) lie on the shortest paths between others, of both modes?

    .. math:: C_B(v) = \frac{1}{D} \sum_{s < t} \frac{\sigma_{st}(v)}{\sigma_{st}}

    over all pairs s, t of actors and groups. D is the most that a member of this mode can have, given how many actors
    and groups there are: it then belongs to all groups, and all others belong to one group each.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, paths run over all.
    mode : {"actors", "groups"}, default "actors"
        Whose betweenness.
    normalized : bool, default True
        Divide by D; if not, D = 1.

    Returns
    -------
    Series of float
        Index `actor` or `group`, name `twomode_betweenness`; from 0 to 1, or in pairs if not normalized.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    Every pair counts once, whether two actors, two groups, or one of each. Who belongs nowhere, or to one group only,
    has 0. Normalized, the values are NaN where nobody can be between others (one actor, one group). Equals
    `networkx.bipartite.betweenness_centrality`; raw values equal igraph's on the two-mode graph.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks, 19, 243-269.
    doi:10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.centrality import twomode_betweenness
    >>> twomode_betweenness(sc.load_dataset("davis"), mode="groups").nlargest(3).round(4)
    group
    E8    0.2438
    E9    0.2255
    E7    0.1295
    Name: twomode_betweenness, dtype: float64
    """
    two = incidence(cluster, layer, mode)
    pairs = _igraph_betweenness(two.matrix)
    most = kernel.largest_betweenness(*two.shape) if two.shape[0] else 0.0
    return two.series(divided(pairs, most) if normalized else pairs, "twomode_betweenness")


@checked
def twomode_eigenvector(
    cluster: Any, /, *, layer: str | None = None, mode: Mode = "actors", normalized: bool = True
) -> pd.Series[Any]:
    r"""Is an actor in central groups, and does a group have central actors?

    Each is as central as those with whom it belongs together are, the actors a and the groups g alike:

    .. math:: \lambda a = B g, \qquad \lambda g = B^\top a

    so that a and g are the first singular vectors of the affiliations B.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; it needs groups.
    layer : str, optional
        One layer of affiliations; without it, an affiliation in any layer counts, and once.
    mode : {"actors", "groups"}, default "actors"
        Whose centrality.
    normalized : bool, default True
        Give each mode the length 1 (the squares of its values add up to 1), which is the most that a single member can
        reach. If not, both modes together have the length 1.

    Returns
    -------
    Series of float
        Index `actor` or `group`, name `twomode_eigenvector`; from 0 to 1, or to the root of 1/2 if not normalized.

    Raises
    ------
    InputError
        If the cluster has no groups.

    Notes
    -----
    In a cluster of several components, all outside the one with the largest singular value have 0. Where two components
    tie for it, and where nobody belongs anywhere, the measure is undefined: NaN for all. Weights do not count. Not
    normalized, it is the eigenvector centrality of networkx on the two-mode graph (igraph scales the maximum to 1);
    normalized, that of Borgatti and Everett (1997), who divide by the root of 1/2. It is also the eigenvector of the
    projection by counts that keeps its diagonal.

    References
    ----------
    Bonacich, P. (1991). Simultaneous group and individual centralities. Social Networks, 13, 155-168.
    doi:10.1016/0378-8733(91)90018-O
    Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks, 19, 243-269.
    doi:10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.centrality import twomode_eigenvector
    >>> twomode_eigenvector(sc.load_dataset("davis")).nlargest(3).round(4)
    actor
    Theresa    0.3706
    Evelyn     0.3347
    Brenda     0.3130
    Name: twomode_eigenvector, dtype: float64
    """
    two = incidence(cluster, layer, mode)
    vector = kernel.singular_vector(two.matrix)
    return two.series(vector if normalized else vector * np.sqrt(0.5), "twomode_eigenvector")


def _closeness(found: kernel.Reached, shape: tuple[int, int], variant: str, *, normalized: bool) -> Array:
    """Turn how many are reached, and how far they are, into the variant."""
    own, other = shape
    if variant == "harmonic":
        return found.inverse / (other + (own - 1) / 2) if normalized else found.inverse
    best = found.columns + 2 * found.rows if normalized else np.ones(own)
    near = np.divide(best, found.distance, out=np.zeros(own), where=found.distance > 0)
    if variant == "component":
        return near
    share = (found.rows + found.columns) / max(own + other - 1, 1)
    return near * share if variant == "wasserman-faust" else np.where(share == 1, near, 0.0)


def _igraph_betweenness(incidence: Matrix) -> Array:
    import igraph

    cells = incidence.tocoo()
    ends = np.column_stack([cells.row, cells.col + incidence.shape[0]])
    graph = igraph.Graph(n=sum(incidence.shape), edges=ends.tolist())
    pairs = np.array(graph.betweenness(), dtype=float)
    return pairs[: incidence.shape[0]]

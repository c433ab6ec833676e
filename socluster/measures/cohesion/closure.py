"""Closure: are ties returned, and are the partners of a partner partners too?"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.products import ones_like, product_at, row_sums
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.network import network

__all__ = ["closed_two_paths", "local_clustering", "reciprocity", "transitivity"]


@checked
def reciprocity(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["edgewise", "dyadic", "all"] = "edgewise"
) -> float:
    r"""How often is a tie reciprocated?

    With M pairs tied both ways (mutual), A tied one way (asymmetric) and N not tied (null):

    ========= =================== ================================= ==================================
    variant   value               reads as                          R's sna calls it
    ========= =================== ================================= ==================================
    edgewise  2 M / (2 M + A)     part of the ties                  edgewise
    dyadic    M / (M + A)         part of the tied pairs            dyadic.nonnull
    all       (M + N) / all       part of all pairs, null ones too  dyadic (its default)
    ========= =================== ================================= ==================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and one layer may return what another gives.
    variant : {"edgewise", "dyadic", "all"}, default "edgewise"
        The definition.

    Returns
    -------
    float
        From 0 (no tie is returned) to 1 (all are); NaN without ties, for "all" with fewer than 2 actors.

    Notes
    -----
    "edgewise" equals networkx, igraph's default and UCINET's arc-based reciprocity; "dyadic" UCINET's dyad-based one
    and igraph's mode "ratio". Undirected ties are returned by definition, so that all three are 1. A sparse cluster
    scores high on "all" merely by being sparse.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 13. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.closure import reciprocity
    >>> knoke = sc.load_dataset("knoke")
    >>> [round(reciprocity(knoke, layer="information", variant=v), 4) for v in ("edgewise", "dyadic", "all")]
    [0.6939, 0.5312, 0.6667]
    """
    net = network(cluster, layer)
    ties = ones_like(net.strength)
    mutual = int((ties * ties.T).sum()) // 2
    asymmetric = ties.nnz - 2 * mutual
    pairs = net.n * (net.n - 1) // 2
    part, whole = {
        "edgewise": (2 * mutual, ties.nnz),
        "dyadic": (mutual, mutual + asymmetric),
        "all": (pairs - asymmetric, pairs),
    }[variant]
    return part / whole if whole else float("nan")


@checked
def transitivity(
    cluster: Any, /, *, layer: str | None = None, variant: Literal["weak", "strong", "undirected"] = "weak"
) -> float:
    r"""How often is the partner of a partner a partner too?

    ========== ===========================================================================================
    variant    share of
    ========== ===========================================================================================
    weak       ordered triples with a -> b and b -> c that also have a -> c
    strong     all ordered triples in which a -> c is there exactly if both a -> b and b -> c are
    undirected two-paths a - b - c that are closed by a - c, ties taken whichever way they point
    ========== ===========================================================================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    variant : {"weak", "strong", "undirected"}, default "weak"
        The definition.

    Returns
    -------
    float
        From 0 to 1; NaN where there is no two-path, for "strong" with fewer than 3 actors.

    Notes
    -----
    "weak" and "strong" equal R's sna (which has 1 where nothing can be transitive); "undirected" equals networkx and
    igraph, on directed ties after `symmetrise()`. For undirected ties "weak" and "undirected" are the same; 1 less this
    is the intransitivity that UCINET reports. Strengths do not count.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 6. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.closure import transitivity
    >>> knoke = sc.load_dataset("knoke")
    >>> [round(transitivity(knoke, layer="information", variant=v), 4) for v in ("weak", "strong", "undirected")]
    [0.6728, 0.5597, 0.7581]
    """
    net = network(cluster, layer)
    ties = ones_like(underlying(net) if variant == "undirected" else net.strength)
    closed, two_paths = closed_two_paths(ties)
    if variant != "strong":
        return closed / two_paths if two_paths else float("nan")
    triples = net.n * (net.n - 1) * (net.n - 2)
    broken = (two_paths - closed) + (ties.nnz * (net.n - 2) - closed)  # a path without its tie, a tie without the path
    return 1 - broken / triples if triples else float("nan")


@checked
def local_clustering(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    variant: Literal["unweighted", "arcs", "barrat", "onnela"] = "unweighted",
) -> pd.Series[Any]:
    r"""What share of an actor's partners are tied to each other?

    With k partners of i, tied with strength w, and sums over ordered pairs of partners j, h that are tied themselves:

    .. math:: \text{unweighted: } \sum_{j, h} \frac{1}{k (k - 1)}, \quad
        \text{barrat: } \sum_{j, h} \frac{(w_{ij} + w_{ih}) / 2}{s_i (k - 1)}, \quad
        \text{onnela: } \sum_{j, h} \frac{(w_{ij} w_{ih} w_{jh})^{1/3}}{k (k - 1) \max w}

    and "arcs" the arcs from one partner to another over k (k - 1).

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    variant : {"unweighted", "arcs", "barrat", "onnela"}, default "unweighted"
        Count closed pairs of partners; or count the directed ties between partners, of which a pair can have two; or
        give those more weight to whom the actor is tied strongly (s_i is its strength, the ties between partners count
        by being there); or let all three ties of a triangle weigh, against the strongest tie of the cluster.

    Returns
    -------
    Series of float
        Index `actor`, name `local_clustering`; from 0 (an open star) to 1 (all partners are tied to each other).

    Notes
    -----
    Ties are taken whichever way they point, except by "arcs": a pair is tied if it is in either direction, with the
    strengths of both directions added up. "arcs" is the density among the partners, which are those tied in either
    direction; it is what ORA prints for directed ties (a mean of .607 for Knoke's information, where "unweighted" has
    .772), and the same as "unweighted" for undirected ones. With fewer than 2 partners it is NaN; networkx has 0 there.
    For undirected ties "unweighted" and "onnela" equal networkx, "unweighted" and "barrat" igraph. On directed ties
    networkx measures something else (Fagiolo's coefficient). The scale of the strengths does not matter.

    References
    ----------
    Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature, 393, 440-442.
    doi:10.1038/30918
    Barrat, A., Barthélemy, M., Pastor-Satorras, R. & Vespignani, A. (2004). The architecture of complex weighted
    networks. PNAS, 101, 3747-3752. doi:10.1073/pnas.0400087101
    Onnela, J.-P., Saramäki, J., Kertész, J. & Kaski, K. (2005). Intensity and coherence of motifs in weighted complex
    networks. Physical Review E, 71, 065103. doi:10.1103/PhysRevE.71.065103

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.closure import local_clustering
    >>> local_clustering(sc.load_dataset("kite")).head(4).round(4)
    actor
    0    0.6667
    1    0.6667
    2    1.0000
    3    0.5333
    Name: local_clustering, dtype: float64
    """
    net = network(cluster, layer)
    two_way = (net.strength + net.strength.T).tocsr()
    partners = np.diff(two_way.indptr)
    if variant == "barrat":
        return net.series(_share(_barrat(two_way), row_sums(two_way) * (partners - 1)), "local_clustering")
    if variant == "arcs":
        among_partners = product_at(ones_like(two_way), ones_like(net.strength), ones_like(two_way))
        return net.series(_share(row_sums(among_partners), partners * (partners - 1)), "local_clustering")
    intensity = two_way if variant == "onnela" else ones_like(two_way)
    return net.series(_share(_intensity(intensity), partners * (partners - 1)), "local_clustering")


def closed_two_paths(ties: Matrix) -> tuple[int, int]:
    """Count the two-paths a -> b -> c with a != c that have a -> c, and all of them; ties are ones."""
    back_and_forth = int((ties * ties.T).sum())
    two_paths = int(row_sums(ties.T.tocsr()) @ row_sums(ties)) - back_and_forth
    return int(product_at(ties, ties, ties).sum()), two_paths


def _barrat(two_way: Matrix) -> Array:
    """Sum (w_ij + w_ih) / 2 over the ordered pairs of tied partners; by symmetry that is w_ij alone."""
    ones = ones_like(two_way)
    return row_sums(product_at(ones, ones, two_way))


def _intensity(weights: Matrix) -> Array:
    """Sum the cube roots of the products of the three ties, as parts of the strongest tie."""
    roots = weights.astype(float)
    roots.data = np.cbrt(roots.data / roots.data.max(initial=0.0))
    return row_sums(product_at(roots, roots, roots))


def _share(part: Array, whole: Array) -> Array:
    share: Array = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return share

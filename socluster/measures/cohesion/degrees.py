"""Cohesion seen from the degrees: how many are chosen how often, and whether like degrees are tied."""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.measures.shared.direction import Direction, partner_ties
from socluster.measures.shared.network import network

__all__ = ["degree_correlation", "h_index"]


@checked
def h_index(cluster: Any, /, *, layer: str | None = None, direction: Direction = "in") -> int:
    r"""What is the largest h such that h actors have at least h partners?

    A star has 1, whatever its size: many partners of one actor do not raise it. It is high where many have many.

    .. math:: h = \max \{ h : |\{ i : k_i \ge h \}| \ge h \}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a partner tied in several layers counts once.
    direction : {"in", "out", "all"}, default "in"
        Which partners k counts: from whom ties run to the actor ("in"), to whom they run ("out"), or both, a mutual
        partner being one partner ("all"). Undirected ties are the same in each.

    Returns
    -------
    int
        From 0 (no ties) to n - 1 (all tied to all); 0 if there are no actors.

    Notes
    -----
    Strengths do not count. By incoming ties it is the "Indeg H-Index" of UCINET 6.849.

    References
    ----------
    Hirsch, J. E. (2005). An index to quantify an individual's scientific research output. PNAS, 102, 16569-16572.
    doi:10.1073/pnas.0507655102
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 9. Sage.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.degrees import h_index
    >>> h_index(sc.load_dataset("knoke"), layer="information")
    5
    """
    net = network(cluster, layer)
    falling = np.sort(_degrees(partner_ties(net, direction, weighted=False)))[::-1]
    return int(np.count_nonzero(falling >= np.arange(1, net.n + 1)))


@checked
def degree_correlation(cluster: Any, /, *, layer: str | None = None, direction: Direction = "in") -> float:
    r"""Are actors tied to others who have about as many partners?

    Over all ordered pairs, the tie (1 or 0) is correlated with how different the degrees of its two ends are. A
    negative value means that ties join actors with similar degrees.

    .. math:: \operatorname{cor}_{i \ne j} \big( x_{ij}, |k_i - k_j| \big)

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a partner tied in several layers counts once.
    direction : {"in", "out", "all"}, default "in"
        Which partners k counts: from whom ties run to the actor ("in"), to whom they run ("out"), or both, a mutual
        partner being one partner ("all"). Undirected ties are the same in each.

    Returns
    -------
    float
        From -1 (ties where degrees are alike) to 1 (ties where they are not). NaN where all pairs are tied alike, or
        where all differ by the same: if everybody has the same degree, or there are fewer than 3 actors.

    Notes
    -----
    Strengths do not count. It is the "Indeg Corr" and "Outdeg Corr" of UCINET 6.849. The degree assortativity of
    Newman looks at tied pairs only, and has the other sign:
    ``numeric_assortativity(cluster, values=degree(cluster))``.

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 9. Sage.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.degrees import degree_correlation
    >>> round(degree_correlation(sc.load_dataset("karate")), 4)
    0.407
    """
    net = network(cluster, layer)
    degrees = _degrees(partner_ties(net, direction, weighted=False))
    ties = net.binary.tocoo()
    apart = abs(degrees[ties.row] - degrees[ties.col])
    pairs = net.n * (net.n - 1)
    total, squares = _differences(degrees), 2 * (net.n * (degrees**2).sum() - degrees.sum() ** 2)
    # whole numbers, so that "all alike" is exactly 0
    tie_spread = ties.nnz * (pairs - ties.nnz)
    spread = pairs * squares - total**2
    if not tie_spread or not spread:
        return float("nan")
    together = int(pairs * apart.sum() - ties.nnz * total)
    return float(together / (np.sqrt(float(tie_spread)) * np.sqrt(float(spread))))


def _degrees(partners: Any) -> Array:
    degrees: Array = np.diff(partners.indptr).astype(np.int64)
    return degrees


def _differences(degrees: Array) -> int:
    """Add up |k_i - k_j| over all ordered pairs, in the time that sorting takes."""
    rising = np.sort(degrees)
    n = len(rising)
    return int(2 * (rising * (2 * np.arange(n) - n + 1)).sum())

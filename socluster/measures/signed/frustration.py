"""Frustration: how far positive and negative ties are from falling into two sides."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.measures.signed.layers import signed
from socluster.words import counted, later, number

__all__ = ["frustration"]

NODES = 20_000  # of the search tree, after which no optimum is claimed


def frustration(cluster: Any, /, *, positive: str, negative: str, normalized: bool = True) -> float:
    r"""How many ties stand in the way of two sides?

    The fewest ties whose loss would leave two sides with positive ties inside and negative ties between: the line index
    of balance. It looks at circles of any length.

    .. math:: L = \min_s \sum_{ij \in P} [s_i \ne s_j] + \sum_{ij \in N} [s_i = s_j]

    over all ways s to divide the actors into two sides.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    positive : str
        The layer of positive ties: trust, support, alliance.
    negative : str
        The layer of negative ties: distrust, obstruction, opposition.
    normalized : bool, default True
        Divide by the number of tied pairs. If not, L itself.

    Returns
    -------
    float
        From 0 (balanced) to at most 1/2, or in pairs if not normalized. Normalized, NaN without ties.

    Raises
    ------
    InputError
        If there is no such layer, both are the same, or the fewest could not be proven within 20 000 steps of search.

    Notes
    -----
    The value is exact: scipy's mixed-integer solver (HiGHS) proves it. Clusters of some dozens of actors take seconds;
    the problem is hard in general. A pair counts once for each sign that it has, whichever way its ties run, so that an
    ambivalent pair counts twice among the pairs and once in L. Strengths do not count. Equals R's signnet
    (frustration_exact, not normalized).

    References
    ----------
    Cartwright, D. & Harary, F. (1956). Structural balance: a generalization of Heider's theory. Psychological Review,
    63, 277-293. doi:10.1037/h0046049
    Aref, S., Mason, A. J. & Wilson, M. C. (2020). A modeling and computational study of the frustration index in signed
    networks. Networks, 75, 95-110. doi:10.1002/net.21907

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> ties = [["a", "b", "trust"], ["b", "c", "trust"], ["a", "c", "distrust"]]
    >>> ties = pd.DataFrame(ties, columns=["source", "target", "layer"])
    >>> rated = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties)
    >>> frustration(rated, positive="trust", negative="distrust", normalized=False)
    1.0
    """
    net = signed(cluster, positive, negative)
    liked, disliked = (sparse.triu(ties).tocoo() for ties in net.seen("all"))
    pairs = liked.nnz + disliked.nnz
    if not pairs:
        return float("nan") if normalized else 0.0
    fewest = _fewest_frustrated(net.n, (liked.row, liked.col), (disliked.row, disliked.col))
    return fewest / pairs if normalized else float(fewest)


def _fewest_frustrated(n: int, liked: tuple[Array, Array], disliked: tuple[Array, Array]) -> int:
    """Return the fewest frustrated pairs: x_i = side of i, f = 1 where a pair is on the wrong sides.

    A positive pair needs f >= x_i - x_j and f >= x_j - x_i, a negative one f >= x_i + x_j - 1 and f >= 1 - x_i - x_j.
    """
    pairs, rows, lower = len(liked[0]) + len(disliked[0]), [], []
    for offset, (first, second), together in ((0, liked, -1.0), (len(liked[0]), disliked, 1.0)):
        for sign in (1.0, -1.0):
            k, size = np.arange(len(first)), len(first)
            cells = np.r_[np.full(size, -sign), np.full(size, -sign * together), np.ones(size)]
            places = (np.r_[k, k, k], np.r_[first, second, n + offset + k])
            rows.append(sparse.csr_array((cells, places), shape=(size, n + pairs)))
            lower.append(np.full(size, -sign if together > 0 else 0.0))
    found = milp(
        np.r_[np.zeros(n), np.ones(pairs)],
        integrality=np.r_[np.ones(n), np.zeros(pairs)],
        bounds=Bounds(0, np.r_[0.0, np.ones(n + pairs - 1)]),  # whichever side the first is on
        constraints=LinearConstraint(sparse.vstack(rows).tocsc(), np.concatenate(lower), np.inf),
        options={"node_limit": NODES, "mip_rel_gap": 0.0},
    )
    if found.status != 0:
        raise InputError(
            "the fewest ties out of balance among {pairs} could not be proven in {steps} steps of search; measure a "
            "part of the cluster, or ask for structural_balance, which looks at triangles",
            {"pairs": counted("{n} pair", "{n} pairs", pairs, context="among"), "steps": later(number, NODES)},
        )
    return round(float(found.fun))

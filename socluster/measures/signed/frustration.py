"""Frustration: how far positive and negative ties are from falling into two sides."""

from __future__ import annotations

from typing import Any

from scipy import sparse

from socluster._kernels.groups.frustration import fewest_frustrated
from socluster.core.checked import checked
from socluster.core.errors import InputError
from socluster.measures.signed.layers import signed
from socluster.words import counted, later, number

__all__ = ["frustration"]

STEPS = 2_000  # of the search tree, after which no optimum is claimed: a minute or some


@checked
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
        If there is no such layer, both are the same, or the fewest could not be proven within 2 000 steps of search.

    Notes
    -----
    The value is exact: scipy's mixed-integer solver (HiGHS) proves it. Some dozens of actors take seconds, more if they
    are far from balance; the problem is hard in general. A pair counts once for each sign that it has, whichever way
    its ties run, so that an ambivalent pair counts twice among the pairs and once in L. Strengths do not count. Equals
    R's signnet (frustration_exact, not normalized).

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
    fewest = fewest_frustrated(net.n, (liked.row, liked.col), (disliked.row, disliked.col), most_steps=STEPS)
    if fewest is None:
        raise InputError(
            "the fewest ties out of balance among {pairs} could not be proven in {steps} steps of search; measure a "
            "part of the cluster, or ask for structural_balance, which looks at triangles",
            {"pairs": counted("{n} pair", "{n} pairs", pairs, context="among"), "steps": later(number, STEPS)},
        )
    return fewest / pairs if normalized else float(fewest)

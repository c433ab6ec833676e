"""PN centrality: positive and negative ties in one number."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.spectra.perron import solve
from socluster.core.checked import checked
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.signed.layers import signed

__all__ = ["pn_centrality"]


@checked
def pn_centrality(cluster: Any, /, *, positive: str, negative: str, direction: Direction = "all") -> pd.Series[Any]:
    r"""How central is an actor if negative ties take away from it?

    A positive tie with an actor who is well placed itself raises the value, a negative one lowers it; so an enemy's
    enemy helps. Without any negative tie it orders actors much as `degree` and `katz` do.

    .. math:: x = \Big( I - \frac{1}{2(n - 1)} A \Big)^{-1} \mathbf{1}, \qquad A = P - 2 N

    with P and N ones for positive and for negative ties. Along directed ties, with f = 1 / (2(n - 1)),

    .. math:: x_{out} = (I - f^2 A A^T)^{-1} (I + f A) \mathbf{1}, \qquad
        x_{in} = (I - f^2 A^T A)^{-1} (I + f A^T) \mathbf{1}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    positive : str
        The layer of positive ties: trust, support, alliance.
    negative : str
        The layer of negative ties: distrust, obstruction, opposition.
    direction : {"all", "out", "in"}, default "all"
        Ties whichever way they run ("all"), those that the actor sends, weighed by how their targets are received
        ("out"), or those that it receives, weighed by how their sources send ("in").

    Returns
    -------
    Series of float
        Index `actor`, name `pn_centrality`; 1 for an isolate, above 1 where positive ties prevail, below where negative
        ones do; mostly from 0 to 2.

    Raises
    ------
    InputError
        If there is no such layer, or both are the same.

    Notes
    -----
    A negative tie weighs twice a positive one, so that a pair that is tied both ways counts as -1. If everybody is tied
    negatively to everybody (with direction "all": in a pair), the system has no solution, and the values are NaN.
    Strengths do not count. "all" equals UCINET's PN centrality (6.849, which makes directed ties symmetric), and all
    three R's signnet (pn_index).

    References
    ----------
    Everett, M. G. & Borgatti, S. P. (2014). Networks containing negative ties. Social Networks, 38, 111-120.
    doi:10.1016/j.socnet.2014.03.005

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> ties = pd.DataFrame([["a", "b", "trust"], ["a", "c", "distrust"]], columns=["source", "target", "layer"])
    >>> rated = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties)
    >>> pn_centrality(rated, positive="trust", negative="distrust").round(3)
    actor
    a    1.091
    b    1.273
    c    0.455
    Name: pn_centrality, dtype: float64
    """
    check_direction(direction)
    net = signed(cluster, positive, negative)
    liked, disliked = net.seen("all" if direction == "all" else "out")
    ties = (liked - 2 * disliked).tocsr()
    factor = 1 / (2 * max(net.n - 1, 1))
    all_against_all = net.n > 1 and disliked.nnz == net.n * (net.n - 1) and not liked.nnz
    if all_against_all and (direction != "all" or net.n == 2):
        return net.positive.series(np.full(net.n, np.nan), "pn_centrality")
    if direction == "all":
        return net.positive.series(solve(ties, factor, np.ones(net.n)), "pn_centrality")
    both_roles = sparse.block_array([[None, ties], [ties.T, None]], format="csr")  # as sender, as receiver
    sent, received = np.split(solve(both_roles, factor, np.ones(2 * net.n)), 2)
    return net.positive.series(sent if direction == "out" else received, "pn_centrality")

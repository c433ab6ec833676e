"""Regular equivalence: which actors play the same role, tied to alike others rather than to the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from socluster._kernels.groups.roles import rege as regular_similarity
from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.measures.shared.layer_views import layer_matrices
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["rege"]

MOST_ROUNDS = 10_000


@checked
def rege(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    iterations: int = 3,
    weighted: bool = True,
    geodesics: bool = False,
) -> pd.DataFrame:
    r"""Which actors play the same role: tied in the same way to others in the same role?

    Two municipalities, each with day centres of its own, need no common partner to be alike. Every tie of one actor is
    matched with the tie of the other that is most like it in strength and in whom it leads to; how alike these are was
    found out in the round before.

    .. math:: E^{(t+1)}_{ij} = \frac{\sum_k \max_m E^{(t)}_{km} M_{ik,jm} + \sum_m \max_k E^{(t)}_{km} M_{ik,jm}}
        {\sum_k (z_{ik} + z_{ki}) + \sum_m (z_{jm} + z_{mj})}, \qquad
        M_{ik,jm} = \min(z_{ik}, z_{jm}) + \min(z_{ki}, z_{mj})

    Several layers add up in M and in the divisor, so that a match must hold in all of them at once.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it all layers, side by side.
    iterations : int, default 3
        Number of rounds, up to 10,000; 3 is the custom. More tell actors further apart.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.
    geodesics : bool, default False
        Take z as the distance in steps instead (of which unreachable pairs have as many as there are actors). Then
        undirected ties without strengths tell something too.

    Returns
    -------
    DataFrame
        Actors x actors, symmetric; from 0 (nothing alike) to 1 (regularly equivalent).

    Notes
    -----
    All actors with ties start as alike. Actors with and without ties have 0, two isolates 1. **Undirected ties without
    strengths give 1 for all actors with ties**, since any tie matches any; so do directed ones where everybody has a
    mutual tie. This is no fault: in such a cluster all are regularly equivalent. Use strengths, `geodesics`, or several
    layers. Equals UCINET's REGE and REGE.for of R's blockmodeling (White and Reitz's algorithm as White programmed it);
    the form in Borgatti & Everett (1993), REGE.FC there, has another divisor. It takes time: the square of the number
    of ties in every round, or the fourth power of the number of actors with `geodesics`.

    References
    ----------
    White, D. R. & Reitz, K. P. (1983). Graph and semigroup homomorphisms on networks of relations. Social Networks, 5,
    193-234. doi:10.1016/0378-8733(83)90025-4
    Borgatti, S. P. & Everett, M. G. (1993). Two algorithms for computing regular equivalence. Social Networks, 15,
    361-376. doi:10.1016/0378-8733(93)90012-A

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.roles.regular_equivalence import rege
    >>> rege(sc.load_dataset("knoke"), layer="money").loc["COUN", ["EDUC", "INDU", "NEWS"]].round(3)
    actor
    EDUC    0.502
    INDU    0.983
    NEWS    0.836
    Name: COUN, dtype: float64
    """
    iterations = positive_integer("iterations", iterations, most=MOST_ROUNDS)
    net = network(cluster, layer)
    refuse_without_room("rege", net.n)
    matrices = layer_matrices(net, layer, weighted=weighted)
    if geodesics:
        matrices = [_steps(matrix) for matrix in matrices]
    return pd.DataFrame(regular_similarity(matrices, iterations), index=net.cluster.index, columns=net.cluster.index)


def _steps(matrix: Array) -> Array:
    """Return the distance in steps from row to column; as many as there are actors where there is no path."""
    if not len(matrix):
        return matrix
    distance: Array = csgraph.shortest_path(matrix > 0, method="D", unweighted=True)
    return np.where(np.isinf(distance), float(len(matrix)), distance)

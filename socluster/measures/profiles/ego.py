"""The profile of everybody's surroundings: what the ego network of every actor looks like, in one table."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csgraph

from socluster._kernels.paths.distances import distance_sums
from socluster._kernels.products import ones_like
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.brokerage.ego_betweenness import between_partners
from socluster.measures.shared.direction import Direction, partner_ties
from socluster.measures.shared.kept import graph_of
from socluster.measures.shared.network import network

__all__ = ["ego_profile"]

# Column -> whether it is a whole number that everybody has.
_COLUMNS = {
    "size": True,
    "ties": True,
    "pairs": True,
    "density": False,
    "average_distance": False,
    "compactness": False,
    "diameter": False,
    "components": True,
    "component_ratio": False,
    "two_step_reach": True,
    "two_step_share": False,
    "reach_efficiency": False,
    "brokers": False,
    "normalized_brokers": False,
    "ego_betweenness": False,
    "normalized_ego_betweenness": False,
}


@checked
def ego_profile(cluster: Any, /, *, layer: str | None = None, direction: Direction = "all") -> pd.DataFrame:
    r"""What do the surroundings of every actor look like?

    The partners of an actor and the ties among them, without the actor itself: how many, how dense, how far apart, in
    how many pieces; whom the actor reaches through them; and between how many of them it lies.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    direction : {"all", "out", "in"}, default "all"
        Who is a partner: those to whom the actor's ties run ("out"), those from whom ties run to it ("in"), or both
        ("all"). Undirected ties are the same in each.

    Returns
    -------
    DataFrame
        One row per actor, index `actor`. Pairs are ordered if ties are directed, and count once if not. Columns:

        * size: partners, k.
        * ties, pairs: ties among the partners, and how many there could be; density: the one over the other.
        * average_distance, diameter: steps between partners, along paths among the partners; NaN if some pair of them
          has no such path. compactness: the mean of 1 / distance, 0 without a path.
        * components: pieces into which the partners fall without the actor, c, ties taken whichever way they point;
          component_ratio: (c - 1) / (k - 1).
        * two_step_reach: others within two steps of the actor; two_step_share: over n - 1.
        * reach_efficiency: two_step_reach over what it could be if no two partners had a partner in common: k and all
          other partners of the partners.
        * brokers: pairs of partners who are not tied, a pair tied one way counting half; normalized_brokers: over all
          k (k - 1) / 2 pairs.
        * ego_betweenness: betweenness of the actor in the network of itself and its partners; normalized: over pairs.

        Shares lie between 0 and 1. Without partners, whole numbers and brokers are 0 and shares NaN; with one partner,
        whatever needs a pair is NaN, and ego_betweenness 0.

    Notes
    -----
    Strengths do not count. The columns are those of UCINET 6.849, Network > Ego networks > Egonet basic measures, with
    shares where UCINET prints percent, and the average distance of older versions beside the mean of 1 / distance
    ("AvgRecipDist"). nClosed equals ties. Where ties are undirected, UCINET counts ties and pairs twice. With "out" and
    "in" both steps follow the direction; UCINET lets the second step run either way, so that its two-step reach can be
    larger. Ego betweenness counts paths of any length inside the ego network, all ties among the partners included:
    ``ego_betweenness(cluster, variant="paths")``, if all partners count.

    References
    ----------
    Everett, M. & Borgatti, S. P. (2005). Ego network betweenness. Social Networks, 27, 31-38.
    doi:10.1016/j.socnet.2004.11.007
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 15. Sage.

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.ego_profile(sc.load_dataset("knoke"), layer="information", direction="out")
    >>> found.loc["COUN", ["size", "ties", "pairs", "average_distance", "diameter", "brokers"]].round(3).tolist()
    [4.0, 11.0, 12.0, 1.083, 2.0, 0.5]
    """
    net = network(cluster, layer)
    walked = partner_ties(net, direction, weighted=False)
    ties = ones_like(net.strength)
    within_two = _within_two_steps(walked)
    rows = np.full((net.n, len(_COLUMNS)), np.nan)
    for ego in range(net.n):
        partners = walked.indices[walked.indptr[ego] : walked.indptr[ego + 1]]
        further = int((np.diff(walked.indptr)[partners] - _has(walked, partners, ego)).sum())
        between = between_partners(graph_of(net), ego, partners.tolist())
        rows[ego] = _row(ties, partners, between, directed=net.directed, reach=(int(within_two[ego]), further, net.n))
    table = pd.DataFrame(rows, index=net.cluster.index, columns=list(_COLUMNS))
    return table.astype({column: np.int64 for column, is_whole in _COLUMNS.items() if is_whole})


def _within_two_steps(walked: Matrix) -> Array:
    """Return how many others everybody reaches in at most two steps."""
    found = (walked + walked @ walked).tocsr()
    found.setdiag(0)
    reached: Array = np.asarray((found > 0).sum(axis=1)).ravel()
    return reached


def _has(walked: Matrix, partners: Array, ego: int) -> Array:
    """Return which of the partners have the actor as a partner."""
    back: Array = walked[partners][:, [ego]].toarray().ravel() > 0
    return back


def _row(ties: Matrix, partners: Array, between: float, *, directed: bool, reach: tuple[int, int, int]) -> list[float]:
    """Return the numbers of one actor, in the order of the columns."""
    two_step_reach, further, n = reach
    size = len(partners)
    among = ties[partners][:, partners].tocsr()
    pairs = size * (size - 1)
    mean, inverse, longest = _distances(among, pairs)
    components = csgraph.connected_components(among, connection="weak")[0] if size else 0
    once = 1 if directed else 2
    return [
        size,
        among.nnz // once,
        pairs // once,
        _over(among.nnz, pairs),
        mean,
        inverse,
        longest,
        components,
        _over(components - 1, size - 1),
        two_step_reach,
        _over(two_step_reach, n - 1) if size else float("nan"),
        _over(two_step_reach, size + further),
        (pairs - among.nnz) / 2,
        _over(pairs - among.nnz, pairs),
        between,
        _over(between * once, pairs),
    ]


def _distances(among: Matrix, pairs: int) -> tuple[float, float, float]:
    """Return mean distance and largest distance of the partners, NaN without a path, and the mean of 1 / distance."""
    if not pairs:
        return float("nan"), float("nan"), float("nan")
    steps = distance_sums(among, directed=True)
    inverse = float(steps.inverse.sum() / pairs)
    if int(steps.reached.sum()) < pairs:
        return float("nan"), inverse, float("nan")
    return float(steps.total.sum() / pairs), inverse, float(steps.farthest.max())


def _over(part: float, whole: float) -> float:
    return part / whole if whole > 0 else float("nan")

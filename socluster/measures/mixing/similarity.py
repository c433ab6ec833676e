"""Similarity in numbers: are actors tied to others with about the same staff, budget or rating?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.products import ones_like
from socluster._kernels.scaling import at_most_one
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, partner_ties
from socluster.measures.shared.grouping import numbers
from socluster.measures.shared.network import network

__all__ = ["ego_alter_similarity"]


@checked
def ego_alter_similarity(
    cluster: Any,
    /,
    *,
    values: Any,
    layer: str | None = None,
    direction: Direction = "out",
    weighted: bool = True,
) -> pd.DataFrame:
    r"""Is an actor tied to others whose number is like its own?

    The number of the actor beside those of its partners, and whether it is tied the more strongly the nearer the other
    is in that number:

    .. math:: r_i = \operatorname{cor}_{j \ne i} \big( z_{ij}, -|v_i - v_j| \big)

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    values : str or Series
        A column of numbers of the actors, or a Series indexed by actor, such as another measure. Every actor needs one.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    direction : {"out", "in", "all"}, default "out"
        Partners to whom ties run ("out"), from whom they run ("in"), or both, their strengths added up ("all").
    weighted : bool, default True
        Take z, and the weight of a partner in the means, as the strength of the tie; if False, as 1 for every tie.

    Returns
    -------
    DataFrame
        One row per actor, index `actor`. Columns: partners (whole number); own, the actor's number; mean, that of its
        partners; difference, mean less own; absolute_difference, the mean of the partners' distances from own;
        similarity, r from -1 (tied to those who differ most) to 1. Without partners all but own are NaN, and
        similarity also where the actor is tied to all others alike, or they all differ from it by the same.

    Notes
    -----
    UCINET 6.849 (Network > Ego networks > Ego-alter similarity > Continuous) prints similarity as "-AbsDiff", which is
    its default; its other choices, as Zegers' coefficient of identity, are not offered. `numeric_assortativity` and
    `autocorrelation` have one number for the whole.

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 15. Sage.

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.ego_alter_similarity(sc.load_dataset("knoke"), values="rating", layer="information", weighted=False)
    >>> found.head(2).round(2)
           partners   own  mean  difference  absolute_difference  similarity
    actor
    COUN          4  5.8  5.67       -0.13                 0.47        0.46
    COMM          7  5.8  5.53       -0.27                 0.50        0.90
    """
    net = network(cluster, layer)
    read = numbers(net.cluster, values)
    ties = at_most_one(partner_ties(net, direction, weighted=True))  # only shares of the strengths count
    if not weighted:
        ties = ones_like(ties)
    rows = [_row(ties, ego, read) for ego in range(net.n)]
    columns = ["partners", "own", "mean", "difference", "absolute_difference", "similarity"]
    table = pd.DataFrame(np.array(rows).reshape(net.n, len(columns)), index=net.cluster.index, columns=columns)
    return table.astype({"partners": np.int64})


def _row(ties: Matrix, ego: int, values: Array) -> list[float]:
    """Return the numbers of one actor, in the order of the columns."""
    cells = slice(ties.indptr[ego], ties.indptr[ego + 1])
    partners, strength = ties.indices[cells], ties.data[cells]
    if not len(partners):
        return [0, values[ego], *[float("nan")] * 4]
    distances = abs(values - values[ego])
    mean = float(np.average(values[partners], weights=strength))
    to_all = np.zeros(len(values))
    to_all[partners] = strength
    others = np.arange(len(values)) != ego
    return [
        len(partners),
        values[ego],
        mean,
        mean - values[ego],
        float(np.average(distances[partners], weights=strength)),
        _correlation(to_all[others], -distances[others]),
    ]


def _correlation(one: Array, other: Array) -> float:
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])

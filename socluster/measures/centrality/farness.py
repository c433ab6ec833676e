"""Farness: how far all others are from an actor, the number that closeness turns round."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.measures.centrality.missing import MissingDistance, check_missing, total_distance
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.lengths import Cost
from socluster.measures.shared.network import network

__all__ = ["farness"]


@checked
def farness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
    missing: MissingDistance = None,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How far are all others from an actor?

    The mean distance to the others, or the sum of the distances. Unlike most centralities, a *low* value is central
    here. What somebody out of reach counts has to be said.

    .. math:: F(i) = \frac{1}{n - 1} \sum_{j \ne i} d_{ij}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Distances from the actor to the others, from the others to it, or along ties whichever way they run.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    missing : {None, "n", "longest+1", "mean", "zero"}, default None
        What stands in place of a distance where there is no path: nothing, so that the value is NaN; the number of
        actors; one more than the longest distance of the whole cluster; the mean of all distances that there are; or 0.
    normalized : bool, default True
        Divide by n - 1, which makes it the mean distance. If not, the sum.

    Returns
    -------
    Series of float
        Index `actor`, name `farness`; in steps, from 1 (tied to everybody), or from n - 1 if not normalized; lower with
        `missing="zero"`.

    Raises
    ------
    InputError
        If the rule names a number of steps and `cost` another unit.

    Notes
    -----
    Of a single actor, the sum of the distances is 0 whatever the rule, as there is nobody out of reach; normalized, the
    value is NaN. With "mean" and "longest+1", everybody has NaN if nobody reaches
    anybody. "zero" makes an isolate the nearest of all; it is here because UCINET offers it. The Closeness that UCINET
    6.849 prints among its multiple centrality measures is the sum (normalized=False), with "n" unless another rule is
    chosen (there: n, max + 1, average, zero), and normalized there, n - 1 over that sum, which is `closeness` with
    variant "freeman".

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks, 1, 215-239.
    doi:10.1016/0378-8733(78)90021-7

    Examples
    --------
    >>> import socluster as sc
    >>> farness(sc.load_dataset("florentine"), layer="marriage", missing="n", normalized=False).nsmallest(3)
    actor
    Medici       41.0
    Ridolfi      44.0
    Albizzi      45.0
    Name: farness, dtype: float64
    """
    check_direction(direction)
    check_missing(missing, cost)
    net = network(cluster, layer)
    total = total_distance(net, cost=cost, direction=direction, missing=missing)
    if not normalized:
        return net.series(total, "farness")
    return net.series(total / (net.n - 1) if net.n > 1 else np.full(net.n, np.nan), "farness")

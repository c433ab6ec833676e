"""Closeness: how near all others are to an actor, in the four definitions that packages use."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import choice
from socluster.core.columns import Array
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.kept import reach_of
from socluster.measures.shared.lengths import Cost
from socluster.measures.shared.network import network

__all__ = ["VARIANTS", "ClosenessVariant", "closeness", "of_distances"]

ClosenessVariant: TypeAlias = Literal["wasserman-faust", "component", "freeman", "harmonic"]

VARIANTS = ("wasserman-faust", "component", "freeman", "harmonic")


def closeness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
    normalized: bool = True,
    variant: ClosenessVariant = "wasserman-faust",
) -> pd.Series[Any]:
    r"""How close is an actor to all others?

    An actor near to all reaches them, or is reached, through few others. The definitions differ in what becomes of
    others who cannot be reached. With r others reached, at distances d, among n actors:

    ================= ======================== ==================== ===========================================
    variant           normalized               not normalized       equals (normalized)
    ================= ======================== ==================== ===========================================
    wasserman-faust   r / (n-1) * r / sum(d)   r / (n-1) / sum(d)   networkx (with direction "in" its default)
    component         r / sum(d)               1 / sum(d)           igraph (which has NaN for an isolate)
    freeman           (n-1) / sum(d)           1 / sum(d)           R's sna; 0 unless all others are reached
    harmonic          sum(1/d) / (n-1)         sum(1/d)             igraph's harmonic; R's sna with "suminvdir"
    ================= ======================== ==================== ===========================================

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
    normalized : bool, default True
        Multiply (harmonic: divide) by the number of others, as the table shows.
    variant : {"wasserman-faust", "component", "freeman", "harmonic"}, default "wasserman-faust"
        The definition.

    Returns
    -------
    Series of float
        Index `actor`, name `closeness`; from 0 to 1 if normalized and counted in steps.

    Notes
    -----
    Who reaches nobody has 0. Normalized, the value of a single actor is NaN. In a connected network all variants but
    harmonic agree. "component" makes an actor in a pair as central as can be, so do not compare it across components.
    networkx measures inward by default. With `cost`, the unit is that of 1 / length and values can exceed 1.

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks, 1, 215-239.
    doi:10.1016/0378-8733(78)90021-7
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, p. 201. Cambridge University Press.
    doi:10.1017/CBO9780511815478
    Marchiori, M. & Latora, V. (2000). Harmony in the small-world. Physica A, 285, 539-546.
    doi:10.1016/S0378-4371(00)00311-3

    Examples
    --------
    >>> import socluster as sc
    >>> sc.closeness(sc.load_dataset("kite")).nlargest(3).round(4)
    actor
    5    0.6429
    6    0.6429
    3    0.6000
    Name: closeness, dtype: float64
    """
    check_direction(direction)
    choice("variant", variant, VARIANTS)
    net = network(cluster, layer)
    values = of_distances(*reach_of(net, cost=cost, direction=direction), variant, normalized=normalized)
    return net.series(values, "closeness")


def of_distances(reached: Array, total: Array, inverse: Array, variant: str, *, normalized: bool) -> Array:
    """Turn how many are reached, and how far they are, into the variant."""
    others = len(reached) - 1
    if normalized and others < 1:
        return np.full(len(reached), np.nan)
    if variant == "harmonic":
        return inverse / others if normalized else inverse
    near = np.divide(reached if normalized else 1.0, total, out=np.zeros_like(total), where=total > 0)
    if variant == "component":
        return near
    share = reached / max(others, 1)
    return near * share if variant == "wasserman-faust" else np.where(share == 1, near, 0.0)

"""Closeness: how near all others are to an actor, in the definitions that packages use."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.measures.centrality.missing import MissingDistance, check_missing, total_distance
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.kept import reach_of, steps_of
from socluster.measures.shared.lengths import Cost
from socluster.measures.shared.network import Network, network

__all__ = ["VARIANTS", "ClosenessVariant", "ReachVariant", "closeness", "of_distances"]

ReachVariant: TypeAlias = Literal["wasserman-faust", "component", "freeman", "harmonic"]
ClosenessVariant: TypeAlias = Literal[ReachVariant, "valente-foreman"]

VARIANTS = ("wasserman-faust", "component", "freeman", "harmonic")  # of how many are reached, and how far


@checked
def closeness(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
    normalized: bool = True,
    variant: ClosenessVariant = "wasserman-faust",
    missing: MissingDistance = None,
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
    valente-foreman   sum(D+1-d) / D (n-1)     sum(D+1-d) / (n-1)   UCINET's ValClo
    ================= ======================== ==================== ===========================================

    with D the longest distance of the whole cluster.

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
    variant : {"wasserman-faust", "component", "freeman", "harmonic", "valente-foreman"}, default "wasserman-faust"
        The definition.
    missing : {None, "n", "longest+1", "mean", "zero"}, default None
        For "freeman" only: what stands in place of a distance where there is no path. The number of actors, one more
        than the longest distance of the whole cluster, the mean of all distances that there are, or 0.

    Returns
    -------
    Series of float
        Index `actor`, name `closeness`; from 0 to 1 if normalized and counted in steps (with `missing="zero"`
        more is possible).

    Raises
    ------
    InputError
        If `missing` is given with another variant, or if a number of steps ("n", "longest+1", "valente-foreman") meets
        a `cost`, which measures in another unit.

    Notes
    -----
    Who reaches nobody has 0, or with `missing` what the rule makes of it. Normalized, the value of a single actor is
    NaN. In a connected network the first three agree. "component" makes an actor in a pair as central as can
    be, so do not compare it across components. networkx measures inward by default. UCINET 6.849 prints three at once:
    FreeClo is "freeman" with missing="longest+1", ValClo (radiality with direction "out", integration with "in"; spelt
    Valente-Forman there) is "valente-foreman", RecipClo is "harmonic". Where `missing` leaves no distance at all, as
    "zero" for an isolate and all but "n" where nobody reaches anybody, the value is NaN. `farness` is the sum of the
    distances. With `cost`, the unit is that of 1 / length and values can exceed 1.

    References
    ----------
    Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks, 1, 215-239.
    doi:10.1016/0378-8733(78)90021-7
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, p. 201. Cambridge University Press.
    doi:10.1017/CBO9780511815478
    Valente, T. W. & Foreman, R. K. (1998). Integration and radiality: measuring the extent of an individual's
    connectedness and reachability in a network. Social Networks, 20, 89-105. doi:10.1016/S0378-8733(97)00007-5
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
    _check_options(variant, missing, cost)
    net = network(cluster, layer)
    if variant == "valente-foreman":
        return net.series(_reversed_distances(net, direction, normalized=normalized), "closeness")
    if missing is not None:
        total = total_distance(net, cost=cost, direction=direction, missing=missing)
        most = net.n - 1 if normalized else 1
        return net.series(np.divide(most, total, out=np.full(net.n, np.nan), where=total > 0), "closeness")
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


def _check_options(variant: str, missing: MissingDistance, cost: Cost) -> None:
    """Raise an InputError if options do not go together."""
    check_missing(missing, cost)
    if missing is not None and variant != "freeman":
        raise InputError(
            "missing= completes the distances of variant='freeman' only; '{variant}' has a rule of its own. "
            "Leave out missing=, or take variant='freeman'",
            {"variant": variant},
        )
    if variant == "valente-foreman" and cost is not None:
        raise InputError("variant='valente-foreman' counts steps, and cost= measures in another unit; leave out cost=")


def _reversed_distances(net: Network, direction: Direction, *, normalized: bool) -> Array:
    """Return the mean over all others of the longest distance + 1 - distance, 0 for who is out of reach."""
    steps = steps_of(net, direction=direction)
    longest, others = int(steps.farthest.max(initial=0)), net.n - 1
    if others < 1:
        return np.full(net.n, np.nan if normalized else 0.0)
    near = ((longest + 1) * steps.reached - steps.total) / others
    return near / max(longest, 1) if normalized else near

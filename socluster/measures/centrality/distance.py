"""Centrality by distance: how near the others are, how many are near enough, and how far the farthest is."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.paths import distance_blocks as kernel
from socluster.core.arguments import fraction, positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.kept import reach_of, steps_of
from socluster.measures.shared.lengths import Cost, lengths
from socluster.measures.shared.network import Network, counts, network

__all__ = ["decay", "eccentricity", "harmonic", "reach"]


@checked
def harmonic(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How close is an actor to the others, if unreachable ones count as infinitely far?

    A partner counts 1, somebody two steps away 1/2, three steps away 1/3, somebody out of reach 0. So it works in a
    cluster that falls into pieces, without any rule for what is missing.

    .. math:: C_H(i) = \frac{1}{n - 1} \sum_{j \ne i} \frac{1}{d_{ij}}

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
        Divide by n - 1, the number of others.

    Returns
    -------
    Series of float
        Index `actor`, name `harmonic`; counted in steps, from 0 (reaches nobody) to 1 (tied to everybody), or to n - 1
        if not normalized.

    Notes
    -----
    An isolate has 0. Normalized, the value of a single actor is NaN. Its mean is `global_efficiency`. Equals
    `closeness` with variant "harmonic", igraph's harmonic_centrality and R's sna ("suminvdir"); networkx measures
    inward and does not divide. With `cost`, the unit is that of 1 / length and values can exceed 1.

    References
    ----------
    Marchiori, M. & Latora, V. (2000). Harmony in the small-world. Physica A, 285, 539-546.
    doi:10.1016/S0378-4371(00)00311-3
    Boldi, P. & Vigna, S. (2014). Axioms for centrality. Internet Mathematics, 10, 222-262.
    doi:10.1080/15427951.2013.865686

    Examples
    --------
    >>> import socluster as sc
    >>> harmonic(sc.load_dataset("knoke"), layer="information", direction="in").nlargest(3).round(3)
    actor
    NEWS    1.000
    COMM    0.944
    MAYR    0.944
    Name: harmonic, dtype: float64
    """
    check_direction(direction)
    net = network(cluster, layer)
    inverse = reach_of(net, cost=cost, direction=direction)[2]
    return net.series(_per_other(inverse) if normalized else inverse, "harmonic")


@checked
def reach(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    steps: int = 2,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""What share of the others can an actor reach in a few steps?

    With two steps: its partners and their partners. That is how far a message or a referral gets that is handed on
    once.

    .. math:: C_k(i) = \frac{|\{j \ne i : d_{ij} \le k\}|}{n - 1}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Whom the actor reaches, by whom it is reached, or along ties whichever way they run.
    steps : int, default 2
        The k of the formula, at least 1.
    normalized : bool, default True
        Divide by n - 1, the number of others.

    Returns
    -------
    Series of float, or of int if not normalized
        Index `actor`, name `reach`; from 0 to 1, or a number of actors if not normalized.

    Notes
    -----
    An isolate has 0. Normalized, the value of a single actor is NaN. The actor itself does not count, as in UCINET's
    reach centrality; igraph's neighborhood_size counts it. With one step it is `degree`; with n - 1 steps, the part of
    all others to whom there is any path (for direction "in": R's sna prestige "domain").

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (2006). A graph-theoretic perspective on centrality. Social Networks, 28, 466-484.
    doi:10.1016/j.socnet.2005.11.005

    Examples
    --------
    >>> import socluster as sc
    >>> reach(sc.load_dataset("florentine"), layer="marriage").nlargest(3).round(3)
    actor
    Medici     0.733
    Ridolfi    0.733
    Albizzi    0.667
    Name: reach, dtype: float64
    """
    check_direction(direction)
    limit = positive_integer("steps", steps)
    net = network(cluster, layer)
    length, directed = _walked(net, None, direction)
    near = kernel.within(length, limit, directed=directed)
    return net.series(_per_other(near) if normalized else counts(near), "reach")


@checked
def decay(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    delta: float = 0.5,
    cost: Cost = None,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How close is an actor to the others, if every step discounts them?

    Each step leaves the share delta of what is passed on. A small delta makes it a count of partners, one near 1 a
    count of all who can be reached.

    .. math:: C_\delta(i) = \frac{1}{(n - 1) \delta} \sum_{j \ne i} \delta^{d_{ij}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, paths run over all layers.
    direction : {"out", "in", "all"}, default "out"
        Distances from the actor to the others, from the others to it, or along ties whichever way they run.
    delta : float, default 0.5
        What is left after one step, above 0 and below 1.
    cost : None, "inverse" or callable, optional
        Length of a tie. By default every tie is one step, regardless of strength. "inverse": 1 / strength, so that
        strong ties are short. A function gets the array of strengths and returns the array of lengths.
    normalized : bool, default True
        Divide by (n - 1) delta, the value of an actor who is tied to everybody.

    Returns
    -------
    Series of float
        Index `actor`, name `decay`; counted in steps, from 0 (reaches nobody) to 1 (tied to everybody).

    Notes
    -----
    Who is out of reach adds 0, so that an isolate has 0. Normalized, the value of a single actor is NaN. With `cost`,
    values can exceed 1. Normalized, it is what UCINET calls beta reach, with delta as its beta. sna, igraph and
    networkx do not offer it.

    References
    ----------
    Jackson, M. O. (2008). Social and Economic Networks, ch. 2. Princeton University Press.

    Examples
    --------
    >>> import socluster as sc
    >>> decay(sc.load_dataset("kite"), delta=0.5).nlargest(2).round(3)
    actor
    3    0.764
    5    0.750
    Name: decay, dtype: float64
    """
    check_direction(direction)
    fraction("delta", delta)
    net = network(cluster, layer)
    length, directed = _walked(net, cost, direction)
    passed = kernel.decayed(length, delta, directed=directed)
    return net.series(_per_other(passed / delta) if normalized else passed, "decay")


@checked
def eccentricity(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    cost: Cost = None,
    variant: Literal["reached", "all"] = "reached",
) -> pd.Series[Any]:
    r"""How far is the farthest of the others?

    Unlike all other centralities, a *low* value is central here: from the actor with the least eccentricity, the centre
    of the network, everybody is reached soonest.

    .. math:: e(i) = \max_{j \ne i} d_{ij}

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
    variant : {"reached", "all"}, default "reached"
        What if some are out of reach: look at those who are reached ("reached", as igraph), or give no value at all
        ("all": infinite for R's sna, an error in networkx).

    Returns
    -------
    Series of float
        Index `actor`, name `eccentricity`; in steps from 1 to n - 1, or in the unit of the cost.

    Notes
    -----
    NaN for who reaches nobody (igraph: 0), and with variant "all" for who does not reach everybody. With "reached", an
    actor in a small component is near to all whom it reaches, so do not compare it across components. 1 / eccentricity
    is the graph centrality of Hage and Harary, which sna calls graphcent.

    References
    ----------
    Hage, P. & Harary, F. (1995). Eccentricity and centrality in networks. Social Networks, 17, 57-63.
    doi:10.1016/0378-8733(94)00248-9

    Examples
    --------
    >>> import socluster as sc
    >>> eccentricity(sc.load_dataset("kite")).astype(int).tolist()
    [4, 4, 4, 4, 4, 3, 3, 2, 3, 4]
    """
    check_direction(direction)
    net = network(cluster, layer)
    if cost is None:
        steps = steps_of(net, direction=direction)
        reached, farthest = steps.reached, steps.farthest
    else:
        length, directed = _walked(net, cost, direction)
        reached, farthest = kernel.farthest(length, directed=directed)
    enough = reached > 0 if variant == "reached" else (reached == net.n - 1) & (net.n > 1)
    return net.series(np.where(enough, farthest, np.nan), "eccentricity")


def _walked(net: Network, cost: Cost, direction: Direction) -> tuple[Matrix, bool]:
    """Return the lengths of the ties as they are walked, and whether they can be walked one way only."""
    length = lengths(net.strength, cost)
    return (length.T.tocsr() if direction == "in" else length), direction != "all"


def _per_other(values: Array) -> Array:
    """Divide by the number of others; NaN for a single actor."""
    return values / (len(values) - 1) if len(values) > 1 else np.full(len(values), np.nan)

"""Brokerage: who stands between others who are not tied themselves."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.ego import brokerage as kernel
from socluster.core.arguments import choice
from socluster.measures.shared.kept import holes_of
from socluster.measures.shared.network import network, partition

__all__ = ["brokerage_roles", "constraint", "effective_size"]


def constraint(cluster: Any, /, *, layer: str | None = None, weighted: bool = True) -> pd.Series[Any]:
    r"""How far do an actor's partners close it in?

    An actor is constrained by a partner in whom much of its relations is invested, directly or through partners who
    are tied to that partner themselves. Low constraint means structural holes around the actor: room to broker.

    .. math:: c_i = \sum_{j \in N(i)} \Big( p_{ij} + \sum_{q \ne i, j} p_{iq} p_{qj} \Big)^2, \qquad
        p_{ij} = \frac{z_{ij} + z_{ji}}{\sum_k (z_{ik} + z_{ki})}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.

    Returns
    -------
    Series of float
        Index `actor`, name `constraint`; above 0 and mostly below 1. An actor with a single partner has 1, one in a
        closed triad 1.125.

    Notes
    -----
    j runs over the actor's partners, in either direction, and q over everybody. An isolate has NaN. The scale of the
    strengths does not matter. Equals igraph, and networkx with the strengths as weights.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095
    Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology, 110, 349-399.
    doi:10.1086/421787

    Examples
    --------
    >>> import socluster as sc
    >>> sc.constraint(sc.load_dataset("knoke"), layer="information").nsmallest(3).round(4)
    actor
    EDUC    0.3860
    MAYR    0.3874
    COMM    0.4014
    Name: constraint, dtype: float64
    """
    net = network(cluster, layer)
    return net.series(holes_of(net, weighted=weighted).constraint.copy(), "constraint")


def effective_size(cluster: Any, /, *, layer: str | None = None, weighted: bool = True) -> pd.Series[Any]:
    r"""How many different partners does an actor have, once those who repeat each other are counted together?

    Partners who are tied to one another bring much the same. The effective size is the number of partners less this
    redundancy.

    .. math:: E_i = \sum_{j \in N(i)} \Big( 1 - \sum_{q \ne i, j} p_{iq} m_{jq} \Big), \qquad
        p_{iq} = \frac{z_{iq} + z_{qi}}{\sum_k (z_{ik} + z_{ki})}, \quad
        m_{jq} = \frac{z_{jq} + z_{qj}}{\max_k (z_{jk} + z_{kj})}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.

    Returns
    -------
    Series of float
        Index `actor`, name `effective_size`; from 1 (all partners repeat each other) to the number of partners.

    Notes
    -----
    j runs over the actor's partners, in either direction. The divisor of m looks at all ties of j, also those with i
    and with strangers to i. An isolate has NaN. The scale of the strengths does not matter. For undirected ties without
    strengths it equals the short form of Borgatti (1997): partners less their mean number of ties with each other.
    networkx 3.6 agrees when it is called with `nodes=`; without, it gives other values for weighted networks.

    References
    ----------
    Burt, R. S. (1992). Structural Holes. Harvard University Press. doi:10.4159/9780674029095
    Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. Connections, 20(1), 35-38.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.effective_size(sc.load_dataset("knoke"), layer="information").nlargest(3)
    actor
    NEWS    4.500
    MAYR    4.375
    COMM    4.200
    Name: effective_size, dtype: float64
    """
    net = network(cluster, layer)
    return net.series(holes_of(net, weighted=weighted).effective_size.copy(), "effective_size")


def brokerage_roles(
    cluster: Any,
    /,
    *,
    group: Any,
    layer: str | None = None,
    credit: Literal["full", "partial"] = "full",
    variant: Literal["once", "sna"] = "once",
) -> pd.DataFrame:
    """Between whom does an actor broker: within its own group, out of it, into it, or between others?

    The actor v brokers the pair (a, b) when a is tied to v, v is tied to b, and a is not tied to b. The groups of the
    three, for example their sectors, say which role v plays:

    ============== ================== ===========================================
    role           groups of a, v, b  what v does
    ============== ================== ===========================================
    coordinator    A A A              joins two of its own group
    itinerant      A B A              an outsider, joins two of one other group
    representative A A B              carries from its own group to another
    gatekeeper     A B B              lets others through to its own group
    liaison        A B C              joins two other groups
    ============== ================== ===========================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str, list of str or Series
        A column of the actors, as "sector"; several columns, whose combinations are the groups, as in
        ``["sector", "level"]``; or a Series indexed by actor. Every actor needs a group.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    credit : {"full", "partial"}, default "full"
        What a broker gets for a pair that has k brokers: 1, or 1 / k.
    variant : {"once", "sna"}, default "once"
        For undirected ties: count a pair once, or in both orders as R's sna does. No difference for directed ties.

    Returns
    -------
    DataFrame
        Index `actor`; columns coordinator, itinerant, representative, gatekeeper, liaison, total: numbers of pairs
        (whole numbers; floats with partial credit).

    Notes
    -----
    Without direction nobody can tell out of a group from into it. With variant "once" such a pair then stands in the
    column representative and in the column gatekeeper, which are equal by construction, and once in the total. In all
    other cases the total is the sum of the five. An isolate brokers nothing and has 0. Strengths do not count.

    The itinerant is UCINET's consultant. R's sna calls the five w_I, w_O, b_IO, b_OI, b_O, in the order of our columns.
    netrics 0.3.1 has gatekeeper and representative the other way round. Partial credit is UCINET's.

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology, 19, 89-126. doi:10.2307/270949

    Examples
    --------
    >>> import socluster as sc
    >>> sc.brokerage_roles(sc.load_dataset("knoke"), group="sector", layer="information").nlargest(2, "total")
           coordinator  itinerant  representative  gatekeeper  liaison  total
    actor
    MAYR             5          3               7           7        5     27
    COMM             1          5               3           5        7     21
    """
    choice("credit", credit, ("full", "partial"))
    choice("variant", variant, ("once", "sna"))
    net = network(cluster, layer)
    codes = pd.factorize(partition(net.cluster, group))[0]
    count = kernel.brokered_pairs if credit == "full" else kernel.brokered_shares
    roles = count(net.ties, codes)
    is_once = variant == "once" and not net.directed
    if is_once:  # every pair was counted in both orders, and what is representative one way is gatekeeper the other way
        both_orders = [kernel.ROLES.index(role) for role in ("coordinator", "itinerant", "liaison")]
        roles[:, both_orders] = roles[:, both_orders] // 2 if credit == "full" else roles[:, both_orders] / 2
    total = roles.sum(axis=1) - (roles[:, kernel.ROLES.index("gatekeeper")] if is_once else 0)
    return pd.DataFrame(np.column_stack([roles, total]), index=net.cluster.index, columns=[*kernel.ROLES, "total"])

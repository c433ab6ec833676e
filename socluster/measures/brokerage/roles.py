"""Roles of brokers: between whom an actor brokers, by the groups of the three."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.ego import brokerage as kernel
from socluster.core.checked import checked
from socluster.core.groupings import WithoutGroup
from socluster.measures.shared.partition import grouped

__all__ = ["brokerage_roles"]


@checked
def brokerage_roles(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
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
        ``["sector", "level"]``; or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
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
    Without direction, out of a group and into it cannot be distinguished. With variant "once" such a pair counts in
    both columns, representative and gatekeeper, which are equal by construction, and once in the total. In all
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
    net, groups = grouped(cluster, layer, group, missing)
    codes = pd.factorize(groups)[0]
    count = kernel.brokered_pairs if credit == "full" else kernel.brokered_shares
    roles = count(net.ties, codes)
    is_once = variant == "once" and not net.directed
    if is_once:  # every pair was counted in both orders, and what is representative one way is gatekeeper the other way
        both_orders = [kernel.ROLES.index(role) for role in ("coordinator", "itinerant", "liaison")]
        roles[:, both_orders] = roles[:, both_orders] // 2 if credit == "full" else roles[:, both_orders] / 2
    total = roles.sum(axis=1) - (roles[:, kernel.ROLES.index("gatekeeper")] if is_once else 0)
    return pd.DataFrame(np.column_stack([roles, total]), index=net.cluster.index, columns=[*kernel.ROLES, "total"])

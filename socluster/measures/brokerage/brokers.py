"""Kinds of brokers: honest ones, irreplaceable ones, overloaded ones."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.ego import brokerage as kernel
from socluster._kernels.ego.ego_networks import pairs_of_partners
from socluster._kernels.ego.two_paths import exclusive_pairs
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.groupings import WithoutGroup, series_of
from socluster.core.labels import by_label
from socluster.measures.shared.network import network
from socluster.measures.shared.partition import grouped

__all__ = ["broker_load", "exclusivity", "honest_brokers"]

Trust: TypeAlias = Literal["in", "out", "mutual", "all"]


@checked
def honest_brokers(
    cluster: Any, /, *, layer: str | None = None, direction: Trust = "in", normalized: bool = True
) -> pd.DataFrame:
    """How many pairs of an actor's partners are not tied to each other?

    An honest broker joins people who would otherwise not meet. Those who trust the actor, taken two by two, are not
    tied at all (pure brokerage), tied one way (weak), or tied both ways, so that nothing is to be brokered (non).

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties, best one of trust; without it, a tie in any layer counts.
    direction : {"in", "out", "mutual", "all"}, default "in"
        Who the partners are: those whose ties run to the actor, those to whom its ties run, those tied to it both ways,
        or all of these.
    normalized : bool, default True
        Divide by the number of pairs of partners.

    Returns
    -------
    DataFrame
        Index `actor`; columns partners, pairs (whole numbers), and pure, weak, non: shares of the pairs, which add up
        to 1, or whole numbers if not normalized.

    Notes
    -----
    With fewer than two partners there are no pairs, and shares are NaN. Undirected ties run both ways, so that weak is
    0. pure, weak and non are UCINET's HBI0, HBI1 and HBI2; "in" and "mutual" are its two ways of choosing partners.

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Freeman, L. C. (2002). UCINET for Windows: software for social network analysis.
    Analytic Technologies. Help: Network > Ego networks > Honest broker.

    Examples
    --------
    >>> import socluster as sc
    >>> honest_brokers(sc.load_dataset("knoke"), layer="money", normalized=False).nlargest(2, "pure")
           partners  pairs  pure  weak  non
    actor
    UWAY          6     15     6     9    0
    EDUC          5     10     4     6    0
    """
    net = network(cluster, layer)
    ties, back = net.binary, net.binary.T.tocsr()
    partners = {"out": ties, "in": back, "mutual": ties.multiply(back), "all": ties + back}[direction].tocsr()
    pairs, weak, mutual = pairs_of_partners(partners, ties)
    kinds = {"pure": pairs - weak - mutual, "weak": weak, "non": mutual}
    if normalized:
        possible = np.where(pairs > 0, pairs, np.nan)
        kinds = {name: counted / possible for name, counted in kinds.items()}
    size = np.diff(partners.indptr).astype(np.int64)
    return pd.DataFrame({"partners": size, "pairs": pairs, **kinds}, index=net.cluster.index)


@checked
def exclusivity(
    cluster: Any, /, *, group: Any = None, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.Series[Any]:
    """For how many pairs is an actor the only broker?

    Others can step in for a broker whose pairs have further brokers. Where nobody can, the pair loses its link with the
    actor: the people that the actor alone joins.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str, list of str or Series, optional
        Count only pairs of two different groups: a column of the actors, several columns, or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    Series of int
        Index `actor`, name `exclusivity`; from 0, in pairs (ordered pairs if ties are directed).

    Notes
    -----
    The pair (a, b) is brokered by v when a is tied to v, v to b, and a not to b, as in `brokerage_roles`; it counts
    here when nobody else brokers it. An isolate has 0. Equals R's netrics, which counts undirected pairs twice. Who
    brokers most pairs, ``brokerage_roles(...)["total"]``, need not be who is hardest to replace; Hamilton et al. call
    the former activity. Everett and Valente's measure is `everett_valente_brokerage`.

    References
    ----------
    Hamilton, M., Hileman, J. & Bodin, Ö. (2020). Evaluating heterogeneous brokerage: new conceptual and methodological
    approaches and their application to multi-level environmental governance networks. Social Networks, 61, 1-10.
    doi:10.1016/j.socnet.2019.08.002

    Examples
    --------
    >>> import socluster as sc
    >>> exclusivity(sc.load_dataset("kite")).nlargest(3)
    actor
    5    2
    6    2
    7    2
    Name: exclusivity, dtype: int64
    """
    if group is None:
        net = network(cluster, layer)
        codes = np.arange(net.n)
    else:
        net, groups = grouped(cluster, layer, group, missing)
        codes = pd.factorize(groups)[0]
    pairs = exclusive_pairs(net.strength, codes)
    return net.series(pairs if net.directed else pairs // 2, "exclusivity")


@checked
def broker_load(
    cluster: Any,
    /,
    *,
    capacity: Any,
    layer: str | None = None,
    credit: Literal["full", "partial"] = "full",
) -> pd.Series[Any]:
    r"""How much does an actor broker per unit of its capacity?

    The same number of pairs to join is light work for a centre of fifty people and a burden for an office of one.

    .. math:: \frac{b_i}{s_i}

    with b the pairs that the actor brokers (`brokerage_roles(...)["total"]`) and s its capacity.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    capacity : str or Series
        A column of the actors that holds numbers, as "staff", or a Series indexed by actor.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    credit : {"full", "partial"}, default "full"
        What a broker gets for a pair that has k brokers: 1, or 1 / k.

    Returns
    -------
    Series of float
        Index `actor`, name `broker_load`; from 0, in pairs per unit of capacity.

    Raises
    ------
    InputError
        If there is no such column, it holds no numbers, or a capacity is negative or infinite.

    Notes
    -----
    NaN where the capacity is missing, and where it is 0: a load per nothing is undefined, whatever the actor brokers.
    Look at these actors by themselves. An undirected pair counts once. It is a ratio of structure to means, and says
    nothing of how well the work is done.

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology, 19, 89-126. doi:10.2307/270949

    Examples
    --------
    >>> import socluster as sc
    >>> broker_load(sc.load_dataset("knoke"), capacity="rating", layer="information").nlargest(2).round(2)
    actor
    MAYR    4.61
    COMM    3.62
    Name: broker_load, dtype: float64
    """
    net = network(cluster, layer)
    units = _capacity(net.cluster, capacity)
    count = kernel.brokered_pairs if credit == "full" else kernel.brokered_shares
    pairs = count(net.strength, np.zeros(net.n, dtype=np.int64)).sum(axis=1)
    if not net.directed:
        pairs = pairs / 2
    return net.series(pairs / np.where(units > 0, units, np.nan), "broker_load")


def _capacity(cluster: Cluster, capacity: Any) -> Array:
    """Return the capacity of every actor, NaN where it is missing."""
    if isinstance(capacity, str):
        actors = cluster.actors
        if capacity not in actors:
            close = nearest(capacity, [str(column) for column in actors.columns])
            raise InputError(
                Problem(
                    "is not a column of the actors", column="capacity", is_argument=True, value=capacity, nearest=close
                )
            )
        values = actors[capacity]
    else:
        values = by_label(series_of(capacity, "capacity"), cluster.labels)
    if not pd.api.types.is_numeric_dtype(values.dtype) or pd.api.types.is_bool_dtype(values.dtype):
        what = capacity if isinstance(capacity, str) else getattr(capacity, "name", None)
        raise InputError(Problem("a capacity must be a number", "actors", column=str(what or "capacity")))
    units: Array = values.to_numpy(dtype=float, na_value=np.nan)
    problems = [
        Problem("a capacity must be finite and not negative", "actors", actor, value=float(unit))
        for actor, unit in zip(cluster.labels, units, strict=True)
        if unit < 0 or np.isinf(unit)
    ]
    if problems:
        raise InputError(problems)
    return units

"""Brokerage path by path: how strong the brokered paths are, and what they are in two divisions at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.ego import brokerage as kernel
from socluster._kernels.ego.two_paths import TwoPaths, open_two_paths, role_codes
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.groupings import WithoutGroup, with_groups
from socluster.measures.shared.network import network, one_mode
from socluster.measures.shared.partition import grouped

__all__ = ["brokerage_strength", "crossed_brokerage"]

Combine: TypeAlias = Literal["min", "geometric", "product"]

_SAME_BOTH_WAYS = [role not in ("representative", "gatekeeper") for role in kernel.ROLES]  # if a and b change places
_OF_A_PATH: dict[str, Callable[[Array, Array], Array]] = {
    "min": np.minimum,
    "geometric": lambda first, second: np.sqrt(first) * np.sqrt(second),
    "product": np.multiply,
}


@checked
def brokerage_strength(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    combine: Combine = "min",
    variant: Literal["once", "sna"] = "once",
) -> pd.DataFrame:
    r"""Between whom does an actor broker, and how strong are the ties?

    `brokerage_roles` counts every brokered pair as one. Here a pair counts as much as the path over the broker is
    strong, so that two daily contacts weigh more than two yearly ones.

    ============= ========================= ======================================================
    combine       strength of a -> v -> b   meaning
    ============= ========================= ======================================================
    "min"         min(z_av, z_vb)           a chain holds as much as its weakest link
    "geometric"   sqrt(z_av z_vb)           both links count; the unit stays that of a strength
    "product"     z_av z_vb                 strengths that are shares or probabilities
    ============= ========================= ======================================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str, list of str or Series
        A column of the actors, as "sector"; several columns, whose combinations are the groups; or a Series indexed by
        actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    combine : {"min", "geometric", "product"}, default "min"
        What the strength of a path is.
    variant : {"once", "sna"}, default "once"
        For undirected ties: count a pair once, or in both orders. No difference for directed ties.

    Returns
    -------
    DataFrame
        Index `actor`; columns coordinator, itinerant, representative, gatekeeper, liaison, total: floats from 0, in
        units of strength ("product": of strength squared).

    Notes
    -----
    Any tie between a and b, however weak, closes the pair. Where every strength is 1 it equals `brokerage_roles`, whose
    notes on undirected ties hold here too. The strengths of a ladder are ranks: "min" needs only their order, the
    others need distances that a ladder does not have. Weakest link and geometric mean are the values that Opsahl and
    Panzarasa give to a path of two ties; no package is known to weigh brokerage roles.

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology, 19, 89-126. doi:10.2307/270949
    Opsahl, T. & Panzarasa, P. (2009). Clustering in weighted networks. Social Networks, 31, 155-163.
    doi:10.1016/j.socnet.2009.02.002

    Examples
    --------
    >>> import socluster as sc
    >>> karate = sc.load_dataset("karate")
    >>> brokerage_strength(karate, group="faction")["total"].nlargest(2)
    actor
    33    250.0
    0     210.0
    Name: total, dtype: float64
    """
    net, groups = grouped(cluster, layer, group, missing)
    codes = pd.factorize(groups)[0]
    worth = np.zeros((net.n, len(kernel.ROLES)))
    for paths in open_two_paths(net.strength):
        strength = _OF_A_PATH[combine](paths.first, paths.second)
        _add(worth, paths, role_codes(paths, codes), strength)
    roles = pd.DataFrame(worth, index=net.cluster.index, columns=list(kernel.ROLES))
    if net.directed or variant == "sna":
        return roles.assign(total=roles.sum(axis="columns"))
    roles.loc[:, _SAME_BOTH_WAYS] /= 2
    roles["gatekeeper"] = roles["representative"]  # equal by construction; so also to the last digit
    return roles.assign(total=roles.drop(columns="gatekeeper").sum(axis="columns"))


@checked
def crossed_brokerage(
    cluster: Any, /, *, group: Any, across: Any, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.DataFrame:
    """Which combination of roles in two groupings does an actor play?

    Organisations are in a sector and on a level. Who is a gatekeeper between sectors may be a coordinator of its own
    level, and a liaison between levels may never leave its sector. Every brokered pair has a role in each division; the
    census counts both together.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group, across : str, list of str or Series
        The two divisions, as "sector" and "level".
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    DataFrame
        Index `actor`; columns (group, across), all 25 combinations of the five roles: whole numbers of pairs.

    Notes
    -----
    If ties are directed, all 25 add up to the total of `brokerage_roles`, and the sums over one division are its roles
    in the other. If not, out of a group and into it cannot be distinguished: a pair with such a role in either division
    counts in both of the columns that it could belong to, so these are equal by construction; every other pair counts
    once, as in `brokerage_roles`. To take each combination of sector and level as a group of its own, name both in
    ``brokerage_roles(group=["sector", "level"])``.

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology, 19, 89-126. doi:10.2307/270949

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> census = crossed_brokerage(knoke, group="sector", across="partition3", layer="information")
    >>> census.sum().unstack()
    across          coordinator  gatekeeper  itinerant  liaison  representative
    group
    coordinator               2           2          1        0               1
    gatekeeper                0           9          3        5               3
    itinerant                 0           2          8        7               1
    liaison                   0           2          0        8               5
    representative            0           1          3        2               6
    """
    kept, read = with_groups(one_mode(cluster), missing, group, across)
    net = network(kept, layer)
    first, second = (pd.factorize(each)[0] for each in read)
    roles = len(kernel.ROLES)
    counted = np.zeros((net.n, roles * roles))
    for paths in open_two_paths(net.strength):
        _add(counted, paths, role_codes(paths, first) * roles + role_codes(paths, second), np.ones(len(paths.broker)))
    counts = counted.round().astype(np.int64)
    if not net.directed:
        counts[:, np.logical_and.outer(_SAME_BOTH_WAYS, _SAME_BOTH_WAYS).ravel()] //= 2
    columns = pd.MultiIndex.from_product([kernel.ROLES, kernel.ROLES], names=["group", "across"])
    return pd.DataFrame(counts, index=net.cluster.index, columns=columns)


def _add(worth: Array, paths: TwoPaths, kind: Array, strength: Array) -> None:
    """Add the worth of every path to its broker, in the column of its kind."""
    columns = worth.shape[1]
    worth += np.bincount(paths.broker * columns + kind, weights=strength, minlength=worth.size).reshape(worth.shape)

"""Openness: what part of the ties leaves an actor's own sector, level or place."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.groups.mixing import inside_and_across, tied_pairs
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.groupings import WithoutGroup
from socluster.measures.shared.direction import Direction, partner_ties
from socluster.measures.shared.grouping import grouping
from socluster.measures.shared.partition import grouped

__all__ = ["cross_sector_share", "openness", "openness_by_group"]


@checked
def openness(
    cluster: Any,
    /,
    *,
    group: Any = "sector",
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    direction: Direction = "all",
    weighted: bool = False,
) -> pd.Series[Any]:
    r"""What share of an actor's ties lies outside its own sector, level or place?

    .. math:: O_i = \frac{\sum_{j : g(j) \ne g(i)} z_{ij}}{\sum_j z_{ij}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series, default "sector"
        A column of the actors, as "level" or "place", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it all layers together.
    direction : {"all", "out", "in"}, default "all"
        Ties that run from the actor ("out"), to it ("in"), or both, a mutual partner being one partner ("all").
        Undirected ties are the same in each.
    weighted : bool, default False
        Take z as the strength of a tie; if False, as 1 for every partner.

    Returns
    -------
    Series of float
        Index `actor`, name `openness`; from 0 (all in the own group) to 1 (all outside); NaN without such ties.

    Notes
    -----
    With the defaults it says the same as the E-I index of the actor, on another scale: O = (1 + EI) / 2.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.openness import openness
    >>> openness(sc.load_dataset("norway_project")).nsmallest(2)
    actor
    VDK     0.0
    BIRZ    0.5
    Name: openness, dtype: float64
    """
    net, read = grouped(cluster, layer, group, missing)
    ties = partner_ties(net, direction, weighted=weighted)
    return net.series(_share(*inside_and_across(ties, grouping(read).codes)), "openness")


@checked
def openness_by_group(
    cluster: Any,
    /,
    *,
    group: Any = "sector",
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    direction: Direction = "all",
    weighted: bool = False,
) -> pd.DataFrame:
    r"""What share of the ties of a sector, level or place lies outside it?

    .. math:: O_g = \frac{A_g}{I_g + A_g}

    with A the ties of the group's members that leave it, and I those that stay inside.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series, default "sector"
        A column of the actors, as "level" or "place", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it all layers together.
    direction : {"all", "out", "in"}, default "all"
        Ties that run from the group ("out"), to it ("in"), or pairs tied in either direction ("all"). Undirected ties
        are the same in each.
    weighted : bool, default False
        Add up strengths; if False, every tie counts 1.

    Returns
    -------
    DataFrame
        One row per group (index named after the grouping; alphabetical order, or that of a categorical Series).
        Columns: actors, inside and across (ties or strengths), openness (from 0 to 1; NaN without ties).

    Notes
    -----
    A tie inside a group counts once, not from both its ends; it is not the mean over the members, therefore.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.openness import openness_by_group
    >>> openness_by_group(sc.load_dataset("norway_project")).round(3)
             actors  inside  across  openness
    sector
    civic         3       0       3     1.000
    public        8       4       8     0.667
    science       2       1      11     0.917
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    by_actor = inside_and_across(partner_ties(net, direction, weighted=weighted), groups.codes)
    ends = 2 if direction == "all" or not net.directed else 1  # from how many ends a tie inside was seen
    inside = np.bincount(groups.codes, by_actor[0], minlength=len(groups.labels)) / ends
    across = np.bincount(groups.codes, by_actor[1], minlength=len(groups.labels))
    sums = {"inside": inside, "across": across}
    counts = sums if weighted else {name: values.astype(np.int64) for name, values in sums.items()}
    table = pd.DataFrame({"actors": groups.sizes, **counts}, index=groups.labels)
    return table.assign(openness=_share(inside, across))


@checked
def cross_sector_share(
    cluster: Any,
    /,
    *,
    group: Any = "sector",
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    weighted: bool = False,
) -> float:
    r"""What share of the cluster's ties connects different sectors?

    .. math:: \frac{\sum_{g(i) \ne g(j)} z_{ij}}{\sum_{ij} z_{ij}} \quad \text{over all tied pairs}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series, default "sector"
        A column of the actors, or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it all layers together.
    weighted : bool, default False
        Take z as the strength between the two, in both directions together; if False, as 1 for every tied pair.

    Returns
    -------
    float
        From 0 (none) to 1 (all); NaN without ties.

    Notes
    -----
    Not weighted, it says the same as the E-I index on another scale: (1 + EI) / 2. What chance would give depends on
    the sizes of the sectors; `ei_test` compares. Working across sectors is what social clusters are for, but a share is
    no grade: structure is not effectiveness.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.openness import cross_sector_share
    >>> cross_sector_share(sc.load_dataset("knoke"), layer="information")
    0.78125
    """
    net, read = grouped(cluster, layer, group, missing)
    codes = grouping(read).codes
    row, column, strength = tied_pairs(net.strength)
    worth = strength if weighted else np.ones_like(strength)
    total = worth.sum()
    return float(worth[codes[row] != codes[column]].sum() / total) if total else float("nan")


def _share(inside: Array, across: Array) -> Array:
    total = (inside + across).astype(float)
    values: Array = np.divide(across, total, out=np.full(len(total), np.nan), where=total > 0)
    return values

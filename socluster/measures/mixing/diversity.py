"""Diversity: of what kinds the partners of an actor are, and how mixed they are."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.groupings import WithoutGroup
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, partner_ties
from socluster.measures.shared.grouping import Grouping, grouping
from socluster.measures.shared.partition import grouped

__all__ = ["partner_composition", "partner_diversity"]


@checked
def partner_composition(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    direction: Direction = "all",
    weighted: bool = False,
) -> pd.DataFrame:
    """How many partners of each kind does an actor have?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        Any column of the actors, as "sector" or "kind", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a partner in several layers counts once.
    direction : {"all", "out", "in"}, default "all"
        Partners to whom the actor's ties run ("out"), from whom ties run to it ("in"), or both, a mutual partner being
        one partner ("all"). Undirected ties are the same in each.
    weighted : bool, default False
        Add up strengths instead of counting partners.

    Returns
    -------
    DataFrame
        Index `actor`; a column per group (columns named after the grouping; alphabetical order, or that of a
        categorical Series). Whole numbers of partners, or sums of strengths.

    Notes
    -----
    The actor itself does not count. An isolate has a row of zeros. A row adds up to the degree, or the strength, of the
    actor.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 2. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.diversity import partner_composition
    >>> partner_composition(sc.load_dataset("knoke"), group="sector", layer="money").head(3)
    sector  civic  private  public
    actor
    COUN        2        0       3
    COMM        0        2       2
    EDUC        2        1       3
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    sums = _composition(partner_ties(net, direction, weighted=weighted), groups)
    return pd.DataFrame(sums if weighted else sums.astype(np.int64), index=net.cluster.index, columns=groups.labels)


@checked
def partner_diversity(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    direction: Direction = "all",
    variant: Literal["blau", "iqv"] = "blau",
    weighted: bool = False,
) -> pd.Series[Any]:
    r"""How diverse are an actor's partners?

    The chance that two of the actor's ties, drawn one after the other with replacement, lead to different groups.

    .. math:: B_i = 1 - \sum_g p_{ig}^2, \qquad \mathrm{IQV}_i = \frac{B_i}{1 - 1 / K}

    with p the part of the actor's partners in group g, and K the number of groups in the cluster.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        Any column of the actors, as "sector" or "kind", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a partner in several layers counts once.
    direction : {"all", "out", "in"}, default "all"
        Partners to whom the actor's ties run ("out"), from whom ties run to it ("in"), or both, a mutual partner being
        one partner ("all"). Undirected ties are the same in each.
    variant : {"blau", "iqv"}, default "blau"
        Blau's index, or the index of qualitative variation, which divides by the largest value that K groups allow.
    weighted : bool, default False
        Take p as a part of the actor's strengths instead of its partners.

    Returns
    -------
    Series of float
        Index `actor`, name `partner_diversity`; from 0 (all partners in one group) to 1 - 1 / K ("blau") or 1 ("iqv").

    Notes
    -----
    The actor itself does not count; its own group is treated as any other. K counts groups that have actors, tied or
    not. An isolate has NaN; with a single group, "iqv" is NaN. Blau's index equals the heterogeneity that UCINET gives
    for ego networks, "iqv" its normalised form. An actor with one partner has 0: it cannot be mixed.

    References
    ----------
    Blau, P. M. (1977). Inequality and Heterogeneity. Free Press.
    Agresti, A. & Agresti, B. F. (1978). Statistical analysis of qualitative variation. Sociological Methodology, 9,
    204-237. doi:10.2307/270810

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.diversity import partner_diversity
    >>> partner_diversity(sc.load_dataset("knoke"), group="sector", layer="information").nlargest(2).round(3)
    actor
    MAYR    0.656
    COUN    0.653
    Name: partner_diversity, dtype: float64
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    sums = _composition(partner_ties(net, direction, weighted=weighted), groups)
    blau = _blau(sums)
    if variant == "iqv":
        occupied = int(np.count_nonzero(groups.sizes))
        blau = blau / (1 - 1 / occupied) if occupied > 1 else np.full(net.n, np.nan)
    return net.series(blau, "partner_diversity")


def _composition(ties: Matrix, groups: Grouping) -> Array:
    """Return what every actor has in every group (actors x groups)."""
    cells = ties.tocoo()
    n, size = ties.shape[0], len(groups.labels)
    flat = np.bincount(cells.row * size + groups.codes[cells.col], cells.data, minlength=n * size)
    table: Array = flat.reshape(n, size)
    return table


def _blau(sums: Array) -> Array:
    total = sums.sum(axis=1, keepdims=True)
    shares = np.divide(sums, total, out=np.full(sums.shape, np.nan), where=total > 0)
    result: Array = np.where(total[:, 0] > 0, 1 - (shares**2).sum(axis=1), np.nan) if len(sums) else np.zeros(0)
    return result

"""Mixing: who is tied to whom, seen by sector or any other grouping."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.groupings import WithoutGroup
from socluster.measures.shared.partition import grouped

__all__ = ["ei_index", "mixing_table"]


@checked
def ei_index(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    variant: Literal["pairs", "arcs"] = "pairs",
) -> float:
    r"""Do ties run across groups or stay inside them?

    .. math:: \frac{E - I}{E + I}

    with E pairs tied across groups (external) and I pairs tied inside one (internal), or as many arcs.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a pair is tied if it is in any layer.
    variant : {"pairs", "arcs"}, default "pairs"
        Count a pair once, tied in whichever direction; or count directed ties, so that a mutual pair counts twice.
        Undirected ties are the same in both.

    Returns
    -------
    float
        From -1 (all ties inside groups) to 1 (all across); NaN without ties.

    Notes
    -----
    Strengths do not count. "pairs" is Krackhardt and Stern's index, which takes ties without direction; "arcs" is what
    UCINET's Homophily routine gives for directed ties, by the R code of its author. For undirected ties the two are
    one. The value that chance would give depends on the sizes of the groups and is rarely 0: in a cluster of many small
    sectors most pairs are external whatever anybody does.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835

    Examples
    --------
    >>> import socluster as sc
    >>> sc.ei_index(sc.load_dataset("knoke"), group="sector", layer="information")
    0.5625
    """
    net, groups = grouped(cluster, layer, group, missing)
    codes = pd.factorize(groups)[0]
    # Of pairs, each stands twice, which the ratio does not mind.
    tied = (net.strength if variant == "arcs" else net.strength + net.strength.T).tocoo()
    if not tied.nnz:
        return float("nan")
    external = int(np.count_nonzero(codes[tied.row] != codes[tied.col]))
    return float((2 * external - tied.nnz) / tied.nnz)


@checked
def mixing_table(
    cluster: Any, /, *, group: Any, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.DataFrame:
    """How many ties run from which group to which?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers counts once.

    Returns
    -------
    DataFrame
        Whole numbers. Rows are the groups from which ties run, columns those to which they run; index and columns are
        named after the grouping. Groups are in alphabetical order, those of a categorical Series in its own order.

    Notes
    -----
    If ties are directed, a row adds up to the ties that its group sends, a column to those that it receives, the table
    to all ties. If not, the table is symmetric: a tie inside a group counts once, on the diagonal; a tie across is
    in both cells of the two groups. A row then adds up to the ties with at least one end in its group, and the upper
    triangle with the diagonal to all ties. (networkx's mixing matrix counts an undirected tie inside a group twice.)

    References
    ----------
    Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E, 67, 026126.
    doi:10.1103/PhysRevE.67.026126

    Examples
    --------
    >>> import socluster as sc
    >>> sc.mixing_table(sc.load_dataset("knoke"), group="code", layer="information")
    code  GOV  PVT  VOL
    code
    GOV     7    6    8
    PVT     3    2    2
    VOL    12    6    3
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = pd.Categorical(read)
    size = len(groups.categories)
    ties = net.strength.tocoo()
    counts = np.zeros((size, size), dtype=np.int64)
    np.add.at(counts, (groups.codes[ties.row], groups.codes[ties.col]), 1)
    if not net.directed:
        np.fill_diagonal(counts, counts.diagonal() // 2)
    name = group if isinstance(group, str) else getattr(group, "name", None) or "group"
    labels = groups.categories.rename(name)
    return pd.DataFrame(counts, index=labels, columns=labels)

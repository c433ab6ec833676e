"""Segregation: whether ties keep to their own group or number, against what chance would give."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster._kernels.groups.mixing import inside_and_across, pairs_between, tied_pairs
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.groupings import WithoutGroup
from socluster.measures.shared.grouping import grouping, numbers
from socluster.measures.shared.network import network
from socluster.measures.shared.partition import grouped

__all__ = ["assortativity", "coleman_homophily", "freeman_segregation", "numeric_assortativity"]


@checked
def assortativity(cluster: Any, /, *, group: Any, missing: WithoutGroup = "refuse", layer: str | None = None) -> float:
    r"""Are there more ties inside groups than expected from the groups' degrees?

    .. math:: r = \frac{\sum_g e_{gg} - \sum_g a_g b_g}{1 - \sum_g a_g b_g}

    with e the part of all arcs that runs from a group to a group, a the part that starts in a group, and b the part
    that ends in it.

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
    float
        1 if all ties are inside groups, 0 if groups do not matter, negative if ties avoid the own group (how far
        depends on the groups, at least -1). NaN without ties, and where all arcs start and end in one group.

    Notes
    -----
    Undirected ties are two arcs; strengths do not count. Chance keeps the number of ties of each group, so that an
    active group is not taken for an exclusive one; the E-I index and Freeman's segregation compare with pairs of actors
    instead. Since chance may tie an actor to itself here, a small cluster has a value a little below 0 when groups do
    not matter. Equals networkx, igraph and R's netseg.

    References
    ----------
    Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E, 67, 026126.
    doi:10.1103/PhysRevE.67.026126

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.segregation import assortativity
    >>> round(assortativity(sc.load_dataset("karate"), group="faction"), 4)
    0.7175
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    arcs = net.strength.tocoo()
    if not arcs.nnz:
        return float("nan")
    start, end = groups.codes[arcs.row], groups.codes[arcs.col]
    size = len(groups.labels)
    sent, received = np.bincount(start, minlength=size), np.bincount(end, minlength=size)
    inside, by_chance = int(np.count_nonzero(start == end)), int(sent @ received)
    most = arcs.nnz**2 - by_chance  # in whole numbers of arcs x arcs, so that 0 is exactly 0
    return float((inside * arcs.nnz - by_chance) / most) if most else float("nan")


@checked
def numeric_assortativity(cluster: Any, /, *, values: Any, layer: str | None = None) -> float:
    r"""Are actors tied to others with a similar number: staff, budget, rating?

    The Pearson correlation between the number at the start and at the end of a tie, over all ties.

    .. math:: r = \frac{\operatorname{cov}(x_i, x_j)}{\sigma_{\text{start}} \, \sigma_{\text{end}}}
        \quad \text{over all arcs } i \to j

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    values : str or Series
        A column of numbers of the actors, or a Series indexed by actor, such as another measure. Every actor needs one.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers counts once.

    Returns
    -------
    float
        From -1 (large with small) over 0 to 1 (like with like); NaN where all starts, or all ends, have the same
        number, as without ties.

    Notes
    -----
    Undirected ties are two arcs; strengths do not count. With the degree as `values` it is the degree assortativity.
    Equals networkx and igraph.

    References
    ----------
    Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E, 67, 026126.
    doi:10.1103/PhysRevE.67.026126

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.segregation import numeric_assortativity
    >>> round(numeric_assortativity(sc.load_dataset("knoke"), values="rating", layer="information"), 3)
    0.041
    """
    net = network(cluster, layer)
    read = numbers(net.cluster, values)
    arcs = net.strength.tocoo()
    start, end = read[arcs.row], read[arcs.col]
    if not arcs.nnz or np.ptp(start) == 0 or np.ptp(end) == 0:
        return float("nan")
    return float(np.corrcoef(start, end)[0, 1])


@checked
def coleman_homophily(
    cluster: Any, /, *, group: Any, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.DataFrame:
    r"""Which groups choose their own more often than their share of the actors implies?

    The ties that the members of a group send to their own group are compared with those that they would send if they
    chose blindly among all others.

    .. math:: h_g = \begin{cases}
        (s_g - s^*_g) / (m_g - s^*_g) & s_g \ge s^*_g \\
        (s_g - s^*_g) / s^*_g & \text{otherwise}
        \end{cases} \qquad s^*_g = m_g \, \frac{n_g - 1}{n - 1}

    with m ties sent by the group's n_g members, s of them to their own.

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
        One row per group (index named after the grouping; alphabetical order, or that of a categorical Series).
        Columns: actors, sent (ties sent), own (of these, to the own group), expected (s*), homophily: 1 if all go to
        the own group, 0 as by chance, -1 if none does. It is NaN for a group that sends nothing, that is the whole
        cluster, or of a single actor (who cannot choose its own: both own and expected are 0).

    Notes
    -----
    An undirected tie is sent from both its ends; strengths do not count. Equals R's netseg, which has 0 / 0 as NaN too.

    References
    ----------
    Coleman, J. S. (1958). Relational analysis: the study of social organizations with survey methods. Human
    Organization, 17(4), 28-36. doi:10.17730/humo.17.4.q5604m676260q8n7

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.segregation import coleman_homophily
    >>> coleman_homophily(sc.load_dataset("knoke"), group="sector", layer="information").round(3)
             actors  sent  own  expected  homophily
    sector
    civic         4    21    3     7.000     -0.571
    private       2     7    2     0.778      0.196
    public        4    21    7     7.000      0.000
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    own_by_actor, other_by_actor = inside_and_across(net.binary, groups.codes)
    size = len(groups.labels)
    own = np.bincount(groups.codes, own_by_actor, minlength=size)
    sent = own + np.bincount(groups.codes, other_by_actor, minlength=size)
    expected = sent * np.maximum(groups.sizes - 1, 0) / max(net.n - 1, 1)
    counts = {"actors": groups.sizes, "sent": sent.astype(np.int64), "own": own.astype(np.int64)}
    table = pd.DataFrame(counts, index=groups.labels)
    return table.assign(expected=expected, homophily=_coleman(sent, own, expected))


def _coleman(sent: Array, own: Array, expected: Array) -> Array:
    excess = own - expected
    room = np.where(excess >= 0, sent - expected, expected)
    possible = (sent > 0) & (expected > 0) & (room > 0)
    values: Array = np.divide(excess, room, out=np.full(len(sent), np.nan), where=possible)
    return values


@checked
def freeman_segregation(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    variant: Literal["freeman", "signed"] = "freeman",
) -> float:
    r"""What share of the cross-group ties expected by chance is missing?

    .. math:: S = 1 - \frac{E}{m \, B / P}

    with m tied pairs, E of them across groups, and B of all P pairs of actors across groups.

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
    variant : {"freeman", "signed"}, default "freeman"
        Freeman calls more ties across groups than by chance no segregation: 0. "signed" leaves such values negative.

    Returns
    -------
    float
        From 0 (no fewer than by chance; below 0 if signed) to 1 (no tie across groups). NaN without ties, and with a
        single group.

    Notes
    -----
    Pairs count once, tied in whichever direction; strengths do not count. Freeman had two groups in mind; the formula
    holds for any number. "signed" equals R's netseg since version 1.0, "freeman" the paper.

    References
    ----------
    Freeman, L. C. (1978). Segregation in social networks. Sociological Methods & Research, 6, 411-429.
    doi:10.1177/004912417800600401

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.segregation import freeman_segregation
    >>> round(freeman_segregation(sc.load_dataset("karate"), group="faction"), 4)
    0.7262
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    row, column, _ = tied_pairs(net.strength)
    between, every = pairs_between(groups.sizes)
    if not len(row) or not between:
        return float("nan")
    external = np.count_nonzero(groups.codes[row] != groups.codes[column])
    value = 1 - external * every / (len(row) * between)
    return float(max(value, 0.0) if variant == "freeman" else value)

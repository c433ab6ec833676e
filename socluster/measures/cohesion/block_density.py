"""Density by blocks: how tightly groups are tied within themselves and to each other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.groupings import WithoutGroup, with_groups
from socluster.core.matrix import Matrix
from socluster.measures.shared.network import one_mode, warn_of_uncertain_ties

__all__ = ["block_density"]


@checked
def block_density(
    cluster: Any, /, *, group: Any, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.DataFrame:
    r"""What share of the possible ties exists within and between groups?

    .. math:: \frac{m_{gh}}{n_g n_h - u_{gh}} \quad (g \ne h), \qquad \frac{m_{gg}}{n_g (n_g - 1) - u_{gg}}

    with m arcs from group g to group h, n actors in a group, and u unknown ordered pairs. Undirected
    ties count as arcs both ways, which does not change the values.

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

    Returns
    -------
    DataFrame
        From 0 to 1. Rows are the groups from which ties run, columns those to which they run; index and columns are
        named after the grouping. Groups are in alphabetical order, those of a categorical Series in its own order.

    Notes
    -----
    Unknown dyads are taken out of the divisor; they are not counted as absent, so there is no warning about them.
    Within a group of one actor there is nothing to be tied: NaN, as wherever nothing is known. Strengths do not count.
    Where nothing is unknown it equals R's sna (`blockmodel`) and UCINET's density by groups.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 9. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.block_density import block_density
    >>> block_density(sc.load_dataset("knoke"), group="code", layer="information").round(3)
    code    GOV   PVT   VOL
    code
    GOV   0.583  0.75  0.50
    PVT   0.375  1.00  0.25
    VOL   0.750  0.75  0.25
    """
    kept, (read,) = with_groups(one_mode(cluster), missing, group)
    ties, unknown = _tied_and_unknown(kept, layer)
    groups = pd.Categorical(read)
    sizes = np.bincount(groups.codes, minlength=len(groups.categories))
    known = np.outer(sizes, sizes) - np.diag(sizes) - _by_group(unknown, groups)
    density = np.divide(_by_group(ties, groups), known, out=np.full(known.shape, np.nan), where=known > 0)
    name = group if isinstance(group, str) else getattr(group, "name", None) or "group"
    labels = groups.categories.rename(name)
    return pd.DataFrame(density, index=labels, columns=labels)


def _tied_and_unknown(cluster: Cluster, layer: str | None) -> tuple[Matrix, Matrix]:
    """Return the ties and the unknown dyads of what is measured."""
    warn_of_uncertain_ties(cluster, layer)
    return cluster.matrix(layer), cluster.unknown_matrix(layer)


def _by_group(cells: Matrix, groups: pd.Categorical) -> Array:
    """Count the cells of a matrix by the groups of their row and column."""
    size = len(groups.categories)
    counts: Array = np.zeros((size, size), dtype=np.int64)
    listed = cells.tocoo()
    np.add.at(counts, (groups.codes[listed.row], groups.codes[listed.col]), 1)
    return counts

"""The census of dyads and triads: how often each kind of pair, and of three, occurs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.groups.triads import triad_counts
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.matrix import Matrix
from socluster.measures.shared.network import network, one_mode, warn_of_uncertain_ties

__all__ = ["TRIADS", "dyad_census", "triad_census"]

# Mutual, asymmetric and null pairs; then Down, Up, Transitive or Cyclic where these do not tell which.
TRIADS = (
    *("003", "012", "102", "021D", "021U", "021C", "111D", "111U"),
    *("030T", "030C", "201", "120D", "120U", "120C", "210", "300"),
)


@checked
def dyad_census(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    """How many dyads are mutual, asymmetric and null?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    DataFrame
        Index `dyad`: mutual, asymmetric, null, unknown. Column `count`: whole numbers that add up to n (n - 1) / 2.

    Notes
    -----
    A pair is unknown if either of its two cells is; so there is no warning about unknown ties. Where nothing is unknown
    it equals igraph and R's sna. Undirected ties are mutual.

    References
    ----------
    Holland, P. W. & Leinhardt, S. (1976). Local structure in social networks. Sociological Methodology, 7, 1-45.
    doi:10.2307/270703

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.census import dyad_census
    >>> dyad_census(sc.load_dataset("knoke"), layer="information")["count"].to_dict()
    {'mutual': 17, 'asymmetric': 15, 'null': 13, 'unknown': 0}
    """
    n, ties, unknown = _tied_and_unknown(cluster, layer)
    open_pairs = (unknown + unknown.T).astype(bool)
    sure = (ties > open_pairs).tocsr()
    mutual = int(sure.multiply(sure.T).sum()) // 2
    asymmetric = sure.nnz - 2 * mutual
    hidden = open_pairs.nnz // 2
    null = n * (n - 1) // 2 - mutual - asymmetric - hidden
    return _counts({"mutual": mutual, "asymmetric": asymmetric, "null": null, "unknown": hidden}, "dyad")


@checked
def triad_census(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    """How often does each of the sixteen kinds of triad occur?

    Every three actors form one of sixteen patterns, named after the numbers of mutual, asymmetric and null pairs in
    them, as 120D. What a cluster has more of than chance would give (many 030T, few 030C: a hierarchy; many 300: closed
    circles) tells how ties follow from ties.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    DataFrame
        Index `triad`: 003, 012, 102, 021D, 021U, 021C, 111D, 111U, 030T, 030C, 201, 120D, 120U, 120C, 210, 300.
        Column `count`: whole numbers that add up to n (n - 1)(n - 2) / 6.

    Notes
    -----
    Equals igraph, networkx and R's sna. Undirected ties are mutual, so that only 003, 102, 201 and 300
    occur.

    References
    ----------
    Holland, P. W. & Leinhardt, S. (1976). Local structure in social networks. Sociological Methodology, 7, 1-45.
    doi:10.2307/270703

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.cohesion.census import triad_census
    >>> triad_census(sc.load_dataset("knoke"), layer="information")["count"].tolist()
    [3, 13, 12, 1, 13, 3, 10, 4, 7, 0, 14, 4, 2, 1, 24, 9]
    """
    net = network(cluster, layer)
    return _counts(dict(zip(TRIADS, triad_counts(net.ties), strict=True)), "triad")


def _tied_and_unknown(cluster: Any, layer: str | None) -> tuple[int, Matrix, Matrix]:
    """Return the number of actors, and where there are ties and unknown dyads (bool)."""
    measured: Cluster = one_mode(cluster)
    warn_of_uncertain_ties(measured, layer)
    return measured.n_actors, measured.matrix(layer).astype(bool), measured.unknown_matrix(layer)


def _counts(counts: dict[str, int], name: str) -> pd.DataFrame:
    values: Array = np.array(list(counts.values()), dtype=np.int64)
    return pd.DataFrame({"count": values}, index=pd.Index(list(counts), name=name))

"""Layers against each other: do they connect the same actors, and how many of them connect each tied pair?"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.matrix import Matrix
from socluster.measures.shared.layers import no_ties, relations_of

__all__ = ["layer_correlation", "layer_overlap", "multiplexity"]


@checked
def layer_overlap(cluster: Any, /, *, variant: Literal["jaccard", "share"] = "jaccard") -> pd.DataFrame:
    r"""Do two layers tie the same pairs?

    With A and B the pairs tied in two layers:

    .. math:: \text{jaccard} = \frac{|A \cap B|}{|A \cup B|}, \qquad \text{share} = \frac{|A \cap B|}{|A|}

    "share" says what part of the ties in the row's layer the column's layer has too.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    variant : {"jaccard", "share"}, default "jaccard"
        The definition.

    Returns
    -------
    DataFrame of float
        Rows and columns are the layers of ties (index and columns named `layer`); from 0 to 1, with 1 on the diagonal.
        Symmetric for "jaccard".

    Notes
    -----
    Strengths do not count. In a directed layer the pairs are ordered; compared with one, an undirected tie is two arcs.
    A pair that is unknown in one of two layers is left out of their comparison, so there is no warning about it. NaN
    where the divisor is 0, as for an empty layer.

    References
    ----------
    Battiston, F., Nicosia, V. & Latora, V. (2014). Structural measures for multiplex networks. Physical Review E, 89,
    032804. doi:10.1103/PhysRevE.89.032804

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.overlap import layer_overlap
    >>> layer_overlap(sc.load_dataset("florentine")).round(4)
    layer     marriage  business
    layer
    marriage    1.0000    0.2963
    business    0.2963    1.0000
    """
    relations = relations_of(cluster)
    size = len(relations.names)
    overlap = np.full((size, size), np.nan)
    for one, other in np.ndindex(size, size):
        first, second, _ = relations.known(one, other)
        shared = first.astype(bool).multiply(second.astype(bool)).count_nonzero()
        ties = first.count_nonzero()
        whole = ties + second.count_nonzero() - shared if variant == "jaccard" else ties
        overlap[one, other] = shared / whole if whole else np.nan
    return pd.DataFrame(overlap, index=relations.columns, columns=relations.columns)


@checked
def layer_correlation(cluster: Any, /, *, weighted: bool = True) -> pd.DataFrame:
    r"""Does a tie in one layer make a tie in another more likely?

    Pearson's correlation of the cells of two matrices, the diagonal left out. Unlike the overlap it also counts where
    both layers have no tie, so that two dense layers are not alike just because they are dense. It is the statistic
    that a QAP test compares with chance.

    .. math:: r = \frac{\sum_{i \ne j} (a_{ij} - \bar a)(b_{ij} - \bar b)}
        {\sqrt{\sum_{i \ne j} (a_{ij} - \bar a)^2 \sum_{i \ne j} (b_{ij} - \bar b)^2}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    weighted : bool, default True
        Correlate strengths; if False, ties as ones.

    Returns
    -------
    DataFrame of float
        Rows and columns are the layers of ties (index and columns named `layer`); symmetric, from -1 to 1.

    Notes
    -----
    Cells unknown in one of two layers are left out of their comparison, so there is no warning about them. NaN where
    a layer does not vary (no ties, or all ties equally strong). There is no test here: cells of a network depend on
    each other, and the usual test of a correlation is wrong for them. Equals `gcor` of R's sna.

    References
    ----------
    Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of dyadic data. Social
    Networks, 10, 359-381. doi:10.1016/0378-8733(88)90004-4

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.overlap import layer_correlation
    >>> layer_correlation(sc.load_dataset("knoke")).round(4)
    layer        information   money
    layer
    information       1.0000 -0.0508
    money            -0.0508  1.0000
    """
    relations = relations_of(cluster)
    size = len(relations.names)
    correlation = np.full((size, size), np.nan)
    for one, other in np.ndindex(size, size):
        first, second, cells = relations.known(one, other)
        if not weighted:
            first, second = first.astype(bool).astype(float), second.astype(bool).astype(float)
        correlation[one, other] = _pearson(first, second, cells)
    return pd.DataFrame(correlation, index=relations.columns, columns=relations.columns)


@checked
def multiplexity(cluster: Any, /) -> pd.DataFrame:
    """How many kinds of tie connect each tied pair?

    Ties of a single kind break easily; relations that rest on several kinds at once last longer. The first row is the
    density of all layers laid together, in which a pair tied in several layers counts once; the last row that of the
    pairs tied in every layer.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.

    Returns
    -------
    DataFrame
        Index `layers`: at least 1, 2, ... of the layers. Columns: pairs (whole number), density (their part of all
        pairs), share (their part of the pairs tied in any layer), the last two from 0 to 1.

    Notes
    -----
    If any layer is directed, pairs are ordered and an undirected tie is two of them; if not, they are not. Strengths do
    not count. Unknown dyads count as no tie. Densities are NaN with fewer than 2 actors, shares without ties.

    References
    ----------
    Provan, K. G., Fish, A. & Sydow, J. (2007). Interorganizational networks at the network level: a review of the
    empirical literature on whole networks. Journal of Management, 33, 479-516. doi:10.1177/0149206307302554

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.overlap import multiplexity
    >>> multiplexity(sc.load_dataset("florentine")).round(4)
            pairs  density   share
    layers
    1          27   0.2250  1.0000
    2           8   0.0667  0.2963
    """
    relations = relations_of(cluster)
    relations.warn_of_unknown()
    layers = sum((ties.astype(bool).astype(int) for ties in relations.strength), no_ties(relations.cluster))
    cells = 1 if relations.cluster.is_directed() else 2  # of a pair
    steps = range(1, len(relations.names) + 1)
    pairs = np.array([np.count_nonzero(layers.data >= step) // cells for step in steps], dtype=np.int64)
    possible = relations.pairs / cells
    return pd.DataFrame(
        {
            "pairs": pairs,
            "density": pairs / possible if possible else np.nan,
            "share": pairs / pairs[0] if pairs.any() else np.nan,
        },
        index=pd.Index(steps, name="layers"),
    )


def _pearson(first: Matrix, second: Matrix, cells: int) -> float:
    """Return the correlation over so many cells off the diagonal, of which the matrices hold those that are not 0."""
    keys = [each.row * np.int64(each.shape[1]) + each.col for each in (first.tocoo(), second.tocoo())]
    tied = np.union1d(*keys)
    values = np.zeros((2, len(tied)))
    values[0, np.searchsorted(tied, keys[0])] = first.tocoo().data
    values[1, np.searchsorted(tied, keys[1])] = second.tocoo().data
    empty = cells - len(tied)
    if not len(tied) or (not empty and (np.ptp(values, axis=1) == 0).any()) or not values.any(axis=1).all():
        return float("nan")
    values /= values.max(axis=1, keepdims=True)
    mean = values.sum(axis=1, keepdims=True) / cells
    moments = (values - mean) @ (values - mean).T + empty * mean @ mean.T
    return float(np.clip(moments[0, 1] / np.sqrt(moments[0, 0] * moments[1, 1]), -1.0, 1.0))

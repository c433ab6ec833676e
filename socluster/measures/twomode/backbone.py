"""Backbones: the ties of a projection, or of a weighted network, that are more than chance would give."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.groups.backbone import affiliation_probabilities, at_least
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, SingleEventWarning
from socluster.core.matrix import Matrix
from socluster.measures.shared.incidence import incidence
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room

__all__ = ["disparity_backbone", "projection_backbone"]

Correction: TypeAlias = Literal["none", "holm", "fdr"]

CASES = 2**21  # cells of the distributions held at a time


@checked
def projection_backbone(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    alpha: float = 0.05,
    correction: Correction = "none",
) -> Cluster:
    r"""Which actors share more groups than expected by chance?

    Who belongs to many groups, or to large ones, shares groups with almost everybody. A tie of the backbone says that
    two actors share more than two such actors do when who belongs where is random, while, on average, every actor
    belongs to as many groups, and every group has as many actors, as observed (stochastic degree sequence model).

    .. math:: p\text{-value}_{ij} = P\Big(\sum_k X_k \ge s_{ij}\Big), \qquad X_k \sim \text{Bernoulli}(p_{ik} p_{jk})

    with s the groups that i and j share, and p_ik the probability that i belongs to group k.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        A cluster with groups.
    layer : str, optional
        One layer of affiliations; without it, all of them.
    alpha : float, default 0.05
        Ties with a p-value of at most this much are kept; 1 keeps all pairs that share a group.
    correction : {"none", "holm", "fdr"}, default "none"
        Of the p-values for the number of pairs: Holm's (no false tie at all, but for a chance of alpha), or Benjamini
        and Hochberg's false discovery rate (the part of false ties is alpha at most). All pairs of actors count.

    Returns
    -------
    Cluster
        As `Cluster.project` returns it, weights being numbers of shared groups, with the ties of the backbone only and
        two further columns of the ties: `p_value` (corrected) and `expected`, the shared groups that chance gives.

    Raises
    ------
    InputError
        If the cluster has no groups, or alpha is no share.

    Notes
    -----
    The probabilities are those of the bipartite configuration model, the maximum-entropy model with these expected
    degrees; Neal (2014) estimated them by regression. p-values are exact (Poisson-binomial). R's backbone
    (`sdsm`) uses the same probabilities, in some versions with an approximation of the tail. The test is one-sided. The
    p-values of different pairs are not independent. For a backbone of groups use
    ``projection_backbone(swap_modes(cluster))``.

    References
    ----------
    Neal, Z. (2014). The backbone of bipartite projections: inferring relationships from co-authorship, co-sponsorship,
    co-attendance and other co-behaviors. Social Networks, 39, 84-97. doi:10.1016/j.socnet.2014.06.001
    Neal, Z. P., Domagalski, R. & Sagan, B. (2021). Comparing alternatives to the fixed degree sequence model for
    extracting the backbone of bipartite projections. Scientific Reports, 11, 23929. doi:10.1038/s41598-021-03238-3
    Saracco, F., Di Clemente, R., Gabrielli, A. & Squartini, T. (2015). Randomizing bipartite networks: the case of the
    World Trade Web. Scientific Reports, 5, 10595. doi:10.1038/srep10595

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.backbone import projection_backbone
    >>> davis = sc.load_dataset("davis")
    >>> backbone = projection_backbone(davis, alpha=0.1)
    >>> davis.project().n_ties, backbone.n_ties
    (139, 2)
    >>> backbone.ties[["source", "target", "weight", "expected", "p_value"]].round(3)
          source  target  weight  expected  p_value
    0  Katherina  Sylvia     6.0     3.658    0.094
    1     Olivia   Flora     2.0     0.554    0.088
    """
    _check_alpha(alpha)
    two = incidence(cluster, layer)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SingleEventWarning)  # whether a large group means anything is asked below
        projected = two.cluster.project(layer)
    n_actors, n_groups = two.shape
    refuse_without_room("projection_backbone", n_actors, rows=max(n_actors, projected.n_ties), columns=n_groups)
    probability = affiliation_probabilities(_degrees(two.matrix), _degrees(two.matrix.T.tocsr()))
    ties = projected.ties
    source, target = (two.index.get_indexer(ties[end]) for end in ("source", "target"))
    n_pairs = projected.n_actors * (projected.n_actors - 1) // 2
    expected = np.einsum("ij,ij->i", probability[source], probability[target])
    p_value = _corrected(_tails(probability, source, target, ties["weight"].to_numpy()), n_pairs, correction)
    return _kept(projected, ties.assign(p_value=p_value, expected=expected), p_value <= alpha)


@checked
def disparity_backbone(cluster: Any, /, *, layer: str | None = None, alpha: float = 0.05) -> Cluster:
    r"""Which ties carry more of an actor's strength than an even split would?

    If an actor divided its strength at random among its k partners, how likely would one of them get a share of at
    least w / s?

    .. math:: p_{ij} = \Big(1 - \frac{w_{ij}}{s_i}\Big)^{k_i - 1}

    A tie is kept if it stands out for one of its two ends.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        A cluster with weighted ties.
    layer : str, optional
        One layer of ties, which is then the only one in the result; without it, every layer is filtered by itself,
        since weights on different ladders have no common unit.
    alpha : float, default 0.05
        Ties with a p-value of at most this much are kept.

    Returns
    -------
    Cluster
        With the ties of the backbone only, and a further column of the ties: `p_value`, the smaller of those of the two
        ends.

    Raises
    ------
    InputError
        If alpha is no share, there is no such layer, or a layer holds several waves.

    Notes
    -----
    If ties are directed, the source looks at its outgoing strength, the target at its incoming one. An end with a
    single partner never keeps a tie (p-value 1). Where all weights are equal, hardly any tie stands out. Steps of a
    ladder are read as plain numbers.

    References
    ----------
    Serrano, M. Á., Boguñá, M. & Vespignani, A. (2009). Extracting the multiscale backbone of complex weighted networks.
    PNAS, 106, 6483-6488. doi:10.1073/pnas.0808904106

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.backbone import disparity_backbone
    >>> backbone = disparity_backbone(sc.load_dataset("karate"), alpha=0.2)
    >>> backbone.ties[["source", "target", "weight", "p_value"]].round(3)
      source target  weight  p_value
    0      0      2     5.0    0.149
    1      1      2     6.0    0.157
    2     25     31     7.0    0.132
    3     32     33     5.0    0.172
    """
    _check_alpha(alpha)
    measured = network(cluster, layer).cluster
    if layer is not None:
        measured = measured.layer(layer)
    ties = measured.ties
    p_value = np.ones(len(ties))
    for name in measured.tie_layers:
        rows = (ties["layer"] == name).to_numpy(dtype=bool)
        strength = measured.matrix(name)
        ends = [measured.index.get_indexer(ties.loc[rows, end]) for end in ("source", "target")]
        p_value[rows] = _disparity(strength, ends[0], ends[1], ties.loc[rows, "weight"].to_numpy())
    return _kept(measured, ties.assign(p_value=p_value), p_value <= alpha)


def _check_alpha(alpha: float) -> None:
    if isinstance(alpha, bool) or not isinstance(alpha, int | float) or not 0 < alpha <= 1:
        raise InputError(Problem("alpha must be a number above 0 and at most 1", value=alpha))


def _degrees(matrix: Matrix) -> Array:
    return np.diff(matrix.indptr)


def _tails(probability: Array, source: Array, target: Array, shared: Array) -> Array:
    """Return the tail of every pair; pairs of the same two sorts of actors have one distribution, reckoned once."""
    sorts, sort = np.unique(probability.round(12), axis=0, return_inverse=True)
    sort = sort.ravel()
    kinds = np.sort(np.column_stack([sort[source], sort[target]]), axis=1)
    cases = np.column_stack([kinds, shared.astype(np.int64)])
    distinct, case = np.unique(cases, axis=0, return_inverse=True)
    step = max(1, CASES // (probability.shape[1] + 1))
    tails = [
        at_least(part[:, 2], sorts[part[:, 0]] * sorts[part[:, 1]])
        for part in (distinct[start : start + step] for start in range(0, len(distinct), step))
    ]
    return np.concatenate(tails)[case.ravel()] if tails else np.ones(0)


def _corrected(p_value: Array, n_tests: int, correction: str) -> Array:
    """Correct for all pairs; those that share nothing have p-values of 1 and stand behind all others."""
    if correction == "none" or not len(p_value):
        return p_value
    order = np.argsort(p_value, kind="stable")
    rank = np.arange(1, len(p_value) + 1)
    if correction == "holm":
        ordered = np.maximum.accumulate(p_value[order] * (n_tests - rank + 1))
    else:
        ordered = np.minimum.accumulate((p_value[order] * n_tests / rank)[::-1])[::-1]
    result = np.empty_like(p_value)
    result[order] = np.minimum(ordered, 1.0)
    return result


def _disparity(strength: Matrix, source: Array, target: Array, weight: Array) -> Array:
    """Return the smaller p-value of the two ends of every tie."""
    back = strength.T.tocsr()
    at_source = _share_tail(weight, np.asarray(strength.sum(axis=1)).ravel()[source], _degrees(strength)[source])
    at_target = _share_tail(weight, np.asarray(back.sum(axis=1)).ravel()[target], _degrees(back)[target])
    return np.minimum(at_source, at_target)


def _share_tail(weight: Array, strength: Array, degree: Array) -> Array:
    share = np.minimum(weight / strength, 1.0)
    tail: Array = np.where(degree > 1, (1.0 - share) ** np.maximum(degree - 1, 1), 1.0)
    return tail


def _kept(cluster: Cluster, ties: pd.DataFrame, keep: Array) -> Cluster:
    tables = cluster.parts.to_tables()
    kinds = {**tables.kinds, "ties": {**tables.kinds["ties"], "p_value": "number", "expected": "number"}}
    return Cluster._from(replace(tables, ties=ties[keep], kinds=kinds))

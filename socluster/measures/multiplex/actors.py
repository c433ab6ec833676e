"""Actors in several layers: in which of them is an actor active, and which partners would it lose with one of them?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import strangers_among
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, check_direction
from socluster.measures.shared.layers import Relations, no_ties, relations_of
from socluster.measures.shared.network import counts
from socluster.words import phrase

__all__ = [
    "layer_exclusivity",
    "layer_participation",
    "layer_relevance",
    "multiplex_degree",
    "multiplex_neighbourhood",
]


@checked
def multiplex_degree(cluster: Any, /, *, direction: Direction = "all", normalized: bool = True) -> pd.DataFrame:
    """How many partners does an actor have in each layer?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    direction : {"all", "out", "in"}, default "all"
        Whose ties count, as in `degree`; a mutual partner is one partner ("all").
    normalized : bool, default True
        Divide by n - 1, the largest number possible.

    Returns
    -------
    DataFrame of float
        Index `actor`, a column per layer of ties (columns named `layer`); from 0 to 1, or from 0 to n - 1 partners if
        not normalized.

    Notes
    -----
    An isolate has 0. Normalized, the value of a single actor is NaN. A column equals `degree` of that layer. The row
    sum is the overlapping degree of Battiston et al. Unknown dyads count as no tie.

    References
    ----------
    Battiston, F., Nicosia, V. & Latora, V. (2014). Structural measures for multiplex networks. Physical Review E, 89,
    032804. doi:10.1103/PhysRevE.89.032804

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.actors import multiplex_degree
    >>> multiplex_degree(sc.load_dataset("florentine"), normalized=False).loc[["Medici", "Strozzi"]]
    layer    marriage  business
    actor
    Medici          6         5
    Strozzi         4         0
    """
    check_direction(direction)
    relations = relations_of(cluster)
    relations.warn_of_unknown()
    degrees = _degrees(relations, direction)
    others = relations.cluster.n_actors - 1
    if not normalized:
        return pd.DataFrame(counts(degrees), index=relations.cluster.index, columns=relations.columns)
    degrees = degrees / others if others > 0 else np.full_like(degrees, np.nan)
    return pd.DataFrame(degrees, index=relations.cluster.index, columns=relations.columns)


@checked
def multiplex_neighbourhood(
    cluster: Any,
    /,
    *,
    layers: str | Iterable[str] | None = None,
    direction: Direction = "all",
    exclusive: bool = False,
) -> pd.Series[Any]:
    r"""How many different partners does an actor have over several layers?

    A partner in two layers counts once, so that the neighbourhood is at most the sum of the degrees; the smaller it is
    against that sum, the more its relations repeat each other.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layers : str or iterable of str, optional
        Layers of ties; without it, all.
    direction : {"all", "out", "in"}, default "all"
        Whose ties count, as in `degree`.
    exclusive : bool, default False
        Count only partners who would be lost without these layers, as no other layer ties them to the actor.

    Returns
    -------
    Series of int
        Index `actor`, name `multiplex_neighbourhood`; from 0 to n - 1 partners.

    Raises
    ------
    InputError
        If there is no such layer.

    Notes
    -----
    Over all layers it equals ``degree(cluster, normalized=False)``. Unknown dyads count as no tie.

    References
    ----------
    Berlingerio, M., Coscia, M., Giannotti, F., Monreale, A. & Pedreschi, D. (2013). Multidimensional networks:
    foundations of structural analysis. World Wide Web, 16, 567-593. doi:10.1007/s11280-012-0190-4

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.actors import multiplex_neighbourhood
    >>> multiplex_neighbourhood(sc.load_dataset("florentine")).nlargest(2)
    actor
    Medici     8
    Peruzzi    5
    Name: multiplex_neighbourhood, dtype: int64
    """
    check_direction(direction)
    relations = relations_of(cluster)
    relations.warn_of_unknown()
    chosen = _chosen(relations, layers)
    partners = [_partners(each, direction) for each in relations.strength]
    inside = _any(relations.cluster, [partners[place] for place in chosen])
    if exclusive:
        outside = _any(relations.cluster, [each for place, each in enumerate(partners) if place not in chosen])
        inside = inside > outside
    found = counts(np.asarray(inside.sum(axis=1)).ravel())
    return pd.Series(found, index=relations.cluster.index, name="multiplex_neighbourhood")


@checked
def layer_relevance(cluster: Any, /, *, direction: Direction = "all") -> pd.DataFrame:
    r"""What share of its partners does an actor have in each layer?

    .. math:: R(v, d) = \frac{|N_d(v)|}{|\bigcup_{d'} N_{d'}(v)|}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    direction : {"all", "out", "in"}, default "all"
        Whose ties count, as in `degree`.

    Returns
    -------
    DataFrame of float
        Index `actor`, a column per layer of ties (columns named `layer`); from 0 to 1. A row adds up to more than 1 if
        partners repeat over layers. NaN for an actor without partners.

    Notes
    -----
    The dimension relevance of Berlingerio et al. Strengths do not count. Unknown dyads count as no tie.

    References
    ----------
    Berlingerio, M., Coscia, M., Giannotti, F., Monreale, A. & Pedreschi, D. (2013). Multidimensional networks:
    foundations of structural analysis. World Wide Web, 16, 567-593. doi:10.1007/s11280-012-0190-4

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.actors import layer_relevance
    >>> layer_relevance(sc.load_dataset("florentine")).loc[["Medici", "Strozzi"]]
    layer    marriage  business
    actor
    Medici       0.75     0.625
    Strozzi      1.00     0.000
    """
    check_direction(direction)
    relations = relations_of(cluster)
    relations.warn_of_unknown()
    return _relative(relations, direction, _degrees(relations, direction))


@checked
def layer_exclusivity(cluster: Any, /, *, direction: Direction = "all") -> pd.DataFrame:
    r"""What share of its partners would an actor lose with each layer?

    Partners tied to the actor in this layer and in no other, as a part of all its partners:

    .. math:: R_{XOR}(v, d) = \frac{|N_d(v) \setminus \bigcup_{d' \ne d} N_{d'}(v)|}{|\bigcup_{d'} N_{d'}(v)|}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    direction : {"all", "out", "in"}, default "all"
        Whose ties count, as in `degree`.

    Returns
    -------
    DataFrame of float
        Index `actor`, a column per layer of ties (columns named `layer`); from 0 to 1. A row adds up to 1 at most; the
        rest are partners in several layers. NaN for an actor without partners.

    Notes
    -----
    The exclusive dimension relevance (XOR) of Berlingerio et al. Strengths do not count. Unknown dyads count as no tie.

    References
    ----------
    Berlingerio, M., Coscia, M., Giannotti, F., Monreale, A. & Pedreschi, D. (2013). Multidimensional networks:
    foundations of structural analysis. World Wide Web, 16, 567-593. doi:10.1007/s11280-012-0190-4

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.actors import layer_exclusivity
    >>> layer_exclusivity(sc.load_dataset("florentine")).loc[["Medici", "Strozzi"]]
    layer    marriage  business
    actor
    Medici      0.375      0.25
    Strozzi     1.000      0.00
    """
    check_direction(direction)
    relations = relations_of(cluster)
    relations.warn_of_unknown()
    partners = [_partners(each, direction).astype(int) for each in relations.strength]
    times = sum(partners, no_ties(relations.cluster))
    alone = times.copy()
    alone.data = (times.data == 1).astype(int)
    counts = [np.asarray(each.multiply(alone).sum(axis=1)).ravel() for each in partners]
    return _relative(relations, direction, _side_by_side(relations, counts))


@checked
def layer_participation(cluster: Any, /, *, direction: Direction = "all") -> pd.Series[Any]:
    r"""Are an actor's ties spread evenly over the layers?

    .. math:: P_i = \frac{M}{M - 1} \Big( 1 - \sum_{\alpha=1}^{M} \Big( \frac{k_i^\alpha}{o_i} \Big)^2 \Big)

    with k the degree in one of the M layers and o the sum over all of them.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    direction : {"all", "out", "in"}, default "all"
        Whose ties count, as in `degree`.

    Returns
    -------
    Series of float
        Index `actor`, name `layer_participation`; from 0 (all ties in one layer) to 1 (as many in each).

    Notes
    -----
    NaN for an actor without ties, and for all where there are fewer than 2 layers. Not the participation coefficient of
    Guimerà and Amaral, which looks at the parts of a partition. Strengths do not count. Unknown dyads count as no tie.

    References
    ----------
    Battiston, F., Nicosia, V. & Latora, V. (2014). Structural measures for multiplex networks. Physical Review E, 89,
    032804. doi:10.1103/PhysRevE.89.032804

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.multiplex.actors import layer_participation
    >>> layer_participation(sc.load_dataset("florentine")).loc[["Medici", "Strozzi", "Peruzzi"]].round(4)
    actor
    Medici     0.9917
    Strozzi    0.0000
    Peruzzi    0.9796
    Name: layer_participation, dtype: float64
    """
    check_direction(direction)
    relations = relations_of(cluster)
    relations.warn_of_unknown()
    degrees = _degrees(relations, direction)
    n_layers = len(relations.names)
    total = degrees.sum(axis=1)
    is_defined = (total > 0) & (n_layers > 1)
    squares = (degrees**2).sum(axis=1)
    spread = np.full(len(total), np.nan)
    spread[is_defined] = 1 - squares[is_defined] / total[is_defined] ** 2
    values = spread * n_layers / max(n_layers - 1, 1)
    return pd.Series(values, index=relations.cluster.index, name="layer_participation")


def _partners(strength: Matrix, direction: Direction) -> Matrix:
    """Return who counts as a partner of whom, as a matrix of truths."""
    ties = {"out": strength, "in": strength.T, "all": strength + strength.T}[direction]
    partners: Matrix = ties.tocsr().astype(bool)
    return partners


def _degrees(relations: Relations, direction: Direction) -> Array:
    counts = [np.diff(_partners(each, direction).indptr) for each in relations.strength]
    return _side_by_side(relations, counts)


def _side_by_side(relations: Relations, columns: list[Array]) -> Array:
    """Return the columns as one table of floats, also where there is none."""
    shape = (relations.cluster.n_actors, len(columns))
    return np.array(columns, dtype=float).reshape(shape[::-1]).T


def _relative(relations: Relations, direction: Direction, counts: Array) -> pd.DataFrame:
    """Return counts of partners as a part of all partners; NaN for an actor without any."""
    partners = _any(relations.cluster, [_partners(each, direction) for each in relations.strength])
    whole = np.diff(partners.indptr)[:, None].astype(float)
    share = np.divide(counts, whole, out=np.full(counts.shape, np.nan), where=whole > 0)
    return pd.DataFrame(share, index=relations.cluster.index, columns=relations.columns)


def _any(cluster: Cluster, partners: list[Matrix]) -> Matrix:
    united: Matrix = sum(partners, no_ties(cluster).astype(bool)).astype(bool)
    return united


def _chosen(relations: Relations, layers: str | Iterable[str] | None) -> list[int]:
    """Return the places of the layers that are asked for."""
    wanted = relations.names if layers is None else [layers] if isinstance(layers, str) else list(layers)
    wrong = strangers_among(wanted, relations.names)
    if wrong:
        there = {"layers": list(relations.names) or phrase("none")}
        raise InputError(
            [
                Problem(
                    "is not a layer of ties; the layers here: {layers}",
                    "layers",
                    value=name,
                    nearest=nearest(name, relations.names),
                    values=there,
                )
                for name in wrong
            ]
        )
    return sorted({relations.names.index(name) for name in wanted})

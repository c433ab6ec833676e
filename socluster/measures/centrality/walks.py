"""Centrality by walks: all the ways, long and short, that lead to an actor, from it, or back to it."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.linalg import eigh, expm

from socluster._kernels.scaling import at_most_one, exponent, scaled
from socluster._kernels.spectra import perron as kernel
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, check_direction, refuse_directed, seen_from
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import phrase

__all__ = ["bonacich_power", "katz", "laplacian_centrality", "subgraph_centrality"]


@checked
def katz(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "in",
    alpha: float | None = None,
    weighted: bool = True,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How much reaches an actor over walks of all lengths?

    Everybody starts with 1, and what arrives over a tie is weakened by alpha, over two ties by alpha squared, and so
    on. A small alpha makes it a count of ties, the largest one makes it `eigenvector`; but here everybody has a value,
    in a hierarchy and in a cluster that falls into pieces too. With direction "all" both directions add up: a mutual
    pair counts twice, where `degree` counts it once.

    .. math:: x_i = 1 + \alpha \sum_j z_{ji} x_j

    For direction "out" the sum runs over z_ij, for "all" over both.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    direction : {"in", "out", "all"}, default "in"
        Ways that lead to the actor, from it, or along ties whichever way they run.
    alpha : float, optional
        What is left after one tie of strength 1: from 0 to below 1 / the largest eigenvalue of the matrix of ties. By
        default 0.85 of that limit; 0.85 if there is no limit, because no walk comes back to where it began. State one
        to compare networks.
    weighted : bool, default True
        A tie counts with its strength; if False, every tie counts 1.
    normalized : bool, default True
        Divide by the largest value. If not, who has no incoming tie has 1.

    Returns
    -------
    Series of float
        Index `actor`, name `katz`; above 0 and at most 1, or from 1 if not normalized.

    Raises
    ------
    InputError
        If alpha is too large: what comes would have no end. The message names the limit.

    Notes
    -----
    Always defined: without ties everybody has the same. Not normalized it equals networkx
    (katz_centrality_numpy(normalized=False)) and R igraph's alpha_centrality (weights=NA).

    References
    ----------
    Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika, 18, 39-43.
    doi:10.1007/BF02289026

    Examples
    --------
    >>> import socluster as sc
    >>> katz(sc.load_dataset("knoke"), layer="information", alpha=0.1, normalized=False).nlargest(3).round(3)
    actor
    NEWS    2.736
    MAYR    2.629
    COMM    2.629
    Name: katz, dtype: float64
    """
    check_direction(direction)
    net = network(cluster, layer)
    matrix = seen_from(net.strength if weighted else net.binary, direction, directed=net.directed)
    unit, factor = _unit_and_factor("alpha", alpha, 0.85, matrix, smallest=0.0)
    values = kernel.solve(unit, factor, np.ones(net.n))
    return net.series(values / values.max() if normalized and net.n else values, "katz")


@checked
def bonacich_power(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "out",
    beta: float | None = None,
    weighted: bool = True,
    variant: Literal["length", "sum", "raw"] = "length",
) -> pd.Series[Any]:
    r"""Is an actor powerful because its partners are strong, or because they are weak?

    With a positive beta, partners who are central themselves make an actor central: information, support. With a
    negative beta, partners who have few others make it powerful: bargaining, where who depends on you must give way.
    With beta 0 it is degree, but for direction "all", where both directions add up: a mutual pair counts twice, where
    `degree` counts it once.

    .. math:: c = a \, (I - \beta Z)^{-1} Z \mathbf{1}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    direction : {"out", "in", "all"}, default "out"
        Partners to whom ties run, from whom they run (Z transposed), or both together (Z plus its transpose).
    beta : float, optional
        How much the partners' own ties count, above -1 / v and below 1 / v, with v the largest eigenvalue of Z. By
        default 0.5 / v, half way from degree to `eigenvector`; 0.5 if v is 0. State one to compare networks.
    weighted : bool, default True
        A tie counts with its strength; if False, every tie counts 1.
    variant : {"length", "sum", "raw"}, default "length"
        How the factor a is chosen: the squares of all values sum up to n, so that 1 is a usual value ("length"), the
        values sum up to 1 ("sum"), or a = 1 ("raw").

    Returns
    -------
    Series of float
        Index `actor`, name `bonacich_power`; with a negative beta, values can be negative.

    Raises
    ------
    InputError
        If beta is outside of its limits; the message names them.

    Notes
    -----
    An isolate has 0. Without any ties the values are NaN ("raw": 0), and so they are for "sum" if they sum up to 0.
    Equals R's sna (bonpow) and R igraph's power_centrality (both: exponent=beta; "sum" with rescale=TRUE), which take a
    beta beyond the limits too, and UCINET's Beta centrality (6.849), whose multiple measures (BetaCent) multiply it by
    the square root of n. There is no `normalized`, because both ways of scaling are in use.

    References
    ----------
    Bonacich, P. (1987). Power and centrality: a family of measures. American Journal of Sociology, 92, 1170-1182.
    doi:10.1086/228631

    Examples
    --------
    A path of five: with a negative beta the second and the fourth are strongest, because the ends depend on them.

    >>> path = {"A": ["B"], "B": ["C"], "C": ["D"], "D": ["E"]}
    >>> import networkx as nx
    >>> bonacich_power(nx.Graph(path), beta=-0.4).round(2).tolist()
    [0.36, 1.45, 0.73, 1.45, 0.36]
    """
    check_direction(direction)
    net = network(cluster, layer)
    matrix = seen_from(net.strength if weighted else net.binary, direction, directed=net.directed)
    unit, factor = _unit_and_factor("beta", beta, 0.5, matrix, smallest=-1.0)
    values = kernel.solve(unit, factor, unit @ np.ones(net.n))
    return net.series(_scaled(values, variant, exponent(matrix.data)), "bonacich_power")


@checked
def subgraph_centrality(cluster: Any, /, *, layer: str | None = None, normalized: bool = True) -> pd.Series[Any]:
    r"""In how many closed walks does an actor take part?

    What an actor sends out can come back to it over two ties, over three (a triangle), and so on; the short rounds
    count most. Actors in dense surroundings are high, also where they are no stars of the whole network.

    .. math:: C_S(i) = \sum_{k = 0}^{\infty} \frac{(A^k)_{ii}}{k!} = (e^A)_{ii}

    with A the matrix of ties as ones.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    normalized : bool, default True
        Divide by the largest value.

    Returns
    -------
    Series of float
        Index `actor`, name `subgraph_centrality`; above 0 and at most 1, or from 1 if not normalized.

    Notes
    -----
    An isolate has 1 before normalizing. Strengths do not count: in the exponential, the scale of a ladder would change
    the order of the actors. Rounds follow the direction of the ties. Not normalized, it equals networkx and R igraph
    for undirected ties. Not normalized, the values of very dense clusters of more than 700 actors are too large for a
    computer and infinite. Takes a dense n x n matrix.

    References
    ----------
    Estrada, E. & Rodríguez-Velázquez, J. A. (2005). Subgraph centrality in complex networks. Physical Review E, 71,
    056103. doi:10.1103/PhysRevE.71.056103

    Examples
    --------
    >>> import socluster as sc
    >>> subgraph_centrality(sc.load_dataset("kite"), normalized=False).nlargest(3).round(2)
    actor
    3    17.52
    5    12.70
    6    12.70
    Name: subgraph_centrality, dtype: float64
    """
    net = network(cluster, layer)
    refuse_without_room("subgraph_centrality", net.n)
    values, logarithm = _closed_rounds(net.binary, directed=net.directed)
    if normalized:
        return net.series(values / values.max() if net.n else values, "subgraph_centrality")
    with np.errstate(over="ignore"):
        return net.series(values * np.exp(logarithm), "subgraph_centrality")


@checked
def laplacian_centrality(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, normalized: bool = True
) -> pd.Series[Any]:
    r"""How much Laplacian energy would the cluster lose with an actor?

    Connection is measured by the Laplacian energy: strengths of the actors squared, plus those of the ties squared.
    Who has strong ties to partners with strong ties takes most of it away. It looks no farther than two steps.

    .. math:: C_L(i) = \frac{E - E_{-i}}{E}, \qquad E = \sum_j s_j^2 + 2 \sum_{j < k} z_{jk}^2

    with :math:`s_j` the sum of the strengths of all ties of j.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure; its ties must have no direction.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        A tie counts with its strength; if False, every tie counts 1.
    normalized : bool, default True
        Divide by E. If not, the loss itself.

    Returns
    -------
    Series of float
        Index `actor`, name `laplacian_centrality`; from 0 (isolate) to 1.

    Raises
    ------
    InputError
        If the ties are directed.

    Notes
    -----
    Normalized, the values are NaN if there are no ties; there networkx fails. In all else it equals networkx for
    undirected ties.

    References
    ----------
    Qi, X., Fuller, E., Wu, Q., Wu, Y. & Zhang, C.-Q. (2012). Laplacian centrality: a new centrality measure for
    weighted networks. Information Sciences, 194, 240-253. doi:10.1016/j.ins.2011.12.027

    Examples
    --------
    >>> import socluster as sc
    >>> laplacian_centrality(sc.load_dataset("kite")).nlargest(3).round(3)
    actor
    3    0.484
    5    0.387
    6    0.387
    Name: laplacian_centrality, dtype: float64
    """
    net = network(cluster, layer)
    refuse_directed(net, phrase("the Laplacian energy is defined without direction"))
    given = net.strength if weighted else net.binary
    strength = at_most_one(given)
    own = np.asarray(strength.sum(axis=1)).ravel()
    squares = strength.power(2)
    ties_squared = np.asarray(squares.sum(axis=1)).ravel()
    # Without i, each partner j has s_j - z_ij: its square falls by 2 s_j z_ij - z_ij^2, and the tie's by 2 z_ij^2.
    lost = own**2 + 2 * (strength @ own) + ties_squared
    energy = float((own**2).sum() + ties_squared.sum())
    if not normalized:
        return net.series(np.ldexp(lost, 2 * exponent(given.data)), "laplacian_centrality")
    return net.series(lost / energy if energy > 0 else np.full(net.n, np.nan), "laplacian_centrality")


def _unit_and_factor(
    argument: str, value: float | None, part: float, matrix: Matrix, *, smallest: float
) -> tuple[Matrix, float]:
    """Return the matrix in a unit in which its values are at most 1, and the factor of a step in this unit.

    The factor is by default a part of the limit; `smallest` is the lower limit as a part of it.
    """
    unit, power = at_most_one(matrix), exponent(matrix.data)
    eigenvalue = kernel.leading_eigenvalue(unit)
    limit_in_unit = 1 / eigenvalue if eigenvalue > 0 else np.inf
    limit = float(np.ldexp(limit_in_unit, -power))
    if value is None and eigenvalue > 0:
        return unit, part * limit_in_unit
    value = part if value is None else value
    is_number = isinstance(value, int | float | np.number) and not isinstance(value, bool)
    above = is_number and (value >= 0 if smallest == 0 else value > smallest * limit)
    if not (is_number and np.isfinite(value) and above and value < limit):
        told = {"argument": argument, "low": smallest * limit, "limit": limit}
        if smallest == 0:
            raise InputError(
                Problem("{argument} must be a number of at least 0 and below {limit} here", value=value, values=told)
            )
        raise InputError(
            Problem("{argument} must be a number above {low} and below {limit} here", value=value, values=told)
        )
    return unit, float(np.ldexp(float(value), power))


def _scaled(values: Array, variant: str, power: int) -> Array:
    """Return the values, which were computed in a unit of 2 ** power, as the variant wants them."""
    if variant == "raw":
        in_own_unit: Array = np.ldexp(values, power)
        return in_own_unit
    values = scaled(values)
    size = values.sum() if variant == "sum" else np.sqrt((values**2).mean()) if len(values) else 0.0
    return values / size if size != 0 else np.full(len(values), np.nan)


def _closed_rounds(ties: Matrix, *, directed: bool) -> tuple[Array, float]:
    """Return the diagonal of the exponential, divided by e to the power of the second number lest it overflow."""
    n = ties.shape[0]
    if not ties.nnz:
        return np.ones(n), 0.0
    dense = ties.toarray()
    if directed:
        largest = kernel.leading_eigenvalue(ties)
        return np.diagonal(expm(dense - largest * np.eye(n))).copy(), largest
    eigenvalues, vectors = eigh(dense)
    return vectors**2 @ np.exp(eigenvalues - eigenvalues[-1]), float(eigenvalues[-1])

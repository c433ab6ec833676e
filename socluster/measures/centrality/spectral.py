"""Centrality by repute: an actor counts as much as those who turn to it count."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy import sparse

from socluster._kernels.scaling import at_most_one, exponent
from socluster._kernels.spectra import perron as kernel
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.measures.shared.direction import Direction, check_direction, seen_from
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.kept import graph_of
from socluster.measures.shared.network import network

__all__ = ["eigenvector", "hits", "pagerank"]

# Where a walker has to go for the ties of that direction to count.
_WALKED: dict[Direction, Direction] = {"in": "out", "out": "in", "all": "all"}


@checked
def eigenvector(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "in",
    weighted: bool = True,
    normalized: bool = True,
    variant: Literal["leading", "lambda-squared"] = "leading",
) -> pd.Series[Any]:
    r"""Is an actor tied to central actors?

    Every actor passes its own value on to those whom it is tied to; what stays the same in this round after round is
    the centrality. One partner in the middle can be worth more than several at the edge. With direction "all" both
    directions add up: a mutual pair counts twice, where `degree` counts it once.

    .. math:: x_i = \frac{1}{\lambda} \sum_j z_{ji} x_j

    with :math:`\lambda` the largest eigenvalue. For direction "out" the sum runs over z_ij, for "all" over both. Of a
    cluster in pieces, that leaves all but one piece at 0; "lambda-squared" gives every piece its own values instead,

    .. math:: x_i = \lambda_p^2 \, v_i \sum_{j \in p} v_j

    with the largest eigenvalue of the piece p and its eigenvector v, of length 1.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    direction : {"in", "out", "all"}, default "in"
        Whose values count: of those from whom ties run to the actor, of those to whom its ties run, or of both.
    weighted : bool, default True
        A tie counts with its strength; if False, every tie counts 1.
    normalized : bool, default True
        Divide by the largest value, so that the most central actor has 1. If not, the squares sum up to 1
        ("lambda-squared": the values of the formula).
    variant : {"leading", "lambda-squared"}, default "leading"
        What becomes of a cluster in pieces: only the leading one has values, or each has its own. "lambda-squared" is
        defined without direction, so directed ties need direction "all".

    Returns
    -------
    Series of float
        Index `actor`, name `eigenvector`; from 0 to 1, or above if "lambda-squared" is not normalized.

    Raises
    ------
    InputError
        If "lambda-squared" is asked along the direction of ties.

    Notes
    -----
    "lambda-squared" is what UCINET 6.849 does by default with a network in pieces, where it is called Everett-Borgatti
    lambda-squared; it prints the values that are not normalized here. It is the number of walks of two steps from an
    actor, as far as these lie along the leading eigenvector of its piece, so that large and dense pieces count more. In
    a connected network both variants agree, normalized. An isolate has 0. UCINET keeps the diagonal of its matrix, so
    that a tie of an actor with itself, which is refused here, changes its values. The rest is about "leading".

    If the cluster falls into pieces, the piece with the largest eigenvalue has it all: everybody in the other pieces,
    isolates included, has 0. If several pieces are equally strong (two pairs, say), the values are those to which
    passing on tends if all start with the same value. The pieces of directed networks are the strong components: who is
    not in the leading one has a value only if paths lead there from it. Without any closed walk (no ties, or a strict
    hierarchy) nothing stays the same, and the values are NaN; igraph gives 1 to all, or to the last in line. Use `katz`
    or `pagerank` for such clusters.

    In a connected network it equals igraph (normalized; direction "in" if directed), networkx (not normalized; "in")
    and R's sna (evcent, not normalized; "out").

    References
    ----------
    Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique identification. Journal of
    Mathematical Sociology, 2, 113-120. doi:10.1080/0022250X.1972.9989806

    Examples
    --------
    >>> import socluster as sc
    >>> eigenvector(sc.load_dataset("florentine"), layer="marriage").nlargest(3).round(3)
    actor
    Medici     1.000
    Strozzi    0.827
    Ridolfi    0.794
    Name: eigenvector, dtype: float64
    """
    check_direction(direction)
    net = network(cluster, layer)
    strength = net.strength if weighted else net.binary
    seen = seen_from(strength, direction, directed=net.directed)
    if variant == "lambda-squared":
        if net.directed and direction != "all":
            raise InputError(
                "variant='lambda-squared' is defined without direction, but these ties have one; take direction='all', "
                "or measure what symmetrise() gives"
            )
        vector = kernel.vectors_by_piece(at_most_one(seen))
        if not normalized:  # squares of eigenvalues, in the unit of the strengths
            vector = np.ldexp(vector, 2 * exponent(seen.data))
    else:
        vector = kernel.leading_vector(seen)
    return net.series(_of_largest(vector) if normalized else vector, "eigenvector")


@checked
def hits(cluster: Any, /, *, layer: str | None = None, weighted: bool = True, normalized: bool = True) -> pd.DataFrame:
    r"""Who points to the best sources, and who are the best sources (hubs and authorities)?

    A good hub turns to good authorities; a good authority is turned to by good hubs. In a referral network: who refers
    to the places that matter, and which places are these?

    .. math:: h_i = \frac{1}{\sigma} \sum_j z_{ij} a_j, \qquad a_j = \frac{1}{\sigma} \sum_i z_{ij} h_i

    with :math:`\sigma` the largest singular value of the matrix of ties.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        A tie counts with its strength; if False, every tie counts 1.
    normalized : bool, default True
        Divide each column by its largest value. If not, the squares of each sum up to 1.

    Returns
    -------
    DataFrame
        Index `actor`; columns hub and authority, from 0 to 1.

    Notes
    -----
    Without direction both columns are `eigenvector`. An isolate has 0; without any ties the values are NaN. If the
    network falls into several pieces of senders and receivers, the strongest has it all, and of equally strong ones
    each has what passing on from equal values tends to. Where one piece is the strongest, it equals igraph (hub_score,
    authority_score; normalized) and, but for the scale (there the sum is 1), networkx. UCINET keeps the diagonal of its
    matrix: a tie of an actor with itself, which is refused here, changes its values.

    References
    ----------
    Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM, 46, 604-632.
    doi:10.1145/324133.324140

    Examples
    --------
    >>> import socluster as sc
    >>> hits(sc.load_dataset("knoke"), layer="money").nlargest(2, "authority").round(3)
             hub  authority
    actor
    UWAY   0.305      1.000
    EDUC   0.289      0.881
    """
    net = network(cluster, layer)
    strength = net.strength if weighted else net.binary
    if net.directed:
        both_roles = sparse.block_array([[None, strength], [strength.T, None]], format="csr")  # as sender, as receiver
        hub, authority = np.split(kernel.leading_vector(both_roles), 2)
    else:
        hub = authority = kernel.leading_vector(strength)
    columns = {"hub": hub, "authority": authority}
    scale = _of_largest if normalized else _of_length
    return pd.DataFrame({name: scale(values) for name, values in columns.items()}, index=net.cluster.index)


@checked
def pagerank(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    direction: Direction = "in",
    weighted: bool = True,
    damping: float = 0.85,
    normalized: bool = True,
) -> pd.Series[Any]:
    r"""How often does a random walker visit an actor?

    The walker follows a tie of the actor where it is, a strong one more often, and now and then restarts
    anywhere. Its share of time at an actor says how much is turned to it. Unlike `eigenvector`, everybody has a value,
    and who turns to many gives each of them little. With direction "all" both directions add up: a mutual pair counts
    twice, where `degree` counts it once.

    .. math:: x_i = \frac{1 - d}{n} + d \sum_j \frac{z_{ji}}{s_j} x_j

    with :math:`s_j` the sum of all z_jk. Who has no outgoing tie passes on to everybody alike.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    direction : {"in", "out", "all"}, default "in"
        The walker follows ties from source to target, so that incoming ties count ("in"), or backwards ("out"), or
        both ways ("all").
    weighted : bool, default True
        A tie counts with its strength; if False, every tie counts 1.
    damping : float, default 0.85
        The d of the formula: how often the walker follows a tie and does not restart, from 0 to below 1.
    normalized : bool, default True
        All values together are 1. If not, their mean is 1, as in the original formula, so that networks of different
        size can be compared.

    Returns
    -------
    Series of float
        Index `actor`, name `pagerank`; above 0 and at most 1, or n if not normalized.

    Notes
    -----
    Always defined: without ties everybody has the same. The engine is igraph; equals networkx.

    References
    ----------
    Brin, S. & Page, L. (1998). The anatomy of a large-scale hypertextual Web search engine. Computer Networks and ISDN
    Systems, 30, 107-117. doi:10.1016/S0169-7552(98)00110-X

    Examples
    --------
    >>> import socluster as sc
    >>> pagerank(sc.load_dataset("knoke"), layer="information").nlargest(3).round(3)
    actor
    MAYR    0.176
    COMM    0.174
    NEWS    0.157
    Name: pagerank, dtype: float64
    """
    check_direction(direction)
    _check_damping(damping)
    net = network(cluster, layer)
    directed = net.directed and direction != "all"
    if weighted and not net.directed:
        graph = graph_of(net)
    else:
        strength = net.ties if weighted else net.binary
        graph = igraph_of(seen_from(strength, _WALKED[direction], directed=net.directed), directed=directed)
    share = np.array(graph.pagerank(directed=directed, damping=float(damping), weights="value"), dtype=float)
    return net.series(share if normalized else share * net.n, "pagerank")


def _of_largest(values: Array) -> Array:
    return values / values.max() if len(values) else values


def _of_length(values: Array) -> Array:
    return values / np.linalg.norm(values) if len(values) else values


def _check_damping(damping: object) -> None:
    is_number = isinstance(damping, int | float | np.floating) and not isinstance(damping, bool)
    if not is_number or not 0 <= damping < 1:  # type: ignore[operator]
        raise InputError(Problem("damping must be a number of at least 0 and below 1", value=damping))

"""Subgroups: circles in which everybody, or nearly everybody, is tied to everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.groups.plexes import TooLongError, maximal_plexes
from socluster.core.arguments import choice, positive_integer
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.matrix import Matrix
from socluster.measures.shared.direction import Direction, check_direction, underlying
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.kept import graph_of
from socluster.measures.shared.member_lists import part_table
from socluster.measures.shared.network import Network, counts, network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import marked

__all__ = ["clique_comembership", "cliques", "core_number", "k_plexes"]

Reciprocation: TypeAlias = Literal["weak", "strong"]

MOST = 100_000  # cliques or plexes; more than that tell nobody anything

_TOO_MANY_CLIQUES = marked(
    "there are more than {most} cliques, too many to list; "
    "choose a single layer, or keep only strong ties with select(min_weight=)"
)
_TOO_MANY_PLEXES = marked(
    "there are more than {most} k-plexes, too many to list; "
    "choose a single layer, or keep only strong ties with select(min_weight=)"
)


@checked
def core_number(cluster: Any, /, *, layer: str | None = None, direction: Direction = "all") -> pd.Series[Any]:
    """How deep in the core does an actor stay when weakly connected actors are removed step by step?

    A k-core is the largest part in which everybody has k partners inside. The core number is the highest k for which
    the actor is in the k-core.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    direction : {"all", "out", "in"}, default "all"
        Which partners count: those in either direction, a mutual partner being one partner ("all"), those to whom
        ties run ("out"), or those from whom they come ("in"). Undirected ties are the same in each.

    Returns
    -------
    Series of int
        Index `actor`, name `core_number`; whole numbers from 0 (an isolate) to n - 1.

    Notes
    -----
    For undirected ties it equals networkx, igraph (the engine) and R's sna; so do "out" and "in". With "all" these add
    the ties of both directions up, so that a mutual partner counts twice there.

    References
    ----------
    Seidman, S. B. (1983). Network structure and minimum degree. Social Networks, 5, 269-287.
    doi:10.1016/0378-8733(83)90028-X

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.cliques import core_number
    >>> core_number(sc.load_dataset("kite")).tolist()
    [3, 3, 3, 3, 3, 3, 3, 2, 1, 1]
    """
    check_direction(direction)
    net = network(cluster, layer)
    is_directed = direction != "all" and net.directed
    graph = graph_of(net) if is_directed == net.directed else igraph_of(underlying(net), directed=False)
    return net.series(counts(np.array(graph.coreness(mode=direction))), "core_number")


@checked
def cliques(
    cluster: Any, /, *, layer: str | None = None, minimum: int = 3, variant: Reciprocation = "weak"
) -> pd.DataFrame:
    """In which groups is everybody tied to everybody?

    A clique is a set of actors who are all tied to each other and to whom nobody else could be added.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    minimum : int, default 3
        Fewest members.
    variant : {"weak", "strong"}, default "weak"
        Two actors are tied if a tie runs either way ("weak"), or only if ties run both ways ("strong"). Undirected ties
        are the same in both.

    Returns
    -------
    DataFrame
        A row per clique, the largest first: index `clique`, columns `size` (whole number) and `members` (tuple of
        actors). ``.explode("members")`` makes one row per member.

    Raises
    ------
    InputError
        If there are more than 100 000 maximal cliques of any size.

    Notes
    -----
    For undirected ties it equals networkx (the engine) and igraph; R's sna has "strong". A projection of affiliations
    has a clique wherever a group has members, which tells nothing new.

    References
    ----------
    Luce, R. D. & Perry, A. D. (1949). A method of matrix analysis of group structure. Psychometrika, 14, 95-116.
    doi:10.1007/BF02289146

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.cliques import cliques
    >>> cliques(sc.load_dataset("kite"), minimum=4)
            size       members
    clique
    1          4  (0, 2, 3, 5)
    2          4  (1, 3, 4, 6)
    """
    least = positive_integer("minimum", minimum)
    net = network(cluster, layer)
    found = [clique for clique in _cliques(_tied(net, variant)) if len(clique) >= least]
    return part_table(found, net.cluster, "clique")


@checked
def clique_comembership(
    cluster: Any, /, *, layer: str | None = None, minimum: int = 3, variant: Reciprocation = "weak"
) -> pd.DataFrame:
    """How many cliques do two actors share?

    Cliques overlap so much that a list of them is hard to read; pairs who meet in many cliques show the core of it.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    minimum : int, default 3
        Fewest members of a clique.
    variant : {"weak", "strong"}, default "weak"
        Two actors are tied if a tie runs either way ("weak"), or only if ties run both ways ("strong"). Undirected ties
        are the same in both.

    Returns
    -------
    DataFrame
        Symmetric; rows `actor` and columns `actor`: whole numbers. The diagonal holds the cliques of the actor itself.

    Raises
    ------
    InputError
        If there are more than 100 000 maximal cliques of any size.

    Notes
    -----
    For undirected ties it equals UCINET's clique overlap and R's sna, whose cliques may have any size: minimum=1 there.

    References
    ----------
    Everett, M. G. & Borgatti, S. P. (1998). Analyzing clique overlap. Connections, 21(1), 49-61.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.cliques import clique_comembership
    >>> clique_comembership(sc.load_dataset("kite")).loc["3"].tolist()
    [2, 2, 1, 4, 1, 2, 2, 0, 0, 0]
    """
    least = positive_integer("minimum", minimum)
    net = network(cluster, layer)
    refuse_without_room("clique_comembership", net.n)
    shared = np.zeros((net.n, net.n), dtype=np.int64)
    for clique in _cliques(_tied(net, variant)):
        if len(clique) >= least:
            shared[np.ix_(clique, clique)] += 1
    return pd.DataFrame(shared, index=net.cluster.index, columns=net.cluster.index)


@checked
def k_plexes(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    k: int = 2,
    minimum: int | None = None,
    variant: Reciprocation = "weak",
) -> pd.DataFrame:
    """In which groups is everybody tied to nearly everybody?

    A k-plex of s actors is a set in which each is tied to at least s - k of the others, and to which nobody else could
    be added. With k = 1 it is a clique; with k = 2 each may miss one tie, which is kinder to real data.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    k : int, default 2
        An actor may lack ties to k - 1 of the others.
    minimum : int, optional
        Fewest members; by default 2 k - 1, and at least 3. Smaller sets need not even be connected.
    variant : {"weak", "strong"}, default "weak"
        Two actors are tied if a tie runs either way ("weak"), or only if ties run both ways ("strong"). Undirected ties
        are the same in both.

    Returns
    -------
    DataFrame
        A row per k-plex, the largest first: index `k_plex`, columns `size` (whole number) and `members` (tuple of
        actors). ``.explode("members")`` makes one row per member.

    Raises
    ------
    InputError
        If the minimum is below 2 k - 1, if there are more than 100 000 of them, or if the search takes too long. A
        higher minimum makes it shorter.

    Notes
    -----
    All maximal k-plexes are found, in a search that halves its way through the actors. Their number can grow very fast
    with the actors and with k; any three actors with two ties among them are a 2-plex.

    References
    ----------
    Seidman, S. B. & Foster, B. L. (1978). A graph-theoretic generalization of the clique concept. Journal of
    Mathematical Sociology, 6, 139-154. doi:10.1080/0022250X.1978.9989883

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.cliques import k_plexes
    >>> k_plexes(sc.load_dataset("kite"), minimum=5)
            size          members
    k_plex
    1          5  (0, 1, 3, 5, 6)
    """
    k = positive_integer("k", k)
    least = max(3, 2 * k - 1) if minimum is None else positive_integer("minimum", minimum)
    if least < 2 * k - 1:
        raise InputError(
            Problem(
                "minimum must be at least 2 k - 1, here {least}: smaller sets need not even be connected",
                value=minimum,
                values={"least": 2 * k - 1},
            )
        )
    net = network(cluster, layer)
    try:
        found = _at_most(maximal_plexes(_tied(net, variant), k, least), _TOO_MANY_PLEXES)
    except TooLongError:
        raise InputError(
            Problem("the search for k-plexes takes too long; choose a higher minimum or a lower k", value=least)
        ) from None
    return part_table(found, net.cluster, "k_plex")


def _tied(net: Network, variant: str) -> Matrix:
    """Return 1 for every pair that counts as tied, in both of its cells."""
    choice("variant", variant, ("weak", "strong"))
    if variant == "weak":
        return underlying(net)
    ties = net.binary
    return (ties * ties.T).tocsr()


def _cliques(ties: Matrix) -> list[list[int]]:
    import networkx as nx

    graph = nx.empty_graph(ties.shape[0])
    graph.add_edges_from(np.column_stack(ties.nonzero()).tolist())
    return _at_most(nx.find_cliques(graph), _TOO_MANY_CLIQUES)


def _at_most(parts: Iterable[list[int]], too_many: str) -> list[list[int]]:
    """Return the parts as a list, or refuse if there are too many to be of use."""
    given: Iterator[list[int]] = iter(parts)
    found = list(islice(given, MOST))
    if next(given, None) is not None:
        raise InputError(too_many, {"most": float(MOST)})
    return found

"""Structural cohesion: blocks within blocks, each harder to tear apart than the one around it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.measures.cohesion.vertex_cuts import small_cut
from socluster.measures.shared.direction import underlying
from socluster.measures.shared.igraph_graph import igraph_of
from socluster.measures.shared.member_lists import Nested, nested_table
from socluster.measures.shared.network import counts, network

__all__ = ["cohesive_blocks", "nestedness"]


@checked
def cohesive_blocks(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    """Which parts of the cluster are most cohesive, and how are they nested?

    The cohesion of a part is the number of its actors who must leave, at least, before the rest falls apart. A block of
    cohesion k is a part that cannot be made larger without losing that cohesion. The search begins with the whole
    cluster and goes inwards, from k to k + 1.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    DataFrame
        A row per block, from the whole inwards: index `block`, columns `cohesion` and `size` (whole numbers), `members`
        (tuple of actors) and `parent` (the smallest block around it; missing for the whole). ``.explode("members")``
        makes one row per member. No row if there are no actors.

    Notes
    -----
    Ties are taken whichever way they point. Block 1 is the whole cluster, whose cohesion is 0 if it is in pieces.
    Blocks of one cohesion k can overlap in fewer than k actors.

    This is our own search, since two others go wrong: igraph 1.0 sees nothing firmer than the whole in a four-cycle
    with pendants at two opposite actors, and cuts the firmest block of the karate club (10 members) into two of 5;
    networkx 3.6 `k_components` misses true components in other networks. Ours agrees with an exhaustive search in all
    networks of up to 6 actors.

    References
    ----------
    Moody, J. & White, D. R. (2003). Structural cohesion and embeddedness: a hierarchical concept of social groups.
    American Sociological Review, 68, 103-127. doi:10.2307/3088904

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.cohesive_blocks import cohesive_blocks
    >>> cohesive_blocks(sc.load_dataset("kite"))
           cohesion  size                         members  parent
    block
    1             1    10  (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)    <NA>
    2             2     8        (0, 1, 2, 3, 4, 5, 6, 7)       1
    3             3     7           (0, 1, 2, 3, 4, 5, 6)       2
    """
    net = network(cluster, layer)
    blocks = _blocks(igraph_of(underlying(net), directed=False))
    return nested_table(blocks, net.cluster, "block", "cohesion")


@checked
def nestedness(cluster: Any, /, *, layer: str | None = None) -> pd.Series[Any]:
    """How deep is an actor nested in the cohesive core of the cluster?

    The cohesion of the firmest block that holds the actor.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    Series of int
        Index `actor`, name `nestedness`; whole numbers, from 0 (an isolate) to n - 1.

    Notes
    -----
    See `cohesive_blocks`. Never more than `core_number`: many partners alone do not make a firm block. In ecology,
    nestedness is another thing, of two-mode networks.

    References
    ----------
    Moody, J. & White, D. R. (2003). Structural cohesion and embeddedness: a hierarchical concept of social groups.
    American Sociological Review, 68, 103-127. doi:10.2307/3088904

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.cohesive_blocks import nestedness
    >>> nestedness(sc.load_dataset("kite")).tolist()
    [3, 3, 3, 3, 3, 3, 3, 2, 1, 1]
    """
    net = network(cluster, layer)
    deepest = np.zeros(net.n)
    for block in _blocks(igraph_of(underlying(net), directed=False)):
        deepest[block.members] = np.maximum(deepest[block.members], block.level)
    return net.series(counts(deepest), "nestedness")


def _blocks(graph: Any) -> list[Nested]:
    """Return the blocks of an undirected graph of igraph; every block stands after its parent."""
    found: list[Nested] = []
    everybody = list(range(graph.vcount()))
    to_do: list[tuple[list[int], int, int | None]] = [(everybody, 0, None)] if everybody else []
    while to_do:
        members, level, parent = to_do.pop()
        inner = _parts_of_cohesion(graph, members, level + 1)
        if inner == [members]:
            to_do.append((members, level + 1, parent))
            continue
        found.append(Nested(members, level, parent))
        to_do += [(part, level + 1, len(found) - 1) for part in inner]
    return found


def _parts_of_cohesion(graph: Any, members: list[int], cohesion: int) -> list[list[int]]:
    """Return the largest parts of these vertices whose cohesion is at least so high.

    Fewer than k vertices cannot part a part of cohesion k; so wherever there is such a cut, each side is searched for
    itself, together with the cut.
    """
    found = []
    to_do = [members]
    while to_do:
        piece = to_do.pop()
        inside = graph.induced_subgraph(piece)
        core = [place for place, number in enumerate(inside.coreness()) if number >= cohesion]
        for component in inside.induced_subgraph(core).connected_components():
            part = [core[place] for place in component]
            whole = inside.induced_subgraph(part)
            cut = small_cut(whole, cohesion)
            if cut is None:
                found.append(sorted(piece[place] for place in part))
                continue
            sides = _without(whole, cut)
            to_do += [sorted(piece[part[place]] for place in [*side, *cut]) for side in sides]
    return found


def _without(graph: Any, cut: list[int]) -> list[list[int]]:
    """Return the components that are left without these vertices."""
    rest = [vertex for vertex in range(graph.vcount()) if vertex not in set(cut)]
    return [[rest[place] for place in side] for side in graph.induced_subgraph(rest).connected_components()]

"""What is compared of null models: the same number of switches by other programs, and whole comparisons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import igraph
import networkx as nx
import numpy as np

import socluster as sc
from socluster._kernels.sampling.cells import TieCells
from socluster._kernels.sampling.switching import SwitchChains

__all__ = ["null_cases"]

ACTORS, TIES, SWITCHES, SEED = 1_000, 5_000, 50_000, 7

Case = tuple[str, Callable[[], object], str, Callable[[], object], float]


def null_cases() -> list[Case]:
    """Return question, what asks it of us, the peer, what asks it of the peer, and how much faster we want to be."""
    arcs = TieCells(ACTORS, directed=False).ends(
        np.random.default_rng(SEED).choice(ACTORS * (ACTORS - 1) // 2, TIES, replace=False)
    )
    edges = list(zip(*(each.tolist() for each in arcs), strict=True))
    question = f"{SWITCHES} switches of two ties, {ACTORS} actors, {TIES} ties"
    graph = igraph.Graph(ACTORS, edges)
    return [
        (question, lambda: ours(arcs), "igraph, rewire", lambda: graph.copy().rewire(SWITCHES), 1),
        (question, lambda: ours(arcs), "networkx, double_edge_swap", lambda: swapped(edges), 20),
        (
            "transitivity of Siauliai's projection against 100 networks with its degrees",
            lambda: compared(100),
            "igraph, rewire and transitivity by hand",
            lambda: by_hand(100),
            0.1,
        ),
    ]


def ours(arcs: Any) -> object:
    chain = SwitchChains(arcs, ACTORS, False, [np.random.default_rng(SEED)])
    chain.run(SWITCHES, is_compiled=True)
    return chain.networks()


def swapped(edges: list[tuple[int, int]]) -> object:
    graph = nx.Graph(edges)
    return nx.double_edge_swap(graph, nswap=SWITCHES, max_tries=10 * SWITCHES, seed=SEED)


def compared(draws: int) -> object:
    cluster = sc.load_dataset("siauliai").project()
    null = sc.nulls.DegreeSequence(steps=10)
    return sc.compare_to_null(cluster, sc.transitivity, null=null, draws=draws, rng=SEED)


def by_hand(draws: int) -> object:
    graph = sc.to_igraph(sc.load_dataset("siauliai").project())
    found = []
    for _ in range(draws):
        drawn = graph.copy()
        drawn.rewire(10 * drawn.ecount())
        found.append(drawn.transitivity_undirected())
    return found

"""Every small network, for searches that can be checked by trying everything."""

from itertools import combinations, permutations, product

import networkx as nx
import numpy as np
import pandas as pd
from hypothesis import strategies as st
from networkx.generators.atlas import graph_atlas_g
from scipy import sparse

from socluster import Cluster

LABELS = "ABCDEFGH"


def undirected_graphs(most):
    """One graph of every shape with 1 to `most` nodes."""
    return [graph for graph in graph_atlas_g() if 0 < graph.number_of_nodes() <= most]


def directed_matrices(n):
    """Every directed network of n nodes, as a matrix of booleans."""
    places = list(permutations(range(n), 2))
    for chosen in product([False, True], repeat=len(places)):
        ties = np.zeros((n, n), dtype=bool)
        ties[tuple(np.array(places).T)] = chosen
        yield ties


def matrix_of(graph):
    """The adjacency matrix of a networkx graph."""
    return sparse.csr_array(nx.to_scipy_sparse_array(graph, nodelist=range(len(graph)), dtype=float))


def cluster_from(graph, weight=None, labels=LABELS):
    """A networkx graph with nodes 0, 1, ... as a cluster of actors A, B, ..."""
    rows = [(labels[a], labels[b], 1.0 if weight is None else data[weight]) for a, b, data in graph.edges(data=True)]
    ties = pd.DataFrame(rows, columns=["source", "target", "weight"]).astype({"weight": float})
    actors = pd.DataFrame({"actor": list(labels[: len(graph)])}, dtype=object)
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": graph.is_directed()}})


def subsets(n, least=1):
    """Every set of at least so many of n."""
    return [frozenset(chosen) for size in range(least, n + 1) for chosen in combinations(range(n), size)]


def by_removal(graph):
    """The node connectivity of a networkx graph by its definition: try every set of nodes."""
    n = len(graph)
    connected = nx.is_strongly_connected if graph.is_directed() else nx.is_connected
    for size in range(n - 1):
        for gone in combinations(graph, size):
            if not connected(graph.subgraph(set(graph) - set(gone))):
                return size
    return n - 1


@st.composite
def graphs(draw, directed=None, most=7):
    """A networkx graph with weights, directed or not."""
    n = draw(st.integers(1, most))
    is_directed = draw(st.booleans()) if directed is None else directed
    graph = nx.DiGraph() if is_directed else nx.Graph()
    graph.add_nodes_from(range(n))
    pairs = [pair for pair in permutations(range(n), 2) if is_directed or pair[0] < pair[1]]
    for pair in draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []:
        graph.add_edge(*pair, weight=draw(st.sampled_from([0.5, 1.0, 2.0, 3.0, 8.0])))
    return graph

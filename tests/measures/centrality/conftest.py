"""Random networks that several tests of centrality compare with other packages."""

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest


def random_graph(seed, *, directed, n=25, p=0.09):
    """A sparse random graph with weights from 1 to 5; nodes have the names of a cluster's actors."""
    graph = nx.gnp_random_graph(n, p, seed=seed, directed=directed)
    rng = np.random.default_rng(seed)
    for _, _, data in graph.edges(data=True):
        data["weight"] = int(rng.integers(1, 6))
        data["length"] = Fraction(1, data["weight"])  # exact, so that equally long paths are seen to be so
    return nx.relabel_nodes(graph, {node: f"a{node:02}" for node in graph})


@pytest.fixture(params=[False, True], ids=["undirected", "directed"])
def graph_and_cluster(request, cluster_of):
    graph = random_graph(4, directed=request.param)
    ties = list(graph.edges(data="weight"))
    return graph, cluster_of(ties, actors=list(graph), directed=request.param)

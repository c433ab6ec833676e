"""Random networks for comparisons with other libraries: the same one as a cluster, a networkx graph and a matrix."""

from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from socluster import Cluster


@dataclass(frozen=True)
class Sample:
    """One network in three forms; nodes of the graph are called like the actors."""

    cluster: Cluster
    graph: nx.Graph
    matrix: np.ndarray

    @property
    def binary(self):
        return (self.matrix > 0).astype(float)

    def by_actor(self, mapping):
        """The values of a networkx answer in the order of the actors."""
        return [mapping[label] for label in self.cluster.labels]


def sample(seed, *, directed, n=12, part=0.25, weighted=False, connected=False):
    """A random network; weights are whole numbers from 1 to 5, or 1."""
    rng = np.random.default_rng(seed)
    matrix = np.triu(rng.random((n, n)) < part, 1).astype(float)
    if directed:
        matrix = (rng.random((n, n)) < part).astype(float)
        np.fill_diagonal(matrix, 0)
    if connected:  # a circle through everybody
        matrix[np.arange(n - 1), np.arange(1, n)] = 1
        matrix[(n - 1, 0) if directed else (0, n - 1)] = 1
    if weighted:
        matrix = matrix * rng.integers(1, 6, (n, n))
    if not directed:
        matrix = np.triu(matrix, 1)
    labels = [f"a{place:02}" for place in range(n)]
    rows = [(labels[a], labels[b], matrix[a, b]) for a, b in np.argwhere(matrix).tolist()]
    ties = pd.DataFrame(rows, columns=["source", "target", "weight"])
    cluster = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties, layers={"tie": {"directed": directed}})
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(labels)
    graph.add_weighted_edges_from(rows)
    return Sample(cluster, graph, matrix if directed else matrix + matrix.T)

"""The same network in every library that is installed here."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from benchmarks.graphs import SECTORS, Sample, sample
from socluster.core.cluster import Cluster

__all__ = ["LEFT_OUT", "Peers", "has", "sna_seconds"]

# Why a library that one might look for is not here.
LEFT_OUT = {
    "graph-tool": "is in no package index for pip; Debian has it for its own Python (measured once there: with two "
    "threads 1.4 to 1.5 times as fast as igraph in betweenness)",
    "Python-EasyGraph": "needs numpy below 2 and PyTorch",
}


def has(library: str) -> bool:
    """Whether a library is installed."""
    return find_spec(library) is not None


@dataclass
class Peers:
    """One sample network, made into what each library takes when it is asked for first."""

    n: int
    sample: Sample = field(init=False)

    def __post_init__(self) -> None:
        self.sample = sample(self.n)

    @cached_property
    def cluster(self) -> Cluster:
        return self._cluster(self.sample.edges, directed=False)

    @cached_property
    def directed_cluster(self) -> Cluster:
        return self._cluster(self.sample.arcs, directed=True)

    @cached_property
    def strengths(self) -> Any:
        """From 1 to 4, so that many paths are equally long."""
        return 1.0 + np.arange(len(self.sample.edges)) % 4

    @cached_property
    def weighted_cluster(self) -> Cluster:
        return self._cluster(self.sample.edges, directed=False, weight=self.strengths)

    def _cluster(self, ends: Any, *, directed: bool, **columns: Any) -> Cluster:
        labels = np.array([f"organisation {number}" for number in range(self.n)])
        actors = pd.DataFrame({"actor": labels, "sector": np.array(SECTORS)[self.sample.sector]})
        ties = pd.DataFrame({"source": labels[ends[:, 0]], "target": labels[ends[:, 1]], **columns})
        return Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}})

    def fresh(self, *, directed: bool = False, weighted: bool = False) -> Cluster:
        """Return the cluster with its matrix made, as a graph of another library is, and nothing else remembered."""
        given = self.weighted_cluster if weighted else self.directed_cluster if directed else self.cluster
        cluster = Cluster(given.parts)
        cluster.shared_matrix()
        return cluster

    @cached_property
    def igraph(self) -> Any:
        import igraph

        return igraph.Graph(n=self.n, edges=self.sample.edges)

    @cached_property
    def networkx(self) -> Any:
        import networkx

        graph = networkx.Graph()
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from(self.sample.edges.tolist())
        return graph

    @cached_property
    def networkit(self) -> Any:
        import networkit

        graph = networkit.Graph(self.n)
        for source, target in self.sample.edges.tolist():
            graph.addEdge(source, target)
        return graph

    @cached_property
    def rustworkx(self) -> Any:
        import rustworkx

        graph = rustworkx.PyGraph()
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from_no_data([(source, target) for source, target in self.sample.edges.tolist()])
        return graph

    @cached_property
    def matrix(self) -> Any:
        """As scikit-network takes it."""
        ends = np.vstack([self.sample.edges, self.sample.edges[:, ::-1]])
        return sparse.csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(self.n, self.n))


def sna_seconds(peers: Peers) -> list[float]:
    """Return how long R's sna takes for brokerage, run by run; none if it is not installed."""
    if which("Rscript") is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        pd.DataFrame(peers.sample.arcs + 1, columns=["source", "target"]).to_csv(f"{folder}/arcs.csv", index=False)
        pd.DataFrame({"sector": peers.sample.sector}).to_csv(f"{folder}/sector.csv", index=False)
        script = Path(__file__).with_name("sna.R")
        done = subprocess.run(["Rscript", str(script), folder], capture_output=True, text=True, check=False)
    return [float(word) for word in done.stdout.split()] if done.returncode == 0 else []

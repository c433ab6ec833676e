"""Small clusters that lose actors, and the same as graphs of networkx."""

import itertools

import networkx as nx
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

import socluster as sc
from tests.examples import examples

LABELS = "ABCDEF"
few = settings(max_examples=examples(8, 45), deadline=None)


@st.composite
def small_clusters(draw):
    n, directed = draw(st.integers(0, len(LABELS))), draw(st.booleans())
    pairs = [pair for pair in itertools.permutations(LABELS[:n], 2) if directed or pair[0] < pair[1]]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 4.0]), min_size=len(tied), max_size=len(tied)))
    ties = pd.DataFrame(tied, columns=["source", "target"], dtype=object).assign(weight=weights)
    actors = pd.DataFrame({"actor": list(LABELS[:n])}, dtype=object)
    return sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}})


def graph_of(cluster, gone=()):
    graph = nx.DiGraph() if cluster.is_directed() else nx.Graph()
    graph.add_nodes_from(label for label in cluster.labels if label not in gone)
    for tie in cluster.ties.itertuples():
        if tie.source in graph and tie.target in graph:
            graph.add_edge(tie.source, tie.target, cost=1 / tie.weight)
    return graph


def all_distances(graph, weight=None):
    return {
        (a, b): d
        for a, row in nx.all_pairs_dijkstra_path_length(graph, weight=weight or (lambda *_: 1))
        for b, d in row.items()
        if a != b
    }

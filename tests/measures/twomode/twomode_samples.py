"""Two-mode clusters that the tests of this folder share: from a matrix, drawn, and as graphs of networkx."""

import networkx as nx
import numpy as np
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

import socluster as sc
from tests.examples import examples

few = settings(max_examples=examples(8, 45), deadline=None)


def two_mode(incidence, **columns):
    """A cluster from a matrix of zeros and ones."""
    incidence = np.asarray(incidence)
    actors = [f"a{row}" for row in range(incidence.shape[0])]
    groups = [f"g{column}" for column in range(incidence.shape[1])]
    cells = [(actors[row], groups[column]) for row, column in np.argwhere(incidence)]
    rows = pd.DataFrame(cells, columns=["actor", "group"], dtype=object).assign(**columns)
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": actors}, dtype=object),
        groups=pd.DataFrame({"group": groups}, dtype=object),
        affiliations=rows,
    )


def graph_of(cluster):
    graph = nx.Graph()
    graph.add_nodes_from(("actors", label) for label in cluster.labels)
    graph.add_nodes_from(("groups", label) for label in cluster.groups.index)
    for actor, group in cluster.affiliations[["actor", "group"]].itertuples(index=False):
        graph.add_edge(("actors", actor), ("groups", group))
    return graph, [("actors", label) for label in cluster.labels]


@st.composite
def incidences(draw, most=6):
    n, m = draw(st.integers(1, most)), draw(st.integers(1, most))
    cells = draw(st.lists(st.booleans(), min_size=n * m, max_size=n * m))
    return np.array(cells, dtype=int).reshape(n, m)

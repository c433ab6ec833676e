"""Clusters with a layer of positive and one of negative ties."""

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from socluster import Cluster

LABELS = "ABCDEF"
LAYERS = {"positive": "trust", "negative": "distrust"}

# Everett and Borgatti (2014), as R's signnet has it among its examples: ten actors, two camps.
TEN = np.array(
    [
        [0, 1, 0, 1, 0, 0, 0, -1, -1, 0],
        [1, 0, 1, -1, 1, -1, -1, 0, 0, 0],
        [0, 1, 0, 1, -1, 0, 0, 0, -1, 0],
        [1, -1, 1, 0, 1, -1, -1, 0, 0, 0],
        [0, 1, -1, 1, 0, 1, 0, -1, 0, -1],
        [0, -1, 0, -1, 1, 0, 1, 0, 1, -1],
        [0, -1, 0, -1, 0, 1, 0, 1, -1, 1],
        [-1, 0, 0, 0, -1, 0, 1, 0, 1, 0],
        [-1, 0, -1, 0, 0, 1, -1, 1, 0, 1],
        [0, 0, 0, 0, -1, -1, 1, 0, 1, 0],
    ]
)


def signed_cluster(signs, *, directed=False, labels="ABCDEFGHIJ"):
    """A cluster of a matrix of 1, -1 and 0."""
    cells = np.argwhere(signs if directed else np.triu(signs))
    rows = [(labels[i], labels[j], "trust" if signs[i, j] > 0 else "distrust") for i, j in cells.tolist()]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer"])
    actors = pd.DataFrame({"actor": list(labels[: len(signs)])}, dtype=object)
    both = {"trust": {"directed": directed}, "distrust": {"directed": directed}}
    return Cluster.from_tables(actors, ties, layers=both)


@st.composite
def sign_matrices(draw, *, directed, least=1):
    """A matrix of signs; symmetric without direction."""
    n = draw(st.integers(least, len(LABELS)))
    size = n * n
    cells = draw(st.lists(st.sampled_from([0, 1, -1]), min_size=size, max_size=size))
    signs = np.array(cells, dtype=int).reshape(n, n)
    np.fill_diagonal(signs, 0)
    return signs if directed else np.triu(signs) + np.triu(signs).T

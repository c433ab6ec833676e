"""Small networks of every kind, as clusters, with attributes of every kind."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from socluster.core.cluster import Cluster

__all__ = ["cluster_of_matrix", "matrices", "two_mode_cluster"]

NUMBERS = [5.0, 4.0, 0.0, 1.0, 3.0, 5.0, 2.0, 2.5]
LETTERS = ["a", "b", "a", "b", "c", "b", "a", "c"]


def cluster_of_matrix(Y, *, directed, x=None, g=None, unknown=()):
    """Actors 0, 1, ... with numbers x and categories g, and the ties of a matrix."""
    n = len(Y)
    labels = [str(i) for i in range(n)]
    actors = pd.DataFrame({"actor": labels, "x": x or NUMBERS[:n], "g": g or LETTERS[:n]})
    cells = [(labels[i], labels[j]) for i, j in np.argwhere(Y) if directed or i < j]
    ties = pd.DataFrame(cells, columns=["source", "target"]).assign(evidence="documented")
    open_dyads = pd.DataFrame([(labels[i], labels[j]) for i, j in unknown], columns=["source", "target"])
    more = {"unknown": open_dyads} if len(open_dyads) else {}
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}}, **more)


def two_mode_cluster(Y, *, g1=None, x1=None, g2=None, x2=None):
    """Actors 0, 1, ... at groups A, B, ..."""
    p, q = Y.shape
    actors = pd.DataFrame({"actor": [str(i) for i in range(p)], "x": x1 or NUMBERS[:p], "g": g1 or LETTERS[:p]})
    groups = pd.DataFrame({"group": [chr(65 + j) for j in range(q)], "x": x2 or NUMBERS[:q], "kind": g2 or LETTERS[:q]})
    rows = [(str(i), chr(65 + j)) for i, j in np.argwhere(Y)]
    affiliations = pd.DataFrame(rows, columns=["actor", "group"])
    return Cluster.from_tables(actors, groups=groups, affiliations=affiliations)


@st.composite
def matrices(draw, *, directed=False, two_mode=False, least=2, most=6):
    """Any network: isolates, empty and full ones come often."""
    n = draw(st.integers(least, most))
    columns = draw(st.integers(least, most)) if two_mode else n
    share = draw(st.sampled_from([0.0, 0.2, 0.5, 0.8, 1.0]))
    Y = (np.random.default_rng(draw(st.integers(0, 2**20))).random((n, columns)) < share).astype(np.uint8)
    if not two_mode:
        np.fill_diagonal(Y, 0)
        if not directed:
            Y = np.triu(Y) | np.triu(Y).T
    return Y

"""Clusters that the tests of brokerage share: small ones of any shape, and one of every kind."""

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from socluster import Cluster

LABELS = "ABCDEFG"


def make(labels, ties, layers, sectors=None):
    """A cluster of ties (source, target, layer, weight), with sectors in turn unless they are given."""
    sectors = list(sectors) if sectors is not None else (["public", "civic", "private"] * 4)[: len(labels)]
    actors = pd.DataFrame({"actor": list(labels), "sector": sectors, "level": sectors[::-1]}, dtype=object)
    actors["staff"] = np.arange(1.0, len(labels) + 1)
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"])
    described = {name: {"directed": directed} for name, directed in layers.items()}
    return Cluster.from_tables(actors, frame, layers=described)


@st.composite
def small_clusters(draw, directed=None):
    """Up to seven actors in three sectors, with weighted ties between any of them."""
    n = draw(st.integers(0, len(LABELS)))
    is_directed = draw(st.booleans()) if directed is None else directed
    pairs = [(a, b) for a in LABELS[:n] for b in LABELS[:n] if (a != b if is_directed else a < b)]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 2.0, 3.0]), min_size=len(tied), max_size=len(tied)))
    sectors = draw(st.lists(st.sampled_from(["public", "civic", "private"]), min_size=n, max_size=n))
    ties = [(a, b, "tie", weight) for (a, b), weight in zip(tied, weights, strict=True)]
    return make(LABELS[:n], ties, {"tie": is_directed}, sectors)


def renamed(cluster, names):
    """The cluster with other labels, in the order of these."""
    tables = cluster.to_tables()
    new_name = dict(zip(cluster.labels, names, strict=True))
    ties = tables.ties.assign(**{end: tables.ties[end].map(new_name) for end in ("source", "target")})
    actors = tables.actors.assign(actor=names).sort_values("actor")
    return Cluster.from_tables(actors, ties, layers=tables.layers)


PATH = [("A", "B", "x", 1.0), ("B", "C", "x", 1.0), ("C", "D", "x", 1.0)]
EVERY_KIND = {
    "nobody": lambda: make("", [], {"x": False}),
    "one actor": lambda: make("A", [], {"x": True}),
    "isolates only": lambda: make("ABC", [], {"x": False}),
    "undirected": lambda: make("ABCD", PATH, {"x": False}),
    "directed": lambda: make("ABCD", [*PATH, ("B", "A", "x", 1.0)], {"x": True}),
    "weighted": lambda: make("ABC", [("A", "B", "x", 0.5), ("B", "C", "x", 40.0)], {"x": False}),
    "multiplex": lambda: make("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": False, "y": False}),
    "directed and undirected": lambda: make("ABCD", [*PATH, ("A", "C", "y", 2.0)], {"x": True, "y": False}),
    "disconnected": lambda: make("ABCDEF", [*PATH[:2], ("D", "E", "x", 1.0)], {"x": False}),
}

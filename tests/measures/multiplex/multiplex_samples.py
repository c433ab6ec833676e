"""Clusters of several layers that the tests of this folder share."""

import itertools

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

import socluster as sc
from tests.examples import examples

few = settings(max_examples=examples(12, 75), deadline=None)
LABELS = "ABCDE"


def make(ties, layers, actors=LABELS, **tables):
    rows = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"][: len(ties[0]) if ties else 4])
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list(actors)}, dtype=object),
        rows.astype(dict.fromkeys(["source", "target", "layer"], object)),
        layers={name: {"directed": directed} for name, directed in layers.items()},
        **tables,
    )


@st.composite
def multiplex_clusters(draw):
    n = draw(st.integers(0, len(LABELS)))
    layers = draw(st.dictionaries(st.sampled_from("xyz"), st.booleans(), max_size=3))
    ties = []
    for name, directed in layers.items():
        pairs = [pair for pair in itertools.permutations(LABELS[:n], 2) if directed or pair[0] < pair[1]]
        chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
        ties += [(*pair, name, draw(st.sampled_from([1.0, 2.0, 5.0]))) for pair in chosen]
    return make(ties, layers, LABELS[:n])


def tables_of(cluster):
    return {name: cluster.matrix(name).toarray() for name in cluster.tie_layers}

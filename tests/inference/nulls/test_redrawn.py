"""A cluster put together from arrays is the one that validation would build."""

import numpy as np

import socluster as sc
from socluster.inference.nulls.layer_ties import layer_ties
from socluster.inference.nulls.redrawn import Redrawn


def test_the_observed_ties_put_together_again_are_the_observed_network():
    knoke = sc.load_dataset("knoke")
    layers = [layer_ties(knoke, name) for name in knoke.tie_layers]
    again = Redrawn(knoke, layers).cluster([each.arcs for each in layers], [each.weights for each in layers])
    for layer in (*knoke.tie_layers, None):
        assert (again.matrix(layer) != knoke.matrix(layer)).nnz == 0
    assert again.ties[["source", "target", "layer", "weight"]].equals(
        knoke.ties[["source", "target", "layer", "weight"]]
    )
    assert again.index.equals(knoke.index)
    rebuilt = sc.Cluster._from(again.to_tables())
    assert rebuilt == again


def test_ties_in_any_order_are_sorted():
    kite = sc.load_dataset("kite")
    ties = layer_ties(kite, "tie")
    shuffled = np.random.default_rng(1).permutation(ties.n_ties)
    arcs = ties.arcs[0][shuffled], ties.arcs[1][shuffled]
    rebuilt = Redrawn(kite, [ties])
    assert rebuilt.cluster([arcs], [ties.weights]) == rebuilt.cluster([ties.arcs], [ties.weights])

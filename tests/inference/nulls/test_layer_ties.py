"""The ties of a layer in arrays."""

import numpy as np
import pytest

import socluster as sc
from socluster.inference.nulls.layer_ties import layer_ties
from tests.inference.nulls.uniformity import small


def test_an_undirected_layer_holds_each_pair_once_in_order():
    ties = layer_ties(small(directed=False, ties=["ba", "cb"], weights=[2.0, 3.0]), "tie")
    assert [each.tolist() for each in ties.arcs] == [[0, 1], [1, 2]]
    assert ties.weights.tolist() == [2.0, 3.0]
    assert (ties.n, ties.n_ties, ties.directed, ties.weight) == (4, 2, False, None)


def test_only_known_dyads_may_hold_ties():
    ties = layer_ties(small(directed=True, ties=["ab"], unknown=["bc"]), "tie")
    assert ties.has_unknown
    assert len(ties.dyads) == 11
    silent = sc.load_dataset("kite")
    assert not layer_ties(silent, "tie").has_unknown


def test_weights_are_dealt_out_or_drawn():
    rng = np.random.default_rng(1)
    ties = layer_ties(small(directed=True, ties=["ab", "bc", "cd"], weights=[1.0, 2.0, 3.0]), "tie")
    assert sorted(ties.weights_of(3, rng)) == [1.0, 2.0, 3.0]
    assert set(ties.weights_of(50, rng)) == {1.0, 2.0, 3.0}
    alike = layer_ties(small(directed=True, ties=["ab", "bc"], weights=[2.0, 2.0]), "tie")
    assert alike.weights_of(3, rng).tolist() == [2.0] * 3
    assert layer_ties(small(directed=True, ties=[]), "tie").weight == pytest.approx(1.0)

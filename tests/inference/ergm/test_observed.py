"""The network that a model is of."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.inference.ergm.observed import observed_network
from tests.inference.ergm.networks import cluster_of_matrix, two_mode_cluster

TRIAD = np.array([[0, 1, 0], [0, 0, 1], [1, 1, 0]])


def test_a_directed_and_an_undirected_network():
    directed = observed_network(cluster_of_matrix(TRIAD, directed=True))
    assert directed.matrix.tolist() == TRIAD.tolist()
    assert directed.frame.directed
    both = np.maximum(TRIAD, TRIAD.T)
    undirected = observed_network(cluster_of_matrix(both, directed=False), "tie")
    assert undirected.matrix.tolist() == both.tolist()
    assert not undirected.frame.directed
    assert undirected.frame.n_dyads == 3


def test_layers_together_tie_whom_any_ties():
    knoke = sc.load_dataset("knoke")
    together = observed_network(knoke).matrix
    apart = [observed_network(knoke, layer).matrix for layer in knoke.tie_layers]
    assert (together == np.maximum(*apart)).all()


def test_affiliations_are_a_network_of_two_modes():
    found = observed_network(sc.load_dataset("davis"))
    assert found.frame.two_mode
    assert found.matrix.shape == (18, 14)
    assert found.matrix.sum() == 89
    assert found.dyad_index(np.array([[0, 0]])).names == ["actor", "group"]
    nobody = observed_network(two_mode_cluster(np.zeros((3, 2), int)))
    assert nobody.frame.two_mode
    assert nobody.matrix.sum() == 0


def test_unknown_dyads_are_unknown_both_ways_where_there_are_no_directions():
    found = observed_network(cluster_of_matrix(np.zeros((3, 3), int), directed=False, unknown=[(2, 0)]))
    assert np.argwhere(found.unknown).tolist() == [[0, 2], [2, 0]]
    found = observed_network(cluster_of_matrix(np.zeros((3, 3), int), directed=True, unknown=[(2, 0)]))
    assert np.argwhere(found.unknown).tolist() == [[2, 0]]


def test_uncertain_ties_count_as_ties_with_a_warning():
    actors = pd.DataFrame({"actor": list("ab")})
    ties = pd.DataFrame({"source": ["a"], "target": ["b"], "confidence": [0.5], "evidence": ["assumed"]})
    with pytest.warns(UncertainTiesWarning):
        found = observed_network(sc.Cluster.from_tables(actors, ties))
    assert found.matrix.sum() == 2


def test_categories_are_sorted_by_code_point_and_numbers_by_size():
    found = observed_network(cluster_of_matrix(TRIAD, directed=True, g=["b", "Ä", "B"]))
    assert found.categories("g")[1] == ["B", "b", "Ä"]
    assert found.categories(pd.Series([10, 9, 2], index=found.rows))[1] == [2, 9, 10]
    ordered = pd.Series(pd.Categorical(["z", "a", "m"], categories=["z", "m", "a"]), index=found.rows)
    assert found.categories(ordered)[1] == ["a", "m", "z"]


def test_only_the_mode_that_is_asked_needs_the_attribute():
    found = observed_network(two_mode_cluster(np.ones((3, 2), int)))
    assert found.numbers("x", "first").tolist() == [5, 4, 0, 0, 0]
    assert found.numbers("x", "second").tolist() == [0, 0, 0, 5, 4]
    assert found.categories("kind", "second")[0].tolist() == [0, 0, 0, 0, 1]
    with pytest.raises(InputError, match="is not a column of the groups"):
        found.numbers("g", "second")


def test_pairs_are_named_by_their_labels():
    found = observed_network(cluster_of_matrix(np.maximum(TRIAD, TRIAD.T), directed=False))
    assert found.pairs([("2", "0"), ("0", "1")], "fixed").tolist() == [[0, 2], [0, 1]]
    for wrong in ([("0", "7")], [("0", "0")], ["01x"], [("0",)], [([], {})]):
        with pytest.raises(InputError, match="fixed"):
            found.pairs(wrong, "fixed")

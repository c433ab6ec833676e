"""Networks of a model as clusters: what is replaced and what stays."""

import numpy as np

import socluster as sc
from socluster.inference.ergm.observed import observed_network
from socluster.inference.ergm.simulated_cluster import simulated_cluster
from tests.inference.ergm.networks import cluster_of_matrix, two_mode_cluster

KNOKE = sc.load_dataset("knoke")


def test_only_the_modelled_layer_is_replaced():
    observed = observed_network(KNOKE, "information")
    state = np.zeros((10, 10), dtype=np.uint8)
    state[0, 3] = state[3, 0] = state[5, 9] = 1
    new = simulated_cluster(observed, state)
    assert (new.matrix("information").toarray() == state).all()
    assert (new.matrix("money") != KNOKE.matrix("money")).nnz == 0
    assert new.layers == KNOKE.layers
    assert new.actors.equals(KNOKE.actors)
    assert set(new.ties.query("layer == 'information'")["evidence"]) == {"simulated"}
    assert observed_network(new, "information").matrix.tolist() == state.tolist()


def test_several_layers_become_one():
    new = simulated_cluster(observed_network(KNOKE), observed_network(KNOKE).matrix)
    assert new.tie_layers == ("tie",)
    assert new.is_directed()
    assert (observed_network(new).matrix == observed_network(KNOKE).matrix).all()


def test_unknown_dyads_are_known_then():
    cluster = cluster_of_matrix(np.zeros((3, 3), int), directed=False, unknown=[(0, 2)])
    new = simulated_cluster(observed_network(cluster), np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]]))
    assert not new.may_hold_unknown
    assert new.n_ties == 1


def test_affiliations_are_replaced_in_two_modes():
    cluster = two_mode_cluster(np.eye(3, 2, dtype=int))
    new = simulated_cluster(observed_network(cluster), np.ones((3, 2)))
    assert (new.affiliation_matrix().toarray() == 1).all()
    assert new.groups.equals(cluster.groups)
    empty = simulated_cluster(observed_network(cluster), np.zeros((3, 2)))
    assert empty.n_affiliations == 0


def test_labels_that_are_no_text_stay():
    import networkx as nx

    graph = nx.Graph([(1, (0, 1)), (1, "x")])
    observed = observed_network(graph)
    new = simulated_cluster(observed, observed.matrix)
    assert new.labels == (1, (0, 1), "x")
    assert (new.matrix() != observed.cluster.matrix()).nnz == 0

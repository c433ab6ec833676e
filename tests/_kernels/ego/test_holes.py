import tracemalloc

import igraph
import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.ego import holes as ego
from socluster._kernels.ego.holes import constraint, dyadic_constraint, effective_size
from tests._kernels.networks import TOLERANCE, random_network, star


def test_a_star_needs_no_table_of_all_pairs():
    """Its square has a million cells (12 MB), because all leaves share the hub."""
    network = star(1000)
    constraint(network)  # compiles
    tracemalloc.start()
    found = constraint(network), effective_size(network)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[0] == pytest.approx(np.r_[1 / 1000, np.ones(1000)])
    assert found[1] == pytest.approx(np.r_[1000, np.ones(1000)])
    assert peak < 3e6


def test_dyadic_constraint_has_a_cell_for_every_contact():
    triangle = sparse.csr_array(np.ones((3, 3)) - np.eye(3))
    assert dyadic_constraint(triangle).toarray() == pytest.approx((np.ones((3, 3)) - np.eye(3)) * 0.75**2)


def test_one_way_counts_as_a_contact():
    arc = sparse.csr_array(np.array([[0.0, 2.0], [0.0, 0.0]]))
    assert constraint(arc).tolist() == [1, 1]
    assert effective_size(arc).tolist() == [1, 1]


@pytest.mark.parametrize("kernel", [constraint, effective_size])
def test_the_input_stays_as_it_was(kernel):
    network = star(5) * 3.0
    before = network.toarray()
    kernel(network)
    assert (network.toarray() == before).all()


@pytest.mark.parametrize("kernel", [constraint, effective_size])
@pytest.mark.parametrize("n", [0, 1, 3])
def test_nobody_has_contacts(kernel, n):
    values = kernel(sparse.csr_array((n, n)))
    assert values.shape == (n,)
    assert np.isnan(values).all()


def test_compiled_holes_equal_those_of_numpy(any_network):
    two_way = (any_network + any_network.T).tocsr()
    ours, theirs = ego._compiled_holes(two_way), ego._numpy_holes(two_way)
    for name, found, wanted in zip(ego.Holes._fields, ours, theirs, strict=True):
        assert found == pytest.approx(wanted, **TOLERANCE), name


@pytest.mark.parametrize("unit", [1e-250, 1.0, 1e250])
def test_the_unit_of_strength_does_not_matter(unit):
    two_way = random_network(80, 600, directed=False)
    expected = ego._numpy_holes(two_way)
    for compute in (ego._compiled_holes, ego._numpy_holes):
        for found, wanted in zip(compute(two_way * unit), expected, strict=True):
            assert found == pytest.approx(wanted, **TOLERANCE)


def test_constraint_equals_igraph_and_effective_size_networkx():
    ties = random_network(60, 300, directed=False)
    found = ego._compiled_holes(ties)
    graph = nx.from_scipy_sparse_array(ties)
    ones = nx.Graph(graph.edges())
    undirected = igraph.Graph.Weighted_Adjacency(ties.toarray().tolist(), mode="undirected", attr="weight")
    assert found.constraint == pytest.approx(undirected.constraint(weights="weight"), **TOLERANCE)
    size = nx.effective_size(graph, nodes=list(range(60)), weight="weight")
    assert found.effective_size == pytest.approx([size[node] for node in range(60)], **TOLERANCE)
    assert found.triangles.tolist() == [nx.triangles(ones, node) for node in range(60)]


def test_dyadic_constraints_add_up_to_the_constraint():
    ties = random_network(300, 1200, directed=True)
    sums = np.asarray(ego.dyadic_constraint(ties).sum(axis=1)).ravel()
    found = ego.holes(ties)
    assert np.nan_to_num(found.constraint) == pytest.approx(sums, **TOLERANCE)
    assert (found.contacts == 0).tolist() == np.isnan(found.constraint).tolist()

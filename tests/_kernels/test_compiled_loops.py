"""The compiled loops against the same in numpy, and against networkx and igraph."""

import igraph
import networkx as nx
import numpy as np
import pytest

from socluster._kernels.compiling import compiled
from socluster._kernels.compiling.ordered import by_degree, in_old_order, ordered
from socluster._kernels.ego import brokerage
from socluster._kernels.ego import holes as ego
from socluster._kernels.paths import distances
from socluster._kernels.paths.betweenness import carried_paths
from socluster._kernels.paths.distances import reach
from tests._kernels.networks import NETWORKS, path, random_network, star

TOLERANCE = {"rel": 1e-9, "abs": 1e-12, "nan_ok": True}


@pytest.fixture(params=NETWORKS)
def network(request):
    return NETWORKS[request.param]


def as_igraph(ties):
    return igraph.Graph(n=ties.shape[0], edges=np.column_stack(ties.nonzero()).tolist(), directed=True)


# -- the order --------------------------------------------------------------------------------------------------------


def test_a_reordered_network_is_the_same_network(network):
    order = by_degree(network)
    rows = ordered(network, order)
    expected = network.toarray()[np.ix_(order, order)]
    for row in range(network.shape[0]):
        cells = slice(rows.starts[row], rows.starts[row + 1])
        found = np.zeros(network.shape[0])
        found[rows.columns[cells]] = rows.values[cells]
        assert (found == expected[row]).all()
        is_before = rows.columns[cells] < row
        assert is_before.sum() == rows.middles[row] - rows.starts[row]
        assert is_before[: is_before.sum()].all()


def test_the_best_connected_come_first(network):
    degrees = np.diff(network.indptr)[by_degree(network)]
    assert (np.diff(degrees) <= 0).all()


def test_values_return_to_their_rows():
    order = np.array([2, 0, 1])
    assert in_old_order(np.array([20.0, 0.0, 10.0]), order).tolist() == [0, 10, 20]


# -- distances --------------------------------------------------------------------------------------------------------


def test_compiled_distances_equal_those_of_numpy(network):
    ours, theirs = distances._compiled_sums(network), distances._numpy_sums(network)
    for name in ("reached", "total", "farthest", "by_distance"):
        assert getattr(ours, name).tolist() == getattr(theirs, name).tolist(), name
    assert ours.inverse == pytest.approx(theirs.inverse, **TOLERANCE)


def test_distances_in_steps_equal_those_of_scipy(network):
    """With all ties two long, `reach` asks Dijkstra."""
    lengths = network.copy()
    lengths.data = np.full_like(lengths.data, 2.0)
    reached, total, inverse = reach(lengths, directed=True)
    steps = distances._compiled_sums(network)
    assert steps.reached.tolist() == reached.tolist()
    assert steps.total.tolist() == (total / 2).tolist()
    assert steps.inverse == pytest.approx(inverse * 2, **TOLERANCE)


def test_distances_equal_networkx():
    ties = random_network(130, 240, directed=True)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    lengths = {node: list(found.values()) for node, found in nx.all_pairs_shortest_path_length(graph)}
    steps = distances._compiled_sums(ties)
    assert steps.total.tolist() == [sum(lengths[node]) for node in range(130)]
    assert steps.farthest.tolist() == [max(lengths[node]) for node in range(130)]
    counts = np.bincount([length for found in lengths.values() for length in found])
    assert steps.by_distance.tolist() == [0, *counts[1:]]


def test_paths_may_be_long():
    n = 1200  # more than a byte could count, and more searches than go side by side
    steps = distances._compiled_sums(path(n))
    ends = np.arange(n)
    assert steps.farthest.tolist() == np.maximum(ends, n - 1 - ends).tolist()
    assert steps.by_distance.tolist() == [0, *(2 * (n - distance) for distance in range(1, n))]


def test_either_way_is_the_network_without_directions():
    ties = random_network(300, 500, directed=True)
    both = distances.distance_sums((ties + ties.T).tocsr(), directed=True)
    for found, wanted in zip(distances.distance_sums(ties, directed=False), both, strict=True):
        assert found.tolist() == wanted.tolist()


# -- betweenness ------------------------------------------------------------------------------------------------------


def test_carried_paths_equal_igraph(network):
    expected = as_igraph(network).betweenness(directed=True)
    assert carried_paths(network) == pytest.approx(np.array(expected), rel=1e-9, abs=1e-9)


def test_carried_paths_equal_networkx():
    ties = random_network(90, 200, directed=True)
    graph = nx.from_scipy_sparse_array(ties, create_using=nx.DiGraph)
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert carried_paths(ties) == pytest.approx([expected[node] for node in range(90)], **TOLERANCE)


def test_the_middle_of_a_star_carries_all_and_a_path_what_lies_on_both_sides():
    assert carried_paths(star(400)).tolist() == [400 * 399] + [0] * 400
    n = 900
    assert carried_paths(path(n)).tolist() == [2 * place * (n - 1 - place) for place in range(n)]


# -- structural holes -------------------------------------------------------------------------------------------------


def test_compiled_holes_equal_those_of_numpy(network):
    two_way = (network + network.T).tocsr()
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


# -- brokerage --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n_groups", [1, 3, 40])
def test_compiled_brokerage_equals_that_of_numpy(network, n_groups):
    group = np.random.default_rng(n_groups).integers(0, n_groups, network.shape[0])
    ties = brokerage.ones_like(network)
    assert (brokerage._compiled_pairs(ties, group) == brokerage._numpy_pairs(ties, group)).all()


def test_brokerage_of_full_shares_adds_up_as_that_of_pairs():
    """An open pair with one broker gives it 1 either way: here 0 -> 1 -> 2, among 250 others."""
    ties = random_network(250, 2, directed=True)
    group = np.zeros(250, dtype=int)
    assert brokerage.brokered_pairs(ties, group).sum() == brokerage.brokered_shares(ties, group).sum()


# -- how the work is shared -------------------------------------------------------------------------------------------


def test_the_number_of_threads_changes_no_digit(monkeypatch):
    ties = random_network(2100, 6000, directed=False)
    results = []
    for number in ("1", "2", "5"):
        monkeypatch.setenv("OMP_NUM_THREADS", number)
        assert compiled.threads() == int(number)
        sums = list(compiled.in_chunks(lambda first, last: [first, last], 2100, 128))
        assert sums[0][0] == 0
        assert sums[-1][1] == 2100
        results.append([carried_paths(ties).tobytes(), distances._compiled_sums(ties).inverse.tobytes()])
    assert results[0] == results[1] == results[2]


@pytest.mark.parametrize(("total", "least"), [(0, 8), (1, 8), (100, 8), (1000, 8), (1000, 2048), (10_000, 64)])
def test_chunks_cover_everything_once_and_in_order(total, least):
    runs = list(compiled.in_chunks(lambda first, last: range(first, last), total, least))
    assert [item for run in runs for item in run] == list(range(total))
    assert len(runs) <= compiled.CHUNKS
    assert all(len(run) % least == 0 for run in runs[:-1])


def test_an_unset_number_of_threads_is_the_number_of_cores(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert compiled.threads() >= 1

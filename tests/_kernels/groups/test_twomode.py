"""Two modes at once, against networkx and against listing paths."""

import itertools

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from socluster._kernels.groups import twomode
from socluster._kernels.groups.twomode import (
    bipartite,
    closed_four_paths,
    four_cycles,
    largest_betweenness,
    reached,
    singular_vector,
    three_paths,
)


@pytest.fixture(params=[0, 1, 2])
def incidence(request):
    rng = np.random.default_rng(request.param)
    return sparse.csr_array((rng.random((9, 6)) < 0.35).astype(float) * rng.integers(1, 4, (9, 6)))


def ones_like(incidence):
    return (incidence > 0).astype(float)


def graph_of(incidence):
    return nx.from_scipy_sparse_array(bipartite(ones_like(incidence)))


def test_both_modes_are_one_symmetric_matrix(incidence):
    table = bipartite(incidence).toarray()
    assert (table == table.T).all()
    assert (table[:9, 9:] == incidence.toarray()).all()
    assert not table[:9, :9].any()
    assert not table[9:, 9:].any()


def test_whom_a_row_reaches_and_how_far(incidence):
    found, graph = reached(ones_like(incidence)), graph_of(incidence)
    for row in range(9):
        steps = nx.single_source_shortest_path_length(graph, row)
        assert found.rows[row] == sum(node < 9 for node in steps) - 1
        assert found.columns[row] == sum(node >= 9 for node in steps)
        assert found.distance[row] == sum(steps.values())
        assert found.inverse[row] == pytest.approx(sum(1 / step for step in steps.values() if step))


@pytest.mark.parametrize(("n_rows", "n_columns"), [(2, 2), (3, 2), (2, 3), (3, 3), (4, 2)])
def test_no_row_can_be_between_more(n_rows, n_columns):
    """All networks of these sizes, by networkx."""
    most = 0.0
    for cells in itertools.product([0, 1], repeat=n_rows * n_columns):
        table = np.array(cells, dtype=float).reshape(n_rows, n_columns)
        between = nx.betweenness_centrality(graph_of(sparse.csr_array(table)), normalized=False)
        most = max(most, max(between[row] for row in range(n_rows)))
    assert largest_betweenness(n_rows, n_columns) == pytest.approx(most)


def test_the_first_singular_vector(incidence):
    found = singular_vector(incidence)
    left = np.linalg.svd(incidence.toarray())[0][:, 0]
    assert found == pytest.approx(np.abs(left), abs=1e-9)


def test_large_networks_are_iterated(monkeypatch, incidence):
    expected = singular_vector(incidence)
    monkeypatch.setattr(twomode, "DENSE", 1)
    assert singular_vector(incidence) == pytest.approx(expected, abs=1e-9)


def test_of_two_equal_components_neither_leads():
    assert np.isnan(singular_vector(sparse.csr_array(np.eye(3)))).all()
    assert np.isnan(singular_vector(sparse.csr_array((3, 2)))).all()
    assert singular_vector(sparse.csr_array(np.diag([1.0, 2.0]))).tolist() == [0, 1]


def test_short_paths_and_cycles_are_counted(incidence):
    table = incidence.toarray() > 0
    paths = sum(
        table[row, column] and table[row, other] and table[one, column]
        for row, one in itertools.permutations(range(9), 2)
        for column, other in itertools.permutations(range(6), 2)
    )
    cycles = sum(
        table[np.ix_(rows, columns)].all()
        for rows in itertools.combinations(range(9), 2)
        for columns in itertools.combinations(range(6), 2)
    )
    assert three_paths(incidence) == paths
    assert four_cycles(incidence) == cycles


@pytest.mark.parametrize("cells", [5, 2**22], ids=["some blocks", "one block"])
def test_four_paths_are_closed_by_a_third_column(monkeypatch, incidence, cells):
    monkeypatch.setattr(twomode, "CELLS", cells)
    table = incidence.toarray() > 0
    closed, total = np.zeros(9, dtype=int), np.zeros(9, dtype=int)
    for a, b, c in itertools.permutations(range(9), 3):
        for p, q in itertools.permutations(range(6), 2):
            if table[a, p] and table[b, p] and table[b, q] and table[c, q]:
                total[b] += 1
                closed[b] += any(table[a, r] and table[c, r] for r in range(6) if r not in (p, q))
    found = closed_four_paths(incidence)
    assert [each.tolist() for each in found] == [closed.tolist(), total.tolist()]

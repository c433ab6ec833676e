from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster

NAN = float("nan")


def ties(cluster) -> list[list]:
    return cluster.ties[["source", "target", "weight"]].to_numpy().tolist()


def cells(caught) -> list[tuple]:
    return [(problem.row, problem.column, problem.value) for problem in caught.value.problems]


class TestSquare:
    def test_symmetric_is_undirected(self):
        cluster = as_cluster(np.array([[0, 2, 0], [2, 0, 1], [0, 1, 0]]), labels=["a", "b", "c"], name="Town")
        assert not cluster.is_directed()
        assert ties(cluster) == [["a", "b", 2.0], ["b", "c", 1.0]]
        assert cluster.name == "Town"

    def test_other_is_directed_from_row_to_column(self):
        cluster = as_cluster(np.array([[0, 2], [1, 0]]))
        assert cluster.is_directed()
        assert ties(cluster) == [["1", "2", 2.0], ["2", "1", 1.0]]
        assert np.array_equal(cluster.matrix().toarray(), [[0, 2], [1, 0]])

    def test_symmetric_may_be_directed(self):
        cluster = as_cluster(np.array([[0, 1], [1, 0]]), directed=True)
        assert ties(cluster) == [["1", "2", 1.0], ["2", "1", 1.0]]

    def test_other_may_not_be_undirected(self):
        with pytest.raises(InputError, match="duplicates='mean'") as caught:
            as_cluster(np.array([[0, 2, 1], [1, 0, 0], [1, 0, 0]]), directed=False)
        assert cells(caught) == [("1", "2", 2.0), ("2", "1", 1.0)]

    def test_a_rule_makes_one_tie_of_the_two_cells(self):
        cells = np.array([[0, 2, 0], [1, 0, 0], [5, 0, 0]])
        for matrix in (cells, sparse.csr_array(cells), pd.DataFrame(cells, list("123"), list("123"))):
            cluster = as_cluster(matrix, directed=False, duplicates="mean")
            assert ties(cluster) == [["1", "2", 1.5], ["1", "3", 5.0]]
            assert not cluster.is_directed()
        assert as_cluster(np.array([[1, 2, 0, 0]]), two_mode=True, duplicates="count").n_affiliations == 2

    def test_flags_and_no_weights(self):
        assert ties(as_cluster(np.array([[False, True], [True, False]]))) == [["1", "2", 1.0]]
        assert ties(as_cluster(np.array([[0, 7], [7, 0]]), weight=None)) == [["1", "2", 1.0]]

    def test_unknown_cells(self):
        cluster = as_cluster(np.array([[NAN, NAN, 1], [NAN, 0, 0], [1, 0, 0]]), labels=list("abc"))
        assert not cluster.is_directed()
        assert cluster.unknown[["source", "target"]].to_numpy().tolist() == [["a", "b"]]
        assert ties(cluster) == [["a", "c", 1.0]]
        directed = as_cluster(np.array([[0, NAN], [1, 0]]))
        assert directed.unknown[["source", "target", "layer"]].to_numpy().tolist() == [["1", "2", "tie"]]
        assert directed.is_directed()

    def test_diagonal(self):
        matrix = np.array([[1, 1], [1, 5]])
        with pytest.raises(InputError, match="self_ties='drop'") as caught:
            as_cluster(matrix)
        assert cells(caught) == [("1", "1", 1.0), ("2", "2", 5.0)]
        assert ties(as_cluster(matrix, self_ties="drop")) == [["1", "2", 1.0]]

    def test_bad_cells(self):
        with pytest.raises(InputError, match="must be a positive number") as caught:
            as_cluster(np.array([[0, -1], [np.inf, 0]]))
        assert cells(caught) == [("1", "2", -1.0), ("2", "1", np.inf)]

    @pytest.mark.parametrize(
        "matrix",
        [np.array([["a", "b"], ["c", "d"]]), np.array([[0, 1j], [0, 0]]), np.array([[0, "x"], [0, 0]], dtype=object)],
    )
    def test_no_numbers(self, matrix):
        with pytest.raises(InputError, match="the cells of a matrix must be numbers"):
            as_cluster(matrix)

    @pytest.mark.parametrize("array", [np.array([1, 2]), np.zeros((2, 2, 2)), np.array(1)])
    def test_other_dimensions(self, array):
        with pytest.raises(InputError, match="a matrix has two dimensions"):
            as_cluster(array)

    def test_labels_must_fit(self):
        with pytest.raises(InputError, match="must be a list of 2 labels"):
            as_cluster(np.zeros((2, 2)), labels=["a"])
        with pytest.raises(InputError, match="is the same actor as"):
            as_cluster(np.zeros((2, 2)), labels=[1, "1"])

    def test_empty(self):
        assert as_cluster(np.zeros((0, 0))).n_actors == 0


class TestSparse:
    @pytest.mark.parametrize("kind", [sparse.csr_array, sparse.csc_matrix, sparse.coo_array, sparse.lil_matrix])
    def test_every_class(self, kind):
        cluster = as_cluster(kind(np.array([[0, 2.5], [0, 0]])))
        assert ties(cluster) == [["1", "2", 2.5]]
        assert cluster.is_directed()

    def test_stored_zeros_are_no_ties_and_doubles_add_up(self):
        matrix = sparse.coo_array(([1.0, 2.0, 0.0], ([0, 0, 1], [1, 1, 0])), shape=(2, 2))
        assert ties(as_cluster(matrix)) == [["1", "2", 3.0]]
        assert matrix.nnz == 3

    def test_stored_nan_is_unknown(self):
        matrix = sparse.coo_array(([NAN, NAN], ([0, 1], [1, 0])), shape=(2, 2))
        assert as_cluster(matrix).unknown[["source", "target"]].to_numpy().tolist() == [["1", "2"]]

    def test_a_cluster_s_own_matrix(self):
        cluster = as_cluster([("a", "b", 2), ("b", "c", 0.5)])
        again = as_cluster(cluster.matrix(), labels=cluster.labels)
        assert again == cluster


class TestTwoModes:
    def test_not_square(self):
        matrix = np.array([[1, 0, 0, 3], [0, 0, 1, 0]])
        cluster = as_cluster(matrix, labels=(["a", "b"], ["e", "f", "g", "h"]))
        assert cluster.labels == ("a", "b")
        assert cluster.groups.index.tolist() == ["e", "f", "g", "h"]
        assert cluster.affiliations[["actor", "group", "weight"]].to_numpy().tolist() == [
            ["a", "e", 1.0], ["a", "h", 3.0], ["b", "g", 1.0],
        ]  # fmt: skip
        assert np.array_equal(cluster.affiliation_matrix().toarray(), matrix)

    def test_square_if_wanted(self):
        cluster = as_cluster(np.eye(2), two_mode=True)
        assert cluster.affiliations[["actor", "group"]].to_numpy().tolist() == [["1", "1"], ["2", "2"]]

    def test_narrow_array_may_be_a_list_of_ties(self):
        narrow = np.array([[0, 1], [1, 1], [1, 0]])
        with pytest.raises(InputError, match="may be a list of ties"):
            as_cluster(narrow)
        assert as_cluster(narrow, two_mode=True).n_affiliations == 4

    def test_one_mode_must_be_square(self):
        with pytest.raises(InputError, match="a matrix of ties is square, this one has 1 rows and 4 columns"):
            as_cluster(np.ones((1, 4)), two_mode=False)

    def test_unknown_cells_are_refused(self):
        with pytest.raises(InputError, match="a cluster knows unknown ties only"):
            as_cluster(np.array([[1, NAN, 0, 0]]))

    def test_labels_are_two_lists(self):
        with pytest.raises(InputError, match="two lists"):
            as_cluster(np.ones((1, 4)), labels=["a"])

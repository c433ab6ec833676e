"""From the cells of a matrix to a relation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.io.formats.cells import Cells, cell_problems, is_symmetric, relation_of
from socluster.io.formats.relations import Labels
from socluster.io.options import ReadingOptions

SQUARES = st.integers(0, 4).flatmap(
    lambda n: st.lists(
        st.lists(st.sampled_from([0.0, 0.0, 1.0, 2.5, np.nan]), min_size=n, max_size=n), min_size=n, max_size=n
    )
)


def cells_of(matrix, lines=None):
    matrix = np.array(matrix, dtype=float)
    rows, columns = np.nonzero(matrix)
    return Cells(rows, columns, matrix[rows, columns], lines)


def pairs(relation):
    return list(zip(relation.sources.tolist(), relation.targets.tolist(), relation.weights.tolist(), strict=True))


@given(SQUARES)
def test_symmetric_is_a_matrix_that_equals_its_mirror_image(matrix):
    square = np.array(matrix, dtype=float).reshape(len(matrix), len(matrix))
    assert is_symmetric(cells_of(square)) == np.array_equal(square, square.T, equal_nan=True)


@given(SQUARES)
def test_a_relation_holds_every_cell_beside_the_diagonal(matrix):
    square = np.array(matrix, dtype=float).reshape(len(matrix), len(matrix))
    relation = relation_of("x", cells_of(square), two_mode=False)
    back = np.zeros_like(square)
    back[relation.sources, relation.targets] = relation.weights
    if not relation.directed:
        back[relation.targets, relation.sources] = relation.weights
    np.testing.assert_array_equal(back, np.where(np.eye(len(matrix), dtype=bool), 0, square))
    if not relation.directed:
        assert (relation.sources < relation.targets).all()


def test_actors_and_groups_have_no_diagonal():
    relation = relation_of("attends", cells_of([[1, 0, 2], [3, 0, 0]]), two_mode=True)
    assert (relation.name, relation.directed) == ("attends", False)
    assert pairs(relation) == [(0, 0, 1.0), (0, 2, 2.0), (1, 0, 3.0)]


def test_chosen_cells_keep_their_lines():
    cells = cells_of([[0, 1], [2, 3]], lines=np.array([4, 5, 6]))
    chosen = cells[np.array([True, False, True])]
    assert (chosen.rows.tolist(), chosen.columns.tolist()) == ([0, 1], [1, 1])
    assert (chosen.values.tolist(), chosen.lines.tolist()) == ([1.0, 3.0], [4, 6])


@pytest.mark.parametrize(
    ("two_mode", "self_ties", "found"),
    [
        (False, "refuse", [("ties", 7, -1.0), ("ties", 5, 9.0)]),
        (False, "drop", [("ties", 7, -1.0)]),
        (True, "refuse", [("affiliations", 7, -1.0)]),
    ],
)
def test_what_no_cluster_can_hold(two_mode, self_ties, found):
    cells = cells_of([[9, 1], [-1, np.nan]], lines=np.array([5, 6, 7, 8]))
    labels = Labels(["a", "b"])
    problems = cell_problems(
        cells, labels, labels, two_mode=two_mode, options=ReadingOptions(self_ties=self_ties), file="x.dl"
    )
    assert [(each.table, each.row, each.value) for each in problems] == found
    assert problems[0].message.startswith("'b' to 'a': ")
    assert {each.file for each in problems} == {"x.dl"}


def test_without_lines_the_name_of_the_row_is_the_place():
    labels = Labels(["a", "b"])
    (problem,) = cell_problems(
        cells_of([[0, -1], [0, 0]]), labels, labels, two_mode=False, options=ReadingOptions(self_ties="drop"), file="x"
    )
    assert problem.row == "a"

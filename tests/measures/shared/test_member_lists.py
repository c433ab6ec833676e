"""Parts that may overlap, one row each: the largest first, or from the whole inwards."""

import pandas as pd
import pytest

from socluster.measures.shared.member_lists import Nested, nested_table, part_table


@pytest.fixture
def cluster(cluster_of):
    return cluster_of([], actors="DCBA")  # positions 0 to 3


def test_the_largest_part_comes_first_then_those_of_the_actors_listed_first(cluster):
    table = part_table([{3, 1}, (2, 0), [3], [2, 1, 3], {0, 1}], cluster, "clique")
    assert table["members"].tolist() == [("C", "B", "A"), ("D", "C"), ("D", "B"), ("C", "A"), ("A",)]
    assert table["size"].tolist() == [3, 2, 2, 2, 1]
    assert table.index.tolist() == [1, 2, 3, 4, 5]
    assert table.index.name == "clique"


def test_the_parent_is_the_number_of_a_row_above(cluster):
    """Listed from the inside: D-C within D-C-B within all; A-B within all."""
    parts = [
        Nested((0, 1), 3, 1),
        Nested((0, 1, 2), 2, 3),
        Nested((2, 3), 2, 3),
        Nested((0, 1, 2, 3), 1, None),
    ]
    table = nested_table(parts, cluster, "block", "cohesion")
    assert table.columns.tolist() == ["cohesion", "size", "members", "parent"]
    assert table["members"].tolist() == [("D", "C", "B", "A"), ("D", "C", "B"), ("B", "A"), ("D", "C")]
    assert table["cohesion"].tolist() == [1, 2, 2, 3]
    assert table["parent"].tolist() == [pd.NA, 1, 1, 2]
    for row, parent in table["parent"].dropna().items():
        assert parent < row
        assert set(table.loc[row, "members"]) < set(table.loc[parent, "members"])


def test_no_parts_make_an_empty_table_of_the_same_types(cluster):
    one, none = part_table([[0]], cluster, "clique"), part_table([], cluster, "clique")
    assert none.empty
    assert none.dtypes.equals(one.dtypes)
    inside = nested_table([Nested((0,), 1, None)], cluster, "block", "cohesion")
    nothing = nested_table([], cluster, "block", "cohesion")
    assert nothing.empty
    assert nothing.dtypes.equals(inside.dtypes)
    assert nothing.index.name == "block"

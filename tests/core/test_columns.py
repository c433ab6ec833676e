"""Frozen typed columns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.columns import KINDS, Column, Table, freeze, text_column


def test_column_kinds_keep_their_gaps():
    assert text_column(["b", None, "a", "b"]).objects() == ["b", None, "a", "b"]
    assert text_column(["b", None, "a", "b"]).labels == ("a", "b")
    assert Column("integer", np.array([1, 0]), gaps=np.array([False, True])).objects() == [1, None]
    assert Column("flag", np.array([1, -1, 0])).objects() == [True, None, False]
    assert Column("number", np.array([0.5, np.nan])).objects() == [0.5, None]


def test_taking_rows_drops_unused_labels():
    taken = text_column(["b", "c", "a"]).take(np.array([0, 2]))
    assert taken.labels == ("a", "b")
    assert taken.content() == text_column(["b", "a"]).content()


def test_content_sees_negative_zero_and_nan_as_values():
    assert Column("number", np.array([-0.0])).content() == Column("number", np.array([0.0])).content()
    assert Column("number", np.array([np.nan])).content() == Column("number", np.array([-np.nan])).content()
    assert Column("number", np.array([1.0])).content() != Column("integer", np.array([1])).content()


CELLS = {
    "text": st.none() | st.sampled_from(["a", "b", "ė", "z z"]),
    "number": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "integer": st.none() | st.integers(-(2**63), 2**63 - 1),
    "flag": st.none() | st.booleans(),
}


@given(st.sampled_from(KINDS), st.data())
def test_a_column_is_the_list_of_its_values(kind, data):
    one, other = data.draw(st.tuples(st.lists(CELLS[kind]), st.lists(CELLS[kind])))
    column = Column.of_objects(kind, one)
    assert column.objects() == one
    assert column.missing.tolist() == [value is None for value in one]
    both = [*one, *other]
    order = data.draw(st.permutations(range(len(both))))
    longer = column.extended(Column.of_objects(kind, other), np.array(order, dtype=int))
    assert longer.objects() == [both[row] for row in order]
    assert longer.content() == Column.of_objects(kind, [both[row] for row in order]).content()
    rows = [row for row in range(len(one)) if row % 2]
    assert column.take(np.array(rows, dtype=int)).objects() == [one[row] for row in rows]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_column_misses_everything(kind):
    assert Column.empty(kind, 3).objects() == [None, None, None]


def test_what_is_frozen_stays_frozen():
    given = np.array([1.0, 2.0])
    frozen = freeze(given)
    given[0] = 9
    assert frozen.tolist() == [1.0, 2.0]
    assert freeze(frozen) is frozen
    with pytest.raises(ValueError, match="WRITEABLE"):
        frozen.flags.writeable = True


def test_a_table_does_not_mind_the_order_of_its_columns():
    columns = {"x": text_column(["a", "b"]), "y": Column("number", np.array([1, 2]))}
    table, turned = Table(columns, 2), Table(dict(reversed(columns.items())), 2)
    assert table.content() == turned.content()
    assert table.content() != table.replace(y=columns["x"]).content()
    assert list(table.replace(z=columns["x"])) == ["x", "y", "z"]
    assert list(table) == ["x", "y"]
    assert table.take(np.array([False, True])).to_frame().values.tolist() == [["b", 2.0]]

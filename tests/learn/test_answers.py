"""What kind of thing an answer is, and when two answers are the same."""

import numpy as np
import pandas as pd
import pytest

from socluster.learn.answers import as_kind, cells, key_of, kind_of, near, same


@pytest.mark.parametrize(
    ("expected", "given", "is_near"),
    [
        (1e6, 1e6 + 0.9, True),  # relative to large numbers
        (1e6, 1e6 + 1.1, False),
        (-1e6, -1e6 + 0.9, True),
        (1e-4, 1e-4 + 9e-7, True),  # and absolute for small ones
        (1e-4, 1e-4 + 1.1e-6, False),
        (0.0, 9e-7, True),
        (0.0, 1.1e-6, False),
        (np.inf, np.inf, True),
        (np.inf, -np.inf, False),
    ],
)
def test_near_is_relative_to_large_numbers_and_absolute_for_small_ones(expected, given, is_near):
    assert near(expected, given, 1e-6) == is_near


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (1, "number"),
        (np.float32(0.5), "number"),
        (np.array(2.5), "number"),
        (True, "flag"),
        (np.bool_(False), "flag"),
        ("a", "text"),
        ((1, 2), "ranking"),
        (np.array([1, 2]), "ranking"),
        (pd.Index(["a"]), "ranking"),
        ({1}, "set"),
        ({"a": 1}, "series"),
        (pd.Series([1]), "series"),
        (pd.DataFrame(), "table"),
        (None, None),
        (len, None),
    ],
)
def test_a_kind_for_everything_that_can_be_an_answer(value, kind):
    assert kind_of(value) == kind


def test_a_list_will_do_for_a_set_and_nothing_else_for_another():
    assert as_kind(["a", "b"], "set") == ["a", "b"]
    assert sorted(as_kind({"a", "b"}, "set")) == ["a", "b"]
    assert as_kind({"a"}, "ranking") is None
    assert as_kind("a", "set") is None
    assert as_kind({"a": 1}, "series").to_dict() == {"a": 1}
    assert as_kind(np.array(2.5), "number") == 2.5


@pytest.mark.parametrize(
    ("one", "other"),
    [("\u0160iauliai", "  S\u030cIAULIAI "), (1, 1.0), (np.int64(2), 2), (("a", "B"), ["A", "b"]), ("x  y", "X y")],
)
def test_labels_are_compared_whatever_their_case_and_way_of_writing(one, other):
    assert key_of(one) == key_of(other)
    assert key_of(one) != key_of("something else")


def test_cells_have_the_names_of_row_and_column():
    assert cells(pd.Series([1, 2], index=["A", "b"])) == {"a": 1, "b": 2}
    assert cells(pd.DataFrame({"X": [1], "y": [2]}, index=["A"])) == {("a", "x"): 1, ("a", "y"): 2}


def test_the_same_up_to_order_and_further_columns():
    series = pd.Series({"a": 1.0, "b": np.nan})
    assert same(series, series[::-1], 1e-6)
    assert not same(series, series.fillna(0), 1e-6)
    assert not same(series, pd.concat([series, series[:1]]), 1e-6)
    table = pd.DataFrame({"x": [1.0]}, index=["a"])
    assert same(table, table.assign(more=2), 1e-6)
    assert not same(table.assign(more=2), table, 1e-6)
    assert same({"a", "b"}, ["B", "a", "a"], 1e-6)
    assert not same(["a", "b"], ["b", "a"], 1e-6)
    assert not same(1.0, True, 1e-6)
    assert same(None, None, 1e-6)


@pytest.mark.parametrize(
    ("expected", "given", "is_same"),
    [
        (11.978, 11.98, True),
        (1 / 3, 0.333, True),
        (-11.978, -11.98, True),
        (1 / 3, 0.33, False),  # two digits may be luck
        (11.978, 12.0, False),
        (11.978, 11.97, False),
        (1234.4, 1234, False),  # another count
        (0.0258, 0.0258, True),
    ],
)
def test_a_number_rounded_to_three_digits_will_do(expected, given, is_same):
    assert same(expected, given, 1e-6) == is_same

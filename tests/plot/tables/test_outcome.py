"""What the pictures of an outcome read."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.plot.tables.outcome import check, not_shown, read_flags, read_numbers, row_labels, row_names


def test_columns_are_read_as_numbers_and_others_are_left_out():
    frame = pd.DataFrame({"a": [1, 2], "b": [0.5, None], "c": ["x", "y"]})
    read = read_numbers(frame, ("b",), ("a", "missing"))
    assert list(read.columns) == ["b", "a"]
    assert set(read.dtypes) == {np.dtype(float)}
    assert frame["a"].dtype == np.int64  # the caller's own table stays as it is


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pd.DataFrame({"gian": [1.0]}), "column 'gain': there is no such column.*did you mean 'gian'"),
        (pd.DataFrame({"gain": ["1"]}), "column 'gain': must contain numbers"),
        (pd.DataFrame({"gain": [True]}), "must contain numbers"),
        (pd.DataFrame([[1.0, 2.0]], columns=["gain", "gain"]), "column 'gain': occurs more than once"),
        ({"gain": [1.0]}, "needs a DataFrame .here: 'dict'"),
    ],
)
def test_columns_that_cannot_be_read_are_named(frame, message):
    with pytest.raises(InputError, match=message) as raised:
        read_numbers(frame, ("gain",), ())
    assert raised.value.in_language("lt") != str(raised.value)


def test_flags():
    frame = pd.DataFrame({"yes": [True, False], "no": [True, None], "word": ["yes", "no"]})
    assert list(read_flags(frame, "yes")) == [True, False]
    assert list(read_flags(frame, "missing", default=[False, True])) == [False, True]
    for column, message in (
        ("no", "must contain True and False only"),
        ("word", "here: 'yes'"),
        ("ye", "did you mean"),
    ):
        with pytest.raises(InputError, match=message):
            read_flags(frame, column)


def test_intervals_and_shares_are_checked_and_the_row_is_named():
    table = pd.DataFrame({"low": [0.0, 2.0], "high": [1.0, 1.0], "p": [0.5, -1.0]}, index=["A", "B"])
    with pytest.raises(InputError) as raised:
        check(table, intervals=(("low", "high"), ("low", "missing")), shares=("p", "missing"))
    assert [(each.row, each.column) for each in raised.value.problems] == [("B", None), ("B", "p")]
    assert "here: -1.0" in str(raised.value)
    check(table.iloc[:1], intervals=(("low", "high"),), shares=("p",))
    check(table.assign(low=np.nan, p=np.nan), intervals=(("low", "high"),), shares=("p",))  # undefined is not wrong


def test_rows_are_called_as_in_the_table():
    index = pd.MultiIndex.from_tuples([("hub", "density"), ("hub", "reach")], names=["scenario", "measure"])
    table = pd.DataFrame({"a": [1, 2]}, index=index)
    assert row_labels(table) == ["hub – density", "hub – reach"]
    assert row_names(table, "en") == ["density", "reach"]  # a level that never changes is left out
    assert row_names(table.iloc[:1], "lt") == ["hub – tankis"]
    assert row_names(table.reset_index(drop=True), "en") == ["0", "1"]
    assert row_names(table.iloc[:0], "en") == []


@pytest.mark.parametrize(
    ("level", "value", "lithuanian"),
    [
        ("measure", "density", "tankis"),
        ("layer", "referral", "nukreipimas"),
        ("sector", "public", "viešasis"),
        ("evidence", "assumed", "numanoma"),
        ("actor", "density", "density"),  # a name of the user's
        (None, "public", "public"),
    ],
)
def test_what_is_ours_is_in_the_language(level, value, lithuanian):
    table = pd.DataFrame({"a": [1]}, index=pd.Index([value], name=level))
    assert row_names(table, "lt") == [lithuanian]


def test_rows_that_are_left_out_are_counted():
    assert [not_shown(n, "en") for n in (1, 2)] == ["1 further row is not shown", "2 further rows are not shown"]
    assert [not_shown(n, "lt") for n in (1, 2, 10)] == [
        "dar 1 eilutė nerodoma",
        "dar 2 eilutės nerodomos",
        "dar 10 eilučių nerodoma",
    ]

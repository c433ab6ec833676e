"""Rows of cells as a table of text."""

import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Origin
from socluster.io.tables.grid import table_of, text_frame

ORIGIN = Origin("book.xlsx", "actors")


def test_an_empty_cell_is_missing():
    frame = text_frame([["a", ""], ["NA", None]], 2)
    assert frame[0].tolist() == ["a", "NA"]
    assert frame[1].isna().all()
    assert text_frame([], 3).shape == (0, 3)


def test_empty_rows_and_nameless_columns_are_dropped():
    cells = text_frame([["a", "1", None], [None, None, None], ["b", None, None]], 3)
    frame, origin = table_of([" actor ", "staff", None], cells, [2, 3, 7], "actors", ORIGIN)
    assert list(frame.columns) == ["actor", "staff"]
    assert frame["actor"].tolist() == ["a", "b"]
    assert list(frame.index) == [0, 1]
    assert (origin.label, origin.rows) == ("book.xlsx [actors]", [2, 7])


def test_every_fault_of_the_header_is_told():
    cells = text_frame([[None, "x", "1", None], ["a", "y", "2", "z"]], 4)
    with pytest.raises(InputError) as caught:
        table_of(["actor", "actor", "", None], cells, [2, 5], "actors", ORIGIN)
    assert [(problem.row, problem.column, problem.message) for problem in caught.value.problems] == [
        (None, "actor", "occurs more than once in the header"),
        (2, None, "column 3 has cells but no name in the header"),
        (5, None, "column 4 has cells but no name in the header"),
    ]
    assert {problem.file for problem in caught.value.problems} == {"book.xlsx [actors]"}

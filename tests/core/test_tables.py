"""Where the rows of a table came from."""

import pytest

from socluster.core.tables import Origin


@pytest.mark.parametrize(
    ("origin", "label"),
    [(Origin("ties.csv"), "ties.csv"), (Origin("book.xlsx", sheet="ties"), "book.xlsx [ties]")],
)
def test_a_sheet_stands_in_brackets_behind_its_file(origin, label):
    assert origin.label == label


def test_rows_follow_a_header_unless_the_file_says_otherwise():
    assert [Origin("a.csv").row(position) for position in range(3)] == [2, 3, 4]
    assert [Origin("a.csv", rows=[2, 5, 9]).row(position) for position in range(3)] == [2, 5, 9]

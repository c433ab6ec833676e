"""A workbook holds the tables of a cluster, or one sheet with a list or a matrix."""

from functools import partial

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.io.options import ReadingOptions
from socluster.io.sheets import workbook
from tests.io import workbooks

LIST = [["source", "target"], ["a", "b"], ["b", "c"]]
MATRIX = [[None, "a", "b"], ["a", 0, 1], ["b", 1, 0]]
ACTORS = [["actor"], ["a"], ["b"], ["c"]]


@pytest.fixture
def book(tmp_path):
    return partial(workbooks.book, tmp_path / "book.xlsx")


def test_sheets_of_a_cluster_are_its_tables(book):
    tables = workbook.read(book(actors=ACTORS, ties=LIST, remarks=[["anything"]]))
    assert (len(tables.actors), len(tables.ties)) == (3, 2)


@pytest.mark.parametrize(("rows", "n_ties"), [(LIST, 2), (MATRIX, 1)])
def test_one_sheet_is_a_list_or_a_matrix_however_it_is_called(book, rows, n_ties):
    for title in ("Sheet1", "ties"):
        assert len(workbook.read(book(**{title: rows})).ties) == n_ties


def test_the_sheet_is_chosen_by_its_name(book):
    path = book(first=LIST, second=MATRIX)
    assert len(workbook.read(path, ReadingOptions(sheet="second")).ties) == 1
    assert len(workbook.read(path, ReadingOptions(sheet="first")).ties) == 2
    with pytest.raises(InputError, match="which of the sheets first and second holds the network"):
        workbook.read(path)
    with pytest.raises(InputError, match="no such sheet") as caught:
        workbook.read(path, ReadingOptions(sheet="secnd"))
    assert caught.value.problems[0].nearest == "second"


@pytest.mark.parametrize(
    ("title", "rows"), [("ties2", LIST), ("Sheet2", LIST), ("affiliations", [["actor", "group"], ["a", "g"]])]
)
def test_a_second_sheet_of_ties_is_asked_about(book, title, rows):
    path = book(**{"ties": LIST, title: rows, "remarks": [["anything"]]})
    with pytest.raises(InputError, match=f"which of the sheets ties and {title} holds the network"):
        workbook.read(path)
    assert len(workbook.read(path, ReadingOptions(sheet="ties")).ties) == 2


@pytest.mark.parametrize("second", [["actor", "sector"], ["source", "target"], ["Veikėjas", "sektorius"]])
def test_a_table_below_another_one_is_refused_at_its_header(book, second):
    with pytest.raises(InputError, match=r"row 5: looks like the header of a second table"):
        workbook.read(book(ties=[*LIST, [None], second, ["a", "p"]]))
    with pytest.raises(InputError, match=r"row 6: looks like the header of a second table"):
        workbook.read(
            book(
                actors=[["actor", "sector"], ["a", "x"], ["b", "x"], ["c", "x"], [None], second, ["a", "p"]], ties=LIST
            )
        )


def test_a_header_that_is_repeated_is_refused(book):
    with pytest.raises(InputError, match=r"row 4: looks like the header"):
        workbook.read(book(ties=[*LIST, LIST[0], ["c", "d"]]))
    assert len(workbook.read(book(ties=[*LIST, [None], ["c", "d"]])).ties) == 3


def test_what_it_writes_it_reads(tmp_path):
    knoke = sc.load_dataset("knoke")
    workbook.write(knoke.to_tables(), tmp_path / "it.xlsx")
    assert workbook.losses(knoke.to_tables()) == []
    assert sc.read(tmp_path / "it.xlsx") == knoke

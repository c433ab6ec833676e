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


def test_what_it_writes_it_reads(tmp_path):
    knoke = sc.load_dataset("knoke")
    workbook.write(knoke.to_tables(), tmp_path / "it.xlsx")
    assert workbook.losses(knoke.to_tables()) == []
    assert sc.read(tmp_path / "it.xlsx") == knoke

import openpyxl
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.io.needs import read_needs
from socluster.whatif.choice.coverage import Coverage


def workbook(path, *rows, title="needs"):
    book = openpyxl.Workbook()
    book.active.title = "actors"
    book.active.append(["actor"])
    book.active.append(["A"])
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_needs_are_a_table_with_typed_columns(tmp_path):
    rows = [
        ["Vieta", "paslauga", "kiekis", "prioritetas"],
        ["Kelmė", "psichologas", "1,5", 1],
        ["Kelmė", "vaikai", None, 2],
    ]
    path = workbook(tmp_path / "book.xlsx", *rows, title="Poreikiai")
    needs = read_needs(path)
    assert needs.columns.tolist() == ["place", "service", "amount", "unit", "ref", "prioritetas"]
    assert needs["place"].tolist() == ["Kelmė", "Kelmė"]
    assert needs["amount"].isna().tolist() == [False, True]
    assert needs["amount"].iloc[0] == 1.5
    assert needs["prioritetas"].dtype == "int64"
    assert needs["unit"].isna().all()
    assert isinstance(needs.index, pd.RangeIndex)


def test_the_cluster_does_not_see_them(tmp_path):
    path = workbook(tmp_path / "book.xlsx", ["place", "service", "amount"], ["Kelmė", "psychologist", "nonsense"])
    assert sc.read(path) == sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]}))


def test_no_sheet_or_an_empty_one_is_no_need(tmp_path):
    for number, rows in enumerate([[], [["place", "service", "amount"]]]):
        needs = read_needs(workbook(tmp_path / f"{number}.xlsx", *rows))
        assert len(needs) == 0
        assert needs.columns.tolist() == ["place", "service", "amount", "unit", "ref"]
    assert len(read_needs(workbook(tmp_path / "notes.xlsx", ["x"], title="notes"))) == 0


def test_every_bad_row_is_listed(tmp_path):
    rows = [["place", "service", "number"], [None, "x", 1], ["A", "x", -1], [], ["A", "y", "many"], ["A", "y", 2]]
    with pytest.raises(InputError) as caught:
        read_needs(workbook(tmp_path / "book.xlsx", *rows))
    told = {(each.row, each.column): each.message for each in caught.value.problems}
    assert told == {
        (2, "place"): "is empty; every row needs it",
        (3, "number"): "must be 0 or a positive number",
        (5, "number"): "is not a number",
        (6, "service"): "is already in row 5",
    }
    assert all(each.file.endswith("book.xlsx [needs]") for each in caught.value.problems)


def test_a_missing_column_and_one_that_stands_twice(tmp_path):
    with pytest.raises(InputError) as caught:
        read_needs(workbook(tmp_path / "book.xlsx", ["location", "vieta", "amount"], ["A", "B", 1]))
    assert {(each.column, each.message) for each in caught.value.problems} == {
        ("service", "this column is needed"),
        ("vieta", "occurs more than once"),
    }


def test_they_are_the_needs_of_a_goal(tmp_path):
    rows = [["place", "service", "amount"], ["Kelmė", "psychologist", 12], ["Akmenė", "psychologist", None]]
    needs = read_needs(workbook(tmp_path / "book.xlsx", *rows))
    amounts = needs.dropna(subset="amount").set_index(["place", "service"])["amount"].to_dict()
    assert amounts == {("Kelmė", "psychologist"): 12.0}
    assert "1 need, 12 in all" in repr(Coverage(amounts, {"hub": [("Kelmė", "psychologist")]}))


def test_an_unknown_language(tmp_path):
    with pytest.raises(InputError, match="language must be one of"):
        read_needs(tmp_path / "book.xlsx", language="de")


def test_no_such_file(tmp_path):
    with pytest.raises(InputError, match="tokio failo nėra"):
        read_needs(tmp_path / "book.xlsx", language="lt")


def test_needs_of_several_target_groups(tmp_path):
    header = ["place", "service", "target_group", "amount"]
    rows = [["K", "care", "children", 3], ["K", "care", "adults", 4], ["K", "care", None, 5]]
    needs = read_needs(workbook(tmp_path / "book.xlsx", header, *rows))
    assert needs["target_group"].tolist()[:2] == ["children", "adults"]
    assert needs["amount"].tolist() == [3, 4, 5]
    with pytest.raises(InputError, match="is already in row 2"):
        read_needs(workbook(tmp_path / "twice.xlsx", header, rows[0], rows[0]))

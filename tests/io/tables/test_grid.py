"""Rows of cells as a table of text."""

import pandas as pd
import pytest

import socluster as sc
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


SECOND = r"row {row}: looks like the header of a second table; give each table a file .*or delete this row"


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ("from,to", "actor,sector", "a,p\nb,p\n"),
        ("from,to", "Veikėjas,sektorius", "a,p\n"),
        ("source,target", "From,To", "c,d\n"),
        ("actor,group", "source,target", "c,d\n"),
        ("source,target,weight", "name,level,", "a,local,\n"),
        ("source,target", "name,directed", "tie,true\n"),
    ],
)
def test_known_words_for_columns_in_the_midst_of_a_table_are_the_header_of_a_second_one(tmp_path, first, second, rows):
    path = tmp_path / "both.csv"
    more = ",1" * (first.count(",") - 1)
    path.write_text(f"{first}\na,b{more}\nb,c{more}\n{second}\n{rows}", encoding="utf-8")
    with pytest.raises(InputError, match=SECOND.format(row=4)):
        sc.read(path)
    path.write_text(f"{first}\na,b{more}\nb,c{more}\n", encoding="utf-8")  # the way out
    assert sc.read(path).n_actors in (2, 3)


def test_each_of_several_further_headers_is_told_and_so_is_one_in_a_frame(tmp_path):
    path = tmp_path / "both.csv"
    path.write_text("from,to\na,b\nactor,sector\na,p\nactor,sector\nb,p\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        sc.read(path)
    assert [problem.row for problem in caught.value.problems] == [3, 5]
    with pytest.raises(InputError, match=r"row 1: looks like the header of a second table"):
        sc.as_cluster(pd.read_csv(path))


@pytest.mark.parametrize(
    "rows",
    ["actor,sector\nsector,house\n", "Time,Value\n", "Node,School\n", "actor,actors\n", "School,name\n"],
)
def test_words_that_are_names_are_no_header(tmp_path, rows):
    (tmp_path / "x.csv").write_text("source,target\na,b\n" + rows)
    assert sc.read(tmp_path / "x.csv").n_ties == 1 + rows.count("\n")


def _folder(tmp_path, **tables):
    for table, text in tables.items():
        (tmp_path / f"{table}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_who_is_listed_is_no_header(tmp_path):
    actors, groups = "actor\nname\nactor\nsector\n", "group\ngroup\n"
    folder = _folder(
        tmp_path,
        actors=actors,
        groups=groups,
        ties="from,to\nactor,sector\nactor,name\nname,sector\n",
        affiliations="actor,group\nname,group\nactor,group\n",
    )
    read = sc.read(folder)
    assert (read.n_ties, len(read.affiliations)) == (3, 2)
    with pd.ExcelWriter(tmp_path / "x.xlsx") as book:
        for table in ("actors", "groups", "ties", "affiliations"):
            pd.read_csv(folder / f"{table}.csv").to_excel(book, sheet_name=table, index=False)
    assert sc.read(tmp_path / "x.xlsx").ties.equals(read.ties)
    (folder / "ties.csv").write_text("from,to\nname,sector\nfrom,to\nactor,group\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        sc.read(folder)
    assert [problem.row for problem in caught.value.problems] == [3, 4]


def test_names_that_are_words_for_columns_are_read_as_the_error_says(tmp_path):
    folder = _folder(tmp_path, actors="actor,sector\na,x\n\nactor,sector\n", ties="source,target\na,actor\n")
    with pytest.raises(InputError, match="one more column, such as note, with a few words") as caught:
        sc.read(folder)
    assert "pridėkite lentelei dar vieną stulpelį" in str(caught.value.in_language("lt"))
    _folder(folder, actors="actor,sector,note\na,x,\nactor,sector,is called so\n")
    assert sc.read(folder).labels == ("a", "actor")
    alone = tmp_path / "alone.csv"
    alone.write_text("source,target,note\na,b,\nactor,name,are called so\n", encoding="utf-8")
    for read in (sc.read(alone), sc.as_cluster(pd.read_csv(alone))):
        assert {*read.labels} == {"a", "b", "actor", "name"}

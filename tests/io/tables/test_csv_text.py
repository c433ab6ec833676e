"""One CSV file as a table of text: what people and programs write, and what is said about wrong ones."""

from __future__ import annotations

from pathlib import Path

import networkx
import pandas as pd
import pytest

import socluster as sc
from socluster.io.tables import csv_folder
from tests.io.tables.folders import problems_of
from tests.io.tables.samples import folder_with


def test_cells_are_text_and_only_the_empty_cell_is_missing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, actors="actor,code,note\nNA,007,null\n1e5,,\nTRUE, x ,nan\n")
    tables = csv_folder.read(folder)
    expected = pd.DataFrame(
        {"actor": ["NA", "1e5", "TRUE"], "code": ["007", None, " x "], "note": ["null", None, "nan"]}, dtype="str"
    )
    pd.testing.assert_frame_equal(tables.actors, expected)
    assert tables.raw_text
    assert tables.ties is None
    assert tables.kinds == {}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_delimiter_encoding_and_line_ends_are_found(
    tmp_path: Path, delimiter: str, encoding: str, line_end: str
) -> None:
    lines = [["actor", "pavadinimas", "įmokos"], ["š1", "Šiaulių „Ąžuolas“", "1,5"], ["ž2", "Kelmė", "2,25"]]
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in line] for line in lines]
    text = line_end.join(delimiter.join(line) for line in quoted) + line_end
    tables = csv_folder.read(folder_with(tmp_path, actors=text.encode(encoding)))
    assert [list(tables.actors.columns), *tables.actors.to_numpy().tolist()] == lines
    assert tables.origins["actors"].rows == [2, 3]


def test_line_that_states_the_delimiter_is_no_row(tmp_path: Path) -> None:
    tables = csv_folder.read(folder_with(tmp_path, actors="sep=;\r\nactor;x,y\r\na;1,2\r\n"))
    assert tables.actors.to_numpy().tolist() == [["a", "1,2"]]
    assert list(tables.actors.columns) == ["actor", "x,y"]


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    text = 'actor,note\na,"two\nlines"\n\n,\nb,"say ""hi"""\nUAB "C",x\n'
    tables = csv_folder.read(folder_with(tmp_path, actors=text))
    assert tables.actors["actor"].tolist() == ["a", "b", 'UAB "C"']
    assert tables.actors["note"].tolist() == ["two\nlines", 'say "hi"', "x"]
    assert tables.origins["actors"].rows == [2, 5, 6]
    assert tables.origins["actors"].file.endswith("actors.csv")


def test_nameless_empty_columns_and_trailing_delimiters_are_dropped(tmp_path: Path) -> None:
    tables = csv_folder.read(folder_with(tmp_path, actors='actor,sector,,\na,public,,\n"b",civic,,,,\n'))
    assert tables.actors.to_numpy().tolist() == [["a", "public"], ["b", "civic"]]


@pytest.mark.parametrize("quote", ["", '"'])
def test_all_ragged_rows_of_all_files_are_listed(tmp_path: Path, quote: str) -> None:
    folder = folder_with(
        tmp_path,
        actors=f"actor,sector\n{quote}a{quote}\nb,public\nc,public,3\n",
        ties="source,target\na\n",
        groups="group,group\ne,f\n",
    )
    message = "has {} cells, but the header names 2 columns (delimiter: comma)"
    assert problems_of(folder) == [
        (2, None, message.format(1)),
        (4, None, message.format(3)),
        (2, None, message.format(1)),
        (None, "group", "occurs more than once in the header"),
    ]


@pytest.mark.parametrize(
    ("content", "row", "message"),
    [
        (b"", None, "is empty; its first row must name the columns"),
        (b"\n \n", None, "is empty; its first row must name the columns"),
        (b",,\n,,\n", None, "has no header; its first row must name the columns"),
        (b"actor,\na,1\n", 2, "column 2 has cells but no name in the header"),
        (b'actor\na\n"b\nc\n', 3, "a quotation mark opens here that is never closed (line 4)"),
        (b'actor\n"a"b\n', 2, "a quotation mark inside a quoted cell must be doubled (line 2)"),
        (b'actor\n"' + b"x" * 140_000, 2, "a cell is too long; is its closing quotation mark missing? (line 2)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", None, "is not a text file (zero byte at character 9)"),
        ("actor\nŠiauliai ąčę".encode()[:-1], None, "is no text in UTF-8: byte 21 (line 2) is 0xc4"),
        (b"actor\n\xa1\xe0", None, "is no text in UTF-8 or Windows-1257: byte 7 (line 2) is 0xa1"),
    ],
)
def test_unreadable_file_is_explained(tmp_path: Path, content: bytes, row: int | None, message: str) -> None:
    found = problems_of(folder_with(tmp_path, actors=content))
    assert found == [(row, None, message)]


@pytest.mark.parametrize("text", ["A,B,C\nB,C\nC,D,A\n", "A B C\nB C\nC D A\n"])
def test_an_adjacency_list_is_recognised_and_networkx_reads_it(tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(sc.InputError, match="looks like an adjacency list"):
        sc.read(path)
    delimiter = "," if "," in text else None
    assert sc.as_cluster(networkx.read_adjlist(path, delimiter=delimiter)).n_actors == 4


@pytest.mark.parametrize("heads", ["snd,rec", "from_id,to_id", "ego,alter", "SND,REC"])
def test_ends_are_called_as_r_calls_them(tmp_path, heads):
    path = tmp_path / "a.csv"
    path.write_text(f"{heads}\nA,B\nB,C\n", encoding="utf-8")
    assert sc.read(path).n_ties == 2

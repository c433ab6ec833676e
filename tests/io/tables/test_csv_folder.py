"""CSV folders that people and other programs make, and what is said about wrong ones."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.tables import csv_folder
from tests.io.tables.samples import folder_with, plain, rich


def problems_of(path: Path) -> list[tuple[object, object, str]]:
    """Row, column and message of everything that is wrong with a folder or file."""
    with pytest.raises(InputError) as caught:
        csv_folder.read(path)
    assert all(problem.file and str(path) in problem.file for problem in caught.value.problems)
    return [(problem.row, problem.column, problem.message) for problem in caught.value.problems]


def test_written_files_are_plain(tmp_path: Path) -> None:
    csv_folder.write(plain(), tmp_path / "out")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "actors.csv",
        "cluster.json",
        "layers.csv",
        "ties.csv",
    ]
    assert (tmp_path / "out/actors.csv").read_bytes() == b"actor,sector\na,public\nb,\nc,civic\n"
    assert (tmp_path / "out/layers.csv").read_bytes() == b"name,directed\ntie,false\n"
    ties = "source,target,layer,weight,confidence,evidence\na,b,tie,1,1,reported\nb,c,tie,2.5,1,reported\n"
    assert (tmp_path / "out/ties.csv").read_text() == ties
    description = json.loads((tmp_path / "out/cluster.json").read_text())
    assert description == {"socluster": 1, "name": "plain", "escaped": True}


def test_kinds_of_further_columns_stand_in_the_description(tmp_path: Path) -> None:
    csv_folder.write(rich(), tmp_path / "out")
    kinds = json.loads((tmp_path / "out/cluster.json").read_text(encoding="utf-8"))["kinds"]
    assert kinds["ties"] == {"euros": "integer"}
    assert kinds["groups"] == {"hours": "number"}
    assert kinds["actors"]["fax"] == "text"
    assert "sector" not in kinds["actors"]
    assert "fax" not in (tmp_path / "out/actors.csv").read_text(encoding="utf-8").partition("\n")[0]


def test_no_text_cell_begins_as_a_formula(tmp_path: Path) -> None:
    csv_folder.write(rich(), tmp_path / "out")
    numbers = {"staff", "beds", "grant", "weight", "confidence", "euros", "hours"}
    for file in (tmp_path / "out").glob("*.csv"):
        frame = pd.read_csv(file, dtype=str, keep_default_na=False)
        cells = [*frame.columns, *(cell for name in frame.columns if name not in numbers for cell in frame[name])]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []


def test_apostrophes_of_others_stay(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, actors="actor\n'=x\n'-y\n=z\n")
    assert csv_folder.read(folder).actors["actor"].tolist() == ["'=x", "'-y", "=z"]


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


def test_lithuanian_spreadsheet_export(tmp_path: Path) -> None:
    actors = "Veikėjas;Sektorius;Darbuotojai;Lėšos\r\nŠiauliai;viešasis;12;1,5\r\nKelmė;;;0,25\r\n;;;\r\n"
    ties = "Šaltinis;Tikslas;Svoris;Tikrumas\r\nŠiauliai;Kelmė;2,5;0,8\r\n"
    layers = "Sluoksnis;Kryptingas\r\ntie;taip\r\n"
    folder = folder_with(tmp_path, Veikėjai=actors.encode("cp1257"), ryšiai=ties.encode("cp1257"), sluoksniai=layers)
    parts = build(csv_folder.read(folder))
    assert parts.labels == ("Šiauliai", "Kelmė")
    assert parts.layers[0].directed
    actors_found = parts.actor_frame()
    assert actors_found["Darbuotojai"].tolist() == [12, pd.NA]
    assert actors_found["Lėšos"].tolist() == [1.5, 0.25]
    assert parts.tie_frame()[["weight", "confidence"]].to_numpy().tolist() == [[2.5, 0.8]]


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


def test_error_of_the_core_points_at_the_file(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, actors="id\na\nb\n", ties="from;to\n\na;b\na;nobody\n")
    with pytest.raises(InputError) as caught:
        build(csv_folder.read(folder))
    (problem,) = caught.value.problems
    assert (problem.file, problem.row, problem.column) == (str(folder / "ties.csv"), 4, "to")


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


def test_folder_without_actors(tmp_path: Path) -> None:
    found = problems_of(folder_with(tmp_path, ties="source,target\n", remarks=""))
    message = "the folder has no actors.csv, the table with one row per actor (here: remarks.csv, ties.csv)"
    assert found == [(None, None, message)]
    assert problems_of(tmp_path / "nowhere") == [(None, None, "there is no such file or folder")]


def test_two_files_for_one_table(tmp_path: Path) -> None:
    found = problems_of(folder_with(tmp_path, actors="actor\n", edges="source,target\n", ties="source,target\n"))
    assert found == [(None, None, "edges.csv and ties.csv both hold the ties")]


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ("directed\ntrue\n", [(None, "name", "this column is needed; here are ['directed']")]),
        (
            "name,directed\n,true\na,no\na,ne\n",
            [(2, "name", "is empty; every layer needs a name"), (4, "name", "is already in row 3")],
        ),
    ],
)
def test_wrong_layers(tmp_path: Path, layers: str, expected: list[tuple[int | None, str, str]]) -> None:
    assert problems_of(folder_with(tmp_path, actors="actor\na\n", layers=layers)) == expected


def test_layers_are_passed_on_as_written(tmp_path: Path) -> None:
    tables = csv_folder.read(
        folder_with(tmp_path, actors="actor\na\n", layers="name,directed,scale\nx,maybe,\ny,,frey\n")
    )
    assert tables.layers == {"x": {"directed": "maybe", "scale": None}, "y": {"directed": None, "scale": "frey"}}


@pytest.mark.parametrize(
    ("description", "message"),
    [
        ("[]", "must hold a JSON object {...}"),
        ('{"socluster": 2}', "is written in version 2 of the format; this socluster reads version 1"),
        ('{"socluster": true}', "is written in version True of the format; this socluster reads version 1"),
        ('{"name": 5}', "name must be text"),
        ('{"escaped": "yes"}', "escaped must be true or false"),
        ('{"info": {"year": 2016}}', "info.year must be text"),
        ('{"info": "x"}', "info must be an object {...}"),
        ('{"kinds": {"actors": {"staff": 1}}}', "kinds.actors.staff must be text"),
        ('{"kinds": {"actor": {}}}', "kinds.actor is no table"),
        ('{"layers": {"a": {"directed": 1}}}', "layers.a.directed must be text, true, false or null"),
        ('{"kinds": {"actors": {}, "ties": 3}}', "kinds.ties must be an object {...}"),
        ('{"kind": {}}', "'kind' is no part of a description"),
        ('{"name": "x"', "is no valid JSON at line 1, column 13: Expecting ',' delimiter"),
    ],
)
def test_wrong_description(tmp_path: Path, description: str, message: str) -> None:
    folder = folder_with(tmp_path, actors="actor\na\n")
    (folder / "cluster.json").write_text(description)
    assert [found for _, _, found in problems_of(folder)] == [message]


def test_column_that_the_description_names_but_the_file_lost_is_missing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, actors="actor,b\nx,1\n")
    (folder / "cluster.json").write_text(
        '{"kinds": {"actors": {"a": "integer", "b": "number"}, "ties": {"c": "flag"}}}'
    )
    frames = build(csv_folder.read(folder)).to_tables()
    assert list(frames.actors.columns[-2:]) == ["a", "b"]
    assert str(frames.actors["a"].dtype) == "Int64"
    assert frames.actors["b"].tolist() == [1.0]
    assert frames.ties is not None
    assert frames.ties["c"].dtype == bool


def test_cell_too_long_to_be_read_again_is_refused(tmp_path: Path) -> None:
    actors = pd.DataFrame({"actor": ["a"], "note": pd.Series(["x" * 131_073], dtype="str")})
    with pytest.raises(InputError, match="longer than 131\u00a0072 characters"):
        csv_folder.write(Tables(actors), tmp_path / "out")


def test_folder_with_other_files_is_not_written_into(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ties="source,target\n")
    with pytest.raises(InputError, match="not empty"):
        csv_folder.write(plain(), folder)


def test_cluster_is_not_written_to_a_single_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="one CSV file cannot hold a cluster; give a folder"):
        csv_folder.write(plain(), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_ties_alone(tmp_path: Path) -> None:
    path = tmp_path / "edges.csv"
    path.write_text("Šaltinis;svoris;tikslas\nb;1,5;a\na;2;c \n;;\nc;3;b\n", encoding="cp1257")
    tables = csv_folder.read(path)
    assert tables.actors["actor"].tolist() == ["b", "a", "c"]
    assert tables.origins["actors"].rows == [2, 2, 3]
    assert tables.origins["ties"].rows == [2, 3, 5]
    parts = build(tables)
    assert parts.tie_frame()[["source", "target", "weight"]].to_numpy().tolist() == [
        ["b", "a", 1.5],
        ["b", "c", 3.0],
        ["a", "c", 2.0],
    ]


def test_single_file_that_lists_no_ties(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("actor,sector\na,public\n")
    ((row, _, message),) = problems_of(path)
    assert row == 1
    assert message.startswith(
        "a single file must list ties, with columns source and target; source and target not found"
    )


def test_many_ties_are_read_to_the_last(tmp_path: Path) -> None:
    n = 100_000
    rows = "".join(f"o{i % 49_999},o{i % 50_021},referral,{i % 7 + 0.5}\n" for i in range(n))
    path = tmp_path / "ties.csv"
    path.write_text("source,target,layer,weight\n" + rows)
    tables = csv_folder.read(path)
    assert tables.ties is not None
    assert tables.ties.shape == (n, 4)
    assert tables.origins["ties"].row(n - 1) == n + 1
    assert len(tables.actors) == 50_021
    assert tables.ties["weight"].tolist() == [str(i % 7 + 0.5) for i in range(n)]

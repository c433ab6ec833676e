"""Files of formats that are not read: what to do with them."""

import gzip
import io
import zipfile

import openpyxl
import pytest

import socluster as sc
from socluster.core.errors import InputError

LIST = b"from,to\nA,B\n"


@pytest.fixture
def refusal(tmp_path):
    def of(name, content=b"anything"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError) as caught:
            sc.read(tmp_path / name)
        return str(caught.value)

    return of


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("x.xls", "save it as .xlsx"),
        ("x.ods", "save it as .xlsx"),
        ("x.fods", "save it as .xlsx"),
        ("x.csv.gz", "unpack it"),
        ("x.graphmlz", "unpack it"),
        ("x.zip", "unpack it"),
        ("x.jsonl", "pandas.read_json(path, lines=True)"),
        ("x.RData", "write.csv"),
        ("x.sav", "save the table as .csv"),
        ("x.sif", "export the network as GraphML"),
        ("x.edgelist", "give it the ending .txt"),
        ("x.mtx", "let the library that reads it (networkx, igraph, scipy) write the network as GraphML"),
        ("x.g6", "or as a list of ties with the words source and target above it"),
        ("x.lgl", "GraphML (.graphml)"),
        ("x.sqlite", "is a database; save its table of ties as .csv"),
        ("x.pdf", "copy its table into a spreadsheet"),
    ],
)
def test_known_endings(refusal, name, way):
    message = refusal(name)
    assert way in message
    assert "did you mean" not in message


def test_what_a_file_is_in_spite_of_its_ending(refusal):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("ties.csv", LIST)
    assert "packed with gzip" in refusal("x.csv", gzip.compress(LIST))
    assert "unpack anything else" in refusal("x.json", packed.getvalue())
    assert "is a database" in refusal("x.csv", b"SQLite format 3\0" + bytes(99))
    assert "PDF document" in refusal("x.txt", b"%PDF-1.7\n")
    assert "without a password" in refusal("x.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600))
    assert "give it the ending .csv" in refusal("x.xlsx", LIST)
    assert "open it in a spreadsheet program" in refusal("x.xlsx", b"<html><table></table></html>")


def test_the_ways_out(tmp_path):
    book = openpyxl.Workbook()
    for row in (["from", "to"], ["A", "B"]):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    (tmp_path / "x.csv").write_bytes((tmp_path / "x.xlsx").read_bytes())
    with pytest.raises(InputError, match=r"give a workbook the ending \.xlsx"):
        sc.read(tmp_path / "x.csv")
    assert sc.read(tmp_path / "x.xlsx").labels == ("A", "B")


def test_writing_over_such_a_file(tmp_path):
    (tmp_path / "x.csv.json").write_bytes(b"%PDF-1.7\n")
    assert sc.read(sc.write(sc.load_dataset("knoke"), tmp_path / "x.csv.json")) == sc.load_dataset("knoke")

"""A text file with one table: delimiters, encodings, and to the last row."""

from pathlib import Path

import pytest

from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.io.sheets import delimited


def test_ties_alone(tmp_path: Path) -> None:
    path = tmp_path / "edges.csv"
    path.write_text("Šaltinis;svoris;tikslas\nb;1,5;a\na;2;c \n;;\nc;3;b\n", encoding="cp1257")
    tables = delimited.read(path)
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
    with pytest.raises(InputError) as caught:
        delimited.read(path)
    (problem,) = caught.value.problems
    assert problem.row == 1
    assert "source='actor', target='sector'" in problem.message


def test_many_ties_are_read_to_the_last(tmp_path: Path) -> None:
    n = 100_000
    rows = "".join(f"o{i % 49_999},o{i % 50_021},referral,{i % 7 + 0.5}\n" for i in range(n))
    path = tmp_path / "ties.csv"
    path.write_text("source,target,layer,weight\n" + rows)
    tables = delimited.read(path)
    assert tables.ties is not None
    assert tables.ties.shape == (n, 4)
    assert tables.origins["ties"].row(n - 1) == n + 1
    assert len(tables.actors) == 50_021
    assert tables.ties["weight"].tolist() == [str(i % 7 + 0.5) for i in range(n)]

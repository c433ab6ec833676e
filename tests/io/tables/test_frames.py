"""What is written of the tables, and layers as a table."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.tables import Origin, Tables
from socluster.io.tables import csv_folder
from socluster.io.tables.frames import layers_frame, layers_of, number_text, shown, tables_to_write
from tests.io.tables.folders import problems_of
from tests.io.tables.samples import folder_with


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


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_shown_as_short_as_it_reads_back(number: float) -> None:
    text = number_text(number)
    assert float(text) == number
    assert len(text) <= len(repr(number))


def test_flags_and_numbers_are_text_and_text_stays() -> None:
    columns = [pd.Series([True, None], dtype="boolean"), pd.Series([2.0, None]), pd.Series(["x", None], dtype="str")]
    assert [shown(column).tolist()[0] for column in columns] == ["true", "2", "x"]
    assert all(shown(column).isna().tolist() == [False, True] for column in columns)


def test_what_is_all_missing_is_left_out_unless_asked_for() -> None:
    actors = pd.DataFrame({"actor": ["a"], "name": [None], "staff": [3]})
    ties = pd.DataFrame({"source": [], "target": []})
    (frame,) = tables_to_write(Tables(actors, ties)).values()
    assert list(frame.columns) == ["actor", "staff"]
    assert list(tables_to_write(Tables(actors), all_columns=True)["actors"].columns) == ["actor", "name", "staff"]


def test_layers_read_back() -> None:
    layers = {
        "x": {"directed": True, "scale": "frey", "meaning": None},
        "y": {"directed": False, "scale": None, "meaning": None},
    }
    frame = layers_frame(Tables(pd.DataFrame({"actor": ["a"]}), layers=layers))
    assert list(frame.columns) == ["name", "directed", "scale"]
    back = layers_of(frame, Origin("layers.csv"))
    assert back == {"x": {"directed": True, "scale": "frey"}, "y": {"directed": False, "scale": None}}

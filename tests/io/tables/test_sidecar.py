"""The description file of a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from socluster.core.build import build
from socluster.io.tables import csv_folder, sidecar
from tests.io.tables.folders import problems_of
from tests.io.tables.samples import folder_with, rich


def test_kinds_of_further_columns_stand_in_the_description(tmp_path: Path) -> None:
    csv_folder.write(rich(), tmp_path / "out")
    kinds = json.loads((tmp_path / "out/cluster.json").read_text(encoding="utf-8"))["kinds"]
    assert kinds["ties"] == {"euros": "integer"}
    assert kinds["groups"] == {"hours": "number"}
    assert kinds["actors"]["fax"] == "text"
    assert "sector" not in kinds["actors"]
    assert "fax" not in (tmp_path / "out/actors.csv").read_text(encoding="utf-8").partition("\n")[0]


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
        (
            '{"name": "x"',
            "is no valid JSON at line 1, column 13: a comma is missing here, or a bracket is not closed before it",
        ),
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


def test_a_description_that_is_written_is_read(tmp_path: Path) -> None:
    sidecar.write(rich(), tmp_path, layers=True)
    found = sidecar.read(tmp_path)
    tables = rich()
    assert (found.name, found.info, found.layers) == (tables.name, tables.info, tables.layers)
    assert found.kinds == sidecar.further_kinds(tables)
    assert not found.escaped


def test_a_folder_without_a_description_says_nothing(tmp_path: Path) -> None:
    assert sidecar.read(tmp_path) == sidecar.Description()


def test_columns_come_back_in_the_order_described() -> None:
    frame = pd.DataFrame({"b": ["1"], "actor": ["a"]}, dtype="str")
    arranged = sidecar.arranged({"actors": frame}, {"actors": {"c": "text", "b": "number"}})["actors"]
    assert list(arranged.columns) == ["actor", "c", "b"]
    assert arranged["c"].isna().all()

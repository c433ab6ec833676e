"""Parquet folders: ours, those of others, and life without pyarrow."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import pandas as pd
import pytest

from socluster.core.build import build
from socluster.core.errors import InputError, SoclusterError
from socluster.io.tables import parquet
from tests.io.tables.samples import assert_same_cluster, plain, rich


def test_files_of_a_plain_cluster(tmp_path: Path) -> None:
    parquet.write(plain(), tmp_path / "out")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "actors.parquet",
        "cluster.json",
        "ties.parquet",
    ]
    description = json.loads((tmp_path / "out/cluster.json").read_text())
    layers = {"tie": {"directed": False, "scale": None, "meaning": None}}
    assert description == {"socluster": 1, "name": "plain", "layers": layers}


def test_columns_keep_their_types_for_other_programs(tmp_path: Path) -> None:
    parquet.write(rich(), tmp_path / "out")
    found = pd.read_parquet(tmp_path / "out/actors.parquet")
    pd.testing.assert_frame_equal(found, rich().actors)


def test_folder_without_description(tmp_path: Path) -> None:
    parquet.write(rich(), tmp_path / "out")
    description = json.loads((tmp_path / "out/cluster.json").read_text(encoding="utf-8"))
    (tmp_path / "out/cluster.json").write_text(
        json.dumps({key: description[key] for key in ("name", "info", "layers")})
    )
    assert_same_cluster(parquet.read(tmp_path / "out"), rich())


def test_folder_of_another_program(tmp_path: Path) -> None:
    actors = pd.DataFrame(
        {
            "type": pd.Categorical(["school", None]),
            "founded": [dt.date(1990, 1, 1), None],
            "visited": pd.to_datetime(["2016-11-05 14:30", None]),
            "small": pd.array([1, 2], dtype="int8"),
            "rough": pd.array([0.5, None], dtype="Float32"),
        },
        index=pd.Index([7, 8], name="id"),
    )
    actors.to_parquet(tmp_path / "actors.parquet")
    tables = parquet.read(tmp_path)
    assert tables.origins["actors"].row(0) == 1
    again = build(tables).to_tables().actors
    assert again["actor"].tolist() == ["7", "8"]
    assert again["kind"].tolist()[0] == "school"
    assert again["founded"].tolist()[0] == "1990-01-01"
    assert again["visited"].tolist()[0] == "2016-11-05T14:30:00"
    assert (again["small"].tolist(), again["rough"].tolist()[0]) == ([1, 2], 0.5)


def test_all_damaged_files_are_named(tmp_path: Path) -> None:
    for name in ("actors", "ties"):
        (tmp_path / f"{name}.parquet").write_bytes(b"PAR1 and then nothing")
    with pytest.raises(InputError) as caught:
        parquet.read(tmp_path)
    files = [problem.file for problem in caught.value.problems]
    assert files == [str(tmp_path / "actors.parquet"), str(tmp_path / "ties.parquet")]


def test_folder_without_actors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no actors\.parquet"):
        parquet.read(tmp_path)


def test_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "actors.parquet").touch()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    advice = r'pip install "socluster\[parquet\]"'
    with pytest.raises(SoclusterError, match=advice):
        parquet.read(tmp_path)
    with pytest.raises(SoclusterError, match=advice):
        parquet.write(plain(), tmp_path / "out")
    assert not (tmp_path / "out").exists()

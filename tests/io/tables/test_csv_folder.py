"""CSV folders that people and other programs make, and what is said about wrong ones."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import socluster as sc
from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.tables import csv_folder
from tests.io.tables.samples import folder_with, plain, rich


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


def test_error_of_the_core_points_at_the_file(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, actors="id\na\nb\n", ties="from;to\n\na;b\na;nobody\n")
    with pytest.raises(InputError) as caught:
        build(csv_folder.read(folder))
    (problem,) = caught.value.problems
    assert (problem.file, problem.row, problem.column) == (str(folder / "ties.csv"), 4, "to")


def test_cell_too_long_to_be_read_again_is_refused(tmp_path: Path) -> None:
    actors = pd.DataFrame({"actor": ["a"], "note": pd.Series(["x" * 131_073], dtype="str")})
    with pytest.raises(InputError, match="longer than 131\u00a0072 characters"):
        csv_folder.write(Tables(actors), tmp_path / "out")


def test_cluster_is_not_written_to_a_single_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="one CSV file cannot hold a cluster; give a folder"):
        csv_folder.write(plain(), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("others", [[], ["bom"], ['"quoted"']])
@pytest.mark.parametrize("table", ["actors", "groups"])
def test_only_the_mark_at_the_very_beginning_of_a_file_is_taken_off(tmp_path, table, others):
    names = ["\ufeffbom", *others]
    tables = {"actors": pd.DataFrame({"actor": ["x"]}), table: pd.DataFrame({table[:-1]: names})}
    cluster = sc.Cluster.from_tables(**tables)
    sc.write(cluster, tmp_path / "town")
    for file in (tmp_path / "town").glob("*.csv"):  # a program that marks what it saves changes nothing
        assert (again := sc.read(tmp_path / "town")) == cluster
        assert getattr(again, table).index.tolist() == names
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert sc.read(tmp_path / "town") == cluster

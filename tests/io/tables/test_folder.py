"""Folders with one file per table."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from socluster.core.errors import InputError
from socluster.io.tables import csv_folder
from socluster.io.tables.folder import prepare_folder, table_files
from tests.io.tables.folders import problems_of
from tests.io.tables.samples import folder_with, plain


def test_folder_without_actors(tmp_path: Path) -> None:
    found = problems_of(folder_with(tmp_path, ties="source,target\n", remarks=""))
    message = "the folder has no actors.csv, the table with one row per actor (here: remarks.csv, ties.csv)"
    assert found == [(None, None, message)]
    assert problems_of(tmp_path / "nowhere") == [(None, None, "there is no such file or folder")]


def test_two_files_for_one_table(tmp_path: Path) -> None:
    found = problems_of(folder_with(tmp_path, actors="actor\n", edges="source,target\n", ties="source,target\n"))
    assert found == [(None, None, "edges.csv and ties.csv both hold the ties")]


def test_folder_with_other_files_is_not_written_into(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ties="source,target\n")
    with pytest.raises(InputError, match="not empty"):
        csv_folder.write(plain(), folder)


def test_tables_come_in_our_order_whatever_their_files_are_called(tmp_path: Path) -> None:
    for name in ("Ryšiai.csv", "sluoksniai.CSV", "nodes.csv", "notes.csv", "ties.txt"):
        (tmp_path / name).touch()
    found = table_files(tmp_path, ".csv")
    assert {table: file.name for table, file in found.items()} == {
        "actors": "nodes.csv",
        "ties": "Ryšiai.csv",
        "layers": "sluoksniai.CSV",
    }
    assert list(found) == ["actors", "ties", "layers"]


def test_only_an_empty_folder_is_written_into(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "new")
    prepare_folder(tmp_path / "new")
    (tmp_path / "new" / "ties.csv").touch()
    with pytest.raises(InputError, match="the folder is not empty"):
        prepare_folder(tmp_path / "new")


@pytest.mark.parametrize("name", ["ties.csv", "cluster.json"])
@pytest.mark.parametrize("kind", ["link to nowhere", "loop", "folder", "pipe"])
@pytest.mark.timeout(600)
def test_a_name_that_is_no_file_is_not_passed_over(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / "actors.csv").write_text("actor\na\nb\n")
    path = tmp_path / name
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path if kind == "loop" else tmp_path / "annex")
    wanted = "link to a file that is not there" if kind in ("link to nowhere", "loop") else "is no file"
    with pytest.raises(InputError, match=wanted) as caught:
        csv_folder.read(tmp_path)
    assert caught.value.problems[0].file == str(path)

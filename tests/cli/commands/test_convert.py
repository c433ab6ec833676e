"""`socluster convert`."""

import os

import pytest

import socluster as sc
from socluster.cli import main


def test_convert_and_validate(tmp_path, capsys):
    target = tmp_path / "knoke.graphml"
    assert main(["convert", "knoke", str(target)]) == 0
    assert main(["validate", str(target)]) == 0
    assert "valid. <Cluster" in capsys.readouterr().out
    assert sc.read(target) == sc.load_dataset("knoke")


def test_losses_are_said_in_one_line(tmp_path, capsys):
    assert main(["convert", "knoke", str(tmp_path / "knoke.net")]) == 0
    said = capsys.readouterr().err
    assert said.startswith("socluster: warning: knoke.net cannot carry: ")


def test_a_format_that_there_is_not_is_told_and_nothing_is_written(tmp_path, capsys):
    assert main(["convert", "knoke", str(tmp_path / "knoke.docx")]) == 1
    assert "docx" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_format_is_read_and_written(tmp_path, capsys):
    main(["convert", "davis", str(tmp_path / "davis")])
    assert main(["convert", str(tmp_path / "davis"), str(tmp_path / "davis.xlsx")]) == 0
    assert capsys.readouterr().err == ""
    assert sc.read(tmp_path / "davis.xlsx") == sc.load_dataset("davis")


@pytest.mark.parametrize(
    ("one", "other"), [("it.json", "it.json"), ("it.##h", "it.##d"), ("it", "it"), ("it.json", "link.json")]
)
def test_a_file_is_not_replaced_by_itself_unless_one_says_so(tmp_path, capsys, one, other):
    main(["convert", "knoke", str(tmp_path / one)])
    os.symlink(tmp_path / one, tmp_path / "link.json")
    before = sc.read(tmp_path / one)
    capsys.readouterr()
    typed = ["convert", str(tmp_path / one), str(tmp_path / other), "--name", "Other"]
    assert main(typed) == 1
    assert "is read and written to; name another file, or say --force" in capsys.readouterr().err
    assert sc.read(tmp_path / one) == before
    assert main([*typed, "--force"]) == 0
    assert sc.read(tmp_path / one).name == "Other"


def test_another_file_and_a_dataset_are_not_the_same(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["convert", "knoke", "knoke"]) == 0  # the one is shipped, the other a folder here
    assert main(["convert", "knoke", "it.json"]) == 0
    assert main(["convert", "knoke", "it.json"]) == 0  # written anew

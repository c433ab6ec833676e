"""Every option of reading can be typed, and what a refusal proposes is what can be typed."""

import inspect

import pytest

import socluster as sc
from socluster.cli import main


def test_every_option_of_read_is_an_option_of_the_commands(capsys):
    with pytest.raises(SystemExit):
        main(["info", "--help"])
    help_text = capsys.readouterr().out
    options = set(inspect.signature(sc.read).parameters) - {"path", "language", "others"}
    assert {option for option in options if "--" + option.replace("_", "-") not in help_text} == set()


def test_a_refusal_proposes_what_can_be_typed(tmp_path, capsys):
    file = tmp_path / "ties.csv"
    file.write_text("source,target\nA,B\nB,A\nA,A\n")
    assert main(["validate", str(file)]) == 1
    said = capsys.readouterr().err
    assert "--directed" in said
    assert "--duplicates sum" in said
    assert "--self-ties drop" in said
    assert main(["validate", str(file), "--directed", "--self-ties", "drop"]) == 0
    assert main(["info", str(file), "--duplicates", "sum", "--self-ties", "drop"]) == 0
    assert "1 tie " in capsys.readouterr().out


def test_convert_reads_as_it_is_told(tmp_path):
    file, target = tmp_path / "list.csv", tmp_path / "out.json"
    file.write_text("Who,Whom,Kind\nA,B,referral\n")
    typed = [
        "--source",
        "Who",
        "--target",
        "Whom",
        "--layer",
        "Kind",
        "--layers",
        "referral:directed",
        "--name",
        "Town",
    ]
    assert main(["convert", str(file), str(target), *typed]) == 0
    cluster = sc.read(target)
    assert (cluster.name, cluster.layers["referral"].directed) == ("Town", True)
    assert main(["convert", str(file), str(target), "--layers", "referral"]) == 1
    for typed in ("referral:sideways", ":directed"):
        assert main(["convert", str(file), str(target), "--layers", typed]) == 1

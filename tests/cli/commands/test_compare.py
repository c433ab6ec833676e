"""`socluster compare`."""

import json

import pytest

import socluster as sc
from socluster.cli import main
from tests.cli.scenario import scenario_file


def test_values_are_those_of_the_library(tmp_path, capsys):
    path = scenario_file(tmp_path)
    command = [
        "compare",
        "florentine",
        path,
        "--measures",
        "density",
        "--draws",
        "40",
        "--seed",
        "3",
        "--format",
        "json",
    ]
    assert main(command) == 0
    read = json.loads(capsys.readouterr().out)
    outcome = sc.compare(sc.load_dataset("florentine"), sc.read_scenarios(path), measures=[sc.density], draws=40, rng=3)
    assert [row["delta"] for row in read["rows"]] == pytest.approx(outcome.to_frame()["delta"].tolist())
    assert read["sentences"] == outcome.sentences()


def test_measures_have_to_be_named(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["compare", "florentine", scenario_file(tmp_path)])
    assert ended.value.code == 2
    assert "--measures" in capsys.readouterr().err

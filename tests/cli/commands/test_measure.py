"""`socluster measure`."""

import json

import pytest

import socluster as sc
from socluster.cli import main


def test_values_are_those_of_the_library(capsys):
    assert main(["measure", "florentine", "betweenness,degree", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    expected = sc.measure(sc.load_dataset("florentine"), [sc.betweenness, sc.degree])
    assert {row["actor"]: row["betweenness"] for row in rows} == pytest.approx(expected["betweenness"].to_dict())


def test_a_wrong_name_ends_in_one_line_and_exit_code_1(capsys):
    assert main(["measure", "florentine", "betweeness"]) == 1
    said = capsys.readouterr()
    assert "betweenness" in said.err
    assert not said.out

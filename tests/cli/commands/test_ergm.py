"""`socluster ergm`."""

import json

import pytest

from socluster.cli import main


def test_the_exact_coefficient_of_edges(capsys):
    assert main(["ergm", "florentine", "edges", "--of", "marriage", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["estimate"] == pytest.approx(-1.609438, abs=1e-6)


def test_what_is_no_term_is_told(capsys):
    assert main(["ergm", "florentine", "edgs", "--of", "marriage"]) == 1
    assert "edges" in capsys.readouterr().err

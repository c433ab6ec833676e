"""`socluster losses`."""

import json

import socluster as sc
from socluster.cli import main


def test_losses_of_attendances_are_those_of_the_projected_network(capsys):
    assert main(["losses", "siauliai", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    expected = sc.losses(sc.load_dataset("siauliai").project()).to_frame()
    assert [row["broken_pairs"] for row in rows] == expected["broken_pairs"].tolist()


def test_two_at_once(capsys):
    assert main(["losses", "florentine", "--together", "2", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 50

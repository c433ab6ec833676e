"""`socluster null`."""

import json

import socluster as sc
from socluster.cli import main


def test_numbers_are_those_of_the_library(capsys):
    command = ["null", "florentine", "transitivity", "--null", "Bernoulli", "--draws", "50", "--format", "json"]
    assert main(command) == 0
    read = json.loads(capsys.readouterr().out)
    found = sc.compare_to_null(
        sc.load_dataset("florentine"), [sc.transitivity], null=sc.nulls.Bernoulli(), draws=50, rng=7
    )
    assert read["sentences"] == found.sentences()


def test_a_null_that_there_is_not(capsys):
    assert main(["null", "florentine", "transitivity", "--null", "Bernouli"]) == 1
    assert "Bernoulli" in capsys.readouterr().err

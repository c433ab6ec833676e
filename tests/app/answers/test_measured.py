"""Measures by actor."""

import networkx as nx
import pytest

import socluster as sc
from socluster.app.answers.measured import measures
from socluster.core.errors import InputError


def test_measures_are_those_of_the_library():
    karate = sc.load_dataset("karate")
    found = measures(karate, {"kind": "measures", "measures": ["betweenness", "degree"]})
    expected = sc.betweenness(karate)
    assert {row["actor"]: row["values"][0] for row in found["rows"]} == {str(a): v for a, v in expected.items()}
    assert found["measures"][0]["name"] == {"en": "betweenness", "lt": "tarpiškumas"}


def test_what_is_undefined_is_null():
    found = measures(sc.as_cluster(nx.empty_graph(2)), {"kind": "measures", "measures": ["constraint"]})
    assert [row["values"] for row in found["rows"]] == [[None], [None]]


@pytest.mark.parametrize("wrong", ["densty", ["degree", "no"], [], 3])
def test_no_other_measure_is_asked(wrong):
    with pytest.raises(InputError):
        measures(sc.load_dataset("kite"), {"kind": "measures", "measures": wrong})

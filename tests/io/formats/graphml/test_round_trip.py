"""What is written as GraphML and read again is the same cluster."""

from __future__ import annotations

import math

import pandas as pd
from hypothesis import given

from socluster.core.cluster import Cluster
from socluster.io.formats import graphml
from tests.strategies import clusters


@given(clusters())
def test_round_trip(tmp_path_factory, cluster):
    path = tmp_path_factory.mktemp("x") / "x.graphml"
    tables = cluster.to_tables()
    graphml.write(tables, path)
    assert Cluster._from(graphml.read(path)) == cluster
    assert graphml.losses(tables) == []


def test_numbers_are_exact(tmp_path):
    numbers = [5e-324, 1.7976931348623157e308, -0.1, 1e16, math.pi]
    whole = [2**63 - 1, -(2**63), 0, 10**18, 7]
    actors = pd.DataFrame({"actor": list("abcde"), "x": numbers, "n": whole})
    graphml.write(Cluster.from_tables(actors).to_tables(), tmp_path / "x.graphml")
    found = Cluster._from(graphml.read(tmp_path / "x.graphml")).actors
    assert found["x"].tolist() == numbers
    assert found["n"].tolist() == whole

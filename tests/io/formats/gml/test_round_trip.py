"""What is written as GML and read again is the same cluster."""

from __future__ import annotations

from hypothesis import given

from socluster.core.cluster import Cluster
from socluster.io.formats import gml
from tests.strategies import clusters


@given(clusters())
def test_round_trip(tmp_path_factory, cluster):
    path = tmp_path_factory.mktemp("x") / "x.gml"
    tables = cluster.to_tables()
    gml.write(tables, path)
    assert Cluster._from(gml.read(path)) == cluster
    assert gml.losses(tables) == []

"""What is written as GEXF and read again is the same cluster."""

from __future__ import annotations

from hypothesis import given

from socluster.core.cluster import Cluster
from socluster.io.formats import gexf
from tests.strategies import clusters


@given(clusters())
def test_round_trip(tmp_path_factory, cluster):
    path = tmp_path_factory.mktemp("x") / "x.gexf"
    tables = cluster.to_tables()
    gexf.write(tables, path)
    assert Cluster._from(gexf.read(path)) == cluster
    assert gexf.losses(tables) == []

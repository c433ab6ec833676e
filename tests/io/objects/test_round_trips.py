from __future__ import annotations

from hypothesis import given

from socluster.io.objects.conversions import to_igraph, to_networkx
from socluster.io.objects.dispatch import as_cluster
from tests.strategies import clusters


@given(clusters())
def test_networkx_gives_back_the_same_cluster(cluster):
    assert as_cluster(to_networkx(cluster)) == cluster


@given(clusters())
def test_igraph_gives_back_the_same_cluster(cluster):
    assert as_cluster(to_igraph(cluster)) == cluster

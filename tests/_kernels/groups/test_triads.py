"""Against igraph's count of triads."""

import igraph
import numpy as np
import pytest

from socluster._kernels.groups.triads import triad_counts
from tests._kernels.networks import NETWORKS, random_network, star


@pytest.mark.parametrize("name", NETWORKS)
def test_triads_equal_those_of_igraph(name):
    ties = NETWORKS[name]
    n = ties.shape[0]
    graph = igraph.Graph(n=n, edges=np.column_stack(ties.nonzero()).tolist(), directed=True)
    expected = list(map(int, graph.triad_census())) if n > 2 else [0] * 16
    assert triad_counts(ties) == expected


def test_every_kind_occurs_and_all_are_counted():
    found = triad_counts(random_network(60, 1500, directed=True))
    assert min(found) > 0
    assert sum(found) == 60 * 59 * 58 // 6


def test_a_large_star_holds_little_but_pairs_of_its_ties():
    counts = dict(zip(("102", "201"), (triad_counts(star(20_000))[place] for place in (2, 10)), strict=True))
    assert counts == {"102": 0, "201": 20_000 * 19_999 // 2}

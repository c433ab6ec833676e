"""Betweenness once a newcomer has come: every network of up to five actors, against networkx."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.joining import loops_betweenness
from socluster._kernels.joining.paths import path_state
from tests._kernels.joining.atlas import SMALL, joined_by, partner_sets, ties_of


@pytest.mark.parametrize("graph", SMALL, ids=lambda graph: graph.name)
def test_what_everybody_carries(graph):
    n = len(graph)
    state = path_state(ties_of(graph), counts=True)
    starts, partners, sets = partner_sets(n)
    result = np.full((len(sets), n + 1), np.nan)
    loops_betweenness.joined_betweenness(
        *(state.tie_starts, state.tie_columns, state.distances, state.paths),
        *(state.farthest, state.part, state.part_starts, state.carried),
        *(starts, state.place[partners], state.order, result),
    )
    for place, each in enumerate(sets):
        expected = nx.betweenness_centrality(joined_by(graph, each), normalized=False)
        assert result[place] == pytest.approx([2 * expected[node] for node in range(n + 1)], abs=1e-12)

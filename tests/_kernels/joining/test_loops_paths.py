"""Distances once a newcomer has come: every network of up to five actors, against networkx."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.joining import loops_paths
from socluster._kernels.joining.candidates import with_newcomer
from socluster._kernels.joining.paths import path_state
from tests._kernels.joining.atlas import SMALL, joined_by, partner_sets, ties_of


def changed(graph):
    """The tables that the loops fill, and the graphs with each newcomer in them."""
    n = len(graph)
    state = path_state(ties_of(graph), counts=False)
    starts, partners, sets = partner_sets(n)
    by_distance = np.zeros((len(sets), 2 * n + 3), np.int64)
    by_distance[:, : len(state.sums.by_distance)] = state.sums.by_distance
    before = state.sums.reached, state.sums.total, state.sums.inverse
    sums = [with_newcomer(each, np.zeros(len(sets), each.dtype)) for each in before]
    known = state.distances, state.farthest, state.part, state.part_starts
    candidates = starts, state.place[partners], state.order
    loops_paths.joined_distances(*known, *candidates, by_distance)
    loops_paths.joined_closeness(*known, *candidates, *sums)
    return by_distance, *sums, [joined_by(graph, each) for each in sets]


@pytest.mark.parametrize("graph", SMALL, ids=lambda graph: graph.name)
def test_all_that_changes_is_counted(graph):
    by_distance, reached, total, inverse, joined = changed(graph)
    for place, larger in enumerate(joined):
        found = dict(nx.all_pairs_shortest_path_length(larger))
        steps = [[step for step in found[node].values() if step] for node in range(len(larger))]
        everybody = [step for each in steps for step in each]
        assert by_distance[place].tolist() == np.bincount(everybody, minlength=by_distance.shape[1]).tolist()
        assert reached[place].tolist() == [len(each) for each in steps]
        assert total[place].tolist() == [sum(each) for each in steps]
        assert inverse[place] == pytest.approx([sum(1 / step for step in each) for each in steps])

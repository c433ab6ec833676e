"""The tree of blocks and cutpoints: every network of up to five actors and some larger, against networkx."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.joining import loops_parts
from tests._kernels.joining.atlas import SMALL, joined_by, partner_sets, ties_of
from tests._kernels.networks import path, random_network, star

LARGER = [nx.from_scipy_sparse_array(ties) for ties in (random_network(80, 90, directed=False), path(30), star(9))]
GRAPHS = [*SMALL, *LARGER]


def tree_of(graph):
    ties = ties_of(graph)
    return loops_parts.block_tree(np.array(ties.indptr, np.int64), np.array(ties.indices, np.uint32))


@pytest.mark.parametrize("graph", GRAPHS)
def test_blocks_are_those_of_networkx(graph):
    visited, component, above, top, blocks = tree_of(graph)
    found = {}
    for actor, block in enumerate(above.tolist()):
        if block >= 0:
            found.setdefault(block, {int(top[block])}).add(actor)
    expected = [frozenset(block) for block in nx.biconnected_components(graph)]
    assert sorted(map(sorted, found.values())) == sorted(map(sorted, expected))
    assert blocks.tolist() == [sum(actor in block for block in expected) for actor in graph]
    assert sorted(visited.tolist()) == sorted(graph)
    for part in nx.connected_components(graph):
        assert component[list(part)].tolist() == [min(part)] * len(part)


@pytest.mark.parametrize("graph", GRAPHS)
def test_who_lies_below_an_actor_has_numbers_side_by_side(graph):
    visited, _, above, top, _ = tree_of(graph)
    lowest, highest = loops_parts.ranges(visited, above, top)
    assert sorted(lowest.tolist()) == sorted(graph)
    below = {actor: {actor} for actor in graph}
    for actor in visited[::-1].tolist():
        if above[actor] >= 0:
            below[int(top[above[actor]])] |= below[actor]
    for actor, those in below.items():
        assert sorted(lowest[list(those)].tolist()) == list(range(lowest[actor], highest[actor] + 1))


@pytest.mark.parametrize("graph", SMALL, ids=lambda graph: graph.name)
def test_without_whom_the_joined_network_falls_apart(graph):
    visited, component, above, top, blocks = tree_of(graph)
    starts, partners, sets = partner_sets(len(graph))
    result = np.zeros((len(sets), len(graph) + 1), dtype=bool)
    ranges = loops_parts.ranges(visited, above, top)
    loops_parts.cutpoints(component, above, top, blocks, *ranges, starts, partners, result)
    for place, each in enumerate(sets):
        expected = set(nx.articulation_points(joined_by(graph, each)))
        assert set(np.flatnonzero(result[place]).tolist()) == expected

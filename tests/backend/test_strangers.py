"""A node that is not in the graph: what networkx raises or answers comes out."""

import networkx as nx
import pytest

from socluster.backend import interface

GRAPH, ONE_WAY = nx.karate_club_graph(), nx.gn_graph(20, seed=1)
NODES = ["triangles", "clustering", "average_clustering", "square_clustering", "constraint", "effective_size"]
CALLS = [
    *((name, (graph, nodes)) for name in NODES for graph in (GRAPH, ONE_WAY) for nodes in (999, "xy", [1, 999], [[1]])),
    *(("closeness_centrality", (graph, 999)) for graph in (GRAPH, ONE_WAY)),
    *(("local_constraint", (graph, *pair)) for graph in (GRAPH, ONE_WAY) for pair in ((999, 1), (1, 999))),
    ("harmonic_centrality", (GRAPH, 999)),
]
FOR_UNDIRECTED = {"square_clustering"}


def outcome(function, *args, **kwargs):
    """Return the answer, or the kind of error and what it says."""
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize(
    ("name", "args"), [each for each in CALLS if each[0] not in FOR_UNDIRECTED or each[1][0] is GRAPH]
)
def test_what_networkx_says_of_an_unknown_node_comes_out(name, args):
    expected = outcome(getattr(nx, name).orig_func, *args)
    made = interface.convert_from_nx(args[0])
    assert interface.can_run(name, args, {}) is True
    assert outcome(getattr(interface, name), made, *args[1:]) == expected
    assert interface.should_run(name, args, {}) is not True


def test_the_error_is_that_of_networkx():
    made = interface.convert_from_nx(GRAPH)
    with pytest.raises(nx.NodeNotFound, match="999"):
        interface.closeness_centrality(made, u=999)
    with pytest.raises(nx.NetworkXError, match="999"):
        interface.local_constraint(made, 999, 1)

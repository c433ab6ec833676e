"""Whom an actor looks at: along its ties, against them, or both ways."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster import InputError
from socluster.measures.shared.direction import (
    DIRECTIONS,
    check_direction,
    partner_ties,
    refuse_directed,
    seen_from,
    underlying,
)
from socluster.measures.shared.network import network
from socluster.words import phrase
from tests.measures.small_graphs import cluster_from, graphs


@pytest.fixture
def arcs(cluster_of):
    """A gives B two and gets five back; A gives C three."""
    return network(cluster_of([("A", "B", 2), ("B", "A", 5), ("A", "C", 3)], directed=True))


def test_by_hand(arcs):
    seen = {each: seen_from(arcs.strength, each, directed=True).toarray().tolist() for each in DIRECTIONS}
    assert seen == {
        "out": [[0, 2, 3], [5, 0, 0], [0, 0, 0]],
        "in": [[0, 5, 0], [2, 0, 0], [3, 0, 0]],
        "all": [[0, 7, 3], [7, 0, 0], [3, 0, 0]],
    }
    assert partner_ties(arcs, "all", weighted=True).toarray().tolist() == seen["all"]
    assert partner_ties(arcs, "all", weighted=False).toarray().tolist() == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]
    assert partner_ties(arcs, "in", weighted=False).toarray().tolist() == [[0, 1, 0], [1, 0, 0], [1, 0, 0]]
    assert underlying(arcs).toarray().tolist() == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]


def test_what_is_shared_is_left_as_it_was(arcs):
    before = arcs.ties.toarray()
    for direction in DIRECTIONS:
        partner_ties(arcs, direction, weighted=False)
    underlying(arcs)
    assert np.array_equal(arcs.strength.toarray(), before)


@given(graphs(), st.sampled_from(DIRECTIONS), st.booleans())
def test_partners_are_those_of_networkx(graph, direction, weighted):
    net = network(cluster_from(graph, weight="weight"))
    found = partner_ties(net, direction, weighted=weighted).toarray()
    for actor in graph:
        strength = {}
        ways = {"out": [(actor, True)], "in": [(actor, False)], "all": [(actor, True), (actor, False)]}[direction]
        for node, away in ways if graph.is_directed() else [(actor, True)]:
            for other in graph:
                ends = (node, other) if away else (other, node)
                if graph.has_edge(*ends):
                    strength[other] = strength.get(other, 0) + graph.edges[ends]["weight"]
        expected = [(strength[other] if weighted else 1) if other in strength else 0 for other in graph]
        assert found[actor].tolist() == expected


def test_a_wrong_direction_is_refused_with_the_nearest(arcs):
    for ask in (check_direction, lambda direction: partner_ties(arcs, direction, weighted=True)):
        with pytest.raises(InputError, match=r"direction must be one of 'out', 'in', 'all'.*did you mean 'out'"):
            ask("outs")


def test_directed_ties_are_refused_with_the_reason(arcs, kite):
    why = phrase("information flows both ways")
    refuse_directed(network(kite), why)
    with pytest.raises(InputError, match=r"^information flows both ways, but these ties have a direction") as error:
        refuse_directed(arcs, why)
    assert "symmetrise(rule='any')" in str(error.value)

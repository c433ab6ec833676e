import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import socluster as sc
from socluster.measures.cohesion.degrees import degree_correlation, h_index
from tests.measures.small_graphs import cluster_from, graphs

DIRECTIONS = ("in", "out", "all")


def degrees_of(graph, direction):
    if not graph.is_directed():
        return np.array([len(graph[i]) for i in graph])
    sides = {"in": graph.pred, "out": graph.succ}
    if direction != "all":
        return np.array([len(sides[direction][i]) for i in graph])
    return np.array([len({*graph.pred[i], *graph.succ[i]}) for i in graph])


@pytest.mark.parametrize("direction", DIRECTIONS)
@given(graph=graphs())
def test_h_index_by_its_definition(direction, graph):
    degrees = degrees_of(graph, direction)
    expected = max(h for h in range(len(graph) + 1) if (degrees >= h).sum() >= h)
    found = h_index(cluster_from(graph), direction=direction)
    assert isinstance(found, int)
    assert found == expected


def test_a_star_has_one_however_large_and_a_clique_all_others(cluster_of):
    assert h_index(cluster_of("AB AC AD AE AF")) == 1
    assert h_index(cluster_of("AB AC AD BC BD CD")) == 3
    assert h_index(cluster_of("", actors="AB")) == 0


@pytest.mark.parametrize("direction", DIRECTIONS)
@given(graph=graphs())
def test_degree_correlation_by_its_definition(direction, graph):
    degrees = degrees_of(graph, direction)
    apart = abs(degrees[:, None] - degrees[None, :])
    off = ~np.eye(len(graph), dtype=bool)
    ties, differences = nx.to_numpy_array(graph, weight=None)[off], apart[off]
    found = degree_correlation(cluster_from(graph), direction=direction)
    if len(set(ties)) < 2 or len(set(differences)) < 2:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(np.corrcoef(ties, differences)[0, 1])


def test_ties_between_unlike_degrees_are_positive_and_between_like_ones_negative(cluster_of):
    assert degree_correlation(cluster_of("AB AC AD AE")) == 1  # every tie joins 4 and 1, and nothing else differs
    assert degree_correlation(cluster_of("AB AC BC DE")) < 0
    assert np.isnan(degree_correlation(cluster_of("AB BC CA"))), "all degrees are alike"


def test_both_refuse_a_direction_that_there_is_not(cluster_of):
    for measure in (h_index, degree_correlation):
        with pytest.raises(sc.InputError, match="direction must be one of"):
            measure(cluster_of("AB"), direction="up")

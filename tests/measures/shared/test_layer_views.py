"""Layers side by side: what actors give in each, and what they receive."""

import pytest

from socluster.measures.shared.layer_views import layer_matrices, layer_views
from socluster.measures.shared.network import network
from tests.measures.multiplex.multiplex_samples import make

TIES = [("A", "B", "trade", 4.0), ("B", "C", "talk", 2.0)]
TRADE = [[0, 4, 0], [0, 0, 0], [0, 0, 0]]
RECEIVED = [[0, 0, 0], [4, 0, 0], [0, 0, 0]]
TALK = [[0, 0, 0], [0, 0, 2], [0, 2, 0]]


@pytest.fixture
def net():
    return network(make(TIES, {"trade": True, "talk": False}, "ABC"))


def as_lists(matrices):
    return [matrix.tolist() for matrix in matrices]


def test_all_layers_or_one(net):
    assert as_lists(layer_matrices(net, None, weighted=True)) == [TRADE, TALK]
    assert as_lists(layer_matrices(net, "talk", weighted=True)) == [TALK]
    assert as_lists(layer_matrices(net, "trade", weighted=False)) == [[[0, 1, 0], [0, 0, 0], [0, 0, 0]]]


def test_what_is_received_is_another_view_where_there_is_direction(net):
    assert as_lists(layer_views(net, None, weighted=True)) == [TRADE, TALK, RECEIVED]
    assert as_lists(layer_views(net, "trade", weighted=True)) == [TRADE, RECEIVED]
    assert as_lists(layer_views(net, "talk", weighted=True)) == [TALK]


def test_without_layers_there_is_one_empty_view():
    nothing = network(make([], {}, "AB"))
    assert as_lists(layer_matrices(nothing, None, weighted=True)) == [[[0, 0], [0, 0]]]
    assert as_lists(layer_views(nothing, None, weighted=True)) == [[[0, 0], [0, 0]]]

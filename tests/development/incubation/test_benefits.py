import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.development.incubation.benefits import QUANTITIES, Benefits, cells_of, pairs_of
from socluster.development.incubation.dyads import ends
from tests.development.incubation.circles import circle, providers


def benefits(n, **given):
    dyads = n * (n - 1) // 2
    usual = {
        "across": np.ones(dyads, bool),
        "stays": np.ones(dyads, bool),
        "cells": (),
        "knows_offers": False,
        "blocks": (),
    }
    return Benefits(**{"n": n, **usual, **given})


@given(st.integers(2, 8), st.data())
def test_who_is_reached_in_two_steps_as_networkx_says(n, data):
    tied = np.array(data.draw(st.lists(st.booleans(), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2)))
    graph = nx.empty_graph(n)
    one, other = ends(n)
    graph.add_edges_from(zip(one[tied].tolist(), other[tied].tolist(), strict=True))
    near = [len(nx.single_source_shortest_path_length(graph, node, cutoff=2)) - 1 for node in graph]
    rows = benefits(n).rows(tied[None, :], np.zeros_like(tied)[None, :])
    assert rows[0, QUANTITIES.index("sharing_knowledge")] == pytest.approx(np.mean(near) / (n - 1))


def test_new_ties_are_those_that_were_not_there_and_are_alive():
    tied = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 1]], bool)
    trusted = np.array([[0, 0, 0], [1, 0, 1], [1, 1, 1]], bool)
    stays, across = np.array([1, 1, 0], bool), np.array([0, 1, 0], bool)
    rows = dict(zip(QUANTITIES, benefits(3, stays=stays, across=across).rows(tied, trusted).T, strict=True))
    assert rows["ties"].tolist() == [1, 2, 2]
    assert rows["staying_ties"].tolist() == [1, 2, 1]
    assert rows["building_ties"].tolist() == [0, 1, 2]
    assert rows["across_sectors"].tolist() == [0, 1, 1]
    assert rows["ensuring_cooperation"].tolist() == [0, 1, 1]
    assert np.isnan(rows["coordinated_activity"]).all()


def test_an_offer_is_coordinated_if_two_of_its_providers_are_tied():
    cells, known = cells_of(providers())
    assert known
    assert [each.tolist() for each in cells] == [[0, 1, 3], [3]]  # care: a0 a1 a2; meals: a1 a2
    counted = benefits(4, cells=cells, knows_offers=True)
    place = QUANTITIES.index("coordinated_activity")
    for tied, expected in (([1, 0, 0, 0, 0, 0], 1), ([0, 0, 0, 1, 0, 0], 2), ([0, 0, 1, 0, 1, 1], 0)):
        assert counted.rows(np.array([tied], bool), np.zeros((1, 6), bool))[0, place] == expected
    assert cells_of(circle(3)) == ((), False)


def test_pairs_of_values_whatever_is_stated():
    cluster = circle(4, sectors=("public", "civic", None))
    (codes,), (names,) = pairs_of(cluster, ["sector"])
    one, other = ends(4)
    values = ["public", "civic", "", "public"]
    for a, b, code in zip(one.tolist(), other.tolist(), codes.tolist(), strict=True):
        assert sorted(names[code]) == sorted((values[a], values[b]))
    tied = np.zeros((2, 6), bool)
    tied[1, [0, 2]] = True  # a0-a1, a0-a3
    counts = dict(zip(names, benefits(4, blocks=(codes,)).of_blocks(tied), strict=True))
    assert counts["civic", "public"] == counts["public", "public"] == 1
    assert sum(counts.values()) == 2
    assert pairs_of(circle(1), ["sector"])[1] == ((),)

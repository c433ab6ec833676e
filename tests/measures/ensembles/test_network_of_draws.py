"""What draws of a layer have in common, against the matrices of clusters that are drawn one by one."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from socluster._kernels.ensembles.dense import tables
from socluster.core.cluster import Cluster
from socluster.core.combine import drawn
from socluster.measures.ensembles.network_of_draws import NetworkOfDraws, can_be_drawn


@pytest.fixture
def town():
    ties = pd.DataFrame(
        [("a", "b", "one", 1.0), ("b", "c", "one", 2.0), ("a", "b", "two", 4.0), ("c", "a", "two", 0.5)],
        columns=["source", "target", "layer", "weight"],
    )
    layers = {"one": {"directed": False}, "two": {"directed": True}}
    actors = pd.DataFrame({"actor": list("abcd"), "sector": list("xyxz")})
    return Cluster.from_tables(actors, ties, layers=layers)


@pytest.mark.parametrize("layer", [None, "one", "two", ("one", "two"), ("two",)])
@pytest.mark.parametrize("unsure", [[], [0, 3], [1, 2], [0, 1, 2, 3]])
def test_rows_and_strengths_are_those_of_the_matrices(town, layer, unsure):
    network = NetworkOfDraws(town, layer, np.array(unsure, dtype=int))
    there = np.array([[draw >> tie & 1 for tie in range(len(unsure))] for draw in range(2 ** len(unsure))], dtype=bool)
    laid = network.laid_together(there)
    rows, turned = tables(network.stack.rows(laid)), tables(network.turned_stack.rows(laid))
    given, received = network.total_strengths(there)
    for draw, present in enumerate(there):
        kept = np.ones(4, dtype=bool)
        kept[unsure] = present
        cluster = Cluster(drawn(town.parts, kept))
        chosen = cluster.select(layers=list(layer)) if isinstance(layer, tuple) else cluster
        matrix = chosen.matrix(None if isinstance(layer, tuple) else layer).toarray()
        np.testing.assert_array_equal(rows[draw], matrix > 0)
        np.testing.assert_array_equal(turned[draw], matrix.T > 0)
        np.testing.assert_allclose([given[draw], received[draw]], [matrix.sum(axis=1), matrix.sum(axis=0)])
        for between, table, of_ones in (
            (network.weighted, there, matrix),
            (network.unweighted, network.possible_there(laid) if network.directed else there, matrix > 0),
        ):
            found = between.sure.copy()
            for near, far, more, column in zip(*between[1:], strict=True):
                found[[near, far], [far, near]] += more * table[draw, column]
            two_way = np.where(rows[draw] + turned[draw] > 0, found, 0.0)
            expected = (of_ones * 1.0) + (of_ones * 1.0).T
            np.testing.assert_allclose(two_way / max(two_way.max(), 1e-9), expected / max(expected.max(), 1e-9))


def test_groups_are_codes(town):
    network = NetworkOfDraws(town, "one", np.zeros(0, dtype=int))
    assert network.grouped("sector").tolist() == [0, 1, 0, 2]


def test_what_a_measure_would_refuse_is_left_to_it(town):
    can = partial(can_be_drawn, town.parts)
    assert can(None)
    assert can(("one", "two"))
    assert not can("three")
    assert not can(("one", "three"))
    ties = pd.DataFrame({"source": list("ab"), "target": list("bc"), "wave": ["1", "2"]})
    waves = Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), ties)
    assert not can_be_drawn(waves.parts, None)

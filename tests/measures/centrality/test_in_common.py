"""What degree, strength, betweenness and closeness have in common."""

import numpy as np
import pandas as pd
import pytest

from socluster import InputError, betweenness, closeness, degree, strength
from socluster.core.errors import UnknownTiesWarning

MEASURES = [degree, strength, betweenness, closeness]


@pytest.mark.parametrize("function", MEASURES, ids=lambda each: each.__name__)
def test_a_measure_is_a_float_series_by_actor(function, knoke):
    series = function(knoke, layer="money")
    assert isinstance(series, pd.Series)
    assert series.name == function.__name__
    assert series.dtype == float
    assert series.index.equals(knoke.actors.index)
    assert series.index.name == "actor"


def test_direction_makes_no_difference_without_direction(kite):
    for function in (degree, strength, closeness):
        values = [function(kite, direction=direction) for direction in ("in", "out", "all")]
        assert values[0].equals(values[1])
        assert values[0].equals(values[2])


def test_weights_count_only_where_a_cost_is_given(cluster_of):
    detour = cluster_of([("A", "B", 1), ("A", "C", 4), ("C", "B", 4)])
    assert betweenness(detour, normalized=False)["C"] == 0
    assert betweenness(detour, cost="inverse", normalized=False)["C"] == 1
    assert betweenness(detour, cost=lambda weights: weights, normalized=False)["C"] == 0
    assert closeness(detour, cost=lambda weights: weights)["A"] == pytest.approx(2 / (1 + 4))


@pytest.mark.parametrize(
    "cost",
    [lambda w: -w, lambda w: w * np.inf, lambda w: w[:1], lambda w: w.sum(), lambda w: ["x"] * len(w), lambda w: 0 * w],
    ids=["negative", "infinite", "too few", "one number", "text", "zero"],
)
@pytest.mark.parametrize("function", [betweenness, closeness])
def test_lengths_must_be_positive_numbers(function, cost, kite):
    with pytest.raises(InputError, match="positive and finite"):
        function(kite, cost=cost)


def test_an_unknown_cost_is_refused(kite):
    with pytest.raises(InputError, match="did you mean 'inverse'"):
        betweenness(kite, cost="inverted")


def test_a_cost_function_cannot_reach_into_the_cluster(cluster_of):
    cluster = cluster_of([("A", "B", 2), ("B", "C", 3)])

    def meddling(weights):
        weights[:] = 1.0
        return weights

    closeness(cluster, cost=meddling)
    assert cluster.matrix().data.tolist() == [2, 2, 3, 3]


@pytest.mark.parametrize("function", [degree, strength, closeness])
def test_a_wrong_direction_is_refused(function, kite):
    with pytest.raises(InputError, match=r"direction must be one of 'out', 'in', 'all' .*did you mean 'out'"):
        function(kite, direction="outward"[:4])


@pytest.mark.parametrize("function", MEASURES, ids=lambda each: each.__name__)
def test_a_wrong_layer_is_refused(function, knoke):
    with pytest.raises(InputError, match="did you mean 'money'"):
        function(knoke, layer="mony")


@pytest.mark.parametrize("function", MEASURES, ids=lambda each: each.__name__)
def test_unknown_ties_are_said(function, cluster_of):
    tables = cluster_of("AB BC").to_tables()
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["tie"]})
    cluster = type(cluster_of("AB")).from_tables(tables.actors, tables.ties, unknown=unknown, layers=tables.layers)
    with pytest.warns(UnknownTiesWarning, match="as if 2 unknown cells of the matrix held no tie"):
        function(cluster)

"""Measures asked of many clusters."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.shared.asked import AskedMeasures
from socluster.measures.shared.answers import named


def test_numbers_of_the_whole_and_by_actor():
    kite = sc.load_dataset("kite")
    asked, row = AskedMeasures.of(named([sc.density, sc.transitivity]), kite)
    assert asked.is_of_whole
    assert asked.names == ["density", "transitivity"]
    assert row.tolist() == [sc.density(kite), sc.transitivity(kite)]
    asked, row = AskedMeasures.of(named([sc.degree, sc.betweenness]), kite)
    assert not asked.is_of_whole
    assert asked.names == ["degree", "betweenness"]
    np.testing.assert_array_equal(row, np.r_[sc.degree(kite), sc.betweenness(kite)])


def test_labels_of_any_kind_are_kept():
    graph = sc.as_cluster(pd.DataFrame([[0, 1], [1, 0]], index=[(0, 1), (0, 2)], columns=[(0, 1), (0, 2)]))
    asked, _ = AskedMeasures.of(named(sc.degree), graph)
    assert [each for _, each in asked.index] == list(graph.labels)


def test_what_cannot_be_compared_is_refused():
    kite = sc.load_dataset("kite")
    with pytest.raises(InputError, match="ask once for each kind"):
        AskedMeasures.of(named([sc.density, sc.degree]), kite)
    with pytest.raises(InputError, match="two measures have the name"):
        AskedMeasures.of(named([sc.density, sc.density]), kite)
    with pytest.raises(InputError, match="gives no numbers"):
        AskedMeasures.of(named(lambda c: pd.Series(["x"] * 10, c.index, name="words")), kite)


def test_an_answer_that_changes_its_shape_is_refused():
    kite = sc.load_dataset("kite")
    sizes = iter([1, 2])

    def moody(cluster):
        return pd.DataFrame({str(each): sc.degree(cluster) for each in range(next(sizes))})

    asked, _ = AskedMeasures.of([("moody", moody)], kite)
    with pytest.raises(InputError, match="the same columns"):
        asked.row(kite)

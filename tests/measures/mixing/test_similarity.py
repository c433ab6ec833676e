import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.mixing.similarity import ego_alter_similarity
from tests.measures.small_graphs import LABELS, cluster_from, graphs


@st.composite
def numbered(draw):
    graph = draw(graphs(directed=True))
    return graph, draw(st.lists(st.integers(0, 5), min_size=len(graph), max_size=len(graph)))


def by_definition(graph, values, i):
    partners, others = list(graph[i]), [j for j in graph if j != i]
    strengths = [graph[i][j]["weight"] for j in partners]
    if not partners:
        return [0, values[i], np.nan, np.nan, np.nan, np.nan]
    mean = np.average([values[j] for j in partners], weights=strengths)
    apart = np.average([abs(values[j] - values[i]) for j in partners], weights=strengths)
    ties = [graph[i][j]["weight"] if j in partners else 0.0 for j in others]
    alike = [-abs(values[i] - values[j]) for j in others]
    r = np.corrcoef(ties, alike)[0, 1] if len(set(ties)) > 1 and len(set(alike)) > 1 else np.nan
    return [len(partners), values[i], mean, mean - values[i], apart, r]


@given(numbered())
def test_by_definition(both):
    graph, values = both
    cluster = cluster_from(graph, weight="weight")
    found = ego_alter_similarity(cluster, values=pd.Series(values, list(LABELS[: len(graph)])))
    for i in graph:
        assert found.loc[LABELS[i]].tolist() == pytest.approx(by_definition(graph, values, i), nan_ok=True)


@given(numbered())
def test_where_zero_stands_does_not_matter(both):
    graph, values = both
    cluster, index = cluster_from(graph), list(LABELS[: len(graph)])
    one = ego_alter_similarity(cluster, values=pd.Series(values, index))
    other = ego_alter_similarity(cluster, values=pd.Series(values, index) + 100)
    columns = ["difference", "absolute_difference", "similarity"]
    pd.testing.assert_frame_equal(one[columns], other[columns])


def test_directions_and_strengths(cluster_of):
    cluster = cluster_of([("A", "B", 3), ("A", "C", 1), ("C", "A", 2)], directed=True)
    values = pd.Series({"A": 0.0, "B": 4.0, "C": 8.0})
    assert ego_alter_similarity(cluster, values=values).loc["A", "mean"] == 5
    assert ego_alter_similarity(cluster, values=values, weighted=False).loc["A", "mean"] == 6
    assert ego_alter_similarity(cluster, values=values, direction="in").loc["A", "mean"] == 8
    assert ego_alter_similarity(cluster, values=values, direction="all").loc["A", "mean"] == 6


def test_it_refuses_what_are_no_numbers(knoke):
    with pytest.raises(sc.InputError, match="must hold numbers"):
        ego_alter_similarity(knoke, values="sector", layer="information")

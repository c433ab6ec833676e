import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from socluster import InputError, distance_distribution
from socluster.measures.cohesion.distances import distances, wiener_index
from tests.measures.small_graphs import cluster_from, graphs


@pytest.mark.parametrize("weight", [None, "weight"])
@given(graph=graphs())
def test_every_pair_is_as_far_apart_as_networkx_says(weight, graph):
    cluster = cluster_from(graph, weight="weight")
    found = distances(cluster, cost=None if weight is None else lambda strengths: strengths)
    expected = dict(nx.all_pairs_dijkstra_path_length(graph, weight=lambda a, b, data: data[weight] if weight else 1))
    for a in graph:
        for b in graph:
            assert found.iloc[a, b] == pytest.approx(expected[a].get(b, np.inf))


@given(graphs())
def test_directions_are_turned_tables(graph):
    cluster = cluster_from(graph)
    out, back = distances(cluster), distances(cluster, direction="in")
    assert np.array_equal(out.to_numpy().T, back.to_numpy())
    either = distances(cluster, direction="all")
    assert np.array_equal(either, distances(cluster.symmetrise()))


def test_rows_of_some_in_the_order_of_the_cluster(kite):
    some = distances(kite, actors=["9", "0"])
    assert some.index.tolist() == ["0", "9"]
    assert some.columns.equals(kite.index.rename("other"))
    assert some.equals(distances(kite).loc[["0", "9"]])
    mark = pd.Series(False, index=kite.index)
    assert distances(kite, actors=mark).shape == (0, 10)


def test_a_long_table_counts_what_the_distribution_counts(knoke):
    apart = distances(knoke, layer="information").melt(ignore_index=False, value_name="distance").reset_index()
    assert apart.columns.tolist() == ["actor", "other", "distance"]
    counted = apart.loc[apart["distance"] > 0, "distance"].value_counts().sort_index()
    assert counted.tolist() == distance_distribution(knoke, layer="information")["pairs"].tolist()[:-1]


def test_a_stranger_is_named(kite):
    with pytest.raises(InputError, match="is no actor of this cluster"):
        distances(kite, actors=["0", "Kaunas"])


def test_nobody(cluster_of):
    assert distances(cluster_of([], actors="")).shape == (0, 0)


@given(graphs(directed=False))
def test_the_wiener_index_is_that_of_networkx_where_it_is_finite(graph):
    found = wiener_index(cluster_from(graph))
    expected = sum(nx.wiener_index(graph.subgraph(piece)) for piece in nx.connected_components(graph))
    assert found == expected


def test_the_wiener_index_of_directed_ties_and_of_lengths(cluster_of):
    assert wiener_index(cluster_of("AB BC", directed=True)) == 1 + 2 + 1
    assert wiener_index(cluster_of([("A", "B", 2), ("B", "C", 4)]), cost="inverse") == 0.5 + 0.25 + 0.75
    assert wiener_index(cluster_of([], actors="AB")) == 0
